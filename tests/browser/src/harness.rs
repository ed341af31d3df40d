//! The harness itself: whether a test may rely on what [`Page`] promises to do.

pub mod watch;

use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use xtask::setup::Engine;

use crate::emulate::Scheme;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    eval;
    wait_names_what_is_missing;
    keys;
    characters_that_no_key_has;
    clicks_go_through_shadow_roots;
    a_covered_element_is_not_clicked;
    hover;
    tap in Chromium, Firefox; // WebKitGTK's driver makes it a mouse
    viewports;
    color_scheme;
    reduced_motion;
    forced_colors in Chromium, Firefox; // WebKit has no such mode
    print_media in Chromium, Firefox; // MiniBrowser can't pretend
    no_javascript;
    a_mouse_is_there;
    language_and_zone_are_the_same_everywhere;
    tests_begin_anew;
    a_dead_browser_is_replaced;
}

/// Notes its events, and has nested shadow roots.
const PAGE: &str = "/tests/harness/page.html";

async fn eval(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    assert_eq!(page.eval("return arguments[0] + 1", &[json!(1)]).await?, 2);
    assert_eq!(page.eval("return document.title.length > 0", &[]).await?, true);
    let slow = "await new Promise((done) => setTimeout(done, 10)); return [arguments[0]]";
    assert_eq!(page.eval_async(slow, &[json!("a")]).await?, json!(["a"]));
    assert_eq!(page.eval_async("await 0", &[]).await?, Value::Null);
    let error = page.eval_async("throw new TypeError('no')", &[]).await.err();
    assert_eq!(
        error.map(|error| error.to_string()).as_deref(),
        Some("TypeError: no, in this script: throw new TypeError('no')")
    );
    Ok(())
}

async fn wait_names_what_is_missing(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.wait("document.querySelector('#status')", "the status").await?;
    page.eval("console.warn('why')", &[]).await?;
    let limit = Duration::from_millis(100);
    let error = page.wait_at_most(limit, "window.nothing.at.all", "a miracle").await.err();
    let error = error.map(|error| error.to_string()).unwrap_or_default();
    assert!(error.starts_with("a miracle: not within 100ms ("), "{error}");
    assert!(error.ends_with("The page's console:\n  warn: why"), "{error}");
    Ok(())
}

async fn keys(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.click(&["#field"]).await?;
    page.keys("Zhan j").await?;
    assert_eq!(page.eval("return field.value", &[]).await?, "Zhan j");
    page.key(Key::Left).await?;
    page.key(Key::Backspace).await?;
    assert_eq!(page.eval("return field.value", &[]).await?, "Zhanj");
    page.key(Key::Tab).await?;
    assert_eq!(page.eval("return document.activeElement.id", &[]).await?, "button");
    page.eval("events.length = 0", &[]).await?;
    page.key(Key::Enter).await?;
    page.key(Key::Escape).await?;
    page.key(' ').await?;
    let events = page.eval("return events.map((event) => event.split(' Button')[0])", &[]).await?;
    // A click by keyboard has no pointer, which WebKit calls `mouse` all the same.
    let events: Vec<_> = events.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(events.len(), 5, "{events:?}");
    assert_eq!((events[0], events[2], events[3]), ("keydown Enter", "keydown Escape", "keydown  "));
    assert!(events[1].starts_with("click") && events[4].starts_with("click"), "{events:?}");
    page.chord(&[Key::Shift], Key::Tab).await?;
    assert_eq!(page.eval("return document.activeElement.id", &[]).await?, "field");
    page.chord(&[Key::Control], 'a').await?;
    page.key(Key::Delete).await?;
    assert_eq!(page.eval("return field.value", &[]).await?, "");
    Ok(())
}

async fn characters_that_no_key_has(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.click(&["#field"]).await?;
    page.keys("湛江").await?;
    assert_eq!(page.eval("return field.value", &[]).await?, "湛江");
    Ok(())
}

async fn clicks_go_through_shadow_roots(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.click(&["outer-part", "inner-part", "button"]).await?;
    let events = page.eval("return events.slice(-2)", &[]).await?;
    assert_eq!(events, json!(["pointerdown mouse Deep true", "click mouse Deep true"]));
    Ok(())
}

