//! The timeline's view model: its items, in which order, what answers a filter, and where each is drawn.

use plan_widgets::view::languages::BUILT_IN;
use plan_widgets::view::words::{DateWords, Language};
use plan_widgets::{
    Lang, PLAN_JSON, Plan, Stage, TimelineView,
    model::{Edtf, Opening, TimeKind},
    view::{
        filter::Filter,
        search::Index,
        timeline::{
            Item, STAGE, Shape, TOPIC, TimelineFilter,
            lanes::{Bar, Lane, Room, lanes, marks},
            scale::Window,
        },
    },
};
use serde_json::{Value, json};

fn bundled(lang: Lang) -> TimelineView {
    TimelineView::of(&Plan::from_json(PLAN_JSON).unwrap(), &lang)
}

fn school(lang: Lang) -> TimelineView {
    TimelineView::of(&Plan::from_json(include_str!("../school/plan.json")).unwrap(), &lang)
}

/// A plan of these events, and nothing else.
fn plan_of(events: Value) -> TimelineView {
    let text = |text: &str| json!({ "en": text });
    let plan = json!({
        "schema": 1,
        "languages": ["en"],
        "plan": { "id": "test", "title": text("Test"), "short": text("Test") },
        "topics": [{ "id": "one", "name": text("One") }, { "id": "two", "name": text("Two") }],
        "events": events,
    });
    TimelineView::of(&Plan::read(&plan).unwrap(), &Lang::EN)
}

/// An event at a time.
fn event(id: &str, edtf: &str, kind: &str) -> Value {
    json!({ "id": id, "kind": "milestone", "title": { "en": id }, "time": { "edtf": edtf, "kind": kind }, "topics": ["one"] })
}

fn item<'a>(all: &'a TimelineView, id: &str) -> &'a Item {
    all.items.iter().find(|item| &*item.id == id).unwrap()
}

#[test]
fn financial_years_are_worded() {
    let said = |tag: &'static str, text: &str, kind| {
        let time = plan_widgets::model::Time { edtf: Edtf::parse(text).unwrap(), kind, ..Default::default() };
        Language::of(&Lang::new(tag)).time(&time, Some(Opening(4)))
    };
    let english = |text: &str, kind| said("en", text, kind);
    for (text, kind, words) in [
        ("2024-04/2025-03", TimeKind::On, "2024/25"),
        ("2024-04-01/2025-03-31", TimeKind::On, "2024/25"),
        ("2024-34/2025-33", TimeKind::On, "2024/25"),
        ("1999-04/2000-03", TimeKind::On, "1999/00"),
        ("2024-04/2025-03", TimeKind::By, "by 2024/25"),
        ("2024-04/2025-03", TimeKind::During, "within 2024/25"),
        ("2024-04/2025-03", TimeKind::Average, "2024/25, yearly mean"),
        ("2024-04/2027-03", TimeKind::On, "2024/25 to 2026/27"),
        ("2024-04/2027-03", TimeKind::By, "by 2026/27"),
        ("2024-04/2027-03", TimeKind::During, "within the period from 2024/25 to 2026/27"),
        // What isn't one, by a day or by doubt.
        ("2024-04/2025-04", TimeKind::On, "April 2024 to April 2025"),
        ("2024-04-02/2025-03-31", TimeKind::On, "2 April 2024 to 31 March 2025"),
        ("2024-04~/2025-03", TimeKind::On, "about April 2024 to March 2025"),
        ("2024-04/2024-03", TimeKind::On, ""),
        ("2024-04/..", TimeKind::On, "from April 2024 on"),
        ("2024/2025", TimeKind::On, "2024–2025"),
        ("2024", TimeKind::By, "by 2024"),
    ] {
        if Edtf::parse(text).is_some() {
            assert_eq!(english(text, kind), words, "{text}");
        } else {
            assert_eq!(words, "", "{text}");
        }
    }
    for (tag, within, by) in [
        ("zh", "2024/25财年内", "到2024/25财年"),
        ("zh-Hant", "2024/25財政年度內", "到2024/25財政年度"),
        ("ar", "خلال السنة المالية 2024/2025", "بحلول نهاية السنة المالية 2024/2025"),
        ("de", "im Haushaltsjahr 2024/25", "bis zum Ende des Haushaltsjahres 2024/25"),
        ("es", "durante el ejercicio 2024/25", "para el ejercicio 2024/25"),
        ("fr", "durant l’exercice 2024/25", "d’ici à la fin de l’exercice 2024/25"),
        ("ja", "2024年度中", "2024年度までに"),
        ("ko", "2024/25 회계연도 중", "2024/25 회계연도까지"),
        ("pt", "durante o exercício 2024/25", "até final do exercício 2024/25"),
        ("ru", "в течение 2024/25 финансового года", "к концу 2024/25 финансового года"),
    ] {
        let both = [TimeKind::During, TimeKind::By].map(|kind| said(tag, "2024-04/2025-03", kind));
        assert_eq!(both, [within, by], "{tag}");
    }
}

#[test]
fn a_plan_says_when_its_financial_years_begin() {
    let mut plan: Value = serde_json::from_str(include_str!("../school/smallest.json")).unwrap();
    plan["events"] = json!([event("e", "2024-07/2025-06", "on")]);
    plan["events"][0].as_object_mut().unwrap().remove("topics");
    let when = |plan: &Value| TimelineView::of(&Plan::read(plan).unwrap(), &Lang::EN).items[0].when.clone();
    assert_eq!(&*when(&plan), "July 2024 to June 2025");
    plan["plan"]["financial_year"] = json!(7);
    assert_eq!(&*when(&plan), "2024/25");
    for wrong in [json!(1), json!(13), json!(0), json!(-4), json!(4.5), json!(1e9), json!("7"), json!([7])] {
        plan["plan"]["financial_year"] = wrong.clone();
        let told = Plan::read(&plan).unwrap_err().to_string();
        assert!(
            told.starts_with("/plan/financial_year: expected a whole number from 2 to 12, found "),
            "{wrong}: {told}"
        );
    }
}

/// What a pattern has beside its hole: the name of the era.
fn beside(pattern: &str) -> Vec<String> {
    let parts = pattern.split(|c: char| "{}0123456789".contains(c)).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(Into::into).collect()
}

