//! CSV and its like: a separator, quotes, one record a line or more.

use crate::{
    columns::Columns,
    findings::{Code, Refusal},
    table::{Cell, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Row, Table},
};

/// The separators that there are.
pub const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records show which one it is.
const SAMPLE: usize = 20;

/// Reads a table; `columns` know which of the separators makes names of columns.
///
/// # Errors
/// When there is too much of it.
pub fn table(text: &str, columns: &Columns) -> Result<Table, Refusal> {
    // What Excel writes first to say the separator.
    let (text, said) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((sign, rest)) if sign.trim_end_matches('\r').len() == 1 => (rest, sign.bytes().next()),
        _ => (text, None),
    };
    let skipped = usize::from(said.is_some());
    let separator = said.unwrap_or_else(|| separator(text, columns));
    let mut table = Table::default();
    let mut cells = 0;
    for record in reader(text, separator).records() {
        let Ok(record) = record else { continue };
        let line =
            record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0)) + skipped;
        if table.rows.len() >= MOST_ROWS {
            return Err(Refusal::new(Code::TooLarge, &["rows", &MOST_ROWS.to_string()]));
        }
        if record.len() > MOST_COLUMNS {
            return Err(Refusal::new(Code::TooLarge, &["columns", &MOST_COLUMNS.to_string()]));
        }
        let filled = record.iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
        let row = Row {
            line,
            cells: filled
                .map(|(at, text)| Cell { column: at + 1, text: text.to_owned(), ..Cell::default() })
                .collect(),
        };
        cells += row.cells.len();
        if cells > MOST_CELLS {
            return Err(Refusal::new(Code::TooLarge, &["cells", &MOST_CELLS.to_string()]));
        }
        table.rows.push(row);
    }
    while table.rows.last().is_some_and(|row| row.cells.is_empty()) {
        table.rows.pop();
    }
    Ok(table)
}

fn reader(text: &str, separator: u8) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

/// The separator by which most names of columns are known, then the one by which most records are as long as another.
fn separator(text: &str, columns: &Columns) -> u8 {
    let weight = |separator: u8| {
        let records: Vec<_> = reader(text, separator).records().flatten().take(SAMPLE).collect();
        let known =
            |record: &::csv::StringRecord| record.iter().filter(|name| columns.field(name).is_some()).count();
        let known = records.iter().map(known).max().unwrap_or_default();
        let first = records.first().map_or(0, ::csv::StringRecord::len);
        let alike = records.iter().filter(|record| first > 1 && record.len() == first).count();
        (known, alike, first)
    };
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| weight(*separator));
    best.unwrap_or(b',')
}
