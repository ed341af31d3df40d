//! Text that is marked and that others change: it is the page's, to the letter, and no mark is left that nobody looks
//! after.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{mark, text};
use crate::page::Page;

crate::tests! {
    whatever_happens_to_it_the_text_is_the_pages;
    a_highlight_has_its_words_and_no_text_is_lost;
    who_changes_a_part_of_a_text_takes_none_of_the_rest;
    who_writes_a_text_anew_means_all_of_it;
    a_translation_replaces_each_word_once;
    copies_of_marks_are_text;
    a_fight_ends;
    a_page_that_changes_in_its_own_time_keeps_its_marks;
    two_scripts_leave_each_others_marks_alone;
    the_text_that_is_named_may_come_later_and_anew;
    an_element_of_that_name_never_comes;
}

/// So many sequences of changes at random, in each engine.
const SEQUENCES: u64 = 1_500;

/// So many at a time: a script may not take for ever.
const AT_A_TIME: u64 = 100;

async fn whatever_happens_to_it_the_text_is_the_pages(page: &mut Page) -> Result<()> {
    text(page, "").await?;
    let run = "return (await import('/tests/random/module.js')).sequences(...arguments)";
    let mut marked = 0;
    for from in (0..SEQUENCES).step_by(usize::try_from(AT_A_TIME)?) {
        let with_marks = page.run(run, &[json!(from), json!(from + AT_A_TIME)]).await?;
        marked += with_marks.as_u64().unwrap_or_default();
    }
    assert!(marked > SEQUENCES / 2, "{marked} had marks");
    Ok(())
}

/// Does something to a marked text. Gives what it said before, at once, when everybody has heard of it, and when we
/// have left.
async fn after(page: &Page, html: &str, js: &str) -> Result<[String; 4]> {
    text(page, html).await?;
    mark(page, "{ first: 'all', observe: true }").await?;
    let js = format!(
        "const main = document.querySelector('main'), p = main.querySelector('p'), said = [main.textContent];
        {js};
        said.push(main.textContent); await new Promise((done) => setTimeout(done, 500));
        said.push(main.textContent); annotation.undo(); said.push(main.textContent); return said"
    );
    Ok(serde_json::from_value(page.run(&js, &[]).await?)?)
}

const STORY: &str = "<p>See 三个一 are here, and 双区 follow.</p>";

async fn a_highlight_has_its_words_and_no_text_is_lost(page: &mut Page) -> Result<()> {
    let wide = "wide.setStart(p.firstChild, 1); wide.setEnd(p.lastChild, 4); mark.append(wide.extractContents()); wide.insertNode(mark)";
    for (about, js, highlighted) in [
        (
            "behind a term",
            "wide.setStart(rest, 5); wide.setEnd(rest, 9); wide.surroundContents(mark)",
            "here",
        ),
        ("across a term", wide, "ee 三个一 are here, and 双区 fol"),
        (
            "of a term and more",
            "wide.setStart(p.firstChild, 2); wide.setEnd(inside, 2); mark.append(wide.extractContents()); wide.insertNode(mark)",
            "e 三个",
        ),
        (
            "within a term",
            "wide.setStart(inside, 1); wide.setEnd(inside, 2); wide.surroundContents(mark)",
            "个",
        ),
        ("of a term", "wide.selectNode(inside.parentNode); wide.surroundContents(mark)", "三个一"),
        ("of all before it", "wide.selectNode(p.firstChild); wide.surroundContents(mark)", "See "),
        (
            "of what is before it, the node kept",
            "wide.selectNodeContents(p.firstChild); wide.surroundContents(mark)",
            "See ",
        ),
    ] {
        let js = format!(
            "const inside = document.querySelector('plan-term').firstChild, rest = inside.parentNode.nextSibling;
            const wide = document.createRange(), mark = document.createElement('mark'); {js}"
        );
        let said = after(page, STORY, &js).await?;
        assert!(said.iter().all(|one| *one == said[0]), "{about}: {said:?}");
        let marks =
            page.eval("return [...document.querySelectorAll('mark')].map((m) => m.textContent)", &[]).await?;
        assert_eq!(marks, json!([highlighted]), "{about}");
    }
    Ok(())
}

