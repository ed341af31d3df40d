//! What has passed, failed and been left out so far, and where the time went.

use std::{
    collections::BTreeMap,
    env, fs,
    path::PathBuf,
    process::{Command, exit},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::{check::Skipped, follow, reason, target, write};

/// Names the file that a lane leaves its report in, for the run that started it.
pub const LANE: &str = "PLAN_TEST_REPORT";

/// How many of the steps are named at the end.
const SLOWEST: usize = 12;

/// How many lines of a failed test's message are said again.
const MESSAGE: usize = 3;

/// The report of a run, or of its background lane.
pub struct Report {
    counts: Counted,
    part: String,
    start: Instant,
}

/// What a lane hands over.
#[derive(Default, Serialize, Deserialize)]
pub struct Counted {
    passed: usize,
    failed: usize,
    /// A line for each thing left out, said again at the end.
    left_out: Vec<String>,
    /// Each failure with the first lines that tell why, said again behind those.
    failures: Vec<String>,
    /// Seconds of each step, by part and name.
    times: Vec<(String, String, f64)>,
}

impl Report {
    pub fn new() -> Self {
        crate::report_reasons();
        Self { counts: Counted::default(), part: String::new(), start: Instant::now() }
    }

    /// Which part the next steps belong to.
    pub fn part(&mut self, name: &str) {
        name.clone_into(&mut self.part);
    }

    /// Prints how long these parts took when they last ran to their end.
    pub fn print_last(&self, parts: &[&str]) {
        let last = last_times();
        let known: Vec<_> =
            parts.iter().filter_map(|part| Some(format!("{part} {:.0} s", last.get(*part)?))).collect();
        if !known.is_empty() {
            println!("The last run took: {}.", known.join(", "));
        }
        if let (Some(all), true) = (last.get(ALL), parts.len() > 1) {
            println!("All of it, with parts in parallel: {}.", minutes(*all));
        }
    }

    /// Runs one check that passes or fails as a whole.
    pub fn step(&mut self, name: &str, check: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = check();
        let time = self.took(name, start);
        match outcome {
            Ok(()) => {
                self.counts.passed += 1;
                println!("ok, after {time:.0} s");
            }
            Err(error) if error.is::<Skipped>() => self.skipped(name, &error.to_string()),
            Err(error) => {
                println!("FAILED: {error:#}");
                self.fail(1, format!("FAILED  {name}: {}", brief(&format!("{error:#}"))));
            }
        }
    }

    pub fn skip(&mut self, name: &str, why: &str) {
        println!("\n== {name}");
        self.skipped(name, why);
    }

    fn skipped(&mut self, name: &str, why: &str) {
        println!("SKIPPED: {why}");
        self.counts.left_out.push(format!("SKIPPED {name}: {why}"));
    }

    pub fn fail(&mut self, count: usize, line: String) {
        self.counts.failed += count;
        self.counts.failures.push(line);
    }

    fn took(&mut self, name: &str, start: Instant) -> f64 {
        let time = start.elapsed().as_secs_f64();
        self.counts.times.push((self.part.clone(), name.to_owned(), time));
        time
    }

    /// Runs a program that prints cargo's `test result:` lines, and adds up what they say.
    pub fn suite(&mut self, name: &str, command: &mut Command) {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = counts(command);
        let time = self.took(name, start);
        match outcome {
            Ok(Counts { passed, failed, ignored, failures, success, said }) => {
                self.counts.passed += passed;
                if failed > 0 {
                    self.fail(failed, format!("FAILED  {name}: {failed} of them"));
                    let each = failures.0.into_iter().map(|failure| failure.told());
                    self.counts.failures.extend(each);
                } else if !success || passed == 0 {
                    let why = reason(&said).into_iter().flat_map(|line| ["\n    ", line]).collect::<String>();
                    self.fail(1, format!("FAILED  {name}: did not run to its end{why}"));
                }
                if ignored > 0 {
                    self.counts.left_out.push(format!("SKIPPED {name}: {ignored} of them, see above"));
                }
            }
            Err(error) => self.fail(1, format!("FAILED  {name}: {error:#}")),
        }
        println!("after {time:.0} s");
    }

    /// Takes over what a lane has counted.
    pub fn add(&mut self, counted: Counted) {
        self.counts.passed += counted.passed;
        self.counts.failed += counted.failed;
        self.counts.left_out.extend(counted.left_out);
        self.counts.failures.extend(counted.failures);
        self.counts.times.extend(counted.times);
    }

    /// Says everything once more in short. The last line counts; a failure ends the process.
    ///
    /// # Errors
    /// When the times, or in a lane the report, can't be written.
    pub fn close(self) -> Result<()> {
        let Self { counts, start, .. } = self;
        if let Some(path) = env::var_os(LANE) {
            write(&PathBuf::from(path), serde_json::to_string(&counts)?)?;
        } else {
            let all = start.elapsed();
            tell_times(&counts.times, all);
            keep_times(&counts.times, all)?;
            println!("\n{}", [&counts.left_out[..], &counts.failures].concat().join("\n"));
            println!("{} passed, {} failed", counts.passed, counts.failed);
        }
        if counts.failed == 0 { Ok(()) } else { exit(1) }
    }
}

/// The name under which the length of a whole run is kept, next to those of the parts.
const ALL: &str = "all";

fn times_file() -> PathBuf {
    target().join("test/times.json")
}

/// Seconds of each part, as they were when it last ran.
fn last_times() -> BTreeMap<String, f64> {
    let text = fs::read_to_string(times_file()).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn by_part(times: &[(String, String, f64)]) -> BTreeMap<String, f64> {
    let mut parts = BTreeMap::new();
    for (part, _, time) in times {
        *parts.entry(part.clone()).or_default() += time;
    }
    parts
}

fn keep_times(times: &[(String, String, f64)], all: Duration) -> Result<()> {
    let mut kept = last_times();
    let parts = by_part(times);
    if parts.contains_key("browser") && parts.contains_key("host") {
        kept.insert(ALL.to_owned(), all.as_secs_f64());
    }
    kept.extend(parts);
    write(&times_file(), serde_json::to_string_pretty(&kept)?)
}

fn tell_times(times: &[(String, String, f64)], all: Duration) {
    println!("\nseconds  part");
    for (part, time) in by_part(times) {
        println!("{time:7.1}  {part}");
    }
    println!("{:7.1}  from beginning to end, {}", all.as_secs_f64(), minutes(all.as_secs_f64()));
    let mut slowest: Vec<_> = times.iter().filter(|(.., time)| *time >= 1.0).collect();
    slowest.sort_by(|a, b| b.2.total_cmp(&a.2));
    println!("\nseconds  the longest steps");
    for (part, name, time) in slowest.into_iter().take(SLOWEST) {
        println!("{time:7.1}  {part}: {name}");
    }
}

fn minutes(seconds: f64) -> String {
    format!("{} min {:02.0} s", (seconds / 60.0).floor(), (seconds % 60.0).floor())
}

#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
    ignored: usize,
    failures: Failures,
    success: bool,
    /// What it has printed since the last result: why there is no other.
    said: Vec<String>,
}

/// Runs a program with its output in view, and reads the counts from it, and why tests failed.
fn counts(command: &mut Command) -> Result<Counts> {
    let mut counts = Counts::default();
    let mut read = |line: &str| {
        counts.failures.read(line);
        if let Some((passed, failed, ignored)) = result(line) {
            counts.passed += passed;
            counts.failed += failed;
            counts.ignored += ignored;
            counts.said.clear();
        } else {
            counts.said.push(line.to_owned());
        }
    };
    let success = follow(command, false, &mut read).context("could not be started")?;
    counts.success = success;
    Ok(counts)
}

/// A message in few lines: what failed, and why.
fn brief(message: &str) -> String {
    let lines: Vec<_> = message.lines().collect();
    match lines.split_first() {
        Some((first, rest)) if rest.len() >= MESSAGE => {
            [&[*first], &reason(rest)[..]].concat().join("\n    ")
        }
        _ => lines.join("\n    "),
    }
}

/// The tests that failed, as read from what their program prints in the end.
#[derive(Default)]
struct Failures(Vec<Failure>);

struct Failure {
    test: String,
    lines: Vec<String>,
    /// Whether more of its message may come.
    open: bool,
}

impl Failures {
    /// Reads a line: `---- NAME ----`, with `stdout` behind the name where cargo says it, begins a test's message, and
    /// the list of names behind all messages ends the last one.
    fn read(&mut self, line: &str) {
        let name = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" ----"));
        if let Some(name) = name {
            self.close();
            let test = name.strip_suffix(" stdout").unwrap_or(name).to_owned();
            self.0.push(Failure { test, lines: Vec::new(), open: true });
        } else if line == "failures:" || line.starts_with("test result: ") {
            self.close();
        } else if let Some(last) = self.0.last_mut().filter(|last| last.open && !line.trim().is_empty()) {
            last.lines.push(line.to_owned());
        }
    }

    fn close(&mut self) {
        if let Some(last) = self.0.last_mut() {
            last.open = false;
        }
    }
}

