//! The glossary's search: what is found, in which order, and what is marked.

use plan_widgets::{
    GlossarySort, GlossaryView, Lang, PLAN_JSON, Plan, TimelineFilter, TimelineView,
    view::{
        filter::Filter,
        search::{Index, fold, hit, initials},
    },
};
use serde_json::{Value, json};

fn bundled(lang: Lang) -> GlossaryView {
    GlossaryView::of(&Plan::from_json(PLAN_JSON).unwrap(), &lang)
}

/// The ids of what a search finds, in order.
fn found<'a>(glossary: &'a GlossaryView, query: &str, sorting: GlossarySort) -> Vec<&'a str> {
    let (found, _) = glossary.found(query, sorting, &Index::default());
    found.into_iter().map(|index| &*glossary.entries[index].id).collect()
}

/// Query, language, ids found in order.
const FINDS: &[(&str, &str, Lang, &[&str])] = &[
    ("a whole name", "五龙入湛", Lang::ZH, &["five-dragons"]),
    (
        "the start of a name before its inside",
        "三",
        Lang::ZH,
        &["three-ones", "three-lines-one-list", "three-medical-linkage", "work-plan-1-1-9"],
    ),
    ("pinyin without tones", "wulong", Lang::ZH, &["five-dragons"]),
    ("pinyin with tones", "wǔ lóng", Lang::ZH, &["five-dragons"]),
    ("pinyin in capitals", "WULONG", Lang::ZH, &["five-dragons"]),
    ("initials", "sxyd", Lang::ZH, &["three-lines-one-list"]),
    ("digits with plus signs", "2+7", Lang::ZH, &["grid-2-7-18"]),
    ("full-width digits and signs", "３５＋５００", Lang::ZH, &["grid-35-500"]),
    ("a component", "滨海旅游", Lang::ZH, &["four-chapters"]),
    ("a component's keyword", "一港区", Lang::ZH, &["three-ones"]),
    ("a word of a note", "养护", Lang::ZH, &["four-good-rural-roads"]),
    ("English on a Chinese page", "dual zones", Lang::ZH, &["dual-zones"]),
    ("Chinese on an English page", "双区", Lang::EN, &["dual-zones"]),
    ("English without regard to case", "FIVE d", Lang::EN, &["five-dragons"]),
    ("a component in English", "tourism", Lang::EN, &["four-chapters"]),
    ("nothing", "湛江港务", Lang::ZH, &[]),
];

#[test]
fn finds() {
    for (name, query, lang, expected) in FINDS {
        assert_eq!(found(&bundled(lang.clone()), query, GlossarySort::Plan), *expected, "{name}: {query}");
    }
}

#[test]
fn traditional_characters_find_simplified_ones() {
    let mut glossary = bundled(Lang::ZH);
    assert_eq!(found(&glossary, "三線一單", GlossarySort::Plan), [""; 0]);
    glossary.variants = "單单線线".into();
    for query in ["三線一單", "三线一單", "線 一"] {
        assert_eq!(found(&glossary, query, GlossarySort::Plan), ["three-lines-one-list"], "{query}");
    }
    // A text in traditional characters is found by simplified ones, and as it is.
    let mut traditional = bundled(Lang::new("zh-Hant"));
    let name = "三線一單";
    assert_eq!(found(&traditional, name, GlossarySort::Plan), ["three-lines-one-list"]);
    assert_eq!(found(&traditional, "三线一单", GlossarySort::Plan), [""; 0]);
    traditional.variants = "單单線线".into();
    for query in [name, "三线一单", "三線一单"] {
        assert_eq!(found(&traditional, query, GlossarySort::Plan), ["three-lines-one-list"], "{query}");
    }
    // What is marked is what is shown.
    let (items, query) = glossary.found("一單", GlossarySort::Plan, &Index::default());
    let row = glossary.entries[items[0]].row(&query);
    assert_eq!(&row.entry.name[row.name.unwrap()], "一单");
    // What is written so is found as it is typed.
    glossary.entries[0].note = "單車".into();
    assert_eq!(found(&glossary, "單車", GlossarySort::Plan), ["work-plan-1-1-9"]);
}

#[test]
fn without_a_query_all_terms_stand_in_the_plans_order() {
    let glossary = bundled(Lang::ZH);
    let all: Vec<&str> = glossary.entries.iter().map(|entry| &*entry.id).collect();
    for query in ["", " ", "\u{3000}"] {
        assert_eq!(found(&glossary, query, GlossarySort::Plan), all);
        let (_, query) = glossary.found(query, GlossarySort::Plan, &Index::default());
        let rows = glossary.entries.iter().map(|entry| entry.row(&query));
        assert!(rows.into_iter().all(|row| row.name.is_none() && row.note.is_none()));
    }
}

