//! What is wrong with a model: where, what was found, what was expected.

use std::fmt;

use super::{
    Lang, decimal,
    phrases::{COMMA, Code, MORE, NEAREST, PROBLEM},
    separate, write_text,
};

/// Something that is expected or found, until it is worded: a code, and what goes into the holes of its wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What is said.
    pub code: Code,
    /// Values of the model, names, numbers: the same in every language.
    pub parameters: Vec<String>,
}

impl Phrase {
    /// A phrase.
    #[must_use]
    #[inline(never)]
    pub fn new(code: Code, parameters: &[&str]) -> Self {
        Phrase { code, parameters: parameters.iter().map(|text| (*text).into()).collect() }
    }

    /// The phrase in `lang`.
    #[must_use]
    pub fn text(&self, lang: &Lang) -> String {
        fill(self.code.wordings().get(lang), |hole| match hole.parse::<usize>() {
            Ok(index) => self.parameters.get(index).cloned().unwrap_or_default(),
            Err(_) => self.parameters.join(COMMA.get(lang)),
        })
    }
}

/// One thing that is wrong with a model, and where. Its `Display` is the English sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a JSON Pointer (RFC 6901); empty for the whole document.
    pub pointer: String,
    /// What stands there.
    pub found: Phrase,
    /// What should.
    pub expected: Phrase,
    /// The valid value most like what was found, where there is one.
    pub nearest: Option<String>,
    /// How many more problems are of its kind: with the same value there, or beyond the first ten of a field.
    pub more: usize,
}

impl Problem {
    /// The problem as a sentence in `lang`.
    #[must_use]
    pub fn text(&self, lang: &Lang) -> String {
        let problem = fill(PROBLEM.get(lang), |hole| match hole {
            "place" if self.pointer.is_empty() => "/".into(),
            "place" => self.pointer.clone(),
            "expected" => self.expected.text(lang),
            _ => self.found.text(lang),
        });
        let problem = match self.more {
            0 => problem,
            more => problem + &fill(MORE.get(lang), |_| more.to_string()),
        };
        match &self.nearest {
            Some(nearest) => problem + &fill(NEAREST.get(lang), |_| nearest.clone()),
            None => problem,
        }
    }
}

/// Adds a member to some JSON: a phrase as its code and its parameters.
#[inline(never)]
fn write_phrase(json: &mut String, before: &str, phrase: &Phrase) {
    *json += before;
    write_text(json, phrase.code.name());
    for parameter in &phrase.parameters {
        separate(json);
        write_text(json, parameter);
    }
    json.push(']');
}

/// Problems as JSON: an array of `{pointer, found, expected, nearest, more}`. `errors.js` words them, and makes of them what
/// `plan-error` has in `problems`.
#[must_use]
pub fn problems_json(found: &[Problem]) -> String {
    let mut json = String::from("[");
    for Problem { pointer, found, expected, nearest, more } in found {
        separate(&mut json);
        json += "{\"pointer\":";
        write_text(&mut json, pointer);
        write_phrase(&mut json, ",\"found\":[", found);
        write_phrase(&mut json, ",\"expected\":[", expected);
        json += ",\"nearest\":";
        match nearest {
            Some(nearest) => drop(write_text(&mut json, nearest)),
            None => json += "null",
        }
        json += ",\"more\":";
        json += &decimal(*more);
        json.push('}');
    }
    json.push(']');
    json
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.text(&Lang::EN))
    }
}

/// Everything that is wrong with a model: what is wrong by itself in the order of reading, then references to what
/// isn't there; never empty. Its `Display` has a line for each, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// The sentences in `lang`, each on a line of its own.
    #[must_use]
    pub fn text(&self, lang: &Lang) -> String {
        let sentences: Vec<_> = self.0.iter().map(|problem| problem.text(lang)).collect();
        sentences.join("\n")
    }
}

impl Problems {
    /// What is wrong with a text that isn't JSON.
    pub(super) fn syntax(error: &serde_json::Error) -> Self {
        Problems(vec![Problem {
            pointer: String::new(),
            found: Phrase::new(Code::Literal, &[&error.to_string()]),
            expected: Phrase::new(Code::Json, &[]),
            nearest: None,
            more: 0,
        }])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.text(&Lang::EN))
    }
}

impl std::error::Error for Problems {}

/// `wording` with each of its holes filled by what `hole` gives for its name.
fn fill(wording: &str, hole: impl Fn(&str) -> String) -> String {
    let mut filled = String::new();
    let mut rest = wording;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        filled.extend([before, &hole(name)]);
        rest = after;
    }
    filled + rest
}
