//! Languages: their tags, their files, and what they say.

use plan_widgets::{
    Lang, Plan, Problem,
    model::{Edtf, Time, TimeKind},
    view::{
        languages::BUILT_IN,
        words::{Language, fill},
    },
};
use plan_widgets_element::render::{Form, Renderer, Wanted};
use serde_json::{Value, json};

#[test]
fn every_file_is_complete() {
    for (lang, file) in BUILT_IN {
        match Language::from_json(file) {
            Ok(language) => assert_eq!(language.lang, *lang),
            Err(problems) => panic!("{lang:?}: {problems}"),
        }
    }
}

#[test]
fn a_tag_has_a_form() {
    for tag in ["zh", "en-GB", "zh-Hant-TW", "sr-Latn", "es-419", "yue", "de-CH-1901", "ca-ES-valencia"] {
        assert_eq!(Lang::parse(tag).unwrap().key(), tag);
    }
    let long = "en-12345678-12345678-12345678-12345678";
    for tag in ["", "e", "engl", "中文", "en_GB", "en-", "en--GB", "-en", "en-GBGBGBGBG", "e1", "en GB", long]
    {
        assert_eq!(Lang::parse(tag), None, "{tag}");
    }
    assert_eq!((Lang::ZH.tag(), Lang::new("zh-TW").tag(), Lang::EN.tag()), ("zh-Hans", "zh-TW", "en"));
}

