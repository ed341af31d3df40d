//! Times against their wording: «22 December 2020» is 2020-12-22 and nothing else.

use std::sync::LazyLock;

/// The months in English, as the plan's translation writes them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
use regex::{Captures, Regex};
use serde::Deserialize;
use serde_json::Value;

use super::walk;

/// A wording that doesn't say by itself when it is, and when the text means it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The wording, in any of the plan's languages.
    text: String,
    /// When that is.
    edtf: String,
    /// How we know.
    reason: String,
}

static CHINESE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("^(?P<y>[0-9]{4})年(?:(?P<m>[0-9]{1,2})月(?:(?P<d>[0-9]{1,2})日)?)?$").ok());
static ENGLISH: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new("^(?:(?:(?P<d>[0-9]{1,2}) )?(?P<month>[A-Z][a-z]+) )?(?P<y>[0-9]{4})$").ok());

/// The EDTF of a wording that is a date.
fn date(wording: &str) -> Option<String> {
    let digits: String = wording
        .chars()
        .map(|c| "〇一二三四五六七八九".chars().position(|digit| digit == c).map_or(c, digit))
        .collect();
    let found = |regex: &'static LazyLock<Option<Regex>>, text: &str| {
        let captures = regex.as_ref()?.captures(text)?;
        let month = match captures.name("month") {
            Some(name) => Some(1 + MONTHS.iter().position(|month| *month == name.as_str())?),
            None => number(&captures, "m"),
        };
        let parts = [month, number(&captures, "d")];
        let rest: String = parts.into_iter().flatten().map(|part| format!("-{part:02}")).collect();
        Some(captures["y"].to_owned() + &rest)
    };
    // Month and day in Chinese numerals are not digit by digit: only years are read so.
    found(&CHINESE, &digits).or_else(|| found(&ENGLISH, wording))
}

fn digit(value: usize) -> char {
    u32::try_from(value).ok().and_then(|value| char::from_digit(value, 10)).unwrap_or_default()
}

fn number(captures: &Captures, name: &str) -> Option<usize> {
    captures.name(name)?.as_str().parse().ok()
}

/// Every time whose wording is a date other than its EDTF, or is no date and not explained.
pub fn disagreeing(model: &Value, accounts: &[Account]) -> Vec<String> {
    let mut wrong = Vec::new();
    walk(model, "", &mut |pointer, object| {
        let (Some(edtf), Some(wordings)) = (object["edtf"].as_str(), object["text"].as_object()) else {
            return;
        };
        for wording in wordings.values().filter_map(Value::as_str) {
            let account = accounts.iter().find(|account| account.text == wording && account.edtf == edtf);
            let said = match date(wording) {
                Some(date) => date,
                None if account.is_some_and(|account| !account.reason.trim().is_empty()) => continue,
                None => {
                    wrong.push(format!(
                        "{pointer}: \"{wording}\" doesn't say that it is {edtf}: explain it in accounted.json, under times"
                    ));
                    continue;
                }
            };
            if said != edtf {
                wrong.push(format!("{pointer}: \"{wording}\" is {said}, not {edtf}"));
            }
        }
    });
    wrong
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Account, date, disagreeing};

    #[test]
    fn dates_are_read_from_their_wording() {
        for (wording, expected) in [
            ("2020年12月22日", Some("2020-12-22")),
            ("2020年5月", Some("2020-05")),
            ("2020年", Some("2020")),
            ("二〇三五年", Some("2035")),
            ("22 December 2020", Some("2020-12-22")),
            ("June 2024", Some("2024-06")),
            ("2035", Some("2035")),
            ("22 Decembre 2020", None),
            ("年均", None),
            ("2020年以来", None),
            ("in 2020", None),
        ] {
            assert_eq!(date(wording).as_deref(), expected, "{wording}");
        }
    }

    #[test]
    fn times_agree_with_their_wording() {
        let account =
            Account { text: "五年内".into(), edtf: "2021/2025".into(), reason: "the period".into() };
        for (name, edtf, text, expected) in [
            ("a date", "2020-12-22", json!({ "zh": "2020年12月22日", "en": "22 December 2020" }), &[][..]),
            (
                "another date",
                "2020-12-23",
                json!({ "en": "22 December 2020" }),
                &["/time: \"22 December 2020\" is 2020-12-22, not 2020-12-23"],
            ),
            (
                "a coarser date",
                "2020-12",
                json!({ "zh": "2020年" }),
                &["/time: \"2020年\" is 2020, not 2020-12"],
            ),
            ("explained", "2021/2025", json!({ "zh": "五年内" }), &[]),
            (
                "explained otherwise",
                "2021/2026",
                json!({ "zh": "五年内" }),
                &[
                    "/time: \"五年内\" doesn't say that it is 2021/2026: explain it in accounted.json, under times",
                ],
            ),
        ] {
            let model = json!({ "time": { "edtf": edtf, "text": text } });
            assert_eq!(disagreeing(&model, std::slice::from_ref(&account)), expected, "{name}");
        }
    }
}
