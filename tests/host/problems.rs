//! The wordings of problems: every code has one in every language, and some problem needs it.

use std::collections::BTreeSet;

use plan_widgets::{
    Lang, Plan, Problem, Problems, Progress,
    model::{Code, Phrase},
};
use plan_widgets_element::{explain::explain, widgets::ELEMENTS};
use serde_json::{Value, json};

use crate::hostile::models::phrases::{holes, is_worded};

#[test]
fn every_code_is_worded_in_every_language() {
    let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for code in Code::ALL {
        let english = code.wordings().get(&Lang::EN);
        let wanted: &[&str] = match holes(english).len() {
            0 => &[],
            2 => &["0", "1"],
            _ if english.contains("{list}") => &["list"],
            _ => &["0"],
        };
        for lang in [Lang::ZH, Lang::EN] {
            let wording = code.wordings().get(&lang);
            assert!(!wording.is_empty(), "{code:?} in {lang:?}");
            assert_eq!(holes(wording), wanted, "{code:?} in {lang:?}");
        }
    }
}

#[test]
fn every_code_comes_up() {
    let problems = all();
    problems.iter().for_each(is_worded);
    let found: BTreeSet<_> =
        problems.iter().flat_map(|problem| [problem.expected.code, problem.found.code]).collect();
    assert_eq!(found, BTreeSet::from_iter(Code::ALL.iter().copied()));
}

#[test]
fn a_problem_is_worded_in_either_language() {
    let problem = Problem {
        pointer: String::new(),
        found: Phrase::new(Code::Quoted, &["{0} {list}"]),
        expected: Phrase::new(Code::OneOf, &["zh, {0}", "en"]),
        nearest: Some("{found}".into()),
        more: 0,
    };
    let problems = Problems(vec![problem.clone(), Problem { nearest: None, ..problem }]);
    let en = "/: expected one of zh, {0}, en, found \"{0} {list}\"";
    assert_eq!(problems.text(&Lang::EN), format!("{en}; did you mean \"{{found}}\"?\n{en}"));
    let zh = "/：应为以下之一：zh, {0}、en，实为\"{0} {list}\"";
    assert_eq!(problems.text(&Lang::ZH), format!("{zh}；是否想写“{{found}}”？\n{zh}"));
}

#[test]
fn a_facet_without_values_is_named() {
    let problem = explain("topic", "x", &[]).to_string();
    assert_eq!(problem, "topic: expected ids of topic, separated by spaces, found \"x\"");
}

/// Problems of plans, of progress and of attributes.
fn all() -> Vec<Problem> {
    let text = json!({ "zh": "甲", "en": "A" });
    let with = |collection: &str, records: Value| {
        json!({ "schema": 1, "languages": ["zh", "en"], "plan": { "id": "p", "title": text, "short": text },
            collection: records })
    };
    let topic = json!({ "id": "x", "name": text });
    let plans = [
        json!([]),
        json!({ "schema": 1, "languages": ["deutsch"], "plan": {} }),
        json!({ "schema": 0.5, "languages": [], "plan": true, "plam": {}, "events": {} }),
        with("topics", json!([topic, topic])),
        with("parts", json!([{ "id": "", "title": { "zh": " ", "en": 7 }, "short": text }])),
        with("articles", json!([{ "id": "1", "title": text, "topics": ["y"], "part": "y" }])),
        with("figures", json!([{ "id": "x", "value": "much", "period": "y" }])),
        with("terms", json!([{ "id": "x", "cite": { "article": "y", "at": -1 } }])),
        with(
            "events",
            json!([{ "id": "x", "kind": "party", "time": { "edtf": "today" }, "goals": ["y"],
                "projects": ["y"], "figures": ["y"], "terms": ["y"], "places": [{ "place": "y" }], "media": [{ "src": "mailto:y" }] }]),
        ),
        with("goals", json!([{ "id": "x", "departments": ["y"] }])),
        with("converted", json!([{ "language": "zh-Hant", "from": "zh" }])),
        with("topics", json!([{ "id": "x", "name": { "zh": "甲".repeat(10_001), "en": "A" } }])),
        with("topics", json!(vec![0; 100_001])),
        with("articles", json!(vec![json!({ "id": "x", "title": text, "topics": vec!["x"; 90] }); 20_000])),
    ];
    let level = json!({ "value": 1 });
    let mut progress = json!({ "schema": 1, "languages": ["zh"], "source": { "name": text },
        "reports": [
            { "value": 1, "unit": text, "as_of": "2025", "baseline": level, "target": level },
            { "value": 1, "unit": text, "series": [{ "when": "2025", "value": 1, "kind": "forecast" }] },
            { "unit": text, "baseline": { "value": 2, "when": "2025" }, "series": [
                { "when": "2025", "value": 1 }, { "when": "2024", "value": 1, "before": 2 },
                { "when": "2026/..", "value": 1, "kind": "forecast" }, { "when": "2027", "value": 1 }] },
        ],
        "statuses": [
            { "goal": "g", "status": "behind", "rule": text, "source": { "name": text } },
            { "goal": "g", "status": "behind", "rule": text, "source": { "name": text } },
        ] });
    let report = json!({ "value": 1, "unit": text, "as_of": "2025", "goal": "g" });
    progress["reports"].as_array_mut().unwrap().extend(vec![report; 101]);
    let mut problems: Vec<_> = plans.iter().flat_map(|plan| Plan::read(plan).unwrap_err().0).collect();
    problems.extend(Plan::from_json("{").unwrap_err().0);
    problems.extend(Progress::read_for(&progress, &Lang::EN, &[]).unwrap_err().0);
    problems.extend(crate::languages::wrong_file());
    let many: Vec<_> = (0..20).map(|number| number.to_string()).collect();
    let many: Vec<_> = many.iter().map(String::as_str).collect();
    for attribute in ELEMENTS.iter().flat_map(|element| element.attributes) {
        for (value, known) in [("", &["a", "b"][..]), ("x", &many[..])] {
            problems.push(explain(attribute.name, value, known));
        }
    }
    problems.push(explain("from", "x", &[]));
    problems
}
