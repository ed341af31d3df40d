//! Workbooks of Excel: XLSX.

use std::collections::HashMap;

use crate::{
    findings::{Code, Refusal},
    table::{Cell, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row, Table},
    xml::{Archive, Piece, value, walk},
};

/// How exact a date is shown, from no date at all to the hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub enum Shown {
    /// A number.
    #[default]
    Number,
    /// The year alone.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
    /// The hour, with or without the day.
    Hour,
}

/// Every sheet of a workbook, in its order.
///
/// # Errors
/// When it is broken or too large.
pub fn tables(archive: &mut Archive) -> Result<Vec<Table>, Refusal> {
    let mut targets: HashMap<String, String> = HashMap::new();
    let mut by_type: HashMap<&str, String> = HashMap::new();
    walk(&archive.read("xl/_rels/workbook.xml.rels")?, &mut |piece| {
        if let Piece::Open(name, attributes) = piece
            && name == "Relationship"
        {
            let target = value(&attributes, "Target");
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), Into::into);
            for kind in ["sharedStrings", "styles"] {
                if value(&attributes, "Type").ends_with(kind) {
                    by_type.insert(kind, path.clone());
                }
            }
            targets.insert(value(&attributes, "Id").into(), path);
        }
        Ok(())
    })?;
    let (mut sheets, mut from_1904) = (Vec::new(), false);
    walk(&archive.read("xl/workbook.xml")?, &mut |piece| {
        if let Piece::Open(name, attributes) = piece {
            match &*name {
                "workbookPr" => from_1904 |= is_true(value(&attributes, "date1904")),
                "sheet" => {
                    // Of `sheetId` and `r:id` the name is `id` in one alone.
                    if let Some(path) = targets.get(value(&attributes, "id")) {
                        let is_hidden = ["hidden", "veryHidden"].contains(&value(&attributes, "state"));
                        sheets.push((value(&attributes, "name").to_owned(), is_hidden, path.clone()));
                    }
                }
                _ => (),
            }
        }
        Ok(())
    })?;
    if sheets.is_empty() {
        return Err(Refusal::new(Code::Broken, &["no sheets"]));
    }
    let strings = match by_type.get("sharedStrings") {
        Some(path) => strings(&archive.read(path)?)?,
        None => Vec::new(),
    };
    let styles = match by_type.get("styles") {
        Some(path) => styles(&archive.read(path)?)?,
        None => Vec::new(),
    };
    let mut tables = Vec::new();
    let mut cells = 0;
    for (sheet, is_hidden, path) in sheets {
        let bytes = archive.read(&path)?;
        let beside = Beside::of(archive, &path)?;
        let sheet = Table { sheet, is_sheet: true, is_hidden, ..Table::default() };
        let mut read = table(sheet, &bytes, (&strings, &styles, &beside), from_1904, &mut cells)?;
        if let Some(path) = beside.comments {
            comments(&mut read, &archive.read(&path)?)?;
        }
        tables.push(read);
    }
    Ok(tables)
}

/// What belongs to a sheet and stands in files of its own.
#[derive(Default)]
struct Beside {
    /// The file of comments.
    comments: Option<String>,
    /// Addresses by their ids.
    links: HashMap<String, String>,
}

impl Beside {
    fn of(archive: &mut Archive, sheet: &str) -> Result<Self, Refusal> {
        let (folder, name) = sheet.rsplit_once('/').unwrap_or(("", sheet));
        let mut beside = Beside::default();
        walk(&archive.read(&format!("{folder}/_rels/{name}.rels"))?, &mut |piece| {
            if let Piece::Open(name, attributes) = piece
                && name == "Relationship"
            {
                let [kind, target] = ["Type", "Target"].map(|name| value(&attributes, name));
                if kind.ends_with("/hyperlink") {
                    beside.links.insert(value(&attributes, "Id").into(), target.into());
                } else if kind.ends_with("/comments") {
                    let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
                    beside.comments = Some(match (target.strip_prefix('/'), target.strip_prefix("../")) {
                        (Some(whole), _) => whole.to_owned(),
                        (None, Some(rest)) => format!("{above}/{rest}"),
                        (None, None) => format!("{folder}/{target}"),
                    });
                }
            }
            Ok(())
        })?;
        Ok(beside)
    }
}

/// Notes what is said in comments on a sheet's cells.
fn comments(table: &mut Table, bytes: &[u8]) -> Result<(), Refusal> {
    let (mut text, mut at, mut within) = (String::new(), (0, 0), false);
    walk(bytes, &mut |piece| {
        match piece {
            Piece::Open(name, attributes) => match &*name {
                "comment" => {
                    at = place(value(&attributes, "ref"));
                    text.clear();
                }
                "t" => within = true,
                _ => (),
            },
            Piece::Text(part) if within => text.push_str(&part),
            Piece::Text(_) => (),
            Piece::Close(name) => match &*name {
                "t" => within = false,
                "comment" => table.note(Code::Comment, &[text.trim()], at.0, at.1),
                _ => (),
            },
        }
        Ok(())
    })
}

