//! Glossaries of other programs: TBX, SKOS, Markdown.

use serde_json::{Value, json};

use super::{Imported, formats::archive, import_files, options, plan, read, said};

fn terms(imported: &Imported) -> Value {
    plan(imported)["terms"].clone()
}

const MARTIF: &str = r#"<?xml version='1.0' encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en-US"><martifHeader><fileDesc><titleStmt><title>Terms of the port</title></titleStmt>
<sourceDesc><p>Ours</p></sourceDesc></fileDesc></martifHeader><text><body>
<termEntry id="c1"><descrip type="subjectField">ports</descrip><descripGrp><descrip type="definition">Electricity from the <hi>quay</hi> &amp; pier.</descrip></descripGrp>
  <langSet xml:lang="en"><tig><term>cold ironing</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
    <tig><term>shore <hi type="x">power</hi></term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
    <tig><term>OPS</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
  <langSet xml:lang="zh-CN"><descrip type="definition">由码头供电。</descrip><ntig><termGrp><term>岸电</term></termGrp></ntig></langSet></termEntry>
<termEntry><langSet xml:lang="en-GB"><tig><term>berth</term><descripGrp><descrip type="definition">Where a ship lies.</descrip></descripGrp></tig></langSet></termEntry>
<termEntry id="c3"><langSet xml:lang="en"><tig><term>quay</term></tig></langSet></termEntry>
<termEntry id="c4"><descrip type="definition">Nameless</descrip></termEntry>
</body></text></martif>"#;

/// The same in the second edition: elements of their own, or with their kinds in attributes.
fn second_edition(by_elements: bool) -> String {
    let field = |kind: &str, text: &str| match (by_elements, kind) {
        (true, _) => format!("<m:{kind}>{text}</m:{kind}>"),
        (false, "definition" | "subjectField") => format!("<descrip type=\"{kind}\">{text}</descrip>"),
        (false, _) => format!("<termNote type=\"{kind}\">{text}</termNote>"),
    };
    format!(
        "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\" xmlns:m=\"x\"><tbxHeader><fileDesc><titleStmt><title>Terms of the port</title></titleStmt></fileDesc></tbxHeader><text><body>\
        <conceptEntry id=\"c1\">{}<descripGrp>{}</descripGrp>\
        <langSec xml:lang=\"en\"><termSec><term>cold ironing</term>{}</termSec><termSec><term>shore power</term>{}</termSec><termSec><term>OPS</term></termSec></langSec>\
        <langSec xml:lang=\"zh-CN\">{}<termSec><term>岸电</term></termSec></langSec></conceptEntry>\
        <conceptEntry><langSec xml:lang=\"en\"><termSec><term>berth</term>{}</termSec></langSec></conceptEntry></body></text></tbx>",
        field("subjectField", "ports"),
        field("definition", "Electricity from the <hi>quay</hi> &amp; pier."),
        field("administrativeStatus", "deprecatedTerm-admn-sts"),
        field("administrativeStatus", "preferredTerm-admn-sts"),
        field("definition", "由码头供电。"),
        field("definition", "Where a ship lies."),
    )
}