/// The cases of tests/languages.json, which the elements have as well.
#[test]
fn readers_get_the_best_language() {
    let cases: Value = serde_json::from_str(include_str!("../languages.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let among: Vec<Lang> = case["among"]
            .as_array()
            .unwrap()
            .iter()
            .map(|tag| Lang::parse(tag.as_str().unwrap()).unwrap())
            .collect();
        let best = Lang::best(case["wanted"].as_str().unwrap(), &among);
        assert_eq!(best.map(Lang::key), case["best"].as_str(), "{case}");
    }
}

/// Patterns without grammatical cases.
fn plain_dates(dates: &Value) -> Value {
    let text = dates.to_string().replace(":the}", "}").replace(":end}", "}");
    serde_json::from_str(&text).unwrap()
}

/// What is wrong with a file that has a fault of each kind.
pub fn wrong_file() -> Vec<Problem> {
    let (_, english) = BUILT_IN.iter().find(|(lang, _)| *lang == Lang::EN).unwrap();
    let mut file: Value = serde_json::from_str(english).unwrap();
    file.as_object_mut().unwrap().remove("cases");
    file["dates"] = plain_dates(&file["dates"]);
    file["tag"] = json!("english");
    file["direction"] = json!("up");
    file["common"].as_object_mut().unwrap().remove("copy");
    file["dates"]["by"] = json!("by {year}");
    file["dates"]["from"] = json!("from {from:genitive} on");
    file["dates"]["until"] = json!("until {to} or {to}");
    file["dates"]["unknown"] = json!(["?"]);
    file["timeline"]["list"] = json!("List {count}");
    file["timeline"]["items"] = json!({ "one": "{count} item", "few": "{count} items" });
    file["timeline"]["lists"] = json!("Lists");
    file["common"]["coppy"] = json!("Copy");
    file["common"]["comma"] = json!("");
    file["goals"]["search"] = json!(5);
    file["calendar"]["months"].as_array_mut().unwrap().pop();
    file["calendar"]["months_short"].as_array_mut().unwrap().push(json!("Undec"));
    file["numbers"]["plurals"]["table"] = json!("102");
    file["numbers"]["plurals"]["form"] = json!([]);
    file["cases"] = json!({ "dative": { "by": "to {date}", "yaer": "{year}" } });
    file["dates"]["within"] = json!("within {date:dativ}");
    file["goals"]["method"] = json!({ "one": "Method", "other": "Methods" });
    file.as_object_mut().unwrap().remove("passages");
    let mut problems = Language::from_json(&file.to_string()).unwrap_err().0;
    let mut file: Value = serde_json::from_str(english).unwrap();
    file.as_object_mut().unwrap().remove("cases");
    file["dates"] = plain_dates(&file["dates"]);
    file["dates"]["by"] = json!("by {date:dative}");
    problems.append(&mut Language::from_json(&file.to_string()).unwrap_err().0);
    problems
}

#[test]
fn a_wrong_file_is_told_by_place_and_remedy() {
    let problems = wrong_file();
    let said: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let expected = [
        "/tag: expected the tag of a language, such as \"fr\" or \"zh-Hant\", found \"english\"",
        "/direction: expected one of ltr, rtl, found \"up\"",
        "/common/comma: expected a text, found \"\"",
        "/common: expected the field \"copy\", found nothing",
        "/timeline/items: expected a text, or an object with one for each of one, other, found few, one",
        "/timeline/list: expected a text without braces, found \"List {count}\"",
        "/calendar/months_short: expected an array of 12, found an array of 13",
        "/goals/search: expected a text, found a number",
        "/goals/method: expected a text, or an object with one for each of one, other, found one, other",
        "/: expected the field \"passages\", found nothing",
        "/calendar/months: expected an array of 12, found an array of 11",
        "/dates/by: expected a text with each of {date} once, found \"by {year}\"",
        "/dates/within: expected behind the colon a name from cases: dative, found \"within {date:dativ}\"",
        "/dates/from: expected behind the colon a name from cases: dative, found \"from {from:genitive} on\"",
        "/dates/until: expected a text with each of {to} once, found \"until {to} or {to}\"",
        "/dates/unknown: expected a text, found an array",
        "/numbers/plurals/table: expected digits from 0 to 1: which of the forms each number has, found \"102\"",
        "/cases/dative/yaer: expected one of months, months_alone, year, year_before,",
        "/common/coppy: expected one of comma, names_comma, clear_filters, copy, copied, take, filters, show_all, some_of, selection, unavailable, found an unknown field",
        "/numbers/plurals/form: expected one of table, forms, found an unknown field",
        "/timeline/lists: expected one of",
        "/dates/by: expected no colon, for there are no cases, found \"by {date:dative}\"",
    ];
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    // In any order: that of a map's fields is its maker's.
    for expected in expected {
        assert_eq!(said.iter().filter(|said| said.starts_with(expected)).count(), 1, "{expected}\n{said:#?}");
    }
}

#[test]
fn an_interval_has_its_cases() {
    let (_, english) = BUILT_IN.iter().find(|(lang, _)| *lang == Lang::EN).unwrap();
    let mut file: Value = serde_json::from_str(english).unwrap();
    file["dates"] = plain_dates(&file["dates"]);
    file["dates"]["by"] = json!("by {date:dative}");
    file["dates"]["within"] = json!("in {date:dative}");
    file["dates"]["within_several"] = json!("in {date:dative}");
    file["cases"] = json!({ "dative": { "year": "the year {year}", "range": "the time {from} to {to}" } });
    let language = Language::from_json(&file.to_string()).unwrap();
    let said = |edtf: &str, kind| {
        let edtf = Edtf::parse(edtf).unwrap();
        language.time(&Time { edtf, kind, text: None, degree: None, cite: None }, None)
    };
    assert_eq!(said("2027", TimeKind::By), "by the year 2027");
    assert_eq!(said("2027", TimeKind::During), "in the year 2027");
    assert_eq!(said("2027-03/2027-05", TimeKind::During), "in the time March 2027 to May 2027");
    assert_eq!(said("2027-03/2027-05", TimeKind::On), "March 2027 to May 2027");
}

#[test]
fn a_file_says_which_language_it_is_of() {
    let (_, english) = BUILT_IN.iter().find(|(lang, _)| *lang == Lang::EN).unwrap();
    for (field, value, said) in [
        ("tag", json!(""), "/tag: expected the tag of a language, such as \"fr\" or \"zh-Hant\", found \"\""),
        ("tag", json!(5), "/tag: expected a text, found a number"),
        ("tag", Value::Null, "/tag: expected a text, found null, true or false"),
        ("direction", json!(""), "/direction: expected one of ltr, rtl, found \"\""),
        ("direction", json!([]), "/direction: expected a text, found an array"),
    ] {
        let mut file: Value = serde_json::from_str(english).unwrap();
        file[field] = value;
        let problems = Language::from_json(&file.to_string()).unwrap_err().0;
        assert_eq!(problems.iter().map(ToString::to_string).collect::<Vec<_>>(), [said]);
    }
}

#[path = "../pseudo.rs"]
mod pseudo;

/// A language of one's own, registered for texts that there were no words for.
#[test]
fn a_language_may_be_added() {
    let lang = Lang::new("he-XB");
    assert!(!Language::of(&lang).speaks(&lang));
    Language::from_file(&pseudo::file("he-XB", true)).unwrap().register();
    let language = Language::of(&lang);
    assert_eq!((&*language.direction, language.direction_of("he")), ("rtl", "rtl"));
    assert!(
        language.speaks(&lang) && language.speaks(&Lang::new("he")) && !language.speaks(&Lang::new("fa"))
    );
}

#[path = "../every.rs"]
mod every;

/// What static HTML says: its texts, and those of attributes that are read out.
fn said(html: &str) -> Vec<String> {
    let mut said = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        for name in ["aria-label", "aria-description", "title", "placeholder", "alt"] {
            let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
            said.extend(value.map(Into::into));
        }
        if !tag.starts_with("style") && !tag.starts_with("script") {
            said.push(text.replace("&quot;", "\"").replace("&amp;", "&"));
        }
    }
    said
}

