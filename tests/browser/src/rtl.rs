//! What runs from right to left: a plan in Arabic, alone and on pages of the other direction.

use anyhow::Result;
use serde_json::{Value, json};
use xtask::setup::Engine;

use crate::emulate::Scheme;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    time_runs_from_right_to_left;
    the_left_arrow_leads_on;
    the_left_arrow_leads_to_the_next_card;
    the_day_at_the_pointer_stays_there;
    the_axis_follows_the_mouse;
    the_slider_begins_on_the_right;
    a_finger_swipes_the_other_way in Chromium, Firefox; // WebKitGTK's driver makes it a mouse
    names_of_the_other_direction_stay_in_their_places;
    the_note_of_a_term_begins_where_the_term_does;
    a_pop_up_stays_within_the_window;
    the_page_decides_nothing;
    nothing_is_wider_than_the_page;
    axe_finds_nothing;
    pictures;
}

const PLAN: &str = "/tests/rtl/plan.json";

/// A page of this language and direction, with an element.
async fn open(page: &Page, (lang, dir): (&str, &str), element: &str, awaited: &str) -> Result<()> {
    page.goto("/tests/rtl/page.html").await?;
    let js = "const [lang, dir, html] = arguments;
        Object.assign(document.documentElement, { lang, dir });
        document.querySelector('main').innerHTML = html";
    page.eval(js, &[json!(lang), json!(dir), json!(element)]).await?;
    until(page, &format!("r?.querySelector('{awaited}')")).await
}

/// A timeline in Arabic on a page in Arabic.
async fn timeline(page: &Page, attributes: &str, awaited: &str) -> Result<()> {
    open(page, ("ar", "rtl"), &format!("<plan-timeline src='{PLAN}' {attributes}></plan-timeline>"), awaited)
        .await
}

/// The answer to an expression in which `r` is the first widget's shadow root and `e` its element.
async fn ask(page: &Page, expression: &str) -> Result<Value> {
    let js = format!(
        "const e = document.querySelector('main').firstElementChild, r = e.shadowRoot; return {expression}"
    );
    page.eval(&js, &[]).await
}

async fn until(page: &Page, expression: &str) -> Result<()> {
    let js = format!(
        "((e) => {{ const r = e.shadowRoot; return {expression} }})(document.querySelector('main').firstElementChild)"
    );
    page.wait(&js, expression).await
}

/// Where something stands: its left and right edge.
async fn edges(page: &Page, of: &str) -> Result<(f64, f64)> {
    let js = format!("(({{ left, right }}) => [left, right])({of}.getBoundingClientRect())");
    Ok(serde_json::from_value(ask(page, &js).await?)?)
}

/// A bar by what its name begins with.
fn bar(name: &str) -> String {
    format!(
        "[...r.querySelectorAll('[part=bar]')].find((bar) => bar.textContent.trim().startsWith('{name}'))"
    )
}

/// A mark of the axis by its text.
fn tick(text: &str) -> String {
    format!("[...r.querySelectorAll('[part=tick]')].find((tick) => tick.textContent === '{text}')")
}

async fn time_runs_from_right_to_left(page: &mut Page) -> Result<()> {
    timeline(page, "layout=lanes", "[part=bar]").await?;
    assert_eq!(ask(page, "r.querySelector('[part=root]').dir").await?, "rtl");
    let (early, late) = (edges(page, &bar("مسارات للحافلات")).await?, edges(page, &bar("ترام")).await?);
    assert!(early.1 > late.1, "{early:?} is before {late:?}");
    let ticks = ask(page, "[...r.querySelectorAll('[part=tick]')].map((tick) => [+tick.textContent, Math.round(tick.getBoundingClientRect().right)])").await?;
    let ticks: Vec<(i32, i32)> = serde_json::from_value(ticks)?;
    assert!(ticks.len() > 3 && ticks.is_sorted_by(|a, b| a.0 < b.0 && a.1 > b.1), "{ticks:?}");
    // Names of lanes stand before the axis, over which they are covered while it stays.
    let (name, axis) = (
        edges(page, "r.querySelector('[part=lane-name]')").await?,
        edges(page, "r.querySelector('[part=axis]')").await?,
    );
    assert!(name.0 >= axis.1 - 1.0, "{name:?} is before {axis:?}");
    let shadow = "getComputedStyle(r.querySelector('[part=axis]')).boxShadow.match(/ (-?)[0-9.]+px/)[1]";
    assert_eq!(ask(page, shadow).await?, "");
    // A bar that fades out towards its beginning is turned with its axis.
    let turned = "[...r.querySelectorAll('[part=bar]')].map((bar) => getComputedStyle(bar, '::before')).every(({ display, transform }) => display === 'none' || transform.startsWith('matrix(-1'))";
    assert_eq!(ask(page, turned).await?, true);
    // Names begin within their lanes, and a name that stands before its bar's end ends there.
    for width in [320, 720, 1200] {
        page.resize(width, 800).await?;
        page.draw().await?;
        let cut = "[...r.querySelectorAll('[part=track]')].flatMap((track) => { const { left, right } = track.getBoundingClientRect();
            return [...track.querySelectorAll('button')].filter((n) => { const b = n.getBoundingClientRect(); return b.right > right + 1 || b.right < left + 8 }).map((n) => n.textContent) })";
        assert_eq!(ask(page, cut).await?, json!([]), "{width}");
        let apart = "[...r.querySelectorAll('[data-shape~=late]')].filter((bar) => Math.abs(bar.getBoundingClientRect().left - bar.firstElementChild.getBoundingClientRect().left) > 1).length";
        assert_eq!(ask(page, apart).await?, 0, "{width}");
    }
    Ok(())
}

