//! What goals take, and what they tell.

use yew::prelude::*;

use super::GoalDeck;
use crate::{
    model::Lang,
    ui::{Chosen, ColorScheme, Controls, Narrowed, Source},
    view::goals::{DeckView, FACETS, Filter, GoalGroup, GoalSort},
};

/// What [`GoalDeck`](super::GoalDeck) takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GoalDeckProps {
    /// The plan whose goals are shown: an `Rc` of it, or of a [`DeckView`] in the same language.
    pub plan: Source<DeckView>,
    /// The language of goals and controls; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// The id of a goal that is shown alone, without controls: a [`GoalCard`].
    #[prop_or_default]
    pub only: Option<AttrValue>,
    /// What the deck is narrowed to. A new value replaces what the reader has chosen.
    #[prop_or_default]
    pub filter: Filter,
    /// What goals are put under. A new value replaces what the reader has chosen.
    #[prop_or_default]
    pub group: GoalGroup,
    /// How they follow one another. A new value replaces what the reader has chosen.
    #[prop_or_default]
    pub sort: GoalSort,
    /// The id of the selected goal. A new value replaces what the reader has selected.
    #[prop_or_default]
    pub goal: Option<AttrValue>,
    /// The id of the selected project; without a goal, that of its first one is selected. A new value replaces what the
    /// reader has selected.
    #[prop_or_default]
    pub project: Option<AttrValue>,
    /// How much of a goal is shown before the reader asks for more.
    #[prop_or_default]
    pub variant: Variant,
    /// Whether departments are shown.
    #[prop_or_default]
    pub departments: bool,
    /// The ids of goals that stand open at first, parted by spaces.
    #[prop_or_default]
    pub open: AttrValue,
    /// What a goal's id is put behind to be its address; without it goals have no links.
    #[prop_or_default]
    pub address: Option<AttrValue>,
    /// The rank of the heading, 1 to 4: those of groups, goals and their parts are below.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Light or dark, against the page's own choice.
    #[prop_or_default]
    pub color_scheme: Option<ColorScheme>,
    /// Whether there are controls, and whether they work yet.
    #[prop_or_default]
    pub controls: Controls,
    /// The reader has changed the search or a filter.
    #[prop_or_default]
    pub onfilter: Callback<Narrowed<{ FACETS.len() }>>,
    /// The reader has selected a goal or a project, or none any more.
    #[prop_or_default]
    pub onselect: Callback<Chosen>,
    /// The reader has chosen what goals are put under, or their order.
    #[prop_or_default]
    pub onarrange: Callback<Arranged>,
    /// The reader wants this text in the clipboard; without it there is no button for that.
    #[prop_or_default]
    pub oncopy: Option<Callback<AttrValue>>,
    /// It listens: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
}

/// What [`GoalCard`] takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GoalCardProps {
    /// The plan: an `Rc` of it, or of a [`DeckView`] in the same language.
    pub plan: Source<DeckView>,
    /// The id of the goal.
    pub goal: AttrValue,
    /// The language; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// The id of the selected project. A new value replaces what the reader has selected.
    #[prop_or_default]
    pub project: Option<AttrValue>,
    /// How much is shown before the reader asks for more.
    #[prop_or(Variant::Full)]
    pub variant: Variant,
    /// Whether departments are shown.
    #[prop_or_default]
    pub departments: bool,
    /// The rank of the heading, 1 to 4.
    #[prop_or(3)]
    pub heading_level: u8,
    /// Light or dark, against the page's own choice.
    #[prop_or_default]
    pub color_scheme: Option<ColorScheme>,
    /// Whether buttons work yet.
    #[prop_or_default]
    pub controls: Controls,
    /// The reader has selected a project, or none any more.
    #[prop_or_default]
    pub onselect: Callback<Chosen>,
    /// The reader wants this text in the clipboard; without it there is no button for that.
    #[prop_or_default]
    pub oncopy: Option<Callback<AttrValue>>,
}

/// One goal of a plan.
#[component]
pub fn GoalCard(props: &GoalCardProps) -> Html {
    let props = props.clone();
    html! {
        <GoalDeck plan={props.plan} only={Some(props.goal)} lang={props.lang} project={props.project} variant={props.variant}
            departments={props.departments} heading_level={props.heading_level} color_scheme={props.color_scheme}
            controls={props.controls} onselect={props.onselect} oncopy={props.oncopy} />
    }
}

/// How much of a goal is shown before the reader asks for more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Variant {
    /// What it is, by when, and how it is measured.
    #[default]
    Compact,
    /// All of it.
    Full,
}

impl Variant {
    /// Every variant.
    pub const ALL: [Variant; 2] = [Variant::Compact, Variant::Full];

    /// The value of the `variant` attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Variant::Compact => "compact",
            Variant::Full => "full",
        }
    }
}

/// How a deck is arranged after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arranged {
    /// What goals are put under.
    pub group: GoalGroup,
    /// How they follow one another.
    pub sort: GoalSort,
}
