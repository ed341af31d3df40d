//! Plans in each language that there are words for: what the elements make of them is what a server says.

use anyhow::{Context, Result};
use plan_widgets::{
    Lang, Plan,
    view::{
        languages::BUILT_IN,
        timeline::TimelineView,
        words::{CommonWords, Language, TimelineWords},
    },
};
use serde_json::{Value, json};

use crate::page::Page;

crate::tests! {
    a_plan_is_shown_in_its_language;
    readers_get_the_language_that_is_best_for_them;
    a_language_without_words_has_english_ones;
    each_has_its_picture;
    every_word_is_from_the_file;
    words_may_come_late_or_be_wrong;
    a_term_has_them_too;
    what_fails_is_said_in_them;
}

#[path = "../../pseudo.rs"]
mod pseudo;

#[path = "../../every.rs"]
mod every;

use every::{TIMES, foreign, plan};

const ADD: &str = "const e = document.createElement('plan-timeline'); e.lang = arguments[1]; e.layout = 'list'; e.model = arguments[0]; document.querySelector('main').replaceChildren(e)";

const SHOWN: &str = "const r = document.querySelector('plan-timeline').shadowRoot, of = (part) => [...r.querySelectorAll(`[part~=${part}]`)].map((e) => e.textContent.trim());
    const { lang, dir } = r.querySelector('[part~=root]');
    return { lang, dir, count: of('count'), heading: of('heading'), groups: of('group-title').length, when: [...r.querySelectorAll('[data-item] > summary')].map((e) => e.textContent) }";

const LIVE: &str = "document.querySelector('plan-timeline').shadowRoot?.querySelector('[data-row]')";

async fn a_plan_is_shown_in_its_language(page: &mut Page) -> Result<()> {
    for (lang, _) in BUILT_IN {
        page.goto("/tests/timeline/blank.html").await?;
        let json = plan(lang);
        let view = TimelineView::of(&Plan::read(&json)?, lang);
        let language = Language::of(lang);
        page.eval(ADD, &[json, json!(lang.key())]).await?;
        page.wait(LIVE, "the live timeline").await?;
        let shown = page.eval(SHOWN, &[]).await?;
        let words = TimelineWords(&language.timeline);
        let count = CommonWords(&language.timeline).count(words.items(), TIMES.len());
        assert_eq!(shown["lang"], lang.tag(), "{lang:?}");
        // By this Chromium takes fonts; `all: initial` would take it away.
        let locale =
            "const root = document.querySelector('plan-timeline').shadowRoot.querySelector('[part~=root]');
            return getComputedStyle(root).webkitLocale?.replaceAll('\"', '') ?? root.lang";
        assert_eq!(page.eval(locale, &[]).await?, lang.tag(), "{lang:?}");
        assert_eq!(shown["dir"], &*language.direction, "{lang:?}");
        assert_eq!(shown["count"], json!([count]), "{lang:?}");
        assert_eq!(shown["heading"], json!([words.timeline()]), "{lang:?}");
        assert_eq!(shown["groups"], view.groups.len(), "{lang:?}");
        let whens = shown["when"].as_array().context("a list")?;
        assert_eq!(whens.len(), view.items.len(), "{lang:?}");
        for (when, item) in whens.iter().zip(&view.items) {
            assert!(
                when.as_str().is_some_and(|text| text.contains(&*item.when)),
                "{lang:?}: {when} {}",
                item.when
            );
        }
    }
    Ok(())
}

/// The cases that Rust has as well.
async fn readers_get_the_language_that_is_best_for_them(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let cases: Value = serde_json::from_str(include_str!("../../languages.json"))?;
    let js = "const { best } = await import('/shell/language.js');
        return arguments[0].filter((c) => (best(c.wanted, c.among) ?? null) !== c.best)";
    assert_eq!(page.eval_async(js, &[cases]).await?, json!([]));
    Ok(())
}

async fn a_language_without_words_has_english_ones(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(ADD, &[plan(&Lang::new("he")), json!("he")]).await?;
    page.wait(LIVE, "the live timeline").await?;
    let shown = page.eval(SHOWN, &[]).await?;
    assert_eq!(shown["lang"], "he");
    assert_eq!(shown["dir"], "auto");
    assert_eq!(shown["heading"], json!(["Timeline"]));
    Ok(())
}

