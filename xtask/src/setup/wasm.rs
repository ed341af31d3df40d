//! A toolchain that builds for wasm32-unknown-unknown: rustup's, the system's, or Debian's.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Error, Result, anyhow, bail};

use super::Say;
use super::apt::{self, Apt};
use super::process::{answer, attempt, is_program, numbers, run, version, which};

const TARGET: &str = "wasm32-unknown-unknown";

/// rustup waits long for a network that swallows packets; 25 MB arrive well within this.
const FETCH: Duration = Duration::from_secs(120);

/// `rust-lld` of rust-web-llvm is a link to lld-22, which it does not depend on.
const DEBIAN: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];

/// The oldest rustc that builds this project, from the manifest.
const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// How std for wasm32-unknown-unknown is had.
pub struct Wasm {
    /// The toolchain's own cargo, not rustup's proxy.
    pub cargo: PathBuf,
    /// The toolchain's own rustc: hand it to cargo as `RUSTC`, which otherwise takes PATH's.
    pub rustc: PathBuf,
    /// Prebuilt or from source.
    pub kind: WasmKind,
    /// Whether the prebuilt std is there, used or not.
    pub prebuilt: bool,
    /// The linker, where the toolchain doesn't carry its own.
    pub linker: Option<PathBuf>,
    /// In words, such as `rustc 1.95.0, rust-src`.
    pub from: String,
}

/// Where std comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WasmKind {
    /// The prebuilt std, an ordinary stable toolchain.
    Stable,
    /// Std built from source with size flags (needs `RUSTC_BOOTSTRAP=1`).
    Lean,
}

impl WasmKind {
    /// Its name, for folders and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            WasmKind::Stable => "stable",
            WasmKind::Lean => "lean",
        }
    }
}

/// The toolchain to build WebAssembly with, as `PLAN_WASM` wants it.
///
/// # Errors
/// A sentence with the remedy.
pub fn find(say: Say, apt: &mut Apt) -> Result<Wasm> {
    let choice = env::var("PLAN_WASM").unwrap_or_default();
    let (wasm, installed) = match choice.as_str() {
        "" => any(say, apt)?,
        "stable" => stable(say)?,
        "debian" => debian(say, apt)?,
        _ => bail!("PLAN_WASM={choice} is not known: unset it, or set it to `stable` or `debian`."),
    };
    let how = if wasm.kind == WasmKind::Lean { " (std built from source)" } else { "" };
    let detail = format!("{}{how}, {}", wasm.from, wasm.cargo.display());
    say.found_or_installed(installed, "wasm", &detail);
    Ok(wasm)
}

/// Whether the toolchain on PATH has the prebuilt std.
#[must_use]
pub fn has_prebuilt_std() -> bool {
    Toolchain::current().is_some_and(|current| current.has(Part::Target))
}

/// Std from source first, and what is at hand before what has to be fetched.
fn any(say: Say, apt: &mut Apt) -> Result<(Wasm, bool)> {
    let current = Toolchain::current();
    let lean = current.as_ref().and_then(Toolchain::lean);
    if let Some(wasm) = lean.or_else(Toolchain::debian_lean) {
        return Ok((wasm, false));
    }
    let mut tried = Vec::new();
    if let Some(current) = current {
        let prebuilt = current.has(Part::Target);
        // The target first: a mirror may carry only that, and it is what std falls back to.
        tried.extend(current.fetch(say, &[Part::Target, Part::Source]).err());
        if let Some(wasm) = current.lean() {
            return Ok((wasm, true));
        }
        if let Some(wasm) = current.stable() {
            return Ok((wasm, !prebuilt));
        }
    }
    install_debian(say, apt, tried)
}

fn stable(say: Say) -> Result<(Wasm, bool)> {
    let Some(current) = Toolchain::current() else { return Err(missing(&[], false)) };
    let prebuilt = current.has(Part::Target);
    let tried = current.fetch(say, &[Part::Target]).err();
    let wasm = current.stable().ok_or_else(|| missing(tried.as_slice(), false))?;
    Ok((wasm, !prebuilt))
}

fn debian(say: Say, apt: &mut Apt) -> Result<(Wasm, bool)> {
    match Toolchain::debian_lean() {
        Some(wasm) => Ok((wasm, false)),
        None => install_debian(say, apt, Vec::new()),
    }
}

fn install_debian(say: Say, apt: &mut Apt, mut tried: Vec<Error>) -> Result<(Wasm, bool)> {
    if apt::is_here() {
        tried.extend(apt.install(say, "wasm", &DEBIAN).err());
    }
    let wasm = Toolchain::debian_lean().ok_or_else(|| missing(&tried, apt::is_here()))?;
    Ok((wasm, true))
}

/// The sentence for when nothing worked, `tried` being what went wrong on the way.
fn missing(tried: &[Error], has_apt: bool) -> Error {
    let tried: Vec<_> = tried.iter().map(|error| format!("{error:#}")).collect();
    let why = if tried.is_empty() { String::new() } else { format!(" ({})", tried.join("; ")) };
    let or = if has_apt { format!(", or {}", apt::remedy(&DEBIAN, "")) } else { String::new() };
    anyhow!("There is no usable std for {TARGET}{why}: {}{or}.", rustup_remedy())
}

