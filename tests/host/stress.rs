//! Much of everything: time grows as the plan does, a fault of one kind is one line, and what is beyond a limit is
//! refused where it stands. `cargo xtask stress` goes through the same with chance shapes for as long as one likes.

use std::{
    cell::Cell,
    hint::black_box,
    time::{Duration, Instant},
};

use plan_widgets::model::{self, Loader};
use plan_widgets::view::words::Language;
use plan_widgets::{
    DeckView, GlossaryView, Lang, Plan, Problems, Progress, TimelineView,
    view::{
        filter::Filter,
        goals::{GoalFilter, GoalGroup, GoalSort},
        marking::Finder,
        progress::{Platform, with_progress},
        search::Index,
        timeline::{
            TimelineFilter,
            lanes::{Room, lanes},
            scale::Window,
        },
    },
};
use plan_widgets_element::render::{Form, Renderer, Wanted};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::{Value, json};

#[path = "../hostile/processor.rs"]
mod processor;

use processor::on_processor;

fn text(words: &str) -> Value {
    json!({ "en": words })
}

/// A plan with these collections.
fn plan(collections: Value) -> Value {
    let mut plan = json!({
        "schema": 1, "languages": ["en"],
        "plan": { "id": "p", "title": text("Plan"), "short": text("Plan") },
    });
    if let (Value::Object(plan), Value::Object(collections)) = (&mut plan, collections) {
        plan.extend(collections);
    }
    plan
}

fn many(count: usize, record: impl Fn(usize) -> Value) -> Value {
    (0..count).map(record).collect()
}

fn topics(count: usize) -> Value {
    many(count, |i| json!({ "id": format!("t{i}"), "name": text(&format!("Topic {i}")) }))
}

fn event(i: usize, more: Value) -> Value {
    let mut event = json!({ "id": format!("e{i}"), "kind": "milestone" });
    if let (Value::Object(event), Value::Object(more)) = (&mut event, more) {
        event.extend(more);
    }
    event
}

fn goal(i: usize, more: Value) -> Value {
    let mut goal = json!({ "id": format!("g{i}"), "kind": "article", "title": text(&format!("Goal {i}")) });
    if let (Value::Object(goal), Value::Object(more)) = (&mut goal, more) {
        goal.extend(more);
    }
    goal
}

fn project(i: usize, mentions: Value) -> Value {
    json!({ "id": format!("p{i}"), "name": text(&format!("Project {i}")), "topic": "t0", "mentions": mentions })
}

fn figure(i: usize) -> Value {
    json!({ "id": format!("f{i}"), "text": text("1"), "value": 1, "unit": text("1"), "measure": text("Length"),
        "kind": "target", "cite": { "article": format!("a{i}") } })
}

fn article(i: usize) -> Value {
    json!({ "id": format!("a{i}"), "title": text(&format!("Article {i}")), "part": format!("c{i}"), "topics": [format!("t{i}")] })
}

fn term(i: usize, note: &str) -> Value {
    json!({ "id": format!("w{i}"), "name": text(&format!("Term {i} of the plan")), "note": text(note),
        "components": [], "occurrences": [{ "article": format!("a{}", i / 2), "at": i }] })
}

fn period(i: usize, edtf: &str) -> Value {
    json!({ "id": format!("y{i}"), "name": text(&format!("Period {i}")), "time": { "edtf": edtf, "kind": "during" } })
}

fn mention(stage: &str) -> Value {
    json!({ "stage": stage, "verb": { "exact": "build" } })
}

