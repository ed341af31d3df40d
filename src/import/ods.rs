//! Spreadsheets of LibreOffice and others: ODS.

use std::collections::{HashMap, HashSet};

use crate::{
    findings::{Code, Refusal},
    table::{Cell, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row, Table},
    xlsx::{Shown, plain},
    xml::{Archive, Piece, value, walk},
};

/// How deep styles may be based on others.
const DEEPEST: usize = 20;

/// How exact each style of cells shows dates.
#[derive(Default)]
struct Styles {
    /// The styles of dates by their names.
    dates: HashMap<String, Shown>,
    /// Of each style of cells the style of dates and the one that it is based on.
    cells: HashMap<String, (String, String)>,
    /// The styles of tables that aren't shown.
    hidden: HashSet<String>,
}

impl Styles {
    /// Adds those of a part of the document.
    fn add(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let (mut date, mut table) = (None::<(String, Shown)>, String::new());
        walk(bytes, &mut |piece| {
            match piece {
                Piece::Open(name, attributes) => {
                    let own = || value(&attributes, "name").to_owned();
                    let shown = match &*name {
                        "date-style" | "time-style" => {
                            date = Some((own(), Shown::Number));
                            Shown::Number
                        }
                        "style" => {
                            let based = value(&attributes, "parent-style-name").to_owned();
                            match value(&attributes, "family") {
                                "table-cell" => {
                                    let date = value(&attributes, "data-style-name").to_owned();
                                    self.cells.insert(own(), (date, based));
                                }
                                "table" => table = own(),
                                _ => (),
                            }
                            Shown::Number
                        }
                        "table-properties" if value(&attributes, "display") == "false" => {
                            self.hidden.insert(std::mem::take(&mut table));
                            Shown::Number
                        }
                        "year" | "era" => Shown::Year,
                        "month" | "quarter" | "week-of-year" => Shown::Month,
                        "day" | "day-of-week" => Shown::Day,
                        "hours" | "minutes" | "seconds" => Shown::Hour,
                        _ => Shown::Number,
                    };
                    if let Some((_, most)) = &mut date
                        && shown > *most
                    {
                        *most = shown;
                    }
                }
                Piece::Close(name) if name == "date-style" || name == "time-style" => {
                    self.dates.extend(date.take());
                }
                _ => (),
            }
            Ok(())
        })
    }

    /// How exact a style of cells shows dates; nothing where it doesn't say.
    fn shown(&self, name: &str) -> Option<Shown> {
        let mut name = name;
        for _ in 0..DEEPEST {
            let (date, based) = self.cells.get(name)?;
            match self.dates.get(date).filter(|shown| **shown != Shown::Number) {
                Some(shown) => return Some(*shown),
                None => name = based,
            }
        }
        None
    }
}

/// A date in ISO 8601 as exact as it is shown.
fn cut(date: &str, shown: Option<Shown>) -> &str {
    // Hours of nothing are no hours.
    let date = date.strip_suffix("T00:00:00").unwrap_or(date);
    let day = date.split('T').next().unwrap_or(date);
    // A year before the era has a hyphen in front.
    let at = |count: usize| {
        day.match_indices('-').filter(|(at, _)| *at > 0).nth(count).map_or(day.len(), |(at, _)| at)
    };
    match shown {
        Some(Shown::Year) => &day[..at(0)],
        Some(Shown::Month) => &day[..at(1)],
        Some(Shown::Day) => day,
        _ => date,
    }
}

