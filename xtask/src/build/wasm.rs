//! The WebAssembly module: cargo, wasm-bindgen, wasm-opt.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use super::lines;
use crate::{
    root, run,
    setup::{Npm, Wasm, WasmKind},
    target, write,
};

/// The crate that the modules are made of.
const ELEMENT: &str = "plan-widgets-element";

/// The one of [`IMPORT`], and its feature.
const OF_IMPORT: (&str, &str) = ("plan-widgets-import", "module");

const TRIPLE: &str = "wasm32-unknown-unknown";

/// What makes modules small.
const SMALL: [&str; 5] = [
    "--converge",
    "--gufa",
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=4",
    // Rust's stack comes first in memory, and its lowest kilobyte is used by an overflow only.
    "--low-memory-unused",
];

/// What browsers of the last years all take. Never `--all-features`: they would refuse the encodings.
const ENCODINGS: [&str; 8] = [
    "--strip-target-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The names that `stub.rs` knows functions by.
const NAMES: &str = "-Csymbol-mangling-version=v0";

/// A panic becomes a trap without a message (the shell notices either), and nothing prints a location or a `Debug`. LLVM
/// counts calls for more than they weigh in WebAssembly, yet inlines best so; what it does to loops and loads for speed
/// is undone. Functions are compiled in the crate that calls them, as if there were one.
const LEAN: &str = "-Cpanic=immediate-abort -Zunstable-options -Zfmt-debug=none -Zlocation-detail=none \
    -Cllvm-args=-inline-call-penalty=35 -Cllvm-args=-disable-lsr -Cllvm-args=-enable-load-pre=0 -Zcross-crate-inline-threshold=always";

/// What cargo's name for a compiled library has in it, as well as flags and features: without it the modules, which are one
/// library with other features, would overwrite each other. rustc's own build uses it; [`compile`] makes sure that it works.
const METADATA: &str = "__CARGO_DEFAULT_LIB_METADATA";

/// The features of the modules that put nothing into pages, whose glue is bundled with what uses it.
pub const PLAIN: [&str; 7] = ["annotate", "check", "check-goals", "language", "picture", SERVER, IMPORT];

/// The one for servers: made for speed, and started without waiting.
pub const SERVER: &str = "render";

/// The one that reads spreadsheets, for the package's command: made for speed, and never in a page of readers.
pub const IMPORT: &str = "import";

/// Those that pages don't load.
pub const BESIDE_PAGES: [&str; 2] = [SERVER, IMPORT];

/// The module and the JavaScript that wasm-bindgen made for it.
pub struct Module {
    /// Optimised.
    pub wasm: Vec<u8>,
    /// An ES module.
    pub glue: String,
}

/// What cargo has made of one of the crate's features: to be finished by [`finish`], which needs no cargo and may run
/// during the next compilation.
pub struct Compiled {
    feature: &'static str,
    wasm: PathBuf,
    made: PathBuf,
}

/// Compiles the module of one of the crate's features.
///
/// # Errors
/// When it doesn't compile.
pub fn compiled(toolchain: &Wasm, feature: &'static str) -> Result<Compiled> {
    println!("The module of `{feature}`, one of {}", super::MODULES.len() + PLAIN.len());
    let (package, asked) = if feature == IMPORT { OF_IMPORT } else { (ELEMENT, feature) };
    let library = ["rustc", "--lib", "--crate-type", "cdylib", "--package", package, "--features", asked];
    let name = package.replace('-', "_");
    let compiled =
        compile(toolchain, &library, Some(&name), Purpose::of(feature))?.join(name).with_extension("wasm");
    let made = folder(toolchain).join(format!("made-{feature}"));
    fs::create_dir_all(&made)?;
    // The next module gets the same name.
    let wasm = made.join("compiled.wasm");
    fs::copy(&compiled, &wasm).with_context(|| format!("{} can't be copied", compiled.display()))?;
    Ok(Compiled { feature, wasm, made })
}

/// Makes the module that is shipped of what was compiled; what hasn't changed since the last time is not made again.
///
/// # Errors
/// When a tool fails.
pub fn finish(npm: &Npm, Compiled { feature, wasm: compiled, made }: &Compiled) -> Result<Module> {
    let key = key(compiled)?;
    let [key_file, glue, bound, optimised] =
        ["key", "glue.js", "bound.wasm", "optimised.wasm"].map(|f| made.join(f));
    if !fs::read_to_string(&key_file).is_ok_and(|last| last == key) {
        let mut wasm = fs::read(compiled)?;
        if !PLAIN.contains(feature) {
            wasm = super::stub::stub(&wasm)?;
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
        // The largest module would take longer than all others together, and nobody waits for its bytes.
        let passes = match *feature {
            IMPORT => vec!["-O1"],
            SERVER => [&["-O3"], &SMALL[..]].concat(),
            _ => [&["-Oz"], &SMALL[..]].concat(),
        };
        run("wasm-opt", command.arg(&bound).arg("-o").arg(&optimised).args(passes).args(ENCODINGS))?;
        write(&key_file, key)?;
    }
    Ok(Module { wasm: fs::read(&optimised)?, glue: crate::read(&glue)? })
}

/// Compiles Yew applications, packages of the workspace, all at once: their dependencies get the features that any needs.
/// Gives each as wasm-bindgen leaves it in a folder of `folder`.
///
/// # Errors
/// When one doesn't compile.
pub fn applications(toolchain: &Wasm, packages: &[&str], into: &Path) -> Result<()> {
    let mut arguments = vec!["build", "--bins"];
    arguments.extend(packages.iter().flat_map(|package| ["--package", package]));
    let folder = compile(toolchain, &arguments, None, Purpose::Pages)?;
    for package in packages {
        let name = package.replace('-', "_");
        // Cargo names a program as its package, hyphens and all.
        let compiled = folder.join(package).with_extension("wasm");
        let to = into.join(package);
        fs::create_dir_all(&to)?;
        let mut bindgen = Bindgen::new();
        bindgen.input_path(compiled).out_name(&name).web(true)?.typescript(false);
        bindgen.omit_default_module_path(false).generate(to)?;
    }
    Ok(())
}

/// The crate of the editor.
const EDITOR: &str = "plan-widgets-editor";

/// The editor: its module, and wasm-bindgen's JavaScript for it. A Yew application as others make one, of a profile that
/// compiles soon; what hasn't changed since the last time is not made again.
///
/// # Errors
/// When it doesn't compile, or a tool fails.
pub fn editor(toolchain: &Wasm, npm: &Npm) -> Result<Module> {
    let library = ["rustc", "--lib", "--crate-type", "cdylib", "--package", EDITOR, "--features", "page"];
    let name = EDITOR.replace('-', "_");
    let compiled = compile(toolchain, &library, None, Purpose::Editors)?.join(name).with_extension("wasm");
    let made = folder(toolchain).join("made-editor");
    fs::create_dir_all(&made)?;
    let [key_file, glue, bound, optimised] =
        ["key", "glue.js", "bound.wasm", "optimised.wasm"].map(|file| made.join(file));
    let key = format!("{:x}", Sha256::digest(fs::read(&compiled)?)) + include_str!("wasm.rs");
    if !fs::read_to_string(&key_file).is_ok_and(|last| last == key) {
        let mut output = Bindgen::new()
            .input_path(&compiled)
            .web(true)?
            .typescript(false)
            .omit_default_module_path(true)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate_output()?;
        write(&bound, output.wasm_mut().emit_wasm())?;
        write(&glue, output.js())?;
        let mut command = Command::new(npm.bin("wasm-opt"));
        run("wasm-opt", command.arg(&bound).arg("-o").arg(&optimised).arg("-Os").args(ENCODINGS))?;
        write(&key_file, key)?;
    }
    Ok(Module { wasm: fs::read(&optimised)?, glue: crate::read(&glue)? })
}

/// A module for developers: with the names of functions, messages of panics, and a source map.
pub struct DevModule {
    /// Its bytes, which name the source map.
    pub wasm: Vec<u8>,
    /// The source map, with the sources in it.
    pub map: String,
    /// An ES module.
    pub glue: String,
}

/// Builds one of the crate's features for developers; the source map will be at `map`.
///
/// # Errors
/// When it doesn't compile, or has no lines of its source.
pub fn dev(toolchain: &Wasm, feature: &str, map: &str) -> Result<DevModule> {
    let features = format!("{feature},dev");
    let library = ["rustc", "--lib", "--crate-type", "cdylib", "--package", ELEMENT, "--features", &features];
    let name = ELEMENT.replace('-', "_");
    let compiled =
        compile(toolchain, &library, Some(&name), Purpose::Developers)?.join(name).with_extension("wasm");
    let mut output = Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .keep_debug(true)
        .demangle(true)
        .generate_output()?;
    let bound = output.wasm_mut().emit_wasm();
    let sources = lines::source_map(&bound)?;
    Ok(DevModule { wasm: lines::with_map(bound, map), map: sources, glue: output.js().to_owned() })
}

/// Whom a module is compiled for.
#[derive(Clone, Copy, PartialEq)]
enum Purpose {
    /// Readers: as small as can be.
    Pages,
    /// Servers: fast.
    Servers,
    /// A command: fast as well, and soon compiled, for nobody waits for its bytes.
    Commands,
    /// Developers: soon.
    Developers,
    /// Who opens the editor: small enough, and soon compiled.
    Editors,
}

impl Purpose {
    fn of(feature: &str) -> Self {
        match feature {
            SERVER => Self::Servers,
            IMPORT => Self::Commands,
            _ => Self::Pages,
        }
    }
}

/// A folder for each kind of build: other flags would rebuild everything at each turn.
fn folder(toolchain: &Wasm) -> PathBuf {
    target().join("wasm").join(toolchain.kind.name())
}

/// Runs cargo with these arguments, and gives the folder of what it has made: one for all modules, so that std and the
/// dependencies are compiled once. `library` is the name of a library that other features make other modules of.
fn compile(toolchain: &Wasm, cargo: &[&str], library: Option<&str>, purpose: Purpose) -> Result<PathBuf> {
    let dev = purpose == Purpose::Developers;
    let folder = if dev { target().join("dev/cargo") } else { folder(toolchain) };
    let profile = match purpose {
        Purpose::Developers => "dev-wasm",
        Purpose::Editors => "editor",
        Purpose::Pages | Purpose::Servers | Purpose::Commands => "wasm",
    };
    let mut command = Command::new(&toolchain.cargo);
    command
        .current_dir(root())
        .env("RUSTC", &toolchain.rustc)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env(METADATA, "plan-widgets")
        .args(cargo)
        .args(["--locked", "--profile", profile, "--target", TRIPLE, "--target-dir"])
        .arg(&folder);
    // Apart from the host's, if that has a folder of its own.
    let build = env::var_os("CARGO_BUILD_BUILD_DIR").map_or_else(
        || folder.clone(),
        |all| PathBuf::from(all).join("wasm").join(if dev { "dev" } else { toolchain.kind.name() }),
    );
    command.env("CARGO_BUILD_BUILD_DIR", &build);
    if let Some(linker) = &toolchain.linker {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    }
    let lean = toolchain.kind == WasmKind::Lean;
    // What is prebuilt comes sooner.
    if if dev { !toolchain.prebuilt } else { lean } {
        command.env("RUSTC_BOOTSTRAP", "1").args(["-Z", "build-std=std,panic_abort"]);
    }
    if dev {
        command.arg("--quiet").env_remove("RUSTFLAGS");
    } else {
        let mut flags: Vec<String> = NAMES.split(' ').map(Into::into).collect();
        if lean {
            command.args(["-Z", "build-std-features=optimize_for_size"]);
            flags.extend(LEAN.split_whitespace().map(Into::into));
        }
        // Names of files stand where panics say where they are, and in the editor, which has all of Yew.
        if !lean || purpose == Purpose::Editors {
            flags.extend(elsewhere());
        }
        command.env_remove("RUSTFLAGS").env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    }
    if matches!(purpose, Purpose::Servers | Purpose::Commands) {
        command.env("CARGO_PROFILE_WASM_OPT_LEVEL", "3");
    }
    if purpose == Purpose::Commands {
        command.env("CARGO_PROFILE_WASM_LTO", "off").env("CARGO_PROFILE_WASM_CODEGEN_UNITS", "16");
    }
    let what = "The build of the WebAssembly module";
    if dev {
        crate::said(what, &mut command)?
    } else {
        run(what, &mut command)?
    }
    if let Some(name) = library {
        let shared = build.join(TRIPLE).join(profile).join("deps").join(name).with_extension("wasm");
        ensure!(
            !shared.exists(),
            "cargo gives modules of other features one name, {}, so that one could be taken for another: \
             see METADATA in xtask/src/build/wasm.rs",
            shared.display()
        );
    }
    Ok(folder.join(TRIPLE).join(profile))
}

/// Has the compiler name no folder of this machine, so that the same sources become the same bytes anywhere.
fn elsewhere() -> impl Iterator<Item = String> {
    let folders = own_folders().into_iter().zip(["/cargo", "/rustup", "/plan-widgets"]);
    folders.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()))
}

/// Folders that differ from machine to machine and in which sources are: cargo's, rustup's, and the checkout.
#[must_use]
pub fn own_folders() -> [PathBuf; 3] {
    let of = |name: &str| env::var_os(name).map(PathBuf::from);
    let home = of("HOME").or_else(|| of("USERPROFILE")).unwrap_or_default();
    let [cargo, rustup] = [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")]
        .map(|(name, folder)| of(name).unwrap_or_else(|| home.join(folder)));
    [cargo, rustup, root()]
}

/// Build one input of the later steps from another: the module, the flags, the tools' versions.
fn key(compiled: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    let bytes = fs::read(compiled).with_context(|| format!("{} can't be read", compiled.display()))?;
    hash.update(bytes);
    hash.update(SMALL.join(" ") + &ENCODINGS.join(" "));
    hash.update(include_str!("wasm.rs"));
    hash.update(include_str!("glue.rs"));
    hash.update(include_str!("stub.rs"));
    hash.update(crate::read(&root().join("Cargo.lock"))?);
    hash.update(crate::read(&root().join("xtask/package-lock.json"))?);
    Ok(format!("{:x}", hash.finalize()))
}
