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
mod front;
mod indicator;
mod markdown;
#[cfg(feature = "module")]
mod module;
mod ods;
mod rows;
mod table;
mod terms;
mod text;
mod timelinejs;
mod vis;
mod xlsx;
mod xml;

use serde_json::Value;

use columns::{Columns, Field};
use draft::Draft;
use findings::{Code, Finding, Findings, Place, Refusal};
use rows::{Header, Subject};
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
    /// Of an indicator: which of `figure`, `goal` and `project` it is about, and its id.
    pub subject: Option<(String, String)>,
    /// What its values count in, and who says them, unless its metadata do.
    pub unit: Option<String>,
    /// See `unit`.
    pub source: Option<String>,
    /// The month in which financial years begin, from 2 to 12.
    pub financial_year: Option<u8>,
    /// The language of reports, which texts in Latin letters are taken for where nothing says another.
    pub reports: String,
}

/// What is made of a file, and what is to be said of that.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The plan, as JSON; empty where the file is an indicator.
    pub plan: String,
    /// Of an indicator the progress, as JSON.
    pub progress: String,
    /// What is said, a line a kind.
    pub findings: Vec<Finding>,
}

/// A file that is read: its path, and what is in it.
pub type File<'a> = (&'a str, &'a [u8]);

/// Reads a file of any known format. `name` is the file's name, `decode` knows encodings beyond Unicode's.
///
/// # Errors
/// The one thing for which nothing can be read.
pub fn import(bytes: &[u8], name: &str, options: &Options, decode: Decode) -> Result<Imported, Refusal> {
    import_all(&[(name, bytes)], name, options, decode)
}

/// Reads files that belong together: a glossary of many pages, or a table with its metadata. `name` is what is said of them
/// all.
///
/// # Errors
/// The one thing for which nothing can be read.
pub fn import_all(
    files: &[File],
    name: &str,
    options: &Options,
    decode: Decode,
) -> Result<Imported, Refusal> {
    if files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > MOST_BYTES {
        return Err(Refusal::new(Code::TooLarge, &[name, &format!("{} MB", MOST_BYTES / 1_000_000)]));
    }
    let columns = Columns::new(&options.map);
    let (content, encoding) = Content::of(files, decode, &columns)?;
    let mut draft = match content {
        Content::Tables(tables, _, about) => match of_tables(tables, &columns, &about, options)? {
            Made::Draft(draft) => draft,
            Made::Progress(progress, findings) => {
                return Ok(Imported { plan: String::new(), progress, findings: sorted(findings) });
            }
        },
        Content::Calendar => calendar::draft(files[0].1, options, decode)?,
        Content::TimelineJs(json) => timelinejs::draft(&json, options),
        Content::Vis(json) => vis::draft(&json, options),
        Content::Skos(json) => terms::skos(&json, options),
        Content::Tbx(text) => terms::tbx(&text, options)?,
        Content::Markdown(pages) => markdown::draft(&pages, options),
    };
    if let Some(encoding) = encoding {
        draft.note(Code::EncodingTaken, &[encoding], &Place::default());
    }
    let stem = name.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(name);
    draft.name = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem).trim().to_owned();
    let (plan, findings) = draft.finish()?;
    Ok(Imported { plan, progress: String::new(), findings: sorted(findings) })
}

fn sorted(Findings(mut findings): Findings) -> Vec<Finding> {
    findings.sort_by_key(|finding| finding.code.level());
    findings
}

/// The format of a file that can be imported, or nothing where it is none.
///
/// # Errors
/// What another program has to do first, of formats that are known and not read.
pub fn recognized(bytes: &[u8], name: &str, decode: Decode) -> Result<Option<&'static str>, Refusal> {
    let columns = Columns::new(&[]);
    match Content::of(&[(name, bytes)], decode, &columns) {
        Ok((content, _)) => Ok(content.format(&columns)),
        Err(refusal) if matches!(refusal.code, Code::OtherFormat | Code::Locked) => Err(refusal),
        Err(_) => Ok(None),
    }
}

