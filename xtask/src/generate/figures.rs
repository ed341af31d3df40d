//! Figures and versions in what is written for readers: each from the file that a command wrote, or from the definition
//! that holds.
//!
//! `cargo xtask size --write` writes `www/bench/sizes.json`, `cargo xtask bench timeline --write` and
//! `cargo xtask bench annotate --write` the files beside it. What stands between marks in README.md and ARCHITECTURE.md is
//! made of them; other documents are compared (`tests` below).

use anyhow::{Context, Result};
use plan_widgets_element::spec::NEEDS;
use serde_json::Value;

use crate::{read, root, size};

/// What the README says of measurements.
const FIGURES: [&str; 2] = ["<!-- figures: made by `cargo xtask generate` -->\n", "<!-- /figures -->"];

/// What the README says of versions.
const VERSIONS: [&str; 2] = ["<!-- versions: made by `cargo xtask generate` -->\n", "<!-- /versions -->"];

/// What ARCHITECTURE.md says of downloads.
const SIZES: [&str; 2] = ["<!-- sizes: made by `cargo xtask generate` -->\n", "<!-- /sizes -->"];

/// README.md with its figures and versions.
pub fn readme() -> Result<String> {
    let text = read(&root().join("README.md"))?;
    let text = filled(&text, FIGURES, &figures()?).context("README.md")?;
    filled(&text, VERSIONS, &versions()?).context("README.md")
}

/// ARCHITECTURE.md with its sizes.
pub fn architecture() -> Result<String> {
    let text = read(&root().join("ARCHITECTURE.md"))?;
    filled(&text, SIZES, &sizes()?).context("ARCHITECTURE.md")
}

/// `text` with `contents` between two marks.
fn filled(text: &str, [start, end]: [&str; 2], contents: &str) -> Result<String> {
    let (before, rest) = text.split_once(start).with_context(|| format!("{} is missing", start.trim()))?;
    let (_, after) = rest.split_once(end).with_context(|| format!("{end} is missing"))?;
    Ok(format!("{before}{start}\n{contents}\n{end}{after}"))
}

fn json(path: &str) -> Result<Value> {
    Ok(serde_json::from_str(&read(&root().join(path))?)?)
}

/// Digits in groups of three.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|part| std::str::from_utf8(part).unwrap_or_default())
        .collect();
    parts.join(",")
}

/// What a download took when it was measured last.
fn bytes(sizes: &Value, build: &str, name: &str) -> Result<String> {
    let bytes = sizes[build][name].as_u64();
    Ok(grouped(bytes.with_context(|| format!("{} has no `{name}` of the {build} build", size::WRITTEN))?))
}

/// A measure of the benchmark of timelines.
struct Row<'a>(&'a Value);

impl<'a> Row<'a> {
    fn of(bench: &'a Value, measure: &str, items: Option<u64>) -> Result<Self> {
        let rows = bench["rows"].as_array().into_iter().flatten();
        let row = rows.filter(|row| row["measure"] == measure).find(|row| row["items"].as_u64() == items);
        Ok(Self(&row.with_context(|| format!("the benchmark has no {measure}, {items:?} items"))?["values"]))
    }

    fn number(&self, library: &str) -> Result<f64> {
        self.0[library].as_f64().with_context(|| format!("the benchmark has no number for {library}"))
    }

    /// As many times as ours.
    fn times(&self, library: &str) -> Result<String> {
        Ok(format!("{library} {:.1}×", self.number(library)?))
    }

    fn whole(&self, library: &str) -> Result<String> {
        Ok(format!("{:.0}", self.number(library)?))
    }
}

