//! Dates in words, read into EDTF where that is certain.
//!
//! What the views print is read by the very patterns that they print by (`src/view/languages/TAG.json`); what people write
//! besides stands in `dates.json`, below the same names.

use std::{collections::HashMap, sync::LazyLock};

use plan_widgets::{
    Lang,
    model::{Bound, Date, Edtf, Part, TimeKind},
    view::languages::BUILT_IN,
};
use serde_json::Value;

const OTHERS: &str = include_str!("dates.json");

/// The longest text that may be a date, in bytes.
const LONGEST: usize = 300;

/// How deep sentences may stand in sentences.
const DEEPEST: usize = 6;

/// A time that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// When.
    pub edtf: String,
    /// How it is meant.
    pub kind: TimeKind,
    /// Whether the words say more than EDTF does: `early 10th century`, `令和7年`.
    pub own: bool,
    /// Whether an hour was left out.
    pub hours: bool,
}

/// What is asked about a text that is no certain date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It isn't known what it says.
    Unknown,
    /// Which of its numbers is the day.
    Order,
    /// Of which century its year is.
    Century,
}

/// Which of two numbers comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Nobody says.
    #[default]
    Unknown,
    /// 31/12.
    DayFirst,
    /// 12/31.
    MonthFirst,
}

/// A time in the making.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Span {
    start: Bound,
    end: Bound,
    kind: TimeKind,
    own: bool,
}

impl Span {
    fn of(start: Date, end: Date) -> Self {
        let kind = if start == end { TimeKind::On } else { TimeKind::During };
        Span { start: Bound::Date(start), end: Bound::Date(end), kind, own: false }
    }
}

/// What fills a hole of a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Hole {
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
enum Piece {
    Literal(String),
    Hole(Hole),
}

#[derive(Debug)]
struct Pattern {
    key: &'static str,
    /// The case that it is for; those of `dates.json` are for any.
    case: Option<usize>,
    extra: bool,
    pieces: Vec<Piece>,
}

/// What was found in the holes.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    years: [Option<(i32, bool)>; 2],
    months: [Option<u8>; 2],
    days: [Option<u8>; 2],
    count: Option<i32>,
    spans: [Option<Span>; 2],
}

/// What a year in words may be.
const PHRASES: [&str; 3] = ["year", "year_before", "year_after"];

