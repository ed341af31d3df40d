//! Dates in words: what a language writes, as patterns with holes.

use std::collections::HashMap;

use serde_json::Value;

use super::{
    Order,
    texts::{is_cjk, normal},
};

/// What fills a hole of a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Hole {
    Year(usize),
    /// A month by its number.
    Number(usize),
    /// A month by its name.
    Month(usize),
    Day(usize),
    /// A number in digits.
    Count,
    /// A number in Roman digits.
    Roman,
    /// A year in words, in a grammatical case.
    Phrase(usize, Option<usize>),
    /// A date, in a grammatical case.
    Date(usize, Option<usize>),
    /// A date or an interval, in a grammatical case.
    Span(Option<usize>),
}

#[derive(Debug)]
pub(super) enum Piece {
    Literal(String),
    Hole(Hole),
}

#[derive(Debug)]
pub(super) struct Pattern {
    pub key: &'static str,
    /// The case that it is for; those of `dates.json` are for any.
    pub case: Option<usize>,
    pub extra: bool,
    pub pieces: Vec<Piece>,
}

/// What a year in words may be.
pub(super) const PHRASES: [&str; 3] = ["year", "year_before", "year_after"];

/// What a date may be.
pub(super) const DATES: [&str; 31] = [
    "day_before",
    "day_after",
    "day",
    "month_before",
    "month_after",
    "month",
    "third",
    "days",
    "days_across",
    "months",
    "year_before",
    "year_after",
    "year",
    "decade_before",
    "decade",
    "spring",
    "summer",
    "autumn",
    "winter",
    "quarter_1",
    "quarter_2",
    "quarter_3",
    "quarter_4",
    "half_1",
    "half_2",
    "century_before",
    "century",
    "part",
    "about",
    "uncertain",
    "years",
];

/// What a time may be, beside a date.
pub(super) const SPANS: [&str; 15] = [
    "by",
    "within",
    "within_several",
    "within_day",
    "within_season",
    "within_about",
    "average",
    "cumulative",
    "plain_years",
    "range",
    "from_end_unknown",
    "from",
    "until_start_unknown",
    "until",
    "unknown",
];

/// A language's ways to write dates.
pub(super) struct Calendar {
    pub tag: String,
    /// Names, the longest first.
    pub months: Vec<(String, u8)>,
    pub ordinals: Vec<String>,
    /// A month's first day, where it isn't as others are.
    pub first_day: String,
    pub order: Order,
    /// Names with the year before the first, the last year or 0, and the first year that is certain.
    pub eras: Vec<(String, i32, i32, i32)>,
    /// By what they say.
    pub patterns: HashMap<&'static str, Vec<Pattern>>,
}

impl Calendar {
    pub fn new(tag: &str, file: &Value, others: &Value) -> Self {
        let cases: Vec<(&String, &Value)> = file["cases"].as_object().into_iter().flatten().collect();
        let case_of = |name: &str| cases.iter().position(|(known, _)| *known == name);
        let mut months: Vec<(String, u8)> = Vec::new();
        let lists = ["months", "months_short", "months_alone"].map(|name| &file["calendar"][name]);
        for list in lists.into_iter().chain(cases.iter().map(|(_, case)| &case["months"])) {
            for (at, name) in list.as_array().into_iter().flatten().enumerate() {
                let name = normal(name.as_str().unwrap_or_default());
                let month = u8::try_from(at + 1).unwrap_or_default();
                // With a case's own little word it stands in patterns as well.
                months.push((name.trim_end_matches('.').into(), month));
                months.push((name, month));
            }
        }
        months.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        months.dedup();
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(normal)).collect()
        };
        let mut all_patterns = HashMap::new();
        for key in DATES.into_iter().chain(SPANS) {
            let mut patterns = Vec::new();
            let own = [&file["calendar"][key], &file["dates"][key]];
            for text in own.into_iter().filter_map(Value::as_str) {
                patterns.push(Pattern { key, case: None, extra: false, pieces: pieces(key, text, &case_of) });
            }
            for (case, (_, texts)) in cases.iter().enumerate() {
                if let Some(text) = texts[key].as_str() {
                    let pieces = pieces(key, text, &case_of);
                    patterns.push(Pattern { key, case: Some(case), extra: false, pieces });
                }
            }
            for text in others[key].as_array().into_iter().flatten().filter_map(Value::as_str) {
                patterns.push(Pattern { key, case: None, extra: true, pieces: pieces(key, text, &case_of) });
            }
            all_patterns.insert(key, patterns);
        }
        let order = match others["order"].as_str() {
            Some("dmy") => Order::DayFirst,
            Some("mdy") => Order::MonthFirst,
            _ => Order::Unknown,
        };
        let number =
            |value: &Value| value.as_i64().and_then(|number| i32::try_from(number).ok()).unwrap_or_default();
        let eras = others["eras"].as_array().into_iter().flatten().map(|era| {
            let name = era[0].as_str().unwrap_or_default().to_owned();
            (name, number(&era[1]), number(&era[2]), number(&era[3]).max(1))
        });
        Calendar {
            tag: tag.into(),
            months,
            ordinals: texts(&others["ordinals"]),
            first_day: normal(file["dates"]["first_day"].as_str().unwrap_or_default()),
            order,
            eras: eras.collect(),
            patterns: all_patterns,
        }
    }
}

