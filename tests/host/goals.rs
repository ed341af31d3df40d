//! The goals' view: what a card says of a goal, and that none of it is dressed up.

use std::collections::BTreeSet;

use plan_widgets::{
    DeckView, GoalGroup, GoalSort, Lang, PLAN_JSON, Plan, TimelineView, model,
    view::{
        View,
        filter::Filter,
        goals::{ARTICLE, CHAPTER, Card, DEPARTMENT, FIGURES, GoalFilter, KIND, STAGE, TOPIC},
        search::Index,
    },
};
use serde_json::{Value, json};

fn plan() -> Plan {
    Plan::from_json(PLAN_JSON).unwrap()
}

fn bundled(lang: Lang) -> DeckView {
    DeckView::of(&plan(), &lang)
}

fn card<'a>(deck: &'a DeckView, id: &str) -> &'a Card {
    deck.cards.iter().find(|card| &*card.id == id).unwrap()
}

/// The names of a card's values of a facet.
fn names<'a>(deck: &'a DeckView, card: &Card, facet: usize) -> Vec<&'a str> {
    card.facets[facet].iter().map(|index| &*deck.facets[facet][*index].name).collect()
}

fn filter(facet: usize, id: &str) -> GoalFilter {
    let mut filter = GoalFilter::default();
    filter.select(facet, &[id]);
    filter
}

#[test]
fn every_goal_has_a_card_in_the_plans_order() {
    for lang in [Lang::ZH, Lang::EN] {
        let (plan, deck) = (plan(), bundled(lang.clone()));
        let ids: Vec<_> = deck.cards.iter().map(|card| &*card.id).collect();
        assert_eq!(ids, plan.goals.iter().map(|goal| &*goal.id).collect::<Vec<_>>());
        for (goal, card) in plan.goals.iter().zip(&deck.cards) {
            assert_eq!(&*card.title, goal.title.get(lang.key()));
            assert_eq!(card.measures.len(), goal.measures.len());
            // Statuses come with progress.
            assert_eq!(card.facets.len(), GoalFilter::FACETS.len() - 1);
            assert!(!card.facets[ARTICLE].is_empty(), "{} comes from nowhere", card.id);
            assert_eq!(card.facets[KIND].len(), 1);
        }
    }
}

#[test]
fn a_card_states_no_time_that_the_plan_does_not() {
    let (plan, deck) = (plan(), bundled(Lang::ZH));
    for (goal, card) in plan.goals.iter().zip(&deck.cards) {
        let stated: Vec<_> =
            goal.horizons.iter().map(|time| time.text.as_ref().unwrap().get("zh").to_owned()).collect();
        assert_eq!(card.horizons.len(), stated.len(), "{}", card.id);
        for (horizon, stated) in card.horizons.iter().zip(stated) {
            assert!(horizon.starts_with(&*stated), "{horizon} for {stated}");
        }
    }
    // Of one goal the plan states two.
    let two: Vec<_> = deck.cards.iter().filter(|card| card.horizons.len() == 2).collect();
    assert_eq!(two.len(), 1);
    assert!(two[0].horizons.iter().any(|horizon| horizon.contains("2025")), "{:?}", two[0].horizons);
    assert!(two[0].horizons.iter().any(|horizon| horizon.contains("2035")), "{:?}", two[0].horizons);
}

#[test]
fn a_number_keeps_its_wording_its_kind_and_its_time() {
    for lang in [Lang::ZH, Lang::EN] {
        let (plan, deck) = (plan(), bundled(lang.clone()));
        let mut seen = 0;
        for (card, quantity) in
            deck.cards.iter().flat_map(|card| card.figures.iter().map(move |of| (card, of)))
        {
            let figure = plan.figures.find(&quantity.id).unwrap();
            assert_eq!(&*quantity.text, figure.text.get(lang.key()));
            assert_eq!(&*quantity.measure, figure.measure.get(lang.key()));
            assert!(!quantity.kind.is_empty(), "{}", quantity.id);
            let own = plan.goals.find(&card.id).unwrap().cite.as_ref().map(|cite| &cite.article);
            let elsewhere = figure.cite.as_ref().map(|cite| &cite.article) != own;
            assert_eq!(
                elsewhere,
                !quantity.cite.is_empty(),
                "{} cites the goal's own article, or another",
                quantity.id
            );
            let timed = figure.time.is_some() || figure.period.is_some();
            assert_eq!(timed, !quantity.when.is_empty(), "{}", quantity.id);
            seen += 1;
        }
        assert!(seen > 0);
    }
}

