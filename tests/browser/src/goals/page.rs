//! Goals in pages: static, linked, with progress, with a timeline, printed.

use anyhow::Result;
use serde_json::json;

use super::{CARD, DECK, ask, open, until};
use crate::emulate::Scheme;
use crate::page::Page;

crate::tests! {
    pictures;
    pages_come_alive;
    static_cards_have_everything;
    going_live_moves_nothing;
    static_and_live_say_the_same;
    search_engines_are_told_what_the_plan_says;
    what_is_selected_stands_in_the_fragment;
    a_link_to_a_card_scrolls_to_it;
    a_project_drives_the_timeline_and_the_other_way_round;
    progress_is_shown_with_date_and_source;
    progress_of_a_live_page_changes_in_place;
    invalid_progress_is_reported_and_the_card_stands;
    a_card_is_never_cut_in_print in Chromium, Firefox; // MiniBrowser can't pretend
    closed_cards_are_printed_whole;
    strict_policies_are_kept;
    hostile_styles_change_nothing;
}

const PAGES: [(&str, &str); 6] = [
    ("goals-zh", "/goals/"),
    ("goals-en", "/en/goals/"),
    ("transport", "/goals/transport.html"),
    ("sidebar", "/goals/sidebar.html"),
    ("dashboard-zh", "/goals/dashboard.html"),
    ("dashboard-en", "/en/goals/dashboard.html"),
];

async fn pictures(page: &mut Page) -> Result<()> {
    for (scheme, scheme_name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        page.color_scheme(scheme).await?;
        for (name, path) in PAGES {
            open_page(page, path).await?;
            for (width, height) in [(320, 1800), (1600, 1400)] {
                page.resize(width, height).await?;
                page.run(
                    "await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))",
                    &[],
                )
                .await?;
                page.picture(&format!("gallery-{name}-{scheme_name}-{width}")).await?;
            }
        }
    }
    Ok(())
}

/// Opens a page, and waits for its first widget.
async fn open_page(page: &Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    until(page, "r?.querySelector('[data-goal]')").await?;
    if path.ends_with("dashboard.html") {
        until(page, "r.querySelector('[part=standing]')").await?;
    }
    Ok(())
}

async fn pages_come_alive(page: &mut Page) -> Result<()> {
    for (_, path) in PAGES {
        open_page(page, path).await?;
    }
    Ok(())
}

/// Has every widget of the page come alive, however far down it is.
async fn want_all(page: &Page) -> Result<()> {
    let js = "await customElements.whenDefined('plan-goal-card'); document.querySelectorAll('plan-timeline, plan-goal-card, plan-goal-deck').forEach((e) => e.dispatchEvent(new Event('pointerover')))";
    page.run(js, &[]).await.map(drop)
}

async fn static_cards_have_everything(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    page.goto("/goals/transport.html").await?;
    let text = page.text().await?;
    for said in ["建设全国性综合交通枢纽", "40万吨级", "出处：", "举措 4 项，项目 22 个"]
    {
        assert!(text.contains(said), "{said} is missing in {text}");
    }
    page.click(&[CARD, "summary"]).await?;
    assert!(page.text().await?.contains("广湛高铁"));
    assert_eq!(ask(page, "r.querySelectorAll('[part=work]').length").await?, 22);
    Ok(())
}

async fn going_live_moves_nothing(page: &mut Page) -> Result<()> {
    for width in [320, 720, 1600] {
        page.resize(width, 900).await?;
        for path in ["/goals/transport.html", "/goals/"] {
            let boxes = "h1, h2, p, plan-goal-card, plan-goal-deck";
            page.goto(&format!("{path}?csp=script-src 'none'")).await?;
            let before = page.boxes(boxes).await?;
            page.goto(path).await?;
            want_all(page).await?;
            let live = "[...document.querySelectorAll('plan-goal-card, plan-goal-deck')].every((e) => e.shadowRoot?.querySelector('[data-do], [data-row]') && !e.shadowRoot.querySelector('input:disabled'))";
            page.wait(live, "all live").await?;
            page.draw().await?;
            assert_eq!(page.boxes(boxes).await?, before, "{path} at {width}");
            assert_eq!(page.shifts().await?, Vec::<String>::new(), "{path} at {width}");
        }
    }
    Ok(())
}

