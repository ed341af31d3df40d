//! The table of public names, the attributes' reading, and the words in two languages.

use std::rc::Rc;

use plan_widgets::{
    Arrangement, ColorScheme, Glossary, GlossaryFilter, GlossarySelection, GlossarySort, GoalDeck,
    GoalFilter, GoalGroup, GoalKind, GoalSort, Lang, Layout, Liveness, PLAN_JSON, Plan, Selection, Source,
    Stage, Theme, Timeline, TimelineFilter, Variant,
    model::Phrase,
    ui::MARKS,
    view::{View, filter::Filter},
};
use plan_widgets_element::{
    explain::explain,
    reader::Reader,
    spec::{CUSTOM_PROPERTIES, ERRORS, EVENTS, Kind, camel_case},
    widget::{Frame, Properties, Shown, Widget},
    widgets::{ELEMENTS, GoalCard},
};

/// What a widget makes of attributes in the language that they name, as the shell has it: properties and problems.
fn read<W: Widget>(attributes: &[(&str, &str)]) -> (Option<Properties<W>>, Vec<String>) {
    let get =
        |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    let lang = get("lang").and_then(|tag| Lang::best(&tag, &plan.languages).cloned()).unwrap_or(Lang::ZH);
    let view = Rc::new(W::View::of(&plan, &lang));
    let frame = Frame { liveness: Liveness::Live, link_prefix: None, open: String::new(), print: false };
    let callbacks = W::Callbacks::default();
    let mut read = Reader::new(&get);
    let source = Source::View(view.clone());
    let props = W::props(Shown { view: &view, source, callbacks: &callbacks, frame }, &mut read);
    let problems = read.refused.iter().map(|each| explain(each.name, &each.value, &each.known).to_string());
    (props, problems.collect())
}

#[test]
fn attributes_are_read() {
    let (props, problems) = read::<Glossary>(&[
        ("lang", "en-GB"),
        ("query", "dragons"),
        ("term", "five-dragons"),
        ("sort", "name"),
        ("heading-level", "3"),
        ("color-scheme", "dark"),
        ("theme", "ink"),
    ]);
    let props = props.unwrap();
    assert_eq!(props.lang, Lang::EN);
    assert_eq!(props.default_filter, GlossaryFilter { query: "dragons".into() });
    assert_eq!(props.default_selection.term.as_deref(), Some("five-dragons"));
    assert_eq!(props.default_sort, GlossarySort::Name);
    assert_eq!((props.heading_level, props.color_scheme), (3, Some(ColorScheme::Dark)));
    assert_eq!(props.theme, Some(Theme::Ink));
    assert_eq!(problems, [""; 0]);
}

#[test]
fn what_is_not_said_has_a_default() {
    let (props, problems) = read::<Glossary>(&[]);
    let props = props.unwrap();
    assert_eq!((props.lang, props.heading_level, props.color_scheme), (Lang::ZH, 2, None));
    assert_eq!(props.default_filter, GlossaryFilter::default());
    assert_eq!(props.default_selection, GlossarySelection::default());
    assert_eq!((props.filter, props.sort, props.selection), (None, None, None));
    assert_eq!(problems, [""; 0]);
}

#[test]
fn attributes_of_goals_are_read() {
    let (props, problems) = read::<GoalDeck>(&[
        ("lang", "en"),
        ("goal", "transport-hub"),
        ("project", "zhanjiang-port"),
        ("chapter", "3 4"),
        ("kind", "vision"),
        ("group", "topic"),
        ("sort", "figures"),
        ("variant", "full"),
        ("show", "departments"),
        ("department", "transprt"),
    ]);
    let props = props.unwrap();
    assert_eq!(props.lang, Lang::EN);
    let selection =
        Selection { goal: Some("transport-hub".into()), project: Some("zhanjiang-port".into()), item: None };
    assert_eq!(props.default_selection, selection);
    let filter = GoalFilter {
        chapters: vec!["3".into(), "4".into()],
        kinds: vec![GoalKind::Vision],
        ..GoalFilter::default()
    };
    assert_eq!(props.default_filter, filter);
    assert_eq!(
        props.default_arrangement,
        Arrangement { group: GoalGroup::Topic, sort: GoalSort::Figures, ..Arrangement::default() }
    );
    assert_eq!((props.variant, props.departments, props.only), (Variant::Full, true, None));
    assert_eq!(
        problems,
        [
            "department: expected ids of department, separated by spaces, found \"transprt\"; did you mean \"transport\"?"
        ]
    );
}

