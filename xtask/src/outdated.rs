//! `cargo xtask outdated`: which dependencies are behind, and which pins hold them.

use std::{path::Path, process::Command};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{check, read, root, setup};

/// The manifests that may pin a crate.
const MANIFESTS: [&str; 6] = [
    "Cargo.toml",
    "xtask/Cargo.toml",
    "tests/bench/Cargo.toml",
    "tests/browser/Cargo.toml",
    "tests/wordpress/Cargo.toml",
    "tests/yew-host/Cargo.toml",
];

/// The folders with packages of npm.
pub const NPM: [&str; 5] =
    ["xtask", "tests/lighthouse", "tests/package", "tests/package/hosts", "tests/package/runtimes"];

/// Where it stands what raising one takes.
const PAGE: &str = "xtask/UPGRADING.md";

/// Prints them, by what cargo and npm say.
///
/// # Errors
/// When one of them can't be asked.
pub fn outdated() -> Result<()> {
    println!(
        "Crates (`cargo update` takes what is updated here; what is available is held by a requirement):"
    );
    let mut cargo = check::cargo();
    let said =
        cargo.args(["update", "--dry-run", "--verbose"]).output().context("cargo could not be started")?;
    let crates = behind(&String::from_utf8_lossy(&said.stderr));
    print(&crates);
    println!("\nCrates pinned to one version:");
    let mut pins = Vec::new();
    for manifest in MANIFESTS {
        pins.extend(
            pinned(&read(&root().join(manifest))?).into_iter().map(|pin| format!("{pin}  ({manifest})")),
        );
    }
    print(&pins);
    for folder in NPM {
        println!("\nnpm packages of {folder}, all pinned:");
        print(&packages(&root().join(folder))?);
    }
    println!("\n{PAGE} says what raising a pin takes, and what fails when it no longer holds.");
    Ok(())
}

fn print(lines: &[String]) {
    if lines.is_empty() {
        println!("  none");
    }
    lines.iter().for_each(|line| println!("  {line}"));
}

/// What cargo would update, and what it leaves though there is something newer.
fn behind(said: &str) -> Vec<String> {
    let lines = said.lines().map(str::trim);
    let listed = lines.filter(|line| line.contains(" -> ") || line.contains("(available: "));
    listed.map(|line| line.trim_start_matches("Unchanged ").to_owned()).collect()
}

/// The crates of a manifest whose version is `=…`.
fn pinned(manifest: &str) -> Vec<String> {
    let pin = |line: &str| {
        let (name, rest) = line.split_once(" = ")?;
        let (_, version) = rest.split_once("\"=")?;
        Some(format!("{name} ={}", version.split('"').next()?))
    };
    manifest.lines().filter(|line| !line.starts_with('#')).filter_map(pin).collect()
}

/// The packages of a folder that are behind.
fn packages(folder: &Path) -> Result<Vec<String>> {
    let npm = setup::find_npm()?;
    // It fails where anything is behind.
    let said = Command::new(npm)
        .current_dir(folder)
        .args(["outdated", "--json"])
        .output()
        .context("npm could not be started")?;
    let said: Value = serde_json::from_slice(&said.stdout).context("npm outdated printed no JSON")?;
    let line = |(name, about): (&String, &Value)| {
        let text = |key: &str| about[key].as_str().map(str::to_owned);
        let (pinned, latest) = (text("wanted")?, text("latest")?);
        (pinned != latest).then(|| format!("{name} {pinned} -> {latest}"))
    };
    Ok(said.as_object().into_iter().flatten().filter_map(line).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_says_what_is_behind() {
        let said = "    Updating index\n     Locking 1 package\n    Updating memchr v2.8.3 -> v2.8.4\n   \
            Unchanged yew v0.23.0 (available: v0.24.1)\nwarning: not updating lockfile due to dry run";
        assert_eq!(behind(said), ["Updating memchr v2.8.3 -> v2.8.4", "yew v0.23.0 (available: v0.24.1)"]);
    }

    #[test]
    fn pins_are_found() {
        let manifest = "# a = \"=1\"\nyew = \"=0.23.0\"\nserde = \"1\"\nwasm-bindgen = { version = \"=0.2.130\", optional = true }\n";
        assert_eq!(pinned(manifest), ["yew =0.23.0", "wasm-bindgen =0.2.130"]);
    }
}
