//! The widget as a guest in pages that aren't ours: strict, hostile, without scripts, on another origin.

use anyhow::Result;
use serde_json::{Value, json};

use crate::gallery::LIVE;
use crate::page::Page;

crate::tests! {
    a_strict_policy_with_trusted_types_is_kept;
    without_webassembly_everything_can_be_read;
    without_javascript_everything_can_be_read;
    what_was_pasted_goes_live;
    static_and_live_say_the_same;
    going_live_moves_nothing;
    hostile_styles_change_nothing;
    its_styles_do_not_leak;
    it_runs_from_another_origin;
    the_snippet_of_the_readme_works;
    a_page_that_vite_built_works;
    nothing_comes_from_another_host;
    no_name_is_left_in_the_page;
    print_has_every_term_and_no_controls in Chromium, Firefox; // MiniBrowser can't pretend
    forced_colors_keep_everything_visible in Chromium, Firefox; // WebKit has no such mode
    its_own_scheme_goes_before_the_pages;
}

/// What a careful host allows, and pictures from itself, because browsers ask for a site's icon by themselves.
pub const POLICY: &str = "default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

/// A page with the plain form between the tags.
const PASTED: &str = "/variants/plain.html";

/// Every term's Chinese name.
const TERMS: [&str; 13] = [
    "1+1+9",
    "三个一",
    "四篇文章",
    "四大抓手",
    "五大产业发展计划",
    "五龙入湛",
    "双区",
    "核+副中心",
    "2+7+18",
    "35+500",
    "四好农村路",
    "三线一单",
    "三医联动",
];

pub fn with_policy(path: &str, policy: &str) -> String {
    format!("{path}?csp={}", policy.replace(' ', "%20").replace(';', "%3B").replace('\'', "%27"))
}

/// What the widget's shadow root says, without white space; the status and the search are for the living only.
pub const SAYS: &str = "return [...document.querySelector('plan-glossary').shadowRoot.querySelectorAll('h2, dt, dd, [part=source], [part=count], [part=notice]')]
    .map((n) => { const c = n.cloneNode(true); c.querySelectorAll('[part=link]').forEach((link) => link.remove()); return c.textContent.replace(/\\s/g, '') }).join('|')";

/// The same of the static HTML that a page's URL gives.
pub const PRERENDERED: &str = "const text = await (await fetch(arguments[0])).text();
    const root = new DOMParser().parseFromString(text, 'text/html').querySelector('plan-glossary template').content;
    return [...root.querySelectorAll('h2, dt, dd, [part=source], [part=count], [part=notice]')].map((n) => n.textContent.replace(/\\s/g, '')).join('|')";

async fn a_strict_policy_with_trusted_types_is_kept(page: &mut Page) -> Result<()> {
    for path in ["/glossary/", "/tests/glossary/bare.html"] {
        page.goto(&with_policy(path, POLICY)).await?;
        page.wait(LIVE, "the live glossary").await?;
        page.click(&["plan-glossary", "input"]).await?;
        page.keys("sxyd").await?;
        page.wait("document.querySelector('plan-glossary').query === 'sxyd'", "the query").await?;
        let csp: Vec<_> = page.console().await?.into_iter().filter(|m| !m.text.contains("img-src")).collect();
        assert_eq!(csp, vec![], "{path}");
    }
    Ok(())
}

