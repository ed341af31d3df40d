//! The timeline as a reader uses it: with eyes, fingers, keys and ears.

use anyhow::Result;
use serde_json::{Value, json};

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
    the_count_is_announced_after_a_pause;
    a_term_pops_up;
    a_goal_leads_to_its_item;
    a_count_opens_its_lane;
    zoom_buttons_and_slider_move_the_axis;
    the_wheel_is_the_pages_without_a_modifier;
    a_mouse_drags_the_axis;
    a_finger_swipes_the_story in Chromium, Firefox; // WebKitGTK's driver makes it a mouse
    list_down_and_up_go_through_the_items;
    list_home_and_end_lead_to_the_first_and_last_item;
    list_page_keys_lead_to_the_next_and_previous_period;
    list_enter_opens_and_escape_closes;
    lanes_right_and_left_go_along_the_lane;
    lanes_down_and_up_go_to_the_next_lane;
    lanes_home_and_end_lead_to_the_ends_of_the_lane;
    lanes_plus_minus_and_zero_zoom;
    lanes_page_keys_move_along_the_axis;
    lanes_enter_opens_and_escape_closes;
    story_arrows_go_on_and_back;
    story_home_and_end_lead_to_the_first_and_last_item;
    story_page_keys_lead_to_the_next_and_previous_period;
    tab_stops_once_in_the_items;
    an_address_selects_an_item;
    what_is_selected_stands_in_the_address;
    an_item_has_a_link_that_is_copied in Chromium; // the others' drivers can't grant the clipboard
    addresses_work_inside_an_iframe;
    ten_thousand_items_stay_few_nodes;
    a_long_list_scrolls_and_selects;
    static_content_has_every_item_and_detail;
    going_live_moves_nothing;
    what_was_open_before_stays_open;
    what_find_in_page_finds_is_shown_in_the_list;
    forced_colors_keep_stages_and_spans_visible in Chromium, Firefox; // WebKit has no such mode
    every_item_is_printed in Chromium, Firefox; // MiniBrowser can't pretend
    strict_policies_are_kept;
    a_custom_plan_shows_its_pictures;
    a_broken_plan_is_told_and_the_content_stays;
    axe_finds_nothing;
    nothing_is_wider_than_the_page;
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
    let facts = "[...r.querySelectorAll('details[open] dd')].map((dd) => dd.textContent)";
    let told = json!([
        "“十四五”时期（2021—2025年间）",
        "计划完成，规划原文：建成",
        "建设全国性综合交通枢纽",
        "第七条　建设全国性综合交通枢纽"
    ]);
    assert_eq!(ask(page, facts).await?, told);
    assert!(
        ask(page, "r.querySelector('[part=notice]').textContent")
            .await?
            .as_str()
            .is_some_and(|n| n.contains("核对"))
    );
    page.click(&[WIDGET, summary]).await?;
    until(page, "e.item === null && !r.querySelector('details[open]')").await?;
    let events = json!([{ "item": "guangzhou-zhanjiang-hsr-completion" }, { "item": null }]);
    assert_eq!(page.eval("return events", &[]).await?, events);
    Ok(())
}

async fn several_details_may_stand_open(page: &mut Page) -> Result<()> {
    open(page, "layout=list period=14th").await?;
    let place = |id: &str| format!("r.querySelector('[data-item={id}]').getBoundingClientRect().top");
    page.click(&[WIDGET, "[data-item=subcentre-city] > summary"]).await?;
    until(page, "e.item === 'subcentre-city'").await?;
    page.click(&[WIDGET, "[data-item=business-hub] > summary"]).await?;
    until(page, "e.item === 'business-hub'").await?;
    assert_eq!(ask(page, "r.querySelectorAll('details[open]').length").await?, 2);
    let before = ask(page, &place("business-hub")).await?;
    page.click(&[WIDGET, "[data-item=business-hub] > summary"]).await?;
    until(page, "e.item === null").await?;
    assert_eq!(ask(page, &place("business-hub")).await?, before);
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
        json!({ "query": "", "topic": "transport", "stage": "", "period": "14th", "article": "7", "found": found, "all": 90 })
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
    until(page, "e.stage === 'start' && r.querySelectorAll('[part=item]').length === 14").await?;
    page.click(&[WIDGET, "[part=legend] [value=achieved]"]).await?;
    until(page, "e.stage === 'start achieved' && r.querySelectorAll('[part=item]').length === 22").await?;
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
        let titles =
            ask(page, "[...r.querySelectorAll('[part=item] [part=title]')].map((t) => t.textContent)")
                .await?;
        assert!(
            titles.as_array().is_some_and(|t| t.len() == 2 && t.iter().all(|t| t == "广湛高铁")),
            "{query}: {titles}"
        );
        page.key(Key::Escape).await?;
        until(page, "e.query === null").await?;
    }
    Ok(())
}

