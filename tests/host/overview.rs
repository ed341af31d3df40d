//! The overview: which stage a project stands under, that the counts add up, and where the keyboard goes.

use plan_widgets::{
    Lang, OverviewFilter, OverviewView, PLAN_JSON, Plan, Stage,
    view::{
        View,
        filter::Filter,
        overview::{IN_DECK, ON_TIMELINE, STAGE, Spot, TOPIC, Way},
    },
};
use serde_json::{Value, json};

const SCHOOL: &str = include_str!("../school/plan.json");

fn bundled(lang: Lang) -> OverviewView {
    OverviewView::of(&Plan::from_json(PLAN_JSON).unwrap(), &lang)
}

/// A plan for the period `now`, with these collections.
fn plan(collections: Value) -> Plan {
    let text = |text: &str| json!({ "en": text });
    let mut plan = json!({
        "schema": 1, "languages": ["en"],
        "plan": { "id": "p", "title": text("Plan"), "short": text("Plan"), "period": "now" },
        "periods": [
            { "id": "past", "name": text("Past"), "time": { "edtf": "2016/2020", "kind": "during" } },
            { "id": "now", "name": text("Now"), "time": { "edtf": "2021/2025", "kind": "during" } },
            { "id": "later", "name": text("Later"), "time": { "edtf": "2035", "kind": "by" } },
        ],
        "topics": [{ "id": "a", "name": text("A") }, { "id": "b", "name": text("B") }, { "id": "c", "name": text("C") }],
    });
    plan.as_object_mut().unwrap().extend(collections.as_object().unwrap().clone());
    Plan::read(&plan).unwrap()
}

fn project(id: &str, topic: &str, mentions: &[(&str, Option<&str>)]) -> Value {
    let mentions = mentions.iter().map(|(stage, period)| {
        let mut mention = json!({ "stage": stage, "verb": { "exact": "do" } });
        period.iter().for_each(|period| mention["period"] = json!(period));
        mention
    });
    let mentions: Vec<Value> = mentions.collect();
    json!({ "id": id, "name": { "en": id }, "topic": topic, "mentions": mentions })
}

#[test]
fn a_project_stands_under_the_stage_of_the_plans_own_period() {
    const NOW: Option<&str> = Some("now");
    const PAST: Option<&str> = Some("past");
    const LATER: Option<&str> = Some("later");
    // The mentions, the stage, and the stages that are said beside it.
    type Case<'a> = (&'a str, &'a [(&'a str, Option<&'a str>)], Option<&'a str>, &'a [&'a str]);
    let cases: [Case; 10] = [
        ("one mention", &[("plan", NOW)], Some("plan"), &[]),
        (
            "its own period before another",
            &[("achieved", PAST), ("complete", NOW)],
            Some("complete"),
            &["achieved"],
        ),
        ("wherever that stands", &[("start", NOW), ("complete", LATER)], Some("start"), &["complete"]),
        (
            "of several the first stage",
            &[("strive", NOW), ("accelerate", NOW)],
            Some("accelerate"),
            &["strive"],
        ),
        ("done is the last of them", &[("achieved", NOW), ("support", NOW)], Some("support"), &["achieved"]),
        (
            "done where nothing else is said",
            &[("plan", PAST), ("achieved", NOW)],
            Some("achieved"),
            &["plan"],
        ),
        ("else its last mention", &[("start", PAST), ("plan", LATER)], Some("plan"), &["start"]),
        ("one without a period isn't its own", &[("strive", None), ("plan", NOW)], Some("plan"), &["strive"]),
        ("the same stage twice is said once", &[("plan", NOW), ("plan", LATER)], Some("plan"), &[]),
        ("none", &[], None, &[]),
    ];
    for (name, mentions, stage, also) in cases {
        let view = OverviewView::of(&plan(json!({ "projects": [project("x", "a", mentions)] })), &Lang::EN);
        let id = |index: usize| view.facets[STAGE].get(index).map(|stage| &*stage.id);
        let [mark] = &view.items[..] else { panic!("{name}: {} marks", view.items.len()) };
        assert_eq!(id(mark.stage), stage, "{name}");
        assert_eq!(mark.also.iter().filter_map(|stage| id(*stage)).collect::<Vec<_>>(), also, "{name}");
        assert_eq!(mark.label.is_empty(), stage.is_none(), "{name}");
    }
}

