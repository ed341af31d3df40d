//! From attributes, which are text, to what the components take. What isn't valid is left out and reported.

use yew::AttrValue;

use crate::{
    attributes::{CONTROLS, HEADING_TEXT, QUERY},
    spec::{Key, Kind},
};
use plan_widgets::{
    Controls,
    model::{Choice, IdOf},
    view::{
        facets::Value,
        filter::Filter,
        timeline::{Day, scope::days},
    },
};

/// The longest value of an attribute, in bytes.
pub const LONGEST: usize = 10_000;

/// Reads the attributes of an element, one by one.
pub struct Reader<'a> {
    get: &'a dyn Fn(&str) -> Option<String>,
    /// The values that were left out.
    pub refused: Vec<Refused<'a>>,
}

/// A value that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused<'a> {
    /// The attribute's name.
    pub name: &'static str,
    /// Its value; of a list the last one that doesn't belong there.
    pub value: String,
    /// What it may be, where that is one of a list.
    pub known: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    /// Reads what `get` gives for a name.
    pub fn new(get: &'a dyn Fn(&str) -> Option<String>) -> Self {
        Reader { get, refused: Vec::new() }
    }

    /// Leaves out a value.
    #[inline(never)]
    fn refuse(&mut self, name: &'static str, value: String, known: Vec<&'a str>) {
        self.refused.push(Refused { name, value, known });
    }

    /// The value of a name, unless it is longer than any that is meant.
    #[inline(never)]
    fn value(&mut self, name: &'static str) -> Option<String> {
        let value = (self.get)(name)?;
        if value.len() <= LONGEST {
            return Some(value);
        }
        self.refuse(name, value, Vec::new());
        None
    }

    /// Any text.
    pub fn text(&mut self, (name, _): Key) -> Option<String> {
        self.value(name)
    }

    /// A text that is one of those known.
    #[inline(never)]
    fn one_of(&mut self, name: &'static str, value: String, known: Vec<&'a str>) -> Option<String> {
        if known.contains(&&*value) {
            return Some(value);
        }
        self.refuse(name, value, known);
        None
    }

    /// The id of one of the records known.
    pub fn id<T, I: Iterator<Item = &'a str>>(
        &mut self,
        (name, _): Key,
        known: impl FnOnce() -> I,
    ) -> Option<IdOf<T>> {
        let value = self.value(name)?;
        self.one_of(name, value, known().collect()).map(Into::into)
    }

    /// The same, which must not be missing.
    pub fn needed<T, I: Iterator<Item = &'a str>>(
        &mut self,
        (name, _): Key,
        known: impl FnOnce() -> I,
    ) -> Option<IdOf<T>> {
        let value = (self.get)(name).unwrap_or_default();
        self.one_of(name, value, known().collect()).map(Into::into)
    }

    /// One of a few words.
    pub fn choice<T: Choice>(&mut self, (name, _): Key) -> Option<T> {
        T::ALL.get(self.word(name, T::NAMES)?).copied()
    }

    /// The index of one of a few words.
    #[inline(never)]
    fn word(&mut self, name: &'static str, words: &'static [&'static str]) -> Option<usize> {
        let value = self.value(name)?;
        let value = self.one_of(name, value, words.to_vec())?;
        words.iter().position(|known| *known == value)
    }

    /// A whole number within the attribute's bounds.
    #[inline(never)]
    pub fn whole(&mut self, (name, kind): Key) -> Option<u8> {
        let value = (self.get)(name)?;
        let number = value.trim_ascii().parse::<usize>().ok().and_then(|number| number.try_into().ok());
        let within = |number: &u8| !matches!(kind, Kind::Whole(low, high) if !(low..=high).contains(number));
        let number = number.filter(within);
        if number.is_none() {
            self.refuse(name, value, Vec::new());
        }
        number
    }

    /// A whole number, 1 or more; 0 where there is none.
    #[inline(never)]
    pub fn count(&mut self, (name, _): Key) -> usize {
        let Some(value) = self.value(name) else {
            return 0;
        };
        let number = value.trim_ascii().parse().unwrap_or_default();
        if number == 0 {
            self.refuse(name, value, Vec::new());
        }
        number
    }

    /// A heading; an empty one is a heading as well.
    pub fn heading(&mut self) -> Option<AttrValue> {
        self.value(HEADING_TEXT.name).map(|text| AttrValue::from(text.trim_ascii().to_owned()))
    }

    /// Which controls there are.
    #[inline(never)]
    pub fn controls(&mut self) -> Controls {
        let value = self.value(CONTROLS.name).unwrap_or_default();
        self.facet(CONTROLS.name, &value, Controls::NAMES.to_vec());
        Controls::named(&value)
    }

    /// Ids of the records known, each once, in the order given.
    pub fn ids<T, I: Iterator<Item = &'a str>>(
        &mut self,
        (name, _): Key,
        known: impl FnOnce() -> I,
    ) -> Vec<IdOf<T>> {
        let Some(value) = self.value(name) else {
            return Vec::new();
        };
        self.each(name, &value, known().collect()).into_iter().map(Into::into).collect()
    }

    #[inline(never)]
    fn each<'b>(&mut self, name: &'static str, value: &'b str, known: Vec<&'a str>) -> Vec<&'b str> {
        let mut ids = Vec::new();
        for id in self.facet(name, value, known) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The stretch of time from one date to another: its first and its last day.
    #[inline(never)]
    pub fn stretch(&mut self, from: Key, to: Key) -> [Option<Day>; 2] {
        let mut ends = [None; 2];
        for (end, (name, _)) in ends.iter_mut().zip([from, to]) {
            if let Some(value) = self.value(name) {
                *end = days(value.trim_ascii());
                if end.is_none() {
                    self.refuse(name, value, Vec::new());
                }
            }
        }
        let mut ends = [ends[0].map(|days| days.0), ends[1].map(|days| days.1)];
        if let [Some(first), Some(last)] = ends
            && first > last
        {
            let value = self.value(to.0).unwrap_or_default();
            self.refuse(to.0, value, vec![from.0]);
            ends[1] = None;
        }
        ends
    }

    /// A search and facets, whose values are those of the view model.
    pub fn filter<F: Filter>(&mut self, facets: &'a [Vec<Value>]) -> F {
        let mut filter = F::default();
        filter.set_query(self.text(const { QUERY.key() }).unwrap_or_default());
        for (facet, name) in F::FACETS.iter().enumerate() {
            if let Some(value) = self.value(name) {
                match facets.get(facet) {
                    Some(values) => {
                        let known = values.iter().map(|value| &*value.id).collect();
                        filter.select(facet, &self.facet(name, &value, known));
                    }
                    // Its values are not there yet: they come with progress.
                    None => filter.select(facet, &value.split_ascii_whitespace().collect::<Vec<_>>()),
                }
            }
        }
        filter
    }

    /// Of a list of ids those known.
    #[inline(never)]
    fn facet<'b>(&mut self, name: &'static str, value: &'b str, known: Vec<&'a str>) -> Vec<&'b str> {
        let (valid, wrong): (Vec<_>, Vec<_>) =
            value.split_ascii_whitespace().partition(|id| known.contains(id));
        if let Some(value) = wrong.last() {
            self.refuse(name, (*value).into(), known);
        }
        valid
    }
}
