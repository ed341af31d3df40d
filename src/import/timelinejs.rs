//! The JSON of TimelineJS.

use serde_json::Value;

use crate::{
    Options,
    dates::Dates,
    draft::{Draft, Era, Item, Medium, Said, Texts, When},
    findings::{Code, Place},
    rows::{in_parts, language},
};

/// Whether this is its format.
#[must_use]
pub fn is_of(json: &Value) -> bool {
    let dated = |events: &Value| {
        events.as_array().is_some_and(|all| all.iter().any(|event| !event["start_date"].is_null()))
    };
    dated(&json["events"])
        || dated(&json["eras"])
        || json["events"].is_array() && json["title"]["text"].is_object()
}

/// The plan that it gives.
#[must_use]
pub fn draft(json: &Value, options: &Options) -> Draft {
    let mut draft = Draft::default();
    let events = json["events"].as_array().map_or(&[][..], Vec::as_slice);
    let own = options.lang.clone().unwrap_or_else(|| {
        let headlines = events.iter().filter_map(|event| event["text"]["headline"].as_str());
        let own = language(headlines, std::iter::empty(), &options.reports);
        draft.note(Code::LanguageTaken, &[&own], &Place::default());
        own
    });
    draft.languages = vec![own];
    let dates = Dates::new(&draft.languages);
    rest(&mut draft, json, &["title", "events", "eras"], "");
    let title = &json["title"];
    if !title.is_null() {
        let place = at("title", None);
        let headline = one_line(&mut draft, &title["text"]["headline"], &place);
        draft.title = draft.texts(headline);
        let notice = words(&mut draft, &title["text"]["text"], &place);
        draft.notice = draft.texts(notice);
        draft.id = text(&title["unique_id"]);
        rest(&mut draft, title, &["text", "unique_id"], "title.");
    }
    for (index, era) in json["eras"].as_array().into_iter().flatten().enumerate() {
        let place = at("eras", Some(index));
        let name = one_line(&mut draft, &era["text"]["headline"], &place);
        let when = when(&mut draft, &dates, era, &place);
        rest(&mut draft, era, &["text", "start_date", "end_date", "unique_id"], "eras.");
        match when.filter(|when| when.edtf != "/" && !name.is_empty()) {
            Some(when) => {
                let name = draft.texts(name);
                draft.eras.push(Era { id: text(&era["unique_id"]), name, edtf: when.edtf, place });
            }
            None => draft.note(Code::Era, &[&name], &place),
        }
    }
    for (index, event) in events.iter().enumerate() {
        let place = at("events", Some(index));
        let headline = one_line(&mut draft, &event["text"]["headline"], &place);
        let summary = words(&mut draft, &event["text"]["text"], &place);
        let when = when(&mut draft, &dates, event, &place);
        let known = ["text", "start_date", "end_date", "display_date", "unique_id", "group", "media"];
        rest(&mut draft, event, &known, "events.");
        // Some have a picture and its caption, and no headline.
        let caption = words(&mut draft, &event["media"]["caption"], &place);
        let title = if headline.is_empty() {
            one_line(&mut draft, &event["media"]["title"], &place)
        } else {
            headline
        };
        if title.is_empty() {
            draft.note(Code::NoTitle, &[if summary.is_empty() { &caption } else { &summary }], &place);
            continue;
        }
        let title = draft.texts(title);
        let group = one_line(&mut draft, &event["group"], &place);
        let topics = if group.is_empty() { Vec::new() } else { vec![draft.texts(group)] };
        let mut media = Vec::new();
        let own = &event["media"];
        if own.is_object() {
            rest(&mut draft, own, &["url", "caption", "credit", "alt", "title"], "media.");
            let address = text(&own["url"]);
            if !address.is_empty()
                && let Some(medium) = draft.medium(&address, &place)
            {
                let alt = words(&mut draft, &own["alt"], &place);
                let credit = words(&mut draft, &own["credit"], &place);
                let [alt, caption, credit] = [alt, caption, credit].map(|text| draft.texts(text));
                let mut medium = Medium { alt, caption, credit, ..medium };
                draft.describe(&mut medium, &title, &place);
                media.push(medium);
            } else if !caption.is_empty() {
                draft.note(Code::MediaLost, &[&caption], &place);
            }
        }
        let summary = draft.texts(summary);
        let id = text(&event["unique_id"]);
        draft.items.push(Item { id, title, when, summary, topics, media, place, ..Item::default() });
    }
    draft
}

/// Where a record stands.
#[must_use]
pub fn at(list: &str, index: Option<usize>) -> Place {
    let path = index.map_or_else(|| list.to_owned(), |index| format!("{list}/{index}"));
    Place { path, ..Place::default() }
}

/// A member's text, of numbers as well.
#[must_use]
pub fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// A member's text without HTML.
pub fn words(draft: &mut Draft, value: &Value, place: &Place) -> String {
    let text = text(value);
    draft.plain(&text, place)
}

/// The same on one line.
pub fn one_line(draft: &mut Draft, value: &Value, place: &Place) -> String {
    words(draft, value, place).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Says which members are not read.
pub fn rest(draft: &mut Draft, value: &Value, known: &[&str], of: &str) {
    for (name, value) in value.as_object().into_iter().flatten() {
        let empty = value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty());
        if !known.contains(&&**name) && !empty {
            draft.note(Code::Field, &[&format!("{of}{name}")], &Place::default());
        }
    }
}

fn when(draft: &mut Draft, dates: &Dates, record: &Value, place: &Place) -> Option<When> {
    let ends = ["start_date", "end_date"].map(|name| &record[name]);
    let said = ends.map(|date| in_parts([&text(&date["year"]), &text(&date["month"]), &text(&date["day"])]));
    for date in ends {
        if ["hour", "minute", "second", "millisecond"].iter().any(|name| !text(&date[*name]).is_empty()) {
            draft.note(Code::Hours, &[], place);
        }
    }
    let mut when =
        draft.time(dates, Said { start: &said[0], end: &said[1], ..Said::default() }, [place, place]);
    let shown =
        [&record["display_date"], &ends[0]["display_date"]].into_iter().find(|shown| !text(shown).is_empty());
    if let Some(shown) = shown {
        let shown = one_line(draft, shown, place);
        let shown: Texts = draft.texts(shown);
        match &mut when {
            Some(when) => when.text = shown,
            None => when = Some(When { edtf: "/".into(), text: shown, ..When::default() }),
        }
    }
    when
}
