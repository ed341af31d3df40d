//! All that readers have to copy from the site's pages and the documents, and what runs it. Each test takes its share by
//! [`Run`], so that a piece of code that fits none is found: it fails a test (`tests/browser/src/pasted.rs`).

use std::{collections::BTreeSet, path::Path};

use anyhow::{Context, Result};

use crate::{files, quoted, read, root, target};

/// The documents with code to copy.
const DOCUMENTS: [&str; 3] = ["README.md", "pkg/README.md", "CONTRIBUTING.md"];

/// What of the site has no code of ours to copy: the package, pages for frames, and what was true of an earlier version.
const ASIDE: [&str; 5] = ["dist/", "embed/", "en/embed/", "changelog/", "en/changelog/"];

/// What no test can run, each with its reason.
const EXCEPTIONS: [(&str, &str); 5] = [
    ("rustup target add ", "it installs a toolchain; the tests have one"),
    ("cargo new ", "it is Cargo's own"),
    ("trunk serve ", "Trunk takes minutes to install; what it makes of the page is made without it"),
    ("npx plan-widgets edit", "it waits for a reader; `editor.rs` opens the editor"),
    ("cargo xtask verify --source ", "it needs the text of the plan, which is not ours to keep"),
];

/// Code to copy.
pub struct Snippet {
    /// The address of its page, or a document.
    pub page: String,
    /// What the page calls it; in a document its position.
    pub label: String,
    /// Its language, or nothing.
    pub kind: String,
    /// The code.
    pub text: String,
    /// What runs it, if anything does.
    pub run: Option<Run>,
}

/// What runs a piece of code.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Run {
    /// Goes live in a page.
    Html,
    /// A module in a page.
    Script,
    /// Sets tokens that there are.
    Style,
    /// A module in Node.js.
    Server,
    /// Typed in a folder with the package.
    Shell,
    /// A plan, what is reported of one, or words of a language, for the command that checks them.
    Data,
    /// Calls tasks of the build tool.
    Tasks,
    /// Leads to items of the bundled plan.
    Address,
    /// A Content Security Policy under which the tests open pages.
    Policy,
    /// What the browser's console says.
    Console,
    /// What a Yew application depends on, as `tests/yew-host` does.
    Dependencies,
    /// The commands for esbuild, run by `package/fixtures.rs`.
    Esbuild,
    /// A whole file of `tests/`, in a project that the tests build and open.
    File,
    /// A part of the guides that `package/prerender.rs`, `check.mjs` and `import.mjs` follow.
    Guide,
    /// Filled in by the builder, and pasted by `embedding.rs`.
    Builder,
    /// One of the exceptions.
    Nothing,
}

/// All there is, in the site that is built and in the documents.
///
/// # Errors
/// When the site isn't built, or a file can't be read.
pub fn all() -> Result<Vec<Snippet>> {
    let whole = whole_files()?;
    let www = target().join("www");
    let mut all = Vec::new();
    for path in files(&www)? {
        let name = path.to_string_lossy().replace('\\', "/");
        if !name.ends_with(".html") || ASIDE.iter().any(|aside| name.starts_with(aside)) {
            continue;
        }
        let html = read(&www.join(&path))?;
        let page = format!("/{}", name.strip_suffix("index.html").unwrap_or(&name));
        for block in html.split("<pre").skip(1) {
            let (tag, rest) = block.split_once('>').context("a <pre> without an end")?;
            let (code, _) = rest.split_once("</pre>").context("a <pre> without an end")?;
            let label = attribute(tag, "aria-label").unwrap_or_default();
            let tag = code.split('>').next().unwrap_or_default();
            let kind = attribute(tag, "class").unwrap_or_default().replace("language-", "");
            let is_filled = tag.contains("data-fill") || tag.contains("data-recipe");
            let mut snippet =
                Snippet { page: page.clone(), label: plain(label), kind, text: plain(code), run: None };
            snippet.run = if is_filled { Some(Run::Builder) } else { snippet.run(&whole) };
            all.push(snippet);
        }
    }
    for name in DOCUMENTS {
        let text = read(&root().join(name))?;
        for (at, block) in text.split("\n```").enumerate().filter(|(at, _)| at % 2 == 1) {
            let (kind, text) = block.split_once('\n').unwrap_or((block, ""));
            let (label, text) = (format!("block {}", at / 2 + 1), text.to_owned());
            let mut snippet =
                Snippet { page: name.to_owned(), label, kind: kind.to_owned(), text, run: None };
            snippet.run = snippet.run(&whole);
            all.push(snippet);
        }
    }
    Ok(all)
}

