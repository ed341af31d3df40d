//! Where what a component shows comes from.

use std::{fmt, ptr, rc::Rc};

use yew::html::IntoPropValue;

use crate::{
    model::{Lang, Plan},
    view::{glossary::Lexicon, goals::Deck, timeline::Chronology},
};

/// Where what a component shows comes from: an `Rc` of a plan, or of what was told of one in the same language.
#[derive(Clone)]
pub enum Source<T> {
    /// A plan, told in the component's language.
    Plan(Rc<dyn Tells<T>>),
    /// Told already.
    Told(Rc<T>),
}

impl<T> Source<T> {
    /// What is told, in a language that the plan has.
    pub(super) fn told(&self, lang: Lang) -> Rc<T> {
        match self {
            Source::Plan(plan) => Rc::new(plan.tell(lang)),
            Source::Told(told) => told.clone(),
        }
    }
}

impl<T> fmt::Debug for Source<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Source")
    }
}

/// What can be told as a `T`. An application that only shows what was told already has nothing of plans in it.
pub trait Tells<T> {
    /// What it tells in one of its languages.
    fn tell(&self, lang: Lang) -> T;
}

impl Tells<Chronology> for Plan {
    fn tell(&self, lang: Lang) -> Chronology {
        Chronology::of(self, lang)
    }
}

impl Tells<Deck> for Plan {
    fn tell(&self, lang: Lang) -> Deck {
        Deck::of(self, lang)
    }
}

impl Tells<Lexicon> for Plan {
    fn tell(&self, lang: Lang) -> Lexicon {
        Lexicon::of(self, lang)
    }
}

/// The same one in memory: to compare what all records say would take longer than to render.
impl<T> PartialEq for Source<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Source::Plan(one), Source::Plan(other)) => ptr::addr_eq(Rc::as_ptr(one), Rc::as_ptr(other)),
            (Source::Told(one), Source::Told(other)) => Rc::ptr_eq(one, other),
            _ => false,
        }
    }
}

impl<T> IntoPropValue<Source<T>> for Rc<Plan>
where
    Plan: Tells<T>,
{
    fn into_prop_value(self) -> Source<T> {
        Source::Plan(self)
    }
}

impl IntoPropValue<Source<Chronology>> for Rc<Chronology> {
    fn into_prop_value(self) -> Source<Chronology> {
        Source::Told(self)
    }
}

impl IntoPropValue<Source<Deck>> for Rc<Deck> {
    fn into_prop_value(self) -> Source<Deck> {
        Source::Told(self)
    }
}

impl IntoPropValue<Source<Lexicon>> for Rc<Lexicon> {
    fn into_prop_value(self) -> Source<Lexicon> {
        Source::Told(self)
    }
}
