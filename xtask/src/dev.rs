//! `cargo xtask dev [MODULE]`: the gallery, rebuilt in seconds when a file is saved, and reloaded.
//!
//! Modules are not optimised, and have names, messages of panics and source maps. What Rust renders ahead (static HTML,
//! data files) is made by this program built anew, while the module compiles.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::mpsc::channel,
    thread,
    time::{Duration, Instant, SystemTime},
};

use anyhow::{Context, Result, bail};
use notify_debouncer_mini::{DebounceEventResult, new_debouncer, notify::RecursiveMode};

use crate::{
    build::{self, MODULES, Output, wasm},
    check, files, generate, root,
    server::{Server, Site},
    setup::{self, Need, Npm, Wasm},
    site, target,
};

/// Editors save in steps, and several files at once.
const PAUSE: Duration = Duration::from_millis(80);

/// What is watched.
const WATCHED: [&str; 6] = ["src", "www", "pkg", "tests/school", "tests/package", "tests/wordpress"];

/// What pages receive after a build; else they receive what went wrong. Not an empty text, for which browsers fire no
/// event.
const BUILT: &str = "built";

/// Reloads a page at each build.
const RELOAD: &str = include_str!("dev/reload.js");

/// Builds, serves and watches until the process is ended.
///
/// # Errors
/// When there is no such module, the port is taken, or something is missing.
pub fn dev(module: Option<&str>, port: u16) -> Result<()> {
    let dev = Dev::new(module)?;
    println!("Building for development: not optimised, with names, messages and source maps.");
    let start = Instant::now();
    dev.first()?;
    println!("Built after {:.1} s.", start.elapsed().as_secs_f64());
    let (news, listening) = tokio::sync::watch::channel(String::new());
    let kept = target().join("embed");
    // The longest prefix decides: of frames' pages those made last, with the scripts of now.
    let mut mounts = vec![("/".into(), dev.output.www.clone())];
    for folder in ["embed", "en/embed"].iter().filter(|folder| kept.join(folder).exists()) {
        mounts.push((format!("/{folder}/"), kept.join(folder)));
    }
    if mounts.len() == 1 {
        println!("Pages for frames are missing: `cargo xtask build` makes them.");
    }
    let site =
        Site { mounts, head: format!("<script>{RELOAD}</script>"), news: Some(listening), ..Site::default() };
    let server = Server::start(site, port)?;
    println!(
        "The gallery is at {}/. Save a file, and its pages are reloaded (Ctrl-C ends it).",
        server.origin
    );

    let (found, changes) = channel();
    let mut watcher = new_debouncer(PAUSE, move |events: DebounceEventResult| drop(found.send(events)))?;
    for folder in WATCHED {
        watcher.watcher().watch(&root().join(folder), RecursiveMode::Recursive)?;
    }
    // Reading a file is an event as well: what counts is when it was written.
    let dist = root().join("pkg/dist");
    let mut times = HashMap::new();
    for folder in WATCHED {
        let known = files(&root().join(folder))?.into_iter().map(|file| root().join(folder).join(file));
        times.extend(known.map(|file| (file.clone(), written(&file))));
    }
    while let Ok(events) = changes.recv() {
        // What was saved while the last build ran belongs to one.
        let all = std::iter::once(events).chain(changes.try_iter()).flatten().flatten();
        let mut paths: Vec<_> = all.map(|event| event.path).filter(|path| is_source(path, &dist)).collect();
        paths.sort();
        paths.dedup();
        paths.retain(|path| {
            let now = written(path);
            times.insert(path.clone(), now) != Some(now)
        });
        if paths.is_empty() {
            continue;
        }
        let names: Vec<_> = paths
            .iter()
            .map(|path| path.strip_prefix(root()).unwrap_or(path).display().to_string())
            .collect();
        println!("\n{} changed", names.join(", "));
        let start = Instant::now();
        match dev.again(&paths) {
            Ok(()) => {
                println!("Rebuilt after {:.1} s; pages are reloaded.", start.elapsed().as_secs_f64());
                news.send_replace(BUILT.to_owned());
            }
            Err(error) => {
                println!("{error:#}\nThe pages stay as they were.");
                news.send_replace(format!("{error:#}"));
            }
        }
    }
    Ok(())
}

