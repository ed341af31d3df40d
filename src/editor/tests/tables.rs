//! Cells, labels, and where problems stand.

use plan_widgets::{Lang, PLAN_JSON, Plan};
use plan_widgets_editor::{
    cells::{columns, fresh, text, typed},
    check::{Said, check, is_in, place},
    document::{Document, Step, get},
    labels::Labels,
    shape::{Kind, Shape},
    state::{Command, State},
    templates::TEMPLATES,
    words,
};
use serde_json::{Value, json};

#[test]
fn every_field_and_word_has_a_name_in_both_languages() {
    let shape = Shape::of_model();
    let file: Value = serde_json::from_str(include_str!("../labels.json")).unwrap();
    let mut missing = Vec::new();
    for record in shape.records() {
        for field in &record.fields {
            let own = format!("{}.{}", record.name, field.key);
            if file["labels"].get(&own).is_none() && file["labels"].get(&field.key).is_none() {
                missing.push(format!("labels {}", field.key));
            }
            if file["help"].get(&own).is_none() {
                missing.push(format!("help {own}"));
            }
            if let Kind::Choice(name, words) = &field.kind {
                let lacks = |word: &&String| file["choices"].get(format!("{name}.{word}")).is_none();
                missing.extend(words.iter().filter(lacks).map(|word| format!("choices {name}.{word}")));
            }
            assert!(!field.about.is_empty(), "{own}");
        }
    }
    let lacks = |section: &&plan_widgets_editor::shape::Section| file["sections"].get(&section.key).is_none();
    missing.extend(shape.sections.iter().filter(lacks).map(|section| format!("sections {}", section.key)));
    assert_eq!(missing, Vec::<String>::new());
    for (table, entries) in file.as_object().unwrap() {
        for (key, entry) in entries.as_object().unwrap() {
            let texts = entry.as_array().cloned().unwrap_or_else(|| vec![entry.clone()]);
            let all = texts.len() == if table == "help" { 1 } else { 2 };
            assert!(all && texts.iter().all(|text| !text.as_str().unwrap().is_empty()), "{table} {key}");
        }
    }
    for word in words::ALL {
        assert!([Lang::ZH, Lang::EN].iter().all(|lang| !word.get(lang).is_empty()));
    }
}

