//! What a page chooses of a widget: its items, heading and controls, as readers have them with scripts and without.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use xtask::setup::{self, Need};

use crate::engine;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    static_and_live_show_the_same_and_nothing_moves;
    filters_are_behind_a_button_where_there_is_little_room;
    all_is_shown_in_place_and_the_keyboard_goes_on;
    goals_and_terms_go_on_likewise;
    it_fits_and_axe_finds_nothing;
}

/// A widget by the name that it is rendered by, its tag, its attributes, and how many items it shows.
type Chosen = (&'static str, &'static str, &'static [(&'static str, &'static str)], Option<usize>);

/// What is looked at.
const CHOSEN: [Chosen; 11] = [
    ("timeline", "plan-timeline", &[], None),
    ("timeline", "plan-timeline", &[("limit", "5")], Some(5)),
    ("timeline", "plan-timeline", &[("from", "2020"), ("to", "2021-06"), ("sort", "newest")], None),
    (
        "timeline",
        "plan-timeline",
        &[("items", "adoption guangzhou-zhanjiang-hsr-completion"), ("heading", "")],
        Some(2),
    ),
    (
        "timeline",
        "plan-timeline",
        &[("heading", "道路"), ("controls", "legend count"), ("topic", "transport")],
        None,
    ),
    ("timeline", "plan-timeline", &[("controls", "none"), ("limit", "3"), ("layout", "list")], Some(3)),
    ("goal-deck", "plan-goal-deck", &[("goals", "marine-economy transport-hub")], Some(2)),
    ("goal-deck", "plan-goal-deck", &[("limit", "4"), ("sort", "projects"), ("group", "topic")], Some(4)),
    ("goal-deck", "plan-goal-deck", &[("controls", "search"), ("heading", ""), ("limit", "9")], Some(9)),
    ("glossary", "plan-glossary", &[("terms", "five-dragons"), ("heading", "")], Some(1)),
    ("glossary", "plan-glossary", &[("limit", "3"), ("sort", "name"), ("controls", "filters")], Some(3)),
];

/// What is shown, in order, and what is said of it. What is within closed items is there in static HTML only.
const SHOWN: &str = "const r = document.querySelector('main > *').shadowRoot;
    return [[...r.querySelectorAll('[part=list]:not([hidden]) [data-item], [part=goals] [data-item], dl [data-item]')].map((node) => node.dataset.item),
        [...r.querySelectorAll('h1, h2, h3, [part=count], [part=root]')].filter((node) => node.closest('summary') || !node.closest('details')).map((node) => node.matches('[part=root]') ? node.ariaLabel : node.localName + node.textContent)]";

/// Writes a page with a widget that was rendered with these attributes; gives its path.
fn rendered(page: &Page, kind: &str, attributes: &[(&str, &str)]) -> Result<String> {
    let node = setup::ensure(&xtask::root(), &[Need::Npm], false)?.npm.context("no Node.js")?.node;
    let made = Command::new(&node)
        .arg(xtask::target().join("www/dist/cli.js"))
        .args(["render", kind, "--stylesheet", &format!("/dist/{}.css", kind.replace("goal-deck", "goals"))])
        .args(attributes.iter().flat_map(|(name, value)| [format!("--{name}"), (*value).to_owned()]))
        .output()?;
    ensure!(made.status.success(), "{attributes:?}: {}", String::from_utf8_lossy(&made.stderr));
    let html = String::from_utf8(made.stdout)?;
    let name = format!("scope-{}.html", engine::name(page.engine()));
    let html = format!(
        "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>A page</title><link rel=\"icon\" href=\"data:,\"><script type=\"module\" src=\"/dist/plan-widgets.js\"></script><main><h1>A page</h1>{html}<p id=\"after\">After</p></main></html>"
    )
    .replace("<main><h1>A page</h1>", "<h1>A page</h1><main>");
    xtask::write(&xtask::target().join("pasted").join(&name), html)?;
    Ok(format!("/pasted/{name}"))
}

/// Opens a page with a widget that has nothing yet, and waits until it lives.
async fn open(page: &Page, tag: &str, attributes: &str) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js =
        "document.querySelector('main').innerHTML = `<${arguments[0]} ${arguments[1]}></${arguments[0]}>`";
    page.eval(js, &[json!(tag), json!(attributes)]).await?;
    page.wait("document.querySelector('main > *').shadowRoot?.querySelector('[data-row]')", "the live widget")
        .await
}

/// The widget's answer to an expression in which `r` is its shadow root.
async fn ask(page: &Page, expression: &str) -> Result<Value> {
    let js = format!("const r = document.querySelector('main > *').shadowRoot; return {expression}");
    page.eval(&js, &[]).await
}

async fn until(page: &Page, expression: &str) -> Result<()> {
    let js = format!("((r) => {expression})(document.querySelector('main > *').shadowRoot)");
    page.wait(&js, expression).await
}

async fn static_and_live_show_the_same_and_nothing_moves(page: &mut Page) -> Result<()> {
    for (kind, tag, attributes, count) in CHOSEN {
        let path = rendered(page, kind, attributes)?;
        for width in [360, 720] {
            page.resize(width, 900).await?;
            page.goto(&format!("{path}?csp=script-src%20'none'")).await?;
            let before = page.eval(SHOWN, &[]).await?;
            let boxes = page.boxes("main > *").await?;
            page.goto(&path).await?;
            let live = format!("document.querySelector('{tag}')?.shadowRoot?.querySelector('[data-row]')");
            page.wait(&live, "the live widget").await?;
            page.draw().await?;
            assert_eq!(page.eval(SHOWN, &[]).await?, before, "{tag} {attributes:?}");
            if let Some(count) = count {
                assert_eq!(before[0].as_array().map(Vec::len), Some(count), "{tag} {attributes:?}: {before}");
            }
            assert_eq!(page.boxes("main > *").await?, boxes, "{tag} {attributes:?} at {width}");
            assert_eq!(page.shifts().await?, Vec::<String>::new(), "{tag} {attributes:?} at {width}");
            assert_eq!(page.console().await?, vec![], "{tag} {attributes:?}");
        }
    }
    Ok(())
}

