//! What the reader's hands do: clicks, keys, fingers, the wheel; and how the widget's place is watched.

use std::{cell::Cell, rc::Rc};

use web_sys::{
    AddEventListenerOptions, Element, HtmlElement, HtmlInputElement, PointerEvent, ResizeObserver,
    WheelEvent,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use yew::prelude::*;

use super::{Layout, Msg, ROW, Timeline};

/// One step of the zoom's buttons and keys, and of the wheel.
const STEP: f64 = 1.6;
const NOTCH: f64 = 1.15;

/// A pointer that has moved by less has not moved: fingers shake. In pixels.
const STILL: f64 = 6.0;

/// A swipe is at least so long, in pixels.
const SWIPE: f64 = 48.0;

/// The lanes' names stand before the axis: so wide, in em of the lanes.
const NAMES_EM: f64 = 10.0;

/// Fingers or a mouse button on the lanes or the story.
#[derive(Default)]
pub(super) struct Gesture {
    /// Each pointer's id with the place where it is, in pixels.
    pointers: Vec<(i32, f64)>,
    /// The place where the first one came down.
    down: (f64, f64),
    /// Whether it has moved since, so that its end is no click.
    moved: Rc<Cell<bool>>,
}

/// What a pointer does.
pub struct Touch {
    kind: TouchKind,
    id: i32,
    place: (f64, f64),
    /// Where the axis begins and how wide it is, in pixels.
    axis: (f64, f64),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum TouchKind {
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

/// Tells a link that its address is in the clipboard now; whoever owns the clipboard fires it there, bubbling.
const COPIED: &str = "plan-copied";

/// Tells that the widget stands in the page now: it can be measured before it is drawn.
const PLACED: &str = "plan-placed";

/// The events that a reader's hands make, on the widget; and those two.
const EVENTS: [&str; 12] = [
    "click",
    "beforematch",
    COPIED,
    PLACED,
    "change",
    "input",
    "keydown",
    "wheel",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
];

/// Watches what happens on an element, its size, and the page's scrolling, until it is dropped. One function hears
/// everything: each of Yew's callbacks is a kilobyte of its own.
pub(super) struct Watch {
    root: Element,
    observer: Option<ResizeObserver>,
    listener: Closure<dyn FnMut(JsValue)>,
}

impl Watch {
    pub fn new(root: Element, moved: Rc<Cell<bool>>, then: impl Fn(Msg) + 'static) -> Watch {
        let listener = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            // What is to be known of an event is asked while it is on its way: messages come when it has gone.
            let msg = match event.dyn_ref::<Event>() {
                Some(event) => heard(event, &moved),
                None => Some(Msg::Resized), // the observer's list
            };
            if let Some(msg) = msg {
                then(msg);
            }
        });
        let function = listener.as_ref().unchecked_ref();
        let observer = ResizeObserver::new(function).ok();
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        // Can't fail: the options are plain.
        for name in EVENTS {
            let _ = root
                .add_event_listener_with_callback_and_add_event_listener_options(name, function, &options);
        }
        if let Some(window) = web_sys::window() {
            // Whatever scrolls: the page, or something in it.
            let _ = window.add_event_listener_with_callback_and_bool("scroll", function, true);
        }
        let watch = Watch { root, observer, listener };
        watch.observe();
        watch
    }

    /// Observes the widget's width; tells it at once.
    pub fn observe(&self) {
        // Not the root: its height changes with what is rendered, and that would be told again and again.
        let gauge = self.root.query_selector("[part=gauge]").ok().flatten();
        if let Some((observer, gauge)) = self.observer.as_ref().zip(gauge) {
            observer.observe(&gauge);
        }
    }

    /// Observes nothing for now.
    pub fn rest(&self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let function = self.listener.as_ref().unchecked_ref();
        self.rest();
        for name in EVENTS {
            let _ = self.root.remove_event_listener_with_callback(name, function);
        }
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback_and_bool("scroll", function, true);
        }
    }
}

impl Gesture {
    /// Whether the pointer has moved, shared with what hears of clicks.
    pub(super) fn moved(&self) -> Rc<Cell<bool>> {
        self.moved.clone()
    }
}

impl Timeline {
    /// Takes the widget's measures; says whether something else is to be seen by them.
    pub(super) fn measure(&mut self) -> bool {
        let Some((em, gauge)) = self.em() else {
            return false;
        };
        let room = (f64::from(gauge.offset_width()) / em - NAMES_EM, gauge.client_top() > 0);
        let other = room != self.room;
        if other {
            self.room = room;
            self.arrange();
        }
        if let Some(open) =
            self.query("[data-long] [open]").and_then(|open| open.dyn_into::<HtmlElement>().ok())
        {
            self.extra = self.extra_of(f64::from(open.offset_height()) / em);
        }
        self.look() || other
    }

    /// Pixels of an em of the lanes and of a long list, and what shows whether there is room for lanes.
    fn em(&self) -> Option<(f64, HtmlElement)> {
        let gauge = self.query("[part=gauge]")?.dyn_into::<HtmlElement>().ok()?;
        let em = f64::from(gauge.client_height()) / 10.0;
        (em > 0.0).then_some((em, gauge))
    }

    /// What of the list is seen: from here to there below its top, in em.
    pub(super) fn seen(&self) -> (f64, f64) {
        let sizes = || {
            let top = -self.query("[part=list]")?.get_bounding_client_rect().top();
            let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
            let (em, _) = self.em()?;
            Some((top / em, (top + height) / em))
        };
        sizes().unwrap_or((0.0, 64.0))
    }

