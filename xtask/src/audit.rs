//! `cargo xtask audit`: known weaknesses, licences and sources of what we depend on.

use std::{env, fs, path::Path, process::Command};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    check,
    outdated::NPM,
    root,
    setup::{self, cache},
};

/// The version of cargo-deny that reads `.cargo/deny.toml`.
const CARGO_DENY: &str = "0.20.2";

/// Asks cargo-deny, which is compiled first where it isn't there, and npm. Both ask for lists that others keep: with
/// `offline` that is left out.
///
/// # Errors
/// Where something is found, or one of them can't be asked.
pub fn audit(offline: bool) -> Result<()> {
    let mut refused = Vec::new();
    let deny = cargo_deny()?;
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

fn cargo_deny() -> Result<std::path::PathBuf> {
    let tools = cache().join("tools");
    let program = tools.join("bin/cargo-deny").with_extension(env::consts::EXE_EXTENSION);
    let is_ours = |program: &Path| {
        let said = Command::new(program).arg("--version").output();
        said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains(CARGO_DENY))
    };
    if is_ours(&program) {
        return Ok(program);
    }
    println!("cargo install cargo-deny --version {CARGO_DENY}: a few minutes, once");
    fs::create_dir_all(&tools).with_context(|| format!("{} can't be written", tools.display()))?;
    // Outside of this project, so that its own cargo settings stay out of it.
    let status = check::cargo()
        .current_dir(&tools)
        .args(["install", "cargo-deny", "--version", CARGO_DENY, "--locked", "--root"])
        .arg(&tools)
        .status()
        .context("cargo could not be started")?;
    if !status.success() {
        bail!("cargo-deny {CARGO_DENY} could not be compiled");
    }
    Ok(program)
}
