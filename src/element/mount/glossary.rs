//! The glossary's half of the door.

use std::rc::Rc;

use js_sys::Function;
use yew::prelude::*;

use super::{FromJs, Model, id, ready, tell};
use crate::options::{self, Known, Options, Refused};
use plan_widgets::{Controls, Filtered, GlossaryProps, GlossarySort, GlossaryView, Selected, Source};

/// What the page is told.
pub struct Listeners {
    onfilter: Callback<Filtered>,
    onselect: Callback<Selected>,
    onsort: Callback<GlossarySort>,
    onready: Callback<()>,
}

impl Listeners {
    pub fn new(emit: &Function) -> Self {
        let (filter, select, sort) = (emit.clone(), emit.clone(), emit.clone());
        Listeners {
            onready: ready(emit),
            onfilter: Callback::from(move |Filtered { query, found, all }: Filtered| {
                tell(
                    &filter,
                    "plan-filter",
                    &[("query", (&*query).into()), ("found", found.into()), ("all", all.into())],
                );
            }),
            onselect: Callback::from(move |Selected { term, article }: Selected| {
                let detail = [("term", id(term.as_deref())), ("article", id(article.as_deref()))];
                tell(&select, "plan-select", &detail);
            }),
            onsort: Callback::from(move |chosen: GlossarySort| {
                tell(&sort, "plan-layout", &[("sort", chosen.name().into())]);
            }),
        }
    }
}

pub fn props<'a>(
    model: &'a Model,
    get: &dyn Fn(&str) -> Option<String>,
    address: Option<String>,
    listeners: &Listeners,
) -> (GlossaryProps, Vec<Refused<'a>>) {
    let lexicon = model.lexicon.get_or_init(|| Rc::new(GlossaryView::read_from(&FromJs(model.json.clone()))));
    let (Options { lang, query, sorting, term, heading_level, color_scheme, .. }, refused) =
        options::read(Known::GlossaryView(lexicon), get);
    let props = GlossaryProps {
        plan: Source::View(lexicon.clone()),
        lang,
        query: query.into(),
        sort: sorting,
        term: term.map(Into::into),
        address: address.map(Into::into),
        heading_level: heading_level.unwrap_or(2),
        color_scheme,
        controls: Controls::Live,
        onready: listeners.onready.clone(),
        onfilter: listeners.onfilter.clone(),
        onselect: listeners.onselect.clone(),
        onsort: listeners.onsort.clone(),
    };
    (props, refused)
}