async fn static_and_live_say_the_same(page: &mut Page) -> Result<()> {
    for (path, tag) in [("/goals/", CARD), ("/goals/transport.html", DECK)] {
        let text = format!(
            "return document.querySelector('{tag}').shadowRoot.querySelector('[part=goal-title]').closest('article').innerText.replace(/\\s+/g, ' ').replace(' 复制文字与出处', '').trim()"
        );
        page.goto(&format!("{path}?csp=script-src 'none'")).await?;
        let before = page.eval(&text, &[]).await?;
        page.goto(path).await?;
        want_all(page).await?;
        page.wait(
            &format!(
                "document.querySelector('{tag}').shadowRoot.querySelector('[data-do=copy], [data-row]')"
            ),
            "live",
        )
        .await?;
        assert_eq!(page.eval(&text, &[]).await?, before, "{path}");
    }
    Ok(())
}

async fn search_engines_are_told_what_the_plan_says(page: &mut Page) -> Result<()> {
    page.goto("/goals/sidebar.html?csp=script-src 'none'").await?;
    let data =
        ask(page, "JSON.parse(r.querySelector('script[type=\"application/ld+json\"]').textContent)").await?;
    assert_eq!((&data["@context"], &data["@type"]), (&json!("https://schema.org"), &json!("CreativeWork")));
    assert_eq!(data["identifier"], "energy-security-system");
    assert_eq!(data["isPartOf"]["datePublished"], "2020-12-22");
    assert_eq!(data["mentions"].as_array().map(Vec::len), Some(10));
    assert!(data.get("temporalCoverage").is_none(), "the plan states no time: {data}");
    Ok(())
}

async fn what_is_selected_stands_in_the_fragment(page: &mut Page) -> Result<()> {
    page.goto("/goals/transport.html").await?;
    page.eval("document.querySelector('plan-goal-deck').scrollIntoView()", &[]).await?;
    let deck = "document.querySelector('plan-goal-deck').shadowRoot";
    page.wait(&format!("{deck}.querySelector('[data-row]')"), "the deck").await?;
    page.click(&[DECK, "[data-item=transport-hub] summary"]).await?;
    page.wait("location.hash.includes('goal=transport-hub')", "the goal in the URL").await?;
    page.click(&[DECK, "[data-item=transport-hub] [part=work]:first-child [data-do=project]"]).await?;
    page.wait("location.hash.includes('project=')", "the project in the URL").await?;
    let link = page.eval(&format!("return {deck}.querySelector('[part=link]').href"), &[]).await?;
    assert!(link.as_str().is_some_and(|link| link.ends_with("transport.html#goal=transport-hub")), "{link}");
    Ok(())
}

async fn a_link_to_a_card_scrolls_to_it(page: &mut Page) -> Result<()> {
    page.goto("/goals/transport.html#goal=beibu-gulf-cooperation").await?;
    let open = "document.querySelector('plan-goal-deck').shadowRoot?.querySelector('[data-item=beibu-gulf-cooperation] details[open] [part=more]')";
    page.wait(open, "the open card").await?;
    page.wait(&format!("(() => {{ const box = {open}.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0 }})()"), "the card in the viewport").await
}