/// What a date may be.
const DATES: [&str; 31] = [
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
const SPANS: [&str; 15] = [
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
struct Calendar {
    tag: String,
    /// Names, the longest first.
    months: Vec<(String, u8)>,
    ordinals: Vec<String>,
    /// A month's first day, where it isn't as others are.
    first_day: String,
    order: Order,
    /// Names with the year before the first, the last year or 0, and the first year that is certain.
    eras: Vec<(String, i32, i32, i32)>,
    /// By what they say.
    patterns: HashMap<&'static str, Vec<Pattern>>,
}

/// That of each language.
static CALENDARS: LazyLock<Vec<Calendar>> = LazyLock::new(|| {
    let others: Value = serde_json::from_str(OTHERS).unwrap_or_default();
    let calendar = |(lang, file): &(Lang, &str)| {
        let file = serde_json::from_str(file).ok()?;
        Some(Calendar::new(lang.key(), &file, &others[lang.key()]))
    };
    BUILT_IN.iter().filter_map(calendar).collect()
});

/// Reads dates in all languages that there are, those of the plan first.
pub struct Dates {
    calendars: Vec<&'static Calendar>,
    /// How many of them are the plan's.
    own: usize,
}

impl Dates {
    /// For texts in these languages.
    #[must_use]
    pub fn new(languages: &[String]) -> Self {
        let mut calendars: Vec<&Calendar> = CALENDARS.iter().collect();
        let rank = |tag: &str| {
            let is_own = |lang: &String| {
                let among = [Lang::parse(tag).unwrap_or_default()];
                Lang::parse(lang).is_some_and(|lang| Lang::best(lang.tag(), &among).is_some())
            };
            languages.iter().position(is_own).unwrap_or(usize::MAX)
        };
        calendars.sort_by_key(|calendar| rank(&calendar.tag));
        let own = calendars.iter().filter(|calendar| rank(&calendar.tag) < usize::MAX).count();
        Dates { calendars, own }
    }

    /// Which of two numbers the plan's own language puts first.
    #[must_use]
    pub fn order(&self) -> Order {
        self.calendars.first().filter(|_| self.own > 0).map_or(Order::Unknown, |calendar| calendar.order)
    }

    /// The time that a text says.
    ///
    /// # Errors
    /// What isn't certain of it.
    pub fn read(&self, text: &str, order: Order) -> Result<Reading, Doubt> {
        let text = text.trim();
        if text.is_empty() || text.len() > LONGEST {
            return Err(Doubt::Unknown);
        }
        let plain = normal(text);
        let (plain, hours) = without_hour(&plain);
        if let Some(span) = written(plain) {
            return reading(span, hours).ok_or(Doubt::Unknown);
        }
        match numeric(plain, order) {
            Some(Ok(date)) => return reading(Span::of(date, date), hours).ok_or(Doubt::Unknown),
            Some(Err(doubt)) => return Err(doubt),
            None => (),
        }
        for calendar in &self.calendars[..self.own] {
            if let Some(found) = calendar.read(plain).and_then(|span| reading(span, hours)) {
                return Ok(found);
            }
        }
        // In another language only what all that understand it understand alike.
        let mut all = self.calendars[self.own..].iter().filter_map(|calendar| calendar.read(plain));
        let first = all.next().ok_or(Doubt::Unknown)?;
        if all.any(|other| (other.start, other.end) != (first.start, first.end)) {
            return Err(Doubt::Unknown);
        }
        reading(first, hours).ok_or(Doubt::Unknown)
    }
}

/// Which of two numbers is the day, as one text shows: 31/12 or 12/31.
#[must_use]
pub fn shown_order(text: &str) -> Option<Order> {
    if text.len() > LONGEST {
        return None;
    }
    let plain = normal(text);
    let (plain, _) = without_hour(&plain);
    let (_, [a, b, _]) = parts(plain)?;
    match (a.len() <= 2, a.parse::<u8>().ok()?, b.parse::<u8>().ok()?) {
        (true, 13..=31, 1..=12) => Some(Order::DayFirst),
        (true, 1..=12, 13..=31) => Some(Order::MonthFirst),
        _ => None,
    }
}

fn reading(span: Span, hours: bool) -> Option<Reading> {
    let edtf = match (span.start, span.end) {
        (start, end) if start == end => bound(start),
        (start, end) => format!("{}/{}", bound(start), bound(end)),
    };
    let edtf = if span.start == Bound::Unknown && span.end == Bound::Unknown { "/".into() } else { edtf };
    Edtf::parse(&edtf)?;
    Some(Reading { edtf, kind: span.kind, own: span.own, hours })
}

fn bound(bound: Bound) -> String {
    match bound {
        Bound::Unknown => String::new(),
        Bound::Open => "..".into(),
        Bound::Date(date) => edtf(date),
    }
}

/// A date in EDTF.
#[must_use]
pub fn edtf(date: Date) -> String {
    let year = match date.year {
        year @ 0..=9999 => format!("{year:04}"),
        year @ -9999..=-1 => format!("-{:04}", -year),
        year => format!("Y{year}"),
    };
    let date_in_year = match date.part {
        Part::Years(10) if date.year >= 0 && date.year % 10 == 0 => format!("{}X", &year[..3]),
        Part::Years(100) if date.year >= 0 && date.year % 100 == 0 => format!("{}XX", &year[..2]),
        Part::Years(_) => year,
        Part::Division(part) => format!("{year}-{part:02}"),
        Part::Month(month) | Part::Financial(month) => format!("{year}-{month:02}"),
        Part::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
    };
    let doubt = match (date.uncertain, date.approximate) {
        (true, true) => "%",
        (true, false) => "?",
        (false, true) => "~",
        (false, false) => "",
    };
    date_in_year + doubt
}

/// Zeros of the scripts that have digits of their own, which follow each other in Unicode.
const ZEROS: [u32; 22] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x17e0, 0x1810, 0x19d0, 0xa8d0, 0xff10,
];

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// A text as dates are compared: small letters, digits of ASCII, one dash, spaces where they tell words apart.
fn normal(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let code = c as u32;
        if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
            plain.extend(char::from_digit(code - zero, 10));
            continue;
        }
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{301c}' | '\u{ff5e}' | '\u{ff0d}' => plain.push('-'),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => plain.push('\''),
            '\u{ff08}' => plain.push('('),
            '\u{ff09}' => plain.push(')'),
            '\u{ff0f}' => plain.push('/'),
            '\u{ff0e}' => plain.push('.'),
            '\u{ff0c}' | '\u{60c}' => plain.push(','),
            // Marks of direction, vowel points, the stretched line.
            '\u{200e}'
            | '\u{200f}'
            | '\u{2066}'..='\u{2069}'
            | '\u{61c}'
            | '\u{640}'
            | '\u{64b}'..='\u{652}'
            | '\u{feff}'
            | '\u{200b}' => (),
            _ if c.is_whitespace() => plain.push(' '),
            _ => plain.extend(c.to_lowercase()),
        }
    }
    let mut chars: Vec<char> = plain.chars().collect();
    for at in 1..chars.len() {
        // Between two dates; EDTF has it behind one, and some put it before what isn't exact.
        if chars[at] == '~' && chars.get(at + 1).is_some_and(|next| *next != '/') {
            chars[at] = '-';
        }
    }
    let mut tidy = String::with_capacity(plain.len());
    for (at, c) in chars.iter().enumerate() {
        if *c == ' ' {
            let before = tidy.chars().next_back();
            let after = chars[at..].iter().copied().find(|c| *c != ' ');
            let joins = |c: Option<char>| c.is_none_or(|c| c == '-' || c == ' ' || is_cjk(c));
            // The one between a word and a dash, or beside a sign that needs none.
            if joins(before) || joins(after) {
                continue;
            }
        }
        tidy.push(*c);
    }
    tidy
}

