//! Networks and servers that fail: whatever arrives is known for what it is, told with its file and the remedy, and
//! asked for again where that may help.

use anyhow::Result;
use serde_json::json;
use xtask::server::Fault;
use xtask::setup::Engine;

use super::{BLANK, add, blank};
use crate::gallery::LIVE;
use crate::page::Page;

crate::tests! {
    what_comes_instead_of_a_module_is_told;
    what_comes_instead_of_its_glue_is_told;
    what_comes_instead_of_data_is_told;
    a_module_that_is_labelled_oddly_lives;
    an_old_module_harms_no_other_widget;
    without_the_sentences_the_code_is_told;
    what_comes_instead_of_the_check_is_told;
    a_failure_that_passes_is_no_end;
    terms_are_marked_when_the_network_is_back;
    progress_comes_when_the_network_is_back;
    what_has_left_asks_no_more;
    a_page_that_is_online_again_asks_at_once;
}

/// What servers answer with for whatever they lack.
fn start_page() -> Fault {
    Fault::Contents("text/html; charset=utf-8", b"<!doctype html><title>Start</title><p>Welcome".to_vec())
}

fn nothing(mime: &'static str) -> Fault {
    Fault::Contents(mime, Vec::new())
}

async fn errors(page: &Page) -> Result<()> {
    let js =
        "window.errors = []; document.addEventListener('plan-error', ({ detail }) => errors.push(detail))";
    page.run(js, &[]).await.map(drop)
}

/// For each fault of a file: its code, what its sentence has in it; that the content stays, that one line is in the
/// console; and that the widget lives once the fault has passed, by itself.
async fn told(page: &Page, file: &str, faults: Vec<(Fault, &str, &str)>) -> Result<()> {
    for (fault, code, words) in faults {
        let what = format!("{file}: {fault:?}").chars().take(120).collect::<String>();
        page.goto(BLANK).await?;
        let lenient = fault == Fault::FalseGzip && page.engine() == Engine::WebKit; // which reads it as it is
        page.fail(file, fault);
        page.run("await import('/dist/glossary.js')", &[]).await?;
        errors(page).await?;
        add(page, json!({ "lang": "en" })).await?;
        if lenient {
            page.wait(LIVE, &what).await?;
            page.mend();
            continue;
        }
        page.wait("errors.length", &what).await?;
        let seen = "const [{ code, message }] = errors; return [code, message, document.querySelector('plan-glossary').innerText, window.__probe.messages.filter(({ kind }) => kind !== 'load').map(({ text }) => text)]";
        let seen = page.run(seen, &[]).await?;
        let message = seen[1].as_str().unwrap_or_default();
        assert_eq!(seen[0], code, "{what}: {message}");
        assert!(message.contains(file) && message.contains(words), "{what}: {message}");
        assert_eq!(seen[2], "静态内容", "{what}");
        assert_eq!(seen[3], json!([format!("plan-widgets: <plan-glossary> {message}")]), "{what}");
        page.mend();
        page.wait(LIVE, &format!("{what}, mended")).await?;
        assert_eq!(page.run("return errors.length", &[]).await?, 1, "{what}");
    }
    Ok(())
}

async fn what_comes_instead_of_a_module_is_told(page: &mut Page) -> Result<()> {
    let old = std::fs::read(xtask::root().join("pkg/dist/glossary.wasm"))?;
    let mut other = old.clone();
    let end = other.len();
    other[end - 1] ^= 1; // another hash
    let faults = vec![
        (Fault::Status(404), "network", "HTTP 404"),
        (Fault::Status(503), "network", "HTTP 503"),
        (Fault::Reset(60_000), "network", "Check the address"),
        (Fault::FalseGzip, "network", "Check the address"),
        (start_page(), "file-missing", "web page"),
        (nothing("application/wasm"), "file-broken", "0 B"),
        (Fault::Cut(60_000), "file-broken", "60000 B"),
        (Fault::Contents("application/wasm", old[..8].to_vec()), "file-version", "(?)"),
        (Fault::Contents("application/wasm", other), "file-version", xtask::generate::VERSION),
        (Fault::File("/dist/goals.wasm"), "file-version", "goals"),
    ];
    told(page, "/dist/glossary.wasm", faults).await
}

async fn what_comes_instead_of_its_glue_is_told(page: &mut Page) -> Result<()> {
    let old = b"export const build = '0.0.9 glossary 01234567'; export function glue() {}".to_vec();
    let faults = vec![
        (Fault::Status(503), "network", "could not be fetched"),
        (start_page(), "network", "could not be fetched"),
        (nothing("text/javascript"), "file-version", "(?)"),
        (Fault::Contents("text/javascript", old), "file-version", "0.0.9"),
    ];
    told(page, "glossary-glue.js", faults).await
}

