//! What the reader selects, for those who show it elsewhere as well.

use yew::{AttrValue, html::IntoPropValue};

use crate::model::{ArticleId, EventId, GoalId, IdOf, ProjectId, TermId};

/// What is selected in a timeline or among goals. One selection can go to both: each takes what it knows, and emits what
/// the other needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// A goal.
    pub goal: Option<GoalId>,
    /// The project that the item is about, or that serves the goal.
    pub project: Option<ProjectId>,
    /// An item of the timeline, or one that shows the project.
    pub item: Option<EventId>,
}

/// What is selected in a glossary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlossarySelection {
    /// The term.
    pub term: Option<TermId>,
    /// The passage that uses it, where the reader has pressed one.
    pub article: Option<ArticleId>,
}

/// A literal as an id: `goal="transport"`.
impl<T> IntoPropValue<IdOf<T>> for &'static str {
    fn into_prop_value(self) -> IdOf<T> {
        self.into()
    }
}

/// A text that came as a property: an id in a link, for one.
impl<T> IntoPropValue<IdOf<T>> for AttrValue {
    fn into_prop_value(self) -> IdOf<T> {
        (&*self).into()
    }
}
