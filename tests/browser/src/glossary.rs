//! The glossary as a reader uses it: with eyes, fingers, keys and ears.

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use xtask::setup::Engine;

use crate::emulate::Scheme;
use crate::gallery::LIVE;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    shows_all_terms;
    searches_while_typing;
    a_search_without_result_leads_back;
    a_press_selects_and_deselects;
    a_finger_selects in Chromium, Firefox; // WebKitGTK's driver makes it a mouse
    down_leads_from_the_search_to_the_first_term;
    up_and_down_go_through_the_terms;
    up_from_the_first_term_leads_to_the_search;
    home_and_end_lead_to_the_first_and_last_term;
    escape_leads_back_to_the_search;
    escape_in_the_search_empties_it;
    enter_and_space_select;
    keys_of_an_input_method_are_left_alone;
    tab_leads_to_the_search_the_order_and_one_term;
    keys_in_the_order_are_its_own;
    terms_are_put_under_letters;
    a_passage_is_reported_to_the_page;
    a_link_leads_to_a_term;
    traditional_characters_are_found;
    ten_thousand_terms_stay_few_nodes;
    tab_reaches_the_list_after_a_change_from_outside;
    the_count_is_announced_after_a_pause;
    axe_finds_nothing;
    targets_are_large_enough;
    nothing_is_wider_than_the_page;
    the_accessibility_tree_names_everything in Chromium; // the others don't show theirs
    text_can_be_twice_as_large;
}

/// The names in the list, in order.
const NAMES: &str = "return [...document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[part=name]')].map((n) => n.textContent)";

/// Text of what has the focus within the widget.
const FOCUSED: &str = "const { activeElement: a } = document.querySelector('plan-glossary').shadowRoot; return a?.type === 'search' ? 'search' : a?.textContent ?? null";

const SEARCH: [&str; 2] = ["plan-glossary", "input"];

async fn open(page: &Page) -> Result<()> {
    page.goto("/tests/glossary/bare.html").await?;
    page.wait(LIVE, "the live glossary").await
}

async fn names(page: &Page) -> Result<Vec<String>> {
    Ok(serde_json::from_value(page.eval(NAMES, &[]).await?)?)
}

async fn focused(page: &Page) -> Result<Value> {
    page.eval(FOCUSED, &[]).await
}

async fn query(page: &Page) -> Result<Value> {
    page.eval("return document.querySelector('plan-glossary').query", &[]).await
}

/// Collects events of a name in `window.events`.
async fn listen(page: &Page, event: &str) -> Result<()> {
    let js = "window.events = []; document.body.addEventListener(arguments[0], (e) => events.push(e.detail))";
    page.eval(js, &[json!(event)]).await.map(drop)
}

async fn shows_all_terms(page: &mut Page) -> Result<()> {
    open(page).await?;
    let names = names(page).await?;
    assert_eq!((names.len(), &*names[0], &*names[5], &*names[12]), (13, "1+1+9", "五龙入湛", "三医联动"));
    let components = "return document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[part=component]').length";
    assert_eq!(page.eval(components, &[]).await?, 52);
    Ok(())
}

async fn searches_while_typing(page: &mut Page) -> Result<()> {
    open(page).await?;
    listen(page, "plan-filter").await?;
    page.click(&SEARCH).await?;
    page.keys("wul").await?;
    page.wait("document.querySelector('plan-glossary').query === 'wul'", "the query").await?;
    assert_eq!(names(page).await?, ["五龙入湛"]);
    let root = "document.querySelector('plan-glossary').shadowRoot";
    assert_eq!(page.eval(&format!("return {root}.querySelector('mark').textContent"), &[]).await?, "wǔ l");
    assert_eq!(
        page.eval(&format!("return {root}.querySelector('[part=count]').textContent"), &[]).await?,
        "找到 1 条，共 13 条"
    );
    let last = json!({ "query": "wul", "found": 1, "all": 13 });
    assert_eq!(page.eval("return events.at(-1)", &[]).await?, last);
    assert_eq!(page.eval("return events.length", &[]).await?, 3);
    assert_eq!(
        page.eval("return document.querySelector('plan-glossary').getAttribute('query')", &[]).await?,
        "wul"
    );
    Ok(())
}

async fn a_search_without_result_leads_back(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.keys("xyz").await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelector('[part=none]')",
        "the notice",
    )
    .await?;
    assert_eq!(names(page).await?.len(), 0);
    page.click(&["plan-glossary", "[part=clear]"]).await?;
    page.wait(LIVE, "the whole list").await?;
    assert_eq!((names(page).await?.len(), focused(page).await?), (13, json!("search")));
    assert_eq!(query(page).await?, Value::Null);
    Ok(())
}

