//! Loading: the bundled plan, and what is said of broken ones.

use crate::hostile::models::phrases::is_worded;
use plan_widgets::{
    Lang, PLAN_JSON, Plan, Problems, TimelineView,
    model::{decimal, signed},
    view::{
        View as _,
        search::{fold, initials},
        timeline::{Item, Medium},
    },
};
use serde_json::{Value, json};

const SCHOOL: &str = include_str!("../school/plan.json");

#[test]
fn the_bundled_plan_loads() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    assert_eq!(plan.languages, [Lang::ZH, Lang::EN, Lang::new("zh-Hant")]);
    let terms: Vec<_> = plan.terms.iter().map(|term| (term.name.get("zh"), term.components.len())).collect();
    assert_eq!(
        terms,
        [
            ("1+1+9", 11),
            ("三个一", 3),
            ("四篇文章", 4),
            ("四大抓手", 4),
            ("五大产业发展计划", 5),
            ("五龙入湛", 5),
            ("双区", 2),
            ("核+副中心", 2),
            ("2+7+18", 3),
            ("35+500", 2),
            ("四好农村路", 4),
            ("三线一单", 4),
            ("三医联动", 3),
        ]
    );
}

#[test]
fn every_term_of_the_bundled_plan_is_cited() {
    let plan = Plan::from_json(PLAN_JSON).unwrap();
    for (number, term) in (1..).zip(&plan.terms) {
        let cite = term.cite.as_ref().unwrap();
        assert_eq!((cite.glossary_entry(), cite.at.is_some()), (Some(number), true));
        for component in &term.components {
            let cite = component.cite.as_ref().unwrap();
            assert!(cite.at.is_some());
            let exact = cite.exact.as_deref().unwrap_or(component.text.get("zh"));
            assert!(exact.contains(component.text.get("zh")), "{exact}");
            assert!(component.label.as_ref().is_none_or(|label| exact.contains(label.get("zh"))), "{exact}");
        }
    }
}

#[test]
fn pinyin_is_given_in_three_forms_that_agree() {
    for term in &Plan::from_json(PLAN_JSON).unwrap().terms {
        let toneless: Vec<_> = term.pinyin.split(' ').map(|syllable| fold(syllable).to_lowercase()).collect();
        assert_eq!(
            (&*term.toneless, &*term.initials),
            (&*toneless.join(" "), &*fold(&initials(&term.pinyin)).to_lowercase())
        );
    }
}

#[test]
fn every_event_has_a_title() {
    for plan in [PLAN_JSON, SCHOOL] {
        let plan = Plan::from_json(plan).unwrap();
        for event in &plan.events {
            assert!(plan.title(event).is_some(), "{}", &*event.id);
        }
    }
}

#[test]
fn a_plan_written_is_the_plan_read() {
    for text in [PLAN_JSON, SCHOOL] {
        let plan = Plan::from_json(text).unwrap();
        let written = plan.to_json().unwrap();
        assert_eq!(Plan::from_json(&written).unwrap(), plan);
        let mut given: Value = serde_json::from_str(text).unwrap();
        given.as_object_mut().unwrap().remove("$schema");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), given);
    }
}

/// Where a Chinese text has a name of `translations.json`, the English has one of its translations.
#[test]
fn names_are_translated_alike() {
    fn walk(value: &Value, visit: &mut impl FnMut(&str, &str)) {
        if let (Some(zh), Some(en)) = (value["zh"].as_str(), value["en"].as_str()) {
            visit(zh, en);
        }
        match value {
            Value::Object(members) => members.values().for_each(|member| walk(member, visit)),
            Value::Array(items) => items.iter().for_each(|item| walk(item, visit)),
            _ => {}
        }
    }
    let names: Vec<Value> = serde_json::from_str(include_str!("../../src/model/translations.json")).unwrap();
    let plan = serde_json::from_str(PLAN_JSON).unwrap();
    let mut met = vec![0; names.len()];
    let mut wrong = Vec::new();
    walk(&plan, &mut |zh, en| {
        let lower = en.to_lowercase();
        for (met, name) in
            met.iter_mut().zip(&names).filter(|(_, name)| zh.contains(name["zh"].as_str().unwrap()))
        {
            *met += 1;
            let mut allowed =
                name["en"].as_array().unwrap().iter().map(|en| en.as_str().unwrap().to_lowercase());
            if !allowed.any(|allowed| lower.contains(&allowed)) {
                wrong.push(format!("{zh}: {en}: not one of {}", name["en"]));
            }
        }
    });
    assert_eq!(wrong, Vec::<String>::new());
    let unused: Vec<_> =
        names.iter().zip(met).filter(|(_, met)| *met == 0).map(|(name, _)| &name["zh"]).collect();
    assert!(unused.is_empty(), "the plan has none of {unused:?}");
}