/// The README's table of five figures, and what others do better.
fn figures() -> Result<String> {
    let (sizes, bench, marks) =
        (json(size::WRITTEN)?, json("www/bench/timeline.json")?, json("www/bench/annotate.json")?);
    let first = Row::of(&bench, "first-item", Some(1_000))?;
    let frames = Row::of(&bench, "frames-per-second", Some(10_000))?;
    let download = Row::of(&bench, "bytes", None)?;
    let items = Row::of(&bench, "data", Some(57))?;
    let shift = Row::of(&bench, "layout-shift", Some(1_000))?;
    let click = Row::of(&bench, "event-to-paint", Some(1_000))?;
    let clicked = match click.number("vis-timeline")? {
        quicker @ ..1.0 => {
            format!("vis-timeline answered a click on 1,000 items in {quicker:.1} times our time. ")
        }
        _ => String::new(),
    };
    let terms = marks["rows"].as_array().into_iter().flatten().find(|row| row["terms"] == 200);
    let share = terms.and_then(|row| row["ours"].as_f64()).context("no measurement of 200 terms")?;
    let firsts = [first.times("vis-timeline")?, first.times("TimelineJS3")?, first.times("react-chrono")?];
    Ok([
        "| What | Figure | Printed by |".to_owned(),
        "|---|---|---|".to_owned(),
        format!(
            "| A working timeline with the bundled plan, everything it downloads (brotli) | {} bytes | `cargo xtask size` |",
            bytes(&sizes, "lean", "timeline, zh")?
        ),
        format!(
            "| Terms marked in a page’s text, with their pop-ups (brotli) | {} bytes | `cargo xtask size` |",
            bytes(&sizes, "lean", "terms in a text, zh")?
        ),
        format!(
            "| 1,000 items, slow network and processor: time until the first is visible, ours = 1 | {} | `cargo xtask bench timeline` |",
            firsts.join(", ")
        ),
        format!(
            "| 10,000 items: frames per second while moving | {}; react-chrono {}, TimelineJS3 {}, vis-timeline {} | `cargo xtask bench timeline` |",
            frames.whole("plan-timeline")?,
            frames.whole("react-chrono")?,
            frames.whole("TimelineJS3")?,
            frames.whole("vis-timeline")?
        ),
        format!(
            "| 200 terms marked in 1,000,000 characters | {:.1} % of mark.js’s time | `cargo xtask bench annotate` |",
            100.0 * share
        ),
        String::new(),
        format!(
            "In the same run a small plan of one’s own, built, took {} bytes with its 57 items, in TimelineJS3 {}. Others do better in some figures. react-chrono had a layout shift of {:.3}; without static content, ours was {:.3}. {clicked}mark.js is faster where one term has tens of thousands of marks. [All results](www/en/bench/index.html) ([中文](www/bench/index.html)) say how they were measured.",
            grouped_of(download.number("plan-timeline")? + items.number("plan-timeline")?),
            grouped_of(download.number("TimelineJS3")? + items.number("TimelineJS3")?),
            shift.number("react-chrono")?,
            shift.number("plan-timeline")?
        ),
    ]
    .join("\n")
        + "\n")
}

fn grouped_of(number: f64) -> String {
    grouped(format!("{number:.0}").parse().unwrap_or_default())
}

/// The README's tables of what is supported.
fn versions() -> Result<String> {
    let [chrome, firefox, safari] = live();
    let package = json("tests/package/package.json")?;
    let of = |name: &str, parts: usize| {
        let version = package["devDependencies"][name].as_str();
        version.map(|version| short(version, parts)).with_context(|| format!("tests/package has no {name}"))
    };
    let Tools { node, rust, yew } = tools()?;
    Ok(format!(
        "| | Live | Earlier versions, or no JavaScript |\n\
         |---|---|---|\n\
         | Chrome, Edge | {chrome} | the static content |\n\
         | Firefox | {firefox} | the static content |\n\
         | Safari | {safari} | the static content |\n\
         \n\
         | For | Versions |\n\
         |---|---|\n\
         | Commands, server rendering | Node.js {node}; rendering also in Deno, Bun and `workerd` |\n\
         | Frameworks | React {}, Vue {}, Svelte {} |\n\
         | Rust | {rust}, Yew {yew} |\n",
        of("react", 1)?,
        of("vue", 2)?,
        of("svelte", 1)?
    ))
}