async fn who_changes_a_part_of_a_text_takes_none_of_the_rest(page: &mut Page) -> Result<()> {
    for (about, html, js, expected) in [
        (
            "put together",
            "<p>三个一在这里，双区在后。</p>",
            "document.body.normalize()",
            "三个一在这里，双区在后。",
        ),
        (
            "put together with others",
            "<p>三个一在前</p>",
            "p.prepend('之前'); p.append('之后'); document.body.normalize()",
            "之前三个一在前之后",
        ),
        ("a node cut in two", "<p>在前面的三个一</p>", "p.firstChild.splitText(2)", "在前面的三个一"),
        (
            "spaces put in",
            "<p>前面有ABC，三个一在后</p>",
            "p.firstChild.insertData(3, ' ')",
            "前面有 ABC，三个一在后",
        ),
        (
            "words replaced wherever they stand",
            "<p>旧三个一，旧的</p>",
            "for (const node of [p.firstChild, p.lastChild]) node.data = node.data.replace('旧', '新')",
            "新三个一，新的",
        ),
        (
            "a term edited",
            "<p>前三个一后</p>",
            "p.querySelector('plan-term').firstChild.data = '三个二'",
            "前三个二后",
        ),
        (
            "terms unwrapped",
            "<p>前三个一后双区</p>",
            "for (const term of p.querySelectorAll('plan-term')) term.replaceWith(...term.childNodes)",
            "前三个一后双区",
        ),
        (
            "taken out and put back",
            "<p>前三个一后双区</p>",
            "const kids = [...p.childNodes]; p.replaceChildren(); await 0; p.append(...kids)",
            "前三个一后双区",
        ),
        (
            "put there as HTML",
            "<p>前三个一后双区</p>",
            "main.innerHTML = `${main.innerHTML}`",
            "前三个一后双区",
        ),
    ] {
        let [_, now, later, left] = after(page, html, js).await?;
        assert_eq!([&*now, &*later, &*left], [expected; 3], "{about}");
    }
    Ok(())
}

async fn who_writes_a_text_anew_means_all_of_it(page: &mut Page) -> Result<()> {
    for (about, html, js, expected) in [
        ("another text", "<p>前三个一后</p>", "p.firstChild.data = '新的'", "新的"),
        (
            "another number",
            "<p>第1次：三个一后</p>",
            "p.firstChild.data = '第2次：三个一后'",
            "第2次：三个一后",
        ),
        ("one that ends where a term began", "<p>前面三个一后</p>", "p.firstChild.data = '前面'", "前面"),
        ("no text", "<p>前三个一后</p>", "p.firstChild.data = ''", ""),
        ("where a term came first", "<p>三个一后</p>", "p.firstChild.data = '新的'", "新的"),
        ("taken out where a term came first", "<p>三个一后</p>", "p.firstChild.remove()", ""),
        (
            "put together, then written",
            "<p>三个一后</p>",
            "const text = p.firstChild; p.normalize(); await 0; text.data = '新的'",
            "新的",
        ),
        (
            "an element in its place",
            "<p>前三个一后</p>",
            "p.firstChild.replaceWith(document.createElement('br'), '新的')",
            "新的",
        ),
    ] {
        let [_, _, later, left] = after(page, html, js).await?;
        assert_eq!([&*later, &*left], [expected; 2], "{about}");
    }
    Ok(())
}

async fn a_translation_replaces_each_word_once(page: &mut Page) -> Result<()> {
    // As Chrome does: each text in a <font> in its place; back are the nodes that were there.
    let translate = "const fonts = [], walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), nodes = []; while (walk.nextNode()) nodes.push(walk.currentNode);
        for (const node of nodes) { const font = document.createElement('font'); font.textContent = `<${node.data}>`; node.replaceWith(font); fonts.push([font, node]); PAUSE }";
    for pause in ["", "await 0"] {
        let js = translate.replace("PAUSE", pause);
        let [before, _, later, left] = after(page, STORY, &js).await?;
        let plain = later.replace(['<', '>'], "");
        assert_eq!([&plain, &left], [&before, &later], "{later}");
        let back = format!(
            "{js}; await new Promise((done) => setTimeout(done, 300)); for (const [font, node] of fonts) font.replaceWith(node)"
        );
        let said = after(page, STORY, &back).await?;
        assert!(said.iter().all(|one| *one == said[0]), "{said:?}");
    }
    Ok(())
}

