//! Files that were broken on the way, or made to break: an answer or one error, soon.

use std::time::Duration;

use proptest::prelude::*;

use super::{options, read};

#[path = "../../../tests/hostile/imported.rs"]
mod models;

#[path = "../../../tests/hostile/processor.rs"]
mod processor;

use models::imported;
use processor::on_processor;

/// A file of each format, with the byte by which [`imported`] knows what it is.
const FILES: [(u8, &str); 12] = [
    (0, include_str!("../../../tests/hostile/files/table.csv")),
    (0, include_str!("../../../tests/hostile/files/calendar.ics")),
    (0, include_str!("../../../tests/hostile/files/timeline.json")),
    (0, include_str!("../../../tests/hostile/files/items.json")),
    (1, include_str!("../../../tests/hostile/files/sheet.xml")),
    (2, include_str!("../../../tests/hostile/files/content.xml")),
    (32, include_str!("../../../tests/hostile/files/indicator.csv")),
    (3, include_str!("../../../tests/hostile/files/page.md")),
    (0, include_str!("../../../tests/hostile/files/page.md")),
    (0, include_str!("../../../tests/hostile/files/terms.tbx")),
    (0, include_str!("../../../tests/hostile/files/terms.jsonld")),
    (1, include_str!("../../../tests/hostile/files/sheet.xml")),
];

/// What is put into a file at random.
const PIECES: [&str; 22] = [
    "",
    "\"",
    "\n",
    ",",
    "\u{0}",
    "<",
    ">",
    "&",
    "18446744073709551615",
    "-9223372036854775808",
    "1e308",
    "NaN",
    "9999-12-31",
    "{",
    "[",
    "]]>",
    "<![CDATA[",
    "\u{fffd}",
    "é",
    "BEGIN:VEVENT\r\n",
    "P99999999999999999999D",
    "((((((((((((((((((((-~-~-~-~",
];

/// A file with some of it replaced.
fn broken() -> impl Strategy<Value = Vec<u8>> {
    let edits = prop::collection::vec(
        (any::<prop::sample::Index>(), 0..6_usize, prop::sample::select(&PIECES[..]), any::<u8>()),
        1..6,
    );
    (0..FILES.len(), edits).prop_map(|(which, edits)| {
        let (kind, text) = FILES[which];
        let mut bytes = text.as_bytes().to_vec();
        for (at, length, piece, byte) in &edits {
            let at = at.index(bytes.len() + 1).min(bytes.len());
            let end = (at + length).min(bytes.len());
            let piece = if piece.is_empty() { vec![*byte] } else { piece.as_bytes().to_vec() };
            bytes.splice(at..end, piece);
        }
        // Of the last the archive itself.
        if which + 1 == FILES.len() {
            let mut file = models::workbook(text.as_bytes());
            for (at, _, _, byte) in &edits {
                let at = at.index(file.len());
                file[at] = *byte;
            }
            return [vec![0], file].concat();
        }
        [vec![kind], bytes].concat()
    })
}

#[test]
fn a_broken_file_is_read_or_refused() {
    let config = ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(file in broken())| imported(&file));
}

#[test]
fn files_that_are_whole_are_read() {
    for (kind, text) in FILES {
        imported(&[&[kind], text.as_bytes()].concat());
    }
    let about = include_str!("../../../tests/hostile/files/about.yml");
    imported(&["c", "\0", FILES[6].1, "\0", about].concat().into_bytes());
}

/// How long a text of so many pieces takes on the processor, at best.
fn time(text: impl Fn(usize) -> String, count: usize) -> Duration {
    let text = text(count);
    let once = || {
        let start = on_processor();
        let _ = read(text.as_bytes(), "x", &options("en"));
        on_processor().saturating_sub(start)
    };
    (0..3).map(|_| once()).min().unwrap()
}

#[test]
fn four_times_as_much_takes_no_more_than_in_proportion() {
    let rows = |row: fn(usize) -> String| {
        move |count: usize| (0..count).fold("Title,Date,Topic,Text\n".to_owned(), |all, at| all + &row(at))
    };
    for (name, row) in [
        (
            "rows that differ",
            (|at| format!("Item {at},{} May 2025,Topic {at},Text\n", at % 28 + 1)) as fn(usize) -> String,
        ),
        ("the same title", |_| "Item,2025,Topic,Text\n".into()),
        ("no dates", |at| format!("Item {at},as soon as - possible - (uncertain) {at},,\n")),
        ("HTML", |at| format!("Item {at},2025,,\"<p>a <a href='x{at}'>b</a> &amp; c</p>\"\n")),
    ] {
        let [once, four] = [200, 800].map(|count| time(rows(row), count));
        assert!(four < once * 12, "{name}: {once:?}, then {four:?}");
    }
    // Much of each other format, and of what its parts may hold.
    let page = |body: &str, count: usize| format!("---\ntitle: x\n---\n{}", body.repeat(count));
    let tbx = |inner: &str, count: usize| {
        format!(
            "<tbx type=\"TBX\"><conceptEntry><descrip type=\"definition\">d</descrip>{}</conceptEntry></tbx>",
            inner.repeat(count)
        )
    };
    let several: [(&str, &dyn Fn(usize) -> String); 9] = [
        ("links", &|count| page("[a](b) ", count)),
        ("brackets", &|count| page("[[[(", count)),
        ("stars", &|count| page("*_**a", count)),
        ("shortcodes", &|count| page("{{< a ", count)),
        ("metadata", &|count| format!("---\ntitle: x\n{}---\ny", "  a: b\n c\n - d\n".repeat(count))),
        ("metadata moved in", &|count| {
            (0..count.min(2_000))
                .fold("---\ntitle: x\n".to_owned(), |all, at| all + &" ".repeat(at % 50) + "a:\n")
                + "---\ny"
        }),
        ("terms", &|count| {
            tbx("<langSec xml:lang=\"en\"><termSec><term>a (B)</term></termSec></langSec>", count)
        }),
        ("languages", &|count| tbx("<langSec xml:lang=\"x1\"/><langSec xml:lang=\"fr\"/>", count)),
        ("values", &|count| format!("Year,Sex,Value\n{}", "2018/19,,1\n2019,f,2\n".repeat(count))),
    ];
    for (name, text) in several {
        let [once, four] = [1_000, 4_000].map(|count| time(text, count));
        assert!(four < once * 12 + Duration::from_millis(50), "{name}: {once:?}, then {four:?}");
    }
    // One cell that is long, whatever it holds.
    for piece in ["a", "<", "&", "-", "&amp;", "<p>", "\n", "{", "5 May 2025 to "] {
        let cell = |count: usize| {
            format!("Title,Date,Text\nx,2025,\"{}\"\ny,\"{}\",\n", piece.repeat(count), piece.repeat(count))
        };
        let [once, four] = [5_000, 20_000].map(|count| time(cell, count));
        assert!(four < once * 12 + Duration::from_millis(50), "{piece:?}: {once:?}, then {four:?}");
    }
}
