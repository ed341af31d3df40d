//! What a plan says: its types, and the bundled plan. Knows nothing of screens.

mod load;
mod name;
mod node;
mod problem;
mod records;
mod text;
mod time;
mod value;

pub use name::{Address, Collected, Collection, Id, Number, Ref};
pub(crate) use node::{Log, Node, Read, WHOLE, choice, one_of, record};
pub use problem::{Problem, Problems};
pub use records::*;
pub use text::{Lang, Text, nearest};
pub use time::{Bound, Date, Edtf, Part, Time, TimeKind};
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
    /// The subjects that records are sorted by: an editor's, not the plan's.
    pub topics: Collection<Topic>,
    /// Who usually looks after what.
    pub departments: Collection<Department>,
    /// The spans of time that the plan speaks of.
    pub periods: Collection<Period>,
    /// The document's parts.
    pub parts: Collection<Chapter>,
    /// Its articles.
    pub articles: Collection<Article>,
    /// The principles that it lays down.
    pub principles: Collection<Principle>,
    /// Every quantity that it states.
    pub figures: Collection<Figure>,
    /// Every named project.
    pub projects: Collection<Project>,
    /// What it sets out to reach.
    pub goals: Collection<Goal>,
    /// What goes on a timeline.
    pub events: Collection<Event>,
    /// The terms it explains, in its own order.
    pub terms: Collection<Term>,
}
