//! What readers take away: the menu at the foot of widgets, and what comes of it.

use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::emulate::Scheme;
use crate::guest::{POLICY, with_policy};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    the_menu_has_the_keys_of_a_menu;
    the_menu_is_read_out_and_axe_finds_nothing;
    it_fits_at_320_pixels_light_and_dark;
    every_widget_has_what_fits_it;
    going_live_moves_nothing;
    without_scripts_there_is_no_button;
    a_table_has_what_the_filters_leave;
    a_table_has_what_the_page_has_picked;
    a_file_is_what_was_made in Chromium; // the others' drivers save no files
    a_picture_is_drawn;
    a_strict_policy_is_kept;
    a_link_is_copied in Chromium; // the others' drivers can't grant the clipboard
    what_cannot_be_copied_is_selected;
    the_code_to_embed_shows_the_same;
    a_frame_gives_the_code_of_a_frame;
    it_speaks_the_readers_language;
    a_menu_that_does_not_come_is_told;
}

const TIMELINE: &str = "plan-timeline";

/// A widget alone on a page, live.
async fn open(page: &Page, tag: &str, attributes: &str) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = "window.taken = []; window.errors = [];
        addEventListener('plan-take', ({ detail }) => taken.push(detail.what));
        addEventListener('plan-error', ({ detail }) => errors.push(detail.code));
        document.querySelector('main').innerHTML = `<h1>A</h1><${arguments[0]} ${arguments[1]}></${arguments[0]}>`";
    page.eval(js, &[json!(tag), json!(attributes)]).await?;
    let live = format!("document.querySelector('{tag}').shadowRoot?.querySelector('[part=menu]:enabled')");
    page.wait(&live, "the live widget").await
}

/// Presses the button, and waits for the menu.
async fn press(page: &Page, tag: &str) -> Result<()> {
    page.click(&[tag, "[part=menu]"]).await?;
    until(page, tag, "m").await
}

/// Waits until an expression holds, in which `r` is the shadow root of the widget, `m` its menu, `s` what has the focus.
async fn until(page: &Page, tag: &str, expression: &str) -> Result<()> {
    page.wait(&format!("(() => {{ {} return {expression} }})()", names(tag)), expression).await
}

async fn ask(page: &Page, tag: &str, expression: &str) -> Result<Value> {
    page.eval(&format!("{} return {expression}", names(tag)), &[]).await
}

fn names(tag: &str) -> String {
    format!(
        "const e = document.querySelector('{tag}'), r = e.shadowRoot, m = r.querySelector('.plan-take'), s = r.activeElement;"
    )
}

/// Has the page keep what it would save: names and bytes.
const KEEP: &str = "window.files = []; const made = new Map(), real = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const url = real.call(URL, blob); made.set(url, blob); return url };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
        if (!this.download) return click.call(this);
        files.push({ name: this.download, blob: made.get(this.href), type: made.get(this.href).type });
    }";

/// Presses an item of the menu, and gives the name, the type and the text of the file.
async fn file(page: &Page, tag: &str, what: &str) -> Result<(String, String, String)> {
    let before = page.eval("return files.length", &[]).await?;
    page.click(&[tag, &format!(".plan-take [data-what={what}]")]).await?;
    page.wait(&format!("files.length > {before}"), what).await?;
    let js = "const { name, type, blob } = files.at(-1); return [name, type, blob.type === 'image/png' ? [...new Uint8Array(await blob.arrayBuffer())].slice(0, 4).join() : new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer())]";
    let found = page.eval_async(js, &[]).await?;
    let text = |at: usize| found[at].as_str().unwrap_or_default().to_owned();
    Ok((text(0), text(1), text(2)))
}