fn rustup_remedy() -> &'static str {
    if which(&["rustup"]).is_some() {
        "with an open network type `rustup target add wasm32-unknown-unknown && rustup component add rust-src`"
    } else {
        "install Rust from https://rustup.rs and repeat"
    }
}

/// A part that rustup can add to a toolchain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Target,
    Source,
}

struct Toolchain {
    sysroot: PathBuf,
    version: String,
    /// The package that the source of std comes from.
    source: &'static str,
}

impl Toolchain {
    /// The toolchain that PATH's rustc stands for: rustup's proxy is asked for the real one.
    fn current() -> Option<Toolchain> {
        let sysroot = answer(&which(&["rustc"])?, &["--print", "sysroot"])?;
        Toolchain::at(PathBuf::from(sysroot), "rust-src")
    }

    /// Debian's, whatever comes first on PATH.
    fn debian_lean() -> Option<Wasm> {
        fs::metadata("/etc/debian_version").ok()?;
        Toolchain::at(PathBuf::from("/usr"), "Debian's rust-web-src")?.lean()
    }

    fn at(sysroot: PathBuf, source: &'static str) -> Option<Toolchain> {
        let text = answer(&sysroot.join("bin/rustc"), &["--version"])?;
        let version = version(&text).filter(|v| numbers(v) >= numbers(OLDEST))?.to_owned();
        Some(Toolchain { sysroot, version, source })
    }

    fn rustlib(&self) -> PathBuf {
        self.sysroot.join("lib/rustlib")
    }

    fn has(&self, part: Part) -> bool {
        match part {
            Part::Target => self.rustlib().join(TARGET).join("lib").is_dir(),
            // Exactly what cargo's build-std opens first.
            Part::Source => self.rustlib().join("src/rust/library/Cargo.lock").is_file(),
        }
    }

    fn stable(&self) -> Option<Wasm> {
        self.has(Part::Target).then(|| self.wasm(WasmKind::Stable, "prebuilt std"))?
    }

    fn lean(&self) -> Option<Wasm> {
        self.has(Part::Source).then(|| self.wasm(WasmKind::Lean, self.source))?
    }

    fn wasm(&self, kind: WasmKind, std: &str) -> Option<Wasm> {
        let linker = if self.has_linker() { None } else { Some(which(&["rust-lld", "wasm-ld"])?) };
        let bundled = self.sysroot.join("bin/cargo");
        let cargo = if is_program(&bundled) { bundled } else { which(&["cargo"])? };
        let from = format!("rustc {}, {std}", self.version);
        Some(Wasm {
            cargo,
            rustc: self.sysroot.join("bin/rustc"),
            kind,
            prebuilt: self.has(Part::Target),
            linker,
            from,
        })
    }

    fn has_linker(&self) -> bool {
        let Ok(dirs) = fs::read_dir(self.rustlib()) else { return false };
        dirs.flatten().any(|dir| is_program(&dir.path().join("bin/rust-lld")))
    }

    /// rustup's name for this toolchain, if it is one of rustup's own.
    fn name(&self) -> Option<String> {
        let parent = self.sysroot.parent().and_then(Path::file_name);
        let name = self.sysroot.file_name()?.to_str()?;
        (parent? == "toolchains").then(|| name.to_owned())
    }

    /// Has rustup add those of `parts` that are not here; does nothing without rustup.
    fn fetch(&self, say: Say, parts: &[Part]) -> Result<()> {
        let (Some(name), Some(rustup)) = (self.name(), which(&["rustup"])) else { return Ok(()) };
        for part in parts.iter().filter(|part| !self.has(**part)) {
            let args = match part {
                Part::Target => ["target", "add", TARGET],
                Part::Source => ["component", "add", "rust-src"],
            };
            let typed = format!("rustup {}", args.join(" "));
            // One note for all parts: where the first can't be fetched, the next can't either.
            attempt(say, &format!("rustup-{name}"), || {
                say.runs("wasm", &typed, "seconds, at most 2 minutes");
                let mut command = Command::new(&rustup);
                run(&typed, command.args(args).args(["--toolchain", &name]), FETCH)
            })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toolchain(sysroot: &str) -> Toolchain {
        Toolchain { sysroot: PathBuf::from(sysroot), version: "1.95.0".into(), source: "rust-src" }
    }

    #[test]
    fn only_rustups_own_toolchains_have_a_name() {
        let own = toolchain("/home/a/.rustup/toolchains/stable-x86_64-unknown-linux-gnu");
        assert_eq!(own.name().as_deref(), Some("stable-x86_64-unknown-linux-gnu"));
        assert_eq!(toolchain("/usr").name(), None);
        assert_eq!(toolchain("/home/a/rust/build/host/stage1").name(), None);
    }

    #[test]
    fn an_empty_folder_is_no_toolchain() {
        assert!(Toolchain::at(PathBuf::from("/nonexistent"), "rust-src").is_none());
        assert!(toolchain("/nonexistent").lean().is_none());
        assert!(toolchain("/nonexistent").stable().is_none());
    }
}
