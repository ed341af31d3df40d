//! The bundled plan in traditional characters, which a program made: what readers see of it, and that it is said.

use anyhow::Result;
use plan_widgets::{DeckView, GlossaryView, Lang, PLAN_JSON, Plan, TimelineView};
use serde_json::{Value, json};
use xtask::setup::Engine;

use crate::emulate::Scheme;
use crate::page::Page;
use crate::terms::{mark, text};

crate::tests! {
    readers_of_traditional_characters_get_them;
    other_readers_are_told_nothing;
    static_and_live_say_the_same;
    a_pop_up_says_it_at_its_foot;
    a_plan_of_its_own_says_it;
    pinyin_finds_as_in_simplified;
    nothing_is_wider_than_the_page;
    axe_finds_nothing;
    pictures;
}

const HANT: Lang = Lang::new("zh-Hant");

/// The widgets, each with what is waited for.
const WIDGETS: [(&str, &str); 4] = [
    ("plan-timeline", "[data-row]"),
    ("plan-goal-deck", "[data-row]"),
    ("plan-goal-card", "[part=copy]:enabled"),
    ("plan-glossary", "[part=term] button, button[part=term], [part=list] button"),
];

/// An empty page, which keeps what is wrong in `errors`.
async fn blank(page: &Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = "window.errors = []; addEventListener('plan-error', (event) => errors.push(event.detail.message ?? event.detail.code), true)";
    page.eval(js, &[]).await?;
    Ok(())
}

/// An empty page with one widget.
async fn show(page: &Page, (tag, awaited): (&str, &str), attributes: &str) -> Result<()> {
    blank(page).await?;
    let html = format!("<{tag} goal=transport-hub heading-level=1 {attributes}></{tag}>");
    page.eval("document.querySelector('main').innerHTML = arguments[0]", &[json!(html)]).await?;
    let live = format!("document.querySelector('main > *').shadowRoot?.querySelector('{awaited}')");
    page.wait(&live, tag).await
}

/// What it says: the language of its root, the note, its first words, and the languages of quotes.
const SAID: &str = "const r = document.querySelector('main > *').shadowRoot, all = (part) => [...r.querySelectorAll(part)];
    return { errors, lang: r.querySelector('[part~=root]').lang, notes: all('[part=language]').map((e) => e.textContent),
        first: r.querySelector('[part~=root]').innerText.trim().split('\\n')[0], text: r.textContent,
        quotes: [...new Set(all('q').map((e) => e.lang))], others: all('[part=original]').map((e) => e.lang).filter((lang) => lang !== 'en') }";

/// All of these tags in Chromium, elsewhere the first two: `language.js`, which chooses by the others, asks no engine, and
/// holds to `tests/languages.json` in all three.
fn tags<'a>(page: &Page, all: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let count = if page.engine() == Engine::Chromium { all.len() } else { 2 };
    all.iter().copied().take(count)
}

async fn readers_of_traditional_characters_get_them(page: &mut Page) -> Result<()> {
    let plan = Plan::from_json(PLAN_JSON)?;
    let note = &*GlossaryView::of(&plan, &HANT).note;
    assert!(note.contains("OpenCC"));
    let titles: [Box<str>; 4] = [
        TimelineView::of(&plan, &HANT).items[0].title.clone(),
        DeckView::of(&plan, &HANT).cards[0].title.clone(),
        "建設全國性綜合交通樞紐".into(),
        GlossaryView::of(&plan, &HANT).entries[0].name.clone(),
    ];
    for (widget, title) in WIDGETS.into_iter().zip(titles) {
        for lang in tags(page, &["zh-TW", "zh-HK", "zh-Hant", "zh-Hant-MO"]) {
            show(page, widget, &format!("lang={lang}")).await?;
            let said = page.eval(SAID, &[]).await?;
            assert_eq!(said["errors"], json!([]), "{widget:?} {lang}");
            assert_eq!(said["lang"], "zh-Hant", "{widget:?} {lang}");
            assert_eq!(said["notes"], json!([note]), "{widget:?} {lang}");
            assert_eq!(said["first"], note, "{widget:?} {lang}");
            assert_eq!(said["others"], json!([]), "{widget:?} {lang}");
            let quotes = said["quotes"].as_array().map_or(0, Vec::len);
            assert!(quotes == 0 || said["quotes"] == json!(["zh-Hant"]), "{widget:?} {lang}: {said}");
            let text = said["text"].as_str().unwrap_or_default();
            assert!(text.contains(&*title), "{widget:?} {lang}: {title}");
            assert!(!text.contains(['国', '发', '“']), "{widget:?} {lang}: {text}");
        }
    }
    Ok(())
}

