//! Projects of other people with the package in them: built as theirs are, and what came out is counted.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::{installed, project, script, tools};
use crate::{files, read, root, run, setup, write};

/// The modules that `plan-widgets` and `plan-widgets/elements` lead to.
pub(super) const WHOLE: [&str; 5] = ["plan-widgets", "annotate", "check", "check-goals", "picture"];

/// Those that the entries of timeline, goals, glossary and overview do.
const APART: [&str; 7] = ["timeline", "goals", "glossary", "overview", "check", "check-goals", "picture"];

/// A name that only the glue has, however it is minified.
const GLUE: &str = "__plan_widgets_";

pub(super) fn vite() -> Result<()> {
    built_by_vite("vite", &WHOLE)
}

pub(super) fn react() -> Result<()> {
    built_by_vite("react", &WHOLE)
}

pub(super) fn vue() -> Result<()> {
    built_by_vite("vue", &APART)
}

pub(super) fn svelte() -> Result<()> {
    // What is pasted has an entry of its own.
    built_by_vite("svelte", &[&WHOLE[..], &["timeline"]].concat())
}

/// As published, and with React's warnings.
pub(super) fn hydrate() -> Result<()> {
    built_by_vite("hydrate", &WHOLE)?;
    let mut vite = program("vite");
    vite.current_dir(project().join("hydrate")).env("NODE_ENV", "development");
    run("vite", vite.args(["build", "--mode", "development", "--outDir", "dev", "--logLevel", "error"]))?;
    let page = read(&project().join("hydrate/dist/index.html"))?;
    let sent =
        r#"<plan-timeline lang="en" layout="list" topic="transport"><p>What readers see without scripts</p>"#;
    ensure!(page.contains(sent), "the server sends no timeline: {page}");
    Ok(())
}

pub(super) fn webpack() -> Result<()> {
    script("webpack/webpack.mjs")?;
    ships(&project().join("webpack/dist"), &APART)
}

/// By the commands of the package's README, as they stand there.
pub(super) fn esbuild() -> Result<()> {
    let readme = read(&root().join("pkg/README.md"))?;
    let commands = readme.split("```sh\n").find(|block| block.starts_with("npx esbuild"));
    let commands =
        commands.and_then(|block| block.split("```").next()).context("README.md has no esbuild")?;
    let esbuild = tools()?.esbuild();
    let commands = commands.replace("npx esbuild", &format!("'{}' --log-level=error", esbuild.display()));
    let into = project().join("out");
    write(&project().join("app.js"), "import 'plan-widgets/timeline';\n")?;
    run("sh", Command::new("sh").current_dir(project()).args(["-ec", &commands]))?;
    let page = "<!doctype html>\n<html lang=\"en\">\n<title>esbuild</title>\n<link rel=\"icon\" href=\"data:,\">\n\
        <script type=\"module\" src=\"app.js\"></script>\n<plan-timeline layout=\"list\">static</plan-timeline>\n</html>\n";
    write(&into.join("index.html"), page)
}

pub(super) fn next() -> Result<()> {
    let mut next = program("next");
    next.current_dir(project().join("next")).env("NEXT_TELEMETRY_DISABLED", "1");
    run("next build", next.arg("build"))?;
    // A page of its own has one entry alone.
    ships(&project().join("next/out"), &[&WHOLE[..], &["timeline"]].concat())
}

pub(super) fn shaken() -> Result<()> {
    script("shaken.mjs")
}

/// Strict TypeScript, by the checker of each kind of file.
pub(super) fn types() -> Result<()> {
    run(
        "tsc",
        Command::new(tools()?.bin("tsc"))
            .current_dir(project())
            .args(["--project", "tsconfig.projects.json"]),
    )?;
    run("vue-tsc", program("vue-tsc").current_dir(project()).args(["--project", "vue"]))?;
    let mut svelte = program("svelte-check");
    svelte.current_dir(project().join("svelte"));
    run(
        "svelte-check",
        svelte.args(["--tsconfig", "./tsconfig.json", "--fail-on-warnings", "--output", "human"]),
    )
}

