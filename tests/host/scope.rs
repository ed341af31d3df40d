//! What a page chooses of a widget: items, a stretch of time, how many, in which order, with which heading and controls.

use plan_widgets::{
    DeckView, GlossaryView, Lang, PLAN_JSON, Plan, TimelineFilter, TimelineScope, TimelineSort, TimelineView,
    model::{Choice as _, Problems, Stage},
    view::{
        filter::Filter,
        glossary::GlossarySort,
        search::Index,
        timeline::{STAGE, Shape, TOPIC, scale::Window, scope::days},
    },
};
use plan_widgets_element::render::{Form, Renderer, Wanted};

fn plan() -> Plan {
    Plan::from_json(PLAN_JSON).unwrap()
}

fn timeline() -> TimelineView {
    TimelineView::of(&plan(), &Lang::EN)
}

fn ids(view: &TimelineView) -> Vec<&str> {
    view.items.iter().map(|item| &*item.id).collect()
}

/// The static content of a widget in a form.
fn content(widget: &str, attributes: &[(&str, &str)], form: Form) -> Result<String, Problems> {
    let attributes = [&[("lang", "en")], attributes].concat();
    Renderer::new(plan()).content(Wanted::new(widget, &attributes)?, form)
}

fn plain(widget: &str, attributes: &[(&str, &str)]) -> String {
    content(widget, attributes, Form::Light).unwrap()
}

/// What stands in HTML of items, cards or terms, by their ids.
fn shown(html: &str) -> Vec<&str> {
    html.split("data-item=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The ids of what a scope leaves, in order.
fn left<'a>(scope: &TimelineScope, view: &'a TimelineView) -> Vec<&'a str> {
    scope.order(view).0.into_iter().map(|index| &*view.items[index].id).collect()
}

#[test]
fn picked_items_stand_in_their_order_without_headings() {
    let whole = timeline();
    let all = ids(&whole);
    let scope =
        TimelineScope { items: [all[30], all[3], all[7]].map(Into::into).into(), ..TimelineScope::default() };
    assert_eq!(left(&scope, &whole), [all[30], all[3], all[7]]);
    let picked = [all[30], all[3], all[7]].join(" ");
    let html = plain("timeline", &[("items", &*picked)]);
    assert!(!html.contains("part=\"group-title\""), "{html}");
    assert!(plain("timeline", &[]).contains("part=\"group-title\""));
    // Works without a date can't be asked for.
    let waiting =
        |attributes: &[(&str, &str)]| content("timeline", attributes, Form::Linked("x.css")).unwrap();
    assert!(waiting(&[]).contains("data-do=\"undated\""));
    assert!(!waiting(&[("items", &*picked)]).contains("data-do=\"undated\""));
}

#[test]
fn facets_have_what_is_left() {
    let whole = timeline();
    let stage =
        |index: usize| whole.items[index].facets[STAGE].first().map(|stage| &*whole.facets[STAGE][*stage].id);
    let all = ids(&whole);
    let of =
        |name: &str| (0..all.len()).filter(|index| stage(*index) == Some(name)).take(7).collect::<Vec<_>>();
    let (name, picked) =
        Stage::NAMES.iter().map(|name| (*name, of(name))).find(|(_, of)| of.len() == 7).unwrap();
    let other = if name == "start" { Stage::Achieved } else { Stage::Start };
    let few = picked.iter().map(|index| all[*index]).collect::<Vec<_>>().join(" ");
    let html = content("timeline", &[("items", &*few), ("controls", "all")], Form::Linked("x.css")).unwrap();
    let legend = html.split("part=\"legend\"").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap();
    let shown: Vec<&str> =
        legend.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(shown, [name]);
    assert!(legend.contains("<small>7</small>"), "{legend}");
    let meanings =
        html.split("part=\"meanings\"").nth(1).and_then(|rest| rest.split("</dl>").next()).unwrap();
    let means = |name: &str| meanings.contains(&format!("data-stage=\"{name}\""));
    assert!(means(name) && !means(other.name()));
    // What was counted before the filter is shown with it as well, with its counts.
    let found = TimelineFilter { stages: vec![other], ..TimelineFilter::default() }.found_among(
        &picked,
        &whole.facets,
        &whole.items,
        &Index::default(),
    );
    assert!(found.items.is_empty());
    assert_eq!(found.all[STAGE].iter().sum::<usize>(), 7);
    assert_eq!(found.all[STAGE], found.counts[STAGE]);
    assert!(
        found.counts[TOPIC].iter().all(|count| *count == 0)
            && found.all[TOPIC].iter().any(|count| *count > 0)
    );
}