async fn the_left_arrow_leads_on(page: &mut Page) -> Result<()> {
    timeline(page, "layout=lanes topic=transport", "[part=bar]").await?;
    ask(page, "r.querySelector('[data-row][tabindex=\"0\"]').focus()").await?;
    let at = "(() => { const { right } = r.activeElement.getBoundingClientRect(); return right })()";
    let first = ask(page, at).await?.as_f64().unwrap_or_default();
    page.key(Key::Left).await?;
    until(page, &format!("{at} < {first} - 1")).await?;
    page.key(Key::Right).await?;
    until(page, &format!("Math.abs({at} - {first}) < 1")).await?;
    timeline(page, "layout=story", "[part=on]").await?;
    ask(page, "r.querySelector('[part=on]').focus()").await?;
    let nth = "r.querySelector('[part=progress]').textContent.trim()";
    for (key, at) in [(Key::Left, 2), (Key::Down, 3), (Key::Right, 2), (Key::Up, 1), (Key::Left, 2)] {
        page.key(key).await?;
        until(page, &format!("{nth}.startsWith('{at} من 17')")).await?;
    }
    let (back, on) = (
        edges(page, "r.querySelector('[part=back]')").await?,
        edges(page, "r.querySelector('[part=on]')").await?,
    );
    assert!(back.0 > on.1, "{back:?} is before {on:?}");
    Ok(())
}

async fn the_left_arrow_leads_to_the_next_card(page: &mut Page) -> Result<()> {
    let deck = format!("<plan-goal-deck src='{PLAN}'></plan-goal-deck>");
    open(page, ("ar", "rtl"), &deck, "summary[tabindex=\"0\"]").await?;
    let at = "+r.activeElement.dataset.row";
    ask(page, "r.querySelector('summary[data-row]').focus()").await?;
    let first = ask(page, at).await?.as_f64().unwrap_or_default();
    page.key(Key::Left).await?;
    until(page, &format!("{at} === {first} + 1")).await?;
    page.key(Key::Right).await?;
    until(page, &format!("{at} === {first}")).await
}

async fn the_day_at_the_pointer_stays_there(page: &mut Page) -> Result<()> {
    timeline(page, "layout=lanes", "[part=bar]").await?;
    let year = tick("2028");
    let before = edges(page, &year).await?.1;
    let wheel = "const r = document.querySelector('plan-timeline').shadowRoot; return r.querySelector('[part=track]').dispatchEvent(new WheelEvent('wheel', { deltaY: -100, clientX: arguments[0], bubbles: true, composed: true, cancelable: true, ctrlKey: true }))";
    for _ in 0..4 {
        assert_eq!(page.eval(wheel, &[json!(before)]).await?, false);
    }
    until(page, "+getComputedStyle(r.querySelector('[part=slider]')).getPropertyValue('--l') < 7000").await?;
    page.draw().await?;
    let after = edges(page, &year).await?.1;
    assert!((after - before).abs() < 3.0, "{before} and {after}");
    Ok(())
}

