//! The glossary: which terms answer a query, in which order, and what in them does.

use std::ops::Range;

use super::search::{Folded, Hit, initials};
use crate::model::{Lang, Plan, Term};

/// What the list shows.
#[derive(Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// The terms found, best first; without a query all, in the plan's order.
    pub rows: Vec<Row<'a>>,
    /// How many terms the plan has.
    pub all: usize,
}

/// A term in the list. Ranges are bytes of the shown text; an empty list means no hit.
#[derive(Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The term.
    pub term: &'a Term,
    /// The hit in its name.
    pub name: Option<Range<usize>>,
    /// The hit in its Chinese name, where that is shown beside a translation.
    pub original: Option<Range<usize>>,
    /// The hit in its pinyin.
    pub pinyin: Option<Range<usize>>,
    /// The hit in its note.
    pub note: Option<Range<usize>>,
    /// The hit in each component's text.
    pub components: Vec<Option<Range<usize>>>,
}

/// How well a term answers a query, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Exact,
    Prefix,
    Initials,
    Inside,
    Component,
    Note,
}

/// The glossary of `plan` in `lang`, narrowed to `query`.
#[must_use]
pub fn view<'a>(plan: &'a Plan, lang: Lang, query: &str) -> View<'a> {
    let query = Folded::new(query);
    let all = plan.terms.len();
    let mut rows: Vec<_> = plan.terms.iter().filter_map(|term| row(term, lang, &query)).collect();
    rows.sort_by_key(|(rank, _)| *rank);
    View { rows: rows.into_iter().map(|(_, row)| row).collect(), all }
}

fn row<'a>(term: &'a Term, lang: Lang, query: &Folded) -> Option<(Rank, Row<'a>)> {
    let mut best: Option<Rank> = query.is_empty().then_some(Rank::Exact);
    let mut look = |text: &str, rank: fn(&Hit) -> Rank| {
        if query.is_empty() {
            return None;
        }
        let hit = Folded::new(text).find(query)?;
        let rank = rank(&hit);
        best = Some(best.map_or(rank, |best| best.min(rank)));
        Some(hit.range)
    };
    let by_place = |hit: &Hit| match (hit.from_start, hit.to_end) {
        (true, true) => Rank::Exact,
        (true, false) => Rank::Prefix,
        _ => Rank::Inside,
    };
    let row = Row {
        term,
        name: look(term.name.get(lang), by_place),
        original: Lang::ALL
            .into_iter()
            .filter(|other| *other != lang)
            .filter_map(|other| look(term.name.get(other), by_place))
            .next_back(),
        pinyin: look(&term.pinyin, by_place),
        note: look(term.note.get(lang), |_| Rank::Note),
        components: term
            .components
            .iter()
            .map(|component| {
                if let Some(label) = &component.label {
                    look(label.get(lang), |_| Rank::Component);
                }
                look(component.text.get(lang), |_| Rank::Component)
            })
            .collect(),
    };
    look(&initials(&term.pinyin), |hit| if hit.from_start { Rank::Initials } else { Rank::Inside });
    Some((best?, row))
}