#[test]
fn a_stretch_of_time_has_what_overlaps_it() {
    let whole = timeline();
    for (from, to) in [(Some("2020"), Some("2020")), (Some("2026"), None), (None, Some("2019-12-31"))] {
        let scope = TimelineScope {
            from: from.and_then(days).map(|days| days.0),
            to: to.and_then(days).map(|days| days.1),
            ..TimelineScope::default()
        };
        let (order, drops_timeless) = scope.order(&whole);
        assert!(!order.is_empty() && order.len() < whole.items.len(), "{from:?} {to:?}");
        for item in &whole.items {
            let begins = item.first.or(item.last.and_then(|last| whole.begin_of(last)));
            let known = (item.first, item.last) != (None, None);
            let within = known
                && scope.from.is_none_or(|from| item.last.is_none_or(|last| last >= from))
                && scope.to.is_none_or(|to| begins.is_none_or(|first| first <= to));
            assert_eq!(left(&scope, &whole).contains(&&*item.id), within, "{} in {from:?} {to:?}", item.id);
        }
        let axis = Window::within_scope(&whole, &scope, &order);
        assert!(scope.from.is_none_or(|from| axis.start >= f64::from(from)), "{axis:?}");
        assert!(scope.to.is_none_or(|to| axis.end <= f64::from(to) + 1.0), "{axis:?}");
        let timeless = whole.items.iter().any(|item| item.shape == Shape::Timeless);
        assert_eq!(drops_timeless, timeless);
    }
    let all = TimelineScope::default();
    assert_eq!(Window::within_scope(&whole, &all, &all.order(&whole).0), Window::of(&whole));
    assert_eq!(left(&all, &whole), ids(&whole));
}

#[test]
fn the_newest_come_first_in_their_groups() {
    let whole = timeline();
    let newest = TimelineScope { sort: TimelineSort::Newest, ..TimelineScope::default() };
    let timed = whole.items.iter().filter(|item| (item.first, item.last) != (None, None)).count();
    let mut turned = ids(&whole)[..timed].to_vec();
    turned.reverse();
    assert_eq!(left(&newest, &whole)[..timed], turned);
    assert_eq!(left(&newest, &whole)[timed..], ids(&whole)[timed..]);
    let html = content("timeline", &[("sort", "newest")], Form::Linked("x.css")).unwrap();
    assert!(html.contains("data-do=\"undated\"") && html.contains("part=\"group-title\""));
}

#[test]
fn picked_goals_and_terms_stand_in_their_order() {
    let deck = DeckView::of(&plan(), &Lang::EN);
    assert_eq!(deck.picked(&[(&*deck.cards[20].id).into(), (&*deck.cards[2].id).into()]), [20, 2]);
    assert_eq!(deck.picked(&[]).len(), deck.cards.len());
    let glossary = GlossaryView::of(&plan(), &Lang::EN);
    let picked: Vec<_> = [7, 0, 3].iter().map(|index| (&*glossary.entries[*index].id).into()).collect();
    let among = glossary.picked(&picked);
    assert_eq!(among, [7, 0, 3]);
    // By name as all of them are.
    let all = glossary.found("", GlossarySort::Name, &Index::default()).0;
    let some = glossary.found_among(&among, "", GlossarySort::Name, &Index::default()).0;
    assert_eq!(some, all.into_iter().filter(|index| among.contains(index)).collect::<Vec<_>>());
    assert_eq!(glossary.found_among(&among, "", GlossarySort::Plan, &Index::default()).0, [7, 0, 3]);
    // A search finds what is picked and nothing else.
    let query = &*glossary.entries[3].name;
    let found = |among: &[usize]| glossary.found_among(among, query, GlossarySort::Plan, &Index::default()).0;
    assert_eq!((found(&among).contains(&3), found(&[7, 0]).contains(&3)), (true, false));
    // Rows of a table of picked goals stand as the page has them, or the other way round.
    let mut items = vec![20, 2, 5];
    deck.sort_by_column(&mut items, 0, false);
    assert_eq!(items, [20, 2, 5]);
    deck.sort_by_column(&mut items, 0, true);
    assert_eq!(items, [5, 2, 20]);
}

