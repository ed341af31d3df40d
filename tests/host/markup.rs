//! The static HTML: complete, in one language, and with the parts that the table of names promises.

use std::rc::Rc;

use plan_widgets::{
    Annotated, AnnotatedProps, Arrangement, DeckView, First, Glossary, GlossaryFilter, GlossaryProps,
    GoalCard, GoalCardProps, GoalDeck, GoalDeckProps, GoalLayout, GoalSort, Lang, Layout, Liveness,
    PLAN_JSON, Plan, Progress, Timeline, TimelineFilter, TimelineProps, TimelineView, Undated, Variant,
    ui::prerender,
};
use plan_widgets_element::widgets::ELEMENTS;
use serde_json::json;
use yew::html::IntoPropValue;

fn props(lang: Lang, liveness: Liveness) -> GlossaryProps {
    yew::props!(GlossaryProps { plan: plan(), lang, liveness, onmenu: Some(yew::Callback::noop()) })
}

fn plan() -> Rc<Plan> {
    Rc::new(Plan::from_json(PLAN_JSON).unwrap())
}

#[test]
fn every_term_and_component_stands_in_the_page_in_order() {
    for lang in [Lang::ZH, Lang::EN] {
        let props = props(lang.clone(), Liveness::None);
        let html = prerender::html::<Glossary>(props.clone());
        let mut rest = &*html;
        for term in &plan().terms {
            let parts = term.components.iter().map(|component| component.text.get(lang.key()));
            for text in
                [term.name.get(lang.key()), &*term.pinyin, term.note.get(lang.key())].into_iter().chain(parts)
            {
                let at = rest.find(text);
                assert!(at.is_some(), "{text} is missing after {}", &rest[..rest.len().min(90)]);
                rest = &rest[at.unwrap() + text.len()..];
            }
        }
    }
}

#[test]
fn a_chinese_page_has_no_english_word() {
    let html = prerender::html::<Glossary>(props(Lang::ZH, Liveness::Waiting));
    let shown = shown(&html);
    let latin: Vec<_> = shown
        .split(|c: char| !c.is_ascii_alphabetic())
        .filter(|word| word.len() > 1)
        .filter(|word| !html.contains(&format!("lang=\"zh-Latn\">{word}")))
        .collect();
    let pinyin: String = html
        .split("lang=\"zh-Latn\">")
        .skip(1)
        .map(|s| s.split('<').next().unwrap().to_owned() + " ")
        .collect();
    let english: Vec<_> = latin.into_iter().filter(|word| !pinyin.contains(word)).collect();
    assert_eq!(english, Vec::<&str>::new());
}

#[test]
fn an_english_page_has_chinese_only_where_it_is_marked() {
    let html = prerender::html::<Glossary>(props(Lang::EN, Liveness::Waiting));
    let unmarked: String = html
        .split("lang=\"zh-Hans\">")
        .enumerate()
        .map(|(i, piece)| if i == 0 { piece } else { &piece[piece.find('<').unwrap()..] })
        .collect();
    let chinese: String = unmarked.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect();
    assert_eq!(chinese, "");
}

#[test]
fn every_promised_part_is_there() {
    let parts = ELEMENTS.iter().find(|element| element.widget == "glossary").unwrap().parts;
    let html = prerender::html::<Glossary>(GlossaryProps { limit: 9, ..props(Lang::ZH, Liveness::Live) });
    for part in parts {
        assert!(html.contains(&format!("part=\"{}\"", part.name)), "{}", part.name);
    }
}

#[test]
fn the_heading_has_its_level() {
    for (level, tag) in [(1, "<h1 "), (4, "<h4 "), (6, "<h6 "), (0, "<h1 "), (9, "<h6 ")] {
        let props = GlossaryProps { heading_level: level, ..props(Lang::EN, Liveness::None) };
        assert!(prerender::html::<Glossary>(props).contains(tag), "{level}");
    }
}

#[test]
fn controls_are_there_when_they_may_work() {
    let with = |liveness| prerender::html::<Glossary>(props(Lang::ZH, liveness));
    assert!(!with(Liveness::None).contains("<input") && !with(Liveness::None).contains("<button"));
    assert!(with(Liveness::Waiting).contains("disabled"));
    assert_eq!(with(Liveness::Waiting).matches("<button").count(), 1, "the menu's");
    assert!(!with(Liveness::Live).contains("disabled"));
    assert_eq!(with(Liveness::Live).matches("<button type=\"button\" part=\"name\"").count(), 13);
    assert_eq!(with(Liveness::Live).matches("tabindex=\"0\"").count(), 1 + 3, "a term with three passages");
}