impl Failure {
    /// Its name, and how its message begins: where it panicked, with the line before, else with the first.
    fn told(&self) -> String {
        let panicked = self.lines.iter().position(|line| line.contains("panicked at "));
        let (from, count) = panicked.map_or((0, MESSAGE), |at| (at, 1 + MESSAGE));
        let shown = self.lines.iter().skip(from).take(count);
        shown.fold(format!("  {}", self.test), |told, line| format!("{told}\n    {}", line.trim_end()))
    }
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
    use super::*;

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

    #[test]
    fn failures_are_told_with_their_reasons() {
        let told = |printed: &str| {
            let mut failures = Failures::default();
            printed.lines().for_each(|line| failures.read(line));
            failures.0.iter().map(Failure::told).collect::<Vec<_>>()
        };
        // As the browser tests print them.
        let printed = "test chromium::a ... FAILED\n\nfailures:\n\n---- chromium::a ----\nleft: 1\nright: 2\n\nAt http\nA picture\n\n\
            ---- webkit::b ----\nthe event: not within 40s\n\n\nfailures:\n    chromium::a\n    webkit::b\n\n\
            test result: FAILED. 1 passed; 2 failed";
        assert_eq!(
            told(printed),
            [
                "  chromium::a\n    left: 1\n    right: 2\n    At http",
                "  webkit::b\n    the event: not within 40s"
            ]
        );
        // As cargo does, of two programs.
        let one = "failures:\n\n---- x::c stdout ----\nits own line\n\nthread 'x::c' (7) panicked at tests/x.rs:3:5:\n\
            assertion `left == right` failed: words\n  left: 1\n right: 2\nnote: run with\n\n\nfailures:\n    x::c\n";
        let message = "  x::c\n    thread 'x::c' (7) panicked at tests/x.rs:3:5:\n    \
            assertion `left == right` failed: words\n      left: 1\n     right: 2";
        assert_eq!(told(&format!("{one}test result: FAILED. 0 passed\n{one}")), [message; 2]);
        assert!(told("test a ... ok\n\ntest result: ok. 1 passed").is_empty());
    }

