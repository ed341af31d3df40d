//! `cargo xtask verify --source FILE`: the model's wording, compared with the text of the plan.

use std::path::Path;

use anyhow::{Context, Result, bail};
use plan_widgets::PLAN_JSON;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Checks that the text is the one the model cites, and that every `exact` stands at its `span`.
///
/// # Errors
/// Every citation that doesn't hold, with its JSON Pointer.
pub fn verify(source: &Path) -> Result<()> {
    let bytes = std::fs::read(source).with_context(|| format!("{} can't be read", source.display()))?;
    let model: Value = serde_json::from_str(PLAN_JSON)?;
    let (found, expected) = (format!("{:x}", Sha256::digest(&bytes)), &model["plan"]["source"]["sha256"]);
    if *expected != found {
        bail!(
            "{} is not the text that the model cites: its sha256 is {found}, not {expected}",
            source.display()
        );
    }
    let text: Vec<char> = String::from_utf8(bytes).context("the text is not UTF-8")?.chars().collect();
    let mut checked = Checked::default();
    checked.walk(&model, String::new(), &text);
    if model["plan"]["source"]["length"] != text.len() {
        checked.wrong.push(format!("/plan/source/length: the text has {} characters", text.len()));
    }
    if !checked.wrong.is_empty() {
        bail!("{}", checked.wrong.join("\n"));
    }
    println!("{} citations hold in {} characters", checked.right, text.len());
    Ok(())
}

#[derive(Default)]
struct Checked {
    right: usize,
    wrong: Vec<String>,
}

impl Checked {
    fn walk(&mut self, value: &Value, pointer: String, text: &[char]) {
        match value {
            Value::Object(members) => {
                if let Some(exact) = members.get("exact") {
                    self.compare(exact, members.get("span").unwrap_or(&Value::Null), &pointer, text);
                }
                for (key, member) in members {
                    self.walk(member, format!("{pointer}/{key}"), text);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.walk(item, format!("{pointer}/{index}"), text);
                }
            }
            _ => {}
        }
    }

    fn compare(&mut self, exact: &Value, span: &Value, pointer: &str, text: &[char]) {
        let position =
            |index: usize| span[index].as_u64().and_then(|position| usize::try_from(position).ok());
        let passage = position(0).zip(position(1)).and_then(|(start, end)| text.get(start..end));
        match passage.map(|passage| passage.iter().collect::<String>()) {
            Some(passage) if *exact == passage => self.right += 1,
            Some(passage) => {
                self.wrong.push(format!("{pointer}: the text has \"{passage}\" there, not {exact}"))
            }
            None => self.wrong.push(format!("{pointer}: {span} is no span of the text")),
        }
    }
}
