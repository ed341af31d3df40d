//! The build tool's tasks, a file each. `cargo xtask` without one lists them.

pub mod audit;
pub mod bench;
pub mod build;
pub mod check;
pub mod dev;
pub mod fuzz;
pub mod generate;
pub mod languages;
pub mod lighthouse;
pub mod mutants;
pub mod outdated;
pub mod pack;
pub mod package;
pub mod quoted;
pub mod release;
pub mod serve;
pub mod server;
pub mod setup;
pub mod site;
pub mod size;
pub mod snippets;
pub mod test;
pub mod verify;

use std::{
    fs,
    io::{self, BufRead, BufReader, IsTerminal as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
};

use anyhow::{Context, Result, bail, ensure};
use plan_widgets::Lang;

/// The languages of the site, of the guides and of sentences about errors.
pub const LANGUAGES: [Lang; 2] = [Lang::ZH, Lang::EN];

/// The languages of the bundled plan.
pub const SHOWN: [Lang; 3] = [Lang::ZH, Lang::EN, Lang::new("zh-Hant")];

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder of everything that is built and not shipped.
#[must_use]
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The text of a file.
///
/// # Errors
/// When it can't be read; names it.
pub fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))
}

/// Writes a file and the folders above it.
///
/// # Errors
/// When that can't be done; names it.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
    }
    fs::write(path, contents).with_context(|| format!("{} can't be written", path.display()))
}

/// Whether errors of [`run`] have to say why, because the report of a run of tests repeats them.
static REPORTED: AtomicBool = AtomicBool::new(false);

/// Has the errors of [`run`] say why programs failed, where no terminal shows how far they are.
pub(crate) fn report_reasons() {
    REPORTED.store(!io::stderr().is_terminal(), Ordering::Relaxed);
}

/// Runs a program with its output in view.
///
/// # Errors
/// When it can't be started or fails; names it by `what`.
pub fn run(what: &str, command: &mut Command) -> Result<()> {
    let not_started = || format!("{what} could not be started: run `cargo xtask setup`");
    if !REPORTED.load(Ordering::Relaxed) {
        let status = command.status().with_context(not_started)?;
        return if status.success() { Ok(()) } else { bail!("{what} failed") };
    }
    let mut said = Vec::new();
    let success = follow(command, true, |line| said.push(line.to_owned())).with_context(not_started)?;
    ensure!(success, "{what} failed\n{}", reason(&said).join("\n"));
    Ok(())
}

/// Runs a program with its output in view, and hands over each line: of its errors too, if they are asked for. Gives
/// whether it succeeded.
///
/// # Errors
/// When it can't be started.
pub fn follow(command: &mut Command, errors: bool, mut each: impl FnMut(&str)) -> Result<bool> {
    let (reader, writer) = io::pipe()?;
    if errors {
        command.stderr(writer.try_clone()?);
    }
    let child = command.stdout(writer).spawn();
    // What stays open here would keep the end of the output away.
    command.stdout(Stdio::inherit()).stderr(Stdio::inherit());
    let mut child = child?;
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        println!("{text}");
        each(text);
        line.clear();
    }
    Ok(child.wait()?.success())
}

/// How many lines say why something failed.
const REASON: usize = 3;

/// How the line begins, or what it has in it, by which programs tell an error.
const ERRORS: [&str; 6] = ["rror:", "rror[", "rror [", "error TS", "  error  ", "panicked at"];

/// Of what a program that failed has said, the first lines that tell why: from the first that names an error on, else the
/// last ones.
#[must_use]
pub fn reason<S: AsRef<str>>(said: &[S]) -> Vec<&str> {
    let lines: Vec<_> =
        said.iter().map(|line| line.as_ref().trim_end()).filter(|line| !line.is_empty()).collect();
    let first = lines.iter().position(|line| ERRORS.iter().any(|error| line.contains(error)));
    let from = first.unwrap_or_else(|| lines.len().saturating_sub(REASON));
    lines.into_iter().skip(from).take(REASON).collect()
}

/// What a program prints, its errors in view.
///
/// # Errors
/// When it can't be started or fails; names it by `what`.
pub fn output(what: &str, command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{what} could not be started: run `cargo xtask setup`"))?;
    if output.status.success() { Ok(output.stdout) } else { bail!("{what} failed") }
}

/// Runs a program whose output nobody needs, unless it fails: then the error has all of it.
///
/// # Errors
/// When it can't be started or fails; names it by `what`.
pub fn said(what: &str, command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{what} could not be started: run `cargo xtask setup`"))?;
    let text = |bytes| String::from_utf8_lossy(bytes).trim().to_owned();
    ensure!(output.status.success(), "{what} failed.\n{}\n{}", text(&output.stdout), text(&output.stderr));
    Ok(())
}

/// The files below a folder, as paths relative to it, sorted.
///
/// # Errors
/// When it can't be read; names it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    fn walk(folder: &Path, below: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
        let entries = fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let path = below.join(entry.file_name());
            if entry.file_type()?.is_dir() { walk(&entry.path(), &path, found)? } else { found.push(path) }
        }
        Ok(())
    }
    let mut found = Vec::new();
    walk(folder, Path::new(""), &mut found)?;
    found.sort();
    Ok(found)
}
