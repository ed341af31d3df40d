//! Indicators of Open SDG, which become progress.

use plan_widgets::{Lang, Plan, Progress};
use plan_widgets_import::{Options, columns::Field, findings::Refusal};
use serde_json::{Value, json};

use super::{Imported, import_files, options};

const TABLE: &str =
    "\u{feff}Year,Region,Sex,Value\n2012,,,41\n2016,,,36.2\n2019,,,31.5\n2019,,female,32.1\n2019,North,,44\n";
const ABOUT: &str = "COMPUTATION_UNITS: ''\nINDICATOR_NAME: global_indicators.1-2-1-title\nDATA_FOOTNOTE: \"\"\nSOURCE_ORGANISATION_1: Statistics office\nSOURCE_URL_1: https://example.org/stats\nBASE_YEAR: 2012\nTARGET: By 2030, halve it\nGRAPH_TARGET_LINES:\n  - value: 20\n    label_content: 2030\nprogress_calculation_options:\n- base_year: 2012\n  target_year: 2030\n";

fn about() -> Options {
    Options {
        subject: Some(("figure".into(), "poverty-rate".into())),
        unit: Some("%".into()),
        source: Some("Statistics office".into()),
        ..options("en")
    }
}

fn progress(files: &[(&str, &str)], options: &Options) -> Result<(Value, Vec<String>), Refusal> {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let imported: Imported = import_files(&files, files[0].0, options)?;
    assert!(imported.plan.is_empty());
    // It is valid with a plan that has the figure.
    let text = |text: &str| json!({ "en": text });
    let plan = json!({
        "schema": 1, "languages": ["en"], "plan": { "id": "p", "title": text("P"), "short": text("P") },
        "figures": [{ "id": "poverty-rate", "text": text("20 %"), "value": 20, "unit": text("%"), "measure": text("poverty"), "kind": "target" }],
        "goals": [{ "id": "g", "kind": "article", "title": text("G"), "topics": [], "figures": ["poverty-rate"] }],
    });
    let plan = Plan::read(&plan).unwrap();
    Progress::from_json(&imported.progress, &plan, &Lang::EN).unwrap();
    let said = super::said(&imported);
    Ok((serde_json::from_str(&imported.progress).unwrap(), said))
}

#[test]
fn headline_values_become_a_series() {
    let (found, said) = progress(&[("indicator_1-2-1.csv", TABLE), ("1-2-1.yml", ABOUT)], &about()).unwrap();
    assert_eq!(
        found,
        json!({ "schema": 1, "languages": ["en"], "source": { "name": { "en": "Statistics office" }, "url": "https://example.org/stats" },
            "reports": [{ "figure": "poverty-rate", "unit": { "en": "%" },
                "series": [{ "when": "2012", "value": 41 }, { "when": "2016", "value": 36.2 }, { "when": "2019", "value": 31.5 }],
                "baseline": { "value": 41, "when": "2012" }, "target": { "value": 20, "when": "2030" } }] })
    );
    assert_eq!(
        said,
        ["lost C5: a row of a breakdown is left out: only headline values count (and 1 more like it)",]
    );
    // The same where the metadata stand in front of a page, and where they say nothing of all that.
    let page = format!("---\n{ABOUT}---\n");
    let (again, _) = progress(&[("a.csv", TABLE), ("1-2-1.md", &page)], &about()).unwrap();
    assert_eq!(again["reports"], found["reports"]);
    let (alone, _) = progress(&[("a.csv", TABLE)], &about()).unwrap();
    assert_eq!(
        alone["reports"][0],
        json!({ "figure": "poverty-rate", "unit": { "en": "%" }, "series": found["reports"][0]["series"] })
    );
}

#[test]
fn what_nobody_says_is_asked_about() {
    let refused =
        |text: &str, options: &Options| progress(&[("a.csv", text)], options).unwrap_err().text(&Lang::EN);
    assert_eq!(
        refused(TABLE, &options("en")),
        "this is an indicator of Open SDG, which becomes progress of a plan: say also --figure ID, --unit TEXT, --source NAME"
    );
    assert_eq!(
        refused("Year,Sex,Value\n2019,female,3\n", &about()),
        "no row has a value and all its breakdowns empty; the breakdowns are \"Sex\""
    );
    assert_eq!(
        refused("Year,Units,Value\n2019,%,3\n2019,people,4\n2018,%,2", &about()),
        "2019 has several headline values, 3 % (C2), 4 people (C3): leave one of them"
    );
    // A letter of Cyrillic in a name that looks right.
    assert_eq!(
        refused("Y\u{435}ar,Sex,Value\n2019,,3\n", &about()),
        "the column \"Y\u{435}ar\" looks like \"year\", but has letters of another script (\u{435}): if it is that, say --map \"Y\u{435}ar=year\""
    );
    let map = vec![("Y\u{435}ar".to_owned(), Field::Year)];
    let (found, _) =
        progress(&[("a.csv", "Y\u{435}ar,Sex,Value\n2019,,3\n")], &Options { map, ..about() }).unwrap();
    assert_eq!(found["reports"][0]["value"], 3);
}

