//! The site's pages, all of them: pictures to look at, and what no page may do.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use crate::emulate::Scheme;
use crate::page::Page;

crate::tests! {
    pictures;
    pictures_of_the_readme in Chromium;
    a_widget_changes_nothing_of_the_page_around_it;
every_sample_is_read_aloud;
    a_widget_is_printed_from_where_it_stands in Chromium; // which counts the sheets of its PDF
    nothing_of_a_page_is_cut_on_paper in Chromium, Firefox; // WebKit's driver has no print
    every_page_in_chinese_fits;
    every_page_in_english_fits;
    every_page_in_chinese_is_read_aloud;
    every_page_in_english_is_read_aloud;
    every_link_leads_somewhere in Chromium; // which reads files
    prose_in_tables_begins_at_the_left;
    the_search_finds_what_is_written;
    the_search_answers_everyday_questions in Chromium; // one index, one program that reads it
}

/// When the widget of a page is live.
pub const LIVE: &str = "document.querySelector('plan-glossary')?.shadowRoot?.querySelector('button:enabled')";

/// Whether all that a page shows by itself is live: in a frame as well.
const SETTLED: &str = "[document, ...[...document.querySelectorAll('iframe')].map((frame) => { try { return frame.contentDocument } catch { return null } })]
    .filter((page) => page).every((page) => page.readyState === 'complete' && [...page.querySelectorAll('plan-timeline, plan-goal-deck, plan-goal-card, plan-glossary, plan-overview')]
        .filter((widget) => { const box = widget.getBoundingClientRect(); return box.top < page.defaultView.innerHeight && box.bottom > 0 && widget.checkVisibility() })
        .every((widget) => widget.shadowRoot?.querySelector('button:enabled, [part=root]')))";

/// What is made for a test of its own or stands in a page by itself: these are looked at there.
const ASIDE: [&str; 5] = ["/dist/", "/school/", "/embed/", "/editor/", "/glossary/stress.html"];

/// The addresses of all pages of the site.
fn pages() -> Result<Vec<String>> {
    let files = xtask::files(&xtask::target().join("www"))?;
    let paths = files.iter().map(|path| format!("/{}", path.to_string_lossy().replace('\\', "/")));
    let pages =
        paths.filter(|path| path.ends_with(".html") && !ASIDE.iter().any(|aside| path.contains(aside)));
    Ok(pages.map(|path| path.strip_suffix("index.html").map_or(path.clone(), Into::into)).collect())
}

/// The pages that have the site's own layout.
pub async fn own(page: &mut Page) -> Result<Vec<String>> {
    let mut own = Vec::new();
    for path in pages()? {
        let html = xtask::read(&file(&path))?;
        if html.contains("class=\"masthead\"") {
            own.push(path);
        }
    }
    assert!(own.len() > 20, "{own:?}");
    page.goto("/tests/empty.html").await?;
    Ok(own)
}

/// The file of an address.
fn file(path: &str) -> std::path::PathBuf {
    let file = xtask::target().join("www").join(path.trim_start_matches('/'));
    if path.ends_with('/') { file.join("index.html") } else { file }
}

/// How much wider than the screen the page is.
const OVER: &str = "const d = document.documentElement; return Math.max(0, d.scrollWidth - d.clientWidth)";

