//! `cargo xtask language TAG`: the files of `src/view/languages/`, a language each. Their sections `numbers`, `calendar` and
//! `languages` are made from CLDR, whose data npm's packages `cldr-*` have.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use plan_widgets::Lang;

use crate::{
    read, root,
    setup::{self, Need},
    write,
};

/// What reads CLDR.
const SCRIPT: &str = "xtask/src/languages/cldr.mjs";

/// Where the files are.
const FOLDER: &str = "src/view/languages";

/// The language that a new one's words are translated from, where none that is shipped is like it.
const ENGLISH: &str = "en";

/// The tags of the languages that are shipped, in alphabetical order.
///
/// # Errors
/// When the folder can't be read.
pub fn tags() -> Result<Vec<String>> {
    let mut tags = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER)).context(FOLDER)? {
        let name = entry?.file_name();
        tags.extend(name.to_str().and_then(|name| name.strip_suffix(".json")).map(str::to_owned));
    }
    tags.sort();
    Ok(tags)
}

/// A language's file.
#[must_use]
pub fn file(tag: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{tag}.json"))
}

/// Each file as it has to be, and the list of them that is compiled.
///
/// # Errors
/// When a file isn't JSON, or CLDR doesn't have what its language needs.
pub fn files() -> Result<Vec<(PathBuf, String)>> {
    let tags = tags()?;
    let files: Vec<PathBuf> = tags.iter().map(|tag| file(tag)).collect();
    let texts = cldr(&files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>())?;
    let mut list = String::from("// Generated from the files beside it by `cargo xtask generate`.\n&[\n");
    for tag in &tags {
        list += &format!("    (Lang::new(\"{tag}\"), include_str!(\"{tag}.json\")),\n");
    }
    list += "]\n";
    let list = (Path::new(FOLDER).join("list.rs"), list);
    Ok(files.into_iter().zip(texts).chain([list]).collect())
}

/// Makes the file of a new language, with words in it of one that is like it, or English ones.
///
/// # Errors
/// When it is there already, or CLDR doesn't have the language.
pub fn begin(tag: &str) -> Result<()> {
    let path = root().join(file(tag));
    ensure!(!path.exists(), "{} is there already", path.display());
    let known: Vec<Lang> = tags()?.iter().filter_map(|tag| Lang::parse(tag)).collect();
    let from = Lang::best(tag, &known).map_or(ENGLISH, Lang::key);
    let texts = cldr(&["--new".into(), tag.into(), file(from).display().to_string()])?;
    write(&path, texts.concat())?;
    println!(
        "{}: put its words in place of those of {from}, then run `cargo xtask generate`.",
        file(tag).display()
    );
    Ok(())
}

fn cldr(arguments: &[String]) -> Result<Vec<String>> {
    let tools = setup::ensure(&root(), &[Need::Npm], false)?;
    let npm = tools.npm.context("npm's packages are missing: run `cargo xtask setup`")?;
    let modules = npm.node_modules.parent().context("node_modules is in no folder")?;
    let output = Command::new("node")
        .current_dir(root())
        .arg(SCRIPT)
        .arg(modules)
        .args(arguments)
        .output()
        .context("node could not be started: install Node.js")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// A language's file as text.
///
/// # Errors
/// When it can't be read.
pub fn text(tag: &str) -> Result<String> {
    read(&root().join(file(tag)))
}
