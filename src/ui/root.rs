//! What all widgets take from around them, and the element that each stands in.

use yew::prelude::*;

use super::{
    ColorScheme, Control, Controls, Liveness, Theme,
    markup::markup,
    parts::{head, paragraph},
    rank,
};
use crate::model::Lang;

/// What all widgets take from around them.
#[derive(PartialEq)]
pub(super) struct Around<'a> {
    pub lang: &'a Lang,
    pub heading: &'a Option<AttrValue>,
    pub heading_level: u8,
    pub color_scheme: Option<ColorScheme>,
    pub theme: Option<Theme>,
    pub controls: Controls,
    pub liveness: Liveness,
    /// Whether there is the menu of what readers take away.
    pub menu: bool,
    pub link_prefix: &'a Option<AttrValue>,
    pub class: &'a Option<AttrValue>,
    pub id: &'a Option<AttrValue>,
    pub node_ref: &'a Option<NodeRef>,
}

/// `around` of a widget's props: what they have in common with those of other widgets. The names are the props that change
/// nothing there, or are compared by themselves; the compiler asks for one that is forgotten.
macro_rules! around {
    ($props:ident: $($other:ident)*) => {
        around!($props [controls link_prefix] *controls, link_prefix; $($other)*);
    };
    ($props:ident without controls: $($other:ident)*) => {
        around!($props [] crate::ui::Controls::AUTO, &None; $($other)*);
    };
    ($props:ident [$($own:ident)*] $controls:expr, $link_prefix:expr; $($other:ident)*) => {
        impl $props {
            /// What it has in common with other widgets.
            pub(super) fn around(&self) -> crate::ui::root::Around<'_> {
                let $props {
                    lang, heading, heading_level, color_scheme, theme, liveness, class, id, node_ref, onmenu,
                    $($own,)* $($other: _,)*
                } = self;
                crate::ui::root::Around {
                    lang,
                    heading,
                    heading_level: *heading_level,
                    color_scheme: *color_scheme,
                    theme: *theme,
                    controls: $controls,
                    liveness: *liveness,
                    menu: onmenu.is_some(),
                    link_prefix: $link_prefix,
                    class,
                    id,
                    node_ref,
                }
            }
        }
    };
}
pub(super) use around;

impl Around<'_> {
    /// Whether there is no heading to be seen: the one of the page's article will do.
    fn is_headless(&self) -> bool {
        self.heading.as_deref() == Some("")
    }

    /// Whether it has a control for so many items.
    pub fn shows(&self, control: Control, items: usize) -> bool {
        self.controls.has_for(control, items)
    }

    /// The tag of the first headings within.
    pub fn rank(&self) -> &'static str {
        rank(self.level())
    }

    /// The rank of the first headings within: one below the widget's own, or its place where it has none.
    pub fn level(&self) -> u8 {
        self.heading_level + u8::from(!self.is_headless())
    }

    /// The head of a widget, with `name` as its heading where the page has none for it.
    pub fn head(&self, name: &str, source: &str, more: Html) -> Html {
        head(self.heading_level, self.heading.as_deref().unwrap_or(name), source, more)
    }

    /// The element with a widget in it, in the language of its view model, between what has to be said of that and of the
    /// whole; `layout` is a timeline's, `take` the name of the menu at its foot. `name` names it for assistive technology where
    /// no heading does.
    pub fn root(
        &self,
        node: &NodeRef,
        name: &str,
        (lang, direction, note, notice, take): (&Lang, &str, &str, &str, &str),
        layout: Option<&str>,
        inside: Html,
    ) -> Html {
        let class = match self.class {
            Some(class) => ["plan-root ", class].concat().into(),
            None => AttrValue::Static("plan-root"),
        };
        let name = Some(name).filter(|_| self.is_headless());
        markup! {
            <div
                ref={node} id={self.id} part="root" lang={lang.tag()} dir={direction}
                data-scheme={self.color_scheme.map(ColorScheme::name)} data-theme={self.theme.map(Theme::name)}
                data-layout={layout} class={class}
                role={name.map(|_| "region")} aria-label={name}
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
        if !self.menu || !self.controls.has(Control::Menu) || self.liveness.is_plain() {
            return Html::default();
        }
        let waits = self.liveness != Liveness::Live;
        markup! {
            <p part="take" class="plan-controls">
                <button type="button" part="menu" data-do="menu" aria-haspopup="menu" disabled={waits}>{ name }</button>
            </p>
        }
    }
}
