//! URLs that pages and plans give: where links lead, and where pictures come from.

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;
use crate::terms::{mark, text};

crate::tests! {
    what_is_no_url_becomes_no_link;
    an_href_that_is_none_is_left_out_and_reported_once;
    a_plan_with_such_urls_is_refused_by_place;
    a_plan_that_lies_nowhere_is_shown;
    a_src_that_is_none_is_an_error_of_ours;
    a_picture_is_asked_for_without_a_referrer;
}

/// URLs, and whether links may lead there: the table that the model's test has as well.
fn urls() -> Result<Vec<(String, bool)>> {
    let mut urls: Vec<(String, bool)> = serde_json::from_str(include_str!("../../urls.json"))?;
    urls.push((format!("https://example.org/{}", "a".repeat(100_000)), true));
    urls.push((format!("java{}script:x", "\n".repeat(100_000)), false));
    // What only a browser knows to be no host.
    for url in ["https://\u{ad}/", "https://１２７.０.０.１/", "https://a\u{fffd}/"] {
        urls.push((url.to_owned(), false));
    }
    Ok(urls)
}

async fn what_is_no_url_becomes_no_link(page: &mut Page) -> Result<()> {
    page.goto("/tests/empty.html").await?;
    let judged = "const { isUrl } = await import('/shell/url.js'); return arguments[0].filter(([url, is]) => isUrl(url) !== is)";
    assert_eq!(page.eval_async(judged, &[json!(urls()?)]).await?, json!([]));
    Ok(())
}

/// The pop-up's link to the whole glossary, and what was reported.
const OUTCOME: &str = "return [
    document.querySelector('plan-popup').shadowRoot.querySelector('a')?.getAttribute('href') ?? null,
    errors.map(({ target, detail }) => [target.localName, detail.code, detail.problems.map(({ pointer, text }) => [pointer, text])]),
    document.querySelectorAll('main plan-term').length,
  ]";

async fn an_href_that_is_none_is_left_out_and_reported_once(page: &mut Page) -> Result<()> {
    let elements = [
        ("plan-term", "<plan-term lang=en term=three-ones>Three Ones</plan-term>"),
        ("plan-annotate", "<plan-annotate lang=en><p>See Three Ones.</p></plan-annotate>"),
        ("main", "<p lang=en>See Three Ones.</p>"),
    ];
    for (href, fits) in [
        ("javascript:window.ran=1;//", false),
        ("java\nscript:window.ran=1;//", false),
        ("data:text/html,<script>ran=1</script>", false),
        ("http://[", false),
        ("https://user@example.org/#", false),
        ("/glossary/#term=", true),
        ("https://example.org/#term=", true),
    ] {
        for (name, html) in elements {
            text(page, "").await?;
            page.eval("window.errors = []; addEventListener('plan-error', (event) => errors.push({ target: event.composedPath()[0], detail: event.detail }))", &[]).await?;
            let add = "document.querySelector('main').lang = 'en';
                document.querySelector('main').innerHTML = arguments[0];
                const element = document.querySelector('plan-term, plan-annotate');
                element?.setAttribute('href', arguments[1]);
                element?.setAttribute('color-scheme', 'light'); // read once more";
            page.eval(add, &[json!(html), json!(href)]).await?;
            if name == "main" {
                mark(page, &format!("{{ lang: 'en', href: {} }}", json!(href))).await?;
            }
            page.wait("document.querySelector('plan-term[role=button]')", "the term").await?;
            page.click(&["plan-term[role=button]"]).await?;
            page.wait("document.querySelector('plan-popup')?.shadowRoot.querySelector('h2')", "the pop-up")
                .await?;
            let case = format!("{href} of {name}");
            if fits {
                let link = format!("{href}three-ones");
                assert_eq!(page.eval(OUTCOME, &[]).await?, json!([link, [], 1]), "{case}");
                continue;
            }
            page.wait("errors.length", &case).await?;
            let sentence =
                format!("href: expected an address of http or https, or a relative one, found \"{href}\"");
            let error = json!([name, "attribute-invalid", [["href", sentence]]]);
            assert_eq!(page.eval(OUTCOME, &[]).await?, json!([null, [error], 1]), "{case}");
            let lines = page.console().await?;
            assert_eq!(lines.len(), 1, "{case}: {lines:?}");
            assert!(lines[0].text.starts_with("plan-widgets: "), "{case}: {lines:?}");
            assert_eq!(page.eval("return window.ran ?? null", &[]).await?, Value::Null);
        }
    }
    Ok(())
}

