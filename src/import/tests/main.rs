//! What is read of spreadsheets, calendars and files of other libraries.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by it, at the right line")]

mod dates;
mod exported;
mod formats;
mod glossaries;
mod hostile;
mod indicators;
mod records;
mod tables;

use plan_widgets::{Lang, Plan};
use plan_widgets_import::{File, Imported, Options, findings::Refusal, import_all};
use serde_json::Value;

/// Knows of other encodings as much as these tests need.
fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    const KNOWN: [(&[u8], &str); 6] = [
        (&[0xb1, 0xea, 0xcc, 0xe2], "标题"),
        (&[0xc8, 0xd5, 0xc6, 0xda], "日期"),
        (&[0xc2, 0xeb, 0xcd, 0xb7], "码头"),
        (&[0xc4, 0xea], "年"),
        (&[0xd4, 0xc2], "月"),
        (&[0xa3, 0xac], "，"),
    ];
    assert_eq!(label, "gb18030");
    let (mut text, mut rest) = (String::new(), bytes);
    while let [first, tail @ ..] = rest {
        match KNOWN.iter().find(|(known, _)| rest.starts_with(known)) {
            Some((known, letters)) => {
                text += letters;
                rest = &rest[known.len()..];
            }
            None if first.is_ascii() => {
                text.push(char::from(*first));
                rest = tail;
            }
            None => return None,
        }
    }
    Some(text)
}

fn options(lang: &str) -> Options {
    Options { lang: (!lang.is_empty()).then(|| lang.to_owned()), reports: "en".into(), ..Options::default() }
}

fn read(bytes: &[u8], name: &str, options: &Options) -> Result<Imported, Refusal> {
    import_files(&[(name, bytes)], name, options)
}

fn import_files(files: &[File], name: &str, options: &Options) -> Result<Imported, Refusal> {
    let imported = import_all(files, name, options, &decode)?;
    // What is made is valid.
    if imported.progress.is_empty() {
        Plan::from_json(&imported.plan).unwrap();
    }
    Ok(imported)
}

fn plan(imported: &Imported) -> Value {
    serde_json::from_str(&imported.plan).unwrap()
}

/// What is said, as `level place: sentence`.
fn said(imported: &Imported) -> Vec<String> {
    let line = |finding: &plan_widgets_import::findings::Finding| {
        let place = finding.place.text();
        let separator = if place.is_empty() { "" } else { ": " };
        format!("{} {place}{separator}{}", finding.code.level().name(), finding.text(&Lang::EN))
    };
    imported.findings.iter().map(line).collect()
}

/// Each event as `title | edtf kind | text`.
fn events(imported: &Imported) -> Vec<String> {
    let plan = plan(imported);
    let own = plan["languages"][0].as_str().unwrap().to_owned();
    let line = |event: &Value| {
        let text = |value: &Value| value[&own].as_str().unwrap_or_default().to_owned();
        let time = &event["time"];
        let when =
            format!("{} {}", time["edtf"].as_str().unwrap_or("-"), time["kind"].as_str().unwrap_or("-"));
        let words = text(&time["text"]);
        let words = if words.is_empty() { words } else { format!(" | {words}") };
        format!("{} | {when}{words}", text(&event["title"]))
    };
    plan["events"].as_array().into_iter().flatten().map(line).collect()
}
