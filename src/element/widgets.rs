//! The list of widgets. Each is defined in a file of its own: data, component, attributes, events, parts.

mod glossary;
mod goals;
mod overview;
mod terms;
mod timeline;

use crate::{
    spec::{Element, Key},
    widget::Widget,
};
use plan_widgets::{Glossary, GoalDeck, Overview, Timeline};

pub use goals::GoalCard;
pub use timeline::UNDATED;

/// Lists the widgets with the feature whose module has them; other elements, which have no component, come last.
macro_rules! widgets {
    ($($feature:literal: $($widget:ident)+;)+ without component: $($element:path)+;) => {
        /// Every element.
        pub const ELEMENTS: &[Element] = &[$($(<$widget as Widget>::ELEMENT,)+)+ $($element),+];

        /// The widget of a name, mounted in `root`; none where the module doesn't have it.
        #[cfg(feature = "mount")]
        pub fn mounted(name: &str, root: &web_sys::Element, emit: &crate::widget::Emit) -> Option<Box<dyn crate::mount::Mounted>> {
            $($(
                #[cfg(feature = $feature)]
                if name == const { <$widget as Widget>::ELEMENT.widget } {
                    return Some(crate::mount::live::<$widget>(root, emit));
                }
            )+)+
            None
        }

        /// Every widget as what makes static HTML of it.
        #[cfg(feature = "prerender")]
        pub static RENDERED: &[&(dyn crate::render::Rendered + Sync)] =
            &[$($(&crate::render::Static::<$widget>::NEW),+),+];
    };
}

widgets! {
    "timeline": Timeline;
    "goals": GoalCard GoalDeck;
    "glossary": Glossary;
    "overview": Overview;
    without component: terms::PLAN_TERM terms::PLAN_ANNOTATE;
}

/// How many attributes all elements have.
const COUNT: usize = {
    let (mut count, mut at) = (0, 0);
    while at < ELEMENTS.len() {
        count += ELEMENTS[at].attributes.len();
        at += 1;
    }
    count
};

/// The name and kind of every element's attributes, made when it is compiled: without their docs.
pub static KINDS: [Key; COUNT] = {
    let mut kinds = [ELEMENTS[0].attributes[0].key(); COUNT];
    let (mut count, mut at) = (0, 0);
    while at < ELEMENTS.len() {
        let mut attribute = 0;
        while attribute < ELEMENTS[at].attributes.len() {
            kinds[count] = ELEMENTS[at].attributes[attribute].key();
            (count, attribute) = (count + 1, attribute + 1);
        }
        at += 1;
    }
    kinds
};
