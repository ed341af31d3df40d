//! The languages that there are words for: those built in, and an application's own.

use std::{
    slice,
    sync::{Arc, Mutex, PoisonError},
};

use super::words::{
    DateWords, FORMS, GlossaryWords, GoalWords, Key, Language, MenuWords, OverviewWords, PassageWords,
    PlanWords, ProgressWords, TimelineWords,
};
use crate::model::{Code, Lang, Phrase, Problem, Problems, Value, nearest, parse, quote};

/// The files of the languages that are built in.
#[cfg(feature = "languages")]
pub const BUILT_IN: &[(Lang, &str)] = include!("languages/list.rs");
/// The files of the languages that are built in.
#[cfg(not(feature = "languages"))]
pub const BUILT_IN: &[(Lang, &str)] = &[
    (Lang::new("zh-Hans"), include_str!("languages/zh-Hans.json")),
    (Lang::EN, include_str!("languages/en.json")),
];

/// What was read or registered, the last one first.
static KNOWN: Mutex<Vec<Arc<Language>>> = Mutex::new(Vec::new());

impl Language {
    /// The words for texts in `lang`: those registered for it or built in, or else English ones.
    #[must_use]
    pub fn of(lang: &Lang) -> Arc<Language> {
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let files = BUILT_IN.iter().map(|(lang, _)| lang.clone());
        let tags: Vec<Lang> = known.iter().map(|language| language.lang.clone()).chain(files).collect();
        let best = Lang::best(lang.key(), &tags).cloned().unwrap_or(Lang::EN);
        if let Some(language) = known.iter().find(|language| language.lang == best) {
            return language.clone();
        }
        let file = BUILT_IN.iter().find(|(lang, _)| *lang == best).map(|(_, file)| *file);
        // A test reads them all.
        let language = Arc::new(file.and_then(|file| Language::from_json(file).ok()).unwrap_or_default());
        known.push(language.clone());
        language
    }

    /// Whether these are words for texts in `lang`.
    #[must_use]
    pub fn speaks(&self, lang: &Lang) -> bool {
        Lang::best(lang.key(), slice::from_ref(&self.lang)).is_some()
    }

    /// Adds a language, or replaces one that is there, for all that is rendered from now on.
    pub fn register(self) {
        KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(0, Arc::new(self));
    }

    /// Reads a language's file from JSON text.
    ///
    /// # Errors
    /// All that is missing in it or wrong at once; a syntax error is the only one reported alone.
    pub fn from_json(json: &str) -> Result<Language, Problems> {
        Language::from_file(&parse(json)?)
    }

    /// Reads a language's file from parsed JSON.
    ///
    /// # Errors
    /// All that is missing in it or wrong at once.
    pub fn from_file<V: Value>(file: V) -> Result<Language, Problems> {
        let mut reader =
            Reader { file, rtl: false, forms: Vec::new(), cases: Vec::new(), problems: Vec::new() };
        let language = reader.language();
        if reader.problems.is_empty() { Ok(language) } else { Err(Problems(reader.problems)) }
    }
}

/// Every text of a file, those of every widget once for each.
pub fn keys() -> impl Iterator<Item = &'static Key> {
    let widgets = TimelineWords::keys().chain(GlossaryWords::keys()).chain(GoalWords::keys());
    let plans =
        OverviewWords::keys().chain(MenuWords::keys()).chain(PlanWords::keys()).chain(ProgressWords::keys());
    widgets.chain(plans).chain(PassageWords::keys()).chain(DateWords::keys())
}

/// What else a file has.
const OTHERS: [&str; 9] = [
    "tag",
    "name",
    "direction",
    "cldr",
    "languages",
    "numbers/plurals/forms",
    UNAVAILABLE,
    // Sentences about errors, which `errors.js` reads.
    "errors",
    "phrases",
];

/// What is shown where nothing else can be: scripts have it, for nothing may have come that has words.
const UNAVAILABLE: &str = "common/unavailable";

/// The most plural forms of a language: CLDR's categories.
const MOST_FORMS: usize = 6;

/// Sections whose patterns use what they need of the holes there are.
const FREE: [&str; 3] = ["calendar/", "dates/third", "dates/financial_year"];

/// How many items a file's arrays have.
const MONTHS: usize = 12;

/// Months for an axis.
const SHORT: &str = "calendar/months_short";

/// Months by their names alone: where they are left out, those in dates.
const ALONE: &str = "calendar/months_alone/";

