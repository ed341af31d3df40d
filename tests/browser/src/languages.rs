//! Plans in each language that there are words for: what the elements make of them is what a server says.

use anyhow::{Context, Result};
use plan_widgets::{
    Lang, Plan,
    view::{
        languages::BUILT_IN,
        timeline::TimelineView,
        words::{CommonWords, Language, TimelineWords},
    },
};
use serde_json::{Value, json};

use crate::page::Page;

crate::tests! {
    a_plan_is_shown_in_its_language;
    readers_get_the_language_that_is_best_for_them;
    a_language_without_words_has_english_ones;
    each_has_its_picture;
}

/// A time of each kind.
const TIMES: [(&str, &str); 16] = [
    ("2035", "by"),
    ("2024-03", "by"),
    ("2024-03-15", "by"),
    ("2024-21", "by"),
    ("2024-34", "on"),
    ("2024-38", "on"),
    ("2024-41", "on"),
    ("202X", "during"),
    ("2021/2025", "during"),
    ("2016/2020", "average"),
    ("2016/2020", "cumulative"),
    ("2024-09-01/2027-08-31", "on"),
    ("2024/..", "on"),
    ("../2024", "on"),
    ("1850%", "on"),
    ("-0043-03-15", "on"),
];

fn plan(lang: &Lang) -> Value {
    let text = |text: &str| json!({ lang.key(): text });
    let events = TIMES.iter().enumerate().map(|(index, (edtf, kind))| {
        json!({ "id": format!("e{index}"), "kind": "milestone", "title": text(&format!("{index}")),
            "time": { "edtf": edtf, "kind": kind } })
    });
    let mut events: Vec<Value> = events.collect();
    events[1]["stage"] = json!("complete");
    events[4]["stage"] = json!("start");
    let (topic, cite) = (json!(["a"]), json!({ "article": "3" }));
    let projects = [("x", "start"), ("y", "strive")].map(|(id, stage)| {
        json!({ "id": id, "name": text("3"), "topic": "a", "mentions": [{ "stage": stage, "verb": { "exact": "4" } }] })
    });
    let figures = [("m", "target"), ("n", "result")].map(|(id, kind)| {
        json!({ "id": id, "kind": kind, "value": 12, "unit": text("km"), "text": text("12"), "measure": text("5"), "time": { "edtf": "2025", "kind": "by" } })
    });
    json!({ "schema": 1, "languages": [lang.key()],
        "plan": { "id": "p", "title": text("1"), "short": text("1") },
        "topics": [{ "id": "a", "name": text("2") }, { "id": "b", "name": text("6") }],
        "articles": [{ "id": "3", "title": text("7") }],
        "events": events, "projects": projects, "figures": figures,
        "goals": [{ "id": "g", "kind": "overall", "title": text("8"), "topics": topic, "projects": ["x", "y"],
            "figures": ["m", "n"], "cite": cite, "horizons": [{ "edtf": "2024-03-15", "kind": "by" }],
            "measures": [{ "text": text("9") }] }],
        "terms": [{ "id": "t", "name": text("10"), "note": text("11"), "components": [], "occurrences": [cite] }] })
}

const ADD: &str = "const e = document.createElement('plan-timeline'); e.lang = arguments[1]; e.layout = 'list'; e.model = arguments[0]; document.querySelector('main').replaceChildren(e)";

const SHOWN: &str = "const r = document.querySelector('plan-timeline').shadowRoot, of = (part) => [...r.querySelectorAll(`[part~=${part}]`)].map((e) => e.textContent.trim());
    const { lang, dir } = r.querySelector('[part~=root]');
    return { lang, dir, count: of('count'), heading: of('heading'), groups: of('group-title').length, when: [...r.querySelectorAll('summary')].map((e) => e.textContent) }";

const LIVE: &str = "document.querySelector('plan-timeline').shadowRoot?.querySelector('[data-row]')";

async fn a_plan_is_shown_in_its_language(page: &mut Page) -> Result<()> {
    for (lang, _) in BUILT_IN {
        page.goto("/tests/timeline/blank.html").await?;
        let json = plan(lang);
        let view = TimelineView::of(&Plan::read(&json)?, lang);
        let language = Language::of(lang);
        page.eval(ADD, &[json, json!(lang.key())]).await?;
        page.wait(LIVE, "the live timeline").await?;
        let shown = page.eval(SHOWN, &[]).await?;
        let words = TimelineWords(&language.timeline);
        let count = CommonWords(&language.timeline).count(words.items(), TIMES.len());
        assert_eq!(shown["lang"], lang.tag(), "{lang:?}");
        assert_eq!(shown["dir"], &*language.direction, "{lang:?}");
        assert_eq!(shown["count"], json!([count]), "{lang:?}");
        assert_eq!(shown["heading"], json!([words.timeline()]), "{lang:?}");
        assert_eq!(shown["groups"], view.groups.len(), "{lang:?}");
        let whens = shown["when"].as_array().context("a list")?;
        assert_eq!(whens.len(), view.items.len(), "{lang:?}");
        for (when, item) in whens.iter().zip(&view.items) {
            assert!(
                when.as_str().is_some_and(|text| text.contains(&*item.when)),
                "{lang:?}: {when} {}",
                item.when
            );
        }
    }
    Ok(())
}

/// The cases that Rust has as well.
async fn readers_get_the_language_that_is_best_for_them(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let cases: Value = serde_json::from_str(include_str!("../../languages.json"))?;
    let js = "const { best } = await import('/shell/language.js');
        return arguments[0].filter((c) => (best(c.wanted, c.among) ?? null) !== c.best)";
    assert_eq!(page.eval_async(js, &[cases]).await?, json!([]));
    Ok(())
}

async fn a_language_without_words_has_english_ones(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(ADD, &[plan(&Lang::new("he")), json!("he")]).await?;
    page.wait(LIVE, "the live timeline").await?;
    let shown = page.eval(SHOWN, &[]).await?;
    assert_eq!(shown["lang"], "he");
    assert_eq!(shown["dir"], "auto");
    assert_eq!(shown["heading"], json!(["Timeline"]));
    Ok(())
}

/// For people to look at: `cargo xtask pictures languages`.
async fn each_has_its_picture(page: &mut Page) -> Result<()> {
    const THREE: &str = "const [model, lang] = arguments, main = document.querySelector('main');
        main.replaceChildren(...['timeline', 'goal-deck', 'glossary'].map((name) => Object.assign(document.createElement(`plan-${name}`), { lang, model })))";
    const ALL: &str = "[...document.querySelectorAll('main > *')].every((e) => { e.scrollIntoView(); return e.shadowRoot?.querySelector('[data-row], [part=copy]') })";
    for (lang, _) in BUILT_IN {
        for width in [320, 720] {
            page.resize(width, 2600).await?;
            page.goto("/tests/timeline/blank.html").await?;
            page.eval(THREE, &[plan(lang), json!(lang.key())]).await?;
            page.wait(ALL, "the live widgets").await?;
            page.eval("scrollTo(0, 0)", &[]).await?;
            let wide = "document.documentElement.scrollWidth <= innerWidth";
            page.wait(wide, "everything within the window").await?;
            page.picture(&format!("language-{}-{width}", lang.key())).await?;
        }
    }
    Ok(())
}
