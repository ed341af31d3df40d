//! Debian packages: installed where that needs no password, otherwise the command to type.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use super::Say;
use super::process::{answer, attempt, run, succeeds, which};

/// Seconds for the package lists, and for one installation of up to some 400 MB.
const UPDATE: u32 = 180;
const INSTALL: u32 = 900;

/// apt-get, with the lists fetched at most once per run.
#[derive(Default)]
pub struct Apt {
    lists: Lists,
}

#[derive(Clone, Copy, Default)]
enum Lists {
    #[default]
    Old,
    Fresh,
    Unreachable,
}

impl Apt {
    /// Installs `packages`, a few hundred MB at most, with apt's own progress in view.
    ///
    /// # Errors
    /// When apt-get is not here, may not be used, or fails.
    pub fn install(&mut self, say: Say, what: &str, packages: &[&str]) -> Result<()> {
        let Some(user) = user() else { bail!("installing it takes root") };
        attempt(say, &format!("apt-{what}"), || {
            self.update(say, what, user)?;
            let list = packages.join(" ");
            say.runs(what, &format!("apt-get install {list}"), "some minutes, at most 15");
            apt_get(user, INSTALL, &[&["install", "-y", "--no-install-recommends"], packages].concat())
        })
    }

    /// Fetches `packages` into a folder, and installs nothing.
    ///
    /// # Errors
    /// When apt-get is not here, or fails.
    pub fn download(&mut self, say: Say, what: &str, packages: &[&str], folder: &Path) -> Result<()> {
        attempt(say, &format!("apt-download-{what}"), || {
            if let Some(user) = user() {
                self.update(say, what, user)?;
            }
            let label = format!("apt-get download {}", packages.join(" "));
            say.runs(what, &label, "seconds, at most 3 minutes");
            let mut command = Command::new("apt-get");
            command.current_dir(folder).args(["-q", "download"]).args(packages);
            run(&label, &mut command, Duration::from_secs(u64::from(UPDATE)))
        })
    }

    fn update(&mut self, say: Say, what: &str, user: User) -> Result<()> {
        match self.lists {
            Lists::Fresh => return Ok(()),
            Lists::Unreachable => bail!("`apt-get update` failed"),
            Lists::Old => say.runs(what, "apt-get update", "seconds, at most 3 minutes"),
        }
        let outcome = apt_get(user, UPDATE, &["update"]);
        self.lists = if outcome.is_ok() { Lists::Fresh } else { Lists::Unreachable };
        outcome
    }
}

/// Whether this system has apt-get.
pub fn is_here() -> bool {
    which(&["apt-get"]).is_some()
}

/// Who may install.
#[derive(Clone, Copy, PartialEq)]
enum User {
    Root,
    Sudo,
}

fn user() -> Option<User> {
    if !is_here() {
        return None;
    }
    if is_root() {
        return Some(User::Root);
    }
    succeeds(Path::new("sudo"), &["-n", "true"]).then_some(User::Sudo)
}

fn is_root() -> bool {
    answer(Path::new("id"), &["-u"]).is_some_and(|id| id == "0")
}

fn apt_get(user: User, seconds: u32, args: &[&str]) -> Result<()> {
    let mut command = match user {
        User::Root => Command::new("env"),
        User::Sudo => Command::new("sudo"),
    };
    if user == User::Sudo {
        command.args(["-n", "env"]);
    }
    // `timeout` because a process behind sudo can't be killed from here, `--foreground` so that
    // Ctrl-C reaches apt-get. Another installation's lock is waited for, a silent server is not.
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "timeout", "--foreground", "--kill-after=20"])
        .arg(seconds.to_string())
        .args(["apt-get", "-q", "-o", "DPkg::Lock::Timeout=60"])
        .args(["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"])
        .args(args);
    let ours = Duration::from_secs(u64::from(seconds) + 30);
    run(&format!("apt-get {}", args.first().unwrap_or(&"")), &mut command, ours)
}

/// What a person types to get `packages`, or `elsewhere` where there is no apt-get.
pub fn remedy(packages: &[&str], elsewhere: &str) -> String {
    if is_here() { typed(is_root(), packages) } else { elsewhere.to_owned() }
}

fn typed(root: bool, packages: &[&str]) -> String {
    let apt_get = if root { "apt-get" } else { "sudo apt-get" };
    let list = packages.join(" ");
    format!("type `{apt_get} update && {apt_get} install --no-install-recommends {list}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remedy_can_be_typed() {
        for (root, expected) in [
            (true, "type `apt-get update && apt-get install --no-install-recommends xvfb`"),
            (false, "type `sudo apt-get update && sudo apt-get install --no-install-recommends xvfb`"),
        ] {
            assert_eq!(typed(root, &["xvfb"]), expected);
        }
    }
}
