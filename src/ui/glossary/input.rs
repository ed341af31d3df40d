//! From the events of the glossary to its messages.

use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::Msg;
use crate::{
    model::Choice,
    ui::events::{COPIED, FIELDS, Key, ROW, Target},
    view::glossary::GlossarySort,
};

/// The attribute that says which term an element is about.
pub(super) const TERM: &str = "data-term";

/// The events that are heard.
pub(super) const EVENTS: [&str; 5] = ["click", "input", "change", "keydown", COPIED];

/// What an event asks for.
pub(super) fn heard(event: &Event, (rows, searching): (usize, bool)) -> Option<Msg> {
    let target = Target::of(event)?;
    match event.type_().as_str() {
        "click" => {
            let button = target.closest("button")?;
            if let Some(term) = button.number(TERM) {
                return Some(Msg::Article(term, button.number("value")?));
            }
            if let Some(row) = button.number(ROW) {
                return Some(Msg::Press(row));
            }
            Some(match button.attribute("data-do")?.as_str() {
                "clear" => Msg::Clear,
                "menu" => Msg::Menu,
                _ => Msg::More,
            })
        }
        "input" => (target.attribute("part")? == "search-input").then(|| Msg::Search(target.value())),
        "change" => {
            target.attribute("data-facet")?;
            Some(Msg::Sort(GlossarySort::from_name(&target.value())?))
        }
        COPIED => Some(Msg::Copied(target.number(TERM)?)),
        _ => {
            // In the search, on a term, or on what stands with it; other fields have keys of their own.
            let row = target.closest("[part=term]").and_then(|term| term.find("[data-row]"));
            let row = row.and_then(|row| row.number(ROW));
            let search = target.attribute("part").as_deref() == Some("search-input");
            if !search && (row.is_none() || target.closest(FIELDS).is_some()) {
                return None;
            }
            let msg = pressed(Key::of(event.dyn_ref()?)?, row, rows, searching)?;
            event.prevent_default();
            Some(msg)
        }
    }
}

/// What a key asks for, in a list of `rows`: arrows, Home and End go through the terms; up from the first and Escape
/// lead back to the search.
fn pressed(key: Key, row: Option<usize>, rows: usize, searching: bool) -> Option<Msg> {
    match (key, row) {
        (Key::Down, None) | (Key::Home, Some(_)) if rows > 0 => Some(Msg::Row(0)),
        (Key::Down, Some(row)) => Some(Msg::Row((row + 1).min(rows.saturating_sub(1)))),
        (Key::Up, Some(row)) => Some(row.checked_sub(1).map_or(Msg::Input, Msg::Row)),
        (Key::End, Some(_)) => Some(Msg::Row(rows.saturating_sub(1))),
        (Key::Escape, Some(_)) => Some(Msg::Input),
        (Key::Escape, None) if searching => Some(Msg::Clear),
        _ => None,
    }
}
