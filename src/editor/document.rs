//! The plan while it is written: what may be wrong is kept as it stands. A copy shares all that hasn't changed, so that a
//! history of whole plans is a history of edits.

use std::rc::Rc;

use plan_widgets::model;
use serde_json::{Map, Value, json};

use crate::shape::Shape;

/// A record as JSON.
pub type Row = Rc<Value>;

/// A step from a record to a value in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To a member.
    Key(String),
    /// To an item.
    At(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Step::Key(key.into())
    }
}

/// A plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its languages.
    pub languages: Rc<Vec<String>>,
    /// What it is: `plan` in the model.
    pub about: Row,
    /// The records of each collection, in the order of [`Shape::sections`].
    pub sections: Vec<Rc<Vec<Row>>>,
    /// Its other members.
    pub rest: Rc<Map<String, Value>>,
}

impl Document {
    /// Without a record, in this language.
    #[must_use]
    pub fn empty(shape: &Shape, lang: &str, title: &str) -> Self {
        Document {
            languages: Rc::new(vec![lang.into()]),
            about: Rc::new(json!({ "id": "plan", "title": { lang: title }, "short": { lang: title } })),
            sections: vec![Rc::default(); shape.sections.len()],
            rest: Rc::default(),
        }
    }

    /// Of a plan's JSON, whatever is wrong with it; nothing where it is no plan at all.
    #[must_use]
    pub fn from_json(shape: &Shape, json: &str) -> Option<Self> {
        let Ok(Value::Object(mut members)) = serde_json::from_str(json) else {
            return None;
        };
        if !members.get("plan")?.is_object() {
            return None;
        }
        let tags = members.get("languages").and_then(Value::as_array).into_iter().flatten();
        let languages: Vec<String> = tags.filter_map(|tag| tag.as_str().map(Into::into)).collect();
        let languages = if languages.is_empty() { vec!["en".into()] } else { languages };
        let sections = shape.sections.iter().map(|section| match members.remove(&section.key) {
            Some(Value::Array(rows)) => Rc::new(rows.into_iter().map(Rc::new).collect()),
            _ => Rc::default(),
        });
        let sections = sections.collect();
        let about = Rc::new(members.remove("plan").unwrap_or_default());
        for key in ["schema", "languages"] {
            members.remove(key);
        }
        Some(Document { languages: Rc::new(languages), about, sections, rest: Rc::new(members) })
    }

    /// The language that its texts are looked for in first.
    #[must_use]
    pub fn own(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// The plan as JSON, in the order of the model.
    #[must_use]
    pub fn to_json(&self, shape: &Shape) -> Value {
        let mut members = Map::new();
        members.insert("schema".into(), 1.into());
        members.insert("languages".into(), json!(*self.languages));
        members.insert("plan".into(), (*self.about).clone());
        for (section, rows) in shape.sections.iter().zip(&self.sections) {
            if !rows.is_empty() {
                members.insert(section.key.clone(), rows.iter().map(|row| (**row).clone()).collect());
            }
        }
        for (key, value) in &*self.rest {
            members.insert(key.clone(), value.clone());
        }
        Value::Object(members)
    }

    /// Has its texts in one language be in another.
    pub fn rename(&mut self, from: &str, to: &str) {
        let languages = self.languages.clone();
        renamed(Rc::make_mut(&mut self.about), &languages, from, to);
        for rows in &mut self.sections {
            for row in Rc::make_mut(rows) {
                renamed(Rc::make_mut(row), &languages, from, to);
            }
        }
    }

    /// Whether nobody has written anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(|rows| rows.is_empty())
    }

    /// A record: of a collection, or the plan's own.
    #[must_use]
    pub fn row(&self, at: Option<(usize, usize)>) -> Option<&Row> {
        match at {
            None => Some(&self.about),
            Some((section, row)) => self.sections.get(section)?.get(row),
        }
    }

    /// An id that no record of a collection has.
    #[must_use]
    pub fn free_id(&self, section: usize, stem: &str) -> String {
        let taken = |id: &str| self.sections[section].iter().any(|row| row["id"] == id);
        if !stem.is_empty() && !taken(stem) && !stem.ends_with('-') {
            return stem.into();
        }
        let stem = stem.trim_end_matches('-');
        let mut number = self.sections[section].len() + 1;
        loop {
            let id = format!("{stem}-{number}");
            if !taken(&id) {
                return id;
            }
            number += 1;
        }
    }
}

