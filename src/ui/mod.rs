//! How it looks: the Yew components, each with its stylesheet beside it.

mod glossary;
mod markup;
#[cfg(feature = "prerender")]
pub mod prerender;
mod timeline;

use std::ops::Range;

use web_sys::{Element, HtmlElement, wasm_bindgen::JsCast};
use yew::prelude::*;

pub use glossary::{Filtered, Glossary, GlossaryProps, Selected};
pub use timeline::{Course, Layout, Narrowed, Timeline, TimelineProps};

/// The stylesheet of all widgets. Its rules start from `.plan-root` and reach nothing outside one.
pub const STYLESHEET: &str =
    concat!(include_str!("base.css"), include_str!("glossary.css"), include_str!("timeline.css"));

/// The stylesheets of pages with one kind of widget, by its name.
pub const STYLESHEETS: [(&str, &str); 2] = [
    ("glossary", concat!(include_str!("base.css"), include_str!("glossary.css"))),
    ("timeline", concat!(include_str!("base.css"), include_str!("timeline.css"))),
];

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
pub enum Controls {
    /// They work.
    #[default]
    Live,
    /// Their place is held, so that nothing moves when they start to work.
    Waiting,
    /// There are none: plain HTML for a page without scripts.
    None,
}

/// The stylesheet as an element, once per page of a Yew application.
#[component]
pub fn Styles() -> Html {
    html! { <style>{ STYLESHEET }</style> }
}

/// An element with a `part` for the stylesheet and for `::part()`; of many, one expansion of `html!`.
fn el(tag: &'static str, part: &'static str, children: impl Into<Children>) -> Html {
    fn build(tag: &'static str, part: &'static str, children: Html) -> Html {
        let part = (!part.is_empty()).then_some(part);
        html! { <@{tag} {part}>{ children }</@> }
    }
    build(tag, part, children.into().0)
}

fn heading(level: u8, text: &'static str) -> Html {
    heading_of(level, "heading", text)
}

/// A heading of a rank, 1 to 6.
fn heading_of(level: u8, part: &'static str, text: impl Into<Children>) -> Html {
    el(rank(level), part, text)
}

/// The tag of a heading of a rank, 1 to 6.
fn rank(level: u8) -> &'static str {
    let tags = ["h1", "h2", "h3", "h4", "h5", "h6"];
    tags.get(usize::from(level).saturating_sub(1)).unwrap_or(&"h6")
}

fn space() -> Html {
    html! { " " }
}

/// `text` with the hit in a `<mark>`.
fn marked(text: &str, hit: Option<Range<usize>>) -> Html {
    let parts =
        hit.and_then(|hit| Some((text.get(..hit.start)?, text.get(hit.clone())?, text.get(hit.end..)?)));
    match parts {
        Some((before, hit, after)) => html! { <>{ before }{ el("mark", "", hit) }{ after }</> },
        None => html! { text },
    }
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // The only error is an element that can't take focus; the reader stays where they are.
        let _ = element.focus();
    }
}

/// What may stand in an element.
struct Children(Html);

impl From<Html> for Children {
    fn from(html: Html) -> Self {
        Children(html)
    }
}

impl From<Vec<Html>> for Children {
    fn from(list: Vec<Html>) -> Self {
        Children(list.into_iter().collect())
    }
}

impl From<&str> for Children {
    fn from(text: &str) -> Self {
        Children(html! { text })
    }
}

impl From<String> for Children {
    fn from(text: String) -> Self {
        Children(html! { text })
    }
}
