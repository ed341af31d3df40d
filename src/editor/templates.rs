//! Plans to begin with.

use serde_json::Value;

use crate::{
    document::Document,
    shape::Shape,
    words::{self, Word},
};

/// A plan to begin with.
pub struct Template {
    /// What it is called.
    pub name: &'static Word,
    /// The collection that its editors begin with.
    pub section: &'static str,
    json: &'static str,
}

/// All of them.
pub const TEMPLATES: &[Template] = &[
    Template { name: &words::NEWSROOM, section: "events", json: include_str!("templates/newsroom.json") },
    Template { name: &words::DEPARTMENT, section: "goals", json: include_str!("templates/department.json") },
    Template { name: &words::GLOSSARY, section: "terms", json: include_str!("templates/glossary.json") },
    Template { name: &words::SCHOOL, section: "events", json: include_str!("templates/school.json") },
];

impl Template {
    /// The plan, with its texts in one language.
    #[must_use]
    pub fn document(&self, shape: &Shape, lang: &str) -> Option<Document> {
        let mut plan: Value = serde_json::from_str(self.json).ok()?;
        let languages: Vec<String> =
            plan["languages"].as_array()?.iter().filter_map(|tag| tag.as_str().map(Into::into)).collect();
        plan["languages"] = Value::from(vec![lang]);
        only(&mut plan, lang, &languages);
        Document::from_json(shape, &plan.to_string())
    }
}

/// Leaves of each text what is in one language.
fn only(value: &mut Value, lang: &str, languages: &[String]) {
    match value {
        Value::Object(members) => {
            if members.keys().all(|key| languages.contains(key)) {
                members.retain(|key, _| key == lang);
            }
            members.values_mut().for_each(|value| only(value, lang, languages));
        }
        Value::Array(items) => items.iter_mut().for_each(|value| only(value, lang, languages)),
        _ => (),
    }
}
