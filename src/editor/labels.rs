//! What the model's fields and words are called in the page's language: `labels.json`. The help in English is the model's
//! own.

use std::collections::HashMap;

use plan_widgets::Lang;
use serde_json::Value;

use crate::shape::Field;

/// The labels of one language.
pub struct Labels {
    labels: HashMap<String, String>,
    sections: HashMap<String, String>,
    choices: HashMap<String, String>,
    help: Option<HashMap<String, String>>,
}

impl Labels {
    /// In a language: Chinese, else English.
    #[must_use]
    pub fn of(lang: &Lang) -> Self {
        let file: Value = serde_json::from_str(include_str!("labels.json")).unwrap_or_default();
        let column = usize::from(*lang != Lang::ZH);
        let table = |name: &str| -> HashMap<String, String> {
            let members = file[name].as_object().into_iter().flatten();
            let text =
                |value: &Value| value[column].as_str().or(value.as_str()).unwrap_or_default().to_owned();
            members.map(|(key, value)| (key.clone(), text(value))).collect()
        };
        Labels {
            labels: table("labels"),
            sections: table("sections"),
            choices: table("choices"),
            help: (column == 0).then(|| table("help")),
        }
    }

    /// A field of a record; one that has no label yet has its name.
    #[must_use]
    pub fn field(&self, record: &str, key: &str) -> String {
        let own = self.labels.get(&format!("{record}.{key}")).or_else(|| self.labels.get(key));
        own.cloned().unwrap_or_else(|| key.replace('_', " "))
    }

    /// What a field is for.
    #[must_use]
    pub fn help(&self, record: &str, field: &Field) -> String {
        let own = self.help.as_ref().and_then(|all| all.get(&format!("{record}.{}", field.key)));
        own.unwrap_or(&field.about).clone()
    }

    /// A collection.
    #[must_use]
    pub fn section(&self, key: &str) -> String {
        self.sections.get(key).map_or(key, String::as_str).to_owned()
    }

    /// One of the words of a choice.
    #[must_use]
    pub fn choice(&self, name: &str, word: &str) -> String {
        self.choices.get(&format!("{name}.{word}")).map_or(word, String::as_str).to_owned()
    }
}
