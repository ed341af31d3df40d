//! What a plan says: its types, and the bundled plan. Knows nothing of screens.

mod load;
mod problem;
mod text;
mod value;

pub(crate) use load::one_of;
pub use problem::{Problem, Problems};
pub use text::{Lang, Text, nearest};
pub use value::Value;

/// The bundled plan: Zhanjiang's proposal for the 14th Five-Year Plan, as JSON.
pub const PLAN_JSON: &str = include_str!("plan.json");

/// A plan, or the slice of one that a widget needs. Every value has passed validation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The languages in which every text is given; the plan's own comes first.
    pub languages: Vec<Lang>,
    /// What the document is.
    pub about: About,
    /// The terms it explains, in its own order.
    pub terms: Vec<Term>,
}

/// The document: `plan` in the JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Unique among plans, stable over versions.
    pub id: Box<str>,
    /// The full official title.
    pub title: Text,
    /// A title of a few words.
    pub short: Text,
}

/// A term of the plan's glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Unique in the plan: lower-case ASCII letters, digits and hyphens.
    pub id: Box<str>,
    /// The term.
    pub name: Text,
    /// Where the plan explains it.
    pub cite: Option<Cite>,
    /// Syllables with tone marks, parted by spaces; empty where the term has none.
    pub pinyin: Box<str>,
    /// An editor's explanation, in our words.
    pub note: Text,
    /// What the term stands for, part by part, in the plan's words.
    pub components: Vec<Component>,
}

/// One of the things that a term sums up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Component {
    /// The plan's own keyword for it, where it has one.
    pub label: Option<Text>,
    /// What it is.
    pub text: Text,
    /// Where the plan says so.
    pub cite: Option<Cite>,
}

/// A passage of the source text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cite {
    /// An article's number, or `preamble`, `closing`, `lead:N`, `glossary:N`.
    pub article: Box<str>,
    /// First character and the one after the last, counted in Unicode characters from 0. A slice leaves it out.
    pub span: Option<[usize; 2]>,
    /// The passage, character by character. A slice leaves it out.
    pub exact: Option<Box<str>>,
}

impl Cite {
    /// The number behind `glossary:`, when the passage is an entry of the plan's glossary.
    #[must_use]
    pub fn glossary_entry(&self) -> Option<usize> {
        self.article.strip_prefix("glossary:")?.parse().ok()
    }
}
