//! What the package is made of, as CycloneDX 1.5: for those who have to know what they run.

use anyhow::Result;
use serde_json::{Value, json};

use super::notices::{Part, parts};

/// The list as JSON.
pub fn cyclonedx(version: &str) -> Result<String> {
    let components: Vec<Value> = parts()?.iter().map(component).collect();
    let bom = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "name": "plan-widgets",
                "version": version,
                "purl": format!("pkg:npm/plan-widgets@{version}"),
                "licenses": [{ "expression": "MIT AND CC-BY-4.0" }]
            }
        },
        "components": components
    });
    Ok(serde_json::to_string_pretty(&bom)? + "\n")
}

fn component(part: &Part) -> Value {
    let Part { name, version, licence, kind, .. } = part;
    json!({
        "type": "library",
        "name": name,
        "version": version,
        "purl": format!("pkg:{kind}/{name}@{version}"),
        "licenses": [{ "expression": licence }]
    })
}
