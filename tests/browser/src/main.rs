//! Runs the same tests in Chromium, Firefox and WebKit: `cargo run -p browser-tests -- [word …]`.
//!
//! Arguments and output are those of `cargo test`, but that every word has to be in a test's name, which begins with its
//! engine.

mod address;
mod built;
mod converted;
mod editor;
mod embedding;
mod examples;
mod fixtures;
mod frames;
mod gallery;
mod glossary;
mod goals;
mod guest;
mod guide;
mod harness;
mod languages;
mod links;
mod looks;
mod overview;
mod pasted;
mod prerendered;
mod rtl;
mod scope;
mod search;
mod shell;
mod soak;
mod take;
mod terms;
mod timeline;

use std::any::Any;
use std::collections::BTreeMap;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow};
use browser::{emulate, engine, input, inspect, page, webdriver, words};
use libtest_mimic::{Arguments, Completion, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use xtask::setup::{Engine, Need, Tools, ensure};

use crate::page::Page;

/// The longest that a test may take. The slowest open dozens of pages, and have taken more than four minutes beside
/// compilers; in one that takes ten a browser hangs.
const TEST_LIMIT: Duration = Duration::from_secs(600);

/// The same for what is done as often as in weeks.
const SOAK_LIMIT: Duration = Duration::from_secs(3600);

/// How many of the slowest tests are named at the end.
const SLOWEST: usize = 20;

/// How many engines work at a time. Tests wait for what they await, not for a time, so that a busy machine makes them
/// slower and no more.
const ENGINES_AT_A_TIME: usize = 3;

const ENGINES: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// A test, as the macro [`tests`] lists it.
#[derive(Clone, Copy)]
pub struct Test {
    name: &'static str,
    engines: &'static [Engine],
    run: for<'a> fn(&'a mut Page) -> Outcome<'a>,
}

type Outcome<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Lists a module's tests: functions `async fn(&mut Page) -> Result<()>`. `name in Chromium,
/// Firefox;` keeps one to the engines that can do what it needs; say why where it is written.
#[macro_export]
macro_rules! tests {
    ($($name:ident $(in $($engine:ident),+)?;)+) => {
        /// The tests of this module.
        pub const TESTS: &[$crate::Test] = &[$($crate::Test {
            name: concat!(module_path!(), "::", stringify!($name)),
            engines: $crate::tests!(@engines $($($engine),+)?),
            run: |page| Box::pin($name(page)),
        }),+];
    };
    (@engines) => { &$crate::ENGINES };
    (@engines $($engine:ident),+) => { &[$(xtask::setup::Engine::$engine),+] };
}

/// Every module with tests.
const MODULES: &[&[Test]] = &[
    frames::TESTS,
    address::TESTS,
    built::TESTS,
    converted::TESTS,
    editor::TESTS,
    embedding::TESTS,
    examples::TESTS,
    fixtures::TESTS,
    fixtures::hosts::TESTS,
    gallery::TESTS,
    glossary::TESTS,
    guest::TESTS,
    guide::TESTS,
    goals::TESTS,
    goals::keys::TESTS,
    goals::page::TESTS,
    goals::reported::TESTS,
    timeline::TESTS,
    timeline::keys::TESTS,
    timeline::page::TESTS,
    shell::TESTS,
    terms::TESTS,
    terms::changed::TESTS,
    terms::popup::TESTS,
    terms::large::TESTS,
    terms::shown::TESTS,
    shell::failing::TESTS,
    soak::TESTS,
    take::TESTS,
    pasted::TESTS,
    shell::faults::TESTS,
    shell::handlers::TESTS,
    shell::network::TESTS,
    shell::odd::TESTS,
    shell::steps::TESTS,
    harness::TESTS,
    languages::TESTS,
    links::TESTS,
    looks::TESTS,
    overview::TESTS,
    harness::watch::TESTS,
    prerendered::TESTS,
    rtl::TESTS,
    scope::TESTS,
    search::TESTS,
];