async fn the_menu_has_the_keys_of_a_menu(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=en layout=list").await?;
    page.eval(
        "document.querySelector('main').insertAdjacentHTML('beforeend', '<button>after</button>')",
        &[],
    )
    .await?;
    ask(page, TIMELINE, "r.querySelector('[part=menu]').focus()").await?;
    page.key(Key::Enter).await?;
    let at = |what: &str| format!("s?.dataset.what === '{what}'");
    until(page, TIMELINE, &at("link")).await?;
    assert_eq!(
        ask(page, TIMELINE, "r.querySelector('[part=menu]').getAttribute('aria-expanded')").await?,
        "true"
    );
    for (key, what) in [
        (Key::Down, "embed"),
        (Key::Up, "link"),
        (Key::Up, "print"),
        (Key::Down, "link"),
        (Key::End, "print"),
        (Key::Home, "link"),
    ] {
        page.key(key).await?;
        until(page, TIMELINE, &at(what)).await?;
    }
    let closed = "!m && s?.part.contains('menu') && s.getAttribute('aria-expanded') === 'false'";
    page.key(Key::Escape).await?;
    until(page, TIMELINE, closed).await?;
    page.key(' ').await?;
    until(page, TIMELINE, &at("link")).await?;
    page.key(Key::Tab).await?;
    until(page, TIMELINE, "!m && document.activeElement.textContent === 'after'").await?;
    // A second press closes it, and so does one elsewhere.
    press(page, TIMELINE).await?;
    page.click(&[TIMELINE, "[part=menu]"]).await?;
    until(page, TIMELINE, "!m").await?;
    press(page, TIMELINE).await?;
    page.click(&["h1"]).await?;
    until(page, TIMELINE, "!m").await?;
    assert_eq!(page.eval("return [taken, errors]", &[]).await?, json!([[], []]));
    Ok(())
}

async fn the_menu_is_read_out_and_axe_finds_nothing(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=en layout=list").await?;
    let button = "(() => { const { tagName, textContent } = r.querySelector('[part=menu]'); return [tagName, textContent, r.querySelector('[part=menu]').getAttribute('aria-haspopup')] })()";
    assert_eq!(ask(page, TIMELINE, button).await?, json!(["BUTTON", "Share and download", "menu"]));
    press(page, TIMELINE).await?;
    let said = "[m.querySelector('[role=menu]').getAttribute('aria-label'), [...m.querySelectorAll('[role=menuitem]')].map((i) => i.textContent), m.lang, m.dir]";
    let items = json!([
        "Copy link",
        "Embed code",
        "Table (CSV)",
        "Calendar (ICS)",
        "Picture (SVG)",
        "Picture (PNG)",
        "Print"
    ]);
    assert_eq!(ask(page, TIMELINE, said).await?, json!(["Share and download", items, "en", "ltr"]));
    assert_eq!(page.axe("html").await?, Vec::<String>::new());
    page.click(&[TIMELINE, ".plan-take [data-what=embed]"]).await?;
    until(page, TIMELINE, "s?.localName === 'textarea'").await?;
    assert_eq!(page.axe("html").await?, Vec::<String>::new());
    page.key(Key::Escape).await?;
    until(page, TIMELINE, "!m && s?.part.contains('menu')").await
}

async fn it_fits_at_320_pixels_light_and_dark(page: &mut Page) -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.color_scheme(scheme).await?;
        for lang in ["en", "zh"] {
            open(page, TIMELINE, &format!("lang={lang} layout=list")).await?;
            page.resize(320, 500).await?;
            press(page, TIMELINE).await?;
            page.click(&[TIMELINE, ".plan-take [data-what=embed]"]).await?;
            until(page, TIMELINE, "!m.querySelector('textarea').closest('[hidden]')").await?;
            let inside = "(() => { const b = m.getBoundingClientRect(); return b.left >= 0 && b.right <= 320 && b.top >= 0 && b.bottom <= innerHeight && m.scrollWidth <= m.clientWidth && document.documentElement.scrollWidth <= 320 })()";
            until(page, TIMELINE, inside).await?;
            let large = "[...m.querySelectorAll('[role=menuitem], button')].every((i) => i.getBoundingClientRect().height >= 24)";
            assert_eq!(ask(page, TIMELINE, large).await?, true);
            page.picture(&format!("take-320-{lang}-{scheme:?}")).await?;
            if lang == "en" {
                assert_eq!(page.axe("html").await?, Vec::<String>::new());
            }
            page.resize(1280, 800).await?;
        }
    }
    Ok(())
}

