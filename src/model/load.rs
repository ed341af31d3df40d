//! From JSON to a plan, or to the complete list of what is wrong with it.

use std::cell::RefCell;

use super::{About, Cite, Component, Lang, Plan, Problem, Problems, Term, Text, Value, nearest};

/// The version of the model's format that this code reads.
const SCHEMA: usize = 1;

/// The fields of a model.
const FIELDS: &[&str] = &[
    "$schema",
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
            Err(error) => Err(Problems(vec![Problem {
                pointer: String::new(),
                found: error.to_string(),
                expected: "JSON".into(),
                nearest: None,
            }])),
        }
    }

    /// Reads a plan from parsed JSON.
    ///
    /// # Errors
    /// All problems of the document at once.
    pub fn read<V: Value>(value: V) -> Result<Plan, Problems> {
        let log = RefCell::default();
        let plan = plan(&Node { value, above: None, log: &log });
        let problems = log.into_inner();
        if problems.is_empty() { Ok(plan) } else { Err(Problems(problems)) }
    }
}

fn plan<V: Value>(root: &Node<V>) -> Plan {
    root.knows(FIELDS);
    if let Some(node) = root.field("schema")
        && node.value.whole() != Some(SCHEMA)
    {
        node.expected("1");
    }
    let languages = root.read("languages", |node| {
        let languages = node.each(|node| node.choice(&Lang::ALL, Lang::key));
        if languages.is_empty() {
            node.expected("at least one of \"zh\" and \"en\"");
        }
        languages
    });
    let about = root.read("plan", |node| {
        node.knows(&[
            "id", "title", "short", "cite", "issuer", "adopted", "period", "previous", "vision", "notice",
            "source",
        ]);
        About {
            id: node.read("id", |node| node.id()),
            title: node.read("title", |node| node.text(&languages)),
            short: node.read("short", |node| node.text(&languages)),
        }
    });
    let terms = root.read("terms", |node| {
        let terms = node.each(|node| term(node, &languages));
        node.distinct(terms.iter().map(|term| &*term.id));
        terms
    });
    Plan { languages, about, terms }
}

fn term<V: Value>(node: &Node<V>, languages: &[Lang]) -> Term {
    node.knows(&["id", "name", "cite", "pinyin", "note", "components", "occurrences"]);
    Term {
        id: node.read("id", |node| node.id()),
        name: node.read("name", |node| node.text(languages)),
        cite: node.optional("cite").map(|node| cite(&node)),
        pinyin: node.optional("pinyin").map(|node| node.string()).unwrap_or_default(),
        note: node.read("note", |node| node.text(languages)),
        components: node.read("components", |node| node.each(|node| component(node, languages))),
    }
}

fn component<V: Value>(node: &Node<V>, languages: &[Lang]) -> Component {
    node.knows(&["label", "text", "cite"]);
    Component {
        label: node.optional("label").map(|node| node.text(languages)),
        text: node.read("text", |node| node.text(languages)),
        cite: node.optional("cite").map(|node| cite(&node)),
    }
}

fn cite<V: Value>(node: &Node<V>) -> Cite {
    node.knows(&["article", "span", "exact"]);
    Cite {
        article: node.read("article", |node| node.string()),
        span: node.optional("span").and_then(|node| {
            let position = |index| node.value.at(index).whole();
            let span = match node.value.length() {
                Some(2) => position(0).zip(position(1)).filter(|(start, end)| start < end),
                _ => None,
            };
            if span.is_none() {
                node.expected("[start, end], the first below the second");
            }
            span.map(|(start, end)| [start, end])
        }),
        exact: node.optional("exact").map(|node| node.string()),
    }
}

