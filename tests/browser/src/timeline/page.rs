//! The timeline in a page: its URL, static content, paper, policies, other plans and large ones.

use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use super::{LIVE, ROOT, WIDGET, ask, listen, mount, open, until};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    a_fragment_selects_an_item;
    a_fragment_is_followed_from_the_first;
    what_is_selected_stands_in_the_fragment;
    an_item_has_a_link_that_is_copied in Chromium; // the others' drivers can't grant the clipboard
    fragments_work_inside_an_iframe;
    many_items_stay_few_nodes;
    what_one_plan_says_ends_no_other_widget;
    a_value_beyond_any_length_is_left_out;
    a_long_list_scrolls_and_selects;
    a_long_list_is_there_after_lanes;
    what_the_screen_has_no_room_for_is_drawn_later;
    every_row_is_there_for_paper_and_for_the_keyboard;
    static_content_has_every_item_and_detail;
    going_live_moves_nothing;
    what_was_open_before_stays_open;
    what_find_in_page_finds_is_shown_in_the_list;
    forced_colors_keep_stages_and_spans_visible in Chromium, Firefox; // WebKit has no such mode
    every_item_is_printed in Chromium, Firefox; // MiniBrowser can't pretend
    strict_policies_are_kept;
    a_custom_plan_shows_its_pictures;
    a_broken_plan_is_reported_and_the_content_stays;
}

async fn a_fragment_selects_an_item(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/deep-link.html#a.item=business-hub&a.layout=list&x=1").await?;
    page.wait(LIVE, "the live timeline").await?;
    until(page, "r.querySelector('[data-item=business-hub]')?.open").await?;
    until(page, "(() => { const b = r.querySelector('[data-item=business-hub]').getBoundingClientRect(); return b.top >= 0 && b.top < innerHeight })()").await?;
    page.eval("location.hash = '#a.item=subcentre-city'", &[]).await?;
    until(page, "r.querySelector('[data-item=subcentre-city]')?.open && e.item === 'subcentre-city'").await
}

async fn a_fragment_is_followed_from_the_first(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/late.html#a.topic=energy").await?;
    page.wait("window.first", "the live timeline").await?;
    assert_eq!(page.eval("return first", &[]).await?, "找到 4 项，共 90 项");
    Ok(())
}

async fn what_is_selected_stands_in_the_fragment(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/deep-link.html#a.layout=list&x=1").await?;
    page.eval(&format!("{}.scrollIntoView()", "document.querySelector('plan-timeline')"), &[]).await?;
    page.wait(LIVE, "the live timeline").await?;
    let length = page.eval("return history.length", &[]).await?;
    page.click(&[WIDGET, "[data-item=business-hub] > summary"]).await?;
    page.wait("location.hash.includes('a.item=business-hub')", "the item in the URL").await?;
    let link = ask(page, "r.querySelector('[part=link]').href").await?;
    assert!(link.as_str().is_some_and(|href| href.ends_with("deep-link.html#a.item=business-hub")), "{link}");
    page.click(&[WIDGET, "[part=legend] [value=complete]"]).await?;
    let both = "location.hash.includes('a.stage=complete') && location.hash.includes('x=1')";
    page.wait(both, "the stage in the URL").await?;
    assert_eq!(page.eval("return history.length", &[]).await?, length);
    Ok(())
}

async fn an_item_has_a_link_that_is_copied(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/deep-link.html#a.item=business-hub&a.layout=list").await?;
    page.wait(LIVE, "the live timeline").await?;
    until(page, "r.querySelector('[part=link]')").await?;
    page.grant_clipboard().await?;
    page.click(&[WIDGET, "[part=link]"]).await?;
    until(page, "r.querySelector('[part=link]').textContent === '链接已复制'").await?;
    let copied = page.eval_async("return navigator.clipboard.readText()", &[]).await?;
    assert!(copied.as_str().is_some_and(|copied| copied.ends_with("#a.item=business-hub")), "{copied}");
    // Another one that is open wasn't.
    page.click(&[WIDGET, "[data-item=subcentre-city] > summary"]).await?;
    until(page, "r.querySelectorAll('[part=link]').length === 2").await?;
    page.click(&[WIDGET, "[data-item=subcentre-city] [part=link]"]).await?;
    until(page, "r.querySelector('[data-item=subcentre-city] [part=link]').textContent === '链接已复制'")
        .await?;
    assert_eq!(
        ask(page, "r.querySelector('[data-item=business-hub] [part=link]').textContent").await?,
        "复制链接"
    );
    Ok(())
}

