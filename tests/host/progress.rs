//! Progress that a page reports: what is wrong with it, and how it is shown with what the plan says.

use plan_widgets::view::words::Language;
use plan_widgets::{
    DeckView, Lang, PLAN_JSON, Plan, Progress,
    model::{Edtf, Status, progress_schema},
    view::{
        View,
        goals::{Card, STATUS, Standing},
        progress::{Platform, Subjects, progress_json, with_progress},
    },
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

fn deck() -> DeckView {
    DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), &Lang::EN)
}

/// The deck with what is reported, on a day of 2026.
fn shown(value: &Value) -> DeckView {
    let deck = deck();
    let today = Edtf::parse("2026-11-24").unwrap().last_day();
    let platform = Platform { today, ..Platform::default() };
    let known: Vec<(&'static str, &str)> = deck.cards.iter().map(|card| ("goals", &*card.id)).collect();
    let (progress, _) = Progress::read_with(value, &Lang::EN, &known).unwrap();
    with_progress(&progress, &deck, &Language::of(&deck.lang), platform)
}

fn card<'a>(deck: &'a DeckView, id: &str) -> &'a Card {
    deck.cards.iter().find(|card| *card.id == *id).unwrap()
}

/// What is shown of the transport goal.
fn standing(report: &Value) -> Standing {
    let deck = shown(&progress(report));
    assert!(deck.cards.iter().all(|card| card.progress.len() == usize::from(&*card.id == GOAL.1)));
    card(&deck, GOAL.1).progress[0].clone()
}

/// The status of a goal, by its name.
fn status<'a>(deck: &'a DeckView, id: &str) -> &'a str {
    let index = card(deck, id).facets[STATUS].first();
    index.map_or("none", |index| &*deck.facets[STATUS][*index].id)
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
    assert_eq!(&*old("2026-11-23"), "This may be out of date (update due: 23 November 2026).");
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
        "goal", "project", "figure", "value", "unit", "as_of", "series", "baseline", "target", "source",
        "method", "due",
    ] {
        assert!(keys.iter().any(|known| *known == key), "{key}");
    }
    assert_eq!(schema["$defs"]["Report"]["required"], json!(["unit"]));
    assert_eq!(schema["$defs"]["Report"]["oneOf"][0]["required"], json!(["value", "as_of"]));
    assert_eq!(schema["$defs"]["GoalStatus"]["required"], json!(["goal", "status", "rule", "source"]));
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
    let deck =
        with_progress(&read("zh-Hant").unwrap(), &deck, &Language::of(&deck.lang), Platform::default());
    let standing = deck.cards.iter().flat_map(|card| &card.progress).next().unwrap();
    assert_eq!((&*standing.value, &*standing.source), ("1千米", "我们"));
}

/// A series of invented numbers, to which `more` is added.
fn series(more: &Value) -> Value {
    let mut report = json!({ "goal": GOAL.1, "unit": { "en": "km" }, "series": [
        { "when": "2020", "value": 100 }, { "when": "2021", "value": 104, "kind": "revised", "before": 103 },
        { "when": "2022", "value": 110 }, { "when": "2023", "value": 120, "kind": "forecast" }] });
    report.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    report
}

#[test]
fn the_last_value_that_is_no_forecast_is_the_reports() {
    let standing = standing(&series(&json!({ "target": { "value": 150, "when": "2025" } })));
    assert_eq!([&*standing.value, &*standing.when, &*standing.date], ["110 km", "as of 2022", "2022"]);
    let values: Vec<[&str; 3]> =
        standing.values.iter().map(|value| [&*value.when, &*value.value, &*value.remark]).collect();
    assert_eq!(
        values,
        [
            ["2020", "100 km", ""],
            ["2021", "104 km", "revised; before: 103 km"],
            ["2022", "110 km", ""],
            ["2023", "120 km", "forecast"],
        ]
    );
    // One value alone is no line.
    let one = json!({ "goal": GOAL.1, "unit": { "en": "km" }, "series": [{ "when": "2020", "value": 100 }] });
    assert_eq!(self::standing(&one).course, None);
}

