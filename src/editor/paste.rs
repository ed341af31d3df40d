//! What the clipboard holds of a spreadsheet, as rows of cells.

use html5gum::{Token, Tokenizer};

/// The most cells that one row of a pasted table may span.
const MOST_SPANNED: usize = 100;

/// The rows of text whose cells are separated by tabs; a cell in quotation marks may have line breaks.
#[must_use]
pub fn of_text(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut rest = text.chars().peekable();
    let (mut quoted, mut begins) = (false, true);
    while let Some(c) = rest.next() {
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if begins && closes(rest.clone()) => quoted = true,
            '\r' if !quoted && rest.peek() == Some(&'\n') => continue,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' | '\r' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
        begins = !quoted && ['\t', '\n', '\r'].contains(&c);
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

/// Whether a quotation mark at the beginning of a cell has its other one at the end of it.
fn closes(rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest.peekable();
    while let Some(c) = rest.next() {
        if c == '"' {
            match rest.peek() {
                Some('"') => {
                    rest.next();
                }
                None | Some('\t' | '\n' | '\r') => return true,
                _ => return false,
            }
        }
    }
    false
}

/// The rows of the tables in HTML; none where there is no table.
#[must_use]
pub fn of_html(html: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut cell: Option<String> = None;
    // What a cell is followed by, where it spans several.
    let mut spanned = 0;
    let mut silent = 0;
    let end = |rows: &mut Vec<Vec<String>>, cell: &mut Option<String>, spanned: &mut usize| {
        if let (Some(text), Some(row)) = (cell.take(), rows.last_mut()) {
            row.push(lines(&text));
            row.extend(std::iter::repeat_n(String::new(), std::mem::take(spanned)));
        }
    };
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => match &**tag.name {
                b"tr" => {
                    end(&mut rows, &mut cell, &mut spanned);
                    rows.push(Vec::new());
                }
                b"td" | b"th" => {
                    end(&mut rows, &mut cell, &mut spanned);
                    cell = Some(String::new());
                    let wide = tag.attributes.get(&b"colspan"[..]);
                    let wide = wide.and_then(|value| String::from_utf8_lossy(value).trim().parse().ok());
                    spanned = wide.unwrap_or(1usize).clamp(1, MOST_SPANNED) - 1;
                }
                b"br" => {
                    if let Some(text) = &mut cell {
                        text.push('\u{2028}');
                    }
                }
                b"p" | b"div" | b"li" => {
                    if let Some(text) = cell.as_mut().filter(|text| !text.trim().is_empty()) {
                        text.push('\u{2028}');
                    }
                }
                b"style" | b"script" if !tag.self_closing => silent += 1,
                _ => (),
            },
            Token::EndTag(tag) => match &**tag.name {
                b"td" | b"th" | b"tr" | b"table" => end(&mut rows, &mut cell, &mut spanned),
                b"style" | b"script" => silent = 0,
                _ => (),
            },
            Token::String(text) => {
                if let Some(cell) = cell.as_mut().filter(|_| silent == 0) {
                    cell.push_str(&String::from_utf8_lossy(&text));
                }
            }
            _ => (),
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// A text as a page shows it: white space is one space, and breaks are where elements say.
fn lines(text: &str) -> String {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.split('\u{2028}').map(line).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Rows as the importer reads them.
#[must_use]
pub fn to_text(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        let plain = !cell.contains(['"', '\t', '\n', '\r']);
        if plain { cell.clone() } else { format!("\"{}\"", cell.replace('"', "\"\"")) }
    };
    let row = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(|each| row(each) + "\n").collect()
}
