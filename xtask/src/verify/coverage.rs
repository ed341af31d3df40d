//! What of the text no record accounts for: numbers, quoted names, stage verbs, words of time.

use std::ops::Range;

use anyhow::{Context, Result};
use regex::Regex;
use serde::Deserialize;

use super::{Source, wording::Wording};

/// What a part's or an article's title begins with.
const NUMBERING: &str = "^(?:[0-9]+\\.|[一二三四五六七八九十]+、)";

/// Something that has to be recorded or explained wherever the text has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// What it is.
    name: String,
    /// How it is found, as a regular expression.
    pattern: String,
    /// Whether every character of it has to be accounted for, or any.
    #[serde(default)]
    any: bool,
}

/// Words that are no record.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The passage.
    article: String,
    /// The words.
    exact: String,
    /// Their position; without it, wherever the passage has them.
    at: Option<usize>,
    /// Why they are none.
    reason: String,
}

/// How often a kind was found.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// Its name.
    pub kind: String,
    /// So often in a record.
    pub recorded: usize,
    /// So often explained instead.
    pub explained: usize,
}

/// The accounts that have a position, as wording.
pub fn wordings(accounts: &[Account]) -> Vec<Wording> {
    let positioned = accounts.iter().enumerate().filter(|(_, account)| account.at.is_some());
    positioned
        .map(|(index, account)| Wording {
            pointer: format!("accounted.json: /accounted/{index}"),
            exact: account.exact.chars().collect(),
            passage: Some(account.article.clone()),
            at: account.at,
        })
        .collect()
}

/// How often each kind is recorded or explained, and every place where it is neither; also accounts that explain
/// nothing.
///
/// # Errors
/// When a pattern is no regular expression.
pub fn coverage(
    wordings: &[Wording],
    kinds: &[Kind],
    accounts: &[Account],
    source: &Source,
) -> Result<(Vec<Found>, Vec<String>)> {
    let Source { text, passages } = source;
    let recorded = recorded(wordings, text.len());
    let mut open = Vec::new();
    let explained = explained(accounts, source, &mut open);
    let numbering = Regex::new(NUMBERING)?;
    let mut counts = Vec::new();
    for Kind { name: kind, pattern, any } in kinds {
        let pattern =
            Regex::new(pattern).with_context(|| format!("accounted.json: the pattern of {kind}"))?;
        let mut found = Found { kind: kind.clone(), recorded: 0, explained: 0 };
        for (name, &(start, end)) in passages {
            let passage: String = text[start..end].iter().collect();
            let title = numbering.find(&passage).map_or(0, |at| at.end());
            for hit in pattern.find_iter(&passage).filter(|hit| hit.start() >= title) {
                let at = start + passage[..hit.start()].chars().count();
                let range = at..at + hit.as_str().chars().count();
                // Quotation marks need no record of their own.
                let marks = |at: &usize| !matches!(text[*at], '“' | '”');
                let covers = |covered: &dyn Fn(usize) -> bool| {
                    let mut positions = range.clone().filter(marks);
                    if *any { positions.any(covered) } else { positions.all(covered) }
                };
                if covers(&|at| recorded[at]) {
                    found.recorded += 1;
                } else if covers(&|at| recorded[at] || explained[at]) {
                    found.explained += 1;
                } else {
                    open.push(format!(
                        "{name}: the {kind} \"{}\" at {} is neither recorded nor in accounted.json: …{}…",
                        hit.as_str(),
                        range.start,
                        around(text, &range)
                    ));
                }
            }
        }
        counts.push(found);
    }
    Ok((counts, open))
}

/// Words that `pattern` finds outside the names of projects and the glossary's terms, each once, with the passage that has
/// it first and how often the text has it: an editor decides which of them readers need explained.
///
/// # Errors
/// When the pattern is no regular expression.
pub fn unexplained(wordings: &[Wording], pattern: &str, source: &Source) -> Result<Vec<String>> {
    let Source { text, passages } = source;
    let pattern = Regex::new(pattern).context("accounted.json: the pattern of jargon")?;
    let named =
        |wording: &&Wording| ["/projects/", "/terms/"].iter().any(|part| wording.pointer.starts_with(part));
    let mut known = vec![false; text.len()];
    for (start, end) in wordings.iter().filter(named).filter_map(Wording::span) {
        known.get_mut(start..end).into_iter().for_each(|known| known.fill(true));
    }
    let mut found: Vec<(usize, &str, String, usize)> = Vec::new();
    for (name, &(start, end)) in passages {
        let passage: String = text[start..end].iter().collect();
        for hit in pattern.find_iter(&passage) {
            let at = start + passage[..hit.start()].chars().count();
            if known[at..at + hit.as_str().chars().count()].contains(&true) {
                continue;
            }
            match found.iter_mut().find(|found| found.2 == hit.as_str()) {
                Some(found) => {
                    found.3 += 1;
                    if at < found.0 {
                        (found.0, found.1) = (at, name);
                    }
                }
                None => found.push((at, name, hit.as_str().to_owned(), 1)),
            }
        }
    }
    found.sort();
    Ok(found.into_iter().map(|(_, passage, word, times)| format!("{word} ({passage}, {times}×)")).collect())
}