async fn without_webassembly_everything_can_be_read(page: &mut Page) -> Result<()> {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    page.goto(&with_policy("/glossary/", &policy)).await?;
    let ours = "window.__probe.messages.filter(({ kind }) => kind !== 'csp')";
    page.wait(&format!("{ours}.length"), "the console line").await?;
    let lines = page.eval(&format!("return {ours}"), &[]).await?;
    assert_eq!(
        lines,
        json!([{ "kind": "error", "text": "plan-widgets: <plan-glossary> 浏览器不允许运行 WebAssembly，因此只显示静态内容。请在内容安全策略的 script-src 中加入 'wasm-unsafe-eval'。" }])
    );
    let text = page.text().await?;
    for term in TERMS {
        assert!(text.contains(term), "{term}");
    }
    // The dead search box is out of sight, in its place.
    let search = "return getComputedStyle(document.querySelector('plan-glossary').shadowRoot.querySelector('[part=search]')).visibility";
    assert_eq!(page.eval(search, &[]).await?, "hidden");

    page.goto(&with_policy("/tests/glossary/blank.html", &policy)).await?;
    let late = "window.errors = []; document.addEventListener('plan-error', ({ detail }) => errors.push(detail.code));
        const script = Object.assign(document.createElement('script'), { type: 'module' });
        script.src = window.trustedTypes ? trustedTypes.createPolicy('t', { createScriptURL: (u) => u }).createScriptURL('/dist/plan-widgets.js') : '/dist/plan-widgets.js';
        document.head.append(script);
        for (const text of ['甲', '乙']) document.body.append(Object.assign(document.createElement('plan-glossary'), { textContent: text }))";
    page.eval(late, &[]).await?;
    page.wait("errors.length === 2", "an error for each element").await?;
    assert_eq!(page.eval("return errors", &[]).await?, json!(["wasm-blocked", "wasm-blocked"]));
    assert_eq!(page.eval(&format!("return {ours}.length"), &[]).await?, 1);
    let text = page.text().await?;
    assert!(text.contains('甲') && text.contains('乙'));
    Ok(())
}

async fn without_javascript_everything_can_be_read(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    for (name, path) in [("shadow", "/glossary/"), ("light", PASTED)] {
        page.goto(path).await?;
        let text = page.text().await?;
        for term in TERMS {
            assert!(text.contains(term), "{term} in {path}");
        }
        assert!(text.contains("参与共建西部陆海新通道") && !text.contains("搜索词条"), "{path}");
        page.picture(&format!("without-javascript-{name}")).await?;
    }
    Ok(())
}

