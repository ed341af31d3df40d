//! Ids that know what they are of: a [`TopicId`] is no [`GoalId`].

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    ops::Deref,
};

use super::{Article, Chapter, Department, Event, Goal, Period, Place, Project, Term, Topic};

/// The id of a `T`, of whichever plan.
pub struct IdOf<T>(Box<str>, PhantomData<fn() -> T>);

/// The id of a topic.
pub type TopicId = IdOf<Topic>;
/// The id of a period.
pub type PeriodId = IdOf<Period>;
/// The id of an article, or of another passage: `7`, `preamble`, `glossary:6`.
pub type ArticleId = IdOf<Article>;
/// The id of a part of the plan.
pub type ChapterId = IdOf<Chapter>;
/// The id of a department.
pub type DepartmentId = IdOf<Department>;
/// The id of a place.
pub type PlaceId = IdOf<Place>;
/// The id of an event: of an item of a timeline.
pub type EventId = IdOf<Event>;
/// The id of a goal.
pub type GoalId = IdOf<Goal>;
/// The id of a project.
pub type ProjectId = IdOf<Project>;
/// The id of a term.
pub type TermId = IdOf<Term>;

impl<T> Deref for IdOf<T> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<T, S: AsRef<str>> From<S> for IdOf<T> {
    fn from(id: S) -> Self {
        IdOf(id.as_ref().into(), PhantomData)
    }
}

// Not derived, for that would ask the same of `T`.
impl<T> Clone for IdOf<T> {
    fn clone(&self) -> Self {
        IdOf(self.0.clone(), PhantomData)
    }
}

impl<T> PartialEq for IdOf<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for IdOf<T> {}

impl<T> PartialOrd for IdOf<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for IdOf<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<T> Hash for IdOf<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T> fmt::Debug for IdOf<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T> fmt::Display for IdOf<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}
