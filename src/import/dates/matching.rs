//! What a text says by the patterns of a language.

use plan_widgets::model::{Bound, Date, Part, TimeKind};

use super::{
    Span,
    numbers::checked,
    patterns::{Calendar, DATES, Hole, PHRASES, Pattern, Piece, SPANS},
    texts::{is_cjk, numeral, roman},
};

/// How deep sentences may stand in sentences.
const DEEPEST: usize = 6;

/// What was found in the holes.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    years: [Option<(i32, bool)>; 2],
    months: [Option<u8>; 2],
    days: [Option<u8>; 2],
    count: Option<i32>,
    spans: [Option<Span>; 2],
}

impl Calendar {
    pub fn read(&self, text: &str) -> Option<Span> {
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
