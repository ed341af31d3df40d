//! The timeline's half of the door.

use std::rc::Rc;

use js_sys::Function;
use yew::prelude::*;

use super::{FromJs, Model, filter, id, ready, tell, tell_narrowed};
use crate::options::{self, Known, Options, Refused};
use plan_widgets::{
    Chosen, Controls, Layout, Narrowed, Source, TimelineProps, TimelineView, view::timeline::FACETS,
};

/// What the page is told.
pub struct Listeners {
    onfilter: Callback<Narrowed<{ FACETS.len() }>>,
    onselect: Callback<Chosen>,
    onlayout: Callback<Layout>,
    onready: Callback<()>,
}

impl Listeners {
    pub fn new(emit: &Function) -> Self {
        let (filter, select, layout) = (emit.clone(), emit.clone(), emit.clone());
        Listeners {
            onready: ready(emit),
            onfilter: Callback::from(move |Narrowed { filter: narrowed, found, all }| {
                tell_narrowed(&filter, &narrowed.query, &FACETS, &narrowed.facets, (found, all));
            }),
            onselect: Callback::from(move |Chosen { item, project, .. }: Chosen| {
                let detail = [("item", item), ("project", project)];
                tell(&select, "plan-select", &detail.map(|(name, value)| (name, id(value.as_deref()))));
            }),
            onlayout: Callback::from(move |chosen: Layout| {
                tell(&layout, "plan-layout", &[("layout", chosen.name().into())]);
            }),
        }
    }
}

/// By this name the shell tells what the reader has opened before the widget was live.
const OPEN: &str = " open";

pub fn props<'a>(
    model: &'a Model,
    get: &dyn Fn(&str) -> Option<String>,
    address: Option<String>,
    listeners: &Listeners,
) -> (TimelineProps, Vec<Refused<'a>>) {
    let course = model.course.get_or_init(|| Rc::new(TimelineView::read_from(&FromJs(model.json.clone()))));
    let (options, refused) = options::read(Known::Course(course), get);
    let Options { lang, query, item, facets, layout, heading_level, color_scheme, .. } = options;
    let props = TimelineProps {
        plan: Source::View(course.clone()),
        lang,
        layout,
        filter: filter(query, facets),
        item: item.map(Into::into),
        open: get(OPEN).unwrap_or_default().into(),
        address: address.map(Into::into),
        heading_level: heading_level.unwrap_or(2),
        color_scheme,
        controls: Controls::Live,
        onready: listeners.onready.clone(),
        onfilter: listeners.onfilter.clone(),
        onselect: listeners.onselect.clone(),
        onlayout: listeners.onlayout.clone(),
    };
    (props, refused)
}