async fn a_press_selects_and_deselects(page: &mut Page) -> Result<()> {
    open(page).await?;
    listen(page, "plan-select").await?;
    let pressed = "return [...document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[aria-pressed=true]')].map((n) => n.textContent)";
    page.click(&["plan-glossary", "[data-row='2']"]).await?;
    page.wait("document.querySelector('plan-glossary').term === 'four-chapters'", "the selection").await?;
    assert_eq!(page.eval(pressed, &[]).await?, json!(["四篇文章"]));
    page.click(&["plan-glossary", "[data-row='2']"]).await?;
    page.wait("document.querySelector('plan-glossary').term === null", "no selection").await?;
    assert_eq!(page.eval(pressed, &[]).await?, json!([]));
    assert_eq!(
        page.eval("return events", &[]).await?,
        json!([{ "term": "four-chapters", "article": null }, { "term": null, "article": null }])
    );
    Ok(())
}

async fn a_finger_selects(page: &mut Page) -> Result<()> {
    page.resize(320, 800).await?;
    open(page).await?;
    page.tap(&["plan-glossary", "[data-row='0']"]).await?;
    page.wait("document.querySelector('plan-glossary').term === 'work-plan-1-1-9'", "the selection").await
}

async fn down_leads_from_the_search_to_the_first_term(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.keys("三").await?;
    page.key(Key::Down).await?;
    assert_eq!(focused(page).await?, "三个一");
    Ok(())
}

async fn up_and_down_go_through_the_terms(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    for (key, expected) in
        [(Key::Down, "1+1+9"), (Key::Down, "三个一"), (Key::Down, "四篇文章"), (Key::Up, "三个一")]
    {
        page.key(key).await?;
        assert_eq!(focused(page).await?, expected);
    }
    Ok(())
}

async fn up_from_the_first_term_leads_to_the_search(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.key(Key::Down).await?;
    page.key(Key::Up).await?;
    assert_eq!(focused(page).await?, "search");
    Ok(())
}

async fn home_and_end_lead_to_the_first_and_last_term(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.key(Key::Down).await?;
    page.key(Key::End).await?;
    assert_eq!(focused(page).await?, "三医联动");
    page.key(Key::Down).await?;
    assert_eq!(focused(page).await?, "三医联动");
    page.key(Key::Home).await?;
    assert_eq!(focused(page).await?, "1+1+9");
    Ok(())
}

async fn escape_leads_back_to_the_search(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.key(Key::Down).await?;
    page.key(Key::Down).await?;
    page.key(Key::Escape).await?;
    assert_eq!(focused(page).await?, "search");
    Ok(())
}

async fn escape_in_the_search_empties_it(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.keys("sxyd").await?;
    page.wait("document.querySelector('plan-glossary').query === 'sxyd'", "the query").await?;
    page.key(Key::Escape).await?;
    page.wait("document.querySelector('plan-glossary').query === null", "an empty query").await?;
    assert_eq!((names(page).await?.len(), focused(page).await?), (13, json!("search")));
    Ok(())
}

async fn enter_and_space_select(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.key(Key::Down).await?;
    page.key(Key::Enter).await?;
    page.wait("document.querySelector('plan-glossary').term === 'work-plan-1-1-9'", "the selection").await?;
    page.key(Key::Down).await?;
    page.key(' ').await?;
    page.wait("document.querySelector('plan-glossary').term === 'three-ones'", "the next selection").await
}

async fn keys_of_an_input_method_are_left_alone(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    let press = "const input = document.querySelector('plan-glossary').shadowRoot.querySelector('input');
        return input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true, isComposing: arguments[0] }))";
    assert_eq!(page.eval(press, &[json!(true)]).await?, true);
    assert_eq!(focused(page).await?, "search");
    assert_eq!(page.eval(press, &[json!(false)]).await?, false);
    assert_eq!(focused(page).await?, "1+1+9");
    Ok(())
}

async fn tab_leads_to_the_search_the_order_and_one_term(page: &mut Page) -> Result<()> {
    open(page).await?;
    let around = "const b = () => Object.assign(document.createElement('button'), { textContent: 'host' });
        document.querySelector('plan-glossary').before(b()); document.querySelector('plan-glossary').after(b());
        document.querySelector('button').focus()";
    page.eval(around, &[]).await?;
    let mut stops = Vec::new();
    for _ in 0..8 {
        page.key(Key::Tab).await?;
        stops.push(focused(page).await?);
    }
    let articles = ["第一条", "第四条", "第五十四条"].map(Value::from);
    assert_eq!(stops[0], "search");
    assert_eq!(stops[1], "按规划顺序按拼音");
    assert_eq!(stops[2], "1+1+9");
    assert_eq!((&stops[3..6], &stops[6]), (&articles[..], &json!("分享与下载")));
    assert_eq!(stops[7], Value::Null);
    assert_eq!(page.eval("return document.activeElement.textContent", &[]).await?, "host");
    Ok(())
}

