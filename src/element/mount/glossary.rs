//! The glossary's half of the door.

use std::rc::Rc;

use js_sys::Function;
use yew::prelude::*;

use super::{FromJs, Model, id, tell};
use crate::{
    Controls, Filtered, GlossaryProps, Plan, Selected,
    element::options::{self, Known, Options, Refused},
};

/// What the page is told.
pub struct Listeners {
    onfilter: Callback<Filtered>,
    onselect: Callback<Selected>,
}

impl Listeners {
    pub fn new(emit: &Function) -> Self {
        let (filter, select) = (emit.clone(), emit.clone());
        Listeners {
            onfilter: Callback::from(move |Filtered { query, found, all }: Filtered| {
                tell(
                    &filter,
                    "plan-filter",
                    &[("query", (&*query).into()), ("found", found.into()), ("all", all.into())],
                );
            }),
            onselect: Callback::from(move |Selected { term }: Selected| {
                tell(&select, "plan-select", &[("term", id(term.as_deref()))]);
            }),
        }
    }
}

pub fn props<'a>(
    model: &'a Model,
    get: &dyn Fn(&str) -> Option<String>,
    listeners: &Listeners,
) -> (GlossaryProps, Vec<Refused<'a>>) {
    let plan = model.plan.get_or_init(|| Rc::new(Plan::read(FromJs(model.json.clone())).unwrap_or_default()));
    let (Options { lang, query, term, heading_level, color_scheme, .. }, refused) =
        options::read(Known::Plan(plan), get);
    let props = GlossaryProps {
        plan: plan.clone(),
        lang,
        query: query.into(),
        term: term.map(Into::into),
        heading_level: heading_level.unwrap_or(2),
        color_scheme,
        controls: Controls::Live,
        onfilter: listeners.onfilter.clone(),
        onselect: listeners.onselect.clone(),
    };
    (props, refused)
}