/// What a file is, by what is in it: the one list of formats.
enum Content {
    /// Tables with the format that they are written in, and the metadata beside them.
    Tables(Vec<Table>, &'static str, Vec<front::Entry>),
    Calendar,
    TimelineJs(Value),
    Vis(Value),
    Skos(Value),
    Tbx(String),
    Markdown(Vec<markdown::Page>),
}

/// The most files that are read of an archive.
const MOST_FILES: usize = 20_000;

impl Content {
    /// What files are, and the encoding where that is taken rather than known.
    fn of(
        files: &[File],
        decode: Decode,
        columns: &Columns,
    ) -> Result<(Content, Option<&'static str>), Refusal> {
        let [(name, bytes)] = files else {
            return Ok((Content::of_several(files, decode, columns)?, None));
        };
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            let mut archive = Archive::open(bytes)?;
            if let Some((tables, format)) = workbook(&mut archive)? {
                return Ok((Content::Tables(tables, format, Vec::new()), None));
            }
            let names = archive.names(MOST_FILES, &["md", "markdown", "csv", "yml", "yaml"]);
            let all: Result<Vec<_>, _> =
                names.into_iter().map(|name| archive.read(&name).map(|bytes| (name, bytes))).collect();
            let all = all?;
            let files: Vec<File> = all.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
            return match &files[..] {
                [] => Err(Refusal::new(Code::Format, &[])),
                [_] => Content::of(&files, decode, columns),
                _ => Ok((Content::of_several(&files, decode, columns)?, None)),
            };
        }
        if calendar::is_of(bytes) {
            return Ok((Content::Calendar, None));
        }
        if let Some(refusal) = other(bytes) {
            return Err(refusal);
        }
        let (text, encoding) = text::decoded(bytes, decode)?;
        Ok((Content::of_text(name, text, columns)?, encoding))
    }

    /// Pages of a glossary, or one table with metadata.
    fn of_several(files: &[File], decode: Decode, columns: &Columns) -> Result<Content, Refusal> {
        let ends = |name: &str, ends: &[&str]| ends.iter().any(|end| name.to_lowercase().ends_with(end));
        let (mut pages, mut about, mut others) = (Vec::new(), Vec::new(), Vec::new());
        for (name, bytes) in files {
            if ends(name, &[".md", ".markdown"]) {
                pages.push(((*name).to_owned(), text::decoded(bytes, decode)?.0));
            } else if ends(name, &[".yml", ".yaml"]) {
                about.extend(front::entries(&text::decoded(bytes, decode)?.0));
            } else {
                others.push((*name, *bytes));
            }
        }
        match (&others[..], &pages[..]) {
            ([], [_, ..]) => Ok(Content::Markdown(pages)),
            ([table], _) => {
                about
                    .extend(pages.iter().filter_map(|(_, text)| front::split(text)).flat_map(|(all, _)| all));
                match Content::of(&[*table], decode, columns)?.0 {
                    Content::Tables(tables, format, _) => Ok(Content::Tables(tables, format, about)),
                    _ => Err(Refusal::new(Code::Unrelated, &[files[0].0, files[1].0])),
                }
            }
            ([(first, _), (second, _), ..], _) => Err(Refusal::new(Code::Unrelated, &[first, second])),
            ([], []) => Err(Refusal::new(Code::Format, &[])),
        }
    }

    fn of_text(name: &str, text: String, columns: &Columns) -> Result<Content, Refusal> {
        let start = text.trim_start();
        if start.starts_with(['{', '[']) {
            match serde_json::from_str::<Value>(&text) {
                Ok(json) if json["schema"].is_number() && json["plan"].is_object() => {
                    return Err(Refusal::new(Code::Plan, &[]));
                }
                Ok(json) if timelinejs::is_of(&json) => return Ok(Content::TimelineJs(json)),
                Ok(json) if vis::is_of(&json) => return Ok(Content::Vis(json)),
                Ok(json) if terms::is_skos(&json) => return Ok(Content::Skos(json)),
                Ok(_) => return Err(Refusal::new(Code::Format, &[])),
                // A table may begin so as well.
                Err(error) if start.starts_with('{') => {
                    return Err(Refusal::new(Code::Broken, &[&error.to_string()]));
                }
                Err(_) => (),
            }
        }
        if start.starts_with('<') && terms::is_tbx(start) {
            return Ok(Content::Tbx(start.to_owned()));
        }
        if start.starts_with('<') {
            return Err(Refusal::new(Code::OtherFormat, &["XML"]));
        }
        if markdown::is_of(&text) {
            return Ok(Content::Markdown(vec![(name.to_owned(), text)]));
        }
        if start.is_empty() || text.contains('\0') {
            return Err(Refusal::new(Code::Format, &[]));
        }
        Ok(Content::Tables(vec![csv::table(&text, columns)?], "CSV", Vec::new()))
    }

