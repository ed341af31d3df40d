//! The timeline: the view model of a plan's events, and its layout on an axis.

mod build;
pub mod lanes;
pub mod scale;
pub mod scope;
pub mod wording;

use std::mem::take;

use super::{
    facets::Value,
    filter::{Faceted, filter},
    json,
    search::Searched,
    terms::Term,
};
use crate::model::{ArticleId, Lang, MediaKind, PeriodId, PlaceId, Plan, Stage, TopicId, carried, choice};
use crate::view::words::{Language, TimelineWords};

filter! {
    /// What a timeline is filtered by. [`TimelineView::facets`] and [`Item::facets`] have the order of these lists. An id that
    /// the plan doesn't have matches nothing.
    TimelineFilter {
        /// Shows what is about one of these topics.
        topics: TopicId = "topic",
        /// Shows projects in one of these stages.
        stages: Stage = "stage",
        /// Shows what is in one of these periods.
        periods: PeriodId = "period",
        /// Shows what one of these articles says.
        articles: ArticleId = "article",
        /// Shows what is at one of these places; `unplaced` stands for what the plan puts at none.
        places: PlaceId = "place",
    }
}

/// The index of the topics among the facets.
pub const TOPIC: usize = 0;

/// The index of the stages among the facets.
pub const STAGE: usize = 1;

/// The index of the articles among the facets.
pub const ARTICLE: usize = 3;

/// The most rows of the names of bands: of what is beyond there is none.
pub const BAND_ROWS: usize = 6;

/// Days from 1970-01-01 in the proleptic Gregorian calendar.
pub type Day = i32;

carried! {
    /// The view model of a timeline: what a plan says in one language as items, in order, worded, and what they can be
    /// filtered by.
    ///
    /// Made of a plan once ([`TimelineView::of`]), where the package is built or a plan is checked; so whoever shows
    /// it needs to know neither plans nor dates.
    TimelineView {
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
        /// The words around it: the list of [`TimelineWords`].
        words: Vec<String>,
        /// The plan's short title.
        title: Box<str>,
        /// What readers should know of this presentation.
        notice: Box<str>,
        /// What the button says that shows the works without a date, or leaves them out again; empty where there are none.
        undated: Box<str>,
        /// The day from which on the plan looks ahead: that of its adoption.
        adopted: Option<Day>,
        /// Spans of time to show behind the items.
        bands: Vec<Band>,
        /// The headings of the list, in order.
        groups: Vec<Group>,
        /// For each facet of [`TimelineFilter`] the values that occur.
        facets: Vec<Vec<Value>>,
        /// The items, in the order of the list.
        items: Vec<Item>,
        /// The terms that items are put in.
        terms: Vec<Term>,
        /// Stages that no item is in, but a fact of one names.
        named: Vec<Value>,
    }

    /// A span of time to show behind the items.
    Band {
        /// What it is called.
        title: Box<str>,
        /// Its first day; none where it only leads to its last.
        first: Option<Day>,
        /// Its last day.
        last: Day,
        /// The row of its name: bands of the same time have names one below the other.
        row: usize,
        /// The day before the next band in this row, where there is one.
        until: Option<Day>,
    }

    /// A heading of the list.
    Group {
        /// What it is called.
        title: Box<str>,
        /// When it is.
        when: Box<str>,
    }

    /// Something on the timeline.
    Item {
        /// The event's id.
        id: Box<str>,
        /// The id of the project that it is about, where it is one.
        project: Box<str>,
        /// What it is called.
        title: Box<str>,
        /// When it is, in the plan's own words where it has some.
        when: Box<str>,
        /// How far it is to come and what is to be reached, or what sort of statement it is.
        label: Box<str>,
        /// Where the plan says so.
        cite: Box<str>,
        /// How its time is drawn.
        shape: Shape,
        /// Its first day, where it has one.
        first: Option<Day>,
        /// Its last day, where it has one.
        last: Option<Day>,
        /// The index of its heading in [`TimelineView::groups`].
        group: usize,
        /// For each facet of [`TimelineFilter`] the indices of its values, the main one first.
        facets: Vec<Vec<usize>>,
        /// More about it.
        summary: Box<str>,
        /// What is known of it, with what that is.
        facts: Vec<Fact>,
        /// Pictures, and links to films and pages.
        media: Vec<Medium>,
        /// For searches: how its title is pronounced, in pinyin and in the language that is shown; and what else its terms
        /// are called.
        pinyin: Box<str>,
    }

    /// A line of an item's details.
    Fact {
        /// What it is.
        label: Box<str>,
        /// What is known.
        text: Box<str>,
        /// A word of the plan that the text ends with, in the plan's own language.
        quote: Box<str>,
        /// The item that the text names.
        item: Box<str>,
        /// The term that the text names: its index in [`TimelineView::terms`] plus 1; 0 is none.
        term: usize,
    }

    /// A picture, or a link to a film or a page.
    Medium {
        /// Which of them.
        kind: MediaKind,
        /// Its URL.
        src: Box<str>,
        /// What is to be seen.
        alt: Box<str>,
        /// What stands below it.
        caption: Box<str>,
        /// Its width in pixels; 0 is unknown.
        width: usize,
        /// Its height in pixels; 0 is unknown.
        height: usize,
        /// Of a film whether `src` is its file, which plays in a page.
        plays: usize,
        /// Of a film the URL of a page that plays it in a frame.
        frame: Box<str>,
        /// The host that this page comes from.
        host: Box<str>,
    }
}