/// What linters of packages say of the tarball.
pub(super) fn linters() -> Result<()> {
    let tarball = crate::target().join("plan-widgets.tgz");
    run("publint", program("publint").args(["run", "--strict"]).arg(&tarball))?;
    let about: Value = serde_json::from_str(&read(&installed().join("package.json"))?)?;
    let entries = about["exports"].as_object().into_iter().flat_map(|exports| exports.keys());
    let mut attw = program("attw");
    attw.arg(&tarball).args(["--format", "ascii", "--no-color", "--no-emoji"]);
    // It has no CommonJS, and the older of Node's resolutions knows no `exports`.
    attw.args(["--profile", "esm-only"]);
    // TypeScript reads none of these: they are imported by their URL, through bundlers.
    let foreign = |path: &&String| [".css", ".wasm", ".html"].iter().any(|kind| path.ends_with(kind));
    attw.arg("--exclude-entrypoints").args(entries.filter(foreign));
    let said = attw.output().context("attw could not be started")?;
    ensure!(said.status.success(), "attw: {}", String::from_utf8_lossy(&said.stdout));
    Ok(())
}

fn built_by_vite(name: &str, modules: &[&str]) -> Result<()> {
    let page = project().join(name);
    let mut vite = program("vite");
    run("vite", vite.current_dir(&page).args(["build", "--base", "./", "--logLevel", "warn"]))?;
    ships(&page.join("dist"), modules)
}

/// A program of those that `tests/package` pins.
fn program(name: &str) -> Command {
    Command::new(setup::bin(&project().join("node_modules"), name))
}

/// Whether a build has each of these modules, each file of the plan and the glue once, and no path that only works at
/// the root of a host.
fn ships(built: &Path, modules: &[&str]) -> Result<()> {
    let expected = each_once(built, modules)?;
    let dist = installed().join("dist");
    let glues = modules.iter().filter(|name| dist.join(format!("{name}-glue.js")).is_file()).count();

    let (mut found, mut glue) = (0, 0);
    for path in files(built)? {
        let contents = fs::read(built.join(&path))?;
        match path.extension().and_then(|kind| kind.to_str()) {
            Some("wasm" | "json") => found += 1,
            Some("js" | "html") => {
                let text = String::from_utf8(contents)?;
                let path = path.display();
                ensure!(!text.contains("data:application/"), "{path} carries a file as a data: URI");
                let absolute = text.matches("/assets/").count() - text.matches("./assets/").count();
                ensure!(absolute == 0, "{path} has an absolute path, so it works at the root of a host only");
                glue += usize::from(text.contains(GLUE));
            }
            _ => {}
        }
    }
    for (what, count, expected) in
        [("modules and files of the plan", found, expected), ("files with the glue", glue, glues)]
    {
        ensure!(count == expected, "{} has {count} {what}, not {expected}", built.display());
    }
    Ok(())
}

/// Whether a build has each of these modules and each file of the plan once. Gives how many they are.
pub(super) fn each_once(built: &Path, modules: &[&str]) -> Result<usize> {
    let dist = installed().join("dist");
    let mut expected =
        files(&dist.join("data"))?.iter().map(|file| dist.join("data").join(file)).collect::<Vec<_>>();
    expected.extend(modules.iter().map(|name| dist.join(name).with_extension("wasm")));
    let mut found = Vec::new();
    for path in files(built)? {
        if path.extension().is_some_and(|kind| kind == "wasm" || kind == "json") {
            found.push(fs::read(built.join(&path))?);
        }
    }
    for file in &expected {
        let contents = fs::read(file)?;
        let count = found.iter().filter(|other| **other == contents).count();
        ensure!(count == 1, "{} has {} {count} times", built.display(), file.display());
    }
    Ok(expected.len())
}
