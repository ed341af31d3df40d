//! `cargo xtask fuzz [SECONDS]`: the loader and the importer under libFuzzer, guided by what code its input reaches.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

use crate::{
    read, root, run,
    setup::{self, Need},
    target, write,
};

/// How long a person's run takes when no time is given, in seconds.
pub const SECONDS: u32 = 60;

/// Counters at every edge and comparison, by flags that an ordinary stable compiler takes.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// Feeds both for so many seconds. What it has learned stays in `target/fuzz/corpus` for the next run.
///
/// # Errors
/// When an input breaks a promise (it lies in `target/fuzz` then), or the target can't be built.
pub fn fuzz(seconds: u32) -> Result<()> {
    setup::ensure(&root(), &[Need::Cxx], false)?;
    let folder = target().join("fuzz");
    let program = build(&folder)?;
    let corpus = folder.join("corpus");
    let school = read(&root().join("tests/school/plan.json"))?;
    // A first byte of 0 stands for text as it is; others for changes to the school's plan.
    write(&corpus.join("school"), ["\0", &school].concat())?;
    write(&corpus.join("unchanged"), [1])?;
    write(&corpus.join("changed"), (1..60).collect::<Vec<u8>>())?;
    // Progress, and the data files of each widget.
    for (name, start) in [
        ("progress", &b"p\x01"[..]),
        ("timeline", b"d\0\x01"),
        ("goals", b"d\x01\x01"),
        ("glossary", b"d\x02\x01"),
    ] {
        write(&corpus.join(name), [start, &(1..60).collect::<Vec<u8>>()].concat())?;
    }
    // A file of each format that is imported: parts of workbooks, and what files that are whole.
    let files = root().join("tests/hostile/files");
    for entry in fs::read_dir(&files).with_context(|| format!("{} can't be read", files.display()))? {
        let path = entry?.path();
        let kind: u8 = match path.file_stem().and_then(|stem| stem.to_str()) {
            Some("sheet") => 1,
            Some("content") => 2,
            Some("indicator") => 32,
            _ => 0,
        };
        let name = path.file_name().unwrap_or_default();
        write(&corpus.join(name), [&[b'i', kind], &*fs::read(&path)?].concat())?;
    }
    for name in ["harbour.xlsx", "harbour.ods"] {
        let bytes = fs::read(root().join("tests/package/sheets").join(name))?;
        write(&corpus.join(name), [b"i\0", &*bytes].concat())?;
    }
    let artifacts = format!("-artifact_prefix={}/", folder.display());
    // A minute by the clock, for neighbours may have the processor meanwhile.
    let limits =
        ["-timeout=60", "-rss_limit_mb=2048", "-max_len=32768", "-print_final_stats=1", "-verbosity=0"];
    let mut command = Command::new(program);
    command.current_dir(&folder).args(limits).arg(artifacts).arg(format!("-max_total_time={seconds}"));
    run("the fuzzer", command.arg(corpus))
}

fn build(folder: &Path) -> Result<PathBuf> {
    let host = host()?;
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root()).env("RUSTFLAGS", COVERAGE).args(["build", "--quiet", "--locked"]);
    // With a target, so that build scripts stay without counters.
    command.args(["--package", "fuzz", "--profile", "fuzz", "--target", &host, "--target-dir"]).arg(folder);
    run("The build of the fuzz target", &mut command)?;
    Ok(folder.join(host).join("fuzz/fuzz"))
}

fn host() -> Result<String> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("-vV").output().context("rustc could not be started")?;
    let text = String::from_utf8_lossy(&version.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc doesn't name its host")?.to_owned())
}
