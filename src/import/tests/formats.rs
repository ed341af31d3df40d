//! Which format a file has, by its content; encodings; workbooks.

use std::io::{Cursor, Write};

use plan_widgets::Lang;
use plan_widgets_import::{Options, findings::Code, recognized};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{events, options, plan, read, said};

/// A file that holds others.
pub fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn refused(bytes: &[u8], name: &str) -> String {
    read(bytes, name, &options("en")).unwrap_err().text(&Lang::EN)
}

#[test]
fn formats_are_known_by_their_content() {
    let csv = b"Title,Date\nBridge,2025\n";
    // Whatever the file is called.
    for name in ["a.csv", "a.xlsx", "a.json", "a"] {
        assert_eq!(events(&read(csv, name, &options("en")).unwrap()), ["Bridge | 2025 on"]);
    }
    for (bytes, expected) in [
        (&b"%PDF-1.7"[..], "this is PDF: open it, and save it as XLSX or CSV"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
            "this is Excel 97 (XLS): open it, and save it as XLSX or CSV",
        ),
        (b"<!DOCTYPE html><table>", "this is HTML: open it, and save it as XLSX or CSV"),
        (b"{\\rtf1", "this is RTF: open it, and save it as XLSX or CSV"),
        (
            b"{\"a\": 1}",
            "this file is of no known format: CSV, TSV, XLSX, ODS, JSON of TimelineJS or vis-timeline, iCalendar, Open SDG, TBX, SKOS, Markdown are",
        ),
        (
            b"{\"events\": [",
            "the file is broken or incomplete (EOF while parsing a list at line 1 column 12)",
        ),
        (
            b"{\"schema\": 1, \"plan\": {}}",
            "this is a plan already and needs no import: check it with `check`",
        ),
        (
            b"",
            "this file is of no known format: CSV, TSV, XLSX, ODS, JSON of TimelineJS or vis-timeline, iCalendar, Open SDG, TBX, SKOS, Markdown are",
        ),
        (b"PK\x03\x04broken", "the file is broken or incomplete (invalid Zip archive: Could not find EOCD)"),
    ] {
        assert_eq!(refused(bytes, "x"), expected);
    }
    assert_eq!(
        refused(&archive(&[("word/document.xml", "")]), "x"),
        "this is Word: open it, and save it as XLSX or CSV"
    );
    let mut locked = b"\xd0\xcf\x11\xe0".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&locked, "x"), "the file has a password or is encrypted: save it without");
}

#[test]
fn encodings_are_known_or_asked_about() {
    let text = "Title,Date\nBrücke,2025年5月\n";
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let [little, big] = [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)];
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [&[0xff, 0xfe], &*little].concat(),
        [&[0xfe, 0xff], &*big].concat(),
        little.clone(),
        big.clone(),
    ] {
        assert_eq!(events(&read(&bytes, "x.csv", &options("zh")).unwrap()), ["Brücke | 2025-05 on"]);
    }
    // 标题,日期 / 码头,2025年5月 in GB 18030.
    let chinese = b"\xb1\xea\xcc\xe2,\xc8\xd5\xc6\xda\n\xc2\xeb\xcd\xb7,2025\xc4\xea5\xd4\xc2\n";
    let imported = read(chinese, "x.csv", &options("zh")).unwrap();
    assert_eq!(events(&imported), ["码头 | 2025-05 on"]);
    assert!(
        said(&imported).contains(&"asked read as GB18030: if letters are wrong, save it as UTF-8".into())
    );
    // Letters with accents in windows-1252, Russian in windows-1251, Japanese in Shift_JIS: not taken for Chinese.
    for bytes in [
        &b"Titre,Date\nAnn\xe9e de l'\xe9tang,2025\n"[..],
        b"\xcd\xe0\xe7\xe2\xe0\xed\xe8\xe5,\xc4\xe0\xf2\xe0\n\xcc\xee\xf1\xf2,2025\n",
        b"\x83\x5e\x83\x43\x83\x67\x83\x8b,\x93\xfa\x95\x74\n",
    ] {
        let refusal = read(bytes, "x.csv", &options("fr")).unwrap_err();
        assert_eq!(refusal.code, Code::Encoding, "{bytes:?}");
    }
}

const RELATIONS: &str = r#"<Relationships xmlns="x">
    <Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
    <Relationship Id="rId3" Type="x/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="rId4" Type="x/styles" Target="styles.xml"/></Relationships>"#;

