//! The pop-up of a term: opened, read, left.

use anyhow::Result;
use serde_json::json;

use super::{mark, text};
use crate::emulate::Scheme;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    a_press_opens_and_closes;
    a_finger_opens in Chromium, Firefox; // WebKitGTK's driver makes it a mouse
    enter_and_space_open;
    escape_closes_and_leads_back;
    tab_leads_through_the_popup_and_on;
    shift_tab_leads_back_to_the_term;
    a_press_elsewhere_closes;
    a_pointer_at_rest_previews;
    escape_closes_a_preview;
    related_terms_are_reached_in_it;
    a_page_hears_what_is_opened;
    it_leads_to_the_glossary_on_the_page;
    it_is_never_off_the_window;
    without_anchors_it_stands_next_to_its_term;
    in_a_dialog_it_can_be_reached;
    in_another_shadow_root_it_works;
    in_a_frame_it_works;
    in_fullscreen_it_is_seen in Chromium; // the others ask the reader first
    it_speaks_the_languages_of_the_page;
    axe_finds_nothing;
    the_accessibility_tree_says_it_once in Chromium; // the others don't show theirs
    strict_policies_are_kept;
    hostile_styles_change_nothing;
    targets_are_large_enough;
    a_term_that_leaves_takes_it_along;
    pictures;
}

const POPUP: &str = "document.querySelector('plan-popup')?.shadowRoot?.querySelector('[role=dialog]')";

async fn opened(page: &Page, title: &str) -> Result<()> {
    page.wait(&format!("{POPUP}?.querySelector('h2').textContent === '{title}'"), title).await
}

async fn closed(page: &Page) -> Result<()> {
    page.wait("!document.querySelector('plan-popup')", "no pop-up").await
}

/// A sentence with one term, marked.
async fn sentence(page: &Page) -> Result<()> {
    text(page, "<p><button id=before>前</button> 对接“双区”，再往后 <button id=after>后</button></p>")
        .await?;
    mark(page, "{}").await?;
    Ok(())
}

async fn expanded(page: &Page) -> Result<String> {
    let js = "return document.querySelector('plan-term').getAttribute('aria-expanded')";
    Ok(page.eval(js, &[]).await?.as_str().unwrap_or_default().to_owned())
}

/// What has the focus: in the pop-up its part.
async fn focused(page: &Page) -> Result<String> {
    let js = "const a = document.activeElement; const inside = a.shadowRoot?.activeElement; return inside ? inside.getAttribute('part') : a.id || a.localName";
    Ok(page.eval(js, &[]).await?.as_str().unwrap_or_default().to_owned())
}

async fn a_press_opens_and_closes(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    assert_eq!(expanded(page).await?, "false");
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    assert_eq!(expanded(page).await?, "true");
    assert_eq!(focused(page).await?, "root popup");
    let said = page.eval(&format!("return {POPUP}.innerText"), &[]).await?;
    let said = said.as_str().unwrap_or_default();
    for text in
        ["shuāng qū", "两项区域战略的合称", "建设粤港澳大湾区", "名词解释第七条", "第二十五条", "相关"]
    {
        assert!(said.contains(text), "{text} is missing in {said}");
    }
    page.click(&["plan-term"]).await?;
    closed(page).await?;
    assert_eq!(expanded(page).await?, "false");
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.click(&["plan-popup", "[part=close]"]).await?;
    closed(page).await?;
    assert_eq!(focused(page).await?, "plan-term");
    Ok(())
}