/// Which characters stand in a record. Titles of parts and articles excuse nothing by themselves.
fn recorded(wordings: &[Wording], length: usize) -> Vec<bool> {
    let mut covered = vec![false; length];
    let structure =
        |wording: &Wording| ["/parts/", "/articles/"].iter().any(|part| wording.pointer.starts_with(part));
    for (start, end) in wordings.iter().filter(|wording| !structure(wording)).filter_map(Wording::span) {
        if let Some(range) = covered.get_mut(start..end) {
            range.fill(true);
        }
    }
    covered
}

/// Which characters are explained.
fn explained(accounts: &[Account], Source { text, passages }: &Source, wrong: &mut Vec<String>) -> Vec<bool> {
    let mut covered = vec![false; text.len()];
    for (index, account) in accounts.iter().enumerate() {
        let exact: Vec<char> = account.exact.chars().collect();
        let (start, end) = match account.at {
            Some(at) => (at, at + exact.len()),
            None => passages.get(&account.article).copied().unwrap_or_default(),
        };
        let mut met = false;
        for at in start..(end + 1).saturating_sub(exact.len()).min(text.len()) {
            if text.get(at..at + exact.len()) == Some(&exact) {
                covered[at..at + exact.len()].fill(true);
                met = true;
            }
        }
        if !met || exact.is_empty() || account.reason.trim().is_empty() {
            let Account { article, exact, .. } = account;
            wrong.push(format!(
                "accounted.json: /accounted/{index}: \"{exact}\" doesn't stand in {article}, or has no reason"
            ));
        }
    }
    covered
}

fn around(text: &[char], range: &Range<usize>) -> String {
    const CONTEXT: usize = 8;
    text[range.start.saturating_sub(CONTEXT)..(range.end + CONTEXT).min(text.len())].iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use super::{Account, Found, Kind, Source, Wording, coverage, unexplained};

    #[test]
    fn what_no_record_accounts_for_is_open() {
        let text: Vec<char> = "1.题。年均3条，建成“甲”。".chars().collect();
        let kind = |name: &str, pattern: &str, any| Kind { name: name.into(), pattern: pattern.into(), any };
        let kinds = [
            kind("number", "[0-9]+", false),
            kind("quoted name", "“[^”]+”", false),
            kind("stage verb", "建成", true),
            kind("word of time", "年均", false),
        ];
        let source = Source { passages: [("1".to_owned(), (0, text.len()))].into(), text };
        let record = |(start, end): &(usize, usize)| Wording {
            pointer: "/figures/0".into(),
            exact: source.text[*start..*end].to_vec(),
            passage: None,
            at: Some(*start),
        };
        let account = |exact: &str| Account {
            article: "1".into(),
            exact: exact.into(),
            at: None,
            reason: "slogan".into(),
        };
        for (name, records, accounts, expected) in [
            ("nothing recorded", &[][..], vec![], 4),
            ("the number", &[(6, 7)], vec![], 3),
            ("number, verb, name", &[(6, 7), (9, 11), (12, 13)], vec![], 1),
            ("half a word of time", &[(4, 5), (6, 7), (9, 11), (12, 13)], vec![], 1),
            ("part of a verb", &[(4, 7), (9, 10), (12, 13)], vec![], 0),
            ("all", &[(4, 7), (9, 11), (12, 13)], vec![], 0),
            ("explained", &[(4, 7)], vec![account("建成“甲”")], 0),
            ("explained in vain", &[(4, 7), (9, 11), (12, 13)], vec![account("乙")], 1),
        ] {
            let records: Vec<_> = records.iter().map(record).collect();
            let (_, open) = coverage(&records, &kinds, &accounts, &source).unwrap();
            assert_eq!(open.len(), expected, "{name}: {open:?}");
        }
        let words = |pointer: &str| {
            let wording = Wording { pointer: pointer.into(), ..record(&(11, 14)) };
            unexplained(&[wording], "“[^”]+”|年均", &source).unwrap()
        };
        assert_eq!(words("/goals/0/title"), ["年均 (1, 1×)", "“甲” (1, 1×)"]);
        assert_eq!(words("/projects/0/mentions/0"), ["年均 (1, 1×)"]);
        let (found, _) = coverage(&[record(&(6, 7))], &kinds[..1], &[], &source).unwrap();
        assert_eq!(found, [Found { kind: "number".into(), recorded: 1, explained: 0 }]);
    }
}
