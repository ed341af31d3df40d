//! How it looks: the Yew components, each with its stylesheet.

mod annotated;
mod controls;
#[cfg(any(feature = "picture", feature = "prerender"))]
mod drawing;
mod events;
#[cfg(feature = "fetch")]
mod fetched;
mod filters;
mod glossary;
mod goals;
pub mod looks;
mod markup;
mod overview;
mod parts;
#[cfg(feature = "picture")]
pub mod picture;
#[cfg(feature = "prerender")]
pub mod poster;
#[cfg(feature = "prerender")]
pub mod prerender;
mod reports;
mod root;
mod selection;
mod source;
mod state;
mod terms;
mod timeline;

use std::ops::Range;

use yew::prelude::*;

use crate::model::choice;
use markup::markup;

pub use annotated::{Annotated, AnnotatedProps, First, Term, TermProps};
pub use controls::{Control, Controls};
#[cfg(feature = "fetch")]
pub use fetched::{FetchError, FetchedPlan, use_plan};
pub use glossary::{Glossary, GlossaryProps};
pub use goals::{Arrangement, GoalCard, GoalCardProps, GoalDeck, GoalDeckProps, Variant};

pub use looks::{Look, Theme};
pub use overview::{Overview, OverviewProps};
pub use reports::Reports;
pub use selection::{GlossarySelection, Selection};
pub use source::{Build, Source};
pub use state::Filtered;
pub use timeline::{Layout, Timeline, TimelineProps, Undated};

/// The stylesheets, each with its name and the files of this folder that it is made of.
macro_rules! stylesheets {
    ($($(#[$about:meta])* $constant:ident $name:literal: $($file:literal)+;)+) => {
        $(
            $(#[$about])*
            pub const $constant: &str = concat!($(include_str!($file)),+);
        )+

        /// Every stylesheet by the name of the module, or of the element's part, that it is for, and the files in
        /// `src/ui` that it is made of.
        pub const STYLESHEETS: [(&str, &[&str]); [$($name),+].len()] = [$(($name, &[$($file),+])),+];
    };
}

stylesheets! {
    /// The stylesheet of all widgets. Its rules start from `.plan-root` and reach nothing outside one.
    STYLESHEET "plan-widgets": "base.css" "items.css" "take.css" "filters.css" "choices.css" "paged.css" "glossary.css" "goals.css" "popup.css" "timeline.css" "overview.css";
    /// The stylesheet of the timeline alone.
    TIMELINE_STYLESHEET "timeline": "base.css" "items.css" "take.css" "filters.css" "choices.css" "paged.css" "timeline.css";
    /// The stylesheet of goals alone.
    GOALS_STYLESHEET "goals": "base.css" "items.css" "take.css" "filters.css" "choices.css" "paged.css" "goals.css";
    /// The stylesheet of the glossary alone.
    GLOSSARY_STYLESHEET "glossary": "base.css" "items.css" "take.css" "paged.css" "glossary.css";
    /// The stylesheet of the overview alone.
    OVERVIEW_STYLESHEET "overview": "base.css" "items.css" "take.css" "filters.css" "overview.css";
    /// The stylesheet of the pop-ups of terms in a page's own text.
    POPUP_STYLESHEET "annotate": "base.css" "popup.css";
    /// The stylesheet of the menu of what readers take away, once it is opened. Its rules start from `.plan-root` as well.
    MENU_STYLESHEET "menu": "menu.css";
    /// How terms look in a page's own text. Its rules are for `plan-term` alone.
    MARKS "marks": "marks.css";
}

/// How many items are shown at first, and how many more at each request: a page of thousands stays quick.
const AT_A_TIME: usize = 100;

choice! {
    /// Light or dark, instead of the page's own choice.
    ColorScheme {
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

/// Whether a widget is live, that is, whether its controls work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Liveness {
    /// The controls work.
    #[default]
    Live,
    /// The controls take up their space, so that nothing moves when they start to work.
    Waiting,
    /// There are no controls: plain HTML for a page without scripts.
    #[cfg(feature = "prerender")]
    None,
}

impl Liveness {
    /// Whether it is plain HTML, which never becomes live.
    const fn is_plain(self) -> bool {
        #[cfg(feature = "prerender")]
        return matches!(self, Liveness::None);
        #[cfg(not(feature = "prerender"))]
        false
    }
}

/// The stylesheet as an element, once per page of a Yew application.
#[component]
pub fn Styles() -> Html {
    let themes: String = Theme::ALL.iter().map(|theme| theme.in_components()).collect();
    html! { <style>{ STYLESHEET }{ MARKS }{ themes }</style> }
}

/// The tag of a heading of a rank, 1 to 6.
fn rank(level: u8) -> &'static str {
    let tags = ["h1", "h2", "h3", "h4", "h5", "h6"];
    tags.get(usize::from(level).saturating_sub(1)).unwrap_or(&"h6")
}

/// `text` with the hit in a `<mark>`.
fn marked(text: &str, hit: Option<Range<usize>>) -> Html {
    let parts =
        hit.and_then(|hit| Some((text.get(..hit.start)?, text.get(hit.clone())?, text.get(hit.end..)?)));
    match parts {
        Some((before, hit, after)) => markup! { { before } <mark>{ hit }</mark> { after } },
        None => html! { text },
    }
}
