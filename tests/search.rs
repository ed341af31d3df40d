//! The glossary's search: what is found, in which order, and what is marked.

#![allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]

use plan_widgets::{
    Lang, PLAN_JSON, Plan,
    view::{
        glossary::{Row, view},
        search::{Folded, initials},
    },
};

fn plan() -> Plan {
    Plan::from_json(PLAN_JSON).unwrap()
}

/// Query, language, ids found in order.
const FINDS: &[(&str, &str, Lang, &[&str])] = &[
    ("a whole name", "五龙入湛", Lang::Zh, &["five-dragons"]),
    (
        "the start of a name before its inside",
        "三",
        Lang::Zh,
        &["three-ones", "three-lines-one-list", "three-medical-linkage", "work-plan-1-1-9"],
    ),
    ("pinyin without tones", "wulong", Lang::Zh, &["five-dragons"]),
    ("pinyin with tones", "wǔ lóng", Lang::Zh, &["five-dragons"]),
    ("pinyin in capitals", "WULONG", Lang::Zh, &["five-dragons"]),
    ("initials", "sxyd", Lang::Zh, &["three-lines-one-list"]),
    ("digits with plus signs", "2+7", Lang::Zh, &["grid-2-7-18"]),
    ("full-width digits and signs", "３５＋５００", Lang::Zh, &["grid-35-500"]),
    ("a component", "滨海旅游", Lang::Zh, &["four-chapters"]),
    ("a component's keyword", "一港区", Lang::Zh, &["three-ones"]),
    ("a word of a note", "养护", Lang::Zh, &["four-good-rural-roads"]),
    ("English on a Chinese page", "dual zones", Lang::Zh, &["dual-zones"]),
    ("Chinese on an English page", "双区", Lang::En, &["dual-zones"]),
    ("English without regard to case", "FIVE d", Lang::En, &["five-dragons"]),
    ("a component in English", "tourism", Lang::En, &["four-chapters"]),
    ("nothing", "湛江港务", Lang::Zh, &[]),
];

#[test]
fn finds() {
    let plan = plan();
    for (name, query, lang, expected) in FINDS {
        let found: Vec<_> = view(&plan, *lang, query).rows.iter().map(|row| &*row.term.id).collect();
        assert_eq!(found, *expected, "{name}: {query}");
    }
}

#[test]
fn without_a_query_all_terms_stand_in_the_plans_order() {
    let plan = plan();
    for query in ["", " ", "\u{3000}"] {
        let view = view(&plan, Lang::Zh, query);
        let shown: Vec<_> = view.rows.iter().map(|row| &row.term.id).collect();
        assert_eq!(shown, plan.terms.iter().map(|term| &term.id).collect::<Vec<_>>());
        assert!(view.rows.iter().all(|row| row.name.is_none() && row.note.is_none()));
    }
}

#[test]
fn hits_are_marked_where_they_stand() {
    let plan = plan();
    let first = |lang, query| -> Row<'_> { view(&plan, lang, query).rows.swap_remove(0) };
    let row = first(Lang::Zh, "入湛");
    assert_eq!(&row.term.name.zh[row.name.unwrap()], "入湛");
    let row = first(Lang::Zh, "longru");
    assert_eq!(&row.term.pinyin[row.pinyin.unwrap()], "lóng rù");
    let row = first(Lang::En, "双区");
    assert_eq!(&row.term.name.zh[row.original.unwrap()], "双区");
    let row = first(Lang::Zh, "军民融合");
    let marked =
        row.term.components.iter().zip(row.components).filter_map(|(part, hit)| Some(&part.text.zh[hit?]));
    assert_eq!(marked.collect::<Vec<_>>(), ["军民融合"]);
}

#[test]
fn folding() {
    for (text, same) in [("Ｗǔ　Lóng", "wulong"), ("lǜ sè", "luse"), ("u\u{30c}", "u"), ("１＋１", "1+1")]
    {
        assert_eq!(
            format!("{:?}", Folded::new(text).find(&Folded::new(same)).map(|hit| hit.to_end)),
            "Some(true)",
            "{text}"
        );
    }
    assert!(Folded::new(" \u{3000}\t").is_empty());
    assert_eq!(Folded::new("甲乙").find(&Folded::new("乙丙")), None);
}

#[test]
fn pinyin_gives_initials() {
    assert_eq!(initials("wǔ lóng rù zhàn"), "wlrz");
    assert_eq!(initials("ā ér"), "ae");
    assert_eq!(initials(""), "");
}