/// What adds up in every overview.
fn adds_up(plan: &Plan, view: &OverviewView) {
    let (topics, columns) = (view.values(TOPIC).len(), view.columns());
    assert_eq!(view.items.len(), plan.projects.len());
    assert_eq!(topics, plan.topics.len(), "topics without projects have a row");
    let rows: usize = (0..topics).map(|topic| view.row(topic).len()).sum();
    let cells: usize =
        (0..topics).flat_map(|topic| (0..columns).map(move |stage| view.cell(topic, stage).len())).sum();
    let heads: usize = (0..columns).map(|stage| view.column(stage)).sum();
    assert_eq!((rows, cells, heads), (plan.projects.len(), plan.projects.len(), plan.projects.len()));
    for topic in 0..topics {
        for stage in 0..columns {
            let cell = &view.items[view.cell(topic, stage)];
            assert!(cell.iter().all(|mark| (mark.topic, mark.stage) == (topic, stage)));
        }
    }
    let ids: std::collections::BTreeSet<&str> = view.items.iter().map(|mark| &*mark.id).collect();
    assert_eq!(ids.len(), plan.projects.len(), "each project once");
    // Goals are counted at each of their times, and once where they have none.
    let times: usize = plan.goals.iter().map(|goal| goal.horizons.len().max(1)).sum();
    assert_eq!(view.horizons.iter().map(|horizon| horizon.goals).sum::<usize>(), times);
    for horizon in &view.horizons {
        assert_eq!(horizon.within.len(), if horizon.name.is_empty() { 0 } else { horizon.goals });
    }
    let set: usize = view.chapters.iter().map(|chapter| chapter.goals).sum();
    assert_eq!((set, view.goals), (plan.goals.len(), plan.goals.len()));
    for chapter in &view.chapters {
        let goals: usize = chapter.within.iter().map(|passage| passage.goals).sum();
        let projects = chapter.within.iter().map(|passage| passage.projects);
        assert_eq!(goals, chapter.goals);
        assert!(projects.clone().sum::<usize>() >= chapter.projects);
        assert!(projects.max().unwrap_or_default() <= chapter.projects);
    }
    let named: usize = view.chapters.iter().map(|chapter| chapter.projects).sum();
    assert!(named >= plan.projects.len(), "every project is counted where it is named");
    let articles = view.chapters.iter().flat_map(|chapter| &chapter.within);
    assert!(articles.count() >= plan.articles.len());
}

#[test]
fn counts_add_up_in_every_plan_and_language() {
    let odd = plan(json!({
        "projects": [project("x", "a", &[]), project("y", "c", &[("plan", None)])],
        "goals": [{ "id": "g", "kind": "article", "title": { "en": "G" } }],
    }));
    let empty = plan(json!({ "topics": [] }));
    let others = [PLAN_JSON, SCHOOL].map(|json| Plan::from_json(json).unwrap());
    for plan in others.into_iter().chain([odd, empty]) {
        for lang in plan.languages.clone() {
            adds_up(&plan, &OverviewView::of(&plan, &lang));
        }
    }
}

