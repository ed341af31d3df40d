//! `cargo xtask build`: the package in `pkg/dist`, and the site in `target/www`.

pub mod applications;
pub mod data;
mod editor;
pub mod glue;
mod lines;
mod pinyin;
mod stub;
mod variants;
pub mod wasm;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
};

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine};
use plan_widgets::{Theme, ui::STYLESHEETS};
use plan_widgets_element::render::Form;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256, Sha384};

use crate::{
    SHOWN, generate, read,
    release::notices,
    root, run,
    setup::{self, Need, Npm, Wasm, WasmKind},
    site, size, write,
};

/// Each module of elements, and the feature that it is built with: the one of everything, and for each widget that of
/// pages which show no other.
pub const MODULES: [(&str, &str); 5] = [
    ("plan-widgets", "element"),
    ("timeline", "timeline"),
    ("goals", "goals"),
    ("glossary", "glossary"),
    ("overview", "overview"),
];

/// The stylesheets that no static content needs: they are in the scripts only.
const INSIDE: [&str; 4] = ["annotate", "marks", "menu", THEMES];

/// The stylesheet of elements with `theme`, and the folder of the same for pages.
const THEMES: &str = "themes";

/// Where a build goes, and whom it is for.
pub struct Output {
    /// What is shipped.
    pub dist: PathBuf,
    /// The site.
    pub www: PathBuf,
    /// What later steps of the build read.
    pub work: PathBuf,
    /// For developers: quick to make, with names and source maps. Else small.
    pub dev: bool,
}

impl Output {
    /// The package, and the site with it.
    #[must_use]
    pub fn shipped() -> Self {
        let target = crate::target();
        Self { dist: root().join("pkg/dist"), www: target.join("www"), work: target, dev: false }
    }

    /// The package once more, in another folder, without a site.
    #[must_use]
    pub fn again(folder: &Path) -> Self {
        Self { dist: folder.join("pkg/dist"), www: folder.join("www"), work: folder.join("work"), dev: false }
    }

    /// What `cargo xtask dev` serves.
    #[must_use]
    pub fn dev() -> Self {
        let folder = crate::target().join("dev");
        Self { dist: folder.join("www/dist"), www: folder.join("www"), work: folder.join("work"), dev: true }
    }

    /// The glue of a module: beside it, or of one without Yew where it waits to be bundled with its entry.
    fn glue(&self, module: &str) -> PathBuf {
        if wasm::PLAIN.contains(&module) {
            self.work.join("glue").join(module).with_extension("js")
        } else {
            self.dist.join(format!("{module}-glue.js"))
        }
    }

    /// A stylesheet as the scripts have it in them.
    fn stylesheet(&self, name: &str) -> PathBuf {
        self.work.join("css").join(name).with_extension("css")
    }

    /// esbuild, for what goes there.
    #[must_use]
    pub fn esbuild(&self, npm: &Npm) -> Command {
        let mut command = esbuild(npm);
        command.arg(if self.dev { "--sourcemap" } else { "--minify" });
        command
    }
}

/// Builds everything that is shipped or served. Gives the kind of build it is.
///
/// # Errors
/// When something is missing or doesn't compile.
pub fn build() -> Result<WasmKind> {
    built(site::Pictures::Drawn)
}

/// The same for tests, which look at no picture of the site: where there are none yet, none is drawn.
///
/// # Errors
/// When something is missing or doesn't compile.
pub fn for_tests() -> Result<WasmKind> {
    built(site::Pictures::AsTheyAre)
}

fn built(pictures: site::Pictures) -> Result<WasmKind> {
    let output = Output::shipped();
    let (kind, npm) = package(&output)?;
    site::write_site(&output, &npm, pictures)?;
    Ok(kind)
}

/// The kind of build that the package is.
///
/// # Errors
/// When nothing was built.
pub fn kind() -> Result<WasmKind> {
    let about = crate::read(&crate::target().join("build.json")).context("nothing is built")?;
    let about: Value = serde_json::from_str(&about)?;
    let lean = about["build"] == WasmKind::Lean.name();
    Ok(if lean { WasmKind::Lean } else { WasmKind::Stable })
}