/// A date without the hour behind it, and whether there was one.
fn without_hour(text: &str) -> (&str, bool) {
    let is_hour = |rest: &str| {
        let rest = rest.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.' || c == ' ');
        let digits = rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
        digits
            && rest.contains(':')
            && rest.bytes().all(|byte| byte.is_ascii_digit() || b":.+-".contains(&byte))
    };
    for (at, c) in text.char_indices().rev() {
        let rest = &text[at + c.len_utf8()..];
        let before = &text[..at];
        let ends_in_digit = before.bytes().last().is_some_and(|byte| byte.is_ascii_digit());
        if (c == ' ' || c == 't' && ends_in_digit || c == ',') && is_hour(rest.trim_start()) {
            return (before.trim_end_matches([' ', ',']), true);
        }
    }
    (text, false)
}

/// EDTF as it is, and ISO 8601 without hyphens.
fn written(text: &str) -> Option<Span> {
    // With the capitals that EDTF has.
    let text = text.to_uppercase();
    let bytes = text.as_bytes();
    if let [a, b, c, d, e, f, g, h] = bytes
        && bytes.iter().all(u8::is_ascii_digit)
    {
        let text: Vec<u8> = vec![*a, *b, *c, *d, b'-', *e, *f, b'-', *g, *h];
        let date = Edtf::parse(std::str::from_utf8(&text).ok()?)?.start.date()?;
        return (1000..3000).contains(&date.year).then(|| Span::of(date, date));
    }
    // `2019-21` is a season to EDTF, and to most people three years: a column of EDTF is read as that.
    if let [a, b, c, d, b'-', e, f] = bytes
        && let (Some(first), Some(second)) = (number(&[*a, *b, *c, *d]), number(&[*e, *f]))
        && second > 12
        && second > first % 100
    {
        return None;
    }
    let edtf = Edtf::parse(&text)?;
    if (edtf.start, edtf.end) == (Bound::Unknown, Bound::Unknown) {
        return None;
    }
    let single = !text.contains('/');
    let kind = if single { TimeKind::On } else { TimeKind::During };
    Some(Span { start: edtf.start, end: edtf.end, kind, own: false })
}

fn number(digits: &[u8]) -> Option<i32> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Three numbers with the same sign between them.
fn parts(text: &str) -> Option<(char, [&str; 3])> {
    let text = text.trim_end_matches('.');
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| ['.', '/', '-'].contains(c))?;
    let mut all = text.split(sign).map(str::trim);
    let parts = [all.next()?, all.next()?, all.next()?];
    let whole = all.next().is_none()
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit()));
    whole.then_some((sign, parts))
}