async fn other_readers_are_told_nothing(page: &mut Page) -> Result<()> {
    for widget in WIDGETS {
        for lang in tags(page, &["zh", "en", "zh-CN", "zh-Hans-HK"]) {
            show(page, widget, &format!("lang={lang}")).await?;
            let said = page.eval(SAID, &[]).await?;
            assert_eq!((&said["errors"], &said["notes"]), (&json!([]), &json!([])), "{widget:?} {lang}");
        }
    }
    Ok(())
}

/// The pages for frames in this language, and what their widgets say without controls.
const PAGES: [&str; 4] = ["timeline/", "deck/", "goal/transport-hub/", "glossary/"];

/// What stands there while nothing is opened.
const SAYS: &str = "[...document.querySelector('main > *').shadowRoot.querySelectorAll(':is([part=language], [part=heading], [part=source], [part=count], [part=group-title], [part=title], [part=meta], [part=goal-title], [part=note], [part=component], [part=pinyin], [part=original], [part=notice]), [part=goal] :is(h1, p, dt, dd, q):not([part=ways], [part=status])')]
    .filter((e) => !e.closest('details:not([open]) > :not(summary)')).map((e) => e.textContent.replace(/\\s/g, '')).filter(Boolean)";

async fn static_and_live_say_the_same(page: &mut Page) -> Result<()> {
    page.resize(600, 900).await?;
    for (path, (_, awaited)) in PAGES.into_iter().zip([WIDGETS[0], WIDGETS[1], WIDGETS[2], WIDGETS[3]]) {
        let path = format!("/zh-Hant/embed/{path}");
        page.goto(&format!("{path}?csp=script-src%20'none'")).await?;
        let before = page.eval(&format!("return {SAYS}"), &[]).await?;
        page.goto(&path).await?;
        let live = format!(
            "document.querySelector('main > *').shadowRoot?.querySelector('{awaited}') && !document.querySelector('main > *').shadowRoot.querySelector('.plan-static')"
        );
        page.wait(&live, &path).await?;
        page.draw().await?;
        let after = page.eval(&format!("return {SAYS}"), &[]).await?;
        assert!(before.as_array().is_some_and(|said| said.len() > 4), "{path}: {before}");
        let (before, after) =
            (before.as_array().cloned().unwrap_or_default(), after.as_array().cloned().unwrap_or_default());
        let other = before.iter().zip(&after).find(|(one, other)| one != other);
        assert_eq!((other, before.len()), (None, after.len()), "{path}");
        assert_eq!(page.eval("return document.documentElement.lang", &[]).await?, "zh-Hant");
    }
    Ok(())
}

const POPUP: &str = "document.querySelector('plan-popup')?.shadowRoot?.querySelector('[role=dialog]')";

/// A text in traditional characters, of which a term is open.
async fn popup(page: &Page) -> Result<Value> {
    text(page, "<p>對接「雙區」，推進「三線一單」和《五龍入湛》。</p>").await?;
    let marks = mark(page, "{ lang: 'zh-HK' }").await?;
    page.click(&["plan-term"]).await?;
    page.wait(&format!("{POPUP}?.querySelector('h2').textContent === '雙區'"), "the pop-up").await?;
    page.draw().await?;
    Ok(marks)
}

async fn a_pop_up_says_it_at_its_foot(page: &mut Page) -> Result<()> {
    assert_eq!(popup(page).await?, json!(["雙區", "三線一單", "五龍入湛"]));
    let said = page
        .eval(
            &format!(
                "const p = {POPUP}; return [p.lang, p.lastElementChild.lastElementChild.textContent, p.querySelectorAll('[part=original]').length]"
            ),
            &[],
        )
        .await?;
    let plan = Plan::from_json(PLAN_JSON)?;
    assert_eq!(said, json!(["zh-Hant", &*GlossaryView::of(&plan, &HANT).note, 0]));
    Ok(())
}

