//! What is opened and pasted.

use plan_widgets::Lang;
use plan_widgets_editor::{
    bring::{add, merged, open, without_options},
    check::check,
    document::Document,
    paste::{of_html, of_text, to_text},
    shape::Shape,
    templates::TEMPLATES,
};
use plan_widgets_import::findings::Code;

fn none(_: &str, _: &[u8]) -> Option<String> {
    None
}

fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn text_of_a_clipboard_is_cells() {
    for (text, expected) in [
        ("a\tb\r\n1\t2\r\n", &[&["a", "b"][..], &["1", "2"]][..]),
        ("one", &[&["one"]]),
        ("\t\n", &[&["", ""]]),
        ("\"two\nlines\"\tb\n", &[&["two\nlines", "b"]]),
        ("\"a \"\"b\"\"\"\tc", &[&["a \"b\"", "c"]]),
        ("\"Go\" he said\tc\n", &[&["\"Go\" he said", "c"]]),
        ("5\" pipe\tc", &[&["5\" pipe", "c"]]),
        ("a\rb", &[&["a"], &["b"]]),
        ("", &[]),
    ] {
        assert_eq!(of_text(text), cells(expected), "{text:?}");
        assert_eq!(of_text(&to_text(&cells(expected))), cells(expected), "{text:?}");
    }
}

#[test]
fn html_of_a_clipboard_is_cells() {
    for (html, expected) in [
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", &[&["a", "b"][..], &["1", "2"]][..]),
        (
            "<style>td{}</style><table><tbody><tr><td> one\n two</td><td>x<br>y</td></tr></tbody></table>",
            &[&["one two", "x\ny"]],
        ),
        ("<table><tr><td colspan=2>a</td><td>b &amp; c</td></tr></table>", &[&["a", "", "b & c"]]),
        ("<table><tr><td><p>a</p><p>b</p></td><td></td></tr></table>", &[&["a\nb", ""]]),
        ("<table><tr><td colspan=999999999>a</td></tr></table>", &[&[]]),
        ("<p>no table</p>", &[]),
    ] {
        let found = of_html(html);
        if html.contains("999") {
            assert_eq!(found[0].len(), 100);
        } else {
            assert_eq!(found, cells(expected), "{html}");
        }
    }
}

#[test]
fn files_are_opened() {
    let shape = Shape::of_model();
    let sheets = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/package/sheets/");
    for (name, count) in [("harbour.xlsx", 1), ("harbour.ods", 1), ("harbour.csv", 1), ("harbour.zh.csv", 1)]
    {
        let bytes = std::fs::read(format!("{sheets}{name}")).unwrap();
        let brought = open(&shape, &bytes, name, &Lang::EN, &none).unwrap();
        assert!(brought.count >= count && check(&shape, &brought.document).is_valid, "{name}");
    }
    let plan = plan_widgets::PLAN_JSON.as_bytes();
    let brought = open(&shape, plan, "plan.json", &Lang::EN, &none).unwrap();
    assert!(brought.count > 100 && brought.findings.is_empty());
    // One that isn't valid is opened as well, to be mended.
    let broken = plan_widgets::PLAN_JSON.replace("2020-12-22", "nonsense");
    let brought = open(&shape, broken.as_bytes(), "plan.json", &Lang::EN, &none).unwrap();
    assert!(!check(&shape, &brought.document).is_valid);
    for (bytes, lang, said) in [(&b"%PDF-1.4"[..], Lang::EN, "PDF"), (b"a,b\n1,2\n", Lang::ZH, "标题")] {
        let refused = open(&shape, bytes, "file", &lang, &none).err().unwrap();
        assert!(refused.contains(said), "{refused}");
    }
}

/// Nobody who has no terminal reads of options.
#[test]
fn findings_have_no_options_of_the_command() {
    let parameters: Vec<String> = ["one", "two", "three"].map(Into::into).into();
    for code in Code::ALL.iter().filter(|code| !code.name().starts_with("map-")) {
        for lang in [Lang::ZH, Lang::EN] {
            let whole = code.text(&parameters, &lang);
            let said = without_options(&whole);
            assert!(!said.contains("--") && !said.is_empty(), "{said}");
            assert!(whole.starts_with(&said) || whole.contains("--"), "{said}");
            assert_eq!(
                said.matches(['(', '\u{ff08}']).count(),
                said.matches([')', '\u{ff09}']).count(),
                "{said}"
            );
        }
    }
    for (whole, said) in [
        (
            "its texts are taken for \"en\": if they aren't, say so with --lang",
            "its texts are taken for \"en\"",
        ),
        ("文字当作 zh\u{ff1b}若不是\u{ff0c}请用 --lang 指明", "文字当作 zh"),
        (
            "the column \"Who (a)\" is left out (--map \"Who (a)=FIELD\" says what it is)",
            "the column \"Who (a)\" is left out",
        ),
        ("a plain sentence: with a clause", "a plain sentence: with a clause"),
    ] {
        assert_eq!(without_options(whole), said);
    }
}

#[test]
fn pasted_rows_are_added() {
    let shape = Shape::of_model();
    let empty = Document::empty(&shape, "en", "Our plan");
    let first = add(&shape, &empty, "Title\tDate\nOpening\t1 May 2025\n", &Lang::EN, &none).unwrap();
    assert_eq!(first.document.about["title"]["en"], "Our plan");
    let second =
        add(&shape, &first.document, "Title\tDate\tTopic\nOpening\t2026\tWater\n", &Lang::EN, &none).unwrap();
    let events = &second.document.sections[0];
    assert_eq!((events.len(), second.document.sections[shape.section("topics").unwrap()].len()), (2, 1));
    assert_ne!(events[0]["id"], events[1]["id"]);
    assert!(check(&shape, &second.document).found.is_empty());
    // In another language the title is in that as well.
    let chinese = add(&shape, &empty, "标题\t日期\n通车\t2025年5月\n", &Lang::ZH, &none).unwrap();
    assert_eq!(chinese.document.own(), "zh");
    assert!(check(&shape, &chinese.document).is_valid, "{:?}", check(&shape, &chinese.document).found);
}

/// Two plans in one: ids stay apart, and what refers to them follows.
#[test]
fn plans_are_merged() {
    let shape = Shape::of_model();
    for template in TEMPLATES {
        let one = template.document(&shape, "en").unwrap();
        let both = merged(&shape, &one, one.clone());
        assert_eq!(check(&shape, &both).found, vec![]);
        let shared = ["topics", "periods", "departments"];
        for (index, section) in shape.sections.iter().enumerate() {
            let times = if shared.contains(&&*section.key) { 1 } else { 2 };
            assert_eq!(both.sections[index].len(), times * one.sections[index].len(), "{}", section.key);
        }
    }
}
