//! `cargo xtask mutants`: whether a test notices when the code is changed.

use std::process::Command;

use anyhow::Result;

use crate::{root, run, setup, target};

/// The version of cargo-mutants that reads `.cargo/mutants.toml`.
const CARGO_MUTANTS: &str = "27.1.0";

/// Where what has to be right is worked out.
const FILES: [&str; 2] = ["src/model/**/*.rs", "src/view/**/*.rs"];

/// Changes these files, or all of the model and the view models, in one place after the other, and runs the host tests for
/// each change. That happens in a copy; `target/mutants.out` says what became of each.
///
/// # Errors
/// When there is a change that no test notices, or tests can't be run.
pub fn mutants(files: &[&str]) -> Result<()> {
    let mut command = Command::new(setup::cargo_tool("cargo-mutants", CARGO_MUTANTS)?);
    command.current_dir(root()).args(["mutants", "--package", "plan-widgets", "--output"]).arg(target());
    let files = if files.is_empty() { &FILES } else { files };
    command.args(files.iter().flat_map(|file| ["--file", file]));
    // Compiled in one folder for all copies; a change compiles parts of two crates anew.
    command.env("CARGO_TARGET_DIR", target().join("mutants")).env("CARGO_INCREMENTAL", "1");
    run("cargo mutants (see target/mutants.out/missed.txt)", &mut command)
}