async fn a_project_drives_the_timeline_and_the_other_way_round(page: &mut Page) -> Result<()> {
    page.goto("/goals/transport.html").await?;
    want_all(page).await?;
    page.wait("document.querySelector('plan-goal-deck').shadowRoot.querySelector('[data-row]') && document.querySelector('plan-timeline').shadowRoot.querySelector('[data-row]')", "both").await?;
    page.click(&[DECK, "[data-item=transport-hub] summary"]).await?;
    let project = "[...document.querySelector('plan-goal-deck').shadowRoot.querySelectorAll('[data-do=project]')].find((n) => n.textContent === '广湛高铁')";
    page.wait(project, "the project").await?;
    page.eval(&format!("{project}.click()"), &[]).await?;
    page.wait("document.querySelector('plan-timeline').shadowRoot.querySelector('[data-item=guangzhou-zhanjiang-hsr-completion][open]')", "the open item").await?;
    page.eval("document.querySelector('plan-timeline').shadowRoot.querySelector('[data-item=zhanjiang-international-airport-completion] > summary').click()", &[]).await?;
    let pressed = "document.querySelector('plan-goal-deck').shadowRoot.querySelector('[data-do=project][aria-pressed=true]')?.textContent === '湛江国际机场'";
    page.wait(pressed, "the project of the item").await
}

async fn progress_is_shown_with_date_and_source(page: &mut Page) -> Result<()> {
    page.goto("/en/goals/dashboard.html").await?;
    // Static content has them as well, but no clock by which one is old.
    until(page, "r?.querySelectorAll('[part=standing]').length === 2 && r.querySelector('[part=old]')")
        .await?;
    let text = ask(page, "r.querySelector('[part=progress-report]').innerText").await?;
    let text = text.as_str().unwrap_or_default();
    for said in [
        "Progress (supplied by this page, not by the plan)",
        "1,250 ten thousand cubic metres",
        "as of 30 June 2024",
        "Baseline: 0 ten thousand cubic metres",
        "Target: 2,000 ten thousand cubic metres",
        "Next data due: 31 December 2024",
        "Source: Invented sample data",
        "Source: An invented site report",
    ] {
        assert!(text.contains(said), "{said} is missing in {text}");
    }
    // A bar only where there are a baseline and a target, and one that leads down grows as well.
    let bars = "return [...document.querySelectorAll('plan-goal-card')].map((e) => [...e.shadowRoot.querySelectorAll('progress')].map((bar) => bar.value))";
    page.wait(&format!("(() => {{ {bars} }})()[1].length"), "the second card's").await?;
    assert_eq!(page.eval(bars, &[]).await?, json!([[62], [85], []]));
    // The method is one press away.
    page.click(&[CARD, "[part=method] summary"]).await?;
    until(page, "r.querySelector('[part=method] p').checkVisibility()").await
}

async fn progress_of_a_live_page_changes_in_place(page: &mut Page) -> Result<()> {
    open(page, CARD, "goal=transport-hub lang=en", "[data-do=project]").await?;
    let set = "document.querySelector('plan-goal-card').progress = { schema: 1, languages: ['en'], source: { name: { en: 'Us' } }, reports: [{ goal: 'transport-hub', value: arguments[0], unit: { en: 'km' }, as_of: '2026-11' }] }";
    page.eval(set, &[json!(1)]).await?;
    until(page, "r.querySelector('[part=standing] [part=value]')?.textContent === '1 km'").await?;
    page.eval("const r = document.querySelector('plan-goal-card').shadowRoot; window.kept = r.querySelector('[part=standing] [part=value]'); window.changes = []; new MutationObserver((all) => changes.push(...all)).observe(r, { subtree: true, childList: true, characterData: true })", &[]).await?;
    page.eval(set, &[json!(2)]).await?;
    until(page, "kept.isConnected && kept.textContent === '2 km'").await?;
    assert_eq!(
        page.eval("return [changes.every((each) => kept.contains(each.target)), changes.length > 0]", &[])
            .await?,
        json!([true, true])
    );
    // Taken back, it is gone.
    page.eval("document.querySelector('plan-goal-card').progress = null", &[]).await?;
    until(page, "!r.querySelector('[part=standing]')").await
}

