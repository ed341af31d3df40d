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
        Plan::read(&parse(json)?)
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

/// JSON text as a value.
pub(crate) fn parse(json: &str) -> Result<serde_json::Value, Problems> {
    serde_json::from_str(json).map_err(|error| Problems::syntax(&error))
}

fn plan<V: Value>(root: &Node<V>) -> Plan {
    root.knows(FIELDS);
    let schema = root.required("schema");
    let languages = root.required::<Languages>("languages");
    root.log().languages.replace(languages.known());
    Plan {
        schema,
        languages: languages.0,
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

/// The most languages of a model, for each text is looked for in each.
const MOST_LANGUAGES: usize = 100;

/// The languages that a model lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages(pub Vec<Lang>);

impl Read for Languages {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let length = node.value.length().unwrap_or_default();
        if length > MOST_LANGUAGES {
            node.expected(Code::Most, &[&MOST_LANGUAGES.to_string()]);
            return Languages::default();
        }
        let languages = node.each(Lang::read);
        if languages.is_empty() && node.value.length().is_some() {
            node.expected(Code::Languages, &[]);
        }
        Languages(languages)
    }
}

impl Languages {
    /// Those that could be read.
    pub(super) fn known(&self) -> Vec<Lang> {
        self.0.iter().copied().filter(|lang| *lang != Lang::default()).collect()
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
        let lang = node.value.text().and_then(|tag| Lang::parse(&tag));
        if lang.is_none() {
            node.expected(Code::LanguageTag, &[]);
        }
        lang.unwrap_or_default()
    }
}

impl Read for Text {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let languages = node.log().languages.borrow();
        let mut texts = Vec::new();
        for lang in languages.iter() {
            texts.push((*lang, node.required(lang.key())));
        }
        // It may be there in others that the plan as a whole isn't in.
        let mut known: Vec<&str> = languages.iter().map(Lang::key).collect();
        let keys = node.value.keys().unwrap_or_default();
        for key in &keys {
            let other = Lang::parse(key).filter(|lang| !languages.contains(lang));
            if let Some(lang) = other.filter(|_| node.value.get(key).is_some()) {
                texts.push((lang, node.optional(key)));
                known.push(key);
            }
        }
        node.knows(&known);
        Text(texts.into())
    }
}
