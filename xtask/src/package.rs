//! The package's tests: its tarball, installed into a copy of `tests/package` and used there.

mod fixtures;
mod hosts;
mod prerender;
mod runtimes;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    build::wasm,
    check::Check,
    files,
    generate::VERSION,
    languages, output, pack, read, root, run,
    setup::{self, Need, Npm},
    target, write,
};

/// What comes before all that uses the package.
pub const INSTALLS: Check = ("the tarball installs", install);

/// Every test of a package that is built. They run in this order, in `target/projects`, which the second makes anew.
pub const CHECKS: &[Check] = &[
    ("versions agree", versions),
    INSTALLS,
    ("the tarball holds just these files", contents),
    ("no file names a folder of this machine", anonymous),
    ("every import path resolves", paths),
    ("it can be imported in Node", node),
    ("its command checks plans", command),
    ("its command builds plans", builds),
    ("its command reads spreadsheets and writes them", import),
    ("every problem and error is worded", wording),
    ("what readers take away is read by others (csv-parse, ical.js)", taken),
    ("a language is added by its file", own_language),
    ("it renders on a server and at a terminal", render),
    ("Deno, Bun and workerd render the same", runtimes::runtimes),
    ("schema and checker agree (ajv)", schema),
    ("a TypeScript project checks", types),
    ("linters of packages find nothing (publint, attw)", fixtures::linters),
    ("strict projects check (tsc, vue-tsc, svelte-check)", fixtures::types),
    ("what isn't used is left out (Vite, webpack)", fixtures::shaken),
    ("a plain page", plain),
    ("Vite builds it", fixtures::vite),
    ("React with Vite", fixtures::react),
    ("React, rendered by a server", fixtures::hydrate),
    ("Vue with Vite", fixtures::vue),
    ("Svelte with Vite", fixtures::svelte),
    ("webpack builds it", fixtures::webpack),
    ("esbuild, as README.md says", fixtures::esbuild),
    ("Next.js exports it", fixtures::next),
    ("Astro, Nuxt, SvelteKit and Angular build it", hosts::built),
    ("pages with Turbo, htmx and Alpine", hosts::pages),
    ("the guides to prerendering give what is built", prerender::guides),
    ("Hugo", prerender::hugo),
    ("Eleventy", prerender::eleventy),
    ("a shell script", prerender::shell),
];

/// What is published, beside the languages' files.
const FILES: &[&str] = &[
    "LICENSE",
    "LICENSE-DATA",
    "README.md",
    "custom-elements.json",
    "dist/deep-link.js",
    "dist/menu.js",
    "dist/picture.js",
    "dist/picture.wasm",
    "dist/popup.js",
    "dist/NOTICES.txt",
    "dist/annotate.js",
    "dist/annotate.wasm",
    "dist/check-goals.js",
    "dist/check-goals.wasm",
    "dist/check.js",
    "dist/check.wasm",
    "dist/cli.js",
    "dist/data/glossary.en.json",
    "dist/data/glossary.zh-Hant.json",
    "dist/data/glossary.zh.json",
    "dist/data/goals.en.json",
    "dist/data/goals.later.en.json",
    "dist/data/goals.later.zh-Hant.json",
    "dist/data/goals.later.zh.json",
    "dist/data/goals.zh-Hant.json",
    "dist/data/goals.zh.json",
    "dist/data/overview.en.json",
    "dist/data/overview.later.en.json",
    "dist/data/overview.later.zh-Hant.json",
    "dist/data/overview.later.zh.json",
    "dist/data/overview.zh-Hant.json",
    "dist/data/overview.zh.json",
    "dist/data/timeline.en.json",
    "dist/data/timeline.later.en.json",
    "dist/data/timeline.later.zh-Hant.json",
    "dist/data/timeline.later.zh.json",
    "dist/data/timeline.whole.en.json",
    "dist/data/timeline.whole.later.en.json",
    "dist/data/timeline.whole.later.zh-Hant.json",
    "dist/data/timeline.whole.later.zh.json",
    "dist/data/timeline.whole.zh-Hant.json",
    "dist/data/timeline.whole.zh.json",
    "dist/data/timeline.zh-Hant.json",
    "dist/data/timeline.zh.json",
    "dist/data/variants.json",
    "dist/editor-build.js",
    "dist/editor.css",
    "dist/editor.js",
    "dist/editor.wasm",
    "dist/editor/en.html",
    "dist/editor/site.css",
    "dist/editor/zh.html",
    "dist/elements.js",
    "dist/embed.css",
    "dist/embed.js",
    "dist/errors.js",
    "dist/frame.js",
    "dist/glossary-glue.js",
    "dist/glossary.css",
    "dist/glossary.js",
    "dist/glossary.wasm",
    "dist/goals-glue.js",
    "dist/goals.css",
    "dist/goals.js",
    "dist/goals.wasm",
    "dist/import.wasm",
    "dist/index.js",
    "dist/integrity.json",
    "dist/language.js",
    "dist/language.wasm",
    "dist/overview-glue.js",
    "dist/overview.css",
    "dist/overview.js",
    "dist/overview.wasm",
    "dist/plan-widgets-glue.js",
    "dist/plan-widgets.css",
    "dist/plan-widgets.js",
    "dist/plan-widgets.wasm",
    "dist/plan.json",
    "dist/plan.schema.json",
    "dist/progress.schema.json",
    "dist/render-module.js",
    "dist/render.wasm",
    "dist/server-edge.js",
    "dist/server.js",
    "dist/static/glossary.en.html",
    "dist/static/glossary.zh-Hant.html",
    "dist/static/glossary.zh.html",
    "dist/static/goal-deck.en.html",
    "dist/static/goal-deck.zh-Hant.html",
    "dist/static/goal-deck.zh.html",
    "dist/static/overview.en.html",
    "dist/static/overview.zh-Hant.html",
    "dist/static/overview.zh.html",
    "dist/static/timeline.en.html",
    "dist/static/timeline.zh-Hant.html",
    "dist/static/timeline.zh.html",
    "dist/themes.js",
    "dist/themes/civic.css",
    "dist/themes/contrast.css",
    "dist/themes/ink.css",
    "dist/themes/paper.css",
    "dist/timeline-glue.js",
    "dist/timeline.css",
    "dist/timeline.js",
    "dist/timeline.wasm",
    "package.json",
    "types/annotate.d.ts",
    "types/glossary.d.ts",
    "types/goals.d.ts",
    "types/index.d.ts",
    "types/language.d.ts",
    "types/model.d.ts",
    "types/overview.d.ts",
    "types/plan.d.cts",
    "types/react.d.ts",
    "types/server.d.ts",
    "types/svelte.d.ts",
    "types/timeline.d.ts",
    "types/vue.d.ts",
    "vscode.html-custom-data.json",
    "web-types.json",
    "wordpress/definitions.json",
    "wordpress/editor.js",
    "wordpress/plan-widgets.php",
    "wordpress/readme.txt",
];

