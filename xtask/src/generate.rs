//! `cargo xtask generate`: the tracked files that are made from the definitions in `src/element/widgets/` and from the model.

mod bundled;
mod docs;
mod editors;
mod figures;
mod manifest;
mod model;
mod promises;
mod reading;
mod shell;
mod site;
mod types;
mod wordpress;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use plan_widgets_element::{spec::Kind, widgets::ELEMENTS};

pub use docs::{contrast, reference, tokens_of_pages};
pub use model::progress_schema;

use crate::{languages, read, root, verify};

/// The version of crate and package.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Writes every generated file that is stale.
///
/// # Errors
/// When one can't be written.
pub fn write() -> Result<()> {
    for (path, contents) in stale()? {
        crate::write(&root().join(path), contents)?;
    }
    Ok(())
}

/// Compares every generated file with what would be written.
///
/// # Errors
/// Names the stale files and the command that refreshes them.
pub fn check() -> Result<()> {
    let stale: Vec<String> = stale()?.into_iter().map(|(path, _)| path.display().to_string()).collect();
    if stale.is_empty() { Ok(()) } else { bail!("stale: {}. Run `cargo xtask generate`", stale.join(", ")) }
}

fn stale() -> Result<Vec<(PathBuf, String)>> {
    let is_stale =
        |(path, contents): &(PathBuf, String)| read(&root().join(path)).ok().as_ref() != Some(contents);
    Ok(files()?.into_iter().filter(is_stale).collect())
}

fn files() -> Result<Vec<(PathBuf, String)>> {
    let readme = read(&root().join("pkg/README.md"))?;
    let made = [
        ("src/model/ids.txt", verify::ids::list()?),
        ("src/model/bundled.json", bundled::plan()?),
        ("src/model/plan.schema.json", model::schema()?),
        ("pkg/types/model.d.ts", model::types()?),
        ("pkg/types/plan.d.cts", model::PLAN.into()),
        ("src/element/shell/spec.js", shell::table()?),
        ("src/element/shell/options.js", shell::options()),
        ("src/element/shell/messages.js", shell::messages()?),
        ("src/element/shell/words.js", shell::popup_words()),
        ("src/element/shell/menu-words.js", shell::menu_words()),
        ("pkg/types/index.d.ts", types::index()),
        ("pkg/types/language.d.ts", types::language()),
        ("pkg/types/server.d.ts", types::server()),
        ("pkg/types/react.d.ts", types::react()),
        ("pkg/types/vue.d.ts", types::vue()),
        ("pkg/types/svelte.d.ts", types::svelte()),
        ("pkg/custom-elements.json", manifest::custom_elements()?),
        ("pkg/vscode.html-custom-data.json", editors::vscode()?),
        ("pkg/web-types.json", editors::web_types()?),
        ("pkg/wordpress/definitions.json", wordpress::definitions()?),
        ("pkg/README.md", docs::between_marks(&readme)?),
        ("www/_data/definitions.json", site::definitions()?),
        ("README.md", figures::readme()?),
        ("ARCHITECTURE.md", figures::architecture()?),
        ("tests/PROMISES.md", promises::page()?),
    ];
    let made = made.map(|(path, contents)| (path.into(), contents));
    let entries = types::entries().map(|(file, contents)| (Path::new("pkg/types").join(file), contents));
    Ok(made.into_iter().chain(entries).chain(languages::files()?).chain(reading::texts()?).collect())
}

/// The TypeScript type of an attribute's value.
fn type_of(kind: Kind) -> String {
    match kind {
        Kind::Choice(words) => words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | "),
        Kind::Whole(low, high) => (low..=high).map(|n| format!("'{n}'")).collect::<Vec<_>>().join(" | "),
        _ => "string".into(),
    }
}

/// The classes' names, for lists.
fn classes() -> impl Iterator<Item = &'static str> {
    ELEMENTS.iter().map(|element| element.class)
}
