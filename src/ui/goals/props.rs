//! What goals take, and what they emit.

use yew::prelude::*;

use super::GoalDeck;
use crate::{
    model::{GoalId, Lang, choice},
    ui::{ColorScheme, Controls, Filtered, Liveness, Reports, Selection, Source, Theme, root::around},
    view::goals::{DeckView, GoalFilter, GoalGroup, GoalLayout, GoalSort},
};

/// What [`GoalDeck`](super::GoalDeck) takes.
///
/// Of a state that the reader changes there are two properties. With the first (`filter`) the parent is in charge: what it
/// doesn't take over in the callback is taken back. With the second (`default_filter`) the deck keeps the state, until
/// another default replaces it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GoalDeckProps {
    /// The plan: an `Rc` of it, or of a [`DeckView`] in the same language.
    pub plan: Source<DeckView>,
    /// These goals only, in this order; none is all.
    #[prop_or_default]
    pub goals: Vec<GoalId>,
    /// The language of goals and controls; the plan's own where the plan lacks it.
    #[prop_or_default]
    pub lang: Lang,
    /// A goal that is shown alone, without controls: a [`GoalCard`].
    #[prop_or_default]
    pub only: Option<GoalId>,
    /// The search and the facets, controlled.
    #[prop_or_default]
    pub filter: Option<GoalFilter>,
    /// The search and the facets at first.
    #[prop_or_default]
    pub default_filter: GoalFilter,
    /// What goals are put under and how they follow one another, controlled.
    #[prop_or_default]
    pub arrangement: Option<Arrangement>,
    /// What goals are put under and how they follow one another at first.
    #[prop_or_default]
    pub default_arrangement: Arrangement,
    /// The selected goal and project, controlled. Of a project without a goal, the first goal that it serves is selected.
    #[prop_or_default]
    pub selection: Option<Selection>,
    /// The goal and the project that are selected at first.
    #[prop_or_default]
    pub default_selection: Selection,
    /// Goals whose cards are open at first.
    #[prop_or_default]
    pub default_open: Vec<GoalId>,
    /// Whether every card is open and none is left out, as on paper. Without it they are while the page is printed.
    #[prop_or_default]
    pub printing: Option<bool>,
    /// How much of a goal is shown before the reader asks for more.
    #[prop_or_default]
    pub variant: Variant,
    /// What the page reports of progress, which the plan never has: an `Rc` of a [`Progress`](crate::Progress).
    #[prop_or_default]
    pub progress: Reports,
    /// Whether departments are shown.
    #[prop_or_default]
    pub departments: bool,
    /// The start of each goal's URL, to which its id is appended. Without it goals have no links.
    /// An event `plan-copied` on a link, bubbling, makes it say that it is copied.
    #[prop_or_default]
    pub link_prefix: Option<AttrValue>,
    /// The text that stands in place of its own heading; an empty one leaves the heading out, for the page has one: then those
    /// within are of this one's rank.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// The rank of the heading, 1 to 4: those of groups, goals and their parts are below.
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
    /// How many goals are shown, until the reader asks for all. 0 is all.
    #[prop_or_default]
    pub limit: usize,
    /// What stands at the end of a goal's card.
    #[prop_or_default]
    pub render_goal: Option<Callback<GoalId, Html>>,
    /// Classes of the root element, besides its own.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// The id of the root element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// A reference to the root element; taken when the component is rendered for the first time.
    #[prop_or_default]
    pub node_ref: Option<NodeRef>,
    /// The reader has changed the search or a facet.
    #[prop_or_default]
    pub onfilter: Callback<Filtered<GoalFilter>>,
    /// The reader has selected a goal or a project, or none any more.
    #[prop_or_default]
    pub onselect: Callback<Selection>,
    /// The reader has selected what goals are put under, or their order.
    #[prop_or_default]
    pub onarrange: Callback<Arrangement>,
    /// The reader wants this text in the clipboard, where the application puts it. An event `plan-copied` or
    /// `plan-not-copied` that it then dispatches on the root element makes the button say so. Without the callback there is
    /// no button.
    #[prop_or_default]
    pub oncopy: Option<Callback<AttrValue>>,
    /// The reader has opened the menu of what they take away, which the application shows: the indices of what is shown
    /// now in the view model, in its order. Without the callback there is no button for it.
    #[prop_or_default]
    pub onmenu: Option<Callback<Vec<usize>>>,
    /// It listens: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
}

