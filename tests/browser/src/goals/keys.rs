//! The goals' key table: each row is the name of a test.

use anyhow::Result;
use serde_json::json;

use super::{DECK, ask, open, until};
use crate::input::Key;
use crate::page::Page;

crate::tests! {
    arrows_go_through_the_cards;
    home_and_end_lead_to_the_first_and_last_card;
    page_keys_lead_to_the_next_and_previous_group;
    enter_opens_and_escape_closes;
    tab_stops_once_in_closed_cards;
}

/// Leads the keyboard to the first card of a deck.
async fn begin(page: &Page, attributes: &str) -> Result<()> {
    open(page, DECK, attributes, "[data-row]").await?;
    page.eval(
        &format!("document.querySelector('{DECK}').shadowRoot.querySelector('[data-row]').focus()"),
        &[],
    )
    .await
    .map(drop)
}

async fn walk(page: &Page, keys: &[(Key, &str)]) -> Result<()> {
    for (key, expected) in keys {
        page.key(*key).await?;
        until(page, &format!("r.activeElement?.closest('article').dataset.item === '{expected}'")).await?;
    }
    Ok(())
}

async fn arrows_go_through_the_cards(page: &mut Page) -> Result<()> {
    begin(page, "chapter=3").await?;
    let (first, second) = ("transport-hub", "energy-security-system");
    walk(
        page,
        &[(Key::Right, second), (Key::Left, first), (Key::Down, second), (Key::Up, first), (Key::Up, first)],
    )
    .await
}

async fn home_and_end_lead_to_the_first_and_last_card(page: &mut Page) -> Result<()> {
    begin(page, "chapter=3").await?;
    walk(page, &[(Key::End, "new-information-infrastructure"), (Key::Home, "transport-hub")]).await
}

async fn page_keys_lead_to_the_next_and_previous_group(page: &mut Page) -> Result<()> {
    begin(page, "group=chapter chapter='3 4'").await?;
    walk(
        page,
        &[
            (Key::Right, "energy-security-system"),
            (Key::PageDown, "port-industry-clusters"),
            (Key::PageUp, "transport-hub"),
        ],
    )
    .await
}

async fn enter_opens_and_escape_closes(page: &mut Page) -> Result<()> {
    begin(page, "chapter=3").await?;
    page.eval(
        "window.details = []; addEventListener('plan-select', (event) => details.push(event.detail))",
        &[],
    )
    .await?;
    page.key(Key::Enter).await?;
    until(page, "e.goal === 'transport-hub' && r.querySelectorAll('[data-item=transport-hub] [part=work]').length === 22").await?;
    // Into the card, and out of it.
    page.key(Key::Tab).await?;
    until(page, "r.activeElement?.matches('[part=more] *')").await?;
    page.key(Key::Escape).await?;
    until(page, "e.goal === null && !r.querySelector('[part=work]') && r.activeElement.matches('summary')")
        .await?;
    let none = json!({ "goal": null, "project": null, "item": null });
    assert_eq!(
        page.eval("return details", &[]).await?,
        json!([{ "goal": "transport-hub", "project": null, "item": null }, none])
    );
    Ok(())
}

async fn tab_stops_once_in_closed_cards(page: &mut Page) -> Result<()> {
    begin(page, "").await?;
    assert_eq!(ask(page, "[...r.querySelectorAll('article *')].filter((n) => n.tabIndex === 0 && n.checkVisibility()).length").await?, 1);
    Ok(())
}