/// The texts that cells share; of rich ones without their looks, of Japanese ones without their reading.
fn strings(bytes: &[u8]) -> Result<Vec<String>, Refusal> {
    let mut strings: Vec<String> = Vec::new();
    let (mut within, mut reading) = (false, false);
    walk(bytes, &mut |piece| {
        match piece {
            Piece::Open(name, _) => match &*name {
                "si" => strings.push(String::new()),
                "rPh" => reading = true,
                "t" => within = true,
                _ => (),
            },
            Piece::Close(name) => match &*name {
                "rPh" => reading = false,
                "t" => within = false,
                _ => (),
            },
            Piece::Text(text) if within && !reading => {
                if let Some(last) = strings.last_mut() {
                    last.push_str(&text);
                }
            }
            Piece::Text(_) => (),
        }
        Ok(())
    })?;
    Ok(strings)
}

/// How numbers of each style are shown.
fn styles(bytes: &[u8]) -> Result<Vec<Shown>, Refusal> {
    let mut formats: HashMap<u32, Shown> = HashMap::new();
    let (mut styles, mut within) = (Vec::new(), false);
    walk(bytes, &mut |piece| {
        match piece {
            Piece::Open(name, attributes) => match &*name {
                "numFmt" => {
                    if let Ok(id) = value(&attributes, "numFmtId").parse() {
                        formats.insert(id, shown(value(&attributes, "formatCode")));
                    }
                }
                "cellXfs" => within = true,
                "xf" if within => {
                    let id = value(&attributes, "numFmtId").parse().unwrap_or_default();
                    let built_in = match id {
                        14..=16 | 27..=31 | 36 | 50..=54 | 57 | 58 => Shown::Day,
                        17 => Shown::Month,
                        18..=22 | 32..=35 | 45..=47 | 55 | 56 => Shown::Hour,
                        _ => Shown::Number,
                    };
                    styles.push(formats.get(&id).copied().unwrap_or(built_in));
                }
                _ => (),
            },
            Piece::Close(name) if name == "cellXfs" => within = false,
            _ => (),
        }
        Ok(())
    })?;
    Ok(styles)
}

/// What a format shows of a number.
fn shown(format: &str) -> Shown {
    let mut letters = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {
                chars.by_ref().find(|c| *c == '"');
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            // A colour, a condition, a language; but [h] is hours.
            '[' => {
                let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if ["h", "hh", "m", "mm", "s", "ss"].contains(&&*inner.to_ascii_lowercase()) {
                    letters.push('h');
                }
            }
            ';' => break,
            _ => letters.push(c.to_ascii_lowercase()),
        }
    }
    let letters = letters.replace("am/pm", "").replace("general", "");
    let has = |c: char| letters.contains(c);
    if has('h') || has('s') {
        Shown::Hour
    } else if has('d') {
        Shown::Day
    } else if has('m') && has('y') {
        Shown::Month
    } else if has('y') || has('e') && !has('0') {
        Shown::Year
    } else if has('m') {
        Shown::Month
    } else {
        Shown::Number
    }
}