#[test]
fn tables_are_made_of_the_model() {
    let shape = Shape::of_model();
    let keys: Vec<&str> = shape.sections.iter().map(|section| &*section.key).collect();
    let all =
        "events goals terms periods topics departments places parts articles principles figures projects";
    assert_eq!(keys.join(" "), all);
    let document = TEMPLATES[3].document(&shape, "en").unwrap();
    let bilingual = Document { languages: vec!["zh".into(), "en".into()].into(), ..document };
    let names = |all: bool| {
        let columns = columns(&shape, &bilingual, 0, all);
        let name = |column: &plan_widgets_editor::cells::Column| {
            [Some(column.field.clone()), column.lang.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(".")
        };
        columns.iter().map(name).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(names(false), "title.zh title.en time summary.zh summary.en kind period topics goals id");
    assert_eq!(
        names(true),
        "title.zh title.en time summary.zh summary.en kind period stage topics goals projects figures terms pinyin places media cite reading id"
    );
}

#[test]
fn cells_are_typed_as_people_write() {
    let languages = ["zh".to_owned(), "en".to_owned()];
    let topics = Kind::List(Box::new(Kind::Ref("topics".into())));
    let during = json!({ "edtf": "2024", "kind": "during" });
    for (kind, before, given, expected) in [
        (Kind::Text, None, " A bridge ", json!("A bridge")),
        (Kind::Time, None, "2025年5月", json!({ "edtf": "2025-05", "kind": "on" })),
        (Kind::Time, None, "May 2025", json!({ "edtf": "2025-05", "kind": "on" })),
        (Kind::Time, Some(&during), "2024", during.clone()),
        (Kind::Time, None, "sometime", json!({ "edtf": "sometime", "kind": "on" })),
        (
            Kind::Time,
            Some(&during),
            "31 February 2025",
            json!({ "edtf": "31 February 2025", "kind": "during" }),
        ),
        (Kind::Number, None, "12", json!(12)),
        (Kind::Number, None, "12.5", json!(12.5)),
        (Kind::Number, None, "twelve", json!("twelve")),
        (topics.clone(), None, "water； energy;;", json!(["water", "energy"])),
        (topics, None, " ", Value::Null),
        (Kind::Time, Some(&during), "", Value::Null),
    ] {
        assert_eq!(typed(&kind, given, before, &languages).unwrap_or_default(), expected, "{given}");
    }
}

/// What a cell says may be typed into it again, and nothing changes.
#[test]
fn what_cells_say_is_read_again() {
    let shape = Shape::of_model();
    let document = Document::from_json(&shape, PLAN_JSON).unwrap();
    for section in 0..shape.sections.len() {
        for column in columns(&shape, &document, section, true).iter().filter(|column| column.is_typed()) {
            for row in document.sections[section].iter() {
                let value = get(row, &column.path);
                let said = text(value, document.own());
                let again = typed(&column.kind, &said, value, &document.languages);
                // A time in words stays so as long as nobody changes it, which no cell tells the model of.
                if value.is_some_and(|value| value["text"].is_object()) {
                    continue;
                }
                assert_eq!(again.as_ref(), value.filter(|value| **value != json!([])), "{said}: {column:?}");
            }
        }
    }
}

#[test]
fn problems_stand_in_their_cells() {
    let shape = Shape::of_model();
    let mut state = State::new(TEMPLATES[0].document(&shape, "en").unwrap());
    assert!(check(&shape, &state.document).found.is_empty());
    let time: Vec<Step> = vec!["time".into(), "edtf".into()];
    for (path, value) in [
        (time, Some(json!("31 February"))),
        (vec!["title".into(), "en".into()], None),
        (vec!["topics".into()], Some(json!(["works", "nowhere"]))),
    ] {
        let before = state.version;
        state.apply(Command::Set(vec![(Some((0, 1)), path.clone(), value)]));
        assert!(state.version > before);
        let checked = check(&shape, &state.document);
        assert!(!checked.is_valid);
        let (at, place) = checked.found[0].place.clone().unwrap();
        assert_eq!(at, Some((0, 1)), "{path:?}");
        let cells = columns(&shape, &state.document, 0, false);
        let cells: Vec<_> = cells.iter().filter(|column| is_in(&place, &column.path)).collect();
        assert_eq!(cells.len(), 1, "{path:?} {place:?}");
        assert_eq!(cells[0].path[0], path[0]);
        state.apply(Command::Undo);
    }
    let words = json!({ "edtf": "/", "kind": "on", "text": { "en": "soon" } });
    state.apply(Command::Set(vec![(Some((0, 2)), vec!["time".into()], Some(words))]));
    let checked = check(&shape, &state.document);
    assert!(checked.is_valid);
    assert_eq!(checked.found[0].said, Said::Undated("soon".into()));
    assert_eq!(place(&shape, "/plan/title/en"), Some((None, vec!["title".into(), "en".into()])));
    assert_eq!(place(&shape, "/languages/0"), None);
}

/// The checker says of an editor's plan what it says of its file.
#[test]
fn the_checker_sees_what_the_file_has() {
    let shape = Shape::of_model();
    let broken =
        PLAN_JSON.replace("\"2020-12-22\"", "\"2020-13-22\"").replace("\"transport\"", "\"traffic\"");
    for json in [PLAN_JSON, &*broken] {
        let document = Document::from_json(&shape, json).unwrap();
        let mine = check(&shape, &document).found;
        let theirs = Plan::from_json(json).err().map_or_else(Vec::new, |problems| problems.0);
        let mine: Vec<_> = mine
            .into_iter()
            .filter_map(|found| match found.said {
                Said::Problem(problem) => Some(problem),
                Said::Undated(_) => None,
            })
            .collect();
        assert_eq!(mine, theirs);
        assert_eq!(document.to_json(&shape), serde_json::from_str::<Value>(json).unwrap());
    }
}

#[test]
fn templates_are_valid_and_in_one_language() {
    let shape = Shape::of_model();
    for template in TEMPLATES {
        for lang in ["zh", "en"] {
            let document = template.document(&shape, lang).unwrap();
            let checked = check(&shape, &document);
            assert_eq!(checked.found, vec![], "{}", template.name.get(&Lang::EN));
            assert!(!document.sections[shape.section(template.section).unwrap()].is_empty());
            assert_eq!(document.own(), lang);
        }
    }
}

/// Of a new row no more is wrong than that its texts are missing.
#[test]
fn a_new_row_lacks_what_only_its_editor_knows() {
    let shape = Shape::of_model();
    let mut state = State::new(Document::empty(&shape, "en", "Plan"));
    let section = shape.section("topics").unwrap();
    for _ in 0..2 {
        let row = fresh(&shape, &state.document, section);
        state.apply(Command::Insert(section, 9, vec![row]));
    }
    let ids: Vec<_> = state.document.sections[section].iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, [json!("topic-1"), json!("topic-2")]);
    let checked = check(&shape, &state.document);
    assert!(checked.found.iter().all(|found| found.place.as_ref().unwrap().1[0] == "name".into()));
    let _ = Labels::of(&Lang::ZH);
}
