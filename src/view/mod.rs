//! What is to be shown of a plan: pure functions of a plan and options. No DOM, no Yew, no I/O.

pub mod facets;
pub mod filter;
pub mod glossary;
pub mod goals;
pub mod marking;
pub mod progress;
pub mod search;
pub mod summary;
pub mod terms;
pub mod timeline;
pub mod words;

use crate::model::{Lang, Plan, Value};

/// A view model: what one widget shows of a plan, in one language.
pub trait View: Sized + 'static {
    /// Builds it of a plan, in one of the plan's languages.
    fn of(plan: &Plan, lang: Lang) -> Self;

    /// Reads what was written by another program; what isn't there is left empty.
    fn read_from(value: &impl Value) -> Self;

    /// The language of every text.
    fn lang(&self) -> Lang;

    /// The plan's languages, its own first.
    fn languages(&self) -> &[Lang];

    /// The plan's own language, in which quotes stand.
    fn original(&self) -> Lang {
        self.languages().first().copied().unwrap_or_default()
    }
}

/// Implements [`View`] for what `carried!` has defined.
macro_rules! view {
    ($name:ident) => {
        impl $crate::view::View for $name {
            fn of(plan: &$crate::model::Plan, lang: $crate::model::Lang) -> Self {
                $name::of(plan, lang)
            }

            fn read_from(value: &impl $crate::model::Value) -> Self {
                $crate::model::Carried::carried(value)
            }

            fn lang(&self) -> $crate::model::Lang {
                self.lang
            }

            fn languages(&self) -> &[$crate::model::Lang] {
                &self.languages
            }
        }
    };
}

use view;