#[test]
fn by_name_terms_stand_under_letters() {
    let letters = |lang| {
        let glossary = bundled(lang);
        let (items, _) = glossary.found("", GlossarySort::Name, &Index::default());
        let groups = glossary.by_letter(&items).into_iter().map(|(letter, items)| {
            let names: Vec<&str> = items.iter().map(|index| &*glossary.entries[*index].name).collect();
            format!("{}: {}", if letter.is_empty() { "#" } else { letter }, names.join(", "))
        });
        groups.collect::<Vec<_>>()
    };
    assert_eq!(
        letters(Lang::ZH),
        [
            "E: 2+7+18",
            "H: 核+副中心",
            "S: 三个一, 35+500, 三线一单, 三医联动, 双区, 四大抓手, 四好农村路, 四篇文章",
            "W: 五大产业发展计划, 五龙入湛",
            "Y: 1+1+9",
        ]
    );
    assert_eq!(letters(Lang::EN)[..2], ["#: 1+1+9, 2+7+18, 35+500", "C: Core + Sub-centre"]);
    // With a query, what answers best stands first.
    let glossary = bundled(Lang::ZH);
    assert_eq!(found(&glossary, "三", GlossarySort::Name)[0], "three-ones");
}

#[test]
fn hits_are_marked_where_they_stand() {
    let glossaries = [bundled(Lang::ZH), bundled(Lang::EN)];
    let first = |glossary: usize, query| {
        let (items, query) = glossaries[glossary].found(query, GlossarySort::Plan, &Index::default());
        glossaries[glossary].entries[items[0]].row(&query)
    };
    let row = first(0, "入湛");
    assert_eq!(&row.entry.name[row.name.unwrap()], "入湛");
    let row = first(0, "longru");
    assert_eq!(&row.entry.pinyin[row.pinyin.unwrap()], "lóng rù");
    let row = first(1, "双区");
    assert_eq!(&row.entry.other[row.other.unwrap()], "双区");
    let row = first(0, "军民融合");
    let marked = row.entry.components.iter().zip(&row.components);
    let marked = marked.filter_map(|(part, hit)| Some(&part.text[hit.clone()?]));
    assert_eq!(marked.collect::<Vec<_>>(), ["军民融合"]);
}

#[test]
fn a_term_says_where_it_is_used_and_what_is_close() {
    let glossary = bundled(Lang::ZH);
    let entry = glossary.entries.iter().find(|entry| &*entry.id == "core-and-subcentre").unwrap();
    let articles: Vec<_> = entry.articles.iter().map(|index| &glossary.articles[*index]).collect();
    let articles: Vec<_> = articles.iter().map(|article| (&*article.id, &*article.name)).collect();
    assert_eq!(articles, [("1", "第一条"), ("25", "第二十五条")]);
    assert_eq!(&*entry.cite, "名词解释第八条");
    for entry in &glossary.entries {
        assert!(entry.related.len() <= 4 && entry.articles.is_sorted(), "{}", entry.id);
    }
    // Those of one article are close to each other, and first those that are named.
    let close = |terms: serde_json::Value| {
        let plan = json!({
            "schema": 1,
            "languages": ["en"],
            "plan": { "id": "p", "title": { "en": "P" }, "short": { "en": "P" } },
            "terms": terms,
        });
        let glossary = GlossaryView::of(&Plan::read(&plan).unwrap(), &Lang::EN);
        glossary.entries.iter().map(|entry| entry.related.clone()).collect::<Vec<_>>()
    };
    let term = |name: &str, note: &str, article: &str| {
        json!({
            "id": name, "name": { "en": name }, "note": { "en": note }, "components": [],
            "occurrences": [{ "article": article, "at": 0 }],
        })
    };
    let terms = json!([
        term("a", "It is not d.", "1"),
        term("b", "One.", "1"),
        term("c", "One.", "2"),
        term("d", "One.", "2")
    ]);
    assert_eq!(close(terms), [vec![3, 1], vec![0], vec![3], vec![0, 2]]);
    // In any case of any script, whether letters are composed or not.
    let named = [
        ("Öffentlicher Raum", "ÖFFENTLICHER RAUM"),
        ("Порт", "У ПОРТ."),
        ("Έργο", "ΤΟ ΕΡΓΟ"),
        ("Café", "CAFE\u{301}"),
    ];
    for (name, note) in named {
        let mut first = term("a", "Nothing.", "1");
        first["name"] = json!({ "en": name });
        let terms = json!([first, term("b", note, "2")]);
        assert_eq!(close(terms), [[1], [0]], "{name} in {note}");
    }
}

/// Texts, queries, and what of the text is marked: all that is found, and whole characters of it.
const SEARCHES: &str = include_str!("../search.json");