/// A plan with one term, to break.
fn small() -> Value {
    json!({
        "schema": 1,
        "languages": ["zh", "en"],
        "plan": { "id": "small", "title": { "zh": "规划", "en": "Plan" }, "short": { "zh": "规划", "en": "Plan" } },
        "terms": [{
            "id": "one",
            "name": { "zh": "一", "en": "One" },
            "note": { "zh": "注", "en": "Note" },
            "components": [{ "text": { "zh": "甲", "en": "A" } }],
        }],
    })
}

#[test]
fn problems_have_pointer_and_remedy() {
    for (name, pointer, value, expected) in [
        ("wrong version", "/schema", json!(2), "/schema: expected 1, found 2"),
        ("version as text", "/schema", json!("1"), "/schema: expected 1, found \"1\""),
        ("version between", "/schema", json!(1.5), "/schema: expected 1, found a number"),
        (
            "no language",
            "/languages",
            json!([]),
            "/languages: expected at least one language, such as [\"en\"], found an array of 0",
        ),
        (
            "mistyped language",
            "/languages/1",
            json!("english"),
            "/languages/1: expected the tag of a language, such as \"fr\" or \"zh-Hant\", found \"english\"",
        ),
        ("terms as object", "/terms", json!({}), "/terms: expected an array, found an object"),
        ("term as text", "/terms/0", json!("一"), "/terms/0: expected an object, found \"一\""),
        (
            "bad id",
            "/terms/0/id",
            json!("One!"),
            "/terms/0/id: expected an id of up to 100 of a-z, 0-9 and hyphens, found \"One!\"",
        ),
        ("blank text", "/terms/0/note/zh", json!(" "), "/terms/0/note/zh: expected a text, found \" \""),
        (
            "null text",
            "/terms/0/note/zh",
            json!(null),
            "/terms/0/note/zh: expected a text, found null, true or false",
        ),
        (
            "unknown field",
            "/terms/0/nots",
            json!(1),
            "/terms/0/nots: expected one of id, name, note, components, cite, pinyin, reading, toneless, initials, occurrences, names, found an unknown field; did you mean \"note\"?",
        ),
        (
            "names that are no list",
            "/terms/0/names",
            json!({ "fr": "OPS" }),
            "/terms/0/names/fr: expected an array, found \"OPS\"",
        ),
        (
            "a further name of nothing",
            "/terms/0/names",
            json!({ "en": ["OPS", " "] }),
            "/terms/0/names/en/1: expected a text, found \" \"",
        ),
        (
            "names in no language",
            "/terms/0/names",
            json!({ "Deutsch": [] }),
            "/terms/0/names/Deutsch: expected one of zh, en, found an unknown field",
        ),
        (
            "key that needs escaping",
            "/terms/0/a~1b",
            json!(1),
            "/terms/0/a~1b: expected one of id, name, note, components, cite, pinyin, reading, toneless, initials, occurrences, names, found an unknown field",
        ),
        (
            "position between",
            "/terms/0/cite",
            json!({ "article": "1", "at": 5.5 }),
            "/terms/0/cite/at: expected a whole number, found a number",
        ),
        (
            "long text",
            "/terms/0/id",
            json!("长".repeat(50)),
            &format!(
                "/terms/0/id: expected an id of up to 100 of a-z, 0-9 and hyphens, found \"{}…\"",
                "长".repeat(40)
            ),
        ),
    ] {
        let mut model = small();
        set(&mut model, pointer, value);
        let problems = Plan::read(&model).unwrap_err();
        assert_eq!(problems.to_string(), expected, "{name}");
        problems.0.iter().for_each(is_worded);
    }
}

