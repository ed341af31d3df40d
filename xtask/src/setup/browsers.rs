//! The three engines with their WebDriver programs, and fonts for Chinese text.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::Say;
use super::apt::{self, Apt};
use super::process::{answer, attempt, cache, is_program, numbers, run, succeeds, version, which};

/// Debian has no package for it.
const GECKODRIVER: &str = "0.37.1";

/// 80 s on two idle cores; a slow machine gets ten times that.
const COMPILE: Duration = Duration::from_secs(900);

/// Whose engine a browser runs on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium, Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK's MiniBrowser.
    WebKit,
}

/// A browser that tests can drive.
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    /// The WebDriver program.
    pub driver: PathBuf,
    /// The browser that the driver starts.
    pub binary: PathBuf,
    /// Its version, as it names it.
    pub version: String,
    /// WebKit only: MiniBrowser has no headless mode, and Xvfb gives it a display of its own.
    pub xvfb: Option<PathBuf>,
}

/// One thing the tests want, and how it is had.
struct Thing {
    /// As a line begins with it, and as a sentence begins with it.
    name: &'static str,
    title: &'static str,
    packages: &'static [&'static str],
    /// What to do where there is no apt-get: on macOS, and anywhere else.
    mac: &'static str,
    other: &'static str,
}

const CHROMIUM: Thing = Thing {
    name: "chromium",
    title: "Chromium with chromedriver",
    packages: &["chromium", "chromium-driver", "chromium-headless-shell"],
    mac: "type `brew install --cask google-chrome chromedriver`",
    other: "install Chromium and the chromedriver of the same version",
};
const FIREFOX: Thing = Thing {
    name: "firefox",
    title: "Firefox",
    packages: &["firefox-esr"],
    mac: "type `brew install --cask firefox`",
    other: "install Firefox",
};
const WEBKIT: Thing = Thing {
    name: "webkit",
    title: "WebKitGTK with its driver and Xvfb",
    packages: &["webkit2gtk-driver", "xvfb"],
    mac: "run the tests in a Debian container, as there is no WebKitGTK for macOS",
    other: "install WebKitGTK with MiniBrowser, WebKitWebDriver and Xvfb",
};
const FONTS: Thing = Thing {
    name: "fonts",
    title: "A font for Chinese",
    packages: &["fonts-noto-cjk", "fontconfig"],
    mac: "add one in Font Book",
    other: "install fontconfig and the Noto CJK fonts",
};

/// Why something can't be used.
enum Absent {
    /// It isn't there, and its packages would bring it.
    Packages,
    /// Something that packages don't help with, as a sentence with the remedy.
    Sentence(String),
}

/// Looks for a thing without its packages being installed.
type Look<T> = fn(Say) -> Result<T, Absent>;

/// The browsers found or installed, and a sentence for each that is missing.
pub fn find(say: Say, apt: &mut Apt) -> (Vec<Browser>, Vec<String>) {
    let mut browsers = Vec::new();
    let mut missing = Vec::new();
    let engines: [(&Thing, Look<Browser>); 3] =
        [(&CHROMIUM, chromium), (&FIREFOX, firefox), (&WEBKIT, webkit)];
    for (thing, look) in engines {
        let detail = |b: &Browser| format!("{}, {}", b.version, b.binary.display());
        match have(say, apt, thing, look, detail) {
            Ok(browser) => browsers.push(browser),
            Err(sentence) => missing.push(sentence),
        }
    }
    missing.extend(have(say, apt, &FONTS, fonts, |()| "Chinese".to_owned()).err());
    (browsers, missing)
}

/// Looks for a thing, and installs it when it is not there.
fn have<T>(
    say: Say,
    apt: &mut Apt,
    thing: &Thing,
    look: Look<T>,
    detail: impl Fn(&T) -> String,
) -> Result<T, String> {
    let mut why = String::new();
    let mut outcome = look(say);
    let absent = matches!(outcome, Err(Absent::Packages));
    if absent && apt::is_here() {
        match apt.install(say, thing.name, thing.packages) {
            Ok(()) => outcome = look(say),
            Err(error) => why = format!(" ({error:#})"),
        }
    }
    let sentence = match outcome {
        Ok(found) => {
            say.found_or_installed(absent, thing.name, &detail(&found));
            return Ok(found);
        }
        Err(Absent::Sentence(sentence)) => sentence,
        Err(Absent::Packages) => {
            let elsewhere = if cfg!(target_os = "macos") { thing.mac } else { thing.other };
            let remedy = apt::remedy(thing.packages, elsewhere);
            format!("{} was not found{why}: {remedy}.", thing.title)
        }
    };
    say.missing(thing.name, &sentence);
    Err(sentence)
}