#[test]
fn a_line_has_gaps_dashes_and_both_levels() {
    let lines = |more: &Value| -> Vec<[String; 2]> {
        let course = standing(&series(more)).course.unwrap();
        course.lines.iter().map(|line| [line.kind.to_string(), line.path.to_string()]).collect()
    };
    let of = |kind: &str, path: &str| [kind.to_owned(), path.to_owned()];
    assert_eq!(
        lines(
            &json!({ "baseline": { "value": 100, "when": "2020" }, "target": { "value": 150, "when": "2025" } })
        ),
        [
            of("target", "M0 30H1000M970 30m0 -20v40"),
            of("actual", "M30 210h0L218 196L406 174"),
            of("forecast", "M406 174L594 138"),
            of("baseline", "M30 210h0"),
            of("latest", "M406 174h0"),
        ]
    );
    // Where the method is another one, the line begins anew: so does a forecast.
    let mut report = series(&json!({}));
    for index in [2, 3] {
        report["series"][index]["new_method"] = json!({ "en": "Counted anew" });
    }
    let course = standing(&report).course.unwrap();
    assert_eq!(&*course.lines[0].path, "M30 210h0L343 174M657 120h0");
    assert_eq!(&*course.lines[1].path, "M970 30h0");
    assert_eq!(
        standing(&report).values[2].remark.as_ref(),
        "new method, not comparable with earlier values: Counted anew"
    );
}

#[test]
fn time_leads_the_other_way_where_texts_do() {
    let plan = json!({ "schema": 1, "languages": ["ar"], "plan": { "id": "p", "title": { "ar": "أ" }, "short": { "ar": "أ" } },
        "goals": [{ "id": GOAL.1, "kind": "article", "title": { "ar": "أ" } }] });
    let lang = Lang::parse("ar").unwrap();
    let deck = DeckView::of(&Plan::read(&plan).unwrap(), &lang);
    let mut given = progress(&series(&json!({})));
    given["languages"] = json!(["ar"]);
    given["source"]["name"] = json!({ "ar": "نحن" });
    given["reports"][0]["unit"] = json!({ "ar": "كم" });
    let read = Progress::read_for(&given, &lang, &[GOAL]).unwrap();
    let deck = with_progress(&read, &deck, &Language::of(&lang), Platform::default());
    let course = deck.cards[0].progress[0].course.clone().unwrap();
    assert_eq!(&*course.lines[0].path, "M970 210h0L657 174L343 120");
}

#[test]
fn what_is_wrong_with_a_series_is_said_by_place_and_remedy() {
    let point = |when: &str, value: f64, kind: &str| json!({ "when": when, "value": value, "kind": kind });
    for (name, report, expected) in [
        (
            "both forms",
            series(&json!({ "value": 1 })),
            "/reports/0: expected either value and as_of, or series, found an object",
        ),
        (
            "neither",
            json!({ "goal": GOAL.1, "unit": { "en": "km" } }),
            "/reports/0: expected the field \"value\", found nothing",
        ),
        (
            "forecasts alone",
            series(&json!({ "series": [point("2020", 1.0, "forecast")] })),
            "/reports/0/series: expected at least one value that is no forecast, found an array of 1",
        ),
        (
            "none",
            series(&json!({ "series": [] })),
            "/reports/0/series: expected at least one value that is no forecast, found an array of 0",
        ),
        (
            "twice",
            series(&json!({ "series": [point("2020", 1.0, "actual"), point("2020", 2.0, "actual")] })),
            "/reports/0/series/1/when: expected a time that ends after 2020, that of the value before, found \"2020\"",
        ),
        (
            "another order",
            series(&json!({ "series": [point("2021", 1.0, "actual"), point("2020-06", 2.0, "actual")] })),
            "/reports/0/series/1/when: expected a time that ends after 2021, that of the value before, found \"2020-06\"",
        ),
        (
            "open time",
            series(&json!({ "series": [point("2021/..", 1.0, "actual")] })),
            "/reports/0/series/0/when: expected a time with an end, found \"2021/..\"",
        ),
        (
            "an actual value behind a forecast",
            series(
                &json!({ "series": [point("2021", 1.0, "actual"), point("2022", 1.0, "forecast"), point("2023", 1.0, "actual")] }),
            ),
            "/reports/0/series/2: expected a forecast, for one stands before it, found an object",
        ),
        (
            "before without revision",
            series(&json!({ "series": [{ "when": "2020", "value": 1, "before": 2 }] })),
            "/reports/0/series/0: expected \"kind\": \"revised\", or no before, found an object",
        ),
        (
            "another baseline",
            series(&json!({ "baseline": { "value": 99, "when": "2020" } })),
            "/reports/0/baseline: expected the value that the series has for that time, found an object",
        ),
    ] {
        assert_eq!(read(&progress(&report)).unwrap_err()[0], expected, "{name}");
    }
    let judged = |status: &Value| {
        let mut given = progress(&series(&json!({})));
        given["statuses"] = json!([status, status]);
        read(&given).unwrap_err()
    };
    assert_eq!(
        judged(&json!({ "goal": GOAL.1, "status": "late" })),
        [
            "/statuses/0/status: expected one of reached, on-track, behind, not-comparable, no-data, found \"late\" (and 1 more like it)",
            "/statuses/0: expected the field \"rule\", found nothing (and 1 more like it)",
            "/statuses/0: expected the field \"source\", found nothing (and 1 more like it)",
            "/statuses/1: expected just one status for a goal, found an object",
        ]
    );
}

