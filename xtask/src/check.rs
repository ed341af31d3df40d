//! `cargo xtask check`: formatting, lints, docs and types.

use std::{collections::BTreeSet, fmt, process::Command};

use anyhow::{Result, ensure};

use crate::{
    build::applications::APPLICATIONS,
    output, root, run,
    setup::{self, Need},
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
pub const CHECKS: [Check; 9] = [
    ("formatting (cargo fmt)", formatting),
    ("formatting of JavaScript and CSS (prettier)", prettier),
    ("generated files", crate::generate::check),
    ("released names are kept", crate::release::names::check),
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

/// Whether this tool and the test programs ask the same features of what they share.
///
/// # Errors
/// Names what they ask differently: it would be compiled twice, with all that uses it.
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

/// What has types: the package's declarations as its users meet them, and the JavaScript of elements, command and site.
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
        "tests/package",
    ];
    let mut eslint = program("eslint")?;
    run("eslint", eslint.args(["--config", "xtask/eslint.config.js", "--max-warnings", "0"]).args(linted))
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
    let tools = setup::ensure(&root(), &[Need::Npm], false)?;
    let Some(npm) = tools.npm else { anyhow::bail!("npm's tools are missing: run `cargo xtask setup`") };
    let mut command = Command::new(npm.bin(name));
    command.current_dir(root());
    Ok(command)
}
