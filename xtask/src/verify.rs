//! `cargo xtask verify [--source FILE] [--json]`: the model, held against itself and against the text of the plan.

mod coverage;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use anyhow::{Context, Result, bail};
use plan_widgets::{PLAN_JSON, Plan};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{read, root};

/// The longest run of characters that our own prose may share with the text.
const LONGEST_SHARED: usize = 12;

/// Where each kind of reference leads.
const REFERENCES: [(&str, &str); 9] = [
    ("part", "parts"),
    ("topic", "topics"),
    ("topics", "topics"),
    ("departments", "departments"),
    ("period", "periods"),
    ("projects", "projects"),
    ("figures", "figures"),
    ("goals", "goals"),
    ("terms", "terms"),
];

/// What was counted and what is wrong.
#[derive(Default)]
struct Findings {
    citations: usize,
    wrong: Vec<String>,
}

/// Checks the bundled model: ids, references, and with the text of the plan its wording, its own words and what of
/// the text it leaves out.
///
/// # Errors
/// Everything that doesn't hold, each with its place.
pub fn verify(source: Option<&Path>, as_json: bool) -> Result<()> {
    let model: Value = serde_json::from_str(PLAN_JSON)?;
    Plan::read(&model)?;
    let mut found = Findings::default();
    let ids = ids(&model, &mut found);
    walk(&model, "", &mut |pointer, object| references(pointer, object, &ids, &mut found));
    if let Some(file) = source {
        let text = text(file, &model)?;
        let accounts: Value = serde_json::from_str(&read(&root().join("src/model/accounted.json"))?)?;
        wording(&model, &text, &mut found);
        wording(&accounts, &text, &mut found);
        own_words(&model, &text, &mut found);
        found.wrong.extend(coverage::open(&model, &accounts, &text));
    }
    let counts: BTreeMap<&str, usize> =
        collections(&model).map(|(name, items)| (name, items.len())).collect();
    if as_json {
        let compared = source.is_some();
        let report = json!({ "source": compared, "citations": found.citations, "counts": counts, "wrong": found.wrong });
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        for (name, count) in counts {
            println!("{count:>6}  {name}");
        }
        match source {
            Some(_) => println!("{:>6}  citations that were compared with the text", found.citations),
            None => println!("Without --source FILE the wording was not compared with the text of the plan."),
        }
    }
    if found.wrong.is_empty() { Ok(()) } else { bail!("{}", found.wrong.join("\n")) }
}

/// The text, when it is the one that the model cites.
fn text(file: &Path, model: &Value) -> Result<Vec<char>> {
    let bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    let source = &model["plan"]["source"];
    let sha256 = format!("{:x}", Sha256::digest(&bytes));
    if source["sha256"] != sha256 {
        bail!(
            "{} is not the text that the model cites: its sha256 is {sha256}, not {}",
            file.display(),
            source["sha256"]
        );
    }
    let text: Vec<char> = String::from_utf8(bytes).context("the text is not UTF-8")?.chars().collect();
    if source["length"] != text.len() {
        bail!("/plan/source/length: the text has {} characters", text.len());
    }
    Ok(text)
}

/// The collections of a model, by name.
fn collections(model: &Value) -> impl Iterator<Item = (&str, &Vec<Value>)> {
    let members = model.as_object().into_iter().flatten();
    members
        .filter_map(|(name, items)| Some((name.as_str(), items.as_array()?)))
        .filter(|(name, _)| *name != "languages")
}

/// The ids of each collection; each only once.
fn ids<'a>(model: &'a Value, found: &mut Findings) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut ids: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, items) in collections(model) {
        for (index, item) in items.iter().enumerate() {
            match item["id"].as_str() {
                Some(id) if ids.entry(name).or_default().insert(id) => {}
                Some(id) => found.wrong.push(format!("/{name}/{index}/id: \"{id}\" stands there twice")),
                None => found.wrong.push(format!("/{name}/{index}: no id")),
            }
        }
    }
    ids
}

/// Calls `visit` with every object and its JSON Pointer.
fn walk<'a>(value: &'a Value, pointer: &str, visit: &mut impl FnMut(&str, &'a Value)) {
    match value {
        Value::Object(members) => {
            visit(pointer, value);
            for (key, member) in members {
                walk(member, &format!("{pointer}/{key}"), visit);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{index}"), visit);
            }
        }
        _ => {}
    }
}

