//! What a page reports of progress, worded for the cards of goals.

use std::iter::once;

use super::{
    facets::{Ids, keep_least},
    goals::{DeckView, Quantity, Standing},
    words::{CommonWords, Language, PlanWords, fill},
};
use crate::model::{Edtf, Lang, Level, Progress, Report, Value, carried};

carried! {
    /// What of a [`DeckView`] reports are about: the checker reads no more of one.
    Subjects {
        /// The language of every text.
        lang: Lang,
        /// Those of each card.
        cards: Vec<OfCard>,
    }

    /// A goal, with what its card shows.
    OfCard {
        /// Its id.
        id: Box<str>,
        /// Its projects.
        projects: Vec<Named>,
        /// Its figures.
        figures: Vec<Measured>,
    }

    /// A project.
    Named {
        /// Its id.
        id: Box<str>,
        /// Its name.
        name: Box<str>,
    }

    /// A figure.
    Measured {
        /// Its id.
        id: Box<str>,
        /// What it measures.
        measure: Box<str>,
        /// Those that are its shares, parts or properties.
        with: Vec<Measured>,
    }
}

impl OfCard {
    /// All its figures.
    pub fn measured(&self) -> impl Iterator<Item = &Measured> {
        self.figures.iter().flat_map(|figure| once(figure).chain(&figure.with))
    }
}

fn measured(figure: &Quantity) -> Measured {
    Measured { id: figure.id.clone(), measure: figure.measure.clone(), with: Vec::new() }
}

impl Subjects {
    /// Those of a deck, given as what [`DeckView`] was written to.
    pub fn read(deck: &impl Value) -> Subjects {
        crate::model::Carried::carried(deck)
    }

    /// Those of a deck.
    #[must_use]
    pub fn of(deck: &DeckView) -> Subjects {
        let cards = deck.cards.iter().map(|card| OfCard {
            id: card.id.clone(),
            projects: card
                .projects
                .iter()
                .map(|work| Named { id: work.id.clone(), name: work.name.clone() })
                .collect(),
            figures: card.quantities().map(measured).collect(),
        });
        Subjects { lang: deck.lang.clone(), cards: cards.collect() }
    }
}

/// The progress of each card of `deck`: what is reported of its goal, its projects and its figures. `today` is in days from
/// 1970-01-01; `number` prints a number with ASCII digits and a point.
#[must_use]
pub fn progress_view(
    progress: &Progress,
    deck: &DeckView,
    language: &Language,
    today: i64,
    number: &dyn Fn(f64) -> String,
) -> Vec<Vec<Standing>> {
    standings(progress, &Subjects::of(deck), language, today, number)
}

fn standings(
    progress: &Progress,
    subjects: &Subjects,
    language: &Language,
    today: i64,
    number: &dyn Fn(f64) -> String,
) -> Vec<Vec<Standing>> {
    let lang = progress.language(&subjects.lang).unwrap_or(&subjects.lang);
    let builder = Builder { progress, lang: lang.key(), language, words: language.plan(), today, number };
    let goals = Reports::of(progress, |report| report.goal.as_deref());
    let projects = Reports::of(progress, |report| report.project.as_deref());
    let figures = Reports::of(progress, |report| report.figure.as_deref());
    subjects
        .cards
        .iter()
        .map(|card| {
            // As the page gives them.
            let mut reports = Vec::new();
            goals.add(&card.id, &mut reports);
            card.projects.iter().for_each(|work| projects.add(&work.id, &mut reports));
            card.measured().for_each(|figure| figures.add(&figure.id, &mut reports));
            let reports = reports.into_iter().filter_map(|at| progress.reports.get(at));
            reports.filter_map(|report| builder.standing(card, report)).collect()
        })
        .collect()
}

/// The same as JSON.
#[must_use]
pub fn progress_json(
    progress: &Progress,
    subjects: &Subjects,
    language: &Language,
    today: i64,
    number: &dyn Fn(f64) -> String,
) -> String {
    super::json(&standings(progress, subjects, language, today, number))
}

/// The reports about records of one kind, by index.
struct Reports<'a> {
    ids: Ids<'a>,
    /// Of each id the first, as many as a card shows.
    reports: Vec<Vec<usize>>,
}