/// A plan with much of something, by name.
type Shape = (&'static str, fn(usize) -> Value);

/// What is done with a plan, by name.
type Work = (&'static str, fn(&Plan));

/// What a plan may have much of; valid, `n` records or so.
const MUCH: &[Shape] = &[
    ("events by themselves", |n| {
        let time = |i: usize| json!({ "edtf": (1000 + i % 1000).to_string(), "kind": "on" });
        plan(json!({ "events": many(n, |i| event(i, json!({ "title": text("Event"), "time": time(i) }))) }))
    }),
    ("events of as many topics, periods, passages and terms", |n| {
        let own = |i: usize| {
            json!({ "title": text("Event"), "topics": [format!("t{i}")], "period": format!("y{i}"), "stage": "start",
                "terms": [format!("w{i}")], "cite": { "article": format!("a{i}") } })
        };
        plan(json!({
            "topics": topics(n), "events": many(n, |i| event(i, own(n - 1 - i))),
            "periods": many(n, |i| period(i, &(1000 + i).to_string())),
            "parts": many(n, |i| json!({ "id": format!("c{i}"), "title": text("Part") })),
            "articles": many(n, article), "terms": many(n, |i| term(i, "A note.")),
        }))
    }),
    ("events within as many periods, by their dates", |n| {
        let time = |i: usize| json!({ "edtf": format!("Y{}", 20_000 + i), "kind": "on" });
        plan(json!({
            "events": many(n, |i| event(i, json!({ "title": text("Event"), "time": time(i) }))),
            // Each within the one before it, so that every day is in many.
            "periods": many(n, |i| period(n - i, &format!("Y{}/Y{}", 20_000 + i / 2, 20_000 + n - i / 2))),
        }))
    }),
    ("periods that events are about as a whole", |n| {
        let whole = |i: usize| json!({ "kind": "period", "title": text("Whole"), "period": format!("y{i}") });
        plan(json!({
            "periods": many(n, |i| period(i, &(1000 + i).to_string())),
            "events": many(n, |i| event(i, if i % 2 == 0 { whole(i / 2) } else {
                json!({ "title": text("Event"), "period": format!("y{}", i / 2) })
            })),
        }))
    }),
    ("events and goals of one project and one figure", |n| {
        plan(json!({
            "topics": topics(1), "projects": [project(0, json!([mention("start")]))], "figures": [figure(0)],
            "goals": many(n, |i| goal(i, json!({ "projects": ["p0"], "figures": ["f0"] }))),
            "events": many(n, |i| event(i, json!({ "projects": ["p0"], "figures": ["f0"], "goals": [format!("g{i}")], "title": text("Event") }))),
        }))
    }),
    ("events that are named by their goals", |n| {
        plan(json!({
            "goals": many(n, |i| goal(i, json!({}))),
            "events": many(n, |i| event(i, json!({ "goals": [format!("g{}", n - 1 - i)] }))),
        }))
    }),
    ("goals of as many projects, figures, departments and terms", |n| {
        let own = |i: usize| {
            json!({ "projects": [format!("p{i}")], "figures": [format!("f{i}")], "departments": [format!("d{i}")],
                "terms": [format!("w{i}")], "topics": [format!("t{i}")], "cite": { "article": format!("a{i}") },
                "measures": [{ "text": text("Do it."), "cite": { "article": format!("a{i}") } }] })
        };
        plan(json!({
            "topics": topics(n), "projects": many(n, |i| project(i, json!([mention("start"), mention("start")]))),
            "departments": many(n, |i| json!({ "id": format!("d{i}"), "name": text("Office"), "basis": "inferred" })),
            "parts": many(n, |i| json!({ "id": format!("c{i}"), "title": text("Part") })),
            "articles": many(n, article), "figures": many(n, figure), "terms": many(n, |i| term(i, "A note.")),
            "goals": many(n, |i| goal(i, own(n - 1 - i))),
        }))
    }),
    ("terms that name one another", |n| {
        plan(json!({ "terms": many(n, |i| term(i, &format!("Unlike Term {} of the plan.", (i + 1) % n))) }))
    }),
    ("terms that all name one", |n| {
        plan(json!({ "terms": many(n, |i| term(i, "Like Term 0 of the plan.")) }))
    }),
    ("terms whose names overlap", |n| {
        let name = |i: usize| json!({ "id": format!("w{i}"), "name": text("长长"), "note": text(&"长".repeat(n.min(9_000))), "components": [] });
        plan(json!({ "terms": many(2, name) }))
    }),
    ("mentions of one project", |n| {
        let n = n / 8;
        plan(json!({
            "topics": topics(1), "projects": [project(0, many(n, |_| mention("start")))],
            "goals": many(8, |i| goal(i, json!({ "projects": ["p0"] }))),
            "events": many(8, |i| event(i, json!({ "projects": ["p0"], "title": text("Event"), "stage": "plan" }))),
        }))
    }),
    ("events in many periods, each with a mention of one project", |n| {
        let m = n / 4;
        let (at, stages) = (|i: usize| format!("y{i}"), ["start", "plan"]);
        let said =
            |i: usize| json!({ "stage": stages[i % 2], "verb": { "exact": "build" }, "period": at(i) });
        let own = |i: usize| json!({ "projects": ["p0"], "title": text("Event"), "stage": stages[i % 2], "period": at(i) });
        plan(json!({
            "topics": topics(1), "projects": [project(0, many(m, said))],
            "periods": many(m, |i| period(i, &(1000 + i).to_string())),
            "events": many(n, |i| event(i, own((n - 1 - i) % m))),
        }))
    }),
    ("projects without events, with many mentions of one project", |n| {
        let said =
            |i: usize| json!({ "stage": "start", "verb": { "exact": "build" }, "period": format!("y{i}") });
        plan(json!({
            "topics": topics(1), "periods": many(n, |i| period(i, &(1000 + i).to_string())),
            "projects": many(n, |i| project(i, if i == 0 { many(n / 4, said) } else { json!([said(i)]) })),
            "events": [event(0, json!({ "title": text("Event") }))],
        }))
    }),
    ("long texts in every field of some records", |n| {
        let long = || text(&"word ".repeat(n / 8));
        let by = json!({ "edtf": "2030", "kind": "by", "text": long() });
        plan(json!({
            "topics": [{ "id": "t0", "name": long() }], "parts": [{ "id": "c0", "title": long(), "summary": long() }],
            "articles": [{ "id": "a0", "title": long(), "summary": long(), "part": "c0" }],
            "departments": [{ "id": "d0", "name": long(), "basis": "stated" }],
            "figures": [{ "id": "f0", "text": long(), "value": 1, "unit": long(), "measure": long(), "kind": "target", "time": by }],
            "projects": [{ "id": "p0", "name": long(), "topic": "t0" }],
            "goals": [goal(0, json!({ "title": long(), "summary": long(), "measures": [{ "text": long() }], "horizons": [by],
                "projects": ["p0"], "figures": ["f0"], "departments": ["d0"], "cite": { "article": "a0" } }))],
            "events": [event(0, json!({ "title": long(), "summary": long(), "time": by, "topics": ["t0"], "pinyin": "wǔ ".repeat(n / 8),
                "media": [{ "kind": "image", "src": "a.png", "alt": long(), "caption": long(), "credit": long() }] }))],
            "terms": [{ "id": "w0", "name": long(), "note": long(), "components": [{ "text": long(), "label": long() }] }],
        }))
    }),
];

/// What can be wrong often; `n` times.
const WRONG: &[Shape] = &[
    ("one field that isn't known", |n| {
        plan(json!({ "events": many(n, |i| event(i, json!({ "title": text("A"), "x": 1 }))) }))
    }),
    ("fields that aren't known, each another", |n| {
        plan(json!({ "events": many(n, |i| event(i, json!({ "title": text("A"), format!("x{i}"): 1 }))) }))
    }),
    ("fields that aren't known in one record", |n| {
        let fields: Value =
            (0..n).map(|i| (format!("x{i}"), json!(1))).collect::<serde_json::Map<_, _>>().into();
        plan(json!({ "events": [event(0, fields)] }))
    }),
    ("nothing where records should be", |n| plan(json!({ "goals": vec![Value::Null; n] }))),
    ("records without anything", |n| plan(json!({ "terms": vec![json!({}); n] }))),
    ("the same id", |n| plan(json!({ "topics": many(n, |_| json!({ "id": "t", "name": text("A") })) }))),
    ("ids that are too long", |n| {
        plan(
            json!({ "topics": many(n, |i| json!({ "id": "x".repeat(200) + &i.to_string(), "name": text("A") })) }),
        )
    }),
    ("references to nothing", |n| {
        plan(
            json!({ "topics": topics(n), "events": many(n, |i| event(i, json!({ "title": text("A"), "topics": [format!("t{i}x")] }))) }),
        )
    }),
    ("dates that are none", |n| {
        plan(
            json!({ "events": many(n, |i| event(i, json!({ "title": text("A"), "time": { "edtf": format!("on {i}"), "kind": "on" } }))) }),
        )
    }),
];

/// What widgets do with a plan.
const DONE: &[Work] = &[
    ("a timeline's view model", |plan| drop(black_box(TimelineView::of(plan, &Lang::EN)))),
    ("a timeline's view model with works", |plan| {
        let (all, lang) = (TimelineView::whole, &Lang::EN);
        black_box(all(plan, lang, &Language::of(lang)));
    }),
    ("the view model of goals", |plan| drop(black_box(DeckView::of(plan, &Lang::EN)))),
    ("a glossary's view model", |plan| drop(black_box(GlossaryView::of(plan, &Lang::EN)))),
    ("a search in a timeline and its lanes", |plan| {
        let view = TimelineView::of(plan, &Lang::EN);
        let mut filter = TimelineFilter::default();
        filter.set_query("e".into());
        filter.select(0, &view.facets[0].iter().take(100).map(|value| &*value.id).collect::<Vec<_>>());
        let found = filter.found(&view.facets, &view.items, &Index::default());
        let room = Room {
            window: Window::of(&view),
            width: 60.0,
            opened: &[1, 2],
            selected: Some(0),
            all: view.items.len(),
        };
        black_box((lanes(&view, &found.items, &room), room.window.ticks(12)));
    }),
    ("a search in goals and their groups", |plan| {
        let view = DeckView::of(plan, &Lang::EN);
        let mut filter = GoalFilter::default();
        filter.set_query("goal".into());
        let found = filter.found(&view.facets, &view.cards, &Index::default());
        black_box((
            view.grouped(&found.items, GoalGroup::Topic, GoalSort::Projects),
            view.projects(&found.items),
        ));
    }),
    ("a static timeline", |plan| drop(black_box(rendered(plan, "timeline")))),
    ("static goals", |plan| drop(black_box(rendered(plan, "goal-deck")))),
    ("a static glossary", |plan| drop(black_box(rendered(plan, "glossary")))),
];

fn rendered(plan: &Plan, widget: &str) -> String {
    let wanted = Wanted::new(widget, &[]).unwrap();
    Renderer::new(plan.clone()).content(wanted, Form::Linked("a.css")).unwrap()
}

/// The least time of a few on the processor, so that what else the machine does counts for little; not below what can
/// be measured.
fn time(work: impl Fn()) -> Duration {
    let once = || {
        let started = on_processor();
        work();
        on_processor().saturating_sub(started)
    };
    (0..3).map(|_| once()).min().unwrap_or_default().max(Duration::from_micros(500))
}

/// Says what takes more than in proportion: 16 times as long with 4 times as much is quadratic.
fn is_linear(name: &str, work: impl Fn(usize) -> Duration) -> Option<String> {
    const RATIO: u32 = 8;
    let mut said = String::new();
    // Once more where it looks so: a machine may have been busy just then.
    for _ in 0..3 {
        let (little, much) = (work(SOME), work(4 * SOME));
        if much < RATIO * little {
            return None;
        }
        said = format!("{name}: {little:?}, four times as much {much:?}");
    }
    Some(said)
}

/// How much there is of it, at first.
const SOME: usize = 600;

#[test]
#[ignore = "cargo xtask test stress"]
fn reading_takes_time_in_proportion() {
    let slow = MUCH.iter().chain(WRONG).filter_map(|(name, make)| {
        is_linear(name, |n| {
            let model = make(n);
            time(|| drop(black_box(Plan::read(&model))))
        })
    });
    assert_eq!(slow.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
#[ignore = "cargo xtask test stress"]
fn views_take_time_in_proportion() {
    let mut slow = Vec::new();
    for (name, make) in MUCH {
        let [some, many] =
            [SOME, 4 * SOME].map(|n| Plan::read(&make(n)).unwrap_or_else(|found| panic!("{name}: {found}")));
        for (what, work) in DONE {
            let plan = |n| if n == SOME { &some } else { &many };
            slow.extend(is_linear(&format!("{what} of {name}"), |n| time(|| work(plan(n)))));
        }
    }
    assert_eq!(slow, Vec::<String>::new());
}

#[test]
#[ignore = "cargo xtask test stress"]
fn progress_takes_time_in_proportion() {
    // As many as there may be about one.
    let of_one = |n: usize| (json!({ "projects": ["p0"] }), many(n.min(100), |_| json!({ "project": "p0" })));
    let of_each = |n: usize| (json!({}), many(n, |i| json!({ "goal": format!("g{}", n - 1 - i) })));
    for (name, make) in
        [("of one project", &of_one as &dyn Fn(usize) -> (Value, Value)), ("of each goal", &of_each)]
    {
        let slow = is_linear(name, |n| {
            let (own, mut reports) = make(n);
            for report in reports.as_array_mut().unwrap() {
                report.as_object_mut().unwrap().extend(
                    json!({ "value": 1, "unit": text("km"), "as_of": "2025" }).as_object().unwrap().clone(),
                );
            }
            let goals = many(n, |i| goal(i, own.clone()));
            let plan = plan(
                json!({ "topics": topics(1), "projects": [project(0, json!([mention("start")]))], "goals": goals }),
            );
            let plan = Plan::read(&plan).unwrap();
            let progress = json!({ "schema": 1, "languages": ["en"], "source": { "name": text("City") }, "reports": reports, "rule": "growth" });
            let deck = DeckView::of(&plan, &Lang::EN);
            time(|| {
                let progress = Progress::from_json(&progress.to_string(), &plan, &Lang::EN).unwrap();
                let language = Language::of(&deck.lang);
                drop(black_box(with_progress(&progress, &deck, &language, Platform::default())));
            })
        });
        assert_eq!(slow, None);
    }
}

#[test]
#[ignore = "cargo xtask test stress"]
fn terms_are_found_in_time_in_proportion() {
    for (name, names, unit) in [
        ("names that overlap with themselves", vec!["长长".to_owned()], "长"),
        ("names that overlap with each other", vec!["甲乙".into(), "乙甲".into(), "甲乙甲".into()], "甲乙"),
        ("names within names", (1..60).map(|n| "a ".repeat(n)).collect(), "a "),
        ("many names", (0..500).map(|n| format!("名{n}词")).collect(), "名7词，"),
    ] {
        let finder = Finder::new(names.iter().enumerate().map(|(index, name)| (&**name, index)), []);
        let slow = is_linear(name, |n| {
            let text = unit.repeat(n * 4);
            time(|| drop(black_box(finder.find(&text))))
        });
        assert_eq!(slow, None);
    }
}

/// A value that counts how often something in it is looked at.
#[derive(Clone, Copy)]
struct Counted<'a>(&'a Value, &'a Cell<usize>);

impl model::Value for Counted<'_> {
    fn text(&self) -> Option<String> {
        self.0.text()
    }

    fn number(&self) -> Option<f64> {
        self.0.number()
    }

    fn length(&self) -> Option<usize> {
        self.0.length()
    }

    fn at(&self, index: usize) -> Self {
        self.1.set(self.1.get() + 1);
        Counted(&self.0[index], self.1)
    }

    fn keys(&self) -> Option<Vec<String>> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Option<Self> {
        let found = Counted(self.0.get(key)?, self.1);
        self.1.set(self.1.get() + 1);
        Some(found)
    }
}

#[test]
fn a_plan_is_read_in_steps() {
    const MOST: usize = 1_000;
    // What isn't known is looked at as well, where it is reported.
    const TOGETHER: usize = 3 * MOST;
    for (name, make) in MUCH.iter().chain(WRONG) {
        let model = make(2_000);
        let whole = Plan::read(&model);
        let (asked, mut loader, mut steps) = (Cell::new(0), Loader::default(), 0);
        while !loader.step(Counted(&model, &asked), MOST) {
            let one_record =
                ["one record", "one project", "some records"].iter().any(|end| name.ends_with(end));
            assert!(asked.take() <= TOGETHER || one_record, "{name}");
            steps += 1;
            assert!(steps < 1_000, "{name}");
        }
        assert_eq!(loader.close(), whole, "{name}");
        assert!(steps >= 2 || model.to_string().len() < 50_000 || whole.is_err(), "{name}: {steps}");
        // A record at a time.
        let mut loader = Loader::default();
        while !loader.step(&model, 0) {}
        assert_eq!(loader.close(), whole, "{name}");
    }
}

#[test]
fn a_fault_of_one_kind_is_a_line() {
    let told: Vec<_> = WRONG
        .iter()
        .map(|(name, make)| {
            let Problems(problems) = Plan::read(&make(5_000)).unwrap_err();
            let more: usize = problems.iter().map(|problem| problem.more + 1).sum();
            assert!(more >= 4_999, "{name}: {more}");
            (*name, problems.len(), problems[0].to_string())
        })
        .collect();
    let known = "id, kind, title, period, time, stage, summary, topics, goals, projects, figures, terms, places, media, cite, pinyin, reading";
    let known = |field: &str, more: &str| {
        format!("/events/0/{field}: expected one of {known}, found an unknown field{more}")
    };
    let x = "x".repeat(40);
    assert_eq!(
        told.iter().map(|(name, lines, first)| (*name, *lines, &**first)).collect::<Vec<_>>(),
        [
            ("one field that isn't known", 1, &*known("x", " (and 4999 more like it)")),
            ("fields that aren't known, each another", 10, &known("x0", " (and 4990 more like it)")),
            ("fields that aren't known in one record", 11, &known("x0", " (and 4990 more like it)")),
            (
                "nothing where records should be",
                1,
                "/goals/0: expected an object, found null, true or false (and 4999 more like it)"
            ),
            (
                "records without anything",
                4,
                "/terms/0: expected the field \"id\", found nothing (and 4999 more like it)"
            ),
            (
                "the same id",
                1,
                "/topics/1/id: expected an id of its own: item 0 has this one, found \"t\" (and 4998 more like it)"
            ),
            (
                "ids that are too long",
                1,
                &format!(
                    "/topics/0/id: expected an id of up to 100 of a-z, 0-9 and hyphens, found \"{x}…\" (and 4999 more like it)"
                )
            ),
            (
                "references to nothing",
                10,
                "/events/0/topics/0: expected the id of a topic, found \"t0x\" (and 4990 more like it); did you mean \"t0\"?"
            ),
            (
                "dates that are none",
                10,
                "/events/0/time/edtf: expected an EDTF date or interval, such as \"2025-05-05\" or \"2024/2027\", found \"on 0\" (and 4990 more like it)"
            ),
        ]
    );
}

#[test]
fn what_is_beyond_a_limit_is_refused_where_it_stands() {
    let topic = |id: &str, name: &str| json!({ "id": id, "name": text(name) });
    let refused = |model: &Value| Plan::read(model).err().map(|found| found.to_string());
    for (name, model, said) in [
        ("a text as long as may be", plan(json!({ "topics": [topic("t", &"长".repeat(10_000))] })), None),
        (
            "a text",
            plan(json!({ "topics": [topic("t", "A"), topic("u", &"长".repeat(10_001))] })),
            Some(
                "/topics/1/name/en: expected a text of at most 10000 characters, found a text of 10001 characters",
            ),
        ),
        (
            "a URL",
            plan(
                json!({ "events": [event(0, json!({ "title": text("A"), "media": [{ "kind": "page", "src": "a".repeat(10_001), "alt": text("A") }] }))] }),
            ),
            Some(
                "/events/0/media/0/src: expected a text of at most 10000 characters, found a text of 10001 characters",
            ),
        ),
        ("an id as long as may be", plan(json!({ "topics": [topic(&"t".repeat(100), "A")] })), None),
        ("as many records as may be", plan(json!({ "topics": topics(20_000) })), None),
        (
            "records",
            // What refers to them may be right, and is not reported.
            plan(
                json!({ "topics": topics(20_001), "events": [event(0, json!({ "title": text("A"), "topics": ["t7"] }))] }),
            ),
            Some("/topics: expected an array of at most 20000, found an array of 20001"),
        ),
        (
            "a list within a record",
            plan(
                json!({ "topics": topics(1), "events": [event(0, json!({ "title": text("A"), "topics": vec!["t0"; 1_001] }))] }),
            ),
            Some("/events/0/topics: expected an array of at most 1000, found an array of 1001"),
        ),
    ] {
        assert_eq!(refused(&model).as_deref(), said, "{name}");
    }
    let all = plan(
        json!({ "topics": topics(1), "events": many(20_000, |i| event(i, json!({ "title": text("A"), "topics": vec!["t0"; 90] }))) }),
    );
    let Problems(problems) = Plan::read(&all).unwrap_err();
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert!(
        problem.to_string().ends_with(": expected at most 1500000 values in all, found more"),
        "{problem}"
    );
    assert!(all.pointer(&problem.pointer).is_some(), "{problem}");
}

#[test]
fn extreme_dates_have_a_scale() {
    let dates = [
        "Y10000000",
        "Y-10000000",
        "Y5881580",
        "Y-5877641",
        "Y999999999",
        "Y-999999999",
        "9999-12-31",
        "-9999",
        "0000",
        "0001-01-01",
        "2020",
        "2020-02-29",
        "Y-999999999/Y999999999",
        "Y10000000/..",
        "../Y10000000",
        "/Y-10000000",
        "Y20000/Y20001",
        "1XXX",
        "2024-21",
        "2024-41",
    ];
    let time = |edtf: &str, kind: &str| json!({ "edtf": edtf, "kind": kind });
    for (one, other) in dates.iter().flat_map(|one| dates.map(|other| (*one, other))) {
        for kind in ["on", "by", "during"] {
            let view = TimelineView::of(
                &Plan::read(&plan(json!({
                    "periods": [period(0, other), { "id": "y9", "name": text("By"), "time": time(one, "by") }],
                    "events": [
                        event(0, json!({ "title": text("A"), "time": time(one, kind) })),
                        event(1, json!({ "title": text("B"), "time": time(other, kind) })),
                    ],
                })))
                .unwrap(),
                &Lang::EN,
            );
            let all = Window::of(&view);
            assert!(all.length().is_finite() && all.length() >= 28.0, "{one} {other}: {all:?}");
            for window in [
                all,
                all.zoomed(1e12, 0.0, all),
                all.zoomed(1e12, 1.0, all),
                all.zoomed(3.0, 0.5, all),
                all.moved(1.0, all),
            ] {
                let ticks = window.ticks(12);
                assert!(ticks.len() <= 13, "{one} {other} {window:?}: {} ticks", ticks.len());
                assert!(ticks.windows(2).all(|pair| pair[0].day < pair[1].day), "{one} {other}: {ticks:?}");
                let room = Room { window, width: 60.0, opened: &[], selected: None, all: view.items.len() };
                let bars = lanes(&view, &[0, 1], &room);
                let bars = bars.iter().flat_map(|lane| &lane.bars);
                assert!(bars.into_iter().all(|bar| bar.start.is_finite() && bar.length.is_finite()));
            }
        }
    }
}

/// Any of those shapes together, in any amounts: nothing takes a second that has some thousand records.
#[test]
#[ignore = "cargo xtask test stress"]
fn whatever_comes_together() {
    let seconds: u64 = std::env::var("PLAN_STRESS").ok().and_then(|text| text.parse().ok()).unwrap_or(20);
    let until = Instant::now() + Duration::from_secs(seconds);
    let mut count = 0;
    while Instant::now() < until {
        let config = Config { cases: 8, failure_persistence: None, ..Config::default() };
        TestRunner::new(config)
            .run(&vec((0..MUCH.len() + WRONG.len(), 1_usize..3_000), 1..4), |shapes| {
                let mut model = plan(json!({}));
                for (shape, n) in &shapes {
                    let (_, make) = MUCH.iter().chain(WRONG).nth(*shape).unwrap();
                    if let (Value::Object(model), Value::Object(more)) = (&mut model, make(*n)) {
                        model.extend(more);
                    }
                }
                let started = Instant::now();
                let lines = match Plan::read(&model) {
                    Ok(plan) => {
                        DONE.iter().for_each(|(_, work)| work(&plan));
                        0
                    }
                    Err(Problems(problems)) => problems.len(),
                };
                prop_assert!(lines <= 500, "{lines} lines");
                // Not optimised, eight widgets' worth of work, on a busy machine.
                prop_assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
                Ok(())
            })
            .unwrap();
        count += 8;
    }
    println!("{count} plans");
}
