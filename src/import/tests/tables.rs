//! CSV, TSV and their columns.

use plan_widgets_import::{
    Options,
    columns::{Columns, Field},
    findings::Code,
};
use serde_json::json;

use super::{events, options, plan, read, said};

fn table(text: &str, lang: &str) -> (Vec<String>, Vec<String>) {
    let imported = read(text.as_bytes(), "folder/Town plan.csv", &options(lang)).unwrap();
    let mut said = said(&imported);
    said.retain(|line| !line.contains("it says no title"));
    (events(&imported), said)
}

#[test]
fn a_table_in_any_language_is_read() {
    for (lang, text) in [
        ("en", "Title,Start,End,Description,Group\nQuay,5 May 2025,June 2026,A tram,Transport"),
        ("zh", "标题,开始时间,结束时间,说明,分类\nQuay,2025年5月5日,2026年6月,A tram,Transport"),
        ("zh-Hant", "標題,開始日期,結束日期,說明,分類\nQuay,2025年5月5日,2026年6月,A tram,Transport"),
        ("ja", "タイトル,開始日,終了日,概要,分類\nQuay,2025年5月5日,2026年6月,A tram,Transport"),
        ("ko", "제목,시작일,종료일,설명,분류\nQuay,2025년 5월 5일,2026년 6월,A tram,Transport"),
        ("fr", "Titre;Début;Fin;Résumé;Thème\nQuay;5 mai 2025;juin 2026;A tram;Transport"),
        ("de", "Titel;Beginn;Ende;Beschreibung;Thema\nQuay;05.05.2025;Juni 2026;A tram;Transport"),
        ("es", "Título;Inicio;Fin;Descripción;Tema\nQuay;5 de mayo de 2025;junio de 2026;A tram;Transport"),
        ("pt", "Título;Início;Término;Descrição;Tema\nQuay;5 de maio de 2025;junho de 2026;A tram;Transport"),
        ("ru", "Название;Начало;Окончание;Описание;Тема\nQuay;5 мая 2025 г.;июнь 2026;A tram;Transport"),
        ("ar", "العنوان,البداية,النهاية,الوصف,الموضوع\nQuay,5 مايو 2025,يونيو 2026,A tram,Transport"),
    ] {
        for text in [
            text.to_owned(),
            format!("\u{feff}{}", text.replace('\n', "\r\n")),
            text.replace([',', ';'], "\t"),
            text.replace([',', ';'], "|"),
        ] {
            let imported = read(text.as_bytes(), "plan.csv", &options(lang)).unwrap();
            let made = plan(&imported);
            assert_eq!(events(&imported), ["Quay | 2025-05-05/2026-06 during"], "{text}");
            assert_eq!(made["events"][0]["summary"][lang], "A tram", "{text}");
            assert_eq!(made["topics"][0]["name"][lang], "Transport", "{text}");
            assert_eq!(said(&imported).len(), 1, "{:?}", said(&imported));
        }
    }
}

#[test]
fn the_language_is_told_by_what_is_written() {
    for (text, lang) in [
        ("Title,Date\nBridge,2025", "en"),
        ("标题,日期\n桥,2025", "zh"),
        ("標題,日期,編號\n橋,2025,a", "zh-Hant"),
        ("Title,Date\n港の橋,2025", "ja"),
        ("Title,Date\n다리,2025", "ko"),
        ("Titre,Début\nPont,2025", "fr"),
        ("Titel,Datum,Thema\nBrücke,2025,x", "de"),
        ("Название,Дата\nМост,2025", "ru"),
        ("Title,Date\nجسر,2025", "ar"),
    ] {
        let imported = read(text.as_bytes(), "x.csv", &options("")).unwrap();
        assert_eq!(plan(&imported)["languages"], json!([lang]), "{text}");
        assert!(said(&imported)[0].starts_with(&format!("asked its texts are taken for \"{lang}\"")));
    }
}