/// Holes that a plan's own texts fill, which may run in the other direction.
const TEXTS: [&str; 16] = [
    "glossary/none/query",
    "glossary/stands_for/term",
    "goals/cited/plan",
    "goals/labelled/label",
    "overview/mark/project",
    "overview/also/project",
    "menu/file/name",
    "plan/article/title",
    "plan/measured/measure",
    "plan/measured/quantity",
    "plan/beside/text",
    "plan/beside/note",
    "plan/converted_by/by",
    "progress/judged/rule",
    "progress/judged/source",
    "progress/new_method/note",
];

/// Texts that a language may do without.
pub const OPTIONAL: [&str; 7] = [
    "calendar/year_after",
    "calendar/month_after",
    "calendar/day_after",
    "dates/first_day",
    "dates/within_day",
    "dates/within_season",
    "dates/within_about",
];

/// The only number of a file; all else is text.
const NUMBER: &str = "numbers/group_from";

/// Which form each number has, as digits.
const TABLE: &str = "numbers/plurals/table";

/// Texts that may be empty, or that more is asked of.
const EMPTY: [&str; 4] = ["tag", "direction", "numbers/digits", TABLE];

/// What isolates a text in one that runs from right to left.
const ISOLATE: [&str; 2] = ["\u{2068}", "\u{2069}"];

/// Commas, which have a mark of that direction behind them: between Latin names they would take theirs.
const COMMAS: [&str; 3] = ["common/comma", "common/names_comma", "plan/comma"];

struct Reader<V> {
    file: V,
    /// Whether it is read from right to left.
    rtl: bool,
    /// The plural forms that numbers have.
    forms: Vec<String>,
    /// The names of the grammatical cases.
    cases: Vec<String>,
    problems: Vec<Problem>,
}

impl<V: Value> Reader<V> {
    fn language(&mut self) -> Language {
        if self.file.keys().is_none() {
            self.expected("", found(&self.file), Code::Object, &[]);
            return Language::default();
        }
        let forms = self.find("numbers/plurals/forms");
        let form = |index| forms.as_ref().and_then(|forms| forms.at(index).text());
        let count = forms.as_ref().and_then(Value::length).unwrap_or_default();
        self.forms = (0..count.min(MOST_FORMS)).filter_map(form).collect();
        self.cases = self.find("cases").and_then(|cases| cases.keys()).unwrap_or_default();
        let tag = self.given("tag");
        let lang = tag.as_deref().and_then(Lang::parse);
        if let (Some(tag), None) = (tag, &lang) {
            self.expected("/tag", quote(&tag), Code::LanguageTag, &[]);
        }
        let direction = self.given("direction").unwrap_or("ltr".into());
        if !["ltr", "rtl"].contains(&&*direction) {
            self.expected("/direction", quote(&direction), Code::OneOf, &["ltr", "rtl"]);
        }
        self.rtl = direction == "rtl";
        let cases = self.cases.clone();
        let language = Language {
            lang: lang.unwrap_or_default(),
            name: self.text("name").into(),
            direction: direction.into(),
            timeline: self.texts(TimelineWords::keys()),
            glossary: self.texts(GlossaryWords::keys()),
            goals: self.texts(GoalWords::keys()),
            overview: self.texts(OverviewWords::keys()),
            menu: self.texts(MenuWords::keys()),
            plan: self.texts(PlanWords::keys()),
            progress: self.texts(ProgressWords::keys()),
            passages: self.texts(PassageWords::keys()),
            dates: self.texts(DateWords::keys()),
            cases: cases.iter().map(|case| self.case(case)).collect(),
            names: self.names(),
        };
        self.text(UNAVAILABLE);
        self.table();
        self.unknown();
        language
    }

    /// The value at a path.
    fn find(&self, path: &str) -> Option<V> {
        let mut found: Option<V> = None;
        for part in path.split('/') {
            let value = found.as_ref().unwrap_or(&self.file);
            let next = match value.length() {
                Some(length) => value.at(part.parse::<usize>().ok().filter(|index| *index < length)?),
                None => value.get(part)?,
            };
            found = Some(next);
        }
        found
    }

    fn text(&mut self, path: &str) -> String {
        self.given(path).unwrap_or_default()
    }

    /// Whether each number has one of the plural forms.
    fn table(&mut self) {
        let last = self.forms.len().saturating_sub(1);
        let Some(table) = self.find(TABLE).and_then(|table| table.text()) else { return };
        let is_form = |c: char| c.to_digit(10).is_some_and(|form| form as usize <= last);
        if !table.chars().all(is_form) || table.is_empty() && last > 0 {
            self.expected(&format!("/{TABLE}"), quote(&table), Code::Table, &[&last.to_string()]);
        }
    }

