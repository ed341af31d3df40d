//! What is written, and read again.

use plan_widgets::{Lang, PLAN_JSON, Plan};
use plan_widgets_import::{
    Options,
    export::{Format, export},
};
use proptest::prelude::*;

use super::{options, plan, read};

fn written(plan: &str, format: Format) -> Vec<u8> {
    export(&Plan::from_json(plan).unwrap(), format).unwrap().0
}

/// A cell of a table: words, now and then with what tables and HTML have of their own.
fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => "[a-zA-Z0-9é桥港]{1,8}",
        1 => Just("a < b".to_owned()),
        1 => Just("<b>x</b>".to_owned()),
        1 => Just("&amp;amp; &lt;i&gt; & co".to_owned()),
        1 => Just("\"q\", 'r'".to_owned()),
        1 => Just("=1+1".to_owned()),
        1 => Just("back\\slash, comma; n\\n".to_owned()),
    ];
    prop::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("2025"),
        Just("2025-05"),
        Just("2025-05-05"),
        Just("2024/2026"),
        Just("since 2019"),
        Just("by 2025"),
        Just("44 BC"),
        Just("spring 2024"),
        Just("2020s"),
        Just("c. 1850"),
        Just("early 10th century"),
        Just("soon"),
        Just("5/6/2025"),
        Just(""),
        Just("2024-02-29/2024-03"),
        Just("1850?"),
        Just("until 2030"),
    ]
    .prop_map(Into::into)
}

/// A table as people have it.
fn table() -> impl Strategy<Value = Vec<u8>> {
    let optional = || prop_oneof![2 => Just(String::new()), 3 => words()];
    let summary = prop::collection::vec(words(), 0..3).prop_map(|all| all.join("\n\n"));
    let media =
        prop_oneof![Just(""), Just("https://example.org/a.jpg"), Just("https://example.org/page?a=1&b=2")];
    let link = prop_oneof![Just(""), Just("https://example.org/more")];
    let row = (words(), date(), summary, optional(), media, optional(), optional(), link, optional());
    prop::collection::vec(row, 1..8).prop_map(|rows| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer
            .write_record([
                "Title",
                "Date",
                "Text",
                "Topic",
                "Media",
                "Caption",
                "Credit",
                "Link",
                "Title (fr)",
            ])
            .unwrap();
        for (title, date, text, topic, media, caption, credit, link, french) in rows {
            writer
                .write_record([&*title, &date, &text, &topic, media, &caption, &credit, link, &french])
                .unwrap();
        }
        writer.into_inner().unwrap()
    })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn a_table_read_again_gives_the_same_plan() {
    proptest!(config(60), |(file in table())| {
        let first = read(&file, "x.csv", &options("en")).unwrap();
        for format in [Format::Csv, Format::Xlsx] {
            let again = read(&written(&first.plan, format), "y", &options("en")).unwrap();
            prop_assert_eq!(plan(&again), plan(&first));
            // Nothing is left to ask about that file but what can't be known: what isn't certain is written as that.
            prop_assert_eq!(written(&again.plan, format), written(&first.plan, format));
        }
    });
}

#[test]
fn columns_are_named_in_the_language_of_the_plan() {
    let languages = ["en", "zh", "zh-Hant", "ja", "ko", "fr", "de", "es", "pt", "ru", "ar"];
    let mut all: Vec<Vec<String>> = Vec::new();
    for lang in languages {
        let text = |text: &str| serde_json::json!({ lang: text });
        // One of everything that a table has a column for.
        let plan = serde_json::json!({
            "schema": 1, "languages": [lang], "plan": { "id": "p", "title": text("P"), "short": text("P") },
            "topics": [{ "id": "t", "name": text("T") }],
            "periods": [{ "id": "e", "name": text("E"), "time": { "edtf": "2020/2030", "kind": "during" } }],
            "events": [{ "id": "a", "kind": "completion", "title": text("A"), "time": { "edtf": "2025", "kind": "by", "text": text("soon") },
                "summary": text("S"), "topics": ["t"], "period": "e", "stage": "plan",
                "media": [{ "kind": "image", "src": "a.png", "alt": text("B"), "caption": text("C"), "credit": text("D") },
                    { "kind": "page", "src": "https://example.org/", "alt": text("A") }] }],
        });
        let plan = plan.to_string();
        let file = String::from_utf8(written(&plan, Format::Csv)).unwrap();
        let names: Vec<String> =
            file.trim_start_matches('\u{feff}').lines().next().unwrap().split(',').map(Into::into).collect();
        assert_eq!(names.len(), 15, "{names:?}");
        let again = read(file.as_bytes(), "x.csv", &options(lang)).unwrap();
        assert_eq!(super::plan(&again), serde_json::from_str::<serde_json::Value>(&plan).unwrap());
        all.push(names);
    }
    // None is in English but in the English file, except for what is called so in both.
    for (names, lang) in all.iter().zip(languages).skip(1) {
        let english: Vec<_> = names.iter().filter(|name| all[0].contains(name)).collect();
        let known: &[&str] = match lang {
            "fr" => &["Type"],
            "de" => &["Link"],
            _ => &[],
        };
        assert!(english.iter().all(|name| known.contains(&name.as_str())), "{lang}: {english:?}");
    }
}

