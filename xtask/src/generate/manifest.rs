//! `custom-elements.json`, the Custom Elements Manifest (schema 2.1.0) that catalogues and editors read.

use anyhow::Result;
use plan_widgets_element::{
    spec::{CUSTOM_PROPERTIES, EVENTS, Element, Named, camel_case},
    widgets::ELEMENTS,
};
use serde_json::{Value, json};

use super::type_of;

/// `pkg/custom-elements.json`.
pub fn custom_elements() -> Result<String> {
    let declarations: Vec<Value> = ELEMENTS.iter().map(declaration).collect();
    let exports: Vec<Value> = ELEMENTS
        .iter()
        .flat_map(|element| {
            let declaration = json!({ "name": element.class, "module": "dist/elements.js" });
            [
                json!({ "kind": "js", "name": element.class, "declaration": declaration }),
                json!({ "kind": "custom-element-definition", "name": element.tag, "declaration": declaration }),
            ]
        })
        .collect();
    let manifest = json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": "dist/elements.js",
            "declarations": declarations,
            "exports": exports,
        }],
    });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn declaration(element: &Element) -> Value {
    let attributes: Vec<Value> = element
        .attributes
        .iter()
        .map(|attribute| {
            json!({
                "name": attribute.name,
                "fieldName": camel_case(attribute.name),
                "type": { "text": type_of(attribute.kind) },
                "default": attribute.default.en,
                "description": attribute.about.en,
            })
        })
        .collect();
    let mirrored = element.attributes.iter().map(|attribute| {
        json!({
            "kind": "field",
            "name": camel_case(attribute.name),
            "attribute": attribute.name,
            "reflects": true,
            "type": { "text": "string | null" },
            "description": attribute.about.en,
        })
    });
    let own = element.properties.iter().map(|property| {
        json!({
            "kind": "field",
            "name": property.name,
            "type": { "text": property.kind },
            "description": property.about.en,
        })
    });
    let events: Vec<Value> = EVENTS
        .iter()
        .map(|event| {
            json!({
                "name": event.name,
                "type": { "text": format!("CustomEvent<{}>", event.detail) },
                "description": event.about.en,
            })
        })
        .collect();
    json!({
        "kind": "class",
        "customElement": true,
        "name": element.class,
        "tagName": element.tag,
        "description": element.about.en,
        "superclass": { "name": "HTMLElement" },
        "attributes": attributes,
        "members": mirrored.chain(own).collect::<Vec<_>>(),
        "events": events,
        "cssParts": named(element.parts),
        "cssProperties": CUSTOM_PROPERTIES.iter().map(|token| json!({ "name": token.name, "default": token.default.en, "description": token.about.en })).collect::<Vec<_>>(),
    })
}

fn named(list: &[Named]) -> Vec<Value> {
    list.iter().map(|item| json!({ "name": item.name, "description": item.about.en })).collect()
}
