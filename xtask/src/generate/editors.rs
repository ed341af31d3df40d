//! Completion for editors: VS Code's custom data, and JetBrains' web-types.

use anyhow::Result;
use plan_widgets_element::{
    spec::{Attribute, CUSTOM_PROPERTIES, EVENTS, Kind},
    widgets::ELEMENTS,
};
use serde_json::{Value, json};

use super::{VERSION, type_of};
use crate::SHOWN;

/// `pkg/vscode.html-custom-data.json`.
pub fn vscode() -> Result<String> {
    let tags: Vec<Value> = ELEMENTS
        .iter()
        .map(|element| {
            let attributes: Vec<Value> = element
                .attributes
                .iter()
                .map(|attribute| {
                    let values: Vec<Value> =
                        values(attribute).iter().map(|name| json!({ "name": name })).collect();
                    json!({ "name": attribute.name, "description": attribute.about.en, "values": values })
                })
                .collect();
            json!({ "name": element.tag, "description": element.about.en, "attributes": attributes })
        })
        .collect();
    Ok(serde_json::to_string_pretty(&json!({ "version": 1.1, "tags": tags }))? + "\n")
}

/// `pkg/web-types.json`.
pub fn web_types() -> Result<String> {
    let events: Vec<Value> =
        EVENTS.iter().map(|event| json!({ "name": event.name, "description": event.about.en })).collect();
    let elements: Vec<Value> = ELEMENTS
        .iter()
        .map(|element| {
            let attributes: Vec<Value> = element
                .attributes
                .iter()
                .map(|attribute| {
                    json!({
                        "name": attribute.name,
                        "description": attribute.about.en,
                        "required": false,
                        "value": { "type": type_of(attribute.kind) },
                    })
                })
                .collect();
            let parts: Vec<Value> = element
                .parts
                .iter()
                .map(|part| json!({ "name": part.name, "description": part.about.en }))
                .collect();
            json!({
                "name": element.tag,
                "description": element.about.en,
                "attributes": attributes,
                "js": { "events": events },
                "css": { "parts": parts },
            })
        })
        .collect();
    let properties: Vec<Value> = CUSTOM_PROPERTIES
        .iter()
        .map(|property| json!({ "name": property.name, "description": property.about.en }))
        .collect();
    let whole = json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": "plan-widgets",
        "version": VERSION,
        "description-markup": "markdown",
        "contributions": { "html": { "elements": elements }, "css": { "properties": properties } },
    });
    Ok(serde_json::to_string_pretty(&whole)? + "\n")
}

fn values(attribute: &Attribute) -> Vec<String> {
    match attribute.kind {
        Kind::Choice(words) | Kind::Words(words) => words.iter().map(ToString::to_string).collect(),
        Kind::Whole(low, high) => (low..=high).map(|number| number.to_string()).collect(),
        Kind::Language => SHOWN.map(|lang| lang.key().into()).into(),
        _ => Vec::new(),
    }
}
