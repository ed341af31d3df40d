//! When something is: EDTF dates and intervals (ISO 8601-2:2019), and what they leave unsaid.

use super::{Cite, Code, Degree, Node, Read, Text, Value, choice, decimal, record};

record! {
    /// A time, as far as the plan states it.
    Time {
        /// When.
        edtf: Edtf,
        /// How it is meant.
        kind: TimeKind,
    } optional {
        /// The plan's own wording of it.
        text: Option<Text>,
        /// How much of a goal is to be reached by then, where the plan says so.
        degree: Option<Degree>,
        /// Where the plan says so.
        cite: Option<Cite>,
    }
}

choice! {
    /// What EDTF can't say about a time.
    TimeKind {
        /// It happens then.
        On = "on",
        /// It is reached then at the latest.
        By = "by",
        /// It happens at some point of this time, or through it.
        During = "during",
        /// A yearly mean over this time.
        Average = "average",
        /// A sum over this time.
        Cumulative = "cumulative",
    }
}

/// A date, or an interval with a date, nothing known or no bound at either end.
///
/// Level 0 without hours; of levels 1 and 2 seasons, quarters and halves of a year, unknown digits, years of more than
/// four digits, doubt (`?`, `~`, `%`) about a whole date, open and unknown ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edtf {
    /// As the plan has it.
    pub text: Box<str>,
    /// Where it begins.
    pub start: Bound,
    /// Where it ends: for a single date, that date again.
    pub end: Bound,
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// There is one, but the plan doesn't say which.
    #[default]
    Unknown,
    /// There is none.
    Open,
    /// This date.
    Date(Date),
}

/// A date of the proleptic Gregorian calendar, as exact as it is known. The year 0 is 1 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year; the first one, where several are meant.
    pub year: i32,
    /// What of the year.
    pub part: Part,
    /// `?` or `%`: perhaps it isn't this.
    pub uncertain: bool,
    /// `~` or `%`: around this.
    pub approximate: bool,
}

/// What of a year a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// So many years from this one on: 10 is a decade.
    Years(i32),
    /// ISO 8601-2's number of a part of a year: 21 to 24 are seasons, 33 to 36 quarters, 40 and 41 halves.
    Division(u8),
    /// A month, from 1.
    Month(u8),
    /// A day: month and day of month, from 1.
    Day(u8, u8),
    /// A year that begins in this month and ends in the next calendar year: see [`Edtf::ends`].
    Financial(u8),
}

/// A month in which financial years begin: 2 for February to 12 for December. One that begins in January is a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opening(pub u8);

impl Opening {
    /// The months that there are.
    pub const MONTHS: [u8; 2] = [2, 12];
}

impl Edtf {
    /// Both ends: by financial years that begin in `opening`, where it consists of such.
    #[must_use]
    pub fn ends(&self, opening: Option<Opening>) -> [Bound; 2] {
        let ends = [self.start, self.end];
        let ([Bound::Date(start), Bound::Date(end)], Some(Opening(month))) = (ends, opening) else {
            return ends;
        };
        let year = |year| Date { year, part: Part::Financial(month), ..start };
        let (first, last) = (year(start.year), year(end.year.saturating_sub(1)));
        let exact = !(start.uncertain || start.approximate || end.uncertain || end.approximate);
        if exact && start.first_day() == first.first_day() && end.last_day() == last.last_day() {
            return [first, last].map(Bound::Date);
        }
        ends
    }

    /// Reads EDTF.
    ///
    /// # Examples
    /// ```
    /// # use plan_widgets::model::Edtf;
    /// assert!(Edtf::parse("2021/2025").is_some_and(|time| time.last_day() > time.first_day()));
    /// assert!(Edtf::parse("5 May 2025").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Edtf> {
        let slash = text.bytes().position(|byte| byte == b'/');
        let (start, end) = match slash {
            Some(at) => (bound(text.get(..at)?)?, bound(text.get(at + 1..)?)?),
            None => {
                let date = Bound::Date(date(text)?);
                (date, date)
            }
        };
        if let (Bound::Date(start), Bound::Date(end)) = (start, end)
            && start.first_day() > end.last_day()
        {
            return None;
        }
        Some(Edtf { text: text.into(), start, end })
    }

    /// The first day, counted from 1970-01-01; none where the start is open or unknown.
    #[must_use]
    pub fn first_day(&self) -> Option<i64> {
        self.start.date().map(Date::first_day)
    }

    /// The last day, counted from 1970-01-01; none where the end is open or unknown.
    #[must_use]
    pub fn last_day(&self) -> Option<i64> {
        self.end.date().map(Date::last_day)
    }
}

impl Bound {
    /// The date, where it is one.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        if let Bound::Date(date) = self { Some(date) } else { None }
    }
}

impl Date {
    /// Its first day, counted from 1970-01-01.
    #[must_use]
    pub fn first_day(self) -> i64 {
        match self.part {
            Part::Years(_) => day_number(self.year, 1, 1),
            Part::Division(number) => day_number(self.year, months(number).0, 1),
            Part::Month(month) | Part::Financial(month) => day_number(self.year, month, 1),
            Part::Day(month, day) => day_number(self.year, month, day),
        }
    }

