//! The ways to bring a plan to our timeline, compared with each other: the bundled plan's file as a plan of one's own.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use browser::page::Page;
use xtask::{output, root, write};

use crate::items;
use crate::library::{Library, Movement};
use crate::measure::{self, Measures};
use crate::report::{Measured, grouped};

/// So many visits; the median counts.
const VISITS: usize = 3;

/// What their pages are called besides.
const ITEMS: usize = 90;

/// A way: its name, and the `src` of the element.
const WAYS: [(&str, &str, Option<&str>); 3] = [
    ("built", "own plan, built", Some("/own/index.json")),
    ("checked", "own plan, checked in the page", Some("/dist/plan.json")),
    ("bundled", "bundled plan", None),
];

/// Bare, and with static content.
const FORMS: [&str; 2] = ["bare", "prerendered"];

/// Its timelines, as the other ones are measured.
fn library(name: &'static str) -> Library {
    Library {
        name,
        items: items::plan,
        titles: TITLES,
        surface: "plan-timeline",
        movement: Movement::Wheel,
        pick: "",
        state: "",
    }
}

/// The titles of their items.
pub const TITLES: &str = "[part~=title]";

/// The names of their pages.
pub fn names() -> impl Iterator<Item = String> {
    WAYS.iter().flat_map(|(way, ..)| FORMS.map(|form| format!("{way}-{form}")))
}

/// Writes their pages, and the folder of the built plan.
///
/// # Errors
/// When the command of the package fails.
pub fn prepare(to: &Path) -> Result<()> {
    let dist = root().join("pkg/dist");
    let command = || {
        let mut command = Command::new("node");
        command.arg(dist.join("cli.js"));
        command
    };
    let mut build = command();
    build.arg("build").arg(dist.join("plan.json")).arg("--out").arg(to.join("own"));
    output("plan-widgets build", &mut build)?;
    for (way, _, src) in WAYS {
        let src = src.map(|src| format!(" src=\"{src}\"")).unwrap_or_default();
        let bare = format!("<plan-timeline lang=\"en\" layout=\"list\"{src}></plan-timeline>");
        let mut render = command();
        render.args(["render", "timeline", "--lang", "en", "--layout", "list"]);
        let html = output("plan-widgets render", render.args(["--stylesheet", "/dist/timeline.css"]))?;
        let html = String::from_utf8(html)?.replacen("<plan-timeline", &format!("<plan-timeline{src}"), 1);
        // As the page of `build` says.
        let early = match src.contains("index.json") {
            true => "<link rel=\"preload\" href=\"/own/index.json\" as=\"fetch\" crossorigin>\n",
            false => "",
        };
        let page = fs::read_to_string(root().join("tests/bench/pages/plan-timeline.html"))?;
        let lines = page.lines().filter(|line| !line.starts_with("<link")); // of its own plan
        let page = lines.collect::<Vec<_>>().join("\n");
        let start = page.find("<plan-timeline").context("no timeline")?;
        let end = page.find("</plan-timeline>").context("no timeline")? + "</plan-timeline>".len();
        for (form, element) in FORMS.into_iter().zip([bare, html]) {
            let page = [&page[..start], &element, &page[end..]].concat();
            let page = page.replacen("<script", &format!("{early}<script"), 1);
            write(&to.join(format!("{way}-{form}-{ITEMS}.html")), page)?;
        }
    }
    Ok(())
}

/// Measures all of them.
///
/// # Errors
/// When the browser fails.
pub async fn measure(page: &mut Page) -> Result<Vec<(String, Measures)>> {
    let mut rows = Vec::new();
    for (way, name, _) in WAYS {
        for form in FORMS {
            let library = library(Box::leak(format!("{way}-{form}").into_boxed_str()));
            let mut visits = Vec::new();
            for _ in 0..VISITS {
                visits.push(measure::visited(page, &library, ITEMS).await?);
            }
            visits.sort_by(|a, b| a.first.unwrap_or(f64::MAX).total_cmp(&b.first.unwrap_or(f64::MAX)));
            let median = visits.swap_remove(VISITS / 2);
            eprintln!("{name}, {form}: {median}");
            rows.push((format!("{name}, {form}"), median));
        }
    }
    Ok(rows)
}

/// A table of them, and of the others with as few items; times as multiples of the bundled plan's.
pub fn markdown(rows: &[(String, Measures)], peers: &[Measured], items: usize) -> String {
    let peers = peers.iter().filter(|one| one.items == items && one.name != "plan-timeline");
    let peers = peers.map(|one| (one.name.to_owned(), &one.measures));
    let rows: Vec<_> = rows.iter().map(|(name, measures)| (name.clone(), measures)).chain(peers).collect();
    let unit = rows.iter().find(|(name, _)| name == "bundled plan, bare").and_then(|(_, one)| one.first);
    let mut table = String::from(
        "| timeline | downloads, brotli bytes | first item visible | layout shift |\n|---|---|---|---|\n",
    );
    for (name, measures) in rows {
        let bytes = measures.bytes.map_or("–".to_owned(), |bytes| grouped(bytes + measures.data));
        let first = measures
            .first
            .zip(unit)
            .map_or("–".to_owned(), |(first, unit)| format!("{:.2}×", first / unit));
        let shift = measures.shift.map_or("–".to_owned(), |shift| format!("{shift:.3}"));
        table += &format!("| {name} | {bytes} | {first} | {shift} |\n");
    }
    table
}
