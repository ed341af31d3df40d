//! From JSON to a plan, or to the complete list of what is wrong with it.

use super::{Code, Lang, Log, Node, Plan, Problems, Read, Text, Value};

/// The version of the model's format that this code reads.
pub(super) const SCHEMA: usize = 1;

/// The fields of a model.
const FIELDS: &[&str] = &[
    "schema",
    "languages",
    "plan",
    "topics",
    "departments",
    "periods",
    "parts",
    "articles",
    "principles",
    "figures",
    "projects",
    "goals",
    "events",
    "terms",
];

impl Plan {
    /// Reads a plan from JSON text.
    ///
    /// # Errors
    /// All problems of the document at once; a syntax error is the only one reported alone.
    pub fn from_json(json: &str) -> Result<Plan, Problems> {
        match serde_json::from_str::<serde_json::Value>(json) {
            Ok(value) => Plan::read(&value),
            Err(error) => Err(Problems::syntax(&error)),
        }
    }

    /// Reads a plan from parsed JSON.
    ///
    /// # Errors
    /// All problems of the document at once.
    pub fn read<V: Value>(value: V) -> Result<Plan, Problems> {
        let log = Log::new();
        let plan = plan(&Node::root(value, &log));
        let problems = log.close();
        if problems.is_empty() { Ok(plan) } else { Err(Problems(problems)) }
    }
}

fn plan<V: Value>(root: &Node<V>) -> Plan {
    root.knows(FIELDS);
    let schema = root.required("schema");
    let languages = root.required::<Languages>("languages").0;
    root.log().languages.set(Lang::ALL.map(|lang| languages.contains(&lang)));
    Plan {
        schema,
        languages,
        about: root.required("plan"),
        topics: root.optional("topics"),
        departments: root.optional("departments"),
        periods: root.optional("periods"),
        parts: root.optional("parts"),
        articles: root.optional("articles"),
        principles: root.optional("principles"),
        figures: root.optional("figures"),
        projects: root.optional("projects"),
        goals: root.optional("goals"),
        events: root.optional("events"),
        terms: root.optional("terms"),
    }
}

/// The languages that a model lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages(pub Vec<Lang>);

impl Read for Languages {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let languages = node.each(Lang::read);
        if languages.is_empty() && node.value.length().is_some() {
            node.expected(Code::Languages, &[]);
        }
        Languages(languages)
    }
}

/// The version of the format that a model names: the one there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version;

impl Read for Version {
    fn read<V: Value>(node: &Node<V>) -> Self {
        if node.value.whole() != Some(SCHEMA) {
            node.expected(Code::Literal, &["1"]);
        }
        Version
    }
}

impl Read for Lang {
    fn read<V: Value>(node: &Node<V>) -> Self {
        node.choice(&Lang::ALL, Lang::key)
    }
}

impl Read for Text {
    fn read<V: Value>(node: &Node<V>) -> Self {
        node.knows(&Lang::ALL.map(Lang::key));
        let read = |lang: Lang| {
            let required = node.log().languages.get()[lang as usize];
            if required { node.required(lang.key()) } else { node.optional(lang.key()) }
        };
        Text { zh: read(Lang::Zh), en: read(Lang::En) }
    }
}
