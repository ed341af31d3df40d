//! `cargo xtask pack`: the npm package as a tarball.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result};

use crate::{build, output, root, target};

/// Builds and packs. Gives the tarball.
///
/// # Errors
/// When the build or `npm pack` fails.
pub fn pack() -> Result<PathBuf> {
    build::build()?;
    tarball()
}

/// Packs what is built.
///
/// # Errors
/// When `npm pack` fails.
pub fn tarball() -> Result<PathBuf> {
    let licence = root().join("pkg/LICENSE");
    fs::copy(root().join("LICENSE"), &licence).context("LICENSE can't be copied")?;
    let mut npm = Command::new("npm");
    npm.current_dir(root().join("pkg"))
        .args(["pack", "--json", "--ignore-scripts", "--pack-destination"])
        .arg(target());
    let printed = output("npm pack", &mut npm)?;
    let packed: serde_json::Value = serde_json::from_slice(&printed).context("npm pack printed no JSON")?;
    let name = packed[0]["filename"].as_str().context("npm pack named no file")?;
    let to = target().join("plan-widgets.tgz");
    fs::rename(target().join(name), &to)?;
    Ok(to)
}