    /// The format's name; nothing of a text that has no known columns, which may be anything.
    fn format(&self, columns: &Columns) -> Option<&'static str> {
        Some(match self {
            Content::Tables(tables, format, _) => {
                let header = tables.iter().find_map(|table| Header::of(table, columns));
                match header.map(|header| header.subject) {
                    Some(Subject::Indicator) => "Open SDG",
                    None if *format == "CSV" => return None,
                    _ => format,
                }
            }
            Content::Calendar => "iCalendar",
            Content::TimelineJs(_) => "TimelineJS",
            Content::Vis(_) => "vis-timeline",
            Content::Skos(_) => "SKOS",
            Content::Tbx(_) => "TBX",
            Content::Markdown(_) => "Markdown",
        })
    }
}

/// The sheets of a workbook with its format; nothing of another archive.
fn workbook(archive: &mut Archive) -> Result<Option<(Vec<Table>, &'static str)>, Refusal> {
    if archive.has("xl/workbook.xml") {
        return Ok(Some((xlsx::tables(archive)?, "XLSX")));
    }
    if archive.has("content.xml") {
        let kind = archive.read("mimetype")?;
        if kind.is_empty() || kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            return Ok(Some((ods::tables(archive)?, "ODS")));
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
    Ok(None)
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
            None
        }
    } else {
        None
    }
}

/// What is made of a table.
enum Made {
    Draft(Draft),
    Progress(String, Findings),
}

/// What the first table gives that has known columns, or the one that is asked for. Hidden ones come last.
fn of_tables(
    mut tables: Vec<Table>,
    columns: &Columns,
    about: &[front::Entry],
    options: &Options,
) -> Result<Made, Refusal> {
    if let Some(name) = &options.sheet {
        let names: Vec<String> = tables.iter().map(|table| table.sheet.clone()).collect();
        tables.retain(|table| table.sheet == *name);
        if tables.is_empty() {
            return Err(Refusal::new(Code::NoSheet, &[name, &names.join(", ")]));
        }
    }
    tables.sort_by_key(|table| table.is_hidden);
    let found = tables.iter().enumerate().find_map(|(at, table)| Some((at, Header::of(table, columns)?)));
    let Some((at, header)) = found else {
        if let Some(refusal) = rows::look_alike(&tables, columns) {
            return Err(refusal);
        }
        let names: Vec<String> = tables.iter().map(rows::names).filter(|names| !names.is_empty()).collect();
        return Err(Refusal::new(Code::NoTable, &[&names.join("; ")]));
    };
    let several = tables.len() > 1;
    let mut table = tables.remove(at);
    if table.is_hidden {
        table.findings.add(Code::HiddenSheet, &[&table.sheet], Place::default());
    }
    if !several {
        table.sheet.clear();
        for finding in &mut table.findings.0 {
            finding.place.sheet.clear();
        }
    }
    let others: Vec<&str> =
        tables.iter().filter(|table| !table.rows.is_empty()).map(|table| &*table.sheet).collect();
    let others = others.join(", ");
    if header.subject == Subject::Indicator {
        if !others.is_empty() {
            table.findings.add(Code::OtherSheet, &[&others], Place::default());
        }
        let (progress, findings) = indicator::progress(&table, &header, columns, about, options)?;
        return Ok(Made::Progress(progress, findings));
    }
    let mut draft = rows::draft(&table, &header, columns, options)?;
    if !others.is_empty() {
        draft.note(Code::OtherSheet, &[&others], &Place::default());
    }
    Ok(Made::Draft(draft))
}