/// Every reference leads somewhere.
fn references(pointer: &str, object: &Value, ids: &BTreeMap<&str, BTreeSet<&str>>, found: &mut Findings) {
    for (field, collection) in REFERENCES {
        let named = match &object[field] {
            Value::String(id) => vec![id.as_str()],
            Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
            _ => continue,
        };
        for id in named {
            if !ids.get(collection).is_some_and(|ids| ids.contains(id)) {
                found.wrong.push(format!("{pointer}/{field}: no \"{id}\" among the {collection}"));
            }
        }
    }
}

/// A span, and the passages that a plan's source is made of.
fn span(value: &Value) -> Option<(usize, usize)> {
    let position = |index: usize| value[index].as_u64().and_then(|position| usize::try_from(position).ok());
    position(0).zip(position(1))
}

/// Every `exact` stands at its `span`, and that in its article.
fn wording(value: &Value, text: &[char], found: &mut Findings) {
    let model: Value = serde_json::from_str(PLAN_JSON).unwrap_or_default();
    let passages: BTreeMap<_, _> = coverage::passages(&model).into_iter().collect();
    walk(value, "", &mut |pointer, object| {
        let (Some(exact), Some((start, end))) = (object["exact"].as_str(), span(&object["span"])) else {
            if object.get("exact").is_some() && object.get("everywhere").is_none() {
                found.wrong.push(format!("{pointer}: has `exact` and no span"));
            }
            return;
        };
        match text.get(start..end).map(|passage| passage.iter().collect::<String>()) {
            Some(passage) if passage == exact => found.citations += 1,
            Some(passage) => {
                found.wrong.push(format!("{pointer}: the text has \"{passage}\" there, not \"{exact}\""));
            }
            None => found.wrong.push(format!("{pointer}: [{start}, {end}] is no span of the text")),
        }
        if let Some(article) = object["article"].as_str() {
            match passages.get(article) {
                Some((from, to)) if *from <= start && end <= *to => {}
                Some(_) => found.wrong.push(format!("{pointer}: [{start}, {end}] is not in {article}")),
                None => found.wrong.push(format!("{pointer}: the text has no passage {article}")),
            }
        }
    });
}

/// Summaries and notes are our own words.
fn own_words(model: &Value, text: &[char], found: &mut Findings) {
    let runs: BTreeSet<&[char]> = text.windows(LONGEST_SHARED + 1).collect();
    walk(model, "", &mut |pointer, object| {
        for field in ["summary", "note", "notice"] {
            let Some(prose) = object[field]["zh"].as_str() else { continue };
            let prose: Vec<char> = prose.chars().collect();
            if let Some(run) = prose.windows(LONGEST_SHARED + 1).find(|run| runs.contains(run)) {
                let run: String = run.iter().collect();
                found.wrong.push(format!("{pointer}/{field}: \"{run}\" is the text's, not our own words"));
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Findings, ids, own_words, references, walk};

    #[test]
    fn references_lead_somewhere() {
        let model = json!({
            "topics": [{ "id": "sea" }, { "id": "sea" }, {}],
            "projects": [{ "id": "port", "topic": "see" }],
            "goals": [{ "id": "one", "projects": ["port", "pier"] }],
        });
        let mut found = Findings::default();
        let ids = ids(&model, &mut found);
        walk(&model, "", &mut |pointer, object| references(pointer, object, &ids, &mut found));
        assert_eq!(
            found.wrong,
            [
                "/topics/1/id: \"sea\" stands there twice",
                "/topics/2: no id",
                "/projects/0/topic: no \"see\" among the topics",
                "/goals/0/projects: no \"pier\" among the projects",
            ]
        );
    }

    #[test]
    fn copied_words_are_found() {
        let text: Vec<char> = "甲乙丙丁戊己庚辛壬癸子丑寅卯".chars().collect();
        let wrong = |prose: &str| {
            let mut found = Findings::default();
            own_words(&json!({ "summary": { "zh": prose } }), &text, &mut found);
            found.wrong.len()
        };
        assert_eq!((wrong("甲乙丙丁戊己庚辛壬癸子丑"), wrong("乙丙丁戊己庚辛壬癸子丑寅卯")), (0, 1));
    }
}
