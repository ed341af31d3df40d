//! `cargo xtask size`: bytes of each shipped file, and what a page downloads per widget.

use std::{fs, io::Write, path::Path};

use crate::{LANGUAGES, SHOWN};
use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use plan_widgets::Lang;
use plan_widgets_element::render::Form;
use serde_json::{Value, json};

use crate::{files, languages, read, root, setup::WasmKind, site, target};

/// A file, or several that are downloaded together.
pub struct Size {
    /// What it is.
    pub name: String,
    /// Uncompressed.
    pub raw: usize,
    /// gzip, level 9.
    pub gzip: usize,
    /// brotli, quality 11.
    pub brotli: usize,
}

/// What a page downloads for a widget, and how much of it is allowed.
pub struct Total {
    /// The sum.
    pub size: Size,
    /// The most that it may take, in brotli bytes; with a module in it, in the lean build.
    pub budget: usize,
}

/// Everything measured, and the build that it was measured of.
pub struct Sizes {
    /// The build's kind and toolchain, as the build left them.
    pub build: Value,
    /// Each file of `pkg/dist`.
    pub files: Vec<Size>,
    /// What pages download.
    pub totals: Vec<Total>,
}

/// One working glossary, everything it downloads.
const GLOSSARY: usize = 56_250;

/// One working deck of goals, or one card, everything it downloads.
const GOALS: usize = 90_500;

/// One working overview, everything it downloads before a project is selected.
const OVERVIEW: usize = 62_400;

/// Terms marked in a page's own text, with their pop-ups, and no list: everything it downloads.
const ANNOTATE: usize = 22_400;

/// All of them on one page.
const ALL: usize = 151_150;

/// The whole model in all its languages.
const PLAN: usize = 84_500;

/// One working timeline, everything it downloads before an item is opened or searched for.
const TIMELINE: usize = 82_450;

/// What a page downloads besides, when it brings a plan of its own: the check, and what makes a timeline's view model.
const CHECK: usize = 44_100;

/// The same of goals, of their progress, of terms, and of overviews.
const CHECK_GOALS: usize = 62_400;

/// A language's words, for plans other than the bundled one.
const WORDS: usize = 3_350;

/// What a page loads that brings words for a language, beside them.
const OWN_LANGUAGE: usize = 19_700;

/// What there is to download before a widget can be read.
const READABLE: usize = 5_550;

/// The same of a timeline, each of whose items has its summary in static content.
const READABLE_TIMELINE: usize = 7_300;

/// The same of a deck: a card says more than a line of a list.
const READABLE_DECK: usize = 8_950;

/// What a page loads that shows us in a frame, uncompressed: all of it stands in other people's pages.
const FRAME: usize = 3_500;

/// What is allowed in a language. Traditional characters take more, for brotli knows words in simplified ones; and it has to be
/// said that they were converted.
fn allowed(lang: &Lang, budget: usize) -> usize {
    if LANGUAGES.contains(lang) { budget } else { budget + budget / 30 }
}

/// Compares the host's script with its budget.
///
/// # Errors
/// When it is larger.
pub fn frame(sizes: &Sizes) -> Result<()> {
    let Size { raw, .. } = sum("", &sizes.files, &["frame.js"])?;
    ensure!(raw < FRAME, "frame.js has {raw} bytes and must have fewer than {FRAME}");
    Ok(())
}

/// What no page downloads as a file: what is pasted into pages, commands, and the modules that read spreadsheets and render
/// on servers, which take longer to compress than all the rest.
const BESIDE_PAGES: [&str; 7] =
    ["cli.js", "import.wasm", "render-module.js", "render.wasm", "server-edge.js", "server.js", "static"];

