//! From the events of a timeline to its messages.

use std::cell::Cell;

use web_sys::{PointerEvent, WheelEvent, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{Layout, Msg, moves::STEP};
use crate::{
    model::Choice,
    ui::events::{COPIED, FIELDS, Key, ROW, Target},
};

/// How much closer one notch of the wheel gets.
const NOTCH: f64 = 1.15;

/// What a pointer does.
pub struct Touch {
    pub(super) kind: TouchKind,
    pub(super) id: i32,
    /// Where it is in the viewport, in pixels.
    pub(super) at: (f64, f64),
    /// Where the middle of the axis is, and how wide it is, in pixels.
    pub(super) axis: (f64, f64),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TouchKind {
    Down,
    Move,
    Up,
    Cancel,
}

/// Fired on the widget when it stands in the page: it can be measured before it is drawn.
pub(super) const PLACED: &str = "plan-placed";

/// Something has scrolled.
pub(super) const SCROLLED: &str = "scroll";

/// The page goes to paper.
pub(super) const PRINT: &str = "beforeprint";

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
        "change" => {
            let target = Target::of(event)?;
            Some(Msg::Choose(target.number("data-facet")?, target.value()))
        }
        "input" => typed(&Target::of(event)?),
        "keydown" => keyed(event.dyn_ref()?),
        "wheel" => wheeled(event.dyn_ref()?),
        PLACED | SCROLLED => Some(Msg::Measure),
        PRINT => Some(Msg::Draw(usize::MAX)),
        // The browser has found something in the list that isn't shown.
        "beforematch" => Some(Msg::Layout(Layout::List)),
        // In the list the link of one of many; elsewhere there are one item's details.
        COPIED => {
            let row = Target::of(event)?.closest("details").and_then(|details| details.find("[data-row]"));
            Some(Msg::Copied(row.and_then(|row| row.number(ROW))))
        }
        "pointerdown" => {
            moved.set(false); // a finger that has moved ends without a click
            pointed(event.dyn_ref()?)
        }
        _ => pointed(event.dyn_ref()?),
    }
}

fn clicked(event: &Event) -> Option<Msg> {
    let target = Target::of(event)?.closest("[data-do], [data-row]")?;
    let value = || target.attribute("value").unwrap_or_default();
    let number = || target.number("value");
    match target.attribute("data-do").unwrap_or_default().as_str() {
        "clear" => Some(Msg::Clear),
        "layout" => Some(Msg::Layout(Layout::from_name(&value())?)),
        "stage" => Some(Msg::Toggle(value())),
        "lane" => Some(Msg::Lane(number()?)),
        "go" => Some(Msg::Go(number()?)),
        "open" => Some(Msg::Open(target.number(ROW)?)),
        "menu" => Some(Msg::Menu),
        "undated" => Some(Msg::Undated),
        "filters" => Some(Msg::Unfold),
        "more" => Some(Msg::All),
        "play" => Some(Msg::Play(value())),
        "seek" => {
            let strip = target.0.get_bounding_client_rect();
            let x = f64::from(event.dyn_ref::<MouseEvent>()?.client_x());
            Some(Msg::Seek((x - strip.left()) / strip.width().max(1.0)))
        }
        "back" => Some(Msg::Step(false)),
        "on" => Some(Msg::Step(true)),
        "zoom-in" => Some(Msg::Zoom(STEP, 0.0)),
        "zoom-out" => Some(Msg::Zoom(1.0 / STEP, 0.0)),
        "zoom-all" => Some(Msg::Zoom(0.0, 0.0)),
        _ => {
            event.prevent_default(); // a summary would open by itself: the next rendering does it
            Some(Msg::Press(target.number(ROW)?))
        }
    }
}

/// What typing asks for, and the slider of the axis.
fn typed(input: &Target) -> Option<Msg> {
    match input.attribute("part")?.as_str() {
        "search-input" => Some(Msg::Search(input.value())),
        "overview" => Some(Msg::Slide(f64::from(input.value().parse::<u16>().ok()?) / 1000.0)),
        _ => None,
    }
}

/// What a key asks for.
fn keyed(event: &KeyboardEvent) -> Option<Msg> {
    let key = Key::of(event)?;
    let target = Target::of(event)?;
    let around = |selector: &str| target.closest(selector);
    // A term's note takes Escape first, by itself.
    if around("[part=root]")?.find(":popover-open").is_some() {
        return None;
    }
    let msg = if let Some(input) = around("[part=search-input]") {
        (key == Key::Escape && !input.value().is_empty()).then(|| Msg::Search(String::new()))?
    } else if around(FIELDS).is_some() {
        return None;
    } else if let Some(row) = around("[data-row]") {
        Msg::Key(key, row.number(ROW))
    } else if key == Key::Escape {
        // Within details: back to what they belong to.
        let row =
            around("[part=item], [part=lane]")?.find("[open] > summary, [aria-expanded=true][data-row]");
        Msg::Key(key, Some(row?.number(ROW)?))
    } else {
        around("[part=story]")?;
        Msg::Key(key, None)
    };
    event.prevent_default();
    Some(msg)
}

/// The wheel zooms with Ctrl or Command, as it does a page; else it is the page's.
fn wheeled(event: &WheelEvent) -> Option<Msg> {
    let (middle, width) = axis_of(&Target::of(event)?, "[part=lanes]")?;
    if !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    event.prevent_default();
    let factor = if event.delta_y() < 0.0 { NOTCH } else { 1.0 / NOTCH };
    Some(Msg::Zoom(factor, (f64::from(event.client_x()) - middle) / width))
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
    let target = Target::of(event)?;
    if kind == TouchKind::Down {
        // A mouse selects text in the story, and has buttons to go on.
        let mouse = event.pointer_type() == "mouse";
        target.closest(if mouse {
            "[part=lane-list], [part=axis]"
        } else {
            "[part=lane-list], [part=axis], [part=card]"
        })?;
    }
    let axis = axis_of(&target, "[part=root]").unwrap_or((0.0, 1.0));
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    Some(Msg::Pointer(Touch { kind, id: event.pointer_id(), at, axis }))
}

/// Where the middle of the axis is, and how wide it is, in pixels.
fn axis_of(target: &Target, around: &str) -> Option<(f64, f64)> {
    let axis = target.closest(around)?.find("[part=axis]")?;
    let rectangle = axis.0.get_bounding_client_rect();
    let width = rectangle.width().max(1.0);
    Some((rectangle.left() + width / 2.0, width))
}
