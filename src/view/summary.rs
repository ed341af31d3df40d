//! A widget in a few words: the title of a page that shows it alone, what search engines and pictures say of it.

use super::{
    facets::Value,
    filter::Filter,
    glossary::GlossaryView,
    goals::{self, Card, DeckView, GoalFilter},
    overview::{OverviewView, TOPIC},
    search::Index,
    timeline::{self, Day, TimelineFilter, TimelineView, scope::TimelineScope},
    words::CommonWords,
};
use crate::model::{GoalId, Lang, Plan, TermId};

/// A widget in a few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The language.
    pub lang: Lang,
    /// The plan's short title.
    pub plan: String,
    /// What readers should know of this presentation.
    pub notice: String,
    /// What it is: the widget's name, or a goal's topic and kind.
    pub subject: String,
    /// What it shows.
    pub title: String,
    /// More of that.
    pub text: String,
    /// Up to [`FIGURES`] quantities, each with what it measures.
    pub figures: Vec<(String, String)>,
    /// Spans of time of a timeline, each with its first day, where it has one, and its last.
    pub bands: Vec<(String, Option<Day>, Day)>,
}

/// What readers should know: of the language, and of the whole.
fn notice(note: &str, notice: &str) -> String {
    let said: Vec<&str> = [note, notice].into_iter().filter(|text| !text.is_empty()).collect();
    said.join(" ")
}

/// The most quantities of a summary.
pub const FIGURES: usize = 3;

/// The separator of names.
pub(crate) const DOT: &str = " · ";

impl Summary {
    /// The title of a page that shows it alone.
    #[must_use]
    pub fn page_title(&self) -> String {
        let parts = [&self.title, &self.subject, &self.plan];
        let mut said: Vec<&str> = Vec::new();
        for part in parts {
            if !part.is_empty() && !said.contains(&&**part) {
                said.push(part);
            }
        }
        said.join(DOT)
    }

    /// The summary of what `scope` leaves of a timeline under `filter`.
    #[must_use]
    pub fn of_timeline(view: &TimelineView, scope: &TimelineScope, filter: &TimelineFilter) -> Summary {
        let (among, _) = scope.order(view);
        let found = filter.found_among(&among, &view.facets, &view.items, &Index::default()).items;
        let items = found.iter().filter_map(|index| view.items.get(*index));
        let bands = scope.bands(view).into_iter().map(|band| (band.title.to_string(), band.first, band.last));
        let titles: Vec<&str> = items.map(|item| &*item.title).collect();
        let topics = names(&view.facets, timeline::TOPIC, filter);
        let own = view.words();
        Summary {
            lang: view.lang.clone(),
            plan: view.title.to_string(),
            notice: notice(&view.note, &view.notice),
            subject: own.timeline().into(),
            title: if topics.is_empty() { view.title.to_string() } else { topics },
            text: list(view.common().count(own.items(), found.len()), &titles, view.common()),
            bands: bands.collect(),
            ..Summary::default()
        }
    }

    /// The summary of these goals, of none all, under `filter`.
    #[must_use]
    pub fn of_goals(deck: &DeckView, goals: &[GoalId], filter: &GoalFilter) -> Summary {
        let among = deck.picked(goals);
        let found = filter.found_among(&among, &deck.facets, &deck.cards, &Index::default()).items;
        let cards: Vec<&Card> = found.iter().filter_map(|index| deck.cards.get(*index)).collect();
        let titles: Vec<&str> = cards.iter().map(|card| &*card.title).collect();
        let own = deck.words();
        let filtered: Vec<String> = [goals::TOPIC, goals::CHAPTER, goals::DEPARTMENT]
            .into_iter()
            .map(|facet| names(&deck.facets, facet, filter))
            .filter(|names| !names.is_empty())
            .collect();
        Summary {
            lang: deck.lang.clone(),
            plan: deck.title.to_string(),
            notice: notice(&deck.note, &deck.notice),
            subject: own.goals().into(),
            title: if filtered.is_empty() { deck.title.to_string() } else { filtered.join(DOT) },
            text: list(deck.common().count(own.goals_all(), found.len()), &titles, deck.common()),
            ..Summary::default()
        }
    }

    /// The summary of one goal.
    #[must_use]
    pub fn of_goal(deck: &DeckView, card: &Card) -> Summary {
        let field: Vec<&str> = [goals::TOPIC, goals::KIND]
            .into_iter()
            .filter_map(|facet| deck.names(card, facet).next())
            .collect();
        let mut figures: Vec<_> = card.figures.iter().filter(|figure| figure.past == 0).collect();
        figures.truncate(FIGURES);
        Summary {
            lang: deck.lang.clone(),
            plan: deck.title.to_string(),
            notice: notice(&deck.note, &deck.notice),
            subject: field.join(DOT),
            title: card.title.to_string(),
            text: card.summary.to_string(),
            figures: figures
                .iter()
                .map(|figure| (figure.text.to_string(), figure.measure.to_string()))
                .collect(),
            ..Summary::default()
        }
    }

    /// The summary of a plan's overview.
    #[must_use]
    pub fn of_overview(plan: &Plan, view: &OverviewView) -> Summary {
        let topics = view.values(TOPIC).iter().enumerate();
        let topics = topics.filter(|(topic, _)| !view.row(*topic).is_empty());
        let topics: Vec<&str> = topics.map(|(_, topic)| &*topic.name).collect();
        let (own, common) = (view.words(), view.common());
        let title = plan.about.short.get(view.lang.key());
        Summary {
            lang: view.lang.clone(),
            plan: title.into(),
            notice: notice(&view.note, &view.notice),
            subject: own.overview().into(),
            title: title.into(),
            text: list(common.count(own.projects(), view.items.len()), &topics, common),
            ..Summary::default()
        }
    }

    /// The summary of these terms of a glossary, of none all.
    #[must_use]
    pub fn of_glossary(view: &GlossaryView, terms: &[TermId]) -> Summary {
        let entries = view.picked(terms).into_iter().filter_map(|index| view.entries.get(index));
        let names: Vec<&str> = entries.map(|entry| &*entry.name).collect();
        let own = view.words();
        Summary {
            lang: view.lang.clone(),
            plan: view.title.to_string(),
            notice: notice(&view.note, &view.notice),
            subject: own.glossary().into(),
            title: view.title.to_string(),
            text: list(view.common().count(own.terms(), names.len()), &names, view.common()),
            ..Summary::default()
        }
    }
}

/// The names of a facet's values that are selected.
fn names(facets: &[Vec<Value>], facet: usize, filter: &impl Filter) -> String {
    let selected = filter.selected().into_iter().nth(facet).unwrap_or_default();
    let values = facets.get(facet).into_iter().flatten();
    let names: Vec<&str> =
        values.filter(|value| selected.contains(&&*value.id)).map(|value| &*value.name).collect();
    names.join(DOT)
}

/// The longest list, in characters: search engines show no more.
const LONGEST: usize = 160;

/// A list of at most [`LONGEST`] characters: `count`, then the first of `names`.
fn list(count: String, names: &[&str], common: CommonWords) -> String {
    let comma = common.names_comma();
    let mut text = count;
    for (index, name) in names.iter().enumerate() {
        if text.chars().count() + name.chars().count() > LONGEST {
            return text + "…";
        }
        text += if index == 0 { DOT } else { comma };
        text += name;
    }
    text
}
