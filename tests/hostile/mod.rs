//! Hostile models made from bytes, and what has to hold of the loader's answer to any of them. Shared by the property
//! test and by the fuzz target.

use std::cell::Cell;

use plan_widgets::{
    DeckView, GlossaryView, Lang, Plan, Problem, Problems, Progress, TimelineView,
    model::{Collected, Goal, Value as Model},
    view::{
        View,
        filter::Filter,
        goals::{GoalFilter, GoalGroup, GoalSort},
        progress::{Platform, with_progress},
        search::Index,
        timeline::{
            TimelineFilter,
            lanes::{Room, lanes},
            scale::Window,
        },
        words::Language,
    },
};
use serde_json::{Map, Value, json};

#[path = "phrases.rs"]
pub mod phrases;

use phrases::is_worded;

const SCHOOL: &str = include_str!("../school/plan.json");

/// JSON text that `bytes` stand for: themselves, or changes made to a plan that is right.
#[must_use]
pub fn model(bytes: &[u8]) -> String {
    changed(bytes, SCHOOL)
}

/// The same of any JSON text that is right.
fn changed(bytes: &[u8], right: &str) -> String {
    match bytes.split_first() {
        None => String::new(),
        Some((first, rest)) if first.is_multiple_of(4) => String::from_utf8_lossy(rest).into_owned(),
        Some((_, rest)) => {
            let mut bytes = Bytes { tape: rest, room: MOST_GROWN };
            let mut model = serde_json::from_str(right).unwrap_or_default();
            while !bytes.tape.is_empty() {
                change(&mut model, &mut bytes);
            }
            model.to_string()
        }
    }
}

/// Progress that `bytes` stand for is taken or refused, and what is taken can be shown.
///
/// # Panics
/// When something doesn't hold.
pub fn progress_answered(bytes: &[u8]) {
    let plan = Plan::from_json(SCHOOL).expect("the school's plan is right");
    let goals = &plan.goals;
    let text = json!({ "zh": "甲", "en": "A" });
    let level = json!({ "value": 1, "when": "2024" });
    let report = |id: &str| {
        json!({ "goal": id, "value": 2, "unit": text, "as_of": "2025", "baseline": level,
            "target": { "value": 3 }, "due": "2026", "method": text, "source": { "name": text, "url": "a" } })
    };
    let mut reports: Vec<_> = goals.iter().map(|goal| report(&goal.id)).collect();
    let series = json!([{ "when": "2024", "value": 1 }, { "when": "2025", "value": 2, "kind": "revised", "before": 3 },
        { "when": "2026", "value": 4, "new_method": text }, { "when": "2027", "value": 5, "kind": "forecast" }]);
    reports.push(json!({ "goal": goals[0].id.to_string(), "unit": text, "series": series, "baseline": level, "target": level }));
    let status = json!({ "goal": goals[0].id.to_string(), "status": "behind", "rule": text, "source": { "name": text } });
    let right = json!({ "schema": 1, "languages": ["zh", "en"], "source": { "name": text }, "reports": reports,
        "rule": "growth", "statuses": [status] });
    let Ok(value) = serde_json::from_str::<Value>(&changed(bytes, &right.to_string())) else { return };
    let known: Vec<_> = goals.iter().map(|goal| (Goal::COLLECTION, &*goal.id)).collect();
    let deck = DeckView::of(&plan, &Lang::EN);
    match Progress::read_for(&value, &Lang::EN, &known) {
        Ok(progress) => {
            let platform = Platform { today: Some(0), ..Platform::default() };
            let shown = with_progress(&progress, &deck, &Language::of(&deck.lang), platform);
            assert_eq!(shown.cards.len(), deck.cards.len());
        }
        Err(Problems(problems)) => {
            assert!(!problems.is_empty() && problems.len() <= MOST_PROBLEMS);
            problems.iter().for_each(|problem| leads_to_its_value(problem, &value));
            problems.iter().for_each(is_worded);
        }
    }
}

/// Data files that `bytes` stand for can be read, filtered and laid out, whatever they hold: a page may have an old one,
/// or another's.
///
/// # Panics
/// When a view model can't.
pub fn data_answered(bytes: &[u8]) {
    let plan = Plan::from_json(SCHOOL).expect("the school's plan is right");
    let Some((which, bytes)) = bytes.split_first() else { return };
    match which % 3 {
        0 => {
            let view: TimelineView = read(bytes, &TimelineView::of(&plan, &Lang::EN));
            let mut filter = TimelineFilter::default();
            filter.set_query("a".into());
            filter.select(0, &["river", "none"]);
            for filter in [filter, TimelineFilter::default()] {
                let found = filter.found(&view.facets, &view.items, &Index::default());
                let window = Window::of(&view);
                for window in [window, window.zoomed(9.0, 0.3, window), window.moved(9.0, window)] {
                    let room =
                        Room { window, width: 60.0, opened: &[1], selected: Some(0), all: view.items.len() };
                    drop(lanes(&view, &found.items, &room));
                    assert!(window.ticks(12).len() <= 13);
                }
            }
        }
        1 => {
            let deck: DeckView = read(bytes, &DeckView::of(&plan, &Lang::EN));
            let found = GoalFilter::default().found(&deck.facets, &deck.cards, &Index::default());
            drop(deck.grouped(&found.items, GoalGroup::Topic, GoalSort::Projects));
            drop(deck.projects(&found.items));
            deck.cards.iter().for_each(|card| drop(deck.text(card)));
        }
        _ => {
            let view: GlossaryView = read(bytes, &GlossaryView::of(&plan, &Lang::EN));
            let (found, query) =
                view.found("a", plan_widgets::view::glossary::GlossarySort::Name, &Index::default());
            drop(view.by_letter(&found));
            view.entries.iter().for_each(|entry| drop(entry.row(&query)));
        }
    }
}

/// A view model much like another.
fn read<V: View + serde::Serialize>(bytes: &[u8], right: &V) -> V {
    let right = serde_json::to_string(right).unwrap_or_default();
    let value = serde_json::from_str(&changed(bytes, &right)).unwrap_or(Value::Null);
    V::read_from(&&value)
}

/// The most problems that are listed one by one.
const MOST_PROBLEMS: usize = 500;

/// The most bytes that copies make of a model: beyond what is ever taken, and little enough to be made many times.
const MOST_GROWN: usize = 4_000_000;

/// A tape of choices; past its end all are 0.
struct Bytes<'a> {
    tape: &'a [u8],
    /// How many bytes copies may still add.
    room: usize,
}

impl Bytes<'_> {
    fn next(&mut self) -> usize {
        let Some((first, rest)) = self.tape.split_first() else { return 0 };
        self.tape = rest;
        usize::from(*first)
    }

    /// How often something of so many bytes is repeated, where `wanted` times are.
    fn times(&mut self, wanted: usize, size: usize) -> usize {
        let times = wanted.min(self.room / size.max(1));
        self.room -= times * size;
        times
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
            let count = bytes.times(count, copy.to_string().len());
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
        5 => {
            let wanted = bytes.next() * bytes.next();
            "长".repeat(bytes.times(wanted, "长".len()))
        }
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
            assert!(problems.len() <= problems_at_most.min(MOST_PROBLEMS), "{} problems", problems.len());
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
    let found = problem.found.text(&Lang::EN);
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
