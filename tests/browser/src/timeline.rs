//! The timeline as a reader uses it: with eyes, fingers, keys and ears.

pub mod keys;
pub mod page;

use anyhow::Result;
use serde_json::{Value, json};
use xtask::server::Fault;

use crate::emulate::Scheme;
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    a_narrow_column_has_a_list_and_a_wide_one_lanes;
    a_layout_keeps_the_selected_item;
    details_open_in_place;
    several_details_may_stand_open;
    filters_combine_and_are_written_to_attributes;
    a_filter_without_result_leads_back;
    the_legend_filters;
    searches_in_chinese_and_pinyin;
    summaries_come_with_the_first_opening;
    summaries_that_do_not_come_are_asked_for_again;
    what_the_stages_mean_is_said_below_the_legend;
    places_filter;
    projects_without_a_date_come_when_they_are_asked_for;
    today_is_a_line_in_lanes;
    a_story_has_pictures_films_and_a_strip_of_time;
    the_count_is_announced_after_a_pause;
    a_term_pops_up;
    a_goal_leads_to_its_item;
    a_change_is_worked_out_once;
    a_count_opens_its_lane;
    the_tab_key_leads_to_an_item_that_is_seen;
    zoom_buttons_and_slider_move_the_axis;
    the_wheel_is_the_pages_without_a_modifier;
    a_mouse_drags_the_axis;
    a_mouse_selects_text_in_the_story;
    a_finger_swipes_the_story in Chromium, Firefox; // WebKitGTK's driver makes it a mouse
    headings_that_stay_have_the_pages_colour;
    axe_finds_nothing;
    nothing_is_wider_than_the_page;
    names_in_lanes_begin_within_them;
    what_is_said_of_a_period_stands_at_its_head;
    targets_are_large_enough;
    text_can_be_twice_as_large;
    the_accessibility_tree_says_each_item_once in Chromium; // the others don't show theirs
    dates_are_worded_as_intl_words_them;
    pictures;
}

/// When there is an item to press.
const LIVE: &str = "document.querySelector('plan-timeline')?.shadowRoot?.querySelector('[data-row]')";

/// What the scripts below say of the widget.
const ROOT: &str = "document.querySelector('plan-timeline').shadowRoot";

const WIDGET: &str = "plan-timeline";

async fn open(page: &Page, attributes: &str) -> Result<()> {
    mount(page, attributes, "[data-row]").await
}

/// Opens a page with a widget that has nothing yet, and waits for something in it.
async fn mount(page: &Page, attributes: &str, awaited: &str) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    let js = "document.querySelector('main').innerHTML = `<h1>规划</h1><plan-timeline ${arguments[0]}></plan-timeline>`";
    page.eval(js, &[json!(attributes)]).await?;
    page.wait(&format!("{ROOT}?.querySelector('{awaited}')"), "the live timeline").await
}

/// The widget's answer to an expression in which `r` is its shadow root and `e` the element.
async fn ask(page: &Page, expression: &str) -> Result<Value> {
    page.eval(
        &format!("const e = document.querySelector('plan-timeline'), r = e.shadowRoot; return {expression}"),
        &[],
    )
    .await
}

async fn until(page: &Page, expression: &str) -> Result<()> {
    let js = format!(
        "((e) => {{ const r = e.shadowRoot; return {expression} }})(document.querySelector('plan-timeline'))"
    );
    page.wait(&js, expression).await
}

/// The id of the item that has the focus.
const FOCUSED: &str = "(() => { const a = r.activeElement; return a?.closest('[data-item]')?.dataset.item ?? a?.textContent ?? null })()";

async fn focused(page: &Page) -> Result<Value> {
    ask(page, FOCUSED).await
}

/// Puts the focus on the item that the Tab key leads to.
async fn focus_items(page: &Page) -> Result<()> {
    ask(page, "r.querySelector('[data-row][tabindex=\"0\"]').focus()").await.map(drop)
}

async fn listen(page: &Page, event: &str) -> Result<()> {
    let js = "window.events = []; document.body.addEventListener(arguments[0], (e) => events.push(e.detail))";
    page.eval(js, &[json!(event)]).await.map(drop)
}

async fn a_narrow_column_has_a_list_and_a_wide_one_lanes(page: &mut Page) -> Result<()> {
    open(page, "").await?;
    until(page, "r.querySelector('[part=lanes]')").await?;
    assert_eq!(ask(page, "r.querySelector('[part=list]').hidden").await?, "until-found");
    page.eval("document.querySelector('main').style.width = '600px'", &[]).await?;
    until(page, "!r.querySelector('[part=lanes]')").await?;
    assert_eq!(ask(page, "r.querySelector('[part=list]').hidden").await?, false);
    assert_eq!(ask(page, "r.querySelectorAll('[part=item]').length").await?, 90);
    let pressed = "r.querySelector('[part=layouts] [aria-pressed=true]').textContent";
    assert_eq!(ask(page, pressed).await?, "列表");
    // After static content as well.
    page.resize(1600, 900).await?;
    for path in ["/", "/en/"] {
        page.goto(path).await?;
        until(page, "r.querySelector('[part=lanes]')").await?;
    }
    Ok(())
}

async fn a_layout_keeps_the_selected_item(page: &mut Page) -> Result<()> {
    open(page, "layout=list item=guangzhou-zhanjiang-hsr-completion").await?;
    listen(page, "plan-layout").await?;
    until(page, "r.querySelector('[data-item=guangzhou-zhanjiang-hsr-completion]').open").await?;
    page.click(&[WIDGET, "[value=lanes]"]).await?;
    until(page, "r.querySelector('[part=panel] [part=title]')?.textContent === '广湛高铁'").await?;
    page.click(&[WIDGET, "[value=story]"]).await?;
    until(page, "r.querySelector('[part=card] [part=title]')?.textContent === '广湛高铁'").await?;
    page.click(&[WIDGET, "[value=list]"]).await?;
    until(page, "r.querySelector('details[open]')?.dataset.item === 'guangzhou-zhanjiang-hsr-completion'")
        .await?;
    assert_eq!(
        page.eval("return events.map((e) => e.layout)", &[]).await?,
        json!(["lanes", "story", "list"])
    );
    assert_eq!(ask(page, "[e.layout, e.item]").await?, json!(["list", "guangzhou-zhanjiang-hsr-completion"]));
    Ok(())
}

