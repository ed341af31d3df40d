//! Programs that cargo compiles, in a folder of their own.

use std::{env, fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use super::cache;
use crate::check;

/// `cargo-NAME` of a version, which is compiled first where it isn't there.
///
/// # Errors
/// When it can't be compiled.
pub fn cargo_tool(name: &str, version: &str) -> Result<PathBuf> {
    let tools = cache().join("tools");
    let program = tools.join("bin").join(name).with_extension(env::consts::EXE_EXTENSION);
    // As cargo calls it.
    let said = Command::new(&program).args([name.trim_start_matches("cargo-"), "--version"]).output();
    if said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains(version)) {
        return Ok(program);
    }
    println!("cargo install {name} --version {version}: a few minutes, once");
    fs::create_dir_all(&tools).with_context(|| format!("{} can't be written", tools.display()))?;
    // Outside of this project, so that its own cargo settings stay out of it.
    let status = check::cargo()
        .current_dir(&tools)
        .args(["install", name, "--version", version, "--locked", "--root"])
        .arg(&tools)
        .status()
        .context("cargo could not be started")?;
    if !status.success() {
        bail!("{name} {version} could not be compiled");
    }
    Ok(program)
}