/// A workbook of two sheets, the second with a table; `date1904` chooses the epoch.
fn workbook(sheet: &str, date1904: bool) -> Vec<u8> {
    let workbook = format!(
        r#"<workbook xmlns:r="r"><workbookPr date1904="{}"/><sheets><sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Plan &amp; more" sheetId="2" r:id="rId2"/></sheets></workbook>"#,
        u8::from(date1904)
    );
    archive(&[
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        (
            "xl/sharedStrings.xml",
            "<sst><si><t>Title</t></si><si><t>Date</t></si><si><r><t>Rich </t></r><r><rPr><b/></rPr><t>text &amp; more</t></r><rPh sb=\"0\" eb=\"1\"><t>reading</t></rPh></si></sst>",
        ),
        (
            "xl/styles.xml",
            r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]mmmm\ yyyy;@"/><numFmt numFmtId="165" formatCode="yyyy"/><numFmt numFmtId="166" formatCode="0.0&quot;days&quot;"/><numFmt numFmtId="167" formatCode="dd/mm/yyyy\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Only notes</t></is></c></row></sheetData></worksheet>",
        ),
        (
            "xl/worksheets/sheet2.xml",
            &format!(
                "<worksheet><sheetData>{sheet}</sheetData><mergeCells><mergeCell ref=\"A8:A9\"/></mergeCells></worksheet>"
            ),
        ),
    ])
}

const SHEET: &str = r#"<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="str"><v>Text</v></c></row>
    <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>45782</v></c></row>
    <row r="4"><c t="inlineStr"><is><t>No names</t></is></c><c s="2"><v>45782</v></c></row>
    <row r="5"><c r="A5" t="inlineStr"><is><t>Year alone</t></is></c><c r="B5" s="3"><v>45782</v></c></row>
    <row r="6"><c r="A6" t="inlineStr"><is><t>Number</t></is></c><c r="B6"><v>2025</v></c><c r="C6"><f>A1*2</f><v>2.5</v></c></row>
    <row r="7"><c r="A7" t="inlineStr"><is><t>Hour</t></is></c><c r="B7" s="5"><v>45782.75</v></c><c r="C7" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
    <row r="8"><c r="A8" t="inlineStr"><is><t>No value</t></is></c><c r="B8"><f>TODAY()</f></c></row>"#;

#[test]
fn a_workbook_is_read() {
    let imported = read(&workbook(SHEET, false), "x.xlsx", &options("en")).unwrap();
    assert_eq!(
        events(&imported),
        [
            "Rich text & more | 2025-05-05 on",
            "No names | 2025-05 on",
            "Year alone | 2025 on",
            "Number | 2025 on",
            "Hour | 2025-05-05 on",
            "No value | - -",
        ]
    );
    assert_eq!(plan(&imported)["events"][3]["summary"]["en"], "2.5");
    assert_eq!(
        said(&imported),
        [
            "asked Plan & more!A8: merged cells A8:A9: the value is the first one's alone",
            "asked it says no title for the plan: the file's name \"x\" is taken",
            "asked Plan & more!8: no date",
            "lost Plan & more!C7: the value of the cell is the error #DIV/0!",
            "lost Plan & more!B8: a formula without its value",
            "lost Plan & more!B7: the hour of the day is left out",
            "lost sheets left out: Notes (--sheet chooses another)",
        ]
    );
    let imported = read(&workbook(SHEET, true), "x.xlsx", &options("en")).unwrap();
    assert_eq!(events(&imported)[0], "Rich text & more | 2029-05-06 on");
    let options = Options { sheet: Some("Nope".into()), ..options("en") };
    let refusal = read(&workbook(SHEET, false), "x.xlsx", &options).unwrap_err();
    assert_eq!(refusal.text(&Lang::EN), "there is no sheet \"Nope\": there are Notes, Plan & more");
}

