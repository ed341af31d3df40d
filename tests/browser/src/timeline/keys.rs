//! The timeline's key table: each row is the name of a test.

use anyhow::Result;
use serde_json::Value;

use super::{FOCUSED, TICKS, ask, focus_items, focused, mount, open, until};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
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
