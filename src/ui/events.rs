//! Events of a whole widget, heard by one function, and what they say: which key, where, of which record.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Element, EventTarget, HtmlInputElement, KeyboardEvent, wasm_bindgen::JsCast};
use yew::prelude::*;

/// The attribute by which an event finds the item that it happened in.
pub(super) const ROW: &str = "data-row";

/// Fields, which have keys of their own: the widgets' and those that a host adds.
pub(super) const FIELDS: &str = "input, select, textarea, [contenteditable]";

/// Fired on a link, bubbling, by whoever owns the clipboard, when its URL is there; or on the widget, for a text.
pub(super) const COPIED: &str = "plan-copied";

/// A key that moves, zooms or closes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// Arrow right: the one that leads on.
    Right,
    /// Arrow left: the one that leads back.
    Left,
    /// Arrow down.
    Down,
    /// Arrow up.
    Up,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Escape.
    Escape,
    /// Plus (1), minus (−1) or zero (0).
    Zoom(i8),
}

impl Key {
    /// The key of an event. While an input method is composing, or a modifier is held, keys are not the widget's.
    pub fn of(event: &KeyboardEvent) -> Option<Key> {
        if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return None;
        }
        Some(match event.key().as_str() {
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
        })
    }

    /// As the reader sees it: of what runs from right to left, the arrow left leads on.
    pub fn along(self, is_rtl: bool) -> Key {
        match (self, is_rtl) {
            (Key::Right, true) => Key::Left,
            (Key::Left, true) => Key::Right,
            (key, _) => key,
        }
    }
}

/// What an event is about: its target, and what stands around that.
pub(super) struct Target(pub Element);

impl Target {
    /// The target of an event, where it is an element.
    pub fn of(event: &Event) -> Option<Target> {
        event.target_dyn_into().map(Target)
    }

    /// The closest element, itself or around it, that a selector names.
    #[inline(never)]
    pub fn closest(&self, selector: &str) -> Option<Target> {
        self.0.closest(selector).ok().flatten().map(Target)
    }

    /// The first element within it that a selector names.
    #[inline(never)]
    pub fn find(&self, selector: &str) -> Option<Target> {
        self.0.query_selector(selector).ok().flatten().map(Target)
    }

    /// An attribute.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.0.get_attribute(name)
    }

    /// The number in an attribute.
    #[inline(never)]
    pub fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.parse().ok()
    }

    /// What a field holds; whatever has a value has it under this name.
    #[inline(never)]
    pub fn value(&self) -> String {
        self.0.unchecked_ref::<HtmlInputElement>().value()
    }
}

/// Hears events on an element or a window, and on what is in it, until what it gives is dropped. `heard` is called while an event
/// is on its way, when it can still be kept from the page; in the phase of capture also when it doesn't bubble.
pub(super) fn listen(
    target: &EventTarget,
    phase: EventListenerPhase,
    events: &'static [&'static str],
    heard: impl Fn(&Event) + 'static,
) -> Vec<EventListener> {
    let heard = Rc::new(heard);
    let options = EventListenerOptions { phase, passive: false };
    let listener = |event: &&'static str| {
        let heard = heard.clone();
        EventListener::new_with_options(target, *event, options, move |event| heard(event))
    };
    events.iter().map(listener).collect()
}