#[test]
fn records_of_every_kind_are_checked() {
    let text = || json!({ "zh": "甲", "en": "A" });
    for (name, collection, record, expected) in [
        (
            "time that isn't EDTF",
            "periods",
            json!({ "id": "one", "name": text(), "time": { "edtf": "2021-13", "kind": "during" } }),
            "/periods/0/time/edtf: expected an EDTF date or interval, such as \"2025-05-05\" or \"2024/2027\", found \"2021-13\"",
        ),
        (
            "unknown topic",
            "articles",
            json!({ "id": "1", "title": text(), "topics": ["see"] }),
            "/articles/0/topics/0: expected the id of a topic, found \"see\"; did you mean \"sea\"?",
        ),
        (
            "unknown stage",
            "projects",
            json!({ "id": "pier", "name": text(), "topic": "sea",
                "mentions": [{ "stage": "finish", "verb": { "exact": "建成" } }] }),
            "/projects/0/mentions/0/stage: expected one of achieved, complete, start, accelerate, strive, plan, support, \
             found \"finish\"",
        ),
        (
            "value as text",
            "figures",
            json!({ "id": "one", "text": text(), "value": "3", "unit": text(), "measure": text(), "kind": "rank" }),
            "/figures/0/value: expected a number, found \"3\"",
        ),
        (
            "term that isn't there",
            "goals",
            json!({ "id": "one", "kind": "vision", "title": text(), "terms": ["two"] }),
            "/goals/0/terms/0: expected the id of a term, found \"two\"",
        ),
        (
            "script as URL",
            "events",
            json!({ "id": "one", "kind": "milestone", "title": text(),
                "media": [{ "kind": "page", "src": "javascript:alert(1)", "alt": text() }] }),
            "/events/0/media/0/src: expected an address of http or https, or a relative one, \
             found \"javascript:alert(1)\"",
        ),
        (
            "event about nothing",
            "events",
            json!({ "id": "one", "kind": "milestone" }),
            "/events/0: expected a title, or just one goal, project or figure, found an object",
        ),
    ] {
        let mut model = small();
        model["topics"] = json!([{ "id": "sea", "name": text() }]);
        model[collection] = json!([record]);
        let problems = Plan::read(&model).unwrap_err();
        assert_eq!(problems.to_string(), expected, "{name}");
        problems.0.iter().for_each(is_worded);
    }
}

/// The same table in browsers, for attributes: `links::what_is_no_url_becomes_no_link`.
#[test]
fn urls_lead_to_pages_only() {
    let mut urls: Vec<(String, bool)> = serde_json::from_str(include_str!("../urls.json")).unwrap();
    urls.push((format!("https://example.org/{}", "a".repeat(9_000)), true));
    urls.push((format!("java{}script:x", "\n".repeat(9_000)), false));
    for (url, fits) in urls {
        let mut model = small();
        let text = json!({ "zh": "甲", "en": "A" });
        let media = json!({ "kind": "image", "src": url, "alt": text });
        model["events"] = json!([{ "id": "one", "kind": "milestone", "title": text, "media": [media] }]);
        let problems = Plan::read(&model).err().map(|problems| problems.0);
        let places: Vec<_> = problems.iter().flatten().map(|problem| &*problem.pointer).collect();
        let expected: &[&str] = if fits { &[] } else { &["/events/0/media/0/src"] };
        assert_eq!(places, expected, "{url:?}");
    }
}

