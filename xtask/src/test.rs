//! `cargo xtask test`: every check there is, and how many passed.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    build,
    check::{self, Skipped},
    fuzz, pack, package, root,
    setup::{self, Need, WasmKind},
    size, verify,
};

/// Names the text of the plan that the model cites; without it the wording is not compared.
const SOURCE: &str = "PLAN_SOURCE";

/// Long enough to reach every field's reading from the seeds, many times over.
const FUZZ_SECONDS: u32 = 20;

/// Runs everything, or with a filter the browser tests whose names contain it.
///
/// # Errors
/// When anything failed.
pub fn test(filter: Option<&str>) -> Result<()> {
    let mut report = Report::default();
    // First, so that what takes minutes on a fresh machine is seen at once, and what can't be had as well.
    let mut no_wordpress = None;
    report.step("setup", || {
        let needs = [Need::Wasm, Need::Npm, Need::Cxx, Need::Browsers, Need::Hugo, Need::WordPress];
        let tools = setup::ensure(&root(), &needs, false)?;
        if tools.wordpress.is_none() {
            no_wordpress = tools.missing.into_iter().find(|sentence| sentence.starts_with("WordPress"));
        }
        Ok(())
    });
    if filter.is_none() {
        for (name, check) in check::CHECKS {
            report.step(name, check);
        }
        report.suite("host tests", &mut host_tests());
        report.step("hostile models (libFuzzer, bounded)", || fuzz::fuzz(FUZZ_SECONDS));
        match std::env::var_os(SOURCE) {
            Some(source) => report.step("model and wording (verify)", || verified(Some(source.into()))),
            None => {
                report.step("model (verify)", || verified(None));
                report.skip("wording (verify)", "PLAN_SOURCE names no text of the plan");
            }
        }
    }
    let mut kind = None;
    report.step("build", || {
        kind = Some(build::build()?);
        build::yew_host()
    });
    if let Some(kind) = kind {
        if filter.is_none() {
            report.sizes(kind);
            report.stable_build();
        }
        // Also before some browser tests alone: they open what these make.
        for (name, check) in package::CHECKS {
            report.step(name, check);
        }
        if filter.is_none() {
            report.step("the crate can be published", pack::publishable);
            report.step("packed again it is the same", pack::same_again);
        }
        let wordpress = filter.is_some_and(|filter| filter.contains("wordpress"));
        if !wordpress {
            report.suite("browser tests", program("browser-tests").args(filter));
        }
        match no_wordpress {
            _ if !wordpress && filter.is_some() => {}
            Some(sentence) if std::env::var_os("CI").is_none() => report.skip("WordPress", &sentence),
            _ => report.suite("WordPress", program("wordpress-tests").args(filter)),
        }
    }
    report.close()
}

fn verified(source: Option<PathBuf>) -> Result<()> {
    verify::verify(&verify::Options { source, ..verify::Options::default() })
}

/// A program of the tests, whose arguments and output are those of `cargo test`.
fn program(package: &str) -> Command {
    let mut command = check::cargo();
    command.args(["run", "--quiet", "--locked", "--package", package, "--"]);
    command
}

fn host_tests() -> Command {
    let mut command = check::cargo();
    command.args([
        "test",
        "--locked",
        "--no-fail-fast",
        "--workspace",
        "--features",
        "plan-widgets/prerender,plan-widgets/schema",
    ]);
    command.args(["--exclude", "browser-tests", "--exclude", "fuzz", "--exclude", "yew-host"]);
    command
}

/// What has passed, failed and been left out so far.
#[derive(Default)]
struct Report {
    passed: usize,
    failed: usize,
    /// A line for each failure and each thing left out, told again at the end.
    lines: Vec<String>,
}

impl Report {
    /// Runs one check that passes or fails as a whole.
    fn step(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let start = Instant::now();
        match check() {
            Ok(()) => {
                self.passed += 1;
                println!("ok, after {} s", start.elapsed().as_secs());
            }
            Err(error) if error.is::<Skipped>() => self.skipped(name, &error.to_string()),
            Err(error) => {
                println!("FAILED: {error:#}");
                self.fail(1, format!("FAILED  {name}: {error:#}"));
            }
        }
    }

    fn skip(&mut self, name: &str, why: &str) {
        println!("\n== {name}");
        self.skipped(name, why);
    }

    fn skipped(&mut self, name: &str, why: &str) {
        println!("SKIPPED: {why}");
        self.lines.push(format!("SKIPPED {name}: {why}"));
    }

