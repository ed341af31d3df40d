//! `cargo xtask test [PART …]`: every check there is, how many passed, and where the time went.
//!
//! A run of everything has two lanes. In front: the build, the package, the browsers. In the background, with what
//! they leave of the processor: lints, docs, the host's tests, sizes, stress. The background lane is this program again, with the
//! names of its parts; what it prints is shown when it has ended.

mod fresh;
mod lane;
mod report;

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    build::{self, applications::APPLICATIONS},
    check, fuzz, lighthouse, pack, package, root,
    setup::{self, Need, WasmKind},
    size, target, verify,
};
use lane::Lane;
use report::Report;

/// Names the text of the plan that the model cites; without it the wording is not compared.
const SOURCE: &str = "PLAN_SOURCE";

/// Long enough to reach every field's reading from the seeds, many times over.
const FUZZ_SECONDS: u32 = 20;

/// Some dozens of chance shapes.
const STRESS_SECONDS: u32 = 15;

/// The parts, each with what it holds. Words behind them choose among the tests of `package` and the last two by their
/// names.
const PARTS: [(&str, &str); 7] = [
    ("check", "formatting, generated files, types, lints, docs"),
    ("host", "what needs no browser: model, views, markup, hostile models, the plan's wording"),
    ("build", "bytes, an ordinary toolchain, publishing, the same bytes again"),
    ("package", "the npm package in Node.js, in other runtimes and in projects of others"),
    ("stress", "much, odd and hostile input: time in proportion, limits, all or nothing"),
    ("browser", "the widgets and the site in Chromium, Firefox and WebKit"),
    ("wordpress", "what is left of our snippets in WordPress"),
];

/// Programs whose arguments and output are those of `cargo test`.
const PROGRAMS: [&str; 2] = ["browser-tests", "wordpress-tests"];

/// Tests whose names contain one of these open what the part `package` builds.
const PROJECTS: [&str; 2] = ["::fixtures::", "::prerendered::"];

/// Runs everything, or the parts named first, separated by commas; further words choose among the tests of `package`,
/// `browser` and `wordpress`.
///
/// # Errors
/// When a name is unknown. Ends the process where a check has failed.
pub fn test(arguments: &[&str]) -> Result<()> {
    match arguments {
        [] => everything(),
        ["--fresh"] => fresh::fresh(),
        [parts, words @ ..] => {
            let parts: Vec<_> = parts.split(',').collect();
            if let Some(unknown) = parts.iter().find(|part| !PARTS.iter().any(|(name, _)| name == *part)) {
                let known = PARTS.map(|(name, about)| format!("  {name:<10} {about}\n")).concat();
                bail!("There is no part `{unknown}`. Those there are:\n\n{known}");
            }
            some(&parts, words)
        }
    }
}

/// Runs the browser tests with these words in their names, and has them take pictures.
///
/// # Errors
/// When the build fails. Ends the process where a test has failed.
pub fn pictures(words: &[&str]) -> Result<()> {
    let words = if words.is_empty() { &["::pictures"] } else { words };
    let mut report = Report::new();
    if built(&mut report).is_some() {
        lane::compile(&PROGRAMS[..1])?;
        if opens_projects(words)? {
            packaged(&mut report, &[]);
        }
        report.part("browser");
        report.suite("browser tests", program(PROGRAMS[0]).args(words).env("PLAN_PICTURES", "1"));
        println!("The pictures are in {}.", target().join("screenshots").display());
    }
    report.close()
}

/// Goes through much, odd and hostile input; of chance shapes for so many seconds, and as many of the fuzzer.
///
/// # Errors
/// When the build fails. Ends the process where a test has failed.
pub fn stress(seconds: u32) -> Result<()> {
    let mut report = Report::new();
    if built(&mut report).is_some() {
        report.step(package::INSTALLS.0, package::INSTALLS.1);
        stressed(&mut report, seconds);
        report.step("hostile models (libFuzzer)", || fuzz::fuzz(seconds));
        lane::compile(&PROGRAMS[..1])?;
        report.suite("a page for weeks", program(PROGRAMS[0]).arg("soak").env("PLAN_STRESS", "1"));
    }
    report.close()
}

