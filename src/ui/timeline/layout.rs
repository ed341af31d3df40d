//! The widget's layout in the page: its size, what of it is visible, and what listens there.

use std::{cell::Cell, rc::Rc};

use gloo_events::{
    EventListener,
    EventListenerPhase::{Bubble, Capture},
};
use web_sys::{
    Element, HtmlElement, ResizeObserver,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use yew::{html::Scope, prelude::*};

use super::{
    Layout, Msg, Timeline,
    input::{PLACED, PRINT, SCROLLED, heard},
};
use crate::ui::{
    events::{COPIED, listen},
    state::window_height,
};

/// The lanes' names stand before the axis: so wide, in em of the lanes.
const NAMES_EM: f64 = 10.0;

/// In a widget that is narrower, in em of the lanes, they stand above it. The stylesheet says 38 em of the widget.
const ABOVE_EM: f64 = 38.0 / 0.875;

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

/// Watches what happens on an element, its size, and the page's scrolling, until it is dropped.
pub(super) struct Watch {
    root: Element,
    observer: Option<ResizeObserver>,
    /// What the observer calls.
    _resized: Closure<dyn FnMut(JsValue)>,
    _listeners: Vec<EventListener>,
}

impl Watch {
    pub fn new(root: Element, moved: Rc<Cell<bool>>, link: &Scope<Timeline>) -> Watch {
        let send = link.clone();
        let resized = Closure::new(move |_| send.send_message(Msg::Resized));
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
        let send = link.clone();
        // What is to be known of an event is asked while it is on its way: messages come when it has gone.
        let hear =
            move |event: &Event| heard(event, &moved).into_iter().for_each(|msg| send.send_message(msg));
        let mut listeners = listen(&root, Bubble, &EVENTS, hear.clone());
        if let Some(window) = web_sys::window() {
            // Whatever scrolls: the page, or something in it.
            listeners.extend(listen(&window, Capture, &[SCROLLED, PRINT], hear));
        }
        let watch = Watch { root, observer, _resized: resized, _listeners: listeners };
        watch.observe();
        watch
    }

    /// Observes the widget's width; reports it at once.
    pub fn observe(&self) {
        // Not the root: its height changes with what is rendered, and that would be observed again and again.
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
        self.rest();
    }
}

impl Timeline {
    /// Takes the widget's measures; says whether something else is to be seen by them.
    pub(super) fn measure(&mut self) -> bool {
        let Some((em, gauge)) = self.em() else {
            return false;
        };
        let width = f64::from(gauge.offset_width()) / em;
        let names = if width < ABOVE_EM { 0.0 } else { NAMES_EM };
        let room = (width - names, gauge.client_top() > 0);
        let before = self.shown();
        let mut other = room != self.room;
        if other {
            self.room = room;
            self.arrange();
            // Only lanes are laid out by it.
            let shown = self.shown();
            other = shown != before || shown == Layout::Lanes;
        }
        if let Some(open) =
            self.find_in_root("[data-long] [open]").and_then(|open| open.dyn_into::<HtmlElement>().ok())
        {
            self.extra = self.extra_of(f64::from(open.offset_height()) / em);
        }
        self.look() || other
    }

    /// Pixels of an em of the lanes and of a long list, and what shows whether there is room for lanes.
    fn em(&self) -> Option<(f64, HtmlElement)> {
        let gauge = self.find_in_root("[part=gauge]")?.dyn_into::<HtmlElement>().ok()?;
        let em = f64::from(gauge.client_height()) / 10.0;
        (em > 0.0).then_some((em, gauge))
    }

    /// What of the list is seen: from here to there below its top, in em.
    pub(super) fn seen(&self) -> (f64, f64) {
        let sizes = || {
            let top = -self.find_in_root("[part=list]")?.get_bounding_client_rect().top();
            let height = window_height()?;
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
}