/// Baseline, target, and the latest value with its time: each as value and year.
fn measure(levels: [Option<(f64, i32)>; 3]) -> Value {
    let [from, to, latest] = levels;
    let (value, year) = latest.unwrap();
    let mut report =
        json!({ "goal": GOAL.1, "unit": { "en": "km" }, "value": value, "as_of": year.to_string() });
    for (name, level) in [("baseline", from), ("target", to)] {
        if let Some((value, year)) = level {
            report[name] = json!({ "value": value, "when": year.to_string() });
        }
    }
    report
}

#[test]
fn a_status_follows_from_growth() {
    let mut wrong = Vec::new();
    for (name, levels, expected, reason) in [
        // Twice as much in ten years is 7.2 % a year.
        (
            "as quick as required",
            [Some((100.0, 2015)), Some((200.0, 2025)), Some((141.42, 2020))],
            "on-track",
            "",
        ),
        ("95 % of it", [Some((100.0, 2015)), Some((200.0, 2025)), Some((139.2, 2020))], "on-track", ""),
        ("less", [Some((100.0, 2015)), Some((200.0, 2025)), Some((139.0, 2020))], "behind", ""),
        (
            "away from the target",
            [Some((100.0, 2015)), Some((200.0, 2025)), Some((90.0, 2020))],
            "behind",
            "",
        ),
        ("downwards", [Some((100.0, 2015)), Some((50.0, 2025)), Some((70.0, 2020))], "on-track", ""),
        ("downwards too slowly", [Some((100.0, 2015)), Some((50.0, 2025)), Some((80.0, 2020))], "behind", ""),
        ("there", [Some((100.0, 2015)), Some((200.0, 2025)), Some((200.0, 2018))], "reached", ""),
        ("there downwards", [Some((100.0, 2015)), Some((50.0, 2025)), Some((49.0, 2018))], "reached", ""),
        ("there from zero", [Some((0.0, 2015)), Some((50.0, 2025)), Some((50.0, 2018))], "reached", ""),
        ("too late", [Some((100.0, 2015)), Some((200.0, 2025)), Some((199.0, 2025))], "behind", ""),
        ("below zero", [Some((-100.0, 2015)), Some((-200.0, 2025)), Some((-150.0, 2020))], "on-track", ""),
        (
            "no baseline",
            [None, Some((200.0, 2025)), Some((139.0, 2020))],
            "not-comparable",
            "no dated baseline",
        ),
        ("no target", [Some((100.0, 2015)), None, Some((139.0, 2020))], "not-comparable", "no dated target"),
        (
            "from zero",
            [Some((0.0, 2015)), Some((200.0, 2025)), Some((139.0, 2020))],
            "not-comparable",
            "growth can’t be computed from zero or across it",
        ),
        (
            "to zero",
            [Some((100.0, 2015)), Some((0.0, 2025)), Some((50.0, 2020))],
            "not-comparable",
            "growth can’t be computed from zero or across it",
        ),
        (
            "across zero",
            [Some((100.0, 2015)), Some((200.0, 2025)), Some((-5.0, 2020))],
            "not-comparable",
            "growth can’t be computed from zero or across it",
        ),
        (
            "nothing newer",
            [Some((100.0, 2015)), Some((200.0, 2025)), Some((100.0, 2015))],
            "not-comparable",
            "no value since the baseline",
        ),
        (
            "a target before the baseline",
            [Some((100.0, 2025)), Some((200.0, 2015)), Some((120.0, 2026))],
            "not-comparable",
            "no dated target",
        ),
    ] {
        let mut given = progress(&measure(levels));
        given["rule"] = json!("growth");
        let deck = shown(&given);
        let standing = &card(&deck, GOAL.1).progress[0];
        if (status(&deck, GOAL.1), &*standing.reason) != (expected, reason) {
            wrong.push((name, status(&deck, GOAL.1).to_owned(), standing.reason.clone()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // Without a rule nothing is computed.
    let deck = shown(&progress(&measure([Some((100.0, 2015)), Some((200.0, 2025)), Some((141.42, 2020))])));
    assert_eq!((deck.facets.len(), card(&deck, GOAL.1).facets.len()), (STATUS, STATUS));
    assert_eq!((&*card(&deck, GOAL.1).judged, card(&deck, GOAL.1).progress[0].status), ("", None));
}

#[test]
fn a_change_of_method_since_the_baseline_forbids_comparing() {
    let since = |index: usize| {
        let mut report = series(
            &json!({ "baseline": { "value": 104, "when": "2021" }, "target": { "value": 150, "when": "2025" } }),
        );
        report["series"][index]["new_method"] = json!({ "en": "Counted anew" });
        let mut given = progress(&report);
        given["rule"] = json!("growth");
        status(&shown(&given), GOAL.1).to_owned()
    };
    // Before, with the baseline, after it, and of a forecast.
    assert_eq!([0, 1, 2, 3].map(since), ["behind", "behind", "not-comparable", "behind"]);
}

#[test]
fn a_goal_stands_as_its_worst_measure_and_says_of_how_many() {
    let (reached, late) = ((200.0, 2020), (110.0, 2020));
    let levels = |latest| measure([Some((100.0, 2015)), Some((200.0, 2025)), Some(latest)]);
    let bare = measure([None, None, Some((5.0, 2020))]);
    for (reports, expected, judged) in [
        (vec![levels(reached), levels(late), bare.clone()], "behind", "2 of 3"),
        (vec![levels(reached), levels((141.42, 2020))], "on-track", "2 of 2"),
        (vec![levels(reached), bare.clone()], "reached", "1 of 2"),
        (vec![bare.clone()], "not-comparable", "0 of 1"),
        (vec![], "no-data", ""),
    ] {
        let mut given = progress(&bare);
        given["rule"] = json!("growth");
        given["reports"] = json!(reports);
        let deck = shown(&given);
        let said = match judged {
            "" => String::new(),
            of => format!(
                "Status computed by the rule “annual growth, observed and required”; measures compared: {of}"
            ),
        };
        assert_eq!((status(&deck, GOAL.1), &*card(&deck, GOAL.1).judged), (expected, &*said));
    }
}

#[test]
fn what_somebody_has_judged_counts_first_and_names_them() {
    let mut given = progress(&measure([Some((100.0, 2015)), Some((200.0, 2025)), Some((200.0, 2020))]));
    given["statuses"] = json!([{ "goal": GOAL.1, "status": "behind", "rule": { "en": "Traffic lights" },
        "source": { "name": { "en": "Audit office" } }, "as_of": "2024" }]);
    for rule in [None, Some("growth")] {
        rule.into_iter().for_each(|rule| given["rule"] = json!(rule));
        let deck = shown(&given);
        assert_eq!(
            (status(&deck, GOAL.1), &*card(&deck, GOAL.1).judged),
            ("behind", "Status by the rule “Traffic lights”; source: Audit office (as of 2024)")
        );
        // Of the others nothing is reported.
        assert_eq!(status(&deck, "subcentre-city"), "no-data");
    }
    // Of a goal that has data and no status that is said.
    given.as_object_mut().unwrap().remove("rule");
    given["statuses"][0]["goal"] = json!("subcentre-city");
    let deck = shown(&given);
    assert_eq!((status(&deck, GOAL.1), status(&deck, "subcentre-city")), ("none", "behind"));
    assert_eq!(&*deck.account.unjudged, "Goals whose status nobody states: 1");
}

#[test]
fn what_is_on_no_card_is_named() {
    let mut given = progress(&series(&json!({})));
    let more = json!({ "unit": { "en": "km" }, "value": 3, "as_of": "2024" });
    let with = |key: &str, id: &str, measure: Option<&str>| {
        let mut report = more.clone();
        report[key] = json!(id);
        measure.into_iter().for_each(|measure| report["measure"] = json!({ "en": measure }));
        report
    };
    given["reports"] = json!([
        with("project", "no-such-project", Some("Track laid")),
        given["reports"][0],
        with("goal", "transport-hbu", None)
    ]);
    given["statuses"] = json!([{ "goal": "gone", "status": "reached", "rule": { "en": "R" }, "source": { "name": { "en": "S" } } }]);
    let deck = shown(&given);
    let unbound: Vec<[&str; 3]> = deck
        .account
        .unbound
        .iter()
        .map(|standing| [&*standing.what, &*standing.value, &*standing.when])
        .collect();
    assert_eq!(
        unbound,
        [
            ["Track laid (no-such-project)", "3 km", "as of 2024"],
            ["transport-hbu", "3 km", "as of 2024"],
            ["gone: reached", "", ""]
        ]
    );
    // Whoever checks is told, with the id that is meant.
    let (_, problems) = Progress::read_with(&given, &Lang::EN, &[GOAL]).unwrap();
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 3);
    assert!(problems[1].contains("did you mean \"transport-hub\"?"), "{problems:?}");
    assert!(Progress::read_for(&given, &Lang::EN, &[GOAL]).is_err());
}

/// A page puts together what the checker has made of its deck, and Rust the same.
#[test]
fn what_is_written_for_pages_is_what_rust_shows() {
    let mut given = progress(&series(&json!({})));
    given["rule"] = json!("growth");
    let deck = deck();
    let read = Progress::read_for(&given, &Lang::EN, &[GOAL]).unwrap();
    let language = Language::of(&deck.lang);
    let json = progress_json(&read, &Subjects::of(&deck), &language, Platform::default());
    let made: Value = serde_json::from_str(&json).unwrap();
    let mut page: Value = serde_json::from_str(&deck.json()).unwrap();
    page["account"] = made["account"].clone();
    let add = |list: &mut Value, more: &Value| {
        list.as_array_mut().unwrap().extend(more.as_array().cloned().unwrap_or_default());
    };
    add(&mut page["facets"], &made["statuses"]);
    for (card, of) in page["cards"].as_array_mut().unwrap().iter_mut().zip(made["cards"].as_array().unwrap())
    {
        add(&mut card["facets"], &of["status"]);
        card.as_object_mut().unwrap().extend(of.as_object().unwrap().clone());
    }
    let expected = with_progress(&read, &deck, &language, Platform::default());
    assert!(DeckView::read_from(&&page) == expected);
    assert_eq!(expected.facets[STATUS].len(), Status::ALL.len());
}

#[test]
fn goals_are_sorted_by_columns() {
    let mut given = progress(&measure([Some((100.0, 2015)), Some((200.0, 2025)), Some((110.0, 2020))]));
    let mut other = measure([Some((10.0, 2015)), Some((20.0, 2025)), Some((20.0, 2019))]);
    other["goal"] = json!("subcentre-city");
    other["source"] = json!({ "name": { "en": "Them" } });
    given["reports"].as_array_mut().unwrap().push(other);
    given["rule"] = json!("growth");
    let deck = shown(&given);
    let sorted = |column: usize, down: bool| -> Vec<&str> {
        let mut items: Vec<usize> = (0..deck.cards.len()).collect();
        deck.sort_by_column(&mut items, column, down);
        items.iter().map(|item| &*deck.cards[*item].id).collect()
    };
    let first = |column, down| sorted(column, down)[..2].to_vec();
    let (one, other) = (GOAL.1, "subcentre-city");
    // The latest value, the target, the status, its time; those that have none stay last.
    for column in [2, 3, 5] {
        assert_eq!(first(column, false), [other, one], "{column}");
        assert_eq!(first(column, true), [one, other], "{column}");
    }
    assert_eq!(first(4, false), [other, one]);
    assert_eq!(sorted(4, true).iter().rev().take(2).rev().copied().collect::<Vec<_>>(), [one, other]);
    assert_eq!(sorted(0, true).first(), sorted(0, false).last());
    // By when: those that state a time come first, either way.
    let timed = deck.cards.iter().filter(|card| !card.horizons.is_empty()).count();
    for down in [false, true] {
        let sorted = sorted(1, down);
        assert!(sorted[..timed].iter().all(|id| !card(&deck, id).horizons.is_empty()));
    }
}