/// A comment, addresses behind texts, a picture that lies on the sheet.
#[test]
fn what_hangs_on_cells_is_taken_or_told() {
    let names: String = ["Title", "Date", "Link"]
        .iter()
        .map(|name| format!("<c t=\"inlineStr\"><is><t>{name}</t></is></c>"))
        .collect();
    let row = |title: &str, date: &str, link: &str| {
        let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
        format!("<row>{}{}{link}</row>", text(title), text(date))
    };
    let link = "<c t=\"str\"><f>HYPERLINK(\"https://example.org/quay\",\"Read\")</f><v>Read</v></c>";
    let rows = [row("Bridge", "2025", ""), row("Quay", "2026", link)].concat();
    let sheet = format!(
        "<worksheet><sheetData><row>{names}</row>{rows}</sheetData><hyperlinks><hyperlink ref=\"A2\" r:id=\"rId7\"/></hyperlinks><drawing r:id=\"rId8\"/></worksheet>"
    );
    let related = r#"<Relationships><Relationship Id="rId7" Type="x/hyperlink" Target="https://example.org/bridge"/><Relationship Id="rId9" Type="x/comments" Target="../comments1.xml"/></Relationships>"#;
    let comments = r#"<comments><authors><author>Me</author></authors><commentList><comment ref="B2"><text><r><t>The board </t></r><r><t>decides</t></r></text></comment></commentList></comments>"#;
    let file = archive(&[
        ("xl/workbook.xml", r#"<workbook><sheets><sheet name="Plan" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/worksheets/_rels/sheet1.xml.rels", related),
        ("xl/comments1.xml", comments),
    ]);
    let imported = read(&file, "x.xlsx", &options("en")).unwrap();
    assert_eq!(plan(&imported)["events"][1]["media"][0]["src"], "https://example.org/quay");
    let lost = [
        "lost a picture, shape or chart on the sheet is left out",
        "lost B2: a comment on a cell is left out: \"The board decides\"",
        "lost A2: a link within a text is left out: https://example.org/bridge",
    ];
    assert_eq!(said(&imported).into_iter().filter(|line| line.starts_with("lost")).collect::<Vec<_>>(), lost);

    let content = r#"<office><table:table table:name="Plan"><table:table-row>
        <table:table-cell><text:p>Title</text:p></table:table-cell><table:table-cell><text:p>Date</text:p></table:table-cell><table:table-cell><text:p>Link</text:p></table:table-cell></table:table-row><table:table-row>
        <table:table-cell><office:annotation><dc:creator>Me</dc:creator><text:p>The board decides</text:p></office:annotation><text:p><text:a xlink:href="https://example.org/bridge">Bridge</text:a></text:p></table:table-cell><table:table-cell><text:p>2025</text:p><draw:frame><draw:text-box><text:p>Drawn</text:p></draw:text-box></draw:frame></table:table-cell><table:table-cell><text:p><text:a xlink:href="https://example.org/more">Read</text:a></text:p></table:table-cell></table:table-row></table:table></office>"#;
    let file = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<m/>"),
        ("content.xml", content),
    ]);
    let imported = read(&file, "x.ods", &options("en")).unwrap();
    assert_eq!(events(&imported), ["Bridge | 2025 on"]);
    assert_eq!(plan(&imported)["events"][0]["media"][0]["src"], "https://example.org/more");
    let lost = [
        "lost A2: a comment on a cell is left out: \"The board decides\"",
        "lost B2: a picture, shape or chart on the sheet is left out",
        "lost A2: a link within a text is left out: https://example.org/bridge",
    ];
    assert_eq!(said(&imported).into_iter().filter(|line| line.starts_with("lost")).collect::<Vec<_>>(), lost);
}