async fn every_widget_has_what_fits_it(page: &mut Page) -> Result<()> {
    for (tag, attributes, columns, rows) in [
        ("plan-goal-deck", "lang=en", 7, 65),
        ("plan-goal-card", "lang=en goal=transport-hub", 7, 1),
        ("plan-glossary", "lang=en", 4, 13),
        ("plan-overview", "lang=en", 6, 261),
    ] {
        open(page, tag, attributes).await?;
        page.eval(KEEP, &[]).await?;
        press(page, tag).await?;
        let items =
            ask(page, tag, "[...m.querySelectorAll('[role=menuitem]')].map((i) => i.dataset.what)").await?;
        assert_eq!(items, json!(["link", "embed", "csv", "svg", "png", "print"]), "{tag}");
        let (name, _, text) = file(page, tag, "csv").await?;
        let start = format!("zhanjiang-14th-five-year-plan-{}", tag.trim_start_matches("plan-"));
        assert!(name.starts_with(&start) && name.ends_with("-en.csv"), "{name}");
        assert_eq!(text.lines().count(), rows + 1, "{tag}: {text}");
        assert_eq!(text.lines().next().unwrap_or_default().split(',').count(), columns, "{tag}");
        let (_, _, picture) = file(page, tag, "svg").await?;
        assert!(picture.contains("Zhanjiang") && picture.contains(">Taken on "), "{tag}: {picture}");
        assert_eq!(page.eval("return [taken, errors]", &[]).await?, json!([["csv", "svg"], []]), "{tag}");
        page.picture(&format!("take-{tag}")).await?;
    }
    Ok(())
}

async fn going_live_moves_nothing(page: &mut Page) -> Result<()> {
    for path in ["/glossary/", "/overview/", "/"] {
        page.goto(path).await?;
        let boxes = "[...document.querySelectorAll('plan-glossary, plan-overview, plan-goal-deck, plan-timeline')].flatMap((e) => [...e.shadowRoot?.querySelectorAll('[part=menu]') ?? []]).length";
        page.wait(boxes, path).await?;
        page.wait("[...document.querySelectorAll('plan-glossary, plan-overview, plan-goal-deck, plan-timeline')].some((e) => e.shadowRoot?.querySelector('[part=menu]:enabled'))", path).await?;
        assert_eq!(page.shifts().await?, Vec::<String>::new(), "{path}");
    }
    Ok(())
}

async fn without_scripts_there_is_no_button(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    page.goto("/glossary/").await?;
    let shown = "return [...document.querySelectorAll('plan-glossary')].map((e) => (e.shadowRoot ?? e).querySelector('[part=menu]')?.checkVisibility() ?? false)";
    assert_eq!(page.eval(shown, &[]).await?, json!([false]));
    Ok(())
}

async fn a_table_has_what_the_filters_leave(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=zh layout=list topic=energy").await?;
    page.eval(KEEP, &[]).await?;
    press(page, TIMELINE).await?;
    let (name, kind, text) = file(page, TIMELINE, "csv").await?;
    assert_eq!(name, "zhanjiang-14th-five-year-plan-timeline-zh-energy.csv");
    assert_eq!(kind, "text/csv;charset=utf-8");
    assert!(text.starts_with("\u{feff}名称,时间,第一天,最后一天,时间的含义,"), "{text}");
    assert_eq!(text.matches("\r\n").count(), 5, "{text}");
    // Details come with a second file, which the menu waits for.
    assert!(text.contains("出处：") || text.contains("出处"), "{text}");
    let (name, kind, text) = file(page, TIMELINE, "ics").await?;
    assert_eq!(name, "zhanjiang-14th-five-year-plan-timeline-zh-energy.ics");
    assert_eq!(kind, "text/calendar;charset=utf-8");
    let (events, said) = (
        text.matches("BEGIN:VEVENT").count(),
        ask(page, TIMELINE, "m.querySelector('[role=status]').textContent").await?,
    );
    assert!((1..=4).contains(&events), "{text}");
    assert!(said.as_str().is_some_and(|said| said.starts_with("文件：")), "{said}");
    Ok(())
}