/// Has texts by these languages be in another.
fn renamed(value: &mut Value, languages: &[String], from: &str, to: &str) {
    match value {
        Value::Object(members) => {
            if members.contains_key(from) && members.keys().all(|key| languages.contains(key)) {
                let old = std::mem::take(members);
                members.extend(
                    old.into_iter().map(|(key, text)| (if key == from { to.into() } else { key }, text)),
                );
            }
            members.values_mut().for_each(|value| renamed(value, languages, from, to));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| renamed(value, languages, from, to)),
        _ => (),
    }
}

/// The value behind some steps.
#[must_use]
pub fn get<'a>(value: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::At(index) => value.get(index),
    })
}

/// Puts a value behind some steps, or takes it away; records that are missing on the way are made, and what is left
/// empty on the way goes.
pub fn set(value: &mut Value, path: &[Step], new: Option<Value>) {
    let Some((first, rest)) = path.split_first() else {
        if let Some(new) = new {
            *value = new;
        }
        return;
    };
    match first {
        Step::Key(key) => {
            if !value.is_object() {
                *value = Value::Object(Map::new());
            }
            let Some(members) = value.as_object_mut() else { return };
            if rest.is_empty() && new.is_none() {
                members.shift_remove(key);
                return;
            }
            let gone = new.is_none();
            let member = members.entry(key.clone()).or_insert_with(|| match rest.first() {
                Some(Step::At(_)) => Value::Array(Vec::new()),
                _ => Value::Object(Map::new()),
            });
            set(member, rest, new);
            let empty =
                member.as_object().is_some_and(Map::is_empty) || member.as_array().is_some_and(Vec::is_empty);
            if gone && empty {
                members.shift_remove(key);
            }
        }
        Step::At(index) => {
            if !value.is_array() {
                *value = Value::Array(Vec::new());
            }
            let Some(items) = value.as_array_mut() else { return };
            if rest.is_empty() && new.is_none() {
                if *index < items.len() {
                    items.remove(*index);
                }
                return;
            }
            let index = (*index).min(items.len());
            if index == items.len() {
                items.push(Value::Object(Map::new()));
            }
            set(&mut items[index], rest, new);
        }
    }
}

/// A plan as the checker reads it, without a copy.
#[derive(Clone, Copy)]
pub enum Seen<'a> {
    /// All of it.
    Plan(&'a Shape, &'a Document),
    /// A collection.
    Rows(&'a [Row]),
    /// The languages.
    Tags(&'a [String]),
    /// One of them.
    Tag(&'a str),
    /// The version.
    Version,
    /// What is JSON.
    Json(&'a Value),
}

impl model::Value for Seen<'_> {
    fn text(&self) -> Option<String> {
        match self {
            Seen::Json(value) => value.as_str().map(Into::into),
            Seen::Tag(tag) => Some((*tag).into()),
            _ => None,
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Seen::Json(value) => value.as_f64(),
            Seen::Version => Some(1.0),
            _ => None,
        }
    }

    fn length(&self) -> Option<usize> {
        match self {
            Seen::Json(value) => value.as_array().map(Vec::len),
            Seen::Rows(rows) => Some(rows.len()),
            Seen::Tags(tags) => Some(tags.len()),
            _ => None,
        }
    }

    fn at(&self, index: usize) -> Self {
        match self {
            Seen::Json(value) => Seen::Json(&value[index]),
            Seen::Rows(rows) => Seen::Json(&rows[index]),
            Seen::Tags(tags) => Seen::Tag(&tags[index]),
            other => *other,
        }
    }

    fn keys(&self) -> Option<Vec<String>> {
        match self {
            Seen::Json(value) => value.as_object().map(|members| members.keys().cloned().collect()),
            Seen::Plan(shape, document) => {
                let sections = shape.sections.iter().zip(&document.sections);
                let filled =
                    sections.filter(|(_, rows)| !rows.is_empty()).map(|(section, _)| section.key.clone());
                let fixed = ["schema", "languages", "plan"].map(String::from).into_iter();
                Some(fixed.chain(filled).chain(document.rest.keys().cloned()).collect())
            }
            _ => None,
        }
    }

    fn get(&self, key: &str) -> Option<Self> {
        match self {
            Seen::Json(value) => value.as_object()?.get(key).map(Seen::Json),
            Seen::Plan(shape, document) => match key {
                "schema" => Some(Seen::Version),
                "languages" => Some(Seen::Tags(&document.languages)),
                "plan" => Some(Seen::Json(&document.about)),
                key => match shape.section(key) {
                    Some(index) => {
                        let rows = &document.sections[index];
                        (!rows.is_empty()).then_some(Seen::Rows(rows))
                    }
                    None => document.rest.get(key).map(Seen::Json),
                },
            },
            _ => None,
        }
    }
}
