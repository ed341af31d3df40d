//! When something is and where the plan says so, in words.
//!
//! Not by `Intl`, which knows no seasons, quarters, decades, doubt or open ends, and words dates differently from one
//! browser to the next: a static page and the widget that takes its place have to say the same.

use crate::{
    model::{Bound, Date, Edtf, Opening, Part, Plan, Time, TimeKind, digits, signed},
    view::words::{DateWords, InDates, Language, PassageWords, at, cut, expand, fill, numeral},
};

/// A date that is no end of an interval.
const ALONE: u8 = 0;
/// The first of an interval.
const FIRST: u8 = 1;
/// The last of one.
const LAST: u8 = 2;
/// The last of one that begins before the era.
const LAST_OF_ERA: u8 = 3;

/// Years that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first of them, as EDTF counts: 0 is 1 BC.
    pub first: i32,
    /// The last of them.
    pub last: i32,
}

/// The list of [`DateWords`] of a grammatical case; nothing stands for the usual one.
type Case<'a> = Option<&'a [String]>;

/// The first year that nobody takes for another number, or for one of another century.
const CLEAR: i32 = 100;

impl Language {
    /// A time with what EDTF can't say: `by 2035`, `within 2021–2025`. `opening` is that of the plan's financial years.
    #[must_use]
    pub fn time(&self, time: &Time, opening: Option<Opening>) -> String {
        let dates = DateWords(&self.dates);
        let mut ends = time.edtf.ends(opening);
        let sentence = match (time.kind, ends) {
            (TimeKind::By, [_, Bound::Date(end)]) => {
                ends = [Bound::Date(last_year(end)); 2];
                dates.by()
            }
            (TimeKind::During, [Bound::Date(start), Bound::Date(end)]) => {
                let own = match start.part {
                    _ if start != end => dates.within_several(),
                    _ if start.approximate => dates.within_about(),
                    Part::Day(..) => dates.within_day(),
                    Part::Division(..=24) => dates.within_season(),
                    _ => "",
                };
                if own.is_empty() { dates.within() } else { own }
            }
            (TimeKind::Average, _) => dates.average(),
            (TimeKind::Cumulative, _) => dates.cumulative(),
            _ => return self.between(ends, None),
        };
        expand(sentence, 0, &mut |_, case, filled| *filled += &self.between(ends, self.case(case)))
    }

    /// A date, or an interval: `2016–2020`, `from March 2024`, `2024/25`.
    #[must_use]
    pub fn interval(&self, edtf: &Edtf, opening: Option<Opening>) -> String {
        self.between(edtf.ends(opening), None)
    }

    /// The same; a date in a grammatical case.
    fn between(&self, [start, end]: [Bound; 2], case: Case) -> String {
        let (sentence, ends) = match (start, end) {
            (Bound::Date(start), Bound::Date(end)) if start == end => {
                return self.date_in(start, case, ALONE);
            }
            (Bound::Date(start), Bound::Date(end)) if is_plain_year(start) && is_plain_year(end) => {
                let sentence = self.words(InDates::plain_years as usize, case);
                return fill(sentence, &[&self.number(start.year), &self.number(end.year)]);
            }
            (Bound::Date(start), Bound::Date(end)) => (InDates::range, [start, end]),
            (Bound::Date(start), Bound::Open) => (InDates::from, [start, start]),
            (Bound::Date(start), Bound::Unknown) => (InDates::from_end_unknown, [start, start]),
            (Bound::Open, Bound::Date(end)) => (InDates::until, [end, end]),
            (Bound::Unknown, Bound::Date(end)) => (InDates::until_start_unknown, [end, end]),
            _ => return self.words(InDates::unknown as usize, case).into(),
        };
        let sentence = self.words(sentence as usize, case);
        expand(sentence, 0, &mut |hole, case, filled| {
            let (date, place) = match (hole, start) {
                (0, Bound::Date(_)) => (ends[0], FIRST),
                // `44 BC to 14` may be read as thirty years.
                _ => (ends[1], era_behind(ends[0].year)),
            };
            *filled += &self.date_in(date, self.case(case), place);
        })
    }

