//! The public names of a version, which later ones keep.
//!
//! Semantic Versioning over names: within a major version (before 1.0 within a minor one) every name of `released.txt`
//! stays. What a name means is for people to judge; that it is there is held by [`check`].

use std::{collections::BTreeSet, path::PathBuf};

use anyhow::{Context, Result, ensure};
use plan_widgets_element::{spec::ERRORS, widgets::ELEMENTS};
use serde_json::Value;

use crate::{generate::VERSION, read, root, write};

/// Writes down the names of this version.
///
/// # Errors
/// When they can't be gathered or written.
pub fn keep() -> Result<()> {
    let names: Vec<String> = names()?.into_iter().collect();
    write(&file(), format!("{VERSION}\n{}\n", names.join("\n")))
}

/// That no released name is missing, but after a step to another major version.
///
/// # Errors
/// Names those that are.
pub fn check() -> Result<()> {
    let text = read(&file())?;
    let missing = missing(&text, VERSION, &names()?)?;
    ensure!(
        missing.is_empty(),
        "released names are missing: {}. Bring them back, or make this another major version",
        missing.join(", ")
    );
    Ok(())
}

fn file() -> PathBuf {
    root().join("src/element/released.txt")
}

/// What `released` has and `names` hasn't, where `version` promises to keep it.
fn missing(released: &str, version: &str, names: &BTreeSet<String>) -> Result<Vec<String>> {
    let mut lines = released.lines();
    let last = lines.next().context("released.txt is empty")?;
    if series(last) != series(version) {
        return Ok(Vec::new());
    }
    Ok(lines.filter(|name| !names.contains(*name)).map(Into::into).collect())
}

/// What has to change before a name may go: the major version, and before 1.0 the minor one.
fn series(version: &str) -> Vec<&str> {
    let count = if version.starts_with("0.") { 2 } else { 1 };
    version.split('.').take(count).collect()
}

/// Every public name of the package.
fn names() -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for element in ELEMENTS {
        let tag = element.tag;
        names.extend(element.attributes.iter().map(|attribute| format!("<{tag} {}>", attribute.name)));
        names.extend(element.properties.iter().map(|property| format!("{tag}.{}", property.name)));
        names.extend(element.parts.iter().map(|part| format!("{tag}::part({})", part.name)));
    }
    names.extend(ERRORS.iter().map(|error| format!("error {}", error.name)));
    let manifest: Value = serde_json::from_str(&read(&root().join("pkg/custom-elements.json"))?)?;
    let declarations = manifest["modules"].as_array().into_iter().flatten();
    for declaration in declarations.flat_map(|module| module["declarations"].as_array().into_iter().flatten())
    {
        for (kind, prefix) in [("events", "event "), ("cssProperties", "")] {
            let all = declaration[kind].as_array().into_iter().flatten();
            names.extend(all.filter_map(|each| Some(format!("{prefix}{}", each["name"].as_str()?))));
        }
    }
    let about: Value = serde_json::from_str(&read(&root().join("pkg/package.json"))?)?;
    let paths = about["exports"].as_object().context("pkg/package.json has no exports")?;
    names.extend(paths.keys().map(|path| format!("import plan-widgets{}", &path[1..])));
    for (path, file) in [("", "index.d.ts"), ("/server", "server.d.ts")] {
        let types = read(&root().join("pkg/types").join(file))?;
        names.extend(declared(&types).map(|name| format!("plan-widgets{path} {name}")));
    }
    Ok(names)
}

/// The names that a declaration file exports.
fn declared(types: &str) -> impl Iterator<Item = String> {
    types.lines().filter_map(|line| {
        let mut words = line.strip_prefix("export ")?.split(|c: char| !c.is_alphanumeric());
        let kind = words.next()?;
        let known = ["class", "const", "function", "interface", "type"].contains(&kind);
        words.next().filter(|name| known && !name.is_empty()).map(Into::into)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stays_within_its_series() {
        let now = BTreeSet::from(["<plan-term src>".to_owned()]);
        let released = "0.1.0\n<plan-term src>\n<plan-term term>\n";
        for (version, expected) in [
            ("0.1.0", vec!["<plan-term term>"]),
            ("0.1.7", vec!["<plan-term term>"]),
            ("0.2.0", vec![]),
            ("1.0.0", vec![]),
        ] {
            assert_eq!(
                missing(released, version, &now).ok(),
                Some(expected.into_iter().map(Into::into).collect())
            );
        }
        let later = released.replace("0.1.0", "1.2.0");
        assert_eq!(missing(&later, "1.9.0", &now).map(|found| found.len()).ok(), Some(1));
        assert_eq!(missing(&later, "2.0.0", &now).map(|found| found.len()).ok(), Some(0));
    }

    #[test]
    fn declarations_are_read() {
        let types = "export class A extends B {\nexport type Code =\n  | 1;\nexport type * from './x';\nexport function f<K>(a: K): void;\nimport x;";
        assert_eq!(declared(types).collect::<Vec<_>>(), ["A", "Code", "f"]);
    }
}
