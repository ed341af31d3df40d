//! What a reader's hands ask for: from events to messages.

use std::cell::Cell;

use web_sys::{Element, HtmlInputElement, PointerEvent, WheelEvent, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{Layout, Msg, ROW, moves::STEP};

/// How much closer one notch of the wheel gets.
const NOTCH: f64 = 1.15;

/// What a pointer does.
pub struct Touch {
    pub(super) kind: TouchKind,
    pub(super) id: i32,
    pub(super) place: (f64, f64),
    /// Where the axis begins and how wide it is, in pixels.
    pub(super) axis: (f64, f64),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TouchKind {
    Down,
    Move,
    Up,
    Cancel,
}

/// A key that does something where it is pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// To the next one: in lanes along the axis, elsewhere further down.
    Right,
    /// To the one before.
    Left,
    /// Down.
    Down,
    /// Up.
    Up,
    /// To the first.
    Home,
    /// To the last.
    End,
    /// To the heading before, or back along the axis.
    PageUp,
    /// To the next heading, or on along the axis.
    PageDown,
    /// Out of the details.
    Escape,
    /// Closer, further off, everything: only in lanes.
    Zoom(i8),
}

/// Build a link that its address is in the clipboard now; whoever owns the clipboard fires it there, bubbling.
pub(super) const COPIED: &str = "plan-copied";

/// Build that the widget stands in the page now: it can be measured before it is drawn.
pub(super) const PLACED: &str = "plan-placed";

/// What an event asks for.
pub(super) fn heard(event: &Event, moved: &Cell<bool>) -> Option<Msg> {
    match event.type_().as_str() {
        "click" => {
            let event = event.dyn_ref::<MouseEvent>()?;
            // The end of a drag is no click; but a click of the keyboard is, and has no count.
            if moved.get() && event.detail() > 0 {
                moved.set(false);
                event.prevent_default();
                return None;
            }
            clicked(event)
        }
        "change" => changed(event),
        "input" => typed(event),
        "keydown" => keyed(event.dyn_ref()?),
        "wheel" => wheeled(event.dyn_ref()?),
        "scroll" | PLACED => Some(Msg::Measure),
        // The browser has found something in the list that isn't shown.
        "beforematch" => Some(Msg::Layout(Layout::List)),
        COPIED => Some(Msg::Copied),
        _ => pointed(event.dyn_ref()?),
    }
}

fn clicked(event: &MouseEvent) -> Option<Msg> {
    let target = event.target_dyn_into::<Element>()?.closest("[data-do], [data-row]").ok()??;
    let value = || target.get_attribute("value").unwrap_or_default();
    let number = || value().parse().ok();
    match target.get_attribute("data-do").unwrap_or_default().as_str() {
        "clear" => Some(Msg::Clear),
        "layout" => {
            let name = value();
            Some(Msg::Layout(Layout::ALL.into_iter().find(|layout| layout.name() == name)?))
        }
        "stage" => Some(Msg::Toggle(value())),
        "lane" => Some(Msg::Lane(number()?)),
        "go" => Some(Msg::Go(number()?)),
        "open" => Some(Msg::Open(row_of(&target)?)),
        "back" => Some(Msg::Step(false)),
        "on" => Some(Msg::Step(true)),
        "zoom-in" => Some(Msg::Zoom(STEP, 0.5)),
        "zoom-out" => Some(Msg::Zoom(1.0 / STEP, 0.5)),
        "zoom-all" => Some(Msg::Zoom(0.0, 0.5)),
        _ => {
            event.prevent_default(); // a summary would open by itself: the next rendering does it
            Some(Msg::Press(row_of(&target)?))
        }
    }
}

/// What another choice asks for.
fn changed(event: &Event) -> Option<Msg> {
    let target = event.target_dyn_into::<Element>()?;
    let facet = target.get_attribute("data-facet")?.parse().ok()?;
    // Whatever has a value has it under this name.
    Some(Msg::Choose(facet, target.unchecked_into::<HtmlInputElement>().value()))
}

/// What typing asks for, and the slider of the axis.
fn typed(event: &Event) -> Option<Msg> {
    let input = event.target_dyn_into::<HtmlInputElement>()?;
    match input.type_().as_str() {
        "search" => Some(Msg::Search(input.value())),
        "range" => Some(Msg::Slide(f64::from(input.value().parse::<u16>().ok()?) / 1000.0)),
        _ => None,
    }
}

/// What a key asks for.
fn keyed(event: &KeyboardEvent) -> Option<Msg> {
    // While an input method is composing, the keys are its own.
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let key = match event.key().as_str() {
        "ArrowRight" => Key::Right,
        "ArrowLeft" => Key::Left,
        "ArrowDown" => Key::Down,
        "ArrowUp" => Key::Up,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Escape" => Key::Escape,
        "+" | "=" => Key::Zoom(1),
        "-" => Key::Zoom(-1),
        "0" => Key::Zoom(0),
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
    } else if around("select, [type=range]").is_some() {
        return None;
    } else if let Some(row) = around("[data-row]").and_then(|row| row_of(&row)) {
        Msg::Key(key, Some(row))
    } else if key == Key::Escape {
        // Within details: back to what they belong to.
        let row = around("[part=item], [part=lane]")?
            .query_selector("[open] > summary, [aria-expanded=true][data-row]");
        Msg::Key(key, row_of(&row.ok()??))
    } else {
        around("[part=story]")?;
        Msg::Key(key, None)
    };
    event.prevent_default();
    Some(msg)
}

/// The wheel zooms with Ctrl or Command, as it does a page; else it is the page's.
fn wheeled(event: &WheelEvent) -> Option<Msg> {
    let (left, width) = axis_of(&event.target_dyn_into::<Element>()?, "[part=lanes]")?;
    if !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    event.prevent_default();
    let factor = if event.delta_y() < 0.0 { NOTCH } else { 1.0 / NOTCH };
    Some(Msg::Zoom(factor, (f64::from(event.client_x()) - left) / width))
}

/// What a pointer asks for.
fn pointed(event: &PointerEvent) -> Option<Msg> {
    let kind = match event.type_().as_str() {
        "pointerdown" if event.button() == 0 => TouchKind::Down,
        // A mouse also moves without a button.
        "pointermove" if event.buttons() != 0 => TouchKind::Move,
        "pointerup" => TouchKind::Up,
        "pointercancel" => TouchKind::Cancel,
        _ => return None,
    };
    let target = event.target_dyn_into::<Element>()?;
    if kind == TouchKind::Down && target.closest("[part=lane-list], [part=axis], [part=card]").ok()?.is_none()
    {
        return None;
    }
    let axis = axis_of(&target, "[part=root]").unwrap_or((0.0, 1.0));
    let place = (f64::from(event.client_x()), f64::from(event.client_y()));
    Some(Msg::Pointer(Touch { kind, id: event.pointer_id(), place, axis }))
}

/// Where the axis begins and how wide it is, in pixels.
fn axis_of(target: &Element, around: &str) -> Option<(f64, f64)> {
    let axis = target.closest(around).ok()??.query_selector("[part=axis]").ok()??;
    let place = axis.get_bounding_client_rect();
    Some((place.left(), place.width().max(1.0)))
}

fn row_of(element: &Element) -> Option<usize> {
    element.get_attribute(ROW)?.parse().ok()
}
