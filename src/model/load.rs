//! From JSON to a plan, or to the complete list of what is wrong with it.

use super::{Code, Collected, Lang, Log, Names, Node, Plan, Problems, Read, Reading, Text, Value, decimal};

/// The version of the model's format that this code reads.
pub(super) const SCHEMA: usize = 1;

/// The fields of a model.
const FIELDS: &[&str] = &[
    "schema",
    "languages",
    "converted",
    "plan",
    "topics",
    "departments",
    "places",
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
    ///
    /// # Examples
    /// ```
    /// # use plan_widgets::{PLAN_JSON, Plan};
    /// assert!(Plan::from_json(PLAN_JSON).is_ok_and(|plan| plan.articles.len() == 57));
    ///
    /// let problems = Plan::from_json(r#"{ "schema": 1, "languages": ["en"], "plan": {} }"#).unwrap_err();
    /// assert_eq!(problems.0[0].to_string(), "/plan: expected the field \"id\", found nothing");
    /// ```
    pub fn from_json(json: &str) -> Result<Plan, Problems> {
        Plan::read(&parse(json)?)
    }

    /// Reads a plan from parsed JSON.
    ///
    /// # Errors
    /// All problems of the document at once.
    pub fn read<V: Value>(value: V) -> Result<Plan, Problems> {
        let mut loader = Loader::default();
        loader.step(value, usize::MAX);
        loader.close()
    }
}

/// A plan that is read in steps, so that a page can do something else between them.
#[derive(Default)]
pub struct Loader {
    log: Log,
    plan: Plan,
    /// The index of the collection that is read next, plus 1; 0 before what stands outside of collections.
    next: usize,
}

impl Loader {
    /// Reads on until `most` values were looked at, and to the end of that record; gives whether all of the plan has been
    /// read. `value` is the same each time.
    pub fn step<V: Value>(&mut self, value: V, most: usize) -> bool {
        let Loader { log, plan, next } = self;
        let root = &Node::root(value, log);
        log.visited.set(0);
        while match next {
            0 => {
                plan.head(root);
                true
            }
            1 => plan.topics.read_on(root, "topics", most),
            2 => plan.departments.read_on(root, "departments", most),
            3 => plan.places.read_on(root, "places", most),
            4 => plan.periods.read_on(root, "periods", most),
            5 => plan.parts.read_on(root, "parts", most),
            6 => plan.articles.read_on(root, "articles", most),
            7 => plan.principles.read_on(root, "principles", most),
            8 => plan.figures.read_on(root, "figures", most),
            9 => plan.projects.read_on(root, "projects", most),
            10 => plan.goals.read_on(root, "goals", most),
            11 => plan.events.read_on(root, "events", most),
            12 => plan.terms.read_on(root, "terms", most),
            _ => return true,
        } {
            *next += 1;
        }
        false
    }

    /// The plan, once it has been read.
    ///
    /// # Errors
    /// All problems of the document at once.
    pub fn close(self) -> Result<Plan, Problems> {
        let problems = self.log.close();
        if problems.is_empty() { Ok(self.plan) } else { Err(Problems(problems)) }
    }
}

/// JSON text as a value.
pub(crate) fn parse(json: &str) -> Result<serde_json::Value, Problems> {
    serde_json::from_str(json).map_err(|error| Problems::syntax(&error))
}

impl Plan {
    /// Reads what stands outside of collections.
    fn head<V: Value>(&mut self, root: &Node<V>) {
        root.knows(FIELDS);
        self.schema = root.required("schema");
        self.languages = root.required::<Languages>("languages").0;
        root.log().languages.replace(self.languages.clone());
        self.languages.iter().for_each(|lang| root.declare(Lang::COLLECTION, lang.key()));
        self.converted = root.optional("converted");
        self.about = root.required("plan");
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
            node.expected(Code::Most, &[&decimal(MOST_LANGUAGES)]);
            return Languages::default();
        }
        let mut languages = Vec::new();
        node.each(|node| languages.extend(language(node)));
        if node.value.length() == Some(0) {
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

fn language<V: Value>(node: &Node<V>) -> Option<Lang> {
    let lang = node.value.text().and_then(|tag| Lang::parse(&tag));
    if lang.is_none() {
        node.expected(Code::LanguageTag, &[]);
    }
    lang
}

impl Read for Text {
    fn read<V: Value>(node: &Node<V>) -> Self {
        Text(texts(node, Given::All))
    }
}

impl Read for Names {
    fn read<V: Value>(node: &Node<V>) -> Self {
        Names(texts(node, Given::Lists))
    }
}

impl Read for Reading {
    fn read<V: Value>(node: &Node<V>) -> Self {
        Reading(texts(node, Given::Any))
    }
}

/// How texts are given.
#[derive(PartialEq)]
enum Given {
    /// One in each language of the plan.
    All,
    /// One in any language.
    Any,
    /// A list of them in any language.
    Lists,
}

/// Texts by their languages.
#[inline(never)] // for all
fn texts<V: Value>(node: &Node<V>, given: Given) -> Box<[(Lang, Box<str>)]> {
    let languages = node.log().languages.borrow();
    let keys = node.value.keys().unwrap_or_default();
    let (mut texts, mut known) = (Vec::new(), Vec::new());
    for lang in &*languages {
        if given == Given::All {
            texts.push((lang.clone(), node.required(lang.key())));
        }
        known.push(lang.key());
    }
    // It may be there in others as well, which the plan as a whole isn't in.
    for key in &keys {
        if let Some(lang) = Lang::parse(key) {
            known.push(key);
            match given {
                Given::All => {}
                Given::Any => texts.push((lang, node.required(key))),
                Given::Lists => {
                    if let Some(list) = node.member(key) {
                        list.each(|text| texts.push((lang.clone(), Read::read(text))));
                    }
                }
            }
        }
    }
    node.knows(&known);
    texts.into()
}