#[test]
fn a_search_without_result_says_so_and_leads_back() {
    let props = GlossaryProps {
        default_filter: GlossaryFilter { query: "没有的词".into() },
        ..props(Lang::ZH, Liveness::Live)
    };
    let html = prerender::html::<Glossary>(props);
    assert!(html.contains("没有与“没有的词”相符的词条。") && html.contains("清除搜索"), "{html}");
}

#[test]
fn without_a_stylesheet_words_stay_apart() {
    for (lang, name, component) in [
        (Lang::ZH, "三个一 sān gè yī", "一通道 参与共建"),
        (Lang::EN, "Three Ones 三个一 sān gè yī", "One corridor Take part"),
    ] {
        let html = prerender::html::<Glossary>(props(lang.clone(), Liveness::None));
        let text: String =
            html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
        assert!(text.contains(name) && text.contains(component), "{text}");
    }
}

#[test]
fn text_is_escaped() {
    let props = GlossaryProps {
        default_filter: GlossaryFilter { query: "<img src=x onerror=alert(1)>".into() },
        ..props(Lang::EN, Liveness::Live)
    };
    let html = prerender::html::<Glossary>(props);
    assert!(!html.contains("<img") && html.contains("&lt;img"), "{html}");
}

fn timeline(lang: Lang, liveness: Liveness) -> TimelineProps {
    let plan = Rc::new(Plan::from_json(PLAN_JSON).unwrap());
    yew::props!(TimelineProps { plan, lang, liveness, onmenu: Some(yew::Callback::noop()) })
}

#[test]
fn every_item_stands_in_the_page_in_order_with_its_details() {
    for lang in [Lang::ZH, Lang::EN] {
        for liveness in [Liveness::None, Liveness::Waiting] {
            let html = prerender::html::<Timeline>(timeline(lang.clone(), liveness)).replace("&amp;", "&");
            let all = TimelineView::of(&Plan::from_json(PLAN_JSON).unwrap(), &lang);
            let mut rest = &*html;
            for item in &all.items {
                let facts = item.facts.iter().map(|fact| &*fact.text);
                for text in [&*item.title, &*item.when, &*item.label, &*item.cite, &*item.summary]
                    .into_iter()
                    .chain(facts)
                {
                    let at = rest.find(text);
                    assert!(
                        at.is_some(),
                        "{text} is missing after {}",
                        &rest.chars().take(90).collect::<String>()
                    );
                    rest = &rest[at.unwrap()..];
                }
            }
        }
    }
}

#[test]
fn a_timeline_without_scripts_has_no_dead_controls() {
    let html = prerender::html::<Timeline>(timeline(Lang::ZH, Liveness::None));
    assert!(!html.contains("<input") && !html.contains("<select") && !html.contains("data-row"));
    let waiting = prerender::html::<Timeline>(timeline(Lang::ZH, Liveness::Waiting));
    assert_eq!(
        waiting.matches("disabled").count(),
        1 + 3 + 1 + 4 + 5 + 1 + 1,
        "search, layouts, filters, facets, stages, works without a date, menu"
    );
}

/// Whoever has no scripts has every item, whichever layout is wanted, and asks for the works without a date by an attribute.
#[test]
fn a_static_timeline_is_a_list_in_every_layout() {
    let html = |default_layout: Layout, default_undated| {
        let all = TimelineProps { default_layout, default_undated, ..timeline(Lang::EN, Liveness::None) };
        prerender::html::<Timeline>(all)
            .replace(&["data-layout=\"", default_layout.name(), "\""].concat(), "")
    };
    let list = html(Layout::List, Undated::None);
    for layout in [Layout::Lanes, Layout::Story] {
        assert!(html(layout, Undated::None) == list, "{layout:?}");
    }
    assert!(
        !list.contains("until-found")
            && !list.contains(":support:")
            && list.contains("not on this timeline: 205")
    );
    let whole = html(Layout::List, Undated::Shown);
    assert!(whole.contains(":support:") && !whole.contains("not on this timeline"));
    assert!(whole.matches("part=\"item\"").count() > 205 + 80);
}

