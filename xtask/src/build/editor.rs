//! The editor: its module and scripts, and its pages as the package has them.

use std::fs;

use anyhow::{Context, Result};

use super::{Output, wasm};
use crate::{
    root, run,
    setup::{self, Need, Npm, Wasm},
    site, write,
};

/// What it is called among the modules.
pub const NAME: &str = "editor";

/// Its pages in `www`, each with its name in the package.
pub const PAGES: [(&str, &str); 2] = [("editor/index.html", "zh.html"), ("en/editor/index.html", "en.html")];

/// Compiles it.
///
/// # Errors
/// When it doesn't compile.
pub fn module(output: &Output, toolchain: &Wasm, npm: &Npm) -> Result<()> {
    println!("The editor");
    let wasm::Module { wasm, glue } = wasm::editor(toolchain, npm)?;
    write(&output.dist.join("editor.wasm"), wasm)?;
    write(&output.work.join("glue/editor.js"), glue)
}

/// Its scripts, its looks and its pages: the command `edit` serves them from the package.
///
/// # Errors
/// When a tool fails.
pub fn files(output: &Output, npm: &Npm) -> Result<()> {
    let (dist, sources) = (&output.dist, root().join("src/editor"));
    for script in ["editor.js", "editor-build.js"] {
        let mut command = output.esbuild(npm);
        command.args(["--bundle", "--format=esm", "--external:./errors.js", "--external:./editor-build.js"]);
        command.arg(sources.join(script));
        command.arg(format!("--alias:editor-glue={}", output.work.join("glue/editor.js").display()));
        command.arg(format!("--alias:render-glue={}", output.glue(wasm::SERVER).display()));
        command.arg("--loader:.css=text");
        for name in ["glossary", "goals", "overview", "timeline"] {
            command.arg(format!("--alias:{name}.css={}", output.stylesheet(name).display()));
        }
        run("esbuild", command.arg(format!("--outfile={}", dist.join(script).display())))?;
    }
    let mut command = output.esbuild(npm);
    command.arg(sources.join("editor.css"));
    run("esbuild", command.arg(format!("--outfile={}", dist.join("editor.css").display())))?;
    for (page, name) in PAGES {
        write(&dist.join(NAME).join(name), fs::read(root().join("www").join(page))?)?;
    }
    write(&dist.join(NAME).join("site.css"), fs::read(root().join("www/site.css"))?)
}

/// Builds it into the package and the site that are built already.
///
/// # Errors
/// When it doesn't compile, or nothing is built yet.
pub fn alone() -> Result<()> {
    let tools = setup::ensure(&root(), &[Need::Wasm, Need::Npm], false)?;
    let (Some(toolchain), Some(npm)) = (tools.wasm, tools.npm) else {
        anyhow::bail!("Tools are missing: run `cargo xtask setup`");
    };
    let output = Output::shipped();
    module(&output, &toolchain, &npm)?;
    files(&output, &npm).context("`cargo xtask build` comes first")?;
    site::with_editor(&output)
}
