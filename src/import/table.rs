//! A table, whatever it came from.

use crate::findings::{Code, Findings, Place};

/// The most rows and columns that are read, and the most bytes of one file's text.
pub const MOST_ROWS: usize = 100_000;
/// See [`MOST_ROWS`].
pub const MOST_COLUMNS: usize = 1_000;
/// See [`MOST_ROWS`].
pub const MOST_BYTES: usize = 100_000_000;
/// The most cells with something in them.
pub const MOST_CELLS: usize = 3_000_000;

/// A cell with something in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The column, from 1.
    pub column: usize,
    /// Its text; of a date that one in ISO 8601, of a number its digits.
    pub text: String,
    /// Whether the file says that it is a date.
    pub is_date: bool,
    /// The address that a click on it opens, where it has one.
    pub link: String,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line of the text where it begins, or the number of the row in its sheet, from 1.
    pub line: usize,
    /// Its cells, in order; none that is empty.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The text of a column, from 1.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| &cell.text)
    }

    /// The cell of a column, from 1.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }
}

/// A sheet, or the only table of a file.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its name; of the only one nothing.
    pub sheet: String,
    /// Its rows, without those that have nothing in them at the end; a sheet's empty ones may be left out.
    pub rows: Vec<Row>,
    /// Whether it is a sheet, whose rows are counted one by one.
    pub is_sheet: bool,
    /// Whether the sheet is hidden.
    pub is_hidden: bool,
    /// The columns that are hidden, from 1, each with the one behind the last of them.
    pub hidden: Vec<(usize, usize)>,
    /// The rows that are hidden.
    pub hidden_rows: Vec<usize>,
    /// What is said of its cells, which counts if the table is the one that is read.
    pub findings: Findings,
}

impl Table {
    /// Where a cell is.
    #[must_use]
    pub fn place(&self, line: usize, column: usize) -> Place {
        Place { sheet: self.sheet.clone(), line, column, path: String::new() }
    }

    /// Hides the columns from one to the one before another.
    pub fn hide(&mut self, first: usize, end: usize) {
        if self.hidden.len() < MOST_COLUMNS {
            self.hidden.push((first, end));
        }
    }

    /// Notes something about a cell.
    pub fn note(&mut self, code: Code, parameters: &[&str], line: usize, column: usize) {
        let place = self.place(line, column);
        self.findings.add(code, parameters, place);
    }
}