async fn the_axis_follows_the_mouse(page: &mut Page) -> Result<()> {
    timeline(page, "layout=lanes", "[part=bar]").await?;
    for _ in 0..2 {
        page.click(&["plan-timeline", "[data-do=zoom-in]"]).await?;
    }
    until(page, "!r.querySelector('[part=overview]').disabled").await?;
    page.draw().await?;
    let year = tick("2029");
    let before = edges(page, &year).await?.1;
    let at = ask(page, "(() => { const b = r.querySelector('[part=axis]').getBoundingClientRect(); return [b.x + b.width / 2, b.y + 10] })()").await?;
    let (x, y) = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
    let value = "+r.querySelector('[part=overview]').value";
    let slider = ask(page, value).await?.as_f64().unwrap_or_default();
    page.drag((x, y), (x + 60.0, y)).await?;
    until(page, &format!("{value} > {slider}")).await?; // on the left is what comes later
    page.draw().await?;
    let after = edges(page, &year).await?.1;
    assert!((after - before - 60.0).abs() < 3.0, "{before} and {after}");
    Ok(())
}

async fn the_slider_begins_on_the_right(page: &mut Page) -> Result<()> {
    timeline(page, "layout=lanes", "[part=bar]").await?;
    for _ in 0..3 {
        page.click(&["plan-timeline", "[data-do=zoom-in]"]).await?;
    }
    let slider = "r.querySelector('[part=overview]')";
    until(page, &format!("!{slider}.disabled")).await?;
    ask(page, &format!("{slider}.focus()")).await?;
    page.key(Key::Home).await?;
    until(page, &format!("{slider}.value === '0'")).await?;
    // WebKit's own keys know no direction.
    page.key(if page.engine() == Engine::WebKit { Key::Right } else { Key::Left }).await?;
    until(page, &format!("+{slider}.value > 0")).await?;
    // A press at its left end shows the end of the axis.
    let at = ask(
        page,
        &format!(
            "(() => {{ const b = {slider}.getBoundingClientRect(); return [b.x + 3, b.y + b.height / 2] }})()"
        ),
    )
    .await?;
    let (x, y) = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
    page.drag((x, y), (x - 1.0, y)).await?;
    until(page, &format!("+{slider}.value > 500")).await
}

async fn a_finger_swipes_the_other_way(page: &mut Page) -> Result<()> {
    page.resize(360, 800).await?;
    timeline(page, "layout=story", "[part=card]").await?;
    ask(page, "r.querySelector('[part=card]').scrollIntoView({ block: 'center' })").await?;
    let at = ask(page, "(() => { const b = r.querySelector('[part=card]').getBoundingClientRect(); return b.y + b.height / 2 })()").await?;
    let y = at.as_f64().unwrap_or_default();
    let nth = "r.querySelector('[part=progress]').textContent.trim()";
    page.swipe((80.0, y), (280.0, y)).await?;
    until(page, &format!("{nth}.startsWith('2 من 17')")).await?;
    page.swipe((280.0, y), (80.0, y)).await?;
    until(page, &format!("{nth}.startsWith('1 من 17')")).await
}

/// Where stretches of an element's text are drawn, from right to left.
const DRAWN: &str = "const [selector, texts] = arguments, r = document.querySelector('main').firstElementChild.shadowRoot;
    const element = [...r.querySelectorAll(selector)].find((one) => texts.every((text) => one.textContent.includes(text)) && one.checkVisibility());
    if (!element) return selector + ' has not all of ' + texts;
    const find = (text) => {
      const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        const at = walk.currentNode.data.indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walk.currentNode, at);
        range.setEnd(walk.currentNode, at + text.length);
        return range.getBoundingClientRect().left;
      }
    };
    return texts.map((text) => [find(text), text]).sort(([a], [b]) => b - a).map(([, text]) => text)";

async fn names_of_the_other_direction_stay_in_their_places(page: &mut Page) -> Result<()> {
    timeline(page, "layout=list item=share", "details[open]").await?;
    for (selector, texts) in [
        // Two Latin names beside each other: the first stands on the right.
        ("[part=meta]", vec!["موعود به أو جارٍ", "AI", "Wi-Fi 7"]),
        ("[part=meta]", vec!["النقل", "AI", "Wi-Fi 7", "المادة"]),
        ("[part=fact] dd", vec!["40%", "حصة"]),
        // A number stands on the left of its Latin unit.
        ("[part=title]", vec!["القدرة", "PV", "MW", "120"]),
        ("[part=group-title]", vec!["الخطة الخمسية", "2026", "2030"]),
    ] {
        assert_eq!(page.eval(DRAWN, &[json!(selector), json!(texts)]).await?, json!(texts), "{selector}");
    }
    let deck = format!("<plan-goal-deck src='{PLAN}' goal=easy-ways></plan-goal-deck>");
    open(page, ("ar", "rtl"), &deck, "[open] [part=verb]").await?;
    for (selector, texts) in [
        ("[part=value]", vec!["km", "12.5"]),
        ("[part=value]", vec!["%", "40"]),
        ("[part=project]", vec!["تطبيق", "BusNow", "2"]),
        ("[part=field]", vec!["AI", "Wi-Fi 7"]),
    ] {
        assert_eq!(page.eval(DRAWN, &[json!(selector), json!(texts)]).await?, json!(texts), "{selector}");
    }
    // What has another direction begins all the same where its column does.
    let start = "[...r.querySelectorAll('[part=figure]')].filter((figure) => figure.checkVisibility()).map((figure) => { const range = document.createRange(); range.selectNodeContents(figure.querySelector('[part=value]'));
        return Math.round(range.getBoundingClientRect().right - figure.getBoundingClientRect().right) })";
    assert_eq!(ask(page, &format!("{start}.filter((off) => Math.abs(off) > 1)")).await?, json!([]));
    Ok(())
}

