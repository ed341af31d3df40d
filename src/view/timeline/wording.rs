//! When something is and where the plan says so, in words.
//!
//! Not by `Intl`, which knows no seasons, quarters, decades, doubt or open ends, and words dates differently from one
//! browser to the next: a static page and the widget that takes its place have to say the same.

use crate::{
    model::{Bound, Date, Edtf, Lang, Part, Plan, Time, TimeKind},
    view::words::{build_words, fill},
};

/// The months in English.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A time with what EDTF can't say: `by 2035`, `within 2021–2025`.
#[must_use]
pub fn time(time: &Time, lang: Lang) -> String {
    let span = interval(&time.edtf, lang);
    let several = time.edtf.start != time.edtf.end;
    match (time.kind, lang) {
        (TimeKind::On, _) => span,
        (TimeKind::By, Lang::Zh) => format!("到{}", time.edtf.end.date().map_or(span, |end| date(end, lang))),
        (TimeKind::By, Lang::En) => {
            format!("by {}", time.edtf.end.date().map_or(span, |end| date(end, lang)))
        }
        (TimeKind::During, Lang::Zh) => format!("{span}{}", if several { "间" } else { "内" }),
        (TimeKind::During, Lang::En) => format!("within {span}"),
        (TimeKind::Average, Lang::Zh) => format!("{span}年均"),
        (TimeKind::Average, Lang::En) => format!("{span}, yearly mean"),
        (TimeKind::Cumulative, Lang::Zh) => format!("{span}累计"),
        (TimeKind::Cumulative, Lang::En) => format!("{span}, in total"),
    }
}

/// A date, or an interval: `2016–2020`, `from March 2024`.
#[must_use]
pub fn interval(edtf: &Edtf, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    match (edtf.start, edtf.end) {
        (Bound::Date(start), Bound::Date(end)) if start == end => date(start, lang),
        (Bound::Date(start), Bound::Date(end)) if is_plain_year(start) && is_plain_year(end) => {
            if zh {
                format!("{}—{}年", start.year, end.year)
            } else {
                format!("{}–{}", start.year, end.year)
            }
        }
        (Bound::Date(start), Bound::Date(end)) => {
            let (start, end) = (date(start, lang), date(end, lang));
            if zh { format!("{start}至{end}") } else { format!("{start} to {end}") }
        }
        (Bound::Date(start), open) => {
            let start = date(start, lang);
            match (open, zh) {
                (Bound::Open, true) => format!("{start}起"),
                (Bound::Open, false) => format!("from {start} on"),
                (_, true) => format!("{start}起，何时止不详"),
                (_, false) => format!("from {start}, end unknown"),
            }
        }
        (open, Bound::Date(end)) => {
            let end = date(end, lang);
            match (open, zh) {
                (Bound::Open, true) => format!("截至{end}"),
                (Bound::Open, false) => format!("until {end}"),
                (_, true) => format!("至{end}，何时起不详"),
                (_, false) => format!("until {end}, start unknown"),
            }
        }
        _ if zh => "时间不详".into(),
        _ => "time unknown".into(),
    }
}

/// A date as exact as it is known: `spring 2024`, `about 1850`, `15 March 44 BC`.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    let text = match lang {
        Lang::Zh => in_chinese(date),
        Lang::En => in_english(date),
    };
    match (date.uncertain, date.approximate, lang) {
        (false, false, _) => text,
        (false, true, Lang::Zh) => format!("约{text}"),
        (false, true, Lang::En) => format!("about {text}"),
        (true, false, Lang::Zh) => format!("{text}（存疑）"),
        (true, false, Lang::En) => format!("{text} (uncertain)"),
        (true, true, Lang::Zh) => format!("约{text}（存疑）"),
        (true, true, Lang::En) => format!("about {text} (uncertain)"),
    }
}