async fn a_table_has_what_the_page_has_picked(page: &mut Page) -> Result<()> {
    for (tag, attributes, rows) in [
        (
            TIMELINE,
            "layout=list items='guangzhou-zhanjiang-hsr-completion adoption'",
            "[part=item] [part=title]",
        ),
        (TIMELINE, "layout=list sort=newest from=2024 to=2025", "[part=item] [part=title]"),
        ("plan-goal-deck", "goals='transport-hub subcentre-city'", "[part=goal-title]"),
        ("plan-glossary", "terms='grid-35-500 five-dragons'", "[part=term] [part=name]"),
    ] {
        open(page, tag, &format!("lang=zh {attributes}")).await?;
        let shown =
            ask(page, tag, &format!("[...r.querySelectorAll('{rows}')].map((e) => e.textContent)")).await?;
        let shown: Vec<String> = serde_json::from_value(shown)?;
        page.eval(KEEP, &[]).await?;
        press(page, tag).await?;
        let (_, _, text) = file(page, tag, "csv").await?;
        let names: Vec<&str> = text
            .split("\r\n")
            .skip(1)
            .filter(|row| !row.is_empty())
            .filter_map(|row| row.split(',').next())
            .collect();
        assert!(shown.len() > 1, "{tag} {attributes}");
        assert_eq!(names, shown, "{tag} {attributes}");
    }
    Ok(())
}