#[test]
fn nothing_is_left_out_without_a_word() {
    let view = OverviewView::of(
        &plan(json!({
            "projects": [project("x", "a", &[])],
            "goals": [{ "id": "g", "kind": "article", "title": { "en": "G" } }],
        })),
        &Lang::EN,
    );
    assert_eq!((view.columns(), view.values(STAGE).len()), (1, 0), "a column for what has no stage");
    assert_eq!((view.horizons.len(), &*view.horizons[0].name), (1, ""), "goals without a time");
    let [chapter] = &view.chapters[..] else { panic!("{:?}", view.chapters) };
    let [passage] = &chapter.within[..] else { panic!("{:?}", chapter.within) };
    assert_eq!((passage.goals, passage.projects, &*passage.name), (1, 1, ""), "what cites nothing");
}

#[test]
fn the_bundled_plan_is_told_at_a_glance() {
    let view = bundled(Lang::EN);
    assert_eq!((&*view.adopted, &*view.period, &*view.vision), ("22 December 2020", "2021–2025", "2035"));
    assert_eq!((view.items.len(), view.principles.len(), view.goals), (261, 5, 65));
    let horizons: Vec<usize> = view.horizons.iter().map(|horizon| horizon.goals).collect();
    assert_eq!(
        horizons,
        [1, 5, 9, 51],
        "by 2025, in the five years, by 2035, without a time: one goal has two"
    );
    let parts: Vec<(&str, usize)> =
        view.chapters.iter().map(|chapter| (&*chapter.name, chapter.within.len())).collect();
    assert_eq!(parts[0], ("Part 1", 3));
    assert_eq!((parts.len(), &*bundled(Lang::ZH).chapters[14].name), (15, "第十五部分"));
    // The airport was under way, and is to be finished in the period.
    let airport = view.items.iter().find(|mark| &*mark.id == "zhanjiang-international-airport").unwrap();
    let stage = |index: usize| &*view.values(STAGE)[index].id;
    assert_eq!((stage(airport.stage), stage(airport.also[0])), ("complete", "accelerate"));
    assert_eq!((&*airport.item, airport.goals), ("zhanjiang-international-airport-completion", 2));
}

#[test]
fn who_follows_is_asked_for_what_it_has() {
    let view = bundled(Lang::EN);
    let ids = |view: &dyn Fn(usize) -> Vec<Box<str>>| [view(TOPIC), view(STAGE)];
    let timeline = plan_widgets::TimelineView::of(&Plan::from_json(PLAN_JSON).unwrap(), &Lang::EN);
    let deck = plan_widgets::DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), &Lang::EN);
    let of = |facets: &[Vec<plan_widgets::view::facets::Value>], facet: usize| -> Vec<Box<str>> {
        facets[facet].iter().map(|value| value.id.clone()).collect()
    };
    let shown = |facet: usize, bit: usize| -> Vec<Box<str>> {
        let values = view.values(facet).iter().zip(&view.shown[facet]);
        values.filter(|(_, shown)| **shown & bit > 0).map(|(value, _)| value.id.clone()).collect()
    };
    assert_eq!(ids(&|facet| shown(facet, ON_TIMELINE)), ids(&|facet| of(&timeline.facets, facet)));
    assert_eq!(ids(&|facet| shown(facet, IN_DECK)), ids(&|facet| of(&deck.facets, facet)));
    for mark in &view.items {
        let item = timeline.items.iter().find(|item| item.id == mark.item);
        assert_eq!(item.is_some(), !mark.item.is_empty(), "{}", mark.id);
        assert_eq!(deck.cards.iter().any(|card| card.has_project(Some(&mark.id))), mark.goals > 0);
    }
}

#[test]
fn a_filter_brings_out_what_meets_both_facets() {
    let view = bundled(Lang::EN);
    let count = |topics: &[&str], stages: &[&str]| {
        let mut filter = OverviewFilter::default();
        filter.select(TOPIC, topics);
        filter.select(STAGE, stages);
        view.found(&filter)
    };
    let (transport, done) = (count(&["transport"], &[]), count(&[], &["achieved"]));
    let both = count(&["transport"], &["achieved"]);
    assert!(0 < both && both < done && both < transport, "{both}, {done}, {transport}");
    assert_eq!(count(&["transport", "energy"], &[]), transport + count(&["energy"], &[]));
    assert_eq!((count(&[], &[]), count(&["nothing"], &[])), (view.items.len(), 0));
    assert_eq!(Stage::ALL.iter().map(|stage| count(&[], &[stage.name()])).sum::<usize>(), view.items.len());
}