/// Builds what is shipped.
///
/// # Errors
/// When something is missing or doesn't compile.
pub fn package(output: &Output) -> Result<(WasmKind, Npm)> {
    generate::check()?;
    let tools = setup::ensure(&root(), &[Need::Wasm, Need::Npm], false)?;
    let (Some(toolchain), Some(npm)) = (tools.wasm, tools.npm) else {
        anyhow::bail!("Tools are missing: run `cargo xtask setup`");
    };
    let made = modules(&toolchain, &npm)?;
    let dist = &output.dist;
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    for (name, module) in made {
        if name == wasm::SERVER {
            // Apart from what uses it, for Node.js prints the line that an error comes from.
            let text = BASE64_STANDARD.encode(&module.wasm);
            let module =
                format!("export default Uint8Array.from(atob(\"{text}\"), (c) => c.charCodeAt(0));\n");
            write(&dist.join("render-module.js"), module)?;
        }
        let build = name_of(name, &module);
        write(&dist.join(name).with_extension("wasm"), glue::mark(&module.wasm, &build))?;
        write(&output.glue(name), glue::pack(&module.glue, &npm, purpose(name), &build)?)?;
    }
    editor::module(output, &toolchain, &npm)?;
    contents(output, &npm)?;
    write(&dist.join("NOTICES.txt"), notices::text()?)?;
    let about = json!({ "build": toolchain.kind.name(), "toolchain": toolchain.from });
    write(&crate::target().join("build.json"), serde_json::to_string_pretty(&about)?)?;
    Ok((toolchain.kind, npm))
}

/// What a module and its glue know each other by: another release's, or another widget's, has another one.
fn name_of(name: &str, module: &wasm::Module) -> String {
    let hash = Sha256::new().chain_update(&module.wasm).chain_update(&module.glue).finalize();
    format!("{} {name} {:02x}{:02x}{:02x}{:02x}", generate::VERSION, hash[0], hash[1], hash[2], hash[3])
}

/// Builds a module for developers, and puts it where `names` will look for it.
///
/// # Errors
/// When it doesn't compile.
pub fn dev_module(output: &Output, toolchain: &Wasm, npm: &Npm, feature: &str, names: &[&str]) -> Result<()> {
    let map = format!("{feature}.wasm.map");
    let made = wasm::dev(toolchain, feature, &map)?;
    write(&output.dist.join(&map), &made.map)?;
    let build = format!("{} {feature} dev", generate::VERSION);
    let glue = glue::pack(&made.glue, npm, glue::Use::Developers, &build)?;
    let wasm = glue::mark(&made.wasm, &build);
    for name in names {
        write(&output.dist.join(name).with_extension("wasm"), &wasm)?;
        write(&output.glue(name), &glue)?;
    }
    Ok(())
}

/// Everything of the package but its modules.
///
/// # Errors
/// When the plan isn't valid, or a tool fails.
pub fn contents(output: &Output, npm: &Npm) -> Result<()> {
    let dist = &output.dist;
    data::write(dist, npm)?;
    for lang in SHOWN {
        // To be pasted between the tags.
        for widget in site::WIDGETS {
            let html = site::static_widget(widget, &lang, Form::Light)?;
            write(&dist.join(format!("static/{widget}.{}.html", lang.key())), html)?;
        }
    }
    stylesheets(output, npm)?;
    scripts(output, npm)?;
    if !output.dev {
        editor::files(output, npm)?;
    }
    write(&dist.join("integrity.json"), serde_json::to_string_pretty(&integrity(dist)?)?)
}

/// What the module of this name is for.
fn purpose(name: &str) -> glue::Use {
    match name {
        wasm::SERVER => glue::Use::Servers,
        name if wasm::PLAIN.contains(&name) => glue::Use::Plain,
        _ => glue::Use::Widgets,
    }
}

/// Every module by its name. Each is finished while the next compiles.
fn modules(toolchain: &Wasm, npm: &Npm) -> Result<Vec<(&'static str, wasm::Module)>> {
    let all = wasm::PLAIN.map(|name| (name, name)).into_iter().chain(MODULES);
    thread::scope(|scope| {
        let mut finishing = Vec::new();
        for (name, feature) in all {
            let compiled = wasm::compiled(toolchain, feature)?;
            finishing.push((name, scope.spawn(move || wasm::finish(npm, &compiled))));
        }
        let finish = |(name, work): (_, thread::ScopedJoinHandle<Result<_>>)| match work.join() {
            Ok(module) => Ok((name, module?)),
            Err(panic) => std::panic::resume_unwind(panic),
        };
        finishing.into_iter().map(finish).collect()
    })
}

