//! Spreadsheets of LibreOffice and others: ODS.

use crate::{
    findings::{Code, Refusal},
    table::{Cell, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row, Table},
    xlsx::plain,
    xml::{Archive, Piece, value, walk},
};

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
    let mut tables: Vec<Table> = Vec::new();
    let (mut line, mut column, mut cells) = (1_usize, 1_usize, 0_usize);
    let (mut rows, mut row) = (1_usize, Row::default());
    let (mut cell, mut repeated, mut text, mut paragraphs) = (None::<Cell>, 1_usize, String::new(), 0);
    // Within a comment; within a table within a cell.
    let (mut hidden, mut deep, mut failed) = (0_usize, 0_usize, false);
    walk(&bytes, &mut |piece| {
        match piece {
            Piece::Open(name, attributes) => match &*name {
                "annotation" => hidden += 1,
                "table" => {
                    deep += 1;
                    if deep == 1 {
                        let sheet = value(&attributes, "name").to_owned();
                        tables.push(Table { sheet, ..Table::default() });
                        line = 1;
                    }
                }
                "table-row" if deep == 1 => {
                    rows = value(&attributes, "number-rows-repeated").parse().unwrap_or(1).max(1);
                    row = Row { line, cells: Vec::new() };
                    column = 1;
                }
                "table-cell" | "covered-table-cell" if deep == 1 => {
                    repeated = value(&attributes, "number-columns-repeated").parse().unwrap_or(1).max(1);
                    (text, paragraphs) = (String::new(), 0);
                    let kind = value(&attributes, "value-type");
                    let date = value(&attributes, "date-value");
                    let mut found = Cell { column, text: String::new(), is_date: false };
                    let all: Vec<&str> = attributes
                        .iter()
                        .filter(|(name, _)| name == "value-type")
                        .map(|(_, value)| &**value)
                        .collect();
                    failed = all.contains(&"error");
                    if kind == "date" && !date.is_empty() {
                        // Hours of nothing are no hours.
                        let date = date.strip_suffix("T00:00:00").unwrap_or(date);
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
                "p" if deep == 1 && cell.is_some() && hidden == 0 => {
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
            Piece::Text(part) if cell.is_some() && paragraphs > 0 && hidden == 0 => text.push_str(&part),
            Piece::Text(_) => (),
            Piece::Close(name) => match &*name {
                "annotation" => hidden = hidden.saturating_sub(1),
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
