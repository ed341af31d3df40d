//! What [`Page`] and its servers report about a page: memory, messages, pictures, requests.

use std::time::{Duration, Instant};

use anyhow::Result;
use serde_json::json;

use super::PAGE;
use crate::page::Page;

crate::tests! {
    garbage_is_collected;
    console;
    csp;
    shifts in Chromium; // the only one that reports it
    screenshot;
    print_pdf in Chromium, Firefox; // WebKitGTK's driver can't
    axe;
    a11y in Chromium; // a command of its protocol
    requests;
    answers_can_be_late_or_fail;
    modules_load_from_another_origin;
}

async fn garbage_is_collected(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    let make = "
        const element = document.createElement('div');
        element.attachShadow({ mode: 'open' }).innerHTML = '<p>shadow</p>';
        element.self = { element }; // a circle through the DOM
        document.body.append(element);
        window.kept = element;
        window.dropped = new WeakRef(element);
        window.young = new WeakRef({});";
    page.eval(make, &[]).await?;
    page.gc().await?;
    let here = "return [dropped, young].map((ref) => ref.deref() !== undefined)";
    assert_eq!(page.eval(here, &[]).await?, json!([true, false]));
    page.eval("kept.remove(); delete window.kept", &[]).await?;
    page.gc().await?;
    assert_eq!(page.eval(here, &[]).await?, json!([false, false]));
    Ok(())
}

async fn console(page: &mut Page) -> Result<()> {
    page.goto("/tests/harness/complaints.html").await?;
    page.wait("__probe.messages.length >= 5", "five complaints").await?;
    let messages = page.console().await?;
    let text = |kind: &str| {
        let message = messages.iter().find(|message| message.kind == kind);
        message.map(|message| message.text.as_str())
    };
    assert_eq!(text("warn"), Some(r#"a warning {"of":1}"#));
    assert_eq!(text("error"), Some("TypeError: an error"));
    assert_eq!(text("uncaught"), Some("Error: uncaught"));
    assert_eq!(text("rejection"), Some("Error: rejected"));
    let image = format!("img {}/tests/harness/nothing.png", page.origin());
    assert_eq!(text("load"), Some(image.as_str()));
    assert_eq!(text("csp"), None);
    Ok(())
}

async fn csp(page: &mut Page) -> Result<()> {
    page.goto("/tests/harness/complaints.html?csp=default-src 'self'").await?;
    page.wait("__probe.messages.length >= 6", "six complaints").await?;
    let messages = page.console().await?;
    let csp: Vec<_> = messages.iter().filter(|message| message.kind == "csp").collect();
    assert_eq!(csp.len(), 1, "{messages:?}");
    assert!(csp[0].text.starts_with("style-src-attr inline "), "{csp:?}");
    Ok(())
}

async fn shifts(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    assert_eq!(page.shifts().await?, Vec::<String>::new());
    page.goto("/tests/harness/complaints.html").await?;
    page.wait("__probe.shifts.length", "a layout shift").await
}

async fn screenshot(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    page.resize(320, 480).await?;
    let picture = std::fs::read(page.screenshot("harness").await?)?;
    // A PNG's header has its width and height.
    assert_eq!(&picture[1..4], b"PNG");
    assert_eq!(picture[16..24], [0, 0, 1, 64, 0, 0, 1, 224]);
    Ok(())
}

async fn print_pdf(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    assert!(page.print_pdf().await?.starts_with(b"%PDF-"));
    Ok(())
}

async fn axe(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    assert_eq!(page.axe("html").await?, Vec::<String>::new());
    page.goto("/tests/harness/inaccessible.html?csp=default-src 'self'").await?;
    let violations = page.axe("main").await?;
    assert_eq!(violations.len(), 1, "{violations:?}");
    assert!(violations[0].starts_with("button-name: "), "{violations:?}");
    assert!(violations[0].contains("shadow-part button"), "{violations:?}");
    Ok(())
}

async fn a11y(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    let tree = page.a11y().await?;
    let deep = tree["nodes"]
        .as_array()
        .into_iter()
        .flatten()
        .any(|node| node["role"]["value"] == "button" && node["name"]["value"] == "Deep");
    assert!(deep, "{tree}");
    Ok(())
}

async fn requests(page: &mut Page) -> Result<()> {
    page.goto(&format!("{PAGE}?twice")).await?;
    let requests = page.requests();
    for path in [&format!("{PAGE}?twice"), "/probe.js", "/tests/harness/page.js"] {
        let times = requests.iter().filter(|request| request.path == path).count();
        assert_eq!(times, 1, "{path} in {requests:?}");
    }
    Ok(())
}

async fn answers_can_be_late_or_fail(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    let fetch = "return (await fetch(arguments[0])).status";
    let start = Instant::now();
    assert_eq!(page.eval_async(fetch, &[json!(format!("{PAGE}?delay=300"))]).await?, 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
    assert_eq!(page.eval_async(fetch, &[json!(format!("{PAGE}?status=503"))]).await?, 503);
    assert_eq!(page.eval_async(fetch, &[json!("/tests/%2e%2e/src/main.rs")]).await?, 404);
    Ok(())
}

async fn modules_load_from_another_origin(page: &mut Page) -> Result<()> {
    page.goto(PAGE).await?;
    let module = format!("{}/tests/harness/module.js", page.foreign_origin());
    let import = "return (await import(arguments[0])).answer";
    assert_eq!(page.eval_async(import, &[json!(module)]).await?, 42);
    Ok(())
}
