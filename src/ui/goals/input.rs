//! What a reader's hands ask for: from events to messages.

use web_sys::{Element, HtmlInputElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{GoalGroup, GoalSort, Msg, ROW};

/// What is heard of.
pub(super) const EVENTS: [&str; 6] = ["click", "change", "input", "keydown", COPIED, NOT_COPIED];

/// Build that what was to be copied is in the clipboard; whoever owns that fires it on the widget.
const COPIED: &str = "plan-copied";

/// Build that it isn't.
const NOT_COPIED: &str = "plan-not-copied";

/// A key that does something on a card.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// To the next card.
    On,
    /// To the card before.
    Back,
    /// To the first card.
    First,
    /// To the last card.
    Last,
    /// To the next heading.
    NextGroup,
    /// To the heading before.
    GroupBefore,
    /// Out of what is open.
    Escape,
}

/// What an event asks for.
pub(super) fn heard(event: &Event) -> Option<Msg> {
    match event.type_().as_str() {
        "click" => clicked(event),
        "change" => changed(event),
        "input" => {
            let input = event.target_dyn_into::<HtmlInputElement>()?;
            (input.type_() == "search").then(|| Msg::Search(input.value()))
        }
        "keydown" => keyed(event.dyn_ref()?),
        // On a link it is the link's; else it is the text's that was asked for last.
        COPIED => {
            Some(Msg::Copied(event.target_dyn_into::<Element>().and_then(|target| card_of(&target)), true))
        }
        _ => Some(Msg::Copied(None, false)),
    }
}

fn clicked(event: &Event) -> Option<Msg> {
    let target = event.target_dyn_into::<Element>()?.closest("[data-do], summary").ok()??;
    let value = || target.get_attribute("value").unwrap_or_default();
    match target.get_attribute("data-do").unwrap_or_default().as_str() {
        "clear" => Some(Msg::Clear),
        "stage" => Some(Msg::Toggle(value())),
        "more" => Some(Msg::More),
        "copy" => Some(Msg::Copy(value().parse().ok()?)),
        "project" => Some(Msg::Project(card_of(&target)?, value().parse().ok()?)),
        _ => {
            let row = row_of(&target)?;
            event.prevent_default(); // a summary would open by itself: the next rendering does it
            Some(Msg::Press(row))
        }
    }
}

fn changed(event: &Event) -> Option<Msg> {
    let target = event.target_dyn_into::<Element>()?;
    let name = target.get_attribute("data-facet")?;
    // Whatever has a value has it under this name.
    let value = target.unchecked_into::<HtmlInputElement>().value();
    match name.as_str() {
        "group" => GoalGroup::ALL.iter().find(|group| group.name() == value).map(|group| Msg::Group(*group)),
        "sort" => GoalSort::ALL.iter().find(|order| order.name() == value).map(|order| Msg::Sort(*order)),
        facet => Some(Msg::Choose(facet.parse().ok()?, value)),
    }
}

fn keyed(event: &KeyboardEvent) -> Option<Msg> {
    // While an input method is composing, the keys are its own.
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let key = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => Key::On,
        "ArrowLeft" | "ArrowUp" => Key::Back,
        "Home" => Key::First,
        "End" => Key::Last,
        "PageDown" => Key::NextGroup,
        "PageUp" => Key::GroupBefore,
        "Escape" => Key::Escape,
        _ => return None,
    };
    let target = event.target_dyn_into::<Element>()?;
    let around = |selector: &str| target.closest(selector).ok().flatten();
    // A term's note takes Escape first, by itself.
    if around("[part=root]")?.query_selector(":popover-open").ok()?.is_some() {
        return None;
    }
    let msg = if let Some(input) = around("[type=search]") {
        let empty = input.unchecked_into::<HtmlInputElement>().value().is_empty();
        (key == Key::Escape && !empty).then(|| Msg::Search(String::new()))?
    } else if let Some(row) = around("summary").and_then(|row| row_of(&row)) {
        Msg::Key(key, row)
    } else if key == Key::Escape {
        // Within an open card: back to what opens it.
        Msg::Key(key, row_of(&around("[data-goal]")?.query_selector("summary").ok()??)?)
    } else {
        return None;
    };
    event.prevent_default();
    Some(msg)
}

fn card_of(element: &Element) -> Option<usize> {
    element.closest("[data-goal]").ok()??.get_attribute("data-goal")?.parse().ok()
}

fn row_of(element: &Element) -> Option<usize> {
    element.get_attribute(ROW)?.parse().ok()
}