async fn details_open_in_place(page: &mut Page) -> Result<()> {
    open(page, "layout=list period=14th").await?;
    listen(page, "plan-select").await?;
    let summary = "[data-item=guangzhou-zhanjiang-hsr-completion] > summary";
    page.click(&[WIDGET, summary]).await?;
    until(page, "e.item === 'guangzhou-zhanjiang-hsr-completion'").await?;
    let facts = "[...r.querySelectorAll('details[open] dd')].map((dd) => (dd.querySelector('[part=term-name]') ?? dd).textContent)";
    let expected = json!([
        "“十四五”时期（2021—2025年间）",
        "拟完成，规划原文：建成",
        "推进（“十三五”时期）",
        "建设全国性综合交通枢纽",
        "五龙入湛",
        "第七条　建设全国性综合交通枢纽"
    ]);
    until(page, &format!("{facts}.length")).await?;
    assert_eq!(ask(page, facts).await?, expected);
    assert!(
        ask(page, "r.querySelector('[part=notice]').textContent")
            .await?
            .as_str()
            .is_some_and(|n| n.contains("核对"))
    );
    page.click(&[WIDGET, summary]).await?;
    until(page, "e.item === null && !r.querySelector('details[open]')").await?;
    let selected =
        json!({ "item": "guangzhou-zhanjiang-hsr-completion", "project": "guangzhou-zhanjiang-hsr" });
    let events = json!([selected, { "item": null, "project": null }]);
    assert_eq!(page.eval("return events", &[]).await?, events);
    Ok(())
}

async fn several_details_may_stand_open(page: &mut Page) -> Result<()> {
    open(page, "layout=list period=14th").await?;
    let top = |id: &str| format!("r.querySelector('[data-item={id}]').getBoundingClientRect().top");
    page.click(&[WIDGET, "[data-item=subcentre-city] > summary"]).await?;
    until(page, "e.item === 'subcentre-city'").await?;
    page.click(&[WIDGET, "[data-item=business-hub] > summary"]).await?;
    until(page, "e.item === 'business-hub' && r.querySelectorAll('details[open] [part=facts]').length === 2")
        .await?;
    assert_eq!(ask(page, "r.querySelectorAll('details[open]').length").await?, 2);
    let before = ask(page, &top("business-hub")).await?;
    page.click(&[WIDGET, "[data-item=business-hub] > summary"]).await?;
    until(page, "e.item === null").await?;
    assert_eq!(ask(page, &top("business-hub")).await?, before);
    Ok(())
}

async fn filters_combine_and_are_written_to_attributes(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    listen(page, "plan-filter").await?;
    let choose = "const s = document.querySelector('plan-timeline').shadowRoot.querySelector(`[data-facet='${arguments[0]}']`);
        s.value = arguments[1]; s.dispatchEvent(new Event('change', { bubbles: true }))";
    page.eval(choose, &[json!(0), json!("transport")]).await?;
    until(page, "e.topic === 'transport'").await?;
    page.eval(choose, &[json!(2), json!("14th")]).await?;
    until(page, "e.period === '14th'").await?;
    page.eval(choose, &[json!(3), json!("7")]).await?;
    until(page, "e.article === '7'").await?;
    let last = page.eval("return events.at(-1)", &[]).await?;
    let found = last["found"].as_u64().unwrap_or_default();
    assert_eq!(
        last,
        json!({ "query": "", "topic": "transport", "stage": "", "period": "14th", "article": "7", "place": "", "found": found, "all": 90 })
    );
    assert_eq!(ask(page, "r.querySelectorAll('[part=item]').length").await?, found);
    assert!(found > 3 && found < 20, "{found}");
    assert_eq!(
        ask(page, "r.querySelector('[part=count]').textContent").await?,
        format!("找到 {found} 项，共 90 项")
    );
    assert_eq!(ask(page, "r.querySelector(\"[data-facet='0']\").value").await?, "transport");
    page.eval("document.querySelector('plan-timeline').topic = 'transport energy'", &[]).await?;
    until(page, "r.querySelector(\"[data-facet='0']\").selectedOptions[0].value === 'transport energy'").await
}

async fn a_filter_without_result_leads_back(page: &mut Page) -> Result<()> {
    mount(page, "query=没有这样的字 topic=transport", "[part=clear]").await?;
    assert!(
        ask(page, "r.querySelector('[part=none]').textContent").await?.to_string().contains("没有同时符合")
    );
    page.click(&[WIDGET, "[part=clear]"]).await?;
    until(page, "r.querySelectorAll('[part=item]').length === 90").await?;
    assert_eq!(ask(page, "[e.query, e.topic, r.activeElement.type]").await?, json!([null, null, "search"]));
    Ok(())
}

async fn the_legend_filters(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    page.click(&[WIDGET, "[part=legend] [value=start]"]).await?;
    until(page, "e.stage === 'start' && r.querySelectorAll('[part=item]').length === 10").await?;
    page.click(&[WIDGET, "[part=legend] [value=achieved]"]).await?;
    until(page, "e.stage === 'start achieved' && r.querySelectorAll('[part=item]').length === 19").await?;
    let pressed = "[...r.querySelectorAll('[part=legend] [aria-pressed=true]')].map((b) => b.value)";
    assert_eq!(ask(page, pressed).await?, json!(["achieved", "start"]));
    page.click(&[WIDGET, "[part=legend] [value=start]"]).await?;
    page.click(&[WIDGET, "[part=legend] [value=achieved]"]).await?;
    until(page, "e.stage === null && r.querySelectorAll('[part=item]').length === 90").await
}

