//! Yew applications for the browser tests, with the page that Trunk makes of their `index.html`: Trunk itself takes minutes to install.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use futures::executor::block_on;

use super::wasm;
use crate::{read, root, setup::Wasm, target, write};

#[path = "../../../examples/hydrated/src/app.rs"]
mod hydrated;

/// The examples.
const EXAMPLES: [&str; 3] = ["fetched", "hydrated", "linked"];

/// Every application: the examples, and a host of components and elements. Programs for pages, they are left out where
/// the workspace is compiled for the host.
pub const APPLICATIONS: [&str; 4] = ["fetched", "hydrated", "linked", "yew-host"];

/// The page of the application that the site's page for developers begins with; `yew-host` has its program.
const FIRST: (&str, &str) = ("tests/yew-host/first", "../yew-host/yew_host");

/// What the server's half of an example stands in for.
const RENDERED: &str = "<!-- rendered -->";

/// Builds them all.
///
/// # Errors
/// When one doesn't compile, or its page asks Trunk for what isn't done here.
pub fn build(toolchain: &Wasm) -> Result<()> {
    let into = target().join("applications");
    wasm::applications(toolchain, &APPLICATIONS, &into)?;
    for example in EXAMPLES {
        let folder = root().join("examples").join(example);
        let html = page(&folder, &format!("./{example}"), &into.join(example))
            .with_context(|| format!("examples/{example}"))?;
        // As `cargo run --features server` writes it.
        let rendered = if html.contains(RENDERED) {
            block_on(yew::LocalServerRenderer::<hydrated::App>::new().render())
        } else {
            String::new()
        };
        write(&into.join(example).join("index.html"), html.replace(RENDERED, &rendered))?;
    }
    let first = into.join("first");
    let html = page(&root().join(FIRST.0), FIRST.1, &first).context(FIRST.0)?;
    write(&first.join("index.html"), html)
}

/// An example's page with what its `<link data-trunk>` stand for; files that they copy go `to` a folder.
fn page(folder: &Path, program: &str, to: &Path) -> Result<String> {
    let mut out = String::new();
    for line in read(&folder.join("index.html"))?.lines() {
        let attribute =
            |name: &str| line.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
        if !line.contains("data-trunk") {
            out.extend([line, "\n"]);
            continue;
        }
        match (attribute("rel"), attribute("href")) {
            (Some("rust"), None) => {
                out +=
                    &format!("<script type=\"module\">import init from \"{program}.js\"; init();</script>\n");
            }
            (Some("inline"), Some(css)) => {
                out.extend(["<style>", &read(&folder.join(css))?, "</style>\n"]);
            }
            (Some("copy-file"), Some(file)) => {
                fs::copy(folder.join(file), to.join(file))?;
            }
            _ => ensure!(false, "not known here: {}", line.trim()),
        }
    }
    Ok(out)
}