#[test]
fn what_is_wrong_with_a_choice_is_said() {
    for (widget, attributes, problem) in [
        (
            "timeline",
            &[("from", "2021/2022")][..],
            "from: expected a date, such as 2021, 2021-06 or 2021-06-15, found \"2021/2022\"",
        ),
        (
            "timeline",
            &[("to", "2021-13")],
            "to: expected a date, such as 2021, 2021-06 or 2021-06-15, found \"2021-13\"",
        ),
        (
            "timeline",
            &[("from", "2025"), ("to", "2021")],
            "to: expected a date that is not before from, found \"2021\"",
        ),
        (
            "timeline",
            &[("items", "adoption adoptoin")],
            "items: expected ids of items, separated by spaces, found \"adoptoin\"; did you mean \"adoption\"?",
        ),
        ("timeline", &[("limit", "0")], "limit: expected a whole number, 1 or more, found \"0\""),
        ("timeline", &[("limit", "-3")], "limit: expected a whole number, 1 or more, found \"-3\""),
        (
            "timeline",
            &[("sort", "newst")],
            "sort: expected one of oldest, newest, found \"newst\"; did you mean \"newest\"?",
        ),
        (
            "timeline",
            &[("controls", "search filtrs")],
            "controls: expected words separated by spaces, any of auto, all, none, search, filters, legend, layouts, count, zoom, menu, found \"filtrs\"; did you mean \"filters\"?",
        ),
        (
            "goal-deck",
            &[("goals", "transport-hubs")],
            "goals: expected ids of goals, separated by spaces, found \"transport-hubs\"; did you mean \"transport-hub\"?",
        ),
        (
            "glossary",
            &[("terms", "five-dragon")],
            "terms: expected ids of terms, separated by spaces, found \"five-dragon\"; did you mean \"five-dragons\"?",
        ),
    ] {
        let problems = content(widget, attributes, Form::Light).unwrap_err();
        assert_eq!(problems.text(&Lang::EN), problem);
    }
}

#[test]
fn static_html_has_what_was_chosen() {
    let timeline = timeline();
    let all = ids(&timeline);
    let picked = [all[9], all[2]].join(" ");
    let deck = DeckView::of(&plan(), &Lang::EN);
    let goals = [&*deck.cards[5].id, &*deck.cards[1].id];
    for (widget, attributes, items, said) in [
        ("timeline", &[("limit", "5")][..], all[..5].to_vec(), &format!("Shown: 5 of {}", all.len())),
        (
            "timeline",
            &[("items", &*picked)],
            vec![all[9], all[2]],
            &format!("Shown: 2 of {} · this page shows a selection", all.len()),
        ),
        (
            "timeline",
            &[("items", &*picked), ("limit", "1")],
            vec![all[9]],
            &format!("Shown: 1 of {} · this page shows a selection", all.len()),
        ),
        (
            "goal-deck",
            &[("goals", &*goals.join(" "))],
            goals.to_vec(),
            &format!("Shown: 2 of {} · this page shows a selection", deck.cards.len()),
        ),
        (
            "glossary",
            &[("terms", "five-dragons"), ("lang", "en")],
            vec!["five-dragons"],
            &"Shown: 1 of 13 · this page shows a selection".into(),
        ),
        ("glossary", &[("limit", "3")], Vec::new(), &"Shown: 3 of 13".into()),
        // Without a button to be pressed the count says that a limit leaves out some of what was found.
        (
            "timeline",
            &[("topic", "energy"), ("limit", "3")],
            Vec::new(),
            &"Items found: 4 of 90 · Shown: 3 of 4".into(),
        ),
        (
            "goal-deck",
            &[("topic", "energy"), ("limit", "1")],
            Vec::new(),
            &"Goals found: 3 of 65 · Shown: 1 of 3".into(),
        ),
        ("glossary", &[("query", "five"), ("limit", "1")], Vec::new(), &" of 13 · Shown: 1 of ".into()),
        // What the page has chosen may have nothing: that is no word about the plan.
        (
            "timeline",
            &[("items", "adoption"), ("from", "2030")],
            Vec::new(),
            &"<p part=\"none\">No item meets all of these conditions.</p>".into(),
        ),
        (
            "timeline",
            &[("to", "1900")],
            Vec::new(),
            &"<p part=\"none\">No item meets all of these conditions.</p>".into(),
        ),
    ] {
        for form in [Form::Light, Form::Linked("x.css")] {
            let html = content(widget, attributes, form).unwrap();
            let found = shown(&html);
            if !items.is_empty() {
                assert_eq!(found, items, "{widget} {attributes:?}");
            }
            assert!(html.contains(&**said), "{widget} {attributes:?}: {said}");
        }
    }
    assert_eq!(shown(&plain("glossary", &[("limit", "3")])).len(), 3);
    // An item that is selected is among those shown, and so are all before it.
    assert_eq!(shown(&plain("timeline", &[("limit", "5"), ("item", all[8])])), all);
}

