//! Files and pasted rows made part of a plan: read by the importer, added to what is there.

use std::collections::{HashMap, HashSet};

use plan_widgets::Lang;
use plan_widgets_import::{Decode, Imported, Options, findings::Finding, import};
use serde_json::Value;

use crate::{
    document::Document,
    shape::{Field, Kind, Shape},
    words,
};

/// What was read.
pub struct Brought {
    /// The plan as it is with it.
    pub document: Document,
    /// How many records came.
    pub count: usize,
    /// What is said of the file: the place in it, and a sentence.
    pub findings: Vec<(String, String)>,
}

/// Reads a file, which becomes the plan.
///
/// # Errors
/// Why it can't be read, as a sentence.
pub fn open(shape: &Shape, bytes: &[u8], name: &str, lang: &Lang, decode: Decode) -> Result<Brought, String> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{')
        && let Some(document) = Document::from_json(shape, text).filter(|_| text.contains("\"schema\""))
    {
        let count = document.sections.iter().map(|rows| rows.len()).sum();
        return Ok(Brought { document, count, findings: Vec::new() });
    }
    let options = Options { reports: lang.key().into(), ..Options::default() };
    let read =
        import(bytes, name, &options, decode).map_err(|refusal| without_options(&refusal.text(lang)))?;
    let document = plan_of(shape, &read, lang)?;
    let count = document.sections.iter().map(|rows| rows.len()).sum();
    let findings = said(&read.findings, lang);
    Ok(Brought { document, count, findings })
}

/// The plan that was read. An indicator is none: it is progress, which a page is given beside its plan.
fn plan_of(shape: &Shape, read: &Imported, lang: &Lang) -> Result<Document, String> {
    Document::from_json(shape, &read.plan).ok_or_else(|| words::INDICATOR.get(lang).into())
}

fn said(findings: &[Finding], lang: &Lang) -> Vec<(String, String)> {
    findings.iter().map(|finding| (finding.place.text(), without_options(&finding.text(lang)))).collect()
}

/// What is said of a file, without advice that only a terminal can follow: a clause or brackets with one of the command's
/// options.
#[must_use]
pub fn without_options(text: &str) -> String {
    let is_option = |at: &usize| text[at + 2..].starts_with(|c: char| c.is_ascii_lowercase());
    let Some(option) = text.match_indices("--").map(|(at, _)| at).find(is_option) else {
        return text.into();
    };
    let begins = |c| ['(', '\u{ff08}', ':', ';', '\u{ff1a}', '\u{ff1b}'].contains(&c);
    let Some((start, sign)) = text[..option].char_indices().rfind(|(_, c)| begins(*c)) else {
        return text.into();
    };
    let close = match sign {
        '(' => text[option..].rfind(')'),
        '\u{ff08}' => text[option..].rfind('\u{ff09}'),
        _ => None,
    };
    let rest = close.map_or("", |close| text[option + close..].trim_start_matches([')', '\u{ff09}']));
    format!("{}{rest}", text[..start].trim_end())
}

/// Reads rows with the names of their columns, in the languages of a plan, and adds them to it.
///
/// # Errors
/// Why they can't be read, as a sentence.
pub fn add(
    shape: &Shape,
    document: &Document,
    rows: &str,
    lang: &Lang,
    decode: Decode,
) -> Result<Brought, String> {
    let own = (!document.is_empty()).then(|| document.own().to_owned());
    let options = Options { reports: lang.key().into(), lang: own, ..Options::default() };
    let name = document.about["title"][document.own()].as_str().unwrap_or("plan");
    let read = import(rows.as_bytes(), &format!("{name}.tsv"), &options, decode);
    let read = read.map_err(|refusal| without_options(&refusal.text(lang)))?;
    let new = plan_of(shape, &read, lang)?;
    let findings = said(&read.findings, lang);
    let count = new.sections.iter().map(|rows| rows.len()).sum();
    let document = if document.is_empty() { titled(document, new) } else { merged(shape, document, new) };
    Ok(Brought { document, count, findings })
}

/// The new plan, with what the old one is called, as far as that is said in its languages.
fn titled(old: &Document, mut new: Document) -> Document {
    let mut about = (*old.about).clone();
    if old.languages != new.languages {
        for field in ["title", "short"] {
            about[field] = new.about[field].clone();
        }
    }
    new.about = about.into();
    new
}

/// A plan with the records of another at the end of each collection. What both have of the same name and id is one where
/// others refer to it, and gets an id of its own elsewhere.
#[must_use]
pub fn merged(shape: &Shape, document: &Document, new: Document) -> Document {
    let mut all = document.clone();
    let mut renamed: HashMap<(String, String), String> = HashMap::new();
    let mut added: Vec<Vec<Value>> = Vec::new();
    for (section, (old, rows)) in shape.sections.iter().zip(all.sections.iter().zip(&new.sections)) {
        let is_shared = ["topics", "periods", "departments"].contains(&&*section.key);
        let mut known: HashSet<String> =
            old.iter().filter_map(|row| row["id"].as_str().map(Into::into)).collect();
        let mut these = Vec::new();
        for row in rows.iter() {
            let id = row["id"].as_str().unwrap_or_default();
            let mut row = (**row).clone();
            if known.contains(id) {
                if is_shared {
                    continue;
                }
                let other = (2..).map(|number| format!("{id}-{number}")).find(|other| !known.contains(other));
                let other = other.unwrap_or_default();
                row["id"] = other.clone().into();
                renamed.insert((section.key.clone(), id.to_owned()), other);
            }
            known.insert(row["id"].as_str().unwrap_or_default().to_owned());
            these.push(row);
        }
        added.push(these);
    }
    for (index, rows) in added.into_iter().enumerate() {
        let own = std::rc::Rc::make_mut(&mut all.sections[index]);
        for mut row in rows {
            refer(shape, shape.fields(&shape.sections[index].record), &mut row, &renamed);
            own.push(row.into());
        }
    }
    all
}

/// Has a record refer to others by their new ids.
fn refer(shape: &Shape, fields: &[Field], row: &mut Value, renamed: &HashMap<(String, String), String>) {
    for field in fields {
        if let Some(value) = row.get_mut(&field.key) {
            follow(shape, &field.kind, value, renamed);
        }
    }
}

fn follow(shape: &Shape, kind: &Kind, value: &mut Value, renamed: &HashMap<(String, String), String>) {
    match kind {
        Kind::Ref(collection) => {
            let id = value.as_str().unwrap_or_default().to_owned();
            if let Some(other) = renamed.get(&(collection.clone(), id)) {
                *value = other.clone().into();
            }
        }
        Kind::List(item) => {
            for each in value.as_array_mut().into_iter().flatten() {
                follow(shape, item, each, renamed);
            }
        }
        Kind::Record(name) => refer(shape, shape.fields(name), value, renamed),
        _ => (),
    }
}