async fn a_file_is_what_was_made(page: &mut Page) -> Result<()> {
    let folder = xtask::target().join("taken");
    std::fs::create_dir_all(&folder)?;
    let at = folder.join("zhanjiang-14th-five-year-plan-timeline-en-energy.csv");
    let _ = std::fs::remove_file(&at);
    open(page, TIMELINE, "lang=en layout=list topic=energy").await?;
    let allow = json!({ "behavior": "allow", "downloadPath": folder });
    page.session()?.cdp("Browser.setDownloadBehavior", allow).await?;
    let keep = "const real = URL.createObjectURL; URL.createObjectURL = (blob) => { window.blob = blob; return real.call(URL, blob) }";
    page.eval(keep, &[]).await?;
    press(page, TIMELINE).await?;
    page.click(&[TIMELINE, ".plan-take [data-what=csv]"]).await?;
    page.wait("taken[0] === 'csv'", "the event").await?;
    let made = page.eval_async("return [...new Uint8Array(await blob.arrayBuffer())]", &[]).await?;
    let made: Vec<u8> = serde_json::from_value(made)?;
    let mut saved = Vec::new();
    for _ in 0..400 {
        saved = std::fs::read(&at).unwrap_or_default();
        if saved.len() >= made.len() {
            break;
        }
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(saved.get(..3), Some(&[0xef, 0xbb, 0xbf][..]), "the mark by which spreadsheets know UTF-8");
    assert!(saved == made, "{} bytes saved, {} made", saved.len(), made.len());
    std::fs::remove_file(&at).context("the file")
}

async fn a_picture_is_drawn(page: &mut Page) -> Result<()> {
    for (lang, rtl) in [("zh", false), ("en", false)] {
        open(page, TIMELINE, &format!("lang={lang} layout=list query=港")).await?;
        page.eval(KEEP, &[]).await?;
        press(page, TIMELINE).await?;
        let (name, kind, text) = file(page, TIMELINE, "svg").await?;
        assert!(name.ends_with(".svg") && kind == "image/svg+xml", "{name} {kind}");
        assert!(text.starts_with("<svg ") && text.contains("“港”"), "{text}");
        assert_eq!(text.contains("direction=\"rtl\""), rtl);
        let (name, kind, start) = file(page, TIMELINE, "png").await?;
        assert!(name.ends_with(".png") && kind == "image/png", "{name} {kind}");
        assert_eq!(start, "137,80,78,71");
        let size = page.eval_async("const image = await createImageBitmap(files.at(-1).blob); return [image.width, image.height > 400]", &[]).await?;
        assert_eq!(size, json!([2000, true]));
    }
    // In the colours of the widget in the light, whatever its scheme is; in those of the package where text couldn't be read.
    let look =
        "style='--plan-accent: light-dark(#8f1d21, #ffb0b0); --plan-background: light-dark(#fbf8f2, #111)'";
    for (attributes, there, not) in [
        (look, &["#8f1d21", "#fbf8f2", "#1d2024"][..], "#0b5a78"),
        ("theme=civic", &["#ffffff"], "#0b5a78"),
        ("style='--plan-text: #eee'", &["#ffffff", "#1d2024", "#0b5a78"], "#eeeeee"),
    ] {
        open(page, TIMELINE, &format!("lang=en layout=list query=port color-scheme=dark {attributes}"))
            .await?;
        page.eval(KEEP, &[]).await?;
        press(page, TIMELINE).await?;
        let (_, _, text) = file(page, TIMELINE, "svg").await?;
        for color in there {
            assert!(text.contains(color), "{attributes}: no {color} in {text}");
        }
        assert!(!text.contains(not), "{attributes}: {not} in {text}");
    }
    Ok(())
}

async fn a_strict_policy_is_kept(page: &mut Page) -> Result<()> {
    page.goto(&with_policy("/glossary/", POLICY)).await?;
    let tag = "plan-glossary";
    page.wait(
        "document.querySelector('plan-glossary').shadowRoot?.querySelector('[part=menu]:enabled')",
        "the live glossary",
    )
    .await?;
    page.eval(KEEP, &[]).await?;
    press(page, tag).await?;
    for what in ["csv", "svg"] {
        file(page, tag, what).await?;
    }
    page.click(&[tag, ".plan-take [data-what=embed]"]).await?;
    until(page, tag, "s?.localName === 'textarea' && s.value.includes('<plan-glossary')").await?;
    let ours: Vec<_> = page.console().await?.into_iter().filter(|m| !m.text.contains("img-src")).collect();
    assert_eq!(ours, vec![]);
    // Such a page allows no picture of pixels: that is said, and nothing else happens.
    page.click(&[tag, ".plan-take [data-what=png]"]).await?;
    until(page, tag, "m.querySelector('[role=status]').textContent.includes('SVG')").await?;
    let ours: Vec<_> = page.console().await?.into_iter().filter(|m| !m.text.contains("img-src")).collect();
    assert_eq!(ours, vec![]);
    Ok(())
}

async fn a_link_is_copied(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=en layout=list deep-link topic=energy").await?;
    page.grant_clipboard().await?;
    page.eval("location.hash = '#item=business-hub&x=1'", &[]).await?;
    page.wait("document.querySelector('plan-timeline').item === 'business-hub'", "the item").await?;
    press(page, TIMELINE).await?;
    // The address is written half a second later: the link has it as it was, or as it is then.
    page.eval("window.before = location.href", &[]).await?;
    page.click(&[TIMELINE, ".plan-take [data-what=link]"]).await?;
    until(page, TIMELINE, "m.querySelector('[role=status]').textContent === 'Link copied'").await?;
    let copied = page
        .eval_async(
            "return [[before, location.href].includes(await navigator.clipboard.readText()), taken]",
            &[],
        )
        .await?;
    assert_eq!(copied, json!([true, ["link"]]));
    Ok(())
}

async fn what_cannot_be_copied_is_selected(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=en layout=list").await?;
    let refuse = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error()) } });
        document.execCommand = Document.prototype.execCommand = () => false";
    page.eval(refuse, &[]).await?;
    press(page, TIMELINE).await?;
    page.click(&[TIMELINE, ".plan-take [data-what=link]"]).await?;
    until(page, TIMELINE, "m.querySelector('[role=status]').textContent.startsWith('The browser doesn')")
        .await?;
    let selected = "[s.value === location.href, s.selectionStart, s.selectionEnd === s.value.length, s.readOnly, taken.length]";
    assert_eq!(ask(page, TIMELINE, selected).await?, json!([true, 0, true, true, 0]));
    Ok(())
}

