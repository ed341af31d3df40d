//! EDTF: what is read, and from which day to which.

use plan_widgets::model::Edtf;

/// The day of a date, counted from 1970-01-01.
fn day(date: &str) -> Option<i64> {
    Edtf::parse(date).and_then(|date| date.first_day())
}

#[test]
fn days_are_counted() {
    for (date, expected) in [
        ("1970-01-01", 0),
        ("1969-12-31", -1),
        ("2000-03-01", 11_017),
        ("2020-12-22", 18_618),
        ("0000-03-01", -719_468),
        ("-0001-12-31", -719_529),
    ] {
        assert_eq!(day(date), Some(expected), "{date}");
    }
}

#[test]
fn times_have_bounds() {
    for (name, text, first, last) in [
        ("day", "2020-12-22", Some("2020-12-22"), Some("2020-12-22")),
        ("month", "2024-02", Some("2024-02-01"), Some("2024-02-29")),
        ("year", "2035", Some("2035-01-01"), Some("2035-12-31")),
        ("spring", "2021-21", Some("2021-03-01"), Some("2021-05-31")),
        ("winter", "2021-24", Some("2021-12-01"), Some("2022-02-28")),
        ("quarter", "2021-34", Some("2021-04-01"), Some("2021-06-30")),
        ("last third", "2021-39", Some("2021-09-01"), Some("2021-12-31")),
        ("half", "2021-41", Some("2021-07-01"), Some("2021-12-31")),
        ("decade", "201X", Some("2010-01-01"), Some("2019-12-31")),
        ("century", "19XX", Some("1900-01-01"), Some("1999-12-31")),
        ("decade before zero", "-004X", Some("-0049-01-01"), Some("-0040-12-31")),
        ("before zero", "-0044-03-15", Some("-0044-03-15"), Some("-0044-03-15")),
        ("long year", "Y-17000", Some("Y-17000"), None),
        ("unknown day", "2021-05-XX", Some("2021-05-01"), Some("2021-05-31")),
        ("doubtful", "1984?", Some("1984-01-01"), Some("1984-12-31")),
        ("period", "2021/2025", Some("2021-01-01"), Some("2025-12-31")),
        ("open end", "2021/..", Some("2021-01-01"), None),
        ("unknown start", "/2025-06", None, Some("2025-06-30")),
    ] {
        let time = Edtf::parse(text);
        assert!(time.is_some(), "{name}");
        assert_eq!(time.as_ref().and_then(Edtf::first_day), first.and_then(day), "{name}");
        if last.is_some() || !text.starts_with('Y') {
            assert_eq!(time.as_ref().and_then(Edtf::last_day), last.and_then(day), "{name}");
        }
    }
}

#[test]
fn what_is_no_time_is_refused() {
    for text in [
        "",
        "202",
        "20211",
        "2021-00",
        "2021-13",
        "2021-42",
        "2021-02-29",
        "1900-02-29",
        "2021-1-1",
        "2021-04-31",
        "XXXX",
        "2X21",
        "-0000",
        "Y2021",
        "2025/2021",
        "2021/",
        "2021//2022",
        "../..x",
        "今年",
        "2021-04-3０",
        "+2021",
        "20210101",
        "2021-01-01T00:00",
        "~2021",
        "2021~?",
    ] {
        let expected = text == "2021/";
        assert_eq!(Edtf::parse(text).is_some(), expected, "{text}");
    }
}

#[test]
fn doubt_is_kept() {
    for (text, uncertain, approximate) in
        [("1984", false, false), ("1984?", true, false), ("1984~", false, true), ("1984-06%", true, true)]
    {
        let date = Edtf::parse(text).and_then(|time| time.start.date());
        assert_eq!(
            date.map(|date| (date.uncertain, date.approximate)),
            Some((uncertain, approximate)),
            "{text}"
        );
    }
}