async fn searches_in_chinese_and_pinyin(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    for query in ["广湛", "guangzhan", "gzgt"] {
        page.click(&[WIDGET, "input"]).await?;
        page.keys(query).await?;
        until(page, &format!("e.query === '{query}'")).await?;
        // What is found by its pinyin is so when that has come.
        until(page, "r.querySelectorAll('[part=item]').length > 1").await?;
        let titles =
            ask(page, "[...r.querySelectorAll('[part=item] [part=title]')].map((t) => t.textContent)")
                .await?;
        // What others say of it is found by its name alone.
        let both = titles.as_array().map(|titles| titles.iter().filter(|title| *title == "广湛高铁").count());
        assert_eq!(both, Some(2), "{query}: {titles}");
        assert!(query == "广湛" || titles.as_array().map(Vec::len) == both, "{query}: {titles}");
        page.key(Key::Escape).await?;
        until(page, "e.query === null").await?;
    }
    Ok(())
}

/// The requests for what completes a timeline.
fn later(page: &Page) -> usize {
    page.requests().iter().filter(|request| request.path.contains("timeline.later.")).count()
}

async fn summaries_come_with_the_first_opening(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    assert_eq!(later(page), 0);
    let summary = "r.querySelector('details[open] [part=summary]')?.textContent";
    for item in ["zhanjiang-bay-laboratory-under-way", "core-and-subcentre-mechanism-under-way"] {
        page.click(&[WIDGET, &format!("[data-item={item}] summary")]).await?;
        until(page, &format!("e.item === '{item}' && r.querySelector('[data-item={item}] [part=summary]')"))
            .await?;
        assert_eq!(later(page), 1);
    }
    // Where one is open, or each is a page, they come at once.
    for (attributes, shown) in [
        ("layout=list item=zhanjiang-bay-laboratory-under-way", summary),
        (
            "layout=story item=zhanjiang-bay-laboratory-under-way",
            "r.querySelector('[part=card] [part=summary]')?.textContent",
        ),
    ] {
        let before = later(page);
        open(page, attributes).await?;
        until(page, &format!("{shown}?.includes('省级实验室')")).await?;
        assert_eq!(later(page), before + 1, "{attributes}");
    }
    open(page, "layout=list").await?;
    page.click(&[WIDGET, "input"]).await?;
    page.keys("省级实验室").await?;
    until(page, "r.querySelectorAll('[part=item]').length === 1").await
}

async fn summaries_that_do_not_come_are_asked_for_again(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.fail_times("/dist/data/timeline.later.zh.json", Fault::Status(503), 1);
    open(page, "layout=list item=zhanjiang-bay-laboratory-under-way").await?;
    until(
        page,
        "r.querySelector('details[open] [part=facts]') && r.querySelector('details[open] [part=summary]')",
    )
    .await?;
    let said = page.console().await?;
    assert!(said.iter().any(|line| line.to_string().contains("timeline.later.zh.json")), "{said:?}");
    Ok(())
}

async fn what_the_stages_mean_is_said_below_the_legend(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    page.click(&[WIDGET, "[part=meanings] summary"]).await?;
    let pairs = "[...r.querySelectorAll('[part=meanings] dt')].map((dt) => [dt.dataset.stage, dt.textContent, dt.nextElementSibling.textContent.length > 9, dt.nextElementSibling.checkVisibility()])";
    let legend = "[...r.querySelectorAll('[part=legend] button')].map((b) => [b.value, b.childNodes[1].textContent, true, true])";
    let (pairs, legend) = (ask(page, pairs).await?, ask(page, legend).await?);
    let (pairs, legend) = (pairs.as_array().cloned().unwrap_or_default(), legend.as_array().cloned());
    // Behind those of the legend are those that only facts name.
    let (first, others) = pairs.split_at(legend.iter().flatten().count());
    assert_eq!(Some(first), legend.as_deref());
    assert!(!others.is_empty() && others.iter().all(|pair| pair[2] == true && pair[3] == true), "{others:?}");
    Ok(())
}

async fn places_filter(page: &mut Page) -> Result<()> {
    open(page, "layout=list place=donghai-island").await?;
    let items = "[...r.querySelectorAll('[part=item] details')].map((d) => d.dataset.item)";
    let found = ask(page, items).await?;
    assert!(
        found.as_array().is_some_and(|found| found
            .contains(&json!("donghai-island-port-railway-completion"))
            && found.len() < 20),
        "{found}"
    );
    page.run("document.querySelector('plan-timeline').place = 'unplaced'", &[]).await?;
    until(page, "r.querySelectorAll('[part=item]').length > 40").await?;
    let others = ask(page, items).await?;
    let both = |id: &&Value| others.as_array().is_some_and(|others| others.contains(id));
    assert_eq!(found.as_array().map(|found| found.iter().filter(both).count()), Some(0));
    Ok(())
}

