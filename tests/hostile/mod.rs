//! Hostile models made from bytes, and what has to hold of the loader's answer to any of them. Shared by the property
//! test and by the fuzz target.

use std::cell::Cell;

use plan_widgets::{Lang, Plan, Problem, Problems, model::Value as Model};
use serde_json::{Map, Value, json};

#[path = "phrases.rs"]
pub mod phrases;

use phrases::is_worded;

const SCHOOL: &str = include_str!("../school/plan.json");

/// JSON text that `bytes` stand for: themselves, or changes made to a plan that is right.
#[must_use]
pub fn model(bytes: &[u8]) -> String {
    match bytes.split_first() {
        None => String::new(),
        Some((first, rest)) if first.is_multiple_of(4) => String::from_utf8_lossy(rest).into_owned(),
        Some((_, rest)) => {
            let mut bytes = Bytes(rest);
            let mut plan = serde_json::from_str(SCHOOL).unwrap_or_default();
            while !bytes.0.is_empty() {
                change(&mut plan, &mut bytes);
            }
            plan.to_string()
        }
    }
}

/// A tape of choices; past its end all are 0.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { (self.next() * 256 + self.next()) % bound }
    }
}

/// Goes down to some value, and does something there.
fn change(value: &mut Value, bytes: &mut Bytes) {
    let deeper = !bytes.next().is_multiple_of(8);
    match value {
        Value::Object(members) if deeper && !members.is_empty() => {
            let at = bytes.below(members.len());
            if let Some(member) = members.values_mut().nth(at) {
                change(member, bytes);
            }
        }
        Value::Array(items) if deeper && !items.is_empty() => {
            let at = bytes.below(items.len());
            change(&mut items[at], bytes);
        }
        _ => act(value, bytes),
    }
}

fn act(value: &mut Value, bytes: &mut Bytes) {
    match (bytes.next() % 8, value) {
        (0, Value::Object(members)) => {
            let key = members.keys().nth(bytes.below(members.len())).cloned();
            key.and_then(|key| members.remove(&key));
        }
        (1, Value::Object(members)) => {
            let key = members.keys().nth(bytes.below(members.len())).cloned().unwrap_or_default();
            members.insert(text(bytes, &key), anything(bytes));
        }
        (2, Value::Array(items)) => {
            let copy = items.get(bytes.below(items.len())).cloned().unwrap_or_default();
            // Now and then very many.
            let count = if bytes.next() == 7 { 5_000 } else { bytes.next() % 4 };
            items.extend(std::iter::repeat_n(copy, count));
        }
        (3, Value::Array(items)) => {
            let at = bytes.below(items.len() + 1);
            items.insert(at, anything(bytes));
        }
        (4, Value::String(old)) => *old = text(bytes, &old.clone()),
        (_, value) => *value = anything(bytes),
    }
}

/// A text much like `old`, or not at all.
fn text(bytes: &mut Bytes, old: &str) -> String {
    match bytes.next() % 8 {
        0 => String::new(),
        1 => " \t".into(),
        2 => old.chars().rev().collect(),
        3 => old.chars().skip(1).collect(),
        4 => old.to_owned() + "\u{0}\u{202e}𠮷e\u{301}~1/",
        5 => "长".repeat(bytes.next() * bytes.next()),
        6 => ["2020-13-41", "../..", "Y-999999999/Y999999999", "-0001-02-29", "2020-99", "javascript:x"]
            [bytes.below(6)]
        .into(),
        _ => format!("{old}-{}", bytes.next()),
    }
}

fn anything(bytes: &mut Bytes) -> Value {
    match bytes.next() % 12 {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(bytes.next()),
        3 => json!(-1.5e300),
        4 => json!(u64::MAX),
        5 => json!(text(bytes, "river")),
        6 => json!([]),
        7 => json!({}),
        8 => json!({ "zh": text(bytes, "甲"), "en": text(bytes, "A") }),
        9 => json!([anything(bytes), anything(bytes)]),
        10 => Value::Object(Map::from_iter([(text(bytes, "id"), anything(bytes))])),
        // As deep as the parser lets through, and deeper.
        _ => (0..bytes.next() % 160).fold(json!({}), |inner, _| json!([inner])),
    }
}

/// What holds of the answer to any model.
///
/// # Panics
/// When something doesn't hold.
pub fn answered(text: &str) {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        let problems = Plan::from_json(text).expect_err("broken JSON was taken");
        assert_eq!((problems.0.len(), &*problems.0[0].pointer), (1, ""));
        return;
    };
    let (reads, problems_at_most) = (Cell::new(0), size(&value));
    match Plan::read(Counted(&value, &reads)) {
        Ok(plan) => {
            let written = plan.to_json().expect("a plan has a form in JSON");
            assert_eq!(Plan::from_json(&written).as_ref(), Ok(&plan));
        }
        Err(Problems(problems)) => {
            assert!(!problems.is_empty());
            assert!(problems.len() <= problems_at_most, "{} problems", problems.len());
            problems.iter().for_each(|problem| leads_to_its_value(problem, &value));
            problems.iter().for_each(is_worded);
        }
    }
    // Each value is asked a few times for what it is, an object once for every field that it may have.
    let bound = 100 * size(&value);
    assert!(reads.get() <= bound, "{} reads, more than {bound}", reads.get());
}

/// How many values there are, and fields that could be missing: a measure of the input, linear in its length.
fn size(value: &Value) -> usize {
    match value {
        Value::Object(members) => 16 + members.values().map(size).sum::<usize>(),
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        _ => 1,
    }
}

fn leads_to_its_value(problem: &Problem, model: &Value) {
    assert!(model.pointer(&problem.pointer).is_some(), "{problem}: leads nowhere");
    let found = problem.found.text(Lang::En);
    assert!(found.chars().count() <= 43, "{problem}: quotes too much");
}

/// A value that counts how often it is asked.
struct Counted<'a>(&'a Value, &'a Cell<usize>);

impl Counted<'_> {
    fn count(&self) {
        self.1.set(self.1.get() + 1);
    }
}

impl Model for Counted<'_> {
    fn text(&self) -> Option<String> {
        self.count();
        self.0.text()
    }

    fn number(&self) -> Option<f64> {
        self.count();
        self.0.number()
    }

    fn length(&self) -> Option<usize> {
        self.count();
        self.0.length()
    }

    fn at(&self, index: usize) -> Self {
        self.count();
        Counted(self.0.at(index), self.1)
    }

    fn keys(&self) -> Option<Vec<String>> {
        self.count();
        self.0.keys()
    }

    fn get(&self, key: &str) -> Option<Self> {
        self.count();
        Some(Counted(Model::get(&self.0, key)?, self.1))
    }
}