async fn what_comes_instead_of_data_is_told(page: &mut Page) -> Result<()> {
    let json = |text: &str| Fault::Contents("application/json", text.as_bytes().to_vec());
    let faults = vec![
        (Fault::Status(503), "network", "HTTP 503"),
        (Fault::Reset(2000), "network", "could not be fetched"),
        (Fault::FalseGzip, "network", "could not be fetched"),
        (start_page(), "file-missing", "web page"),
        (nothing("application/json"), "json", "not valid JSON"),
        (Fault::Cut(2000), "json", "not valid JSON"),
        (json("null"), "file-version", "(?)"),
        (json("[]"), "file-version", "(?)"),
        (json(r#"{"error":"not found"}"#), "file-version", "(?)"),
        (json(r#"{"made":"0.0.9 glossaryView","entries":[]}"#), "file-version", "0.0.9"),
        (Fault::File("/dist/data/goals.en.json"), "file-version", "deckView"),
    ];
    told(page, "/dist/data/glossary.en.json", faults).await
}

async fn a_module_that_is_labelled_oddly_lives(page: &mut Page) -> Result<()> {
    for mime in ["application/wasm; charset=utf-8", "application/octet-stream", "text/plain"] {
        page.goto(BLANK).await?;
        page.mend();
        page.fail("/dist/glossary.wasm", Fault::Type(mime));
        page.run("await import('/dist/glossary.js')", &[]).await?;
        add(page, json!({})).await?;
        page.wait(LIVE, mime).await?;
        assert_eq!(page.console().await?, vec![], "{mime}");
    }
    Ok(())
}

async fn an_old_module_harms_no_other_widget(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    page.fail("/dist/timeline.wasm", Fault::File("/dist/goals.wasm"));
    errors(page).await?;
    let both = "await import('/dist/timeline.js'); await import('/dist/glossary.js');
        for (const tag of ['plan-timeline', 'plan-glossary']) { const e = document.createElement(tag); e.lang = 'en'; e.textContent = 'static'; document.body.append(e) }";
    page.run(both, &[]).await?;
    page.wait("errors.length", "the error").await?;
    page.wait(LIVE, "the other widget").await?;
    let told = "const [{ code, message }] = errors; return [code, /timeline\\.wasm is of another version \\(.* goals .*\\) than the script \\(.* timeline .*\\)/.test(message), document.querySelector('plan-timeline').innerText]";
    assert_eq!(page.run(told, &[]).await?, json!(["file-version", true, "static"]));
    Ok(())
}

async fn without_the_sentences_the_code_is_told(page: &mut Page) -> Result<()> {
    for fault in [Fault::Status(503), start_page(), nothing("text/javascript")] {
        page.goto(BLANK).await?;
        page.mend();
        page.fail("errors.js", fault.clone());
        page.fail("/dist/glossary.wasm", Fault::Status(503));
        page.run("await import('/dist/glossary.js')", &[]).await?;
        errors(page).await?;
        add(page, json!({})).await?;
        page.wait("errors.length", &format!("{fault:?}")).await?;
        let told = "const [{ code, message }] = errors; return [code, message.includes('/dist/glossary.wasm') && message.includes('503')]";
        assert_eq!(page.run(told, &[]).await?, json!(["network", true]), "{fault:?}");
        page.mend();
        page.wait(LIVE, "the live glossary").await?;
    }
    Ok(())
}

async fn what_comes_instead_of_the_check_is_told(page: &mut Page) -> Result<()> {
    let cases = [
        ("check-goals.js", Fault::Status(503), "network"),
        ("check-goals.js", nothing("text/javascript"), "file-version"),
        ("check-goals.wasm", Fault::Status(503), "network"),
        ("check-goals.wasm", start_page(), "file-missing"),
        ("check-goals.wasm", Fault::Cut(5000), "file-broken"),
        ("check-goals.wasm", Fault::File("/dist/check.wasm"), "file-version"),
    ];
    for (file, fault, code) in cases {
        let what = format!("{file}: {fault:?}");
        page.goto(BLANK).await?;
        page.fail(file, fault);
        page.run("await import('/dist/glossary.js')", &[]).await?;
        errors(page).await?;
        add(page, json!({ "src": "/dist/plan.json", "lang": "en" })).await?;
        page.wait("errors.length", &what).await?;
        let told = "return [errors[0].code, errors[0].message.includes(arguments[0])]";
        assert_eq!(page.run(told, &[json!(file)]).await?, json!([code, true]), "{what}");
        page.mend();
        page.wait(LIVE, &format!("{what}, mended")).await?;
    }
    Ok(())
}

async fn a_failure_that_passes_is_no_end(page: &mut Page) -> Result<()> {
    blank(page).await?;
    errors(page).await?;
    // Twice in vain, and told once.
    page.fail_times("/dist/data/glossary.zh.json", Fault::Status(503), 2);
    add(page, json!({})).await?;
    page.wait(LIVE, "the live glossary").await?;
    assert_eq!(page.run("return errors.map(({ code }) => code)", &[]).await?, json!(["network"]));
    // Also a plan that comes later to one that is shown: what is shown stays.
    page.fail_times("/dist/plan.json", Fault::Status(503), 1);
    page.run("const e = document.querySelector('plan-glossary'); window.ready = 0; e.addEventListener('plan-ready', () => ready++); e.src = '/dist/plan.json'", &[]).await?;
    page.wait("errors.length === 2", "the next error").await?;
    assert_eq!(
        page.run(
            "return document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt').length",
            &[]
        )
        .await?,
        13
    );
    page.wait("ready === 1", "the plan").await
}

async fn terms_are_marked_when_the_network_is_back(page: &mut Page) -> Result<()> {
    for file in ["/dist/annotate.wasm", "/dist/data/glossary.zh.json"] {
        page.goto(BLANK).await?;
        errors(page).await?;
        page.fail_times(file, Fault::Status(503), 1);
        let js = "await import('/dist/annotate.js'); const e = document.createElement('plan-annotate'); e.textContent = '三医联动'; document.body.append(e)";
        page.run(js, &[]).await?;
        page.wait("errors.length", file).await?;
        page.wait("document.querySelector('plan-annotate plan-term')", "the mark").await?;
        // The function too, when it is asked again.
        page.goto(BLANK).await?;
        page.fail_times(file, Fault::Status(503), 1);
        let js = "const { annotate } = await import('/dist/annotate.js'); const p = document.createElement('p'); p.textContent = '三医联动'; document.body.append(p);
            const annotation = annotate(p); const first = await annotation.done.catch(({ code }) => code); await annotation.refresh(); return [first, annotation.count]";
        assert_eq!(page.run(js, &[]).await?, json!(["network", 1]), "{file}");
    }
    Ok(())
}

async fn progress_comes_when_the_network_is_back(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    errors(page).await?;
    page.fail_times("/goals/progress.json", Fault::Status(503), 1);
    let js = "await import('/dist/goals.js'); const e = document.createElement('plan-goal-deck'); e.lang = 'en'; e.variant = 'full'; e.progress = '/goals/progress.json'; document.body.append(e)";
    page.run(js, &[]).await?;
    page.wait("errors.length", "the error").await?;
    page.wait(
        "document.querySelector('plan-goal-deck').shadowRoot?.querySelector('[part=progress-report]')",
        "the progress",
    )
    .await
}

async fn what_has_left_asks_no_more(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    errors(page).await?;
    page.fail("/dist/data/glossary.zh.json", Fault::Status(503));
    page.run("await import('/dist/glossary.js')", &[]).await?;
    add(page, json!({})).await?;
    page.wait("errors.length", "the error").await?;
    page.run("document.querySelector('plan-glossary').remove(); await 0; await 0", &[]).await?;
    let asked = |page: &Page| page.requests().iter().filter(|r| r.path.contains("glossary.zh.json")).count();
    let before = asked(page);
    page.run("dispatchEvent(new Event('online'))", &[]).await?;
    // Another one lives meanwhile, which takes more requests than a try of the first would have.
    add(page, json!({ "lang": "en" })).await?;
    page.wait(LIVE, "another glossary").await?;
    page.run("await new Promise((done) => setTimeout(done, 1200))", &[]).await?;
    assert_eq!(asked(page), before);
    Ok(())
}

async fn a_page_that_is_online_again_asks_at_once(page: &mut Page) -> Result<()> {
    page.goto(BLANK).await?;
    errors(page).await?;
    page.fail("/dist/data/glossary.zh.json", Fault::Status(503));
    // No clock of the page's goes on.
    page.run("const real = setTimeout; window.setTimeout = (f, ms) => (ms >= 1000 ? 0 : real(f, ms)); await import('/dist/glossary.js')", &[]).await?;
    add(page, json!({})).await?;
    page.wait("errors.length", "the error").await?;
    page.mend();
    page.run("dispatchEvent(new Event('online'))", &[]).await?;
    page.wait(LIVE, "the live glossary").await
}
