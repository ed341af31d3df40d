//! What the shell calls: load a model, and show it as a widget in a place of the page.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, prelude::*};

use super::{
    js::{FromJs, problems, to_js},
    options::{self, Options},
};
use crate::{
    model::Plan,
    ui::{Controls, Filtered, Glossary, GlossaryProps, Selected},
};

/// A plan that has passed validation, shared by the widgets that show it.
#[wasm_bindgen]
pub struct Model(Rc<Plan>);

#[wasm_bindgen]
impl Model {
    /// Reads a model from a JavaScript value, as `JSON.parse` gives it. Whatever isn't as it should be is read as
    /// nothing: the bundled plan was checked when it was built, and the shell has others checked by `check.rs` first.
    pub fn load(value: JsValue) -> Model {
        Model(Rc::new(Plan::read(FromJs(value)).unwrap_or_default()))
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
    onfilter: Callback<Filtered>,
    onselect: Callback<Selected>,
}

#[wasm_bindgen]
impl Place {
    /// A place that renders into `root`; empty. `emit` is called with an event's name and its detail.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, emit: &Function) -> Place {
        let app = yew::Renderer::<Host>::with_root_and_props(root, HostProps::default()).render();
        let (filter, select) = (emit.clone(), emit.clone());
        let listeners = Listeners {
            onfilter: Callback::from(move |Filtered { query, found, all }: Filtered| {
                tell(&filter, "plan-filter", &FilterDetail { query: &query, found, all });
            }),
            onselect: Callback::from(move |Selected { term }: Selected| {
                tell(&select, "plan-select", &SelectDetail { term: term.as_deref() });
            }),
        };
        Place { app, turn: false, listeners }
    }

    /// Shows `model` as `widget` under `attributes`, an object of texts, one microtask from now or when the page has
    /// time. Gives the problems of attributes that were left out.
    pub fn show(&mut self, widget: &str, model: &Model, attributes: &Object) -> JsValue {
        let get = |name: &str| Reflect::get(attributes, &JsValue::from_str(name)).ok()?.as_string();
        let (options, found) = options::read(&model.0, get);
        let content = match widget {
            "glossary" => Content::Glossary(glossary(&model.0, options, &self.listeners)),
            _ => Content::Nothing,
        };
        self.app.update(HostProps { content, turn: self.turn });
        problems(&found)
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
    Glossary(GlossaryProps),
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
        match content {
            Content::Nothing => Html::default(),
            Content::Glossary(props) => {
                html! { <Glossary key={if *turn { "even" } else { "odd" }} ..props.clone() /> }
            }
        }
    }
}

fn glossary(plan: &Rc<Plan>, options: Options, listeners: &Listeners) -> GlossaryProps {
    GlossaryProps {
        plan: plan.clone(),
        lang: options.lang,
        query: options.query.into(),
        term: options.term.map(Into::into),
        heading_level: options.heading_level.unwrap_or(2),
        color_scheme: options.color_scheme,
        controls: Controls::Live,
        onfilter: listeners.onfilter.clone(),
        onselect: listeners.onselect.clone(),
    }
}

/// Detail of `plan-filter`.
#[derive(Serialize)]
struct FilterDetail<'a> {
    query: &'a str,
    found: usize,
    all: usize,
}

/// Detail of `plan-select`.
#[derive(Serialize)]
struct SelectDetail<'a> {
    term: Option<&'a str>,
}

fn tell(emit: &Function, event: &str, detail: &impl Serialize) {
    // The shell's function doesn't throw: what listeners throw goes to the page.
    let _ = emit.call2(&JsValue::NULL, &JsValue::from_str(event), &to_js(detail));
}