#[test]
fn what_was_reached_before_is_no_number_to_reach() {
    let plan = json!({
        "schema": 1,
        "languages": ["en"],
        "plan": { "id": "test", "title": { "en": "Test" }, "short": { "en": "Test" }, "period": "now", "previous": "before" },
        "periods": [
            { "id": "before", "name": { "en": "Before" }, "time": { "edtf": "2016/2020", "kind": "during" } },
            { "id": "now", "name": { "en": "Now" }, "time": { "edtf": "2021/2025", "kind": "during" } },
        ],
        "figures": [figure("reached", "result", "before"), figure("expected", "forecast", "before"), figure("wanted", "target", "now")],
        "goals": [goal("none", &[]), goal("past", &["reached", "expected"]), goal("both", &["reached", "wanted"])],
    });
    let deck = DeckView::of(&Plan::read(&plan).unwrap(), &Lang::EN);
    let unmeasured = |id: &str| !card(&deck, id).unmeasured.is_empty();
    assert_eq!(["none", "past", "both"].map(unmeasured), [true, true, false]);
    let kinds: Vec<_> =
        card(&deck, "past").figures.iter().map(|figure| (&*figure.kind, &*figure.when)).collect();
    assert_eq!(kinds, [("result", "Before"), ("forecast", "Before")]);
}

fn figure(id: &str, kind: &str, period: &str) -> Value {
    let text = |text: &str| json!({ "en": text });
    json!({ "id": id, "text": text("5 km"), "value": 5, "unit": text("km"), "measure": text("Length"), "kind": kind, "period": period })
}

fn goal(id: &str, figures: &[&str]) -> Value {
    json!({ "id": id, "kind": "article", "title": { "en": id }, "figures": figures })
}

#[test]
fn a_project_has_the_wording_of_the_goals_article() {
    let (plan, deck) = (plan(), bundled(Lang::ZH));
    for card in &deck.cards {
        for work in &card.projects {
            let project = plan.projects.find(&work.id).unwrap();
            let mention = project.mentions.iter().find(|mention| mention.verb.exact == work.verb).unwrap();
            assert!(!work.when.is_empty(), "{} in {}", work.id, card.id);
            let own = plan.goals.find(&card.id).unwrap().cite.as_ref().map(|cite| &cite.article);
            let there = |m: &&model::Mention| m.cite.as_ref().map(|cite| &cite.article) == own;
            let in_article = project.mentions.iter().any(|m| there(&m));
            assert_eq!(in_article, work.cite.is_empty(), "{} in {}", work.id, card.id);
            if !work.item.is_empty() {
                let event = plan.events.find(&work.item).unwrap();
                assert!(event.projects.iter().any(|id| **id == *work.id), "{} shows {}", work.item, work.id);
                assert_eq!(event.stage.map(model::Stage::name), Some(&*stage_of(&deck, work.stage)));
            }
            let stage = &deck.facets[STAGE][work.stage];
            assert!(
                project.mentions.iter().any(|m| m.verb.exact == work.verb && m.stage.name() == &*stage.id),
                "{} is {}, not {}",
                work.id,
                mention.stage.name(),
                stage.id
            );
            assert!(card.facets[STAGE].contains(&work.stage), "{}", work.id);
        }
        let mut works: Vec<_> = card.projects.iter().map(|work| (&work.id, work.stage)).collect();
        works.sort();
        assert!(works.windows(2).all(|pair| pair[0] != pair[1]), "{} has one twice", card.id);
        // By stage, as the card shows them.
        assert!(card.projects.is_sorted_by_key(|work| work.stage), "{}", card.id);
    }
}