    /// Its last day, counted from 1970-01-01.
    #[must_use]
    pub fn last_day(self) -> i64 {
        let before = |year: i32, month: u8| match month {
            13.. => day_number(year.saturating_add(1), month - 12, 1) - 1,
            _ => day_number(year, month, 1) - 1,
        };
        match self.part {
            Part::Years(count) => day_number(self.year.saturating_add(count), 1, 1) - 1,
            Part::Division(number) => before(self.year, months(number).0 + months(number).1),
            Part::Month(month) => before(self.year, month + 1),
            Part::Financial(month) => before(self.year.saturating_add(1), month),
            Part::Day(..) => self.first_day(),
        }
    }
}

/// The first month of a division of the year, and how many months it has. Seasons are the northern ones; winter
/// begins the year's last month.
fn months(division: u8) -> (u8, u8) {
    match division {
        21..=24 => ((division - 21) * 3 + 3, 3),
        33..=36 => ((division - 33) * 3 + 1, 3),
        37..=39 => ((division - 37) * 4 + 1, 4),
        _ => ((division.saturating_sub(40)) * 6 + 1, 6),
    }
}

/// Days from 1970-01-01, by Howard Hinnant's `days_from_civil`.
fn day_number(year: i32, month: u8, day: u8) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn bound(text: &str) -> Option<Bound> {
    match text {
        "" => Some(Bound::Unknown),
        ".." => Some(Bound::Open),
        _ => date(text).map(Bound::Date),
    }
}

fn date(text: &str) -> Option<Date> {
    let mut bytes = text.as_bytes();
    let (mut uncertain, mut approximate) = (false, false);
    if let [rest @ .., doubt @ (b'?' | b'~' | b'%')] = bytes {
        bytes = rest;
        uncertain = *doubt != b'~';
        approximate = *doubt != b'?';
    }
    let (year, part) = match bytes {
        [b'Y', rest @ ..] => (long_year(rest)?, Part::Years(1)),
        [b'-', rest @ ..] => within(rest, true)?,
        _ => within(bytes, false)?,
    };
    Some(Date { year, part, uncertain, approximate })
}

/// `Y` is followed by five digits or more; nine of them fit.
fn long_year(text: &[u8]) -> Option<i32> {
    let (digits, sign) = match text {
        [b'-', rest @ ..] => (rest, -1),
        _ => (text, 1),
    };
    ((5..=9).contains(&digits.len()) && digits[0] != b'0').then(|| number(digits))?.map(|year| sign * year)
}

/// A year of four digits, and what of it.
fn within(text: &[u8], before_zero: bool) -> Option<(i32, Part)> {
    let (year, rest) = text.split_at_checked(4)?;
    let unknown = year.iter().rev().take_while(|digit| **digit == b'X').count();
    let digits = number(&year[..4 - unknown])?;
    let sign = if before_zero { -1 } else { 1 };
    if unknown > 0 {
        let count = 10_i32.pow(u32::try_from(unknown).ok()?);
        // Of years before zero, the one furthest back comes first.
        let first = if before_zero { -(digits * count + count - 1) } else { digits * count };
        let rest_unknown = matches!(rest, [] | [b'-', b'X', b'X'] | [b'-', b'X', b'X', b'-', b'X', b'X']);
        return (rest_unknown && unknown < 4).then_some((first, Part::Years(count)));
    }
    let year = sign * digits;
    if before_zero && digits == 0 {
        return None;
    }
    let part = match rest {
        [] | [b'-', b'X', b'X'] | [b'-', b'X', b'X', b'-', b'X', b'X'] => Part::Years(1),
        [b'-', a, b] | [b'-', a, b, b'-', b'X', b'X'] => match u8::try_from(number(&[*a, *b])?).ok()? {
            month @ 1..=12 => Part::Month(month),
            division @ (21..=24 | 33..=41) if rest.len() == 3 => Part::Division(division),
            _ => return None,
        },
        [b'-', a, b, b'-', c, d] => {
            let month = u8::try_from(number(&[*a, *b])?).ok().filter(|month| (1..=12).contains(month))?;
            let day = u8::try_from(number(&[*c, *d])?).ok()?;
            let last =
                Date { year, part: Part::Month(month), uncertain: false, approximate: false }.last_day();
            let days = last - day_number(year, month, 1) + 1;
            (day >= 1 && i64::from(day) <= days).then_some(Part::Day(month, day))?
        }
        _ => return None,
    };
    Some((year, part))
}

/// The number that some digits are; 0 of none.
fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |number: i32, digit| {
        digit.is_ascii_digit().then(|| number.checked_mul(10)?.checked_add(i32::from(digit - b'0')))?
    })
}

/// The number that one or more digits are.
pub(crate) fn digits(digits: &[u8]) -> Option<i32> {
    if digits.is_empty() { None } else { number(digits) }
}

impl Read for Edtf {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let edtf = node.value.text().and_then(|text| Edtf::parse(&text));
        if edtf.is_none() {
            node.expected(Code::Edtf, &[]);
        }
        edtf.unwrap_or_default()
    }
}

impl Read for Opening {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let [least, most] = Self::MONTHS;
        let month = node.value.whole().and_then(|month| u8::try_from(month).ok());
        let month = month.filter(|month| (least..=most).contains(month));
        if month.is_none() {
            node.expected(Code::Range, &[&decimal(least.into()), &decimal(most.into())]);
        }
        Opening(month.unwrap_or_default())
    }
}