/// Measures what `pkg/dist` holds; what no page downloads if `all` is asked for.
///
/// # Errors
/// When nothing was built.
pub fn measure(all: bool) -> Result<Sizes> {
    let dist = root().join("pkg/dist");
    let build = read(&target().join("build.json")).context("nothing is built: run `cargo xtask build`")?;
    let files = files(&dist)?
        .iter()
        .filter(|path| all || BESIDE_PAGES.iter().all(|name| !path.starts_with(name)))
        .map(|path| Ok(size(path.display().to_string(), &fs::read(dist.join(path))?)))
        .collect::<Result<Vec<_>>>()?;
    let mut totals = Vec::new();
    for (widget, budget) in
        [("timeline", TIMELINE), ("goals", GOALS), ("glossary", GLOSSARY), ("overview", OVERVIEW)]
    {
        for shown in SHOWN {
            let lang = shown.key();
            let data = format!("data/{widget}.{lang}.json");
            let [js, glue, wasm] = ["js", "-glue.js", "wasm"].map(|end| {
                if end.starts_with('-') { format!("{widget}{end}") } else { format!("{widget}.{end}") }
            });
            let parts = [&*js, &glue, &wasm, &data];
            let size = sum(&format!("{widget}, {lang}"), &files, &parts)?;
            totals.push(Total { size, budget: allowed(&shown, budget) });
        }
    }
    for shown in SHOWN {
        let lang = shown.key();
        let data = format!("data/glossary.{lang}.json");
        let parts = ["annotate.js", "annotate.wasm", &*data];
        let size = sum(&format!("terms in a text, {lang}"), &files, &parts)?;
        totals.push(Total { size, budget: allowed(&shown, ANNOTATE) });
    }
    for shown in SHOWN {
        let lang = shown.key();
        let [timeline, goals, glossary] =
            ["timeline", "goals", "glossary"].map(|widget| format!("data/{widget}.{lang}.json"));
        let parts =
            ["plan-widgets.js", "plan-widgets-glue.js", "plan-widgets.wasm", &timeline, &goals, &glossary];
        totals.push(Total {
            size: sum(&format!("timeline, goals and glossary, {lang}"), &files, &parts)?,
            budget: allowed(&shown, ALL),
        });
    }
    totals.push(Total {
        size: sum("the check of another plan", &files, &["check.js", "check.wasm"])?,
        budget: CHECK,
    });
    totals.push(Total {
        size: sum("the check of goals, progress and terms", &files, &["check-goals.js", "check-goals.wasm"])?,
        budget: CHECK_GOALS,
    });
    for tag in languages::tags()? {
        let size =
            sum(&format!("words of another plan, {tag}"), &files, &[&format!("data/language.{tag}.json")])?;
        totals.push(Total { size, budget: WORDS });
    }
    totals.push(Total {
        size: sum("a page's own language", &files, &["language.js", "language.wasm"])?,
        budget: OWN_LANGUAGE,
    });
    totals.push(Total { size: sum("the whole plan (plan.json)", &files, &["plan.json"])?, budget: PLAN });
    for widget in site::WIDGETS {
        for lang in SHOWN {
            let html = site::static_widget(widget, &lang, Form::Linked("dist/widget.css"))?;
            let first = first_screen(&html);
            let page = size(
                format!("readable {widget}, {} (stylesheet, and HTML of up to {ITEMS} items)", lang.key()),
                first.as_bytes(),
            );
            totals.push(Total {
                size: plus(
                    page,
                    &sum(
                        "",
                        &files,
                        &[&format!("{}.css", if widget == "goal-deck" { "goals" } else { widget })],
                    )?,
                ),
                budget: allowed(
                    &lang,
                    match widget {
                        "goal-deck" => READABLE_DECK,
                        "timeline" => READABLE_TIMELINE,
                        _ => READABLE,
                    },
                ),
            });
        }
    }
    Ok(Sizes { build: serde_json::from_str(&build)?, files, totals })
}

/// As many items as a tall screen shows.
const ITEMS: usize = 12;

/// What a reader needs of a page to begin: of a long list its first [`ITEMS`], for the rest comes while they read.
fn first_screen(html: &str) -> &str {
    let end = html
        .match_indices("<li part=\"")
        .filter(|(at, _)| {
            let tag = &html[*at..];
            ["item", "goal-item", "passage"]
                .iter()
                .any(|part| tag.starts_with(&format!("<li part=\"{part}\"")))
        })
        .nth(ITEMS)
        .map_or(html.len(), |(at, _)| at);
    &html[..end]
}

/// Where the sizes stand that documents have.
pub const WRITTEN: &str = "www/bench/sizes.json";

/// Says what a widget downloads in Chinese with its module from `folder`, and compares it with what is written down.
///
/// # Errors
/// When the package isn't built, or the documents say something else.
pub fn alone(widget: &str, folder: &Path, kind: WasmKind) -> Result<()> {
    let dist = root().join("pkg/dist");
    let parts = [
        dist.join(format!("{widget}.js")),
        dist.join(format!("data/{widget}.zh.json")),
        folder.join(format!("{widget}-glue.js")),
        folder.join(format!("{widget}.wasm")),
    ];
    let none = Size { name: format!("{widget}, zh"), raw: 0, gzip: 0, brotli: 0 };
    let all = parts.iter().try_fold(none, |sum, part| -> Result<Size> {
        let bytes = fs::read(part).with_context(|| format!("{} can't be read", part.display()))?;
        Ok(plus(sum, &size(String::new(), &bytes)))
    })?;
    println!("{}: {} bytes by brotli, {}", all.name, all.brotli, kind.name());
    documented(kind.name(), [&all])
}