#[test]
fn tbx_is_read_in_both_editions() {
    let expected = json!([
        { "id": "c1", "name": { "en": "shore power", "zh": "岸电" }, "components": [],
            "note": { "en": "Electricity from the quay & pier.", "zh": "由码头供电。" }, "names": { "en": ["OPS", "cold ironing"] } },
        { "id": "berth", "name": { "en": "berth", "zh": "berth" }, "components": [],
            "note": { "en": "Where a ship lies.", "zh": "Where a ship lies." } },
    ]);
    for (file, more) in
        [(MARTIF.to_owned(), true), (second_edition(true), false), (second_edition(false), false)]
    {
        let imported = read(file.as_bytes(), "port.tbx", &options("")).unwrap();
        assert_eq!(terms(&imported), expected, "{file}");
        assert_eq!(plan(&imported)["plan"]["title"]["en"], "Terms of the port");
        assert_eq!(plan(&imported)["languages"], json!(["en", "zh"]));
        let lines = said(&imported);
        assert!(
            lines.iter().any(|line| line.starts_with("asked entries/1: the text in \"zh\" is missing")),
            "{lines:#?}"
        );
        assert_eq!(
            lines.contains(&"lost c3: the term \"quay\" has no explanation and is left out".into()),
            more,
            "{lines:#?}"
        );
        assert_eq!(
            lines.contains(&"lost c4: a row without a title is left out: \"Nameless\"".into()),
            more,
            "{lines:#?}"
        );
    }
    // In UTF-16, as some programs write it; and another language first.
    let utf16: Vec<u8> =
        [0xfeff].into_iter().chain(MARTIF.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let imported = read(&utf16, "x", &options("zh")).unwrap();
    assert_eq!(plan(&imported)["languages"], json!(["zh", "en"]));
    // Other XML is none.
    assert!(read(b"<?xml version=\"1.0\"?><rss/>", "x", &options("en")).is_err());
}

#[test]
fn skos_is_read() {
    for (graph, own) in [
        (
            r##"{ "@context": { "skos": "http://www.w3.org/2004/02/skos/core#" }, "@graph": [
                { "@id": "https://example.org/port", "@type": "skos:ConceptScheme" },
                { "@id": "https://example.org/port#shore_power", "@type": "skos:Concept",
                  "skos:prefLabel": [{ "@value": "Shore power", "@language": "en" }, { "@value": "岸电", "@language": "zh-cn" }],
                  "skos:altLabel": { "@value": "OPS", "@language": "en" },
                  "skos:definition": { "@value": "From the quay.", "@language": "en" } }] }"##,
            "",
        ),
        (
            r#"[{ "@id": "https://example.org/port/shore_power/", "prefLabel": { "en": "Shore power", "zh": "岸电" },
                  "altLabel": { "en": ["OPS"] }, "definition": "From the quay." }]"#,
            "en",
        ),
    ] {
        let imported = read(graph.as_bytes(), "port.jsonld", &options(own)).unwrap();
        assert_eq!(
            terms(&imported),
            json!([{ "id": "shore-power", "name": { "en": "Shore power", "zh": "岸电" }, "components": [],
                "note": { "en": "From the quay.", "zh": "From the quay." }, "names": { "en": ["OPS"] } }])
        );
    }
}

const PAGES: [(&str, &str); 5] = [
    (
        "glossary/content/en/shore_power.md",
        "---\ntitle: Shore power (OPS)\nstatus: Completed\ncategory: 'Technology'\ntags: [\"energy\", '']\n---\n\n## What it is\n\nElectricity from the\nquay. See [berth](/en/berth/)\nand **more**.\n\n- one\n- two\n\n## Problem it addresses\n\nSmoke.\n",
    ),
    (
        "glossary/content/zh-cn/shore_power.md",
        "\u{feff}---\r\ntitle: \"岸电(OPS)\"\r\nstatus: Completed\r\n---\r\n\r\n## 是什么\r\n\r\n由码头\r\n供电。参见 [泊位](/zh-cn/berth/)。{{< figure src=\"a.png\" >}}\r\n",
    ),
    (
        "glossary/content/en/berth.md",
        "---\ntitle: Berth\nsynonyms:\n  - mooring\n  - dock\n---\n<p>Where a ship <b>lies</b>.</p>\n",
    ),
    ("glossary/content/en/_index.md", "---\ntitle: Glossary\n---\nAll terms.\n"),
    ("glossary/content/en/quay.md", "---\ntitle: Quay\ndescription: >\n  A wall\n  of stone.\n---\n"),
];

