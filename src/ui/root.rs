//! What all widgets take from around them, and the element that each stands in.

use yew::prelude::*;

use super::{ColorScheme, Controls, Theme, markup::markup, parts::paragraph};
use crate::model::Lang;

/// What all widgets take from around them.
#[derive(PartialEq)]
pub(super) struct Around<'a> {
    pub lang: &'a Lang,
    pub heading_level: u8,
    pub color_scheme: Option<ColorScheme>,
    pub theme: Option<Theme>,
    pub controls: Controls,
    /// Whether there is the menu of what readers take away.
    pub menu: bool,
    pub link_prefix: &'a Option<AttrValue>,
    pub class: &'a Option<AttrValue>,
    pub id: &'a Option<AttrValue>,
    pub node_ref: &'a Option<NodeRef>,
}

impl Around<'_> {
    /// The element with a widget in it, in the language of its view model, between what has to be said of that and of the
    /// whole; `layout` is a timeline's. `take` is the name of the menu at its foot.
    pub fn root(
        &self,
        node: &NodeRef,
        (lang, direction, note, notice, take): (&Lang, &str, &str, &str, &str),
        layout: Option<&str>,
        inside: Html,
    ) -> Html {
        let class = match self.class {
            Some(class) => ["plan-root ", class].concat().into(),
            None => AttrValue::Static("plan-root"),
        };
        markup! {
            <div
                ref={node} id={self.id} part="root" lang={lang.tag()} dir={direction}
                data-scheme={self.color_scheme.map(ColorScheme::name)} data-theme={self.theme.map(Theme::name)}
                data-layout={layout} class={class}
            >
                { paragraph("language", note) }
                { inside }
                { paragraph("notice", notice) }
                { self.menu(take) }
            </div>
        }
    }

    /// The button of the menu: as high before it works as when it does.
    fn menu(&self, name: &str) -> Html {
        if !self.menu || self.controls.are_none() {
            return Html::default();
        }
        let waits = self.controls != Controls::Live;
        markup! {
            <p part="take" class="plan-controls">
                <button type="button" part="menu" data-do="menu" aria-haspopup="menu" disabled={waits}>{ name }</button>
            </p>
        }
    }
}
