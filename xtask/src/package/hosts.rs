//! Frameworks that need other versions than the projects of `tests/package`: `tests/package/hosts`, with a lock file of its
//! own. Their packages, of some 540 MB, stay in `target/projects/hosts`.

use std::{fs, path::PathBuf, process::Command, thread};

use anyhow::{Result, anyhow, ensure};

use super::{
    fixtures::{WHOLE, each_once},
    installed, project,
};
use crate::{files, output, read, root, setup, write};

/// What each builds by, and where its pages are then.
const BUILDS: [(&str, &[&str], &str); 4] = [
    ("nuxt", &["nuxt", "generate"], "nuxt/.output/public"),
    ("sveltekit", &["vite", "build", "--logLevel", "error"], "sveltekit/build"),
    ("angular", &["build.mjs"], "angular/dist"),
    ("astro", &["astro", "build", "--silent"], "astro/dist"),
];

/// Those whose pages have the timeline's items before any script runs.
const RENDERED: [&str; 3] = ["nuxt", "sveltekit", "astro"];

/// What pages without a build load, and where the pages have it.
const SCRIPTS: [(&str, &str); 4] = [
    ("@hotwired/turbo/dist/turbo.es2017-esm.js", "turbo.js"),
    ("htmx.org/dist/htmx.min.js", "htmx.js"),
    ("htmx2/dist/htmx.min.js", "htmx2.js"),
    ("alpinejs/dist/cdn.min.js", "alpine.js"),
];

/// # Errors
/// When a package can't be had, or a project isn't built.
pub(super) fn built() -> Result<()> {
    install()?;
    // Each waits for its disk and itself for half of the time: two beside each other.
    let (first, second) = BUILDS.split_at(2);
    let results = thread::scope(|scope| {
        let both = [first, second].map(|some| scope.spawn(|| some.iter().try_for_each(build)));
        both.map(|one| one.join().unwrap_or_else(|_| Err(anyhow!("a build panicked"))))
    });
    results.into_iter().collect::<Result<()>>()?;
    for (name, _, built) in BUILDS {
        let built = folder().join(built);
        each_once(&built, &WHOLE)?;
        let page = read(&built.join("index.html"))?;
        ensure!(
            page.contains("<li part=\"item\"") == RENDERED.contains(&name),
            "{name} sends other items than it should: {page}"
        );
        ensure!(!page.contains(".json\""), "{name} has every page fetch all files of the plan: {page}");
    }
    Ok(())
}

/// The pages without a build, with what they load beside them.
pub(super) fn pages() -> Result<()> {
    install()?;
    for (from, to) in SCRIPTS {
        write(&folder().join("js").join(to), fs::read(modules().join(from))?)?;
    }
    // The same pages with the version before, which has another way of going back.
    for path in files(&folder().join("htmx"))? {
        let page = read(&folder().join("htmx").join(&path))?;
        write(&folder().join("htmx2").join(&path), page.replace("js/htmx.js", "js/htmx2.js"))?;
    }
    let from = installed().join("dist");
    for path in files(&from)? {
        write(&folder().join("plan-widgets/dist").join(&path), fs::read(from.join(&path))?)?;
    }
    Ok(())
}

fn build((name, command, _): &(&str, &[&str], &str)) -> Result<()> {
    let mut build = match command[0].strip_suffix(".mjs") {
        Some(_) => Command::new("node"),
        None => Command::new(setup::bin(&modules(), command[0])),
    };
    let arguments = if command[0].ends_with(".mjs") { *command } else { &command[1..] };
    build.current_dir(folder().join(name)).args(arguments).env("CI", "1");
    build.env("ASTRO_TELEMETRY_DISABLED", "1").env("NUXT_TELEMETRY_DISABLED", "1");
    output(name, &mut build).map(drop)
}

/// Installs what the lock file says, unless it is there, and the package beside it, as it was installed from its tarball.
fn install() -> Result<()> {
    let lock = fs::read(root().join("tests/package/hosts/package-lock.json"))?;
    let mark = modules().join(".installed-lock.json");
    if fs::read(&mark).ok().as_ref() != Some(&lock) {
        output("npm ci", setup::npm("ci")?.current_dir(folder()))?;
        write(&mark, lock)?;
    }
    let to = modules().join("plan-widgets");
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    for path in files(&installed())? {
        write(&to.join(&path), fs::read(installed().join(&path))?)?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    project().join("hosts")
}

fn modules() -> PathBuf {
    folder().join("node_modules")
}