#[test]
fn a_heading_can_be_another_or_none() {
    for widget in ["timeline", "goal-deck", "glossary", "overview"] {
        let own = plain(widget, &[]);
        assert!(own.contains("<h2 part=\"heading\"") && !own.contains("role=\"region\""), "{widget}");
        let another = plain(widget, &[("heading", " Our <b>roads</b> ")]);
        assert!(
            another.contains("<h2 part=\"heading\">Our &lt;b&gt;roads&lt;/b&gt;</h2>"),
            "{widget}: {another}"
        );
        let none = plain(widget, &[("heading", "")]);
        assert!(!none.contains("part=\"heading\""), "{widget}");
        assert!(none.contains("role=\"region\" aria-label=\""), "{widget}");
        // Headings within take the rank of the one that isn't there.
        for level in 3..6 {
            let [before, after] = [(&own, level), (&none, level - 1)]
                .map(|(html, level)| html.matches(&format!("<h{level} ")).count());
            assert_eq!(after, before, "{widget} h{level}");
        }
    }
}

#[test]
fn controls_are_those_that_were_chosen() {
    let waiting =
        |attributes: &[(&str, &str)]| content("timeline", attributes, Form::Linked("x.css")).unwrap();
    let timeline = timeline();
    let few = ids(&timeline)[..6].join(" ");
    let several = ids(&timeline)[..7].join(" ");
    let (search, filters, legend, layouts, count, button) = (
        "part=\"search\"",
        "part=\"facets\"",
        "part=\"legend\"",
        "part=\"layouts\"",
        "part=\"count\"",
        "part=\"filters\"",
    );
    let parts = [search, filters, legend, layouts, count, button];
    for (attributes, there) in [
        (&[][..], &parts[..]),
        (&[("items", &*several)], &parts),
        (&[("items", &*few)], &[legend, layouts, count]),
        (&[("controls", "all")], &parts[..5]),
        (&[("controls", "all"), ("items", &*few)], &parts[..5]),
        (&[("controls", "none")], &[]),
        // What is left out is said all the same.
        (&[("controls", "none"), ("limit", "3")], &[count]),
        (&[("controls", "legend search")], &[search, legend]),
    ] {
        let html = waiting(attributes);
        for part in parts {
            assert_eq!(html.contains(part), there.contains(&part), "{part} of {attributes:?}");
        }
        assert!(html.contains("part=\"meanings\""), "{attributes:?}");
    }
    // The button says what is chosen behind it: not the stages, which stand in the legend.
    let button = |attributes| {
        let html = waiting(attributes);
        let (_, rest) = html.split_once("part=\"filters\"").unwrap();
        rest.split_once('>').unwrap().1.split_once("</button>").unwrap().0.to_owned()
    };
    assert_eq!(button(&[("topic", "transport energy")]), "Filters <small>Transport, Energy</small>");
    assert_eq!(button(&[("stage", "plan")]), "Filters");
}

#[test]
fn what_is_said_of_a_page_speaks_of_what_is_shown() {
    let renderer = Renderer::new(plan());
    let timeline = timeline();
    let picked = [&*timeline.items[9].id, &*timeline.items[2].id].join(" ");
    for (widget, attributes, text) in [
        ("timeline", &[("lang", "en"), ("items", &*picked)][..], "Items: 2 · "),
        ("goal-deck", &[("lang", "en"), ("goals", "transport-hub")], "Goals: 1 · "),
        ("glossary", &[("lang", "en"), ("terms", "five-dragons")], "Terms: 1 · Five Dragons"),
    ] {
        let (summary, data) = renderer.about(Wanted::new(widget, attributes).unwrap()).unwrap();
        assert!(summary.text.starts_with(text), "{widget}: {}", summary.text);
        if widget == "glossary" {
            assert_eq!(data["hasDefinedTerm"].as_array().map(Vec::len), Some(1));
        }
    }
}
