//! Indicators of Open SDG: years with values, broken down by any columns; and their metadata. The headline values become a
//! report of a plan's progress: a series, where there are several.

use plan_widgets::model::Edtf;
use serde_json::{Value, json};

use crate::{
    Options,
    columns::{Columns, Field},
    dates::Dates,
    draft::Draft,
    findings::{Code, Findings, Refusal},
    front::{Entry, find},
    rows::{Header, begin, languages},
    table::{Row, Table},
};

/// A headline value: when, in EDTF, with its last day, and how much.
struct Headline<'a> {
    row: &'a Row,
    edtf: String,
    last: i64,
    value: f64,
}

/// What a headline value is one of: its series and its unit.
#[derive(PartialEq)]
struct Sort<'a>([&'a str; 2]);

impl<'a> Sort<'a> {
    fn of(header: &Header, row: &'a Row) -> Self {
        Sort([Field::Series, Field::Units].map(|field| header.text(row, field)))
    }
}

/// Progress with one report, as JSON, and what is said of the file.
///
/// # Errors
/// When nothing says what the number is, or whose.
pub fn progress(
    table: &Table,
    header: &Header,
    columns: &Columns,
    about: &[Entry],
    options: &Options,
) -> Result<(String, Findings), Refusal> {
    let mut draft = begin(table, header, options)?;
    languages(&mut draft, table, header, columns, options);
    let names = &table.rows[header.row];
    let breakdowns: Vec<usize> =
        names.cells.iter().map(|cell| cell.column).filter(|column| !header.has(*column)).collect();
    let asides = names.cells.iter().filter(|cell| {
        header.has(cell.column) && columns.field(&cell.text).is_some_and(|(field, _)| field == Field::Aside)
    });
    for cell in asides {
        draft.note(Code::UnknownColumn, &[&cell.text], &table.place(names.line, cell.column));
    }
    let mut found = headlines(&mut draft, table, header, &breakdowns, options);
    found.sort_by_key(|headline| headline.last);
    let Some(latest) = found.last() else {
        let names: Vec<_> = breakdowns.iter().map(|column| format!("\"{}\"", names.text(*column))).collect();
        return Err(Refusal::new(Code::NoHeadline, &[&names.join(", ")]));
    };
    let (year, latest) = (header.text(latest.row, Field::Year), Sort::of(header, latest.row));
    let year_of_latest = found.last().map(|headline| headline.last);
    let is_other = |headline: &Headline| {
        Some(headline.last) != year_of_latest && Sort::of(header, headline.row) != latest
    };
    for headline in found.iter().filter(|headline| is_other(headline)) {
        let place = table.place(headline.row.line, header.column(Field::Value).unwrap_or_default());
        draft.note(Code::OtherUnit, &[year], &place);
    }
    found.retain(|headline| !is_other(headline));
    // Which of several for the same year is meant, nobody says.
    if let Some(same) = found.chunk_by(|one, other| one.last == other.last).find(|same| same.len() > 1) {
        let number = |headline: &Headline| {
            let words =
                [Field::Series, Field::Value, Field::Units].map(|field| header.text(headline.row, field));
            let place = table.place(headline.row.line, header.column(Field::Value).unwrap_or_default());
            let words: Vec<&str> = words.into_iter().filter(|text| !text.is_empty()).collect();
            format!("{} ({})", words.join(" "), place.text())
        };
        let values: Vec<String> = same.iter().map(number).collect();
        return Err(Refusal::new(
            Code::TwoHeadlines,
            &[header.text(same[0].row, Field::Year), &values.join(", ")],
        ));
    }
    let Some(latest) = found.last() else {
        return Err(Refusal::new(Code::NoHeadline, &[""]));
    };
    let of_row = Some(header.text(latest.row, Field::Units)).filter(|unit| !unit.is_empty());
    let unit = options.unit.as_deref().or(of_row).or(find(about, &UNITS));
    let source = options.source.as_deref().or(find(about, &SOURCES));
    let mut missing = Vec::new();
    for (option, there) in [
        ("--figure ID", options.subject.is_some()),
        ("--unit TEXT", unit.is_some()),
        ("--source NAME", source.is_some()),
    ] {
        if !there {
            missing.push(option);
        }
    }
    let (Some((kind, id)), Some(unit), Some(source)) = (&options.subject, unit, source) else {
        return Err(Refusal::new(Code::Unsaid, &[&missing.join(", ")]));
    };
    let own = draft.own().to_owned();
    let text = |text: &str| json!({ own.as_str(): text });
    let mut report = json!({ kind.as_str(): id, "unit": text(unit) });
    if found.len() > 1 {
        let point = |headline: &Headline| json!({ "when": headline.edtf, "value": number(headline.value) });
        report["series"] = found.iter().map(point).collect();
    } else {
        (report["value"], report["as_of"]) = (number(latest.value), json!(latest.edtf));
    }
    // The year that counts as the beginning has its value in the table, or else in the metadata.
    let base = find(about, &BASE_YEARS).and_then(|year| year_of(year, options));
    // A target is a sentence as often as a number.
    let number_of = |keys: &[&str]| keys.iter().find_map(|key| amount(find(about, &[key])?));
    let in_table = found.iter().find(|headline| Some(&headline.edtf) == base.as_ref());
    let baseline = in_table.map(|headline| headline.value).or_else(|| number_of(&BASELINES));
    if number_of(&BASELINES).is_some_and(|said| Some(said) != baseline) {
        draft.note(Code::Field, &["baseline"], &table.place(names.line, 0));
    }
    if let (Some(year), None) = (&base, baseline) {
        draft.note(Code::Field, &[&format!("base_year {year}")], &table.place(names.line, 0));
    }
    let target = number_of(&TARGETS);
    let when = find(about, &TARGET_YEARS).and_then(|year| year_of(year, options));
    for (name, value, when) in [("baseline", baseline, base), ("target", target, when)] {
        if let Some(value) = value {
            report[name] = json!({ "value": number(value) });
            if let Some(when) = when {
                report[name]["when"] = when.into();
            }
        }
    }
    if report["baseline"]["value"] == report["target"]["value"] && report["target"].is_object() {
        // A way from a number to the same has no length.
        if let Some(report) = report.as_object_mut() {
            report.remove("baseline");
        }
        draft.note(Code::Field, &["baseline"], &table.place(names.line, 0));
    }
    let mut source = json!({ "name": text(source) });
    let address = find(about, &ADDRESSES).unwrap_or_default();
    if address.starts_with("https://") || address.starts_with("http://") {
        source["url"] = address.into();
    }
    let mut progress = json!({ "schema": 1, "languages": [own], "source": source, "reports": [report] });
    if let Some(month) = options.financial_year {
        progress["financial_year"] = month.into();
    }
    let text = serde_json::to_string_pretty(&progress).unwrap_or_default();
    Ok((text + "\n", draft.findings))
}

