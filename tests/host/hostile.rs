//! Whatever it is given, the loader answers with a plan or with every problem, in work linear in the input.

#[path = "../hostile/mod.rs"]
pub mod models;

use std::time::{Duration, Instant};

use models::{answered, model};
use plan_widgets::Plan;
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_model_gets_an_answer(bytes in vec(any::<u8>(), 0..60)) {
        answered(&model(&bytes));
    }
}

#[test]
fn known_horrors_get_an_answer() {
    let deep = |open: &str, close: &str| open.repeat(200_000) + &close.repeat(200_000);
    let text = json!({ "zh": "甲", "en": "A" });
    let plan = |collection: &str, records: Value| {
        json!({ "schema": 1, "languages": ["zh"], "plan": {}, collection: records }).to_string()
    };
    for (name, model) in [
        ("nothing", String::new()),
        ("deep arrays", deep("[", "]")),
        ("deep objects", deep("{\"plan\":", "}")),
        ("an unclosed text", "\"".repeat(3)),
        ("a lone surrogate", r#"{"schema": "\ud800"}"#.into()),
        ("numbers beyond numbers", r#"{"schema": 1e999}"#.into()),
        ("keys that stand twice", r#"{"schema": 1, "schema": 1, "schema": 2}"#.into()),
        ("a prototype", r#"{"__proto__": {"schema": 1}, "constructor": 1}"#.into()),
        ("a long id", plan("topics", json!([{ "id": "x".repeat(1_000_000), "name": text }]))),
        ("a long key", plan("topics", json!([{ "k".repeat(1_000_000): 1 }]))),
        ("the same id often", plan("topics", json!(vec![json!({ "id": "x", "name": text }); 20_000]))),
        ("empty records", plan("events", json!(vec![json!({}); 20_000]))),
        ("numbers as records", plan("goals", json!((0..100_000).collect::<Vec<_>>()))),
    ] {
        println!("{name}");
        answered(&model);
    }
}

#[test]
fn long_ids_cost_no_more_than_their_length() {
    // Each reference is compared with each id, for the nearest: that must not read all of them to the end.
    let ids: Vec<_> = (0..20)
        .map(|i| json!({ "id": "x".repeat(20_000) + &i.to_string(), "name": { "zh": "甲" } }))
        .collect();
    let wrong: Vec<_> = (0..900).map(|i| format!("y{i}")).collect();
    let article = json!({ "id": "1", "title": { "zh": "甲" }, "topics": wrong });
    let model = json!({ "schema": 1, "languages": ["zh"], "plan": { "id": "p", "title": { "zh": "甲" }, "short": { "zh": "甲" } },
        "topics": ids, "articles": [article] });
    let time = |model: &Value| {
        let started = Instant::now();
        let problems = Plan::read(model).err().map_or(0, |problems| problems.0.len());
        (started.elapsed(), problems)
    };
    let (long, problems) = time(&model);
    assert_eq!(problems, 900);
    // A ratio within this run; comparing to the end took some thousand times as long.
    let mut short = model.clone();
    for topic in short["topics"].as_array_mut().unwrap() {
        topic["id"] = topic["id"].as_str().unwrap().replace("xx", "").into();
    }
    let (short, _) = time(&short);
    assert!(long < 50 * short.max(Duration::from_millis(1)), "{long:?}, with short ids {short:?}");
}