/// No language shows a word of another. And for people to look at: `cargo xtask pictures languages`.
async fn each_has_its_picture(page: &mut Page) -> Result<()> {
    const THREE: &str = "const [model, lang] = arguments, main = document.querySelector('main');
        main.replaceChildren(...['timeline', 'goal-deck', 'glossary'].map((name) => Object.assign(document.createElement(`plan-${name}`), { lang, model })))";
    const ALL: &str = "[...document.querySelectorAll('main > *')].every((e) => { e.scrollIntoView(); return e.shadowRoot?.querySelector('[data-row], [part=copy]') })";
    for (lang, file) in BUILT_IN {
        for width in [320, 720] {
            page.resize(width, 2600).await?;
            page.goto("/tests/timeline/blank.html").await?;
            page.eval(THREE, &[plan(lang), json!(lang.key())]).await?;
            page.wait(ALL, "the live widgets").await?;
            page.eval("scrollTo(0, 0)", &[]).await?;
            let wide = "document.documentElement.scrollWidth <= innerWidth";
            page.wait(wide, "everything within the window").await?;
            let said = page.eval(&format!("{SAID} return said"), &[]).await?;
            let said: Vec<&str> = said.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            assert!(said.len() > 200, "{lang:?}: {}", said.len());
            assert_eq!(foreign(&serde_json::from_str(file)?, said), [""; 0], "{lang:?}");
            page.picture(&format!("language-{}-{width}", lang.key())).await?;
        }
    }
    Ok(())
}

/// What a widget says beside a plan whose own texts are numbers: the texts that are seen, and what is only heard.
const SAID: &str = "const said = [], names = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt', 'aria-valuetext', 'aria-roledescription'];
    const walk = (node) => { for (const each of node.childNodes) {
        if (each.nodeType === 3 && each.data.trim() && !each.parentElement?.closest('style, script')) said.push(each.data.trim());
        if (each.nodeType !== 1) continue;
        for (const name of names) if (each.getAttribute(name)) said.push(each.getAttribute(name));
        if (each.shadowRoot) walk(each.shadowRoot); walk(each); } };
    document.querySelectorAll('main > *').forEach((e) => walk(e.shadowRoot ?? e));
    for (const e of document.querySelectorAll('plan-term, [popover]')) walk(e.shadowRoot ?? e);";

/// What is cut off: boxes that hide what is wider than they. A select cuts its options itself.
const CUT: &str = "const cut = [];
    const look = (root) => { for (const e of root.querySelectorAll('*')) {
        if (e.shadowRoot) look(e.shadowRoot);
        const { overflowX, position, clipPath, textOverflow } = getComputedStyle(e);
        if (!/hidden|clip/.test(overflowX) || clipPath !== 'none' || position === 'absolute' || textOverflow === 'ellipsis') continue;
        if (!e.querySelector('select') && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1) cut.push(`${e.className} ${e.part} ${e.textContent.slice(0, 40)}`);
    } };
    look(document.querySelector('main'));";

