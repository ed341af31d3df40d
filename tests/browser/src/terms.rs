//! Terms in a page's own text: marked, explained in a pop-up, and taken back.

pub mod changed;
pub mod large;
pub mod popup;
pub mod shown;

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;

crate::tests! {
    an_article_is_marked_where_a_term_first_stands;
    what_is_no_prose_is_left_alone;
    the_first_of_the_page_of_each_section_or_all;
    phrases_and_elements_can_be_left_out;
    a_name_across_elements_is_never_cut;
    undo_leaves_every_node_as_it_was;
    marking_again_changes_nothing;
    what_comes_later_is_marked_when_observed;
    what_the_page_changes_stays_changed;
    a_part_that_the_page_takes_out_is_as_it_was;
    annotations_of_one_text_leave_each_other_alone;
    what_is_not_in_the_page_yet_is_marked;
    a_selection_stays_where_it_was;
    what_is_copied_is_the_text;
    marks_move_no_line;
    a_million_characters_are_marked_and_left in Chromium; // the others don't report it
    two_hundred_terms_share_their_listeners;
    react_renders_on;
    vue_renders_on;
    yew_renders_on;
    a_text_of_a_yew_application_has_its_terms;
    an_english_article_is_marked;
    without_scripts_it_is_the_text in Chromium, Firefox; // WebKitGTK's driver can't switch scripts off
    wrong_options_are_named;
    a_plan_of_its_own_is_marked;
    further_names_are_marked_and_looked_up;
    words_of_other_scripts_are_marked_whole;
    an_element_taken_away_takes_its_marks;
    a_policy_without_wasm_leaves_the_text;
}

/// An empty page with this text in its `<main>`, and `annotate` at hand.
pub async fn text(page: &Page, html: &str) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval("document.querySelector('main').innerHTML = arguments[0]", &[json!(html)]).await?;
    page.run("window.annotate = (await import('/dist/annotate.js')).annotate", &[]).await?;
    Ok(())
}

/// Marks `<main>`; gives the marks' texts.
pub async fn mark(page: &Page, options: &str) -> Result<Value> {
    let js = format!(
        "window.annotation = annotate(document.querySelector('main'), {options}); await annotation.done; return [...document.querySelectorAll('plan-term')].map((mark) => mark.textContent)"
    );
    page.run(&js, &[]).await
}

async fn marked(page: &Page) -> Result<Value> {
    page.eval("return [...document.querySelectorAll('plan-term')].map((mark) => mark.textContent)", &[]).await
}

