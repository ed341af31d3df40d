//! The background lane: parts that a program of their own runs with less of the processor, while the front lane goes on.

use std::{
    env,
    fs::{self, File},
    path::PathBuf,
    process::{Command, Stdio},
    sync::mpsc::{Receiver, Sender, channel},
    thread::{self, JoinHandle},
};

use anyhow::{Context, Result, anyhow};

use super::report::{Counted, LANE, Report};
use crate::{check::cargo, target};

/// How far it gives way (`nice`): what the browsers wait for comes first.
const YIELDS: &str = "10";

/// Whether this program is a lane of another.
pub fn is_background() -> bool {
    env::var_os(LANE).is_some()
}

/// A lane at work.
pub struct Lane {
    jobs: Sender<String>,
    compiled: Receiver<Result<()>>,
    thread: JoinHandle<Vec<Ended>>,
}

/// A job's name, and what it printed and counted.
struct Ended {
    parts: String,
    printed: String,
    counted: Result<Counted>,
}

impl Lane {
    /// Starts it with the compilation of these programs, at full speed.
    pub fn start(programs: &'static [&'static str]) -> Lane {
        let (jobs, waiting) = channel::<String>();
        let (done, compiled) = channel();
        let thread = thread::spawn(move || {
            // Nobody may wait for it any more: that is no fault.
            drop(done.send(compile(programs)));
            waiting.into_iter().map(run).collect()
        });
        Lane { jobs, compiled, thread }
    }

    /// Has it run these parts, after all that it was given before.
    pub fn run(&self, parts: &[&str]) {
        // The thread ends when this is dropped, not before.
        drop(self.jobs.send(parts.join(",")));
    }

    /// Waits for the programs.
    ///
    /// # Errors
    /// When they don't compile.
    pub fn programs(&self) -> Result<()> {
        self.compiled.recv().map_err(|_| anyhow!("the background lane has ended"))?
    }

    /// Waits for all of it, and says what it printed and counted.
    pub fn join(self, report: &mut Report) {
        drop(self.jobs);
        let Ok(ended) = self.thread.join() else {
            return report.fail(1, "FAILED  the background lane".to_owned());
        };
        for Ended { parts, printed, counted } in ended {
            println!("\n==== {parts}, in parallel with the above\n{}", printed.trim_end());
            match counted {
                Ok(counted) => report.add(counted),
                Err(error) => report.fail(1, format!("FAILED  {parts}: {error:#}, see above")),
            }
        }
    }
}

/// Compiles programs, its output in view only if that fails.
pub fn compile(programs: &[&str]) -> Result<()> {
    let mut command = cargo();
    command.args(["build", "--quiet", "--locked"]).args(programs.iter().flat_map(|name| ["--package", name]));
    crate::run("the build of the test programs", &mut command)
}

fn run(parts: String) -> Ended {
    let log = target().join("test").join(parts.replace(',', "-")).with_extension("log");
    let counted = run_into(&parts, &log);
    let printed = fs::read(&log).unwrap_or_default();
    Ended { parts, printed: String::from_utf8_lossy(&printed).into_owned(), counted }
}

fn run_into(parts: &str, log: &PathBuf) -> Result<Counted> {
    let report = log.with_extension("json");
    crate::write(log, "")?;
    drop(fs::remove_file(&report));
    let file = File::create(log)?;
    // By its path: the tests may build this program anew, and `current_exe` names the one that is gone then.
    let program = env::args_os().next().context("this program has no name")?;
    let mut command = Command::new("nice");
    command.args(["-n", YIELDS]).arg(program).args(["test", parts]).env(LANE, &report);
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    command.status().context("`nice` could not be started")?;
    let text = fs::read_to_string(&report).context("did not run to its end")?;
    Ok(serde_json::from_str(&text)?)
}
