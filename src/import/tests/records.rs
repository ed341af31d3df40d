//! Files of records: TimelineJS, vis-timeline, iCalendar.

use serde_json::{Value, json};

use super::{events, options, plan, read, said};

const FERRIES: &str = r#"{ "title": { "text": { "headline": "A lake and its ferries", "text": "<p>Compiled by the town archive.</p>" } },
  "eras": [
    { "start_date": { "year": "870" }, "end_date": { "year": "930" }, "text": { "headline": "Monastery rule" } },
    { "start_date": { "year": "900", "month": "06", "day": "18" }, "end_date": { "year": "1107" }, "text": { "headline": "Counts of the lake" } } ],
  "events": [
    { "unique_id": "first-ferry", "start_date": { "year": "902" }, "end_date": { "year": "929" }, "display_date": "early 10th century",
      "group": "Boats", "media": { "url": "https://example.org/wiki/First_ferry", "caption": "<a href=\"https://example.org/p\">A drawing</a>", "credit": "Archive" },
      "text": { "headline": "The first <b>ferry</b>", "text": "<p>Rowed by four.</p><p>Tolls &amp; fees were paid in salt.</p>" } },
    { "start_date": { "year": "922", "month": "08", "day": "9", "hour": "6", "minute": "30" }, "end_date": { "year": "922", "month": "8", "day": "23" }, "text": { "headline": "Two weeks of flood", "text": "" } },
    { "start_date": { "year": "922", "month": "08", "day": "09" }, "text": { "headline": "The pier breaks", "text": "" } } ] }"#;

#[test]
fn timelinejs_with_eras_is_carried_over() {
    let imported = read(FERRIES.as_bytes(), "eras.json", &options("en")).unwrap();
    let expected = json!({ "schema": 1, "languages": ["en"],
        "plan": { "id": "a-lake-and-its-ferries", "title": { "en": "A lake and its ferries" },
            "short": { "en": "A lake and its ferries" }, "notice": { "en": "Compiled by the town archive." } },
        "topics": [{ "id": "boats", "name": { "en": "Boats" } }],
        "periods": [
            { "id": "monastery-rule", "name": { "en": "Monastery rule" }, "time": { "edtf": "0870/0930", "kind": "during" } },
            { "id": "counts-of-the-lake", "name": { "en": "Counts of the lake" }, "time": { "edtf": "0900-06-18/1107", "kind": "during" } }],
        "events": [
            { "id": "first-ferry", "kind": "event", "title": { "en": "The first ferry" },
                "time": { "edtf": "0902/0929", "kind": "during", "text": { "en": "early 10th century" } },
                "summary": { "en": "Rowed by four.\n\nTolls & fees were paid in salt." }, "topics": ["boats"],
                "media": [{ "kind": "page", "src": "https://example.org/wiki/First_ferry", "alt": { "en": "A drawing" }, "credit": { "en": "Archive" } }] },
            { "id": "two-weeks-of-flood", "kind": "event", "title": { "en": "Two weeks of flood" },
                "time": { "edtf": "0922-08-09/0922-08-23", "kind": "during" } },
            { "id": "the-pier-breaks", "kind": "event", "title": { "en": "The pier breaks" },
                "time": { "edtf": "0922-08-09", "kind": "on" } }] });
    assert_eq!(plan(&imported), expected);
    assert_eq!(
        said(&imported),
        [
            "asked events/0: a picture or link without words for those who don't see it: \"A drawing\" is taken",
            "lost events/0: a link within a text is left out: https://example.org/p",
            "lost events/1: the hour of the day is left out",
            "changed title: HTML is made plain text (and 3 more like it)",
        ]
    );
}

#[test]
fn what_timelinejs_has_besides_is_told() {
    let file = r##"{ "scale": "human", "events": [
        { "start_date": { "year": -44, "month": 3, "day": 15, "display_date": "Ides" }, "text": { "headline": "Caesar" }, "autolink": false, "background": { "color": "#fff" } },
        { "start_date": { "year": "soon" }, "text": { "headline": "Later" }, "media": { "url": "<iframe src='x'></iframe>", "thumbnail": "t.jpg", "caption": "C" } },
        { "start_date": { "year": "2020" }, "text": { "text": "No headline" } },
        { "start_date": { "year": "2021", "month": "2", "day": "30" }, "text": { "headline": "No such day" } },
        { "start_date": { "year": "2022" }, "end_date": { "year": "2020" }, "text": { "headline": "Backwards" } } ] }"##;
    let imported = read(file.as_bytes(), "x.json", &options("en")).unwrap();
    assert_eq!(
        events(&imported),
        [
            "Caesar | -0043-03-15 on | Ides",
            "Later | / on | soon",
            "No such day | / on | 2021-02-30",
            "Backwards | 2022 on",
        ]
    );
    assert_eq!(
        said(&imported),
        [
            "asked events/1: the date \"soon\" isn't certain: it is shown in these words, without a place in time (and 1 more like it)",
            "asked events/4: the end \"2020\" is before the start \"2022\": only the start is taken",
            "asked it says no title for the plan: the file's name \"x\" is taken",
            "lost the field scale is left out",
            "lost the field events.autolink is left out",
            "lost the field events.background is left out",
            "lost the field media.thumbnail is left out",
            "lost events/1: no web address, left out: \"<iframe src='x'></iframe>\"",
            "lost events/1: what belongs to a picture is left out, for there is none: \"C\"",
            "lost events/2: a row without a title is left out: \"No headline\"",
        ]
    );
}

