//! Traditional characters and the simplified ones that a search takes them for.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::setup::Npm;

/// Writes each traditional character with the simplified one after it. By OpenCC, character by character: what a whole
/// word would be, a search doesn't need to know.
const SCRIPT: &str = "
const convert = require('opencc-js').Converter({ from: 't', to: 'cn' });
let pairs = '';
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const traditional = String.fromCharCode(code);
  const simplified = convert(traditional);
  if (simplified.length === 1 && simplified !== traditional) pairs += traditional + simplified;
}
process.stdout.write(pairs);
";

/// What a [`GlossaryView`](plan_widgets::GlossaryView) is added with the first search.
///
/// # Errors
/// When Node.js or the package `opencc-js` is missing.
pub fn of(npm: &Npm) -> Result<Value> {
    let output = Command::new(&npm.node).args(["-e", SCRIPT]).env("NODE_PATH", &npm.node_modules).output();
    let output = output.context("node could not be started: install Node.js")?;
    ensure!(output.status.success(), "traditional characters could not be had: run `cargo xtask setup`");
    Ok(json!({ "variants": String::from_utf8(output.stdout)? }))
}
