//! The checkers: modules of their own, for pages and editors that bring a plan of their own, and for progress. One has
//! what timelines and editors need, the other what goals, terms and overviews need.

#![allow(dead_code, reason = "one of the two modules has each")]

use std::cell::RefCell;

use js_sys::{Math, Number};
use wasm_bindgen::prelude::*;

use super::js::{FromJs, parse, problems};
use plan_widgets::{
    model::{
        Collected, Edtf, Figure, Goal, Lang, Loader, Plan, Problem, Problems, Progress, Project,
        problems_json,
    },
    view::{
        View,
        glossary::GlossaryView,
        goals::DeckView,
        overview::OverviewView,
        progress::{Platform, Subjects, progress_json},
        timeline::TimelineView,
        words::Language,
    },
};

/// So many values are looked at in a task: some 20 ms on a desktop computer.
const MOST: usize = 30_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = String)]
    fn string(number: f64) -> String;
}

thread_local! {
    /// The plan that is being read.
    static LOADER: RefCell<Loader> = RefCell::default();

    /// The progress that is being read, and what it is of.
    static REPORTED: RefCell<(Option<Subjects>, Option<ReadProgress>)> = RefCell::default();
}

/// Progress, and what of it has nothing in the deck.
type ReadProgress = Result<(Progress, Vec<Problem>), Problems>;

/// Reads more of a plan, which is given as `JSON.parse` gives it; gives whether all of it has been read. Then one of those
/// below is called, and takes it.
#[wasm_bindgen]
pub fn read(plan: JsValue) -> bool {
    LOADER.with_borrow_mut(|loader| loader.step(FromJs(plan), MOST))
}

/// Every problem of the plan: an array of `{pointer, found, expected, nearest}`, empty for a plan that widgets can show.
#[cfg_attr(not(feature = "check-goals"), wasm_bindgen)]
pub fn check() -> JsValue {
    problems(&LOADER.take().close().err().map(|found| found.0).unwrap_or_default())
}

/// The view model of the plan's timeline, in one of its languages or else in its own, with the words of a language: a file
/// of `data/` as `JSON.parse` gives it. Or the problems of the plan, as `check` gives them.
#[cfg_attr(not(feature = "check-goals"), wasm_bindgen(js_name = timelineView))]
pub fn timeline_view(tag: &str, words: JsValue) -> JsValue {
    view_of(tag, words, |plan, lang, language| TimelineView::with(plan, lang, language).json())
}

/// The same with the works without a date.
#[cfg_attr(not(feature = "check-goals"), wasm_bindgen(js_name = timelineViewWhole))]
pub fn timeline_view_whole(tag: &str, words: JsValue) -> JsValue {
    view_of(tag, words, |plan, lang, language| TimelineView::whole(plan, lang, language).json())
}

/// The view model of a glossary, in the same way.
#[cfg_attr(feature = "check-goals", wasm_bindgen(js_name = glossaryView))]
pub fn glossary_view(tag: &str, words: JsValue) -> JsValue {
    view_of(tag, words, |plan, lang, language| GlossaryView::with(plan, lang, language).json())
}

/// The view model of goals, in the same way.
#[cfg_attr(feature = "check-goals", wasm_bindgen(js_name = deckView))]
pub fn deck_view(tag: &str, words: JsValue) -> JsValue {
    view_of(tag, words, |plan, lang, language| DeckView::with(plan, lang, language).json())
}

/// The view model of an overview, in the same way.
#[cfg_attr(feature = "check-goals", wasm_bindgen(js_name = overviewView))]
pub fn overview_view(tag: &str, words: JsValue) -> JsValue {
    view_of(tag, words, |plan, lang, language| OverviewView::with(plan, lang, language).json())
}

/// Reads more of `progress`, as the page has it, for the goals of `deck`; gives whether all of it has been read. Then the
/// one below is called, and takes it.
#[cfg_attr(feature = "check-goals", wasm_bindgen(js_name = readProgress))]
pub fn read_progress(progress: JsValue, deck: JsValue) -> bool {
    REPORTED.with_borrow_mut(|(subjects, read)| {
        let Some(deck) = subjects else {
            *subjects = Some(Subjects::read(&FromJs(deck)));
            return false;
        };
        let mut known: Vec<(&'static str, &str)> = Vec::new();
        for card in &deck.cards {
            known.push((Goal::COLLECTION, &card.id));
            known.extend(card.projects.iter().map(|work| (Project::COLLECTION, &*work.id)));
            known.extend(card.measured().map(|figure| (Figure::COLLECTION, &*figure.id)));
        }
        *read = Some(Progress::read_with(FromJs(progress), &deck.lang, &known));
        true
    })
}

/// What it reports: what the deck's view model has of it, and in `unbound` a problem for each id that it speaks of and the
/// deck doesn't have. Or the problems of it in `problems`. `words` are those of the deck's language, `today` is an ISO date.
#[cfg_attr(feature = "check-goals", wasm_bindgen)]
pub fn progress(words: JsValue, today: &str) -> JsValue {
    let (Some(deck), Some(read)) = REPORTED.take() else { return JsValue::UNDEFINED };
    let mut json = String::new();
    let problems = match read {
        Ok((progress, unbound)) => {
            let language = Language::read(&FromJs(words));
            let platform = Platform {
                today: Edtf::parse(today).and_then(|today| today.last_day()),
                // Twenty-two digits and more have an exponent. In English every browser groups by commas, and has a point,
                // but takes far longer.
                number: &|value| {
                    let plain = string(value);
                    if !plain.contains('e') {
                        return plain;
                    }
                    let text: String = Number::from(value).to_locale_string("en").into();
                    text.chars().filter(|c| *c != ',').collect()
                },
                power: &Math::pow,
            };
            json += &progress_json(&progress, &deck, &language, platform);
            json.pop(); // the bracket
            json += ",\"unbound\":";
            unbound
        }
        Err(found) => {
            json += "{\"problems\":";
            found.0
        }
    };
    json += &problems_json(&problems);
    json.push('}');
    parse(&json)
}

fn view_of(tag: &str, words: JsValue, build: fn(&Plan, &Lang, &Language) -> String) -> JsValue {
    match LOADER.take().close() {
        Ok(plan) => {
            let lang = plan.languages.iter().find(|lang| lang.key() == tag).or(plan.languages.first());
            parse(&build(&plan, lang.unwrap_or(&Lang::EN), &Language::read(&FromJs(words))))
        }
        Err(found) => problems(&found.0),
    }
}
