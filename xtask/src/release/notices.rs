//! Who made what the package has in it: every crate in its modules and every npm package in its scripts, with their
//! licences, as these ask for.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{check, output, read, root};

/// The npm packages that are bundled into what is shipped, or whose data are.
const NPM: [&str; 8] = [
    "cldr-core",
    "cldr-dates-full",
    "cldr-localenames-full",
    "cldr-numbers-full",
    "jsonc-parser",
    "opencc-js",
    "pinyin-pro",
    "pagefind",
];

/// The crates whose code becomes the package's modules.
const MODULES: [&str; 3] = ["plan-widgets-element", "plan-widgets-import", "plan-widgets-editor"];

/// Something that others have made.
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, as an SPDX expression.
    pub licence: String,
    /// Where it comes from: `cargo`, `npm`, or `generic` for what is in neither registry.
    pub kind: &'static str,
    /// Its licences' texts.
    texts: BTreeSet<String>,
}

/// Everything, in the order of the names.
///
/// # Errors
/// When one has no licence, or can't be read.
pub fn parts() -> Result<Vec<Part>> {
    let mut parts = crates()?;
    parts.extend(NPM.iter().map(|name| package(name)).collect::<Result<Vec<_>>>()?);
    parts.push(standard_library()?);
    parts.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    for part in &parts {
        ensure!(!part.licence.is_empty(), "{} {} names no licence", part.name, part.version);
    }
    Ok(parts)
}

/// The notices as a text: a list, then each licence once with those that are under it.
///
/// # Errors
/// The same.
pub fn text() -> Result<String> {
    let parts = parts()?;
    let mut out = String::from(
        "The code of plan-widgets is under the MIT licence (LICENSE), the data of the bundled plan under CC-BY-4.0\n\
         (LICENSE-DATA): name \"plan-widgets\", and say what you have changed. Facts and wording of the plan are from a\n\
         public document.\n\n\
         plan-widgets has in its modules and scripts what others have made. Each part is listed with its licence;\n\
         the texts follow, each with the parts that it came with.\n\n",
    );
    let mut texts: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for part in &parts {
        let name = format!("{} {}", part.name, part.version);
        let _ = writeln!(out, "{name} ({}): {}", part.kind, part.licence);
        for text in &part.texts {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    for (text, names) in texts {
        let _ = write!(out, "\n{}\n{}\n\n{text}\n", "-".repeat(78), names.join(", "));
    }
    Ok(out)
}

/// What cargo compiles into the modules: not what only builds or tests.
fn crates() -> Result<Vec<Part>> {
    let mut command = check::cargo();
    command.args(["metadata", "--format-version=1", "--locked", "--all-features"]);
    command.arg("--filter-platform=wasm32-unknown-unknown");
    let said: Value = serde_json::from_slice(&output("cargo metadata", &mut command)?)?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let (packages, nodes) = (list(&said["packages"]), list(&said["resolve"]["nodes"]));
    let id_of = |name: &str| packages.iter().find(|package| package["name"] == name).map(|p| p["id"].clone());
    let mut todo: Vec<Value> = MODULES.iter().filter_map(|name| id_of(name)).collect();
    ensure!(todo.len() == MODULES.len(), "a crate of the modules has another name");
    let mut reached: Vec<Value> = Vec::new();
    while let Some(id) = todo.pop() {
        if reached.contains(&id) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id).context("cargo metadata has no such node")?;
        for dependency in list(&node["deps"]) {
            let normal = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            if normal && !is_macro(&packages, &dependency["pkg"]) {
                todo.push(dependency["pkg"].clone());
            }
        }
        reached.push(id);
    }
    let outside = |package: &&Value| reached.contains(&package["id"]) && !package["source"].is_null();
    packages.iter().filter(outside).map(of_crate).collect()
}

/// Rust's own library, which is in every module.
fn standard_library() -> Result<Part> {
    let said = output("rustc --version", Command::new("rustc").arg("--version"))?;
    let version = String::from_utf8_lossy(&said).split_whitespace().nth(1).map(Into::into);
    Ok(Part {
        name: "rust-std".into(),
        version: version.context("rustc names no version")?,
        licence: "MIT OR Apache-2.0".into(),
        kind: "generic",
        texts: BTreeSet::from([mit("The Rust Project Contributors")?]),
    })
}

/// A macro's code runs in the compiler, and what it writes is ours.
fn is_macro(packages: &[Value], id: &Value) -> bool {
    let package = packages.iter().find(|package| package["id"] == *id);
    let targets = package.and_then(|package| package["targets"].as_array()).into_iter().flatten();
    targets.filter_map(|target| target["kind"].as_array()).flatten().any(|kind| kind == "proc-macro")
}

fn of_crate(package: &Value) -> Result<Part> {
    let text = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(text("manifest_path"));
    let folder = manifest.parent().context("a manifest lies nowhere")?;
    let licence = match text("license") {
        none if none.is_empty() => text("license_file"),
        licence => licence,
    };
    let texts = texts(folder, &text("name"), &licence)?;
    // As it was written before there were expressions.
    let licence = licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ");
    Ok(Part { name: text("name"), version: text("version"), licence, kind: "cargo", texts })
}

/// The MIT licence of somebody.
fn mit(owner: &str) -> Result<String> {
    let ours = read(&root().join("LICENSE"))?;
    let (_, terms) = ours.split_once("\n\nPermission").context("LICENSE has no terms")?;
    Ok(format!("MIT License\n\nCopyright (c) {owner}\n\nPermission{}", terms.trim_end()))
}

fn package(name: &str) -> Result<Part> {
    let folder = root().join("xtask/node_modules").join(name);
    let about: Value = serde_json::from_str(&read(&folder.join("package.json"))?)?;
    let text = |name: &str| about[name].as_str().unwrap_or_default().to_owned();
    let licence = text("license");
    let texts = texts(&folder, name, &licence)?;
    Ok(Part { name: name.into(), version: text("version"), licence, kind: "npm", texts })
}

/// The files of a folder that are called like a licence or a notice; some parts only name theirs.
fn texts(folder: &Path, name: &str, licence: &str) -> Result<BTreeSet<String>> {
    let mut texts = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} can't be read", folder.display()))? {
        let entry = entry?;
        let file = entry.file_name().to_string_lossy().to_uppercase();
        let is_text = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"]
            .iter()
            .any(|start| file.starts_with(start));
        if is_text && entry.file_type()?.is_file() {
            texts.insert(read(&entry.path())?.replace("\r\n", "\n").trim().to_owned());
        }
    }
    if texts.is_empty() && licence.contains("MIT") {
        texts.insert(mit(&format!("the authors of {name}"))?);
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_its_licence_and_nothing_of_the_tools_is_among_them() -> Result<()> {
        let parts = parts()?;
        let names: Vec<&str> = parts.iter().map(|part| &*part.name).collect();
        for known in ["rust-std", "yew", "wasm-bindgen", "opencc-js", "jsonc-parser", "serde"] {
            assert!(names.contains(&known), "{known} is missing: {names:?}");
        }
        for tool in ["axum", "syn", "yew-macro", "walrus", "eslint"] {
            assert!(!names.contains(&tool), "{tool} is no part of the package");
        }
        for part in &parts {
            assert!(!part.licence.contains('/'), "{} {}: {}", part.name, part.version, part.licence);
            assert!(!part.texts.is_empty(), "{} {} has no text of {}", part.name, part.version, part.licence);
        }
        let text = text()?;
        assert!(text.contains("Apache License") && text.contains("opencc-js"), "{}", text.len());
        Ok(())
    }
}