async fn the_count_is_announced_after_a_pause(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    let status = "r.querySelector('[role=status]').textContent";
    assert_eq!(ask(page, status).await?, "");
    page.click(&[WIDGET, "input"]).await?;
    page.keys("广湛").await?;
    until(page, "e.query === '广湛'").await?;
    assert_eq!(ask(page, status).await?, "");
    until(page, &format!("{status} === '找到 2 项，共 90 项'")).await
}

async fn a_term_pops_up(page: &mut Page) -> Result<()> {
    open(page, "layout=list item=subcentre-city").await?;
    until(page, "r.querySelector('[part=term-name]')").await?;
    assert_eq!(ask(page, "r.querySelector('[popover]').matches(':popover-open')").await?, false);
    page.click(&[WIDGET, "[part=term-name]"]).await?;
    until(page, "r.querySelector('[popover]').matches(':popover-open')").await?;
    let place = ask(page, "(() => { const n = r.querySelector('[popover]').getBoundingClientRect(); return [n.left >= 0, n.right <= innerWidth, n.height > 40] })()").await?;
    assert_eq!(place, json!([true, true, true]));
    page.key(Key::Escape).await?;
    until(page, "!r.querySelector('[popover]').matches(':popover-open')").await?;
    assert_eq!(ask(page, "r.activeElement.getAttribute('part')").await?, "term-name");
    Ok(())
}