/// What is written down of each build's downloads, in brotli bytes by their names.
fn written() -> Result<Value> {
    Ok(serde_json::from_str(&read(&root().join(WRITTEN))?)?)
}

/// Writes down what was measured, for documents to have.
fn write_down(sizes: &Sizes) -> Result<()> {
    let mut all = written()?;
    let of_build: serde_json::Map<String, Value> =
        sizes.totals.iter().map(|total| (total.size.name.clone(), total.size.brotli.into())).collect();
    all[text(&sizes.build["build"])] = of_build.into();
    crate::write(&root().join(WRITTEN), serde_json::to_string_pretty(&all)? + "\n")?;
    println!("Written to {WRITTEN}. `cargo xtask generate` puts it into the documents.");
    Ok(())
}

/// Compares what is written down with what it is in the build at hand.
///
/// # Errors
/// When one is more than a hundredth off: another compiler makes some bytes more or less.
pub fn documented<'a>(build: &str, sizes: impl IntoIterator<Item = &'a Size>) -> Result<()> {
    let written = written()?;
    let off: Vec<String> = sizes
        .into_iter()
        .filter_map(|Size { name, brotli, .. }| {
            let said = written[build][name].as_u64()?;
            let is = *brotli as u64;
            (said.abs_diff(is) * 100 > is).then(|| format!("{name}: {said}, it is {is}"))
        })
        .collect();
    ensure!(
        off.is_empty(),
        "{WRITTEN} is wrong about the {build} build ({}): `cargo xtask size --write`, then `cargo xtask generate`",
        off.join("; ")
    );
    Ok(())
}

/// Measures what documents have, and writes it down.
///
/// # Errors
/// When nothing was built.
pub fn keep() -> Result<()> {
    write_down(&measure(false)?)
}

/// Prints every size, as a table or as JSON.
///
/// # Errors
/// When nothing was built.
pub fn print(as_json: bool) -> Result<()> {
    let sizes = measure(true)?;
    if as_json {
        let object = |size: &Size| json!({ "name": size.name, "raw": size.raw, "gzip": size.gzip, "brotli": size.brotli });
        let totals: Vec<Value> = sizes
            .totals
            .iter()
            .map(|total| {
                let mut value = object(&total.size);
                value["budget"] = total.budget.into();
                value
            })
            .collect();
        let files: Vec<Value> = sizes.files.iter().map(object).collect();
        println!(
            "{}",
            serde_json::to_string_pretty(&json!({ "build": sizes.build, "files": files, "totals": totals }))?
        );
        return Ok(());
    }
    println!("{} build, {}\n", text(&sizes.build["build"]), text(&sizes.build["toolchain"]));
    println!("{:>9} {:>9} {:>9}  file in pkg/dist", "raw", "gzip", "brotli");
    for Size { name, raw, gzip, brotli } in &sizes.files {
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {name}");
    }
    println!("\n{:>9} {:>9} {:>9} {:>9}  what a page downloads", "raw", "gzip", "brotli", "budget");
    for Total { size: Size { name, raw, gzip, brotli }, budget } in &sizes.totals {
        println!("{raw:>9} {gzip:>9} {brotli:>9} {budget:>9}  {name}");
    }
    Ok(())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn sum(name: &str, files: &[Size], parts: &[&str]) -> Result<Size> {
    parts.iter().try_fold(Size { name: name.into(), raw: 0, gzip: 0, brotli: 0 }, |sum, part| {
        let path = Path::new(part);
        let file = files.iter().find(|file| Path::new(&file.name) == path);
        Ok(plus(sum, file.with_context(|| format!("pkg/dist/{part} is missing: run `cargo xtask build`"))?))
    })
}

fn plus(a: Size, b: &Size) -> Size {
    Size { name: a.name, raw: a.raw + b.raw, gzip: a.gzip + b.gzip, brotli: a.brotli + b.brotli }
}

fn size(name: String, bytes: &[u8]) -> Size {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    // Into memory: neither can fail.
    let _ = gzip.write_all(bytes);
    let gzip = gzip.finish().unwrap_or_default().len();
    Size { name, raw: bytes.len(), gzip, brotli: compress(bytes).len() }
}

/// Quality 11 and a window of 4 MiB, as servers precompress.
#[must_use]
pub fn compress(bytes: &[u8]) -> Vec<u8> {
    compress_at(11, bytes)
}

/// The same at another quality, as servers that compress each answer.
#[must_use]
pub fn compress_at(quality: i32, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params =
        brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut out, &params);
    out
}