/// `44 BC to 14` may be thirty years or fifty-seven.
#[test]
fn the_era_is_said_where_a_year_would_be_misread() {
    let parts = ["", "-03", "-03-01", "-03-15", "-21", "-24", "-33", "-38", "-41"];
    let kinds = [TimeKind::On, TimeKind::By, TimeKind::During, TimeKind::Average, TimeKind::Cumulative];
    for (lang, _) in BUILT_IN {
        let language = Language::of(lang);
        let said = |edtf: &str, kind| {
            let edtf = Edtf::parse(edtf).unwrap();
            language.time(&plan_widgets::model::Time { edtf, kind, ..Default::default() }, None)
        };
        let dates = DateWords(&language.dates);
        let plain = beside(dates.year());
        let of = |pattern: &str| -> Vec<String> {
            beside(pattern).into_iter().filter(|part| !plain.contains(part)).collect()
        };
        let (before, after) = (of(dates.year_before()), of(dates.year_after()));
        assert!(!before.is_empty() && !after.is_empty() && before != after, "{lang:?}");
        let count = |text: &str, era: &str| {
            let plain = |text: &str| -> String {
                text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
            };
            let (text, era) = (plain(text), plain(era));
            let is_whole = |at: usize| {
                let (before, after) = (&text[..at], &text[at + era.len()..]);
                let joins = |c: char| c.is_alphabetic() && c < '\u{2e80}' || c == '.';
                !before.ends_with(joins) && !after.starts_with(char::is_alphabetic)
            };
            text.match_indices(&era).filter(|(at, _)| is_whole(*at)).count()
        };
        let has = |text: &str, era: &[String]| era.iter().all(|part| count(text, part) > 0);
        for (first, second) in parts.iter().flat_map(|first| parts.map(|second| (first, second))) {
            for kind in kinds {
                let both = said(&format!("-0043{first}/0014{second}"), kind);
                assert!(has(&both, &after), "{lang:?}: {both}");
                assert!(kind == TimeKind::By || has(&both, &before), "{lang:?}: {both}");
                let both = said(&format!("-0043{first}~/0214{second}"), kind);
                assert!(kind == TimeKind::By || has(&both, &after), "{lang:?}: {both}");
                // Behind the first year the era is clear.
                let both = said(&format!("0014{first}/2024{second}"), kind);
                assert_eq!(count(&both, &after[0]), usize::from(kind != TimeKind::By), "{both}");
                for plain in [format!("1024{first}/2024{second}"), format!("2024{second}")] {
                    let plain = said(&plain, kind);
                    assert!(!has(&plain, &after) && !has(&plain, &before), "{lang:?}: {plain}");
                }
                let earlier = said(&format!("-0043{first}/-0008{second}"), kind);
                let eras = count(&earlier, &before[0]);
                assert_eq!(eras, if kind == TimeKind::By { 1 } else { 2 }, "{lang:?}: {earlier}");
            }
        }
        assert!(has(&said("0014?", TimeKind::On), &after) && has(&said("001X", TimeKind::On), &after));
        // Of several years that have no name of their own an interval says the outer ones.
        let century = said("19XX/2050", TimeKind::On);
        assert!(!century.contains("1999") && century.contains("1900"), "{lang:?}: {century}");
        assert_eq!(said("-0043/014X", TimeKind::On), said("-0043/0149", TimeKind::On), "{lang:?}");
    }
}

/// A case that words years, months or days otherwise does so in each era.
#[test]
fn cases_have_the_eras_of_what_they_word() {
    for (lang, file) in BUILT_IN {
        let file: Value = serde_json::from_str(file).unwrap();
        for (name, case) in file["cases"].as_object().into_iter().flatten() {
            for key in ["month", "day"] {
                let has = ["", "_before", "_after"].map(|era| case.get(format!("{key}{era}")).is_some());
                assert!(has == [true; 3] || has == [false; 3], "{lang:?}: {name} {key}");
            }
            // A year alone may need a word that its era makes superfluous: `2024 г.`.
            let has = ["year_before", "year_after"].map(|key| case.get(key).is_some());
            assert_eq!(has[0], has[1], "{lang:?}: {name}");
        }
    }
}

#[test]
fn the_first_day_of_a_month_has_a_form_of_its_own() {
    let (_, english) = BUILT_IN.iter().find(|(lang, _)| *lang == Lang::EN).unwrap();
    let mut file: Value = serde_json::from_str(english).unwrap();
    file["dates"]["first_day"] = json!("1º");
    let own = Language::from_json(&file.to_string()).unwrap();
    let shipped = BUILT_IN.iter().map(|(lang, _)| Language::of(lang));
    let mut forms = Vec::new();
    for language in shipped.chain([own.into()]) {
        let first = DateWords(&language.dates).first_day();
        if first.is_empty() {
            continue;
        }
        forms.push((language.lang.clone(), first.to_owned()));
        for kind in [TimeKind::On, TimeKind::By, TimeKind::During, TimeKind::Average, TimeKind::Cumulative] {
            for of in ["{}", "{}?", "{}~", "{}/2028", "1999/{}", "{}/..", "../{}", "{}/2028-05-02"] {
                let said = |day: &str| {
                    let edtf = Edtf::parse(&of.replace("{}", day)).unwrap();
                    language.time(&plan_widgets::model::Time { edtf, kind, ..Default::default() }, None)
                };
                for month in ["03", "04", "10", "12"] {
                    let shown = said(&format!("2026-{month}-01"));
                    let hidden = kind == TimeKind::By && of.starts_with("{}/2");
                    assert!(hidden || shown.contains(&format!("{first} ")), "{:?}: {shown}", language.lang);
                    for other in ["02", "10", "11", "21", "31"] {
                        if let Some(text) = Edtf::parse(&format!("2026-{month}-{other}")).map(|day| day.text)
                        {
                            let shown = said(&text);
                            assert!(!shown.contains(first), "{:?}: {shown}", language.lang);
                        }
                    }
                }
            }
        }
    }
    let forms: Vec<_> = forms.iter().map(|(lang, form)| (lang.key(), &**form)).collect();
    assert_eq!(forms, [("fr", "1er"), ("pt", "1º"), ("en", "1º")]);
}

