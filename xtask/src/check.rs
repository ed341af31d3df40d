//! `cargo xtask check`: formatting, lints, docs and types.

use std::{collections::BTreeSet, fmt, process::Command};

use anyhow::{Context, Result, ensure};

use crate::{
    build::applications::APPLICATIONS,
    files, output, root, run,
    setup::{self, Need, Npm},
};

/// A check by its name.
pub type Check = (&'static str, fn() -> Result<()>);

/// The error of a check that can't be made here, and why: no failure.
#[derive(Debug)]
pub struct Skipped(pub String);

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Skipped {}

/// Every check, quickest first.
pub const CHECKS: [Check; 10] = [
    ("formatting (cargo fmt)", formatting),
    ("formatting of JavaScript and CSS (prettier)", prettier),
    ("generated files", crate::generate::check),
    ("released names are kept", crate::release::names::check),
    ("prose (textlint)", prose),
    ("dependencies are compiled once", compiled_once),
    ("types (tsc)", types),
    ("lints of JavaScript (eslint)", eslint),
    ("lints (clippy)", lints),
    ("docs (rustdoc)", docs),
];

/// Runs every check, and stops at the first that fails.
///
/// # Errors
/// What that check says.
pub fn check() -> Result<()> {
    for (name, check) in CHECKS {
        println!("{name}");
        check()?;
    }
    Ok(())
}

/// Cargo, at the root.
#[must_use]
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

fn formatting() -> Result<()> {
    run("cargo fmt (`cargo fmt --all` mends it)", cargo().args(["fmt", "--all", "--check"]))
}

fn lints() -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    let host = [
        "clippy",
        "--quiet",
        "--locked",
        "--workspace",
        "--exclude",
        "fuzz",
        "--all-targets",
        "--features",
        "hydrated/server",
    ];
    run("cargo clippy", cargo().args(host).args(deny))?;
    for feature in ["element", "render"] {
        let module =
            ["clippy", "--quiet", "--locked", "--package", "plan-widgets-element", "--features", feature];
        run("cargo clippy", cargo().args(module).args(deny))?;
    }
    for (package, feature) in [("plan-widgets-import", "module"), ("plan-widgets-editor", "page")] {
        let module = ["clippy", "--quiet", "--locked", "--package", package, "--features", feature];
        run("cargo clippy", cargo().args(module).args(deny))?;
    }
    Ok(())
}

fn docs() -> Result<()> {
    let packages =
        ["plan-widgets", "plan-widgets-element", "plan-widgets-import", "plan-widgets-editor", "xtask"]
            .iter()
            .flat_map(|name| ["--package", name]);
    run(
        "cargo doc",
        cargo()
            .env("RUSTDOCFLAGS", "-D warnings")
            .args(["doc", "--quiet", "--locked", "--no-deps"])
            .args(packages)
            .args(["--features", "plan-widgets-element/element"]),
    )
}

/// Whether this tool and the test programs use their common dependencies with the same features.
///
/// # Errors
/// Names the dependencies that differ: they would be compiled twice, with all that uses them.
fn compiled_once() -> Result<()> {
    let tools = features(&["--package", "xtask"])?;
    let mut workspace = vec!["--workspace", "--exclude", "fuzz"];
    workspace.extend(APPLICATIONS.iter().flat_map(|name| ["--exclude", name]));
    let all = features(&workspace)?;
    let other: Vec<_> = tools.difference(&all).cloned().collect();
    ensure!(
        other.is_empty(),
        "The tests ask for other features of: {}. Name them in xtask/Cargo.toml as well.",
        other.join(", ")
    );
    Ok(())
}

/// Each dependency of these packages, with its features.
fn features(packages: &[&str]) -> Result<BTreeSet<String>> {
    let mut tree = cargo();
    tree.args(["tree", "--quiet", "--locked", "--edges", "normal,build", "--prefix", "none"]);
    let said = output("cargo tree", tree.args(["--format", "{p} {f}"]).args(packages))?;
    // `(*)` stands behind what was listed before.
    Ok(String::from_utf8_lossy(&said).lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect())
}

/// Checks types: of the package's declarations as its users get them, and of the JavaScript of elements, command and site.
const TYPED: [&str; 5] = ["tests/types", "src/element/shell", "src/editor", "pkg/cli", "xtask/www"];

fn types() -> Result<()> {
    for project in TYPED {
        let mut tsc = program("tsc")?;
        run(&format!("tsc --project {project}"), tsc.arg("--project").arg(root().join(project)))?;
    }
    Ok(())
}

fn prettier() -> Result<()> {
    let what = "prettier (`cargo xtask format` mends it)";
    run(what, program("prettier")?.args(["--log-level", "warn", "--check", "."]))
}

