//! The wording of a plan: that it stands where it is said to stand, and that the rest is our own.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Source, walk};

/// Words that are said to stand in the text.
#[derive(Debug, PartialEq, Eq)]
pub struct Wording {
    /// The record, as a JSON Pointer.
    pub pointer: String,
    /// The words.
    pub exact: Vec<char>,
    /// The passage.
    pub passage: Option<String>,
    /// The position of the first character.
    pub at: Option<usize>,
}

impl Wording {
    /// From its first character to the one after its last.
    pub fn span(&self) -> Option<(usize, usize)> {
        self.at.map(|at| (at, at + self.exact.len()))
    }
}

/// Every wording of a model whose own language is `lang`.
pub fn wordings(model: &Value, lang: &str) -> Vec<Wording> {
    let mut found = Vec::new();
    gather(model, String::new(), "", lang, None, &mut found);
    found
}

/// `own` is the text of the record around `value`, and `passage` the one that this record cites.
fn gather(
    value: &Value,
    pointer: String,
    own: &str,
    lang: &str,
    passage: Option<&str>,
    found: &mut Vec<Wording>,
) {
    if let Value::Array(items) = value {
        for (index, item) in items.iter().enumerate() {
            gather(item, format!("{pointer}/{index}"), own, lang, passage, found);
        }
    }
    let Value::Object(members) = value else { return };
    let position = |value: &Value| value["at"].as_u64().and_then(|at| usize::try_from(at).ok());
    let article = value["article"].as_str();
    // A position alone is a passage's.
    if value["exact"].is_string() || (article.is_some() && value["at"].is_u64()) {
        found.push(Wording {
            exact: value["exact"].as_str().unwrap_or(own).chars().collect(),
            passage: article.or(passage).map(Into::into),
            at: position(value),
            pointer,
        });
        return;
    }
    let own = ["title", "name", "text"].iter().find_map(|key| value[key][lang].as_str()).unwrap_or(own);
    let passage = value["cite"]["article"].as_str().or(passage);
    for (key, member) in members {
        gather(member, format!("{pointer}/{key}"), own, lang, passage, found);
    }
}

/// What doesn't stand at its position, or not in its passage.
pub fn misplaced(wordings: &[Wording], Source { text, passages }: &Source) -> Vec<String> {
    let mut wrong = Vec::new();
    for wording in wordings {
        let Wording { pointer, exact, passage, .. } = wording;
        let said: String = exact.iter().collect();
        let Some((start, end)) = wording.span() else {
            wrong.push(format!("{pointer}: \"{said}\" has no position (`at`)"));
            continue;
        };
        let bounds = passage.as_ref().map(|name| (name, passages.get(name)));
        match text.get(start..end) {
            _ if exact.is_empty() => wrong.push(format!("{pointer}: cites no words")),
            None => wrong.push(format!("{pointer}: [{start}, {end}] is no span of the text")),
            Some(there) if there != exact => {
                let there: String = there.iter().collect();
                wrong.push(format!("{pointer}: the text has \"{there}\" at {start}, not \"{said}\""));
            }
            Some(_) => match bounds {
                Some((_, Some((from, to)))) if *from <= start && end <= *to => {}
                Some((name, Some(_))) => wrong.push(format!("{pointer}: [{start}, {end}] is not in {name}")),
                Some((name, None)) => wrong.push(format!("{pointer}: the text has no passage {name}")),
                None => wrong.push(format!("{pointer}: names no passage")),
            },
        }
    }
    wrong
}

/// Our own words that share a run of more than `longest` characters with the text; the names of records are the text's.
pub fn copied(model: &Value, lang: &str, source: &Source, longest: usize) -> Vec<String> {
    let runs: BTreeSet<&[char]> = source.text.windows(longest + 1).collect();
    let mut names: Vec<&str> = Vec::new();
    walk(model, "", &mut |_, object| names.extend(object["name"][lang].as_str()));
    // Longest first, as some are part of others.
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut wrong = Vec::new();
    walk(model, "", &mut |pointer, object| {
        for field in ["summary", "note", "notice", "object"] {
            let Some(prose) = object[field][lang].as_str() else { continue };
            let named = names.iter().fold(prose.to_owned(), |prose, name| prose.replace(name, "\0"));
            let prose: Vec<char> = named.chars().collect();
            if let Some(run) = prose.windows(longest + 1).find(|run| runs.contains(run)) {
                let run: String = run.iter().collect();
                wrong.push(format!("{pointer}/{field}: \"{run}\" is the text's, not our own words"));
            }
        }
    });
    wrong
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Source, copied, misplaced, wordings};

    fn source() -> Source {
        let text = "1.甲乙。建成丙丁。2.戊";
        Source {
            text: text.chars().collect(),
            passages: [("1".to_owned(), (0, 10)), ("2".to_owned(), (10, 13))].into(),
        }
    }

    #[test]
    fn wording_stands_where_it_is_said_to() {
        let goal =
            |title: &str, cite: Value| json!({ "goals": [{ "title": { "zh": title }, "cite": cite }] });
        for (name, model, expected) in [
            ("its own", goal("甲乙", json!({ "article": "1", "at": 2 })), None),
            ("another", goal("甲", json!({ "article": "1", "at": 7, "exact": "丙丁" })), None),
            (
                "elsewhere",
                goal("甲乙", json!({ "article": "1", "at": 3 })),
                Some("/goals/0/cite: the text has \"乙。\" at 3, not \"甲乙\""),
            ),
            (
                "other passage",
                goal("甲乙", json!({ "article": "2", "at": 2 })),
                Some("/goals/0/cite: [2, 4] is not in 2"),
            ),
            (
                "no such passage",
                goal("甲乙", json!({ "article": "3", "at": 2 })),
                Some("/goals/0/cite: the text has no passage 3"),
            ),
            (
                "beyond",
                goal("甲乙", json!({ "article": "2", "at": 12 })),
                Some("/goals/0/cite: [12, 14] is no span of the text"),
            ),
            (
                "no position",
                goal("甲乙", json!({ "article": "1", "exact": "甲" })),
                Some("/goals/0/cite: \"甲\" has no position (`at`)"),
            ),
            (
                "the record around it",
                json!({ "projects": [{ "name": { "zh": "丙丁" }, "mentions": [
                    { "verb": { "exact": "建成", "at": 5 }, "cite": { "article": "1", "at": 7 } },
                ] }] }),
                None,
            ),
            (
                "a verb elsewhere",
                json!({ "mentions": [{ "verb": { "exact": "建成", "at": 5 }, "cite": { "article": "2", "at": 12, "exact": "戊" } }] }),
                Some("/mentions/0/verb: [5, 7] is not in 2"),
            ),
        ] {
            let wrong = misplaced(&wordings(&model, "zh"), &source());
            assert_eq!(wrong.first().map(String::as_str), expected, "{name}");
        }
    }

    #[test]
    fn copied_words_are_found() {
        let source = Source {
            text: "甲乙丙丁戊己庚辛壬癸子丑寅卯".chars().collect(), passages: [].into()
        };
        let wrong = |prose: &str| copied(&json!({ "summary": { "zh": prose } }), "zh", &source, 12).len();
        assert_eq!((wrong("甲乙丙丁戊己庚辛壬癸子丑"), wrong("乙丙丁戊己庚辛壬癸子丑寅卯")), (0, 1));
    }
}