async fn a_goal_leads_to_its_item(page: &mut Page) -> Result<()> {
    open(page, "layout=list item=national-strategies-demonstration-area-completion period=2035").await?;
    until(page, "r.querySelector('[part=go]')").await?;
    page.click(&[WIDGET, "[part=go]"]).await?;
    until(
        page,
        "e.item === 'vision-modernisation' && r.querySelector('[data-item=vision-modernisation]').open",
    )
    .await?;
    assert_eq!(focused(page).await?, "vision-modernisation");
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

async fn walk(page: &Page, keys: &[(Key, &str)]) -> Result<()> {
    for (key, expected) in keys {
        page.key(*key).await?;
        until(page, &format!("{FOCUSED} === '{expected}'")).await?;
    }
    Ok(())
}

async fn list_down_and_up_go_through_the_items(page: &mut Page) -> Result<()> {
    open(page, "layout=list period=14th").await?;
    focus_items(page).await?;
    assert_eq!(focused(page).await?, "subcentre-city");
    let (one, two) = ("subcentre-standing", "infrastructure-upgrade");
    walk(page, &[(Key::Down, one), (Key::Down, two), (Key::Up, one)]).await
}

async fn list_home_and_end_lead_to_the_first_and_last_item(page: &mut Page) -> Result<()> {
    open(page, "layout=list period=14th").await?;
    focus_items(page).await?;
    walk(page, &[(Key::End, "county-waste-to-energy-plants-completion"), (Key::Home, "subcentre-city")]).await
}

async fn list_page_keys_lead_to_the_next_and_previous_period(page: &mut Page) -> Result<()> {
    open(page, "layout=list").await?;
    focus_items(page).await?;
    let first = focused(page).await?;
    walk(page, &[(Key::PageDown, "subcentre-city"), (Key::PageDown, "vision-modernisation")]).await?;
    walk(page, &[(Key::PageUp, "subcentre-city"), (Key::PageUp, first.as_str().unwrap_or_default())]).await
}

async fn list_enter_opens_and_escape_closes(page: &mut Page) -> Result<()> {
    open(page, "layout=list period=14th").await?;
    focus_items(page).await?;
    page.key(Key::Enter).await?;
    until(page, "r.querySelector('details[open] [part=term-name]')").await?;
    page.key(Key::Tab).await?;
    assert_eq!(ask(page, "r.activeElement.getAttribute('part')").await?, "term-name");
    page.key(Key::Escape).await?;
    until(page, "!r.querySelector('details[open]') && r.activeElement.localName === 'summary'").await?;
    assert_eq!(ask(page, "e.item").await?, Value::Null);
    Ok(())
}

async fn lanes_right_and_left_go_along_the_lane(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes topic=energy").await?;
    focus_items(page).await?;
    let (one, two) = ("徐闻海上风电项目", "“2+7+18”骨干主网架");
    assert_eq!(focused(page).await?, one);
    walk(page, &[(Key::Right, two), (Key::Left, one)]).await
}

async fn lanes_down_and_up_go_to_the_next_lane(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes stage=complete topic='energy water'").await?;
    focus_items(page).await?;
    let energy = focused(page).await?;
    walk(page, &[(Key::Down, "九洲江廉江段治理工程"), (Key::Up, energy.as_str().unwrap_or_default())]).await
}

async fn lanes_home_and_end_lead_to_the_ends_of_the_lane(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes topic=water").await?;
    focus_items(page).await?;
    walk(page, &[(Key::End, "鉴江中下游(吴川段)综合治理工程"), (Key::Home, "九洲江廉江段治理工程")]).await
}

async fn lanes_plus_minus_and_zero_zoom(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes topic=water").await?;
    focus_items(page).await?;
    let all = ask(page, TICKS).await?;
    page.keys("+").await?;
    until(page, "!r.querySelector('[part=overview]').disabled").await?;
    page.keys("-").await?;
    until(page, "r.querySelector('[part=overview]').disabled").await?;
    page.keys("++").await?;
    until(page, "!r.querySelector('[part=overview]').disabled").await?;
    page.keys("0").await?;
    until(page, "r.querySelector('[part=overview]').disabled").await?;
    assert_eq!(ask(page, TICKS).await?, all);
    Ok(())
}

async fn lanes_page_keys_move_along_the_axis(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes topic=water").await?;
    focus_items(page).await?;
    page.keys("+").await?;
    let value = "+r.querySelector('[part=overview]').value";
    until(page, &format!("{value} > 0")).await?;
    let before = ask(page, value).await?.as_f64().unwrap_or_default();
    page.key(Key::PageUp).await?;
    until(page, &format!("{value} < {before}")).await?;
    page.key(Key::PageDown).await?;
    until(page, &format!("{value} > 0")).await
}

async fn lanes_enter_opens_and_escape_closes(page: &mut Page) -> Result<()> {
    open(page, "layout=lanes topic=water").await?;
    focus_items(page).await?;
    page.key(Key::Enter).await?;
    until(page, "r.querySelector('[part=panel]') && r.activeElement.ariaExpanded === 'true'").await?;
    page.key(Key::Escape).await?;
    until(page, "!r.querySelector('[part=panel]') && r.activeElement.ariaExpanded === 'false'").await
}

const AT: &str = "r.querySelector('[part=progress]').textContent";

async fn story(page: &Page) -> Result<()> {
    mount(page, "layout=story", "[part=on]").await?;
    ask(page, "r.querySelector('[part=on]').focus()").await.map(drop)
}

async fn story_arrows_go_on_and_back(page: &mut Page) -> Result<()> {
    story(page).await?;
    for (key, at) in [(Key::Right, 2), (Key::Down, 3), (Key::Left, 2), (Key::Up, 1), (Key::Left, 1)] {
        page.key(key).await?;
        until(page, &format!("{AT}.startsWith('{at} / 90')")).await?;
    }
    page.key(Key::Enter).await?;
    until(page, &format!("{AT}.startsWith('2 / 90') && e.item")).await?;
    until(page, "r.querySelector('[role=status]').textContent.includes('，')").await
}

async fn story_home_and_end_lead_to_the_first_and_last_item(page: &mut Page) -> Result<()> {
    story(page).await?;
    page.key(Key::End).await?;
    until(
        page,
        &format!("{AT}.startsWith('90 / 90') && r.querySelector('[part=on]').ariaDisabled === 'true'"),
    )
    .await?;
    page.key(Key::Home).await?;
    until(page, &format!("{AT}.startsWith('1 / 90')")).await
}

async fn story_page_keys_lead_to_the_next_and_previous_period(page: &mut Page) -> Result<()> {
    story(page).await?;
    page.key(Key::PageDown).await?;
    until(page, "r.querySelector('[part=era]').textContent === '“十四五”时期'").await?;
    page.key(Key::PageDown).await?;
    until(page, "r.querySelector('[part=era]').textContent === '二〇三五年远景'").await?;
    page.key(Key::PageUp).await?;
    until(page, "r.querySelector('[part=era]').textContent === '“十四五”时期'").await
}

async fn tab_stops_once_in_the_items(page: &mut Page) -> Result<()> {
    for layout in ["list", "lanes"] {
        open(page, &format!("layout={layout}")).await?;
        until(page, "r.querySelector('[data-row]')").await?;
        let stops = "[...r.querySelectorAll('[data-row]')].filter((n) => n.tabIndex === 0 && n.checkVisibility()).length";
        assert_eq!(ask(page, stops).await?, 1, "{layout}");
    }
    Ok(())
}

async fn an_address_selects_an_item(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/address.html#a.item=business-hub&a.layout=list&x=1").await?;
    page.wait(LIVE, "the live timeline").await?;
    until(page, "r.querySelector('[data-item=business-hub]')?.open").await?;
    until(page, "(() => { const b = r.querySelector('[data-item=business-hub]').getBoundingClientRect(); return b.top >= 0 && b.top < innerHeight })()").await?;
    page.eval("location.hash = '#a.item=subcentre-city'", &[]).await?;
    until(page, "r.querySelector('[data-item=subcentre-city]')?.open && e.item === 'subcentre-city'").await
}

async fn what_is_selected_stands_in_the_address(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/address.html#a.layout=list&x=1").await?;
    page.eval(&format!("{}.scrollIntoView()", "document.querySelector('plan-timeline')"), &[]).await?;
    page.wait(LIVE, "the live timeline").await?;
    let length = page.eval("return history.length", &[]).await?;
    page.click(&[WIDGET, "[data-item=business-hub] > summary"]).await?;
    page.wait("location.hash.includes('a.item=business-hub')", "the item in the address").await?;
    let link = ask(page, "r.querySelector('[part=link]').href").await?;
    assert!(link.as_str().is_some_and(|href| href.ends_with("address.html#a.item=business-hub")), "{link}");
    page.click(&[WIDGET, "[part=legend] [value=complete]"]).await?;
    let both = "location.hash.includes('a.stage=complete') && location.hash.includes('x=1')";
    page.wait(both, "the stage in the address").await?;
    assert_eq!(page.eval("return history.length", &[]).await?, length);
    Ok(())
}

async fn an_item_has_a_link_that_is_copied(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/address.html#a.item=business-hub&a.layout=list").await?;
    page.wait(LIVE, "the live timeline").await?;
    until(page, "r.querySelector('[part=link]')").await?;
    page.grant_clipboard().await?;
    page.click(&[WIDGET, "[part=link]"]).await?;
    until(page, "r.querySelector('[part=link]').textContent === '链接已复制'").await?;
    let copied = page.eval_async("return navigator.clipboard.readText()", &[]).await?;
    assert!(copied.as_str().is_some_and(|copied| copied.ends_with("#a.item=business-hub")), "{copied}");
    Ok(())
}

async fn addresses_work_inside_an_iframe(page: &mut Page) -> Result<()> {
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
    page.wait(&format!("{hash}.includes('item=subcentre-city')"), "the item in the frame's address").await
}

/// A plan of so many days' events, as an object on the widget.
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

async fn ten_thousand_items_stay_few_nodes(page: &mut Page) -> Result<()> {
    for layout in ["list", "lanes", "story"] {
        page.goto("/tests/timeline/blank.html").await?;
        page.eval(MANY, &[json!(10_000), json!(layout)]).await?;
        page.wait(&format!("{ROOT}?.querySelector('[part=root]')"), "the live timeline").await?;
        until(page, "r.querySelector('[part=count]').textContent === 'Items: 10000'").await?;
        until(page, "r.querySelector('[data-row], [part=card]')").await?;
        let nodes = ask(page, "r.querySelectorAll('*').length").await?.as_u64().unwrap_or(u64::MAX);
        assert!(nodes < 1500, "{nodes} in {layout}");
    }
    Ok(())
}

async fn a_long_list_scrolls_and_selects(page: &mut Page) -> Result<()> {
    page.goto("/tests/timeline/blank.html").await?;
    page.eval(MANY, &[json!(2_000), json!("list")]).await?;
    page.wait(LIVE, "the live timeline").await?;
    let shown = "[...r.querySelectorAll('[part=item]')].some((n) => { const b = n.getBoundingClientRect(); return b.top < innerHeight / 2 && b.bottom > 100 })";
    for share in [0.5, 0.93, 0.1] {
        page.eval("scrollTo(0, document.documentElement.scrollHeight * arguments[0])", &[json!(share)])
            .await?;
        until(page, shown).await?;
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

async fn static_content_has_every_item_and_detail(page: &mut Page) -> Result<()> {
    page.no_javascript().await?;
    page.goto("/").await?;
    let text = page.text().await?;
    for expected in
        ["“十三五”时期", "广湛高铁", "计划完成 · 交通 · 第七条", "二〇三五年远景", "本数据为非官方整理"]
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
        let boxes = "return [...document.querySelectorAll('p, plan-timeline')].map((n) => { const b = n.getBoundingClientRect(); return [b.x, b.y, b.width, b.height].map((v) => Math.round(v * 10)) })";
        let before = page.eval(boxes, &[]).await?;
        page.goto("/").await?;
        page.wait(LIVE, "the live timeline").await?;
        page.run(
            "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
            &[],
        )
        .await?;
        assert_eq!(page.eval(boxes, &[]).await?, before, "{width}");
        assert_eq!(page.layout_shift().await?, 0.0, "{width}");
    }
    Ok(())
}

async fn what_was_open_before_stays_open(page: &mut Page) -> Result<()> {
    page.resize(600, 900).await?;
    page.goto("/tests/glossary/blank.html").await?;
    let insert = "const page = await (await fetch('/')).text();
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
        const marks = [...r.querySelectorAll('[part=mark]')].map((n) => of(n));
        const seen = marks.map((s) => s.borderTopStyle === 'solid' && s.borderTopWidth !== '0px' && s.borderTopColor !== ground || s.backgroundColor !== ground && s.clipPath !== 'none');
        return [seen, of(r.querySelector('[data-shape~=within]'), '::before').borderTopStyle] })()";
    assert_eq!(ask(page, drawn).await?, json!([[true, true, true, true], "solid"]));
    page.screenshot("timeline-lanes-forced-colors").await?;
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
    let told = ask(page, "(() => { const i = r.querySelector('[part=image]'); return [i.alt, i.width / i.height, r.querySelector('figcaption').textContent] })()").await?;
    assert_eq!(told[0], "A long wooden house on posts above calm water");
    assert!((told[1].as_f64().unwrap_or_default() - 320.0 / 180.0).abs() < 0.02, "{told}");
    assert_eq!(told[2], "The boathouse, as drawn by class 5b (Class 5b)");
    assert_eq!(page.axe("html").await?, Vec::<String>::new());
    Ok(())
}

