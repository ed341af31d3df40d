//! What the shell calls: load a model, and show it as a widget in a place of the page.

use std::{cell::OnceCell, rc::Rc};

use js_sys::{Function, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, prelude::*};

use super::{
    js::{FromJs, problems, to_js},
    options::{self, Known, Options},
};
use crate::{
    model::Plan,
    ui::{
        Controls, Course, Filtered, Glossary, GlossaryProps, Layout, Narrowed, Selected, Timeline,
        TimelineProps,
    },
    view::timeline::{Chronology, filter::Filter},
};

/// What the shell has fetched for widgets, shared by those that show it: a plan that has passed the check, or what was
/// made of one. Whatever isn't as it should be is read as nothing: the bundled plan was checked when it was built, and
/// the shell has others checked by `check.rs` first.
#[wasm_bindgen]
pub struct Model {
    json: JsValue,
    plan: OnceCell<Rc<Plan>>,
    course: OnceCell<Rc<Chronology>>,
}

#[wasm_bindgen]
impl Model {
    /// Takes a JavaScript value, as `JSON.parse` gives it. It is read when a widget shows it.
    pub fn load(json: JsValue) -> Model {
        Model { json, plan: OnceCell::new(), course: OnceCell::new() }
    }
}

impl Model {
    fn plan(&self) -> &Rc<Plan> {
        self.plan.get_or_init(|| Rc::new(Plan::read(FromJs(self.json.clone())).unwrap_or_default()))
    }

    fn course(&self) -> &Rc<Chronology> {
        self.course.get_or_init(|| Rc::new(Chronology::read_from(FromJs(self.json.clone()))))
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
    onnarrow: Callback<Narrowed>,
    onitem: Callback<Option<AttrValue>>,
    onlayout: Callback<Layout>,
}

#[wasm_bindgen]
impl Place {
    /// A place that renders into `root`; empty. `emit` is called with an event's name and its detail.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, emit: &Function) -> Place {
        let app = yew::Renderer::<Host>::with_root_and_props(root, HostProps::default()).render();
        let emit = || emit.clone();
        let (filter, select, narrow, item, layout) = (emit(), emit(), emit(), emit(), emit());
        let listeners = Listeners {
            onfilter: Callback::from(move |Filtered { query, found, all }: Filtered| {
                tell(&filter, "plan-filter", &FilterDetail { query: &query, found, all });
            }),
            onselect: Callback::from(move |Selected { term }: Selected| {
                tell(&select, "plan-select", &SelectDetail { term: term.as_deref() });
            }),
            onnarrow: Callback::from(move |Narrowed { filter, found, all }: Narrowed| {
                let [topic, stage, period, article] = &filter.facets;
                let detail = NarrowDetail { query: &filter.query, topic, stage, period, article, found, all };
                tell(&narrow, "plan-filter", &detail);
            }),
            onitem: Callback::from(move |id: Option<AttrValue>| {
                tell(&item, "plan-select", &ItemDetail { item: id.as_deref() });
            }),
            onlayout: Callback::from(move |chosen: Layout| {
                tell(&layout, "plan-layout", &LayoutDetail { layout: chosen.name() });
            }),
        };
        Place { app, turn: false, listeners }
    }

    /// Shows `model` as `widget` under `attributes`, an object of texts, one microtask from now or when the page has
    /// time. `address` is what an item's id is put behind. Gives the problems of attributes that were left out.
    pub fn show(
        &mut self,
        widget: &str,
        model: &Model,
        attributes: &Object,
        address: Option<String>,
    ) -> JsValue {
        let get = |name: &str| Reflect::get(attributes, &JsValue::from_str(name)).ok()?.as_string();
        let (content, found) = if widget == "timeline" {
            let (options, found) = options::read(Known::Course(model.course()), get);
            (Content::Timeline(timeline(model.course(), options, address, &self.listeners)), found)
        } else {
            let (options, found) = options::read(Known::Plan(model.plan()), get);
            (Content::Glossary(glossary(model.plan(), options, &self.listeners)), found)
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
    Timeline(TimelineProps),
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
            Content::Glossary(props) => html! { <Glossary {key} ..props.clone() /> },
            Content::Timeline(props) => html! { <Timeline {key} ..props.clone() /> },
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

fn timeline(
    course: &Rc<Chronology>,
    options: Options,
    address: Option<String>,
    listeners: &Listeners,
) -> TimelineProps {
    TimelineProps {
        plan: Course::Told(course.clone()),
        lang: options.lang,
        layout: options.layout,
        filter: Filter { query: options.query, facets: options.facets },
        item: options.item.map(Into::into),
        address: address.map(Into::into),
        heading_level: options.heading_level.unwrap_or(2),
        color_scheme: options.color_scheme,
        controls: Controls::Live,
        onfilter: listeners.onnarrow.clone(),
        onselect: listeners.onitem.clone(),
        onlayout: listeners.onlayout.clone(),
    }
}

/// Detail of a timeline's `plan-filter`.
#[derive(Serialize)]
struct NarrowDetail<'a> {
    query: &'a str,
    topic: &'a str,
    stage: &'a str,
    period: &'a str,
    article: &'a str,
    found: usize,
    all: usize,
}

/// Detail of a timeline's `plan-select`.
#[derive(Serialize)]
struct ItemDetail<'a> {
    item: Option<&'a str>,
}

/// Detail of `plan-layout`.
#[derive(Serialize)]
struct LayoutDetail {
    layout: &'static str,
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