async fn the_note_of_a_term_begins_where_the_term_does(page: &mut Page) -> Result<()> {
    for dir in ["rtl", "ltr"] {
        let element =
            format!("<plan-timeline src='{PLAN}' lang=ar layout=list item=treatment-ready></plan-timeline>");
        open(page, ("en", dir), &element, "[part=term-name]").await?;
        page.click(&["plan-timeline", "[part=term-name]"]).await?;
        until(page, "r.querySelector(':popover-open')").await?;
        page.draw().await?;
        let note = edges(page, "r.querySelector(':popover-open')").await?;
        let term = edges(page, "r.querySelector('[part=term-name]')").await?;
        assert!(note.0 >= 0.0 && note.1 <= 1280.0, "{note:?} on a page {dir}");
        // Which side that is the page decides, in whose direction the window is.
        let anchored = dir == "rtl" && ask(page, "CSS.supports('position-area', 'block-end')").await? == true;
        assert!(!anchored || (note.1 - term.1).abs() < 2.0, "{note:?} under {term:?}");
    }
    Ok(())
}

const POPUP: &str = "document.querySelector('plan-popup')";

async fn a_pop_up_stays_within_the_window(page: &mut Page) -> Result<()> {
    for (lang, dir) in [("ar", "rtl"), ("en", "ltr")] {
        for (width, height) in [(320, 640), (1200, 800), (320, 200)] {
            page.resize(width, height).await?;
            let texts = "<p lang=ar dir=rtl><plan-term src='/tests/rtl/plan.json' term=grey-water>المياه الرمادية</plan-term> في أول السطر</p>
                <p lang=ar dir=rtl style='text-align: end'>في آخر السطر: <plan-term src='/tests/rtl/plan.json' term=half-hour-city>مدينة نصف الساعة</plan-term></p>";
            page.goto("/tests/rtl/page.html").await?;
            let js = "const [lang, dir, html] = arguments; Object.assign(document.documentElement, { lang, dir }); document.querySelector('main').innerHTML = html";
            page.eval(js, &[json!(lang), json!(dir), json!(texts)]).await?;
            for term in 0..2 {
                let armed = format!("document.querySelectorAll('plan-term[role]')[{term}]");
                page.wait(&armed, "the term").await?;
                page.eval(&format!("{armed}.click()"), &[]).await?;
                page.wait(&format!("{POPUP}?.shadowRoot?.querySelector('[part~=popup]')"), "the pop-up")
                    .await?;
                page.draw().await?;
                let inside = format!(
                    "const b = {POPUP}.getBoundingClientRect(); return b.left >= 0 && b.right <= innerWidth && b.top >= 0 && b.bottom <= innerHeight"
                );
                assert_eq!(page.eval(&inside, &[]).await?, true, "{dir}, {width}×{height}, term {term}");
                let close = format!(
                    "const root = {POPUP}.shadowRoot, x = (part) => root.querySelector(`[part=${{part}}]`).getBoundingClientRect().left; return [root.querySelector('[part~=popup]').dir, x('close') < x('popup-title')]"
                );
                assert_eq!(page.eval(&close, &[]).await?, json!(["rtl", true]));
                page.key(Key::Escape).await?;
                page.wait(&format!("!{POPUP}"), "nothing").await?;
            }
        }
    }
    // Where the browser doesn't keep it beside its term.
    let source = xtask::read(&xtask::root().join("src/element/shell/layout.js"))?;
    let layout = "const { layout } = await import(`data:text/javascript,${encodeURIComponent(arguments[0])}`);
        return [20, 100, 280].map((left) => layout({ left, right: left + 40, top: 100, bottom: 120 }, { width: 120, height: 200 }, { width: 320, height: 600 }, true).left)";
    assert_eq!(page.run(layout, &[json!(source)]).await?, json!([8, 20, 192]));
    Ok(())
}