/// A pattern's pieces; a text as the languages' files have it, holes by their names.
fn pieces(key: &str, text: &str, case_of: &dyn Fn(&str) -> Option<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let literal = |pieces: &mut Vec<Piece>, text: &str, between: bool| {
        let mut plain = normal(&text.replace('~', "-"));
        // What `normal` takes from the ends.
        let starts = text.starts_with(char::is_whitespace)
            && plain.chars().next().is_some_and(|c| !is_cjk(c) && c != '-');
        let ends = text.ends_with(char::is_whitespace)
            && plain.chars().next_back().is_some_and(|c| !is_cjk(c) && c != '-');
        if plain.is_empty() && between && !text.is_empty() {
            plain = " ".into();
        } else {
            if starts && !plain.starts_with(' ') {
                plain.insert(0, ' ');
            }
            if ends {
                plain.push(' ');
            }
        }
        if !plain.is_empty() {
            pieces.push(Piece::Literal(plain));
        }
    };
    let mut rest = text;
    while let Some((before, (hole, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        literal(&mut pieces, before, true);
        let (name, case) = hole.split_once(':').unwrap_or((hole, ""));
        pieces.push(Piece::Hole(hole_of(key, name, case_of(case))));
        rest = after;
    }
    literal(&mut pieces, rest, false);
    pieces
}

fn hole_of(key: &str, name: &str, case: Option<usize>) -> Hole {
    let in_words = !(PHRASES.contains(&key)
        || ["day", "month", "days", "days_across", "months"].contains(&key)
        || ["day_before", "day_after", "month_before", "month_after"].contains(&key)
        || key.starts_with("decade")
        || key == "plain_years");
    match (name, key) {
        ("month" | "alone", _) | ("from", "third") => Hole::Month(0),
        ("month2" | "alone2", _) | ("to", "third") => Hole::Month(1),
        ("number", _) | ("first", "third") => Hole::Number(0),
        ("number2", _) | ("last", "third") => Hole::Number(1),
        ("day", _) => Hole::Day(0),
        ("day2", _) => Hole::Day(1),
        ("count", _) => Hole::Count,
        ("roman", _) => Hole::Roman,
        ("from", "plain_years") => Hole::Year(0),
        ("to", "plain_years") => Hole::Year(1),
        ("from", "years") => Hole::Phrase(0, case),
        ("to", "years") => Hole::Phrase(1, case),
        ("year", _) if in_words => Hole::Phrase(0, case),
        ("year", _) => Hole::Year(0),
        ("date", "by" | "average" | "cumulative") => Hole::Span(case),
        ("date", within) if within.starts_with("within") => Hole::Span(case),
        ("to", "range") => Hole::Date(1, case),
        _ => Hole::Date(0, case),
    }
}