    /// Brings a row of a long list into the viewport, where it may not be rendered yet; says whether it had to.
    pub(super) fn scroll_to(&mut self, item: usize) -> bool {
        if !(self.is_long() && self.is_list()) {
            return false;
        }
        let (top, bottom) = self.seen();
        let at = self.row_em(item);
        let (Some((em, _)), Some(window)) = (self.em(), web_sys::window()) else {
            return false;
        };
        let away = !(at > top + 4.0 && at + 4.0 < bottom);
        if away {
            window.scroll_by_with_x_and_y(0.0, (at - f64::midpoint(top, bottom)) * em);
            self.look();
        }
        away
    }

    /// What a key does; the item it was pressed on is given where it was one.
    pub(super) fn pressed(&mut self, ctx: &Context<Self>, key: Key, on: Option<usize>) {
        let layout = self.shown();
        let items = &self.found.items;
        let step = |to: isize, items: &[usize], from: usize| {
            let at = items.iter().position(|item| *item == from)?;
            items.get(at.checked_add_signed(to)?).copied()
        };
        let here = if layout == Layout::Story { items.get(self.at()).copied() } else { on };
        let Some(item) = here else {
            return;
        };
        if key == Key::Escape {
            let open =
                if layout == Layout::List { self.open.contains(&item) } else { self.item == Some(item) };
            if open && layout != Layout::Story {
                self.press(ctx, item);
                self.focus = true;
            }
            return;
        }
        if let (Key::Zoom(way), Layout::Lanes) = (key, layout) {
            return self.zoom_by(if way == 0 { 0.0 } else { STEP.powi(way.into()) }, 0.5);
        }
        if layout == Layout::Lanes {
            return match self.beside(key, item) {
                Some(item) => self.reach(ctx, item),
                None => match key {
                    Key::Right | Key::PageDown => self.move_by(0.5),
                    Key::Left | Key::PageUp => self.move_by(-0.5),
                    _ => (),
                },
            };
        }
        let group = |item: usize| self.all.items.get(item).map(|item| item.group);
        let to = match key {
            Key::Down | Key::Right => step(1, items, item),
            Key::Up | Key::Left => step(-1, items, item),
            Key::Home => items.first().copied(),
            Key::End => items.last().copied(),
            Key::PageDown => items.iter().copied().find(|to| group(*to) > group(item)),
            Key::PageUp => {
                let before = items.iter().copied().rfind(|to| group(*to) < group(item)).and_then(group);
                items.iter().copied().find(|to| before.is_none() || group(*to) == before)
            }
            _ => None,
        };
        if let Some(to) = to {
            self.reach(ctx, to);
        }
    }

    /// The item of the lanes that a key leads to.
    fn beside(&self, key: Key, item: usize) -> Option<usize> {
        let place = self.lanes.iter().position(|lane| lane.bars.iter().any(|bar| bar.item == item))?;
        let bars = &self.lanes.get(place)?.bars;
        let at = bars.iter().position(|bar| bar.item == item)?;
        let lane = match key {
            Key::Right => return bars.get(at + 1).map(|bar| bar.item),
            Key::Left => return bars.get(at.checked_sub(1)?).map(|bar| bar.item),
            Key::Home => return bars.first().map(|bar| bar.item),
            Key::End => return bars.last().map(|bar| bar.item),
            Key::Down => self.lanes.get(place + 1)?,
            Key::Up => self.lanes.get(place.checked_sub(1)?)?,
            _ => return None,
        };
        let away = |start: f64| (start - bars.get(at).map_or(0.0, |bar| bar.start)).abs();
        lane.bars.iter().min_by(|a, b| away(a.start).total_cmp(&away(b.start))).map(|bar| bar.item)
    }

    /// What a pointer on the lanes or the story does: it moves along, zooms, goes on or back.
    pub(super) fn touched(&mut self, ctx: &Context<Self>, touch: &Touch) -> bool {
        let Touch { kind, id, place: (x, y), axis: (left, width) } = *touch;
        let known = self.gesture.pointers.iter().position(|(known, _)| *known == id);
        match (kind, known) {
            (TouchKind::Down, None) => {
                self.gesture.pointers.push((id, x));
                self.gesture.moved.set(false);
                self.gesture.down = (x, y);
            }
            (TouchKind::Move, Some(at)) => {
                let before = self.gesture.pointers[at].1;
                let far = (x - self.gesture.down.0).abs() > STILL;
                if !(far || self.gesture.moved.get()) || self.shown() != Layout::Lanes {
                    return false;
                }
                if !self.gesture.moved.replace(true)
                    && let Some(root) = self.root.cast::<Element>()
                {
                    // Fails for a pointer that has gone.
                    let _ = root.set_pointer_capture(id);
                }
                self.gesture.pointers[at].1 = x;
                match self.gesture.pointers[..] {
                    [_] => self.move_by((before - x) / width),
                    [(one, a), (_, b)] => {
                        let other = if one == id { b } else { a };
                        let (apart, now) = ((before - other).abs().max(1.0), (x - other).abs().max(1.0));
                        self.zoom_by(now / apart, ((x + other) / 2.0 - left) / width);
                    }
                    _ => return false,
                }
                return true;
            }
            (TouchKind::Up | TouchKind::Cancel, Some(at)) => {
                self.gesture.pointers.remove(at);
                let (dx, dy) = (x - self.gesture.down.0, y - self.gesture.down.1);
                let swiped = kind == TouchKind::Up && dx.abs() > SWIPE && dx.abs() > 2.0 * dy.abs();
                if swiped && self.shown() == Layout::Story {
                    self.gesture.moved.set(true);
                    self.step(ctx, dx < 0.0);
                    return true;
                }
            }
            _ => (),
        }
        false
    }
}

/// What an event asks for.
fn heard(event: &Event, moved: &Cell<bool>) -> Option<Msg> {
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