fn chromium(_: Say) -> Result<Browser, Absent> {
    let driver = which(&["chromedriver"]).ok_or(Absent::Packages)?;
    let driver_version = version_of(&driver);
    // The shell first: the same engine without the browser's own window, at less than half of the work for each page.
    let shells = ["chromium-headless-shell", "chrome-headless-shell"];
    let names =
        [&shells[..], &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]].concat();
    let app = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    let found: Vec<_> = programs(&names, app).map(|file| (version_of(&file), file)).collect();
    // A machine may have several, and the driver refuses all but its own version.
    let major = |version: &str| numbers(version).first().copied();
    let fits = |version: &str| major(version).is_some() && major(version) == major(&driver_version);
    if let Some((version, binary)) = found.iter().find(|(version, _)| fits(version)) {
        let (version, binary) = (version.clone(), binary.clone());
        return Ok(Browser { engine: Engine::Chromium, driver, binary, version, xvfb: None });
    }
    let Some((version, binary)) = found.first() else { return Err(Absent::Packages) };
    Err(Absent::Sentence(format!(
        "{} {driver_version} can't drive {} {version}: install the two in one version.",
        driver.display(),
        binary.display()
    )))
}

fn firefox(say: Say) -> Result<Browser, Absent> {
    // Debian's `firefox` is a script around `firefox-esr`.
    let app = "/Applications/Firefox.app/Contents/MacOS/firefox";
    let binary = programs(&["firefox-esr", "firefox"], app).next().ok_or(Absent::Packages)?;
    let driver = geckodriver(say).map_err(|error| {
        Absent::Sentence(format!(
            "Firefox has no driver ({error:#}): type `cargo install geckodriver --version {GECKODRIVER} --locked`."
        ))
    })?;
    let version = version_of(&binary);
    Ok(Browser { engine: Engine::Firefox, driver, binary, version, xvfb: None })
}

fn geckodriver(say: Say) -> Result<PathBuf> {
    let ours = cache().join("tools/bin/geckodriver");
    if let Some(driver) = which(&["geckodriver"]) {
        return Ok(driver);
    }
    if version_of(&ours) == GECKODRIVER {
        return Ok(ours);
    }
    attempt(say, "geckodriver", || compile_geckodriver(say))?;
    say.installed("firefox", &format!("geckodriver {GECKODRIVER}, {}", ours.display()));
    Ok(ours)
}

fn compile_geckodriver(say: Say) -> Result<()> {
    let cache = cache();
    fs::create_dir_all(&cache).with_context(|| format!("{} can't be written", cache.display()))?;
    let target = cache.join("geckodriver-target");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let label = format!("cargo install geckodriver --version {GECKODRIVER}");
    say.runs("firefox", &label, "one to three minutes, once");
    // In the cache, so that this project's own cargo settings stay out of it.
    let outcome = run(
        &label,
        Command::new(cargo)
            .args(["install", "geckodriver", "--version", GECKODRIVER, "--locked", "--root"])
            .arg(cache.join("tools"))
            .env("CARGO_TARGET_DIR", &target)
            .current_dir(&cache),
        COMPILE,
    );
    drop(fs::remove_dir_all(&target));
    outcome
}

fn webkit(_: Say) -> Result<Browser, Absent> {
    let driver = which(&["WebKitWebDriver"]).ok_or(Absent::Packages)?;
    let binary = mini_browser().ok_or(Absent::Packages)?;
    let xvfb = which(&["Xvfb"]);
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some());
    if xvfb.is_none() && !display {
        return Err(Absent::Packages);
    }
    // Neither program says its version without a display.
    let query = ["--show", "--showformat=${Version}", "webkit2gtk-driver"];
    let package = answer(Path::new("dpkg-query"), &query).unwrap_or_default();
    let version = match package.split('-').next() {
        Some(upstream) if !upstream.is_empty() => upstream.to_owned(),
        _ => "unknown version".to_owned(),
    };
    Ok(Browser { engine: Engine::WebKit, driver, binary, version, xvfb })
}

/// MiniBrowser is no command: it lies in a folder that names architecture and API.
fn mini_browser() -> Option<PathBuf> {
    let inside = |dir: &Path| fs::read_dir(dir).into_iter().flatten().flatten().map(|e| e.path());
    let lib = Path::new("/usr/lib");
    let parents = inside(lib).chain([lib.into(), "/usr/lib64".into(), "/usr/libexec".into()]);
    let is_webkit = |dir: &PathBuf| {
        let name = dir.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("webkit2gtk-") || name.starts_with("webkitgtk-")
    };
    parents
        .flat_map(|dir| inside(&dir).collect::<Vec<_>>())
        .filter(is_webkit)
        .map(|dir| dir.join("MiniBrowser"))
        .filter(|file| is_program(file))
        .max()
}

fn fonts(_: Say) -> Result<(), Absent> {
    // macOS comes with them, and without fc-list.
    let here = cfg!(target_os = "macos") || succeeds(Path::new("fc-list"), &["--quiet", ":lang=zh"]);
    if here { Ok(()) } else { Err(Absent::Packages) }
}

/// Those of `names` on PATH, and the application on macOS.
fn programs(names: &[&str], app: &str) -> impl Iterator<Item = PathBuf> {
    let app = PathBuf::from(app);
    let app = is_program(&app).then_some(app);
    names.iter().filter_map(|name| which(&[name])).collect::<Vec<_>>().into_iter().chain(app)
}

fn version_of(program: &Path) -> String {
    let text = answer(program, &["--version"]).unwrap_or_default();
    version(&text).unwrap_or_default().to_owned()
}