async fn an_article_is_marked_where_a_term_first_stands(page: &mut Page) -> Result<()> {
    page.goto("/glossary/article.html").await?;
    page.wait("document.querySelector('#story plan-term[role]')", "marks").await?;
    let marks = "return [...document.querySelectorAll('#story plan-term')].map((mark) => mark.textContent)";
    assert_eq!(
        page.eval(marks, &[]).await?,
        json!([
            "五龙入湛",
            "2+7+18",
            "35+500",
            "双区",
            "核+副中心",
            "1+1+9",
            "三个一",
            "四篇文章",
            "四大抓手",
            "五大产业发展计划",
            "四好农村路",
            "三线一单",
            "三医联动"
        ])
    );
    let traps = "return [document.querySelector('#story code').children.length, document.querySelector('#story a').children.length, document.querySelector('#story').innerText.includes('135+500 和 35+5000')]";
    assert_eq!(page.eval(traps, &[]).await?, json!([0, 0, true]));
    page.picture("glossary-article").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn what_is_no_prose_is_left_alone(page: &mut Page) -> Result<()> {
    let left = "<a href=#>双区</a><button>双区</button><code>双区</code><pre>双区</pre><textarea>双区</textarea><select><option>双区</select><ruby>双区<rt>shuāng</ruby><abbr>双区</abbr><dfn>双区</dfn><div contenteditable>双区</div><p hidden>双区</p><p aria-hidden=true>双区</p><p data-plan-skip>双区</p><p><span role=button tabindex=0>双区</span></p><svg><text>双区</text></svg><plan-glossary>双区</plan-glossary>";
    text(page, left).await?;
    assert_eq!(mark(page, "{ first: 'all' }").await?, json!([]));
    text(page, &format!("{left}<p>“双区”</p>")).await?;
    assert_eq!(mark(page, "{}").await?, json!(["双区"]), "what is left alone is no first occurrence");
    Ok(())
}

async fn the_first_of_the_page_of_each_section_or_all(page: &mut Page) -> Result<()> {
    let html = "<p>双区，双区</p><h2>节</h2><p>双区</p><p>双区</p><section><p>双区</p></section>";
    for (first, count) in [("root", 1), ("section", 3), ("all", 5)] {
        text(page, html).await?;
        let marks = mark(page, &format!("{{ first: '{first}' }}")).await?;
        assert_eq!(marks.as_array().map(Vec::len), Some(count), "{first}");
        assert_eq!(page.eval("return annotation.count", &[]).await?, count);
    }
    Ok(())
}

async fn phrases_and_elements_can_be_left_out(page: &mut Page) -> Result<()> {
    text(page, "<h2>双区</h2><p>三个一批，三个一，双区</p>").await?;
    assert_eq!(mark(page, "{ skip: 'h2', except: ['三个一批'] }").await?, json!(["三个一", "双区"]));
    assert_eq!(page.eval("return document.querySelector('h2').children.length", &[]).await?, 0);
    Ok(())
}

async fn a_name_across_elements_is_never_cut(page: &mut Page) -> Result<()> {
    // The longer one goes on in another element: neither it nor the shorter one in it is marked.
    let plan = "{ plan: { schema: 1, languages: ['zh'], plan: { id: 'p', title: { zh: '规划' }, short: { zh: '规划' } }, terms: ['双区', '双区联动'].map((name, at) => ({ id: 't' + at, name: { zh: name }, note: { zh: '注' }, components: [] })) }, first: 'all' }";
    text(page, "<p>双区<b>联动</b>。双区<a href=#>联动</a>。双<i>区</i>。</p><p>双区</p><p>联动</p>").await?;
    assert_eq!(mark(page, plan).await?, json!(["双区"]));
    assert_eq!(
        page.eval("return document.querySelector('plan-term').getAttribute('term')", &[]).await?,
        "t0"
    );
    Ok(())
}

/// Every node below `<main>` is kept, with what it says.
const KEEP: &str = "window.nodes = () => { const all = []; const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_ALL); while (walk.nextNode()) all.push(walk.currentNode); return all }; window.before = nodes(); window.said = before.map((node) => node.nodeValue); window.html = document.querySelector('main').innerHTML";

/// Whether they are as they were.
const KEPT: &str = "const now = nodes(); return [now.length === before.length, now.every((node, at) => node === before[at] && node.nodeValue === said[at]), document.querySelector('main').innerHTML === html]";

const MIXED: &str = "<p>双区</p><p>前“双区”中<b>三个一</b>后双区，<!-- 双区 -->2+7+18</p><ul><li>五龙入湛五龙入湛<li> <li>没有</ul>文字三线一单";

async fn undo_leaves_every_node_as_it_was(page: &mut Page) -> Result<()> {
    text(page, MIXED).await?;
    page.eval(KEEP, &[]).await?;
    let marks = mark(page, "{ first: 'all' }").await?;
    assert_eq!(marks.as_array().map(Vec::len), Some(8));
    page.eval("annotation.undo()", &[]).await?;
    assert_eq!(page.eval(KEPT, &[]).await?, json!([true, true, true]));
    assert_eq!(page.eval("return annotation.count", &[]).await?, 0);
    // While the work is still going on, too.
    page.run(
        "const a = annotate(document.querySelector('main'), { first: 'all' }); a.undo(); await a.done",
        &[],
    )
    .await?;
    assert_eq!(page.eval(KEPT, &[]).await?, json!([true, true, true]));
    Ok(())
}

async fn marking_again_changes_nothing(page: &mut Page) -> Result<()> {
    text(page, MIXED).await?;
    mark(page, "{}").await?;
    let quiet = "let changes = 0; const observer = new MutationObserver((all) => (changes += all.length)); observer.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true }); await annotation.refresh(); await annotate(document.querySelector('main')).done; await new Promise((done) => setTimeout(done)); return changes";
    assert_eq!(page.run(quiet, &[]).await?, 0);
    Ok(())
}

async fn what_comes_later_is_marked_when_observed(page: &mut Page) -> Result<()> {
    text(page, "<p>双区</p>").await?;
    mark(page, "{ observe: true }").await?;
    page.eval("document.querySelector('main').insertAdjacentHTML('beforeend', '<p>三个一和双区</p>')", &[])
        .await?;
    page.wait("document.querySelectorAll('plan-term').length === 2", "another mark").await?;
    assert_eq!(marked(page).await?, json!(["双区", "三个一"]));
    page.eval("annotation.undo(); document.querySelector('main').insertAdjacentHTML('beforeend', '<p>三线一单</p>')", &[]).await?;
    page.run("await new Promise((done) => setTimeout(done, 300))", &[]).await?;
    assert_eq!(marked(page).await?, json!([]));
    Ok(())
}

async fn what_the_page_changes_stays_changed(page: &mut Page) -> Result<()> {
    text(page, "<p>前双区后</p><p>甲三个一乙</p><p>丙2+7+18丁</p>").await?;
    page.eval("window.texts = [...document.querySelectorAll('p')].map((p) => p.firstChild)", &[]).await?;
    mark(page, "{}").await?;
    // As frameworks do: they write into the node that they made, put others before it, take it out.
    let js = "texts[0].data = '新的'; texts[1].after(document.createElement('br')); texts[2].remove(); await 0; return [...document.querySelectorAll('p')].map((p) => p.innerHTML)";
    assert_eq!(page.run(js, &[]).await?, json!(["新的", "甲三个一乙<br>", ""]));
    assert_eq!(
        page.eval("return texts.map((text) => text.data)", &[]).await?,
        json!(["新的", "甲三个一乙", "丙2+7+18丁"])
    );
    Ok(())
}

async fn a_part_that_the_page_takes_out_is_as_it_was(page: &mut Page) -> Result<()> {
    text(page, "<section><p>前双区后</p></section><p>三个一</p>").await?;
    mark(page, "{}").await?;
    let js = "const section = document.querySelector('section'); section.remove(); await 0; return [section.innerHTML, section.firstChild.childNodes.length, annotation.count]";
    assert_eq!(page.run(js, &[]).await?, json!(["<p>前双区后</p>", 1, 1]));
    Ok(())
}

async fn annotations_of_one_text_leave_each_other_alone(page: &mut Page) -> Result<()> {
    text(page, "<p>前双区后，三个一和双区</p><p>双区</p>").await?;
    page.eval(KEEP, &[]).await?;
    let js = "const main = document.querySelector('main'); const one = annotate(main, { observe: true }); await one.done; const two = annotate(main, { first: 'all', observe: true }); await two.done;
        await new Promise((done) => setTimeout(done, 300)); const marks = [one.count, two.count, main.textContent];
        one.undo(); await new Promise((done) => setTimeout(done, 300)); marks.push(two.count, main.textContent); two.undo(); return marks";
    let said = "前双区后，三个一和双区双区";
    assert_eq!(page.run(js, &[]).await?, json!([2, 1, said, 4, said]));
    assert_eq!(page.eval(KEPT, &[]).await?, json!([true, true, true]));
    Ok(())
}

async fn what_is_not_in_the_page_yet_is_marked(page: &mut Page) -> Result<()> {
    text(page, "").await?;
    let js = "const p = document.createElement('p'); p.textContent = '前双区后'; const annotation = annotate(p); await annotation.done; const count = annotation.count; document.querySelector('main').append(p); await 0; return [count, annotation.count, p.querySelector('plan-term')?.textContent]";
    assert_eq!(page.run(js, &[]).await?, json!([1, 1, "双区"]));
    page.click(&["plan-term"]).await?;
    page.wait("document.querySelector('plan-popup')", "the pop-up").await
}

async fn a_selection_stays_where_it_was(page: &mut Page) -> Result<()> {
    text(page, "<p>前前双区中中三个一后后</p>").await?;
    page.eval("const text = document.querySelector('p').firstChild; getSelection().setBaseAndExtent(text, 1, text, 10)", &[]).await?;
    let selected = "return getSelection().toString()";
    let before = page.eval(selected, &[]).await?;
    assert_eq!(before, "前双区中中三个一后");
    mark(page, "{}").await?;
    assert_eq!(page.eval(selected, &[]).await?, before);
    page.eval("annotation.undo()", &[]).await?;
    assert_eq!(page.eval(selected, &[]).await?, before);
    Ok(())
}

async fn what_is_copied_is_the_text(page: &mut Page) -> Result<()> {
    text(page, "<p>前双区后</p><p>甲三个一乙</p>").await?;
    let all = "getSelection().selectAllChildren(document.querySelector('main')); return [getSelection().toString(), document.querySelector('main').innerText, document.querySelector('main').textContent]";
    let before = page.eval(all, &[]).await?;
    mark(page, "{}").await?;
    assert_eq!(page.eval(all, &[]).await?, before);
    Ok(())
}

async fn marks_move_no_line(page: &mut Page) -> Result<()> {
    page.resize(320, 800).await?;
    text(page, "<article style='line-height:1.7'><p>对接“双区”，先要把航班加密；电网按“2+7+18”的规模动工，配套写作“35+500”，五龙入湛。</p><p>四好农村路和三线一单。</p></article>").await?;
    let boxes = "return [...document.querySelectorAll('p')].map((p) => { const { x, y, width, height } = p.getBoundingClientRect(); return [x, y, width, height] })";
    let before = page.eval(boxes, &[]).await?;
    mark(page, "{}").await?;
    assert_eq!(page.eval(boxes, &[]).await?, before);
    page.click(&["plan-term"]).await?;
    page.wait("document.querySelector('plan-popup')", "the pop-up").await?;
    assert_eq!(page.eval(boxes, &[]).await?, before);
    Ok(())
}

async fn a_million_characters_are_marked_and_left(page: &mut Page) -> Result<()> {
    page.goto("/glossary/stress.html").await?;
    page.click(&["#mark"]).await?;
    page.wait("document.querySelector('#state').textContent", "the end").await?;
    let count = page.eval("return document.querySelectorAll('plan-term').length", &[]).await?;
    assert!(count.as_u64() > Some(1_000), "{count}");
    page.click(&["#undo"]).await?;
    page.wait("!document.querySelector('plan-term')", "the text").await?;
    let length = page.eval("return document.querySelector('#text').textContent.length", &[]).await?;
    assert!(length.as_u64() >= Some(1_000_000), "{length}");
    Ok(())
}

async fn two_hundred_terms_share_their_listeners(page: &mut Page) -> Result<()> {
    text(page, &format!("<p>{}</p>", "对接双区。".repeat(200))).await?;
    page.eval("window.added = 0; const { addEventListener } = EventTarget.prototype; EventTarget.prototype.addEventListener = function (...args) { added++; return addEventListener.apply(this, args) }", &[]).await?;
    let marks = mark(page, "{ first: 'all' }").await?;
    assert_eq!(marks.as_array().map(Vec::len), Some(200));
    let added = page.eval("return added", &[]).await?;
    assert!(added.as_u64() < Some(12), "{added} listeners");
    Ok(())
}

async fn react_renders_on(page: &mut Page) -> Result<()> {
    renders_on(page, "/glossary/react.html").await
}

async fn vue_renders_on(page: &mut Page) -> Result<()> {
    renders_on(page, "/glossary/vue.html").await
}

async fn yew_renders_on(page: &mut Page) -> Result<()> {
    page.goto("/tests/yew-host.html").await?;
    page.wait("document.querySelector('#text')", "the application").await?;
    page.run("const { annotate } = await import('/dist/annotate.js'); await annotate(document.querySelector('#text'), { first: 'all', observe: true }).done", &[]).await?;
    for clicks in 1..=3 {
        page.click(&["#add"]).await?;
        let said = format!(
            "document.querySelector('#text').textContent === '对接“双区”，已读{clicks}次；三线一单读过{clicks}次'"
        );
        page.wait(&said, "the count").await?;
        page.wait("document.querySelectorAll('#text plan-term').length === 2", "marks").await?;
    }
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn a_text_of_a_yew_application_has_its_terms(page: &mut Page) -> Result<()> {
    page.goto("/tests/yew-host.html").await?;
    page.wait("document.querySelector('#annotated button')", "the application").await?;
    // The element above it is live then, and moves nothing any more.
    page.wait("document.querySelector('plan-glossary').shadowRoot?.querySelector('button')", "the element")
        .await?;
    let terms =
        "return [...document.querySelectorAll('#annotated button')].map((button) => button.textContent)";
    assert_eq!(page.eval(terms, &[]).await?, json!(["双区", "三线一单"]));
    page.click(&["#annotated button"]).await?;
    let note = "document.querySelector('#annotated [popover]:popover-open')?.textContent.includes('两项区域战略的合称')";
    page.wait(note, "the note").await?;
    page.picture("yew-annotated").await?;
    page.key(crate::input::Key::Escape).await?;
    page.wait("!document.querySelector('#annotated [popover]:popover-open')", "no note").await
}

/// Whatever the framework renders, the page says what it does without marks, and its terms are marked again.
async fn renders_on(page: &mut Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    page.wait("document.querySelectorAll('#app plan-term').length >= 3", "marks").await?;
    let said = "return document.querySelector('#app').textContent";
    let steps = [
        ("rail", "“五龙入湛”高铁网。"),
        ("add", "已读 1 次"),
        ("add", "第2次：三医联动"),
        ("short", "“五龙入湛”高铁网。“三线一单”已读 2 次"),
        ("zones", "共建“核+副中心”。"),
        ("short", "各地还要建四好农村路。"),
        ("grid", "“2+7+18”骨干电网，配“35+500”。"),
    ];
    for (button, expected) in steps {
        page.click(&[&format!("#{button}")]).await?;
        let js = format!("document.querySelector('#app').textContent.includes('{expected}')");
        page.wait(&js, expected).await?;
        page.run("await new Promise((done) => setTimeout(done, 250))", &[]).await?;
        let now = page.eval(said, &[]).await?;
        let now = now.as_str().unwrap_or_default();
        assert!(now.contains(expected), "{button}: {now}");
        for twice in ["五龙入湛", "2+7+18", "核+副中心", "四好农村路", "已读"] {
            assert!(now.matches(twice).count() <= 1, "{twice} stands twice after {button}: {now}");
        }
    }
    // What changes again and again is marked when it has been calm.
    let marks = "[...document.querySelectorAll('#app plan-term')].map((mark) => mark.textContent).join() === '2+7+18,35+500,四好农村路,三线一单,三医联动,三医联动'";
    page.wait(marks, "every mark").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn an_english_article_is_marked(page: &mut Page) -> Result<()> {
    page.goto("/en/glossary/article.html").await?;
    page.wait("document.querySelector('#story plan-term[role]')", "marks").await?;
    let marks = "return [...document.querySelectorAll('#story plan-term')].map((mark) => mark.textContent.replace(/\\s+/g, ' '))";
    assert_eq!(
        page.eval(marks, &[]).await?,
        json!([
            "Five Dragons into Zhanjiang",
            "2+7+18",
            "35+500",
            "dual zones",
            "Core + Sub-centre",
            "Four-Good Rural Roads",
            "Three Lines and One List",
            "Three-Way Medical Reform"
        ])
    );
    Ok(())
}

async fn without_scripts_it_is_the_text(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    page.goto("/glossary/article.html").await?;
    let said = page.text().await?;
    assert!(said.contains("五龙入湛") && said.contains("作者也可以自己标一个词：两项区域战略。"), "{said}");
    Ok(())
}

async fn wrong_options_are_named(page: &mut Page) -> Result<()> {
    text(page, "<p>双区</p>").await?;
    let wrong = "const said = []; for (const [root, options] of [[null], [document], [document.body, { first: 'once' }], [document.body, { skip: ':::' }]]) { try { annotate(root, options); said.push('nothing') } catch (error) { said.push(error.name) } } return said";
    assert_eq!(page.eval(wrong, &[]).await?, json!(["TypeError", "TypeError", "TypeError", "SyntaxError"]));
    let plan = "return annotate(document.body, { plan: { schema: 1 } }).done.then(() => 'nothing', ({ code, problems, message }) => [code, problems.length > 0, message.includes('languages')])";
    assert_eq!(page.run(plan, &[]).await?, json!(["model-invalid", true, true]));
    // The same of the element, which reports it to the page.
    page.eval("window.errors = []; addEventListener('plan-error', ({ detail }) => errors.push(detail.problems.map(({ text }) => text).join()))", &[]).await?;
    for (attributes, said) in [
        ("for=nowhere", "for：应为页面上某个元素的 id，实为\"nowhere\""),
        ("first=once", "first：应为以下之一：root、section、all，实为\"once\""),
        ("skip=:::", "skip：应为CSS 选择器，实为\":::\""),
    ] {
        page.eval("errors.length = 0; document.querySelector('plan-annotate')?.remove(); document.body.insertAdjacentHTML('beforeend', `<plan-annotate ${arguments[0]}><p>双区</p></plan-annotate>`)", &[json!(attributes)]).await?;
        page.wait("errors.length", said).await?;
        assert_eq!(page.eval("return errors[0]", &[]).await?, said);
    }
    page.eval("errors.length = 0; document.body.insertAdjacentHTML('beforeend', '<plan-term>没有这个词</plan-term>')", &[]).await?;
    page.wait("errors.length", "an unknown term").await?;
    assert_eq!(
        page.eval("return document.querySelector('plan-term').hasAttribute('role')", &[]).await?,
        false
    );
    Ok(())
}

async fn a_plan_of_its_own_is_marked(page: &mut Page) -> Result<()> {
    text(page, "<p>A word of the school.</p>").await?;
    let js = "const plan = await (await fetch('/school/plan.json')).json(); const { name } = plan.terms[0]; document.querySelector('p').textContent = `前 ${name.zh} 后 ${name.en}`; const { count, lang } = await annotate(document.querySelector('main'), { plan: '/school/plan.json', lang: 'en', first: 'all' }).done; return [count, lang]";
    assert_eq!(page.run(js, &[]).await?, json!([2, "en"]));
    Ok(())
}

/// Options of `annotate()`: all occurrences of these terms, each a list of members of a term.
fn all_of(languages: &str, terms: &str) -> String {
    let title = format!("Object.fromEntries({languages}.map((tag) => [tag, 'P']))");
    format!(
        "{{ plan: {{ schema: 1, languages: {languages}, plan: {{ id: 'p', title: {title}, short: {title} }}, terms: {terms}.map((term, at) => ({{ id: 't' + at, note: {title}, components: [], ...term }})) }}, first: 'all' }}"
    )
}

async fn further_names_are_marked_and_looked_up(page: &mut Page) -> Result<()> {
    let plan = all_of(
        "['en', 'zh']",
        "[{ id: 'shore-power', name: { en: 'Shore power (OPS)', zh: '岸电(OPS)' }, names: { en: ['shore power', 'OPS'], zh: ['岸电'] } }]",
    );
    let html = "<p>Ships use shore power at berth.</p><p>OPS is cheaper.</p><p>Shore power (OPS) came first.</p><p lang=zh>船舶靠港使用岸电。</p><p lang=zh>岸电（OPS）已建成。</p>";
    text(page, html).await?;
    let found = mark(page, &plan).await?;
    assert_eq!(found, json!(["shore power", "OPS", "Shore power (OPS)", "岸电", "岸电（OPS）"]));
    page.picture("terms-names").await?;
    // The glossary finds the term by it, and says so.
    let glossary = format!(
        "const {{ plan }} = {plan}; await import('/dist/glossary.js'); const glossary = document.createElement('plan-glossary'); glossary.lang = 'en'; glossary.model = plan; glossary.setAttribute('query', 'OPS'); document.querySelector('main').append(glossary)"
    );
    page.run(&glossary, &[]).await?;
    page.wait(
        "document.querySelector('plan-glossary')?.shadowRoot?.querySelector('[part=term] mark')",
        "a hit",
    )
    .await?;
    Ok(())
}

async fn words_of_other_scripts_are_marked_whole(page: &mut Page) -> Result<()> {
    for (lang, terms, html, expected) in [
        (
            "ru",
            "[{ name: { ru: 'Береговое электропитание' }, names: { ru: ['берегового электропитания'] } }, { name: { ru: 'порт' } }]",
            "<p>БЕРЕГОВОЕ электропитание, без берегового электропитания. Порт, аэропорт, порты.</p>",
            json!(["БЕРЕГОВОЕ электропитание", "берегового электропитания", "Порт"]),
        ),
        (
            "ar",
            "[{ name: { ar: 'الميناء' } }]",
            "<p>الميناءُ والمِيناء وللميناء، الميناءان</p>",
            json!(["الميناءُ", "المِيناء", "لميناء"]),
        ),
        (
            "ko",
            "[{ name: { ko: '항만' } }]",
            "<p>항만을 짓는다. 신항만. 항만에서</p>",
            json!(["항만", "항만"]),
        ),
        (
            "fr",
            "[{ name: { fr: 'État' } }]",
            "<p>l’e\u{301}tat, ÉTAT, étatique, E\u{301}tats</p>",
            json!(["e\u{301}tat", "ÉTAT"]),
        ),
        (
            "vi",
            "[{ name: { vi: 'điện bờ' } }]",
            "<p>Điê\u{323}n bờ, điện bơ\u{300}!</p>",
            json!(["Điê\u{323}n bờ", "điện bơ\u{300}"]),
        ),
    ] {
        text(page, html).await?;
        assert_eq!(mark(page, &all_of(&format!("['{lang}']"), terms)).await?, expected, "{lang}");
        let whole = page.eval("return document.querySelector('p').textContent", &[]).await?;
        assert_eq!(whole, json!(html.replace("<p>", "").replace("</p>", "")), "{lang}");
    }
    Ok(())
}

async fn an_element_taken_away_takes_its_marks(page: &mut Page) -> Result<()> {
    text(page, MIXED).await?;
    page.eval(KEEP, &[]).await?;
    page.eval("document.querySelector('main').id = 'text'; window.mark = document.createElement('plan-annotate'); mark.setAttribute('for', 'text'); document.body.append(mark)", &[]).await?;
    page.wait("document.querySelectorAll('plan-term').length === 5", "marks").await?;
    page.eval("mark.first = 'all'", &[]).await?;
    page.wait("document.querySelectorAll('plan-term').length === 8", "more marks").await?;
    page.eval("mark.remove()", &[]).await?;
    page.wait("!document.querySelector('plan-term')", "the text").await?;
    assert_eq!(page.eval(KEPT, &[]).await?, json!([true, true, true]));
    Ok(())
}

async fn a_policy_without_wasm_leaves_the_text(page: &mut Page) -> Result<()> {
    let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
    page.goto(&format!("/glossary/article.html?csp={policy}")).await?;
    page.wait("document.querySelector('plan-term[term][href][role]')", "the author's own term").await?;
    assert_eq!(page.eval("return document.querySelectorAll('#story plan-term').length", &[]).await?, 0);
    // What an author has marked needs no WebAssembly.
    page.click(&["main > p plan-term"]).await?;
    page.wait(
        "document.querySelector('plan-popup')?.shadowRoot.querySelector('h2').textContent === '双区'",
        "the pop-up",
    )
    .await?;
    let said = page.console().await?.into_iter().filter(|said| said.kind != "csp");
    assert_eq!(said.map(|said| said.kind).collect::<Vec<_>>(), ["error"]);
    Ok(())
}
