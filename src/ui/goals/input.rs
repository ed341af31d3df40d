//! From the events of goals to their messages.

use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::{GoalGroup, GoalLayout, GoalSort, Msg};
use crate::{
    model::Choice,
    ui::events::{COPIED, Key, ROW, Target},
};

/// The events that are heard.
pub(super) const EVENTS: [&str; 6] = ["click", "change", "input", "keydown", COPIED, NOT_COPIED];

/// The page goes to paper, and comes back.
pub(super) const PRINT: [&str; 2] = ["beforeprint", "afterprint"];

/// Fired on the widget by whoever owns the clipboard, when a text could not be copied.
const NOT_COPIED: &str = "plan-not-copied";

/// The attribute that says the index of a card.
const CARD: &str = "data-goal";

/// What an event asks for.
pub(super) fn heard(event: &Event) -> Option<Msg> {
    match event.type_().as_str() {
        "click" => clicked(event),
        "change" => changed(&Target::of(event)?),
        "input" => {
            let input = Target::of(event)?;
            (input.attribute("part")? == "search-input").then(|| Msg::Search(input.value()))
        }
        "keydown" => keyed(event.dyn_ref()?),
        // On a link it is the link's; else it is the text's that was asked for last.
        COPIED => Some(Msg::Copied(Target::of(event).and_then(|target| card_of(&target)), true)),
        NOT_COPIED => Some(Msg::Copied(None, false)),
        print => Some(Msg::Print(print.starts_with('b'))),
    }
}

fn clicked(event: &Event) -> Option<Msg> {
    let target = Target::of(event)?.closest("[data-do], summary")?;
    match target.attribute("data-do").unwrap_or_default().as_str() {
        "clear" => Some(Msg::Clear),
        "stage" => Some(Msg::Toggle(target.number("data-facet")?, target.attribute("value")?)),
        "column" => Some(Msg::Column(target.number("value")?)),
        "menu" => Some(Msg::Menu),
        "more" => Some(Msg::More),
        "filters" => Some(Msg::Unfold),
        "copy" => Some(Msg::Copy(target.number("value")?)),
        "project" => Some(Msg::Project(card_of(&target)?, target.number("value")?)),
        _ => {
            let row = target.number(ROW)?;
            event.prevent_default(); // a summary would open by itself: the next rendering does it
            Some(Msg::Press(row))
        }
    }
}

fn changed(target: &Target) -> Option<Msg> {
    let value = target.value();
    match target.attribute("data-facet")?.as_str() {
        "group" => GoalGroup::from_name(&value).map(Msg::Group),
        "sort" => GoalSort::from_name(&value).map(Msg::Sort),
        "layout" => GoalLayout::from_name(&value).map(Msg::Layout),
        facet => Some(Msg::Choose(facet.parse().ok()?, value)),
    }
}

fn keyed(event: &KeyboardEvent) -> Option<Msg> {
    let key = Key::of(event).filter(|key| !matches!(key, Key::Zoom(_)))?;
    let target = Target::of(event)?;
    let around = |selector: &str| target.closest(selector);
    // A term's note takes Escape first, by itself.
    if around("[part=root]")?.find(":popover-open").is_some() {
        return None;
    }
    let msg = if let Some(input) = around("[part=search-input]") {
        (key == Key::Escape && !input.value().is_empty()).then(|| Msg::Search(String::new()))?
    } else if let Some(row) = around("summary").and_then(|row| row.number(ROW)) {
        Msg::Key(key, row)
    } else if key == Key::Escape {
        // Within an open card: back to what opens it.
        Msg::Key(key, around("[data-goal]")?.find("summary")?.number(ROW)?)
    } else {
        return None;
    };
    event.prevent_default();
    Some(msg)
}

fn card_of(target: &Target) -> Option<usize> {
    target.closest("[data-goal]")?.number(CARD)
}