async fn a_finger_opens(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.tap(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.tap(&["#before"]).await?;
    closed(page).await
}

async fn enter_and_space_open(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    for key in ['\u{e007}', ' '] {
        page.eval("document.querySelector('#before').focus()", &[]).await?;
        page.key(Key::Tab).await?;
        assert_eq!(focused(page).await?, "plan-term");
        page.key(key).await?;
        opened(page, "双区").await?;
        assert_eq!(focused(page).await?, "root popup");
        page.key(Key::Escape).await?;
        closed(page).await?;
    }
    Ok(())
}

async fn escape_closes_and_leads_back(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.key(Key::Escape).await?;
    closed(page).await?;
    assert_eq!(focused(page).await?, "plan-term");
    Ok(())
}

async fn tab_leads_through_the_popup_and_on(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    let stops = page.eval(&format!("return {POPUP}.querySelectorAll('button, a[href]').length"), &[]).await?;
    for stop in 0..stops.as_u64().unwrap_or_default() {
        page.key(Key::Tab).await?;
        let here = focused(page).await?;
        assert!(["close", "related-term", "article", "whole"].contains(&&*here), "{stop}: {here}");
    }
    page.key(Key::Tab).await?;
    closed(page).await?;
    assert_eq!(focused(page).await?, "after");
    Ok(())
}

async fn shift_tab_leads_back_to_the_term(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.chord(&[Key::Shift], Key::Tab).await?;
    closed(page).await?;
    assert_eq!(focused(page).await?, "plan-term");
    Ok(())
}

async fn a_press_elsewhere_closes(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.click(&["#before"]).await?;
    closed(page).await?;
    assert_eq!(focused(page).await?, "before");
    Ok(())
}

async fn a_pointer_at_rest_previews(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    // One that only passes opens nothing.
    page.hover(&["plan-term"]).await?;
    page.move_to(5.0, 300.0).await?;
    page.run("await new Promise((done) => setTimeout(done, 500))", &[]).await?;
    closed(page).await?;
    page.hover(&["plan-term"]).await?;
    opened(page, "双区").await?;
    assert_ne!(focused(page).await?, "root popup", "a preview takes no focus");
    // The pointer can be led into it (WCAG 1.4.13).
    page.hover(&["plan-popup", "[part=note]"]).await?;
    page.run("await new Promise((done) => setTimeout(done, 600))", &[]).await?;
    opened(page, "双区").await?;
    page.move_to(5.0, 5.0).await?;
    closed(page).await?;
    // A press keeps it.
    page.hover(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.click(&["plan-term"]).await?;
    page.move_to(5.0, 5.0).await?;
    page.run("await new Promise((done) => setTimeout(done, 600))", &[]).await?;
    opened(page, "双区").await
}

async fn escape_closes_a_preview(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.hover(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.key(Key::Escape).await?;
    closed(page).await?;
    page.run("await new Promise((done) => setTimeout(done, 500))", &[]).await?;
    closed(page).await
}

async fn related_terms_are_reached_in_it(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    let first =
        page.eval(&format!("return {POPUP}.querySelector('[part=related-term]').textContent"), &[]).await?;
    page.click(&["plan-popup", "[part=related-term]"]).await?;
    opened(page, first.as_str().unwrap_or_default()).await?;
    assert_eq!(focused(page).await?, "root popup");
    page.key(Key::Escape).await?;
    closed(page).await?;
    assert_eq!(focused(page).await?, "plan-term");
    Ok(())
}

async fn a_page_hears_what_is_opened(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.eval("window.heard = []; addEventListener('plan-select', ({ detail, target }) => heard.push([target.localName, detail.term, detail.article]))", &[]).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.click(&["plan-popup", "[part=article]"]).await?;
    assert_eq!(
        page.eval("return heard", &[]).await?,
        json!([["plan-term", "dual-zones", null], ["plan-term", "dual-zones", "1"]])
    );
    Ok(())
}

async fn it_leads_to_the_glossary_on_the_page(page: &mut Page) -> Result<()> {
    text(page, "<p>对接“双区”</p><plan-glossary></plan-glossary>").await?;
    mark(page, "{}").await?;
    page.wait("document.querySelector('plan-glossary').shadowRoot?.querySelector('button')", "the glossary")
        .await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    // In a new tab as well, whatever base the page has.
    let link = "const [link] = document.querySelector('plan-popup').shadowRoot.querySelectorAll('[part=whole]');
        const base = document.head.appendChild(Object.assign(document.createElement('base'), { href: '/elsewhere/' }));
        const { href } = link;
        base.remove();
        return href === `${location.href.split('#')[0]}#term=dual-zones` || href";
    assert_eq!(page.eval(link, &[]).await?, true);
    page.click(&["plan-popup", "[part=whole]"]).await?;
    page.wait("document.querySelector('plan-glossary').shadowRoot.querySelector('[aria-pressed=true]')?.textContent === '双区'", "the entry").await?;
    // Or to another page's, at the term.
    text(page, "<p>对接“双区”</p>").await?;
    mark(page, "{ href: '/glossary/#term=' }").await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.click(&["plan-popup", "[part=whole]"]).await?;
    page.wait_for_url("/glossary/#term=").await?;
    page.wait("document.querySelector('plan-glossary')?.shadowRoot.querySelector('[aria-pressed=true]')?.textContent === '双区'", "the entry").await
}

const INSIDE: &str = "const { left, top, right, bottom } = document.querySelector('plan-popup').getBoundingClientRect(); return left >= 0 && top >= 0 && right <= document.documentElement.clientWidth && bottom <= innerHeight ? true : [left, top, right, bottom, document.documentElement.clientWidth, innerHeight]";

async fn it_is_never_off_the_window(page: &mut Page) -> Result<()> {
    // The last is a window of 1,280 by 1,024 at 400 %.
    for (width, height) in [(320, 640), (1600, 900), (320, 256)] {
        page.resize(width, height).await?;
        text(page, "<style>p { margin: 0 } header { position: sticky; top: 0; z-index: 9999; background: Canvas }</style><header>页眉</header><p>双区，一行的开头</p><p style='text-align:right'>一行的末尾：三个一</p><p style='height:200vh'></p><p>2+7+18</p><p style='text-align:right'>五龙入湛</p>").await?;
        mark(page, "{}").await?;
        for at in 0..4 {
            page.run("document.querySelectorAll('plan-term')[arguments[0]].scrollIntoView({ block: 'center' }); await new Promise(requestAnimationFrame)", &[json!(at)]).await?;
            page.eval("document.querySelectorAll('plan-term')[arguments[0]].click()", &[json!(at)]).await?;
            page.wait(POPUP, "the pop-up").await?;
            assert_eq!(page.eval(INSIDE, &[]).await?, true, "{width}×{height}, term {at}");
            let on_top = format!(
                "const {{ left, top, width }} = {POPUP}.getBoundingClientRect(); return document.elementFromPoint(left + width / 2, top + 4).localName"
            );
            assert_eq!(page.eval(&on_top, &[]).await?, "plan-popup");
            page.key(Key::Escape).await?;
            closed(page).await?;
        }
    }
    Ok(())
}

async fn without_anchors_it_stands_next_to_its_term(page: &mut Page) -> Result<()> {
    let source = xtask::read(&xtask::root().join("src/element/shell/layout.js"))?;
    let layout = "const { layout } = await import(`data:text/javascript,${encodeURIComponent(arguments[0])}`); const window = { width: 320, height: 600 }; const popup = { width: 300, height: 200 }; const term = (left, top) => ({ left, top, right: left + 40, bottom: top + 20 }); return [...[term(20, 100), term(280, 100), term(20, 550), term(0, 100)].map((term) => [term, popup]), [term(20, 320), { width: 300, height: 900 }]].map(([term, popup]) => layout(term, popup, window)).map(({ left, top, above, fits }) => [left, top, above, fits])";
    page.goto("/tests/timeline/blank.html").await?;
    assert_eq!(
        page.run(layout, &[json!(source)]).await?,
        json!([
            [12, 128, false, true],
            [12, 128, false, true],
            [12, 342, true, true],
            [8, 128, false, true],
            [12, 8, true, true]
        ])
    );
    Ok(())
}

async fn in_a_dialog_it_can_be_reached(page: &mut Page) -> Result<()> {
    text(page, "<dialog><p>对接“双区”</p></dialog>").await?;
    page.eval("document.querySelector('dialog').showModal()", &[]).await?;
    mark(page, "{}").await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    assert_eq!(focused(page).await?, "root popup");
    page.click(&["plan-popup", "[part=related-term]"]).await?;
    page.key(Key::Escape).await?;
    closed(page).await?;
    let left =
        "const dialog = document.querySelector('dialog'); return [dialog.open, dialog.children.length]";
    assert_eq!(page.eval(left, &[]).await?, json!([true, 1]), "Escape closes the pop-up, not the dialog");
    Ok(())
}

async fn in_another_shadow_root_it_works(page: &mut Page) -> Result<()> {
    text(page, "<div id=host></div>").await?;
    let js = "const root = document.querySelector('#host').attachShadow({ mode: 'open' }); root.innerHTML = '<p>对接“双区”</p>'; await annotate(root).done; return getComputedStyle(root.querySelector('plan-term')).textDecorationLine";
    assert_eq!(page.run(js, &[]).await?, "underline");
    page.click(&["#host", "plan-term"]).await?;
    opened(page, "双区").await?;
    page.key(Key::Escape).await?;
    closed(page).await
}

async fn in_a_frame_it_works(page: &mut Page) -> Result<()> {
    text(page, "<iframe width=300 height=400 src=/glossary/article.html></iframe>").await?;
    page.wait("frames[0]?.document.querySelector('#story plan-term[role]')", "marks in the frame").await?;
    page.eval("frames[0].document.querySelector('#story plan-term').click()", &[]).await?;
    page.wait("frames[0].document.querySelector('plan-popup')?.shadowRoot.querySelector('h2')", "the pop-up")
        .await?;
    assert_eq!(page.eval("return document.querySelector('plan-popup') === null", &[]).await?, true);
    Ok(())
}

async fn in_fullscreen_it_is_seen(page: &mut Page) -> Result<()> {
    text(page, "<article style='background:Canvas'><p>对接“双区”</p><button id=full onclick='this.parentElement.requestFullscreen()'>全屏</button></article>").await?;
    mark(page, "{}").await?;
    page.click(&["#full"]).await?;
    page.wait("document.fullscreenElement", "fullscreen").await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    let seen = format!(
        "const {{ left, top, width }} = {POPUP}.getBoundingClientRect(); return [document.elementFromPoint(left + width / 2, top + 20).localName, document.fullscreenElement.localName]"
    );
    assert_eq!(page.eval(&seen, &[]).await?, json!(["plan-popup", "article"]));
    page.click(&["plan-popup", "[part=related-term]"]).await
}

async fn it_speaks_the_languages_of_the_page(page: &mut Page) -> Result<()> {
    text(page, "<p>对接“双区”，<span id=here lang=en><plan-term>三个一</plan-term></span></p>").await?;
    page.wait("document.querySelector('#here plan-term[role]')", "the term").await?;
    page.click(&["#here plan-term"]).await?;
    opened(page, "Three Ones").await?;
    let said = page.eval(&format!("return {POPUP}.innerText"), &[]).await?;
    let said = said.as_str().unwrap_or_default();
    for text in ["三个一", "Related", "Used in", "One corridor"] {
        assert!(said.contains(text), "{text} is missing in {said}");
    }
    page.key(Key::Escape).await?;
    let other = "await new Promise((done) => { addEventListener('plan-ready', done, { once: true }); document.querySelector('#here').lang = 'zh' })";
    page.run(other, &[]).await?;
    page.click(&["#here plan-term"]).await?;
    opened(page, "三个一").await
}

async fn axe_finds_nothing(page: &mut Page) -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.color_scheme(scheme).await?;
        sentence(page).await?;
        assert_eq!(page.axe("main").await?, Vec::<String>::new());
        page.click(&["plan-term"]).await?;
        opened(page, "双区").await?;
        assert_eq!(page.axe("body").await?, Vec::<String>::new());
    }
    Ok(())
}

async fn the_accessibility_tree_says_it_once(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    let tree = page.a11y().await?;
    let nodes = tree["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let named = |role: &str| -> Vec<String> {
        let of = nodes.iter().filter(|node| node["role"]["value"] == role && node["ignored"] == false);
        of.map(|node| node["name"]["value"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(named("dialog"), ["双区"]);
    assert!(named("heading").contains(&"双区".to_owned()));
    assert!(named("button").contains(&"双区".to_owned()) && named("button").contains(&"关闭".to_owned()));
    let described = nodes
        .iter()
        .filter(|node| node["description"]["value"].as_str().is_some_and(|text| !text.is_empty()));
    assert_eq!(described.count(), 0);
    Ok(())
}

async fn strict_policies_are_kept(page: &mut Page) -> Result<()> {
    let csp = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
    page.goto(&format!("/glossary/article.html?csp={csp}")).await?;
    page.wait("document.querySelectorAll('#story plan-term').length === 13", "marks").await?;
    page.click(&["#story plan-term"]).await?;
    opened(page, "五龙入湛").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn hostile_styles_change_nothing(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    let looks = format!(
        "const p = document.querySelector('plan-popup').getBoundingClientRect(); return [[p.width, p.height], ...[...{POPUP}.querySelectorAll('*')].map((n) => {{ const s = getComputedStyle(n); return [s.fontSize, s.color, s.display, s.textTransform, s.letterSpacing, s.margin, s.padding].join() }})]"
    );
    let before = page.eval(&looks, &[]).await?;
    page.eval("const style = document.createElement('style'); style.textContent = '* { all: unset !important; font-size: 40px !important; color: red !important; text-transform: uppercase !important; letter-spacing: 1em !important; margin: 3em !important; padding: 9px !important; width: 50px !important }'; document.head.append(style)", &[]).await?;
    assert_eq!(page.eval(&looks, &[]).await?, before);
    Ok(())
}

async fn targets_are_large_enough(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    let small = format!(
        "return [...{POPUP}.querySelectorAll('button, a')].map((n) => n.getBoundingClientRect()).filter(({{ width, height }}) => width < 24 || height < 24).length"
    );
    assert_eq!(page.eval(&small, &[]).await?, 0);
    Ok(())
}

async fn a_term_that_leaves_takes_it_along(page: &mut Page) -> Result<()> {
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.eval("document.querySelector('p').remove()", &[]).await?;
    closed(page).await?;
    sentence(page).await?;
    page.click(&["plan-term"]).await?;
    opened(page, "双区").await?;
    page.eval("annotation.undo()", &[]).await?;
    closed(page).await
}

async fn pictures(page: &mut Page) -> Result<()> {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        page.color_scheme(scheme).await?;
        for (width, height) in [(320, 640), (1600, 900)] {
            for (lang, path, title) in [
                ("zh", "/glossary/article.html", "五龙入湛"),
                ("en", "/en/glossary/article.html", "Five Dragons into Zhanjiang"),
            ] {
                page.resize(width, height).await?;
                page.goto(path).await?;
                page.wait("document.querySelector('#story plan-term[role]')", "marks").await?;
                page.eval("document.querySelector('#story plan-term').click()", &[]).await?;
                opened(page, title).await?;
                page.run(
                    "await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))",
                    &[],
                )
                .await?;
                page.picture(&format!("gallery-terms-{lang}-{name}-{width}")).await?;
            }
        }
    }
    Ok(())
}
