//! What the timeline takes, and what it emits.

use yew::prelude::*;

use crate::{
    model::{EventId, Lang, choice},
    ui::{ColorScheme, Controls, Filtered, Liveness, Selection, Source, Theme, root::around},
    view::timeline::{TimelineFilter, TimelineView, scope::TimelineScope},
};

/// What [`Timeline`](super::Timeline) takes.
///
/// Of a state that the reader changes there are two properties. With the first (`filter`) the parent is in charge: what it
/// doesn't take over in the callback is taken back. With the second (`default_filter`) the timeline keeps the state, until
/// another default replaces it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimelineProps {
    /// The plan: an `Rc` of it, or of a [`TimelineView`] in the same language.
    pub plan: Source<TimelineView>,
    /// What of it is shown: some items, or a stretch of time.
    #[prop_or_default]
    pub scope: TimelineScope,
    /// The language of items and controls; the plan's own where the plan lacks it.
    #[prop_or_default]
    pub lang: Lang,
    /// How it is laid out, controlled.
    #[prop_or_default]
    pub layout: Option<Layout>,
    /// How it is laid out at first.
    #[prop_or_default]
    pub default_layout: Layout,
    /// The search and the facets, controlled.
    #[prop_or_default]
    pub filter: Option<TimelineFilter>,
    /// The search and the facets at first.
    #[prop_or_default]
    pub default_filter: TimelineFilter,
    /// Whether the works without a date are shown, controlled. Where `plan` is a view model, the parent gives another
    /// one for it: [`TimelineView::whole`].
    #[prop_or_default]
    pub undated: Option<Undated>,
    /// Whether they are shown at first.
    #[prop_or_default]
    pub default_undated: Undated,
    /// The selected item, controlled: `item`, or else the first item of `project`.
    #[prop_or_default]
    pub selection: Option<Selection>,
    /// The item that is selected at first.
    #[prop_or_default]
    pub default_selection: Selection,
    /// Items whose details are open in the list at first.
    #[prop_or_default]
    pub default_open: Vec<EventId>,
    /// The start of each item's URL, to which its id is appended. Without it items have no links.
    /// An event `plan-copied` on a link, bubbling, makes it say that it is copied.
    #[prop_or_default]
    pub link_prefix: Option<AttrValue>,
    /// The text that stands in place of its own heading; an empty one leaves the heading out, for the page has one: then those
    /// within are of this one's rank.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// The rank of the heading, 1 to 5: those of groups and lanes are one below.
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
    /// How many items are shown, until the reader asks for all. 0 is all.
    #[prop_or_default]
    pub limit: usize,
    /// What stands at the end of an item's details.
    #[prop_or_default]
    pub render_item: Option<Callback<EventId, Html>>,
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
    pub onfilter: Callback<Filtered<TimelineFilter>>,
    /// The reader has selected an item, or none any more.
    #[prop_or_default]
    pub onselect: Callback<Selection>,
    /// The reader has selected a layout.
    #[prop_or_default]
    pub onlayout: Callback<Layout>,
    /// The reader has asked for the works without a date, or has left them out.
    #[prop_or_default]
    pub onundated: Callback<Undated>,
    /// The reader has opened the menu of what they take away, which the application shows: the indices of what is shown
    /// now in the view model, in its order. Without the callback there is no button for it.
    #[prop_or_default]
    pub onmenu: Option<Callback<Vec<usize>>>,
    /// It listens, and has been measured: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
}

around! { TimelineProps:
    plan scope limit layout default_layout filter default_filter undated default_undated selection
    default_selection default_open render_item onfilter onselect onlayout onundated onready
}

choice! {
    /// How a timeline is laid out.
    Layout {
        /// Lanes where there is room, else the list.
        Auto = "auto",
        /// An ordered list under headings.
        List = "list",
        /// Topics along an axis.
        Lanes = "lanes",
        /// One item at a time.
        Story = "story",
    }
}

choice! {
    /// What a timeline shows of the works without a date.
    Undated {
        /// How many there are.
        None = "none",
        /// Each of them.
        Shown = "shown",
    }
}
