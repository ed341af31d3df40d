//! Progress that a page reports: what is wrong with it, and how it is shown with what the plan says.

use plan_widgets::view::words::Language;
use plan_widgets::{
    DeckView, Lang, PLAN_JSON, Plan, Progress,
    model::{Edtf, progress_schema},
    view::{goals::Standing, progress::progress_view},
};
use serde_json::{Value, json};

const GOAL: (&str, &str) = ("goals", "transport-hub");

fn progress(report: &Value) -> Value {
    json!({ "schema": 1, "languages": ["en"], "source": { "name": { "en": "Us" } }, "reports": [report] })
}

fn read(value: &Value) -> Result<Progress, Vec<String>> {
    Progress::read_for(value, &Lang::EN, &[GOAL])
        .map_err(|problems| problems.0.iter().map(ToString::to_string).collect())
}

/// What is shown of the transport goal on a day of 2026.
fn standing(report: &Value) -> Standing {
    let deck = DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), &Lang::EN);
    let today = Edtf::parse("2026-11-24").unwrap().last_day().unwrap();
    let all = progress_view(
        &read(&progress(report)).unwrap(),
        &deck,
        &Language::of(&deck.lang),
        today,
        &|number| number.to_string(),
    );
    let card = deck.cards.iter().position(|card| &*card.id == GOAL.1).unwrap();
    assert!(all.iter().enumerate().all(|(index, of)| of.len() == usize::from(index == card)));
    all[card][0].clone()
}

#[test]
fn a_number_keeps_unit_date_and_source() {
    let standing = standing(
        &json!({ "goal": "transport-hub", "value": 12.5, "unit": { "en": "km" }, "as_of": "2026-09" }),
    );
    let Standing { value, when, source, share, from, to, old, .. } = standing;
    assert_eq!([&*value, &*when, &*source], ["12.5 km", "as of September 2026", "Us"]);
    assert_eq!((share, &*from, &*to, &*old), (None, "", "", ""));
}

#[test]
fn a_bar_needs_both_ends_and_leads_either_way() {
    let between = |value: f64, from: Option<f64>, to: Option<f64>| {
        let mut report =
            json!({ "goal": "transport-hub", "value": value, "unit": { "en": "km" }, "as_of": "2026" });
        for (name, level) in [("baseline", from), ("target", to)] {
            level.into_iter().for_each(|level| report[name] = json!({ "value": level }));
        }
        standing(&report).share
    };
    assert_eq!(between(50.0, Some(0.0), Some(200.0)), Some(25));
    assert_eq!(between(90.0, Some(100.0), Some(80.0)), Some(50));
    assert_eq!(between(110.0, Some(100.0), Some(80.0)), Some(0));
    assert_eq!(between(300.0, Some(0.0), Some(200.0)), Some(100));
    assert_eq!(between(50.0, None, Some(200.0)), None);
    assert_eq!(between(50.0, Some(0.0), None), None);
}

#[test]
fn what_was_due_before_today_is_old() {
    let old = |due: &str| {
        let report = json!({ "goal": "transport-hub", "value": 1, "unit": { "en": "km" }, "as_of": "2025", "due": due });
        standing(&report).old
    };
    assert_eq!(&*old("2026-11-23"), "This may be out of date: an update was due 23 November 2026.");
    assert_eq!(&*old("2026-11-24"), "");
    assert_eq!(&*old("2026"), "");
}

#[test]
fn every_problem_has_its_pointer() {
    assert_eq!(
        read(&json!({ "schema": 1, "languages": ["zh"], "source": {}, "reports": [{ "value": "x", "unit": { "zh": "公里" } }] })).unwrap_err(),
        [
            "/source: expected the field \"name\", found nothing",
            "/reports/0/value: expected a number, found \"x\"",
            "/reports/0: expected the field \"as_of\", found nothing",
            "/reports/0: expected just one of goal, project and figure, found an object",
            "/languages: expected one of en, found zh",
        ]
    );
    let same = json!({ "goal": "transport-hub", "value": 1, "unit": { "en": "km" }, "as_of": "2025", "baseline": { "value": 2 }, "target": { "value": 2 } });
    assert_eq!(
        read(&progress(&same)).unwrap_err(),
        ["/reports/0: expected a target other than the baseline, found an object"]
    );
    let unknown = json!({ "goal": "transport-hbu", "value": 1, "unit": { "en": "km" }, "as_of": "2025" });
    assert_eq!(
        read(&progress(&unknown)).unwrap_err(),
        [
            "/reports/0/goal: expected the id of a goal, found \"transport-hbu\"; did you mean \"transport-hub\"?"
        ]
    );
}

#[test]
fn the_schema_has_what_is_read() {
    let schema = progress_schema();
    let keys: Vec<_> = schema["$defs"]["Report"]["properties"].as_object().unwrap().keys().collect();
    for key in [
        "goal", "project", "figure", "value", "unit", "as_of", "baseline", "target", "source", "method",
        "due",
    ] {
        assert!(keys.iter().any(|known| *known == key), "{key}");
    }
    assert_eq!(schema["$defs"]["Report"]["required"], json!(["value", "unit", "as_of"]));
}

#[test]
fn the_sample_of_the_guide_is_valid_in_both_languages() {
    let sample: Value = serde_json::from_str(include_str!("../../www/goals/progress.json")).unwrap();
    for lang in [Lang::ZH, Lang::EN] {
        let deck = DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), &lang);
        let mut known: Vec<(&'static str, &str)> = Vec::new();
        for card in &deck.cards {
            known.push(("goals", &card.id));
            known.extend(card.projects.iter().map(|work| ("projects", &*work.id)));
            known.extend(card.figures.iter().map(|figure| ("figures", &*figure.id)));
        }
        Progress::read_for(&sample, &lang, &known).unwrap();
    }
}

/// Texts in the other script are read by whoever reads Chinese; texts in another language are none.
#[test]
fn texts_in_the_same_language_are_shown() {
    let mut given =
        progress(&json!({ "goal": GOAL.1, "value": 1, "unit": { "zh": "千米" }, "as_of": "2026" }));
    given["languages"] = json!(["zh"]);
    given["source"] = json!({ "name": { "zh": "我们" } });
    let read = |lang: &str| Progress::read_for(&given, &Lang::parse(lang).unwrap(), &[GOAL]);
    for lang in ["zh", "zh-Hant", "zh-TW"] {
        let read = read(lang).unwrap();
        assert_eq!(read.language(&Lang::parse(lang).unwrap()), Some(&Lang::ZH));
    }
    assert!(read("en").is_err());
    let deck = DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), &Lang::new("zh-Hant"));
    let all = progress_view(&read("zh-Hant").unwrap(), &deck, &Language::of(&deck.lang), 0, &|number| {
        number.to_string()
    });
    let standing = all.into_iter().flatten().next().unwrap();
    assert_eq!((&*standing.value, &*standing.source), ("1千米", "我们"));
}