/// A translation by a program of a page's own plan, checked and made ready in the page.
async fn a_plan_of_its_own_says_it(page: &mut Page) -> Result<()> {
    let text = |en: &str, fr: &str| json!({ "en": en, "fr": fr });
    let plan = json!({ "schema": 1, "languages": ["en", "fr"],
        "converted": [{ "language": "fr", "from": "en", "by": "Machine" }],
        "plan": { "id": "p", "title": text("Plan", "Plan"), "short": text("Plan", "Plan") },
        "events": [{ "id": "e", "kind": "milestone", "title": text("Park", "Parc"), "time": { "edtf": "2024", "kind": "on" } }],
        "goals": [{ "id": "transport-hub", "kind": "overall", "title": text("Parks", "Parcs") }],
        "terms": [{ "id": "t", "name": text("Park", "Parc"), "note": text("Green", "Vert"), "components": [], "occurrences": [] }] });
    for (tag, awaited) in WIDGETS {
        blank(page).await?;
        let js = "const [tag, model] = arguments, e = document.createElement(tag);
            Object.assign(e, { lang: 'fr', model }); e.setAttribute('goal', 'transport-hub'); document.querySelector('main').replaceChildren(e)";
        page.eval(js, &[json!(tag), plan.clone()]).await?;
        let live = format!("document.querySelector('main > *').shadowRoot?.querySelector('{awaited}')");
        page.wait(&live, tag).await?;
        let said = page.eval(SAID, &[]).await?;
        let note = "Textes produits par un programme (Machine). Langue de départ\u{202f}: anglais.";
        assert_eq!((&said["errors"], &said["notes"]), (&json!([]), &json!([note])), "{tag}");
    }
    Ok(())
}

async fn pinyin_finds_as_in_simplified(page: &mut Page) -> Result<()> {
    for (widget, query) in [(WIDGETS[0], "guangzhan"), (WIDGETS[3], "shuangqu")] {
        let mut counts = Vec::new();
        for lang in ["zh", "zh-Hant"] {
            show(page, widget, &format!("lang={lang} query={query}")).await?;
            let found = "document.querySelector('main > *').shadowRoot.querySelectorAll('[data-row]').length";
            page.wait(&format!("{found} > 0"), query).await?;
            page.draw().await?;
            counts.push(page.eval(&format!("return {found}"), &[]).await?);
        }
        assert_eq!(counts[0], counts[1], "{query}");
    }
    Ok(())
}

/// A page in traditional characters with all of them.
async fn all(page: &Page) -> Result<()> {
    blank(page).await?;
    let html: Vec<_> = WIDGETS.iter().map(|(tag, _)| format!("<{tag} goal=transport-hub></{tag}>")).collect();
    let js = "document.documentElement.lang = 'zh-TW'; document.title = '空頁'; document.querySelector('main').innerHTML = '<h1>空頁</h1>' + arguments[0]";
    page.eval(js, &[json!(html.concat())]).await?;
    for (tag, awaited) in WIDGETS {
        let live = format!(
            "(() => {{ const e = document.querySelector('{tag}'); e.scrollIntoView(); return e.shadowRoot?.querySelector('{awaited}') }})()"
        );
        page.wait(&live, tag).await?;
    }
    page.eval("scrollTo(0, 0)", &[]).await?;
    Ok(())
}

async fn nothing_is_wider_than_the_page(page: &mut Page) -> Result<()> {
    all(page).await?;
    for width in [320, 720, 1200] {
        page.resize(width, 800).await?;
        page.draw().await?;
        let overflow = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
        assert_eq!(page.eval(overflow, &[]).await?, 0, "{width}");
    }
    Ok(())
}

async fn axe_finds_nothing(page: &mut Page) -> Result<()> {
    all(page).await?;
    for width in [320, 1200] {
        page.resize(width, 800).await?;
        page.draw().await?;
        assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{width}");
    }
    popup(page).await?;
    assert_eq!(page.axe("html").await?, Vec::<String>::new());
    Ok(())
}

async fn pictures(page: &mut Page) -> Result<()> {
    page.color_scheme(Scheme::Light).await?;
    for width in [320, 1200] {
        for (tag, awaited) in WIDGETS {
            page.resize(width, 900).await?;
            show(page, (tag, awaited), "lang=zh-TW").await?;
            page.draw().await?;
            page.picture(&format!("converted-{tag}-{width}")).await?;
        }
        popup(page).await?;
        page.picture(&format!("converted-popup-{width}")).await?;
    }
    Ok(())
}