fn everything() -> Result<()> {
    let mut report = Report::new();
    report.print_last(&PARTS.map(|(name, _)| name));
    // What needs only cargo begins while the rest is installed.
    let background = Lane::start(&PROGRAMS);
    // First, so that what takes minutes on a fresh machine is seen at once, and what can't be had as well.
    report.part("setup");
    let mut no_wordpress = None;
    report.step("setup", || {
        no_wordpress = set_up()?;
        Ok(())
    });
    background.run(&["check", "host"]);
    if let Some(kind) = built(&mut report) {
        println!("the {} build", kind.name());
        background.run(&["build"]);
        packaged(&mut report, &[]);
        // What it measures is its own time on the processor.
        background.run(&["stress"]);
        report.part("browser");
        report.step("the test programs", || background.programs());
        browsers(&mut report, &[]);
        wordpress(&mut report, &[], no_wordpress);
    }
    background.join(&mut report);
    report.close()
}

fn some(parts: &[&str], words: &[&str]) -> Result<()> {
    let mut report = Report::new();
    report.print_last(parts);
    let has = |part| parts.contains(&part);
    if has("check") {
        checked(&mut report);
    }
    if has("host") {
        host(&mut report);
    }
    if ["build", "package", "stress", "browser", "wordpress"].into_iter().any(has) {
        // In a lane, the one in front has built it.
        let kind = if lane::is_background() { build::kind().ok() } else { built(&mut report) };
        let Some(kind) = kind else { return report.close() };
        let programs: Vec<_> =
            PROGRAMS.into_iter().filter(|name| has(name.trim_end_matches("-tests"))).collect();
        if !programs.is_empty() {
            lane::compile(&programs)?;
        }
        if has("build") {
            sizes_and_more(&mut report, kind);
        }
        if has("browser") && opens_projects(words)? {
            packaged(&mut report, &[]);
        } else if has("package") {
            packaged(&mut report, words);
        }
        if has("stress") {
            if !has("package") && !lane::is_background() {
                report.step(package::INSTALLS.0, package::INSTALLS.1);
            }
            stressed(&mut report, STRESS_SECONDS);
        }
        if has("browser") {
            browsers(&mut report, words);
        }
        if has("wordpress") {
            let missing = set_up()?;
            wordpress(&mut report, words, missing);
        }
    }
    report.close()
}

/// Installs what tests need. Gives the sentence on why there is no WordPress, if there is none.
fn set_up() -> Result<Option<String>> {
    let needs = [Need::Wasm, Need::Npm, Need::Cxx, Need::Browsers, Need::Hugo, Need::WordPress];
    let tools = setup::ensure(&root(), &needs, false)?;
    let why = tools.missing.into_iter().find(|sentence| sentence.starts_with("WordPress"));
    Ok(if tools.wordpress.is_none() { why } else { None })
}

fn checked(report: &mut Report) {
    report.part("check");
    for (name, check) in check::CHECKS {
        report.step(name, check);
    }
}

fn host(report: &mut Report) {
    report.part("host");
    report.suite("host tests", host_tests().arg("--no-fail-fast"));
    report.step("hostile models (libFuzzer, bounded)", || fuzz::fuzz(FUZZ_SECONDS));
    match std::env::var_os(SOURCE) {
        Some(source) => report.step("model and wording (verify)", || verified(Some(source.into()))),
        None => {
            report.step("model (verify)", || verified(None));
            report.skip("wording (verify)", "PLAN_SOURCE names no text of the plan");
        }
    }
}

/// The tests that `cargo test` runs. Of the same packages whatever is chosen among them: by these, cargo settles the
/// features of what they share, and would compile all of it anew for one package.
fn host_tests() -> Command {
    let mut tests = check::cargo();
    tests.args(["test", "--locked", "--workspace", "--exclude", "browser-tests", "--exclude", "fuzz"]);
    tests.args(APPLICATIONS.iter().flat_map(|name| ["--exclude", name]));
    tests
}

fn stressed(report: &mut Report, seconds: u32) {
    report.part("stress");
    let mut tests = host_tests();
    tests.args(["--test", "host", "stress", "--", "--ignored"]);
    // One after another: they measure.
    tests.arg("--test-threads=1").env("PLAN_STRESS", seconds.to_string());
    report.suite("much of everything", &mut tests);
    report.step("much, odd and hostile at a terminal and on a server", package::stress);
}

fn verified(source: Option<PathBuf>) -> Result<()> {
    verify::verify(&verify::Options { source, ..verify::Options::default() })
}

/// Builds the package, the site and the Yew application of the browser tests.
fn built(report: &mut Report) -> Option<WasmKind> {
    report.part("build");
    let mut kind = None;
    report.step("build", || {
        kind = Some(build::for_tests()?);
        build::applications()
    });
    kind
}