around! { GoalDeckProps:
    plan goals limit only filter default_filter arrangement default_arrangement selection default_selection
    printing default_open variant progress departments render_goal onfilter onselect onarrange oncopy onready
}

/// What [`GoalCard`] takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GoalCardProps {
    /// The plan: an `Rc` of it, or of a [`DeckView`] in the same language.
    pub plan: Source<DeckView>,
    /// The goal. One that the plan doesn't have is shown as nothing.
    pub goal: GoalId,
    /// The language; the plan's own where the plan lacks it.
    #[prop_or_default]
    pub lang: Lang,
    /// The selected project, controlled.
    #[prop_or_default]
    pub selection: Option<Selection>,
    /// The project that is selected at first.
    #[prop_or_default]
    pub default_selection: Selection,
    /// How much is shown before the reader asks for more.
    #[prop_or(Variant::Full)]
    pub variant: Variant,
    /// What the page reports of progress, which the plan never has: an `Rc` of a [`Progress`](crate::Progress).
    #[prop_or_default]
    pub progress: Reports,
    /// Whether departments are shown.
    #[prop_or_default]
    pub departments: bool,
    /// The rank of the heading, 1 to 4.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Light or dark, against the page's own choice.
    #[prop_or_default]
    pub color_scheme: Option<ColorScheme>,
    /// Its look; none for its own colours, or those that the page sets.
    #[prop_or_default]
    pub theme: Option<Theme>,
    /// Whether buttons work yet.
    #[prop_or_default]
    pub liveness: Liveness,
    /// What stands at the end of the card.
    #[prop_or_default]
    pub render_goal: Option<Callback<GoalId, Html>>,
    /// Classes of the root element, besides its own.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// The id of the root element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// A reference to the root element; taken when the component is rendered for the first time.
    #[prop_or_default]
    pub node_ref: Option<NodeRef>,
    /// The reader has selected a project, or none any more.
    #[prop_or_default]
    pub onselect: Callback<Selection>,
    /// The reader wants this text in the clipboard, where the application puts it. An event `plan-copied` or
    /// `plan-not-copied` that it then dispatches on the root element makes the button say so. Without the callback there is
    /// no button.
    #[prop_or_default]
    pub oncopy: Option<Callback<AttrValue>>,
    /// The reader has opened the menu of what they take away, which the application shows: the index of the goal in the view
    /// model. Without the callback there is no button for it.
    #[prop_or_default]
    pub onmenu: Option<Callback<Vec<usize>>>,
}

/// One goal of a plan.
#[component]
pub fn GoalCard(props: &GoalCardProps) -> Html {
    let props = props.clone();
    html! {
        <GoalDeck plan={props.plan} only={Some(props.goal)} lang={props.lang.clone()} selection={props.selection}
            default_selection={props.default_selection} variant={props.variant} progress={props.progress} departments={props.departments}
            heading_level={props.heading_level} color_scheme={props.color_scheme} theme={props.theme} liveness={props.liveness}
            render_goal={props.render_goal} class={props.class} id={props.id} node_ref={props.node_ref}
            onselect={props.onselect} oncopy={props.oncopy} onmenu={props.onmenu} />
    }
}

choice! {
    /// How much of a goal is shown before the reader asks for more.
    Variant {
        /// What it is, by when, and how it is measured.
        Compact = "compact",
        /// All of it.
        Full = "full",
    }
}

/// How goals stand in a deck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// What they are put under.
    pub group: GoalGroup,
    /// How they follow one another.
    pub sort: GoalSort,
    /// How they are shown, where the page reports progress.
    pub layout: GoalLayout,
}
