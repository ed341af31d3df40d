//! What is wrong with attributes that were left out: on a host. In pages `errors.js` says it, and both hold to
//! `tests/attributes.json`.

use crate::{reader::LONGEST, spec::Kind, widgets::KINDS};
use plan_widgets::model::{Code, Phrase, Problem, decimal, nearest, quote};

/// The problem of a value that a [`Reader`](crate::reader::Reader) left out.
#[must_use]
pub fn explain(name: &str, value: &str, known: &[&str]) -> Problem {
    let kind = kind(name);
    let expected = match kind {
        _ if value.len() > LONGEST => Phrase::new(Code::Longest, &[&decimal(LONGEST)]),
        Kind::Words(_) => Phrase::new(Code::WordsOf, known),
        Kind::Facet | Kind::Ids if (1..=FEW).contains(&known.len()) => Phrase::new(Code::AnyOf, known),
        Kind::Facet | Kind::Ids => Phrase::new(Code::IdsOf, &[name]),
        // Another attribute is named by which it is wrong.
        Kind::Date if !known.is_empty() => Phrase::new(Code::NotBefore, &known[..1]),
        _ => expected(kind).unwrap_or_else(|| Phrase::new(Code::OneOf, known)),
    };
    let found = if value.is_empty() { Phrase::new(Code::Missing, &[]) } else { quote(value) };
    let nearest = nearest(value, known).map(Into::into);
    Problem { pointer: name.into(), found, expected, nearest, more: 0 }
}

/// What an attribute of a kind has to be, where no values are known.
#[must_use]
pub fn expected(kind: Kind) -> Option<Phrase> {
    let code = match kind {
        Kind::Whole(low, high) => {
            return Some(Phrase::new(Code::Range, &[&decimal(low.into()), &decimal(high.into())]));
        }
        Kind::Words(words) => return Some(Phrase::new(Code::WordsOf, words)),
        Kind::Date => Code::Date,
        Kind::Count => Code::CountFrom,
        Kind::Url => Code::Url,
        Kind::Term => Code::TermId,
        Kind::Element => Code::ElementId,
        Kind::Selector => Code::Selector,
        Kind::Item => Code::ItemId,
        Kind::Goal => Code::GoalId,
        Kind::Project => Code::ProjectId,
        _ => return None,
    };
    Some(Phrase::new(code, &[]))
}

fn kind(name: &str) -> Kind {
    KINDS.iter().find(|(known, _)| *known == name).map_or(Kind::Text, |(_, kind)| *kind)
}

/// The most values that are named to whoever has none of them.
pub const FEW: usize = 10;
