//! A language: all its lists of words, and what it says of a plan as a whole.

use super::{
    GlossaryWords, PlanWords, TimelineWords, fill, joined,
    widgets::{InGlossary, InTimeline},
};
use crate::model::{About, Lang, Plan, Value, carried, is_same_language};

carried! {
    /// A language: its words, and how it writes numbers and dates.
    Language {
        /// Which one it is.
        lang: Lang,
        /// Its name in itself.
        name: Box<str>,
        /// `rtl` where it is written from right to left, else `ltr`.
        direction: Box<str>,
        /// The list of [`TimelineWords`].
        timeline: Vec<String>,
        /// The list of [`GlossaryWords`].
        glossary: Vec<String>,
        /// The list of [`GoalWords`](super::GoalWords).
        goals: Vec<String>,
        /// The list of [`OverviewWords`](super::OverviewWords).
        overview: Vec<String>,
        /// The list of [`MenuWords`](super::MenuWords); in the package's files for languages it is a file of its own.
        menu: Vec<String>,
        /// The list of [`PlanWords`].
        plan: Vec<String>,
        /// The list of [`ProgressWords`](super::ProgressWords).
        progress: Vec<String>,
        /// The list of [`PassageWords`](super::PassageWords).
        passages: Vec<String>,
        /// The list of [`DateWords`](super::DateWords).
        dates: Vec<String>,
        /// The same in each grammatical case, empty where they are no other.
        cases: Vec<Vec<String>>,
        /// Tags of languages, each with what it is called behind it.
        names: Vec<String>,
    }
}

/// What a view says of its plan's languages.
#[derive(Default)]
pub(in crate::view) struct Said {
    /// All of them, first the one that quotes stand in: the plan's own, or the one that is shown where a program made it of
    /// that in another script.
    pub languages: Vec<Lang>,
    /// What readers should know of the one that is shown.
    pub note: Box<str>,
}

impl Language {
    /// Reads what was written by another program; what isn't there is left empty.
    pub fn read(value: &impl Value) -> Language {
        crate::model::Carried::carried(value)
    }

    /// Writes it as JSON, for [`read`](Language::read).
    #[must_use]
    pub fn json(&self) -> String {
        crate::view::json(self)
    }

    /// The words of view models.
    #[must_use]
    pub fn plan(&self) -> PlanWords<'_> {
        PlanWords(&self.plan)
    }

    /// What a view of `plan` in `lang` says of its languages.
    #[inline(never)]
    pub(in crate::view) fn said(&self, plan: &Plan, lang: &str) -> Said {
        let mut languages = plan.languages.clone();
        let mut note = String::new();
        if let Some(made) = plan.converted.iter().find(|made| *made.language == *lang) {
            let at = languages.iter().position(|other| other.key() == lang).unwrap_or_default();
            if is_same_language(languages[0].key(), lang) {
                languages.swap(0, at);
            }
            let at = self.names.iter().position(|tag| **tag == *made.from);
            let name = at.and_then(|at| self.names.get(at + 1)).map_or(&*made.from, String::as_str);
            let words = self.plan();
            let sentence = if made.by.is_empty() { words.converted() } else { words.converted_by() };
            note = fill(sentence, &[name, &made.by]);
        }
        // Words are of the same language, or English for want of any.
        if !is_same_language(self.lang.key(), lang) {
            if !note.is_empty() {
                note.push(' ');
            }
            note += self.plan().unspoken();
        }
        Said { languages, note: note.into() }
    }

    /// How texts in `lang` are written; `auto` where these are another language's words.
    #[must_use]
    pub fn direction_of(&self, lang: &str) -> &str {
        if is_same_language(self.lang.key(), lang) { &self.direction } else { "auto" }
    }
}

impl Language {
    /// A name for a row of names: one in Latin letters would change places with its neighbours where texts run from right to
    /// left.
    #[must_use]
    pub(in crate::view) fn isolated(&self, name: &str) -> String {
        if *self.direction == *"rtl" && name.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            joined(&["\u{2068}", name, "\u{2069}"], "")
        } else {
            name.into()
        }
    }
}

impl Language {
    /// The list of a timeline's words, for a plan.
    pub(in crate::view) fn timeline_of(&self, plan: &Plan) -> Vec<String> {
        hinting(&self.timeline, TimelineWords::BEFORE + InTimeline::search_hint as usize, plan)
    }

    /// What readers should know of a plan: its own notice, when it was adopted and for which period.
    pub(in crate::view) fn notice(&self, plan: &Plan, lang: &str) -> Box<str> {
        let About { notice, adopted, period, financial_year, .. } = &plan.about;
        let notice = notice.as_ref().map(|notice| notice.get(lang)).unwrap_or_default();
        let period = period.as_ref().and_then(|id| plan.periods.find(id));
        let words = self.plan();
        let said = match (adopted, period) {
            (None, _) => return notice.into(),
            (Some(adopted), None) => {
                fill(words.adopted(), &[notice, &self.interval(&adopted.edtf, *financial_year)])
            }
            (Some(adopted), Some(period)) => {
                let [date, period] =
                    [adopted, &period.time].map(|time| self.interval(&time.edtf, *financial_year));
                fill(words.adopted_for(), &[notice, &date, &period])
            }
        };
        said.trim_start().into()
    }

    /// The list of a glossary's words, for a plan.
    pub(in crate::view) fn glossary_of(&self, plan: &Plan) -> Vec<String> {
        hinting(&self.glossary, GlossaryWords::BEFORE + InGlossary::search_hint as usize, plan)
    }
}

/// The list of a widget's words, with the hint of what the search box of `plan` takes: the one of pinyin, which is behind the
/// other, where the plan gives some.
fn hinting(list: &[String], hint: usize, plan: &Plan) -> Vec<String> {
    let mut list = list.to_vec();
    let terms = plan.terms.iter().map(|term| term.spoken("zh"));
    let mut given = terms.chain(plan.events.iter().map(|event| event.spoken("zh")));
    let shown = usize::from(given.any(|pinyin| !pinyin.is_empty()));
    if hint + 1 < list.len() {
        list.swap(hint, hint + shown);
        list[hint + 1].clear();
    }
    list
}
