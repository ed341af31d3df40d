//! Finding, asking and running other programs, with bounded time.

use std::env;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, bail};

use super::Say;

/// How long a program may take to say its version: far more than any needs, snap's cold start included.
const ANSWER: Duration = Duration::from_secs(20);

/// How long a failed installation is not tried again.
const PAUSE: Duration = Duration::from_secs(60 * 60);

/// The first of `names` that is a program on PATH.
pub fn which(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let files = names.iter().flat_map(|name| endings.iter().map(move |ending| format!("{name}{ending}")));
    files
        .flat_map(|file| env::split_paths(&path).map(move |dir| dir.join(&file)))
        .find(|file| is_program(file))
}

/// Whether `file` is there and may be executed.
pub fn is_program(file: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(file).is_ok_and(|m| m.is_file() && m.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    {
        file.is_file()
    }
}

/// What a program prints when called with `args`, or nothing if it fails.
///
/// For short answers only: the pipe is read after the end.
pub fn answer(program: &Path, args: &[&str]) -> Option<String> {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let status = wait(&mut child, ANSWER, Duration::from_millis(5)).ok()??;
    let mut text = String::new();
    child.stdout.take()?.read_to_string(&mut text).ok()?;
    status.success().then(|| text.trim().to_owned())
}

/// Whether a program called with `args` succeeds.
pub fn succeeds(program: &Path, args: &[&str]) -> bool {
    answer(program, args).is_some()
}

/// Runs a command with its output in view, and ends it after `limit`; errors call it `label`.
///
/// # Errors
/// When it can't be started, fails, or takes longer.
pub fn run(label: &str, command: &mut Command, limit: Duration) -> Result<()> {
    // rustup and cargo follow this variable too, and a trace hides what they say.
    let command = command.env("RUST_BACKTRACE", "0").stdin(Stdio::null());
    let mut child = command.spawn().with_context(|| format!("`{label}` could not be started"))?;
    match wait(&mut child, limit, Duration::from_millis(100))? {
        Some(status) if status.success() => Ok(()),
        Some(status) => bail!("`{label}` failed with {status}"),
        None => bail!("`{label}` was ended after {} s", limit.as_secs()),
    }
}

/// How the child ended, or nothing if it had to be killed after `limit`.
fn wait(child: &mut Child, limit: Duration, step: Duration) -> Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(step);
    }
}

/// The folder for what is installed per user: `$XDG_CACHE_HOME/plan-widgets`, or in `~/.cache`.
pub fn cache() -> PathBuf {
    let set = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("XDG_CACHE_HOME")
        .or_else(|| set("HOME").map(|home| home.join(".cache")))
        .unwrap_or_else(env::temp_dir)
        .join("plan-widgets")
}

/// Runs `step`, unless it failed within the last hour: a closed network costs its wait once,
/// not once per task. The setup task itself, `say.verbose`, always tries.
///
/// # Errors
/// Why it failed, now or then.
pub fn attempt(say: Say, name: &str, step: impl FnOnce() -> Result<()>) -> Result<()> {
    attempt_noting(&cache().join("failed").join(name), say.verbose, step)
}

fn attempt_noting(note: &Path, always: bool, step: impl FnOnce() -> Result<()>) -> Result<()> {
    if let Some(age) = age(note).filter(|age| !always && *age < PAUSE) {
        let why = fs::read_to_string(note).unwrap_or_default();
        let minutes = age.as_secs() / 60;
        bail!("{why}, {minutes} min ago; `cargo xtask setup` tries again");
    }
    let outcome = step();
    // The note only saves time: a cache that can't be written is no failure.
    match &outcome {
        Ok(()) => drop(fs::remove_file(note)),
        Err(error) => {
            drop(note.parent().map(fs::create_dir_all));
            drop(fs::write(note, format!("{error:#}")));
        }
    }
    outcome
}

fn age(file: &Path) -> Option<Duration> {
    let written = fs::metadata(file).ok()?.modified().ok()?;
    SystemTime::now().duration_since(written).ok()
}

/// The version in what `--version` prints: its first word that starts with a digit, or `v` and a digit.
pub fn version(text: &str) -> Option<&str> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The leading numbers of a version, for comparing: `1.95.0` is `[1, 95, 0]`.
pub fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions() {
        for (text, expected) in [
            ("v20.20.2", Some("20.20.2")),
            ("rustc 1.95.0 (59807616e 2026-04-14)", Some("1.95.0")),
            ("Chromium 156.0.8078.79 built on Debian GNU/Linux 12", Some("156.0.8078.79")),
            ("Mozilla Firefox 153.7.0esr", Some("153.7.0esr")),
            ("geckodriver 0.37.1 (abc 2026-01-01)\n\nThe source", Some("0.37.1")),
            ("very strange", None),
            ("", None),
        ] {
            assert_eq!(version(text), expected, "{text}");
        }
    }

    #[test]
    fn versions_compare_by_number() {
        assert!(numbers("1.100.0") > numbers("1.95"));
        assert!(numbers("1.95.0") >= numbers("1.95"));
        assert!(numbers("1.63.0") < numbers("1.95"));
        assert_eq!(numbers("1.97.0-nightly"), [1, 97]);
    }

    fn sentence(outcome: Result<()>) -> String {
        outcome.err().map(|error| format!("{error:#}")).unwrap_or_default()
    }

    #[test]
    fn a_slow_program_is_ended() {
        let start = Instant::now();
        let outcome = run("sleep 30", Command::new("sleep").arg("30"), Duration::from_secs(1));
        assert!(start.elapsed() < Duration::from_secs(10));
        assert_eq!(sentence(outcome), "`sleep 30` was ended after 1 s");
    }

    #[test]
    fn a_failure_is_not_repeated_at_once() {
        let dir = env::temp_dir().join(format!("plan-widgets-test-{}", std::process::id()));
        let note = dir.join("note");
        let fails = || bail!("no network");
        assert_eq!(sentence(attempt_noting(&note, false, fails)), "no network");
        let again = sentence(attempt_noting(&note, false, || Ok(())));
        assert_eq!(again, "no network, 0 min ago; `cargo xtask setup` tries again");
        assert!(attempt_noting(&note, true, || Ok(())).is_ok());
        assert!(!note.exists());
        assert!(attempt_noting(&note, false, || Ok(())).is_ok());
        assert!(fs::remove_dir(&dir).is_ok());
    }
}