/// Every sheet, in its order.
///
/// # Errors
/// When it is broken, protected or too large.
pub fn tables(archive: &mut Archive) -> Result<Vec<Table>, Refusal> {
    let manifest = archive.read("META-INF/manifest.xml")?;
    if manifest.windows(15).any(|part| part == b"encryption-data") {
        return Err(Refusal::new(Code::Locked, &[]));
    }
    let bytes = archive.read("content.xml")?;
    let mut styles = Styles::default();
    styles.add(&archive.read("styles.xml")?)?;
    styles.add(&bytes)?;
    // The styles of columns, each from its column on, and of the row.
    let (mut of_columns, mut next, mut of_row): (Vec<(usize, String)>, usize, String) = Default::default();
    let mut tables: Vec<Table> = Vec::new();
    let (mut line, mut column, mut cells) = (1_usize, 1_usize, 0_usize);
    let (mut rows, mut row) = (1_usize, Row::default());
    let (mut cell, mut repeated, mut text, mut paragraphs) = (None::<Cell>, 1_usize, String::new(), 0);
    // Within a comment; within a table within a cell; within what is drawn over them.
    let (mut hidden, mut deep, mut drawn, mut failed, mut is_hidden) =
        (0_usize, 0_usize, 0_usize, false, false);
    let (mut comment, mut said) = (String::new(), false);
    walk(&bytes, &mut |piece| {
        match piece {
            Piece::Open(name, attributes) => match &*name {
                "annotation" => {
                    hidden += 1;
                    comment.clear();
                }
                "frame" | "custom-shape" if hidden == 0 && deep > 0 => {
                    if let Some(table) = tables.last_mut() {
                        table.note(Code::Drawing, &[], line, column);
                    }
                    drawn += 1;
                }
                "a" if hidden == 0 && drawn == 0 => {
                    if let Some(cell) = &mut cell {
                        cell.link = value(&attributes, "href").into();
                    }
                }
                "table" => {
                    deep += 1;
                    if deep == 1 {
                        let sheet = value(&attributes, "name").to_owned();
                        let style = value(&attributes, "style-name");
                        let is_hidden = styles.hidden.contains(style);
                        tables.push(Table { sheet, is_sheet: true, is_hidden, ..Table::default() });
                        line = 1;
                        (of_columns, next) = (Vec::new(), 1);
                    }
                }
                "table-column" if deep == 1 => {
                    let count =
                        value(&attributes, "number-columns-repeated").parse().unwrap_or(1_usize).max(1);
                    of_columns.push((next, value(&attributes, "default-cell-style-name").to_owned()));
                    let first = next;
                    next = next.saturating_add(count);
                    if ["collapse", "filter"].contains(&value(&attributes, "visibility"))
                        && let Some(table) = tables.last_mut()
                    {
                        table.hide(first, next);
                    }
                }
                "table-row" if deep == 1 => {
                    of_row = value(&attributes, "default-cell-style-name").to_owned();
                    is_hidden = ["collapse", "filter"].contains(&value(&attributes, "visibility"));
                    rows = value(&attributes, "number-rows-repeated").parse().unwrap_or(1).max(1);
                    row = Row { line, cells: Vec::new() };
                    column = 1;
                }
                "table-cell" | "covered-table-cell" if deep == 1 => {
                    repeated = value(&attributes, "number-columns-repeated").parse().unwrap_or(1).max(1);
                    (text, paragraphs) = (String::new(), 0);
                    let kind = value(&attributes, "value-type");
                    let date = value(&attributes, "date-value");
                    let mut found = Cell { column, ..Cell::default() };
                    let all: Vec<&str> = attributes
                        .iter()
                        .filter(|(name, _)| name == "value-type")
                        .map(|(_, value)| &**value)
                        .collect();
                    failed = all.contains(&"error");
                    if kind == "date" && !date.is_empty() {
                        let of_column =
                            of_columns[..of_columns.partition_point(|(first, _)| *first <= column)].last();
                        let names = [value(&attributes, "style-name"), &of_row];
                        let of_column = of_column.map_or("", |(_, style)| style);
                        let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or(of_column);
                        let date = cut(date, styles.shown(name));
                        found = Cell { text: date.into(), is_date: true, ..found };
                    } else if ["float", "currency", "percentage"].contains(&kind) {
                        let number = value(&attributes, "value");
                        found.text = number.parse().map_or_else(|_| number.to_owned(), plain);
                    } else if kind == "boolean" {
                        found.text = value(&attributes, "boolean-value").to_uppercase();
                    }
                    let spans = [
                        value(&attributes, "number-columns-spanned"),
                        value(&attributes, "number-rows-spanned"),
                    ];
                    let spans = spans.map(|span| span.parse::<usize>().unwrap_or(1));
                    if spans != [1, 1]
                        && let Some(table) = tables.last_mut()
                    {
                        let first = crate::findings::letters(column);
                        let last = crate::findings::letters(column.saturating_add(spans[0] - 1));
                        let range = format!("{first}{line}:{last}{}", line.saturating_add(spans[1] - 1));
                        table.note(Code::Merged, &[&range], line, column);
                    }
                    if !value(&attributes, "formula").is_empty()
                        && kind.is_empty()
                        && let Some(table) = tables.last_mut()
                    {
                        table.note(Code::Formula, &[], line, column);
                    }
                    // Of what is covered nothing is seen.
                    cell = (name == "table-cell").then_some(found);
                }
                "p" if hidden > 0 => said = true,
                "p" if deep == 1 && cell.is_some() && hidden == 0 && drawn == 0 => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "s" if hidden == 0 => {
                    let count: usize = value(&attributes, "c").parse().unwrap_or(1);
                    text.push_str(&" ".repeat(count.min(100)));
                }
                "line-break" if hidden == 0 => text.push('\n'),
                "tab" if hidden == 0 => text.push(' '),
                _ => (),
            },
            Piece::Text(part) if said => comment.push_str(&part),
            Piece::Text(part) if cell.is_some() && paragraphs > 0 && drawn == 0 => text.push_str(&part),
            Piece::Text(_) => (),
            Piece::Close(name) => match &*name {
                "p" => said = false,
                "annotation" => {
                    hidden = hidden.saturating_sub(1);
                    if let Some(table) = tables.last_mut() {
                        table.note(Code::Comment, &[comment.trim()], line, column);
                    }
                }
                "frame" | "custom-shape" if hidden == 0 && deep > 0 => drawn = drawn.saturating_sub(1),
                "table" => deep = deep.saturating_sub(1),
                "table-cell" | "covered-table-cell" if deep == 1 => {
                    if let Some(mut found) = cell.take() {
                        if found.text.is_empty() {
                            found.text = std::mem::take(&mut text);
                        }
                        if failed && let Some(table) = tables.last_mut() {
                            table.note(Code::CellError, &[&found.text], line, column);
                            found.text.clear();
                        }
                        if !found.text.trim().is_empty() {
                            if column.saturating_add(repeated) > MOST_COLUMNS + 1 {
                                return Err(Refusal::new(
                                    Code::TooLarge,
                                    &["columns", &MOST_COLUMNS.to_string()],
                                ));
                            }
                            row.cells.extend(
                                (0..repeated).map(|at| Cell { column: column + at, ..found.clone() }),
                            );
                        }
                    }
                    column = column.saturating_add(repeated);
                }
                "table-row" if deep == 1 => {
                    if !row.cells.is_empty() {
                        cells += row.cells.len().saturating_mul(rows);
                        if line.saturating_add(rows) > MOST_ROWS + 1 {
                            return Err(Refusal::new(Code::TooLarge, &["rows", &MOST_ROWS.to_string()]));
                        }
                        if cells > MOST_CELLS {
                            return Err(Refusal::new(Code::TooLarge, &["cells", &MOST_CELLS.to_string()]));
                        }
                        if let Some(table) = tables.last_mut() {
                            if is_hidden {
                                table.hidden_rows.extend(line..line + rows);
                            }
                            table.rows.extend(
                                (0..rows).map(|at| Row { line: line + at, cells: row.cells.clone() }),
                            );
                        }
                    } else if rows == 1
                        && let Some(table) = tables.last_mut()
                    {
                        table.rows.push(Row { line, cells: Vec::new() });
                    }
                    line = line.saturating_add(rows);
                }
                _ => (),
            },
        }
        Ok(())
    })?;
    for table in &mut tables {
        while table.rows.last().is_some_and(|row| row.cells.is_empty()) {
            table.rows.pop();
        }
    }
    if tables.is_empty() {
        return Err(Refusal::new(Code::Broken, &["no sheets"]));
    }
    Ok(tables)
}
