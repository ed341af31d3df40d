//! The table of public names, the attributes' reading, and the words in two languages.

use plan_widgets::{
    ColorScheme, DeckView, GlossarySort, GlossaryView, GoalGroup, GoalSort, Lang, Layout, PLAN_JSON, Plan,
    TimelineView, Variant,
    ui::MARKS,
    view::{
        timeline::FACETS,
        words::{
            BuildWords, GlossaryWords, GoalWords, Words, build_words, fill, glossary_words, goal_words, words,
        },
    },
};
use plan_widgets_element::{
    explain::explain,
    options::{Known, Options, read},
    spec::{
        ARTICLE, COLOR_SCHEMES, CUSTOM_PROPERTIES, ELEMENTS, ERRORS, EVENTS, LAYOUTS, PERIOD, STAGE, TOPIC,
        camel_case,
    },
};

/// The attributes of a glossary, told in the language that they name, as the shell has it.
fn options(attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
    let lang = attributes.iter().find(|(name, _)| *name == "lang").and_then(|(_, tag)| Lang::from_tag(tag));
    of(
        Known::GlossaryView(&GlossaryView::of(
            &Plan::from_json(PLAN_JSON).unwrap(),
            lang.unwrap_or_default(),
        )),
        attributes,
    )
}

/// The same for a timeline.
fn options_of_course(attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
    of(Known::Course(&TimelineView::of(&Plan::from_json(PLAN_JSON).unwrap(), Lang::Zh)), attributes)
}

fn of(known: Known, attributes: &[(&str, &str)]) -> (Options, Vec<String>) {
    let get =
        |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    let (options, refused) = read(known, &get);
    let problems = refused.iter().map(|each| explain(each.name, &each.value, &each.known).to_string());
    (options, problems.collect())
}

#[test]
fn attributes_are_read() {
    let (read, problems) = options(&[
        ("lang", "en-GB"),
        ("query", "dragons"),
        ("term", "five-dragons"),
        ("sort", "name"),
        ("heading-level", "3"),
        ("color-scheme", "dark"),
    ]);
    let expected = Options {
        lang: Lang::En,
        query: "dragons".into(),
        term: Some("five-dragons".into()),
        sorting: GlossarySort::Name,
        heading_level: Some(3),
        color_scheme: Some(ColorScheme::Dark),
        ..Options::default()
    };
    assert_eq!((read, problems), (expected, vec![]));
    assert_eq!(options(&[]), (Options::default(), vec![]));
}

#[test]
fn attributes_of_goals_are_read() {
    let deck = DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), Lang::En);
    let (read, problems) = of(
        Known::DeckView(&deck),
        &[
            ("goal", "transport-hub"),
            ("project", "zhanjiang-port"),
            ("chapter", "3 4"),
            ("kind", "vision"),
            ("group", "topic"),
            ("sort", "figures"),
            ("variant", "full"),
            ("show", "departments"),
            ("department", "transprt"),
        ],
    );
    let expected = Options {
        lang: Lang::En,
        goal: Some("transport-hub".into()),
        project: Some("zhanjiang-port".into()),
        facets: ["", "", "", "3 4", "", "vision"].map(Into::into).into(),
        group: GoalGroup::Topic,
        sort: GoalSort::Figures,
        variant: Some(Variant::Full),
        departments: true,
        ..Options::default()
    };
    assert_eq!(read, expected);
    assert_eq!(
        problems,
        [
            "department: expected ids of department, separated by spaces, found \"transprt\"; did you mean \"transport\"?"
        ]
    );
}

#[test]
fn attributes_of_a_timeline_are_read() {
    let (read, problems) = options_of_course(&[
        ("layout", "story"),
        ("topic", " transport  energy"),
        ("stage", "complete"),
        ("article", "7"),
        ("item", "adoption"),
    ]);
    let expected = Options {
        layout: Layout::Story,
        facets: ["transport energy", "complete", "", "7"].map(Into::into).into(),
        item: Some("adoption".into()),
        ..Options::default()
    };
    assert_eq!((read, problems), (expected, vec![]));
}

#[test]
fn of_several_values_the_valid_ones_are_kept() {
    let (read, problems) =
        options_of_course(&[("topic", "transprt energy"), ("item", "adopted"), ("lang", "en")]);
    assert_eq!((&*read.facets[0], read.item, read.lang), ("energy", None, Lang::Zh));
    assert_eq!(
        problems,
        [
            "item: expected the id of an item, found \"adopted\"; did you mean \"adoption\"?",
            "topic: expected ids of topic, separated by spaces, found \"transprt\"; did you mean \"transport\"?",
        ]
    );
}

#[test]
fn what_is_not_valid_is_named_and_left_out() {
    for (name, value, expected) in [
        ("lang", "fr", "lang: expected one of zh, en, found \"fr\""),
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
        assert_eq!(options(&[(name, value)]), (Options::default(), vec![expected.into()]), "{name}={value}");
    }
}