async fn the_code_to_embed_shows_the_same(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=en layout=list topic=energy query='&quot;<&amp;'").await?;
    press(page, TIMELINE).await?;
    page.click(&[TIMELINE, ".plan-take [data-what=embed]"]).await?;
    until(page, TIMELINE, "s?.localName === 'textarea'").await?;
    let read = "(() => { const d = new DOMParser().parseFromString(m.querySelector('textarea').value, 'text/html'), t = d.querySelector('plan-timeline');
        return [t.getAttribute('topic'), t.getAttribute('query'), t.getAttribute('lang'), d.querySelector('script').src.endsWith('/dist/plan-widgets.js'), t.querySelectorAll('*').length, t.textContent] })()";
    let title = "Zhanjiang’s proposal for the 14th Five-Year Plan";
    assert_eq!(ask(page, TIMELINE, read).await?, json!(["energy", "\"<&", "en", true, 1, title]));
    Ok(())
}

async fn a_frame_gives_the_code_of_a_frame(page: &mut Page) -> Result<()> {
    page.goto("/en/embed/timeline/?childId=a").await?;
    page.wait(
        "document.querySelector('plan-timeline').shadowRoot?.querySelector('[part=menu]:enabled')",
        "the live timeline",
    )
    .await?;
    page.eval("document.querySelector('plan-timeline').setAttribute('topic', 'energy')", &[]).await?;
    page.eval(KEEP, &[]).await?;
    press(page, TIMELINE).await?;
    page.click(&[TIMELINE, ".plan-take [data-what=embed]"]).await?;
    until(page, TIMELINE, "s?.localName === 'textarea'").await?;
    let code = ask(page, TIMELINE, "m.querySelector('textarea').value").await?;
    let code = code.as_str().unwrap_or_default();
    for part in
        ["/en/embed/timeline/?topic=energy", "allow=\"clipboard-write\"", "/dist/frame.js\"></script>"]
    {
        assert!(code.contains(part), "{code}");
    }
    assert!(!code.contains("childId"), "{code}");
    // The page for frames allows pictures.
    file(page, TIMELINE, "png").await?;
    assert_eq!(page.console().await?, []);
    // One of a topic that the reader has taken back shows all, as they see it.
    page.goto("/en/embed/timeline/transport/").await?;
    let live = "document.querySelector('plan-timeline').shadowRoot?.querySelector('[part=menu]:enabled')";
    page.wait(live, "the live timeline").await?;
    page.eval("document.querySelector('plan-timeline').removeAttribute('topic')", &[]).await?;
    press(page, TIMELINE).await?;
    page.click(&[TIMELINE, ".plan-take [data-what=embed]"]).await?;
    until(page, TIMELINE, "s?.localName === 'textarea'").await?;
    let code = ask(page, TIMELINE, "m.querySelector('textarea').value").await?;
    assert!(code.as_str().is_some_and(|code| code.contains("/transport/?topic=&amp;")), "{code}");
    Ok(())
}

async fn it_speaks_the_readers_language(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=ar src=/tests/rtl/plan.json layout=list").await?;
    press(page, TIMELINE).await?;
    assert_eq!(
        ask(page, TIMELINE, "[m.dir, m.lang, m.querySelector('[data-what=print]').textContent]").await?,
        json!(["rtl", "ar", "طباعة"])
    );
    let inside =
        "(() => { const b = m.getBoundingClientRect(); return b.left >= 0 && b.right <= innerWidth })()";
    assert_eq!(ask(page, TIMELINE, inside).await?, true);
    page.picture("take-ar").await?;
    Ok(())
}

async fn a_menu_that_does_not_come_is_told(page: &mut Page) -> Result<()> {
    open(page, TIMELINE, "lang=en layout=list").await?;
    page.fail("menu.js", xtask::server::Fault::Status(503));
    page.click(&[TIMELINE, "[part=menu]"]).await?;
    page.wait("errors[0] === 'network'", "the error").await?;
    page.mend();
    page.console().await?;
    press(page, TIMELINE).await
}