/// A date in numbers alone.
fn numeric(text: &str, order: Order) -> Option<Result<Date, Doubt>> {
    let date = |year: &str, month: &str, day: Option<&str>| {
        let year: i32 = year.parse().ok()?;
        let month: u8 = month.parse().ok()?;
        let part = match day {
            Some(day) => Part::Day(month, day.parse().ok()?),
            None => Part::Month(month),
        };
        checked(year, part)
    };
    if let Some((sign, [a, b, c])) = parts(text) {
        if a.len() == 4 && b.len() <= 2 && c.len() <= 2 {
            return Some(date(a, b, Some(c)).ok_or(Doubt::Unknown));
        }
        if [a, b, c].map(str::len) == [a.len().min(2), b.len().min(2), 2] {
            return Some(Err(Doubt::Century));
        }
        if c.len() != 4 || a.len() > 2 || b.len() > 2 {
            return Some(Err(Doubt::Order));
        }
        let (first, second) = (date(c, b, Some(a)), date(c, a, Some(b)));
        return Some(match (first, second, order) {
            (Some(date), _, _) if sign == '.' => Ok(date),
            (Some(first), Some(second), _) if first == second => Ok(first),
            (Some(date), None, _) | (Some(date), Some(_), Order::DayFirst) => Ok(date),
            (None, Some(date), _) if sign != '.' => Ok(date),
            (Some(_), Some(date), Order::MonthFirst) => Ok(date),
            (Some(_), Some(_), Order::Unknown) => Err(Doubt::Order),
            _ => Err(Doubt::Unknown),
        });
    }
    // A month: 5/2025, 05.2025, 2025/5.
    let sign = text.chars().find(|c| ['.', '/', '-'].contains(c))?;
    let (a, b) = text.split_once(sign)?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(a) || !digits(b) {
        return None;
    }
    match (a.len(), b.len()) {
        (1..=2, 4) => Some(date(b, a, None).ok_or(Doubt::Unknown)),
        (4, 1) => Some(date(a, b, None).ok_or(Doubt::Unknown)),
        (4, 2) if sign != '-' && b.parse::<u8>().is_ok_and(|month| month <= 12) && !follows(a, b) => {
            Some(date(a, b, None).ok_or(Doubt::Unknown))
        }
        (4, 4) => None,
        _ => Some(Err(Doubt::Unknown)),
    }
}

/// Whether two digits may be those of the next year: `2011/12`.
fn follows(year: &str, short: &str) -> bool {
    year.parse::<i32>().ok().map(|year| (year + 1) % 100) == short.parse().ok()
}

/// The date, if there is such a one.
fn checked(year: i32, part: Part) -> Option<Date> {
    let date = Date { year, part, uncertain: false, approximate: false };
    Edtf::parse(&edtf(date)).is_some_and(|edtf| edtf.start.date() == Some(date)).then_some(date)
}

