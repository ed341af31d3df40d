//! Which items answer a reader's filters, and how many would answer others.

use super::{
    facets::Value,
    search::{Index, Searched, fold, holds},
};
use crate::model::{Choice, GoalKind, IdOf, Stage, Status};

/// What a widget is filtered by: a search, and for each facet the values of which an item has to have one. An empty list
/// lets everything through; an id that the plan does not have matches nothing.
pub trait Filter: Clone + Default + PartialEq + 'static {
    /// The names of the facets, as attributes and links have them.
    const FACETS: &'static [&'static str];

    /// What is searched for.
    fn query(&self) -> &str;

    /// Searches for something else.
    fn set_query(&mut self, query: String);

    /// For each facet the ids that are selected.
    fn selected(&self) -> Vec<Vec<&str>>;

    /// Selects other ids of a facet; what is no value of it is left out.
    fn select(&mut self, facet: usize, ids: &[&str]);

    /// Whether everything is let through.
    #[must_use]
    fn is_empty(&self) -> bool {
        self.query().is_empty() && self.selected().iter().all(Vec::is_empty)
    }

    /// Adds an id to those of a facet, or takes it away.
    fn toggle(&mut self, facet: usize, id: &str) {
        let selected = self.selected().into_iter().nth(facet).unwrap_or_default();
        let mut ids: Vec<String> =
            selected.iter().filter(|known| **known != id).map(|id| (*id).into()).collect();
        if ids.len() == selected.len() {
            ids.push(id.into());
        }
        self.select(facet, &ids.iter().map(|id| &**id).collect::<Vec<_>>());
    }

    /// What it leaves of `items`; `values` are those of each facet, and `index` is always the same for the same items.
    ///
    /// # Examples
    /// ```
    /// # use plan_widgets::{Lang, PLAN_JSON, Plan, Problems, TimelineFilter, TimelineView, view::{View, filter::Filter}};
    /// # use plan_widgets::view::search::Index;
    /// let view = TimelineView::of(&Plan::from_json(PLAN_JSON)?, &Lang::EN);
    /// let filter = TimelineFilter { topics: vec!["energy".into()], ..TimelineFilter::default() };
    /// let found = filter.found(&view.facets, &view.items, &Index::default());
    /// assert!(found.items.iter().all(|index| *index < view.items.len()));
    /// # Ok::<(), Problems>(())
    /// ```
    #[must_use]
    fn found(&self, values: &[Vec<Value>], items: &[impl Faceted], index: &Index) -> Found {
        let all: Vec<usize> = (0..items.len()).collect();
        self.found_among(&all, values, items, index)
    }

    /// The same of some of the items, in another order: `among` has their positions.
    #[must_use]
    fn found_among(
        &self,
        among: &[usize],
        values: &[Vec<Value>],
        items: &[impl Faceted],
        index: &Index,
    ) -> Found {
        let items: Vec<&dyn Faceted> = items.iter().map(|item| item as _).collect();
        found(self.query(), &self.selected(), among, values, &items, index)
    }
}

/// What a facet is filtered by: an id, or a word of the model.
pub trait FacetValue: Clone {
    /// Its id in attributes and links.
    fn id(&self) -> &str;

    /// The value with an id.
    fn from_id(id: &str) -> Option<Self>;
}

impl<T> FacetValue for IdOf<T> {
    fn id(&self) -> &str {
        self
    }

    fn from_id(id: &str) -> Option<Self> {
        Some(id.into())
    }
}

impl FacetValue for Stage {
    fn id(&self) -> &str {
        self.name()
    }

    fn from_id(id: &str) -> Option<Self> {
        Stage::from_name(id)
    }
}

impl FacetValue for GoalKind {
    fn id(&self) -> &str {
        self.name()
    }

    fn from_id(id: &str) -> Option<Self> {
        GoalKind::from_name(id)
    }
}

impl FacetValue for Status {
    fn id(&self) -> &str {
        self.name()
    }

    fn from_id(id: &str) -> Option<Self> {
        Status::from_name(id)
    }
}

// Of these the linker keeps one for ids of every kind, for what is compiled is the same: derived they would be in each
// facet's code.

/// The same values once more.
#[inline(never)]
pub(super) fn copied<V: FacetValue>(values: &[V]) -> Vec<V> {
    values.to_vec()
}

/// Whether two lists have the same values.
#[inline(never)]
pub(super) fn same<V: FacetValue>(one: &[V], other: &[V]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.id() == other.id())
}

