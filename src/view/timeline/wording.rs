//! When something is and where the plan says so, in words.
//!
//! Not by `Intl`, which knows no seasons, quarters, decades, doubt or open ends, and words dates differently from one
//! browser to the next: a static page and the widget that takes its place have to say the same.

use crate::{
    model::{Bound, Date, Edtf, Lang, Part, Plan, Time, TimeKind},
    view::words::{DateWords, Language, fill},
};

/// Years that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first of them, as EDTF counts: 0 is 1 BC.
    pub first: i32,
    /// The last of them.
    pub last: i32,
}

impl Language {
    /// A time with what EDTF can't say: `by 2035`, `within 2021–2025`.
    #[must_use]
    pub fn time(&self, time: &Time) -> String {
        let edtf = &time.edtf;
        let single = if edtf.start == edtf.end { edtf.start.date() } else { None };
        let (sentence, date) = match (time.kind, single) {
            (TimeKind::On, _) => return self.interval(edtf),
            (TimeKind::By, _) => (self.dates.by(), edtf.end.date()),
            (TimeKind::During, Some(_)) => (self.dates.within(), single),
            (TimeKind::During, None) => (self.dates.within_several(), None),
            (TimeKind::Average, _) => (self.dates.average(), single),
            (TimeKind::Cumulative, _) => (self.dates.cumulative(), single),
        };
        holes(sentence, &|_, case| match date {
            Some(date) => self.date_in(date, self.case(case)),
            None => self.interval(edtf),
        })
    }

    /// A date, or an interval: `2016–2020`, `from March 2024`.
    #[must_use]
    pub fn interval(&self, edtf: &Edtf) -> String {
        let dates = &self.dates;
        let (sentence, start, end) = match (edtf.start, edtf.end) {
            (Bound::Date(start), Bound::Date(end)) if start == end => return self.date(start),
            (Bound::Date(start), Bound::Date(end)) if is_plain_year(start) && is_plain_year(end) => {
                return fill(dates.plain_years(), &[&self.number(start.year), &self.number(end.year)]);
            }
            (Bound::Date(start), Bound::Date(end)) => (dates.range(), Some(start), Some(end)),
            (Bound::Date(start), Bound::Open) => (dates.from(), Some(start), None),
            (Bound::Date(start), Bound::Unknown) => (dates.from_end_unknown(), Some(start), None),
            (Bound::Open, Bound::Date(end)) => (dates.until(), None, Some(end)),
            (Bound::Unknown, Bound::Date(end)) => (dates.until_start_unknown(), None, Some(end)),
            _ => return dates.unknown().into(),
        };
        let ends = [start, end];
        let mut ends = ends.iter().flatten();
        let ends = [ends.next(), ends.next()];
        holes(sentence, &|hole, case| {
            let date = ends.get(hole).copied().flatten();
            date.map(|date| self.date_in(*date, self.case(case))).unwrap_or_default()
        })
    }