#[test]
fn what_a_sheet_hides_or_lacks_is_told_once() {
    let text = |text: &str| format!("<is><t>{text}</t></is>");
    let cell = |name: &str, words: &str| format!("<c r=\"{name}\" t=\"inlineStr\">{}</c>", text(words));
    let row = |line: usize, more: &str, cells: &str| format!("<row r=\"{line}\"{more}>{cells}</row>");
    let named = |line: usize, more: &str, rest: &str| {
        row(line, more, &(cell(&format!("A{line}"), &format!("Item {line}")) + rest))
    };
    let error = |name: &str| format!("<c r=\"{name}\" t=\"e\"><f>X1</f><v>#REF!</v></c>");
    let formula = |name: &str| format!("<c r=\"{name}\"><f>TODAY()</f></c>");
    let sheet = [
        row(1, "", &[cell("A1", "Title"), cell("B1", "Date"), cell("C1", "Text")].concat()),
        named(2, "", &cell("B2", "2025")),
        // Rows 3 to 5 aren't there, 6 is empty.
        row(6, "", ""),
        named(7, " hidden=\"1\"", &cell("B7", "2025")),
        named(8, " hidden=\"true\"", &error("B8")),
        named(9, "", &(error("B9") + &error("C9"))),
        named(10, "", &formula("B10")),
        row(11, " hidden=\"1\"", ""),
        named(12, "", &formula("B12")),
    ]
    .concat();
    let file = |state: &str| {
        archive(&[
            (
                "xl/workbook.xml",
                &format!(
                    "<w><sheet name=\"Lists\" id=\"rId1\"{state}/><sheet name=\"Plan\" id=\"rId2\"/></w>"
                ) as &str,
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<r><Relationship Id=\"rId1\" Target=\"one.xml\"/><Relationship Id=\"rId2\" Target=\"two.xml\"/></r>",
            ),
            (
                "xl/one.xml",
                &format!(
                    "<s>{}{}</s>",
                    row(1, "", &(cell("A1", "Title") + &cell("B1", "Date"))),
                    named(2, "", &cell("B2", "2020"))
                ),
            ),
            (
                "xl/two.xml",
                &format!(
                    "<s><cols><col min=\"3\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols><sheetData>{sheet}</sheetData><mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"C7:D9\"/></mergeCells></s>"
                ),
            ),
        ])
    };
    let imported = read(&file(" state=\"veryHidden\""), "x.xlsx", &options("en")).unwrap();
    assert_eq!(
        said(&imported),
        [
            "asked Plan!A2: merged cells A2:A3: the value is the first one's alone (and 1 more like it)",
            "asked Plan!C1: the hidden column \"Text\" is read as well",
            "asked Plan!7: a hidden row is read as well (and 1 more like it)",
            "asked it says no title for the plan: the file's name \"x\" is taken",
            "asked Plan!8: no date (and 3 more like it)",
            "lost Plan!B8: the value of the cell is the error #REF! (and 2 more like it)",
            "lost Plan!B10: a formula without its value (and 1 more like it)",
            "lost sheets left out: Lists (--sheet chooses another)",
            "changed Plan!3: a blank row is passed over (and 4 more like it)",
        ]
    );
    // Only where nobody hides it, or it is asked for, a sheet is read before another.
    assert_eq!(events(&read(&file(""), "x.xlsx", &options("en")).unwrap()), ["Item 2 | 2020 on"]);
    let chosen = Options { sheet: Some("Lists".into()), ..options("en") };
    let imported = read(&file(" state=\"hidden\""), "x.xlsx", &chosen).unwrap();
    assert!(said(&imported)[0].starts_with("asked the sheet \"Lists\" is hidden"), "{:?}", said(&imported));
}

#[test]
fn dates_are_as_exact_as_a_document_shows_them() {
    let date = |date: &str, more: &str| {
        format!("<table-cell value-type=\"date\" date-value=\"{date}\"{more}><p>shown</p></table-cell>")
    };
    let row = |title: &str, more: &str, date: &str| {
        format!(
            "<table-row{more}><table-cell value-type=\"string\"><p>{title}</p></table-cell>{date}</table-row>"
        )
    };
    let styled = |style: &str| format!(" style-name=\"{style}\"");
    let content = format!(
        "<d><automatic-styles>\
        <date-style name=\"N1\"><year/></date-style><date-style name=\"N2\"><month/><text>/</text><year/></date-style>\
        <date-style name=\"N3\"><day/><text>.</text><month/></date-style><date-style name=\"N4\"><day/><hours/></date-style>\
        <style name=\"c1\" family=\"table-cell\" data-style-name=\"N1\"/><style name=\"c2\" family=\"table-cell\" data-style-name=\"N2\"/>\
        <style name=\"c3\" family=\"table-cell\" data-style-name=\"N3\"/><style name=\"c4\" family=\"table-cell\" data-style-name=\"N4\"/>\
        <style name=\"c5\" family=\"table-cell\" parent-style-name=\"Named\"/><style name=\"c6\" family=\"table-cell\" parent-style-name=\"c6\"/>\
        <style name=\"ta2\" family=\"table\"><table-properties display=\"false\"/></style></automatic-styles>\
        <table name=\"Old\" style-name=\"ta2\">{}{}</table>\
        <table name=\"Plan\"><table-column/><table-column default-cell-style-name=\"c2\"/><table-column number-columns-repeated=\"1022\" visibility=\"collapse\"/>{}</table></d>",
        row("Title", "", "<table-cell value-type=\"string\"><p>Date</p></table-cell>"),
        row("Hidden", "", &date("2026-05-01", "")),
        [
            row("Title", "", "<table-cell value-type=\"string\"><p>Date</p></table-cell>"),
            row("Year", "", &date("2026-05-01", &styled("c1"))),
            row("Month", "", &date("2026-05-01", &styled("c2"))),
            row("Month of the column", "", &date("2026-05-01", "")),
            row("Year of the row", " default-cell-style-name=\"c1\"", &date("2026-05-01", "")),
            row("Day", " visibility=\"filter\"", &date("2026-05-01T10:00:00", &styled("c3"))),
            row("Hour", "", &date("2026-05-01T10:00:00", &styled("c4"))),
            row("Named", "", &date("2026-05-01", &styled("c5"))),
            row("In a ring", "", &date("2026-05-01", &styled("c6"))),
            row("Long ago", "", &date("-0043-03-15", &styled("c2"))),
        ]
        .concat()
    );
    let named = "<s><date-style name=\"N9\"><year/></date-style><style name=\"Named\" family=\"table-cell\" data-style-name=\"N9\"/></s>";
    let file = archive(&[("content.xml", &content), ("styles.xml", named)]);
    let imported = read(&file, "x.ods", &options("en")).unwrap();
    assert_eq!(
        events(&imported),
        [
            "Year | 2026 on",
            "Month | 2026-05 on",
            "Month of the column | 2026-05 on",
            "Year of the row | 2026 on",
            "Day | 2026-05-01 on",
            "Hour | 2026-05-01 on",
            "Named | 2026 on",
            "In a ring | 2026-05-01 on",
            "Long ago | -0043-03 on",
        ]
    );
    assert_eq!(
        said(&imported)[..2],
        [
            "asked Plan!6: a hidden row is read as well",
            "asked it says no title for the plan: the file's name \"x\" is taken",
        ]
    );
}

