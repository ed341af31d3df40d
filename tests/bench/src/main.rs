//! Our widgets compared with what a page would use instead: `cargo xtask bench timeline`, which says what it
//! prints, and `cargo xtask bench annotate`.

mod annotate;
mod items;
mod library;
mod measure;
mod publish;
mod report;
mod site;
mod ways;

use std::env;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail, ensure};
use browser::{page::Page, webdriver};
use serde_json::{Map, json};
use tokio::runtime::Runtime;
use xtask::build;
use xtask::server::Site;
use xtask::setup::{self, Browser, Engine, Need};
use xtask::{read, root};

use crate::library::{LIBRARIES, Library};
use crate::report::{Measured, Report};
use crate::site::Ours;

/// A school's plan, a city's, and what a database would make of it.
const COUNTS: [usize; 3] = [57, 1_000, 10_000];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["annotate"] => terms(false),
        ["annotate", "--write"] => terms(true),
        _ => options(&arguments).and_then(|options| bench(&options)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What was asked for.
struct Options {
    write: bool,
    ours: Ours,
    counts: Vec<usize>,
    /// Empty for all.
    only: Vec<String>,
}

impl Options {
    fn wants(&self, library: &Library) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == library.name)
    }
}

fn options(mut arguments: &[&str]) -> Result<Options> {
    let mut options = Options { write: false, ours: Ours::Package, counts: Vec::new(), only: Vec::new() };
    while let [first, rest @ ..] = arguments {
        arguments = match (*first, rest) {
            ("--write", rest) => {
                options.write = true;
                rest
            }
            ("--stand-in", rest) => {
                options.ours = Ours::StandIn;
                rest
            }
            ("--items", [count, rest @ ..]) => {
                options
                    .counts
                    .push(count.parse().with_context(|| format!("\"{count}\" is no number of items"))?);
                rest
            }
            ("--only", [name, rest @ ..]) => {
                if LIBRARIES.iter().all(|library| library.name != *name) {
                    bail!("`{name}` is not one of {}", LIBRARIES.map(|library| library.name).join(", "));
                }
                options.only.push((*name).to_owned());
                rest
            }
            _ => bail!("`{first}` is not one of --write, --items N, --only NAME, --stand-in"),
        };
    }
    let whole = options.counts.is_empty() && options.only.is_empty() && options.ours == Ours::Package;
    if options.write && !whole {
        bail!("--write is for a whole run: leave out --items, --only and --stand-in");
    }
    if options.counts.is_empty() {
        options.counts = COUNTS.to_vec();
    }
    Ok(options)
}

fn bench(options: &Options) -> Result<()> {
    if options.ours == Ours::Package {
        build::build()?;
    }
    let tools = setup::ensure(&root(), &[Need::Npm, Need::Browsers], false)?;
    let npm = tools.npm.context("npm's packages are missing: run `cargo xtask setup`")?;
    let chromium = tools.browsers.into_iter().find(|browser| browser.engine == Engine::Chromium);
    let chromium = chromium.context("Chromium is missing: run `cargo xtask setup`")?;
    site::prepare(&npm, options.ours, &options.counts)?;
    let runtime = Runtime::new()?;
    runtime.spawn(webdriver::end_with_program(|| ()));
    let (report, ways) = runtime.block_on(run(chromium, options))?;
    println!("{}\n{ways}", publish::markdown(&report));
    if options.ours == Ours::StandIn {
        println!("\nNo result: {} was a stand-in.", LIBRARIES[0].name);
    }
    if options.write {
        ensure!(report.is_whole(), "nothing is written: {} was not measured whole", LIBRARIES[0].name);
        publish::publish(&report)?;
        println!("\nWritten to www/bench and www/en/bench.");
    }
    Ok(())
}

/// Measures the marking of terms, and puts it onto the site if that is asked for.
fn terms(write: bool) -> Result<()> {
    build::build()?;
    let tools = setup::ensure(&root(), &[Need::Npm, Need::Browsers], false)?;
    let chromium = tools.browsers.into_iter().find(|browser| browser.engine == Engine::Chromium);
    let chromium = chromium.context("Chromium is missing: run `cargo xtask setup`")?;
    site::install()?;
    let run = Runtime::new()?.block_on(annotate::run(chromium))?;
    if write {
        publish::terms(&run)?;
        println!("\nWritten to www/bench and www/en/bench.");
    }
    Ok(())
}

/// Measures everything that was asked for, one after the other.
async fn run(browser: Browser, options: &Options) -> Result<(Report, String)> {
    let ours = ways::names().map(|name| (name, json!(ways::TITLES)));
    let titles: Map<String, _> = LIBRARIES
        .iter()
        .map(|library| (library.name.to_owned(), json!(library.titles)))
        .chain(ours)
        .collect();
    let probe = read(&root().join("tests/bench/probe.js"))?;
    let watch = "[location.pathname.replace(/^\\/|-\\d+\\.html$/g, \"\")]";
    let head = format!("<script>{probe}\n__bench.watch({}{watch})</script>", json!(titles));
    let site = Site { mounts: vec![("/".to_owned(), site::folder())], head, brotli: true, ..Site::default() };
    let mut page = Page::of(browser, site)?;
    let mut measured = Vec::new();
    for items in &options.counts {
        for library in LIBRARIES.iter().filter(|library| options.wants(library)) {
            eprint!("{}, {items} items: ", library.name);
            let measures = measure::measure(&mut page, library, *items).await?;
            eprintln!("{measures}");
            measured.push(Measured { name: library.name, items: *items, measures });
        }
    }
    let ways = match options.ours {
        Ours::Package => ways::measure(&mut page).await?,
        Ours::StandIn => Vec::new(),
    };
    let ways = ways::markdown(&ways, &measured, options.counts[0]);
    let date = measure::today(&mut page).await?;
    Ok((Report::of(&page.browser, date, site::versions()?, &measured, &options.counts), ways))
}