#[test]
fn times_are_worded() {
    let said = |text: &str, kind| {
        let time = plan_widgets::model::Time { edtf: Edtf::parse(text).unwrap(), kind, ..Default::default() };
        [Lang::ZH, Lang::EN].map(|lang| Language::of(&lang).time(&time, None))
    };
    for (edtf, kind, zh, en) in [
        ("2020-12-22", TimeKind::On, "2020年12月22日", "22 December 2020"),
        ("2024-03", TimeKind::On, "2024年3月", "March 2024"),
        ("2025", TimeKind::On, "2025年", "2025"),
        ("2024-21", TimeKind::On, "2024年春季", "spring 2024"),
        ("2024-24", TimeKind::On, "2024年冬季", "winter 2024"),
        ("2024-33", TimeKind::On, "2024年第一季度", "first quarter of 2024"),
        ("2024-38", TimeKind::On, "2024年5—8月", "May to August 2024"),
        ("2024-41", TimeKind::On, "2024年下半年", "second half of 2024"),
        ("202X", TimeKind::On, "2020年代", "2020s"),
        ("19XX", TimeKind::On, "1900年至1999年", "1900 to 1999"),
        ("2016/2020", TimeKind::During, "2016—2020年间", "within 2016–2020"),
        ("2025", TimeKind::During, "2025年内", "within 2025"),
        ("2035", TimeKind::By, "到2035年", "by 2035"),
        ("2021/2025", TimeKind::By, "到2025年", "by 2025"),
        ("2016/2020", TimeKind::Average, "2016—2020年年均", "2016–2020, yearly mean"),
        ("2016/2020", TimeKind::Cumulative, "2016—2020年累计", "2016–2020, in total"),
        (
            "2024-09-01/2027-08-31",
            TimeKind::On,
            "2024年9月1日至2027年8月31日",
            "1 September 2024 to 31 August 2027",
        ),
        ("2024/..", TimeKind::On, "2024年起", "from 2024 on"),
        ("2024/", TimeKind::On, "2024年起，结束时间不详", "from 2024, end unknown"),
        ("../2024", TimeKind::On, "至2024年为止", "until 2024"),
        ("/2024", TimeKind::On, "至2024年为止，起始时间不详", "until 2024, start unknown"),
        ("-0043-03-15", TimeKind::On, "公元前44年3月15日", "15 March 44 BC"),
        ("0000", TimeKind::On, "公元前1年", "1 BC"),
        ("1850~", TimeKind::On, "约1850年", "about 1850"),
        ("1850?", TimeKind::On, "1850年（存疑）", "1850 (uncertain)"),
        ("1850%", TimeKind::On, "约1850年（存疑）", "about 1850 (uncertain)"),
        ("Y12000", TimeKind::On, "12000年", "12000"),
    ] {
        assert_eq!(said(edtf, kind), [zh.to_owned(), en.to_owned()], "{edtf}");
    }
}

#[test]
fn passages_are_named() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    for (id, zh, en) in [
        ("7", "第七条", "Article 7"),
        ("10", "第十条", "Article 10"),
        ("21", "第二十一条", "Article 21"),
        ("57", "第五十七条", "Article 57"),
        ("part:3", "第三部分标题", "Title of part 3"),
        ("lead:12", "第十二部分导语", "Lead of part 12"),
        ("glossary:6", "名词解释第六条", "Glossary, entry 6"),
        ("preamble", "引言", "Preamble"),
        ("closing", "结语", "Closing"),
    ] {
        assert_eq!(
            [Lang::ZH, Lang::EN].map(|lang| Language::of(&lang).passage(&plan, id, lang.key())),
            [zh, en],
            "{id}"
        );
    }
}

#[test]
fn every_event_is_an_item_or_a_heading() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    for lang in [Lang::ZH, Lang::EN] {
        let all = bundled(lang.clone());
        for event in &plan.events {
            let title = plan.title(event).unwrap().get(lang.key());
            let there = all.items.iter().any(|item| *item.id == *event.id && item.title.starts_with(title))
                || all.groups.iter().any(|group| *group.title == *title);
            assert!(there, "{}", &*event.id);
        }
        assert_eq!(all.items.len() + 2, plan.events.len());
    }
}

/// Every digit of a time that is shown stands in the plan's own wording of it, or in the period that it names.
#[test]
fn no_item_shows_a_date_that_the_plan_does_not_state() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    for lang in [Lang::ZH, Lang::EN] {
        let mut stated: Vec<String> =
            plan.periods.iter().map(|period| period.name.get(lang.key()).to_owned()).collect();
        let text = serde_json::from_str::<Value>(PLAN_JSON).unwrap();
        collect_wordings(&text, lang.key(), &mut stated);
        for item in &bundled(lang.clone()).items {
            assert!(stated.iter().any(|stated| **stated == *item.when), "{}: {}", item.id, item.when);
        }
    }
}

/// The `text` of every time in a plan.
fn collect_wordings(value: &Value, lang: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if members.contains_key("edtf") {
                found.extend(value["text"][lang].as_str().map(ToOwned::to_owned));
            }
            members.values().for_each(|member| collect_wordings(member, lang, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_wordings(item, lang, found)),
        _ => (),
    }
}

#[test]
fn only_the_adoption_is_a_day() {
    let all = bundled(Lang::ZH);
    let points: Vec<_> = all.items.iter().filter(|item| item.shape == Shape::Point).collect();
    assert_eq!(points.iter().map(|item| &*item.id).collect::<Vec<_>>(), ["adoption"]);
    assert_eq!(&*points[0].when, "2020年12月22日");
    let groups: Vec<_> = all.groups.iter().map(|group| (&*group.title, &*group.when)).collect();
    assert_eq!(
        groups,
        [
            ("“十三五”时期", "2016—2020年间"),
            ("“十四五”时期", "2021—2025年间"),
            ("二〇三五年远景", "到2035年")
        ]
    );
}

#[test]
fn two_horizons_of_a_goal_are_two_items() {
    let all = bundled(Lang::ZH);
    let (first, last) = (item(&all, "subcentre-city"), item(&all, "subcentre-city-2035"));
    assert_eq!((&*first.when, &*last.when), ("五年内", "二〇三五年"));
    assert_eq!((first.group, last.group), (1, 2));
    assert!(first.facts.iter().any(|fact| &*fact.text == "二〇三五年（到2035年）"));
    assert!(last.facts.iter().any(|fact| &*fact.text == "五年内（到2025年）（基本）"));
}

#[test]
fn a_stage_has_the_plans_verb_and_its_article() {
    let all = bundled(Lang::ZH);
    let railway = item(&all, "guangzhou-zhanjiang-hsr-completion");
    let facts: Vec<_> = railway.facts.iter().map(|fact| (&*fact.label, &*fact.text)).collect();
    assert_eq!(
        facts,
        [
            ("时间", "“十四五”时期（2021—2025年间）"),
            ("进度", "拟完成，规划原文："),
            ("另一时期", "推进（“十三五”时期）"),
            ("服务于", "建设全国性综合交通枢纽"),
            ("名词", "五龙入湛"),
            ("出处", "第七条　建设全国性综合交通枢纽"),
        ]
    );
    let before = item(&all, "guangzhou-zhanjiang-hsr-under-way");
    assert!(before.facts.iter().any(|fact| &*fact.quote == "加快推进"));
}

/// A plan promises nothing of the time before it.
#[test]
fn what_was_under_way_is_not_called_promised() {
    let all = bundled(Lang::EN);
    assert_eq!(&*item(&all, "guangzhou-zhanjiang-hsr-under-way").label, "Under way");
    let promised = all.items.iter().filter(|item| item.label.starts_with("Promised"));
    assert!(promised.clone().all(|item| item.group > 0) && promised.count() < 3);
}

