//! A C++ compiler, which libFuzzer is built with.

use anyhow::{Result, bail};

use super::{
    Say,
    apt::{self, Apt},
    process::which,
};

const NAMES: [&str; 3] = ["c++", "g++", "clang++"];
const PACKAGES: [&str; 1] = ["g++"];

/// A C++ compiler, found or installed.
///
/// # Errors
/// A sentence with the remedy.
pub fn find(say: Say, apt: &mut Apt) -> Result<()> {
    if let Some(found) = which(&NAMES) {
        say.found("c++", &found.display().to_string());
        return Ok(());
    }
    if apt.install(say, "c++", &PACKAGES).is_err() || which(&NAMES).is_none() {
        bail!(
            "A C++ compiler is missing: {}",
            apt::remedy(&PACKAGES, "install one (macOS: `xcode-select --install`)")
        );
    }
    say.installed("c++", "g++");
    Ok(())
}
