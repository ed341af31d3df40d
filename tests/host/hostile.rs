//! Whatever it is given, the loader answers with a plan or with every problem, in work linear in the input.

#[path = "../hostile/mod.rs"]
pub mod models;

use models::{answered, data_answered, model, progress_answered};
use proptest::{collection::vec, prelude::*};
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_model_gets_an_answer(bytes in vec(any::<u8>(), 0..60)) {
        answered(&model(&bytes));
        progress_answered(&bytes);
        data_answered(&bytes);
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