/// A plan with one event, and with a medium of each of these URLs.
fn plan(kind: &str, urls: &[&str]) -> Value {
    let name = |name: &str| json!({ "en": name });
    let media: Vec<_> =
        urls.iter().map(|url| json!({ "kind": kind, "src": url, "alt": name("A boat") })).collect();
    json!({ "schema": 1, "languages": ["en"],
        "plan": { "id": "boats", "title": name("Boats"), "short": name("Boats") },
        "events": [{ "id": "boat", "kind": "milestone", "title": name("A boat"), "media": media,
            "time": { "edtf": "2020", "kind": "on" } }] })
}

/// An empty page with a timeline in it, whose `name` is `value`; what it reports is in `errors`.
async fn timeline(page: &Page, name: &str, value: &Value) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = "window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail));
        const e = document.createElement('plan-timeline');
        e.lang = 'en'; e.layout = 'list'; e.item = 'boat'; e.textContent = 'Static';
        e[arguments[0]] = arguments[1];
        document.querySelector('main').append(e)";
    page.eval(js, &[json!(name), value.clone()]).await?;
    Ok(())
}

async fn a_plan_with_such_urls_is_refused_by_place(page: &mut Page) -> Result<()> {
    let wrong = ["https://", "http://[", "javascript:alert(1)", "//", "https://a@b/"];
    for kind in ["image", "page"] {
        timeline(page, "model", &plan(kind, &wrong)).await?;
        page.wait("errors.length", "the error").await?;
        let told =
            "return errors.map(({ code, problems }) => [code, problems.map(({ pointer }) => pointer)])";
        let places: Vec<_> = (0..wrong.len()).map(|n| format!("/events/0/media/{n}/src")).collect();
        assert_eq!(page.eval(told, &[]).await?, json!([["model-invalid", places]]));
        assert!(page.text().await?.contains("Static"), "what was there stays");
        let lines = page.console().await?;
        assert!(lines.len() == 1 && lines[0].text.contains("an address of http or https"), "{lines:?}");
    }
    Ok(())
}

async fn a_plan_that_lies_nowhere_is_shown(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    // The host of the second is one that no browser takes.
    let js = "window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail));
        const blob = new Blob([JSON.stringify(arguments[0])], { type: 'application/json' });
        document.querySelector('main').innerHTML = `<plan-timeline lang=en layout=list item=boat src=${URL.createObjectURL(blob)}></plan-timeline>`";
    page.eval(js, &[plan("page", &["boats.html", "https://a\u{fffd}/"])]).await?;
    let links = "[...document.querySelector('plan-timeline').shadowRoot?.querySelectorAll('figure a') ?? []].map((link) => link.getAttribute('href')).join()";
    page.wait(&format!("{links} === 'boats.html,https://a\u{fffd}/'"), "both links").await?;
    assert_eq!(page.console().await?, vec![]);
    assert_eq!(page.eval("return errors", &[]).await?, json!([]));
    Ok(())
}

async fn a_src_that_is_none_is_an_error_of_ours(page: &mut Page) -> Result<()> {
    for src in ["http://[", "https://", "javascript:alert(1)"] {
        timeline(page, "src", &json!(src)).await?;
        page.wait("errors.length", "the error").await?;
        let told = "return errors.map(({ code, message }) => [code, message.includes(arguments[0])])";
        assert_eq!(page.eval(told, &[json!(src)]).await?, json!([["network", true]]), "{src}");
        assert!(page.text().await?.contains("Static"), "what was there stays");
        let lines = page.console().await?;
        assert!(lines.iter().all(|line| ["error", "csp"].contains(&&*line.kind)), "{src}: {lines:?}");
    }
    Ok(())
}

/// Live, static, and in a page for frames.
async fn a_picture_is_asked_for_without_a_referrer(page: &mut Page) -> Result<()> {
    let picture = format!("{}/school/boathouse.svg", page.foreign_origin());
    timeline(page, "model", &plan("image", &[&picture])).await?;
    let shown = "document.querySelector('plan-timeline').shadowRoot?.querySelector('img')";
    page.wait(&format!("{shown}?.complete && {shown}.naturalWidth"), "the picture").await?;
    let asked: Vec<_> =
        page.foreign_requests().into_iter().map(|request| (request.path, request.referrer)).collect();
    assert_eq!(asked, vec![("/school/boathouse.svg".to_owned(), None)]);

    page.goto("/timeline/school.html").await?;
    let sent = "const text = await (await fetch(location.href)).text();
        const { content } = new DOMParser().parseFromString(text, 'text/html').querySelector('plan-timeline template');
        return [...content.querySelectorAll('img')].map((img) => img.getAttributeNames().filter((name) => ['src', 'referrerpolicy', 'loading'].includes(name)).concat(img.referrerPolicy))";
    // In this order: what comes after `src` may be too late.
    assert_eq!(
        page.eval_async(sent, &[]).await?,
        json!([["referrerpolicy", "loading", "src", "no-referrer"]])
    );
    Ok(())
}
