//! What the shell calls: take a model, and show it as a widget in a place of the page.

#[cfg(feature = "glossary")]
mod glossary;
#[cfg(feature = "timeline")]
mod timeline;

use std::{cell::OnceCell, rc::Rc};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, prelude::*};

use super::{
    js::{FromJs, object},
    options::Refused,
};

/// What the shell has fetched for widgets, shared by those that show it: a plan that has passed the check, or what was
/// made of one. Whatever isn't as it should be is read as nothing: the bundled plan was checked when it was built, and
/// the shell has others checked by `check.rs` first.
#[wasm_bindgen]
pub struct Model {
    json: JsValue,
    #[cfg(feature = "glossary")]
    plan: OnceCell<Rc<crate::Plan>>,
    #[cfg(feature = "timeline")]
    course: OnceCell<Rc<crate::Chronology>>,
}

#[wasm_bindgen]
impl Model {
    /// Takes a JavaScript value, as `JSON.parse` gives it. It is read when a widget shows it.
    pub fn load(json: JsValue) -> Model {
        Model {
            json,
            #[cfg(feature = "glossary")]
            plan: OnceCell::new(),
            #[cfg(feature = "timeline")]
            course: OnceCell::new(),
        }
    }
}

/// A place in the page that shows one widget after another.
///
/// Yew never gives back the listeners of a root (they are `forget`-ed in its `subtree_root.rs`), so roots are not
/// ended but emptied, for the shell to use again.
#[wasm_bindgen]
pub struct Place {
    app: AppHandle<Host>,
    turn: bool,
    listeners: Listeners,
}

/// Made once per place, so that an update which changes nothing renders nothing.
struct Listeners {
    #[cfg(feature = "glossary")]
    glossary: glossary::Listeners,
    #[cfg(feature = "timeline")]
    timeline: timeline::Listeners,
}

#[wasm_bindgen]
impl Place {
    /// A place that renders into `root`; empty. `emit` is called with an event's name and its detail.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, emit: &Function) -> Place {
        let app = yew::Renderer::<Host>::with_root_and_props(root, HostProps::default()).render();
        let listeners = Listeners {
            #[cfg(feature = "glossary")]
            glossary: glossary::Listeners::new(emit),
            #[cfg(feature = "timeline")]
            timeline: timeline::Listeners::new(emit),
        };
        Place { app, turn: false, listeners }
    }

    /// Shows `model` as `widget` under `attributes`, an object of texts, one microtask from now or when the page has
    /// time. `address` is what an item's id is put behind. Gives the attributes that were left out, for
    /// `check.rs` to explain: each a list of its name, its value, and the names known.
    pub fn show(
        &mut self,
        widget: &str,
        model: &Model,
        attributes: &Object,
        #[cfg_attr(not(feature = "timeline"), expect(unused_variables, reason = "of timelines only"))]
        address: Option<String>,
    ) -> Array {
        let get = |name: &str| Reflect::get(attributes, &JsValue::from_str(name)).ok()?.as_string();
        let (content, refused) = match widget {
            #[cfg(feature = "timeline")]
            "timeline" => {
                let (props, refused) = timeline::props(model, &get, address, &self.listeners.timeline);
                (Content::Timeline(props), refused)
            }
            #[cfg(feature = "glossary")]
            "glossary" => {
                let (props, refused) = glossary::props(model, &get, &self.listeners.glossary);
                (Content::Glossary(props), refused)
            }
            _ => (Content::Nothing, Vec::new()),
        };
        self.app.update(HostProps { content, turn: self.turn });
        let texts = |texts: &[&str]| texts.iter().map(|text| JsValue::from_str(text)).collect::<Array>();
        let list = |Refused { name, value, known }: &Refused| texts(&[&[*name, &**value], &**known].concat());
        refused.iter().map(list).collect()
    }

    /// Shows nothing, and forgets what the reader did.
    pub fn clear(&mut self) {
        self.turn = !self.turn;
        self.app.update(HostProps { content: Content::Nothing, turn: self.turn });
    }
}

/// What a place shows.
#[derive(Clone, Default, PartialEq)]
enum Content {
    #[default]
    Nothing,
    #[cfg(feature = "glossary")]
    Glossary(crate::GlossaryProps),
    #[cfg(feature = "timeline")]
    Timeline(crate::TimelineProps),
}

#[derive(Default, PartialEq, Properties)]
struct HostProps {
    content: Content,
    /// Changes with the widget: the next one starts anew, even of the same kind.
    turn: bool,
}

struct Host;

impl Component for Host {
    type Message = ();
    type Properties = HostProps;

    fn create(_: &Context<Self>) -> Self {
        Host
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let HostProps { content, turn } = ctx.props();
        let key = if *turn { "even" } else { "odd" };
        match content {
            Content::Nothing => Html::default(),
            #[cfg(feature = "glossary")]
            Content::Glossary(props) => html! { <crate::Glossary {key} ..props.clone() /> },
            #[cfg(feature = "timeline")]
            Content::Timeline(props) => html! { <crate::Timeline {key} ..props.clone() /> },
        }
    }
}

/// Calls `emit` with an event's name and its detail.
#[inline(never)]
fn tell(emit: &Function, event: &str, detail: &[(&str, JsValue)]) {
    // The shell's function doesn't throw: what listeners throw goes to the page.
    let _ = emit.call2(&JsValue::NULL, &JsValue::from_str(event), &object(detail));
}

/// An id, or `null`.
fn id(id: Option<&str>) -> JsValue {
    id.map_or(JsValue::NULL, JsValue::from_str)
}
