//! What the glossary takes, and what it emits.

use yew::prelude::*;

use crate::{
    model::{Lang, TermId},
    ui::{ColorScheme, Controls, Filtered, GlossarySelection, Liveness, Source, Theme, root::around},
    view::glossary::{GlossaryFilter, GlossarySort, GlossaryView},
};

/// What [`Glossary`](super::Glossary) takes.
///
/// Of a state that the reader changes there are two properties. With the first (`filter`) the parent is in charge: what it
/// doesn't take over in the callback is taken back. With the second (`default_filter`) the glossary keeps the state, until
/// another default replaces it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GlossaryProps {
    /// The plan: an `Rc` of it, or of a [`GlossaryView`] in the same language.
    pub plan: Source<GlossaryView>,
    /// These terms only, in this order; none is all.
    #[prop_or_default]
    pub terms: Vec<TermId>,
    /// The language of names, notes and controls; the plan's own where the plan lacks it.
    #[prop_or_default]
    pub lang: Lang,
    /// The search, controlled.
    #[prop_or_default]
    pub filter: Option<GlossaryFilter>,
    /// The search at first.
    #[prop_or_default]
    pub default_filter: GlossaryFilter,
    /// How terms follow one another, controlled.
    #[prop_or_default]
    pub sort: Option<GlossarySort>,
    /// How terms follow one another at first.
    #[prop_or_default]
    pub default_sort: GlossarySort,
    /// The selected term, controlled.
    #[prop_or_default]
    pub selection: Option<GlossarySelection>,
    /// The term that is selected at first.
    #[prop_or_default]
    pub default_selection: GlossarySelection,
    /// The start of each term's URL, to which its id is appended. Without it terms have no links.
    /// An event `plan-copied` on a link, bubbling, makes it say that it is copied.
    #[prop_or_default]
    pub link_prefix: Option<AttrValue>,
    /// The text that stands in place of its own heading; an empty one leaves the heading out, for the page has one: then those
    /// within are of this one's rank.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// The rank of the heading, 1 to 5: those of letters are one below.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Light or dark, against the page's own choice.
    #[prop_or_default]
    pub color_scheme: Option<ColorScheme>,
    /// Its look; none for its own colours, or those that the page sets.
    #[prop_or_default]
    pub theme: Option<Theme>,
    /// Which controls it has.
    #[prop_or_default]
    pub controls: Controls,
    /// Whether they work yet.
    #[prop_or_default]
    pub liveness: Liveness,
    /// How many terms are shown, until the reader asks for all. 0 is all.
    #[prop_or_default]
    pub limit: usize,
    /// What stands at the end of a term's explanation.
    #[prop_or_default]
    pub render_term: Option<Callback<TermId, Html>>,
    /// Classes of the root element, besides its own.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// The id of the root element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// A reference to the root element; taken when the component is rendered for the first time.
    #[prop_or_default]
    pub node_ref: Option<NodeRef>,
    /// The reader has changed the search.
    #[prop_or_default]
    pub onfilter: Callback<Filtered<GlossaryFilter>>,
    /// The reader has selected a term, or none any more, or has pressed a passage that uses one.
    #[prop_or_default]
    pub onselect: Callback<GlossarySelection>,
    /// The reader has selected another order.
    #[prop_or_default]
    pub onsort: Callback<GlossarySort>,
    /// The reader has opened the menu of what they take away, which the application shows: the indices of what is shown
    /// now in the view model, in its order. Without the callback there is no button for it.
    #[prop_or_default]
    pub onmenu: Option<Callback<Vec<usize>>>,
    /// It listens: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
}

around! { GlossaryProps:
    plan terms limit filter default_filter sort default_sort selection default_selection render_term onfilter
    onselect onsort onready
}