fn in_chinese(date: Date) -> String {
    let year =
        if date.year > 0 { format!("{}年", date.year) } else { format!("公元前{}年", 1 - date.year) };
    match date.part {
        Part::Years(1) => year,
        Part::Years(10) if date.year > 0 => format!("{}年代", date.year),
        Part::Years(count) => format!("{year}至{}", in_chinese(last_year(date, count))),
        Part::Division(season @ 21..=24) => {
            format!("{year}{}季", ["春", "夏", "秋", "冬"][usize::from(season - 21)])
        }
        Part::Division(quarter @ 33..=36) => {
            format!("{year}第{}季度", ["一", "二", "三", "四"][usize::from(quarter - 33)])
        }
        Part::Division(third @ 37..=39) => format!("{year}{}—{}月", (third - 37) * 4 + 1, (third - 36) * 4),
        Part::Division(half) => format!("{year}{}半年", if half == 40 { "上" } else { "下" }),
        Part::Month(month) => format!("{year}{month}月"),
        Part::Day(month, day) => format!("{year}{month}月{day}日"),
    }
}

fn in_english(date: Date) -> String {
    let year = if date.year > 0 { date.year.to_string() } else { format!("{} BC", 1 - date.year) };
    let name = |month: u8| MONTHS[usize::from(month.clamp(1, 12)) - 1];
    match date.part {
        Part::Years(1) => year,
        Part::Years(10) if date.year > 0 => format!("{}s", date.year),
        Part::Years(count) => format!("{year} to {}", in_english(last_year(date, count))),
        Part::Division(season @ 21..=24) => {
            format!("{} {year}", ["spring", "summer", "autumn", "winter"][usize::from(season - 21)])
        }
        Part::Division(quarter @ 33..=36) => {
            format!("{} quarter of {year}", ["first", "second", "third", "fourth"][usize::from(quarter - 33)])
        }
        Part::Division(third @ 37..=39) => {
            format!("{} to {} {year}", name((third - 37) * 4 + 1), name((third - 36) * 4))
        }
        Part::Division(half) => format!("{} half of {year}", if half == 40 { "first" } else { "second" }),
        Part::Month(month) => format!("{} {year}", name(month)),
        Part::Day(month, day) => format!("{day} {} {year}", name(month)),
    }
}

fn last_year(date: Date, count: i32) -> Date {
    Date { year: date.year.saturating_add(count - 1), part: Part::Years(1), ..date }
}

fn is_plain_year(date: Date) -> bool {
    date.year > 0 && date.part == Part::Years(1) && !date.uncertain && !date.approximate
}

/// A passage of the plan by its id: `第七条`, `Article 7`, and for passages of another kind their own names.
#[must_use]
pub fn passage(plan: &Plan, id: &str, lang: Lang) -> String {
    let zh = lang == Lang::Zh;
    let (kind, number) = id.split_once(':').unwrap_or(("article", id));
    match (kind, number.parse::<u32>(), zh) {
        ("article", Ok(number), true) => format!("第{}条", chinese(number)),
        ("article", Ok(number), false) => format!("Article {number}"),
        ("part", Ok(number), true) => format!("第{}部分标题", chinese(number)),
        ("part", Ok(number), false) => format!("Title of part {number}"),
        ("lead", Ok(number), true) => format!("第{}部分导语", chinese(number)),
        ("lead", Ok(number), false) => format!("Lead of part {number}"),
        ("glossary", Ok(number), true) => format!("名词解释第{}条", chinese(number)),
        ("glossary", Ok(number), false) => format!("Glossary, entry {number}"),
        _ => match (plan.articles.find(id), id) {
            (Some(article), _) => article.title.get(lang).into(),
            (None, "preamble") => if zh { "引言" } else { "Preamble" }.into(),
            (None, "closing") => if zh { "结语" } else { "Closing" }.into(),
            _ => id.into(),
        },
    }
}

/// A passage with its title, where it has one.
#[must_use]
pub fn article(plan: &Plan, id: &str, lang: Lang) -> String {
    let name = passage(plan, id, lang);
    match plan.articles.find(id).map(|article| article.title.get(lang)) {
        Some(title) if title != name => fill(build_words(lang).article, &[&name, title]),
        _ => name,
    }
}

/// A number below a hundred as Chinese writes it, `二十一`; beyond, in digits.
fn chinese(number: u32) -> String {
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