carried! {
    /// What a timeline needs once an item opens or is searched for.
    Later {
        /// Of each item of the timeline, by its index.
        items: Vec<LaterItem>,
        /// The terms that items are put in.
        terms: Vec<Term>,
    }

    /// What an item needs then: see [`Item`].
    LaterItem {
        /// More about it.
        summary: Box<str>,
        /// What is known of it, with what that is.
        facts: Vec<Fact>,
        /// How its title is pronounced.
        pinyin: Box<str>,
    }
}

crate::view::view!(
    TimelineView,
    TimelineWords,
    fn json_in_two(&self) -> [String; 2] {
        let mut first = self.clone();
        let later = |item: &mut Item| LaterItem {
            summary: take(&mut item.summary),
            facts: take(&mut item.facts),
            pinyin: take(&mut item.pinyin),
        };
        let later =
            Later { items: first.items.iter_mut().map(later).collect(), terms: take(&mut first.terms) };
        let needed = later.items.iter().any(|item| *item != LaterItem::default());
        [first.json(), if needed { json(&later) } else { String::new() }]
    },
    fn whole(plan: &Plan, lang: &Lang, language: &Language) -> Self {
        TimelineView::whole(plan, lang, language)
    }
);

impl TimelineView {
    /// Where begins what only leads to a day: behind the last band that ends before it.
    #[must_use]
    pub fn begin_of(&self, last: Day) -> Option<Day> {
        // They are sorted by their ends.
        let at = self.bands.partition_point(|band| band.last < last);
        Some(self.bands.get(at.checked_sub(1)?)?.last + 1)
    }
}

impl Faceted for Item {
    fn facets(&self) -> &[Vec<usize>] {
        &self.facets
    }
}

impl Searched for Item {
    fn texts(&self, add: &mut dyn FnMut(&str)) {
        add(&self.title);
        add(&self.label);
        add(&self.summary);
        add(&self.when);
        for fact in &self.facts {
            add(&fact.text);
        }
    }

    fn pinyin(&self) -> &str {
        &self.pinyin
    }
}

choice! {
    /// How a time is drawn: what isn't known has no edge.
    Shape {
        /// It is known that it happens in this time, not when.
        Within = "within",
        /// A day.
        Point = "point",
        /// From one day to another.
        Span = "span",
        /// It leads to its last day.
        By = "by",
        /// It begins then, and has no end.
        Since = "since",
        /// A work of a time, of which no more is said.
        Undated = "undated",
        /// Nothing is known.
        Timeless = "timeless",
    }
}