#[test]
fn a_timeline_has_the_parts_that_are_promised() {
    let parts = ELEMENTS.iter().find(|element| element.widget == "timeline").unwrap().parts;
    let html: String = [Layout::List, Layout::Lanes, Layout::Story]
        .map(|layout| {
            prerender::html::<Timeline>(TimelineProps {
                default_layout: layout,
                limit: 9,
                ..timeline(Lang::ZH, Liveness::Live)
            })
        })
        .concat();
    let waiting = prerender::html::<Timeline>(timeline(Lang::ZH, Liveness::Waiting));
    for part in parts {
        let there = format!("part=\"{}\"", part.name);
        assert!(html.contains(&there) || waiting.contains(&there), "{}", part.name);
    }
}

#[test]
fn a_timeline_in_one_language_has_no_other() {
    let zh = shown(&prerender::html::<Timeline>(timeline(Lang::ZH, Liveness::Live)));
    let latin: Vec<_> = zh.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).collect();
    assert_eq!(latin, Vec::<&str>::new());
    let en = prerender::html::<Timeline>(timeline(Lang::EN, Liveness::Live));
    let chinese =
        |html: &str| -> String { html.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect() };
    assert_eq!(chinese(&en), "");
    let details = prerender::html::<Timeline>(timeline(Lang::EN, Liveness::None));
    let mut unmarked = details.split("<q lang=\"zh-Hans\">");
    assert_eq!(unmarked.next().map(chinese), Some(String::new()));
    assert!(unmarked.all(|piece| chinese(&piece[piece.find('<').unwrap()..]).is_empty()));
}

#[test]
fn a_long_list_is_whole_where_it_is_static_and_begins_with_a_screen_where_it_lives() {
    let text = |text: String| serde_json::json!({ "en": text });
    let event = |index: i32| {
        let time = serde_json::json!({ "edtf": (2000 + index % 20).to_string(), "kind": "on" });
        serde_json::json!({ "id": format!("e{index}"), "kind": "milestone", "title": text(index.to_string()), "time": time })
    };
    let plan = serde_json::json!({
        "schema": 1,
        "languages": ["en"],
        "plan": { "id": "long", "title": text("Long".into()), "short": text("Long".into()) },
        "events": (0..2000).map(event).collect::<Vec<_>>(),
    });
    let plan = Rc::new(Plan::read(&plan).unwrap());
    let items = |liveness| {
        let html = prerender::html::<Timeline>(yew::props!(TimelineProps {
            plan: plan.clone(),
            lang: Lang::EN,
            liveness
        }));
        html.matches("<li part=\"item\"").count()
    };
    assert_eq!((items(Liveness::Live), items(Liveness::Waiting), items(Liveness::None)), (32, 2000, 2000));
}

#[test]
fn a_filter_without_result_says_so_and_leads_back() {
    let filter = TimelineFilter { query: "没有的词".into(), ..TimelineFilter::default() };
    let html = prerender::html::<Timeline>(TimelineProps {
        default_filter: filter,
        ..timeline(Lang::ZH, Liveness::Live)
    });
    assert!(html.contains("没有同时符合这些条件的事项。") && html.contains("清除全部条件"), "{html}");
}

#[test]
fn a_plans_text_is_never_markup() {
    let plan = PLAN_JSON.replace("广湛高铁", "<img src=x onerror=alert(1)>$&");
    let plan = Rc::new(Plan::from_json(&plan).unwrap());
    let html = prerender::html::<Timeline>(yew::props!(TimelineProps { plan, lang: Lang::ZH }));
    assert!(!html.contains("<img") && html.contains("&lt;img src=x onerror=alert(1)&gt;$&amp;"));
}

/// What a reader sees or hears: text and the attributes that are read out.
fn shown(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        for attribute in ["aria-label=\"", "placeholder=\"", "title=\""] {
            if let Some((_, after)) = tag.split_once(attribute) {
                out += after.split('"').next().unwrap();
                out.push('\n');
            }
        }
        out += text;
        out.push('\n');
    }
    out
}

