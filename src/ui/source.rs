//! Where what a component shows comes from.

use std::{fmt, ptr, rc::Rc};

use yew::html::IntoPropValue;

use crate::{
    model::{Lang, Plan},
    view::{glossary::GlossaryView, goals::DeckView, timeline::TimelineView},
};

/// Where what a component shows comes from: an `Rc` of a plan, or of what was told of one in the same language.
#[derive(Clone)]
pub enum Source<T> {
    /// A plan, told in the component's language.
    Plan(Rc<dyn Build<T>>),
    /// Told already.
    View(Rc<T>),
}

impl<T> Source<T> {
    /// What is told, in a language that the plan has.
    pub(super) fn view(&self, lang: Lang) -> Rc<T> {
        match self {
            Source::Plan(plan) => Rc::new(plan.build(lang)),
            Source::View(view) => view.clone(),
        }
    }
}

impl<T> fmt::Debug for Source<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Source")
    }
}

/// What can be told as a `T`. An application that only shows what was told already has nothing of plans in it.
pub trait Build<T> {
    /// What it tells in one of its languages.
    fn build(&self, lang: Lang) -> T;
}

impl Build<TimelineView> for Plan {
    fn build(&self, lang: Lang) -> TimelineView {
        TimelineView::of(self, lang)
    }
}

impl Build<DeckView> for Plan {
    fn build(&self, lang: Lang) -> DeckView {
        DeckView::of(self, lang)
    }
}

impl Build<GlossaryView> for Plan {
    fn build(&self, lang: Lang) -> GlossaryView {
        GlossaryView::of(self, lang)
    }
}

/// The same one in memory: to compare what all records say would take longer than to render.
impl<T> PartialEq for Source<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Source::Plan(one), Source::Plan(other)) => ptr::addr_eq(Rc::as_ptr(one), Rc::as_ptr(other)),
            (Source::View(one), Source::View(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl<T> IntoPropValue<Source<T>> for Rc<Plan>
where
    Plan: Build<T>,
{
    fn into_prop_value(self) -> Source<T> {
        Source::Plan(self)
    }
}

impl IntoPropValue<Source<TimelineView>> for Rc<TimelineView> {
    fn into_prop_value(self) -> Source<TimelineView> {
        Source::View(self)
    }
}

impl IntoPropValue<Source<DeckView>> for Rc<DeckView> {
    fn into_prop_value(self) -> Source<DeckView> {
        Source::View(self)
    }
}

impl IntoPropValue<Source<GlossaryView>> for Rc<GlossaryView> {
    fn into_prop_value(self) -> Source<GlossaryView> {
        Source::View(self)
    }
}
