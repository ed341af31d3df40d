//! What the benchmark serves: a page for each timeline and number of items, everything precompressed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, thread};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use xtask::server::compressed;
use xtask::setup::Npm;
use xtask::{files, output, read, root, run, size, target, write};

use crate::library::{LIBRARIES, Library};
use crate::ways;

/// Our package, or what stands in for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ours {
    /// `pkg/dist`, as it was built.
    Package,
    /// `tests/bench/stand-in`: to try the benchmark itself.
    StandIn,
}

impl Ours {
    /// Makes of a plan the folder that its page takes: what the guides tell to do with a plan of one's own.
    fn build(self, dist: &Path, plan: &Path) -> Result<()> {
        let folder = plan.with_extension("");
        match self {
            Ours::Package => {
                let mut build = Command::new("node");
                build.arg(dist.join("cli.js")).arg("build").arg(plan).arg("--out").arg(folder);
                output("plan-widgets build", &mut build).map(drop)
            }
            Ours::StandIn => write(&folder.join("index.json"), read(plan)?),
        }
    }
}

/// The bundles that esbuild makes: the entries of `pages/`.
const ENTRIES: [&str; 2] = ["vis-timeline.js", "react-chrono.js"];

/// What the others are called, and their npm packages.
const PACKAGES: [(&str, &str); 4] = [
    ("TimelineJS3", "@knight-lab/timelinejs"),
    ("vis-timeline", "vis-timeline"),
    ("react-chrono", "react-chrono"),
    ("React", "react"),
];

/// What TimelineJS3's page needs of its package: it has no entry that a bundler can read without LESS.
const TIMELINEJS: [&str; 4] =
    ["js/timeline.js", "js/locale/en.json", "css/timeline.css", "css/icons/tl-icons.woff2"];

/// The folder that is served.
pub fn folder() -> PathBuf {
    target().join("bench/site")
}

fn here() -> PathBuf {
    root().join("tests/bench")
}

/// The path of a page.
pub fn page(library: &Library, items: usize) -> String {
    format!("/{}-{items}.html", library.name)
}

/// Where the items of all pages are.
pub const DATA: &str = "/items/";

/// The path of a page's items.
pub fn data(library: &Library, items: usize) -> String {
    format!("{DATA}{}-{items}.json", library.name)
}

/// The brotli bytes of a file that was served, 0 of what there isn't.
pub fn bytes(path: &str) -> usize {
    let path = path.split('?').next().unwrap_or(path).trim_start_matches('/');
    let length = fs::metadata(compressed(&folder().join(path))).map(|file| file.len());
    length.map_or(0, |length| usize::try_from(length).unwrap_or(usize::MAX))
}

/// The packages that a run names, with the versions that are installed.
///
/// # Errors
/// When one isn't installed.
pub fn versions() -> Result<Vec<(&'static str, String)>> {
    let version = |(name, package): &(&'static str, &str)| {
        let file = here().join("node_modules").join(package).join("package.json");
        let about: Value = serde_json::from_str(&read(&file)?)?;
        let version = about["version"].as_str();
        Ok((*name, version.with_context(|| format!("{} has no version", file.display()))?.to_owned()))
    };
    PACKAGES.iter().map(version).collect()
}

/// Installs the others, bundles them, and writes and compresses everything.
///
/// # Errors
/// When something is missing or can't be built.
pub fn prepare(npm: &Npm, ours: Ours, counts: &[usize]) -> Result<()> {
    install()?;
    let to = folder();
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    bundle(npm, &to)?;
    copy(&here().join("node_modules/@knight-lab/timelinejs/dist"), &to.join("timelinejs"), |path| {
        TIMELINEJS.iter().any(|file| path == Path::new(file))
    })?;
    let dist = match ours {
        Ours::Package => root().join("pkg/dist"),
        Ours::StandIn => here().join("stand-in"),
    };
    copy(&dist, &to.join("dist"), |_| true)?;
    for library in &LIBRARIES {
        let page = read(&here().join(format!("pages/{}.html", library.name)))?;
        for count in counts {
            let target = |path: String| to.join(path.trim_start_matches('/'));
            write(&target(self::page(library, *count)), page.replace("{items}", &count.to_string()))?;
            let data = target(data(library, *count));
            write(&data, (library.items)(*count).to_string())?;
            if library.name == LIBRARIES[0].name {
                ours.build(&dist, &data)?;
            }
        }
    }
    if ours == Ours::Package {
        ways::prepare(&to)?;
    }
    compress(&to)
}

/// Installs the packages of the lock file, of which a copy lies among them.
///
/// # Errors
/// When npm fails.
pub fn install() -> Result<()> {
    let (lock, mark) = (here().join("package-lock.json"), here().join("node_modules/.installed-lock.json"));
    let wanted = read(&lock)?;
    if fs::read_to_string(&mark).is_ok_and(|copy| copy == wanted) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(here());
    run("npm ci in tests/bench", &mut npm)?;
    write(&mark, wanted)
}

fn bundle(npm: &Npm, to: &Path) -> Result<()> {
    for entry in ENTRIES {
        let mut esbuild = Command::new(npm.bin("esbuild"));
        esbuild.args(["--bundle", "--minify", "--format=esm", "--log-level=warning", "--charset=utf8"]);
        // React's smaller build, the one for readers.
        esbuild.arg("--define:process.env.NODE_ENV=\"production\"");
        esbuild.arg(here().join("pages").join(entry)).arg(format!("--outfile={}", to.join(entry).display()));
        run("esbuild", &mut esbuild)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    for path in files(from)?.iter().filter(|path| wanted(path)) {
        write(&to.join(path), fs::read(from.join(path))?)?;
    }
    Ok(())
}

/// Compresses every file but the pages, which get the probe when they are served. What was compressed in an
/// earlier run is taken from there: the largest take a minute.
fn compress(folder: &Path) -> Result<()> {
    let cache = target().join("bench/compressed");
    let mut paths = files(folder)?;
    paths.retain(|path| path.extension().is_none_or(|extension| extension != "html"));
    let workers = thread::available_parallelism().map_or(1, usize::from).min(paths.len().max(1));
    thread::scope(|scope| {
        let work = |worker| {
            let (paths, cache) = (&paths, &cache);
            move || paths.iter().skip(worker).step_by(workers).try_for_each(|path| one(folder, path, cache))
        };
        let handles: Vec<_> = (0..workers).map(|worker| scope.spawn(work(worker))).collect();
        for handle in handles {
            let result = handle.join();
            ensure!(result.is_ok(), "the compression stopped");
            result.unwrap_or(Ok(()))?;
        }
        Ok(())
    })
}

/// Compresses one file, or finds its contents and their compressed form in the cache.
fn one(folder: &Path, path: &Path, cache: &Path) -> Result<()> {
    let contents = fs::read(folder.join(path))?;
    let kept = cache.join(path);
    let known = fs::read(&kept).is_ok_and(|known| known == contents);
    if !known || !compressed(&kept).exists() {
        write(&compressed(&kept), size::compress(&contents))?;
        write(&kept, &contents)?;
    }
    fs::copy(compressed(&kept), compressed(&folder.join(path)))?;
    Ok(())
}
