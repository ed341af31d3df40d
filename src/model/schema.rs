//! The model for others: a plan written as JSON again, and the JSON Schema of plans.

use std::borrow::Cow;

use schemars::{
    JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings, json_schema,
    transform::transform_subschemas,
};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{
    Collected, Collection, Edtf, Id, Lang, Languages, Names, Number, Opening, Plan, Progress, Reading, Ref,
    Text, Url, Version,
    load::SCHEMA,
    name::LONGEST_ID,
    node::{LONGEST, MOST_LISTED, MOST_RECORDS},
};

impl Plan {
    /// The plan as JSON, in the order of its fields; what may be left out and is empty is left out.
    ///
    /// # Errors
    /// None: every value of a plan has a form in JSON.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// The JSON Schema (2020-12) of plans. References, distinct ids, dates and texts per language go beyond it: the
/// loader checks those.
#[must_use]
pub fn schema() -> Value {
    root_of::<Plan>()
}

/// The same of what pages report of a plan's progress.
#[must_use]
pub fn progress_schema() -> Value {
    let mut schema = root_of::<Progress>();
    // One value, or a series of them.
    schema["$defs"]["Report"]["oneOf"] = serde_json::json!([
        { "required": ["value", "as_of"], "properties": { "value": true, "as_of": true, "series": false } },
        { "required": ["series"], "properties": { "value": false, "as_of": false, "series": true } },
    ]);
    schema
}

fn root_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(as_the_loader_reads);
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    // A collection may have more items than a list within a record.
    for (_, property) in schema["properties"].as_object_mut().into_iter().flatten() {
        if let Some(most) = property.get_mut("maxItems") {
            *most = MOST_RECORDS.into();
        }
    }
    schema
}

/// What may be left out must not be `null`, texts are not blank, and members that begin with `$` are for tools.
fn as_the_loader_reads(schema: &mut Schema) {
    transform_subschemas(&mut as_the_loader_reads, schema);
    let null = serde_json::json!({ "type": "null" });
    if let Some(Value::Array(any)) = schema.get_mut("anyOf") {
        any.retain(|one| *one != null);
        if let [Value::Object(one)] = any.as_slice() {
            let one = one.clone();
            schema.remove("anyOf");
            for (key, value) in one {
                schema.insert(key, value);
            }
        }
    }
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            schema.insert("type".into(), one);
        }
    }
    let has = |schema: &Schema, key: &str| schema.get(key).is_some();
    if schema.get("type") == Some(&"string".into())
        && !["enum", "const", "pattern"].iter().any(|key| has(schema, key))
    {
        schema.insert("pattern".into(), r"\S".into());
    }
    if schema.get("type") == Some(&"string".into())
        && !["enum", "const", "maxLength"].iter().any(|key| has(schema, key))
    {
        schema.insert("maxLength".into(), LONGEST.into());
    }
    if schema.get("type") == Some(&"array".into()) {
        schema.insert("maxItems".into(), MOST_LISTED.into());
    }
    if has(schema, "properties") {
        schema.insert("patternProperties".into(), serde_json::json!({ r"^\$": true }));
    }
    // An unsigned number's format is Rust's own.
    schema.remove("format");
}

/// Says how a type is written and described whose JSON is one simple value.
macro_rules! plain {
    ($($type:ty, $name:literal, |$it:ident| $value:expr, $schema:tt;)*) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $it = self;
                $value.serialize(serializer)
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        })*
    };
}

plain! {
    Id, "Id", |id| **id, { "type": "string", "pattern": "^[a-z0-9-]+$", "maxLength": LONGEST_ID };
    Edtf, "Edtf", |edtf| edtf.text, { "type": "string" };
    Opening, "Opening", |opening| opening.0, { "type": "integer", "minimum": Opening::MONTHS[0], "maximum": Opening::MONTHS[1] };
    Url, "Url", |url| **url, { "type": "string" };
    Version, "Version", |_version| SCHEMA, { "const": SCHEMA };
    Number, "Number", |number| number.written(), { "type": "number" };
}

/// The form of a BCP 47 tag, as [`Lang::parse`] reads it.
const TAG: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

impl JsonSchema for Lang {
    fn schema_name() -> Cow<'static, str> {
        "Lang".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": TAG })
    }
}

impl Serialize for Languages {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl JsonSchema for Languages {
    fn schema_name() -> Cow<'static, str> {
        "Languages".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<Lang>::json_schema(generator)
    }
}

impl<T> Serialize for Ref<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<T: Collected> JsonSchema for Ref<T> {
    fn schema_name() -> Cow<'static, str> {
        ["Ref-", T::COLLECTION].concat().into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // Which records it refers to, for editors.
        json_schema!({ "type": "string", "$comment": T::COLLECTION })
    }
}

impl<T: Serialize> Serialize for Collection<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<T: JsonSchema> JsonSchema for Collection<T> {
    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

impl Number {
    /// As JSON would be written by hand: whole numbers without a point.
    #[expect(clippy::cast_possible_truncation, reason = "whole, and within what a double holds exactly")]
    fn written(self) -> serde_json::Number {
        const EXACT: f64 = 9_007_199_254_740_991.0;
        let number = self.get();
        if number.trunc() == number && number.abs() <= EXACT {
            return (number as i64).into();
        }
        // Finite, so that the fallback is never needed.
        serde_json::Number::from_f64(number).unwrap_or_else(|| 0.into())
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text in each of the plan's languages.",
            "type": "object",
            "propertyNames": { "pattern": TAG },
            "additionalProperties": { "type": "string" },
            "minProperties": 1,
        })
    }
}

impl Serialize for Reading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|(lang, text)| (lang.key(), text)))
    }
}

impl JsonSchema for Reading {
    fn schema_name() -> Cow<'static, str> {
        "Reading".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "propertyNames": { "pattern": TAG },
            "additionalProperties": { "type": "string" }
        })
    }
}

impl Serialize for Names {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut lists: Vec<(&Lang, Vec<&str>)> = Vec::new();
        for (lang, name) in self.iter() {
            match lists.last_mut() {
                Some((last, names)) if *last == lang => names.push(name),
                _ => lists.push((lang, vec![name])),
            }
        }
        serializer.collect_map(lists)
    }
}

impl JsonSchema for Names {
    fn schema_name() -> Cow<'static, str> {
        "Names".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Further names of something, in any languages: not only those of the plan.",
            "type": "object",
            "propertyNames": { "pattern": TAG },
            "additionalProperties": { "type": "array", "items": { "type": "string" } },
        })
    }
}
