//! Dates in words, read into EDTF where that is certain.
//!
//! What the views print is read by the very patterns that they print by (`src/view/languages/TAG.json`); what people write
//! besides stands in `dates.json`, below the same names.

mod matching;
mod numbers;
mod patterns;
mod texts;

use std::sync::LazyLock;

use plan_widgets::{
    Lang,
    model::{Bound, Date, Edtf, Part, TimeKind},
    view::languages::BUILT_IN,
};
use serde_json::Value;

pub use numbers::shown_order;
use numbers::{numeric, written};
use patterns::Calendar;
use texts::{normal, without_hour};

const OTHERS: &str = include_str!("dates.json");

/// The longest text that may be a date, in bytes.
const LONGEST: usize = 300;

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