fn deck(lang: Lang, liveness: Liveness) -> GoalDeckProps {
    let plan = Rc::new(DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), &lang));
    yew::props!(GoalDeckProps { plan, lang, liveness, onmenu: Some(yew::Callback::noop()) })
}

#[test]
fn every_goal_stands_in_a_page_without_scripts_with_all_of_its_view_model() {
    for lang in [Lang::ZH, Lang::EN] {
        let view = DeckView::of(&Plan::from_json(PLAN_JSON).unwrap(), &lang);
        let html = prerender::html::<GoalDeck>(deck(lang, Liveness::None));
        assert!(!html.contains("<input") && !html.contains("<select") && !html.contains("data-row"));
        for card in &view.cards {
            let at = html.find(&format!("data-item=\"{}\"", card.id)).unwrap();
            let article = html[at..].split("</article>").next().unwrap();
            let text = shown(&["<p ", article].concat()).replace("&amp;", "&");
            let works = card.projects.iter().flat_map(|work| [&work.name, &work.verb]);
            let figures = card.figures.iter().flat_map(|of| [&of.text, &of.measure, &of.kind, &of.when]);
            // What explains a term stands in the middle of the text.
            let has_term = |text: &str| {
                view.terms.iter().any(|term| text.to_lowercase().contains(&term.name.to_lowercase()))
            };
            let measures = card.measures.iter().filter(|text| !has_term(text));
            for said in [&card.title, &card.summary].into_iter().chain(&card.horizons).chain(measures) {
                assert!(text.contains(&**said), "{} lacks {said}", card.id);
            }
            for said in works.chain(figures) {
                assert!(text.contains(&**said), "{} lacks {said}", card.id);
            }
        }
    }
}

/// Invented numbers of a goal, and of one that the plan doesn't have.
fn progress() -> Progress {
    let text = |zh: &str| json!({ "zh": zh });
    let report = |goal: &str| {
        json!({ "goal": goal, "unit": text("公里"), "baseline": { "value": 100, "when": "2015" }, "target": { "value": 200, "when": "2025" },
            "series": [{ "when": "2015", "value": 100 }, { "when": "2020", "value": 150 }, { "when": "2021", "value": 160, "kind": "forecast" }] })
    };
    let given = json!({ "schema": 1, "languages": ["zh"], "source": { "name": text("虚构") }, "method": text("编造"), "rule": "growth",
        "reports": [report("transport-hub"), report("no-such-goal")] });
    Progress::read_with(&given, &Lang::ZH, &[("goals", "transport-hub")]).unwrap().0
}

#[test]
fn a_deck_without_scripts_has_all_that_is_reported() {
    let with = |layout: GoalLayout| {
        prerender::html::<GoalDeck>(GoalDeckProps {
            default_arrangement: Arrangement { layout, ..Arrangement::default() },
            progress: Rc::new(progress()).into_prop_value(),
            ..deck(Lang::ZH, Liveness::None)
        })
    };
    let cards = with(GoalLayout::Cards);
    let text = shown(&cards);
    for said in [
        "进度正常",
        "可比",
        "目标的状态：已实现 0、进度正常 1",
        "2021年",
        "预测",
        "no-such-goal",
        "有数据，但这些卡片均未涉及",
    ] {
        assert!(text.replace('\u{a0}', " ").contains(said), "{said} is missing in {text}");
    }
    // Whose account it is stands once for the deck, and with what no card shows.
    assert_eq!(text.matches("来源：虚构").count(), 1, "{text}");
    assert_eq!(cards.matches("<path").count(), 2 * 5);
    assert!(!cards.contains("style="), "a strict policy refuses it");
    let table = with(GoalLayout::Table);
    assert_eq!(table.matches("scope=\"rowgroup\"").count(), plan().goals.len());
    assert!(!table.contains("<article") && !table.contains("data-do"));
    // Without progress there is no table.
    let bare = GoalDeckProps {
        default_arrangement: Arrangement { layout: GoalLayout::Table, ..Arrangement::default() },
        ..deck(Lang::ZH, Liveness::None)
    };
    assert!(!prerender::html::<GoalDeck>(bare).contains("<table"));
}

