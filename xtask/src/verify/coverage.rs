//! What of the text no record accounts for: numbers, quoted names, stage verbs, words of time.

use std::ops::Range;

use regex::Regex;
use serde_json::Value;

use super::{span, walk};

const NUMBER: &str = "[0-9]+(?:[.+][0-9]+)*|[〇零一二两三四五六七八九十百千万亿]+";
const QUOTED: &str = "“[^”]+”";
const TIME: &str = "[0-9]{4}年(?:[0-9]+月(?:[0-9]+日)?)?|二〇三五年|“?十[三四]五”?|第十四个五年|五年内|今后五年|\
                    当前和今后一个时期|第一个五年|第二个百年|一百年|年均|连续四年|三十年";
/// What a part's or an article's title begins with.
const NUMBERING: &str = "^(?:[0-9]+\\.|[一二三四五六七八九十]+、)";

/// The passages that the source is made of, by name, as spans.
pub fn passages(model: &Value) -> Vec<(&str, (usize, usize))> {
    let passages = model["plan"]["source"]["passages"].as_array().into_iter().flatten();
    passages.filter_map(|passage| Some((passage["id"].as_str()?, span(&passage["span"])?))).collect()
}

/// Every number, quoted name, stage verb and word of time that is neither recorded nor explained, with its place.
pub fn open(model: &Value, accounts: &Value, text: &[char]) -> Vec<String> {
    let covered = covered(model, accounts, text);
    let mut verbs: Vec<_> =
        accounts["verbs"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    verbs.sort_by_key(|verb| std::cmp::Reverse(verb.len()));
    let verbs = verbs.join("|");
    // Whether every character has to be recorded, or any.
    let kinds = [
        ("number", NUMBER, true),
        ("quoted name", QUOTED, true),
        ("stage verb", verbs.as_str(), false),
        ("word of time", TIME, true),
    ];
    let numbering = Regex::new(NUMBERING).ok();
    let mut open = Vec::new();
    for (kind, pattern, whole) in kinds {
        let Ok(pattern) = Regex::new(pattern) else { continue };
        for (name, (start, end)) in passages(model) {
            let passage: String = text[start..end].iter().collect();
            let title = numbering.as_ref().and_then(|regex| regex.find(&passage)).map_or(0, |at| at.end());
            for hit in pattern.find_iter(&passage).filter(|hit| hit.start() >= title) {
                let at = start + passage[..hit.start()].chars().count();
                let place = at..at + hit.as_str().chars().count();
                // Quotation marks need no record of their own.
                let marks = |at: &usize| !matches!(text[*at], '“' | '”');
                let mut recorded = place.clone().filter(marks).map(|at| covered[at]);
                let accounted = if whole { recorded.all(|at| at) } else { recorded.any(|at| at) };
                if !accounted {
                    open.push(format!(
                        "{name}: the {kind} \"{}\" at {} is neither recorded nor in src/model/accounted.json: …{}…",
                        hit.as_str(),
                        place.start,
                        around(text, &place)
                    ));
                }
            }
        }
    }
    open
}

/// Which characters stand in a citation or are explained. Titles of parts and articles excuse nothing by themselves.
fn covered(model: &Value, accounts: &Value, text: &[char]) -> Vec<bool> {
    let mut covered = vec![false; text.len()];
    let mut cover = |range: Range<usize>| {
        if let Some(range) = covered.get_mut(range) {
            range.fill(true);
        }
    };
    let records = model.as_object().into_iter().flatten();
    for (_, records) in records.filter(|(name, _)| !matches!(name.as_str(), "parts" | "articles")) {
        walk(records, "", &mut |_, object| {
            if let (Some((start, end)), true) = (span(&object["span"]), object.get("exact").is_some()) {
                cover(start..end);
            }
        });
    }
    let passages = passages(model);
    for account in accounts["accounted"].as_array().into_iter().flatten() {
        if let Some((start, end)) = span(&account["span"]) {
            cover(start..end);
        }
        let exact: Vec<char> = account["exact"].as_str().unwrap_or_default().chars().collect();
        let passage = passages.iter().find(|(name, _)| account["article"] == *name);
        if let (Some((_, (start, end))), true) = (passage, account["everywhere"] == true) {
            let found = text[*start..*end].windows(exact.len()).enumerate().filter(|(_, run)| *run == exact);
            for (at, _) in found {
                cover(start + at..start + at + exact.len());
            }
        }
    }
    covered
}

fn around(text: &[char], place: &Range<usize>) -> String {
    const CONTEXT: usize = 8;
    text[place.start.saturating_sub(CONTEXT)..(place.end + CONTEXT).min(text.len())].iter().collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::open;

    #[test]
    fn what_no_record_accounts_for_is_open() {
        let text: Vec<char> = "1.题。年均3条，建成“甲”。".chars().collect();
        let record = |start: usize, end: usize| json!({ "span": [start, end], "exact": "" });
        let open_with = |records: &[(usize, usize)]| {
            let model = json!({
                "plan": { "source": { "passages": [{ "id": "1", "span": [0, text.len()] }] } },
                "figures": records.iter().map(|(start, end)| record(*start, *end)).collect::<Vec<_>>(),
            });
            open(&model, &json!({ "verbs": ["建成"] }), &text).len()
        };
        for (name, records, expected) in [
            ("nothing recorded", &[][..], 4),
            ("the number", &[(6, 7)], 3),
            ("number, verb, name", &[(6, 7), (9, 11), (12, 13)], 1),
            ("half a word of time", &[(4, 5), (6, 7), (9, 11), (12, 13)], 1),
            ("all", &[(4, 7), (9, 11), (12, 13)], 0),
        ] {
            assert_eq!(open_with(records), expected, "{name}");
        }
    }

    #[test]
    fn an_explanation_counts_for_its_passage_only() {
        let text: Vec<char> = "进一步。一".chars().collect();
        let model = json!({ "plan": { "source": { "passages": [
            { "id": "1", "span": [0, 4] }, { "id": "2", "span": [4, 5] },
        ] } } });
        let accounts = json!({ "verbs": ["无"], "accounted": [
            { "article": "1", "exact": "进一步", "everywhere": true, "reason": "no quantity" },
            { "article": "1", "exact": "一", "everywhere": true, "reason": "no quantity" },
        ] });
        let open = open(&model, &accounts, &text);
        assert_eq!(open.len(), 1, "{open:?}");
        assert!(open[0].starts_with("2: the number \"一\" at 4"), "{open:?}");
    }
}
