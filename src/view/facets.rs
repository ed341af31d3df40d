//! Ids and their indices: what items can be filtered by.

use super::words::PlanWords;
use crate::model::{Location, Plan, Stage, Table, carried};

/// The id that a facet has for what is at no place.
const UNPLACED: &str = "unplaced";

carried! {
    /// A value of a facet.
    Value {
        /// Its id.
        id: Box<str>,
        /// What it is called.
        name: Box<str>,
        /// What it means, where that has to be said.
        about: Box<str>,
    }
}

/// Ids in the order in which they came, each once, and their indices: found at once, however many there are.
#[derive(Default)]
pub(super) struct Ids<'a> {
    ids: Vec<&'a str>,
    table: Table,
}

impl<'a> Ids<'a> {
    /// These, each once.
    #[inline(never)]
    pub fn of(ids: &mut dyn Iterator<Item = &'a str>) -> Self {
        let mut all = Ids::default();
        for id in ids {
            all.add(id);
        }
        all
    }

    /// The ids.
    pub fn list(&self) -> &[&'a str] {
        &self.ids
    }

    /// The index of an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.table.find(id, &|index| self.ids[index])
    }

    /// The index of an id, which is added where it is new.
    #[inline(never)]
    pub fn add(&mut self, id: &'a str) -> usize {
        let index = self.table.add(id, self.ids.len(), &|index| self.ids[index]);
        if index == self.ids.len() {
            self.ids.push(id);
        }
        index
    }
}

/// Puts an index among the least, `most` of them, sorted and each once.
pub(super) fn keep_least(least: &mut Vec<usize>, index: usize, most: usize) {
    let at = least.partition_point(|known| *known < index);
    if at < most && least.get(at) != Some(&index) {
        least.insert(at, index);
        least.truncate(most);
    }
}

pub(super) fn value(id: &str, name: &str) -> Value {
    Value { id: id.into(), name: name.into(), about: "".into() }
}

/// The stages, with what each means.
pub(super) fn stages(words: PlanWords) -> Vec<Value> {
    let about = |stage: &Stage| Value {
        about: words.means(*stage).into(),
        ..value(stage.name(), words.stage_of(*stage))
    };
    Stage::ALL.iter().map(about).collect()
}

/// The places of `plan`, and behind them that none is stated; nothing where it names none.
pub(super) fn places(words: PlanWords, plan: &Plan, lang: &str) -> Vec<Value> {
    let places = plan.places.iter().map(|place| value(&place.id, place.name.get(lang)));
    places.chain((!plan.places.is_empty()).then(|| value(UNPLACED, words.no_place()))).collect()
}

/// The indices of what is at `locations` among [`places`].
pub(super) fn whereabouts<'a>(plan: &Plan, locations: impl Iterator<Item = &'a Location>) -> Vec<usize> {
    let mut at = Vec::new();
    locations
        .filter_map(|location| plan.places.position(&location.place))
        .for_each(|index| add(&mut at, index));
    if at.is_empty() && !plan.places.is_empty() {
        at.push(plan.places.len());
    }
    at
}

/// Sorts `values`; gives for each old index the new one.
#[inline(never)]
pub(super) fn reorder(values: &mut [Value], rank: &dyn Fn(&Value) -> usize) -> Vec<usize> {
    let mut indices = vec![0; values.len()];
    let ranks = values.iter().map(rank).collect();
    for (new, old) in sort(values, ranks).into_iter().enumerate() {
        indices[old] = new;
    }
    indices
}

/// Sorts `items` by the rank of each; those of the same rank keep their order. Gives for each new index the old one.
pub(super) fn sort<T: Default>(items: &mut [T], ranks: Vec<usize>) -> Vec<usize> {
    let order = order(&ranks);
    let mut before: Vec<T> = items.iter_mut().map(std::mem::take).collect();
    for (old, item) in order.iter().zip(items) {
        *item = std::mem::take(&mut before[*old]);
    }
    order
}

/// What ranks are found by: the index of a group, and a number within that.
pub(super) type RankKey = (usize, f64);

/// A day as a number.
#[expect(clippy::cast_precision_loss, reason = "years have at most nine digits, so days have twelve")]
pub(super) fn number_of(day: i64) -> f64 {
    day as f64
}

/// The rank of each key among all, from 1, the same for the same key; 0 for none.
#[inline(never)]
pub(super) fn ranks(keys: &[Option<RankKey>]) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..keys.len()).filter(|index| keys[*index].is_some()).collect();
    // Half a number at a time, what counts least first, each order on top of the one before.
    for digit in 0..3 {
        let digits: Vec<usize> = sorted.iter().map(|index| digit_of(keys[*index], digit)).collect();
        sorted = order(&digits).into_iter().map(|at| sorted[at]).collect();
    }
    let mut ranks = vec![0; keys.len()];
    let (mut rank, mut before) = (0, None);
    for index in sorted {
        if keys[index] != before {
            rank += 1;
        }
        before = keys[index];
        ranks[index] = rank;
    }
    ranks
}

/// A part of a key that is compared as a whole number: the lower and the upper half of its number, and its group.
#[expect(clippy::cast_possible_truncation, reason = "half of a number's 64 bits")]
fn digit_of(key: Option<RankKey>, digit: usize) -> usize {
    let (group, number) = key.unwrap_or_default();
    // So that negative numbers come first, and those further from zero before.
    let bits = number.to_bits();
    let bits = if bits >> 63 == 0 { bits | 1 << 63 } else { !bits };
    match digit {
        0 => bits as u32 as usize,
        1 => (bits >> 32) as usize,
        _ => group,
    }
}

/// Each kind of list that std sorts takes a kilobyte: this is the one for all.
#[inline(never)]
fn order(ranks: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    order.sort_unstable_by_key(|index| (ranks[*index], *index));
    order
}

/// Indices by the rank of what each stands for; those of the same rank keep their order.
#[inline(never)]
pub(super) fn ranked(indices: &[usize], rank: &dyn Fn(usize) -> usize) -> Vec<usize> {
    let ranks: Vec<usize> = indices.iter().map(|index| rank(*index)).collect();
    order(&ranks).into_iter().map(|at| indices[at]).collect()
}

/// Adds to a sorted list, a short one, what it hasn't yet.
#[inline(never)]
pub(super) fn add(list: &mut Vec<usize>, index: usize) {
    if let Err(at) = list.binary_search(&index) {
        list.insert(at, index);
    }
}

/// Leaves out the values that no item has. `items` are the indices of each item's values. Gives for each facet the new
/// indices of the old values.
pub(super) fn drop_unused(
    facets: &mut [Vec<Value>],
    mut items: Vec<&mut Vec<Vec<usize>>>,
) -> Vec<Vec<usize>> {
    let mut new = Vec::new();
    for (facet, values) in facets.iter_mut().enumerate() {
        let mut used = vec![false; values.len()];
        for index in items.iter().filter_map(|item| item.get(facet)).flatten() {
            // A data file may be another version's: what it names may not be there.
            used.get_mut(*index).into_iter().for_each(|used| *used = true);
        }
        let indices: Vec<usize> = used
            .iter()
            .scan(0, |next, used| {
                let index = *next;
                *next += usize::from(*used);
                Some(index)
            })
            .collect();
        for index in items.iter_mut().filter_map(|item| item.get_mut(facet)).flatten() {
            *index = indices.get(*index).copied().unwrap_or(usize::MAX);
        }
        let mut used = used.into_iter();
        values.retain(|_| used.next().unwrap_or_default());
        new.push(indices);
    }
    new
}