async fn projects_without_a_date_come_when_they_are_asked_for(page: &mut Page) -> Result<()> {
    let whole = |page: &Page| {
        page.requests().iter().filter(|request| request.path.contains("timeline.whole.")).count()
    };
    let button = [WIDGET, "[data-do=undated]"];
    let items = "r.querySelectorAll('[part=item]').length";
    open(page, "layout=list item=guangzhou-zhanjiang-hsr-completion").await?;
    listen(page, "plan-undated").await?;
    until(page, "r.querySelector('details[open] [part=summary]')").await?;
    let few = ask(page, items).await?;
    assert_eq!((few.as_u64(), whole(page)), (Some(90), 0));
    page.click(&button).await?;
    until(page, &format!("{items} > 290 && r.activeElement?.closest('[data-item*=\":\"]')")).await?;
    // One of them is open, so what completes them comes as well.
    assert_eq!((ask(page, "e.undated").await?, whole(page)), (json!("shown"), 2));
    assert_eq!(page.eval("return events", &[]).await?, json!([{ "undated": "shown" }]));
    // The reader's own state stays, the works are filtered as others are, and are the last of their period.
    until(page, "r.querySelector('[open][data-item=guangzhou-zhanjiang-hsr-completion] [part=facts]')")
        .await?;
    let works = "[...r.querySelectorAll('[part=group]')].map((g) => g.querySelectorAll('[data-item*=\":\"]').length > 0)";
    assert_eq!(ask(page, works).await?, json!([false, false, true, false, true]));
    page.run("document.querySelector('plan-timeline').stage = 'strive'", &[]).await?;
    until(page, &format!("{items} === 14")).await?;
    page.run("document.querySelector('plan-timeline').stage = null", &[]).await?;
    until(page, &format!("{items} > 290")).await?;
    page.click(&button).await?;
    until(page, &format!("{items} === 90 && e.undated === null || e.undated === 'none'")).await?;
    // In lanes most of them are counted.
    page.resize(1200, 900).await?;
    open(page, "layout=lanes undated=shown").await?;
    until(page, "r.querySelector('[data-shape~=undated]')").await?;
    let nodes = ask(page, "r.querySelectorAll('[part=bar]').length").await?;
    assert!(nodes.as_u64().is_some_and(|nodes| (80..160).contains(&nodes)), "{nodes}");
    // A plan of one's own is checked, and has them as well.
    mount(page, "layout=list undated=shown lang=en src=/school/plan.json", "[data-item*=\":\"]").await?;
    until(page, "[...r.querySelectorAll('[data-item*=\":\"]')].map((d) => d.dataset.item).join() === 'field-laboratory:complete:three-years,blue-flag:strive:three-years,evening-opening:plan:three-years'").await
}

async fn today_is_a_line_in_lanes(page: &mut Page) -> Result<()> {
    page.resize(1200, 900).await?;
    for (year, seen) in [(2018, true), (2031, true), (2050, false)] {
        page.goto("/tests/timeline/blank.html").await?;
        let js = "const D = Date; window.Date = class extends D { constructor(...at) { if (at.length) super(...at); else super(arguments[0], 6, 2) } }; document.querySelector('main').innerHTML = '<h1>规划</h1><plan-timeline layout=lanes></plan-timeline>'";
        page.eval(&js.replace("arguments[0], 6", &format!("{year}, 6")), &[]).await?;
        page.wait(&format!("{ROOT}?.querySelector('[part=bar]')"), "the lanes").await?;
        let at = "(() => { const a = r.querySelector('[part=axis]').getBoundingClientRect(), t = r.querySelector('[part=bands] [part=today]')?.getBoundingClientRect(); return t ? Math.round((t.x - a.x) / a.width * 200) / 10 + 2016 : null })()";
        let found = ask(page, at).await?.as_f64();
        assert_eq!(
            found.is_some_and(|at| (at - f64::from(year) - 0.5).abs() < 0.2),
            seen,
            "{year} {found:?}"
        );
        // Nobody hears of it, and no name is under the word.
        assert_eq!(
            ask(page, "[...r.querySelectorAll('[part~=today]')].every((t) => t.closest('[aria-hidden]'))")
                .await?,
            true
        );
        let over = "[...r.querySelectorAll('[part=tick]')].filter((k) => { const a = k.getBoundingClientRect(), t = r.querySelector('[part=axis] [part~=today]')?.getBoundingClientRect(); const w = document.createRange(); w.selectNodeContents(k); const b = w.getBoundingClientRect(); return t && b.right > t.left && b.left < t.right }).length";
        assert_eq!(ask(page, over).await?, 0, "{year}");
    }
    Ok(())
}

async fn a_story_has_pictures_films_and_a_strip_of_time(page: &mut Page) -> Result<()> {
    page.resize(1200, 900).await?;
    page.goto("/tests/timeline/blank.html").await?;
    let js = "const t = (en) => ({ en }), media = (kind, src, more) => ({ kind, src, alt: t('What is seen'), ...more });
        const event = (id, year, media) => ({ id, kind: 'event', title: t(id), time: { edtf: year, kind: 'on' }, media });
        const e = document.createElement('plan-timeline');
        e.lang = 'en';
        e.layout = 'story';
        e.model = { schema: 1, languages: ['en'], plan: { id: 'p', title: t('P'), short: t('P') }, events: [
            event('one', '2001', [media('video', '/school/none.webm'), media('video', 'https://vimeo.com/1')]),
            event('two', '2005', [media('image', '/school/boathouse.svg', { width: 320, height: 180, caption: t('Below') })]),
            event('three', '2009', [media('video', 'https://example.org/film')]),
        ] };
        document.querySelector('main').replaceChildren(e)";
    page.eval(js, &[]).await?;
    page.wait(&format!("{ROOT}?.querySelector('[part=play]')"), "the story").await?;
    let pictures =
        |page: &Page| page.requests().iter().filter(|request| request.path.contains("boathouse.svg")).count();
    // The next picture comes ahead, a film when it is asked for.
    until(page, "r.querySelector('[part=next] img').complete").await?;
    assert_eq!(pictures(page), 1);
    assert!(page.requests().iter().all(|request| !request.path.contains("none.webm")));
    let films = "[...r.querySelectorAll('[part=medium]')].map((m) => [m.querySelector('video, iframe')?.localName ?? null, m.querySelector('a').getAttribute('href')])";
    let links = ["/school/none.webm", "https://vimeo.com/1"];
    assert_eq!(ask(page, films).await?, json!([[null, links[0]], [null, links[1]]]));
    page.click(&[WIDGET, "[part=play]"]).await?;
    until(page, "r.querySelector('video[controls]:not([autoplay])')").await?;
    assert_eq!(ask(page, films).await?, json!([["video", links[0]], [null, links[1]]]));
    // On a press the strip leads to the closest mark; beside a picture stands the text, below it on a phone.
    let press = "(() => { const s = r.querySelector('[part=strip]'), b = s.getBoundingClientRect(); s.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: b.x + b.width * 0.55, clientY: b.y + 5 })) })()";
    ask(page, press).await?;
    until(page, "e.item === 'two' && r.querySelector('[part=media] img')").await?;
    let sides = "(() => { const m = r.querySelector('[part=media]').getBoundingClientRect(), d = r.querySelector('[part=details]').getBoundingClientRect(); return [m.left >= d.right, m.bottom <= d.top + 1] })()";
    assert_eq!(ask(page, sides).await?, json!([true, false]));
    page.resize(320, 900).await?;
    until(page, &format!("JSON.stringify({sides}) === '[false,true]'")).await?;
    until(page, "r.querySelector('[part=on]').textContent.includes('three · 2009')").await?;
    page.click(&[WIDGET, "[part=on]"]).await?;
    until(page, "e.item === 'three' && r.querySelector('[part=medium] a') && !r.querySelector('[part=film]')")
        .await
}