#[test]
fn texts_in_several_languages_stand_in_columns() {
    let text = "Title (fr),title_en,title:zh,Titel [de],Date,Thème (français),Topic (English)\n\
        Pont,Bridge,桥,Brücke,2025,Routes;Eau,Roads;Water\nQuai,Quay,,Kai,2026,Eau,Water";
    let imported = read(text.as_bytes(), "x.csv", &options("")).unwrap();
    let made = plan(&imported);
    assert_eq!(made["languages"], json!(["fr", "en", "zh", "de"]));
    assert_eq!(
        made["events"][0]["title"],
        json!({ "fr": "Pont", "en": "Bridge", "zh": "桥", "de": "Brücke" })
    );
    assert_eq!(made["topics"][1]["name"], json!({ "fr": "Eau", "en": "Water", "zh": "Eau", "de": "Eau" }));
    assert_eq!(made["events"][1]["topics"], json!(["eau"]));
    let mut said = said(&imported);
    said.retain(|line| line.contains("is missing"));
    assert_eq!(
        said,
        [
            "asked 2: the text in \"zh\" is missing: another language's stands in its place (and 2 more like it)",
            "asked 2: the text in \"de\" is missing: another language's stands in its place (and 1 more like it)",
        ]
    );
}

#[test]
fn nothing_is_lost_without_a_word() {
    let text = "Our plan,,,,\n,,,,\nTitle,Date,Colour,Date,,Picture,Link,Alt\n\
        Bridge,5/6/2025,red,x,y,https://example.org/b.jpg,https://example.org/b,A bridge\n,,,,\n\
        \"Quay, \"\"new\"\"\n and old\",soon,,,,b,,\nBridge,5/6/2025,blue\n,2025\n\
        <i>Tram</i> &amp; bus,2025-01-01 10:00,,,,,,Words\n";
    let (events, said) = table(text, "en");
    assert_eq!(
        events,
        [
            "Bridge | / on | 5/6/2025",
            "Quay, \"new\" and old | / on | soon",
            "Bridge | / on | 5/6/2025",
            "Tram & bus | 2025-01-01 on",
        ]
    );
    assert_eq!(
        said,
        [
            "asked B4: the date \"5/6/2025\": which is the day, which the month? It is shown in these words (and 1 more like it)",
            "asked B6: the date \"soon\" isn't certain: it is shown in these words, without a place in time",
            "asked 8: the same title and time as in line 4: both are taken",
            "lost A1: rows above the columns' names are left out: \"Our plan\"",
            "lost C3: the column \"Colour\" is left out (--map \"Colour=FIELD\" says what it is)",
            "lost D3: the column \"Date\" is left out: \"Date\" is the same field",
            "lost E4: a column without a name is left out",
            "lost F6: no web address, left out: \"b\"",
            "lost 9: a row without a title is left out: \"2025\"",
            "lost B10: the hour of the day is left out",
            "lost H10: what belongs to a picture is left out, for there is none: \"Words\"",
            "changed 5: a blank row is passed over",
            "changed A10: HTML is made plain text",
        ]
    );
}

#[test]
fn the_order_of_day_and_month_is_the_columns() {
    let (events, said) = table("Title,Date\nA,5/6/2025\nB,31/12/2025", "en");
    assert_eq!(events, ["A | 2025-06-05 on", "B | 2025-12-31 on"]);
    let taken = "asked B2: the date \"5/6/2025\": day and month are taken in the order that other dates of the table show";
    assert_eq!(said, [taken]);
    let text = "Title,Date\nA,5/6/2025\nB,12/31/2025";
    assert_eq!(table(text, "en").0, ["A | 2025-05-06 on", "B | 2025-12-31 on"]);
    let text = "Title,Date\nA,5/6/2025\nB,12/31/2025\nC,31/12/2025";
    assert_eq!(table(text, "fr").0, ["A | / on | 5/6/2025", "B | 2025-12-31 on", "C | 2025-12-31 on"]);
    // The language has one order, and nothing speaks against it.
    assert_eq!(table("Title,Date\nA,5/6/2025", "fr").0, ["A | 2025-06-05 on"]);
}

#[test]
fn names_of_several_columns_stand_above_those_of_each() {
    let text =
        "City tram,,,\nWhen,,What,\nStart,End,Title,Details\n2025,2026,Works,On both banks\n2027,,Opening,";
    let (events, said) = table(text, "en");
    assert_eq!(events, ["Works | 2025/2026 during", "Opening | 2027 on"]);
    assert_eq!(
        said,
        ["lost A1: rows above the columns' names are left out: \"City tram\" (and 1 more like it)"]
    );
    // A row whose texts happen to be such names, and are fewer, is a row.
    let text = "Title,Date,Summary\nStart,When,\nBridge,2025,";
    assert_eq!(table(text, "en").0, ["Start | / on | When", "Bridge | 2025 on"]);
}

