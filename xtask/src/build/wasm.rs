//! The WebAssembly module: cargo, wasm-bindgen, wasm-opt.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    root, run,
    setup::{Npm, Wasm, WasmKind},
    target, write,
};

const TRIPLE: &str = "wasm32-unknown-unknown";

/// What browsers of the last years all take. Never `--all-features`: they would refuse the encodings.
const WASM_OPT: [&str; 13] = [
    "--converge",
    "--gufa",
    "--strip-target-features",
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=4",
    // Rust's stack comes first in memory, and its lowest kilobyte is used by an overflow only.
    "--low-memory-unused",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The names that `snip.rs` knows functions by.
const NAMES: &str = "-Csymbol-mangling-version=v0";

/// A panic becomes a trap without a message (the shell notices either), and nothing prints a place or a `Debug`. LLVM
/// counts calls for more than they weigh in WebAssembly, yet inlines best so; what it does to loops and loads for speed
/// is undone.
const LEAN: &str = "-Cpanic=immediate-abort -Zunstable-options -Zfmt-debug=none -Zlocation-detail=none \
    -Cllvm-args=-inline-call-penalty=35 -Cllvm-args=-disable-lsr -Cllvm-args=-enable-load-pre=0";

/// The features of the modules that put nothing into pages, whose glue is bundled with what uses it.
pub const PLAIN: [&str; 4] = ["annotate", "check", "check-goals", SERVER];

/// The one for servers: made for speed, and started without waiting.
pub const SERVER: &str = "render";

/// The module and the JavaScript that wasm-bindgen made for it.
pub struct Module {
    /// Optimised.
    pub wasm: Vec<u8>,
    /// An ES module.
    pub glue: String,
}

/// Builds the module of one of the crate's features; what hasn't changed since the last time is not made again.
///
/// # Errors
/// When it doesn't compile, or a tool fails.
pub fn module(toolchain: &Wasm, npm: &Npm, feature: &str) -> Result<Module> {
    println!("The module of `{feature}`, one of {}", super::MODULES.len() + PLAIN.len());
    let package = ["--package", "plan-widgets", "--features", feature];
    let compiled = compile(toolchain, &package, "plan_widgets", feature)?;
    let made = folder(toolchain, &format!("made-{feature}"));
    let key = key(&compiled)?;
    let [key_file, glue, bound, optimised] =
        ["key", "glue.js", "bound.wasm", "optimised.wasm"].map(|f| made.join(f));
    if !fs::read_to_string(&key_file).is_ok_and(|last| last == key) {
        let mut wasm = fs::read(&compiled)?;
        if !PLAIN.contains(&feature) {
            wasm = super::snip::snip(&wasm)?;
        }
        let mut output = Bindgen::new()
            .input_bytes("plan_widgets", wasm)
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate_output()?;
        let mut names = Vec::new();
        let module = output.wasm_mut();
        for import in module.imports.iter_mut() {
            // There is one, and each import names it.
            import.module = "_".into();
        }
        let imports = module.imports.iter_mut().map(|import| &mut import.name);
        for name in imports.chain(module.exports.iter_mut().map(|export| &mut export.name)) {
            let at = names.iter().position(|known| known == name).unwrap_or(names.len());
            if at == names.len() {
                names.push(name.clone());
            }
            *name = super::glue::short(at);
        }
        write(&bound, module.emit_wasm())?;
        let named = super::glue::replace_once(output.js(), "\"./plan_widgets_bg.js\"", "\"_\"")?;
        write(&glue, super::glue::rename(&named, &names))?;
        let mut command = Command::new(npm.bin("wasm-opt"));
        let level = if feature == SERVER { "-O3" } else { "-Oz" };
        run("wasm-opt", command.arg(&bound).arg("-o").arg(&optimised).arg(level).args(WASM_OPT))?;
        write(&key_file, key)?;
    }
    Ok(Module { wasm: fs::read(&optimised)?, glue: crate::read(&glue)? })
}

/// The Yew application that the browser tests open, as wasm-bindgen leaves it.
///
/// # Errors
/// When it doesn't compile.
pub fn yew_host(toolchain: &Wasm) -> Result<()> {
    // Beside the elements' module, with which it shares most of what is compiled.
    let compiled = compile(toolchain, &["--package", "yew-host"], "yew_host", "element")?;
    Bindgen::new().input_path(compiled).web(true)?.typescript(false).generate(target().join("yew-host"))
}

/// A folder for each kind of build: other flags would rebuild everything at each turn, and cargo gives a module the
/// same name whatever its features are.
fn folder(toolchain: &Wasm, name: &str) -> PathBuf {
    target().join("wasm").join(toolchain.kind.name()).join(name)
}

fn compile(toolchain: &Wasm, package: &[&str], name: &str, place: &str) -> Result<PathBuf> {
    let folder = folder(toolchain, place);
    let mut command = Command::new(&toolchain.cargo);
    command
        .current_dir(root())
        .env("RUSTC", &toolchain.rustc)
        .env_remove("RUSTUP_TOOLCHAIN")
        .args(["rustc", "--lib", "--crate-type", "cdylib", "--profile", "wasm", "--locked"])
        .args(package)
        .args(["--target", TRIPLE, "--target-dir"])
        .arg(&folder);
    if let Some(linker) = &toolchain.linker {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    }
    if toolchain.kind == WasmKind::Lean {
        command.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", [NAMES, LEAN].join(" ")).args([
            "-Z",
            "build-std=std,panic_abort",
            "-Z",
            "build-std-features=optimize_for_size",
        ]);
    } else {
        command.env("RUSTFLAGS", NAMES);
    }
    if place == SERVER {
        command.env("CARGO_PROFILE_WASM_OPT_LEVEL", "3");
    }
    run("The build of the WebAssembly module", &mut command)?;
    Ok(folder.join(TRIPLE).join("wasm").join(name).with_extension("wasm"))
}

/// Tells one input of the later steps from another: the module, the flags, the tools' versions.
fn key(compiled: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    let bytes = fs::read(compiled).with_context(|| format!("{} can't be read", compiled.display()))?;
    hash.update(bytes);
    hash.update(WASM_OPT.join(" "));
    hash.update(include_str!("wasm.rs"));
    hash.update(include_str!("glue.rs"));
    hash.update(include_str!("snip.rs"));
    hash.update(crate::read(&root().join("Cargo.lock"))?);
    hash.update(crate::read(&root().join("xtask/package-lock.json"))?);
    Ok(format!("{:x}", hash.finalize()))
}