async fn fragments_work_inside_an_iframe(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/frame.html").await?;
    let frame = "document.querySelector('iframe').contentDocument.querySelector('plan-timeline')";
    page.wait(&format!("{frame}?.shadowRoot?.querySelector('[data-row]')"), "the timeline in the frame")
        .await?;
    page.click(&["a"]).await?;
    page.wait(&format!("{frame}.item === 'business-hub'"), "the item that the host's link names").await?;
    page.eval(
        &format!("{frame}.shadowRoot.querySelector('[data-item=subcentre-city] > summary').click()"),
        &[],
    )
    .await?;
    let hash = "document.querySelector('iframe').contentWindow.location.hash";
    page.wait(&format!("{hash}.includes('item=subcentre-city')"), "the item in the frame's URL").await
}

const MANY: &str = "
    const [count, layout] = arguments, day = (i) => `${2000 + (i % 20)}-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
    const text = (en) => ({ en });
    const topics = ['one', 'two', 'three'].map((id) => ({ id, name: text(id) }));
    const events = Array.from({ length: count }, (_, i) => ({ id: `e${i}`, kind: 'milestone', title: text(`Event ${i}`), summary: text('More of it'), topics: [topics[i % 3].id], time: { edtf: day(i), kind: 'on' } }));
    const e = document.createElement('plan-timeline');
    e.lang = 'en';
    e.setAttribute('layout', layout);
    e.model = { schema: 1, languages: ['en'], plan: { id: 'many', title: text('Many'), short: text('Many') }, topics, events };
    document.querySelector('main').replaceChildren(e);";

async fn many_items_stay_few_nodes(page: &mut Page) -> Result<()> {
    for (items, layout) in [(10_000, "list"), (10_000, "lanes"), (10_000, "story"), (20_000, "list")] {
        page.goto("/tests/timeline/blank.html").await?;
        page.eval(MANY, &[json!(items), json!(layout)]).await?;
        // Of as many as may be, and while other engines are busy.
        let limit = Duration::from_secs(30);
        page.wait_at_most(limit, &format!("{ROOT}?.querySelector('[part=root]')"), "the live timeline")
            .await?;
        until(
            page,
            &format!(
                "r.querySelector('[part=count]').textContent === `Items: ${{({items}).toLocaleString('en')}}`"
            ),
        )
        .await?;
        until(page, "r.querySelector('[data-row], [part=card]')").await?;
        let nodes = ask(page, "r.querySelectorAll('*').length").await?.as_u64().unwrap_or(u64::MAX);
        assert!(nodes < 1500, "{nodes} in {layout}");
    }
    Ok(())
}

async fn what_one_plan_says_ends_no_other_widget(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(
        "window.errors = []; document.addEventListener('plan-error', ({ detail }) => errors.push(detail.code));
        const text = (en) => ({ en }), add = (tag, model) => document.querySelector('main').append(Object.assign(document.createElement(tag), { lang: 'en' }, model && { layout: 'lanes', model }));
        const dates = [['Y10000000', '2020'], ['Y-999999999', 'Y999999999'], ['Y-999999999/Y999999999', '2020-02-29'], ['Y5881580/..', '../Y-5877641']];
        add('plan-glossary');
        for (const pair of dates) {
          const events = pair.map((edtf, i) => ({ id: `e${i}`, kind: 'milestone', title: text(edtf), time: { edtf, kind: 'on' } }));
          add('plan-timeline', { schema: 1, languages: ['en'], plan: { id: 'far', title: text('Far'), short: text('Far') }, events,
            periods: [{ id: 'by', name: text('By'), time: { edtf: pair[0], kind: 'by' } }, { id: 'in', name: text('In'), time: { edtf: pair[1], kind: 'during' } }] });
        }
        add('plan-goal-deck');",
        &[],
    )
    .await?;
    let shown = "[...document.querySelectorAll('plan-timeline')].filter((e) => e.shadowRoot?.querySelector('[part=lane]')).length === 4";
    page.wait(shown, "the lanes of all four").await?;
    page.eval(
        "for (const e of document.querySelectorAll('plan-timeline'))
          for (const way of ['zoom-in', 'zoom-in', 'zoom-out', 'zoom-all', 'zoom-in'])
            e.shadowRoot.querySelector(`[data-do=${way}]`).click();",
        &[],
    )
    .await?;
    let ticks = "[...document.querySelectorAll('plan-timeline')].every((e) => e.shadowRoot.querySelectorAll('[part=tick]').length < 200)";
    page.wait(ticks, "few names along each axis").await?;
    let others = "document.querySelector('plan-glossary').shadowRoot?.querySelectorAll('dt').length === 13 && document.querySelector('plan-goal-deck').shadowRoot?.querySelector('[data-goal]')";
    page.wait(others, "the other widgets").await?;
    assert_eq!(page.eval("return errors", &[]).await?, json!([]));
    Ok(())
}

async fn a_value_beyond_any_length_is_left_out(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(
        "window.errors = []; document.addEventListener('plan-error', ({ detail }) => errors.push(detail));
        for (const tag of ['plan-timeline', 'plan-goal-deck', 'plan-glossary']) {
          const e = document.createElement(tag);
          e.lang = 'en';
          e.query = 'x'.repeat(200_000);
          document.querySelector('main').append(e);
        }",
        &[],
    )
    .await?;
    page.wait("errors.length === 3", "an error of each").await?;
    let said = "query: expected a text of at most 10000 characters, found \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…\"";
    assert_eq!(
        page.eval("return errors.map(({ code, problems: [{ text }] }) => [code, text])", &[]).await?,
        json!([["attribute-invalid", said], ["attribute-invalid", said], ["attribute-invalid", said]])
    );
    until(page, "r.querySelector('[data-row]')").await
}

async fn a_long_list_scrolls_and_selects(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(MANY, &[json!(2_000), json!("list")]).await?;
    page.wait(LIVE, "the live timeline").await?;
    let shown = "[...r.querySelectorAll('[part=item]')].some((n) => { const b = n.getBoundingClientRect(); return b.top < innerHeight / 2 && b.bottom > 100 })";
    let height = "Math.round(r.querySelector('[part=list]').getBoundingClientRect().height)";
    let whole = ask(page, height).await?;
    for share in [0.5, 0.93, 0.1] {
        page.eval("scrollTo(0, document.documentElement.scrollHeight * arguments[0])", &[json!(share)])
            .await?;
        until(page, shown).await?;
        assert_eq!(ask(page, height).await?, whole, "the rendered rows are as high as the others");
    }
    let nodes = ask(page, "r.querySelectorAll('*').length").await?.as_u64().unwrap_or(u64::MAX);
    assert!(nodes < 1500, "{nodes}");
    let row = ask(page, "(() => { const row = [...r.querySelectorAll('summary')].find((n) => n.getBoundingClientRect().top > 200); row.focus({ preventScroll: true }); return row.dataset.row })()").await?;
    page.key(Key::Enter).await?;
    until(page, "r.querySelector('details[open] [part=summary]')?.textContent === 'More of it'").await?;
    assert_eq!(ask(page, "r.querySelector('details[open] summary').dataset.row").await?, row);
    page.key(Key::End).await?;
    until(page, "r.activeElement?.matches('summary') && r.activeElement.closest('li').ariaPosInSet === r.activeElement.closest('li').ariaSetSize").await?;
    let seen = "(() => { const b = r.activeElement.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight })()";
    until(page, seen).await
}

async fn a_long_list_is_there_after_lanes(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(MANY, &[json!(2_000), json!("lanes")]).await?;
    page.wait(LIVE, "the live timeline").await?;
    // The list is higher than the lanes, and the reader far down.
    page.eval("document.querySelector('main').style.marginTop = '-30000px'", &[]).await?;
    page.run(&format!("{ROOT}.querySelector('[data-do=layout][value=list]').click()"), &[]).await?;
    let seen = "[...r.querySelectorAll('[part=item]')].some((n) => { const b = n.getBoundingClientRect(); return b.top < innerHeight && b.bottom > 0 })";
    until(page, seen).await?;
    until(page, "r.querySelectorAll('[data-row][tabindex=\"0\"]').length === 1").await
}

/// How many rows a timeline of four hundred items has when `js` has made it draw anew, and whether they fill the screen.
async fn first_rows(page: &Page, js: &str) -> Result<(u64, bool)> {
    page.first_drawn("plan-timeline", "[part=item]", js).await
}

const TYPE: &str = "const type = (query) => { const field = r.querySelector('[part=search-input]'); field.value = query; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })) }";

async fn what_the_screen_has_no_room_for_is_drawn_later(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(MANY, &[json!(400), json!("list")]).await?;
    page.wait(LIVE, "the live timeline").await?;
    let rows = |count: usize| format!("r.querySelectorAll('[part=item]').length === {count}");
    until(page, &rows(400)).await?;
    // Which row the Tab key leads to is another one.
    let list = "r.querySelector('[part=list]').outerHTML.replace(/ tabindex=\"[-0-9]+\"/g, '')";
    let html = ask(page, list).await?;
    for (query, found) in [("nothing", 0), ("Event 1", 111), ("Event 39", 11), ("", 400)] {
        let (first, full) = first_rows(page, &format!("{TYPE}; type('{query}')")).await?;
        // The screen is full, and nothing below it waits for more than some rows.
        let few = found < 20;
        assert!(
            if few { first == found as u64 } else { (8..100).contains(&first) },
            "{first} rows of {found} at first"
        );
        assert!(few || full, "{query}: the screen isn't full");
        let count = if query.is_empty() { "Items: 400".to_owned() } else { format!("{found} of 400") };
        assert_eq!(
            ask(page, &format!("r.querySelector('[part=count]').textContent.includes('{count}')")).await?,
            true
        );
        until(page, &rows(found)).await?;
    }
    assert!(ask(page, list).await? == html, "another list in the end");
    // Behind lanes nobody waits for rows, and they are all there again in the list.
    let press = |layout: &str| format!("r.querySelector('[data-do=layout][value={layout}]').click()");
    page.run(&format!("const r = {ROOT}; {}", press("lanes")), &[]).await?;
    until(page, "r.querySelector('[part=lanes]')").await?;
    let (first, _) = first_rows(page, &format!("{TYPE}; type('Event 1')")).await?;
    assert!(first < 10, "{first} rows behind lanes at first");
    until(page, &rows(111)).await?;
    let (first, _) = first_rows(page, &press("list")).await?;
    assert!((8..100).contains(&first), "{first} rows at first");
    until(page, &rows(111)).await
}

async fn every_row_is_there_for_paper_and_for_the_keyboard(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(MANY, &[json!(400), json!("list")]).await?;
    page.wait(LIVE, "the live timeline").await?;
    until(page, "r.querySelectorAll('[part=item]').length === 400").await?;
    let typed = |query: &str, then: &str| format!("{TYPE}; type('{query}'); {then}");
    // A browser prints after the microtasks of that event, and waits for no task. After a rendering that took long Yew does, and
    // where the machine is busy so may the next one.
    let print = format!(
        "const r = {ROOT}, rows = () => r.querySelectorAll('[part=item]').length, pause = () => new Promise((done) => setTimeout(done, 5));
        {TYPE};
        for (let attempt = 0; attempt < 50; attempt++) {{
          type(`Event ${{1 + (attempt % 2)}}`);
          while (rows() > 110) await pause();
          await pause();
          const before = rows();
          dispatchEvent(new Event('beforeprint'));
          for (let hop = 0; hop < 1000; hop++) await null;
          if (before < 111 && rows() === 111) return true;
        }}"
    );
    assert_eq!(page.run(&print, &[]).await?, true);
    // An item far down is opened, wherever the drawing is.
    first_rows(page, &typed("nothing", "")).await?;
    let js = typed("", "for (let hop = 0; hop < 1000; hop++) await null; e.item = 'e399'");
    first_rows(page, &js).await?;
    until(page, "r.querySelector('[data-item=e399]')?.open").await?;
    // The end of what was found can be reached before it is drawn.
    first_rows(page, &typed("nothing", "")).await?;
    let js = typed(
        "Event 1",
        "while (!r.querySelector('[data-row]')) await new Promise((done) => setTimeout(done)); r.querySelector('[data-row]').focus(); r.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, composed: true }))",
    );
    first_rows(page, &js).await?;
    let rows = "[...r.querySelectorAll('[data-row]')]";
    until(page, &format!("{rows}.length === 111 && r.activeElement === {rows}.at(-1)")).await?;
    // Where the keyboard is on a row, a filter that the page sets takes no row from it.
    page.run(&format!("{ROOT}.host.query = ''"), &[]).await?;
    until(page, &format!("{rows}.length === 400")).await?;
    assert_eq!(ask(page, "r.activeElement.matches('[data-row]')").await?, true);
    Ok(())
}

async fn static_content_has_every_item_and_detail(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    // Which has the whole of it.
    page.goto("/overview/").await?;
    let text = page.text().await?;
    for expected in
        ["“十三五”时期", "广湛高铁", "拟完成 · 交通 · 第七条", "二〇三五年远景", "本数据为非官方整理"]
    {
        assert!(text.contains(expected), "{expected} is missing in {text}");
    }
    let rows =
        "return document.querySelector('plan-timeline').shadowRoot.querySelectorAll('[part=item] dl').length";
    assert_eq!(page.eval(rows, &[]).await?, 90);
    page.click(&[WIDGET, "[data-item=guangzhou-zhanjiang-hsr-completion] > summary"]).await?;
    assert!(page.text().await?.contains("规划原文："));
    Ok(())
}

async fn going_live_moves_nothing(page: &mut Page) -> Result<()> {
    for width in [320, 720, 1600] {
        page.resize(width, 900).await?;
        page.goto("/?csp=script-src 'none'").await?;
        let boxes = "p, plan-timeline";
        let before = page.boxes(boxes).await?;
        page.goto("/").await?;
        page.wait(LIVE, "the live timeline").await?;
        page.draw().await?;
        assert_eq!(page.boxes(boxes).await?, before, "{width}");
        assert_eq!(page.shifts().await?, Vec::<String>::new(), "{width}");
    }
    Ok(())
}

async fn what_was_open_before_stays_open(page: &mut Page) -> Result<()> {
    page.resize(600, 900).await?;
    page.goto("/tests/glossary/blank.html").await?;
    let insert = "const page = await (await fetch('/overview/')).text();
        document.querySelector('main').setHTMLUnsafe(page.match(/<plan-timeline[^]*?<[/]plan-timeline>/)[0]);
        document.querySelector('plan-timeline').shadowRoot.querySelector('[data-item=adoption]').open = true";
    page.eval_async(insert, &[]).await?;
    page.eval("const s = document.createElement('script'); s.type = 'module'; s.src = '/dist/plan-widgets.js'; document.head.append(s)", &[]).await?;
    page.wait(LIVE, "the live timeline").await?;
    until(page, "r.querySelector('[data-item=adoption][open] dl')").await
}

async fn what_find_in_page_finds_is_shown_in_the_list(page: &mut Page) -> Result<()> {
    for layout in ["lanes", "story"] {
        mount(page, &format!("layout={layout}"), "[part=item]").await?;
        assert_eq!(ask(page, "r.querySelector('[part=list]').hidden").await?, "until-found");
        // As a browser fires it before it shows what it has found; drivers can't open its search.
        ask(
            page,
            "r.querySelector('[part=list]').dispatchEvent(new Event('beforematch', { bubbles: true }))",
        )
        .await?;
        until(page, "e.layout === 'list' && !r.querySelector('[part=list]').hidden").await?;
    }
    Ok(())
}

async fn forced_colors_keep_stages_and_spans_visible(page: &mut Page) -> Result<()> {
    page.forced_colors().await?;
    mount(page, "layout=lanes", "[part=bar]").await?;
    let drawn = "(() => {
        const ground = getComputedStyle(document.body).backgroundColor, of = (n, pseudo) => getComputedStyle(n, pseudo);
        const marks = [...r.querySelectorAll('[part=mark]')].map((n) => of(n, '::before'));
        const seen = marks.map((s) => s.borderTopStyle === 'solid' && s.borderTopWidth !== '0px' && s.borderTopColor !== ground || s.backgroundColor !== ground && s.clipPath !== 'none');
        return [seen, of(r.querySelector('[data-shape~=within]'), '::before').borderTopStyle] })()";
    assert_eq!(ask(page, drawn).await?, json!([[true, true, true, true, true], "solid"]));
    page.picture("timeline-lanes-forced-colors").await?;
    Ok(())
}

async fn every_item_is_printed(page: &mut Page) -> Result<()> {
    for layout in ["lanes", "story", "list"] {
        page.begin().await?;
        page.print_media().await?;
        mount(page, &format!("layout={layout}"), "[part=item]").await?;
        let seen = "[...r.querySelectorAll('[part=item] [part=title]')].filter((n) => n.getBoundingClientRect().height > 5).length";
        assert_eq!(ask(page, seen).await?, 90, "{layout}");
        let other = "[...r.querySelectorAll('[part=lanes], [part=story], [part=controls]')].filter((n) => n.checkVisibility()).length";
        assert_eq!(ask(page, other).await?, 0, "{layout}");
        let url = "getComputedStyle(r.querySelector('[part=root]'), '::after').content === JSON.stringify(location.href)";
        assert_eq!(ask(page, url).await?, true, "{layout}");
    }
    Ok(())
}

async fn strict_policies_are_kept(page: &mut Page) -> Result<()> {
    let csp = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
    page.goto(&format!("/?csp={csp}")).await?;
    page.wait(LIVE, "the live timeline").await?;
    page.click(&[WIDGET, "[value=lanes]"]).await?;
    until(page, "r.querySelector('[part=bar]')?.style.cssText.includes('--s')").await?;
    page.click(&[WIDGET, "[data-do=zoom-in]"]).await?;
    page.click(&[WIDGET, "[value=story]"]).await?;
    until(page, "r.querySelector('[part=card]')").await?;
    assert_eq!(page.console().await?, []);
    Ok(())
}

async fn a_custom_plan_shows_its_pictures(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/school.html").await?;
    page.wait(LIVE, "the live timeline").await?;
    page.click(&[WIDGET, "[data-item=boathouse-opens] > summary"]).await?;
    until(page, "r.querySelector('[part=image]')?.complete").await?;
    let shown = ask(page, "(() => { const i = r.querySelector('[part=image]'); return [i.alt, i.width / i.height, r.querySelector('figcaption').textContent] })()").await?;
    assert_eq!(shown[0], "A long wooden house on posts above calm water");
    assert!((shown[1].as_f64().unwrap_or_default() - 320.0 / 180.0).abs() < 0.02, "{shown}");
    assert_eq!(shown[2], "The boathouse, as drawn by class 5b (Class 5b)");
    assert_eq!(page.axe("html").await?, Vec::<String>::new());
    Ok(())
}

async fn a_broken_plan_is_reported_and_the_content_stays(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    listen(page, "plan-error").await?;
    page.eval("document.querySelector('plan-timeline').model = { schema: 1, languages: ['zh'], plan: {}, events: [{ id: 'A' }] }", &[]).await?;
    page.wait("events.length", "the error").await?;
    assert_eq!(page.eval("return events[0].code", &[]).await?, "model-invalid");
    let pointers = page.eval("return events[0].problems.map((p) => p.pointer)", &[]).await?;
    assert!(pointers.as_array().is_some_and(|p| p.contains(&json!("/events/0/id"))), "{pointers}");
    assert_eq!(ask(page, "r.querySelectorAll('[part=item]').length").await?, 90);
    page.eval(
        "events.length = 0; document.querySelector('plan-timeline').setAttribute('topic', 'transprt energy')",
        &[],
    )
    .await?;
    page.eval("document.querySelector('plan-timeline').model = null", &[]).await?;
    page.wait("events.some((e) => e.code === 'attribute-invalid')", "the attribute's error").await?;
    let problem =
        page.eval("return events.find((e) => e.code === 'attribute-invalid').problems[0]", &[]).await?;
    assert_eq!((&problem["pointer"], &problem["nearest"]), (&json!("topic"), &json!("transport")));
    until(page, "r.querySelectorAll('[part=item]').length === 4").await
}
