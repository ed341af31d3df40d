//! Glossaries of other programs: TBX (ISO 30042) and SKOS as JSON-LD.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    Options,
    draft::{Draft, Entry},
    findings::{Code, Place, Refusal},
    xml::{Piece, value, walk},
};

/// Something with names in several languages.
#[derive(Default)]
struct Concept {
    id: String,
    /// In each language what it is called, the main name first.
    names: BTreeMap<String, Vec<String>>,
    notes: BTreeMap<String, String>,
    place: Place,
}

impl Concept {
    /// Adds it to a glossary.
    fn add_to(mut self, draft: &mut Draft) {
        let mut name = BTreeMap::new();
        for (lang, names) in &mut self.names {
            if !names.is_empty() {
                name.insert(lang.clone(), names.remove(0));
            }
        }
        let first = self.notes.values().next().cloned().unwrap_or_default();
        let Concept { id, names, notes: note, place, .. } = self;
        draft.entry(Entry { id, name, note, names, place }, &first);
    }
}

/// The languages that a glossary has at first: the one that is asked for.
fn begin(options: &Options) -> Draft {
    let mut draft = Draft::default();
    if let Some(lang) = &options.lang {
        draft.heard(lang, &Place::default());
    }
    draft
}

/// What every file says that names no language.
fn end(mut draft: Draft, options: &Options) -> Draft {
    if draft.languages.is_empty() {
        let own = options.lang.clone().unwrap_or_else(|| "en".into());
        draft.note(Code::LanguageTaken, &[&own], &Place::default());
        draft.languages.push(own);
    }
    draft
}

/// Whether a text is TBX, by the element that holds all others.
#[must_use]
pub fn is_tbx(text: &str) -> bool {
    let mut is_tbx = None;
    let _ = walk(text.as_bytes(), &mut |piece| match piece {
        Piece::Open(name, attributes) => {
            is_tbx = Some(name == "tbx" || name == "martif" && value(&attributes, "type").starts_with("TBX"));
            Err(Refusal::new(Code::Format, &[]))
        }
        _ => Ok(()),
    });
    is_tbx == Some(true)
}

/// A name as TBX has it, with what its status says: preferred is first, outdated last.
type Ranked = (u8, String);

/// What a text of TBX belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Held {
    Title,
    Term,
    Definition,
    Status,
}

/// The glossary of TBX, in either of its forms and any of its dialects.
///
/// # Errors
/// When it isn't well-formed.
pub fn tbx(text: &str, options: &Options) -> Result<Draft, Refusal> {
    let mut draft = begin(options);
    let (mut concept, mut count) = (None::<Concept>, 0_usize);
    let (mut whole, mut lang, mut of_definition) = (String::new(), String::new(), String::new());
    let mut terms: Vec<(String, Vec<Ranked>)> = Vec::new();
    let mut rank = 1;
    let (mut held, mut within, mut depth) = (None::<Held>, String::new(), 0_usize);
    walk(text.as_bytes(), &mut |piece| {
        match piece {
            Piece::Open(_, _) if held.is_some() => depth += 1,
            Piece::Open(name, attributes) => {
                let tag = value(&attributes, "lang");
                let kind = value(&attributes, "type");
                let place = concept.as_ref().map(|concept| concept.place.clone()).unwrap_or_default();
                match &*name {
                    "martif" | "tbx" => whole = tag.into(),
                    "termEntry" | "conceptEntry" => {
                        count += 1;
                        let id = value(&attributes, "id").to_owned();
                        let path = if id.is_empty() { format!("entries/{}", count - 1) } else { id.clone() };
                        let place = Place { path, ..Place::default() };
                        concept = Some(Concept { id, place, ..Concept::default() });
                        (lang, terms) = (String::new(), Vec::new());
                    }
                    "langSet" | "langSec" => lang = draft.heard(tag, &place).unwrap_or_default(),
                    "tig" | "ntig" | "termSec" => rank = 1,
                    "term" if concept.is_some() => held = Some(Held::Term),
                    "title" if concept.is_none() && draft.title.is_empty() => held = Some(Held::Title),
                    "definition" => held = Some(Held::Definition),
                    "descrip" if kind == "definition" => held = Some(Held::Definition),
                    "administrativeStatus" => held = Some(Held::Status),
                    "termNote" if kind == "administrativeStatus" => held = Some(Held::Status),
                    "descrip" | "termNote" | "admin" | "xref" | "note" if concept.is_some() => {
                        let field = if kind.is_empty() { &*name } else { kind };
                        draft.note(Code::Field, &[field], &place);
                    }
                    _ => (),
                }
                if held == Some(Held::Definition) {
                    of_definition = tag.into();
                }
                within.clear();
            }
            Piece::Text(part) if held.is_some() => within.push_str(&part),
            Piece::Text(_) => (),
            Piece::Close(_) if depth > 0 => depth -= 1,
            Piece::Close(name) => {
                let text = within.split_whitespace().collect::<Vec<_>>().join(" ");
                match (held.take(), &mut concept) {
                    (Some(Held::Term), Some(_)) if !lang.is_empty() && !text.is_empty() => {
                        match terms.iter_mut().find(|(known, _)| *known == lang) {
                            Some((_, terms)) => terms.push((rank, text)),
                            None => terms.push((lang.clone(), vec![(rank, text)])),
                        }
                    }
                    (Some(Held::Status), _) => {
                        rank = if text.starts_with("preferred") {
                            0
                        } else if text.starts_with("deprecated") || text.starts_with("superseded") {
                            2
                        } else {
                            1
                        };
                        // It stands behind the term that it is about.
                        let last = terms.iter_mut().find(|(known, _)| *known == lang);
                        if let Some(last) = last.and_then(|(_, terms)| terms.last_mut()) {
                            last.0 = rank;
                        }
                    }
                    (Some(Held::Definition), Some(concept)) if !text.is_empty() => {
                        let place = concept.place.clone();
                        let own = if lang.is_empty() {
                            // Of the whole entry: in the language that it says, or the file does.
                            let tag = [&of_definition, &whole].into_iter().find(|tag| !tag.is_empty());
                            tag.and_then(|tag| draft.heard(tag, &place))
                                .or_else(|| draft.languages.first().cloned())
                        } else {
                            Some(lang.clone())
                        };
                        let text = draft.plain(&text, &place);
                        match own {
                            Some(own) if !concept.notes.contains_key(&own) => {
                                drop(concept.notes.insert(own, text))
                            }
                            _ => draft.note(Code::Field, &["definition"], &place),
                        }
                    }
                    (Some(Held::Title), _) => {
                        let own = draft.heard(&whole, &Place::default());
                        draft.title = own.map(|own| (own, text)).into_iter().collect();
                    }
                    _ => (),
                }
                match &*name {
                    "langSet" | "langSec" => lang.clear(),
                    "termEntry" | "conceptEntry" => {
                        if let Some(mut concept) = concept.take() {
                            for (lang, mut ranked) in std::mem::take(&mut terms) {
                                ranked.sort_by_key(|(rank, _)| *rank);
                                concept
                                    .names
                                    .insert(lang, ranked.into_iter().map(|(_, term)| term).collect());
                            }
                            concept.add_to(&mut draft);
                        }
                    }
                    _ => (),
                }
            }
        }
        Ok(())
    })?;
    Ok(end(draft, options))
}