#[test]
fn searches_of_any_script() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(SEARCHES).unwrap();
    let wrong = cases.iter().filter_map(|case| {
        let [text, query] = ["text", "query"].map(|key| case[key].as_str().unwrap());
        let marked = hit(text, &fold(query)).map(|range| &text[range]);
        let found = !query.is_empty() && fold(text).contains(&fold(query));
        (marked != case["marked"].as_str() || found != marked.is_some())
            .then(|| format!("{query} in {text}: {found}, {marked:?}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>(), [""; 0]);
    for text in cases.iter().map(|case| case["text"].as_str().unwrap()) {
        assert_eq!(fold(&fold(text)), fold(text), "{text}");
    }
}

#[test]
fn white_space_alone_is_nothing() {
    assert_eq!(fold(" \u{3000}\t"), "");
    assert_eq!(hit("甲 乙", &fold(" ")), None);
}

#[test]
fn pinyin_gives_initials() {
    assert_eq!(fold(&initials("wǔ lóng rù zhàn")), "WLRZ");
    assert_eq!(fold(&initials("ā ér")), "AE");
    assert_eq!(initials(""), "");
}

/// Languages with names in their order, under the letters that they have.
const ORDERS: &str = include_str!("../orders.json");

/// A plan with these terms alone.
fn with_terms(tag: &str, names: &[&str]) -> serde_json::Value {
    let term = |(at, name): (usize, &&str)| json!({ "id": format!("t{at}"), "name": { tag: name }, "note": { tag: "-" }, "components": [] });
    json!({
        "schema": 1,
        "languages": [tag],
        "plan": { "id": "p", "title": { tag: "P" }, "short": { tag: "P" } },
        "terms": names.iter().enumerate().map(term).collect::<Vec<_>>(),
    })
}

#[test]
fn names_stand_in_the_order_of_their_language() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(ORDERS).unwrap();
    for case in &cases {
        let groups: Vec<(String, Vec<String>)> = serde_json::from_value(case["groups"].clone()).unwrap();
        let mut names: Vec<&str> = groups.iter().flat_map(|(_, names)| names).map(|name| &**name).collect();
        // From behind, so that nothing stands where it will.
        names.reverse();
        let tag = case["lang"].as_str().unwrap();
        let plan = Plan::read(&with_terms(tag, &names)).unwrap();
        let glossary = GlossaryView::of(&plan, &Lang::parse(tag).unwrap());
        let (items, _) = glossary.found("", GlossarySort::Name, &Index::default());
        let found = glossary.by_letter(&items).into_iter().map(|(letter, items)| {
            let names = items.iter().map(|index| glossary.entries[*index].name.to_string());
            (if letter.is_empty() { "#" } else { letter }.to_owned(), names.collect::<Vec<_>>())
        });
        assert_eq!(found.collect::<Vec<_>>(), groups, "{tag}");
    }
}

/// A plan with a term of further names, which an event is put in.
fn named() -> Plan {
    let text = |zh: &str, en: &str| json!({ "zh": zh, "en": en });
    let plan = json!({
        "schema": 1,
        "languages": ["zh", "en"],
        "plan": { "id": "p", "title": text("规划", "Plan"), "short": text("规划", "Plan") },
        "terms": [
            { "id": "berth", "name": text("泊位", "Berth"), "note": text("OPS", "OPS"), "components": [] },
            { "id": "shore-power", "name": text("岸电", "Shore power"), "note": text("注", "Note"), "components": [],
              "names": { "en": ["cold ironing", "OPS"], "ru": ["берегового электропитания"] } },
        ],
        "events": [{ "id": "e", "kind": "milestone", "title": text("建设", "Building"), "terms": ["shore-power"] }],
    });
    Plan::read(&plan).unwrap()
}

#[test]
fn a_term_is_found_by_its_further_names() {
    let glossary = GlossaryView::of(&named(), &Lang::ZH);
    assert_eq!(found(&glossary, "ops", GlossarySort::Plan), ["shore-power", "berth"], "a name before a note");
    assert_eq!(found(&glossary, "электропитания", GlossarySort::Plan), ["shore-power"]);
    let entry = &glossary.entries[1];
    let row = entry.row(&fold("ops"));
    assert_eq!(row.names.map(|hit| &entry.names[hit]), Some("OPS"));
    assert_eq!(entry.row(&fold("岸电")).names, None);
    let names: Vec<_> = entry.names().collect();
    assert_eq!(names, ["岸电", "Shore power", "cold ironing", "OPS", "берегового электропитания"]);
}

#[test]
fn an_item_is_found_by_the_further_names_of_its_terms() {
    let timeline = plan_widgets::TimelineView::of(&named(), &Lang::EN);
    assert!(timeline.items[0].pinyin.contains("OPS"));
}

/// A plan in Japanese whose terms have these names and readings.
fn spoken(lang: &str, terms: &[(&str, Value)]) -> GlossaryView {
    let text = |text: &str| json!({ lang: text });
    let terms = terms.iter().enumerate().map(|(at, (name, more))| {
        let mut term =
            json!({ "id": format!("t{at}"), "name": text(name), "note": text("-"), "components": [] });
        term.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        term
    });
    let plan = json!({
        "schema": 1,
        "languages": [lang],
        "plan": { "id": "plan", "title": text("-"), "short": text("-") },
        "terms": terms.collect::<Vec<_>>(),
    });
    GlossaryView::of(&Plan::read(&plan).unwrap(), &Lang::parse(lang).unwrap())
}

#[test]
fn readings_decide_order_and_letters_and_are_found() {
    let glossary = spoken(
        "ja",
        &[
            ("漁港", json!({ "reading": { "ja": "ぎょこう", "zh": "yú gǎng" } })),
            ("安全", json!({ "reading": { "ja": "アンゼン" } })),
            ("岸", json!({})),
            ("うみ", json!({})),
            ("工業", json!({ "reading": { "ja": "こうぎょう" } })),
        ],
    );
    let letters: Vec<_> = glossary
        .order
        .iter()
        .map(|at| (&*glossary.entries[*at].name, &*glossary.entries[*at].letter))
        .collect();
    assert_eq!(letters, [("岸", ""), ("安全", "あ"), ("うみ", "あ"), ("漁港", "か"), ("工業", "か")]);
    for (query, expected) in [
        ("ぎょこう", &["t0"][..]),
        ("ギョコウ", &["t0"]),
        ("ｷﾞｮｺｳ", &["t0"]),
        ("あんぜん", &["t1"]),
        ("yugang", &["t0"]),
        ("ぎょ", &["t0", "t4"]),
    ] {
        assert_eq!(found(&glossary, query, GlossarySort::Plan), expected, "{query}");
    }
    let (items, query) = glossary.found("ギョコウ", GlossarySort::Plan, &Index::default());
    let row = glossary.entries[items[0]].row(&query);
    assert_eq!(&row.entry.reading[row.reading.unwrap()], "ぎょこう");
}

/// `pinyin` is the older name of a reading in Chinese, in whichever characters.
#[test]
fn pinyin_is_a_reading_in_chinese() {
    for lang in ["zh", "zh-Hant", "zh-TW"] {
        for more in [
            json!({ "pinyin": "bā" }),
            json!({ "reading": { "zh": "bā" } }),
            json!({ "reading": { "zh-Hans": "bā" } }),
        ] {
            let glossary = spoken(lang, &[("中", json!({})), ("八", more)]);
            let entry = &glossary.entries[1];
            assert_eq!((&*entry.pinyin, &*entry.reading, &*entry.letter), ("bā", "", "B"), "{lang}");
        }
    }
    // It says nothing of another language's names.
    let glossary = spoken("ja", &[("八", json!({ "pinyin": "bā" }))]);
    assert_eq!((&*glossary.entries[0].pinyin, &*glossary.entries[0].letter), ("bā", ""));
}

#[test]
fn events_are_found_by_their_readings() {
    let plan = json!({
        "schema": 1,
        "languages": ["ja"],
        "plan": { "id": "plan", "title": { "ja": "-" }, "short": { "ja": "-" } },
        "events": [
            { "id": "a", "kind": "milestone", "title": { "ja": "漁港の開港" }, "reading": { "ja": "ぎょこうのかいこう" } },
            { "id": "b", "kind": "milestone", "title": { "ja": "安全" } },
        ],
    });
    let view = TimelineView::of(&Plan::read(&plan).unwrap(), &Lang::new("ja"));
    for query in ["ぎょこう", "ギョコウ"] {
        let filter = TimelineFilter { query: query.into(), ..TimelineFilter::default() };
        assert_eq!(filter.found(&view.facets, &view.items, &Index::default()).items, [0], "{query}");
    }
}

#[test]
fn readings_are_checked() {
    let of = |reading: Value| {
        let plan = json!({
            "schema": 1,
            "languages": ["en"],
            "plan": { "id": "plan", "title": { "en": "-" }, "short": { "en": "-" } },
            "terms": [{ "id": "a", "name": { "en": "-" }, "note": { "en": "-" }, "components": [], "reading": reading }],
        });
        let problems = Plan::read(&plan).err().map(|found| found.0).unwrap_or_default();
        problems.into_iter().map(|problem| problem.pointer).collect::<Vec<_>>()
    };
    assert_eq!(of(json!({ "ja": "よみ", "ko": "읽기" })), [""; 0]);
    assert_eq!(
        of(json!({ "ja": 5, "japanese": "よみ" })),
        ["/terms/0/reading/ja", "/terms/0/reading/japanese"]
    );
    assert_eq!(of(json!(["よみ"])), ["/terms/0/reading"]);
    assert_eq!(of(json!({ "ja": " " })), ["/terms/0/reading/ja"]);
}
