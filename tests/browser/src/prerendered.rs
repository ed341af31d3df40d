//! Pages of publishers that were built with the static part in them, by `tests/package/prerender`.

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;

crate::tests! {
    every_item_is_there_without_javascript;
    going_live_moves_nothing;
    going_live_moves_nothing_on_a_slow_device;
    static_and_live_say_the_same;
    an_older_copy_gives_way_to_the_plan;
    an_older_copy_keeps_the_readers_place;
}

const PLAIN: &str = "plain";

/// Whose pages, and where they are. The plain one is HTML without a shadow root.
const PAGES: [(&str, &str); 4] = [
    ("Hugo", "/projects/prerender/hugo/public/article/index.html"),
    ("Eleventy", "/projects/prerender/eleventy/_site/article/index.html"),
    ("shell", "/projects/prerender/shell/index.html"),
    (PLAIN, "/projects/prerender/shell/plain.html"),
];

/// Brings each widget into view, and says whether all are live.
const LIVE: &str = "[...document.querySelectorAll('plan-timeline, plan-goal-card')].every((e) => { e.scrollIntoView(); return e.shadowRoot?.querySelector('[data-row], [part=copy]:enabled') })";

/// What a widget says, live or not, without what only one of the two has.
const SAYS: &str = "[...document.querySelectorAll('plan-timeline, plan-goal-card')].map((e) => [...(e.shadowRoot ?? e).querySelectorAll('[part=heading], [part=source], [part=count], [part=group-title], [part=title], [part=meta], [part=notice], [part=goal] :is(h3, h4, p, dt, dd):not([part=ways], [part=status])')]
    .map((n) => n.textContent.replace(/\\s/g, '')).filter(Boolean))";

/// The pages that were built: Hugo's only where it is installed.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let built = |path: &str| xtask::target().join(path.trim_start_matches('/')).exists();
    PAGES.into_iter().filter(move |(name, path)| *name != "Hugo" || built(path))
}

fn without_scripts(path: &str) -> String {
    format!("{path}?csp=script-src%20'none'")
}

async fn live(page: &Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    page.wait(LIVE, "the live widgets").await
}

async fn every_item_is_there_without_javascript(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    for (_, path) in pages() {
        page.goto(path).await?;
        let text = page.text().await?;
        for expected in
            ["规划里的", "找到 23 项，共 90 项", "广湛高铁", "拟完成 · 交通 · 第七条", "正文继续。"]
        {
            assert!(text.contains(expected), "{expected} is missing in {path}: {text}");
        }
        let items = "const e = document.querySelector('plan-timeline'); return (e.shadowRoot ?? e).querySelectorAll('[part=item] dl').length";
        assert_eq!(page.eval(items, &[]).await?, 23, "{path}");
    }
    Ok(())
}

async fn going_live_moves_nothing(page: &mut Page) -> Result<()> {
    let boxes = "body > :not(script), plan-timeline, plan-goal-card";
    for (_, path) in pages().filter(|(name, _)| *name != PLAIN) {
        for width in [320, 720, 1600] {
            page.resize(width, 900).await?;
            page.goto(&without_scripts(path)).await?;
            let before = page.boxes(boxes).await?;
            live(page, path).await?;
            page.draw().await?;
            assert_eq!(page.boxes(boxes).await?, before, "{path} at {width}");
            assert_eq!(page.shifts().await?, Vec::<String>::new(), "{path} at {width}");
        }
    }
    Ok(())
}

/// Where rendering takes so long that Yew puts off the rest, no frame shows a list where lanes will be.
async fn going_live_moves_nothing_on_a_slow_device(page: &mut Page) -> Result<()> {
    page.resize(1600, 900).await?;
    for (_, path) in pages().filter(|(name, _)| *name != PLAIN) {
        insert(page, path, "").await?;
        page.wait("document.readyState === 'complete'", "all of the page").await?;
        page.run("await document.fonts.ready; await new Promise((done) => setTimeout(done, 300))", &[])
            .await?;
        let slow = "let late = 0; const { now } = Date; Date.now = () => now.call(Date) + (late += 100);
            window.heights = []; const e = document.querySelector('plan-timeline');
            (function look() { const { height } = e.getBoundingClientRect(); if (heights.at(-1) !== height) heights.push(height); requestAnimationFrame(look) })()";
        page.run(slow, &[]).await?;
        start(page, path).await?;
        page.wait(
            "document.querySelector('plan-timeline').shadowRoot.querySelector('[part=lanes]')",
            "the lanes",
        )
        .await?;
        page.draw().await?;
        let heights = page.eval("return heights", &[]).await?;
        assert_eq!(heights.as_array().map(Vec::len), Some(1), "{path}: {heights}");
    }
    Ok(())
}

