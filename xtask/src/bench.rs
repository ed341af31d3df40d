//! `cargo xtask bench`: what our widgets cost a reader, compared with what a page would use instead.

use std::{env, process::Command};

use anyhow::Result;

use crate::{root, run};

/// Compares timelines, or with `annotate` the marking of terms. `arguments` are those of `tests/bench`.
///
/// # Errors
/// What that program says.
pub fn bench(arguments: &[&str]) -> Result<()> {
    // A program of its own, because it needs what drives a browser, and that depends on this crate.
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()).args(["run", "--quiet", "--locked", "--package", "bench", "--"]);
    run("the benchmark", cargo.args(arguments))
}