/// No word is left that isn't from the file, whatever is shown, and none is cut off.
async fn every_word_is_from_the_file(page: &mut Page) -> Result<()> {
    const ADD: &str = "const [model, lang, words] = arguments, main = document.querySelector('main');
        window.told = []; addEventListener('plan-error', (e) => told.push(e.detail.message));
        const { registerLanguage } = await import('/dist/language.js');
        window.registering = registerLanguage(lang, words);
        const add = (name, more) => Object.assign(document.createElement(`plan-${name}`), { lang, model, ...more });
        main.replaceChildren(...['list', 'lanes', 'story'].map((layout) => add('timeline', { layout, item: 'e1' })),
            add('goal-deck', { variant: 'full', show: 'departments' }), add('goal-deck', { group: 'topic', goal: 'g0' }),
            add('goal-card', { goal: 'g0' }), add('glossary', { term: 't' }), add('glossary', { query: '!!!' }), add('timeline', { query: '!!!' }))";
    const ALL: &str = "[...document.querySelectorAll('main > *')].every((e) => { e.scrollIntoView(); return e.shadowRoot?.querySelector('[part~=root]:not(.plan-static)') })";
    for (tag, rtl) in [("en-XA", false), ("he-XB", true)] {
        let lang = Lang::new(tag);
        for width in [320, 720] {
            page.resize(width, 2600).await?;
            page.goto("/tests/timeline/blank.html").await?;
            page.run(ADD, &[plan(&lang), json!(tag), pseudo::file(tag, rtl)]).await?;
            page.wait(ALL, "the live widgets").await?;
            page.run("await window.registering", &[]).await?;
            let said = page.eval(&format!("{SAID} return said"), &[]).await?;
            let said = said.as_array().context("a list")?;
            assert!(said.len() > 100, "{}", said.len());
            let others: Vec<_> = said
                .iter()
                .filter_map(Value::as_str)
                .filter(|text| text.replace("km", "").chars().any(|c| c.is_ascii_alphabetic()))
                .collect();
            assert!(others.is_empty(), "{tag}: {others:#?}");
            assert_eq!(page.eval("return told", &[]).await?, json!([]), "{tag}");
            let dir =
                "return document.querySelector('plan-timeline').shadowRoot.querySelector('[part~=root]').dir";
            assert_eq!(page.eval(dir, &[]).await?, if rtl { "rtl" } else { "ltr" });
            page.wait("document.documentElement.scrollWidth <= innerWidth", "everything within the window")
                .await?;
            let cut = page.eval(&format!("{CUT} return cut"), &[]).await?;
            assert_eq!(cut, json!([]), "{tag} at {width}");
            page.picture(&format!("language-{tag}-{width}")).await?;
        }
    }
    Ok(())
}

/// Words that come after what is shown take its place; what is wrong with them is told, and what was there stays.
async fn words_may_come_late_or_be_wrong(page: &mut Page) -> Result<()> {
    const ADD: &str = "const [model, lang] = arguments, main = document.querySelector('main');
        window.told = []; addEventListener('plan-error', ({ detail: { code, message } }) => told.push(code + ' ' + message));
        const add = (name, more) => Object.assign(document.createElement(`plan-${name}`), { lang, model, ...more });
        main.replaceChildren(add('timeline', { layout: 'list' }), add('goal-deck'), add('glossary'))";
    const TITLES: &str = "return [...document.querySelectorAll('main > *')].map((e) => e.shadowRoot?.querySelector('[part~=heading]')?.textContent)";
    const REGISTER: &str = "const { registerLanguage } = await import('/dist/language.js');
        return registerLanguage(...arguments).then(() => 'right', ({ code, message, problems }) => [code, message, problems.length])";
    let tag = "he-XB";
    let words = pseudo::file(tag, true);
    let title = |section: &str| words[section][section].clone();
    let english = json!(["Timeline", "Goals", "Glossary"]);
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(ADD, &[plan(&Lang::new(tag)), json!(tag)]).await?;
    page.wait("told.length >= 3", "that there are no words").await?;
    assert_eq!(page.eval(TITLES, &[]).await?, english);
    let told = "There are no words for the language he-XB, so what isn't the plan's own text is in English. Give them with registerLanguage().";
    let told = format!("language-missing {told}");
    assert_eq!(page.eval("return told", &[]).await?, json!([told, told, told]));

    let mut wrong = words.clone();
    wrong["common"]["copy"] = json!("{x}");
    let refused = page.run(REGISTER, &[json!(tag), wrong]).await?;
    assert_eq!((&refused[0], &refused[2]), (&json!("language-invalid"), &json!(1)), "{refused}");
    let nowhere = page.run(REGISTER, &[json!(tag), json!("/nowhere.json")]).await?;
    assert_eq!(nowhere[0], "network", "{nowhere}");
    let page_of_html = page.run(REGISTER, &[json!(tag), json!("/tests/timeline/blank.html")]).await?;
    assert_eq!(page_of_html[0], "file-missing", "{page_of_html}");
    assert_eq!(page.eval(TITLES, &[]).await?, english);

    assert_eq!(page.run(REGISTER, &[json!(tag), words.clone()]).await?, "right");
    let all = json!([title("timeline"), title("goals"), title("glossary")]);
    let shown = format!("JSON.stringify((() => {{ {TITLES} }})()) === {:?}", all.to_string());
    page.wait(&shown, "words in place of the English ones").await?;

    // Wrong words take no right ones away.
    let refused = page.eval_async(REGISTER, &[json!(tag), json!([])]).await?;
    assert_eq!(refused[0], "language-invalid");
    page.eval(ADD, &[plan(&Lang::new(tag)), json!(tag)]).await?;
    page.wait(&shown, "the same words").await
}