async fn static_and_live_say_the_same(page: &mut Page) -> Result<()> {
    page.resize(600, 900).await?;
    for (_, path) in pages() {
        page.goto(&without_scripts(path)).await?;
        let before = page.eval(&format!("return {SAYS}"), &[]).await?;
        assert!(before[0].as_array().is_some_and(|texts| texts.len() > 50), "{path}: {before}");
        live(page, path).await?;
        assert_eq!(page.eval(&format!("return {SAYS}"), &[]).await?, before, "{path}");
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    Ok(())
}

/// How a page may be older or newer than the package: what is done to its timeline (`e`, and `r` is the static part),
/// and what the console may say.
const OTHER: [(&str, &str, &[&str]); 11] = [
    ("an item less", "r.querySelector('[part=item]').remove()", &[]),
    (
        "an item that is gone from the plan, open",
        "const item = r.querySelector('[part=item]').cloneNode(true);
         item.firstChild.dataset.item = 'a \"quoted\" id'; item.firstChild.open = true; r.querySelector('ol').append(item)",
        &[],
    ),
    (
        "open details without an id",
        "const d = r.querySelector('details'); d.removeAttribute('data-item'); d.open = true",
        &[],
    ),
    ("other words", "for (const n of r.querySelectorAll('[part=title]')) n.textContent += '（旧）'", &[]),
    (
        "unknown parts and elements",
        "r.querySelector('ol').outerHTML = '<plan-old part=\"scroll\"><button data-row>旧</button></plan-old>'",
        &[],
    ),
    ("none of its structure", "r.querySelector('[part=root]').outerHTML = '<p>旧</p>'", &[]),
    ("no static part", "r.replaceChildren()", &[]),
    ("an unknown attribute", "e.setAttribute('density', 'high')", &[]),
    (
        "a value that is no longer known",
        "e.setAttribute('layout', 'grid')",
        &[
            "plan-widgets: <plan-timeline> 属性有误，已忽略：layout：应为以下之一：auto、list、lanes、story，实为\"grid\"",
        ],
    ),
    (
        "a topic that is gone",
        "e.setAttribute('topic', 'gone transport')",
        &["plan-widgets: <plan-timeline> 属性有误，已忽略：topic：应为以空格分隔的 topic 编号，实为\"gone\""],
    ),
    (
        "another language of the static part",
        "r.querySelector('[part=root]').lang = 'en'; r.querySelector('[part=heading]').textContent = 'Timeline'",
        &[],
    ),
];

/// Puts a built page's widget into an empty page, changed by `change`.
async fn insert(page: &Page, path: &str, change: &str) -> Result<()> {
    page.goto("/tests/glossary/blank.html").await?;
    let insert = "const text = await (await fetch(arguments[0])).text();
        window.script = text.match(/[^\"= ]*plan-widgets[/]timeline[.]js/)[0];
        const main = document.querySelector('main');
        main.setHTMLUnsafe(text.match(/<plan-timeline[^]*?<[/]plan-timeline>/)[0]);
        const e = main.firstChild, r = e.shadowRoot ?? e;
        new Function('e', 'r', arguments[1])(e, r);
        document.addEventListener('plan-ready', () => { window.ready = true })";
    page.eval_async(insert, &[json!(path), json!(change)]).await.map(drop)
}

/// Puts its script there as well.
async fn start(page: &Page, path: &str) -> Result<()> {
    let start = "const s = document.createElement('script'); s.type = 'module'; s.src = new URL(script, new URL(arguments[0], location)); document.head.append(s)";
    page.eval(start, &[json!(path)]).await?;
    page.wait("window.ready", "the live timeline").await
}

async fn enter(page: &Page, path: &str, change: &str) -> Result<()> {
    insert(page, path, change).await?;
    start(page, path).await
}

async fn an_older_copy_gives_way_to_the_plan(page: &mut Page) -> Result<()> {
    page.resize(600, 900).await?;
    // The two forms: what is around them makes no difference here.
    for (_, path) in pages().filter(|(name, _)| ["shell", PLAIN].contains(name)) {
        enter(page, path, "").await?;
        let current = page.eval(&format!("return {SAYS}"), &[]).await?;
        for (name, change, expected) in OTHER {
            enter(page, path, change).await?;
            assert_eq!(page.eval(&format!("return {SAYS}"), &[]).await?, current, "{name} in {path}");
            page.wait(&format!("__probe.messages.length >= {}", expected.len()), name).await?;
            let said: Vec<_> = page.console().await?.into_iter().map(|message| message.text).collect();
            assert_eq!(said, expected, "{name} in {path}");
        }
    }
    Ok(())
}

/// The item that the reader has the focus on stays in focus where the plan has it still, and nothing breaks where not.
async fn an_older_copy_keeps_the_readers_place(page: &mut Page) -> Result<()> {
    page.resize(600, 900).await?;
    let focused = "const a = document.querySelector('plan-timeline').shadowRoot.activeElement; return a && a.closest('[data-item]').dataset.item";
    for (name, path) in pages() {
        let known = "const s = r.querySelectorAll('[data-item] > summary')[1]; r.querySelector('[part=item]').remove(); s.focus(); window.kept = s.parentNode.dataset.item";
        enter(page, path, known).await?;
        // Plain HTML stays where it is, out of sight.
        let kept = if name == PLAIN { Value::Null } else { page.eval("return kept", &[]).await? };
        assert_eq!(page.eval(focused, &[]).await?, kept, "{path}");
        let gone = "const s = r.querySelector('[data-item] > summary'); s.parentNode.dataset.item = 'a \"quoted\" id'; s.focus()";
        enter(page, path, gone).await?;
        assert_eq!(page.eval(focused, &[]).await?, Value::Null, "{path}");
        let opened =
            "const m = r.querySelector('[part=meanings]'); m.open = true; m.querySelector('summary').focus()";
        enter(page, path, opened).await?;
        let stays = "const r = document.querySelector('plan-timeline').shadowRoot, m = r.querySelector('[part=meanings]'); return [m.open, m.contains(r.activeElement)]";
        assert_eq!(page.eval(stays, &[]).await?, json!([name != PLAIN, name != PLAIN]), "{path}");
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    Ok(())
}