fn stage_of(deck: &DeckView, index: usize) -> Box<str> {
    deck.facets[STAGE][index].id.clone()
}

#[test]
fn goals_and_the_timeline_know_of_each_other() {
    let (deck, timeline) = (bundled(Lang::ZH), TimelineView::of(&plan(), &Lang::ZH));
    let mut both = 0;
    for work in deck.cards.iter().flat_map(|card| &card.projects).filter(|work| !work.item.is_empty()) {
        let item = timeline.items.iter().find(|item| item.id == work.item).unwrap();
        assert_eq!(item.project, work.id);
        both += 1;
    }
    assert!(both > 0);
}

#[test]
fn groups_hold_every_goal_once_in_the_plans_order() {
    let deck = bundled(Lang::ZH);
    let all: Vec<usize> = (0..deck.cards.len()).collect();
    for (grouping, facet) in [(GoalGroup::Topic, TOPIC), (GoalGroup::Chapter, CHAPTER)] {
        let groups = deck.grouped(&all, grouping, GoalSort::Plan);
        assert!(groups.is_sorted_by_key(|group| group.0.unwrap_or(usize::MAX)));
        let mut items: Vec<usize> = Vec::new();
        for (value, of) in groups {
            assert!(of.iter().all(|item| deck.cards[*item].facets[facet].first().copied() == value));
            assert!(of.is_sorted());
            items.extend(of);
        }
        items.sort_unstable();
        assert_eq!(items, all);
    }
    assert_eq!(deck.grouped(&all, GoalGroup::None, GoalSort::Plan), [(None, all.clone())]);
    let sorted = |order| deck.grouped(&all, GoalGroup::None, order).remove(0).1;
    let projects: Vec<usize> =
        sorted(GoalSort::Projects).iter().map(|item| deck.cards[*item].projects.len()).collect();
    assert!(projects.is_sorted_by(|a, b| a >= b) && projects[0] > 0, "{projects:?}");
    let figures: Vec<usize> =
        sorted(GoalSort::Figures).iter().map(|item| deck.cards[*item].figures.len()).collect();
    assert!(figures.is_sorted_by(|a, b| a >= b) && figures[0] > 0, "{figures:?}");
}

/// A figure that is of another stands with that one; whatever a plan says of which is of which, none is lost or doubled.
#[test]
fn figures_stand_with_what_they_are_of() {
    let json: Value = serde_json::from_str(PLAN_JSON).unwrap();
    let figures = |ofs: [Option<&str>; 3]| {
        let mut json = json.clone();
        let one = json["figures"][0].clone();
        let figure = |id: &str, of: Option<&str>| {
            let mut figure = one.clone();
            (figure["id"], figure["kind"], figure["of"]) = (json!(id), json!("scale"), json!(of));
            if of.is_none() {
                figure.as_object_mut().unwrap().remove("of");
            }
            figure
        };
        let made: Vec<Value> = ["a", "b", "c"].into_iter().zip(ofs).map(|(id, of)| figure(id, of)).collect();
        json["figures"].as_array_mut().unwrap().extend(made);
        json["goals"][0]["figures"] = json!(["a", "b", "c"]);
        let deck = DeckView::of(&Plan::read(&json).unwrap(), &Lang::EN);
        let card = &deck.cards[0];
        assert_eq!(card.quantities().count(), 3, "{ofs:?}");
        assert_eq!(card.size(FIGURES), card.figures.len(), "{ofs:?}");
        let shown = card.figures.iter().map(|figure| {
            let with: String = figure.with.iter().map(|with| &*with.id).collect();
            if with.is_empty() { figure.id.to_string() } else { format!("{}({with})", figure.id) }
        });
        shown.collect::<Vec<_>>().join(" ")
    };
    for (ofs, expected) in [
        ([None, None, None], "a b c"),
        ([None, Some("a"), Some("a")], "a(bc)"),
        ([Some("c"), None, None], "b c(a)"),
        // A chain, a circle, and one that isn't this goal's.
        ([None, Some("a"), Some("b")], "a(b) c"),
        ([Some("b"), Some("a"), None], "a b c"),
        ([Some("a"), None, None], "a b c"),
        ([Some("gdp-2020"), None, None], "a b c"),
    ] {
        assert_eq!(figures(ofs), expected, "{ofs:?}");
    }
}