fn expected() -> Value {
    let note = "Electricity from the quay. See berth and more.\n\n- one\n- two";
    json!([
        { "id": "shore-power", "name": { "en": "Shore power (OPS)", "zh": "岸电(OPS)" }, "components": [],
            "note": { "en": note, "zh": "由码头供电。参见 泊位。" }, "names": { "en": ["Shore power", "OPS"], "zh": ["岸电", "OPS"] } },
        { "id": "berth", "name": { "en": "Berth", "zh": "Berth" }, "components": [],
            "note": { "en": "Where a ship lies.", "zh": "Where a ship lies." }, "names": { "en": ["mooring", "dock"] } },
        { "id": "quay", "name": { "en": "Quay", "zh": "Quay" }, "components": [], "note": { "en": "A wall of stone.", "zh": "A wall of stone." } },
    ])
}

#[test]
fn a_folder_of_pages_is_a_glossary() {
    let files: Vec<(&str, &[u8])> = PAGES.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    let imported = import_files(&files, "glossary", &options("")).unwrap();
    assert_eq!(terms(&imported), expected());
    assert_eq!(
        said(&imported),
        [
            "asked it says no title for the plan: the file's name \"glossary\" is taken",
            "asked glossary/content/en/berth.md: the text in \"zh\" is missing: another language's stands in its place (and 3 more like it)",
            "lost glossary/content/en/shore_power.md: a link within a text is left out: /en/berth/ (and 1 more like it)",
            "lost glossary/content/en/shore_power.md: only the first section is read: what stands below \"Problem it addresses\" is left out",
            "lost glossary/content/en/shore_power.md: the field status is left out (and 1 more like it)",
            "lost glossary/content/en/shore_power.md: the field category is left out",
            "lost glossary/content/en/shore_power.md: the field tags is left out",
            "changed glossary/content/en/shore_power.md: the id \"shore_power\" became \"shore-power\"",
        ]
    );
    // The same in an archive, whose files have an order of their own, and with the language in the names of files.
    let archived = terms(&read(&archive(&PAGES), "glossary.zip", &options("")).unwrap());
    let by_id = |terms: Value| {
        let id = |term: &Value| term["id"].to_string();
        let mut terms = terms.as_array().unwrap().clone();
        terms.sort_by_key(id);
        terms
    };
    assert_eq!(by_id(archived), by_id(expected()));
    let suffixed: Vec<(String, &str)> = PAGES
        .iter()
        .map(|(path, text)| {
            let lang = if path.contains("zh-cn") { "zh-cn" } else { "en" };
            let name = path.rsplit('/').next().unwrap();
            (name.replace(".md", &format!(".{lang}.md")), *text)
        })
        .collect();
    let files: Vec<(&str, &[u8])> = suffixed.iter().map(|(path, text)| (&**path, text.as_bytes())).collect();
    assert_eq!(terms(&import_files(&files, "x", &options("")).unwrap()), expected());
    // One page alone.
    let imported = read(PAGES[1].1.as_bytes(), "shore_power.md", &options("")).unwrap();
    assert_eq!(terms(&imported)[0]["name"], json!({ "zh": "岸电(OPS)" }));
}

#[test]
fn brackets_hold_a_name_where_they_certainly_do() {
    for (name, names) in [
        ("Shore power (OPS)", &["Shore power", "OPS"][..]),
        ("Shore power （OPS）", &["Shore power", "OPS"]),
        ("岸电(shore power)", &["岸电", "shore power"]),
        ("Bank (river)", &["Bank"]),
        ("岸电（泊位）", &["岸电"]),
        ("HTTP/2 (H2)", &["HTTP/2"]),
        ("(OPS)", &[]),
        ("OPS ()", &[]),
        ("Power", &[]),
    ] {
        let table = format!("Term,Definition\n{name},x");
        let found = terms(&read(table.as_bytes(), "x", &options("en")).unwrap())[0]["names"]["en"].clone();
        let found: Vec<String> = serde_json::from_value(found).unwrap_or_default();
        assert_eq!(found, names, "{name}");
    }
}
