//! Where what a component shows comes from.

use std::{fmt, ptr, rc::Rc};

use yew::html::IntoPropValue;

use crate::{
    model::{Lang, Plan},
    view::{View, words::Language},
};

/// Where what a component shows comes from: an `Rc` of a plan, or of a view model in the same language.
#[derive(Clone)]
pub enum Source<T> {
    /// A plan, of which a view model is built in the component's language.
    Plan(Rc<dyn Build<T>>),
    /// A view model.
    View(Rc<T>),
}

impl<T> Source<T> {
    /// The view model, in a language or in the plan's own.
    pub(super) fn view(&self, lang: &Lang) -> Rc<T> {
        self.view_of(lang, false)
    }

    /// The same; of a plan, where `whole` says so, with what a reader has to ask for.
    pub(super) fn view_of(&self, lang: &Lang, whole: bool) -> Rc<T> {
        match self {
            Source::Plan(plan) => Rc::new(plan.build(lang, whole)),
            Source::View(view) => view.clone(),
        }
    }
}

impl<T> fmt::Debug for Source<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Source")
    }
}

/// What a view model can be built of. An application that shows view models only has nothing of plans in it.
pub trait Build<T> {
    /// Builds the view model in a language, or in the plan's own where the plan lacks that; `whole`, with what a reader has to
    /// ask for.
    fn build(&self, lang: &Lang, whole: bool) -> T;
}

impl<T: View> Build<T> for Plan {
    fn build(&self, lang: &Lang, whole: bool) -> T {
        // A plan that lacks the language is shown in its own.
        let best = Lang::best(lang.key(), &self.languages).or(self.languages.first());
        let best = best.cloned().unwrap_or_default();
        if whole { T::whole(self, &best, &Language::of(&best)) } else { T::of(self, &best) }
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

impl<T: View> IntoPropValue<Source<T>> for Rc<T> {
    fn into_prop_value(self) -> Source<T> {
        Source::View(self)
    }
}