/// Both times of one goal, each with how much the plan wants by then.
#[test]
fn a_deck_says_how_many_projects_are_on_none_of_its_cards() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    let served: BTreeSet<&str> = plan.goals.iter().flat_map(|goal| &goal.projects).map(|id| &**id).collect();
    let left = plan.projects.iter().filter(|project| !served.contains(&*project.id)).count();
    let notice = bundled(Lang::EN).notice;
    assert!(left > 0 && notice.ends_with(&format!("linked to no goal: {left}.")), "{notice}");
}

#[test]
fn a_horizon_says_what_is_to_be_reached_only_for_the_most_part() {
    for (lang, expected) in [
        (Lang::ZH, ["五年内（到2025年）（基本）", "二〇三五年（到2035年）"]),
        (Lang::EN, ["within five years (by 2025), basically", "2035 (by 2035)"]),
    ] {
        let deck = bundled(lang);
        let card = deck.cards.iter().find(|card| *card.id == *"subcentre-city").unwrap();
        assert_eq!(card.horizons.iter().map(|when| &**when).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn every_figure_of_the_bundled_plan_stands_in_a_widget() {
    let plan = plan();
    let in_goals = plan.goals.iter().flat_map(|goal| &goal.figures);
    let shown: BTreeSet<&str> =
        in_goals.chain(plan.events.iter().flat_map(|event| &event.figures)).map(|id| &**id).collect();
    let missing: Vec<_> =
        plan.figures.iter().filter(|figure| !shown.contains(&*figure.id)).map(|figure| &figure.id).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// What comes first and what comes later make up the whole, and the first alone knows how much is to come.
#[test]
fn a_deck_in_two_files_is_the_deck() {
    for lang in [Lang::ZH, Lang::EN] {
        let deck = bundled(lang);
        let [first, later] = deck.json_in_two().map(|json| serde_json::from_str::<Value>(&json).unwrap());
        let bare = DeckView::read_from(&&first);
        for (card, whole) in bare.cards.iter().zip(&deck.cards) {
            assert!(whole.is_whole() && (!card.is_whole() || *card == *whole), "{}", card.id);
            assert_eq!((&card.sizes, &card.counts), (&whole.sizes, &whole.counts));
            assert_eq!(card.projects.len(), whole.projects.len());
        }
        let mut made = first.clone();
        made["terms"] = later["terms"].clone();
        for (card, more) in
            made["cards"].as_array_mut().unwrap().iter_mut().zip(later["cards"].as_array().unwrap())
        {
            card.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        }
        assert_eq!(DeckView::read_from(&&made), deck);
    }
}

#[test]
fn a_project_of_two_goals_is_summed_once() {
    let deck = bundled(Lang::ZH);
    let all: Vec<usize> = (0..deck.cards.len()).collect();
    let mut works: Vec<_> =
        deck.cards.iter().flat_map(|card| &card.projects).map(|work| (work.stage, &work.id)).collect();
    let mentioned = works.len();
    works.sort();
    works.dedup();
    assert_eq!(deck.projects(&all).0.iter().sum::<usize>(), works.len());
    let ids: BTreeSet<&str> = works.iter().map(|work| &**work.1).collect();
    assert_eq!(deck.projects(&all).1, ids.len());
    assert!(ids.len() < works.len());
    assert!(works.len() < mentioned);
    for (item, card) in deck.cards.iter().enumerate() {
        assert_eq!(
            deck.projects(&[item]).0.iter().sum::<usize>(),
            card.counts.iter().sum::<usize>(),
            "{}",
            card.id
        );
    }
}

#[test]
fn copied_text_keeps_each_number_its_kind_its_time_and_the_source() {
    for lang in [Lang::ZH, Lang::EN] {
        let deck = bundled(lang.clone());
        for card in &deck.cards {
            let text = deck.text(card);
            assert!(text.starts_with(&*card.title));
            for figure in &card.figures {
                let line = text.lines().find(|line| line.starts_with(&*figure.measure)).unwrap();
                assert!(
                    [&figure.text, &figure.kind, &figure.when].iter().all(|part| line.contains(&***part)),
                    "{line}"
                );
            }
            for part in card.horizons.iter().chain(&card.measures).chain([
                &card.unmeasured,
                &deck.title,
                &deck.notice,
            ]) {
                assert!(text.contains(&**part), "{text}\nlacks {part}");
            }
            for work in &card.projects {
                let stage = &*deck.facets[STAGE][work.stage].name;
                let begins = format!("- {}", work.name);
                assert!(
                    text.lines().any(|line| line.starts_with(&begins) && line.contains(stage)),
                    "{text}\nlacks {} in the stage {stage}",
                    work.name
                );
            }
            for article in names(&deck, card, ARTICLE) {
                assert!(text.contains(article));
            }
        }
    }
}

#[test]
fn departments_are_marked_as_inferred() {
    for (lang, mark) in [(Lang::ZH, "按职责推断"), (Lang::EN, "inferred from its remit")] {
        let deck = bundled(lang.clone());
        assert!(!deck.facets[DEPARTMENT].is_empty());
        assert!(deck.facets[DEPARTMENT].iter().all(|department| department.name.contains(mark)));
    }
}

#[test]
fn filters_count_what_they_leave() {
    let deck = bundled(Lang::ZH);
    let all = GoalFilter::default().found(&deck.facets, &deck.cards, &Index::default());
    assert_eq!(all.items.len(), deck.cards.len());
    for facet in [TOPIC, STAGE, ARTICLE, CHAPTER, DEPARTMENT, KIND] {
        for (index, value) in deck.facets[facet].iter().enumerate() {
            let found = filter(facet, &value.id).found(&deck.facets, &deck.cards, &Index::default());
            assert_eq!(
                all.counts[facet][index],
                found.items.len(),
                "{} {}",
                GoalFilter::FACETS[facet],
                value.id
            );
            assert!(!found.items.is_empty(), "nobody has {} {}", GoalFilter::FACETS[facet], value.id);
        }
    }
    let query = GoalFilter { query: "高铁".into(), ..GoalFilter::default() };
    let found = query.found(&deck.facets, &deck.cards, &Index::default());
    assert!(!found.items.is_empty() && found.items.len() < deck.cards.len());
}

#[test]
fn a_search_finds_what_stands_in_one_text() {
    let deck = bundled(Lang::ZH);
    let card = &deck.cards[0];
    let (title, summary) = (&*card.title, &*card.summary);
    let last = title.chars().last().unwrap();
    let first = summary.chars().next().unwrap();
    let index = Index::default();
    let found = |query: &str| {
        let query = GoalFilter { query: query.into(), ..GoalFilter::default() };
        query.found(&deck.facets, &deck.cards, &index).items
    };
    assert!(found(title).contains(&0));
    assert!(found(summary).contains(&0));
    assert!(!found(&format!("{title}{summary}")).contains(&0));
    assert!(!found(&format!("{last}{first}")).contains(&0), "{last}{first}");
}

#[test]
fn a_deck_is_read_as_it_was_written() {
    for lang in [Lang::ZH, Lang::EN] {
        let deck = bundled(lang.clone());
        let value = serde_json::to_value(&deck).unwrap();
        assert_eq!(DeckView::read_from(&&value), deck);
    }
}

#[test]
fn the_transport_goal_reads_as_the_plan_has_it() {
    let deck = bundled(Lang::ZH);
    let card = deck
        .cards
        .iter()
        .find(|card| names(&deck, card, ARTICLE).iter().any(|a| a.starts_with("第七条")))
        .unwrap();
    assert_eq!(names(&deck, card, TOPIC)[0], "交通");
    assert!(card.projects.iter().any(|work| &*work.name == "广湛高铁" && &*work.verb == "建成"), "{card:#?}");
}