async fn the_count_is_announced_after_a_pause(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    let status = "r.querySelector('[role=status]').textContent";
    assert_eq!(ask(page, status).await?, "");
    page.click(&[WIDGET, "input"]).await?;
    page.keys("guangzhan").await?;
    until(page, "e.query === 'guangzhan'").await?;
    assert_eq!(ask(page, status).await?, "");
    until(page, &format!("{status} === '找到 2 项，共 90 项'")).await
}

async fn a_term_pops_up(page: &mut Page) -> Result<()> {
    open(page, "layout=list item=subcentre-city").await?;
    until(page, "r.querySelector('[part=term-name]')").await?;
    assert_eq!(ask(page, "r.querySelector('[popover]').matches(':popover-open')").await?, false);
    page.click(&[WIDGET, "[part=term-name]"]).await?;
    until(page, "r.querySelector('[popover]').matches(':popover-open')").await?;
    let fits = ask(page, "(() => { const n = r.querySelector('[popover]').getBoundingClientRect(); return [n.left >= 0, n.right <= innerWidth, n.height > 40] })()").await?;
    assert_eq!(fits, json!([true, true, true]));
    page.key(Key::Escape).await?;
    until(page, "!r.querySelector('[popover]').matches(':popover-open')").await?;
    assert_eq!(ask(page, "r.activeElement.getAttribute('part')").await?, "term-name");
    Ok(())
}

async fn a_goal_leads_to_its_item(page: &mut Page) -> Result<()> {
    open(page, "layout=list item=national-strategies-demonstration-area-completion period=2035").await?;
    until(page, "r.querySelector('[part=go]')").await?;
    page.click(&[WIDGET, "[part=go]"]).await?;
    let open =
        "e.item === 'vision-modernisation' && r.querySelector('[data-item=vision-modernisation]').open";
    until(page, &format!("{open} && {FOCUSED} === 'vision-modernisation'")).await
}

/// Each time that items are looked for, the widget is measured. What the reader has done comes back as an attribute, and
/// isn't done again.
async fn a_change_is_worked_out_once(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    let count = "
        const { get, ...rest } = Object.getOwnPropertyDescriptor(Element.prototype, 'clientHeight');
        window.measured = 0;
        Object.defineProperty(Element.prototype, 'clientHeight', { ...rest, get() {
          window.measured += this.getAttribute('part') === 'gauge';
          return get.call(this);
        } })";
    page.run(count, &[]).await?; // not as a driver's, which has other prototypes in Firefox
    for done in ["e.stage", "!e.stage"] {
        page.run("window.measured = 0", &[]).await?;
        ask(page, "r.querySelector('[data-do=stage]').click()").await?;
        until(page, done).await?;
        page.draw().await?;
        assert_eq!(page.run("return window.measured", &[]).await?, 1, "{done}");
    }
    Ok(())
}

async fn a_count_opens_its_lane(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes topic=transport").await?;
    let bars = "r.querySelectorAll('[part=bar]:not([data-shape=more])').length";
    until(page, "r.querySelector('[data-shape=more]')").await?;
    let some = ask(page, bars).await?.as_u64().unwrap_or_default();
    assert!((3..12).contains(&some), "{some}");
    page.click(&[WIDGET, "[data-shape=more] button"]).await?;
    until(page, "!r.querySelector('[data-shape=more]')").await?;
    assert_eq!(ask(page, bars).await?, ask(page, "r.querySelectorAll('[part=item]').length").await?);
    assert_eq!(ask(page, "r.querySelector('[part=lane-name] button').ariaExpanded").await?, "true");
    page.click(&[WIDGET, "[part=lane-name] button"]).await?;
    until(page, "r.querySelector('[data-shape=more]')").await
}

const TICKS: &str = "[...r.querySelectorAll('[part=tick]')].map((t) => t.textContent)";

async fn zoom_buttons_and_slider_move_the_axis(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes").await?;
    until(page, "r.querySelector('[part=tick]')").await?;
    let slider = "r.querySelector('[part=overview]')";
    assert_eq!(ask(page, &format!("{slider}.disabled")).await?, true);
    let all = ask(page, TICKS).await?;
    for _ in 0..4 {
        page.click(&[WIDGET, "[data-do=zoom-in]"]).await?;
    }
    until(page, &format!("!{slider}.disabled")).await?;
    let text = ask(page, &format!("{slider}.getAttribute('aria-valuetext')")).await?;
    assert!(text.as_str().is_some_and(|text| text.contains("年–")), "{text}");
    let close = ask(page, TICKS).await?;
    assert_ne!(close, all);
    ask(page, &format!("{slider}.focus()")).await?;
    page.key(Key::End).await?;
    until(page, &format!("{slider}.value === '1000'")).await?;
    assert!(ask(page, TICKS).await?.to_string().contains("2035"));
    page.click(&[WIDGET, "[data-do=zoom-all]"]).await?;
    until(page, &format!("{slider}.disabled")).await?;
    assert_eq!(ask(page, TICKS).await?, all);
    Ok(())
}

