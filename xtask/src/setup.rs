//! `cargo xtask setup`: finds what the build and the tests need, and installs what is missing.
//!
//! Every task calls [`ensure`] with its own list, so `setup` itself is never a required step.
//! Whatever can't be installed here ends in one sentence that says what to type.
//!
//! `PLAN_WASM` chooses how std for WebAssembly is had:
//! - unset: std from source where a toolchain with its source is at hand, else the prebuilt one;
//! - `stable`: the prebuilt std, as on any ordinary stable toolchain;
//! - `debian`: Debian's `rustc-web` and its source, even where rustup is present.

mod apt;
mod browsers;
mod cxx;
mod hugo;
mod npm;
mod process;
mod tool;
mod wasm;
mod wordpress;

use std::path::{Path, PathBuf};

use anyhow::bail;

pub use browsers::{Browser, Engine};
pub use npm::{Npm, bin, find_npm, npm};
pub use process::cache;
pub use tool::cargo_tool;
pub use wasm::{Wasm, WasmKind, has_prebuilt_std};
pub use wordpress::WordPress;

/// What a task needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A toolchain that builds for wasm32-unknown-unknown.
    Wasm,
    /// Node.js and the packages of `xtask/package.json`.
    Npm,
    /// A C++ compiler.
    Cxx,
    /// Browsers with their WebDriver programs, and Chinese fonts.
    Browsers,
    /// Hugo.
    Hugo,
    /// WordPress with PHP and a database.
    WordPress,
}

/// What was found or installed; what was not asked for is empty.
pub struct Tools {
    /// The toolchain for WebAssembly.
    pub wasm: Option<Wasm>,
    /// Node.js and its packages.
    pub npm: Option<Npm>,
    /// The engines that tests can drive.
    pub browsers: Vec<Browser>,
    /// The program `hugo`.
    pub hugo: Option<PathBuf>,
    /// A WordPress that tests can run.
    pub wordpress: Option<WordPress>,
    /// For each engine, font, Hugo or WordPress that is not here, one sentence with the remedy.
    pub missing: Vec<String>,
}

/// Everything `needs` lists, found or installed.
///
/// Prints one line per thing when `verbose`, and otherwise only what was installed or is missing.
/// `verbose` is the `setup` task: it also tries again what could not be installed an hour ago or less.
///
/// # Errors
/// A sentence with the remedy for WebAssembly, npm or C++, one per line. A missing browser is no error, nor is a missing
/// Hugo or WordPress: it goes into [`Tools::missing`].
pub fn ensure(root: &Path, needs: &[Need], verbose: bool) -> anyhow::Result<Tools> {
    let say = Say { verbose };
    let mut apt = apt::Apt::default();
    let mut tools = Tools {
        wasm: None,
        npm: None,
        browsers: Vec::new(),
        hugo: None,
        wordpress: None,
        missing: Vec::new(),
    };
    let mut errors = Vec::new();
    // All of them before the first error is returned: one run names everything there is to do.
    if needs.contains(&Need::Wasm) {
        tools.wasm = wasm::find(say, &mut apt).map_err(|e| errors.push(format!("{e:#}"))).ok();
    }
    if needs.contains(&Need::Npm) {
        tools.npm = npm::find(say, root).map_err(|e| errors.push(format!("{e:#}"))).ok();
    }
    if needs.contains(&Need::Cxx) {
        errors.extend(cxx::find(say, &mut apt).map_err(|e| format!("{e:#}")).err());
    }
    if needs.contains(&Need::Browsers) {
        (tools.browsers, tools.missing) = browsers::find(say, &mut apt);
    }
    if needs.contains(&Need::Hugo) {
        tools.hugo = hugo::find(say, &mut apt).map_err(|e| tools.missing.push(e)).ok();
    }
    if needs.contains(&Need::WordPress) {
        tools.wordpress = wordpress::find(say, &mut apt).map_err(|e| tools.missing.push(e)).ok();
    }
    if errors.is_empty() { Ok(tools) } else { bail!(errors.join("\n")) }
}

/// Where the lines go: standard error, in step with the programs that report progress there.
#[derive(Clone, Copy)]
struct Say {
    verbose: bool,
}

impl Say {
    fn found(self, what: &str, detail: &str) {
        if self.verbose {
            eprintln!("{what:<9} found: {detail}");
        }
    }

    fn installed(self, what: &str, detail: &str) {
        eprintln!("{what:<9} installed: {detail}");
    }

    fn found_or_installed(self, installed: bool, what: &str, detail: &str) {
        if installed { self.installed(what, detail) } else { self.found(what, detail) }
    }

    fn missing(self, what: &str, remedy: &str) {
        eprintln!("{what:<9} missing: {remedy}");
    }

    fn runs(self, what: &str, command: &str, expect: &str) {
        eprintln!("{what:<9} running `{command}` ({expect})");
    }
}