    /// The tags of the languages that have a name here, each with it.
    fn names(&mut self) -> Vec<String> {
        let mut tags = self.find("languages").and_then(|names| names.keys()).unwrap_or_default();
        tags.sort_unstable();
        let name = |tag: String| [self.text(&format!("languages/{tag}")), tag];
        tags.into_iter().map(name).flat_map(|[name, tag]| [tag, name]).collect()
    }

    /// The text at a path; nothing, and a problem, where there is none.
    fn given(&mut self, path: &str) -> Option<String> {
        let value = self.find(path);
        let whole = |value: &V| if path == NUMBER { Some(value.whole()?.to_string()) } else { None };
        if let Some(text) = value.as_ref().and_then(|value| value.text().or_else(|| whole(value)))
            && (!text.is_empty() || EMPTY.contains(&path))
        {
            return Some(text);
        }
        match value {
            Some(value) => self.expected(&format!("/{path}"), found(&value), Code::Text, &[]),
            None => self.missing(path),
        }
        None
    }

    /// The texts of a list of keys.
    fn texts(&mut self, keys: impl Iterator<Item = &'static Key>) -> Vec<String> {
        keys.map(|key| self.sentence(key, key.path)).collect()
    }

    /// The same in a grammatical case, where they are other.
    fn case(&mut self, case: &str) -> Vec<String> {
        let texts = DateWords::keys().map(|key| {
            let (_, name) = key.path.split_once('/').unwrap_or_default();
            let path = format!("cases/{case}/{name}");
            if self.find(&path).is_some() { self.sentence(key, &path) } else { String::new() }
        });
        texts.collect()
    }

    /// A text with numbers in place of the names of its holes; of one that depends on a number all forms.
    fn sentence(&mut self, key: &Key, path: &str) -> String {
        if path == SHORT {
            return self.short_months();
        }
        if self.find(path).is_none() {
            if OPTIONAL.contains(&path) {
                return String::new();
            }
            if path.starts_with(ALONE) {
                return self.sentence(key, &path.replace("_alone", ""));
            }
        }
        let Some(mut keys) = self.find(path).and_then(|forms| forms.keys()) else {
            let Some(text) = self.given(path) else { return String::new() };
            let free = FREE.iter().any(|free| path.starts_with(free)) || path.starts_with("cases/");
            return self.numbered(key, path, &text, !free);
        };
        keys.sort_unstable();
        let expected = self.forms.clone();
        let same = keys.len() == expected.len() && expected.iter().all(|form| keys.contains(form));
        if key.holes.is_empty() || !same {
            let names: Vec<&str> = expected.iter().map(String::as_str).collect();
            let keys: Vec<&str> = keys.iter().take(names.len() + 1).map(String::as_str).collect();
            self.expected(&format!("/{path}"), Phrase::new(Code::List, &keys), Code::Forms, &names);
            return String::new();
        }
        let texts = expected.iter().map(|form| {
            let path = format!("{path}/{form}");
            let text = self.text(&path);
            self.numbered(key, &path, &text, false)
        });
        texts.collect::<Vec<_>>().join(&FORMS.to_string())
    }

    /// The months of an axis, in one text.
    fn short_months(&mut self) -> String {
        if let Some(length) =
            self.find(SHORT).and_then(|months| months.length()).filter(|length| *length > MONTHS)
        {
            self.items(SHORT, length, MONTHS);
        }
        let months: Vec<String> = (0..MONTHS).map(|month| self.text(&format!("{SHORT}/{month}"))).collect();
        let end = months[0].strip_prefix('1').unwrap_or_default();
        if months.iter().enumerate().all(|(at, month)| *month == format!("{}{end}", at + 1)) {
            return format!("{{0}}{end}");
        }
        months.join(&FORMS.to_string())
    }