#[test]
fn a_lot_of_wrong_references_takes_no_longer_than_it_is_long() {
    let ids: Vec<_> = (0..10_000)
        .map(|i| json!({ "id": format!("topic-{i}"), "name": { "zh": "甲", "en": "A" } }))
        .collect();
    let mut model = small();
    model["topics"] = json!(ids);
    let article = |i: usize| json!({ "id": i.to_string(), "title": { "zh": "甲", "en": "A" }, "topics": [format!("no-topic-{i}")] });
    model["articles"] = (0..10_000).map(article).collect();
    let Problems(problems) = Plan::read(&model).unwrap_err();
    let nearest = problems.iter().filter(|problem| problem.nearest.is_some()).count();
    // Ten of the field by themselves, the others counted; and a nearest id for as many as there is time for.
    let more: usize = problems.iter().map(|problem| problem.more).sum();
    assert_eq!((problems.len(), more, nearest), (10, 9_990, 2));
}

#[test]
fn all_problems_come_at_once() {
    let mut model = small();
    for (pointer, value) in
        [("/plan/id", json!(7)), ("/terms/0/name/en", json!("")), ("/terms/0/components", json!(null))]
    {
        set(&mut model, pointer, value);
    }
    let Problems(problems) = Plan::read(&model).unwrap_err();
    let pointers: Vec<_> = problems.iter().map(|problem| &*problem.pointer).collect();
    assert_eq!(pointers, ["/plan/id", "/terms/0/name/en", "/terms/0/components"]);
}

#[test]
fn missing_fields_are_named() {
    let problems = Plan::read(&json!({})).unwrap_err();
    problems.0.iter().for_each(is_worded);
    let field = |name| format!("/: expected the field \"{name}\", found nothing");
    assert_eq!(problems.to_string(), ["schema", "languages", "plan"].map(field).join("\n"));
}

#[test]
fn ids_are_distinct() {
    let mut model = small();
    let term = model["terms"][0].clone();
    model["terms"] = json!([term, term, term]);
    let expected =
        "/terms/1/id: expected an id of its own: item 0 has this one, found \"one\" (and 1 more like it)";
    assert_eq!(Plan::read(&model).unwrap_err().to_string(), expected);
}

#[test]
fn a_plan_in_one_language_is_whole() {
    let mut model = small();
    model["languages"] = json!(["en"]);
    model["terms"][0]["note"] = json!({ "en": "Note" });
    let plan = Plan::read(&model).unwrap();
    assert_eq!((plan.terms[0].note.get("en"), plan.terms[0].note.get("zh")), ("Note", ""));
}

#[test]
fn broken_json_is_one_problem() {
    let problems = Plan::from_json("{").unwrap_err();
    assert_eq!(
        problems.to_string(),
        "/: expected JSON, found EOF while parsing an object at line 1 column 1"
    );
}

#[test]
fn a_view_model_is_written_as_it_is_read() {
    let every: String = (0..0x500).filter_map(char::from_u32).chain(['\u{2028}', '\u{ffff}', '𠀀']).collect();
    let item = Item {
        title: every.as_str().into(),
        first: Some(-719_528),
        last: Some(0),
        group: 10,
        facets: vec![vec![], vec![0, 1234]],
        media: vec![Medium::default()],
        ..Item::default()
    };
    for view in [
        TimelineView::default(),
        TimelineView { lang: Lang::EN, items: vec![Item::default(), item], ..TimelineView::default() },
    ] {
        let written: Value = serde_json::from_str(&view.json()).unwrap();
        assert_eq!(written, serde_json::to_value(&view).unwrap());
        assert_eq!(TimelineView::read_from(&&written), view);
    }
}

#[test]
fn numbers_are_written_as_others_write_them() {
    for number in [0, 7, 10, 99, 100, 12_345, i32::MAX, -1, -40, i32::MIN] {
        assert_eq!(signed(number), number.to_string());
    }
    for number in [0, 9, 10, 4_294_967_295_usize] {
        assert_eq!(decimal(number), number.to_string());
    }
}

fn set(model: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match model.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[key.parse::<usize>().unwrap()] = value,
        parent => parent[key] = value,
    }
}
