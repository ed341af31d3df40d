//! What is wrong with attributes that were left out, in words.

use crate::{spec::Kind, widgets::KINDS};
use plan_widgets::model::{Problem, nearest, one_of};

/// Words what is wrong with a value that [`read`](crate::options::read) left out. The checker calls it: few pages ever
/// need the words.
#[must_use]
pub fn explain(name: &str, value: &str, known: &[&str]) -> Problem {
    let known_kind = KINDS.iter().find(|(known, _)| *known == name);
    let kind = known_kind.map_or(Kind::Text, |(_, kind)| *kind);
    let expected = match kind {
        Kind::Whole(low, high) => {
            ["a whole number from ", &low.to_string(), " to ", &high.to_string()].concat()
        }
        Kind::Term => "the id of a term".into(),
        Kind::Element => "the id of an element of the page".into(),
        Kind::Selector => "a CSS selector".into(),
        Kind::Item => "the id of an item".into(),
        Kind::Goal => "the id of a goal".into(),
        Kind::Project => "the id of a project".into(),
        Kind::Facet if known.len() <= FEW => ["any of ", &known.join(", "), ", separated by spaces"].concat(),
        Kind::Facet => ["ids of ", name, ", separated by spaces"].concat(),
        _ => one_of(known),
    };
    Problem {
        pointer: name.into(),
        found: if value.is_empty() { "nothing".into() } else { ["\"", value, "\""].concat() },
        expected,
        nearest: nearest(value, known).map(Into::into),
    }
}

/// So many values are named to whoever has none of them.
const FEW: usize = 10;
