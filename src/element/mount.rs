//! What the shell calls: load a model, and show it as a widget in a place of the page.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, prelude::*};

use super::options::{self, Options};
use crate::{
    model::{Plan, Problem, Value},
    ui::{Controls, Filtered, Glossary, GlossaryProps, Selected},
};

/// A plan that has passed validation, shared by the widgets that show it.
#[wasm_bindgen]
pub struct Model(Rc<Plan>);

#[wasm_bindgen]
impl Model {
    /// Reads a model from a JavaScript value, as `JSON.parse` gives it.
    ///
    /// # Errors
    /// An array of `{pointer, found, expected, nearest}`: every problem of the model.
    pub fn load(value: JsValue) -> Result<Model, JsValue> {
        match Plan::read(FromJs(value)) {
            Ok(plan) => Ok(Model(Rc::new(plan))),
            Err(found) => Err(problems(&found.0)),
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

/// An item of `plan-error`'s `problems`.
#[derive(Serialize)]
struct ProblemDetail<'a> {
    pointer: &'a str,
    found: &'a str,
    expected: &'a str,
    nearest: Option<&'a str>,
}

fn tell(emit: &Function, event: &str, detail: &impl Serialize) {
    // The shell's function doesn't throw: what listeners throw goes to the page.
    let _ = emit.call2(&JsValue::NULL, &JsValue::from_str(event), &to_js(detail));
}

fn problems(found: &[Problem]) -> JsValue {
    let details: Vec<_> = found
        .iter()
        .map(|problem| ProblemDetail {
            pointer: &problem.pointer,
            found: &problem.found,
            expected: &problem.expected,
            nearest: problem.nearest.as_deref(),
        })
        .collect();
    to_js(&details)
}

/// Plain objects and arrays, `None` as `null`.
fn to_js(value: &impl Serialize) -> JsValue {
    // Can't fail: the details have no maps with keys that aren't texts, and no numbers beyond 2^53.
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}

/// A JavaScript value as `JSON.parse` gives it, read where it lies.
///
/// serde-wasm-bindgen's deserializer would do this too, for 8 KB more (brotli): its errors bring in the printing of floats.
struct FromJs(JsValue);

impl Value for FromJs {
    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn length(&self) -> Option<usize> {
        // Not by `instanceof`: the value may come from another realm, as an iframe's do.
        Array::is_array(&self.0).then(|| self.0.unchecked_ref::<Array>().length() as usize)
    }

    fn at(&self, index: usize) -> Self {
        FromJs(Reflect::get_u32(&self.0, u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or_default())
    }

    fn keys(&self) -> Option<Vec<String>> {
        let object = self.0.is_object() && !Array::is_array(&self.0);
        let keys = object.then(|| Object::keys(self.0.unchecked_ref::<Object>()))?;
        Some(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn get(&self, key: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &JsValue::from_str(key)).ok()?;
        (!value.is_undefined()).then_some(FromJs(value))
    }
}