/// Everything that there is to show, in each language.
#[test]
fn no_language_shows_a_word_of_another() {
    for (lang, file) in BUILT_IN {
        let file: Value = serde_json::from_str(file).unwrap();
        let plan = Renderer::new(Plan::read(&every::plan(lang)).unwrap());
        let mut count = 0;
        for (widget, attributes) in [
            ("timeline", vec![]),
            ("goal-deck", vec![]),
            ("goal-deck", vec![("group", "topic"), ("show", "departments")]),
            ("goal-card", vec![("goal", "g0")]),
            ("goal-card", vec![("goal", "g1")]),
            ("glossary", vec![]),
            ("glossary", vec![("sort", "name")]),
            ("overview", vec![]),
            ("overview", vec![("project", "plan")]),
        ] {
            let attributes = [&[("lang", lang.key())][..], &attributes].concat();
            for form in [Form::Light, Form::Styled("p {}")] {
                let html = plan.content(Wanted::new(widget, &attributes).unwrap(), form).unwrap();
                let said = said(&html);
                count += said.iter().filter(|text| text.chars().any(char::is_alphabetic)).count();
                let foreign = every::foreign(&file, said.iter().map(String::as_str));
                assert_eq!(foreign, [""; 0], "{lang:?} {widget}");
            }
        }
        assert!(count > 300, "{lang:?}: {count}");
    }
}

#[test]
fn another_languages_word_is_noticed() {
    let said = ["Fermer Close", "D’ici à 2035", "1er", "閉じる", "закрыть", "d’ici"];
    let (_, french) = BUILT_IN.iter().find(|(lang, _)| lang.key() == "fr").unwrap();
    let foreign = every::foreign(&serde_json::from_str(french).unwrap(), said);
    assert_eq!(
        foreign,
        ["Close in Fermer Close", "D in D’ici à 2035", "閉じる in 閉じる", "закрыть in закрыть"]
    );
}

/// Texts that are as in English, in languages where they are words of their own.
const AS_IN_ENGLISH: [(&str, &[&str]); 3] = [
    ("de", &["timeline/zoom"]),
    ("fr", &["timeline/article", "timeline/zoom", "goals/article", "plan/source"]),
    ("pt", &["timeline/zoom"]),
];