async fn a_broken_plan_is_told_and_the_content_stays(page: &mut Page) -> Result<()> {
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
    for width in [320, 720, 1600] {
        page.resize(width, 800).await?;
        for layout in ["list", "lanes", "story"] {
            mount(page, &format!("layout={layout}"), "[part=item]").await?;
            page.eval("document.querySelector('plan-timeline').item = 'subcentre-city'", &[]).await?;
            until(page, "r.querySelector('[part=term-name]')").await?;
            let overflow = "const d = document.documentElement; return d.scrollWidth - d.clientWidth";
            assert_eq!(page.eval(overflow, &[]).await?, 0, "{layout} at {width}");
        }
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
        for part in ["九洲江廉江段治理工程", "“十四五”时期", "计划完成", "水利"] {
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
        for (lang, tag) in [(plan_widgets::Lang::Zh, "zh-CN"), (plan_widgets::Lang::En, "en-GB")] {
            let ours = plan_widgets::view::timeline::wording::date(parsed, lang);
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
            for width in [320, 720, 1600] {
                page.resize(width, 1400).await?;
                mount(page, &format!("layout={layout}"), "[part=item]").await?;
                page.eval(
                    "document.querySelector('plan-timeline').item = 'guangzhou-zhanjiang-hsr-completion'",
                    &[],
                )
                .await?;
                until(page, "r.querySelector('[part=facts]')").await?;
                page.screenshot(&format!("timeline-{layout}-{name}-{width}")).await?;
            }
        }
    }
    Ok(())
}