/// The package's checks with these words in their names, after what they need.
fn packaged(report: &mut Report, words: &[&str]) {
    report.part("package");
    let mut chosen = package::CHECKS.iter().copied().filter(|(name, _)| fits(name, words)).peekable();
    if chosen.peek().is_none() {
        let names: String = package::CHECKS.iter().map(|(name, _)| format!("\n  {name}")).collect();
        return report
            .fail(1, format!("FAILED  no check of the package has these words in its name:{names}"));
    }
    if !fits(package::INSTALLS.0, words) {
        report.step(package::INSTALLS.0, package::INSTALLS.1);
    }
    for (name, check) in chosen {
        report.step(name, check);
    }
}

/// Whether a name has all of these words in it, in capitals or not.
fn fits(name: &str, words: &[&str]) -> bool {
    let name = name.to_lowercase();
    words.iter().all(|word| name.contains(&word.to_lowercase()))
}

/// What is said of the build as a whole.
fn sizes_and_more(report: &mut Report, kind: WasmKind) {
    report.part("build");
    sizes(report, kind);
    let name = "an ordinary stable toolchain builds it too";
    if setup::has_prebuilt_std() {
        report.step(name, || {
            // By its path: the tests may have built this program anew, and `current_exe` names the one that is gone.
            let program = std::env::args_os().next().context("this program has no name")?;
            let status =
                Command::new(program).args(["build", "timeline"]).env("PLAN_WASM", "stable").status()?;
            ensure!(status.success(), "see above");
            Ok(())
        });
    } else {
        report.skip(name, "the prebuilt std is not installed");
    }
    report.step("the crate can be published", pack::publishable);
    report.step("packed again it is the same", pack::same_again);
}

fn sizes(report: &mut Report, kind: WasmKind) {
    let mut measured = None;
    report.step("sizes", || {
        measured = Some(size::measure(false)?);
        Ok(())
    });
    let Some(sizes) = measured else { return };
    if kind == WasmKind::Lean {
        report.step("the documents' sizes", || {
            size::documented(kind.name(), sizes.totals.iter().map(|total| &total.size))
        });
        report.step("the size of the host's script", || size::frame(&sizes));
    }
    for size::Total { size, budget } in sizes.totals {
        let name = format!("size of {}", size.name);
        let has_module = ["timeline", "glossary", "the check"].iter().any(|name| size.name.starts_with(name));
        if kind == WasmKind::Stable && has_module {
            report.skip(&name, &format!("{} bytes; the budget is the lean build's", size.brotli));
            continue;
        }
        report.step(&name, || {
            println!("{} of {budget} bytes", size.brotli);
            ensure!(size.brotli <= budget, "{} bytes are over the budget of {budget}", size.brotli);
            Ok(())
        });
    }
}

fn browsers(report: &mut Report, words: &[&str]) {
    report.part("browser");
    report.suite("browser tests", program(PROGRAMS[0]).args(words));
    if words.is_empty() {
        report.step("Lighthouse: accessibility, best practices, search engines", || {
            lighthouse::lighthouse(lighthouse::Scores::Quality)
        });
    }
}

fn wordpress(report: &mut Report, words: &[&str], missing: Option<String>) {
    report.part("wordpress");
    match missing {
        Some(sentence) if std::env::var_os("CI").is_none() => report.skip("WordPress", &sentence),
        _ => report.suite("WordPress", program(PROGRAMS[1]).args(words)),
    }
}

/// Whether one of the browser tests with these words in their names opens what the part `package` builds.
fn opens_projects(words: &[&str]) -> Result<bool> {
    let list = crate::output(PROGRAMS[0], program(PROGRAMS[0]).args(words).arg("--list"))?;
    let list = String::from_utf8_lossy(&list).into_owned();
    Ok(PROJECTS.iter().any(|module| list.contains(module)))
}

/// A program that is compiled. Not by `cargo run`, which would wait for what cargo does in the background.
fn program(name: &str) -> Command {
    let mut command = Command::new(target().join("debug").join(name));
    command.current_dir(root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_choose_checks() {
        let chosen = |words: &[&str]| {
            let names: Vec<&str> = package::CHECKS.iter().map(|(name, _)| *name).collect();
            names.into_iter().filter(|name| fits(name, words)).collect::<Vec<_>>()
        };
        assert_eq!(chosen(&[]).len(), package::CHECKS.len());
        assert_eq!(chosen(&["eleventy"]), ["Eleventy"]);
        assert_eq!(chosen(&["command", "builds"]), ["its command builds plans"]);
        assert!(chosen(&["command", "vue"]).is_empty());
    }
}
