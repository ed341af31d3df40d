//! What records consist of, as the model's JSON Schema says: tables and forms are made of it, so that a new field of the
//! model is in both.

use plan_widgets::model::schema;
use serde_json::Value;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text in each language.
    Text,
    /// A time.
    Time,
    /// An id of its own.
    Id,
    /// A string.
    Line,
    /// A number; whole or not.
    Number,
    /// One of a few words: the name of the choice, and the words.
    Choice(String, Vec<String>),
    /// The id of a record of this collection.
    Ref(String),
    /// Texts by languages, of which any may be missing.
    Reading,
    /// Lists of texts by languages.
    Names,
    /// A record of this name.
    Record(String),
    /// Several of something.
    List(Box<Kind>),
}

impl Kind {
    /// Whether one line of text says it.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        match self {
            Kind::Text | Kind::Record(_) | Kind::Reading | Kind::Names => false,
            Kind::List(item) => matches!(**item, Kind::Ref(_) | Kind::Line),
            _ => true,
        }
    }
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the model.
    pub key: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether a record has to have it.
    pub required: bool,
    /// What it is, in English.
    pub about: String,
}

/// A record of the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its name in the model.
    pub name: String,
    /// Its fields, in the model's order.
    pub fields: Vec<Field>,
}

/// A collection of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its name in the model.
    pub key: String,
    /// The name of its records.
    pub record: String,
}

/// Everything that a plan may consist of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The collections: those that editors begin with first.
    pub sections: Vec<Section>,
    records: Vec<Record>,
}

/// What most plans have, in the order of work. The others follow as the model has them.
const FIRST: [&str; 5] = ["events", "goals", "terms", "periods", "topics"];

/// The record of the plan itself.
pub const ABOUT: &str = "About";

impl Shape {
    /// Of the model.
    #[must_use]
    pub fn of_model() -> Self {
        let schema = schema();
        let records: Vec<Record> = members(&schema["$defs"])
            .filter(|(_, def)| def["properties"].is_object())
            .map(|(name, def)| Record { name: name.clone(), fields: fields(def) })
            .collect();
        let has_id = |name: &str| {
            let is_it = |record: &&Record| record.name == name;
            records.iter().find(is_it).is_some_and(|record| record.fields.iter().any(|f| f.kind == Kind::Id))
        };
        let mut sections: Vec<Section> = members(&schema["properties"])
            .filter_map(|(key, property)| match kind(property) {
                Kind::List(item) => match *item {
                    Kind::Record(record) if has_id(&record) => Some(Section { key: key.clone(), record }),
                    _ => None,
                },
                _ => None,
            })
            .collect();
        sections
            .sort_by_key(|section| FIRST.iter().position(|key| *key == section.key).unwrap_or(FIRST.len()));
        Shape { sections, records }
    }

    /// The fields of a record.
    #[must_use]
    pub fn fields(&self, record: &str) -> &[Field] {
        self.records.iter().find(|known| known.name == record).map_or(&[], |known| &known.fields)
    }

    /// Every record.
    #[must_use]
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The index of a collection.
    #[must_use]
    pub fn section(&self, key: &str) -> Option<usize> {
        self.sections.iter().position(|section| section.key == key)
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn fields(def: &Value) -> Vec<Field> {
    let required =
        |key: &str| def["required"].as_array().is_some_and(|all| all.iter().any(|name| name == key));
    members(&def["properties"])
        .map(|(key, property)| Field {
            key: key.clone(),
            kind: kind(property),
            required: required(key),
            about: property["description"].as_str().unwrap_or_default().replace('\n', " "),
        })
        .collect()
}

/// What a property holds. Choices are looked up where they are defined.
fn kind(property: &Value) -> Kind {
    if let Some(path) = property["$ref"].as_str() {
        let name = path.rsplit('/').next().unwrap_or_default();
        return match name {
            "Text" => Kind::Text,
            "Time" => Kind::Time,
            "Reading" => Kind::Reading,
            "Names" => Kind::Names,
            name => match choices(name) {
                Some(words) => Kind::Choice(name.into(), words),
                None => Kind::Record(name.into()),
            },
        };
    }
    match property["type"].as_str() {
        Some("array") => Kind::List(Box::new(kind(&property["items"]))),
        Some("integer" | "number") => Kind::Number,
        _ => match property["$comment"].as_str() {
            Some("languages") | None => match property["pattern"].as_str() {
                Some("^[a-z0-9-]+$") => Kind::Id,
                _ => Kind::Line,
            },
            Some(collection) => Kind::Ref(collection.into()),
        },
    }
}

/// The words of a choice by its name in the schema.
fn choices(name: &str) -> Option<Vec<String>> {
    thread_local! {
        static DEFS: Value = schema()["$defs"].take();
    }
    DEFS.with(|defs| {
        let words = defs[name]["oneOf"].as_array()?;
        Some(words.iter().filter_map(|word| word["const"].as_str().map(Into::into)).collect())
    })
}
