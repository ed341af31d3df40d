//! `cargo xtask verify`: a plan, held against itself and against the text that it cites.
//!
//! Next to a plan may lie `accounted.json`, with what its text leaves to explain, and `ids.txt`, with the ids that it
//! has ever had.

mod coverage;
mod dates;
pub mod ids;
mod wording;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use plan_widgets::Plan;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{read, root};

/// What to check, and how to report it.
#[derive(Default)]
pub struct Options {
    /// The plan; without one the bundled one.
    pub plan: Option<PathBuf>,
    /// The text that it cites; without one, wording and coverage are left out.
    pub source: Option<PathBuf>,
    /// Prints JSON.
    pub json: bool,
}

/// What a text has that no record holds, and how to find it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Accounts {
    /// The longest run of characters that our own prose may share with the text.
    longest_shared: usize,
    /// What has to be recorded or explained, by kind.
    #[serde(default)]
    kinds: Vec<coverage::Kind>,
    /// How words are found that a reader may not know, as a regular expression.
    jargon: Option<String>,
    /// Wordings of time that don't say themselves when they are.
    #[serde(default)]
    times: Vec<dates::Account>,
    /// What is no record, and why.
    #[serde(default)]
    accounted: Vec<coverage::Account>,
}

/// A text, and the passages it is made of.
pub(crate) struct Source {
    text: Vec<char>,
    passages: BTreeMap<String, (usize, usize)>,
}

/// Checks a plan: that it loads, that its ids stay, that its times agree with their wording; with its text the positions
/// of all wording, its own words, and what of the text it leaves out.
///
/// # Errors
/// Everything that doesn't hold, each with where it stands.
pub fn verify(options: &Options) -> Result<()> {
    let file = options.plan.clone().unwrap_or_else(|| root().join("src/model/plan.json"));
    let model: Value = serde_json::from_str(&read(&file)?).with_context(|| file.display().to_string())?;
    let plan = Plan::read(&model).with_context(|| file.display().to_string())?;
    let accounts = file.with_file_name("accounted.json");
    let accounts: Accounts = if accounts.exists() {
        serde_json::from_str(&read(&accounts)?).with_context(|| accounts.display().to_string())?
    } else {
        Accounts::default()
    };

    let counts = ids::counts(&model);
    let mut wrong = ids::gone(&model, &file.with_file_name("ids.txt"))?;
    wrong.extend(dates::disagreeing(&model, &accounts.times));
    let mut compared = 0;
    let mut coverage = Vec::new();
    let mut unexplained = Vec::new();
    if let Some(source) = &options.source {
        let source = source_of(source, &plan)?;
        let own = plan.languages.first().cloned().unwrap_or_default();
        let lang = own.key();
        let wordings = wording::wordings(&model, lang);
        compared = wordings.iter().filter(|wording| wording.at.is_some()).count();
        wrong.extend(wording::misplaced(&wordings, &source));
        wrong.extend(wording::misplaced(&coverage::wordings(&accounts.accounted), &source));
        wrong.extend(wording::copied(&model, lang, &source, accounts.longest_shared));
        let (found, open) = coverage::coverage(&wordings, &accounts.kinds, &accounts.accounted, &source)?;
        coverage = found;
        wrong.extend(open);
        if let Some(pattern) = &accounts.jargon {
            unexplained = coverage::unexplained(&wordings, pattern, &source)?;
        }
    }
    if options.json {
        let coverage: Vec<_> = coverage
            .iter()
            .map(|found| json!({ "kind": found.kind, "recorded": found.recorded, "explained": found.explained }))
            .collect();
        let report = json!({
            "source": options.source.is_some(),
            "counts": counts,
            "citations": compared,
            "coverage": coverage,
            "unexplained": unexplained,
            "wrong": wrong,
        });
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        for (name, count) in counts {
            println!("{count:>6}  {name}");
        }
        if options.source.is_some() {
            println!("{compared:>6}  citations that were compared with the text");
            for coverage::Found { kind, recorded, explained } in coverage {
                println!("{recorded:>6}  occurrences of a {kind} recorded, {explained} explained");
            }
            if !unexplained.is_empty() {
                println!("{:>6}  words that may want an entry in the glossary:", unexplained.len());
                println!("        {}", unexplained.join("  "));
            }
        } else {
            println!("Without --source FILE nothing was compared with the text of the plan.");
        }
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\n")) }
}

/// The text in `file`, when it is the one that the plan cites.
fn source_of(file: &Path, plan: &Plan) -> Result<Source> {
    let bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    let source = plan.about.source.as_ref().context("the plan has no /plan/source to compare with")?;
    let sha256 = format!("{:x}", Sha256::digest(&bytes));
    if source.sha256.as_deref() != Some(&sha256) {
        bail!(
            "{} is not the text that the plan cites: its sha256 is {sha256}, not {}",
            file.display(),
            source.sha256.as_deref().unwrap_or("given")
        );
    }
    let text: Vec<char> = String::from_utf8(bytes).context("the text is not UTF-8")?.chars().collect();
    if source.length != Some(text.len()) {
        bail!("/plan/source/length: the text has {} characters", text.len());
    }
    let mut passages = BTreeMap::new();
    let ends = source.passages.iter().skip(1).map(|next| next.at).chain([text.len()]);
    for (index, (passage, end)) in source.passages.iter().zip(ends).enumerate() {
        if passage.at >= end || end > text.len() {
            bail!(
                "/plan/source/passages/{index}/at: {} is not before {end}, where the next begins",
                passage.at
            );
        }
        passages.insert(passage.id.to_string(), (passage.at, end));
    }
    Ok(Source { text, passages })
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