async fn the_tab_key_leads_to_an_item_that_is_seen(page: &mut Page) -> Result<()> {
    let stops = "r.querySelectorAll('[part=lanes] [data-row][tabindex=\"0\"]').length === 1";
    open(page, "layout=lanes").await?;
    until(page, "r.querySelector('[part=track]')").await?;
    until(page, stops).await?;
    // The item that was reached leaves the axis that is seen.
    focus_items(page).await?;
    for _ in 0..6 {
        page.click(&[WIDGET, "[data-do=zoom-in]"]).await?;
        until(page, stops).await?;
    }
    let slider = "r.querySelector('[part=overview]')";
    for value in ["1000", "0"] {
        let slide = format!(
            "return ({slider}.value = '{value}', {slider}.dispatchEvent(new InputEvent('input', {{ bubbles: true }})))"
        );
        page.eval(&format!("const r = {ROOT}; {slide}"), &[]).await?;
        until(page, &format!("{slider}.value === '{value}'")).await?;
        until(page, &format!("{stops} || !r.querySelector('[part=lanes] [data-row]')")).await?;
    }
    Ok(())
}

async fn headings_that_stay_have_the_pages_colour(page: &mut Page) -> Result<()> {
    for (css, expected) in [
        (":root { background: #000; color-scheme: dark }", [0, 0, 0]),
        (":root { background: #fc0 }", [255, 204, 0]),
        (":root { background: #fff8d6 } main { background: transparent }", [255, 248, 214]),
        (
            ":root { background: #fff8d6 } main { background: color-mix(in srgb, red 0%, transparent) }",
            [255, 248, 214],
        ),
        (":root { background: #fff8d6 } main { background: rgb(0 0 0 / 0.5) }", [128, 124, 107]),
        (":root { background: transparent } main { background: rgb(0 0 0 / 0.5) }", [128, 128, 128]),
        ("body { background: #fff } main { background: color(srgb 1 0 0 / 0.2) }", [255, 204, 204]),
        (":root { background: #000 } body { background: #f00c } main { background: #0f08 }", [95, 136, 0]),
        ("main { background: color(display-p3 1 1 1) }", [255, 255, 255]),
    ] {
        page.goto("/tests/timeline/blank.html").await?;
        let js = "document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].replaceSync(arguments[0]); document.querySelector('main').innerHTML = '<plan-timeline layout=list></plan-timeline>'";
        page.run(js, &[json!(css)]).await?;
        page.wait(LIVE, "the live timeline").await?;
        // What is drawn: a browser mixes colours in a space of its own.
        let drawn = ask(page, "(() => { const c = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d'); c.fillStyle = getComputedStyle(r.querySelector('[part=group-title]')).backgroundColor; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data] })()").await?;
        let drawn: Vec<i32> = serde_json::from_value(drawn)?;
        assert_eq!(drawn[3], 255, "opaque: {css}");
        let near = drawn.iter().zip(expected).all(|(drawn, expected)| (drawn - expected).abs() <= 2);
        assert!(near, "{drawn:?}, not {expected:?}: {css}");
    }
    Ok(())
}

async fn the_wheel_is_the_pages_without_a_modifier(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes").await?;
    until(page, "r.querySelector('[part=track]')").await?;
    let wheel = "const t = document.querySelector('plan-timeline').shadowRoot.querySelector('[part=track]');
        return t.dispatchEvent(new WheelEvent('wheel', { deltaY: -100, clientX: 700, bubbles: true, composed: true, cancelable: true, ctrlKey: arguments[0] }))";
    assert_eq!(page.eval(wheel, &[json!(false)]).await?, true);
    assert_eq!(ask(page, "r.querySelector('[part=overview]').disabled").await?, true);
    assert_eq!(page.eval(wheel, &[json!(true)]).await?, false);
    until(page, "!r.querySelector('[part=overview]').disabled").await
}

async fn a_mouse_drags_the_axis(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes topic=transport").await?;
    until(page, "r.querySelector('[part=track]')").await?;
    page.click(&[WIDGET, "[data-do=zoom-in]"]).await?;
    page.click(&[WIDGET, "[data-do=zoom-in]"]).await?;
    until(page, "!r.querySelector('[part=overview]').disabled").await?;
    let value = "+r.querySelector('[part=overview]').value";
    let before = ask(page, value).await?.as_f64().unwrap_or_default();
    let at = ask(page, "(() => { const b = r.querySelector('[part=bar] button').getBoundingClientRect(); return [b.x + 20, b.y + b.height / 2] })()").await?;
    let (x, y) = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
    page.drag((x, y), (x + 150.0, y)).await?;
    until(page, &format!("{value} < {before}")).await?;
    assert_eq!(ask(page, "e.item").await?, Value::Null, "the end of a drag is no click");
    page.click(&[WIDGET, "[part=bar] button[data-stage]"]).await?;
    until(page, "e.item").await
}

async fn a_mouse_selects_text_in_the_story(page: &mut Page) -> Result<()> {
    open(page, "layout=story").await?;
    until(page, "r.querySelector('[part=card]')").await?;
    let at = ask(page, "(() => { const b = r.querySelector('[part=card] [part=title]').getBoundingClientRect(); return [b.x + 2, b.y + b.height / 2] })()").await?;
    let (x, y) = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
    page.drag((x + 150.0, y), (x, y)).await?;
    page.click(&[WIDGET, "[data-do=on]"]).await?;
    until(page, "r.querySelector('[part=progress]').textContent.startsWith('2 / 90')").await
}

