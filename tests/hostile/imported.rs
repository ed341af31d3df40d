//! What has to hold of the importer's answer to any bytes. Shared by the property test and by the fuzz target.

use std::io::{Cursor, Write};

use plan_widgets::Plan;
use plan_widgets_import::{File, Options, import_all};
use zip::{ZipWriter, write::SimpleFileOptions};

/// An archive of files.
///
/// # Panics
/// When it can't be written.
#[must_use]
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).expect("memory takes all");
        zip.write_all(bytes).expect("memory takes all");
    }
    zip.finish().expect("memory takes all").into_inner()
}

/// A workbook with this sheet.
#[must_use]
pub fn workbook(sheet: &[u8]) -> Vec<u8> {
    archive(&[
        ("xl/workbook.xml", b"<w><sheet name=\"s\" id=\"rId1\"/></w>"),
        (
            "xl/_rels/workbook.xml.rels",
            b"<r><Relationship Id=\"rId1\" Target=\"sheet.xml\"/><Relationship Id=\"rId2\" Type=\"styles\" Target=\"styles.xml\"/></r>",
        ),
        ("xl/styles.xml", b"<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></s>"),
        ("xl/sheet.xml", sheet),
    ])
}

/// Bytes are read or refused, and what is made of them is valid. The first says what they are: a file, a part of a workbook,
/// or several files with zeros between them.
///
/// # Panics
/// When something doesn't hold.
pub fn imported(bytes: &[u8]) {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let options = Options {
        lang: (which & 16 > 0).then(|| "en".to_owned()),
        subject: Some(("figure".into(), "f".into())),
        unit: (which & 32 > 0).then(|| "%".to_owned()),
        source: Some("s".into()),
        financial_year: (which & 64 > 0).then_some(4),
        ..Options::default()
    };
    let made;
    let files: Vec<File> = match which % 4 {
        1 => {
            made = workbook(bytes);
            vec![("x.xlsx", &made)]
        }
        2 => {
            made = archive(&[("content.xml", bytes)]);
            vec![("x.ods", &made)]
        }
        3 => {
            let names = ["en/a_b.md", "x.csv", "x.yml", "zh-cn/a_b.md"];
            names.into_iter().zip(bytes.split(|byte| *byte == 0)).collect()
        }
        _ => vec![("x", bytes)],
    };
    // No platform is there that knows other encodings.
    let decode = |_: &str, bytes: &[u8]| Some(String::from_utf8_lossy(bytes).into_owned());
    match import_all(&files, "x", &options, &decode) {
        Ok(found) if found.progress.is_empty() => {
            Plan::from_json(&found.plan).expect("what is made is valid");
        }
        Ok(found) => assert!(found.progress.contains("\"value\"") && !found.progress.contains("null")),
        Err(refusal) => assert_ne!(refusal.code.name(), "invalid", "{refusal:?}"),
    }
}
