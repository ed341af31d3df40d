//! `cargo xtask test --fresh`: everything, in a copy of the checkout where nothing is left of earlier runs.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, exit},
};

use anyhow::{Context, Result};

use crate::{check::cargo, output, root};

/// The caches of npm, pip and tools, each with the variable that names its folder.
const CACHES: [(&str, &str); 3] =
    [("npm_config_cache", "npm"), ("PIP_CACHE_DIR", "pip"), ("XDG_CACHE_HOME", "tools")];

/// Tests a copy of the files that git knows or would add, with empty caches and nothing compiled. What apt and rustup
/// have installed stays, and so do cargo's downloads.
///
/// # Errors
/// When it can't be copied. Ends the process as the run in the copy did.
pub fn fresh() -> Result<()> {
    let folder = env::temp_dir().join(format!("plan-widgets-fresh-{}", std::process::id()));
    let checkout = folder.join("checkout");
    copy(&checkout)?;
    let mut test = cargo();
    test.current_dir(&checkout).args(["xtask", "test"]);
    for built in ["CARGO_TARGET_DIR", "CARGO_BUILD_BUILD_DIR"] {
        test.env_remove(built);
    }
    test.envs(CACHES.map(|(variable, name)| (variable, folder.join("caches").join(name))));
    let status = test.status().context("cargo could not be started");
    fs::remove_dir_all(&folder).with_context(|| format!("{} can't be removed", folder.display()))?;
    exit(status?.code().unwrap_or(1))
}

fn copy(to: &Path) -> Result<()> {
    let mut git = Command::new("git");
    git.current_dir(root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let list = String::from_utf8(output("git ls-files", &mut git)?).context("a file's name is not UTF-8")?;
    for path in list.split('\0').filter(|path| !path.is_empty()).map(PathBuf::from) {
        let (from, to) = (root().join(&path), to.join(&path));
        // What is deleted and not yet committed is listed as well.
        if !from.exists() {
            continue;
        }
        fs::create_dir_all(to.parent().context("a file has no folder")?)?;
        fs::copy(&from, &to).with_context(|| format!("{} can't be copied", from.display()))?;
    }
    Ok(())
}