/// Builds one module into `target/alone`, beside the package that is built: what another toolchain makes of it. The editor
/// takes its place in the package and the site.
///
/// # Errors
/// When there is no such module, or it doesn't compile.
pub fn alone(name: &str) -> Result<()> {
    if name == editor::NAME {
        return editor::alone();
    }
    let all = wasm::PLAIN.map(|name| (name, name)).into_iter().chain(MODULES);
    let known = all.into_iter().find(|(known, _)| *known == name);
    let (_, feature) = known.with_context(|| format!("There is no module `{name}`"))?;
    let tools = setup::ensure(&root(), &[Need::Wasm, Need::Npm], false)?;
    let (Some(toolchain), Some(npm)) = (tools.wasm, tools.npm) else {
        anyhow::bail!("Tools are missing: run `cargo xtask setup`");
    };
    let made = wasm::finish(&npm, &wasm::compiled(&toolchain, feature)?)?;
    let to = crate::target().join("alone");
    let build = name_of(name, &made);
    write(&to.join(format!("{name}.wasm")), glue::mark(&made.wasm, &build))?;
    write(&to.join(format!("{name}-glue.js")), glue::pack(&made.glue, &npm, purpose(name), &build)?)?;
    if wasm::PLAIN.contains(&name) { Ok(()) } else { size::alone(name, &to, toolchain.kind) }
}

/// Builds the Yew applications that the browser tests open, into `target/applications`: the examples, and a host of both
/// components and elements.
///
/// # Errors
/// When something is missing or doesn't compile.
pub fn applications() -> Result<()> {
    match setup::ensure(&root(), &[Need::Wasm], false)?.wasm {
        Some(toolchain) => applications::build(&toolchain),
        None => anyhow::bail!("A toolchain is missing: run `cargo xtask setup`"),
    }
}

/// What a page may link, each with its Subresource Integrity: entries, the script for frames, stylesheets.
///
/// # Errors
/// When a file is missing.
pub fn integrity(dist: &Path) -> Result<Value> {
    const LINKED: [&str; 16] = [
        "annotate.js",
        "frame.js",
        "glossary.css",
        "glossary.js",
        "goals.css",
        "goals.js",
        "overview.css",
        "overview.js",
        "plan-widgets.css",
        "plan-widgets.js",
        "themes/civic.css",
        "themes/contrast.css",
        "themes/ink.css",
        "themes/paper.css",
        "timeline.css",
        "timeline.js",
    ];
    let mut all = Map::new();
    for name in LINKED {
        let hash = Sha384::digest(crate::read(&dist.join(name))?);
        all.insert(name.into(), format!("sha384-{}", BASE64_STANDARD.encode(hash)).into());
    }
    Ok(all.into())
}

/// esbuild. Without the tsconfig.json that lies beside what it reads: checks need that, and it would add "use strict".
#[must_use]
pub fn esbuild(npm: &Npm) -> Command {
    let mut command = Command::new(npm.esbuild());
    command.args(["--log-level=warning", "--charset=utf8", "--tsconfig-raw={}"]);
    command
}

/// From the files, not from what is compiled in: a change shows without a compiler.
fn stylesheets(output: &Output, npm: &Npm) -> Result<()> {
    let mut sheets = vec![(THEMES, Theme::ALL.iter().map(|theme| theme.in_elements()).collect::<String>())];
    for (name, files) in STYLESHEETS {
        let mut css = String::new();
        for file in files {
            css += &crate::read(&root().join("src/ui").join(file))?;
        }
        sheets.push((name, css));
    }
    for theme in Theme::ALL {
        let file = output.dist.join(THEMES).join(theme.name()).with_extension("css");
        write(&file, theme.stylesheet())?;
    }
    for (name, css) in sheets {
        let whole = output.work.join(name).with_extension("css");
        write(&whole, css)?;
        // Source maps of what is put together here would name no file that anybody edits.
        let mut command = esbuild(npm);
        let made = crate::output("esbuild", command.args((!output.dev).then_some("--minify")).arg(whole))?;
        // esbuild keeps the line breaks that a formatter puts into `var(…)`, as spaces.
        let made = String::from_utf8(made)?.replace("( ", "(").replace(" )", ")");
        if !INSIDE.contains(&name) {
            write(&output.dist.join(name).with_extension("css"), &made)?;
        }
        write(&output.stylesheet(name), made)?;
    }
    let mut command = esbuild(npm);
    let made = crate::output("esbuild", command.arg("--minify").arg(root().join("src/ui/embed.css")))?;
    write(&output.dist.join("embed.css"), made)
}

