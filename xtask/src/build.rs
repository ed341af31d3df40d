//! `cargo xtask build`: the package in `pkg/dist`, and the site in `target/www`.

mod glue;
pub mod slices;
mod wasm;

use std::{fs, path::Path, process::Command};

use anyhow::Result;
use plan_widgets::Lang;
use serde_json::json;

use crate::{
    generate, output, root, run,
    setup::{self, Need, Npm, WasmKind},
    site, write,
};

/// Builds everything that is shipped or served. Gives the kind of build it is.
///
/// # Errors
/// When something is missing or doesn't compile.
pub fn build() -> Result<WasmKind> {
    let root = root();
    generate::check()?;
    let tools = setup::ensure(&root, &[Need::Wasm, Need::Npm], false)?;
    let (Some(toolchain), Some(npm)) = (tools.wasm, tools.npm) else {
        anyhow::bail!("Tools are missing: run `cargo xtask setup`");
    };
    let made = wasm::module(&toolchain, &npm)?;
    let dist = root.join("pkg/dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    write(&dist.join("plan-widgets.wasm"), made.wasm)?;
    write(&dist.join("glue.js"), glue::pack(&made.glue, &npm)?)?;
    slices::write(&dist)?;
    for lang in Lang::ALL {
        // To be pasted between the tags.
        let html = site::static_glossary(lang, site::Form::Light, "")?;
        write(&dist.join(format!("static/glossary.{}.html", lang.key())), html)?;
    }
    stylesheet(&npm, &dist)?;
    scripts(&npm, &dist)?;
    let kind = match toolchain.kind {
        WasmKind::Lean => "lean",
        WasmKind::Stable => "stable",
    };
    let about = json!({ "build": kind, "toolchain": toolchain.from });
    write(&crate::target().join("build.json"), serde_json::to_string_pretty(&about)?)?;
    site::write_site()?;
    Ok(toolchain.kind)
}

/// Builds the Yew application in `tests/yew-host`, for the browser tests.
///
/// # Errors
/// When something is missing or doesn't compile.
pub fn yew_host() -> Result<()> {
    match setup::ensure(&root(), &[Need::Wasm], false)?.wasm {
        Some(toolchain) => wasm::yew_host(&toolchain),
        None => anyhow::bail!("A toolchain is missing: run `cargo xtask setup`"),
    }
}

fn esbuild(npm: &Npm) -> Command {
    let mut command = Command::new(npm.bin("esbuild"));
    command.args(["--minify", "--log-level=warning", "--charset=utf8"]);
    command
}

fn stylesheet(npm: &Npm, dist: &Path) -> Result<()> {
    let whole = crate::target().join("plan-widgets.css");
    write(&whole, plan_widgets::STYLESHEET)?;
    let css = output("esbuild", esbuild(npm).arg(whole))?;
    write(&dist.join("plan-widgets.css"), css)
}

/// Entries of one source: everything in one file for a page, and two that share for a bundler.
fn scripts(npm: &Npm, dist: &Path) -> Result<()> {
    let shell = root().join("src/element/shell");
    let entries: [(&str, &str, &[&str]); 4] = [
        ("plan-widgets.js", "index.js", &["./glue.js", "./errors.js"]),
        ("elements.js", "elements.js", &["./glue.js", "./errors.js"]),
        ("index.js", "index.js", &["./elements.js"]),
        ("errors.js", "errors.js", &[]),
    ];
    for (file, entry, external) in entries {
        let mut command = esbuild(npm);
        command.args(["--bundle", "--format=esm", "--loader:.css=text"]).arg(shell.join(entry));
        command.arg(format!("--alias:plan-widgets.css={}", dist.join("plan-widgets.css").display()));
        command.arg(format!("--outfile={}", dist.join(file).display()));
        command.args(external.iter().map(|path| format!("--external:{path}")));
        run("esbuild", &mut command)?;
    }
    Ok(())
}