#[test]
fn ends_are_joined_to_starts() {
    let text = "Title,Start,End\nA,2024,2026-05\nB,,2026\nC,2026,2024\nD,2026,whenever\nE,,\nF,since 2019,\nG,2025,2025";
    let (events, said) = table(text, "en");
    assert_eq!(
        events,
        [
            "A | 2024/2026-05 during",
            "B | /2026 during",
            "C | 2026 on",
            "D | 2026/ during | 2026 – whenever",
            "E | - -",
            "F | 2019/.. during",
            "G | 2025 on",
        ]
    );
    assert_eq!(
        said,
        [
            "asked C3: an end \"2026\" without a start: the start is taken for unknown",
            "asked B4: the end \"2024\" is before the start \"2026\": only the start is taken",
            "asked C5: the date \"whenever\" isn't certain: it is shown in these words, without a place in time",
            "asked 6: no date",
        ]
    );
}

#[test]
fn how_a_time_is_meant_is_taken_or_told() {
    let text = "Title,EDTF date,Time kind\nA,2025,by\nB,2025/2026,\nC,5 May 2025,By\nD,2025,perhaps\nE,,by";
    let (events, said) = table(text, "en");
    assert_eq!(
        events,
        ["A | 2025 by", "B | 2025/2026 during", "C | 2025-05-05 by", "D | 2025 on", "E | - -"]
    );
    assert_eq!(
        said[1..],
        [
            "lost C5: the field time kind \"perhaps\" is left out",
            "lost C6: the field time kind \"by\" is left out",
        ]
    );
    let lookalike = table("Title,Date,T\u{435}xt,Farbe\nA,2025,x,y", "en").1;
    assert!(
        lookalike[0].starts_with("asked C1: the column \"T\u{435}xt\" looks like \"text\""),
        "{lookalike:?}"
    );
}

#[test]
fn the_sheet_of_timelinejs_is_read() {
    let text = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n\
        ,,,,,,,,,A lake and its ferries,Compiled by the town archive.,,,,,title,,\n\
        870,,,,930,,,,,Monastery rule,,,,,,era,,\n\
        902,,,,929,,,,early 10th century,The first ferry,<p>Rowed by four.</p><p>Tolls</p>,https://example.org/f,Archive,A drawing,,,Boats,#fff\n\
        922,08,9,6:30,922,8,23,,,Two weeks of flood,,,,,,,,\n-44,3,15,,,,,,,Ides,,,,,,,,\n";
    let imported = read(text.as_bytes(), "x.csv", &options("en")).unwrap();
    let made = plan(&imported);
    assert_eq!(made["plan"]["title"]["en"], "A lake and its ferries");
    assert_eq!(made["plan"]["notice"]["en"], "Compiled by the town archive.");
    assert_eq!(
        made["periods"],
        json!([{ "id": "monastery-rule", "name": { "en": "Monastery rule" }, "time": { "edtf": "0870/0930", "kind": "during" } }])
    );
    assert_eq!(
        events(&imported),
        [
            "The first ferry | 0902/0929 during | early 10th century",
            "Two weeks of flood | 0922-08-09/0922-08-23 during",
            "Ides | -0043-03-15 on",
        ]
    );
    assert_eq!(made["events"][0]["media"][0]["alt"]["en"], "A drawing");
    assert_eq!(
        said(&imported),
        [
            "asked L4: a picture or link without words for those who don't see it: \"A drawing\" is taken",
            "lost O1: the column \"Media Thumbnail\" is left out (--map \"Media Thumbnail=FIELD\" says what it is)",
            "lost R1: the column \"Background\" is left out (--map \"Background=FIELD\" says what it is)",
            "lost D5: the hour of the day is left out",
            "changed K4: HTML is made plain text",
        ]
    );
}

