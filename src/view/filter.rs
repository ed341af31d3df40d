//! Which items answer a reader's filters, and how many would answer others.

use std::array;

use super::{
    facets::Value,
    search::{Index, Searched, fold, holds},
};

/// What a widget is narrowed to. A facet's values are ids parted by spaces; empty lets everything through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter<const FACETS: usize> {
    /// What is searched for.
    pub query: String,
    /// For each facet the values of which an item has to have one.
    pub facets: [String; FACETS],
}

impl<const FACETS: usize> Default for Filter<FACETS> {
    fn default() -> Self {
        Filter { query: String::new(), facets: array::from_fn(|_| String::new()) }
    }
}

/// What can be filtered.
pub trait Faceted: Searched {
    /// For each facet the places of its values.
    fn facets(&self) -> &[Vec<usize>];
}

/// What is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The places of the items, in order.
    pub items: Vec<usize>,
    /// For each facet and each of its values, how many items would be left if the facet were that value alone.
    pub counts: Vec<Vec<usize>>,
}

impl<const FACETS: usize> Filter<FACETS> {
    /// Whether everything is let through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && self.facets.iter().all(String::is_empty)
    }

    /// Adds a value to a facet, or takes it away.
    pub fn toggle(&mut self, facet: usize, id: &str) {
        let had = has(&self.facets[facet], id);
        let mut left: Vec<&str> = ids(&self.facets[facet]).filter(|known| *known != id).collect();
        if !had {
            left.push(id);
        }
        self.facets[facet] = left.join(" ");
    }

    /// What is left of `items`; `values` are those of each facet, and `index` is always the same for the same items.
    #[must_use]
    pub fn found(&self, values: &[Vec<Value>], items: &[impl Faceted], index: &Index) -> Found {
        let query = fold(&self.query);
        let searched = if query.is_empty() { &[] } else { index.of(items) };
        let wanted: Vec<Option<Vec<usize>>> = self
            .facets
            .iter()
            .enumerate()
            .map(|(facet, chosen)| {
                let values = values.get(facet).map(|values| &values[..]).unwrap_or_default();
                let place = |id| values.iter().position(|value| &*value.id == id);
                (!chosen.is_empty()).then(|| ids(chosen).filter_map(place).collect())
            })
            .collect();
        let mut found =
            Found { items: Vec::new(), counts: values.iter().map(|values| vec![0; values.len()]).collect() };
        for (place, item) in items.iter().enumerate() {
            let mut missed = wanted.iter().zip(item.facets()).enumerate().filter(|(_, (wanted, has))| {
                wanted.as_ref().is_some_and(|wanted| !has.iter().any(|value| wanted.contains(value)))
            });
            let (first, more) = (missed.next().map(|(facet, _)| facet), missed.next().is_some());
            if more || searched.get(place).is_some_and(|texts| !holds(texts, &query)) {
                continue;
            }
            if first.is_none() {
                found.items.push(place);
            }
            for (facet, counts) in found.counts.iter_mut().enumerate() {
                if first.is_none_or(|missed| missed == facet) {
                    item.facets().get(facet).into_iter().flatten().for_each(|value| counts[*value] += 1);
                }
            }
        }
        found
    }
}

/// Whether a list of ids names one.
#[must_use]
pub fn has(list: &str, id: &str) -> bool {
    ids(list).any(|known| known == id)
}

fn ids(list: &str) -> impl Iterator<Item = &str> {
    list.split_ascii_whitespace()
}