impl Calendar {
    fn new(tag: &str, file: &Value, others: &Value) -> Self {
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

    fn read(&self, text: &str) -> Option<Span> {
        if let Some(dated) = self.without_era(text) {
            return self.between(&dated, None, 0).map(|span| Span { own: true, ..span });
        }
        self.date(text, None, 0).or_else(|| self.any(text, &SPANS, None, 0))
    }

    /// `令和7年5月` with its year as others count it.
    fn without_era(&self, text: &str) -> Option<String> {
        let (name, before, last, first) = self.eras.iter().find(|(name, ..)| text.starts_with(&**name))?;
        let rest = &text[name.len()..];
        let (number, length) = match rest.strip_prefix('元') {
            Some(_) => (1, '元'.len_utf8()),
            None => numeral(rest)?,
        };
        let known = number >= *first && (*last == 0 || number <= *last) && rest[length..].starts_with('年');
        known.then(|| format!("{}{}", before + number, &rest[length..]))
    }

    /// A date, or two.
    fn between(&self, text: &str, case: Option<usize>, depth: usize) -> Option<Span> {
        self.date(text, case, depth).or_else(|| self.any(text, &SPANS[8..], case, depth))
    }

    fn date(&self, text: &str, case: Option<usize>, depth: usize) -> Option<Span> {
        self.any(text, &DATES, case, depth)
    }

    fn phrase(&self, text: &str, case: Option<usize>, depth: usize) -> Option<Span> {
        self.any(text, &PHRASES, case, depth)
    }

    fn any(&self, text: &str, keys: &[&str], case: Option<usize>, depth: usize) -> Option<Span> {
        if depth > DEEPEST || text.is_empty() {
            return None;
        }
        for key in keys {
            let patterns = self.patterns.get(key).map_or(&[][..], Vec::as_slice);
            let of_case =
                case.is_some() && patterns.iter().any(|pattern| !pattern.extra && pattern.case == case);
            let wanted = if of_case { case } else { None };
            let found = patterns
                .iter()
                .filter(|pattern| pattern.extra || pattern.case == wanted)
                .filter(|pattern| {
                    pattern.pieces.iter().all(|piece| match piece {
                        Piece::Literal(literal) => text.contains(literal.trim()),
                        Piece::Hole(_) => true,
                    })
                })
                .find_map(|pattern| {
                    self.fit(pattern, &pattern.pieces, text, None, Found::default(), case, depth)
                });
            if found.is_some() {
                return found;
            }
        }
        None
    }

    #[expect(clippy::too_many_arguments, reason = "the state of one search")]
    fn fit(
        &self,
        pattern: &Pattern,
        pieces: &[Piece],
        text: &str,
        before: Option<char>,
        found: Found,
        case: Option<usize>,
        depth: usize,
    ) -> Option<Span> {
        let Some((piece, rest)) = pieces.split_first() else {
            return if text.is_empty() { made(pattern.key, found) } else { None };
        };
        let next = |found: Found, length: usize| {
            let last = text[..length].chars().next_back().or(before);
            self.fit(pattern, rest, &text[length..], last, found, case, depth)
        };
        let hole = match piece {
            Piece::Literal(literal) => {
                if let Some(length) = text.starts_with(&**literal).then_some(literal.len()) {
                    return next(found, length);
                }
                // Where a text has no space because of the signs beside it.
                if literal == " " {
                    let dropped = before.is_some_and(is_cjk) || text.chars().next().is_some_and(is_cjk);
                    return if dropped { next(found, 0) } else { None };
                }
                let inner =
                    literal.strip_prefix(' ').filter(|_| before.is_some_and(is_cjk)).unwrap_or(literal);
                let after = text.strip_prefix(inner.trim_end())?;
                let dropped = inner.len() < literal.len()
                    || inner.ends_with(' ') && after.chars().next().is_some_and(is_cjk);
                let length = if text.starts_with(inner) { inner.len() } else { inner.trim_end().len() };
                return if dropped { next(found, length) } else { None };
            }
            Piece::Hole(hole) => *hole,
        };
        match hole {
            Hole::Year(at) => {
                let (number, length) = numeral(text)?;
                let short = text[..length].chars().count() < 3;
                let mut found = found;
                found.years[at] = Some((number, short));
                next(found, length)
            }
            Hole::Number(at) => {
                let (number, length) = numeral(text)?;
                let mut found = found;
                found.months[at] = Some(u8::try_from(number).ok()?);
                next(found, length)
            }
            Hole::Day(at) => {
                let (number, length) = numeral(text)?;
                let mut found = found;
                found.days[at] = Some(u8::try_from(number).ok()?);
                let first = &*self.first_day;
                if number == 1 && length < first.len() && text.starts_with(first) {
                    return next(found, first.len());
                }
                let ordinal = self.ordinals.iter().find(|end| text[length..].starts_with(&***end));
                ordinal.and_then(|end| next(found, length + end.len())).or_else(|| next(found, length))
            }
            Hole::Count => {
                let (number, length) = numeral(text)?;
                let mut found = found;
                found.count = Some(number);
                let ordinal = self.ordinals.iter().find(|end| text[length..].starts_with(&***end));
                ordinal.and_then(|end| next(found, length + end.len())).or_else(|| next(found, length))
            }
            Hole::Roman => {
                let (number, length) = roman(text)?;
                next(Found { count: Some(number), ..found }, length)
            }
            Hole::Month(at) => {
                self.months.iter().filter(|(name, _)| text.starts_with(&**name)).find_map(|(name, month)| {
                    let mut found = found;
                    found.months[at] = Some(*month);
                    next(found, name.len())
                })
            }
            Hole::Phrase(at, own) | Hole::Date(at, own) => {
                let is_phrase = matches!(hole, Hole::Phrase(..));
                let of_hole = own.or(if is_phrase { case } else { inherited(pattern.key, case) });
                self.split(rest, text).find_map(|length| {
                    let part = &text[..length];
                    let span = match hole {
                        _ if is_phrase => self.phrase(part, of_hole, depth + 1),
                        _ => self.date(part, of_hole, depth + 1),
                    }?;
                    let mut found = found;
                    found.spans[at] = Some(span);
                    next(found, length)
                })
            }
            Hole::Span(own) => self.split(rest, text).find_map(|length| {
                let mut found = found;
                found.spans[0] = Some(self.between(&text[..length], own, depth + 1)?);
                next(found, length)
            }),
        }
    }

    /// The lengths that a hole before these pieces may have, the longest first.
    fn split<'a>(&self, rest: &'a [Piece], text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
        ends.filter(move |end| match rest.first() {
            None => *end == text.len(),
            Some(Piece::Literal(literal)) => text[*end..].trim_start().starts_with(literal.trim()),
            Some(Piece::Hole(_)) => *end < text.len(),
        })
    }
}

