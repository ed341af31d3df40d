//! The ids of a plan: how many there are, and that none goes that others may link to.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use anyhow::Result;
use plan_widgets::PLAN_JSON;
use serde_json::Value;

use crate::{read, root};

/// How many records each collection has.
pub fn counts(model: &Value) -> BTreeMap<&str, usize> {
    collections(model).map(|(name, items)| (name, items.len())).collect()
}

/// The ids of the list in `file` that the model no longer has, and the model's that the list lacks. Without a list
/// nothing is compared.
///
/// # Errors
/// When the list can't be read.
pub fn gone(model: &Value, file: &Path) -> Result<Vec<String>> {
    if !file.exists() {
        return Ok(Vec::new());
    }
    let (listed, there) = (listed(&read(file)?), ids(model));
    let gone = listed.difference(&there).map(|id| format!("{id} is gone, and pages may link to it: keep it"));
    let new = there.difference(&listed).map(|id| format!("{id} is new: `cargo xtask generate` lists it"));
    Ok(gone.chain(new).collect())
}

/// `src/model/ids.txt`: the ids that it lists and those of the bundled plan. None is ever taken off by a command.
///
/// # Errors
/// When the list can't be read.
pub fn list() -> Result<String> {
    let file = root().join("src/model/ids.txt");
    let mut all = if file.exists() { listed(&read(&file)?) } else { BTreeSet::new() };
    all.extend(ids(&serde_json::from_str(PLAN_JSON)?));
    Ok(all.into_iter().map(|id| id + "\n").collect())
}

fn listed(text: &str) -> BTreeSet<String> {
    text.lines().map(ToOwned::to_owned).collect()
}

fn ids(model: &Value) -> BTreeSet<String> {
    let records = collections(model).flat_map(|(name, items)| items.iter().map(move |item| (name, item)));
    records.filter_map(|(name, item)| Some(format!("{name}/{}", item["id"].as_str()?))).collect()
}

fn collections(model: &Value) -> impl Iterator<Item = (&str, &Vec<Value>)> {
    let members = model.as_object().into_iter().flatten();
    members
        .filter_map(|(name, items)| Some((name.as_str(), items.as_array()?)))
        .filter(|(name, _)| *name != "languages")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use serde_json::json;

    use super::gone;

    #[test]
    fn ids_stay() {
        let file = std::env::temp_dir().join(format!("plan-widgets-ids-{}.txt", std::process::id()));
        std::fs::write(&file, "topics/land\ntopics/sea\n").unwrap();
        let found = gone(&json!({ "topics": [{ "id": "sea" }, { "id": "sky" }] }), &file);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(
            found.unwrap(),
            [
                "topics/land is gone, and pages may link to it: keep it",
                "topics/sky is new: `cargo xtask generate` lists it"
            ]
        );
    }
}
