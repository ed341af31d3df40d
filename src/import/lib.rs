//! Plans from what people have: spreadsheets, calendars, files of other libraries; and plans as such.
//!
//! [`import`] recognises a file by its content and gives a plan that the checker takes, with what is to be said of it:
//! nothing is guessed, and nothing is lost without a word.

mod calendar;
pub mod columns;
mod csv;
pub mod dates;
mod draft;
pub mod export;
pub mod findings;
#[cfg(feature = "module")]
mod module;
mod ods;
mod rows;
mod table;
mod text;
mod timelinejs;
mod vis;
mod xlsx;
mod xml;

use serde_json::Value;

use columns::{Columns, Field};
use draft::Draft;
use findings::{Code, Finding, Findings, Place, Refusal};
use rows::Header;
use table::{MOST_BYTES, Table};
pub use text::Decode;
use xml::Archive;

/// What whoever imports says besides.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of the texts.
    pub lang: Option<String>,
    /// Columns by their names, each with its field.
    pub map: Vec<(String, Field)>,
    /// The sheet that is read.
    pub sheet: Option<String>,
    /// The language of reports, which texts in Latin letters are taken for where nothing says another.
    pub reports: String,
}

/// A plan, and what is to be said of the file that it was made of.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The plan, as JSON.
    pub plan: String,
    /// What is said, a line a kind.
    pub findings: Vec<Finding>,
}

/// Reads a file of any known format. `name` is the file's name, `decode` knows encodings beyond Unicode's.
///
/// # Errors
/// The one thing for which nothing can be read.
pub fn import(bytes: &[u8], name: &str, options: &Options, decode: Decode) -> Result<Imported, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::new(Code::TooLarge, &[name, &format!("{} MB", MOST_BYTES / 1_000_000)]));
    }
    let columns = Columns::new(&options.map);
    let mut draft = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        let tables = workbook(bytes)?;
        of_tables(tables, &columns, options)?
    } else if let Some(refusal) = other(bytes) {
        return Err(refusal);
    } else if calendar::is_of(bytes) {
        calendar::draft(bytes, options, decode)?
    } else {
        let (text, taken) = text::decoded(bytes, decode)?;
        let mut draft = of_text(&text, &columns, options)?;
        if let Some(encoding) = taken {
            draft.note(Code::EncodingTaken, &[encoding], &Place::default());
        }
        draft
    };
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    draft.name = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).trim().to_owned();
    let (plan, Findings(mut findings)) = draft.finish()?;
    findings.sort_by_key(|finding| finding.code.level());
    Ok(Imported { plan, findings })
}

/// The sheets of a file that holds others.
fn workbook(bytes: &[u8]) -> Result<Vec<Table>, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if archive.has("xl/workbook.xml") {
        return xlsx::tables(&mut archive);
    }
    if archive.has("content.xml") {
        let kind = archive.read("mimetype")?;
        if kind.is_empty() || kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            return ods::tables(&mut archive);
        }
        return Err(Refusal::new(Code::OtherFormat, &["OpenDocument"]));
    }
    for (part, format) in [
        ("xl/workbook.bin", "XLSB"),
        ("word/document.xml", "Word"),
        ("ppt/presentation.xml", "PowerPoint"),
        ("Index/Document.iwa", "Numbers"),
    ] {
        if archive.has(part) {
            return Err(Refusal::new(Code::OtherFormat, &[format]));
        }
    }
    Err(Refusal::new(Code::Format, &[]))
}

/// Formats that are recognised and not read.
fn other(bytes: &[u8]) -> Option<Refusal> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let of = |format: &str| Some(Refusal::new(Code::OtherFormat, &[format]));
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        // What is encrypted names that in letters of two bytes.
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let locked = bytes.windows(encrypted.len()).any(|part| part == encrypted);
        return if locked { Some(Refusal::new(Code::Locked, &[])) } else { of("Excel 97 (XLS)") };
    }
    let head = start.get(..start.len().min(400)).unwrap_or_default().to_ascii_lowercase();
    let has = |part: &[u8]| head.windows(part.len()).any(|found| found == part);
    if start.starts_with(b"%PDF") {
        of("PDF")
    } else if start.starts_with(b"{\\rtf") {
        of("RTF")
    } else if bytes.starts_with(&[0x1f, 0x8b]) {
        of("gzip")
    } else if bytes.starts_with(b"\x89PNG") || bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        of("PNG/JPEG")
    } else if start.starts_with(b"<") {
        if has(b"urn:schemas-microsoft-com:office:spreadsheet") || has(b"excel.sheet") {
            of("Excel 2003 XML")
        } else if has(b"<html") || has(b"<!doctype html") || has(b"<table") {
            of("HTML")
        } else {
            of("XML")
        }
    } else {
        None
    }
}

fn of_text(text: &str, columns: &Columns, options: &Options) -> Result<Draft, Refusal> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        match serde_json::from_str::<Value>(text) {
            Ok(json) if json["schema"].is_number() && json["plan"].is_object() => {
                return Err(Refusal::new(Code::Plan, &[]));
            }
            Ok(json) if timelinejs::is_of(&json) => return timelinejs::draft(&json, options),
            Ok(json) if vis::is_of(&json) => return vis::draft(&json, options),
            Ok(_) => return Err(Refusal::new(Code::Format, &[])),
            // A table may begin so as well.
            Err(error) if start.starts_with("{") => {
                return Err(Refusal::new(Code::Broken, &[&error.to_string()]));
            }
            Err(_) => (),
        }
    }
    if text.trim().is_empty() || text.contains('\0') {
        return Err(Refusal::new(Code::Format, &[]));
    }
    of_tables(vec![csv::table(text, columns)?], columns, options)
}

/// The plan of the first table that has titles and dates, or of the one that is asked for.
fn of_tables(mut tables: Vec<Table>, columns: &Columns, options: &Options) -> Result<Draft, Refusal> {
    if let Some(name) = &options.sheet {
        let names: Vec<String> = tables.iter().map(|table| table.sheet.clone()).collect();
        tables.retain(|table| table.sheet == *name);
        if tables.is_empty() {
            return Err(Refusal::new(Code::NoSheet, &[name, &names.join(", ")]));
        }
    }
    let found = tables.iter().enumerate().find_map(|(at, table)| Some((at, Header::of(table, columns)?)));
    let Some((at, header)) = found else {
        let names: Vec<String> = tables.iter().map(rows::names).filter(|names| !names.is_empty()).collect();
        return Err(Refusal::new(Code::NoTable, &[&names.join("; ")]));
    };
    let several = tables.len() > 1;
    let mut table = tables.remove(at);
    if !several {
        table.sheet.clear();
        for finding in &mut table.findings.0 {
            finding.place.sheet.clear();
        }
    }
    let others: Vec<&str> =
        tables.iter().filter(|table| !table.rows.is_empty()).map(|table| &*table.sheet).collect();
    let others = others.join(", ");
    let mut draft = rows::draft(table, &header, columns, options)?;
    if !others.is_empty() {
        draft.note(Code::OtherSheet, &[&others], &Place::default());
    }
    Ok(draft)
}
