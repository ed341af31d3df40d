//! Goals: what a plan sets out to reach, with what it says of the way there, a card each.

pub mod cut;

use super::{
    facets::Value,
    filter::{Faceted, answers},
    search::Folded,
    terms::Term,
};
use crate::model::{self, Carried, Lang, carried};

/// What goals can be filtered by, besides a search; [`Deck::facets`] and [`Card::facets`] have this order. Attributes and
/// keys of addresses have these names. A part of the plan is a chapter here: HTML has another `part`.
pub const FACETS: [&str; 6] = ["topic", "stage", "article", "chapter", "department", "kind"];

/// The place of the topics among the facets.
pub const TOPIC: usize = 0;

/// The place of the stages among the facets.
pub const STAGE: usize = 1;

/// The place of the passages among the facets.
pub const ARTICLE: usize = 2;

/// The place of the parts among the facets.
pub const CHAPTER: usize = 3;

/// The place of the departments among the facets.
pub const DEPARTMENT: usize = 4;

/// The place of the kinds among the facets.
pub const KIND: usize = 5;

/// What goals are narrowed to.
pub type Filter = super::filter::Filter<{ FACETS.len() }>;

carried! {
    /// A plan's goals in one language: worded, in the plan's order, and what they can be filtered by.
    ///
    /// Made of a plan once ([`Deck::of`]), as a [`Chronology`](super::timeline::Chronology) is.
    Deck {
        /// The plan's id.
        plan: Box<str>,
        /// The language of every text.
        lang: Lang,
        /// The plan's own language, in which quotes stand.
        original: Lang,
        /// The plan's short title.
        title: Box<str>,
        /// What readers should know of this presentation.
        notice: Box<str>,
        /// For each of [`FACETS`] the values that occur.
        facets: Vec<Vec<Value>>,
        /// The goals.
        cards: Vec<Card>,
        /// The terms that goals are put in.
        terms: Vec<Term>,
    }

    /// A goal.
    Card {
        /// Its id.
        id: Box<str>,
        /// What the plan calls for.
        title: Box<str>,
        /// By when, for each time that the plan states: its words, and the time where the words don't say it.
        horizons: Vec<Box<str>>,
        /// What it means.
        summary: Box<str>,
        /// For each of [`FACETS`] the places of its values, the main one first.
        facets: Vec<Vec<usize>>,
        /// What is to be done for it.
        measures: Vec<Box<str>>,
        /// The projects that serve it, by stage.
        projects: Vec<Work>,
        /// The quantities that belong to it.
        figures: Vec<Quantity>,
        /// Places of its terms in [`Deck::terms`].
        terms: Vec<usize>,
        /// That the plan gives no number for its own time, where it gives none.
        unmeasured: Box<str>,
    }

    /// A project, as the plan speaks of it for a goal.
    Work {
        /// Its id.
        id: Box<str>,
        /// Its exact name.
        name: Box<str>,
        /// The place of its stage among those of the deck.
        stage: usize,
        /// The plan's verb that shows the stage, in the plan's own language.
        verb: Box<str>,
        /// When.
        when: Box<str>,
        /// Where the plan says so.
        cite: Box<str>,
    }

    /// A quantity.
    Quantity {
        /// Its id.
        id: Box<str>,
        /// As the plan words it, with unit and comparator.
        text: Box<str>,
        /// What it measures.
        measure: Box<str>,
        /// What sort of statement it is.
        kind: Box<str>,
        /// When.
        when: Box<str>,
        /// Where the plan says so.
        cite: Box<str>,
    }
}

impl Deck {
    /// Reads what was written by another module; what isn't there is nothing.
    pub fn read_from(value: &impl model::Value) -> Deck {
        Deck::carried(value)
    }
}

impl Faceted for Card {
    fn facets(&self) -> &[Vec<usize>] {
        &self.facets
    }

    fn answers(&self, query: &Folded) -> bool {
        let texts = [&self.title, &self.summary].into_iter().chain(&self.measures);
        let texts = texts.chain(self.projects.iter().map(|project| &project.name));
        let texts = texts.chain(self.figures.iter().flat_map(|figure| [&figure.text, &figure.measure]));
        answers(query, "", texts)
    }
}