async fn filters_are_behind_a_button_where_there_is_little_room(page: &mut Page) -> Result<()> {
    let seen = "[r.querySelector('[part=filters]')?.checkVisibility() ?? false, r.querySelector('[part=facets]').checkVisibility()]";
    for tag in ["plan-timeline", "plan-goal-deck"] {
        page.resize(360, 800).await?;
        open(page, tag, "").await?;
        assert_eq!(ask(page, seen).await?, json!([true, false]), "{tag}");
        ask(page, "r.querySelector('[part=filters]').focus()").await?;
        page.key(Key::Enter).await?;
        until(page, "r.querySelector('[part=filters]').ariaExpanded === 'true'").await?;
        assert_eq!(ask(page, seen).await?, json!([true, true]), "{tag}");
        assert_eq!(ask(page, "r.activeElement.part.value").await?, "filters");
        page.key(Key::Enter).await?;
        until(page, "r.querySelector('[part=filters]').ariaExpanded === 'false'").await?;
        // The button says what is chosen. With room they always are to be seen, and so where the page asks for them.
        open(page, tag, "topic='transport energy' stage='complete'").await?;
        assert_eq!(ask(page, seen).await?, json!([true, false]), "{tag}");
        let said = ask(page, "r.querySelector('[part=filters]').textContent").await?;
        assert_eq!(said, "筛选 交通、能源", "{tag}");
        open(page, tag, "controls='all'").await?;
        assert_eq!(ask(page, seen).await?, json!([false, true]), "{tag}");
        page.resize(720, 800).await?;
        open(page, tag, "").await?;
        assert_eq!(ask(page, seen).await?, json!([false, true]), "{tag}");
    }
    Ok(())
}

async fn all_is_shown_in_place_and_the_keyboard_goes_on(page: &mut Page) -> Result<()> {
    page.resize(600, 800).await?;
    for layout in ["list", "lanes", "story"] {
        open(page, "plan-timeline", &format!("limit='5' layout='{layout}'")).await?;
        let text = ask(page, "r.querySelector('[part=rest]').textContent").await?;
        assert_eq!(text, json!("显示全部 90 项"), "{layout}");
        assert_eq!(ask(page, "r.querySelector('[part=count]').textContent").await?, "显示 5 项，共 90 项");
        ask(page, "r.querySelector('[part=rest] button').focus()").await?;
        page.key(Key::Enter).await?;
        until(page, "!r.querySelector('[part=rest]')").await?;
        until(page, "r.querySelector('[part=status]').textContent.includes('90')").await?;
        assert_eq!(ask(page, "r.querySelector('[part=count]').textContent").await?, "共 90 项");
        match layout {
            "list" => {
                let at = "[...r.querySelectorAll('[part=list] summary')].indexOf(r.activeElement)";
                assert_eq!(ask(page, at).await?, 5);
            }
            "lanes" => assert_eq!(ask(page, "!!r.activeElement?.closest('[part=lanes]')").await?, true),
            _ => {
                assert_eq!(ask(page, "r.activeElement?.part.value").await?, "on");
                let at = ask(page, "r.querySelector('[part=progress] progress').value").await?;
                assert_eq!(at, 6);
            }
        }
    }
    // What is selected is shown, whatever the limit is.
    open(page, "plan-timeline", "limit='2' layout='list' item='guangzhou-zhanjiang-hsr-completion'").await?;
    assert_eq!(
        ask(page, "!!r.querySelector('[data-item=guangzhou-zhanjiang-hsr-completion][open]')").await?,
        true
    );
    Ok(())
}

async fn goals_and_terms_go_on_likewise(page: &mut Page) -> Result<()> {
    for (tag, rows) in [("plan-goal-deck", "summary[data-row]"), ("plan-glossary", "[part=name]")] {
        open(page, tag, "limit='3'").await?;
        assert_eq!(ask(page, &format!("r.querySelectorAll('{rows}').length")).await?, 3, "{tag}");
        ask(page, "r.querySelector('[part=rest] button').focus()").await?;
        page.key(Key::Enter).await?;
        until(page, "!r.querySelector('[part=rest]')").await?;
        until(page, &format!("[...r.querySelectorAll('{rows}')].indexOf(r.activeElement) === 3")).await?;
        let all = format!("r.querySelectorAll('{rows}').length");
        until(page, &format!("r.querySelector('[part=status]').textContent.includes({all})")).await?;
    }
    Ok(())
}

async fn it_fits_and_axe_finds_nothing(page: &mut Page) -> Result<()> {
    for (_, tag, attributes, _) in CHOSEN {
        let attributes: Vec<_> = attributes.iter().map(|(name, value)| format!("{name}='{value}'")).collect();
        for width in [320, 1200] {
            page.resize(width, 800).await?;
            open(page, tag, &attributes.join(" ")).await?;
            assert_eq!(page.axe("main").await?, Vec::<String>::new(), "{tag} {attributes:?} at {width}");
            let wide = page.eval("return document.documentElement.scrollWidth > innerWidth", &[]).await?;
            assert_eq!(wide, false, "{tag} {attributes:?} at {width}");
        }
    }
    Ok(())
}