#[test]
fn a_calendar_read_again_gives_the_same_plan() {
    let file = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Council\\, town\r\nBEGIN:VEVENT\r\nSUMMARY:First\\; session\r\nDTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20260108\r\nCATEGORIES:A\\, B,C\r\nDESCRIPTION:One\\n\\nTwo\r\nURL:https://example.org/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let first = read(file.as_bytes(), "x.ics", &options("en")).unwrap();
    let again = read(&written(&first.plan, Format::Ics), "y", &options("en")).unwrap();
    assert_eq!(plan(&again), plan(&first));
    // A table's dates that a calendar has no words for come back as they were.
    let table = "Title,Date,Kind\nK,2025,milestone\nA,by 2025\nB,2020s,completion\nC,spring 2024\nD,early 10th century\nE,44 BC\nF,2025-05";
    let first = read(table.as_bytes(), "x.csv", &options("en")).unwrap();
    let file = written(&first.plan, Format::Ics);
    assert!(
        file.split(|byte| *byte == b'\n').all(|line| line.len() <= 76 && std::str::from_utf8(line).is_ok())
    );
    assert_eq!(plan(&read(&file, "y", &options("en")).unwrap()), plan(&first));
}

#[test]
fn timelinejs_read_again_gives_the_same_plan() {
    let table = "Title,Date,Text,Group,Media,Alt,Credit,Type,ID\nOur plan,,Made by us,,,,,title,our-plan\nEra & <i>co</i>,2020/2030,,,,,,era,\n\
        A,2025-05-05,\"One\n\nTwo & three\",G,https://example.org/a,Alt,Credit,,\nB,2024/2026-05,,,,,,,\nC,44 BC,,,,,,,\nD,early 10th century,,,,,,,";
    let first = read(table.as_bytes(), "x.csv", &options("en")).unwrap();
    let again = read(&written(&first.plan, Format::TimelineJs), "y", &options("en")).unwrap();
    assert_eq!(plan(&again), plan(&first));
}

#[test]
fn what_is_not_written_is_told() {
    let bundled = Plan::from_json(PLAN_JSON).unwrap();
    for format in [Format::Csv, Format::Xlsx, Format::Ics, Format::TimelineJs] {
        let (bytes, findings) = export(&bundled, format).unwrap();
        let said: Vec<_> = findings.0.iter().map(|finding| finding.text(&Lang::EN)).collect();
        for part in ["not in the file: goals", "not in the file: terms", "not in the file: events: projects"]
        {
            assert!(said.iter().any(|line| line.starts_with(part)), "{format:?}: {part} in {said:#?}");
        }
        let options = Options { lang: None, ..options("") };
        let again = read(&bytes, "x", &options).unwrap();
        let count = plan(&again)["events"].as_array().unwrap().len();
        let untimed = findings.0.iter().filter(|finding| finding.code.name() == "no-days");
        let untimed: usize = untimed.map(|finding| finding.more + 1).sum();
        assert_eq!(count + untimed, bundled.events.len(), "{format:?}");
        if format == Format::Csv {
            assert!(bytes.starts_with(b"\xef\xbb\xbf"));
            let text = String::from_utf8(bytes).unwrap();
            assert!(
                text.contains("标题 (zh)") && text.contains("标题 (en)"),
                "{}",
                text.lines().next().unwrap()
            );
        }
    }
}