/// The case that dates within these sentences have, where the sentence names none.
fn inherited(key: &str, case: Option<usize>) -> Option<usize> {
    if ["about", "uncertain", "years"].contains(&key) { case } else { None }
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

/// The number that a text begins with, in digits or in Chinese ones, and how long it is.
fn numeral(text: &str) -> Option<(i32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, digits));
    }
    let value = |c: char| match c {
        '〇' | '零' | '○' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        '十' => Some(10),
        _ => None,
    };
    let signs: Vec<i32> = text.chars().map_while(value).take(9).collect();
    let length = text.chars().take(signs.len()).map(char::len_utf8).sum();
    let number = match signs.iter().position(|sign| *sign == 10) {
        _ if signs.is_empty() => return None,
        None => signs.iter().try_fold(0_i32, |number, sign| number.checked_mul(10)?.checked_add(*sign))?,
        Some(at) => {
            let (tens, ones) = (&signs[..at], &signs[at + 1..]);
            if tens.len() > 1 || ones.len() > 1 || ones.contains(&10) {
                return None;
            }
            tens.first().unwrap_or(&1) * 10 + ones.first().unwrap_or(&0)
        }
    };
    Some((number, length))
}

/// The Roman number that a text begins with, below forty, and how long it is.
fn roman(text: &str) -> Option<(i32, usize)> {
    let length = text.bytes().take_while(|byte| b"ivx".contains(byte)).count();
    let written = &text[..length];
    let of = |number: i32| {
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        let (tens, one) =
            (usize::try_from(number / 10).unwrap_or(0), usize::try_from(number % 10).unwrap_or(0));
        "x".repeat(tens) + ones[one]
    };
    (1..40).find(|number| of(*number) == written).map(|number| (number, length))
}