#[test]
fn goals_have_the_parts_that_are_promised() {
    for widget in ["goal-card", "goal-deck"] {
        let parts = ELEMENTS.iter().find(|element| element.widget == widget).unwrap().parts;
        let grouped = plan_widgets::GoalGroup::Chapter;
        let [cards, table] = [GoalLayout::Cards, GoalLayout::Table].map(|layout| {
            prerender::html::<GoalDeck>(GoalDeckProps {
                default_arrangement: Arrangement { group: grouped, sort: GoalSort::Plan, layout },
                limit: 40,
                progress: Rc::new(progress()).into_prop_value(),
                ..deck(Lang::ZH, Liveness::Waiting)
            })
        });
        let html = cards + &table;
        for part in parts {
            assert!(html.contains(&format!("part=\"{}\"", part.name)), "{} of {widget}", part.name);
        }
    }
}

#[test]
fn a_card_says_what_it_says_in_a_deck() {
    let plan = Rc::new(Plan::from_json(PLAN_JSON).unwrap());
    let props = yew::props!(GoalCardProps { plan, goal: "transport-hub", liveness: Liveness::None });
    let renderer = yew::LocalServerRenderer::<GoalCard>::with_props(props).hydratable(false);
    let card = shown(&futures::executor::block_on(renderer.render()));
    let full = GoalDeckProps { variant: Variant::Full, ..deck(Lang::ZH, Liveness::None) };
    let html = prerender::html::<GoalDeck>(full);
    let at = html.find("data-item=\"transport-hub\"").unwrap();
    let article = shown(&["<p ", html[at..].split("</article>").next().unwrap()].concat());
    assert!(card.contains(article.trim()), "{card}\nhas not\n{article}");
}

#[test]
fn goals_in_one_language_have_no_other() {
    let zh = shown(&prerender::html::<GoalDeck>(deck(Lang::ZH, Liveness::Live)));
    let latin: Vec<_> = zh.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).collect();
    assert!(latin.iter().all(|word| ["LNG", "RCEP", "GDP", "VR", "AI"].contains(word)), "{latin:?}");
    let details = prerender::html::<GoalDeck>(deck(Lang::EN, Liveness::None));
    let chinese =
        |html: &str| -> String { html.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect() };
    let mut unmarked = details.split("lang=\"zh-Hans\">");
    assert_eq!(unmarked.next().map(chinese), Some(String::new()));
    assert!(unmarked.all(|piece| chinese(&piece[piece.find('<').unwrap()..]).is_empty()));
}

#[test]
fn a_text_has_its_terms_explained() {
    let text = "𠮷：“双区”与双区，135+500、２＋７＋１８和the dual zones。";
    for (first, buttons) in [(First::Text, 2), (First::All, 4)] {
        let html = prerender::html::<Annotated>(yew::props!(AnnotatedProps { plan: plan(), text, first }));
        assert_eq!(html.matches("<button").count(), buttons, "{html}");
        assert_eq!(html.matches(" popover").count(), 2 * buttons);
        assert!(html.contains("两项区域战略的合称") && html.contains(">２＋７＋１８</button>"), "{html}");
    }
    let html =
        prerender::html::<Annotated>(yew::props!(AnnotatedProps { plan: plan(), text: "<b>没有</b>" }));
    assert_eq!(html, "<span class=\"plan-terms\">&lt;b&gt;没有&lt;/b&gt;</span>");
}

#[test]
fn the_menu_is_where_it_can_work() {
    let button = |html: &str| {
        html.split("part=\"menu\"").nth(1).map(|rest| rest.split("</button>").next().unwrap().to_owned())
    };
    for liveness in [Liveness::Live, Liveness::Waiting] {
        for html in [
            prerender::html::<Glossary>(props(Lang::ZH, liveness)),
            prerender::html::<Timeline>(timeline(Lang::ZH, liveness)),
            prerender::html::<GoalDeck>(deck(Lang::ZH, liveness)),
        ] {
            let button = button(&html).unwrap();
            assert!(button.ends_with(">分享与下载"), "{button}");
            assert_eq!(button.contains(" disabled"), liveness == Liveness::Waiting, "{button}");
        }
    }
    assert_eq!(button(&prerender::html::<Timeline>(timeline(Lang::ZH, Liveness::None))), None);
    let without = TimelineProps { onmenu: None, ..timeline(Lang::ZH, Liveness::Live) };
    assert_eq!(button(&prerender::html::<Timeline>(without)), None);
}