async fn what_was_pasted_goes_live(page: &mut Page) -> Result<()> {
    page.goto(PASTED).await?;
    page.wait(LIVE, "the live glossary").await?;
    let shown = "const e = document.querySelector('plan-glossary'); return [e.querySelectorAll('dt').length, e.querySelector('dt').checkVisibility(), e.shadowRoot.querySelectorAll('dt').length]";
    assert_eq!(page.eval(shown, &[]).await?, json!([13, false, 13]));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn static_and_live_say_the_same(page: &mut Page) -> Result<()> {
    for path in ["/glossary/", "/en/glossary/"] {
        page.goto(path).await?;
        page.wait(LIVE, "the live glossary").await?;
        let live = page.eval(SAYS, &[]).await?;
        assert_eq!(page.eval_async(PRERENDERED, &[json!(path)]).await?, live);
        assert!(live.as_str().is_some_and(|text| text.len() > 1000));
    }
    Ok(())
}

async fn going_live_moves_nothing(page: &mut Page) -> Result<()> {
    let boxes = "return [...document.querySelector('plan-glossary').shadowRoot.querySelectorAll('[part]:not([part=status], [part=link])'), ...document.querySelectorAll('main > *')]
        .map((n) => { const { x, y, width, height } = n.getBoundingClientRect(); return [n.getAttribute('part'), ...[x, y, width, n.hasAttribute('part') && height].map((n) => Math.round(n * 2) / 2)].join(' ') })";
    for (path, width) in [
        ("/glossary/", 320),
        ("/glossary/", 720),
        ("/glossary/", 1600),
        ("/en/glossary/", 320),
        ("/en/glossary/", 1600),
    ] {
        page.resize(width, 900).await?;
        // Without WebAssembly the static content stays, and can be measured.
        page.goto(&with_policy(path, &POLICY.replace(" 'wasm-unsafe-eval'", ""))).await?;
        page.wait(
            "document.querySelector('plan-glossary').shadowRoot.querySelector('.plan-static')",
            "the static state",
        )
        .await?;
        page.draw().await?;
        let before = page.eval(boxes, &[]).await?;
        page.goto(path).await?;
        // Static content has buttons as well, and may still be there.
        let live = "document.querySelector('plan-glossary').shadowRoot.querySelector('.plan-root:not(.plan-static) button:enabled')";
        page.wait(live, "the live glossary").await?;
        page.draw().await?;
        let after = page.eval(boxes, &[]).await?;
        let (Value::Array(before), Value::Array(after)) = (before, after) else { panic!("no boxes") };
        assert!(before.len() > 100 && before.len() == after.len(), "{} and {}", before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(before, after, "{path} at {width}");
        }
        assert_eq!(page.shifts().await?, Vec::<String>::new(), "{path} at {width}");
    }
    Ok(())
}

async fn hostile_styles_change_nothing(page: &mut Page) -> Result<()> {
    page.goto("/tests/glossary/hostile.html").await?;
    page.wait(LIVE, "the live glossary").await?;
    let styles = "const nodes = [...document.querySelector('plan-glossary').shadowRoot.querySelectorAll('.plan-root, .plan-root *')];
        return nodes.map((n) => { const s = getComputedStyle(n); return n.localName + ' ' + [...s].filter((p) => !/^(--|inline-size|block-size|width|height|perspective-origin|transform-origin|inset|top|left|right|bottom)/.test(p) && !/-(inline|block)-size$|^grid-template/.test(p)).map((p) => p + ':' + s.getPropertyValue(p)).join(';') })";
    let before = page.eval(styles, &[]).await?;
    let on = "const link = document.querySelector('link[rel=stylesheet]'); link.disabled = false; await new Promise((done) => { link.sheet ? done() : link.addEventListener('load', done) }); await new Promise(requestAnimationFrame)";
    page.eval_async(on, &[]).await?;
    assert_eq!(
        page.eval("return getComputedStyle(document.querySelector('h1')).letterSpacing", &[]).await?,
        "9px"
    );
    let after = page.eval(styles, &[]).await?;
    let (Value::Array(before), Value::Array(after)) = (before, after) else { panic!("no styles") };
    assert!(before.len() > 150, "{}", before.len());
    for (before, after) in before.iter().zip(&after) {
        let pair = before.as_str().zip(after.as_str()).map(|(b, a)| (b.split(';'), a.split(';')));
        let Some((before, after)) = pair else { panic!("no styles") };
        let changed: Vec<_> = before.zip(after).filter(|(before, after)| before != after).collect();
        assert_eq!(changed, vec![]);
    }
    page.picture("glossary-in-a-hostile-page").await?;
    Ok(())
}

async fn its_styles_do_not_leak(page: &mut Page) -> Result<()> {
    page.goto("/tests/glossary/blank.html").await?;
    let styles = "return ['h2', 'dl', 'dt', 'dd', 'button', 'input', 'mark', 'ul', 'li', 'p'].map((tag) => {
        const n = document.createElement(tag); n.setAttribute('part', 'term'); document.body.append(n);
        const s = getComputedStyle(n); const all = [...s].map((p) => p + ':' + s.getPropertyValue(p)).join(';'); n.remove(); return all })";
    let before = page.eval(styles, &[]).await?;
    let add = "await import('/dist/plan-widgets.js'); document.body.append(document.createElement('plan-glossary'))";
    page.eval_async(add, &[]).await?;
    page.wait(LIVE, "the live glossary").await?;
    page.eval("document.querySelector('plan-glossary').remove()", &[]).await?;
    assert_eq!(page.eval(styles, &[]).await?, before);
    Ok(())
}

