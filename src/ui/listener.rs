//! Events of a whole widget, heard by one function: each of Yew's callbacks is a kilobyte of its own.

use web_sys::{
    AddEventListenerOptions, EventTarget,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};

/// Hears events on an element and on what is in it, or on a window, until it is dropped.
pub(super) struct Listener {
    target: EventTarget,
    events: &'static [&'static str],
    heard: Closure<dyn FnMut(JsValue)>,
}

impl Listener {
    /// `heard` is called while an event is on its way, when it can still be kept from the page.
    pub fn new(
        target: impl Into<EventTarget>,
        events: &'static [&'static str],
        heard: impl FnMut(JsValue) + 'static,
    ) -> Listener {
        let listener = Listener { target: target.into(), events, heard: Closure::new(heard) };
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        for name in events {
            // Can't fail: the options are plain.
            let _ = listener.target.add_event_listener_with_callback_and_add_event_listener_options(
                name,
                listener.function(),
                &options,
            );
        }
        listener
    }

    /// The function that hears, as whatever web-sys calls one.
    pub fn function<F: JsCast>(&self) -> &F {
        self.heard.as_ref().unchecked_ref()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for name in self.events {
            let _ = self.target.remove_event_listener_with_callback(name, self.function());
        }
    }
}