#[test]
fn no_text_was_left_in_english() {
    let (_, english) = BUILT_IN.iter().find(|(lang, _)| *lang == Lang::EN).unwrap();
    let english: Value = serde_json::from_str(english).unwrap();
    for (lang, file) in BUILT_IN.iter().filter(|(lang, _)| *lang != Lang::EN) {
        let file: Value = serde_json::from_str(file).unwrap();
        let mut same = Vec::new();
        for section in ["common", "timeline", "glossary", "goals", "overview", "plan", "passages", "dates"] {
            for (key, text) in english[section].as_object().unwrap() {
                let said = text.to_string();
                let bare = said.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
                if file[section][key] == *text && bare.flat_map(str::chars).any(char::is_alphabetic) {
                    same.push(format!("{section}/{key}"));
                }
            }
        }
        let known =
            AS_IN_ENGLISH.iter().find(|(tag, _)| *tag == lang.key()).map_or(&[][..], |(_, same)| same);
        assert_eq!(same, known, "{lang:?}");
    }
}

/// Whether a letter is of the writing that a language has.
fn is_own(lang: &str, c: char) -> bool {
    let (latin, han) = (c.is_alphabetic() && c < '\u{250}', ('\u{3400}'..='\u{9fff}').contains(&c));
    match lang {
        "zh-Hans" | "zh-Hant" => han,
        "ja" => han || ('\u{3040}'..='\u{30ff}').contains(&c),
        "ko" => ('\u{ac00}'..='\u{d7a3}').contains(&c),
        // And Roman numerals.
        "ru" => "IVX".contains(c) || ('\u{400}'..='\u{4ff}').contains(&c),
        "ar" => ('\u{600}'..='\u{6ff}').contains(&c),
        _ => latin,
    }
}

#[test]
fn no_language_has_another_ones_letters() {
    for (lang, _) in BUILT_IN {
        let written = serde_json::to_value(&*Language::of(lang)).unwrap();
        // Of the names of languages every second one: before each stands its tag.
        let mut written = written.as_object().unwrap().clone();
        let names = written.remove("names").unwrap();
        let names: Vec<Value> = names.as_array().unwrap().iter().skip(1).step_by(2).cloned().collect();
        assert_eq!(names.len(), BUILT_IN.len() + 1, "{lang:?}");
        written.insert("names".into(), names.into());
        let lists = written.values().filter_map(Value::as_array);
        let mut texts = Vec::new();
        lists.flatten().for_each(|value| collect(value, &mut texts));
        assert!(texts.len() > 100, "{lang:?}");
        for text in texts {
            // Formats of files have one name everywhere.
            let text = ["CSV", "ICS", "PNG", "SVG"]
                .iter()
                .fold(text.to_owned(), |text, name| text.replace(name, ""));
            let holes = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
            for c in holes.flat_map(str::chars).filter(|c| c.is_alphabetic()) {
                assert!(is_own(lang.key(), c), "{lang:?}: {text}");
            }
        }
    }
}

fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        _ => (),
    }
}

/// A plan's own texts may run in the other direction than the sentence around them.
#[test]
fn from_right_to_left_a_plans_texts_stand_apart() {
    for (tag, open, close, mark) in [("ar", "\u{2068}", "\u{2069}", "\u{200f}"), ("en", "", "", "")] {
        let language = Language::of(&Lang::new(tag));
        let quantity = fill(language.plan().measured(), &["Power", "120 MW"]);
        assert_eq!(quantity, format!("{open}Power{close}: {open}120 MW{close}"));
        let comma = language.plan().comma();
        assert_eq!(
            (comma.ends_with('\u{200f}'), comma.trim_end_matches(mark).ends_with(' ')),
            (tag == "ar", true)
        );
        assert!(
            !language.interval(&Edtf::parse("2021/2025").unwrap(), None).contains('\u{2068}'),
            "dates have no other"
        );
    }
}