/// The first versions of Chrome and Edge, Firefox and Safari that have everything which a widget needs to go live.
pub fn live() -> [f32; 3] {
    [0, 1, 2].map(|at| NEEDS.iter().map(|need| need.since[at]).fold(0.0, f32::max))
}

/// The first versions of what builds and renders.
struct Tools {
    node: String,
    rust: String,
    yew: String,
}

fn tools() -> Result<Tools> {
    let package = json("pkg/package.json")?;
    let node = package["engines"]["node"].as_str().and_then(|range| range.strip_prefix(">="));
    let manifest = read(&root().join("Cargo.toml"))?;
    let after = |start: &str| {
        let line = manifest.lines().find_map(|line| line.strip_prefix(start));
        line.and_then(|rest| rest.split('"').next().map(str::to_owned))
            .with_context(|| format!("Cargo.toml has no `{start}`"))
    };
    Ok(Tools {
        node: node.context("pkg/package.json says nothing of Node.js")?.to_owned(),
        rust: after("rust-version = \"")?,
        yew: after("yew = { version = \"")?,
    })
}

/// The first parts of a version.
fn short(version: &str, parts: usize) -> String {
    version.split('.').take(parts).collect::<Vec<_>>().join(".")
}

/// What ARCHITECTURE.md says of what pages download.
fn sizes() -> Result<String> {
    let sizes = json(size::WRITTEN)?;
    let lean = |name: &str| bytes(&sizes, "lean", name);
    Ok(format!(
        "A working timeline is {} bytes in the lean build and {} in a stable one, everything included; working goals {}, \
         a working glossary {}, a working overview {}, terms in a text with their pop-ups {}, timeline, goals and glossary \
         on one page {} (in a module that has the overview as well).\n",
        lean("timeline, zh")?,
        bytes(&sizes, "stable", "timeline, zh")?,
        lean("goals, zh")?,
        lean("glossary, zh")?,
        lean("overview, zh")?,
        lean("terms in a text, zh")?,
        lean("timeline, goals and glossary, zh")?
    ))
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, path::PathBuf};

    use anyhow::ensure;
    use plan_widgets_element::spec::DECLARATIVE;
    use regex::Regex;

    use super::*;
    use crate::files;

    /// Everything that is written for readers, but what was true of earlier versions, and what names those of others.
    fn documents() -> Result<Vec<(PathBuf, String)>> {
        let mut paths: Vec<PathBuf> =
            ["README.md", "pkg/README.md", "CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md"]
                .map(PathBuf::from)
                .into();
        let is_text = |path: &PathBuf| {
            let ends = [".md", ".html", ".njk"];
            ends.iter().any(|end| path.to_string_lossy().ends_with(end))
        };
        let pages = files(&root().join("www"))?.into_iter().filter(is_text);
        paths.extend(
            pages
                .filter(|path| !path.to_string_lossy().contains("bench/"))
                .map(|path| PathBuf::from("www").join(path)),
        );
        paths.into_iter().map(|path| Ok((path.clone(), read(&root().join(path))?))).collect()
    }

    #[test]
    fn documents_name_the_versions_that_hold() -> Result<()> {
        let [chrome, firefox, safari] = live();
        let Tools { node, rust, yew } = tools()?;
        let package = json("tests/package/package.json")?;
        let tested =
            |name: &str, parts| short(package["devDependencies"][name].as_str().unwrap_or_default(), parts);
        let of = |versions: [f32; 2]| versions.map(|version| version.to_string()).to_vec();
        // By the name before the number; Chrome's stands before Edge.
        let known: BTreeMap<&str, Vec<String>> = BTreeMap::from([
            ("Edge", of([chrome, DECLARATIVE[0]])),
            ("Firefox", of([firefox, DECLARATIVE[1]])),
            ("Safari", of([safari, DECLARATIVE[2]])),
            ("Node.js", vec![node]),
            ("Rust", vec![rust]),
            ("Yew", vec![yew]),
            ("React", vec![tested("react", 1)]),
            ("Vue", vec![tested("vue", 2)]),
            ("Svelte", vec![tested("svelte", 1)]),
        ]);
        let names = known.keys().map(|name| regex::escape(name)).collect::<Vec<_>>().join("|");
        // `Node.js 20`, `[Rust](https://…) 1.95`, `| Vue | 3.5 |`.
        let named = Regex::new(&format!(r"\b({names})(?:\]\([^)]*\)|</a>)?(?: | \| |、)?(\d+(?:\.\d+)*)"))?;
        let mut found: BTreeMap<&str, usize> = BTreeMap::new();
        for (path, text) in documents()? {
            for [name, version] in named.captures_iter(&text).map(|found| found.extract().1) {
                let (name, versions) = known.get_key_value(name).context("another name")?;
                ensure!(
                    versions.contains(&version.to_owned()),
                    "{}: {name} {version}, not {versions:?}",
                    path.display()
                );
                *found.entry(name).or_default() += 1;
            }
        }
        for name in known.keys() {
            ensure!(found.contains_key(name), "no document says from which version of {name} on");
        }
        Ok(())
    }

    /// Where the names of browsers are columns.
    #[test]
    fn the_page_about_support_names_the_browsers_that_are_live() -> Result<()> {
        for (page, row) in [
            ("www/support/index.md", live().map(|version| format!("{version} 起")).join(" | ")),
            ("www/en/support/index.md", live().map(|version| format!("from {version}")).join(" | ")),
        ] {
            ensure!(read(&root().join(page))?.contains(&format!(" | {row} |\n")), "{page} has no row {row}");
        }
        Ok(())
    }

    /// A number of bytes, of times or of per cent with a unit that measurements have stands only where it is generated.
    #[test]
    fn no_document_has_a_measured_size_of_its_own() -> Result<()> {
        let sizes = json(size::WRITTEN)?;
        let measured: Vec<String> = sizes
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(_, build)| build.as_object())
            .flat_map(|build| build.values().filter_map(Value::as_u64).map(grouped))
            .collect();
        let bytes = Regex::new(r"\d(,\d{3})+ ?(bytes|字节)")?;
        ensure!(measured.len() > 6, "few sizes are written down: {measured:?}");
        for (path, text) in documents()? {
            let mut own = text.clone();
            for [start, end] in [FIGURES, SIZES] {
                if own.contains(start) {
                    own = filled(&own, [start, end], "")?;
                }
            }
            // What a lever has gained stands in ARCHITECTURE.md, and nowhere else a number of bytes.
            let other = bytes.find(&own).filter(|_| !path.ends_with("ARCHITECTURE.md"));
            ensure!(other.is_none(), "{} has {other:?} outside of what is generated", path.display());
            for each in &measured {
                ensure!(
                    !own.contains(each.as_str()),
                    "{} has {each} outside of what is generated",
                    path.display()
                );
            }
        }
        Ok(())
    }

    #[test]
    fn marks_are_filled() -> Result<()> {
        let text = format!("a\n{}old\n{}\nz", FIGURES[0], FIGURES[1]);
        let once = filled(&text, FIGURES, "new\n")?;
        assert_eq!(once, format!("a\n{}\nnew\n\n{}\nz", FIGURES[0], FIGURES[1]));
        assert_eq!(filled(&once, FIGURES, "new\n")?, once);
        assert!(filled("no marks", FIGURES, "").is_err());
        Ok(())
    }

    #[test]
    fn numbers_are_grouped() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (84_332, "84,332"), (1_234_567, "1,234,567")]
        {
            assert_eq!(grouped(number), text);
        }
    }
}
