//! `cargo xtask pack`: the npm package as a tarball, and the crate.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    build::{self, Output},
    check, files,
    generate::VERSION,
    output, root, run, setup, target, write,
};

/// What code and data are under.
pub const LICENCES: [&str; 2] = ["LICENSE", "LICENSE-DATA"];

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
    packed(&root().join("pkg"), &target())
}

/// Packs the npm package in `folder`; the tarball is put into `to`.
fn packed(folder: &Path, to: &Path) -> Result<PathBuf> {
    for licence in LICENCES {
        fs::copy(root().join(licence), folder.join(licence))
            .with_context(|| format!("{licence} can't be copied"))?;
    }
    fs::create_dir_all(to)?;
    let mut npm = setup::npm("pack")?;
    npm.current_dir(folder).args(["--json", "--pack-destination"]).arg(to);
    let printed = output("npm pack", &mut npm)?;
    let packed: serde_json::Value = serde_json::from_slice(&printed).context("npm pack printed no JSON")?;
    let name = packed[0]["filename"].as_str().context("npm pack named no file")?;
    let tarball = to.join("plan-widgets.tgz");
    fs::rename(to.join(name), &tarball)?;
    Ok(tarball)
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

/// That what is built and packed a second time, beside the first, is byte for byte the same.
///
/// # Errors
/// When it is not.
pub fn same_again() -> Result<()> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} can't be read", path.display()));
    let again = target().join("again");
    if again.exists() {
        fs::remove_dir_all(&again)?;
    }
    for path in files(&root().join("pkg"))?.iter().filter(|path| !path.starts_with("dist")) {
        write(&again.join("pkg").join(path), fs::read(root().join("pkg").join(path))?)?;
    }
    build::package(&Output::again(&again))?;
    let first = packed(&root().join("pkg"), &again.join("first"))?;
    let second = packed(&again.join("pkg"), &again.join("second"))?;
    ensure!(read(&first)? == read(&second)?, "the second tarball is another");
    let first = read(&packaged()?)?;
    ensure!(read(&packaged()?)? == first, "the second crate is another");
    Ok(())
}
