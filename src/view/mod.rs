//! What is to be shown of a plan: pure functions of a plan and options. No DOM, no Yew, no I/O.

pub mod facets;
pub mod filter;
pub mod glossary;
pub mod goals;
pub mod languages;
pub mod marking;
pub mod overview;
pub mod progress;
pub mod search;
pub mod summary;
pub mod terms;
pub mod timeline;
pub mod unicode;
pub mod words;

use crate::model::{Carried, IdOf, Lang, Plan, Value};
use words::Language;

/// A view model: what one widget shows of a plan, in one language.
pub trait View: Sized + 'static {
    /// Builds it of a plan, in one of the plan's languages, with the words that there are for that.
    fn of(plan: &Plan, lang: &Lang) -> Self {
        Self::with(plan, lang, &Language::of(lang))
    }

    /// Builds it with the words of a language.
    fn with(plan: &Plan, lang: &Lang, language: &Language) -> Self;

    /// The same with what a reader has to ask for: in a timeline the works without a date.
    fn whole(plan: &Plan, lang: &Lang, language: &Language) -> Self {
        Self::with(plan, lang, language)
    }

    /// Reads what was written by another program; what isn't there is left empty.
    fn read_from(value: &impl Value) -> Self;

    /// Writes it as JSON, for [`read_from`](View::read_from).
    fn json(&self) -> String;

    /// The same in two: what is shown first, and what an item that opens or a search needs as well, empty where that is
    /// nothing. What the second has belongs into the first by its name, of items by their index.
    fn json_in_two(&self) -> [String; 2] {
        [self.json(), String::new()]
    }

    /// The language of every text.
    fn lang(&self) -> &Lang;

    /// The plan's languages, first the one that quotes stand in.
    fn languages(&self) -> &[Lang];

    /// The language that quotes stand in: the plan's own, or the one shown where it is the same in another script.
    fn original(&self) -> &Lang {
        self.languages().first().unwrap_or(self.lang())
    }
}

/// The indices of what has these ids among those known, in their order; of no ids all.
#[inline(never)]
fn picked<T>(ids: &[IdOf<T>], known: Vec<&str>) -> Vec<usize> {
    if ids.is_empty() {
        return (0..known.len()).collect();
    }
    ids.iter().filter_map(|id| known.iter().position(|known| *known == &**id)).collect()
}

/// What `carried!` has defined, as JSON.
fn json(value: &impl Carried) -> String {
    let mut json = String::new();
    value.write(&mut json);
    json
}

/// Implements [`View`] for what `carried!` has defined.
macro_rules! view {
    ($name:ident, $words:ident $(, $more:item)*) => {
        impl $name {
            /// The view model of `plan` in `lang`, which must be one of its languages, with the words that there are for that:
            /// see [`Language::of`](crate::view::words::Language::of).
            #[must_use]
            pub fn of(plan: &$crate::model::Plan, lang: &$crate::model::Lang) -> $name {
                <$name as $crate::view::View>::of(plan, lang)
            }

            /// The words around it.
            #[must_use]
            pub fn words(&self) -> $words<'_> {
                $words(&self.words)
            }

            /// Those of every widget, and how numbers are written.
            #[must_use]
            pub fn common(&self) -> $crate::view::words::CommonWords<'_> {
                $crate::view::words::CommonWords(&self.words)
            }
        }

        impl $crate::view::View for $name {
            fn with(
                plan: &$crate::model::Plan,
                lang: &$crate::model::Lang,
                language: &$crate::view::words::Language,
            ) -> Self {
                $name::with(plan, lang, language)
            }

            fn read_from(value: &impl $crate::model::Value) -> Self {
                $crate::model::Carried::carried(value)
            }

            fn json(&self) -> String {
                $crate::view::json(self)
            }

            $($more)*

            fn lang(&self) -> &$crate::model::Lang {
                &self.lang
            }

            fn languages(&self) -> &[$crate::model::Lang] {
                &self.languages
            }
        }
    };
}

use view;