#[test]
fn a_timeline_says_how_many_projects_it_leaves_out() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    let shown: std::collections::HashSet<&str> =
        plan.events.iter().flat_map(|event| &event.projects).map(|id| &**id).collect();
    let count = plan.projects.len() - shown.len();
    let notice = bundled(Lang::EN).notice;
    assert!(count > 0 && notice.ends_with(&format!("not on this timeline: {count}.")), "{notice}");
    assert!(notice.contains("Adopted: 22 December 2020. Period: 2021–2025."), "{notice}");
}

/// The view model with the works without a date.
fn whole(plan: &Plan, lang: &Lang) -> TimelineView {
    TimelineView::whole(plan, lang, &Language::of(lang))
}

/// Whoever asks for the works that no event is about gets all of them, and nothing else changes.
#[test]
fn every_project_is_shown_to_whoever_asks() {
    for lang in [Lang::ZH, Lang::EN] {
        let plan = Plan::from_json(PLAN_JSON).unwrap();
        let (first, all) = (TimelineView::of(&plan, &lang), whole(&plan, &lang));
        let shown: std::collections::HashSet<&str> = all.items.iter().map(|item| &*item.project).collect();
        assert!(plan.projects.iter().all(|project| shown.contains(&*project.id)));
        let (dated, works): (Vec<&Item>, Vec<&Item>) =
            all.items.iter().partition(|item| !item.id.contains(':'));
        let ids = |items: &[&Item]| items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&dated), ids(&first.items.iter().collect::<Vec<_>>()), "in the same order");
        let projects: std::collections::HashSet<&str> = works.iter().map(|item| &*item.project).collect();
        assert!(first.undated.contains(&projects.len().to_string()), "{}", first.undated);
        assert!(!all.notice.contains(&projects.len().to_string()) && first.notice.len() > all.notice.len());
        assert!(!all.undated.is_empty() && all.undated != first.undated);
        // Each says its stage, with the plan's verb and passage, and what it serves.
        for work in works {
            let stage = &all.facets[STAGE][work.facets[STAGE][0]];
            assert!(work.label.starts_with(&*stage.name), "{}", work.label);
            assert!(work.facts.iter().any(|fact| !fact.quote.is_empty()) && !work.cite.is_empty());
            assert_eq!(work.when, all.groups[work.group].title);
            assert!(matches!(work.shape, Shape::Undated | Shape::By), "{}", work.id);
        }
    }
}

#[test]
fn works_without_a_date_stand_at_the_end_of_their_period() {
    let all = whole(&Plan::from_json(PLAN_JSON).unwrap(), &Lang::EN);
    let groups: Vec<_> = all.groups.iter().map(|group| (&*group.title, &*group.when)).collect();
    assert_eq!(
        groups,
        [
            ("13th Five-Year Plan period", "within 2016–2020"),
            ("14th Five-Year Plan period", "within 2021–2025"),
            ("14th Five-Year Plan period", "projects without a date of their own"),
            ("Vision for 2035", "by 2035"),
            ("Vision for 2035", "projects without a date of their own"),
        ]
    );
    assert!(all.items.is_sorted_by_key(|item| item.group));
}

/// A plan of projects with these mentions, in two periods.
fn works(mentions: &Value) -> TimelineView {
    let text = |text: &str| json!({ "en": text });
    let plan = json!({
        "schema": 1,
        "languages": ["en"],
        "plan": { "id": "test", "title": text("Test"), "short": text("Test") },
        "topics": [{ "id": "one", "name": text("One") }],
        "periods": [period("first", "2021/2025"), period("second", "2026/2030")],
        "projects": [
            { "id": "bridge", "name": text("Bridge"), "topic": "one", "mentions": mentions },
            { "id": "silent", "name": text("Silent"), "topic": "one" },
        ],
        "events": [event("bridge", "2022-03-01", "on")],
    });
    whole(&Plan::read(&plan).unwrap(), &Lang::EN)
}

#[test]
fn a_work_stands_once_for_each_stage_and_period_under_its_own_time_where_it_has_one() {
    let mention = |stage: &str, period: &str, more: Value| {
        let mut mention = json!({ "stage": stage, "verb": { "exact": "build" }, "period": period });
        mention.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap_or_default());
        mention
    };
    let all = works(&json!([
        mention("start", "first", json!({})),
        mention("start", "first", json!({ "object": { "en": "again" } })),
        mention("complete", "first", json!({ "degree": "basic" })),
        mention("plan", "second", json!({ "time": { "edtf": "2027-05-01", "kind": "on" } })),
    ]));
    let items: Vec<_> = all.items.iter().map(|item| (&*item.id, &*item.label, item.shape)).collect();
    assert_eq!(
        items,
        [
            ("bridge", "", Shape::Point),
            ("bridge:start:first", "To begin", Shape::Undated),
            ("bridge:complete:first", "To be finished, basically", Shape::Undated),
            ("bridge:plan:second", "To be planned", Shape::Point),
        ]
    );
    assert_eq!(all.groups.len(), 3);
    assert!(all.notice.ends_with("not on this timeline: 1."), "{}", all.notice);
    assert_eq!(&*all.undated, "Hide the projects without a date of their own");
    assert_eq!(&*works(&json!([])).undated, "", "nothing is said of them");
}

/// What has a date keeps its rows of a lane; the works without one take what is left, and the others are counted.
#[test]
fn works_without_a_date_take_no_row_from_what_has_one() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    let (first, all) = (bundled(Lang::ZH), whole(&plan, &Lang::ZH));
    let shown = |view: &TimelineView| -> Vec<Box<str>> {
        let lanes = all_lanes(view, Window::of(view), 60.0, &[]);
        let bars = lanes.iter().flat_map(|lane| &lane.bars).filter(|bar| bar.more == 0);
        let mut ids: Vec<_> = bars.map(|bar| view.items[bar.item].id.clone()).collect();
        ids.sort();
        ids
    };
    let kept = shown(&all);
    assert!(shown(&first).iter().all(|id| kept.contains(id)));
    let bars: usize = all_lanes(&all, Window::of(&all), 60.0, &[]).iter().map(|lane| lane.bars.len()).sum();
    assert!(bars < 150, "{bars}");
    // What begins within the period has its row as well.
    let stages = ["start", "complete", "accelerate", "strive", "plan"]
        .map(|stage| json!({ "stage": stage, "verb": { "exact": "build" }, "period": "first" }));
    let all = works(&json!(stages));
    let lanes = all_lanes(&all, Window::of(&all), 60.0, &[]);
    let shown = |id: &str| lanes[0].bars.iter().any(|bar| bar.more == 0 && &*all.items[bar.item].id == id);
    assert!(shown("bridge") && shown("bridge:start:first") && !shown("bridge:plan:first"));
}

