//! What the shell calls: take a model, and show it as a widget in a place of the page.

#[cfg(feature = "glossary")]
mod glossary;
#[cfg(feature = "goals")]
mod goals;
#[cfg(feature = "timeline")]
mod timeline;

use std::{cell::OnceCell, rc::Rc};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, html::BaseComponent};

use super::{
    js::{FromJs, object},
    options::Refused,
};

/// What the shell has fetched for widgets, shared by those that show it: a view model of a plan that has passed the
/// check. Whatever isn't as it should be is read as nothing: the bundled plan was checked when it was built, and the
/// shell has others checked by `check.rs` first.
#[wasm_bindgen]
pub struct Model {
    json: JsValue,
    #[cfg(feature = "glossary")]
    lexicon: OnceCell<Rc<plan_widgets::GlossaryView>>,
    #[cfg(feature = "timeline")]
    course: OnceCell<Rc<plan_widgets::TimelineView>>,
    #[cfg(feature = "goals")]
    deck: OnceCell<Rc<plan_widgets::DeckView>>,
}

#[wasm_bindgen]
impl Model {
    /// Takes a JavaScript value, as `JSON.parse` gives it. It is read when a widget shows it.
    pub fn load(json: JsValue) -> Model {
        Model {
            json,
            #[cfg(feature = "glossary")]
            lexicon: OnceCell::new(),
            #[cfg(feature = "timeline")]
            course: OnceCell::new(),
            #[cfg(feature = "goals")]
            deck: OnceCell::new(),
        }
    }
}

/// A widget in a place of the page.
#[wasm_bindgen]
pub struct Place {
    root: Element,
    app: Option<App>,
    listeners: Listeners,
}

/// What is shown there.
enum App {
    #[cfg(feature = "glossary")]
    Glossary(AppHandle<plan_widgets::Glossary>),
    #[cfg(feature = "timeline")]
    Timeline(AppHandle<plan_widgets::Timeline>),
    #[cfg(feature = "goals")]
    Goals(AppHandle<plan_widgets::GoalDeck>),
}

/// Made once per place, so that an update which changes nothing renders nothing.
struct Listeners {
    #[cfg(feature = "glossary")]
    glossary: glossary::Listeners,
    #[cfg(feature = "timeline")]
    timeline: timeline::Listeners,
    #[cfg(feature = "goals")]
    goals: goals::Listeners,
}

#[wasm_bindgen]
impl Place {
    /// A place that renders into `root`; empty. `emit` is called with an event's name and its detail.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, emit: &Function) -> Place {
        let listeners = Listeners {
            #[cfg(feature = "glossary")]
            glossary: glossary::Listeners::new(emit),
            #[cfg(feature = "timeline")]
            timeline: timeline::Listeners::new(emit),
            #[cfg(feature = "goals")]
            goals: goals::Listeners::new(emit),
        };
        Place { root, app: None, listeners }
    }

    /// Shows `model` as `widget`, always the same one, under `attributes`, an object of texts, one microtask from now or
    /// when the page has time. `address` is what an item's id is put behind. Gives the attributes that were left out,
    /// for `check.rs` to explain: each a list of its name, its value, and the names known.
    pub fn show(
        &mut self,
        widget: &str,
        model: &Model,
        attributes: &Object,
        address: Option<String>,
    ) -> Array {
        let get = |name: &str| Reflect::get(attributes, &JsValue::from_str(name)).ok()?.as_string();
        let mut refused = Vec::new();
        match widget {
            #[cfg(feature = "timeline")]
            "timeline" => {
                let (props, left) = timeline::props(model, &get, address, &self.listeners.timeline);
                match &mut self.app {
                    Some(App::Timeline(app)) => app.update(props),
                    app => *app = Some(App::Timeline(render(&self.root, props))),
                }
                refused = left;
            }
            #[cfg(feature = "goals")]
            "goal-card" | "goal-deck" => {
                let is_card = widget == "goal-card";
                let (props, left) = goals::props(model, is_card, &get, address, &self.listeners.goals);
                // A card of no goal is none: what stands there stays.
                if !is_card || props.only.is_some() {
                    match &mut self.app {
                        Some(App::Goals(app)) => app.update(props),
                        app => *app = Some(App::Goals(render(&self.root, props))),
                    }
                }
                refused = left;
            }
            #[cfg(feature = "glossary")]
            "glossary" => {
                let (props, left) = glossary::props(model, &get, address, &self.listeners.glossary);
                match &mut self.app {
                    Some(App::Glossary(app)) => app.update(props),
                    app => *app = Some(App::Glossary(render(&self.root, props))),
                }
                refused = left;
            }
            _ => (),
        }
        let texts = |texts: &[&str]| texts.iter().map(|text| JsValue::from_str(text)).collect::<Array>();
        let list = |Refused { name, value, known }: &Refused| texts(&[&[*name, &**value], &**known].concat());
        refused.iter().map(list).collect()
    }

    /// Takes the widget away, and with it what the reader did.
    pub fn end(self) {
        match self.app {
            #[cfg(feature = "glossary")]
            Some(App::Glossary(app)) => app.destroy(),
            #[cfg(feature = "timeline")]
            Some(App::Timeline(app)) => app.destroy(),
            #[cfg(feature = "goals")]
            Some(App::Goals(app)) => app.destroy(),
            None => (),
        }
    }
}

fn render<C: BaseComponent>(root: &Element, props: C::Properties) -> AppHandle<C> {
    yew::Renderer::with_root_and_props(root.clone(), props).render()
}

/// Calls `emit` with an event's name and its detail.
#[inline(never)]
fn tell(emit: &Function, event: &str, detail: &[(&str, JsValue)]) {
    // The shell's function doesn't throw: what listeners throw goes to the page.
    let _ = emit.call2(&JsValue::NULL, &JsValue::from_str(event), &object(detail));
}

/// The shell waits for this before it shows a widget for the first time: no event of the page's.
fn ready(emit: &Function) -> yew::Callback<()> {
    let emit = emit.clone();
    yew::Callback::from(move |()| tell(&emit, "ready", &[]))
}

/// Build what a widget is narrowed to: `names` are its facets.
#[cfg(any(feature = "timeline", feature = "goals"))]
#[inline(never)]
fn tell_narrowed(
    emit: &Function,
    query: &str,
    names: &'static [&'static str],
    facets: &[String],
    (found, all): (usize, usize),
) {
    let mut detail = vec![("query", query.into())];
    detail.extend(names.iter().zip(facets).map(|(name, value)| (*name, (&**value).into())));
    detail.extend([("found", found.into()), ("all", all.into())]);
    tell(emit, "plan-filter", &detail);
}

/// What was read of a search and of facets, as many as there are.
#[cfg(any(feature = "timeline", feature = "goals"))]
fn filter<const FACETS: usize>(
    query: String,
    facets: Vec<String>,
) -> plan_widgets::view::filter::Filter<FACETS> {
    plan_widgets::view::filter::Filter {
        query,
        facets: facets.try_into().unwrap_or(std::array::from_fn(|_| String::new())),
    }
}

/// An id, or `null`.
fn id(id: Option<&str>) -> JsValue {
    id.map_or(JsValue::NULL, JsValue::from_str)
}