#[test]
fn the_keyboard_goes_along_rows_and_columns() {
    use Spot::{Mark, Stage, Topic};
    // Columns: complete, plan, none. Marks: a: 0 and 1 complete, 2 plan; b: 3 without a stage; c: 4 complete.
    let now = Some("now");
    let plan = plan(json!({ "projects": [
        project("p0", "a", &[("complete", now)]),
        project("p1", "a", &[("complete", now)]),
        project("p2", "a", &[("plan", now)]),
        project("p3", "b", &[]),
        project("p4", "c", &[("complete", now)]),
    ] }));
    let view = OverviewView::of(&plan, &Lang::EN);
    for (from, way, to) in [
        (Topic(0), Way::On, Mark(0)),
        (Topic(0), Way::End, Mark(2)),
        (Topic(0), Way::Back, Topic(0)),
        (Topic(0), Way::Up, Stage(0)),
        (Topic(0), Way::Down, Topic(1)),
        (Topic(2), Way::Down, Topic(2)),
        (Topic(1), Way::Start, Topic(1)),
        (Mark(1), Way::On, Mark(2)),
        (Mark(2), Way::On, Mark(2)),
        (Mark(0), Way::Back, Topic(0)),
        (Mark(2), Way::Back, Mark(1)),
        (Mark(2), Way::Start, Topic(0)),
        (Mark(0), Way::End, Mark(2)),
        (Mark(1), Way::Down, Mark(4)),
        (Mark(4), Way::Up, Mark(0)),
        (Mark(2), Way::Up, Stage(1)),
        (Mark(3), Way::Up, Mark(3)),
        (Mark(4), Way::Down, Mark(4)),
        (Stage(0), Way::On, Stage(1)),
        (Stage(1), Way::On, Stage(1)),
        (Stage(1), Way::Back, Stage(0)),
        (Stage(0), Way::End, Stage(1)),
        (Stage(1), Way::Start, Stage(0)),
        (Stage(1), Way::Down, Mark(2)),
        (Stage(0), Way::Up, Stage(0)),
    ] {
        assert_eq!(view.go(from, way), to, "{from:?} {way:?}");
    }
    for number in 0..view.values(STAGE).len() + view.values(TOPIC).len() + view.items.len() {
        assert_eq!(view.number(view.spot(number)), number);
    }
}

#[test]
fn a_thousand_projects_are_counted_at_once() {
    let projects: Vec<Value> = (0..1000)
        .map(|at| {
            let stage = Stage::ALL[at % 7].name();
            project(&format!("p{at}"), ["a", "b", "c"][at % 3], &[(stage, Some("now"))])
        })
        .collect();
    let plan = plan(json!({ "projects": projects }));
    let view = OverviewView::of(&plan, &Lang::EN);
    adds_up(&plan, &view);
    assert_eq!((view.row(0).len(), view.columns()), (334, 7));
}

#[test]
fn what_a_selected_project_says_comes_in_the_second_file() {
    for lang in [Lang::ZH, Lang::EN] {
        let view = bundled(lang);
        let [first, later] = view.json_in_two().map(|json| serde_json::from_str::<Value>(&json).unwrap());
        let mut whole = first.clone();
        let items = whole["items"].as_array_mut().unwrap().iter_mut();
        for (item, more) in items.zip(later["items"].as_array().unwrap()) {
            item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        }
        assert_eq!(OverviewView::read_from(&&whole), view);
        assert!(first["items"].as_array().unwrap().iter().all(|item| item["cite"].is_null()));
    }
}
