//! `cargo xtask release VERSION`: everything that a person then publishes, in `target/release-VERSION`.
//!
//! Nothing leaves the machine. With `--draft` it is made of what is there, to be tried: a changed working tree,
//! placeholders in `Cargo.toml`, and changes without a version in the changelog are said, not refused.

pub mod names;
pub mod notices;
mod sbom;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};
use zip::{DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{files, generate::VERSION, output, pack, read, root, run, setup, target, write};

/// What an address has that nobody has set yet.
const PLACEHOLDER: &str = "example.org";

/// Makes a release.
///
/// # Errors
/// What isn't ready, with what to do; or what fails.
pub fn release(version: &str, draft: bool) -> Result<()> {
    let open = unready(version)?;
    if !open.is_empty() {
        let list = open.iter().map(|each| format!("- {each}")).collect::<Vec<_>>().join("\n");
        ensure!(
            draft,
            "not ready to release:\n{list}\nTo try it all the same: `cargo xtask release {version} --draft`."
        );
        println!("A draft, for:\n{list}");
    }
    let to = target().join(format!("release-{version}"));
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    fs::create_dir_all(&to)?;
    if !draft {
        names::keep()?;
    }
    let [tarball, package] = pack::pack()?;
    fs::copy(tarball, to.join(format!("plan-widgets-{version}.tgz")))?;
    fs::copy(package, to.join(format!("plan-widgets-{version}.crate")))?;
    // Both registries are asked whether they would take it; a draft has nothing that they could.
    let mut npm = setup::npm("publish")?;
    npm.current_dir(root().join("pkg")).args(["--dry-run", "--provenance=false"]);
    run("npm publish --dry-run", &mut npm)?;
    pack::publishable()?;
    let site = target().join("www");
    zipped(&to.join(format!("plan-widgets-{version}-site.zip")), &site, |_| true)?;
    // For people without a terminal: what goes onto a server, pages for frames included.
    zipped(&to.join(format!("plan-widgets-{version}-dist.zip")), &site, shipped)?;
    write(&to.join("sbom.cdx.json"), sbom::cyclonedx(version)?)?;
    write(&to.join("NOTICES.txt"), notices::text()?)?;
    write(&to.join("NOTES.md"), notes(version)?)?;
    write(&to.join("SHA256SUMS"), sums(&to)?)?;
    println!("Made {}:", to.display());
    for path in files(&to)? {
        println!("{:>12}  {}", fs::metadata(to.join(&path))?.len(), path.display());
    }
    println!(
        "To publish it: `npm publish plan-widgets-{version}.tgz --provenance --access public`, `cargo publish -p plan-widgets`, \
         a tag v{version} with NOTES.md and these files, and the site on its host."
    );
    Ok(())
}

/// Whether a file of the site is for others' servers: the package, and the pages for frames in each language.
fn shipped(path: &Path) -> bool {
    path.starts_with("dist") || path.iter().take(2).any(|folder| folder == "embed")
}

/// What a release of that version still lacks.
fn unready(version: &str) -> Result<Vec<String>> {
    let mut open = Vec::new();
    if version != VERSION {
        bail!("this is version {VERSION}: set {version} in Cargo.toml and pkg/package.json, then repeat");
    }
    for (name, value) in [
        ("repository", env!("CARGO_PKG_REPOSITORY")),
        ("homepage", env!("CARGO_PKG_HOMEPAGE")),
        ("authors", env!("CARGO_PKG_AUTHORS")),
    ] {
        if value.is_empty() || value.contains(PLACEHOLDER) {
            open.push(format!(
                "Cargo.toml has a placeholder for `{name}` (\"{value}\"); pkg/package.json has the same"
            ));
        }
    }
    if section(&read(&root().join("CHANGELOG.md"))?, version).is_none() {
        open.push(format!(
            "CHANGELOG.md has no `## {version}`: name the section `## Unreleased` so, with the date"
        ));
    }
    let status =
        output("git status", Command::new("git").current_dir(root()).args(["status", "--porcelain"]))?;
    if !status.is_empty() {
        open.push("the working tree has changes: commit them".into());
    }
    Ok(open)
}

/// What the changelog says of a version.
fn section<'a>(changelog: &'a str, version: &str) -> Option<&'a str> {
    let begins = |line: &str| line.strip_prefix("## ").is_some_and(|title| title.starts_with(version));
    let start = changelog.lines().position(begins)?;
    let text = changelog.split_inclusive('\n').skip(start + 1);
    let length: usize = text.take_while(|line| !line.starts_with("## ")).map(str::len).sum();
    let before: usize = changelog.split_inclusive('\n').take(start + 1).map(str::len).sum();
    changelog.get(before..before + length)
}

/// The release's notes: the changelog's section, and how to check what was downloaded.
fn notes(version: &str) -> Result<String> {
    let changelog = read(&root().join("CHANGELOG.md"))?;
    let changes = section(&changelog, version).or_else(|| section(&changelog, "Unreleased"));
    let changes = changes.context("CHANGELOG.md says nothing of this version")?;
    Ok(format!(
        "# plan-widgets {version}\n\n{}\n\n## Check what you have downloaded\n\n`sha256sum --check SHA256SUMS --ignore-missing`\n",
        changes.trim()
    ))
}

/// A line for each file, as `sha256sum` reads them.
fn sums(folder: &Path) -> Result<String> {
    let line = |path: PathBuf| -> Result<String> {
        let hash = Sha256::digest(fs::read(folder.join(&path))?);
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(format!("{hash}  {}\n", path.display()))
    };
    files(folder)?.into_iter().map(line).collect()
}

/// Writes a ZIP of the files of a folder that are wanted: the same bytes from the same files.
fn zipped(to: &Path, folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    let mut zip = ZipWriter::new(fs::File::create(to)?);
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for path in files(folder)?.into_iter().filter(|path| wanted(path)) {
        zip.start_file(path.to_string_lossy().replace('\\', "/"), options)?;
        zip.write_all(&fs::read(folder.join(path))?)?;
    }
    zip.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{section, shipped};

    #[test]
    fn pages_for_frames_are_shipped_in_each_language() {
        for path in ["dist/timeline.js", "embed/goal/a/index.html", "en/embed/deck/index.html"] {
            assert!(shipped(Path::new(path)), "{path}");
        }
        for path in ["index.html", "en/embedding/index.html", "embedding/builder.js", "school/plan.json"] {
            assert!(!shipped(Path::new(path)), "{path}");
        }
    }

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let changelog = "# Changelog\n\n## Unreleased\n\n- new\n\n## 0.2.0 (2026-11-30)\n\n### Added\n- a\n\n## 0.1.0\n- b\n";
        assert_eq!(section(changelog, "0.2.0"), Some("\n### Added\n- a\n\n"));
        assert_eq!(section(changelog, "Unreleased"), Some("\n- new\n\n"));
        assert_eq!(section(changelog, "0.1.0"), Some("- b\n"));
        assert_eq!(section(changelog, "0.3.0"), None);
    }
}
