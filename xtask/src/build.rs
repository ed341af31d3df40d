//! `cargo xtask build`: the package in `pkg/dist`, and the site in `target/www`.

mod glue;
mod pinyin;
pub mod slices;
mod wasm;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

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
    let [made, checker] =
        [wasm::module(&toolchain, &npm, "element")?, wasm::module(&toolchain, &npm, "check")?];
    let dist = root.join("pkg/dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    write(&dist.join("plan-widgets.wasm"), made.wasm)?;
    write(&dist.join("glue.js"), glue::pack(&made.glue, &npm)?)?;
    write(&dist.join("check.wasm"), checker.wasm)?;
    write(&checker_glue(), glue::pack(&checker.glue, &npm)?)?;
    slices::write(&dist, &npm)?;
    for lang in Lang::ALL {
        // To be pasted between the tags.
        for widget in slices::SLICES {
            let html = site::static_widget(widget, &site::Static { lang, ..site::Static::default() })?;
            write(&dist.join(format!("static/{widget}.{}.html", lang.key())), html)?;
        }
    }
    stylesheet(&npm, &dist)?;
    scripts(&npm, &dist)?;
    let about = json!({ "build": toolchain.kind.name(), "toolchain": toolchain.from });
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

/// The checker's glue, until it is bundled with its entry.
fn checker_glue() -> PathBuf {
    crate::target().join("check-glue.js")
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
    let apart: &[&str] = &["./glue.js", "./errors.js", "./check.js"];
    let entries: [(&str, &str, &[&str]); 5] = [
        ("plan-widgets.js", "index.js", apart),
        ("elements.js", "elements.js", apart),
        ("index.js", "index.js", &["./elements.js"]),
        ("errors.js", "errors.js", &[]),
        ("check.js", "check.js", &[]),
    ];
    // For a terminal: it brings its parser along, so that the package depends on nothing.
    let mut command = esbuild(npm);
    command.args([
        "--bundle",
        "--format=esm",
        "--platform=node",
        "--main-fields=module,main",
        "--external:./check.js",
        "--external:./errors.js",
    ]);
    command.arg(root().join("pkg/cli.js")).arg(format!("--outfile={}", dist.join("cli.js").display()));
    run("esbuild", command.env("NODE_PATH", &npm.node_modules))?;
    for (file, entry, external) in entries {
        let mut command = esbuild(npm);
        command.args(["--bundle", "--format=esm", "--loader:.css=text"]).arg(shell.join(entry));
        command.arg(format!("--alias:plan-widgets.css={}", dist.join("plan-widgets.css").display()));
        command.arg(format!("--alias:check-glue={}", checker_glue().display()));
        command.arg(format!("--outfile={}", dist.join(file).display()));
        command.args(external.iter().map(|path| format!("--external:{path}")));
        run("esbuild", &mut command)?;
    }
    Ok(())
}