    /// A date as exact as it is known: `spring 2024`, `about 1850`, `15 March 44 BC`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.date_in(date, None, ALONE)
    }

    /// Years that stand together: `2021`, `1990s`, `1901 to 2000`, `40s BC`.
    #[must_use]
    pub fn years(&self, years: Years) -> String {
        self.years_in(years, None, ALONE)
    }

    fn years_in(&self, Years { first, last }: Years, case: Case, place: u8) -> String {
        let is_decade = last.saturating_sub(first) == 9;
        if is_decade && first >= CLEAR && first % 10 == 0 && place != LAST_OF_ERA {
            fill(self.words(InDates::decade as usize, case), &[&self.number(first)])
        } else if is_decade && last < 0 && (1 - last) % 10 == 0 {
            fill(self.words(InDates::decade_before as usize, case), &[&self.number(1 - last)])
        } else if first == last || place != ALONE {
            // Of several years that have no name an interval says the first or the last.
            self.year(if place == FIRST { first } else { last }, case, place)
        } else {
            expand(self.words(InDates::years as usize, case), 0, &mut |hole, other, filled| {
                let (year, place) = if hole == 0 { (first, ALONE) } else { (last, era_behind(first)) };
                *filled += &self.year(year, self.case(other).or(case), place);
            })
        }
    }

    /// A date in a case, at a place of an interval.
    fn date_in(&self, date: Date, case: Case, place: u8) -> String {
        if date.uncertain || date.approximate {
            let (sentence, inside) = if date.uncertain {
                (self.words(InDates::uncertain as usize, case), Date { uncertain: false, ..date })
            } else {
                (self.words(InDates::about as usize, case), Date { approximate: false, ..date })
            };
            return expand(sentence, 0, &mut |_, other, filled| {
                *filled += &self.date_in(inside, self.case(other).or(case), place);
            });
        }
        let number = self.counted(date.year);
        let month_of = |month: u8| {
            let month = usize::from(month.clamp(1, 12));
            let name = |first: InDates| self.words(first as usize + month - 1, case);
            (name(InDates::month_1), name(InDates::alone_1), self.number(month as i32))
        };
        let dated = |sentence: InDates, month: u8, day: u8| {
            let (name, alone, of_year) = month_of(month);
            let first = self.words(InDates::first_day as usize, case);
            let day = if day == 1 && !first.is_empty() { first.into() } else { self.number(day.into()) };
            fill(self.of_era(sentence, date.year, case, place), &[&number, name, alone, &of_year, &day])
        };
        let divided = |sentence: usize, months: [&str; 4]| {
            expand(self.words(sentence, case), 0, &mut |hole, other, filled| match hole.checked_sub(1) {
                Some(hole) => filled.push_str(months.get(hole).unwrap_or(&"")),
                None => *filled += &self.year(date.year, self.case(other).or(case), place),
            })
        };
        match date.part {
            Part::Years(count) => {
                let years = Years { first: date.year, last: date.year.saturating_add(count - 1) };
                self.years_in(years, case, place)
            }
            Part::Division(third @ 37..=39) => {
                let (first, last) = (month_of((third - 37) * 4 + 1), month_of((third - 36) * 4));
                divided(InDates::third as usize, [first.1, last.1, &first.2, &last.2])
            }
            Part::Division(division) => {
                let place = match division {
                    ..33 => division.saturating_sub(21),
                    33..37 => division - 33 + 4,
                    _ => division.saturating_sub(40) + 8,
                };
                divided(InDates::spring as usize + usize::from(place), [""; 4])
            }
            Part::Financial(_) => {
                let next = signed(date.year.saturating_add(1));
                let both = [&*next, &next[next.len().saturating_sub(2)..]];
                let [next, short] = both.map(|text| numeral(DateWords(&self.dates).digits(), None, text));
                fill(self.words(InDates::financial_year as usize, case), &[&number, &next, &short])
            }
            Part::Month(month) => dated(InDates::month, month, 0),
            Part::Day(month, day) => dated(InDates::day, month, day),
        }
    }

    fn year(&self, year: i32, case: Case, place: u8) -> String {
        fill(self.of_era(InDates::year, year, case, place), &[&self.counted(year)])
    }

    /// The sentence with the era of a year: behind the one without stand that before the era and that of it.
    fn of_era<'a>(&'a self, sentence: InDates, year: i32, case: Case<'a>, place: u8) -> &'a str {
        let own = if year <= 0 {
            1
        } else if place == LAST_OF_ERA || year < CLEAR {
            2
        } else {
            0
        };
        let own = self.words(sentence as usize + own, case);
        if own.is_empty() { self.words(sentence as usize, case) } else { own }
    }

    /// A year's number, as its era counts.
    fn counted(&self, year: i32) -> String {
        self.number(if year > 0 { year } else { 1 - year })
    }

    /// A text in a case: its own there, or that of all.
    fn words<'a>(&'a self, index: usize, case: Case<'a>) -> &'a str {
        let own = case.map_or("", |case| at(case, index));
        if own.is_empty() { at(&self.dates, index) } else { own }
    }

    fn case(&self, number: char) -> Case<'_> {
        self.cases.get(number.to_digit(10)? as usize).map(|case| &case[..])
    }

    /// A number in the language's digits.
    pub(crate) fn count(&self, number: i32) -> String {
        self.number(number)
    }

    fn number(&self, number: i32) -> String {
        numeral(DateWords(&self.dates).digits(), None, &signed(number))
    }

    /// A passage of the plan by its id: `第七条`, `Article 7`, and for passages of another kind their own names.
    #[must_use]
    pub fn passage(&self, plan: &Plan, id: &str, lang: &str) -> String {
        let words = PassageWords(&self.passages);
        let (kind, number) = cut(id, b':').unwrap_or(("article", id));
        let sentence = match kind {
            "article" => words.article(),
            "part" => words.part(),
            "lead" => words.lead(),
            "glossary" => words.glossary(),
            _ => "",
        };
        // `parse` has errors, which take more.
        match (digits(number.as_bytes()), plan.articles.find(id), id) {
            (Some(number), ..) if !sentence.is_empty() => expand(sentence, 0, &mut |_, form, filled| {
                *filled += &if form == 'h' { han(number) } else { self.number(number) };
            }),
            (_, Some(article), _) => article.title.get(lang).into(),
            (_, None, "preamble") => words.preamble().into(),
            (_, None, "closing") => words.closing().into(),
            _ => id.into(),
        }
    }

    /// Which part of the plan this is, by its id: `第三部分`, `Part 3`. Nothing where that is no number.
    #[must_use]
    pub fn chapter(&self, id: &str) -> String {
        let sentence = PassageWords(&self.passages).chapter();
        let Some(number) = digits(id.as_bytes()) else { return String::new() };
        expand(sentence, 0, &mut |_, form, filled| {
            *filled += &if form == 'h' { han(number) } else { self.number(number) };
        })
    }

    /// A passage with its title, where it has one.
    #[must_use]
    pub fn article(&self, plan: &Plan, id: &str, lang: &str) -> String {
        let name = self.passage(plan, id, lang);
        match plan.articles.find(id).map(|article| article.title.get(lang)) {
            Some(title) if title != name => fill(self.plan().article(), &[&name, title]),
            _ => name,
        }
    }
}

/// The last of several years.
fn last_year(date: Date) -> Date {
    match date.part {
        Part::Years(count) => {
            Date { year: date.year.saturating_add(count - 1), part: Part::Years(1), ..date }
        }
        _ => date,
    }
}

/// The place of what ends behind this year: where that is before the era, the other has to say its own.
fn era_behind(year: i32) -> u8 {
    if year <= 0 { LAST_OF_ERA } else { LAST }
}

fn is_plain_year(date: Date) -> bool {
    date.year >= CLEAR && date.part == Part::Years(1) && !date.uncertain && !date.approximate
}

/// A number below a hundred as Chinese writes it, `二十一`; beyond, in digits.
fn han(number: i32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, DIGITS[number.rem_euclid(10) as usize]);
    match tens {
        _ if number == 0 => "零".into(),
        0 => ones.into(),
        1 => String::from("十") + ones,
        2..=9 => String::from(DIGITS[tens as usize]) + "十" + ones,
        _ => signed(number),
    }
}