#[test]
fn years_and_values_are_read_as_they_are_written() {
    let april = Options { financial_year: Some(4), ..about() };
    for (options, table, expected) in [
        (&about(), "Year,Value\n2017,1\n2018/19,-0\n", json!([0, "2018/2019"])),
        (&about(), "Year,Value\n1999/00,5\n", json!([5, "1999/2000"])),
        (&april, "Year,Value\n2018/19,2.50\n", json!([2.5, "2018-04/2019-03"])),
        (&april, "Year,Value\n2018-2019,2\n2018/2019,\n", json!([2, "2018-04/2019-03"])),
        // Later than a whole year that ends before.
        (&april, "Year,Value\n2018/19,2\n2018,3\n", json!([2, "2018-04/2019-03"])),
        (&about(), "Year;Value\n2018;33,7\n", json!([33.7, "2018"])),
        (&about(), "Année,Région,Valeur,Commentaire\n2018,,7,ok\n", json!([7, "2018"])),
        (&about(), "Год;Пол;Значение\n2018;;7\n", json!([7, "2018"])),
        (&about(), "年份,性别,数值\n2018,,7\n2019,女,8\n", json!([7, "2018"])),
        // A breakdown that could be a title, and one that could be a subject.
        (&about(), "Year,Item,Group,Value\n2018,,,7\n2018,Food,,9\n2018,,Young,9\n", json!([7, "2018"])),
        (&about(), "Year,Units,Value\n2018,people,7\n", json!([7, "2018"])),
    ] {
        let (found, _) = progress(&[("a.csv", table)], options).unwrap();
        let report = &found["reports"][0];
        let last = report["series"].as_array().and_then(|series| series.last());
        let latest = last
            .map_or(json!([report["value"], report["as_of"]]), |last| json!([last["value"], last["when"]]));
        assert_eq!(latest, expected, "{table}");
    }
    let (_, said) = progress(
        &[("a.csv", "Year,Value\n2017,n/a\nonce,3\n2018/19,\"1,234\"\n2015/16,2\n2014,1e999")],
        &about(),
    )
    .unwrap();
    assert_eq!(
        said,
        [
            "asked A5: \"2015/16\" is a financial year: say in which month it begins with --financial-year MONTH, else both years are meant",
            "lost B2: the value \"n/a\" is no number, and its row is left out (and 2 more like it)",
            "lost A3: the year \"once\" isn't certain, and its row is left out",
        ]
    );
}

#[test]
fn a_series_is_of_one_unit_and_one_baseline() {
    let (found, said) = progress(
        &[("a.csv", "Year,Units,Value\n2017,people,9\n2018,%,3\n2019,%,4\n")],
        &Options { unit: None, ..about() },
    )
    .unwrap();
    assert_eq!(
        found["reports"][0]["series"],
        json!([{ "when": "2018", "value": 3 }, { "when": "2019", "value": 4 }])
    );
    assert_eq!(
        said,
        ["lost C2: a headline value of another unit or series than the latest one, of 2019, is left out"]
    );
    // Two values of an earlier year are as uncertain as two of the latest.
    let refused = progress(&[("a.csv", "Year,Value\n2018,3\n2018,4\n2019,5\n")], &about()).unwrap_err();
    assert_eq!(
        refused.text(&Lang::EN),
        "2018 has several headline values, 3 (B2), 4 (B3): leave one of them"
    );
    // What the table has for the year counts, and another number of the metadata is told.
    let about_it = "progress_calculation_options:\n- base_year: 2018\n  baseline: 2\n";
    let (found, said) =
        progress(&[("a.csv", "Year,Value\n2018,3\n2019,5\n"), ("b.yml", about_it)], &about()).unwrap();
    assert_eq!(found["reports"][0]["baseline"], json!({ "value": 3, "when": "2018" }));
    assert_eq!(said.len(), 1, "{said:?}");
}
