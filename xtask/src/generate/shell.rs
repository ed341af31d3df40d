//! The shell's table: what the JavaScript classes know of each element.

use std::fmt::Write;

use plan_widgets::{
    Lang,
    element::spec::{ELEMENTS, ERRORS, Element, NEAREST, PHRASES, PROBLEM, Say, UNAVAILABLE, camel_case},
};
use serde_json::json;

use super::VERSION;

/// `src/element/shell/spec.js`.
pub fn table() -> String {
    let mut out = String::from("// Generated from src/element/spec.rs by `cargo xtask generate`.\n\n");
    let _ = writeln!(out, "export const VERSION = \"{VERSION}\";\n");
    // Apart, so that an entry has just what it defines.
    for element in ELEMENTS {
        let _ = writeln!(out, "export const {} = {{", element.widget);
        let _ = writeln!(out, "  tag: \"{}\",\n  widget: \"{}\",", element.tag, element.widget);
        let _ = writeln!(out, "  attributes: [");
        for attribute in element.attributes {
            let property = camel_case(attribute.name);
            let _ = writeln!(out, "    {{ name: \"{}\", property: \"{property}\" }},", attribute.name);
        }
        let _ = writeln!(out, "  ],\n  properties: {},", json!(properties(element)));
        // Written out, one by one, for bundlers to see.
        let _ = writeln!(out, "  slices: {{");
        for lang in Lang::ALL.map(Lang::key) {
            let file = format!("./data/{}.{lang}.json", element.widget);
            let _ = writeln!(out, "    {lang}: new URL(\"{file}\", import.meta.url),");
        }
        let _ = writeln!(out, "  }},\n}};\n");
    }
    out.trim_end().to_owned() + "\n"
}

/// `src/element/shell/messages.js`: what is said when something fails.
pub fn messages() -> String {
    let mut out = String::from("// Generated from src/element/spec.rs by `cargo xtask generate`.\n\n");
    let _ = writeln!(out, "export const ERRORS = {{");
    for error in ERRORS {
        let _ = writeln!(out, "  \"{}\": {},", error.name, say(error.about));
    }
    let _ = writeln!(out, "}};\n\nexport const PHRASES = [");
    for phrase in PHRASES {
        let _ = writeln!(out, "  {},", say(*phrase));
    }
    out.push_str("];\n");
    for (name, sentence) in [("PROBLEM", PROBLEM), ("NEAREST", NEAREST), ("UNAVAILABLE", UNAVAILABLE)] {
        let _ = writeln!(out, "\nexport const {name} = {};", say(sentence));
    }
    out
}

/// Every property of an element, those that mirror attributes included.
fn properties(element: &Element) -> Vec<String> {
    let mirrored = element.attributes.iter().map(|attribute| camel_case(attribute.name));
    mirrored.chain(element.properties.iter().map(|property| property.name.into())).collect()
}

fn say(say: Say) -> String {
    format!("{{ zh: {}, en: {} }}", json!(say.zh), json!(say.en))
}
