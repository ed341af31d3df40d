//! The items and groups of vis-timeline, as JSON.

use std::collections::HashMap;

use serde_json::Value;

use crate::{
    Options,
    dates::Dates,
    draft::{Draft, Era, Item, Said, Texts},
    findings::{Code, Place},
    rows::language,
    timelinejs::{at, one_line, rest, text, words},
    xlsx::civil,
};

/// Whether this is its format: items alone, or with their groups.
#[must_use]
pub fn is_of(json: &Value) -> bool {
    items(json).is_some_and(|items| {
        items.iter().any(|item| {
            !item["start"].is_null() && (item["content"].is_string() || item["title"].is_string())
        })
    })
}

fn items(json: &Value) -> Option<&Vec<Value>> {
    json.as_array().or_else(|| json["items"].as_array())
}

/// The plan that they give.
#[must_use]
pub fn draft(json: &Value, options: &Options) -> Draft {
    let mut draft = Draft::default();
    let none = Vec::new();
    let items = items(json).unwrap_or(&none);
    let own = options.lang.clone().unwrap_or_else(|| {
        let contents = items.iter().filter_map(|item| item["content"].as_str());
        let own = language(contents, std::iter::empty(), &options.reports);
        draft.note(Code::LanguageTaken, &[&own], &Place::default());
        own
    });
    draft.languages = vec![own];
    let dates = Dates::new(&draft.languages);
    if json.is_object() {
        rest(&mut draft, json, &["items", "groups"], "");
    }
    let mut groups: HashMap<String, Texts> = HashMap::new();
    for (index, group) in json["groups"].as_array().into_iter().flatten().enumerate() {
        let place = at("groups", Some(index));
        rest(&mut draft, group, &["id", "content"], "groups.");
        let name = one_line(&mut draft, &group["content"], &place);
        if !name.is_empty() {
            let name = draft.texts(name);
            groups.insert(text(&group["id"]), name);
        }
    }
    for (index, item) in items.iter().enumerate() {
        let place = at("items", Some(index));
        rest(&mut draft, item, &["id", "content", "title", "start", "end", "group", "type"], "items.");
        let content = one_line(&mut draft, &item["content"], &place);
        let mut hint = words(&mut draft, &item["title"], &place);
        let title = if content.is_empty() { std::mem::take(&mut hint).replace('\n', " ") } else { content };
        if title.is_empty() {
            draft.note(Code::NoTitle, &[&text(&item["id"])], &place);
            continue;
        }
        let [start, end] = ["start", "end"].map(|name| moment(&item[name]));
        let said = Said { start: &start, end: &end, ..Said::default() };
        let when = draft.time(&dates, said, [&place, &place]);
        let title = draft.texts(title);
        if text(&item["type"]) == "background"
            && let Some(when) = &when
            && when.edtf != "/"
        {
            draft.eras.push(Era { id: text(&item["id"]), name: title, edtf: when.edtf.clone(), place });
            continue;
        }
        let group = text(&item["group"]);
        let topics = match groups.get(&group) {
            Some(name) => vec![name.clone()],
            None if group.is_empty() => Vec::new(),
            None => vec![draft.texts(group)],
        };
        let summary = draft.texts(hint);
        let id = text(&item["id"]);
        // A number alone names nothing that stays.
        let id = if id.bytes().all(|byte| byte.is_ascii_digit()) { String::new() } else { id };
        draft.items.push(Item { id, title, when, summary, topics, place, ..Item::default() });
    }
    draft
}

/// A moment as text: milliseconds since 1970 as a day.
fn moment(value: &Value) -> String {
    match value.as_i64() {
        Some(milliseconds) if milliseconds.abs() > 100_000 => {
            let (year, month, day) = civil(milliseconds.div_euclid(86_400_000));
            let hour = milliseconds.rem_euclid(86_400_000) / 60_000;
            let clock = format!("T{:02}:{:02}", hour / 60, hour % 60);
            format!("{year:04}-{month:02}-{day:02}{}", if hour > 0 { &*clock } else { "" })
        }
        _ => text(value),
    }
}
