//! Ids and their indices: what items can be filtered by.

use crate::model::{Collected, Collection, carried};

carried! {
    /// A value of a facet.
    Value {
        /// Its id.
        id: Box<str>,
        /// What it is called.
        name: Box<str>,
    }
}

/// A collection by id: among ten thousand, each of as many events finds its own at once.
pub(super) struct Index<'a, T>(Vec<&'a T>);

impl<'a, T: Collected> Index<'a, T> {
    pub fn of(collection: &'a Collection<T>) -> Self {
        let mut items: Vec<&T> = collection.iter().collect();
        items.sort_by_key(|item| item.id());
        Index(items)
    }

    pub fn find(&self, id: &str) -> Option<&'a T> {
        self.0.binary_search_by_key(&id, |item| item.id()).ok().and_then(|at| self.0.get(at).copied())
    }
}

pub(super) fn value(id: &str, name: &str) -> Value {
    Value { id: id.into(), name: name.into() }
}

pub(super) fn index_of<T: Collected>(collection: &Collection<T>, id: &str) -> Option<usize> {
    collection.iter().position(|item| item.id() == id)
}

/// The index of `id` in `ids`, which it is added to.
pub(super) fn known<'a>(ids: &mut Vec<&'a str>, id: &'a str) -> usize {
    ids.iter().position(|known| *known == id).unwrap_or_else(|| {
        ids.push(id);
        ids.len() - 1
    })
}

/// Sorts `values`; gives for each old index the new one.
pub(super) fn reorder(values: &mut [Value], rank: impl Fn(&Value) -> usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by_key(|index| rank(&values[*index]));
    let mut indices = vec![0; values.len()];
    for (new, old) in order.iter().enumerate() {
        indices[*old] = new;
    }
    values.sort_by_key(rank);
    indices
}

/// Leaves out the values that no item has. `items` are the indices of each item's values.
pub(super) fn drop_unused(facets: &mut [Vec<Value>], mut items: Vec<&mut Vec<Vec<usize>>>) {
    for (facet, values) in facets.iter_mut().enumerate() {
        let mut used = vec![false; values.len()];
        items.iter().flat_map(|item| &item[facet]).for_each(|index| used[*index] = true);
        let indices: Vec<usize> = used
            .iter()
            .scan(0, |next, used| {
                let index = *next;
                *next += usize::from(*used);
                Some(index)
            })
            .collect();
        for item in &mut items {
            item[facet].iter_mut().for_each(|index| *index = indices[*index]);
        }
        let mut used = used.into_iter();
        values.retain(|_| used.next().unwrap_or_default());
    }
}