/// A reader of a fact finds what its stage means.
#[test]
fn stages_that_only_facts_name_are_explained() {
    let all = bundled(Lang::EN);
    let explained: Vec<&str> = all.facets[STAGE].iter().chain(&all.named).map(|stage| &*stage.name).collect();
    let label = Language::of(&Lang::EN).plan().elsewhere().to_owned();
    let others = all.items.iter().flat_map(|item| &item.facts).filter(|fact| *fact.label == *label);
    for fact in others.clone() {
        assert!(explained.iter().any(|name| fact.text.starts_with(name)), "{} {explained:?}", fact.text);
    }
    assert!(others.count() > 0 && !all.named.is_empty());
    assert!(all.named.iter().all(|stage| !stage.about.is_empty() && !all.facets[STAGE].contains(stage)));
}

/// Names of the same time stand one below the other, as far as there is room, and those of others beside each other.
#[test]
fn names_of_bands_never_lie_over_one_another() {
    let list = [
        period("all", "2010/2030"),
        period("first", "2010/2019"),
        period("second", "2020/2030"),
        period("late", "2025/2030"),
        json!({ "id": "vision", "name": { "en": "vision" }, "time": { "edtf": "2035", "kind": "by" } }),
    ];
    let text = |text: &str| json!({ "en": text });
    let plan = json!({
        "schema": 1, "languages": ["en"], "plan": { "id": "test", "title": text("Test"), "short": text("Test") },
        "topics": [{ "id": "one", "name": text("One") }], "periods": list, "events": [event("one", "2022", "on")],
    });
    let all = TimelineView::of(&Plan::read(&plan).unwrap(), &Lang::EN);
    let rows: Vec<_> = all.bands.iter().map(|band| (&*band.title, band.row)).collect();
    assert_eq!(rows, [("first", 0), ("all", 1), ("second", 0), ("late", 2), ("vision", 0)]);
    for (at, band) in all.bands.iter().enumerate() {
        let begin = band.first.or(all.begin_of(band.last)).unwrap();
        for other in all.bands[at + 1..].iter().filter(|other| other.row == band.row) {
            let begins = other.first.or(all.begin_of(other.last)).unwrap();
            assert!(
                band.last < begins && band.until.is_some_and(|until| until < begins),
                "{band:?} {other:?}"
            );
        }
        assert!(begin <= band.last);
    }
}

/// Each item can be pointed at, and what comes later stands further along.
#[test]
fn marks_of_a_story_are_apart_and_in_order() {
    let all = bundled(Lang::ZH);
    let items: Vec<usize> = (0..all.items.len()).collect();
    let places = marks(&all, &items, Window::of(&all));
    assert_eq!(places.len(), items.len());
    assert!(places.iter().all(|at| (0.0..=1.0).contains(at)));
    for pair in all.items.iter().zip(&places).collect::<Vec<_>>().windows(2) {
        let [(before, one), (after, other)] = pair else { unreachable!() };
        if before.group == after.group && (before.first, before.last) == (after.first, after.last) {
            assert!(*other - *one > 0.002, "{} {}", before.id, after.id);
        }
    }
}

/// Films that a page can play, by their URLs; others are links.
#[test]
fn films_are_known_by_their_urls() {
    for (src, plays, frame, host) in [
        ("https://example.org/a.mp4", 1, "", ""),
        ("films/a.webm?width=720#t=3", 1, "", ""),
        ("https://example.org/a.mov", 0, "", ""),
        ("https://example.org/watch?film=a.mp4", 0, "", ""),
        (
            "https://www.youtube.com/watch?t=1&v=ab_C-1",
            0,
            "https://www.youtube-nocookie.com/embed/ab_C-1",
            "www.youtube-nocookie.com",
        ),
        (
            "https://youtu.be/ab_C-1?si=x",
            0,
            "https://www.youtube-nocookie.com/embed/ab_C-1",
            "www.youtube-nocookie.com",
        ),
        ("https://www.youtube.com/playlist?list=x", 0, "", ""),
        ("https://www.youtube.com/watch?v=a/../b", 0, "", ""),
        ("https://vimeo.com/123", 0, "https://player.vimeo.com/video/123?dnt=1", "player.vimeo.com"),
        ("https://vimeo.com/channels/staff", 0, "", ""),
        (
            "https://www.bilibili.com/video/BV1x/?p=1",
            0,
            "https://player.bilibili.com/player.html?autoplay=0&bvid=BV1x",
            "player.bilibili.com",
        ),
        ("https://youtube.com.example.org/watch?v=a", 0, "", ""),
    ] {
        let mut event = event("film", "2022", "on");
        event["media"] = json!([{ "kind": "video", "src": src, "alt": { "en": "A film" } }]);
        let view = plan_of(json!([event]));
        let medium = &view.items[0].media[0];
        assert_eq!((medium.plays, &*medium.frame, &*medium.host), (plays, frame, host), "{src}");
    }
}

#[test]
fn a_figure_has_its_number_and_what_sort_it_is() {
    let all = bundled(Lang::EN);
    let gdp = item(&all, "gdp-2020");
    assert_eq!(&*gdp.title, "The city’s GDP in 2020 (forecast): over 310 billion yuan");
    assert_eq!((&*gdp.label, &*gdp.when), ("Forecast", "2020"));
    assert!(
        gdp.facts.iter().any(|fact| &*fact.text == "over 310 billion yuan (forecast, 2020)"),
        "{:?}",
        gdp.facts
    );
}

#[test]
fn times_have_shapes() {
    for (edtf, kind, shape) in [
        ("2025-05-05", "on", Shape::Point),
        ("2025-05-05", "by", Shape::By),
        ("2025-05", "on", Shape::Within),
        ("2025-33", "on", Shape::Within),
        ("202X", "on", Shape::Within),
        ("2016/2020", "during", Shape::Within),
        ("2016/2020", "average", Shape::Span),
        ("2024-09-01/2027-08-31", "on", Shape::Span),
        ("2024-09/2027-08", "on", Shape::Within),
        ("2024-09-01~/2027-08-31", "on", Shape::Within),
        ("2024/..", "on", Shape::Since),
        ("../2024", "on", Shape::By),
        ("/2024", "during", Shape::By),
        ("../..", "on", Shape::Timeless),
    ] {
        assert_eq!(plan_of(json!([event("a", edtf, kind)])).items[0].shape, shape, "{edtf} {kind}");
    }
}

