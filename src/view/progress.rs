//! What a page reports of progress, worded for the cards of goals.

use super::{
    goals::{Card, DeckView, Standing},
    timeline::wording::interval,
    words::{BuildWords, build_words, fill},
};
use crate::model::{Edtf, Lang, Level, Progress, Report};

/// The progress of each card of `deck`: what is reported of its goal, its projects and its figures. `today` is in days
/// from 1970-01-01; `number` formats a number in the language.
#[must_use]
pub fn progress_view(
    progress: &Progress,
    deck: &DeckView,
    today: i64,
    number: &dyn Fn(f64) -> String,
) -> Vec<Vec<Standing>> {
    let builder = Builder { progress, lang: deck.lang, words: build_words(deck.lang), today, number };
    deck.cards
        .iter()
        .map(|card| progress.reports.iter().filter_map(|report| builder.standing(card, report)).collect())
        .collect()
}

struct Builder<'a> {
    progress: &'a Progress,
    lang: Lang,
    words: &'static BuildWords,
    today: i64,
    number: &'a dyn Fn(f64) -> String,
}

impl Builder<'_> {
    /// A report, where it is about this card or something on it.
    fn standing(&self, card: &Card, report: &Report) -> Option<Standing> {
        let Builder { progress, lang, words, .. } = *self;
        let project =
            card.projects.iter().find(|work| report.project.as_ref().is_some_and(|id| **id == *work.id));
        let figure =
            card.figures.iter().find(|figure| report.figure.as_ref().is_some_and(|id| **id == *figure.id));
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
            (of, measure) => fill(words.measured, &[of, measure]),
        };
        let source = report.source.as_ref().unwrap_or(&progress.source);
        let method = report.method.as_ref().or(progress.method.as_ref());
        let due = report.due.as_ref().or(progress.due.as_ref());
        let old = due.filter(|due| due.last_day().is_some_and(|day| day < self.today));
        Some(Standing {
            what: what.into(),
            value: self.quantity(report.value.get(), report).into(),
            when: fill(words.as_of, &[&interval(&report.as_of, lang)]).into(),
            from: self.level(words.baseline, report.baseline.as_ref(), report),
            to: self.level(words.target, report.target.as_ref(), report),
            share: share(report),
            old: old.map(|due| fill(words.overdue, &[&interval(due, lang)]).into()).unwrap_or_default(),
            source: source.name.get(lang).into(),
            url: source.url.as_ref().map(|url| url.to_string().into()).unwrap_or_default(),
            method: method.map(|method| method.get(lang).into()).unwrap_or_default(),
        })
    }

    fn quantity(&self, value: f64, report: &Report) -> String {
        fill(self.words.quantity, &[&(self.number)(value), report.unit.get(self.lang)])
    }

    /// A number to compare with, by its label and with its time.
    fn level(&self, label: &str, level: Option<&Level>, report: &Report) -> Box<str> {
        let Some(level) = level else {
            return "".into();
        };
        let quantity = self.quantity(level.value.get(), report);
        let when = level.when.as_ref().map(|when: &Edtf| interval(when, self.lang));
        let text = when.map_or(quantity.clone(), |when| fill(self.words.beside, &[&quantity, &when]));
        fill(self.words.measured, &[label, &text]).into()
    }
}

/// How much of the way from baseline to target is done, in hundredths, whichever way it leads; nothing without both.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn share(report: &Report) -> Option<usize> {
    let (from, to) = (report.baseline.as_ref()?.value.get(), report.target.as_ref()?.value.get());
    let share = (report.value.get() - from) / (to - from) * 100.0;
    Some(share.clamp(0.0, 100.0) as usize)
}
