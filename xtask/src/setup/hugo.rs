//! Hugo, which builds one of the publishers' sites of the package's tests.

use std::path::{Path, PathBuf};

use super::{
    Say,
    apt::{self, Apt},
    process::{answer, numbers, version, which},
};

/// The oldest that reads `hugo.toml`.
const OLDEST: [u32; 2] = [0, 110];

/// Hugo, found or installed.
///
/// # Errors
/// A sentence with the remedy.
pub fn find(say: Say, apt: &mut Apt) -> Result<PathBuf, String> {
    let mut found = look();
    let mut why = String::new();
    let absent = found.is_none();
    if absent && apt::is_here() {
        match apt.install(say, "hugo", &["hugo"]) {
            Ok(()) => found = look(),
            Err(error) => why = format!(" ({error:#})"),
        }
    }
    let sentence = match found {
        Some((hugo, version)) if is_new_enough(&version) => {
            say.found_or_installed(absent, "hugo", &format!("{version}, {}", hugo.display()));
            return Ok(hugo);
        }
        Some((hugo, version)) => format!(
            "{} is {version}, and {}.{} or newer is needed: install it from https://gohugo.io/installation/.",
            hugo.display(),
            OLDEST[0],
            OLDEST[1]
        ),
        None => format!(
            "Hugo was not found{why}: {}.",
            apt::remedy(&["hugo"], "install it from https://gohugo.io/installation/")
        ),
    };
    say.missing("hugo", &sentence);
    Err(sentence)
}

fn look() -> Option<(PathBuf, String)> {
    let hugo = which(&["hugo"])?;
    let text = answer(Path::new(&hugo), &["version"]).unwrap_or_default();
    Some((hugo, version(&text).unwrap_or_default().to_owned()))
}

fn is_new_enough(version: &str) -> bool {
    numbers(version).get(..2).is_some_and(|found| found >= &OLDEST[..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hugo_versions() {
        let said =
            "hugo v0.111.3+extended linux/amd64 BuildDate=2023-03-16T08:41:31Z VendorInfo=debian:0.111.3-1";
        assert_eq!(version(said).map(is_new_enough), Some(true));
        for (version, expected) in [("0.110.0", true), ("1.0.0", true), ("0.92.2", false), ("", false)] {
            assert_eq!(is_new_enough(version), expected, "{version}");
        }
    }
}
