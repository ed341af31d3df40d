//! `cargo xtask audit`: known weaknesses, licences and sources of what we depend on.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::{outdated::NPM, root, setup};

/// The version of cargo-deny that reads `.cargo/deny.toml`.
const CARGO_DENY: &str = "0.20.2";

/// Asks cargo-deny, which is compiled first where it isn't there, and npm. Both ask for lists that others keep: with
/// `offline` that is left out.
///
/// # Errors
/// Where something is found, or one of them can't be asked.
pub fn audit(offline: bool) -> Result<()> {
    let mut refused = Vec::new();
    let deny = setup::cargo_tool("cargo-deny", CARGO_DENY)?;
    let mut what = vec!["bans", "licenses", "sources"];
    if !offline {
        what.push("advisories");
    }
    let status = Command::new(deny)
        .current_dir(root())
        .args(["--config", ".cargo/deny.toml", "check"])
        .args(&what)
        .status()
        .context("cargo-deny could not be started")?;
    if !status.success() {
        refused.push("cargo deny".to_owned());
    }
    for folder in NPM.iter().filter(|_| !offline) {
        println!("npm packages of {folder}:");
        let status = Command::new(setup::find_npm()?)
            .current_dir(root().join(folder))
            .args(["audit", "--package-lock-only"])
            .status()
            .context("npm could not be started")?;
        if !status.success() {
            refused.push(format!("npm audit in {folder}"));
        }
    }
    ensure!(refused.is_empty(), "found something, or could not look: {}", refused.join(", "));
    Ok(())
}
