//! What the timeline takes, and what it tells.

use yew::prelude::*;

use crate::{
    model::Lang,
    ui::{Chosen, ColorScheme, Controls, Narrowed, Source},
    view::timeline::{FACETS, Filter, TimelineView},
};

/// What [`Timeline`](super::Timeline) takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimelineProps {
    /// The plan whose course is shown: an `Rc` of it, or of a [`TimelineView`] in the same language.
    pub plan: Source<TimelineView>,
    /// The language of items and controls; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// How it is laid out. A new value replaces what the reader has chosen.
    #[prop_or_default]
    pub layout: Layout,
    /// What it is narrowed to. A new value replaces what the reader has chosen.
    #[prop_or_default]
    pub filter: Filter,
    /// The id of the selected item. A new value replaces what the reader has selected.
    #[prop_or_default]
    pub item: Option<AttrValue>,
    /// The ids of items whose details stand open in the list at first, parted by spaces.
    #[prop_or_default]
    pub open: AttrValue,
    /// What an item's id is put behind to be its address; without it items have no links.
    #[prop_or_default]
    pub address: Option<AttrValue>,
    /// The rank of the heading, 1 to 5: those of groups and lanes are one below.
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
    /// The reader has selected an item, or none any more.
    #[prop_or_default]
    pub onselect: Callback<Chosen>,
    /// The reader has chosen a layout.
    #[prop_or_default]
    pub onlayout: Callback<Layout>,
    /// It listens, and stands as its measures have it: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
}

/// How a timeline is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Lanes where there is room, else the list.
    #[default]
    Auto,
    /// An ordered list under headings.
    List,
    /// Topics along an axis.
    Lanes,
    /// One item at a time.
    Story,
}

impl Layout {
    /// Every layout.
    pub const ALL: [Layout; 4] = [Layout::Auto, Layout::List, Layout::Lanes, Layout::Story];

    /// The value of the `layout` attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Layout::Auto => "auto",
            Layout::List => "list",
            Layout::Lanes => "lanes",
            Layout::Story => "story",
        }
    }
}
