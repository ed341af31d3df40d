//! The glossary: a plan's terms, explained, and which of them answer a query.

mod build;
mod order;

use std::ops::Range;

use super::{
    View as _,
    facets::Value,
    picked,
    search::{Index, Searched, fold, hit, holds, initials},
    summary::DOT,
};
use crate::model::{Lang, TermId, carried, choice};
use crate::view::words::GlossaryWords;

carried! {
    /// The view model of a glossary: a plan's terms in one language, worded, in the plan's order.
    ///
    /// Made of a plan once ([`GlossaryView::of`]), as a [`TimelineView`](super::timeline::TimelineView) is.
    GlossaryView {
        /// The plan's id.
        plan: Box<str>,
        /// The language of every text.
        lang: Lang,
        /// The plan's languages, first the one that quotes stand in: its own, or this one where it is the same in another
        /// script.
        languages: Vec<Lang>,
        /// What is to be said of the language that is shown: that a program made its texts.
        note: Box<str>,
        /// How it is written: `ltr`, `rtl`, or `auto` where nothing is known of the language.
        direction: Box<str>,
        /// The words around it: the list of [`GlossaryWords`].
        words: Vec<String>,
        /// The plan's short title.
        title: Box<str>,
        /// What readers should know of this presentation.
        notice: Box<str>,
        /// The passages of the plan that use terms.
        articles: Vec<Value>,
        /// The terms.
        entries: Vec<Entry>,
        /// Their indices in the order of the language.
        order: Vec<usize>,
        /// Characters in pairs, sorted, of which a search takes the first for the second: traditional and simplified
        /// ones, for a reader may type either. A page adds them with the first search.
        variants: Box<str>,
    }

    /// A term.
    Entry {
        /// Its id.
        id: Box<str>,
        /// What it is called.
        name: Box<str>,
        /// What it is called in the other language, where that isn't the same.
        other: Box<str>,
        /// What else it is called in texts, in any language, as `other` has several. Shown where a search finds it.
        names: Box<str>,
        /// Syllables with tone marks, separated by spaces; empty where the term has none.
        pinyin: Box<str>,
        /// How it is pronounced in the language that is shown, where that is given: kana. Of Chinese it is the pinyin.
        reading: Box<str>,
        /// The letter that it stands under in the order of the language; empty where its name begins with none.
        letter: Box<str>,
        /// An editor's explanation.
        note: Box<str>,
        /// What it stands for.
        components: Vec<Component>,
        /// Where the plan explains it.
        cite: Box<str>,
        /// Indices of the passages that use it, in [`GlossaryView::articles`].
        articles: Vec<usize>,
        /// Indices of terms that it names or that name it, or that stand in the same passages.
        related: Vec<usize>,
    }

    /// One of the things that a term sums up.
    Component {
        /// The plan's own keyword for it, where it has one.
        label: Box<str>,
        /// What it is.
        text: Box<str>,
        /// How far the projects that are it are to come.
        state: Box<str>,
    }
}

choice! {
    /// How terms follow one another.
    GlossarySort {
        /// As in the plan.
        Plan = "plan",
        /// By their names as the language orders them, or as they are pronounced, under first letters.
        Name = "name",
    }
}

/// What a glossary is filtered by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlossaryFilter {
    /// What is searched for.
    pub query: String,
}

/// A term as a list shows it. Ranges are bytes of the shown text.
#[derive(Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The term.
    pub entry: &'a Entry,
    /// The hit in its name.
    pub name: Option<Range<usize>>,
    /// The hit in its name in the other language.
    pub other: Option<Range<usize>>,
    /// The hit in what else it is called, where none of these has any.
    pub names: Option<Range<usize>>,
    /// The hit in its pinyin.
    pub pinyin: Option<Range<usize>>,
    /// The hit in its reading.
    pub reading: Option<Range<usize>>,
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

/// All of them.
const RANKS: [Rank; 6] =
    [Rank::Exact, Rank::Prefix, Rank::Initials, Rank::Inside, Rank::Component, Rank::Note];

crate::view::view!(GlossaryView, GlossaryWords);

impl GlossaryView {
    /// The indices of these terms, in their order; of none all.
    #[must_use]
    pub fn picked(&self, terms: &[TermId]) -> Vec<usize> {
        picked(terms, self.entries.iter().map(|entry| &*entry.id).collect())
    }

    /// The indices of the terms that answer `query`, best first, then in order; without one all, in order. With them
    /// what was searched for: where nothing answers as typed, that in simplified characters, in which terms are looked at
    /// then. `index` is always the
    /// same for the same view model.
    #[must_use]
    pub fn found(&self, query: &str, sorting: GlossarySort, index: &Index) -> (Vec<usize>, String) {
        self.found_among(&self.picked(&[]), query, sorting, index)
    }

