//! Dates in words.

use std::fmt::Write;

use plan_widgets::{
    model::{Bound, Edtf, Time, TimeKind},
    view::{languages::BUILT_IN, words::Language},
};
use plan_widgets_import::dates::{Dates, Doubt, Order, Reading};
use proptest::prelude::*;

/// What is read of a text of a language: the EDTF and how it is meant, with `+` where its words are kept; or what is asked.
fn read(dates: &Dates, text: &str) -> String {
    match dates.read(text, dates.order()) {
        Ok(Reading { edtf, kind, own, hours }) => {
            let marks = [if own { "+" } else { "" }, if hours { " hours" } else { "" }].concat();
            format!("{edtf} {}{marks}", kind.name())
        }
        Err(Doubt::Order) => "order?".into(),
        Err(Doubt::Century) => "century?".into(),
        Err(Doubt::Unknown) => "?".into(),
    }
}

#[test]
fn what_is_certain_is_read_in_every_language() {
    let mut wrong = String::new();
    let mut count = 0;
    let (mut lang, mut dates) = ("", Dates::new(&[]));
    for line in include_str!("dates.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(next) = line.strip_prefix("== ") {
            (lang, dates) = (next, Dates::new(&[next.to_owned()]));
            continue;
        }
        let (text, expected) = line.split_once(" => ").unwrap();
        count += 1;
        let found = read(&dates, text);
        if found != expected {
            writeln!(wrong, "{lang}: {text} => {found}, not {expected}").unwrap();
        }
    }
    assert!(count > 150, "{count}");
    assert_eq!(wrong, "");
}

#[test]
fn the_order_of_day_and_month_is_decided_or_asked() {
    let dates = Dates::new(&["en".into()]);
    for (order, expected) in [(Order::DayFirst, "2025-06-05"), (Order::MonthFirst, "2025-05-06")] {
        assert_eq!(dates.read("5/6/2025", order).unwrap().edtf, expected);
    }
    assert_eq!(dates.read("5/6/2025", Order::Unknown), Err(Doubt::Order));
}

fn date() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        (1..=9999_i32).prop_map(|year| format!("{year:04}")),
        (1..=9000_i32).prop_map(|year| format!("-{year:04}"))
    ];
    let of_year = (year, 1..=12_u8, 1..=28_u8, prop_oneof![21..=24_u8, 33..=41_u8], 0..4_u8).prop_map(
        |(year, month, day, division, which)| match which {
            0 => year,
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            _ => format!("{year}-{division:02}"),
        },
    );
    let decades = (10..=999_u16).prop_map(|decade| format!("{decade:03}X"));
    (
        prop_oneof![8 => of_year, 1 => decades],
        prop_oneof![6 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")],
    )
        .prop_map(|(date, doubt)| date + doubt)
}

fn edtf() -> impl Strategy<Value = Edtf> {
    let bound = || prop_oneof![6 => date(), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    let text = prop_oneof![date(), (bound(), bound()).prop_map(|(start, end)| format!("{start}/{end}"))];
    text.prop_filter_map("start after end", |text| Edtf::parse(&text))
}

/// What tells a time: how far it reaches, and what is in doubt.
fn told(edtf: &Edtf, kind: TimeKind) -> impl PartialEq + std::fmt::Debug + use<> {
    let end = |bound: Bound| match bound {
        Bound::Date(date) => (1, date.uncertain, date.approximate),
        Bound::Open => (2, false, false),
        Bound::Unknown => (3, false, false),
    };
    // By a time is by its end, and of both open or unknown ends nothing is said.
    if kind == TimeKind::By && matches!(edtf.end, Bound::Date(_)) {
        return (None, edtf.last_day(), (0, false, false), end(edtf.end));
    }
    let ends = [end(edtf.start), end(edtf.end)];
    let none = ends.iter().all(|(which, ..)| *which > 1);
    if none {
        return (None, None, (0, false, false), (0, false, false));
    }
    (edtf.first_day(), edtf.last_day(), ends[0], ends[1])
}

#[test]
fn what_views_print_is_read_back() {
    let kinds = [TimeKind::On, TimeKind::By, TimeKind::During, TimeKind::Average, TimeKind::Cumulative];
    let readers: Vec<_> =
        BUILT_IN.iter().map(|(lang, _)| (Language::of(lang), Dates::new(&[lang.key().to_owned()]))).collect();
    let test = |(edtf, kind, language): (Edtf, usize, usize)| {
        let (language, dates) = &readers[language];
        let time = Time { edtf, kind: kinds[kind], text: None, degree: None, cite: None };
        let said = language.time(&time, None);
        let found = dates.read(&said, Order::Unknown);
        let Ok(found) = found else {
            return Err(TestCaseError::fail(format!(
                "{} {:?} is not read: {said}",
                time.edtf.text, time.kind
            )));
        };
        let back = Edtf::parse(&found.edtf).unwrap();
        let what = format!("{} {:?} of {:?}: {said}: {found:?}", time.edtf.text, time.kind, language.lang);
        let (back_told, is_by) = (told(&back, found.kind), found.kind == TimeKind::By);
        // Korean words "by" and "until" alike.
        if is_by && time.kind != TimeKind::By && back.last_day() == time.edtf.last_day() {
            return Ok(());
        }
        let again =
            language.time(&Time { edtf: back, kind: found.kind, text: None, degree: None, cite: None }, None);
        prop_assert_eq!(back_told, told(&time.edtf, time.kind), "{}", what);
        // Of an interval nobody says whether something fills it.
        let several = kinds[kind] == TimeKind::On && time.edtf.start != time.edtf.end;
        let expected =
            language.time(&Time { kind: if several { TimeKind::During } else { time.kind }, ..time }, None);
        prop_assert_eq!(again, expected, "{}", what);
        Ok(())
    };
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(given in (edtf(), 0..kinds.len(), 0..BUILT_IN.len()))| test(given)?);
}
