//! The interface's words: a file per language, `src/view/languages/TAG.json`, read as lists of texts.
//!
//! A view model has the list that its widget shows, so that a page gets one language's words with the data that it shows,
//! and no module has any. What stands where in a list is said here.

/// A text of a language's file.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Where it stands in the file: its section and its name there, or further down.
    pub path: &'static str,
    /// The names of its holes.
    pub holes: &'static [&'static str],
}

macro_rules! path {
    ($group:literal, $key:ident) => {
        concat!($group, "/", stringify!($key))
    };
    ($group:literal, $key:ident, $path:literal) => {
        $path
    };
}

/// Says once which texts belong together: a list of them with a method for each, and their keys in the file. A method of a
/// sentence with holes gives it as it is, with `{0}` in place of the first.
macro_rules! words {
    (
        $(#[$about:meta])*
        $name:ident($index:ident) $(behind $common:ident)?: $group:literal {
            $($(#[$doc:meta])* $key:ident $(($($hole:ident),+))? $(= $path:literal)?;)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a>(pub &'a [String]);

        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "the names of methods")]
        #[allow(dead_code, reason = "some are reached from the first of several")]
        pub(in crate::view) enum $index {
            $($key,)*
        }

        impl<'a> $name<'a> {
            pub(super) const OWN: &'static [Key] = &[
                $(Key { path: path!($group, $key $(, $path)?), holes: &[$($(stringify!($hole),)+)?] },)*
            ];

            /// How many of every widget stand before them in the list.
            pub(super) const BEFORE: usize = <[()]>::len(&[$($common,)?]) * CommonWords::OWN.len();

            /// The keys of the list in a language's file, in its order.
            pub fn keys() -> impl Iterator<Item = &'static Key> {
                CommonWords::OWN[..Self::BEFORE].iter().chain(Self::OWN)
            }

            $(
                $(#[$doc])*
                #[must_use]
                pub fn $key(self) -> &'a str {
                    at(self.0, Self::BEFORE + $index::$key as usize)
                }
            )*
        }
    };
}
// Behind the macros, for those are known from their lines on.
mod language;
mod names;
mod plans;
mod sentence;
mod widgets;

pub use language::Language;
pub(super) use plans::InDates;
pub use plans::{DateWords, PassageWords, PlanWords, ProgressWords};
pub(crate) use sentence::{FORMS, expand, numeral};
pub use sentence::{cut, fill, joined};
pub use widgets::{CommonWords, GlossaryWords, GoalWords, MenuWords, OverviewWords, TimelineWords};

/// A text of a list; an empty one where the list is shorter. By reference, which takes less of each call than a slice.
#[inline(never)]
pub(super) fn at(texts: &[String], index: usize) -> &String {
    static EMPTY: String = String::new();
    texts.get(index).unwrap_or(&EMPTY)
}