async fn keys_in_the_order_are_its_own(page: &mut Page) -> Result<()> {
    open(page).await?;
    let press = "const select = document.querySelector('plan-glossary').shadowRoot.querySelector('select'); select.focus();
        return select.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true, cancelable: true }))";
    assert_eq!(page.eval(press, &[]).await?, true);
    Ok(())
}

async fn terms_are_put_under_letters(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.eval("const select = document.querySelector('plan-glossary').shadowRoot.querySelector('select'); select.value = 'name'; select.dispatchEvent(new Event('change', { bubbles: true }))", &[]).await?;
    page.wait("document.querySelector('plan-glossary').sort === 'name'", "the order").await?;
    let letters = "return [...document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[part=group-title]')].map((n) => n.textContent).join('')";
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelector('[part=group-title]')",
        "letters",
    )
    .await?;
    assert_eq!(page.eval(letters, &[]).await?, "EHSWY");
    assert_eq!(names(page).await?[..2], ["2+7+18", "核+副中心"]);
    page.key(Key::Home).await?;
    page.eval("document.querySelector('plan-glossary').query = '三'", &[]).await?;
    page.wait("document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[part=group-title]').length === 0", "no letters").await?;
    assert_eq!(names(page).await?[0], "三个一");
    Ok(())
}

async fn a_passage_is_reported_to_the_page(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.eval("addEventListener('plan-select', ({ detail }) => (window.heard = detail))", &[]).await?;
    page.click(&["plan-glossary", "[part=article]"]).await?;
    page.wait("window.heard", "the event").await?;
    assert_eq!(
        page.eval("return window.heard", &[]).await?,
        json!({ "term": "work-plan-1-1-9", "article": "1" })
    );
    Ok(())
}

async fn a_link_leads_to_a_term(page: &mut Page) -> Result<()> {
    page.resize(320, 640).await?;
    page.goto("/glossary/#term=three-medical-linkage").await?;
    page.wait(LIVE, "the live glossary").await?;
    page.wait("scrollY > 400", "the term in sight").await?;
    let pressed = "const r = document.querySelector('plan-glossary').shadowRoot; const term = r.querySelector('[aria-pressed=true]'); const { top, bottom } = term.getBoundingClientRect(); return [term.textContent, top >= 0 && bottom <= innerHeight]";
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelector('[aria-pressed=true]')",
        "the term",
    )
    .await?;
    assert_eq!(page.eval(pressed, &[]).await?, json!(["三医联动", true]));
    let link = "return new URL(document.querySelector('plan-glossary').shadowRoot.querySelector('[part=link]').href).hash";
    assert_eq!(page.eval(link, &[]).await?, "#term=work-plan-1-1-9");
    Ok(())
}

async fn traditional_characters_are_found(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.keys("三線一單").await?;
    page.wait("document.querySelector('plan-glossary').shadowRoot.querySelector('mark')", "a hit").await?;
    assert_eq!(names(page).await?, ["三线一单"]);
    Ok(())
}

async fn ten_thousand_terms_stay_few_nodes(page: &mut Page) -> Result<()> {
    open(page).await?;
    let plan = "const terms = [...Array(10000).keys()].map((at) => ({ id: `t-${at}`, name: { zh: `词条${at}` }, note: { zh: `第${at}个的说明` }, components: [{ text: { zh: '一项' } }], pinyin: 'cí tiáo' }));
        const title = { zh: '规划' }; document.querySelector('plan-glossary').model = { schema: 1, languages: ['zh'], plan: { id: 'p', title, short: title }, terms }";
    page.eval(plan, &[]).await?;
    page.wait_at_most(
        Duration::from_secs(30),
        "document.querySelector('plan-glossary').shadowRoot.querySelector('[part=rest]')",
        "the way to more",
    )
    .await?;
    assert_eq!(names(page).await?.len(), 100);
    page.click(&["plan-glossary", "[part=rest] button"]).await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[part=name]').length === 200",
        "more",
    )
    .await?;
    assert_eq!(focused(page).await?, "词条100");
    page.eval("document.querySelector('plan-glossary').query = '词条9999'", &[]).await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[part=name]').length === 1",
        "one",
    )
    .await
}