    /// The same of some of the terms, in another order: `among` has their indices.
    #[must_use]
    pub fn found_among(
        &self,
        among: &[usize],
        query: &str,
        sorting: GlossarySort,
        index: &Index,
    ) -> (Vec<usize>, String) {
        let mut typed = fold(query);
        let answering = |answers: &dyn Fn(&str) -> bool| {
            let texts = index.of(&self.entries);
            let mut items = among.to_vec();
            items.retain(|item| texts.get(*item).is_some_and(|text| answers(text)));
            items
        };
        let mut items =
            if typed.is_empty() { among.to_vec() } else { answering(&|text| holds(text, &typed)) };
        if items.is_empty() && !self.variants.is_empty() {
            let variants: Vec<char> = self.variants.chars().collect();
            typed = simplified(&variants, &typed);
            items = answering(&|text| holds(&simplified(&variants, text), &typed));
        }
        if sorting == GlossarySort::Name {
            let mut found = vec![false; self.entries.len()];
            items.iter().for_each(|item| found[*item] = true);
            items = self.order.iter().copied().filter(|item| found.get(*item) == Some(&true)).collect();
        }
        if !typed.is_empty() {
            // There are few ranks, and std's sort is a kilobyte more.
            let rank = |item: &usize| self.entries.get(*item).map_or(Rank::Note, |entry| entry.rank(&typed));
            let ranks: Vec<Rank> = items.iter().map(rank).collect();
            let mut ranked = Vec::new();
            for rank in RANKS {
                for (item, own) in items.iter().zip(&ranks) {
                    if *own == rank {
                        ranked.push(*item);
                    }
                }
            }
            items = ranked;
        }
        (items, typed)
    }

    /// The terms with the indices `items`, in runs under the same letter.
    #[must_use]
    pub fn by_letter(&self, items: &[usize]) -> Vec<(&str, Vec<usize>)> {
        let mut groups: Vec<(&str, Vec<usize>)> = Vec::new();
        for item in items {
            let letter = self.entries.get(*item).map_or("", |entry| &*entry.letter);
            match groups.last_mut().filter(|group| group.0 == letter) {
                Some(group) => group.1.push(*item),
                None => groups.push((letter, vec![*item])),
            }
        }
        groups
    }

    /// Whether names are shown in the plan's own language as well.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.lang != *self.original()
    }
}

/// A text with the second of each pair of characters in place of the first. The pairs are sorted.
fn simplified(variants: &[char], text: &str) -> String {
    let (pairs, _) = variants.as_chunks::<2>();
    let of = |c: char| {
        let at = pairs.partition_point(|pair| pair[0] < c);
        pairs.get(at).filter(|pair| pair[0] == c).map_or(c, |pair| pair[1])
    };
    text.chars().map(of).collect()
}

impl Searched for Entry {
    fn texts(&self, add: &mut dyn FnMut(&str)) {
        for text in [&self.name, &self.other, &self.names, &self.reading, &self.note] {
            add(text);
        }
        for part in &self.components {
            add(&part.label);
            add(&part.text);
        }
    }

    fn pinyin(&self) -> &str {
        &self.pinyin
    }
}

impl Entry {
    /// What it is called, its name first: what a [`Finder`](super::marking::Finder) looks for.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        [&*self.name, &self.other].into_iter().chain(self.names.split(DOT))
    }

    /// The term as a list shows it, with what in it answers `query`, which is folded.
    #[must_use]
    pub fn row(&self, query: &str) -> Row<'_> {
        let look = |text: &str| hit(text, query);
        let (name, other) = (look(&self.name), look(&self.other));
        let also = if name.is_none() && other.is_none() { look(&self.names) } else { None };
        Row {
            entry: self,
            names: also,
            name,
            other,
            pinyin: look(&self.pinyin),
            reading: look(&self.reading),
            note: look(&self.note),
            components: self.components.iter().map(|component| look(&component.text)).collect(),
        }
    }

    /// How well it answers `query`, which it does.
    fn rank(&self, query: &str) -> Rank {
        let by_position = |text: &str| match fold(text) {
            text if text == query => Rank::Exact,
            text if begins(&text, query) => Rank::Prefix,
            text if holds(&text, query) => Rank::Inside,
            _ => Rank::Note,
        };
        let named = [&*self.name, &self.other, &self.pinyin, &self.reading, &self.names]
            .into_iter()
            .map(by_position)
            .min();
        match named {
            Some(rank) if rank < Rank::Inside => rank,
            _ if begins(&fold(&initials(&self.pinyin)), query) => Rank::Initials,
            Some(Rank::Inside) => Rank::Inside,
            _ => {
                let mut components = self.components.iter().flat_map(|part| [&part.label, &part.text]);
                let inside = components.any(|text| holds(&fold(text), query));
                if inside { Rank::Component } else { Rank::Note }
            }
        }
    }
}

fn begins(text: &str, query: &str) -> bool {
    text.as_bytes().starts_with(query.as_bytes())
}