async fn a_covered_element_is_not_clicked(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    let cover = "document.body.insertAdjacentHTML('beforeend',
        '<div id=cover style=\"position:fixed;inset:0\"></div>')";
    page.eval(cover, &[]).await?;
    let error = page.click(&["#button"]).await.err().map(|error| error.to_string());
    let error = error.unwrap_or_default();
    assert!(error.contains(r#"it is covered by <div id="cover""#), "{error}");
    let error = page.click(&["#absent"]).await.err().map(|error| error.to_string());
    let sentence = r##"["#absent"] can't be pointed at: nothing is #absent"##;
    assert_eq!(error.as_deref(), Some(sentence));
    Ok(())
}

async fn hover(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.hover(&["outer-part", "inner-part", "button"]).await?;
    assert_eq!(page.eval("return events.at(-1)", &[]).await?, "pointerover mouse Deep true");
    assert_eq!(page.eval("return button.matches(':hover')", &[]).await?, false);
    page.hover(&["#button"]).await?;
    assert_eq!(page.eval("return button.matches(':hover')", &[]).await?, true);
    Ok(())
}

async fn tap(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.tap(&["#button"]).await?;
    page.wait("events.includes('click touch Button true')", "the tap's click").await
}

async fn viewports(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    for (width, height) in [(320, 640), (720, 900), (1600, 1000), (3840, 2160), (320, 256)] {
        page.resize(width, height).await?;
        let fits = format!("return matchMedia('(width: {width}px) and (height: {height}px)').matches");
        assert_eq!(page.eval(&fits, &[]).await?, true, "{width} × {height}");
        assert_eq!(page.eval("return document.hasFocus()", &[]).await?, true, "{width} × {height}");
    }
    Ok(())
}

async fn matches(page: &Page, query: &str) -> Result<bool> {
    let matches = page.eval("return matchMedia(arguments[0]).matches", &[json!(query)]).await?;
    Ok(matches == true)
}

async fn color_scheme(page: &mut Page) -> Result<()> {
    let background = "return getComputedStyle(document.body).backgroundColor";
    page.goto(PAGE).await?;
    assert!(matches(page, "(prefers-color-scheme: light)").await?);
    page.color_scheme(Scheme::Dark).await?;
    page.goto(PAGE).await?;
    assert!(matches(page, "(prefers-color-scheme: dark)").await?);
    assert_eq!(page.eval(background, &[]).await?, "rgb(0, 0, 0)");
    page.color_scheme(Scheme::Light).await?;
    page.goto(PAGE).await?;
    assert_eq!(page.eval(background, &[]).await?, "rgb(255, 255, 255)");
    Ok(())
}

async fn reduced_motion(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    assert!(!matches(page, "(prefers-reduced-motion: reduce)").await?);
    page.reduced_motion().await?;
    page.goto(PAGE).await?;
    assert!(matches(page, "(prefers-reduced-motion: reduce)").await?);
    Ok(())
}

async fn forced_colors(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    assert!(!matches(page, "(forced-colors: active)").await?);
    page.forced_colors().await?;
    page.goto(PAGE).await?;
    assert!(matches(page, "(forced-colors: active)").await?);
    Ok(())
}

async fn print_media(page: &mut Page) -> Result<()> {
    page.print_media().await?;
    page.goto(PAGE).await?;
    assert!(matches(page, "print").await?);
    page.begin().await?;
    assert!(matches(page, "screen").await?);
    page.goto(PAGE).await?;
    assert!(matches(page, "screen").await?);
    Ok(())
}

async fn no_javascript(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    page.goto(PAGE).await?;
    let text = page.text().await?;
    assert!(text.contains("without script") && text.contains("Harness"), "{text}");
    assert_eq!(page.eval("return document.title.length > 0", &[]).await?, true);
    page.begin().await?;
    page.goto(PAGE).await?;
    assert!(page.text().await?.contains("with script"));
    // The text of shadow roots counts as well.
    assert!(page.text().await?.contains("Deep"));
    Ok(())
}

async fn a_mouse_is_there(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    assert!(matches(page, "(hover: hover) and (pointer: fine)").await?);
    Ok(())
}

async fn language_and_zone_are_the_same_everywhere(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    let settings = "return [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone]";
    assert_eq!(page.eval(settings, &[]).await?, json!(["en-US", "UTC"]));
    Ok(())
}

async fn tests_begin_anew(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.resize(400, 400).await?;
    page.eval("localStorage.a = 1; sessionStorage.a = 1; document.cookie = 'a=1; path=/'", &[]).await?;
    page.begin().await?;
    assert_eq!(page.eval("return document.title", &[]).await?, "Where every test begins");
    assert!(page.requests().is_empty());
    page.goto(PAGE).await?;
    let left = "return [localStorage.a, sessionStorage.a, document.cookie, innerWidth]";
    assert_eq!(page.eval(left, &[]).await?, json!([null, null, "", 1280]));
    Ok(())
}

async fn a_dead_browser_is_replaced(page: &mut Page) -> Result<()> {
    page.client()?.clone().close().await?;
    assert!(page.goto(PAGE).await.is_err());
    page.begin().await?;
    page.goto(PAGE).await?;
    assert_eq!(page.eval("return 1", &[]).await?, 1);
    assert_eq!(Engine::Chromium == page.engine(), page.a11y().await.is_ok());
    Ok(())
}