/// The exceptions that no piece of code has.
#[must_use]
pub fn needless(all: &[Snippet]) -> Vec<&'static str> {
    let starts = EXCEPTIONS.iter().map(|(start, _)| *start);
    starts.filter(|start| !all.iter().any(|snippet| snippet.text.starts_with(start))).collect()
}

impl Snippet {
    fn run(&self, whole: &BTreeSet<String>) -> Option<Run> {
        let text = self.text.trim();
        let starts = |with: &str| text.starts_with(with);
        let has = |part: &str| text.contains(part);
        if whole.contains(text) {
            return Some(Run::File);
        }
        if EXCEPTIONS.iter().any(|(start, _)| starts(start)) {
            return Some(Run::Nothing);
        }
        match &*self.kind {
            _ if self.is_of_guides() => Some(Run::Guide),
            // What is to be filled in, nobody can paste.
            "html" | "" if starts("<") && !["…>", "…\""].iter().any(|open| has(open)) => Some(Run::Html),
            "js" | "ts" if has("plan-widgets/server'") => Some(Run::Server),
            "js" | "ts" => Some(Run::Script),
            "css" => Some(Run::Style),
            "json" if has("\"reports\"") || has("\"plan\"") => Some(Run::Data),
            "" if starts("\"statuses\"") || starts("\"dates\"") => Some(Run::Data),
            "toml" if has("plan-widgets = {") => Some(Run::Dependencies),
            "sh" | "bash" if starts("npx esbuild") => Some(Run::Esbuild),
            "sh" | "bash" if starts("cargo xtask verify") => Some(Run::Shell),
            "sh" | "bash" if text.lines().all(|line| line.starts_with("cargo ")) => Some(Run::Tasks),
            "sh" | "bash" | "" if has("npx plan-widgets ") || starts("npm install ./plan-widgets") => {
                Some(Run::Shell)
            }
            "" if starts("script-src ") => Some(Run::Policy),
            "" if starts("plan-widgets 0") => Some(Run::Console),
            "" if has("#") && text.lines().all(|line| line.contains('=')) => Some(Run::Address),
            _ => None,
        }
    }

    /// Whether the tests that follow guides have it.
    fn is_of_guides(&self) -> bool {
        let own = ["hugo", "eleventy", "shell"];
        let folder = root().join("tests/package/prerender");
        let is_built = |site: &str| {
            read(&folder.join(site).join(&self.label)).is_ok_and(|file| file.contains(self.text.trim()))
        };
        let is_report = self.text.starts_with("$ npx plan-widgets ")
            && ["your-own-plan.html", "from-a-spreadsheet.html"].iter().any(|end| self.page.ends_with(end));
        self.page.ends_with("/embedding/") && own.iter().any(|site| is_built(site)) || is_report
    }

    /// The language of its page.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        if self.page.starts_with("/en/") || self.page.ends_with(".md") { "en" } else { "zh" }
    }
}

/// Texts of the files of `tests/` that pages show whole.
fn whole_files() -> Result<BTreeSet<String>> {
    let mut whole = BTreeSet::new();
    let to = target().join("quoted");
    for name in quoted::names()? {
        for folder in [to.join("zh"), to.join("en"), root().join("tests")] {
            whole.insert(read(&folder.join(Path::new(&name)))?.trim().to_owned());
        }
    }
    Ok(whole)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!("{name}=\""))?.1.split('"').next()
}

/// Without the tags that colour it.
fn plain(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character))
}