#[test]
fn languages_are_known_by_their_primary_subtag() {
    for (tag, expected) in [
        ("zh", Some(Lang::Zh)),
        ("ZH-Hans-CN", Some(Lang::Zh)),
        ("en-GB", Some(Lang::En)),
        ("eng", None),
        ("e", None),
        ("", None),
        ("中文", None),
    ] {
        assert_eq!(Lang::from_tag(tag), expected, "{tag}");
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
    assert_eq!(COLOR_SCHEMES, ColorScheme::ALL.map(ColorScheme::name));
    assert_eq!(LAYOUTS, Layout::ALL.map(Layout::name));
    assert_eq!([TOPIC, STAGE, PERIOD, ARTICLE].map(|facet| facet.name), FACETS);
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
fn custom_properties_are_used_and_promised() {
    let css = plain(plan_widgets::STYLESHEET);
    let mut used: Vec<&str> =
        css.split("var(--plan-").skip(1).map(|after| after.split([',', ')']).next().unwrap()).collect();
    used.sort_unstable();
    used.dedup();
    let mut promised: Vec<_> =
        CUSTOM_PROPERTIES.iter().map(|property| &property.name["--plan-".len()..]).collect();
    promised.sort_unstable();
    assert_eq!(used, promised);
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

#[test]
fn both_languages_have_the_same_places() {
    let (zh, en) = (all_words(Lang::Zh), all_words(Lang::En));
    assert_eq!(zh.len(), en.len());
    for (zh, en) in zh.into_iter().zip(en) {
        assert_eq!(zh.matches("{}").count(), en.matches("{}").count(), "{zh} / {en}");
        assert!(!zh.contains(|c: char| c.is_ascii_alphabetic()), "{zh}");
        assert!(en.is_ascii() || !en.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{en}");
    }
}

/// Every word there is: a new one doesn't compile until it stands here.
fn all_words(lang: Lang) -> Vec<&'static str> {
    let Words {
        glossary,
        search,
        search_hint,
        clear,
        terms,
        found,
        none,
        stands_for,
        empty,
        timeline,
        search_items,
        items,
        items_found,
        none_found,
        no_items,
        clear_filters,
        comma,
        layout,
        list,
        lanes,
        story,
        stage,
        facets,
        zoom,
        zoom_out,
        zoom_in,
        zoom_all,
        along,
        year,
        year_before,
        months,
        no_topic,
        more,
        fewer,
        hidden,
        back,
        on,
        of,
        progress,
        copy,
        copied,
    } = *words(lang);
    let mut all = vec![
        glossary,
        search,
        search_hint,
        clear,
        terms,
        found,
        none,
        stands_for,
        empty,
        timeline,
        search_items,
        items,
        items_found,
        none_found,
        no_items,
        clear_filters,
        comma,
        layout,
        list,
        lanes,
        story,
        stage,
        zoom,
        zoom_out,
        zoom_in,
        zoom_all,
        along,
        year,
        year_before,
        no_topic,
        more,
        fewer,
        hidden,
        back,
        on,
        of,
        progress,
        copy,
        copied,
    ];
    all.extend(facets.iter().flat_map(|(label, all)| [*label, *all]));
    all.extend(months);
    let BuildWords {
        stages,
        kinds,
        goals,
        figures,
        inferred,
        unmeasured,
        when,
        stage,
        verb,
        figure,
        goal,
        horizon,
        term,
        cite,
        article,
        measured,
        beside,
        comma,
        timeless,
        quantity,
        as_of,
        baseline,
        target,
        overdue,
    } = *build_words(lang);
    all.extend(stages);
    all.extend(kinds);
    all.extend(goals);
    all.extend(figures);
    all.extend([
        inferred, unmeasured, when, stage, verb, figure, goal, horizon, term, cite, article, measured,
        beside, comma, timeless, quantity, as_of, baseline, target, overdue,
    ]);
    let GlossaryWords { sort, sorts, show_more, used_in, related, close, whole } = *glossary_words(lang);
    all.extend([sort, show_more, used_in, related, close, whole]);
    all.extend(sorts);
    let GoalWords {
        goals,
        search_goals,
        goal_hint,
        goals_all,
        goals_found,
        tally,
        no_goal_found,
        no_goals,
        goal_facets,
        group,
        groups,
        no_group,
        sort,
        orders,
        legend,
        measures,
        projects,
        more_figures,
        past_figures,
        count_measures,
        count_projects,
        count_figures,
        details,
        department,
        terms_of,
        cited,
        copy_text,
        copied_text,
        not_copied,
        show_more,
        labelled,
        reported,
        reported_by,
        method,
    } = *goal_words(lang);
    all.extend([
        goals,
        search_goals,
        goal_hint,
        goals_all,
        goals_found,
        tally,
        no_goal_found,
        no_goals,
        group,
        no_group,
        sort,
        legend,
        measures,
        projects,
        more_figures,
        past_figures,
        count_measures,
        count_projects,
        count_figures,
        details,
        department,
        terms_of,
        cited,
        copy_text,
        copied_text,
        not_copied,
        show_more,
        labelled,
        reported,
        reported_by,
        method,
    ]);
    all.extend(groups);
    all.extend(orders);
    all.extend(goal_facets.iter().flat_map(|(label, all)| [*label, *all]));
    all
}

#[test]
fn sentences_are_filled_in_order() {
    assert_eq!(fill("{} of {}", &["1", "2"]), "1 of 2");
    assert_eq!(fill("no place", &["1"]), "no place");
    assert_eq!(fill("{} and {}", &["only"]), "only and ");
    assert_eq!(fill("{}", &["{}"]), "{}");
}