#[test]
fn a_card_needs_a_goal() {
    let (props, problems) = read::<GoalCard>(&[("goal", "transport-hub"), ("project", "zhanjiang-port")]);
    let props = props.unwrap();
    assert_eq!(
        (props.only.as_deref(), props.variant, props.heading_level),
        (Some("transport-hub"), Variant::Full, 3)
    );
    assert_eq!(props.default_selection.project.as_deref(), Some("zhanjiang-port"));
    assert_eq!(problems, [""; 0]);
    for (attributes, problem) in [
        (&[][..], "goal: expected the id of a goal, found nothing"),
        (
            &[("goal", "transport-hob")],
            "goal: expected the id of a goal, found \"transport-hob\"; did you mean \"transport-hub\"?",
        ),
    ] {
        let (props, problems) = read::<GoalCard>(attributes);
        assert_eq!((props, problems), (None, vec![problem.into()]));
    }
}

#[test]
fn attributes_of_a_timeline_are_read() {
    let (props, problems) = read::<Timeline>(&[
        ("layout", "story"),
        ("topic", " transport  energy"),
        ("stage", "complete"),
        ("article", "7"),
        ("item", "adoption"),
    ]);
    let props = props.unwrap();
    assert_eq!(props.default_layout, Layout::Story);
    let filter = TimelineFilter {
        topics: vec!["transport".into(), "energy".into()],
        stages: vec![Stage::Complete],
        articles: vec!["7".into()],
        ..TimelineFilter::default()
    };
    assert_eq!(props.default_filter, filter);
    assert_eq!(props.default_selection.item.as_deref(), Some("adoption"));
    assert_eq!(problems, [""; 0]);
}

#[test]
fn of_several_values_the_valid_ones_are_kept() {
    let (props, problems) = read::<Timeline>(&[("topic", "transprt energy"), ("item", "adopted")]);
    let props = props.unwrap();
    assert_eq!(props.default_filter.topics, ["energy".into()]);
    assert_eq!(props.default_selection, Selection::default());
    assert_eq!(
        problems,
        [
            "topic: expected ids of topic, separated by spaces, found \"transprt\"; did you mean \"transport\"?",
            "item: expected the id of an item, found \"adopted\"; did you mean \"adoption\"?",
        ]
    );
}

#[test]
fn what_is_not_valid_is_named_and_left_out() {
    let (usual, _) = read::<Glossary>(&[]);
    for (name, value, expected) in [
        (
            "term",
            "five-dragon",
            "term: expected the id of a term, found \"five-dragon\"; did you mean \"five-dragons\"?",
        ),
        ("heading-level", "7", "heading-level: expected a whole number from 1 to 6, found \"7\""),
        ("heading-level", "two", "heading-level: expected a whole number from 1 to 6, found \"two\""),
        (
            "color-scheme",
            "drak",
            "color-scheme: expected one of light, dark, found \"drak\"; did you mean \"dark\"?",
        ),
    ] {
        let (props, problems) = read::<Glossary>(&[(name, value)]);
        assert_eq!(problems, [expected], "{name}={value}");
        let (props, usual) = (props.unwrap(), usual.clone().unwrap());
        assert_eq!(
            (props.lang, props.default_selection, props.heading_level, props.color_scheme),
            (usual.lang, usual.default_selection, usual.heading_level, usual.color_scheme),
            "{name}={value}"
        );
    }
}

#[test]
fn facets_are_attributes() {
    fn has<F: Filter>(tag: &str) {
        let element = ELEMENTS.iter().find(|element| element.tag == tag).unwrap();
        let facets = element.attributes.iter().filter(|attribute| attribute.kind == Kind::Facet);
        assert_eq!(facets.map(|attribute| attribute.name).collect::<Vec<_>>(), F::FACETS, "{tag}");
    }
    has::<TimelineFilter>("plan-timeline");
    has::<GoalFilter>("plan-goal-deck");
}

#[test]
fn what_events_write_are_attributes_and_members() {
    for element in ELEMENTS {
        for emits in element.events {
            let event = EVENTS.iter().find(|event| event.name == emits.event).expect(emits.event);
            for attribute in emits.writes {
                let known = |name: &str| name.trim_end_matches('?') == attribute.name;
                assert!(
                    event.members.iter().any(|(name, ..)| known(name)),
                    "{}: {}",
                    event.name,
                    attribute.name
                );
                let has = element.attributes.iter().any(|known| known.name == attribute.name);
                assert!(has, "{}: {}", element.tag, attribute.name);
            }
        }
        let links = element.attributes.iter().any(|attribute| attribute.name == "deep-link");
        assert_eq!(links, element.item.is_some(), "{}", element.tag);
    }
}