/// The marks that nobody looks after: a press opens nothing.
const DEAD: &str = "[...document.querySelectorAll('plan-term')].filter((term) => !customElements.get('plan-term').owners.has(term)).length";

async fn copies_of_marks_are_text(page: &mut Page) -> Result<()> {
    for js in [
        "document.body.append(document.querySelector('p').cloneNode(true))",
        "document.body.insertAdjacentHTML('beforeend', document.querySelector('main').innerHTML)",
        "document.body.append(document.importNode(document.querySelector('p'), true))",
        "const main = document.querySelector('main'); main.replaceWith(main.cloneNode(true))",
    ] {
        text(page, "<p>前双区后</p>").await?;
        mark(page, "{}").await?;
        page.run(&format!("{js}; await 0"), &[]).await?;
        assert_eq!(page.eval(&format!("return {DEAD}"), &[]).await?, 0, "{js}");
        let last = "return [...document.querySelectorAll('p')].at(-1)";
        assert_eq!(page.eval(&format!("{last}.textContent"), &[]).await?, "前双区后");
        assert_eq!(page.eval(&format!("{last}.childNodes.length"), &[]).await?, 1, "as it was before marks");
    }
    // A page that comes with marks in it, as from a cache.
    text(page, "<p>前双区后</p>").await?;
    mark(page, "{}").await?;
    let js = "const main = document.querySelector('main'); main.id = 'story'; main.insertAdjacentHTML('beforebegin', '<plan-annotate for=story></plan-annotate>');
        const body = document.body.cloneNode(true); annotation.undo(); document.documentElement.replaceChild(body, document.body)";
    page.run(js, &[]).await?;
    page.wait("document.querySelectorAll('plan-term').length === 1", "the mark").await?;
    page.click(&["plan-term"]).await?;
    page.wait("document.querySelector('plan-popup')", "the pop-up").await?;
    // What an author has marked stays an author's.
    text(page, "<p>前<plan-term>双区</plan-term>后</p>").await?;
    page.wait("document.querySelector('plan-term[role]')", "the term").await?;
    page.eval("document.body.append(document.querySelector('p').cloneNode(true))", &[]).await?;
    page.wait("document.querySelectorAll('plan-term[role]').length === 2", "both terms").await
}