async fn tab_reaches_the_list_after_a_change_from_outside(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click(&SEARCH).await?;
    page.key(Key::Down).await?;
    page.key(Key::End).await?;
    page.eval("document.querySelector('plan-glossary').query = '五龙'", &[]).await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt').length === 1",
        "one term",
    )
    .await?;
    page.click(&SEARCH).await?;
    page.key(Key::Tab).await?;
    page.key(Key::Tab).await?;
    assert_eq!(focused(page).await?, "五龙入湛");
    Ok(())
}

async fn the_count_is_announced_after_a_pause(page: &mut Page) -> Result<()> {
    open(page).await?;
    let status =
        "document.querySelector('plan-glossary').shadowRoot.querySelector('[role=status]').textContent";
    assert_eq!(page.eval(&format!("return {status}"), &[]).await?, "");
    page.click(&SEARCH).await?;
    page.keys("三").await?;
    page.wait("document.querySelector('plan-glossary').query === '三'", "the query").await?;
    assert_eq!(page.eval(&format!("return {status}"), &[]).await?, "");
    page.wait(&format!("{status} === '找到 4 条，共 13 条'"), "the announcement").await
}

async fn axe_finds_nothing(page: &mut Page) -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.color_scheme(scheme).await?;
        for path in ["/glossary/", "/en/glossary/", "/variants/plain.html"] {
            page.goto(path).await?;
            page.wait(LIVE, "the live glossary").await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{path}");
        }
        open(page).await?;
        page.eval("document.querySelector('plan-glossary').query = 'xyz'", &[]).await?;
        page.wait(
            "document.querySelector('plan-glossary').shadowRoot.querySelector('[part=none]')",
            "the notice",
        )
        .await?;
        assert_eq!(page.axe("html").await?, Vec::<String>::new(), "an empty result");
    }
    Ok(())
}

async fn targets_are_large_enough(page: &mut Page) -> Result<()> {
    page.resize(320, 800).await?;
    open(page).await?;
    let small = "return [...document.querySelector('plan-glossary').shadowRoot.querySelectorAll('button, input')]
        .map((n) => n.getBoundingClientRect()).filter(({ width, height }) => Math.min(width, height) < 24).length";
    assert_eq!(page.eval(small, &[]).await?, 0);
    Ok(())
}

async fn nothing_is_wider_than_the_page(page: &mut Page) -> Result<()> {
    for path in ["/glossary/", "/en/glossary/", "/tests/glossary/bare.html"] {
        page.goto(path).await?;
        page.wait(LIVE, "the live glossary").await?;
        for width in [320, 720, 1600] {
            page.resize(width, 800).await?;
            page.draw().await?;
            let overflow = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
            assert_eq!(page.eval(overflow, &[]).await?, 0, "{path} at {width}");
        }
    }
    Ok(())
}

async fn the_accessibility_tree_names_everything(page: &mut Page) -> Result<()> {
    assert_eq!(page.engine(), Engine::Chromium);
    page.goto("/en/glossary/").await?;
    page.wait(LIVE, "the live glossary").await?;
    let tree = page.a11y().await?;
    let mut found = Vec::new();
    let nodes = tree["nodes"].as_array().or_else(|| tree.as_array()).cloned().unwrap_or_default();
    for node in &nodes {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default();
        if matches!(role, "searchbox" | "button") || (role == "heading" && name == "Glossary") {
            found.push(format!("{role} {name}"));
        }
    }
    let passages =
        found.iter().filter(|name| name.starts_with("button Article") || name.starts_with("button Lead"));
    assert_eq!((found.len() - passages.clone().count(), passages.count() > 13), (16, true), "{found:?}");
    for expected in ["heading Glossary", "searchbox Search the terms", "button Five Dragons into Zhanjiang"] {
        assert!(found.iter().any(|name| name == expected), "{expected} is not among {found:?}");
    }
    let lists = nodes.iter().filter_map(|node| node["name"]["value"].as_str());
    assert_eq!(lists.filter(|name| name.starts_with("What “")).count(), 13);
    Ok(())
}

async fn text_can_be_twice_as_large(page: &mut Page) -> Result<()> {
    page.resize(640, 800).await?;
    open(page).await?;
    let double = "document.querySelector('plan-glossary').style.setProperty('--plan-font-size', '200%'); const r = document.querySelector('plan-glossary').shadowRoot;
        const cut = [...r.querySelectorAll('*')].filter((n) => n.scrollWidth > n.clientWidth + 1 && n.clientWidth && getComputedStyle(n).display !== 'inline' && n.getAttribute('role') !== 'status');
        return [getComputedStyle(r.querySelector('.plan-root')).fontSize, cut.length, document.documentElement.scrollWidth - document.documentElement.clientWidth]";
    assert_eq!(page.eval(double, &[]).await?, json!(["32px", 0, 0]));
    Ok(())
}