#[test]
fn names_are_those_of_one_family() {
    let lower = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    for element in ELEMENTS {
        assert!(element.tag.starts_with("plan-") && lower(element.tag), "{}", element.tag);
        assert!(element.attributes.iter().all(|attribute| lower(attribute.name)));
        assert!(element.parts.iter().all(|part| lower(part.name)));
    }
    assert!(EVENTS.iter().all(|event| event.name.starts_with("plan-") && lower(event.name)));
    assert!(ERRORS.iter().all(|error| lower(error.name)));
    assert!(CUSTOM_PROPERTIES.iter().all(|property| property.name.starts_with("--plan-")));
    assert_eq!((&*camel_case("heading-level"), &*camel_case("src")), ("headingLevel", "src"));
}

/// CSS without its comments, each run of white space a space, and none inside a bracket's edges.
fn plain(css: &str) -> String {
    let code: String =
        css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code)).collect();
    let words: Vec<_> = code.split_whitespace().collect();
    words.join(" ").replace("( ", "(").replace(" )", ")")
}

/// What stands before each block: at-rules, and selectors one by one.
fn preludes(css: &str) -> Vec<String> {
    let css = plain(css);
    let mut found = Vec::new();
    for before in css.split('{').map(|part| part.rsplit(['}', ';']).next().unwrap_or_default().trim()) {
        let mut depth = 0;
        let mut start = 0;
        // A comma inside `:is(a, b)` or of an at-rule separates no selectors.
        for (at, c) in before.char_indices().chain([(before.len(), ',')]) {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => depth -= 1,
                ',' if depth == 0 && (at == before.len() || !before.starts_with('@')) => {
                    found.push(before[start..at].trim().to_owned());
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    found.pop(); // what follows the last block
    found
}

#[test]
fn preludes_are_selectors_and_at_rules() {
    let css = "/* a, b { */ .a,\n.b :is(\n  h3,\n  h4\n) { font: var(\n --x,\n serif ) } @media screen, print { .c { d: e; &:hover { f: g } } }";
    assert_eq!(preludes(css), [".a", ".b :is(h3, h4)", "@media screen, print", ".c", "&:hover"]);
    assert_eq!(plain("a { font: var(\n  --x,\n  serif\n); }"), "a { font: var(--x, serif); }");
}

#[test]
fn the_stylesheet_stays_inside_and_keeps_to_its_own_lengths() {
    let css = plan_widgets::STYLESHEET;
    let rem =
        css.match_indices("rem").filter(|(at, _)| css[..*at].ends_with(|c: char| c.is_ascii_digit())).count();
    assert_eq!(rem, 0);
    let selectors = preludes(css);
    assert!(selectors.len() > 100, "only {} were found", selectors.len());
    for selector in selectors {
        let starts = [".plan-root", ":host", ".plan-static", "@"];
        assert!(starts.iter().any(|start| selector.starts_with(start)), "{selector}");
    }
}

#[test]
fn marks_are_styled_by_rules_for_terms_alone() {
    let selectors = preludes(MARKS);
    assert!(!selectors.is_empty());
    for selector in selectors {
        assert!(
            ["plan-term[role]", ".plan-terms ", "@media"].iter().any(|start| selector.starts_with(start)),
            "{selector}"
        );
    }
}

/// `tests/attributes.json` is what errors.js holds to as well (tests/package/wording.mjs).
#[test]
fn what_is_wrong_with_an_attribute_is_what_pages_say() {
    let cases: serde_json::Value = serde_json::from_str(include_str!("../attributes.json")).unwrap();
    let phrase = |phrase: &Phrase| {
        let texts = [phrase.code.name()].into_iter().chain(phrase.parameters.iter().map(String::as_str));
        serde_json::Value::from_iter(texts)
    };
    for case in cases.as_array().unwrap() {
        let refused: Vec<&str> =
            case["refused"].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect();
        let [name, value, known @ ..] = &refused[..] else { panic!("{case}") };
        let problem = explain(name, value, known);
        assert_eq!(problem.pointer, *name);
        assert_eq!(phrase(&problem.found), case["found"], "{case}");
        assert_eq!(phrase(&problem.expected), case["expected"], "{case}");
        assert_eq!(problem.nearest.as_deref(), case["nearest"].as_str(), "{case}");
    }
}