    #[test]
    fn a_failed_step_says_why_in_few_lines() {
        let many = |line: &str| format!("vite failed.\n{}\n{line}\nfirst\nsecond\nthird", "a\n".repeat(90));
        for (message, expected) in [
            ("a.json can't be read", "a.json can't be read".to_owned()),
            ("x failed\nwhy\nand", "x failed\n    why\n    and".to_owned()),
            (&many("Error: no"), "vite failed.\n    Error: no\n    first\n    second".to_owned()),
            (&many("thiserror v1"), "vite failed.\n    first\n    second\n    third".to_owned()),
        ] {
            assert_eq!(brief(message), expected);
        }
    }

    #[test]
    fn the_first_error_of_a_program_is_its_reason() {
        for line in [
            "AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:",
            "src/a.rs: error: no such thing",
            "error[E0308]: mismatched types",
            "a.ts(3,5): error TS2322: no",
            "  3:5  error  'x' is unused",
            "thread 'main' panicked at a.rs:1:1:",
        ] {
            assert_eq!(
                reason(&["   Compiling thiserror v2", "", line, "", "two", "three", "four"]),
                [line, "two", "three"]
            );
        }
    }

    #[test]
    fn times_are_added_up() {
        let times = [("host", "a", 1.5), ("browser", "b", 2.0), ("host", "c", 0.25)]
            .map(|(p, n, t)| (p.into(), n.into(), t));
        assert_eq!(by_part(&times), BTreeMap::from([("browser".to_owned(), 2.0), ("host".to_owned(), 1.75)]));
        assert_eq!(
            [minutes(61.9), minutes(900.0), minutes(59.99)],
            ["1 min 01 s", "15 min 00 s", "0 min 59 s"]
        );
    }
}