/// What metadata call these, of which those of settings for graphs and for measuring progress come first.
const UNITS: [&str; 5] =
    ["computation_units", "measurement_unit", "unit_of_measure", "unit_of_measurement", "unit"];
const SOURCES: [&str; 5] =
    ["source_organisation_1", "source_organization_1", "source_organisation", "data_provider", "source_1"];
const ADDRESSES: [&str; 3] = ["source_url_1", "source_url", "goal_meta_link"];
const BASELINES: [&str; 5] = [
    "progress_calculation_options.baseline",
    "progress_calculation_options.base_value",
    "baseline",
    "baseline_value",
    "base_value",
];
const BASE_YEARS: [&str; 4] =
    ["progress_calculation_options.base_year", "baseline_year", "base_year", "baseline_date"];
const TARGETS: [&str; 5] = [
    "progress_calculation_options.target",
    "graph_target_lines.value",
    "target_value",
    "numeric_target",
    "target",
];
const TARGET_YEARS: [&str; 3] = ["progress_calculation_options.target_year", "target_year", "target_date"];

/// The rows that have a year and a value, and none of the breakdowns.
fn headlines<'a>(
    draft: &mut Draft,
    table: &'a Table,
    header: &Header,
    breakdowns: &[usize],
    options: &Options,
) -> Vec<Headline<'a>> {
    let mut found = Vec::new();
    for row in table.rows[header.row + 1..].iter().filter(|row| !row.cells.is_empty()) {
        if let Some(column) = breakdowns.iter().find(|column| !row.text(**column).trim().is_empty()) {
            draft.note(Code::Breakdown, &[], &table.place(row.line, *column));
            continue;
        }
        let [year, value] = [Field::Year, Field::Value].map(|field| header.text(row, field));
        let place = |field| table.place(row.line, header.column(field).unwrap_or_default());
        let Some(amount) = amount(value) else {
            draft.note(Code::NoValue, &[value], &place(Field::Value));
            continue;
        };
        let edtf = year_of(year, options);
        let Some((last, edtf)) = edtf.and_then(|edtf| Some((Edtf::parse(&edtf)?.last_day()?, edtf))) else {
            draft.note(Code::NoYear, &[year], &place(Field::Year));
            continue;
        };
        if options.financial_year.is_none() && financial(year).is_some() {
            draft.note(Code::FinancialYear, &[year], &place(Field::Year));
        }
        found.push(Headline { row, edtf, last, value: amount });
    }
    found
}

/// The two years of a financial one: `2018/19`, `2018-2019`.
fn financial(text: &str) -> Option<(i32, i32)> {
    let (first, second) = text.trim().split_once(['/', '-', '–', '—'])?;
    let [first, second] = [first.trim(), second.trim()];
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() != 4 || !matches!(second.len(), 2 | 4) || !digits(first) || !digits(second) {
        return None;
    }
    let year: i32 = first.parse().ok()?;
    let next = format!("{:04}", year + 1);
    next.ends_with(second).then_some((year, year + 1))
}

/// A year in EDTF: that of the calendar, or a financial one by the month in which it begins.
fn year_of(text: &str, options: &Options) -> Option<String> {
    match (financial(text), options.financial_year) {
        (Some((first, second)), Some(month)) => {
            Some(format!("{first:04}-{month:02}/{second:04}-{:02}", month - 1))
        }
        (Some((first, second)), None) => Some(format!("{first:04}/{second:04}")),
        (None, _) => {
            let read = Dates::new(&[]).read(text, crate::dates::Order::Unknown).ok()?;
            Some(read.edtf).filter(|edtf| edtf != "/")
        }
    }
}

/// A number, with a point or, where it can be none for thousands, a comma.
fn amount(text: &str) -> Option<f64> {
    let text = text.trim().replace('\u{2212}', "-");
    let text = match text.split_once(',') {
        Some((whole, part)) if part.len() != 3 && !text.contains('.') => format!("{whole}.{part}"),
        _ => text,
    };
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    // What is computed may come out as −0.
    text.parse::<f64>().ok().filter(|number| plain && number.is_finite()).map(|number| number + 0.0)
}

/// A number as JSON has it: whole ones without a point.
#[expect(clippy::cast_possible_truncation, reason = "whole numbers below 2^53")]
fn number(number: f64) -> Value {
    if number == number.trunc() && number.abs() < 9e15 { json!(number as i64) } else { json!(number) }
}