async fn invalid_progress_is_reported_and_the_card_stands(page: &mut Page) -> Result<()> {
    open(page, CARD, "goal=transport-hub lang=en", "[data-do=project]").await?;
    page.eval("window.reported = []; addEventListener('plan-error', ({ detail }) => reported.push(detail.code, ...detail.problems.map((each) => each.text)))", &[]).await?;
    page.eval("document.querySelector('plan-goal-card').progress = { schema: 1, languages: ['zh'], source: { name: { zh: '某局' } }, reports: [{ goal: 'transport-hbu', value: 'much', unit: { zh: '公里' } }] }", &[]).await?;
    page.wait("reported.length", "the error").await?;
    assert_eq!(
        page.eval("return reported", &[]).await?,
        json!([
            "progress-invalid",
            "/reports/0/value: expected a number, found \"much\"",
            "/reports/0: expected the field \"as_of\", found nothing",
            "/reports/0/goal: expected the id of a goal, found \"transport-hbu\"; did you mean \"transport-hub\"?",
            "/languages: expected one of en, found zh",
        ])
    );
    assert_eq!(
        ask(page, "[r.querySelectorAll('[part=work]').length, r.querySelector('[part=standing]')]").await?,
        json!([22, null])
    );
    // Nor does a URL that leads nowhere keep an empty element from showing its goal alone.
    open(page, CARD, "goal=transport-hub progress=/nowhere.json", "[data-do=project]").await?;
    assert_eq!(
        ask(page, "[r.querySelectorAll('[part=work]').length, e.childNodes.length]").await?,
        json!([22, 0])
    );
    Ok(())
}

async fn a_card_is_never_cut_in_print(page: &mut Page) -> Result<()> {
    page.print_media().await?;
    open(page, DECK, "chapter=3", "article").await?;
    let styles = "[...r.querySelectorAll('article')].every((n) => getComputedStyle(n).breakInside === 'avoid') && !r.querySelector('[part=controls]').checkVisibility()";
    assert_eq!(ask(page, styles).await?, true);
    Ok(())
}

async fn closed_cards_are_printed_whole(page: &mut Page) -> Result<()> {
    open(page, DECK, "chapter=3", "article").await?;
    let works = "[r.querySelectorAll('[part=work]').length > 0, r.querySelectorAll('article > details[open]').length]";
    let closed = ask(page, works).await?;
    assert_eq!(closed, json!([false, 0]));
    let cards = ask(page, "r.querySelectorAll('article').length").await?;
    // A browser prints after the microtasks of that event, and waits for no task.
    let print = format!(
        "const r = document.querySelector('{DECK}').shadowRoot;
        dispatchEvent(new Event('beforeprint'));
        for (let hop = 0; hop < 1000; hop++) await null;
        return {works}"
    );
    assert_eq!(page.run(&print, &[]).await?, json!([true, cards]));
    page.eval("dispatchEvent(new Event('afterprint'))", &[]).await?;
    // Not at once: after a rendering that took long Yew lets the browser go on first.
    until(page, &format!("`${{{works}}}` === 'false,0'")).await
}

async fn strict_policies_are_kept(page: &mut Page) -> Result<()> {
    let csp = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
    page.goto(&format!("/goals/dashboard.html?csp={csp}")).await?;
    until(page, "r?.querySelector('[part=old]')").await?;
    page.click(&[CARD, "details:not([part]) summary"]).await?;
    until(page, "r.querySelector('[part=work]')").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn hostile_styles_change_nothing(page: &mut Page) -> Result<()> {
    let looks = "[...r.querySelectorAll('[part=goal] *')].map((n) => { const s = getComputedStyle(n); return [s.fontSize, s.color, s.display, s.textTransform, s.letterSpacing, s.margin, s.padding].join() })";
    open(page, CARD, "goal=transport-hub", "[data-do=project]").await?;
    let before = ask(page, looks).await?;
    page.eval("const style = document.createElement('style'); style.textContent = '* { all: unset !important; font-size: 40px !important; color: red !important; text-transform: uppercase !important; letter-spacing: 1em !important; margin: 3em !important } plan-goal-card { display: inline; font: 50px serif }'; document.head.append(style)", &[]).await?;
    assert_eq!(ask(page, looks).await?, before);
    Ok(())
}
