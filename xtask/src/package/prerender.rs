//! Sites of publishers with the static part in their pages: `tests/package/prerender`, each built by what its guide says.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::project;
use crate::{
    check::Skipped,
    output, read, root, run,
    setup::{self, Need},
    target, write,
};

/// The guides, which the site shows.
const GUIDES: [&str; 2] = ["guide.zh.html", "guide.en.html"];

/// Each site, and the files that its guide gives.
const SITES: [(&str, &[&str]); 3] = [
    (
        "hugo",
        &["hugo.toml", "prerender.mjs", "layouts/shortcodes/plan.html", "content/article.md", "package.json"],
    ),
    ("eleventy", &["eleventy.config.js", "article.md"]),
    ("shell", &["prerender.sh"]),
];

/// What a guide tells the reader to copy is what the sites are built from.
///
/// # Errors
/// Names the block that differs, or that a guide lacks.
pub fn guides() -> Result<()> {
    let folder = root().join("tests/package/prerender");
    for guide in GUIDES {
        let text = read(&folder.join(guide))?;
        for (site, files) in SITES {
            let section =
                text.split("<section").find(|section| section.starts_with(&format!(" id=\"{site}\"")));
            let section = section.with_context(|| format!("{guide} has no section {site}"))?;
            let blocks = blocks(section)?;
            for (label, block) in &blocks {
                ensure!(files.contains(&label.as_str()), "{guide}: {site} has no file {label}");
                let file = read(&folder.join(site).join(label))?;
                // Of what a site has already, a guide gives what is to be added.
                let part = ["toml", "md", "json"].iter().any(|kind| label.ends_with(kind));
                ensure!(
                    if part { file.contains(block) } else { file.trim_end() == block },
                    "{guide}: {label} is not as in tests/package/prerender/{site}"
                );
            }
            for file in files {
                ensure!(blocks.iter().any(|(label, _)| label == file), "{guide}: {site} lacks {file}");
            }
        }
    }
    Ok(())
}

/// What is to be copied, each with its label.
fn blocks(html: &str) -> Result<Vec<(String, String)>> {
    html.split("<pre").skip(1).map(|rest| block(rest).context("a <pre> without a label or an end")).collect()
}

fn block(html: &str) -> Option<(String, String)> {
    let (label, rest) = html.split_once("aria-label=\"")?.1.split_once("\"><code>")?;
    let (code, _) = rest.split_once("</code></pre>")?;
    Some((label.to_owned(), code.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")))
}

/// # Errors
/// What fails; [`Skipped`] where Hugo can't be had.
pub fn hugo() -> Result<()> {
    let tools = setup::ensure(&root(), &[Need::Hugo], false)?;
    if tools.hugo.is_none() {
        bail!(Skipped(tools.missing.join(" ")));
    }
    build("hugo", &[])?;
    // What can't be rendered fails the build, and is named.
    let article = site("hugo").join("content/wrong.md");
    std::fs::write(&article, "---\ntitle: x\n---\n{{< plan widget=\"timeline\" topic=\"enrgy\" >}}\n")?;
    let output =
        Command::new(super::tools()?.node).current_dir(site("hugo")).arg("prerender.mjs").output()?;
    std::fs::remove_file(&article)?;
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(error.starts_with("content/wrong.md: ") && error.contains("\"energy\""), "{error}");
    Ok(())
}

/// # Errors
/// What fails.
pub fn eleventy() -> Result<()> {
    build("eleventy", &["--", "--quiet", "--pathprefix=/projects/prerender/eleventy/_site/"])
}

/// # Errors
/// What fails.
pub fn shell() -> Result<()> {
    build("shell", &[])?;
    build("shell", &[])?; // the next morning
    let site = site("shell");
    let mut render = Command::new("npx");
    render.current_dir(&site).args(["plan-widgets", "render", "timeline", "--topic", "transport"]);
    let part = String::from_utf8(output("plan-widgets render", &mut render)?)?;
    let page = [read(&site.join("top.html"))?, part, read(&site.join("bottom.html"))?];
    write(&site.join("plain.html"), page.concat())
}

fn site(name: &str) -> PathBuf {
    project().join("prerender").join(name)
}

/// Installs the package as a publisher does, and runs the site's build.
fn build(name: &str, arguments: &[&str]) -> Result<()> {
    let site = site(name);
    if !site.join("node_modules").exists() {
        let mut npm = setup::npm("install")?;
        npm.current_dir(&site)
            .args(["--no-package-lock", "--no-save"])
            .arg(target().join("plan-widgets.tgz"));
        output("npm install", &mut npm)?;
    }
    let about: Value = serde_json::from_str(&read(&site.join("package.json"))?)?;
    let command = about["scripts"]["build"].as_str().unwrap_or_default();
    run(command, Command::new("npm").current_dir(&site).args(["run", "--silent", "build"]).args(arguments))
}
