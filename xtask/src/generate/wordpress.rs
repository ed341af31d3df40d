//! What the WordPress plugin knows of the elements: `pkg/wordpress/definitions.json`. An attribute of a definition is a
//! setting of its block without further work; `wordpress.json` has labels for those that it knows.

use anyhow::{Context, Result};
use plan_widgets::PLAN_JSON;
use plan_widgets_element::{
    render::elements,
    spec::{Attribute, Kind, Say},
};
use serde_json::{Map, Value, json};

use super::VERSION;

/// Titles of blocks and labels of settings, in Chinese and English, by name.
const LABELS: &str = include_str!("wordpress.json");

/// Where the plan comes from: the plugin says it.
const GIVEN: &str = "src";

pub fn definitions() -> Result<String> {
    let labels: Value = serde_json::from_str(LABELS)?;
    let plan: Value = serde_json::from_str(PLAN_JSON)?;
    let mut blocks = Vec::new();
    for element in elements() {
        let name = element.tag.trim_start_matches("plan-");
        let title = labels["titles"].get(name);
        let attributes: Vec<_> =
            element.attributes.iter().filter(|attribute| attribute.name != GIVEN).collect();
        blocks.push(json!({
            "name": name,
            "tag": element.tag,
            "data": element.data,
            "needs": element.needs,
            "title": title.with_context(|| format!("wordpress.json has no title for {name}"))?,
            "about": both(element.about),
            "attributes": attributes.into_iter().map(|each| attribute(each, &labels)).collect::<Vec<_>>(),
        }));
    }
    let whole = json!({ "version": VERSION, "languages": plan["languages"], "blocks": blocks });
    Ok(serde_json::to_string_pretty(&whole)? + "\n")
}

fn attribute(attribute: &Attribute, labels: &Value) -> Value {
    let mut out = Map::from_iter([
        ("name".into(), attribute.name.into()),
        ("kind".into(), kind(attribute.kind).into()),
        (
            "label".into(),
            labels["settings"].get(attribute.name).cloned().unwrap_or_else(|| label(attribute.name)),
        ),
        ("about".into(), both(attribute.about)),
        ("default".into(), both(attribute.default)),
    ]);
    match attribute.kind {
        Kind::Choice(words) => drop(out.insert("choices".into(), words.into())),
        Kind::Whole(low, high) => drop(out.insert("bounds".into(), json!([low, high]))),
        _ => {}
    }
    Value::Object(out)
}

/// What the plugin lets through.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice(_) => "choice",
        Kind::Whole(..) => "whole",
        Kind::Flag => "flag",
        Kind::Url | Kind::Json => "url",
        Kind::Language => "language",
        Kind::Term | Kind::Item | Kind::Goal | Kind::Project | Kind::Facet | Kind::Element => "ids",
        _ => "text",
    }
}

/// `heading-level` gives “Heading level”.
fn label(name: &str) -> Value {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    let label: String = first.into_iter().chain(letters).collect();
    json!({ "zh": label, "en": label })
}

fn both(say: Say) -> Value {
    json!({ "zh": say.zh, "en": say.en })
}