/// When a file was written; nothing of one that is gone.
fn written(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

/// Whether a change of this file is one of what pages are made of.
fn is_source(path: &Path, dist: &Path) -> bool {
    let known = ["rs", "css", "js", "html", "json", "toml", "md", "mjs", "sh"];
    let kind = path.extension().and_then(|kind| kind.to_str());
    !path.starts_with(dist) && kind.is_some_and(|kind| known.contains(&kind))
}

/// The task that a running [`dev`] calls this program with.
pub const PAGES: &str = "dev-pages";

/// Makes everything but the modules. For a running [`dev`] alone: what it renders is what this program was compiled with.
///
/// # Errors
/// What fails.
pub fn pages() -> Result<()> {
    let output = Output::dev();
    let tools = setup::ensure(&root(), &[Need::Npm], false)?;
    let npm = tools.npm.context("npm's tools are missing: run `cargo xtask setup`")?;
    generate::write()?;
    build::contents(&output, &npm)?;
    site::write_site(&output, &npm, site::Pictures::AsTheyAre)
}

struct Dev {
    toolchain: Wasm,
    npm: Npm,
    output: Output,
    /// The feature of the module that is rebuilt, and the names of the files that it stands for.
    feature: &'static str,
    names: Vec<&'static str>,
}

impl Dev {
    fn new(module: Option<&str>) -> Result<Self> {
        let tools = setup::ensure(&root(), &[Need::Wasm, Need::Npm], false)?;
        let (Some(toolchain), Some(npm)) = (tools.wasm, tools.npm) else {
            bail!("Tools are missing: run `cargo xtask setup`")
        };
        // The one of everything can stand for each.
        let (feature, names) = match module {
            None => ("element", MODULES.map(|(name, _)| name).to_vec()),
            Some(module) => {
                let known = MODULES.into_iter().find(|(name, _)| *name == module);
                let all = MODULES.map(|(name, _)| name).join(", ");
                let (name, feature) = known
                    .with_context(|| format!("There is no module `{module}`: those there are are {all}"))?;
                (feature, vec![name])
            }
        };
        Ok(Self { toolchain, npm, output: Output::dev(), feature, names })
    }

    /// Every module, and what pages need besides.
    fn first(&self) -> Result<()> {
        let shipped = Output::shipped();
        for (name, _) in MODULES.iter().filter(|(name, _)| !self.names.contains(name)) {
            for file in [format!("{name}.wasm"), format!("{name}-glue.js")] {
                if shipped.dist.join(&file).exists() {
                    fs::create_dir_all(&self.output.dist)?;
                    fs::copy(shipped.dist.join(&file), self.output.dist.join(&file))?;
                } else {
                    println!("{file} is missing, and with it that widget: `cargo xtask build` makes it.");
                }
            }
        }
        self.module()?;
        for name in wasm::PLAIN.into_iter().filter(|name| !wasm::BESIDE_PAGES.contains(name)) {
            build::dev_module(&self.output, &self.toolchain, &self.npm, name, &[name])?;
        }
        self.pages(false)
    }

    /// What has to be made anew after these files have changed.
    fn again(&self, paths: &[PathBuf]) -> Result<()> {
        if !paths.iter().any(|path| path.extension().is_some_and(|kind| kind == "rs" || kind == "toml")) {
            return self.pages(false);
        }
        thread::scope(|scope| {
            let pages = scope.spawn(|| self.pages(true));
            let module = self.module();
            let pages = pages.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            module.and(pages)
        })
    }

    fn module(&self) -> Result<()> {
        let start = Instant::now();
        build::dev_module(&self.output, &self.toolchain, &self.npm, self.feature, &self.names)?;
        println!("  the module of {}: {:.1} s", self.names.join(", "), start.elapsed().as_secs_f64());
        Ok(())
    }

    /// Scripts, stylesheets, data and pages, after `compile` by this program as it is now.
    fn pages(&self, compile: bool) -> Result<()> {
        let start = Instant::now();
        if compile {
            let mut cargo = check::cargo();
            cargo.args(["build", "--quiet", "--locked", "--package", "xtask"]);
            crate::said("The build of xtask", &mut cargo)?;
        }
        crate::said("The pages", Command::new(target().join("debug/xtask")).arg(PAGES))?;
        println!("  scripts, stylesheets, pages: {:.1} s", start.elapsed().as_secs_f64());
        Ok(())
    }
}