#[test]
fn columns_can_be_named_by_hand() {
    let text = "Was,Wann,Farbe\nBrücke,2025,rot";
    let refused = read(text.as_bytes(), "x.csv", &options("de")).unwrap_err();
    assert_eq!(refused.code, Code::NoTable);
    assert_eq!(refused.parameters, ["\"Was\", \"Wann\", \"Farbe\""]);
    let map = vec![("was".into(), Field::Title), ("Farbe".into(), Field::Topic)];
    let options = Options { map, ..options("de") };
    let imported = read(text.as_bytes(), "x.csv", &options).unwrap();
    assert_eq!(events(&imported), ["Brücke | 2025 on"]);
    assert_eq!(plan(&imported)["topics"][0]["name"]["de"], "rot");
    let options = Options { map: vec![("Was".into(), Field::Title), ("Wo".into(), Field::Topic)], ..options };
    assert_eq!(read(text.as_bytes(), "x.csv", &options).unwrap_err().code, Code::MapColumn);
}

#[test]
fn every_field_has_a_name_and_every_name_a_field() {
    let columns = Columns::new(&[]);
    for field in Field::ALL {
        assert_eq!(Field::from_name(field.name()), Some(*field));
        assert_eq!(columns.field(field.name()).map(|(field, _)| field), Some(*field), "{}", field.name());
    }
    let all: serde_json::Value = serde_json::from_str(include_str!("../columns.json")).unwrap();
    for (tag, fields) in all.as_object().unwrap().iter().filter(|(tag, _)| *tag != "roles") {
        for (name, texts) in fields.as_object().unwrap() {
            let field = Field::from_name(name).unwrap();
            for text in texts.as_array().unwrap() {
                let text = text.as_str().unwrap();
                // One name is one field, whatever the language.
                assert_eq!(columns.field(text), Some((field, None)), "{tag}: {text}");
            }
        }
    }
}

#[test]
fn the_guide_names_fields_that_there_are() {
    let guides = [
        include_str!("../../../www/guide/from-a-spreadsheet.html"),
        include_str!("../../../www/en/guide/from-a-spreadsheet.html"),
    ];
    let named = guides.map(|guide| {
        let codes = guide.split("<code class=\"field\">").skip(1);
        codes.map(|rest| rest.split('<').next().unwrap().to_owned()).collect::<Vec<_>>()
    });
    assert_eq!(named[0], named[1]);
    assert!(named[0].len() > 10);
    for name in &named[0] {
        assert!(Field::from_name(name).is_some(), "{name}");
    }
}

#[test]
fn a_glossary_is_read() {
    let text = "Term (en),Term (zh),Definition (en),Definition (zh),Aliases (en),ID,Status\n\
        Shore power,岸电,Electricity from the quay.,由码头供电。,OPS; cold ironing,shore_power,done\n\
        Berth,,Where a ship lies.,,,,\nQuay,码头,,,,,";
    let imported = read(text.as_bytes(), "x.csv", &options("")).unwrap();
    assert_eq!(
        plan(&imported)["terms"],
        json!([
            { "id": "shore-power", "name": { "en": "Shore power", "zh": "岸电" }, "components": [],
                "note": { "en": "Electricity from the quay.", "zh": "由码头供电。" }, "names": { "en": ["OPS", "cold ironing"] } },
            { "id": "berth", "name": { "en": "Berth", "zh": "Berth" }, "components": [],
                "note": { "en": "Where a ship lies.", "zh": "Where a ship lies." } },
        ])
    );
    assert_eq!(
        said(&imported)[1..],
        [
            "asked 3: the text in \"zh\" is missing: another language's stands in its place (and 1 more like it)",
            "lost G1: the column \"Status\" is left out (--map \"Status=FIELD\" says what it is)",
            "lost 4: the term \"Quay\" has no explanation and is left out",
            "changed 2: the id \"shore_power\" became \"shore-power\"",
        ]
    );
}

#[test]
fn ids_are_kept_or_made() {
    let text = "Title,Date,ID\nBrücke über Øst,2025,\nBrücke über Øst,2026,\n桥,2025-05,\n桥,,\nQuay,2025,Shore_Power\nQuay,2026,quay";
    let imported = read(text.as_bytes(), "x.csv", &options("en")).unwrap();
    let made = plan(&imported);
    let ids: Vec<_> =
        made["events"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        ["bruecke-ueber-ost", "bruecke-ueber-ost-2", "d-202505", "item-4", "shore-power", "quay"]
    );
    assert!(said(&imported).contains(&"changed 6: the id \"Shore_Power\" became \"shore-power\"".into()));
}
