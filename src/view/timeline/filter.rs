//! Which items answer a reader's filters, and how many would answer others.

use super::{Chronology, FACETS, Item};
use crate::view::search::{Folded, initials};

/// What a timeline is narrowed to. A facet's values are ids parted by spaces; empty lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What is searched for.
    pub query: String,
    /// For each of [`FACETS`] the values of which an item has to have one.
    pub facets: [String; FACETS.len()],
}

/// What is left of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The places of the items, in order.
    pub items: Vec<usize>,
    /// For each facet and each of its values, how many items would be left if the facet were that value alone.
    pub counts: Vec<Vec<usize>>,
}

impl Filter {
    /// Whether everything is let through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && self.facets.iter().all(String::is_empty)
    }

    /// Whether a facet lets `id` through by name.
    #[must_use]
    pub fn has(&self, facet: usize, id: &str) -> bool {
        ids(&self.facets[facet]).any(|known| known == id)
    }

    /// Adds a value to a facet, or takes it away.
    pub fn toggle(&mut self, facet: usize, id: &str) {
        let had = self.has(facet, id);
        let mut left: Vec<&str> = ids(&self.facets[facet]).filter(|known| *known != id).collect();
        if !had {
            left.push(id);
        }
        self.facets[facet] = left.join(" ");
    }

    /// What is left of `all`.
    #[must_use]
    pub fn found(&self, all: &Chronology) -> Found {
        let query = Folded::new(&self.query);
        let wanted: Vec<Option<Vec<usize>>> = (0..FACETS.len())
            .map(|facet| {
                let values = all.facets.get(facet).map(|values| &values[..]).unwrap_or_default();
                let place = |id| values.iter().position(|value| &*value.id == id);
                (!self.facets[facet].is_empty()).then(|| ids(&self.facets[facet]).filter_map(place).collect())
            })
            .collect();
        let mut found = Found {
            items: Vec::new(),
            counts: all.facets.iter().map(|values| vec![0; values.len()]).collect(),
        };
        for (place, item) in all.items.iter().enumerate() {
            let mut missed = wanted.iter().zip(&item.facets).enumerate().filter(|(_, (wanted, has))| {
                wanted.as_ref().is_some_and(|wanted| !has.iter().any(|value| wanted.contains(value)))
            });
            let (first, more) = (missed.next().map(|(facet, _)| facet), missed.next().is_some());
            if more || !(query.is_empty() || answers(item, &query)) {
                continue;
            }
            if first.is_none() {
                found.items.push(place);
            }
            for (facet, counts) in found.counts.iter_mut().enumerate() {
                if first.is_none_or(|missed| missed == facet) {
                    item.facets.get(facet).into_iter().flatten().for_each(|value| counts[*value] += 1);
                }
            }
        }
        found
    }
}

fn ids(list: &str) -> impl Iterator<Item = &str> {
    list.split_ascii_whitespace()
}

fn answers(item: &Item, query: &Folded) -> bool {
    let has = |text: &str| Folded::new(text).find(query).is_some();
    has(&item.title)
        || has(&item.summary)
        || has(&item.when)
        || has(&item.pinyin)
        || has(&initials(&item.pinyin))
        || item.facts.iter().any(|fact| has(&fact.text))
}