/// Where everything in a widget stands, from its element's edges.
const PLACES: &str = "const e = document.querySelector('main').firstElementChild, { left, top } = e.getBoundingClientRect();
    return [...e.shadowRoot.querySelectorAll('[part=root] *')].filter((n) => n.checkVisibility()).map((n) => { const b = n.getBoundingClientRect();
      return [n.localName + (n.getAttribute('part') ?? ''), ...[b.left - left, b.top - top, b.width, b.height].map((v) => Math.round(v))].join(' ') })";

async fn the_page_decides_nothing(page: &mut Page) -> Result<()> {
    for lang in ["en", "ar"] {
        for (element, awaited) in [
            ("<plan-timeline layout=list item=share", "details[open]"),
            ("<plan-timeline layout=lanes", "[part=bar]"),
            ("<plan-timeline layout=story", "[part=card]"),
            ("<plan-goal-deck", "summary[data-row]"),
            ("<plan-glossary", "[part=term]"),
            ("<plan-overview", "button[part=mark]"),
        ] {
            let element = format!(
                "{element} src='{PLAN}' lang={lang}></{}>",
                &element[1..].split(' ').next().unwrap_or_default()
            );
            let mut places = Vec::new();
            for dir in ["ltr", "rtl"] {
                open(page, ("en", dir), &element, awaited).await?;
                page.draw().await?;
                places.push(page.eval(PLACES, &[]).await?);
            }
            assert!(places[0].as_array().is_some_and(|places| places.len() > 10));
            assert_eq!(places[0], places[1], "{element}");
        }
    }
    Ok(())
}

/// The widgets, each with what is waited for.
const WIDGETS: [(&str, &str, &str); 7] = [
    ("list", "<plan-timeline layout=list item=share", "details[open]"),
    ("lanes", "<plan-timeline layout=lanes", "[part=bar]"),
    ("lanes-open", "<plan-timeline layout=lanes item=tram-runs", "[part=panel]"),
    ("story", "<plan-timeline layout=story item=app", "[part=card]"),
    ("goals", "<plan-goal-deck goal=easy-ways", "details[open] [part=verb]"),
    ("glossary", "<plan-glossary", "[part=term]"),
    ("overview", "<plan-overview project=tram", "[part=selected] small"),
];

async fn widget(page: &Page, element: &str, awaited: &str) -> Result<()> {
    let tag = element[1..].split(' ').next().unwrap_or_default();
    open(page, ("ar", "rtl"), &format!("{element} src='{PLAN}' heading-level=1></{tag}>"), awaited).await
}

async fn nothing_is_wider_than_the_page(page: &mut Page) -> Result<()> {
    for (name, element, awaited) in WIDGETS {
        widget(page, element, awaited).await?;
        for width in [320, 720, 1200] {
            page.resize(width, 800).await?;
            page.draw().await?;
            let overflow = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
            assert_eq!(page.eval(overflow, &[]).await?, 0, "{name} at {width}");
        }
    }
    Ok(())
}

async fn axe_finds_nothing(page: &mut Page) -> Result<()> {
    for (name, element, awaited) in WIDGETS {
        widget(page, element, awaited).await?;
        for width in [320, 1200] {
            page.resize(width, 800).await?;
            page.draw().await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{name} at {width}");
        }
    }
    Ok(())
}

async fn pictures(page: &mut Page) -> Result<()> {
    page.color_scheme(Scheme::Light).await?;
    for (name, element, awaited) in WIDGETS {
        widget(page, element, awaited).await?;
        for width in [320, 720, 1200] {
            page.resize(width, 1400).await?;
            page.draw().await?;
            page.picture(&format!("rtl-{name}-{width}")).await?;
        }
    }
    for width in [320, 1200] {
        page.resize(width, 700).await?;
        page.goto("/tests/rtl/page.html").await?;
        let text = "<p>تسعى الخطة إلى أن تصبح المرسى <plan-term src='/tests/rtl/plan.json' term=half-hour-city>مدينة نصف الساعة</plan-term> قبل عام 2030.</p>";
        page.eval("document.querySelector('main').innerHTML = arguments[0]", &[json!(text)]).await?;
        page.wait("document.querySelector('plan-term[role]')", "the term").await?;
        page.eval("document.querySelector('plan-term').click()", &[]).await?;
        page.wait(&format!("{POPUP}?.shadowRoot?.querySelector('[part~=popup]')"), "the pop-up").await?;
        page.draw().await?;
        page.picture(&format!("rtl-popup-{width}")).await?;
    }
    Ok(())
}