async fn a_fight_ends(page: &mut Page) -> Result<()> {
    for editor in [
        "for (const term of main.querySelectorAll('plan-term')) term.replaceWith(...term.childNodes)",
        "if (main.querySelector('plan-term')) main.innerHTML = '<p>前双区后</p>'",
        "for (const p of main.children) if (p.querySelector('plan-term')) p.textContent = `${p.textContent}`",
    ] {
        text(page, "<p>前双区后</p>").await?;
        let js = format!(
            "window.rounds = 0; const main = document.querySelector('main');
            new MutationObserver(() => {{ if (main.querySelector('plan-term')) rounds++; {editor} }}).observe(main, {{ subtree: true, childList: true }})"
        );
        page.run(&js, &[]).await?;
        mark(page, "{ observe: true }").await?;
        page.wait("rounds >= 3", "a few rounds").await?;
        page.run("await new Promise((done) => setTimeout(done, 2500))", &[]).await?;
        let now = page.eval("return [rounds, document.querySelector('main').innerHTML]", &[]).await?;
        assert_eq!(now, json!([3, "<p>前双区后</p>"]), "{editor}");
        // Others are marked as before.
        page.eval("document.body.append(document.querySelector('main'))", &[]).await?;
        page.eval("document.querySelector('main').insertAdjacentHTML('beforeend', '<p>三个一</p>')", &[])
            .await?;
        page.wait("rounds > 3 || document.querySelectorAll('plan-term').length === 1", "another text's mark")
            .await?;
    }
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn a_page_that_changes_in_its_own_time_keeps_its_marks(page: &mut Page) -> Result<()> {
    text(page, "<p>前双区后</p>").await?;
    mark(page, "{ observe: true }").await?;
    // More often than marks come back, for some time: no fight, for nobody has marked in between.
    let js = "for (let times = 0; times < 30; times++) { document.querySelector('main').innerHTML = '<p>前双区后</p>'; await new Promise((done) => setTimeout(done, 40)) }";
    page.run(js, &[]).await?;
    page.wait("document.querySelector('plan-term')", "the mark").await
}

async fn two_scripts_leave_each_others_marks_alone(page: &mut Page) -> Result<()> {
    let html = "<p>See 三个一 are here, and the Reading hour follows, then 双区 end. A Reading hour.</p><p>Reading hour</p>";
    text(page, html).await?;
    let js = "const { annotate: other } = await import('/dist/plan-widgets.js'); const main = document.querySelector('main'), said = main.textContent;
        const one = annotate(main, { observe: true }); await one.done;
        const two = other(main, { plan: '/school/plan.json', lang: 'en', first: 'all', observe: true }); await two.done; await new Promise((done) => setTimeout(done, 400));
        const marks = [...main.querySelectorAll('plan-term')].map((term) => term.textContent), same = [main.textContent === said];
        one.undo(); same.push(main.textContent === said); await new Promise((done) => setTimeout(done, 400)); same.push(main.textContent === said);
        const now = main.querySelectorAll('plan-term').length; two.undo(); same.push(main.innerHTML === arguments[0]); return [marks, now, same]";
    let found = page.run(js, &[json!(html)]).await?;
    assert_eq!(found, json!([["三个一", "双区", "Reading hour"], 3, [true, true, true, true]]));
    Ok(())
}

async fn the_text_that_is_named_may_come_later_and_anew(page: &mut Page) -> Result<()> {
    for tree in ["document.querySelector('main')", "host.shadowRoot.firstChild"] {
        text(page, "").await?;
        let js = format!(
            "window.errors = 0; addEventListener('plan-error', () => errors++); window.host = document.createElement('div'); document.body.append(host); host.attachShadow({{ mode: 'open' }}).append(document.createElement('div'));
            window.home = {tree}; home.insertAdjacentHTML('beforebegin', '<plan-annotate for=story observe></plan-annotate>')"
        );
        page.eval(&js, &[]).await?;
        let put = "home.innerHTML = `<section><div id=story><p>${arguments[0]}</p></div></section>`";
        let found = |name: &str| {
            format!(
                "[...home.querySelectorAll('plan-term')].map((term) => term.textContent).join() === '{name}'"
            )
        };
        page.eval(put, &[json!("三个一")]).await?;
        page.wait(&found("三个一"), "the first").await?;
        page.eval(put, &[json!("双区")]).await?;
        page.wait(&found("双区"), "another in its place").await?;
        page.eval("home.firstChild.innerHTML = '<p>三线一单</p>'", &[]).await?;
        page.eval("home.firstChild.firstChild.id = 'story'", &[]).await?;
        page.wait(&found("三线一单"), "one that is named later").await?;
        page.eval("home.firstChild.firstChild.id = 'other'", &[]).await?;
        page.wait(&found(""), "none of that name").await?;
        page.eval("const p = home.firstChild.firstChild; p.remove(); p.id = 'story'; home.append(p)", &[])
            .await?;
        page.wait(&found("三线一单"), "what has been moved").await?;
        assert_eq!(page.eval("return errors", &[]).await?, 0);
    }
    Ok(())
}

async fn an_element_of_that_name_never_comes(page: &mut Page) -> Result<()> {
    text(page, "").await?;
    let js = "window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail.message)); document.body.insertAdjacentHTML('beforeend', '<plan-annotate for=nowhere></plan-annotate>')";
    page.eval(js, &[]).await?;
    page.wait("errors.length", "an error").await?;
    // Once, whatever else comes.
    page.eval("document.querySelector('plan-annotate').first = 'all'; document.body.append('text')", &[])
        .await?;
    page.run("await new Promise((done) => setTimeout(done, 6000))", &[]).await?;
    let errors: Value = page.eval("return errors", &[]).await?;
    ensure!(errors.as_array().map(Vec::len) == Some(1), "{errors}");
    // And it may still come.
    page.eval("document.querySelector('main').innerHTML = '<p id=nowhere>双区</p>'", &[]).await?;
    page.wait("document.querySelector('plan-term')", "the mark").await
}