/// What is wider than the screen.
const WIDE: &str = "const all = (root) => [...root.querySelectorAll('*')].flatMap((n) => [n, ...(n.shadowRoot ? all(n.shadowRoot) : [])]);
    const wide = all(document).filter((n) => n.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
    return wide.slice(0, 3).map((n) => n.cloneNode().outerHTML).join()";

/// Opens a page, and waits for what is seen of it.
async fn open(page: &Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    page.wait(SETTLED, "what is live").await
}

/// Half of the pages are as many as one test has time for.
fn english(path: &str) -> bool {
    path.starts_with("/en/")
}

async fn every_page_in_chinese_fits(page: &mut Page) -> Result<()> {
    all_fit(page, |path| !english(path)).await
}

async fn every_page_in_english_fits(page: &mut Page) -> Result<()> {
    all_fit(page, english).await
}

/// Pages that are wider than the screen are found here, and widgets that don't come alive.
async fn all_fit(page: &mut Page, which: fn(&str) -> bool) -> Result<()> {
    let mut wide = Vec::new();
    for path in pages()?.into_iter().filter(|path| which(path)) {
        open(page, &path).await?;
        for width in [320, 768, 1600] {
            page.resize(width, 1400).await?;
            page.draw().await?;
            // A widget takes its width from what it has measured, which a busy machine may do later.
            let fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
            let wait = || page.wait_at_most(Duration::from_secs(5), fits, "a page that fits");
            // WebKit may leave a page as wide as it was before the window got smaller: then as readers open it.
            if wait().await.is_err() && (open(page, &path).await.is_err() || wait().await.is_err()) {
                let (over, what) = (page.eval(OVER, &[]).await?, page.eval(WIDE, &[]).await?);
                wide.push(format!("{path} at {width}: {over} px, {what}"));
            }
        }
    }
    assert_eq!(wide, Vec::<String>::new());
    Ok(())
}

async fn every_page_in_chinese_is_read_aloud(page: &mut Page) -> Result<()> {
    all_are_read_aloud(page, |path| !english(path)).await
}

async fn every_page_in_english_is_read_aloud(page: &mut Page) -> Result<()> {
    all_are_read_aloud(page, english).await
}

async fn all_are_read_aloud(page: &mut Page, which: fn(&str) -> bool) -> Result<()> {
    let mut found = Vec::new();
    for (scheme, path) in own(page).await?.into_iter().filter(|path| which(path)).enumerate() {
        // Half of them dark: what one page is wrong in all are.
        page.color_scheme(if scheme % 2 == 0 { Scheme::Light } else { Scheme::Dark }).await?;
        open(page, &path).await?;
        found.extend(page.axe("html").await?.into_iter().map(|sentence| format!("{path}: {sentence}")));
        let outline = "return [document.querySelectorAll('h1').length, document.querySelectorAll('main').length, document.title.length > 8]";
        assert_eq!(page.eval(outline, &[]).await?, json!([1, 1, true]), "{path}");
        let lang = page.eval("return document.documentElement.lang", &[]).await?;
        assert_eq!(lang, if english(&path) { "en" } else { "zh-Hans" }, "{path}");
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

/// Links within the site lead to a file, and a fragment to an element of it; the others are few and known.
async fn every_link_leads_somewhere(page: &mut Page) -> Result<()> {
    let links = "const found = [];
        for (const path of arguments[0]) {
            const html = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
            for (const each of html.querySelectorAll('a[href], link[href], script[src], img[src], iframe[src]')) {
                const url = new URL(each.getAttribute('href') ?? each.getAttribute('src'), new URL(path, location.href));
                if (url.origin === location.origin) found.push([path, url.pathname, decodeURIComponent(url.hash.slice(1))]);
            }
        }
        return found";
    let pages = pages()?;
    page.goto("/tests/empty.html").await?;
    let links = page.run(links, &[json!(pages)]).await?;
    let links: BTreeSet<(String, String, String)> = serde_json::from_value(links)?;
    let mut broken = Vec::new();
    for (from, to, fragment) in &links {
        if to == "/probe.js" {
            continue; // the tests' own
        }
        let file = file(to);
        let Ok(text) = std::fs::read_to_string(&file) else {
            if !file.is_file() {
                broken.push(format!("{from}: {to}"));
            }
            continue;
        };
        // A state of a widget (`#item=…`) is the widget's.
        if !fragment.is_empty() && !fragment.contains('=') && !text.contains(&format!("id=\"{fragment}\"")) {
            broken.push(format!("{from}: {to}#{fragment}"));
        }
    }
    assert!(links.len() > 300, "{}", links.len());
    assert_eq!(broken, Vec::<String>::new());
    Ok(())
}

/// Figures stand flush right, in tables that say so; everything else where reading begins.
async fn prose_in_tables_begins_at_the_left(page: &mut Page) -> Result<()> {
    for path in own(page).await? {
        page.goto(&path).await?;
        let odd = "return [...document.querySelectorAll('main table:not(.figures *, .figures) :is(td, th)')]
            .filter((cell) => !['start', 'left'].includes(getComputedStyle(cell).textAlign)).map((cell) => cell.textContent)";
        assert_eq!(page.eval(odd, &[]).await?, json!([]), "{path}");
    }
    Ok(())
}

async fn the_search_finds_what_is_written(page: &mut Page) -> Result<()> {
    for (path, query) in [("/search/?q=", "时间线"), ("/en/search/?q=", "timeline")] {
        page.goto(&format!("{path}{query}")).await?;
        page.wait("document.querySelector('.results a')", "results").await?;
        let first = page.eval("return document.querySelector('.results a').href", &[]).await?;
        let first = first.as_str().unwrap_or_default().to_owned();
        assert_eq!(first.contains("/en/"), path.contains("/en/"), "{first}");
        page.goto_url(&first).await?;
        assert!(page.text().await?.to_lowercase().contains(query), "{first}");
    }
    page.goto("/en/search/?q=xyzzyplugh").await?;
    page.wait("document.querySelector('[role=status]').textContent === 'Nothing was found.'", "the answer")
        .await
}

/// What people type who don't know our words yet, and the page that answers it: among the first three, on a phone as well.
async fn the_search_answers_everyday_questions(page: &mut Page) -> Result<()> {
    let questions: Vec<BTreeMap<String, String>> =
        serde_json::from_str(include_str!("../../questions.json"))?;
    page.resize(320, 1400).await?;
    let mut wrong = Vec::new();
    for question in &questions {
        let (query, wanted) = (&question["query"], &question["page"]);
        let root = if question["lang"] == "en" { "/en/" } else { "/" };
        page.goto(&format!("{root}search/")).await?;
        let ask = "document.querySelector('[name=q]').value = arguments[0]; document.querySelector('form').requestSubmit()";
        page.eval(ask, &[json!(query)]).await?;
        page.wait("document.querySelector('[role=status]').textContent", "the answer").await?;
        let found =
            "return [...document.querySelectorAll('.results a')].slice(0, 3).map(({ pathname }) => pathname)";
        let found = page.eval(found, &[]).await?;
        if !found.as_array().is_some_and(|found| found.contains(&json!(format!("{root}{wanted}")))) {
            wrong.push(format!("{query}: {found}"));
        }
        if page.eval(OVER, &[]).await? != 0 {
            wrong.push(format!("{query}: the page is wider than a phone"));
        }
    }
    assert!(questions.len() >= 40, "{}", questions.len());
    assert_eq!(wrong, Vec::<String>::new());
    Ok(())
}

async fn pictures(page: &mut Page) -> Result<()> {
    for (scheme, name, widths) in [(Scheme::Light, "light", &[320, 1600][..]), (Scheme::Dark, "dark", &[768])]
    {
        page.color_scheme(scheme).await?;
        for path in pages()? {
            open(page, &path).await?;
            for &width in widths {
                page.resize(width, 1400).await?;
                // What is drawn may be a step behind.
                page.run(
                    "await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))",
                    &[],
                )
                .await?;
                let file = path.trim_matches('/').replace(['/', '.'], "-");
                page.picture(&format!("gallery-{file}-{name}-{width}")).await?;
            }
        }
    }
    Ok(())
}

/// The samples of hosts, whose widgets stand in pages of others' making.
const HOSTS: [&str; 6] = ["newspaper", "department", "uswds", "portal", "magazine", "dashboard"];

/// What the page around the widgets looks like: each element with what it inherits, its width and what it says.
const AROUND: &str = "return [...document.querySelectorAll('body *')].filter((node) => node.checkVisibility() && !node.matches('[class^=plan-], plan-term, plan-annotate') && !node.querySelector('.plan-room, plan-timeline, plan-goal-deck, plan-goal-card, plan-overview'))
    .map((node) => { const { color, fontFamily, fontSize, float, margin, padding } = getComputedStyle(node); return [node.localName, color, fontFamily, fontSize, float, margin, padding, node.offsetWidth].join() })";

/// Before and after: a widget changes nothing of the page around it, and asks no other site for anything.
async fn a_widget_changes_nothing_of_the_page_around_it(page: &mut Page) -> Result<()> {
    let widgets = "plan-timeline, plan-goal-deck, plan-goal-card, plan-overview";
    for folder in ["/gallery/", "/en/gallery/"] {
        for host in HOSTS {
            open(page, &format!("{folder}{host}.html")).await?;
            page.resize(1280, 1400).await?;
            page.eval("document.documentElement.style.overflowY = 'scroll'", &[]).await?; // with a scrollbar both times
            page.draw().await?;
            let others = "return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:'))";
            assert_eq!(page.eval(others, &[]).await?, json!([]), "{folder}{host}");
            let lang = if folder == "/gallery/" { "zh" } else { "en" };
            page.picture(&format!("host-{host}-{lang}-with")).await?;
            let own = format!("{AROUND}.filter((each) => !each.startsWith('plan-'))");
            let with = page.eval(&own, &[]).await?;
            assert!(with.as_array().is_some_and(|all| all.len() > 8), "{host}: {with}");
            // Its room stays, so that nothing moves by it.
            let hide = format!(
                "for (const node of document.querySelectorAll('{widgets}')) {{ const room = document.createElement('div'); room.style.height = `${{node.offsetHeight}}px`; room.className = 'plan-room'; node.replaceWith(room) }}"
            );
            page.eval(&hide, &[]).await?;
            page.picture(&format!("host-{host}-{lang}-without")).await?;
            assert_eq!(page.eval(&own, &[]).await?, with, "{folder}{host}");
        }
    }
    Ok(())
}

/// The samples, the Chinese ones in a light system and the English ones in a dark one: who is light or dark only says so, and
/// its widgets stay legible.
async fn every_sample_is_read_aloud(page: &mut Page) -> Result<()> {
    let mut found = Vec::new();
    for (scheme, folder) in [(Scheme::Light, "/gallery/"), (Scheme::Dark, "/en/gallery/")] {
        page.color_scheme(scheme).await?;
        for path in HOSTS.map(|host| format!("{folder}{host}.html")) {
            open(page, &path).await?;
            let own = "return getComputedStyle(document.documentElement).colorScheme";
            assert_ne!(page.eval(own, &[]).await?, "normal", "{path}: which schemes it has");
            found.extend(page.axe("html").await?.into_iter().map(|sentence| format!("{path}: {sentence}")));
            assert_eq!(page.console().await?, vec![], "{path}");
            let asked = page.requests().into_iter().map(|request| request.path);
            found.extend(
                asked
                    .filter(|asked| asked.starts_with("/gallery/") && !file(asked).is_file())
                    .map(|asked| format!("{path}: there is no {asked}")),
            );
        }
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

/// Below some text a widget that is longer than a sheet begins on the same one.
async fn a_widget_is_printed_from_where_it_stands(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let put = "document.querySelector('main').innerHTML = '<div style=\"height: 100mm\"></div><plan-timeline lang=zh topic=transport limit=15 layout=list></plan-timeline>'; await import('/dist/timeline.js')";
    page.run(put, &[]).await?;
    page.wait(
        "document.querySelector('plan-timeline').shadowRoot?.querySelector('button:enabled')",
        "the timeline",
    )
    .await?;
    let pdf = page.print_pdf().await?;
    assert_eq!(String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count(), 2, "sheets");
    Ok(())
}

/// On paper nothing scrolls, so nothing may be wider than its box; and nothing is there to be pressed.
async fn nothing_of_a_page_is_cut_on_paper(page: &mut Page) -> Result<()> {
    page.print_media().await?;
    let mut cut = Vec::new();
    for path in own(page).await? {
        open(page, &path).await?;
        page.resize(760, 1000).await?; // as wide as a sheet
        let odd = "return [...document.querySelectorAll('main pre'), ...document.querySelectorAll('main :is(.live, .log)')].filter((box) => box.checkVisibility() && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)).map((box) => box.getAttribute('aria-label') ?? box.className)
            .concat([...document.querySelectorAll('main :is(button, select, input, textarea)')].filter((control) => control.checkVisibility()).map((control) => control.outerHTML.slice(0, 60)))";
        let odd = page.eval(odd, &[]).await?;
        if odd != json!([]) {
            cut.push(format!("{path}: {odd}"));
        }
    }
    assert_eq!(cut, Vec::<String>::new());
    Ok(())
}

/// The picture at the head of README.md: the widget of the home page, as it is. `cargo xtask pictures readme`.
async fn pictures_of_the_readme(page: &mut Page) -> Result<()> {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        page.color_scheme(scheme).await?;
        open(page, "/en/").await?;
        page.resize(1160, 860).await?;
        page.eval("document.querySelector('.specimen').scrollIntoView()", &[]).await?;
        page.draw().await?;
        let picture = page.screenshot(&format!("readme-{name}")).await?;
        std::fs::copy(picture, xtask::root().join(format!("www/assets/readme-{name}.png")))?;
    }
    Ok(())
}