    fn fail(&mut self, count: usize, line: String) {
        self.failed += count;
        self.lines.push(line);
    }

    /// Runs a program that prints cargo's `test result:` lines, and adds up what they say.
    fn suite(&mut self, name: &str, command: &mut Command) {
        println!("\n== {name}");
        let start = Instant::now();
        match counts(command) {
            Ok(Counts { passed, failed, ignored, success }) => {
                self.passed += passed;
                if failed > 0 {
                    self.fail(failed, format!("FAILED  {name}: {failed} of them, see above"));
                } else if !success || passed == 0 {
                    self.fail(1, format!("FAILED  {name}: did not run to its end, see above"));
                }
                if ignored > 0 {
                    self.lines.push(format!("SKIPPED {name}: {ignored} of them, see above"));
                }
            }
            Err(error) => self.fail(1, format!("FAILED  {name}: {error:#}")),
        }
        println!("after {} s", start.elapsed().as_secs());
    }

    /// The way without unstable flags has to stay open, where the prebuilt std for it is here.
    fn stable_build(&mut self) {
        let name = "an ordinary stable toolchain builds it too";
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let std = Command::new(rustc)
            .args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"])
            .output();
        let folder =
            std.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
        if !Path::new(&folder).is_dir() {
            return self.skip(name, "the prebuilt std is not installed");
        }
        self.step(name, || {
            // By its path: the tests may have built this program anew, and `current_exe` names the one that is gone.
            let program = std::env::args_os().next().context("this program has no name")?;
            let status =
                Command::new(program).args(["build", "timeline"]).env("PLAN_WASM", "stable").status()?;
            ensure!(status.success(), "see above");
            Ok(())
        });
    }

    fn sizes(&mut self, kind: WasmKind) {
        let sizes = match size::measure() {
            Ok(sizes) => sizes,
            Err(error) => return self.fail(1, format!("FAILED  sizes: {error:#}")),
        };
        if kind == WasmKind::Lean {
            self.step("the README's size of a timeline", || {
                let timeline = sizes.totals.first().context("nothing was measured")?;
                size::readme(kind.name(), &timeline.size)
            });
            self.step("the size of the host's script", || size::frame(&sizes));
        }
        for size::Total { size, budget } in sizes.totals {
            let name = format!("size of {}", size.name);
            let has_module =
                ["timeline", "glossary", "the check"].iter().any(|name| size.name.starts_with(name));
            if kind == WasmKind::Stable && has_module {
                self.skip(&name, &format!("{} bytes; the budget is the lean build's", size.brotli));
                continue;
            }
            self.step(&name, || {
                println!("{} of {budget} bytes", size.brotli);
                ensure!(size.brotli <= budget, "{} bytes are over the budget of {budget}", size.brotli);
                Ok(())
            });
        }
    }

    fn close(self) -> Result<()> {
        println!("\n{}", self.lines.join("\n"));
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { Ok(()) } else { std::process::exit(1) }
    }
}

#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
    success: bool,
}

/// Runs a program with its output in view, and reads the counts from it.
fn counts(command: &mut Command) -> Result<Counts> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("could not be started")?;
    let Some(out) = child.stdout.take() else { bail!("has no output") };
    let mut counts = Counts::default();
    for line in BufReader::new(out).lines() {
        let line = line?;
        println!("{line}");
        if let Some((passed, failed, ignored)) = result(&line) {
            counts.passed += passed;
            counts.failed += failed;
            counts.ignored += ignored;
        }
    }
    counts.success = child.wait()?.success();
    Ok(counts)
}

/// The counts in cargo's `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
fn result(line: &str) -> Option<(usize, usize, usize)> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |name| {
        let mut parts = counts.split("; ").filter_map(|part| part.split_once(' '));
        parts.find(|(_, what)| *what == name).and_then(|(count, _)| count.parse().ok())
    };
    Some((count("passed")?, count("failed")?, count("ignored")?))
}

#[cfg(test)]
mod tests {
    use super::result;

    #[test]
    fn results_are_read() {
        for (line, expected) in [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 9 filtered out; finished in 0.00s",
                Some((3, 0, 1)),
            ),
            (
                "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
                Some((2, 1, 0)),
            ),
            ("test search ... ok", None),
            ("test result: what?", None),
        ] {
            assert_eq!(result(line), expected, "{line}");
        }
    }
}