    /// A date as exact as it is known: `spring 2024`, `about 1850`, `15 March 44 BC`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.date_in(date, None)
    }

    /// Years that stand together: `2021`, `1990s`, `1901 to 2000`, `40s BC`.
    #[must_use]
    pub fn years(&self, years: Years) -> String {
        self.years_in(years, None)
    }

    fn years_in(&self, Years { first, last }: Years, case: Option<&DateWords>) -> String {
        let is_decade = last.saturating_sub(first) == 9;
        if first == last {
            self.year(first, case)
        } else if is_decade && first > 0 && first % 10 == 0 {
            fill(self.words(DateWords::decade, case), &[&self.number(first)])
        } else if is_decade && last < 0 && (1 - last) % 10 == 0 {
            fill(self.words(DateWords::decade_before, case), &[&self.number(1 - last)])
        } else {
            holes(self.words(DateWords::years, case), &|hole, other| {
                self.year(if hole == 0 { first } else { last }, self.case(other).or(case))
            })
        }
    }

    fn date_in(&self, date: Date, case: Option<&DateWords>) -> String {
        let words = |get: fn(&DateWords) -> &str| self.words(get, case);
        let doubtful = |sentence: &str, inside: Date| {
            holes(sentence, &|_, other| self.date_in(inside, self.case(other).or(case)))
        };
        if date.uncertain {
            return doubtful(words(DateWords::uncertain), Date { uncertain: false, ..date });
        }
        if date.approximate {
            return doubtful(words(DateWords::about), Date { approximate: false, ..date });
        }
        let year = self.year(date.year, case);
        let (number, before) = if date.year > 0 { (date.year, false) } else { (1 - date.year, true) };
        let number = self.number(number);
        let month_of = |month: u8| {
            let month = usize::from(month.clamp(1, 12));
            let name = |at: fn(&DateWords, usize) -> &str| {
                let of_case = case.map(|case| at(case, month)).filter(|name| !name.is_empty());
                of_case.unwrap_or_else(|| at(&self.dates, month))
            };
            (name(DateWords::month_name), name(DateWords::alone_name), self.number(month as i32))
        };
        match date.part {
            Part::Years(1) => year,
            Part::Years(count) => {
                let years = Years { first: date.year, last: date.year.saturating_add(count - 1) };
                self.years_in(years, case)
            }
            Part::Division(third @ 37..=39) => {
                let (first, last) = (month_of((third - 37) * 4 + 1), month_of((third - 36) * 4));
                fill(words(DateWords::third), &[first.1, last.1, &first.2, &last.2, &year])
            }
            Part::Division(division) => fill(words(DIVISIONS[division_at(division)]), &[&year]),
            Part::Month(month) => {
                let (name, alone, of_year) = month_of(month);
                let sentence = words(if before { DateWords::month_before } else { DateWords::month });
                fill(sentence, &[&number, name, alone, &of_year])
            }
            Part::Day(month, day) => {
                let (name, alone, of_year) = month_of(month);
                let sentence = words(if before { DateWords::day_before } else { DateWords::day });
                fill(sentence, &[&number, name, alone, &of_year, &self.number(day.into())])
            }
        }
    }

    fn year(&self, year: i32, case: Option<&DateWords>) -> String {
        if year > 0 {
            fill(self.words(DateWords::year, case), &[&self.number(year)])
        } else {
            fill(self.words(DateWords::year_before, case), &[&self.number(1 - year)])
        }
    }

    /// A text in a case: its own there, or that of all.
    fn words<'a>(&'a self, get: fn(&DateWords) -> &str, case: Option<&'a DateWords>) -> &'a str {
        case.map(get).filter(|text| !text.is_empty()).unwrap_or_else(|| get(&self.dates))
    }

    fn case(&self, name: &str) -> Option<&DateWords> {
        self.cases.get(name.parse::<usize>().ok()?)
    }

    fn number(&self, number: i32) -> String {
        self.common.digited(&number.to_string())
    }

    /// A passage of the plan by its id: `第七条`, `Article 7`, and for passages of another kind their own names.
    #[must_use]
    pub fn passage(&self, plan: &Plan, id: &str, lang: Lang) -> String {
        let (kind, number) = id.split_once(':').unwrap_or(("article", id));
        let words = &self.passages;
        let sentence = match (kind, number.parse::<u32>()) {
            ("article", Ok(number)) => Some((words.article(), number)),
            ("part", Ok(number)) => Some((words.part(), number)),
            ("lead", Ok(number)) => Some((words.lead(), number)),
            ("glossary", Ok(number)) => Some((words.glossary(), number)),
            _ => None,
        };
        match (sentence, plan.articles.find(id), id) {
            (Some((sentence, number)), ..) => holes(sentence, &|_, form| {
                if form == "h" { han(number) } else { self.common.digited(&number.to_string()) }
            }),
            (_, Some(article), _) => article.title.get(lang).into(),
            (_, None, "preamble") => words.preamble().into(),
            (_, None, "closing") => words.closing().into(),
            _ => id.into(),
        }
    }

    /// A passage with its title, where it has one.
    #[must_use]
    pub fn article(&self, plan: &Plan, id: &str, lang: Lang) -> String {
        let name = self.passage(plan, id, lang);
        match plan.articles.find(id).map(|article| article.title.get(lang)) {
            Some(title) if title != name => fill(self.plan.article(), &[&name, title]),
            _ => name,
        }
    }
}

/// The seasons, quarters and halves of a year, in ISO 8601-2's order.
const DIVISIONS: [fn(&DateWords) -> &str; 10] = [
    DateWords::spring,
    DateWords::summer,
    DateWords::autumn,
    DateWords::winter,
    DateWords::quarter_1,
    DateWords::quarter_2,
    DateWords::quarter_3,
    DateWords::quarter_4,
    DateWords::half_1,
    DateWords::half_2,
];

/// The index of a division in them: of 21 to 24, 33 to 36, 40 and 41.
fn division_at(division: u8) -> usize {
    usize::from(match division {
        ..33 => division.saturating_sub(21),
        33..37 => division - 33 + 4,
        _ => (division - 37).saturating_sub(3) + 8,
    })
    .min(DIVISIONS.len() - 1)
}

/// A sentence with each hole filled by what `value` gives for its number and its form.
fn holes(sentence: &str, value: &dyn Fn(usize, &str) -> String) -> String {
    let mut filled = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (hole, after) = after.split_once('}').unwrap_or((after, ""));
        let (number, form) = hole.split_once(':').unwrap_or((hole, ""));
        filled += before;
        filled += &value(number.parse().unwrap_or_default(), form);
        rest = after;
    }
    filled + rest
}

fn is_plain_year(date: Date) -> bool {
    date.year > 0 && date.part == Part::Years(1) && !date.uncertain && !date.approximate
}

/// A number below a hundred as Chinese writes it, `二十一`; beyond, in digits.
fn han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number as usize / 10, number as usize % 10);
    match tens {
        _ if number == 0 => "零".into(),
        0 => DIGITS[ones].into(),
        1 => format!("十{}", DIGITS[ones]),
        2..=9 => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}