/// A value and the way to it. Reading what isn't there gives the type's default and a problem.
struct Node<'a, V> {
    value: V,
    above: Option<(&'a Node<'a, V>, Step<'a>)>,
    log: &'a RefCell<Vec<Problem>>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

impl<V: Value> Node<'_, V> {
    fn below<'b>(&'b self, step: Step<'b>, value: V) -> Node<'b, V> {
        Node { value, above: Some((self, step)), log: self.log }
    }

    fn pointer(&self) -> String {
        let Some((above, step)) = self.above else {
            return String::new();
        };
        let mut pointer = above.pointer();
        pointer.push('/');
        match step {
            Step::Index(index) => pointer.push_str(&index.to_string()),
            Step::Key(key) => {
                for c in key.chars() {
                    match c {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        _ => pointer.push(c),
                    }
                }
            }
        }
        pointer
    }

    fn report(&self, found: String, expected: &str, nearest: Option<&str>) {
        self.log.borrow_mut().push(Problem {
            pointer: self.pointer(),
            found,
            expected: expected.into(),
            nearest: nearest.map(Into::into),
        });
    }

    fn expected(&self, expected: &str) {
        self.report(describe(&self.value), expected, None);
    }

    /// Reports what is not an object, and an object's members beyond these.
    fn knows(&self, known: &[&str]) {
        let Some(keys) = self.value.keys() else {
            return self.expected("an object");
        };
        for key in keys.iter().filter(|key| !known.contains(&key.as_str())) {
            if let Some(value) = self.value.get(key) {
                let node = self.below(Step::Key(key), value);
                node.report("an unknown field".into(), &one_of(known), nearest(key, known));
            }
        }
    }

    fn optional<'b>(&'b self, key: &'b str) -> Option<Node<'b, V>> {
        Some(self.below(Step::Key(key), self.value.get(key)?))
    }

    fn field<'b>(&'b self, key: &'b str) -> Option<Node<'b, V>> {
        let field = self.optional(key);
        if field.is_none() && self.value.keys().is_some() {
            self.report("nothing".into(), &["the field \"", key, "\""].concat(), None);
        }
        field
    }

    fn read<T: Default>(&self, key: &str, read: impl FnOnce(&Node<V>) -> T) -> T {
        self.field(key).map(|node| read(&node)).unwrap_or_default()
    }

    fn each<T>(&self, read: impl Fn(&Node<V>) -> T) -> Vec<T> {
        let Some(length) = self.value.length() else {
            self.expected("an array");
            return Vec::new();
        };
        (0..length).map(|index| read(&self.below(Step::Index(index), self.value.at(index)))).collect()
    }

    fn string(&self) -> Box<str> {
        match self.value.text() {
            Some(text) if !text.trim_ascii().is_empty() => text.into(),
            _ => {
                self.expected("a text");
                "".into()
            }
        }
    }

    fn id(&self) -> Box<str> {
        let allowed = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        match self.value.text() {
            Some(id) if !id.is_empty() && id.bytes().all(allowed) => id.into(),
            _ => {
                self.expected("an id of a-z, 0-9 and hyphens");
                "".into()
            }
        }
    }

    fn text(&self, languages: &[Lang]) -> Text {
        self.knows(&Lang::ALL.map(Lang::key));
        let read = |lang: Lang| {
            let required = languages.contains(&lang);
            let node = if required { self.field(lang.key()) } else { self.optional(lang.key()) };
            node.map(|node| node.string()).unwrap_or_default()
        };
        Text { zh: read(Lang::Zh), en: read(Lang::En) }
    }

    fn choice<T: Copy + Default>(&self, all: &[T], name: impl Fn(T) -> &'static str) -> T {
        let found = self.value.text().unwrap_or_default();
        if let Some(item) = all.iter().find(|item| name(**item) == found) {
            return *item;
        }
        let names: Vec<_> = all.iter().map(|item| name(*item)).collect();
        self.report(describe(&self.value), &one_of(&names), nearest(&found, &names));
        T::default()
    }

    /// Reports every id of this array's items that an earlier one has.
    fn distinct<'b>(&self, ids: impl Iterator<Item = &'b str>) {
        let mut ids: Vec<_> = ids.enumerate().filter(|(_, id)| !id.is_empty()).collect();
        ids.sort_unstable_by_key(|(index, id)| (*id, *index));
        for pair in ids.windows(2) {
            if let [(first, one), (second, other)] = pair
                && one == other
            {
                let item = self.below(Step::Index(*second), self.value.at(*second));
                if let Some(id) = item.optional("id") {
                    id.expected(&["an id of its own: item ", &first.to_string(), " has this one"].concat());
                }
            }
        }
    }
}

pub(crate) fn one_of(names: &[&str]) -> String {
    let mut sentence = String::from("one of");
    for (i, name) in names.iter().enumerate() {
        sentence.push_str(if i == 0 { " " } else { ", " });
        sentence.push_str(name);
    }
    sentence
}

/// A value in a few words, for a sentence.
fn describe(value: &impl Value) -> String {
    const LONGEST: usize = 40;
    if let Some(text) = value.text() {
        let short: String = text.chars().take(LONGEST).collect();
        let more = if short.len() < text.len() { "…" } else { "" };
        ["\"", &short, more, "\""].concat()
    } else if value.number().is_some() {
        // Formatting any double would cost the browser's module several kilobytes.
        value.whole().map_or("a number".into(), |whole| whole.to_string())
    } else if let Some(length) = value.length() {
        ["an array of ", &length.to_string()].concat()
    } else if value.keys().is_some() {
        "an object".into()
    } else {
        "null, true or false".into()
    }
}
