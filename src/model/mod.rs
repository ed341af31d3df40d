//! What a plan says: its types, and the bundled plan. Knows nothing of screens.

mod document;
mod id;
mod load;
mod name;
mod node;
pub mod phrases;
mod problem;
mod progress;
mod records;
#[cfg(feature = "schema")]
mod schema;
mod table;
mod text;
mod time;
mod value;

pub use document::*;
pub use id::{
    ArticleId, ChapterId, DepartmentId, EventId, GoalId, IdOf, PeriodId, PlaceId, ProjectId, TermId, TopicId,
};
pub(crate) use load::parse;
pub use load::{Languages, Loader, Version};
pub use name::{Collected, Collection, Id, Number, Ref, Referred, Url};
#[cfg(feature = "serde")]
pub(crate) use node::is_default;
pub use node::quote;
pub(crate) use node::{
    Carried, Log, Node, Read, carried, choice, member, record, separate, word, write_member, write_text,
};
pub use phrases::Code;
pub use problem::{Phrase, Problem, Problems, problems_json};
pub use progress::{GoalStatus, Level, Point, PointKind, Progress, Report, Reporter, Rule, Status};
pub use records::*;
#[cfg(feature = "schema")]
pub use schema::{progress_schema, schema};
pub(crate) use table::Table;
pub(crate) use text::is_same_language;
pub use text::{Lang, Names, Reading, Text, decimal, nearest, signed};
pub(crate) use time::digits;
pub use time::{Bound, Date, Edtf, Opening, Part, Time, TimeKind};
pub use value::{Choice, Value};

/// The bundled plan: Zhanjiang's proposal for the 14th Five-Year Plan, as JSON. It is `plan.json` with what
/// `cargo xtask generate` makes of it: its texts in traditional characters.
pub const PLAN_JSON: &str = include_str!("bundled.json");

/// A plan. Every value has passed validation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
pub struct Plan {
    /// The version of the format: 1.
    pub schema: Version,
    /// The languages in which every text is given; the plan's own comes first.
    pub languages: Vec<Lang>,
    /// Which of them a program made of another one.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub converted: Vec<Conversion>,
    /// What the document is.
    #[cfg_attr(feature = "schema", serde(rename = "plan"))]
    pub about: About,
    /// The subjects that records are sorted by: an editor's, not the plan's.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub topics: Collection<Topic>,
    /// Who usually looks after what.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub departments: Collection<Department>,
    /// The places that it names.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub places: Collection<Place>,
    /// The spans of time that the plan speaks of.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub periods: Collection<Period>,
    /// The document's parts.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub parts: Collection<Chapter>,
    /// Its articles.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub articles: Collection<Article>,
    /// The principles that it lays down.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub principles: Collection<Principle>,
    /// Every quantity that it states.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub figures: Collection<Figure>,
    /// Every named project.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub projects: Collection<Project>,
    /// What it sets out to reach.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub goals: Collection<Goal>,
    /// What goes on a timeline.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub events: Collection<Event>,
    /// The terms it explains, in its own order.
    #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "is_default"))]
    pub terms: Collection<Term>,
}

impl Plan {
    /// What an event is called: by its own title, or as the one thing that it is about.
    #[must_use]
    pub fn title<'a>(&'a self, event: &'a Event) -> Option<&'a Text> {
        event.title.as_ref().or_else(|| match event.subject()? {
            Subject::Goal(id) => self.goals.find(id).map(|goal| &goal.title),
            Subject::Project(id) => self.projects.find(id).map(|project| &project.name),
            Subject::Figure(id) => self.figures.find(id).map(|figure| &figure.measure),
        })
    }
}