fn versions() -> Result<()> {
    let about: Value = serde_json::from_str(&read(&root().join("pkg/package.json"))?)?;
    ensure!(about["version"] == VERSION, "pkg/package.json has {}, the crate {VERSION}", about["version"]);
    for (pointer, ours) in [
        ("/repository/url", concat!("git+", env!("CARGO_PKG_REPOSITORY"), ".git")),
        ("/bugs/url", concat!(env!("CARGO_PKG_REPOSITORY"), "/issues")),
        ("/homepage", env!("CARGO_PKG_HOMEPAGE")),
        ("/author", env!("CARGO_PKG_AUTHORS")),
    ] {
        let theirs = about.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        ensure!(theirs == ours, "pkg/package.json has \"{theirs}\" at {pointer}, Cargo.toml {ours}");
    }
    let licence = format!("license = \"{}\"", about["license"].as_str().unwrap_or_default());
    let manifest = read(&root().join("Cargo.toml"))?;
    ensure!(manifest.lines().filter(|line| **line == licence).count() == 1, "Cargo.toml has no `{licence}`");
    for (file, line) in [("plan-widgets.php", " * Version:           "), ("readme.txt", "Stable tag: ")] {
        let line = format!("{line}{VERSION}");
        let said = read(&root().join("pkg/wordpress").join(file))?;
        ensure!(said.lines().any(|each| each == line), "pkg/wordpress/{file} lacks `{line}`");
    }
    let table = read(&root().join("src/element/shell/spec.js"))?;
    let line = format!("export const VERSION = \"{VERSION}\";");
    ensure!(
        table.lines().any(|l| l == line),
        "src/element/shell/spec.js lacks `{line}`: run `cargo xtask generate`"
    );
    Ok(())
}

fn install() -> Result<()> {
    let (from, to) = (root().join("tests/package"), project());
    renew(&to)?;
    for path in files(&from)? {
        write(&to.join(&path), fs::read(from.join(&path))?)?;
    }
    let school = root().join("tests/school");
    for path in files(&school)? {
        write(&to.join("school").join(&path), fs::read(school.join(&path))?)?;
    }
    for (copy, page) in [("guide.zh.html", "www/guide"), ("guide.en.html", "www/en/guide")] {
        write(&to.join(copy), read(&root().join(page).join("your-own-plan.html"))?)?;
        let sheet = copy.replace("guide", "sheet");
        write(&to.join(sheet), read(&root().join(page).join("from-a-spreadsheet.html"))?)?;
    }
    // By this a test knows the codes; its bundle in the package has no names.
    for tag in languages::tags()? {
        write(&to.join(format!("languages/{tag}.json")), languages::text(&tag)?)?;
    }
    write(&to.join("attributes.json"), read(&root().join("tests/attributes.json"))?)?;
    write(&to.join("messages.mjs"), read(&root().join("src/element/shell/messages.js"))?)?;
    // What makes tables and calendars is inside menu.js, which needs a page.
    let taken = read(&root().join("src/element/shell/taken.js"))?.replace("menu-words.js", "menu-words.mjs");
    write(&to.join("taken.mjs"), taken)?;
    write(&to.join("menu-words.mjs"), read(&root().join("src/element/shell/menu-words.js"))?)?;
    // The tarball and what the projects use in one resolution: the lock file has all the rest, so that no cache of npm's
    // has to know it already.
    let mut npm = setup::npm("install")?;
    output("npm install", npm.current_dir(&to).arg("--no-save").arg(pack::tarball()?))?;
    // What npm has kept from the last time is not taken for the package of now.
    for path in files(&installed())? {
        ensure!(
            fs::read(installed().join(&path))? == fs::read(root().join("pkg").join(&path))?,
            "{} is not the one that was packed: remove {} and repeat",
            path.display(),
            installed().display()
        );
    }
    Ok(())
}