/// The pop-ups of terms in a page's own text have a page's own words as well.
async fn a_term_has_them_too(page: &mut Page) -> Result<()> {
    let tag = "en-XA";
    let words = pseudo::file(tag, false);
    page.goto("/tests/timeline/blank.html").await?;
    page.run(
        "const [model, lang, words] = arguments, main = document.querySelector('main');
        const [{ registerLanguage }] = await Promise.all([import('/dist/language.js'), import('/dist/annotate.js')]);
        registerLanguage(lang, words);
        main.replaceChildren(Object.assign(document.createElement('plan-term'), { lang, model, textContent: '10' }))",
        &[plan(&Lang::new(tag)), json!(tag), words.clone()],
    )
    .await?;
    page.wait("document.querySelector('plan-term').role === 'button'", "a button").await?;
    page.eval("document.querySelector('plan-term').click()", &[]).await?;
    page.wait("document.querySelector('[popover]:popover-open')", "the pop-up").await?;
    let close = words["glossary"]["close"].as_str().context("a text")?.to_owned();
    let said = page.eval(&format!("{SAID} return said"), &[]).await?;
    assert!(said.as_array().context("a list")?.contains(&json!(close)), "{said} {close}");
    Ok(())
}

/// Sentences about errors are those of the language's file, as far as it has some, and `plan-error` says their language.
async fn what_fails_is_said_in_them(page: &mut Page) -> Result<()> {
    let tag = "en-XA";
    let mut words = pseudo::file(tag, false);
    words["errors"] = json!({ "attribute-invalid": "⟦{problems}⟧" });
    words["phrases"] = json!({ "problem": "{place} ⟦{expected}⟧ {found}", "range": "⟦{0}…{1}⟧" });
    let refused = json!({ "errors": { "json": "{url}" }, "phrases": { "txt": "x" } });
    page.goto("/tests/timeline/blank.html").await?;
    let told = page
        .run(
            "const [model, lang, words, wrong] = arguments, main = document.querySelector('main'), told = [];
            const { registerLanguage } = await import('/dist/language.js');
            await registerLanguage(lang, words);
            const error = await registerLanguage(lang, { ...words, ...wrong }, { lang }).catch((error) => error);
            told.push([error.lang, error.problems.map(({ pointer, nearest }) => `${pointer} ${nearest}`)]);
            for (const shown of [lang, 'zh-Hant', 'en-GB']) {
                const heard = new Promise((resolve) => addEventListener('plan-error', ({ detail }) => resolve(detail), { once: true }));
                main.replaceChildren(Object.assign(document.createElement('plan-timeline'), { lang: shown, headingLevel: 9 }));
                const { lang: said, message, problems: [{ expected }] } = await heard;
                told.push([said, message, expected]);
            }
            return told",
            &[plan(&Lang::new(tag)), json!(tag), words, refused],
        )
        .await?;
    let expected = "a whole number from 1 to 6";
    assert_eq!(
        told,
        json!([
            ["en", ["/errors/json null", "/phrases/txt text"]],
            [tag, "⟦heading-level ⟦⟦1…6⟧⟧ \"9\"⟧", expected],
            ["zh", "属性有误，已忽略：heading-level：应为1 到 6 的整数，实为\"9\"", expected],
            [
                "en",
                "An attribute is not valid and was ignored: heading-level: expected a whole number from 1 to 6, found \"9\"",
                expected
            ],
        ])
    );
    Ok(())
}