fn main() -> ExitCode {
    let (arguments, words) = words::arguments();
    match run(arguments, &words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments, words: &[String]) -> Result<ExitCode> {
    // To name the tests needs no browsers, and so installs none.
    let needs: &[Need] = if arguments.list { &[] } else { &[Need::Browsers] };
    let Tools { browsers, missing, .. } = ensure(&xtask::root(), needs, false)?;
    let runner = Arc::new(Runner {
        runtime: Runtime::new()?,
        at_a_time: Semaphore::new(ENGINES_AT_A_TIME),
        times: Mutex::default(),
    });
    runner.runtime.spawn(webdriver::end_with_program(|| ()));

    let mut lanes: Vec<(Engine, Lane)> = Vec::new();
    for browser in browsers {
        lanes.push((browser.engine, Lane::Open(Arc::new(Mutex::new(Page::new(browser)?)))));
    }
    for engine in ENGINES {
        if lanes.iter().all(|(other, _)| *other != engine) {
            let sentence = why_missing(engine, &missing);
            if !arguments.list {
                eprintln!("NOT TESTED in {}: {sentence}", engine::name(engine));
            }
            lanes.push((engine, Lane::Missing(sentence)));
        }
    }
    let mut trials = Vec::new();
    for test in MODULES.iter().copied().flatten() {
        for (engine, lane) in lanes.iter().filter(|(engine, _)| test.engines.contains(engine)) {
            // Without the name of this crate, which every path begins with.
            let path = test.name.split_once("::").map_or(test.name, |(_, path)| path);
            let name = format!("{}::{path}", engine::name(*engine));
            // Tests of this name only take pictures.
            let shows = path.rsplit("::").next().is_some_and(|name| name.starts_with("pictures"));
            if words::fit(words, &name) && (!shows || inspect::pictures()) {
                trials.push(trial(name, *test, lane.clone(), Arc::clone(&runner)));
            }
        }
    }
    // One thread per test. They wait: for the engine, whose tests run one by one, and for their
    // turn among the engines. With fewer threads, those might all wait for the same engine.
    arguments.test_threads.get_or_insert(trials.len().max(1));
    let conclusion = libtest_mimic::run(&arguments, trials);
    runner.tell_times();
    for (_, lane) in lanes {
        if let Lane::Open(page) = lane {
            let mut page = page.lock().unwrap_or_else(PoisonError::into_inner);
            runner.runtime.block_on(page.end());
        }
    }
    Ok(conclusion.exit_code())
}

/// What the tests of all engines share.
struct Runner {
    runtime: Runtime,
    at_a_time: Semaphore,
    /// How long each test took, with its turn.
    times: Mutex<Vec<(Duration, String)>>,
}

impl Runner {
    /// Where the time went: the slowest tests, and each module in each engine.
    fn tell_times(&self) {
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        times.sort_unstable_by(|a, b| b.cmp(a));
        println!("the slowest:");
        for (time, name) in times.iter().take(SLOWEST) {
            println!("{:5.1} s  {name}", time.as_secs_f64());
        }
        let mut modules: BTreeMap<&str, [f64; ENGINES.len()]> = BTreeMap::new();
        for (time, name) in times.iter() {
            let Some((engine, path)) = name.split_once("::") else { continue };
            let module = path.rsplit_once("::").map_or(path, |(module, _)| module);
            let column = ENGINES.iter().position(|known| engine::name(*known) == engine).unwrap_or_default();
            modules.entry(module).or_default()[column] += time.as_secs_f64();
        }
        println!("seconds  spent on");
        for (kind, (count, time)) in page::SPENT.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            println!("{:7.1}  {kind}: {count}", time.as_secs_f64());
        }
        println!("seconds  {:<20} {}", "module", ENGINES.map(|e| format!("{:>9}", engine::name(e))).join(""));
        for (module, row) in &modules {
            let all: f64 = row.iter().sum();
            println!("{all:7.1}  {module:<20} {}", row.map(|time| format!("{time:9.1}")).join(""));
        }
    }
}

/// An engine's page, or the sentence on why there is none.
#[derive(Clone)]
enum Lane {
    Open(Arc<Mutex<Page>>),
    Missing(String),
}

fn why_missing(engine: Engine, missing: &[String]) -> String {
    let name = engine::name(engine);
    let sentence = missing.iter().find(|sentence| sentence.to_lowercase().contains(name));
    sentence.cloned().unwrap_or_else(|| format!("{name} is missing. {}", missing.join(" ")))
}

fn trial(name: String, test: Test, lane: Lane, runner: Arc<Runner>) -> Trial {
    let full_name = name.clone();
    Trial::ignorable_test(name, move || match lane {
        Lane::Missing(sentence) if std::env::var_os("CI").is_some() => Err(sentence.into()),
        Lane::Missing(sentence) => Ok(Completion::ignored_with(sentence)),
        Lane::Open(page) => {
            let mut page = page.lock().unwrap_or_else(PoisonError::into_inner);
            let page = &mut *page;
            // A failed assertion shall not end the run, and its page is looked at first.
            let result = catch_unwind(AssertUnwindSafe(|| {
                runner.runtime.block_on(attempt(page, test, &full_name, &runner))
            }));
            let reason = match result {
                Ok(Ok(())) => return Ok(Completion::Completed),
                Ok(Err(error)) => format!("{error:#}"),
                Err(panic) => message(panic),
            };
            let evidence = runner.runtime.block_on(page.evidence(&full_name));
            Err(Failed::from(format!("{reason}\n{}", evidence.unwrap_or_default())))
        }
    })
}

async fn attempt(page: &mut Page, test: Test, name: &str, runner: &Runner) -> Result<()> {
    let _turn = runner.at_a_time.acquire().await?;
    let start = Instant::now();
    page::spent("beginning anew", page.begin()).await.context("the browser does not start")?;
    let limit = if soak::is_long() { SOAK_LIMIT } else { TEST_LIMIT };
    let result = timeout(limit, (test.run)(page)).await;
    runner.times.lock().unwrap_or_else(PoisonError::into_inner).push((start.elapsed(), name.to_owned()));
    match result {
        Ok(result) => result,
        Err(_) => {
            page.end().await; // it may still be busy with the last command
            Err(anyhow!("did not end within {limit:?}"))
        }
    }
}

fn message(panic: Box<dyn Any + Send>) -> String {
    match panic.downcast::<String>() {
        Ok(text) => *text,
        Err(panic) => panic.downcast_ref::<&str>().copied().unwrap_or("it panicked").to_owned(),
    }
}
