//! What has passed, failed and been left out so far, and where the time went.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Command, Stdio, exit},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use crate::{check::Skipped, target, write};

/// Names the file that a lane leaves its report in, for the run that started it.
pub const LANE: &str = "PLAN_TEST_REPORT";

/// How many of the steps are named at the end.
const SLOWEST: usize = 12;

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
    /// A line for each failure and each thing left out, said again at the end.
    lines: Vec<String>,
    /// Seconds of each step, by part and name.
    times: Vec<(String, String, f64)>,
}

impl Report {
    pub fn new() -> Self {
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
                self.fail(1, format!("FAILED  {name}: {error:#}"));
            }
        }
    }

    pub fn skip(&mut self, name: &str, why: &str) {
        println!("\n== {name}");
        self.skipped(name, why);
    }

    fn skipped(&mut self, name: &str, why: &str) {
        println!("SKIPPED: {why}");
        self.counts.lines.push(format!("SKIPPED {name}: {why}"));
    }

    pub fn fail(&mut self, count: usize, line: String) {
        self.counts.failed += count;
        self.counts.lines.push(line);
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
            Ok(Counts { passed, failed, ignored, success }) => {
                self.counts.passed += passed;
                if failed > 0 {
                    self.fail(failed, format!("FAILED  {name}: {failed} of them, see above"));
                } else if !success || passed == 0 {
                    self.fail(1, format!("FAILED  {name}: did not run to its end, see above"));
                }
                if ignored > 0 {
                    self.counts.lines.push(format!("SKIPPED {name}: {ignored} of them, see above"));
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
        self.counts.lines.extend(counted.lines);
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
            println!("\n{}", counts.lines.join("\n"));
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
