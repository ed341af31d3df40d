//! The glossary: a plan's terms, explained, and which of them answer a query.

mod build;

use std::ops::Range;

use super::{
    View as _,
    facets::Value,
    search::{Folded, Hit, Index, Searched, fold, holds, initials},
    summary::DOT,
};
use crate::model::{Lang, carried, choice};
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
        /// The plan's languages, its own first.
        languages: Vec<Lang>,
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
        /// Characters in pairs, of which a search takes the first for the second: what readers of traditional Chinese
        /// type. A page adds them with the first search.
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
    }
}

choice! {
    /// How terms follow one another.
    GlossarySort {
        /// As in the plan.
        Plan = "plan",
        /// By their pinyin in Chinese, else by their names, under first letters.
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

crate::view::view!(GlossaryView, GlossaryWords);

impl GlossaryView {
    /// The indices of the terms that answer `query`, best first, then in order; without one all, in order. With them
    /// what was searched for: where nothing answers as typed, that in simplified characters. `index` is always the
    /// same for the same view model.
    #[must_use]
    pub fn found(&self, query: &str, sorting: GlossarySort, index: &Index) -> (Vec<usize>, Folded) {
        let mut typed = fold(query);
        let mut items = self.answering(&typed, index);
        if items.is_empty() {
            let simplified = typed.chars().map(|c| self.simplified(c)).collect();
            if simplified != typed {
                typed = simplified;
                items = self.answering(&typed, index);
            }
        }
        let query = Folded::new(&typed);
        if sorting == GlossarySort::Name {
            items.sort_by_cached_key(|item| self.entries.get(*item).map(|entry| self.key(entry)));
        }
        if !query.is_empty() {
            items.sort_by_cached_key(|item| self.entries.get(*item).map(|entry| entry.rank(&query)));
        }
        (items, query)
    }

    /// The terms with the indices `items`, in runs with the same first letter: that of the pinyin or of the name, none
    /// for what has none.
    #[must_use]
    pub fn by_letter(&self, items: &[usize]) -> Vec<(Option<char>, Vec<usize>)> {
        let mut groups: Vec<(Option<char>, Vec<usize>)> = Vec::new();
        for item in items {
            let key = self.entries.get(*item).map(|entry| self.key(entry)).unwrap_or_default();
            let letter = key.chars().next().map(|c| c.to_ascii_uppercase()).filter(char::is_ascii_uppercase);
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

    /// What a term is sorted by.
    fn key(&self, entry: &Entry) -> String {
        let by_sound = self.lang.key().starts_with("zh") && !entry.pinyin.is_empty();
        fold(if by_sound { &entry.pinyin } else { &entry.name })
    }

    fn answering(&self, query: &str, index: &Index) -> Vec<usize> {
        let all = 0..self.entries.len();
        if query.is_empty() {
            return all.collect();
        }
        let texts = index.of(&self.entries);
        all.filter(|item| texts.get(*item).is_some_and(|texts| holds(texts, query))).collect()
    }

    fn simplified(&self, c: char) -> char {
        let mut pairs = self.variants.chars();
        while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
            if traditional == c {
                return simplified;
            }
        }
        c
    }
}

impl Searched for Entry {
    fn texts(&self) -> Vec<&str> {
        let components = self.components.iter().flat_map(|part| [&part.label, &part.text]);
        [&self.name, &self.other, &self.names, &self.note]
            .into_iter()
            .chain(components)
            .map(|text| &**text)
            .collect()
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

    /// The term as a list shows it, with what in it answers `query`.
    #[must_use]
    pub fn row(&self, query: &Folded) -> Row<'_> {
        let look = |text: &str| {
            let hit = if query.is_empty() { None } else { Folded::new(text).find(query) };
            hit.map(|hit| hit.range)
        };
        let (name, other) = (look(&self.name), look(&self.other));
        let also = if name.is_none() && other.is_none() { look(&self.names) } else { None };
        Row {
            entry: self,
            names: also,
            name,
            other,
            pinyin: look(&self.pinyin),
            note: look(&self.note),
            components: self.components.iter().map(|component| look(&component.text)).collect(),
        }
    }

    /// How well it answers `query`, which it does.
    fn rank(&self, query: &Folded) -> Rank {
        let look = |text: &str, rank: fn(&Hit) -> Rank| Some(rank(&Folded::new(text).find(query)?));
        let by_position = |hit: &Hit| match (hit.from_start, hit.to_end) {
            (true, true) => Rank::Exact,
            (true, false) => Rank::Prefix,
            _ => Rank::Inside,
        };
        let by_start = |hit: &Hit| if hit.from_start { Rank::Initials } else { Rank::Inside };
        let named = [&*self.name, &self.other, &self.pinyin, &self.names]
            .into_iter()
            .filter_map(|text| look(text, by_position));
        let named = named.chain(look(&initials(&self.pinyin), by_start)).min();
        named.unwrap_or_else(|| {
            let mut components = self.components.iter().flat_map(|part| [&part.label, &part.text]);
            let inside = components.any(|text| Folded::new(text).find(query).is_some());
            if inside { Rank::Component } else { Rank::Note }
        })
    }
}