/// A sheet.
fn table(
    mut table: Table,
    bytes: &[u8],
    (strings, styles, beside): (&[String], &[Shown], &Beside),
    from_1904: bool,
    cells: &mut usize,
) -> Result<Table, Refusal> {
    // Cells with the addresses that a click on them opens.
    let mut links: Vec<((usize, usize), String)> = Vec::new();
    let (mut line, mut column) = (0_usize, 0_usize);
    let (mut kind, mut style) = (String::new(), 0_usize);
    let (mut text, mut within, mut formula, mut valued, mut reading) =
        (String::new(), false, false, false, false);
    let mut within_formula = false;
    walk(bytes, &mut |piece| {
        match piece {
            Piece::Open(name, attributes) => match &*name {
                "row" => {
                    line = value(&attributes, "r").parse().unwrap_or(line + 1);
                    column = 0;
                    table.rows.push(Row { line, cells: Vec::new() });
                    if is_true(value(&attributes, "hidden")) {
                        table.hidden_rows.push(line);
                    }
                    if line > MOST_ROWS || table.rows.len() > MOST_ROWS {
                        return Err(Refusal::new(Code::TooLarge, &["rows", &MOST_ROWS.to_string()]));
                    }
                }
                "col" if is_true(value(&attributes, "hidden")) => {
                    let bound = |name: &str| value(&attributes, name).parse().unwrap_or(0_usize);
                    table.hide(bound("min"), bound("max").saturating_add(1));
                }
                "c" => {
                    column = position(value(&attributes, "r")).unwrap_or(column + 1);
                    kind = value(&attributes, "t").into();
                    style = value(&attributes, "s").parse().unwrap_or_default();
                    (text, formula, valued) = (String::new(), false, false);
                }
                "f" => (formula, within_formula) = (true, true),
                "v" => (within, valued) = (true, true),
                "t" => within = true,
                "rPh" => reading = true,
                "mergeCell" => {
                    let range = value(&attributes, "ref").to_owned();
                    let (row, column) = place(&range);
                    table.note(Code::Merged, &[&range], row, column);
                }
                "hyperlink" => {
                    if let Some(link) = beside.links.get(value(&attributes, "id")) {
                        links.push((place(value(&attributes, "ref")), link.clone()));
                    }
                }
                "drawing" => table.note(Code::Drawing, &[], 0, 0),
                _ => (),
            },
            Piece::Text(part) if within && !reading => text.push_str(&part),
            Piece::Text(part) if within_formula => {
                let address = part.strip_prefix("HYPERLINK(\"").and_then(|rest| rest.split('"').next());
                links.extend(address.map(|address| ((line, column), address.to_owned())));
            }
            Piece::Text(_) => (),
            Piece::Close(name) => match &*name {
                "f" => within_formula = false,
                "v" | "t" => within = false,
                "rPh" => reading = false,
                "c" => {
                    if formula && (!valued || text.is_empty()) && kind != "str" {
                        table.note(Code::Formula, &[], line, column);
                    }
                    let cell = cell(&kind, &text, style, strings, styles, from_1904);
                    if kind == "e" {
                        table.note(Code::CellError, &[&text], line, column);
                    } else if !cell.0.trim().is_empty() {
                        if column > MOST_COLUMNS {
                            return Err(Refusal::new(
                                Code::TooLarge,
                                &["columns", &MOST_COLUMNS.to_string()],
                            ));
                        }
                        *cells += 1;
                        if *cells > MOST_CELLS {
                            return Err(Refusal::new(Code::TooLarge, &["cells", &MOST_CELLS.to_string()]));
                        }
                        if let Some(row) = table.rows.last_mut() {
                            row.cells.push(Cell { column, text: cell.0, is_date: cell.1, ..Cell::default() });
                        }
                    }
                }
                "row" => {
                    if let Some(row) = table.rows.last_mut() {
                        row.cells.sort_by_key(|cell| cell.column);
                        row.cells.dedup_by_key(|cell| cell.column);
                    }
                }
                _ => (),
            },
        }
        Ok(())
    })?;
    while table.rows.last().is_some_and(|row| row.cells.is_empty()) {
        table.rows.pop();
    }
    for ((line, column), link) in links {
        let row = table.rows.binary_search_by_key(&line, |row| row.line).ok();
        let cells = row.and_then(|at| table.rows.get_mut(at)).map(|row| &mut row.cells);
        if let Some(cell) = cells.and_then(|cells| cells.iter_mut().find(|cell| cell.column == column)) {
            cell.link = link;
        }
    }
    Ok(table)
}

fn is_true(value: &str) -> bool {
    ["1", "true"].contains(&value)
}

/// The row and the column of a cell's name, or of the first of a range.
fn place(name: &str) -> (usize, usize) {
    let digits = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let digits = digits.split(':').next().unwrap_or_default();
    (digits.parse().unwrap_or_default(), position(name).unwrap_or_default())
}

/// The column of a cell's name, `B7`, from 1.
fn position(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters
        .take(4)
        .fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    (column > 0).then_some(column)
}

/// A cell's text, and whether it is a date.
fn cell(
    kind: &str,
    text: &str,
    style: usize,
    strings: &[String],
    styles: &[Shown],
    from_1904: bool,
) -> (String, bool) {
    match kind {
        "s" => (
            text.trim().parse().ok().and_then(|at: usize| strings.get(at)).cloned().unwrap_or_default(),
            false,
        ),
        "str" | "inlineStr" => (text.to_owned(), false),
        "b" => (if text.trim() == "1" { "TRUE" } else { "FALSE" }.into(), false),
        "d" => (text.trim().to_owned(), true),
        _ => {
            let Ok(number) = text.trim().parse::<f64>() else { return (text.trim().to_owned(), false) };
            let shown = styles.get(style).copied().unwrap_or(Shown::Number);
            match dated(number, shown, from_1904) {
                Some(date) => (date, true),
                None => (plain(number), false),
            }
        }
    }
}

/// A number without what Excel's way to store it adds.
#[must_use]
pub fn plain(number: f64) -> String {
    if number == number.trunc() && number.abs() < 1e15 { format!("{number:.0}") } else { format!("{number}") }
}

/// The date of a number of days, as exact as it is shown.
#[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
fn dated(number: f64, shown: Shown, from_1904: bool) -> Option<String> {
    if shown == Shown::Number || !(0.0..2_958_466.0).contains(&number) {
        return None;
    }
    let seconds = (number.fract() * 86_400.0).round() as i64;
    let hour = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    let days = number.trunc() as i64;
    if days == 0 && shown == Shown::Hour {
        return Some(hour);
    }
    // Days from 1970-01-01. Excel has a 29 February 1900, which there was not.
    let since = match (from_1904, days) {
        (true, days) => days - 24_107,
        (false, ..60) => days - 25_568,
        (false, _) => days - 25_569,
    };
    let (year, month, day) = civil(since);
    Some(match shown {
        Shown::Year => format!("{year:04}"),
        Shown::Month => format!("{year:04}-{month:02}"),
        Shown::Hour if seconds > 0 => format!("{year:04}-{month:02}-{day:02}T{hour}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    })
}

/// Year, month and day of days from 1970-01-01, after Howard Hinnant's `civil_from_days`.
#[must_use]
pub fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}