async fn a_finger_swipes_the_story(page: &mut Page) -> Result<()> {
    page.resize(360, 800).await?;
    open(page, "layout=story").await?;
    until(page, "r.querySelector('[part=card]')").await?;
    ask(page, "r.querySelector('[part=card]').scrollIntoView({ block: 'center' })").await?;
    let title = ask(page, "r.querySelector('[part=card] [part=title]').textContent").await?;
    let at = ask(page, "(() => { const b = r.querySelector('[part=card]').getBoundingClientRect(); return b.y + b.height / 2 })()").await?;
    let y = at.as_f64().unwrap_or_default();
    page.swipe((280.0, y), (80.0, y)).await?;
    until(page, "r.querySelector('[part=progress]').textContent.startsWith('2 / 90')").await?;
    page.swipe((80.0, y), (280.0, y)).await?;
    until(page, "r.querySelector('[part=progress]').textContent.startsWith('1 / 90')").await?;
    assert_eq!(ask(page, "r.querySelector('[part=card] [part=title]').textContent").await?, title);
    Ok(())
}

/// A plan of so many days' events, as an object on the widget.
async fn axe_finds_nothing(page: &mut Page) -> Result<()> {
    for scheme in [Scheme::Light, Scheme::Dark] {
        page.color_scheme(scheme).await?;
        for layout in ["list", "lanes", "story"] {
            mount(page, &format!("layout={layout}"), "[part=item]").await?;
            page.eval("document.querySelector('plan-timeline').item = 'subcentre-city'", &[]).await?;
            until(page, "r.querySelector('[part=term-name]')").await?;
            assert_eq!(page.axe("html").await?, Vec::<String>::new(), "{layout}");
        }
    }
    Ok(())
}

async fn nothing_is_wider_than_the_page(page: &mut Page) -> Result<()> {
    let overflow = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
    let widths = [320, 720, 1600];
    for layout in ["list", "lanes", "story"] {
        mount(page, &format!("layout={layout}"), "[part=item]").await?;
        page.eval("document.querySelector('plan-timeline').item = 'subcentre-city'", &[]).await?;
        until(page, "r.querySelector('[part=term-name]')").await?;
        for width in widths {
            page.resize(width, 800).await?;
            page.draw().await?;
            assert_eq!(page.eval(overflow, &[]).await?, 0, "{layout} at {width}");
        }
        // Words longer than the widget is wide.
        page.eval(
                "const text = (en) => ({ en }), long = text('Donaudampfschifffahrtsgesellschaft'.repeat(9)), e = document.querySelector('plan-timeline');
                e.lang = 'en';
                e.item = 'a';
                e.model = { schema: 1, languages: ['en'], plan: { id: 'long', title: long, short: long }, topics: [{ id: 'a', name: long }],
                  events: [{ id: 'a', kind: 'milestone', title: long, summary: long, topics: ['a'], time: { edtf: '2024-01-01', kind: 'on' } }] }",
                &[],
            )
            .await?;
        until(page, "r.querySelector('[part=source]').textContent.startsWith('Donau')").await?;
        for width in widths {
            page.resize(width, 800).await?;
            page.draw().await?;
            assert_eq!(page.eval(overflow, &[]).await?, 0, "long words in {layout} at {width}");
        }
    }
    Ok(())
}

async fn what_is_said_of_a_period_stands_at_its_head(page: &mut Page) -> Result<()> {
    let model = "const text = (en) => ({ en }), time = (edtf, kind) => ({ edtf, kind });
        const e = document.querySelector('plan-timeline');
        e.lang = 'en';
        e.item = 'rebuild-all';
        e.model = { schema: 1, languages: ['en'], plan: { id: 'chapters', title: text('A town in chapters'), short: text('Chapters') },
            periods: [{ id: 'rebuild', name: text('Rebuilding'), time: time('1946/1960', 'during') }, { id: 'trams', name: text('Trams'), time: time('1946/1972', 'during') }],
            events: [
                { id: 'bridge', kind: 'event', period: 'rebuild', title: text('The new bridge'), time: time('1946', 'on') },
                { id: 'line', kind: 'event', period: 'trams', title: text('The first line'), time: time('1947', 'on') },
                { id: 'quay', kind: 'event', period: 'rebuild', title: text('The new quay'), time: time('1951-05', 'on') },
                { id: 'rebuild-all', kind: 'period', period: 'rebuild', title: text('The town rebuilds'), summary: text('Half the harbour was gone.'),
                    media: [{ kind: 'page', src: 'https://example.org/harbour', alt: text('The harbour in 1946') }] }] }";
    let whole = json!(["Half the harbour was gone.", "https://example.org/harbour"]);
    for (layout, details) in [
        ("list", "r.querySelector('[data-item=rebuild-all][open]')"),
        ("lanes", "r.querySelector('[part=panel]')"),
        ("story", "r.querySelector('[part=card]')"),
    ] {
        page.resize(900, 800).await?;
        mount(page, &format!("layout={layout}"), "[data-row], [part=card]").await?;
        page.eval(model, &[]).await?;
        until(page, &format!("{details}?.querySelector('[part=summary]')?.textContent.startsWith('Half')"))
            .await?;
        let found = ask(page, &format!("[{details}.querySelector('[part=summary]').textContent, {details}.querySelector('[part=medium] a').href]")).await?;
        assert_eq!(found, whole, "{layout}");
        page.picture(&format!("period-{layout}")).await?;
        if layout == "list" {
            let groups = "[...r.querySelectorAll('[part=group]')].map((g) => [g.querySelector('[part=group-title]').firstChild.textContent, ...[...g.querySelectorAll('details')].map((d) => d.dataset.item)])";
            let expected = json!([["Rebuilding", "rebuild-all", "bridge", "quay"], ["Trams", "line"]]);
            assert_eq!(ask(page, groups).await?, expected);
        }
        assert_eq!(page.console().await?, vec![]);
    }
    Ok(())
}

