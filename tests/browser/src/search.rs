//! Search and order in every language: what a browser says of letters is what the crates on the host say.

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;

crate::tests! {
    what_is_typed_is_found_in_any_script;
    names_stand_in_the_order_of_their_language;
    readers_type_in_their_language;
}

const SEARCHES: &str = include_str!("../../search.json");
const ORDERS: &str = include_str!("../../orders.json");

/// Puts a glossary for each of a list: its attributes, and the names of its terms.
const ADD: &str = "document.querySelector('main').replaceChildren(...arguments[0].map(({ lang, names, ...attributes }) => {
    const text = (text) => ({ [lang]: text });
    const terms = names.map((name, at) => ({ id: `t${at}`, name: text(name), note: text('-'), components: [] }));
    const plan = { id: 'p', title: text('P'), short: text('P') };
    const glossary = document.createElement('plan-glossary');
    glossary.model = { schema: 1, languages: [lang], plan, terms };
    // A search, however few terms there are.
    for (const [name, value] of Object.entries({ lang, controls: 'search', ...attributes })) glossary.setAttribute(name, value);
    return glossary;
}))";

/// All of them are live; those below the window come when it is scrolled to them.
const LIVE: &str = "[...document.querySelectorAll('plan-glossary')].every((e) => { e.scrollIntoView(); return e.shadowRoot?.querySelector('[part=name], [part=none]') && !e.shadowRoot.querySelector('input').disabled })";

/// For each the texts of what matches in it.
const TEXTS: &str = "return [...document.querySelectorAll('plan-glossary')].map((e) => [...e.shadowRoot.querySelectorAll(arguments[0])].map((n) => n.textContent))";

async fn show(page: &mut Page, glossaries: Value) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(ADD, &[glossaries]).await?;
    page.wait(LIVE, "the live glossaries").await
}

async fn what_is_typed_is_found_in_any_script(page: &mut Page) -> Result<()> {
    let cases: Vec<Value> = serde_json::from_str(SEARCHES)?;
    let glossaries = cases
        .iter()
        .map(|case| json!({ "lang": case["lang"], "names": [case["text"]], "query": case["query"] }));
    show(page, glossaries.collect()).await?;
    let expected = cases.iter().map(|case| case["marked"].as_str().into_iter().collect::<Vec<_>>());
    assert_eq!(page.eval(TEXTS, &[json!("mark")]).await?, json!(expected.collect::<Vec<_>>()));
    // A term's name is looked up likewise.
    let js = "const { fold } = await import('/shell/fold.js');
        return arguments[0].filter(({ text, query, marked }) => (query && fold(text).includes(fold(query))) != (marked !== null))";
    assert_eq!(page.eval_async(js, &[json!(cases)]).await?, json!([]));
    Ok(())
}

async fn names_stand_in_the_order_of_their_language(page: &mut Page) -> Result<()> {
    let cases: Vec<Value> = serde_json::from_str(ORDERS)?;
    let groups = |case: &Value| serde_json::from_value::<Vec<(String, Vec<String>)>>(case["groups"].clone());
    let mut glossaries = Vec::new();
    let mut expected = Vec::new();
    for case in &cases {
        let groups = groups(case)?;
        let mut names: Vec<_> = groups.iter().flat_map(|(_, names)| names).collect();
        names.reverse();
        glossaries.push(json!({ "lang": case["lang"], "names": names, "sort": "name" }));
        let shown = groups.iter().flat_map(|(letter, names)| [letter].into_iter().chain(names));
        expected.push(json!(shown.collect::<Vec<_>>()));
    }
    show(page, json!(glossaries)).await?;
    let shown = page.eval(TEXTS, &[json!("[part=group-title], [part=name]")]).await?;
    for ((case, expected), shown) in cases.iter().zip(&expected).zip(shown.as_array().into_iter().flatten()) {
        assert_eq!(shown, expected, "{}", case["lang"]);
    }
    page.picture("orders").await
}

/// A language, the terms of its glossary, what is typed, and what of them is marked.
const TYPED: [(&str, &[&str], &str, &[&str]); 5] = [
    ("ja", &["ガイドライン", "脱炭素", "か\u{3099}いこく"], "がい", &["ガイ", "か\u{3099}い"]),
    ("ar", &["الإدارة المحلية", "خطة ٢٠٣٠", "أَحْمَد"], "احمد", &["أَحْمَد"]),
    ("de", &["Straße", "Öl", "Großstadt"], "STRASSE", &["Straße"]),
    ("es", &["Año fiscal", "Energía", "Ciudad"], "energia", &["Energía"]),
    ("ko", &["한국어", "각도", "도시"], "한국", &["한국"]),
];

async fn readers_type_in_their_language(page: &mut Page) -> Result<()> {
    for (lang, names, query, marked) in TYPED {
        show(page, json!([{ "lang": lang, "names": names }])).await?;
        page.click(&["plan-glossary", "input"]).await?;
        page.keys(query).await?;
        let typed = format!("document.querySelector('plan-glossary').query === {}", json!(query));
        page.wait(&typed, "the query").await?;
        page.wait(
            &format!(
                "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('mark').length === {}",
                marked.len()
            ),
            "what is found",
        )
        .await?;
        assert_eq!(page.eval(TEXTS, &[json!("mark")]).await?, json!([marked]), "{lang}");
        page.picture(&format!("typed-{lang}")).await?;
    }
    Ok(())
}