fn eslint() -> Result<()> {
    let linted = [
        "src/element/shell",
        "src/editor",
        "pkg/cli.js",
        "pkg/cli",
        "pkg/wordpress",
        "www",
        "tests/browser",
        "tests/lighthouse",
        "tests/package",
        "xtask/prose",
    ];
    let mut eslint = program("eslint")?;
    run("eslint", eslint.args(["--config", "xtask/eslint.config.js", "--max-warnings", "0"]).args(linted))
}

/// The texts for users besides the pages of the site: files of the repository, and doc comments of the crate.
const WRITTEN: [&str; 4] = ["README.md", "pkg/README.md", "CONTRIBUTING.md", "SECURITY.md"];

/// Checks our words, the length of sentences, and how Chinese is set: `xtask/prose`.
fn prose() -> Result<()> {
    let of = |folder: &str, ends: &[&str]| -> Result<Vec<String>> {
        let paths =
            files(&root().join(folder))?.into_iter().map(|path| path.to_string_lossy().replace('\\', "/"));
        let wanted =
            paths.filter(|path| !path.starts_with('_') && ends.iter().any(|end| path.ends_with(end)));
        Ok(wanted.map(|path| format!("{folder}/{path}")).collect())
    };
    let mut paths: Vec<String> = WRITTEN.map(Into::into).into();
    paths.extend(of("www", &[".md", ".html", ".njk"])?);
    paths.extend(of("src", &[".rs"])?);
    let mut node = Command::new(npm()?.node);
    run("xtask/prose", node.current_dir(root()).arg("xtask/prose/check.mjs").args(paths))
}

/// Formats everything that [`CHECKS`] want formatted.
///
/// # Errors
/// When a formatter fails.
pub fn format() -> Result<()> {
    run("cargo fmt", cargo().args(["fmt", "--all"]))?;
    run("prettier", program("prettier")?.args(["--log-level", "warn", "--write", "."]))
}

/// One of npm's programs, at the root.
fn program(name: &str) -> Result<Command> {
    let mut command = Command::new(npm()?.bin(name));
    command.current_dir(root());
    Ok(command)
}

fn npm() -> Result<Npm> {
    let tools = setup::ensure(&root(), &[Need::Npm], false)?;
    tools.npm.context("npm's tools are missing: run `cargo xtask setup`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{target, write};

    /// What the check of prose says of a page, by the lines that it names.
    fn faults(path: &str, text: &str) -> Result<Vec<String>> {
        let folder = target().join("test/prose");
        write(&folder.join(path), text)?;
        let mut node = Command::new(npm()?.node);
        let said = node.current_dir(&folder).arg(root().join("xtask/prose/check.mjs")).arg(path).output()?;
        let lines = String::from_utf8_lossy(&said.stdout).into_owned();
        let lines: Vec<String> =
            lines.lines().filter_map(|line| line.strip_prefix(path)).map(Into::into).collect();
        ensure!(said.status.success() == lines.is_empty(), "{}", String::from_utf8_lossy(&said.stderr));
        Ok(lines)
    }

    #[test]
    fn prose_is_held_to_our_style() -> Result<()> {
        let long = "word ".repeat(41);
        let cases = [
            ("www/en/a.md", "One.\n\nThey are parted by spaces.\n", 3, "parted by"),
            (
                "www/en/b.html",
                "---\ntitle: x\n---\n<p>A</p>\n<p>Readers are <em>told</em> why.</p>\n",
                5,
                "are told",
            ),
            ("www/en/c.html", "---\ndescription: 'It is told.'\n---\n<p>A</p>\n", 2, "is told"),
            ("d.md", &format!("# A\n\n- {long}\n"), 3, "41 words"),
            ("e.rs", "fn a() {}\n/// The same, likewise.\nfn b() {}\n", 2, "likewise"),
            ("www/f.md", "# 甲\n\n请您点开。\n", 3, "您"),
            ("www/g.html", "<p>甲</p>\n<p>打开,再关上。</p>\n", 2, "开,"),
            ("www/h.md", "用Rust写成。\n", 1, "用R"),
            ("www/i.md", "它叫\"甲\"。\n", 1, "叫\""),
        ];
        for (path, text, line, what) in cases {
            let found = faults(path, text)?;
            let start = format!(":{line}: ");
            ensure!(
                found.iter().any(|fault| fault.starts_with(&start) && fault.contains(what)),
                "{path} has {what} in line {line}: {found:?}"
            );
        }
        // What no reader reads as prose, and what is as it should be.
        for (path, text) in [
            ("www/en/k.md", "Write `parted by` so.\n\n```sh\nlikewise\n```\n\n<!-- told by -->\n"),
            ("www/en/l.html", "<p>See <code>likewise</code>.</p><pre>are told</pre>\n"),
            ("m.rs", "// likewise, a comment of the code\nfn likewise() {}\n"),
            ("www/n.md", "用 Rust 写成，你可以点开“甲”（`a,b`）。\n"),
        ] {
            let found = faults(path, text)?;
            ensure!(found.is_empty(), "{path}: {found:?}");
        }
        Ok(())
    }
}