async fn names_in_lanes_begin_within_them(page: &mut Page) -> Result<()> {
    for width in [320, 600, 720, 1600] {
        page.resize(width, 800).await?;
        mount(page, "layout=lanes", "[part=bar]").await?;
        let cut = "[...r.querySelectorAll('[part=track]')].flatMap((track) => { const { left, right } = track.getBoundingClientRect();
            return [...track.querySelectorAll('button')].filter((n) => { const b = n.getBoundingClientRect(); return b.left < left - 1 || b.left > right - 8 }).map((n) => n.textContent) })";
        assert_eq!(ask(page, cut).await?, json!([]), "{width}");
    }
    Ok(())
}

async fn targets_are_large_enough(page: &mut Page) -> Result<()> {
    page.resize(320, 800).await?;
    for layout in ["list", "lanes", "story"] {
        mount(page, &format!("layout={layout}"), "[part=item]").await?;
        let small = "[...r.querySelectorAll('button, input, select, summary, a')].filter((n) => n.checkVisibility())
            .map((n) => [n.outerHTML.slice(0, 80), n.getBoundingClientRect()]).filter(([, { width, height }]) => Math.min(width, height) < 24).map(([html]) => html)";
        assert_eq!(ask(page, small).await?, json!([]), "{layout}");
    }
    Ok(())
}

async fn text_can_be_twice_as_large(page: &mut Page) -> Result<()> {
    page.resize(640, 800).await?;
    for layout in ["list", "story"] {
        mount(page, &format!("layout={layout}"), "[part=item]").await?;
        let cut = "(() => { e.style.setProperty('--plan-font-size', '200%');
            const cut = [...r.querySelectorAll('[part=root] *')].filter((n) => n.checkVisibility() && n.scrollWidth > n.clientWidth + 1 && n.clientWidth && getComputedStyle(n).display !== 'inline' && !n.matches('[role=status], [part=within], select'));
            return [cut.map((n) => n.outerHTML.slice(0, 100)), document.documentElement.scrollWidth - document.documentElement.clientWidth] })()";
        assert_eq!(ask(page, cut).await?, json!([[], 0]), "{layout}");
    }
    Ok(())
}

async fn the_accessibility_tree_says_each_item_once(page: &mut Page) -> Result<()> {
    for (layout, role) in [("list", "DisclosureTriangle"), ("lanes", "button")] {
        mount(page, &format!("layout={layout}"), "[part=item]").await?;
        page.eval("document.querySelector('plan-timeline').topic = 'water'", &[]).await?;
        until(page, "r.querySelectorAll('[part=item]').length === 2").await?;
        let tree = page.a11y().await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let named: Vec<(String, String)> = nodes
            .iter()
            .filter(|node| node["ignored"] != true)
            .map(|node| {
                let text = |key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
                (text("role"), text("name"))
            })
            .collect();
        let items: Vec<_> = named.iter().filter(|(r, name)| r == role && name.contains("治理工程")).collect();
        assert_eq!(items.len(), 2, "{layout}: {items:?}");
        for part in ["九洲江廉江段治理工程", "“十四五”时期", "拟完成", "水利"] {
            assert!(items[0].1.contains(part), "{layout}: {items:?}");
        }
        assert!(named.iter().any(|(role, name)| role == "heading" && name.contains("时间线")), "{layout}");
    }
    Ok(())
}

/// What Intl can say, it says as the widgets do: days, months and years, in both languages, before our era too.
async fn dates_are_worded_as_intl_words_them(page: &mut Page) -> Result<()> {
    let js = "const [lang, year, month, day] = arguments, date = new Date(0);
        date.setUTCFullYear(year, month - 1, day || 1);
        const options = { timeZone: 'UTC', year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }), ...(year < 1 && { era: 'short' }) };
        return new Intl.DateTimeFormat(lang, options).format(date)";
    for (edtf, year, month, day) in [
        ("2020-12-22", 2020, 12, 22),
        ("2024-03", 2024, 3, 0),
        ("2025-05-05", 2025, 5, 5),
        ("-0043-03-15", -43, 3, 15),
    ] {
        let parsed = plan_date(edtf)?;
        for (lang, tag) in [(plan_widgets::Lang::ZH, "zh-CN"), (plan_widgets::Lang::EN, "en-GB")] {
            let ours = plan_widgets::view::words::Language::of(&lang).date(parsed);
            let intl = page.eval(js, &[json!(tag), json!(year), json!(month), json!(day)]).await?;
            assert_eq!(intl, ours, "{edtf} in {tag}");
        }
    }
    Ok(())
}

fn plan_date(edtf: &str) -> Result<plan_widgets::model::Date> {
    let parsed = plan_widgets::model::Edtf::parse(edtf).and_then(|edtf| edtf.start.date());
    parsed.ok_or_else(|| anyhow::anyhow!("{edtf} is no date"))
}

async fn pictures(page: &mut Page) -> Result<()> {
    for (scheme, name) in [(Scheme::Light, "light"), (Scheme::Dark, "dark")] {
        page.color_scheme(scheme).await?;
        for layout in ["list", "lanes", "story"] {
            mount(page, &format!("layout={layout}"), "[part=item]").await?;
            page.eval(
                "document.querySelector('plan-timeline').item = 'guangzhou-zhanjiang-hsr-completion'",
                &[],
            )
            .await?;
            until(page, "r.querySelector('[part=facts]')").await?;
            for width in [320, 720, 1600] {
                page.resize(width, 1400).await?;
                page.draw().await?;
                page.picture(&format!("timeline-{layout}-{name}-{width}")).await?;
            }
        }
    }
    Ok(())
}
