//! How it looks: the Yew components, each with its stylesheet beside it.

mod glossary;
#[cfg(feature = "prerender")]
pub mod prerender;

use yew::prelude::*;

pub use glossary::{Filtered, Glossary, GlossaryProps, Selected};

/// The stylesheet of all widgets. Its rules start from `.plan-root` and reach nothing outside one.
pub const STYLESHEET: &str = concat!(include_str!("base.css"), include_str!("glossary.css"));

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
    let tags = ["h1", "h2", "h3", "h4", "h5", "h6"];
    el(tags.get(usize::from(level).saturating_sub(1)).unwrap_or(&"h2"), "heading", text)
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
