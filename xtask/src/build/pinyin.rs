//! How titles are pronounced: for readers who search by pinyin or its first letters.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};
use plan_widgets::Plan;
use serde_json::Value;

use crate::setup::Npm;

/// Reads titles from its input and writes their syllables.
const SCRIPT: &str = "
const { pinyin } = require('pinyin-pro');
const titles = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const of = (title) => pinyin(title, { toneType: 'none', nonZh: 'consecutive' }).replace(/\\s+/g, ' ').trim();
process.stdout.write(JSON.stringify(titles.map(of)));
";

/// The pinyin of each event's title, by its id, but of those that say it themselves; and of each project's name, by its id
/// with a colon.
///
/// # Errors
/// When Node.js or the package `pinyin-pro` is missing.
pub fn of(plan: &Value, npm: &Npm) -> Result<Value> {
    let plan = Plan::read(plan)?;
    let events: Vec<_> = plan.events.iter().filter(|event| event.spoken("zh").is_empty()).collect();
    let titles = events.iter().map(|event| plan.title(event).map_or("", |title| title.get("zh")));
    let titles: Vec<&str> =
        titles.chain(plan.projects.iter().map(|project| project.name.get("zh"))).collect();
    let mut child = Command::new("node")
        .args(["-e", SCRIPT])
        .env("NODE_PATH", &npm.node_modules)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("node could not be started: install Node.js")?;
    child
        .stdin
        .take()
        .context("node takes no input")?
        .write_all(serde_json::to_string(&titles)?.as_bytes())?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "the pinyin of titles could not be made: run `cargo xtask setup`");
    let made: Vec<String> = serde_json::from_slice(&output.stdout)?;
    let ids = events.iter().map(|event| event.id.to_string());
    let ids = ids.chain(plan.projects.iter().map(|project| format!("{}:", &*project.id)));
    Ok(ids.zip(made.into_iter().map(Value::from)).collect())
}
