//! Node.js, and the packages that `xtask/package-lock.json` pins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::Say;
use super::process::{answer, is_program, numbers, run, version, which};

/// The oldest Node.js that the tools and the tests run on.
const NODE: u32 = 20;

/// Some 200 MB on a slow line.
const LIMIT: Duration = Duration::from_secs(600);

/// What the build calls; each carries its binary and needs no install script.
const PROGRAMS: [&str; 3] = ["esbuild", "wasm-opt", "tsc"];

/// Node.js and its packages.
pub struct Npm {
    /// The program `node`.
    pub node: PathBuf,
    /// `<root>/xtask/node_modules`, as the lock file has it.
    pub node_modules: PathBuf,
}

impl Npm {
    /// The program `name` of one of the packages, such as `esbuild`.
    pub fn bin(&self, name: &str) -> PathBuf {
        bin(&self.node_modules, name)
    }

    /// esbuild itself, which starts in a tenth of the time of npm's script around it; that where it isn't found.
    #[must_use]
    pub fn esbuild(&self) -> PathBuf {
        let platforms = fs::read_dir(self.node_modules.join("@esbuild")).into_iter().flatten().flatten();
        let mut programs = platforms
            .flat_map(|platform| ["bin/esbuild", "esbuild.exe"].map(|program| platform.path().join(program)));
        programs.find(|program| is_program(program)).unwrap_or_else(|| self.bin("esbuild"))
    }
}

/// The program `name` of one of the packages in `node_modules`; on Windows npm writes a script around it.
#[must_use]
pub fn bin(node_modules: &Path, name: &str) -> PathBuf {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    node_modules.join(".bin").join(file)
}

/// The program `npm`.
///
/// # Errors
/// When it isn't here.
pub fn find_npm() -> Result<PathBuf> {
    which(&["npm"]).context(
        "npm was not found beside Node.js: install it (Debian: `sudo apt-get install npm`), then repeat.",
    )
}

/// npm with one of its commands, which runs no script of a package.
///
/// # Errors
/// When it isn't here.
pub fn npm(command: &str) -> Result<Command> {
    let mut npm = Command::new(find_npm()?);
    npm.args([command, "--ignore-scripts", "--no-audit", "--no-fund"]);
    Ok(npm)
}

/// Node.js with the packages installed.
///
/// # Errors
/// A sentence with the remedy.
pub fn find(say: Say, root: &Path) -> Result<Npm> {
    let (node, version) = node()?;
    let dir = root.join("xtask");
    let npm = Npm { node, node_modules: dir.join("node_modules") };
    let installed = !is_current(&npm, &dir)?;
    if installed {
        install(say, &npm, &dir)?;
    }
    let packages = npm.node_modules.strip_prefix(root).unwrap_or(&npm.node_modules);
    say.found_or_installed(installed, "npm", &format!("node {version}, {}", packages.display()));
    Ok(npm)
}

fn node() -> Result<(PathBuf, String)> {
    let node = which(&["node", "nodejs"]);
    let text = node.as_deref().and_then(|node| answer(node, &["--version"])).unwrap_or_default();
    let found = version(&text).unwrap_or_default().to_owned();
    if let Some(sentence) = complaint(&found) {
        bail!(sentence);
    }
    Ok((node.unwrap_or_default(), found))
}

/// What is wrong with the Node.js of this version, empty for none at all.
fn complaint(version: &str) -> Option<String> {
    let state = match numbers(version).first() {
        Some(major) if *major >= NODE => return None,
        Some(_) => format!("is {version} here"),
        None => "was not found".to_owned(),
    };
    Some(format!(
        "Node.js {NODE} or newer is needed and {state}: install it with npm from \
         https://nodejs.org/en/download (macOS: `brew install node`; Debian 13 and later: \
         `sudo apt-get install nodejs npm`), then repeat."
    ))
}

/// Whether the packages are those of the lock file: a copy of it lies among them.
fn is_current(npm: &Npm, dir: &Path) -> Result<bool> {
    let lock = dir.join("package-lock.json");
    let wanted = fs::read(&lock)
        .with_context(|| format!("{} can't be read: call this from a complete checkout", lock.display()))?;
    let there = PROGRAMS.iter().all(|name| is_program(&npm.bin(name)));
    Ok(there && fs::read(mark(npm)).is_ok_and(|copy| copy == wanted))
}

fn mark(npm: &Npm) -> PathBuf {
    npm.node_modules.join(".installed-lock.json")
}

fn install(say: Say, npm: &Npm, dir: &Path) -> Result<()> {
    say.runs("npm", "npm ci", "10 s to some minutes");
    if let Err(error) = run("npm ci", self::npm("ci")?.current_dir(dir), LIMIT) {
        bail!("{error:#}: repeat it in {} once the cause above is gone.", dir.display());
    }
    for name in PROGRAMS {
        if answer(&npm.bin(name), &["--version"]).is_none() {
            bail!("{name} of node_modules does not run: remove {} and repeat.", npm.node_modules.display());
        }
    }
    let lock = dir.join("package-lock.json");
    fs::copy(lock, mark(npm)).with_context(|| format!("{} can't be written", mark(npm).display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions() {
        assert_eq!(complaint("20.0.0"), None);
        assert_eq!(complaint("24.1.0"), None);
        for (version, start) in [
            ("18.20.4", "Node.js 20 or newer is needed and is 18.20.4 here: install it"),
            ("", "Node.js 20 or newer is needed and was not found: install it"),
        ] {
            assert!(complaint(version).is_some_and(|text| text.starts_with(start)), "{version}");
        }
    }
}