async fn it_runs_from_another_origin(page: &mut Page) -> Result<()> {
    page.goto("/tests/glossary/blank.html").await?;
    let add = "const script = Object.assign(document.createElement('script'), { type: 'module', src: arguments[0] });
        document.head.append(script); document.body.append(document.createElement('plan-glossary'))";
    page.eval(add, &[json!(format!("{}/dist/plan-widgets.js", page.foreign_origin()))]).await?;
    page.wait(LIVE, "the live glossary").await?;
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn the_snippet_of_the_readme_works(page: &mut Page) -> Result<()> {
    page.goto("/projects/plain/index.html").await?;
    page.wait(
        "document.querySelector('plan-timeline')?.shadowRoot?.querySelector('[data-row]')",
        "the timeline",
    )
    .await?;
    page.click(&["plan-timeline", "input"]).await?;
    page.keys("gzgt").await?;
    let found =
        "document.querySelector('plan-timeline').shadowRoot.querySelectorAll('[part=item]').length === 2";
    page.wait(found, "a search").await?;
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn a_page_that_vite_built_works(page: &mut Page) -> Result<()> {
    works(page, "/projects/vite/dist/index.html").await
}

/// Opens a page that the package's tests have made.
async fn works(page: &mut Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    page.wait(LIVE, "the live glossary").await?;
    page.click(&["plan-glossary", "input"]).await?;
    page.keys("sxyd").await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt').length === 1",
        "a search",
    )
    .await?;
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn nothing_comes_from_another_host(page: &mut Page) -> Result<()> {
    for path in ["/glossary/", "/en/glossary/"] {
        page.goto(path).await?;
        page.wait(LIVE, "the live glossary").await?;
        let hosts = "return [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin))]";
        assert_eq!(page.eval(hosts, &[]).await?, json!([page.origin()]));
        let wasm = page.requests().iter().filter(|request| request.path.contains(".wasm")).count();
        assert_eq!(wasm, if path == "/glossary/" { 1 } else { 2 }, "one load is enough");
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn no_name_is_left_in_the_page(page: &mut Page) -> Result<()> {
    page.goto("/tests/glossary/blank.html").await?;
    let names =
        "const before = new Set(Object.getOwnPropertyNames(window)); await import('/dist/plan-widgets.js');
        document.body.append(document.createElement('plan-glossary'));
        await new Promise((done) => document.addEventListener('plan-ready', done));
        return Object.getOwnPropertyNames(window).filter((name) => !before.has(name))";
    assert_eq!(page.eval_async(names, &[]).await?, json!([]));
    Ok(())
}

async fn print_has_every_term_and_no_controls(page: &mut Page) -> Result<()> {
    page.print_media().await?;
    page.goto("/glossary/").await?;
    page.wait(LIVE, "the live glossary").await?;
    let text = page.text().await?;
    for term in TERMS {
        assert!(text.contains(term), "{term}");
    }
    assert!(!text.contains("搜索词条"));
    assert!(page.print_pdf().await?.starts_with(b"%PDF"));
    page.picture("gallery-zh-print").await?;
    Ok(())
}

async fn forced_colors_keep_everything_visible(page: &mut Page) -> Result<()> {
    page.forced_colors().await?;
    page.goto("/glossary/").await?;
    page.wait(LIVE, "the live glossary").await?;
    page.eval("document.querySelector('plan-glossary').query = '三'", &[]).await?;
    page.wait("document.querySelector('plan-glossary').shadowRoot.querySelector('mark')", "a hit").await?;
    let hidden = "const r = document.querySelector('plan-glossary').shadowRoot; const s = (q) => getComputedStyle(r.querySelector(q));
        return [s('input').borderTopStyle, s('mark').backgroundColor === s('p').backgroundColor]";
    assert_eq!(page.eval(hidden, &[]).await?, json!(["solid", false]));
    page.picture("gallery-zh-forced-colors").await?;
    Ok(())
}

async fn its_own_scheme_goes_before_the_pages(page: &mut Page) -> Result<()> {
    page.goto("/tests/glossary/bare.html").await?;
    page.wait(LIVE, "the live glossary").await?;
    let look = "const s = getComputedStyle(document.querySelector('plan-glossary').shadowRoot.querySelector('.plan-root')); return [s.color, s.backgroundColor]";
    let light = json!(["rgb(29, 32, 36)", "rgba(0, 0, 0, 0)"]);
    let dark = json!(["rgb(232, 230, 225)", "rgb(22, 24, 27)"]);
    assert_eq!(page.eval(look, &[]).await?, light);
    // A page that says nothing is light, whatever the system is.
    page.color_scheme(crate::emulate::Scheme::Dark).await?;
    page.goto("/tests/glossary/bare.html").await?;
    page.wait(LIVE, "the live glossary").await?;
    assert_eq!(page.eval(look, &[]).await?, light);
    page.eval("document.querySelector('plan-glossary').colorScheme = 'dark'", &[]).await?;
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot.querySelector('[data-scheme=dark]')",
        "the scheme",
    )
    .await?;
    assert_eq!(page.eval(look, &[]).await?, dark);
    Ok(())
}
