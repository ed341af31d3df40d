//! `cargo xtask pack`: the npm package as a tarball, and the crate.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{build, check, generate::VERSION, output, root, run, target};

/// Builds and packs both. Gives the tarball and the crate.
///
/// # Errors
/// When the build, `npm pack` or `cargo package` fails.
pub fn pack() -> Result<[PathBuf; 2]> {
    build::build()?;
    Ok([tarball()?, packaged()?])
}

/// Packs the npm package that is built.
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

/// Packs the crate, without compiling it.
fn packaged() -> Result<PathBuf> {
    run("cargo package", crate_task("package").arg("--no-verify"))?;
    let to = target().join("plan-widgets.crate");
    fs::copy(target().join(format!("package/plan-widgets-{VERSION}.crate")), &to)?;
    Ok(to)
}

fn crate_task(task: &str) -> Command {
    let mut command = check::cargo();
    command.args([task, "--quiet", "--locked", "--allow-dirty", "--package", "plan-widgets"]);
    command
}

/// That the crate could be published.
///
/// # Errors
/// What cargo says.
pub fn publishable() -> Result<()> {
    run("cargo publish", crate_task("publish").arg("--dry-run"))
}

/// That what is built and packed is byte for byte what it was the last time.
///
/// # Errors
/// When it is not.
pub fn same_again() -> Result<()> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} can't be read", path.display()));
    let (first, packed) = (read(&tarball()?)?, read(&packaged()?)?);
    build::package()?;
    ensure!(read(&tarball()?)? == first, "the second tarball is another");
    ensure!(read(&packaged()?)? == packed, "the second crate is another");
    Ok(())
}