/// Entries of one source: everything in one file for a page, and two that share for a bundler.
fn scripts(output: &Output, npm: &Npm) -> Result<()> {
    let dist = &output.dist;
    let shell = root().join("src/element/shell");
    let apart: &[&str] = &[
        "./*-glue.js",
        "./errors.js",
        "./check.js",
        "./check-goals.js",
        "./deep-link.js",
        "./themes.js",
        "./menu.js",
        "./popup.js",
    ];
    let all = "plan-widgets";
    // What it is called, what it is made of, the module and the looks that it uses, what stays a file of its own.
    let entries: [(&str, &str, &str, &[&str]); 19] = [
        ("plan-widgets.js", "index.js", all, apart),
        ("elements.js", "elements.js", all, apart),
        ("index.js", "index.js", all, &["./elements.js"]),
        ("timeline.js", "timeline.js", "timeline", apart),
        ("goals.js", "goals.js", "goals", apart),
        ("glossary.js", "glossary.js", "glossary", apart),
        ("overview.js", "overview.js", "overview", apart),
        ("annotate.js", "annotate.js", "annotate", &apart[..6]),
        ("popup.js", "popup.js", "annotate", &["./themes.js"]),
        ("themes.js", "themes.js", all, &[]),
        ("menu.js", "menu.js", "menu", &["./picture.js"]),
        ("picture.js", "picture.js", all, &[]),
        ("errors.js", "errors.js", all, &["./check.js"]),
        ("check.js", "check.js", all, &[]),
        ("check-goals.js", "check-goals.js", all, &[]),
        ("language.js", "register.js", all, &["./errors.js", "./check.js", "./check-goals.js"]),
        ("deep-link.js", "deep-link.js", all, &[]),
        ("server.js", "server.js", all, &["./errors.js", "./render-module.js"]),
        ("server-edge.js", "server-edge.js", all, &["./errors.js", "./render.wasm"]),
    ];
    // For a terminal: it brings its parser along, so that the package depends on nothing.
    let mut command = output.esbuild(npm);
    command.args([
        "--bundle",
        "--format=esm",
        "--platform=node",
        "--main-fields=module,main",
        "--external:./server.js",
        "--external:./errors.js",
        "--external:@resvg/resvg-js",
        "--external:opencc-js",
    ]);
    // Developers look at pages: the module that reads spreadsheets isn't built for them.
    command.arg(if output.dev {
        format!("--external:{}-glue", wasm::IMPORT)
    } else {
        format!("--alias:{0}-glue={1}", wasm::IMPORT, output.glue(wasm::IMPORT).display())
    });
    command.arg(root().join("pkg/cli.js")).arg(format!("--outfile={}", dist.join("cli.js").display()));
    run("esbuild", command.env("NODE_PATH", &npm.node_modules))?;
    // No modules: they run at once, and a frame without an origin of its own may load them from anywhere.
    for file in ["embed.js", "frame.js"] {
        let mut command = output.esbuild(npm);
        command.args(["--bundle", "--format=iife"]).arg(shell.join(file));
        run("esbuild", command.arg(format!("--outfile={}", dist.join(file).display())))?;
    }
    // Developers look at pages: servers' entries would need the server's module.
    let entries = entries.into_iter().filter(|(file, ..)| !output.dev || !file.starts_with("server"));
    for (file, entry, parts, external) in entries {
        let mut command = output.esbuild(npm);
        command.args(["--bundle", "--format=esm", "--loader:.css=text"]).arg(shell.join(entry));
        command.arg(format!("--alias:plan-widgets.css={}", output.stylesheet(parts).display()));
        for name in ["marks", "menu", "glossary", "goals", "overview", THEMES, "timeline"] {
            command.arg(format!("--alias:{name}.css={}", output.stylesheet(name).display()));
        }
        command
            .arg(format!("--alias:parts={}", shell.join("parts").join(parts).with_extension("js").display()));
        let popups = if parts == "annotate" { "now" } else { "later" };
        command.arg(format!("--alias:popups={}", shell.join(format!("popups-{popups}.js")).display()));
        for name in wasm::PLAIN.into_iter().filter(|name| !output.dev || !wasm::BESIDE_PAGES.contains(name)) {
            command.arg(format!("--alias:{name}-glue={}", output.glue(name).display()));
        }
        command.arg(format!("--outfile={}", dist.join(file).display()));
        command.args(external.iter().map(|path| format!("--external:{path}")));
        run("esbuild", &mut command)?;
        leave_to_the_browser(&dist.join(file), !output.dev)?;
    }
    Ok(())
}

/// Keeps the import of a file by another URL (`script` in `file.js`) from bundlers, which look for it when they build.
/// esbuild drops the comment that says so when it minifies.
fn leave_to_the_browser(file: &Path, minified: bool) -> Result<()> {
    let script = read(file)?;
    let imports = script.matches("import(`").count();
    ensure!(imports <= 1, "{} has {imports} imports by a made-up URL, and one is known", file.display());
    if minified && imports == 1 {
        write(file, script.replace("import(`", "import(/*webpackIgnore:true*/`"))?;
    }
    Ok(())
}
