//! Records as cells: which columns a collection has, what a cell says, and what becomes of what is typed.

use plan_widgets_import::dates::Dates;
use serde_json::{Map, Number, Value, json};

use crate::{
    document::{Document, Row, Step, get},
    shape::{Kind, Shape},
};

/// A column of a collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The way to it in each record.
    pub path: Vec<Step>,
    /// What it holds.
    pub kind: Kind,
    /// The name of the field.
    pub field: String,
    /// The language of a text.
    pub lang: Option<String>,
    /// Whether each record has to have it.
    pub required: bool,
}

impl Column {
    /// Whether a cell can be typed into; what is more than a line is edited in the form.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        self.lang.is_some() || self.kind.is_plain()
    }
}

/// Fields that say most of a record come first, what it is called by programs last, and the others as the model has them.
#[must_use]
pub fn rank(kind: &Kind, key: &str) -> usize {
    match kind {
        Kind::Text if ["title", "name"].contains(&key) => 0,
        Kind::Time => 1,
        Kind::Text => 2,
        Kind::Id => 5,
        kind if kind.is_plain() => 3,
        _ => 4,
    }
}

/// The columns of a collection. Without `all` those that are required, that say most, and that some record has.
#[must_use]
pub fn columns(shape: &Shape, document: &Document, section: usize, all: bool) -> Vec<Column> {
    let mut fields: Vec<_> = shape.fields(&shape.sections[section].record).iter().collect();
    fields.sort_by_key(|field| rank(&field.kind, &field.key));
    let rows = &document.sections[section];
    let main = ["title", "time", "summary", "topics", "period"];
    let shown = |key: &str, required: bool| {
        all || required || main.contains(&key) || rows.iter().any(|row| row.get(key).is_some())
    };
    let mut columns = Vec::new();
    for field in fields.into_iter().filter(|field| shown(&field.key, field.required)) {
        let column = |lang: Option<&String>| Column {
            path: std::iter::once(&field.key).chain(lang).map(|key| Step::Key(key.clone())).collect(),
            kind: field.kind.clone(),
            field: field.key.clone(),
            lang: lang.cloned(),
            required: field.required,
        };
        match field.kind {
            Kind::Text => columns.extend(document.languages.iter().map(|lang| column(Some(lang)))),
            _ => columns.push(column(None)),
        }
    }
    columns
}

/// What a cell says.
#[must_use]
pub fn text(value: Option<&Value>, own: &str) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(it)) => it.to_string(),
        Some(Value::Array(items)) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
        }
        Some(Value::Array(items)) => items.len().to_string(),
        Some(Value::Object(members)) => {
            match (members.get("edtf").and_then(Value::as_str), members.get("text")) {
                // What isn't certain is said in its own words.
                (Some("/"), Some(text)) => in_one(text, own),
                (Some(edtf), _) => edtf.into(),
                _ => in_one(&Value::Object(members.clone()), own),
            }
        }
    }
}

/// A text in one language.
fn in_one(text: &Value, own: &str) -> String {
    let first = || text.as_object().and_then(|all| all.values().find_map(Value::as_str));
    text.get(own).and_then(Value::as_str).or_else(first).unwrap_or_default().into()
}

/// What a record is called.
#[must_use]
pub fn name(row: &Row, own: &str) -> String {
    let named = ["title", "name", "measure"].iter().find_map(|key| row.get(key));
    let name = named.map_or_else(String::new, |text| in_one(text, own));
    if name.is_empty() { text(row.get("id"), own) } else { name }
}

/// What becomes of a typed text in a field; nothing where it is taken away. `before` is what stood there.
#[must_use]
pub fn typed(kind: &Kind, typed: &str, before: Option<&Value>, languages: &[String]) -> Option<Value> {
    // In a text it may be meant.
    let text = typed.trim();
    if text.is_empty() {
        return None;
    }
    Some(match kind {
        Kind::Time => time(text, before, languages),
        Kind::Number => match text.parse::<f64>().ok() {
            Some(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
                let whole = number as i64;
                whole.into()
            }
            Some(number) => Number::from_f64(number).map_or_else(|| text.into(), Value::Number),
            // The checker says what is wrong with it.
            None => text.into(),
        },
        Kind::List(_) => text
            .split([';', '\u{ff1b}'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(Value::from)
            .collect(),
        _ => text.into(),
    })
}

/// A time of what is typed, in any language; what isn't understood stays as it is, for the checker to mark.
fn time(text: &str, before: Option<&Value>, languages: &[String]) -> Value {
    let mut made = before.and_then(Value::as_object).cloned().unwrap_or_default();
    let same = made.get("edtf").is_some_and(|edtf| edtf == text);
    if same {
        return Value::Object(made);
    }
    made.shift_remove("text");
    let dates = Dates::new(languages);
    match dates.read(text, dates.order()) {
        Ok(reading) => {
            made.insert("edtf".into(), reading.edtf.into());
            let kind = reading.kind.name();
            made.insert("kind".into(), kind.into());
            if reading.own {
                let words = languages.iter().map(|lang| (lang.clone(), text.into()));
                made.insert("text".into(), Value::Object(words.collect()));
            }
        }
        Err(_) => {
            made.insert("edtf".into(), text.into());
            made.entry("kind").or_insert("on".into());
        }
    }
    Value::Object(made)
}

/// A new record of a collection: what it has to have, as far as that can be known.
#[must_use]
pub fn fresh(shape: &Shape, document: &Document, section: usize) -> Value {
    let record = &shape.sections[section].record;
    let mut members = Map::new();
    for field in shape.fields(record).iter().filter(|field| field.required) {
        let value = match &field.kind {
            Kind::Id => document.free_id(section, &format!("{}-", record.to_lowercase())).into(),
            Kind::Choice(_, words) => json!(words.first()),
            Kind::List(_) => json!([]),
            _ => continue,
        };
        members.insert(field.key.clone(), value);
    }
    // What it is called is asked for from the start.
    Value::Object(members)
}

/// Whether a record says this in one of its columns; `wanted` is in lower case.
#[must_use]
pub fn says(row: &Value, columns: &[Column], own: &str, wanted: &str) -> bool {
    columns.iter().any(|column| text(get(row, &column.path), own).to_lowercase().contains(wanted))
}
