//! What is wrong with attributes that were left out.

use crate::{reader::LONGEST, spec::Kind, widgets::KINDS};
use plan_widgets::model::{Code, Phrase, Problem, decimal, nearest, quote};

/// The problem of a value that a [`Reader`](crate::reader::Reader) left out. The checker calls it: few pages ever need it.
#[must_use]
pub fn explain(name: &str, value: &str, known: &[&str]) -> Problem {
    let known_kind = KINDS.iter().find(|(known, _)| *known == name);
    let kind = known_kind.map_or(Kind::Text, |(_, kind)| *kind);
    let expected = match kind {
        _ if value.len() > LONGEST => Phrase::new(Code::Longest, &[&decimal(LONGEST)]),
        Kind::Whole(low, high) => Phrase::new(Code::Range, &[&decimal(low.into()), &decimal(high.into())]),
        Kind::Facet if (1..=FEW).contains(&known.len()) => Phrase::new(Code::AnyOf, known),
        Kind::Facet => Phrase::new(Code::IdsOf, &[name]),
        Kind::Url => Phrase::new(Code::Url, &[]),
        Kind::Term => Phrase::new(Code::TermId, &[]),
        Kind::Element => Phrase::new(Code::ElementId, &[]),
        Kind::Selector => Phrase::new(Code::Selector, &[]),
        Kind::Item => Phrase::new(Code::ItemId, &[]),
        Kind::Goal => Phrase::new(Code::GoalId, &[]),
        Kind::Project => Phrase::new(Code::ProjectId, &[]),
        _ => Phrase::new(Code::OneOf, known),
    };
    let found = if value.is_empty() { Phrase::new(Code::Missing, &[]) } else { quote(value) };
    let nearest = nearest(value, known).map(Into::into);
    Problem { pointer: name.into(), found, expected, nearest, more: 0 }
}

/// The most values that are named to whoever has none of them.
const FEW: usize = 10;