/// Empties a folder of all but what npm has installed, in it and for `hosts`, which takes it a minute.
fn renew(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            fs::remove_file(path)?;
        } else if path.ends_with("hosts") {
            renew(&path)?;
        } else if !path.ends_with("node_modules") {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}

fn contents() -> Result<()> {
    let found: Vec<_> = files(&installed())?.iter().map(|path| path.display().to_string()).collect();
    let of = |kind| move |tag: String| format!("dist/data/{kind}.{tag}.json");
    let languages = languages::tags()?.into_iter().map(of("language"));
    let menus = languages::tags()?.into_iter().map(of("menu"));
    let files: Vec<String> = FILES.iter().map(ToString::to_string).chain(languages).chain(menus).collect();
    let extra: Vec<_> = found.iter().filter(|path| !files.contains(path)).collect();
    let missing: Vec<_> = files.iter().filter(|file| !found.contains(file)).collect();
    ensure!(
        extra.is_empty() && missing.is_empty(),
        "beyond the list in xtask/src/package.rs: {extra:?}; missing: {missing:?}"
    );
    Ok(())
}

fn anonymous() -> Result<()> {
    let own = wasm::own_folders().map(|folder| folder.display().to_string());
    ensure!(own.iter().all(|folder| folder.len() > 1), "folders of this machine are not known: {own:?}");
    let mut found = Vec::new();
    for path in files(&installed())? {
        let bytes = fs::read(installed().join(&path))?;
        let text = String::from_utf8_lossy(&bytes);
        found.extend(
            own.iter().filter(|own| text.contains(&***own)).map(|own| format!("{}: {own}", path.display())),
        );
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

fn paths() -> Result<()> {
    script("paths.mjs")
}

fn node() -> Result<()> {
    script("node.mjs")
}

fn command() -> Result<()> {
    script("check.mjs")
}

fn builds() -> Result<()> {
    script("build.mjs")
}

fn import() -> Result<()> {
    script("import.mjs")
}

fn own_language() -> Result<()> {
    script("languages.mjs")
}

fn taken() -> Result<()> {
    script("taken-read.mjs")
}

fn wording() -> Result<()> {
    script("wording.mjs")
}

fn render() -> Result<()> {
    script("render.mjs")
}

/// Much, odd and hostile input, for the package that is installed.
///
/// # Errors
/// When a case fails.
pub fn stress() -> Result<()> {
    script("stress.mjs")
}

fn schema() -> Result<()> {
    script("schema.mjs")
}

fn types() -> Result<()> {
    // How TypeScript finds a package: as Node does, or as bundlers do.
    for (module, resolution) in [("nodenext", "nodenext"), ("esnext", "bundler")] {
        let mut tsc = Command::new(tools()?.bin("tsc"));
        tsc.current_dir(project()).args([
            "--noEmit",
            "--strict",
            "--resolveJsonModule",
            "--target",
            "es2022",
        ]);
        tsc.args(["--module", module, "--moduleResolution", resolution, "usage.ts", "names.ts"]);
        run(&format!("tsc with moduleResolution {resolution}"), &mut tsc)?;
    }
    Ok(())
}

/// The page that the README promises: its snippet, and the folder beside it.
fn plain() -> Result<()> {
    let page = project().join("plain");
    let readme = read(&root().join("pkg/README.md"))?;
    let snippet = readme.split("```html\n").nth(1).and_then(|rest| rest.split("```").next());
    let snippet = snippet.context("pkg/README.md has no HTML to paste")?.replace("https://YOUR-HOST/", "");
    let index = page.join("index.html");
    write(&index, read(&index)?.replace("<!-- snippet -->", snippet.trim_end()))?;
    let from = installed().join("dist");
    for path in files(&from)? {
        write(&page.join("plan-widgets/dist").join(&path), fs::read(from.join(&path))?)?;
    }
    Ok(())
}

fn project() -> PathBuf {
    target().join("projects")
}

fn installed() -> PathBuf {
    project().join("node_modules/plan-widgets")
}

fn tools() -> Result<Npm> {
    let tools = setup::ensure(&root(), &[Need::Npm], false)?;
    tools.npm.context("npm's tools are missing: run `cargo xtask setup`")
}

fn script(name: &str) -> Result<()> {
    // Without its warnings: importing JSON is new to Node 20.
    let Npm { node, node_modules } = tools()?;
    run(name, Command::new(node).current_dir(project()).args(["--no-warnings", name]).arg(node_modules))
}
