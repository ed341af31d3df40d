//! `cargo xtask <task>`: the whole way from a fresh machine to a tested package.

use std::{env, process::ExitCode};

use anyhow::{Context, Result, bail};
use xtask::{
    audit, bench, build, check, dev, fuzz, generate, languages, lighthouse, mutants, outdated, pack, release,
    root, serve, setup, size, test, verify,
};

const TASKS: &str = "cargo xtask <task>

  setup                     find or install what the build and the tests need
  build [MODULE]            the package in pkg/dist and the site in target/www; or one module alone, beside that
  serve [--port N]          build, and show the gallery on localhost
  dev [MODULE] [--port N]   build quickly, for developers, and show the gallery; saved files reload its pages. MODULE, one
                            of timeline, goals, glossary, overview, is all that a change of Rust rebuilds then
  test                      every check
  test PART[,PART] [WORD …] some of it: check, host, build, package, stress, browser, wordpress; words choose among the
                            last two's tests by their names, as in `test browser chromium timeline`
  test --fresh              every check in a copy of the checkout, with empty caches and nothing compiled
  pictures [WORD …]         what the browser tests with these words in their names show (all that take only pictures, without
                            any), in target/screenshots: three engines, light and dark, narrow and wide
  check                     formatting, lints, docs, types
  format                    format Rust, JavaScript and CSS
  generate                  refresh the files made from the definitions of the elements
  language TAG              begin the file of a language in src/view/languages, with what CLDR knows of it
  size [--json | --write]   bytes of each shipped file, and what a page downloads per widget; --write keeps the latter for
                            the documents
  verify [--plan FILE] [--source FILE] [--json]
                            hold a plan against itself, and its wording against the text that it cites
  bench timeline [--write] [--items N] [--only NAME] [--stand-in]
                            the timeline compared with three others, in a quarter of an hour; --write puts it onto
                            the site
  bench annotate [--write]  the marking of terms compared with mark.js
  fuzz [SECONDS]            feed the loader with hostile models, progress and data files, the importer with files
  stress [SECONDS]          the part `stress`, with as much time for chance shapes and for the fuzzer (300 without it)
  mutants [FILE …]          change src/model and src/view, or these files, in thousands of places one by one, and list the
                            changes that no host test notices, by cargo-mutants: minutes to hours
  outdated                  dependencies that are behind, and the pins that hold them
  audit [--offline]         known weaknesses, licences and sources of what we depend on, by cargo-deny and npm
  lighthouse [--performance]
                            Lighthouse's scores of the site that is built: accessibility, best practices and search
                            engines, or performance, on a machine that does nothing else
  pack                      the npm package as target/plan-widgets.tgz, the crate as target/plan-widgets.crate
  release VERSION [--draft] what a person then publishes: package, crate, site, checksums, SBOM, notices, notes";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match task(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn task(arguments: &[&str]) -> Result<()> {
    use setup::Need::{Browsers, Cxx, Hugo, Npm, Wasm, WordPress};
    let root = root();
    match arguments {
        [] | ["help" | "--help" | "-h"] => println!("{TASKS}"),
        ["setup"] => drop(setup::ensure(&root, &[Wasm, Npm, Cxx, Browsers, Hugo, WordPress], true)?),
        ["build"] => {
            build::build()?;
            println!("The package is in pkg/dist, the site in {}.", xtask::target().join("www").display());
        }
        ["build", module] => build::alone(module)?,
        ["serve"] => serve::serve(serve::PORT)?,
        ["serve", "--port", port] => serve::serve(number(port)?)?,
        ["dev"] => dev::dev(None, serve::PORT)?,
        ["dev", "--port", port] => dev::dev(None, number(port)?)?,
        ["dev", module] => dev::dev(Some(module), serve::PORT)?,
        ["dev", module, "--port", port] => dev::dev(Some(module), number(port)?)?,
        [dev::PAGES] => dev::pages()?,
        ["test", arguments @ ..] => test::test(arguments)?,
        ["pictures", words @ ..] => test::pictures(words)?,
        ["check"] => check::check()?,
        ["format"] => check::format()?,
        ["generate"] => generate::write()?,
        ["language", tag] => languages::begin(tag)?,
        ["size"] => size::print(false)?,
        ["size", "--write"] => size::keep()?,
        ["size", "--json"] => size::print(true)?,
        ["verify", rest @ ..] => verify::verify(&verify_options(rest)?)?,
        ["bench", "timeline", rest @ ..] => bench::bench(rest)?,
        ["bench", "annotate"] => bench::bench(&["annotate"])?,
        ["bench", "annotate", "--write"] => bench::bench(&["annotate", "--write"])?,
        ["fuzz"] => fuzz::fuzz(fuzz::SECONDS)?,
        ["fuzz", seconds] => match seconds.parse() {
            Ok(seconds) => fuzz::fuzz(seconds)?,
            Err(_) => bail!("\"{seconds}\" is no number of seconds"),
        },
        ["stress"] => test::stress(300)?,
        ["stress", seconds] => {
            test::stress(seconds.parse().with_context(|| format!("\"{seconds}\" is no number of seconds"))?)?
        }
        ["mutants", files @ ..] => mutants::mutants(files)?,
        ["lighthouse"] => lighthouse::lighthouse(lighthouse::Scores::Quality)?,
        ["lighthouse", "--performance"] => lighthouse::lighthouse(lighthouse::Scores::Performance)?,
        ["pack"] => pack::pack()?.iter().for_each(|file| println!("{}", file.display())),
        ["audit"] => audit::audit(false)?,
        ["audit", "--offline"] => audit::audit(true)?,
        ["outdated"] => outdated::outdated()?,
        ["release", version] => release::release(version, false)?,
        ["release", version, "--draft"] => release::release(version, true)?,
        [task, ..] => match TASKS.lines().find(|line| line.split_whitespace().next() == Some(task)) {
            Some(usage) => bail!("`{}` is not how it is called:\n\n{usage}", arguments.join(" ")),
            None => bail!("There is no task `{task}`.\n\n{TASKS}"),
        },
    }
    Ok(())
}

fn number(port: &str) -> Result<u16> {
    port.parse().with_context(|| format!("\"{port}\" is no port: give a number from 1 to 65535"))
}

fn verify_options(mut arguments: &[&str]) -> Result<verify::Options> {
    let mut options = verify::Options::default();
    while let [first, rest @ ..] = arguments {
        arguments = match (*first, rest) {
            ("--json", rest) => {
                options.json = true;
                rest
            }
            ("--plan", [file, rest @ ..]) => {
                options.plan = Some(file.into());
                rest
            }
            ("--source", [file, rest @ ..]) => {
                options.source = Some(file.into());
                rest
            }
            _ => bail!("`{first}` is not one of --plan FILE, --source FILE, --json"),
        };
    }
    Ok(options)
}
