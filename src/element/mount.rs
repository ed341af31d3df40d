//! What the shell calls: load a model, mount a widget on it, update it, take it away.

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

/// A widget in the page.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<Glossary>,
    listeners: Listeners,
}

/// Made once per widget, so that an update which changes nothing renders nothing.
struct Listeners {
    onfilter: Callback<Filtered>,
    onselect: Callback<Selected>,
}

/// Renders `widget` into `root` one microtask from now. `attributes` is an object of texts; `emit` is called with an
/// event's name and its detail.
///
/// Gives nothing for an unknown widget. What is wrong with the attributes is what [`Widget::update`] says of them.
#[wasm_bindgen]
pub fn mount(
    widget: &str,
    root: Element,
    model: &Model,
    attributes: &Object,
    emit: &Function,
) -> Option<Widget> {
    let listeners = listeners(emit);
    let props = match widget {
        "glossary" => glossary(&model.0, options_of(model, attributes).0, &listeners),
        _ => return None,
    };
    Some(Widget { app: yew::Renderer::<Glossary>::with_root_and_props(root, props).render(), listeners })
}

#[wasm_bindgen]
impl Widget {
    /// Shows `model` under `attributes`. Gives the problems of attributes that were left out.
    pub fn update(&mut self, model: &Model, attributes: &Object) -> JsValue {
        let (options, found) = options_of(model, attributes);
        self.app.update(glossary(&model.0, options, &self.listeners));
        problems(&found)
    }

    /// Ends the widget. Its root is to be removed from the page, or the page's element stays alive.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

fn options_of(model: &Model, attributes: &Object) -> (Options, Vec<Problem>) {
    options::read(&model.0, |name| Reflect::get(attributes, &name.into()).ok()?.as_string())
}

fn listeners(emit: &Function) -> Listeners {
    let (filter, select) = (emit.clone(), emit.clone());
    Listeners {
        onfilter: Callback::from(move |Filtered { query, found, all }: Filtered| {
            tell(&filter, "plan-filter", &FilterDetail { query: &query, found, all });
        }),
        onselect: Callback::from(move |Selected { term }: Selected| {
            tell(&select, "plan-select", &SelectDetail { term: term.as_deref() });
        }),
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
    text: String,
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
            text: problem.sentence(),
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
/// serde-wasm-bindgen's deserializer would do this too, for 7 KB more: its errors bring in the printing of floats.
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