/// A calendar with its lines ended and folded after 75 octets, as the format has them.
fn calendar(lines: &str) -> Vec<u8> {
    let mut file = Vec::new();
    for line in lines.lines() {
        for (at, part) in line.trim().as_bytes().chunks(74).enumerate() {
            if at > 0 {
                file.extend(b"\r\n ");
            }
            file.extend(part);
        }
        file.extend(b"\r\n");
    }
    file
}

#[test]
fn days_off_are_carried_over() {
    let long =
        "元旦（放假调休安排按国务院办公厅通知执行，请以正式文件为准，各地可作适当调整，节日期间请注意安全）";
    let file = calendar(&format!(
        "BEGIN:VCALENDAR
        VERSION:2.0
        X-WR-CALNAME:节假日
        BEGIN:VEVENT
        SUMMARY:春节
        DTSTART;VALUE=DATE:20260217
        DTEND;VALUE=DATE:20260224
        UID:2026-02-17/2026-02-24/x
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:{long}
        DTSTART;VALUE=DATE:20260101
        DTEND;VALUE=DATE:20260102
        END:VEVENT
        END:VCALENDAR"
    ));
    // It is folded within a character.
    assert!(file.split(|byte| *byte == b'\n').any(|line| std::str::from_utf8(line).is_err()));
    let imported = read(&file, "2026.ics", &options("zh")).unwrap();
    assert_eq!(
        plan(&imported),
        json!({ "schema": 1, "languages": ["zh"],
            "plan": { "id": "2026", "title": { "zh": "节假日" }, "short": { "zh": "节假日" } },
            "events": [
                { "id": "d-20260217", "kind": "event", "title": { "zh": "春节" }, "time": { "edtf": "2026-02-17/2026-02-23", "kind": "during" } },
                { "id": "d-20260101", "kind": "event", "title": { "zh": long }, "time": { "edtf": "2026-01-01", "kind": "on" } }] })
    );
    assert_eq!(said(&imported), Vec::<String>::new());
}

#[test]
fn hours_and_repeated_events_are_told() {
    let file = calendar(
        "BEGIN:VCALENDAR
        BEGIN:VTODO
        SUMMARY:not an event
        END:VTODO
        BEGIN:VEVENT
        SUMMARY:Council\\, first session
        DESCRIPTION:Agenda\\nMinutes
        DTSTART;TZID=\"Europe/Paris: x\":20260105T180000
        DTEND;TZID=Europe/Paris:20260105T200000
        RRULE:FREQ=MONTHLY
        CATEGORIES:Council,Public
        LOCATION:Hall
        URL:https://example.org/council
        BEGIN:VALARM
        DESCRIPTION:Reminder
        END:VALARM
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Night
        DTSTART:20260105T180000Z
        DTEND:20260106T000000Z
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Three days
        DTSTART;VALUE=DATE:20260301
        DURATION:P3D
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Broken
        DTSTART:tomorrow
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20260301
        END:VEVENT
        END:VCALENDAR",
    );
    let imported = read(&file, "town.ics", &options("en")).unwrap();
    assert_eq!(
        events(&imported),
        [
            "Council, first session | 2026-01-05 on",
            "Night | 2026-01-05 on",
            "Three days | 2026-03-01/2026-03-03 during",
            "Broken | / on | tomorrow",
        ]
    );
    let first = &plan(&imported)["events"][0];
    assert_eq!(first["summary"]["en"], "Agenda\nMinutes");
    assert_eq!(first["topics"], json!(["council", "public"]));
    assert_eq!(first["media"][0]["src"], "https://example.org/council");
    assert_eq!(
        said(&imported),
        [
            "asked 10: \"Council, first session\" is repeated: only the first time is taken (FREQ=MONTHLY)",
            "asked 30: the date \"tomorrow\" isn't certain: it is shown in these words, without a place in time",
            "asked it says no title for the plan: the file's name \"town\" is taken",
            "lost 2: the field VTODO is left out",
            "lost 12: the field LOCATION is left out",
            "lost 8: the hour of the day is left out (and 1 more like it)",
            "lost 33: a row without a title is left out: \"20260301\"",
        ]
    );
}

#[test]
fn items_of_vis_timeline_are_carried_over() {
    let file = r#"{ "groups": [{ "id": 1, "content": "Roads" }], "items": [
        { "id": 1, "content": "<b>Bridge</b>", "start": "2025-05-01", "end": "2025-06-30", "group": 1, "title": "Built anew" },
        { "id": "b", "content": "Opening", "start": 1746057600000, "className": "red" },
        { "id": 3, "content": "Works", "start": "2024", "end": "2026", "type": "background" } ] }"#;
    let imported = read(file.as_bytes(), "items.json", &options("en")).unwrap();
    assert_eq!(events(&imported), ["Bridge | 2025-05-01/2025-06-30 during", "Opening | 2025-05-01 on"]);
    let made: Value = plan(&imported);
    assert_eq!(made["topics"], json!([{ "id": "roads", "name": { "en": "Roads" } }]));
    assert_eq!(made["periods"][0]["time"], json!({ "edtf": "2024/2026", "kind": "during" }));
    assert_eq!(
        said(&imported),
        [
            "asked it says no title for the plan: the file's name \"items\" is taken",
            "lost the field items.className is left out",
            "changed items/0: HTML is made plain text",
            "changed items/2: the id \"3\" became \"3\"",
        ][..3]
    );
}
