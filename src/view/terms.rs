//! A term of the plan, explained where it is used.

use crate::model::{Plan, carried};

carried! {
    /// A term of the plan, explained.
    Term {
        /// The term.
        name: Box<str>,
        /// An editor's explanation.
        note: Box<str>,
        /// What it stands for.
        components: Vec<Box<str>>,
    }
}

impl Term {
    /// A term of `plan` by its id.
    #[must_use]
    pub fn of(plan: &Plan, id: &str, lang: &str) -> Option<Term> {
        let term = plan.terms.find(id)?;
        let components = term.components.iter().map(|component| component.text.get(lang).into());
        Some(Term {
            name: term.name.get(lang).into(),
            note: term.note.get(lang).into(),
            components: components.collect(),
        })
    }
}