#[test]
fn items_are_sorted_by_their_bounds() {
    let events = [
        ("open", "2023/..", "on"),
        ("late", "2024-03-01", "on"),
        ("month", "2024-03", "on"),
        ("bc", "-0043-03-15", "on"),
        ("early", "2024-02-28", "on"),
        ("year", "2024", "on"),
        ("until", "../2022", "on"),
        ("never", "../..", "on"),
    ];
    let all = plan_of(events.iter().map(|(id, edtf, kind)| event(id, edtf, kind)).collect());
    let order: Vec<_> = all.items.iter().map(|item| &*item.id).collect();
    assert_eq!(order, ["bc", "until", "open", "year", "early", "late", "month", "never"]);
    assert_eq!(&*all.groups.last().unwrap().title, "The plan states no time");
}

#[test]
fn items_in_no_period_stand_under_years_decades_or_more() {
    let headings = |years: &[i32]| -> Vec<String> {
        let events = years.iter().map(|year| event(&format!("y{year}"), &format!("{year:04}"), "on"));
        plan_of(events.collect()).groups.iter().map(|group| group.title.to_string()).collect()
    };
    assert_eq!(headings(&[2024, 2025]), ["2024", "2025"]);
    assert_eq!(headings(&[1890, 1899, 2024]), ["1890s", "2020s"]);
    assert_eq!(headings(&[1024, 2024]), ["1000 to 1099", "2000 to 2099"]);
}

/// The list of a plan of these periods and events: each heading with the ids under it.
fn list_of(periods: &Value, events: &Value) -> Vec<(String, Vec<String>)> {
    let text = |text: &str| json!({ "en": text });
    let plan = json!({
        "schema": 1,
        "languages": ["en"],
        "plan": { "id": "test", "title": text("Test"), "short": text("Test") },
        "topics": [{ "id": "one", "name": text("One") }],
        "periods": periods,
        "events": events,
    });
    let view = TimelineView::of(&Plan::read(&plan).unwrap(), &Lang::EN);
    let ids = |group: usize| {
        view.items.iter().filter(move |item| item.group == group).map(|item| item.id.to_string())
    };
    view.groups.iter().enumerate().map(|(at, group)| (group.title.to_string(), ids(at).collect())).collect()
}

fn period(id: &str, edtf: &str) -> Value {
    json!({ "id": id, "name": { "en": id }, "time": { "edtf": edtf, "kind": "during" } })
}

fn list(groups: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    groups.iter().map(|(title, ids)| ((*title).into(), ids.iter().map(|id| (*id).into()).collect())).collect()
}

#[test]
fn what_is_said_of_a_period_as_a_whole_stands_at_its_head() {
    let summary = json!({ "en": "Half the harbour was gone." });
    let media =
        json!([{ "kind": "page", "src": "https://example.org/harbour", "alt": { "en": "The harbour" } }]);
    let whole = |id: &str, more: Value| {
        let mut event = json!({ "id": id, "kind": "period", "period": "rebuild", "title": { "en": "The town rebuilds" } });
        event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        event
    };
    let bridge = event("bridge", "1946-01-01", "on");
    let periods = json!([period("rebuild", "1946/1960")]);
    for (wholes, expected) in [
        (json!([whole("a", json!({}))]), list(&[("The town rebuilds", &["bridge"])])),
        (json!([whole("a", json!({ "summary": summary }))]), list(&[("rebuild", &["a", "bridge"])])),
        (json!([whole("a", json!({ "media": media }))]), list(&[("rebuild", &["a", "bridge"])])),
        // Two of one period: one is its heading, and neither is lost.
        (
            json!([whole("a", json!({})), whole("b", json!({}))]),
            list(&[("The town rebuilds", &["b", "bridge"])]),
        ),
        (
            json!([whole("a", json!({ "summary": summary })), whole("b", json!({}))]),
            list(&[("The town rebuilds", &["a", "bridge"])]),
        ),
    ] {
        for place in [0, wholes.as_array().unwrap().len()] {
            let mut events = wholes.as_array().unwrap().clone();
            events.insert(place, bridge.clone());
            assert_eq!(list_of(&periods, &events.into()), expected, "{wholes}");
        }
    }
    // Alone it stays an item.
    let alone = json!([whole("a", json!({ "summary": summary, "media": media }))]);
    assert_eq!(list_of(&periods, &alone), list(&[("rebuild", &["a"])]));
}

#[test]
fn periods_that_overlap_stand_once_with_their_items_together() {
    let within = |id: &str, edtf: &str, period: &str| json!({ "id": id, "kind": "event", "title": { "en": id }, "period": period, "time": { "edtf": edtf, "kind": "on" } });
    for (periods, events, expected) in [
        // They begin on the same day.
        (
            json!([period("long", "1900/1999"), period("short", "1900/1909")]),
            json!([
                within("a", "1901", "long"),
                within("b", "1902", "short"),
                within("c", "1903", "long"),
                within("d", "1904", "short")
            ]),
            list(&[("long", &["a", "c"]), ("short", &["b", "d"])]),
        ),
        // One within another, and one that goes on beyond.
        (
            json!([period("long", "1900/1999"), period("inner", "1950/1959"), period("after", "1990/2010")]),
            json!([
                within("a", "1995", "long"),
                within("b", "1955", "inner"),
                within("c", "1995", "after"),
                event("d", "1956", "on"),
                event("e", "2005", "on")
            ]),
            list(&[("long", &["d", "a"]), ("inner", &["b"]), ("after", &["c", "e"])]),
        ),
        // Nobody says which of two: the first of the plan.
        (
            json!([period("monastery", "0870/0930"), period("counts", "0900-06-18/1107")]),
            json!([
                event("ferry", "0902/0929", "during"),
                event("flood", "0922-08-09/0922-08-23", "during"),
                event("pier", "0922-08-09", "on")
            ]),
            list(&[("monastery", &["ferry", "pier", "flood"])]),
        ),
        // Ends that nobody knows.
        (
            json!([period("since", "1900/.."), period("until", "../1900"), period("never", "../..")]),
            json!([
                within("a", "1901", "since"),
                within("b", "1899", "until"),
                within("c", "1902", "never"),
                within("d", "1903", "since")
            ]),
            list(&[("since", &["a", "d"]), ("until", &["b"]), ("never", &["c"])]),
        ),
    ] {
        assert_eq!(list_of(&periods, &events), expected, "{periods}");
    }
}

#[test]
fn an_invented_plan_has_items_as_well() {
    let all = school(Lang::EN);
    let items: Vec<_> = all.items.iter().map(|item| (&*item.title, &*item.when, item.shape)).collect();
    assert_eq!(
        items,
        [
            ("The plan is adopted", "18 June 2024", Shape::Point),
            ("Daily reading begins", "autumn 2024", Shape::Within),
            ("cycle shed", "March 2025", Shape::Within),
            ("The boathouse opens", "5 May 2025", Shape::Point),
            ("Bus lines that stop at the gate: Two bus lines", "2026", Shape::Within),
            ("A school on the river", "by 31 August 2027", Shape::By),
        ]
    );
    assert_eq!(
        &*item(&all, "boathouse-opens").media[0].caption,
        "The boathouse, as drawn by class 5b (Class 5b)"
    );
}