/// The namespace of SKOS.
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";

/// A member by its name in SKOS, however it is written.
fn member<'a>(record: &'a Value, name: &str) -> &'a Value {
    let keys = [name.to_owned(), format!("skos:{name}"), format!("{SKOS}{name}")];
    keys.iter().map(|key| &record[key]).find(|found| !found.is_null()).unwrap_or(&Value::Null)
}

fn concepts(json: &Value) -> &[Value] {
    let list = [&json["@graph"], &json["concepts"], json].into_iter().find_map(Value::as_array);
    list.map_or(&[][..], Vec::as_slice)
}

/// Whether JSON is a vocabulary in SKOS.
#[must_use]
pub fn is_skos(json: &Value) -> bool {
    concepts(json).iter().any(|record| !member(record, "prefLabel").is_null())
}

/// The texts of a member with their languages: one or several, with a tag or by tags.
fn texts<'a>(found: &'a Value, own: &'a str) -> Vec<(&'a str, &'a str)> {
    match found {
        Value::String(text) => vec![(own, text)],
        Value::Array(all) => all.iter().flat_map(|one| texts(one, own)).collect(),
        Value::Object(all) => match found["@value"].as_str() {
            Some(text) => vec![(found["@language"].as_str().unwrap_or(own), text)],
            None => all
                .iter()
                .filter(|(tag, _)| !tag.starts_with('@'))
                .flat_map(|(tag, one)| texts(one, tag))
                .collect(),
        },
        _ => Vec::new(),
    }
}

/// The glossary of a vocabulary in SKOS.
#[must_use]
pub fn skos(json: &Value, options: &Options) -> Draft {
    let mut draft = begin(options);
    let own = json["@context"]["@language"].as_str().or(options.lang.as_deref()).unwrap_or("en").to_owned();
    for (at, record) in concepts(json).iter().enumerate() {
        let place = Place { path: format!("concepts/{at}"), ..Place::default() };
        let id = ["@id", "id", "uri"].iter().find_map(|key| record[*key].as_str()).unwrap_or_default();
        let id = id.trim_end_matches('/').rsplit(['/', '#', ':']).next().unwrap_or_default().to_owned();
        let mut concept = Concept { id, place: place.clone(), ..Concept::default() };
        for name in ["prefLabel", "altLabel", "hiddenLabel"] {
            for (tag, text) in texts(member(record, name), &own) {
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                if let Some(lang) = draft.heard(tag, &place).filter(|_| !text.is_empty()) {
                    concept.names.entry(lang).or_default().push(text);
                }
            }
        }
        for name in ["definition", "scopeNote", "note"] {
            for (tag, text) in texts(member(record, name), &own) {
                let text = draft.plain(text, &place);
                if let Some(lang) = draft.heard(tag, &place).filter(|_| !text.is_empty()) {
                    concept.notes.entry(lang).or_insert(text);
                }
            }
        }
        // The vocabulary itself and what else the graph has.
        if !concept.names.is_empty() {
            concept.add_to(&mut draft);
        }
    }
    end(draft, options)
}
