//! `cargo xtask lighthouse`: what Lighthouse says of the site that is built.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

use crate::{
    files, read, root, run,
    server::{Server, Site},
    setup::{self, Engine, Need},
    size, target, write,
};

/// The home page, an element's, the builder and the editor, in both languages.
const PAGES: [&str; 8] =
    ["/", "/en/", "/timeline/", "/en/timeline/", "/embedding/", "/en/embedding/", "/editor/", "/en/editor/"];

/// What hosts compress.
const COMPRESSED: [&str; 7] = ["css", "html", "js", "json", "svg", "wasm", "xml"];

/// Which of Lighthouse's scores.
#[derive(Clone, Copy, PartialEq)]
pub enum Scores {
    /// Accessibility, best practices and search engines: 100, on every machine.
    Quality,
    /// At least 95 on a machine that does nothing else.
    Performance,
}

/// Has Lighthouse look at the pages.
///
/// # Errors
/// When nothing is built, or a score is too low; what it lacks is printed.
pub fn lighthouse(scores: Scores) -> Result<()> {
    let www = target().join("www");
    ensure!(www.join("index.html").is_file(), "nothing is built: run `cargo xtask build`");
    let tools = setup::ensure(&root(), &[Need::Npm, Need::Browsers], false)?;
    let npm = tools.npm.context("npm's tools are missing: run `cargo xtask setup`")?;
    let chromium = tools.browsers.into_iter().find(|browser| browser.engine == Engine::Chromium);
    let chromium = chromium.context("Chromium is missing: run `cargo xtask setup`")?;
    install()?;
    let is_timed = scores == Scores::Performance;
    let www = if is_timed { compressed(&www)? } else { www };
    let site = Site { mounts: vec![("/".into(), www)], brotli: is_timed, ..Site::default() };
    let server = Server::start(site, 0)?;
    let kind = if is_timed { "performance" } else { "quality" };
    let mut node = Command::new(&npm.node);
    node.arg(root().join("tests/lighthouse/run.mjs")).args([&server.origin, kind]).args(PAGES);
    run("Lighthouse", node.env("CHROME_PATH", &chromium.binary))
}

/// A copy of the site in which files have a compressed neighbour, as hosts compress what they send.
fn compressed(www: &Path) -> Result<PathBuf> {
    let to = target().join("lighthouse");
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    // Of the pages for frames one is shown.
    let shown = |path: &Path| {
        !path.iter().any(|part| part == "embed") || path.to_string_lossy().contains("embed/timeline")
    };
    for path in files(www)?.into_iter().filter(|path| shown(path)) {
        let bytes = fs::read(www.join(&path))?;
        if path.extension().is_some_and(|kind| COMPRESSED.iter().any(|each| kind == *each)) {
            let mut name = to.join(&path).into_os_string();
            name.push(".br");
            write(Path::new(&name), size::compress_at(5, &bytes))?;
        }
        write(&to.join(path), bytes)?;
    }
    Ok(to)
}

/// Installs it, for nothing else needs its packages.
fn install() -> Result<()> {
    let folder = root().join("tests/lighthouse");
    let (lock, mark) = (folder.join("package-lock.json"), folder.join("node_modules/.installed-lock.json"));
    let wanted = read(&lock)?;
    if fs::read_to_string(&mark).is_ok_and(|copy| copy == wanted) {
        return Ok(());
    }
    run("npm ci in tests/lighthouse", setup::npm("ci")?.current_dir(&folder))?;
    write(&mark, wanted)
}