/// The ids of values.
#[inline(never)]
pub(super) fn ids<V: FacetValue>(values: &[V]) -> Vec<&str> {
    values.iter().map(FacetValue::id).collect()
}

/// The values of ids.
#[inline(never)]
pub(super) fn values<V: FacetValue>(ids: &[&str]) -> Vec<V> {
    ids.iter().filter_map(|id| V::from_id(id)).collect()
}

/// Defines a filter: its facets with their types and names.
macro_rules! filter {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$doc:meta])* $field:ident: $value:ty = $facet:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(Debug, Default)]
        pub struct $name {
            /// What is searched for.
            pub query: String,
            $($(#[$doc])* pub $field: Vec<$value>,)+
        }

        impl Clone for $name {
            fn clone(&self) -> Self {
                $name { query: self.query.clone(), $($field: $crate::view::filter::copied(&self.$field)),+ }
            }
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                self.query == other.query $(&& $crate::view::filter::same(&self.$field, &other.$field))+
            }
        }

        impl Eq for $name {}

        impl $crate::view::filter::Filter for $name {
            const FACETS: &'static [&'static str] = &[$($facet),+];

            fn query(&self) -> &str {
                &self.query
            }

            fn set_query(&mut self, query: String) {
                self.query = query;
            }

            fn selected(&self) -> Vec<Vec<&str>> {
                vec![$($crate::view::filter::ids(&self.$field)),+]
            }

            fn select(&mut self, facet: usize, ids: &[&str]) {
                let mut facets = 0..;
                $(if facets.next() == Some(facet) {
                    self.$field = $crate::view::filter::values(ids);
                })+
            }
        }
    };
}

pub(super) use filter;

impl Searched for &dyn Faceted {
    fn texts(&self, add: &mut dyn FnMut(&str)) {
        (**self).texts(add);
    }

    fn pinyin(&self) -> &str {
        (**self).pinyin()
    }
}

/// What can be filtered.
pub trait Faceted: Searched {
    /// For each facet the positions of its values.
    fn facets(&self) -> &[Vec<usize>];
}

/// What is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The positions of the items, in order.
    pub items: Vec<usize>,
    /// For each facet and each of its values, how many items would be left if the facet were that value alone.
    pub counts: Vec<Vec<usize>>,
    /// The same without a filter: 0 is a value of what isn't there.
    pub all: Vec<Vec<usize>>,
}

/// The same for items of whichever kind: compiled once.
fn found(
    query: &str,
    selected: &[Vec<&str>],
    among: &[usize],
    values: &[Vec<Value>],
    items: &[&dyn Faceted],
    index: &Index,
) -> Found {
    let query = fold(query);
    let searched = if query.is_empty() { &[] } else { index.of(items) };
    // For each facet that is filtered by, whether each value is selected.
    let mut wanted = Vec::new();
    let mut none = Vec::new();
    for (facet, values) in values.iter().enumerate() {
        let selected = selected.get(facet).map(|ids| &ids[..]).unwrap_or_default();
        let mut is_selected = Vec::new();
        for value in values {
            is_selected.push(selected.contains(&&*value.id));
        }
        wanted.push(if selected.is_empty() { None } else { Some(is_selected) });
        none.push(vec![0; values.len()]);
    }
    let mut found = Found { items: Vec::new(), counts: none.clone(), all: none };
    for position in among.iter().copied() {
        let Some(facets) = items.get(position).map(|item| item.facets()) else {
            continue;
        };
        let (mut missed, mut first) = (0, 0);
        for (facet, has) in facets.iter().enumerate() {
            count(&mut found.all, facet, has);
            if let Some(Some(wanted)) = wanted.get(facet)
                && !has.iter().any(|value| wanted.get(*value) == Some(&true))
            {
                missed += 1;
                first = facet;
            }
        }
        if missed > 1 || searched.get(position).is_some_and(|texts| !holds(texts, &query)) {
            continue;
        }
        if missed == 0 {
            found.items.push(position);
        }
        for (facet, has) in facets.iter().enumerate() {
            if missed == 0 || first == facet {
                count(&mut found.counts, facet, has);
            }
        }
    }
    found
}

/// Counts an item for each of its values of a facet.
#[inline(never)]
fn count(counts: &mut [Vec<usize>], facet: usize, has: &[usize]) {
    let Some(counts) = counts.get_mut(facet) else {
        return;
    };
    for value in has {
        // A data file may be another version's: what it names may not be there.
        if let Some(count) = counts.get_mut(*value) {
            *count += 1;
        }
    }
}
