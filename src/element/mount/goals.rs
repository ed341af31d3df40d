//! The goals' half of the door.

use std::rc::Rc;

use js_sys::Function;
use yew::prelude::*;

use super::{FromJs, Model, filter, id, ready, tell, tell_narrowed};
use crate::options::{self, Known, Options, Refused};
use plan_widgets::{
    Arranged, Chosen, Controls, DeckView, GoalDeckProps, Narrowed, Source, Variant, view::goals::FACETS,
};

/// What the page is told.
pub struct Listeners {
    onfilter: Callback<Narrowed<{ FACETS.len() }>>,
    onselect: Callback<Chosen>,
    onarrange: Callback<Arranged>,
    oncopy: Callback<AttrValue>,
    onready: Callback<()>,
}

impl Listeners {
    pub fn new(emit: &Function) -> Self {
        let [narrow, select, arrange, copy] = [(); 4].map(|()| emit.clone());
        Listeners {
            onready: ready(emit),
            onfilter: Callback::from(move |Narrowed { filter, found, all }| {
                tell_narrowed(&narrow, &filter.query, &FACETS, &filter.facets, (found, all));
            }),
            onselect: Callback::from(move |Chosen { goal, project, item }: Chosen| {
                let detail = [("goal", goal), ("project", project), ("item", item)];
                tell(&select, "plan-select", &detail.map(|(name, value)| (name, id(value.as_deref()))));
            }),
            onarrange: Callback::from(move |Arranged { group, sort }: Arranged| {
                let detail = [("group", group.name().into()), ("sort", sort.name().into())];
                tell(&arrange, "plan-layout", &detail);
            }),
            oncopy: Callback::from(move |text: AttrValue| {
                tell(&copy, "plan-copy", &[("text", (&*text).into())]);
            }),
        }
    }
}

/// By this name the shell tells what the reader has opened before the widget was live.
const OPEN: &str = " open";

/// Of a card without a goal that the plan has, the properties have none.
pub fn props<'a>(
    model: &'a Model,
    is_card: bool,
    get: &dyn Fn(&str) -> Option<String>,
    address: Option<String>,
    listeners: &Listeners,
) -> (GoalDeckProps, Vec<Refused<'a>>) {
    let deck = model.deck.get_or_init(|| Rc::new(DeckView::read_from(&FromJs(model.json.clone()))));
    // A card has to say which.
    let get = |name: &str| get(name).or_else(|| (is_card && name == "goal").then(String::new));
    let (options, refused) = options::read(Known::DeckView(deck), &get);
    let goal = options.goal.map(AttrValue::from);
    let (only, goal) = if is_card { (goal, None) } else { (None, goal) };
    let Options { lang, query, project, facets, group, sort, variant, departments, .. } = options;
    let usual = if is_card { (Variant::Full, 3) } else { (Variant::Compact, 2) };
    let props = GoalDeckProps {
        plan: Source::View(deck.clone()),
        lang,
        only,
        filter: filter(query, facets),
        group,
        sort,
        goal,
        project: project.map(Into::into),
        variant: variant.unwrap_or(usual.0),
        departments,
        open: get(OPEN).unwrap_or_default().into(),
        address: address.map(Into::into),
        heading_level: options.heading_level.unwrap_or(usual.1),
        color_scheme: options.color_scheme,
        controls: Controls::Live,
        onready: listeners.onready.clone(),
        onfilter: listeners.onfilter.clone(),
        onselect: listeners.onselect.clone(),
        onarrange: listeners.onarrange.clone(),
        oncopy: Some(listeners.oncopy.clone()),
    };
    (props, refused)
}