/// A filter by a search and, for each facet, ids separated by spaces.
fn filter(query: &str, facets: [&str; 4]) -> TimelineFilter {
    let mut filter = TimelineFilter { query: query.into(), ..TimelineFilter::default() };
    for (facet, ids) in facets.iter().enumerate() {
        filter.select(facet, &ids.split(' ').filter(|id| !id.is_empty()).collect::<Vec<_>>());
    }
    filter
}

#[test]
fn filters_combine() {
    let all = bundled(Lang::ZH);
    let count =
        |query, facets| filter(query, facets).found(&all.facets, &all.items, &Index::default()).items.len();
    let nothing = ["", "", "", ""];
    assert_eq!(count("", nothing), 90);
    assert_eq!(
        count("", ["transport", "", "", ""]),
        all.items.iter().filter(|item| has(&all, item, TOPIC, "transport")).count()
    );
    let both = count("", ["transport", "complete", "", ""]);
    assert_eq!(
        both,
        all.items
            .iter()
            .filter(|i| has(&all, i, TOPIC, "transport") && has(&all, i, STAGE, "complete"))
            .count()
    );
    assert!(both > 0);
    assert_eq!(
        count("", ["transport energy", "", "", ""]),
        count("", ["transport", "", "", ""]) + count("", ["energy", "", "", ""])
    );
    assert_eq!(count("高铁", ["", "", "14th", "7"]), 3);
    assert_eq!(count("没有这样的字", nothing), 0);
    assert_eq!(count("", ["no-such-topic", "", "", ""]), 0);
}

fn has(all: &TimelineView, item: &Item, facet: usize, id: &str) -> bool {
    item.facets[facet].iter().any(|index| &*all.facets[facet][*index].id == id)
}

#[test]
fn counts_say_what_another_choice_would_leave() {
    let all = bundled(Lang::ZH);
    let selection = filter("", ["transport", "complete", "", ""]);
    let counts = selection.found(&all.facets, &all.items, &Index::default()).counts;
    for (facet, values) in all.facets.iter().enumerate() {
        for (index, value) in values.iter().enumerate() {
            let mut other = selection.clone();
            other.select(facet, &[&value.id]);
            assert_eq!(
                counts[facet][index],
                other.found(&all.facets, &all.items, &Index::default()).items.len(),
                "{} {}",
                TimelineFilter::FACETS[facet],
                value.id
            );
        }
    }
}

#[test]
fn titles_are_found_by_pinyin_and_initials_where_the_plan_gives_it() {
    let mut event = event("a", "2025", "on");
    event["pinyin"] = "guǎng zhàn gāo tiě".into();
    let all = plan_of(json!([event]));
    for query in ["guangzhan", "gzgt", "gāo tiě", "ｇｕａｎｇ"] {
        assert_eq!(
            filter(query, [""; 4]).found(&all.facets, &all.items, &Index::default()).items,
            [0],
            "{query}"
        );
    }
    assert_eq!(filter("beijing", [""; 4]).found(&all.facets, &all.items, &Index::default()).items, [0; 0]);
}

#[test]
fn a_toggled_value_comes_and_goes() {
    let mut filter = filter("", ["", "start", "", ""]);
    filter.toggle(STAGE, "complete");
    assert_eq!(filter.stages, [Stage::Start, Stage::Complete]);
    filter.toggle(STAGE, "start");
    assert_eq!(filter.stages, [Stage::Complete]);
    assert!(!filter.is_empty());
}

fn all_lanes(all: &TimelineView, window: Window, width: f64, opened: &[usize]) -> Vec<Lane> {
    let items: Vec<usize> = (0..all.items.len()).collect();
    lanes(all, &items, &Room { window, width, opened, selected: None, all: all.items.len() })
}

