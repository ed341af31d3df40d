//! A plan with each kind of date, figure, stage, event, goal and text that there is. Its own texts are numbers, so that every
//! word which is seen beside it is the widgets'.

use plan_widgets::Lang;
use serde_json::{Value, json};

/// A time of each kind, and how it is meant.
pub const TIMES: [(&str, &str); 30] = [
    ("2035", "by"),
    ("2024-03", "by"),
    ("2024-03-15", "by"),
    ("2024-05-01", "during"),
    ("2024-21", "by"),
    ("2024-22", "during"),
    ("2024-23", "on"),
    ("2024-24", "on"),
    ("2024-33", "by"),
    ("2024-34", "on"),
    ("2024-35", "during"),
    ("2024-36", "cumulative"),
    ("2024-38", "on"),
    ("2024-40", "by"),
    ("2024-41", "on"),
    ("202X", "during"),
    ("19XX", "during"),
    ("2021/2025", "during"),
    ("2016/2020", "average"),
    ("2016/2020", "cumulative"),
    ("2024-04/2025-03", "by"),
    ("2024-09-01/2027-08-31", "on"),
    ("2024/..", "on"),
    ("../2024", "on"),
    ("2024/", "on"),
    ("/2024", "on"),
    ("1850%", "during"),
    ("-0043-03-15", "on"),
    ("-0043/0014", "during"),
    ("0014", "by"),
];

const KINDS: [&str; 10] = [
    "milestone",
    "adoption",
    "period",
    "achievement",
    "forecast",
    "under-way",
    "completion",
    "start",
    "objective",
    "vision",
];
const STAGES: [&str; 6] = ["achieved", "complete", "start", "accelerate", "strive", "plan"];
const FIGURES: [&str; 5] = ["result", "forecast", "target", "scale", "rank"];
const GOALS: [&str; 4] = ["article", "overall", "objective", "vision"];

/// The plan, in one language.
#[must_use]
pub fn plan(lang: &Lang) -> Value {
    let text = |text: &str| json!({ lang.key(): text });
    let events = TIMES.iter().enumerate().map(|(index, (edtf, kind))| {
        json!({ "id": format!("e{index}"), "kind": KINDS[index % KINDS.len()], "title": text(&format!("{index}")),
            "time": { "edtf": edtf, "kind": kind } })
    });
    let mut events: Vec<Value> = events.collect();
    for (event, stage) in events.iter_mut().zip(STAGES) {
        event["stage"] = json!(stage);
        event["kind"] = json!("milestone");
    }
    let cite = json!({ "article": "3" });
    let projects = STAGES.map(|stage| {
        json!({ "id": stage, "name": text("3"), "topic": "a", "mentions": [{ "stage": stage, "verb": { "exact": "4" } }] })
    });
    let figures = FIGURES.map(|kind| {
        json!({ "id": kind, "kind": kind, "value": 12, "unit": text("%"), "text": text("12"), "measure": text("5"),
            "time": { "edtf": "2025", "kind": "by" } })
    });
    let goals = GOALS.iter().enumerate().map(|(at, kind)| {
        let mut goal = json!({ "id": format!("g{at}"), "kind": kind, "title": text("8"), "topics": ["a"],
            "cite": cite, "measures": [{ "text": text("9") }] });
        if at != 1 {
            goal["projects"] = json!(STAGES);
            goal["figures"] = json!(FIGURES);
            goal["horizons"] = json!([{ "edtf": "2024-03-15", "kind": "by" }]);
        }
        goal
    });
    let goals: Vec<Value> = goals.collect();
    let term = |id: &str| json!({ "id": id, "name": text("10"), "note": text("11"), "components": [{ "text": text("13") }], "occurrences": [cite] });
    json!({ "schema": 1, "languages": [lang.key()],
        "plan": { "id": "p", "title": text("1"), "short": text("1") },
        "topics": [{ "id": "a", "name": text("2") }, { "id": "b", "name": text("6") }],
        "articles": [{ "id": "3", "title": text("7") }],
        "events": events, "projects": projects, "figures": figures, "goals": goals,
        "terms": [term("t"), term("u")] })
}

/// Words, or where writing has no spaces between them letters, that are not of a language's own file.
#[must_use]
pub fn foreign<'a>(file: &Value, said: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut own = Vec::new();
    for (section, value) in file.as_object().into_iter().flatten() {
        if !["tag", "direction", "cldr", "numbers", "errors", "phrases"].contains(&section.as_str()) {
            words_in(value, &mut own);
        }
    }
    let is_spaced = |c: char| c < '\u{1100}';
    let letters: Vec<char> = own.iter().flat_map(|word| word.chars()).collect();
    let mut others = Vec::new();
    for text in said {
        let is_known = |word: &str| {
            let is_own = |c: char| letters.contains(&c);
            if word.chars().all(is_spaced) {
                own.iter().any(|known| known == word)
            } else {
                word.chars().all(is_own)
            }
        };
        if let Some(word) = words(text).find(|word| !is_known(word)) {
            others.push(format!("{word} in {text}"));
        }
    }
    others
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}

fn words_in(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let plain: String = text
                .split('{')
                .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
                .collect::<Vec<_>>()
                .join("0");
            found.extend(words(&plain).map(Into::into));
        }
        Value::Array(values) => values.iter().for_each(|value| words_in(value, found)),
        Value::Object(values) => values.values().for_each(|value| words_in(value, found)),
        _ => (),
    }
}