/// The time that a pattern's holes give.
fn made(key: &'static str, found: Found) -> Option<Span> {
    let plain = |year, part| checked(year, part);
    let year = |at: usize| -> Option<i32> {
        let (year, short) = found.years[at]?;
        // Two digits alone may be any century's.
        let marked = key.ends_with("_before") || key.ends_with("_after");
        if key.ends_with("_before") {
            return (year > 0).then_some(1 - year);
        }
        (year > 0 && (marked || !short && year <= 9999)).then_some(year)
    };
    let year_of = |at: usize| match found.spans[at]?.start {
        Bound::Date(date) if date.part == Part::Years(1) => Some(date.year),
        _ => None,
    };
    let single = |date: Option<Date>| date.map(|date| Span::of(date, date));
    let two = |first: Option<Date>, second: Option<Date>| Some(Span::of(first?, second?));
    let division = |number: u8| single(plain(year_of(0)?, Part::Division(number)));
    match key {
        "day" | "day_before" | "day_after" => {
            single(plain(year(0)?, Part::Day(found.months[0]?, found.days[0]?)))
        }
        "month" | "month_before" | "month_after" => single(plain(year(0)?, Part::Month(found.months[0]?))),
        "year" | "year_before" | "year_after" => single(plain(year(0)?, Part::Years(1))),
        "days" => {
            let month = found.months[0]?;
            two(
                plain(year(0)?, Part::Day(month, found.days[0]?)),
                plain(year(0)?, Part::Day(month, found.days[1]?)),
            )
        }
        "days_across" => two(
            plain(year(0)?, Part::Day(found.months[0]?, found.days[0]?)),
            plain(year(0)?, Part::Day(found.months[1]?, found.days[1]?)),
        ),
        "months" => two(
            plain(year(0)?, Part::Month(found.months[0]?)),
            plain(year(0)?, Part::Month(found.months[1]?)),
        ),
        "decade" => {
            let year = year(0).filter(|year| year % 10 == 0)?;
            single(plain(year, Part::Years(10)))
        }
        "decade_before" => {
            // The 40s BC are 49 BC to 40 BC.
            let last = year(0)?;
            if (1 - last) % 10 != 0 {
                return None;
            }
            two(plain(last - 9, Part::Years(1)), plain(last, Part::Years(1)))
        }
        "years" => two(plain(year_of(0)?, Part::Years(1)), plain(year_of(1)?, Part::Years(1))),
        "spring" => division(21),
        "summer" => division(22),
        "autumn" => division(23),
        "winter" => division(24),
        "quarter_1" => division(33),
        "quarter_2" => division(34),
        "quarter_3" => division(35),
        "quarter_4" => division(36),
        "half_1" => division(40),
        "half_2" => division(41),
        "third" => {
            let third = (37..=39).find(|third| {
                let first = (third - 37) * 4 + 1;
                (found.months[0], found.months[1]) == (Some(first), Some(first + 3))
            });
            division(third?)
        }
        "century" | "century_before" => {
            let count = found.count.filter(|count| (1..=99).contains(count))?;
            let (first, last) = if key == "century" {
                (count * 100 - 99, count * 100)
            } else {
                (1 - count * 100, 1 - (count * 100 - 99))
            };
            two(plain(first, Part::Years(1)), plain(last, Part::Years(1)))
        }
        "part" => found.spans[0].map(|span| Span { own: true, ..span }),
        "about" | "uncertain" => {
            // `1850 to 1860 (uncertain)` says it of the second.
            let span = found.spans[0].filter(|span| span.start == span.end)?;
            let doubt = |bound: Bound| match bound {
                Bound::Date(date) if key == "about" => Bound::Date(Date { approximate: true, ..date }),
                Bound::Date(date) => Bound::Date(Date { uncertain: true, ..date }),
                other => other,
            };
            Some(Span { start: doubt(span.start), end: doubt(span.end), ..span })
        }
        "by" => found.spans[0].map(|span| Span { kind: TimeKind::By, ..span }),
        within if within.starts_with("within") => {
            found.spans[0].map(|span| Span { kind: TimeKind::During, ..span })
        }
        "average" => found.spans[0].map(|span| Span { kind: TimeKind::Average, ..span }),
        "cumulative" => found.spans[0].map(|span| Span { kind: TimeKind::Cumulative, ..span }),
        "plain_years" => {
            let (first, second) = (year(0)?, year(1)?);
            (first < second).then(|| two(plain(first, Part::Years(1)), plain(second, Part::Years(1))))?
        }
        "range" => {
            let (from, to) = (found.spans[0]?, found.spans[1]?);
            let own = from.own || to.own;
            Some(Span { start: from.start, end: to.end, kind: TimeKind::During, own })
        }
        "from" | "from_end_unknown" => {
            let end = if key == "from" { Bound::Open } else { Bound::Unknown };
            found.spans[0].map(|span| Span { end, kind: TimeKind::During, ..span })
        }
        "until" | "until_start_unknown" => {
            let start = if key == "until" { Bound::Open } else { Bound::Unknown };
            found.spans[0].map(|span| Span { start, kind: TimeKind::During, ..span })
        }
        "unknown" => {
            Some(Span { start: Bound::Unknown, end: Bound::Unknown, kind: TimeKind::On, own: false })
        }
        _ => None,
    }
}
