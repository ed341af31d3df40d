//! Dates in numbers alone.

use plan_widgets::model::{Bound, Date, Edtf, Part, TimeKind};

use super::{
    Doubt, LONGEST, Order, Span, edtf,
    texts::{normal, without_hour},
};

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

/// EDTF as it is, and ISO 8601 without hyphens.
pub(super) fn written(text: &str) -> Option<Span> {
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

pub(super) fn number(digits: &[u8]) -> Option<i32> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// Three numbers with the same sign between them.
pub(super) fn parts(text: &str) -> Option<(char, [&str; 3])> {
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
pub(super) fn numeric(text: &str, order: Order) -> Option<Result<Date, Doubt>> {
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
pub(super) fn follows(year: &str, short: &str) -> bool {
    year.parse::<i32>().ok().map(|year| (year + 1) % 100) == short.parse().ok()
}

/// The date, if there is such a one.
pub(super) fn checked(year: i32, part: Part) -> Option<Date> {
    let date = Date { year, part, uncertain: false, approximate: false };
    Edtf::parse(&edtf(date)).is_some_and(|edtf| edtf.start.date() == Some(date)).then_some(date)
}
