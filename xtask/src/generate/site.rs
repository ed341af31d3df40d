//! What the site knows of the elements: `www/_data/definitions.json`, each sentence in the site's languages.

use anyhow::Result;
use plan_widgets::model::{Choice, GoalKind, Status};
use plan_widgets_element::{
    spec::{Attribute, CUSTOM_PROPERTIES, EVENTS, Element, Kind, Named, Say},
    widgets::ELEMENTS,
};
use serde_json::{Map, Value, json};

pub fn definitions() -> Result<String> {
    let all: Vec<Value> = ELEMENTS.iter().map(element).collect();
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}

fn element(element: &Element) -> Value {
    let attributes: Vec<Value> = element.attributes.iter().copied().map(attribute).collect();
    let property =
        |name: &str, kind: &str, about| json!({ "name": name, "type": kind, "about": both(about) });
    let properties =
        element.properties.iter().map(|each| property(each.name, each.kind, each.about)).collect::<Vec<_>>();
    let events = EVENTS.iter().map(|event| (event.name, event.about));
    let tokens = CUSTOM_PROPERTIES.iter().map(|token| (token.name, token.about));
    json!({
        "tag": element.tag,
        "class": element.class,
        "needs": element.needs,
        "about": both(element.about),
        "attributes": attributes,
        "properties": properties,
        "events": list(events),
        "parts": list(element.parts.iter().map(|Named { name, about }| (*name, *about))),
        "customProperties": list(tokens),
    })
}

fn attribute(attribute: &Attribute) -> Value {
    let mut out = Map::from_iter([
        ("name".into(), attribute.name.into()),
        ("kind".into(), kind(attribute.kind).into()),
        ("default".into(), both(attribute.default)),
        ("about".into(), both(attribute.about)),
    ]);
    // The words of facets that no collection of a plan has.
    match (attribute.name, attribute.kind) {
        ("kind", Kind::Facet) => drop(out.insert("words".into(), GoalKind::NAMES.into())),
        ("status", Kind::Facet) => drop(out.insert("words".into(), Status::NAMES.into())),
        (_, Kind::Choice(words) | Kind::Words(words)) => drop(out.insert("words".into(), words.into())),
        (_, Kind::Whole(low, high)) => drop(out.insert("bounds".into(), json!([low, high]))),
        _ => {}
    }
    Value::Object(out)
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice(_) => "choice",
        Kind::Words(_) => "words",
        Kind::Whole(..) => "whole",
        Kind::Flag => "flag",
        Kind::Url | Kind::Json => "url",
        Kind::Facet | Kind::Ids => "ids",
        Kind::Language | Kind::Term | Kind::Item | Kind::Goal | Kind::Project => "id",
        Kind::Text | Kind::Date | Kind::Count | Kind::Element | Kind::Selector => "text",
    }
}

fn list<'a>(all: impl Iterator<Item = (&'a str, Say)>) -> Vec<Value> {
    all.map(|(name, about)| json!({ "name": name, "about": both(about) })).collect()
}

fn both(say: Say) -> Value {
    json!({ "zh-Hans": say.zh, "en": say.en })
}