    fn numbered(&mut self, key: &Key, path: &str, text: &str, whole: bool) -> String {
        let (mut numbered, mut seen, mut wrong) = (String::new(), Vec::new(), false);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (hole, after) = after.split_once('}').unwrap_or((after, ""));
            let (name, form) = hole.split_once(':').unwrap_or((hole, ""));
            let index = key.holes.iter().position(|known| *known == name);
            let case = self.cases.iter().position(|case| case == form);
            let form = match (form, case) {
                ("", _) => String::new(),
                ("han", _) => ":h".into(),
                (_, Some(case)) => format!(":{case}"),
                _ => {
                    let cases = self.cases.clone();
                    let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
                    let code = if cases.is_empty() { Code::NoCases } else { Code::CaseOf };
                    self.expected(&format!("/{path}"), quote(text), code, &cases);
                    String::new()
                }
            };
            wrong |= index.is_none() || seen.contains(&index);
            seen.push(index);
            let isolated = self.rtl && TEXTS.contains(&&*format!("{path}/{name}"));
            let [open, close] = if isolated { ISOLATE } else { [""; 2] };
            let hole = index.unwrap_or_default();
            numbered = format!("{numbered}{before}{open}{{{hole}{form}}}{close}");
            rest = after;
        }
        if wrong || rest.contains('}') || whole && seen.len() < key.holes.len() {
            let holes: Vec<String> = key.holes.iter().map(|hole| format!("{{{hole}}}")).collect();
            let holes: Vec<&str> = holes.iter().map(String::as_str).collect();
            let code = if holes.is_empty() { Code::NoHoles } else { Code::Holes };
            self.expected(&format!("/{path}"), quote(text), code, &holes);
        }
        let mark = if self.rtl && COMMAS.contains(&path) { "\u{200f}" } else { "" };
        numbered + rest + mark
    }

    /// What nobody knows.
    fn unknown(&mut self) {
        let mut paths: Vec<String> = keys().map(|key| key.path).chain(OTHERS).map(Into::into).collect();
        for case in &self.cases {
            // Forms of dates, below the names that they have elsewhere.
            let names = DateWords::keys().filter_map(|key| key.path.split_once('/'));
            let dates = names.filter(|(section, _)| *section != "numbers");
            paths.extend(dates.map(|(_, name)| format!("cases/{case}/{name}")));
        }
        self.unknown_in("", &paths);
    }

    /// What nobody knows below a path.
    fn unknown_in(&mut self, section: &str, paths: &[String]) {
        let start = if section.is_empty() { String::new() } else { format!("{section}/") };
        let mut known: Vec<&str> = Vec::new();
        let names = paths.iter().filter_map(|path| path.strip_prefix(&*start)?.split('/').next());
        for name in names.chain(section.is_empty().then_some("cases")) {
            if !known.contains(&name) {
                known.push(name);
            }
        }
        // All of it is one text, or somebody else's.
        if known.is_empty() {
            return;
        }
        let value = if section.is_empty() { None } else { self.find(section) };
        let value = value.as_ref().unwrap_or(&self.file);
        if let Some(length) = value.length() {
            if length > known.len() {
                self.items(section, length, known.len());
            }
            return;
        }
        for key in value.keys().unwrap_or_default() {
            let path = format!("{start}{key}");
            if known.contains(&&*key) {
                self.unknown_in(&path, paths);
            } else if !key.starts_with('$') {
                self.problems.push(Problem {
                    pointer: format!("/{path}"),
                    found: Phrase::new(Code::UnknownField, &[]),
                    expected: Phrase::new(Code::OneOf, &known),
                    nearest: nearest(&key, &known).map(Into::into),
                    more: 0,
                });
            }
        }
    }

    /// Says that an array has too many or too few items.
    fn items(&mut self, path: &str, length: usize, expected: usize) {
        let found = Phrase::new(Code::Items, &[&length.to_string()]);
        self.expected(&format!("/{path}"), found, Code::Items, &[&expected.to_string()]);
    }

    /// Says that something isn't there, once for all that would be in it.
    fn missing(&mut self, path: &str) {
        let mut there = String::new();
        let mut name = path;
        for part in path.split('/') {
            name = part;
            let next = if there.is_empty() { part.to_owned() } else { format!("{there}/{part}") };
            if self.find(&next).is_none() {
                break;
            }
            there = next;
        }
        if let Some(length) = self.find(&there).filter(|_| !there.is_empty()).and_then(|list| list.length()) {
            return self.items(&there, length, MONTHS);
        }
        let pointer = if there.is_empty() { there } else { format!("/{there}") };
        self.expected(&pointer, Phrase::new(Code::Missing, &[]), Code::Field, &[name]);
    }

    fn expected(&mut self, pointer: &str, found: Phrase, code: Code, parameters: &[&str]) {
        let problem = Problem {
            pointer: pointer.into(),
            found,
            expected: Phrase::new(code, parameters),
            nearest: None,
            more: 0,
        };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }
}

fn found(value: &impl Value) -> Phrase {
    if value.length().is_some() {
        return Phrase::new(Code::Array, &[]);
    }
    match value.text() {
        _ if value.keys().is_some() => Phrase::new(Code::Object, &[]),
        Some(text) => quote(&text),
        None if value.number().is_some() => Phrase::new(Code::Number, &[]),
        None => Phrase::new(Code::Constant, &[]),
    }
}
