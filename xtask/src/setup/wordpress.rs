//! WordPress as Debian packs it, with PHP and a MariaDB to run beside it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::Say;
use super::apt::{self, Apt};
use super::process::{cache, is_program, succeeds, which};

/// What runs it. The database's program alone: the package around it would start one for the whole system.
const PACKAGES: [&str; 5] = ["php-cli", "php-mbstring", "php-mysql", "php-xml", "mariadb-server-core"];

/// Fetched and not installed, for they bring a web server.
const UNPACKED: [&str; 2] = ["wordpress", "wordpress-theme-twentytwentythree"];

/// A WordPress that tests can unpack and run.
pub struct WordPress {
    /// Its Debian packages.
    pub packages: Vec<PathBuf>,
    /// PHP's command.
    pub php: PathBuf,
    /// The database's program.
    pub mariadbd: PathBuf,
}

/// WordPress, found or installed.
///
/// # Errors
/// A sentence with the remedy.
pub fn find(say: Say, apt: &mut Apt) -> Result<WordPress, String> {
    let found = look();
    let absent = found.is_none();
    let mut why = String::new();
    let found = found.or_else(|| {
        let installed = apt.install(say, "wordpress", &PACKAGES).and_then(|()| {
            let folder = folder();
            fs::create_dir_all(&folder).with_context(|| format!("{} can't be written", folder.display()))?;
            apt.download(say, "wordpress", &UNPACKED, &folder)
        });
        why = installed.err().map(|error| format!(" ({error:#})")).unwrap_or_default();
        look()
    });
    if let Some(wordpress) = found {
        say.found_or_installed(absent, "wordpress", &wordpress.packages[0].display().to_string());
        return Ok(wordpress);
    }
    let remedy = apt::remedy(&PACKAGES, "run the tests in a Debian container");
    let sentence = format!("WordPress with PHP and MariaDB was not found{why}: {remedy}.");
    say.missing("wordpress", &sentence);
    Err(sentence)
}

fn look() -> Option<WordPress> {
    let php = which(&["php"])?;
    let extensions =
        "exit((int) in_array(false, array_map('extension_loaded', ['mbstring', 'mysqli', 'xml'])));";
    if !succeeds(&php, &["-r", extensions]) {
        return None;
    }
    // Not on everyone's PATH.
    let server = PathBuf::from("/usr/sbin/mariadbd");
    let mariadbd = which(&["mariadbd"]).or_else(|| is_program(&server).then_some(server))?;
    let packages = UNPACKED.iter().map(|name| newest(&folder(), name)).collect::<Option<_>>()?;
    Some(WordPress { packages, php, mariadbd })
}

fn folder() -> PathBuf {
    cache().join("wordpress")
}

/// A package's file, the one fetched last: `wordpress_6.1.9+dfsg1-0+deb12u1_all.deb`.
fn newest(folder: &Path, package: &str) -> Option<PathBuf> {
    let is_its = |file: &PathBuf| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(package).is_some_and(|rest| rest.starts_with('_') && rest.ends_with(".deb"))
    };
    let files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(is_its);
    files.max_by_key(|file| fs::metadata(file).and_then(|about| about.modified()).ok())
}
