//! The checkers: modules of their own, for pages and editors that bring a plan of their own, and for progress. One has
//! what timelines and editors need, the other what goals and terms need.

#![allow(dead_code, reason = "one of the two modules has each")]

use js_sys::Number;
use wasm_bindgen::prelude::*;

use super::js::{FromJs, parse, problems};
use plan_widgets::{
    model::{Collected, Edtf, Figure, Goal, Lang, Plan, Progress, Project, problems_json},
    view::{
        View,
        glossary::GlossaryView,
        goals::DeckView,
        progress::{Subjects, progress_json},
        timeline::TimelineView,
        words::Language,
    },
};

/// Every problem of a plan given as `JSON.parse` gives it: an array of `{pointer, found, expected, nearest}`, empty for
/// a plan that widgets can show.
#[cfg_attr(not(feature = "check-goals"), wasm_bindgen)]
pub fn check(value: JsValue) -> JsValue {
    problems(&Plan::read(FromJs(value)).err().map(|found| found.0).unwrap_or_default())
}

/// The view model of a timeline, in one of the plan's languages or else in its own, with the words of a language: a file of
/// `data/` as `JSON.parse` gives it. Or the problems of the plan, as `check` gives them.
#[cfg_attr(not(feature = "check-goals"), wasm_bindgen(js_name = timelineView))]
pub fn timeline_view(value: JsValue, tag: &str, words: JsValue) -> JsValue {
    view_of(value, tag, words, |plan, lang, language| TimelineView::with(plan, lang, language).json())
}

/// The view model of a glossary, likewise.
#[cfg_attr(feature = "check-goals", wasm_bindgen(js_name = glossaryView))]
pub fn glossary_view(value: JsValue, tag: &str, words: JsValue) -> JsValue {
    view_of(value, tag, words, |plan, lang, language| GlossaryView::with(plan, lang, language).json())
}

/// The view model of goals, likewise.
#[cfg_attr(feature = "check-goals", wasm_bindgen(js_name = deckView))]
pub fn deck_view(value: JsValue, tag: &str, words: JsValue) -> JsValue {
    view_of(value, tag, words, |plan, lang, language| DeckView::with(plan, lang, language).json())
}

/// What `progress` reports for the cards of `deck`, as the page has it: an array of them for each card. Or the problems of
/// it, as `check` gives them, in an object. `words` are those of the deck's language, `today` is an ISO date.
#[cfg_attr(feature = "check-goals", wasm_bindgen)]
pub fn progress(progress: JsValue, deck: JsValue, words: JsValue, today: &str) -> JsValue {
    let deck = Subjects::read(&FromJs(deck));
    let mut known: Vec<(&'static str, &str)> = Vec::new();
    for card in &deck.cards {
        known.push((Goal::COLLECTION, &card.id));
        known.extend(card.projects.iter().map(|work| (Project::COLLECTION, &*work.id)));
        known.extend(card.figures.iter().map(|figure| (Figure::COLLECTION, &*figure.id)));
    }
    match Progress::read_for(FromJs(progress), &deck.lang, &known) {
        Ok(progress) => {
            let today = Edtf::parse(today).and_then(|today| today.last_day()).unwrap_or_default();
            let language = Language::read(&FromJs(words));
            // In English every browser groups by commas, and has a point.
            let number = |value: f64| -> String {
                let text: String = Number::from(value).to_locale_string("en").into();
                text.chars().filter(|c| *c != ',').collect()
            };
            parse(&progress_json(&progress, &deck, &language, today, &number))
        }
        Err(found) => parse(&(String::from("{\"problems\":") + &problems_json(&found.0) + "}")),
    }
}

fn view_of(
    value: JsValue,
    tag: &str,
    words: JsValue,
    build: fn(&Plan, &Lang, &Language) -> String,
) -> JsValue {
    match Plan::read(FromJs(value)) {
        Ok(plan) => {
            let lang = plan.languages.iter().find(|lang| lang.key() == tag).or(plan.languages.first());
            parse(&build(&plan, lang.unwrap_or(&Lang::EN), &Language::read(&FromJs(words))))
        }
        Err(found) => problems(&found.0),
    }
}
