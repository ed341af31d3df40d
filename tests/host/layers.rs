//! The direction of the library's layers: model → view → ui. A layer imports only from those before it. What comes after,
//! `editor`, `element` and `import`, are crates of their own, which the compiler keeps apart.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Each layer, and the crates from outside that it may name.
const LAYERS: [(&str, &[&str]); 3] = [
    ("model", &["schemars", "serde", "serde_json"]),
    // What Unicode and CLDR say (`unicode.rs`).
    ("view", &["serde", "js_sys", "wasm_bindgen"]),
    (
        "ui",
        &["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo_events", "gloo_net", "gloo_timers", "futures"],
    ),
];

/// Every crate that some layer may name.
const CRATES: [&str; 11] = [
    "schemars",
    "serde",
    "serde_json",
    "yew",
    "web_sys",
    "js_sys",
    "gloo_events",
    "gloo_net",
    "gloo_timers",
    "futures",
    "wasm_bindgen",
];

#[test]
fn every_file_keeps_the_direction() {
    let mut files = 0;
    let mut wrong = Vec::new();
    for (layer, _) in LAYERS {
        for path in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(layer)) {
            files += 1;
            let text = fs::read_to_string(&path).unwrap();
            wrong.extend(
                violations(layer, &text).into_iter().map(|found| format!("{}: {found}", path.display())),
            );
        }
    }
    assert!(files >= 15, "only {files} files were found");
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_folder_is_a_layer() {
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let mut folders: Vec<_> = folders
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut layers: Vec<_> =
        LAYERS.iter().map(|(layer, _)| *layer).chain(["editor", "element", "import"]).collect();
    layers.sort_unstable();
    assert_eq!(folders, layers);
}

#[test]
fn a_wrong_import_is_found() {
    for (layer, text, expected) in [
        ("model", "use crate::view::words::words;", vec!["model imports crate::view"]),
        ("view", "use crate::{\n    model::Plan,\n    ui::el,\n};", vec!["view imports crate::ui"]),
        ("model", "let x = crate::ui::STYLESHEET;", vec!["model imports crate::ui"]),
        ("view", "use yew::prelude::*;", vec!["view names yew"]),
        ("model", "fn f(x: web_sys::Element) {}", vec!["model names web_sys"]),
        ("ui", "use crate::{model::Plan, view::search};", vec![]),
        ("view", "use super::search::{Folded};\nuse crate::model::{Lang, Plan};", vec![]),
        ("model", "// crate::ui is a comment", vec![]),
    ] {
        assert_eq!(violations(layer, text), expected, "{text}");
    }
}

fn violations(layer: &str, text: &str) -> Vec<String> {
    let index = LAYERS.iter().position(|(name, _)| *name == layer).unwrap();
    let code: String =
        text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (later, _) in &LAYERS[index + 1..] {
        if imports(&code, later) {
            found.push(format!("{layer} imports crate::{later}"));
        }
    }
    for name in CRATES.iter().filter(|name| !LAYERS[index].1.contains(name)) {
        if paths(&code, name) {
            found.push(format!("{layer} names {name}"));
        }
    }
    found
}

/// Whether `code` names `crate::<layer>`, alone or within braces.
fn imports(code: &str, layer: &str) -> bool {
    code.split("crate::").skip(1).any(|after| match after.strip_prefix('{') {
        Some(list) => paths(list.split(';').next().unwrap(), layer),
        None => after.starts_with(&format!("{layer}::")),
    })
}

/// Whether `code` has a path that starts with `name`.
fn paths(code: &str, name: &str) -> bool {
    code.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
    })
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
