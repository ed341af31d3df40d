//! Other runtimes that the server entry works in. Their packages, of some 140 MB, stay in `target/runtimes`.

use std::{fs, process::Command};

use anyhow::Result;

use super::{project, tools};
use crate::{
    output, root, run,
    setup::{self, Npm},
    target, write,
};

/// # Errors
/// When their packages can't be had, or one says something else than Node.js.
pub fn runtimes() -> Result<()> {
    let folder = target().join("runtimes");
    let lock = fs::read(root().join("tests/package/runtimes/package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).ok().as_ref() != Some(&lock) {
        for name in ["package.json", "package-lock.json"] {
            write(&folder.join(name), fs::read(root().join("tests/package/runtimes").join(name))?)?;
        }
        output("npm ci", setup::npm("ci")?.current_dir(&folder))?;
        write(&installed, lock)?;
    }
    let Npm { node, .. } = tools()?;
    let mut compare = Command::new(node);
    compare.current_dir(project()).args(["--no-warnings", "runtimes.mjs"]).arg(folder.join("node_modules"));
    run("runtimes.mjs", &mut compare)
}