#[test]
fn every_format_is_recognized() {
    let name =
        |bytes: &[u8]| recognized(bytes, "x", &super::decode).map_err(|refusal| refusal.text(&Lang::EN));
    let sheet = workbook(SHEET, false);
    for (bytes, format) in [
        (&b"Title,Date\na,2025\n"[..], Some("CSV")),
        (b"Year,Sex,Value\n2025,,1\n", Some("Open SDG")),
        (b"Term,Definition\na,b", Some("CSV")),
        (&sheet, Some("XLSX")),
        (br#"{"events":[{"start_date":{"year":"1"},"text":{"headline":"x"}}]}"#, Some("TimelineJS")),
        (br#"[{"id":1,"content":"x","start":"2025"}]"#, Some("vis-timeline")),
        (br#"{"@graph":[{"prefLabel":"x"}]}"#, Some("SKOS")),
        (b"BEGIN:VCALENDAR\r\n", Some("iCalendar")),
        (b"<tbx type=\"TBX-Core\"/>", Some("TBX")),
        (b"---\ntitle: x\n---\ny", Some("Markdown")),
        // What is no other format's.
        (br#"{"schema":1,"plan":{}}"#, None),
        (b"{\"schema\": 1,", None),
        (b"{}", None),
        (b"just a note", None),
        (b"", None),
    ] {
        assert_eq!(name(bytes), Ok(format), "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(name(b"%PDF-1.7"), Err("this is PDF: open it, and save it as XLSX or CSV".into()));
}

#[test]
fn an_open_document_is_read() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let date = |date: &str| {
        format!(
            "<table:table-cell office:value-type=\"date\" office:date-value=\"{date}\"><text:p>shown</text:p></table:table-cell>"
        )
    };
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let empty = "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let sheet = [
        row(&[cell("Title"), cell("Date"), cell("Text")]),
        row(&[cell("A <text:span>b</text:span><text:s text:c=\"2\"/>c"), date("2025-05-05"), cell("one</text:p><text:p>two<office:annotation><text:p>comment</text:p></office:annotation>")]),
        row(&[cell("Hour"), date("2025-05-05T18:00:00")]),
        row(&[cell("Number"), "<table:table-cell office:value-type=\"float\" office:value=\"2025\"><text:p>2.025</text:p></table:table-cell>".into()]),
        row(&[cell("Error"), "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell>".into()]),
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\" table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\"><text:p>Twice</text:p></table:table-cell><table:covered-table-cell/></table:table-row>".into(),
        empty.into(),
    ]
    .concat();
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"One\">{sheet}</table:table><table:table table:name=\"Two\">{empty}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let file =
        archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)]);
    let imported = read(&file, "x.ods", &options("en")).unwrap();
    assert_eq!(
        events(&imported),
        [
            "A b c | 2025-05-05 on",
            "Hour | 2025-05-05 on",
            "Number | 2025 on",
            "Error | - -",
            "Twice | - -",
            "Twice | - -"
        ]
    );
    assert_eq!(plan(&imported)["events"][0]["summary"]["en"], "one\ntwo");
    assert_eq!(
        said(&imported),
        [
            "asked One!A6: merged cells A6:B6: the value is the first one's alone",
            "asked it says no title for the plan: the file's name \"x\" is taken",
            "asked One!5: no date (and 2 more like it)",
            "asked One!7: the same title and time as in line 6: both are taken",
            "lost One!C2: a comment on a cell is left out: \"comment\"",
            "lost One!B5: the value of the cell is the error #DIV/0!",
            "lost One!B3: the hour of the day is left out",
        ]
    );
}

#[test]
fn what_is_too_much_is_one_error() {
    // As a bomb has it: little that becomes much.
    let much = "x".repeat(101_000_000);
    let bomb = archive(&[("xl/workbook.xml", &much)]);
    assert!(bomb.len() < 1_000_000);
    drop(much);
    assert_eq!(refused(&bomb, "x.xlsx"), "xl/workbook.xml: more than the limit of 100 MB");
    let far = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(refused(&workbook(far, false), "x.xlsx"), "rows: more than the limit of 100000");
    let wide = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="XFD1"><v>1</v></c></row>"#;
    assert_eq!(refused(&workbook(wide, false), "x.xlsx"), "columns: more than the limit of 1000");
    assert_eq!(refused(",".repeat(1_000_000).as_bytes(), "x.csv"), "columns: more than the limit of 1000");
    assert_eq!(refused("a,b\n".repeat(100_001).as_bytes(), "x.csv"), "rows: more than the limit of 100000");
    // Empty columns of a sheet weigh nothing.
    let empty: String = (0..1_000_000).map(|_| "<c/>").collect();
    let sheet = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>{empty}</row><row><c t=\"s\"><v>2</v></c></row>"
    );
    assert_eq!(
        events(&read(&workbook(&sheet, false), "x.xlsx", &options("en")).unwrap()),
        ["Rich text & more | - -"]
    );
    let repeated = |rows: &str, columns: &str| {
        let content = format!(
            "<d><table name=\"x\"><table-row number-rows-repeated=\"{rows}\"><table-cell value-type=\"string\" number-columns-repeated=\"{columns}\"><p>x</p></table-cell></table-row></table></d>"
        );
        archive(&[("content.xml", &content)])
    };
    assert_eq!(refused(&repeated("1048576", "1"), "x.ods"), "rows: more than the limit of 100000");
    assert_eq!(refused(&repeated("1", "16384"), "x.ods"), "columns: more than the limit of 1000");
    assert_eq!(refused(&repeated("90000", "900"), "x.ods"), "cells: more than the limit of 3000000");
    assert_eq!(
        refused(&repeated("18446744073709551615", "18446744073709551615"), "x.ods"),
        "columns: more than the limit of 1000"
    );
    // A text that is longer than any of a plan.
    let long = format!("Title,Date,Text\nA,2025,{}", "y".repeat(2_000_000));
    assert!(
        said(&read(long.as_bytes(), "x.csv", &options("en")).unwrap())
            .contains(&"lost 2: a text of more than 10000 characters is cut".into())
    );
    // Entities that would be others many times over are not read.
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    let file = archive(&[
        ("xl/workbook.xml", "<w><sheet name=\"s\" id=\"rId1\"/></w>"),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
        ("xl/worksheets/sheet1.xml", laughs),
    ]);
    assert_eq!(read(&file, "x.xlsx", &options("en")).unwrap_err().code, Code::NoTable);
}

#[test]
fn every_finding_says_the_same_in_both_languages() {
    for code in Code::ALL {
        let holes = ["<0>", "<1>", "<2>", "<3>"];
        let said = [Lang::ZH, Lang::EN].map(|lang| code.text(&holes.map(Into::into), &lang));
        assert!(said.iter().all(|text| !text.contains(['{', '}'])), "{said:?}");
        for hole in holes {
            assert_eq!(said[0].contains(hole), said[1].contains(hole), "{said:?}");
        }
        assert!(Code::ALL.iter().filter(|other| other.name() == code.name()).count() == 1, "{}", code.name());
    }
}
