//! `cargo xtask check`: formatting, lints, docs and types.

use std::{fmt, process::Command};

use anyhow::Result;

use crate::{
    root, run,
    setup::{self, Need},
};

/// A check by its name.
pub type Check = (&'static str, fn() -> Result<()>);

/// The error of a check that can't be made here, and why: no failure.
#[derive(Debug)]
pub struct Skipped(pub String);

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Skipped {}

/// Every check, quickest first.
pub const CHECKS: [Check; 6] = [
    ("formatting (cargo fmt)", formatting),
    ("generated files", crate::generate::check),
    ("released names are kept", crate::release::check),
    ("types (tsc)", types),
    ("lints (clippy)", lints),
    ("docs (rustdoc)", docs),
];

/// Runs every check, and stops at the first that fails.
///
/// # Errors
/// What that check says.
pub fn check() -> Result<()> {
    for (name, check) in CHECKS {
        println!("{name}");
        check()?;
    }
    Ok(())
}

/// Cargo, at the root.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

fn formatting() -> Result<()> {
    run("cargo fmt (`cargo fmt --all` mends it)", cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    let host = [
        "clippy",
        "--quiet",
        "--locked",
        "--workspace",
        "--exclude",
        "fuzz",
        "--all-targets",
        "--features",
        "plan-widgets/prerender,plan-widgets/schema",
    ];
    run("cargo clippy", cargo().args(host).args(deny))?;
    for feature in ["element", "render"] {
        let door = ["clippy", "--quiet", "--locked", "--package", "plan-widgets", "--features", feature];
        run("cargo clippy", cargo().args(door).args(deny))?;
    }
    Ok(())
}

fn docs() -> Result<()> {
    let docs = ["doc", "--quiet", "--locked", "--no-deps", "--package", "plan-widgets", "--package", "xtask"];
    run(
        "cargo doc",
        cargo().env("RUSTDOCFLAGS", "-D warnings").args(docs).args(["--features", "plan-widgets/element"]),
    )
}

fn types() -> Result<()> {
    let tools = setup::ensure(&root(), &[Need::Npm], false)?;
    let Some(npm) = tools.npm else { anyhow::bail!("npm's tools are missing: run `cargo xtask setup`") };
    run("tsc", Command::new(npm.bin("tsc")).arg("--project").arg(root().join("tests/types")))
}
