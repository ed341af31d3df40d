//! Files that were broken on the way, or made to break: an answer or one error, soon.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{formats::archive, options, read};

const CSV: &str = "Title,Start,End,Text,Topic,Type,Media,ID\nQuay,5 May 2025,by 2026,<p>a &amp; b</p>,A;B,era,https://example.org/a.jpg,x\n\"q\n\"\"\",5/6/2025,soon,,,title,,\n";
const ICS: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\\,b\r\nDTSTART;VALUE=DATE:20260217\r\nDTEND;VALUE=DATE:20260224\r\nDURATION:P3D\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const JSON: &str = r#"{"title":{"text":{"headline":"x"}},"eras":[{"start_date":{"year":"1"},"end_date":{"year":"9999999999"},"text":{"headline":"e"}}],"events":[{"start_date":{"year":"-44","month":"13"},"text":{"headline":"<b>h</b>"},"media":{"url":"https://example.org"}}]}"#;
const VIS: &str = r#"[{"id":1,"content":"x","start":1746057600000,"end":"2026-01-01","type":"background"}]"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1" t="inlineStr"><is><t>Date</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c><c r="B2" s="1"><v>45782.5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#;
const CONTENT: &str = r#"<d><table name="x"><table-row number-rows-repeated="2"><table-cell value-type="string" number-columns-spanned="2"><p>Title</p></table-cell><table-cell value-type="string"><p>Date</p></table-cell></table-row><table-row><table-cell value-type="string" number-columns-repeated="3"><p>x</p></table-cell></table-row></table></d>"#;

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

fn workbook(sheet: &str) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", "<w><sheet name=\"s\" id=\"rId1\"/></w>"),
        (
            "xl/_rels/workbook.xml.rels",
            "<r><Relationship Id=\"rId1\" Target=\"sheet.xml\"/><Relationship Id=\"rId2\" Type=\"styles\" Target=\"styles.xml\"/></r>",
        ),
        ("xl/styles.xml", "<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></s>"),
        ("xl/sheet.xml", sheet),
    ])
}

/// A file with some of it replaced.
fn broken() -> impl Strategy<Value = Vec<u8>> {
    let edits = prop::collection::vec(
        (any::<prop::sample::Index>(), 0..6_usize, prop::sample::select(&PIECES[..]), any::<u8>()),
        1..6,
    );
    (0..8_usize, edits).prop_map(|(which, edits)| {
        let text = [CSV, ICS, JSON, VIS, SHEET, CONTENT, SHEET, CSV][which];
        let mut bytes = text.as_bytes().to_vec();
        for (at, length, piece, byte) in &edits {
            let at = at.index(bytes.len() + 1).min(bytes.len());
            let end = (at + length).min(bytes.len());
            let piece = if piece.is_empty() { vec![*byte] } else { piece.as_bytes().to_vec() };
            bytes.splice(at..end, piece);
        }
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match which {
            4 => workbook(&text()),
            5 => archive(&[("content.xml", &text())]),
            // The archive itself.
            6 => {
                let mut file = workbook(SHEET);
                for (at, _, _, byte) in &edits {
                    let at = at.index(file.len());
                    file[at] = *byte;
                }
                file
            }
            _ => bytes,
        }
    })
}

#[test]
fn a_broken_file_is_read_or_refused() {
    let config = ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(file in broken())| {
        // What is made is valid, which `read` looks at.
        let _ = read(&file, "x", &options(""));
    });
}

/// How long a text of so many pieces takes, at best.
fn time(text: impl Fn(usize) -> String, count: usize) -> Duration {
    let text = text(count);
    let once = || {
        let start = Instant::now();
        let _ = read(text.as_bytes(), "x", &options("en"));
        start.elapsed()
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
    // One cell that is long, whatever it holds.
    for piece in ["a", "<", "&", "-", "&amp;", "<p>", "\n", "{", "5 May 2025 to "] {
        let cell = |count: usize| {
            format!("Title,Date,Text\nx,2025,\"{}\"\ny,\"{}\",\n", piece.repeat(count), piece.repeat(count))
        };
        let [once, four] = [5_000, 20_000].map(|count| time(cell, count));
        assert!(four < once * 12 + Duration::from_millis(50), "{piece:?}: {once:?}, then {four:?}");
    }
}
