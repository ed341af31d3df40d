//! How it looks: the Yew components, each with its stylesheet beside it.

mod annotated;
mod filters;
mod glossary;
mod goals;
mod listener;
mod markup;
#[cfg(feature = "prerender")]
pub mod poster;
#[cfg(feature = "prerender")]
pub mod prerender;
mod source;
mod terms;
mod timeline;

use std::ops::Range;

use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use markup::markup;

pub use annotated::{Annotated, AnnotatedProps, First, Term, TermProps};
pub use filters::Narrowed;
pub use glossary::{Filtered, Glossary, GlossaryProps, Selected};
pub use goals::{Arranged, GoalCard, GoalCardProps, GoalDeck, GoalDeckProps, Variant};
pub use source::{Build, Source};
pub use timeline::{Layout, Timeline, TimelineProps};

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
    STYLESHEET "plan-widgets": "base.css" "items.css" "paged.css" "glossary.css" "goals.css" "popup.css" "timeline.css";
    /// The stylesheet of the timeline alone.
    TIMELINE_STYLESHEET "timeline": "base.css" "items.css" "timeline.css";
    /// The stylesheet of goals alone.
    GOALS_STYLESHEET "goals": "base.css" "items.css" "paged.css" "goals.css";
    /// The stylesheet of the glossary alone.
    GLOSSARY_STYLESHEET "glossary": "base.css" "items.css" "paged.css" "glossary.css";
    /// The stylesheet of the pop-ups of terms in a page's own text.
    POPUP_STYLESHEET "annotate": "base.css" "popup.css";
    /// How terms look in a page's own text. Its rules are for `plan-term` alone.
    MARKS "marks": "marks.css";
}

/// So many items are shown, and so many more at each request: a page of thousands stays quick.
const AT_A_TIME: usize = 100;

/// Light or dark, against the page's own choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorScheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl ColorScheme {
    /// Every scheme.
    pub const ALL: [ColorScheme; 2] = [ColorScheme::Light, ColorScheme::Dark];

    /// The value of the `color-scheme` attribute.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ColorScheme::Light => "light",
            ColorScheme::Dark => "dark",
        }
    }
}

/// The state of a widget's controls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Controls {
    /// They work.
    #[default]
    Live,
    /// Their place is held, so that nothing moves when they start to work.
    Waiting,
    /// There are none: plain HTML for a page without scripts.
    #[cfg(feature = "prerender")]
    None,
}

impl Controls {
    /// Whether there are none; on a live page there always are some.
    const fn are_none(self) -> bool {
        #[cfg(feature = "prerender")]
        return matches!(self, Controls::None);
        #[cfg(not(feature = "prerender"))]
        false
    }
}

/// What is selected in a timeline or among goals after a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The id of the goal.
    pub goal: Option<AttrValue>,
    /// The id of the project that the item is about, or that serves the goal.
    pub project: Option<AttrValue>,
    /// The id of the timeline's item, or of one that shows the project.
    pub item: Option<AttrValue>,
}

/// The stylesheet as an element, once per page of a Yew application.
#[component]
pub fn Styles() -> Html {
    html! { <style>{ STYLESHEET }{ MARKS }</style> }
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

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // The only error is an element that can't take focus; the reader stays where they are.
        let _ = element.focus();
    }
}