impl<'a> Reports<'a> {
    fn of(progress: &'a Progress, id: fn(&'a Report) -> Option<&'a str>) -> Self {
        let (mut ids, mut reports) = (Ids::default(), Vec::new());
        for (at, report) in progress.reports.iter().enumerate() {
            let Some(index) = id(report).map(|id| ids.add(id)) else { continue };
            if index == reports.len() {
                reports.push(Vec::new());
            }
            keep_least(&mut reports[index], at, MOST_REPORTS);
        }
        Reports { ids, reports }
    }

    /// Adds those about a record.
    fn add(&self, id: &str, to: &mut Vec<usize>) {
        let found = self.ids.find(id).and_then(|index| self.reports.get(index)).into_iter().flatten();
        found.for_each(|at| keep_least(to, *at, MOST_REPORTS));
    }
}

/// The most reports that a card shows.
const MOST_REPORTS: usize = 100;

struct Builder<'a> {
    progress: &'a Progress,
    lang: &'a str,
    language: &'a Language,
    words: PlanWords<'a>,
    today: i64,
    number: &'a dyn Fn(f64) -> String,
}

impl Builder<'_> {
    /// A report, where it is about this card or something on it.
    fn standing(&self, card: &OfCard, report: &Report) -> Option<Standing> {
        let Builder { progress, lang, words, .. } = *self;
        let project =
            card.projects.iter().find(|work| report.project.as_ref().is_some_and(|id| **id == *work.id));
        let figure =
            card.measured().find(|figure| report.figure.as_ref().is_some_and(|id| **id == *figure.id));
        let of: &str = match (project, figure) {
            (Some(work), _) => &work.name,
            (_, Some(figure)) => &figure.measure,
            _ => report.goal.as_ref().filter(|id| ***id == *card.id).map(|_| "")?,
        };
        let measure = report.measure.as_ref().map(|measure| measure.get(lang)).unwrap_or_default();
        let what = match (of, measure) {
            ("", measure) => measure.into(),
            (of, "") => of.into(),
            // What a figure measures is said better by whoever measures it.
            (_, measure) if figure.is_some() => measure.into(),
            (of, measure) => fill(words.measured(), &[of, measure]),
        };
        let source = report.source.as_ref().unwrap_or(&progress.source);
        let method = report.method.as_ref().or(progress.method.as_ref());
        let due = report.due.as_ref().or(progress.due.as_ref());
        let old = due.filter(|due| due.last_day().is_some_and(|day| day < self.today));
        Some(Standing {
            what: what.into(),
            value: self.quantity(report.value.get(), report).into(),
            when: fill(words.as_of(), &[&self.interval(&report.as_of)]).into(),
            from: self.level(words.baseline(), report.baseline.as_ref(), report),
            to: self.level(words.target(), report.target.as_ref(), report),
            share: share(report),
            old: old.map(|due| fill(words.overdue(), &[&self.interval(due)]).into()).unwrap_or_default(),
            source: source.name.get(lang).into(),
            url: source.url.as_ref().map(|url| url.to_string().into()).unwrap_or_default(),
            method: method.map(|method| method.get(lang).into()).unwrap_or_default(),
        })
    }

    /// A number as the language writes it, with at most three digits of its fraction.
    fn number(&self, value: f64) -> String {
        // The sum makes 0 of -0.
        let rounded = (value * 1000.0).round() / 1000.0 + 0.0;
        CommonWords(&self.language.goals).written(&(self.number)(rounded))
    }

    fn interval(&self, edtf: &Edtf) -> String {
        self.language.interval(edtf, self.progress.financial_year)
    }

    fn quantity(&self, value: f64, report: &Report) -> String {
        fill(self.words.quantity(), &[&self.number(value), report.unit.get(self.lang)])
    }

    /// A number to compare with, by its label and with its time.
    fn level(&self, label: &str, level: Option<&Level>, report: &Report) -> Box<str> {
        let Some(level) = level else {
            return "".into();
        };
        let quantity = self.quantity(level.value.get(), report);
        let when = level.when.as_ref().map(|when: &Edtf| self.interval(when));
        let text = when.map_or(quantity.clone(), |when| fill(self.words.beside(), &[&quantity, &when]));
        fill(self.words.measured(), &[label, &text]).into()
    }
}

/// How much of the way from baseline to target is done, in hundredths, whichever way it leads; nothing without both.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn share(report: &Report) -> Option<usize> {
    let (from, to) = (report.baseline.as_ref()?.value.get(), report.target.as_ref()?.value.get());
    let share = (report.value.get() - from) / (to - from) * 100.0;
    Some(share.clamp(0.0, 100.0) as usize)
}