#[test]
fn no_bar_covers_another() {
    for all in [bundled(Lang::ZH), bundled(Lang::EN), school(Lang::EN), many(3000)] {
        for width in [40.0, 60.0, 120.0] {
            for factor in [1.0, 3.0, 40.0] {
                let axis = Window::of(&all);
                for lane in all_lanes(&all, axis.zoomed(factor, 0.4, axis), width, &[1, 2]) {
                    for (at, bar) in lane.bars.iter().enumerate() {
                        let beyond = lane.bars[at + 1..].iter().find(|other| {
                            other.row == bar.row && other.start + 1e-6 < bar.start + bar.length
                        });
                        assert!(beyond.is_none() || bar.more > 0, "{bar:?} {beyond:?}");
                        assert!(bar.row < lane.rows && bar.start >= 0.0 && bar.start <= 1.0, "{bar:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_name_at_the_end_stands_before_it() {
    let all = plan_of(json!([
        event("first-of-all", "2020-01-01", "on"),
        event("last-of-all", "2024-12-31", "on"),
        event("last-but-one", "2024-12-01", "on"),
        event("much-earlier", "2024-03-01", "on"),
    ]));
    let lanes = all_lanes(&all, Window::of(&all), 60.0, &[]);
    let bar = |id: &str| {
        let is_its = |bar: &&Bar| &*all.items[bar.item].id == id;
        lanes.iter().flat_map(|lane| &lane.bars).find(is_its).unwrap()
    };
    let late = ["first-of-all", "last-of-all", "last-but-one"].map(|id| bar(id).late);
    assert_eq!(late, [false, true, true]);
    // Their names lie over one another, and over what comes before.
    let rows = ["last-of-all", "last-but-one", "much-earlier"].map(|id| bar(id).row);
    assert!(rows[0] != rows[1] && rows[0] != rows[2] && rows[1] != rows[2], "{rows:?}");
}

#[test]
fn what_has_no_room_is_counted() {
    for all in [bundled(Lang::ZH), many(3000)] {
        let shown = |lanes: &[Lane]| -> usize {
            lanes.iter().flat_map(|lane| &lane.bars).map(|bar| bar.more.max(1)).sum()
        };
        let lanes = all_lanes(&all, Window::of(&all), 60.0, &[]);
        assert_eq!(shown(&lanes), all.items.len());
        assert_eq!(lanes.iter().map(|lane| lane.all).sum::<usize>(), all.items.len());
    }
}

#[test]
fn an_opened_lane_counts_nothing_of_an_ordinary_plan() {
    let all = bundled(Lang::ZH);
    let opened: Vec<usize> = (0..=all.facets[TOPIC].len()).collect();
    let lanes = all_lanes(&all, Window::of(&all), 60.0, &opened);
    assert!(lanes.iter().flat_map(|lane| &lane.bars).all(|bar| bar.more == 0));
}

#[test]
fn the_selected_item_is_always_shown() {
    let all = bundled(Lang::ZH);
    let items: Vec<usize> = (0..all.items.len()).collect();
    for selected in &items {
        let room = Room {
            window: Window::of(&all),
            width: 60.0,
            opened: &[],
            selected: Some(*selected),
            all: all.items.len(),
        };
        let lanes = lanes(&all, &items, &room);
        assert!(lanes.iter().flat_map(|lane| &lane.bars).any(|bar| bar.more == 0 && bar.item == *selected));
    }
}

/// The room that static content keeps for lanes is right whatever their width is.
#[test]
fn lanes_of_the_bundled_plan_are_as_high_at_any_width() {
    for lang in [Lang::ZH, Lang::EN] {
        let all = bundled(lang.clone());
        let rows = |width| -> Vec<usize> {
            all_lanes(&all, Window::of(&all), width, &[]).iter().map(|lane| lane.rows).collect()
        };
        for width in [51.0, 60.0, 75.0, 100.0, 200.0] {
            assert_eq!(rows(width), rows(60.0), "{width}");
        }
    }
}

/// So many days' events in a few topics.
fn many(count: usize) -> TimelineView {
    let events = (0..count).map(|index| {
        let mut event = event(
            &format!("e{index}"),
            &format!("{}-{:02}-{:02}", 2000 + index % 20, index % 12 + 1, index % 28 + 1),
            "on",
        );
        event["topics"] = json!([if index % 2 == 0 { "one" } else { "two" }]);
        event
    });
    plan_of(events.collect())
}

#[test]
fn few_nodes_show_many_items() {
    let all = many(10_000);
    for factor in [1.0, 10.0, 100.0] {
        let axis = Window::of(&all);
        let bars: usize = all_lanes(&all, axis.zoomed(factor, 0.5, axis), 80.0, &[])
            .iter()
            .map(|lane| lane.bars.len())
            .sum();
        assert!(bars < 100, "{bars} at {factor}");
    }
}

#[test]
fn an_axis_has_marks_that_have_room() {
    let of = |start: &str, end: &str, most| -> Vec<String> {
        let all = plan_of(json!([event("a", start, "on"), event("b", end, "on")]));
        Window::of(&all).ticks(most).iter().map(|tick| format!("{}-{}", tick.year, tick.month)).collect()
    };
    assert_eq!(of("2016-01-01", "2025-12-31", 12)[..3], ["2016-0", "2017-0", "2018-0"]);
    assert_eq!(of("2016-01-01", "2025-12-31", 6), ["2016-0", "2018-0", "2020-0", "2022-0", "2024-0"]);
    assert_eq!(of("2024-01-01", "2024-12-31", 12)[..3], ["2024-1", "2024-2", "2024-3"]);
    assert_eq!(of("2024-01-01", "2024-12-31", 5), ["2024-1", "2024-4", "2024-7", "2024-10"]);
    assert_eq!(of("-0500", "1500", 5), ["-499-0", "500-0", "1000-0"]);
    // The last one where its name has room before the end.
    assert_eq!(of("2016-01-01", "2035-12-31", 4).last().unwrap(), "2030-0");
    assert_eq!(of("2016-01-01", "2035-12-31", 20).last().unwrap(), "2035-0");
    for most in [1, 2, 5, 10, 30] {
        assert!(of("1066-10-14", "2024-12-31", most).len() <= most + 1, "{most}");
    }
}

/// Years as people count them: no year 0, and round ones in either era.
#[test]
fn an_axis_is_round_in_either_era() {
    let of = |start: &str, end: &str, most| -> Vec<i32> {
        let all = plan_of(json!([event("a", start, "on"), event("b", end, "on")]));
        let ticks = Window::of(&all).ticks(most);
        ticks.iter().map(|tick| if tick.year > 0 { tick.year } else { tick.year - 1 }).collect()
    };
    assert_eq!(of("-0043-03-15", "0014", 12), [-40, -35, -30, -25, -20, -15, -10, -5, 5, 10]);
    assert_eq!(of("-0003", "0004", 12), [-4, -3, -2, -1, 1, 2, 3, 4]);
    assert_eq!(of("-0300", "-0100", 5), [-300, -250, -200, -150]);
    for start in -60..20 {
        for most in [3, 7, 12, 40] {
            let start = if start < 0 { format!("-{:04}", -start) } else { format!("{start:04}") };
            let years = of(&start, "0033", most);
            // Between two eras it is twice as far.
            let apart = years.windows(2).map(|two| two[1] - two[0]);
            let step = apart.chain(years.iter().map(|year| year.abs())).min().unwrap_or(1);
            assert!(years.windows(2).all(|two| two[0] < two[1]), "{start} {years:?}");
            assert!(years.iter().all(|year| *year != 0 && year % step == 0), "{start} {years:?}");
        }
    }
}

#[test]
fn decades_are_round_in_either_era() {
    let headings = |dates: &[&str]| -> Vec<String> {
        let events = dates.iter().map(|date| event(&format!("e{date}"), date, "on")).collect();
        let all = plan_of(Value::Array(events));
        all.items.iter().map(|item| all.groups[item.group].title.to_string()).collect()
    };
    let dates = ["-0043-03-15", "-0039", "-0030-09-02", "-0008", "0000", "0001", "0009-09", "0010", "0033"];
    let expected = [
        "40s BC",
        "40s BC",
        "30s BC",
        "9 BC to 1 BC",
        "9 BC to 1 BC",
        "1 AD to 9 AD",
        "1 AD to 9 AD",
        "10 AD to 19 AD",
        "30 AD to 39 AD",
    ];
    assert_eq!(headings(&dates), expected);
    assert_eq!(headings(&["-0199", "0450"]), ["299 BC to 200 BC", "400 to 499"]);
}

#[test]
fn a_window_stays_within_the_axis() {
    let all = bundled(Lang::ZH);
    let axis = Window::of(&all);
    assert_eq!(axis.zoomed(0.5, 0.5, axis), axis);
    assert_eq!(axis.moved(0.5, axis), axis);
    let closer = axis.zoomed(4.0, 1.0, axis);
    assert!((closer.end - axis.end).abs() < 1e-6 && (closer.length() * 4.0 - axis.length()).abs() < 1e-6);
    let earlier = closer.moved(-9.0, axis);
    assert!((earlier.start - axis.start).abs() < 1e-6);
    assert_eq!(earlier.showing(closer.start, closer.end, axis).start, closer.start);
    assert!(axis.zoomed(1e9, 0.5, axis).length() >= 28.0);
}
