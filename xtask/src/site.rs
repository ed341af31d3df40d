//! The site in `target/www`: the pages that Eleventy makes of `www/`, with their widgets prerendered, the package beside them,
//! and the index that Pagefind searches.
//!
//! A page asks for static HTML by comments: `<!-- plan:glossary lang=zh form=shadow -->` or `plan:timeline` inside an
//! element becomes its content, and so `plan:goal-deck` and `plan:goal-card goal=…`. `form=light` is the plain form,
//! `plan=school` another plan, `level=3` the heading's rank, `layout=list` a timeline's list wherever there is room for
//! lanes; attributes of the element that filter or arrange it are written the same way, `topic=energy+water`.
//! `progress=tests/school/progress.json` is a file with what the page reports.
//! `<!-- plan:reference lang=zh -->` becomes the tables of public names, with `element=plan-timeline` those of one element,
//! `plan:tokens` that of custom properties,
//! `plan:contrast` that of the contrast of their colours, `<!-- plan:integrity -->` the rows of a table of integrity values, with
//! `name=timeline.js` that of one file.
//!
//! Three comments are replaced by Eleventy, which gives code its colours: `<!-- plan:file name=… -->` by a file of `tests/` as
//! code, with `lang=zh` in that language and with the paths of a reader’s project, `<!-- plan:snippet lang=zh -->` by the HTML
//! that the package's README has to paste, `<!-- plan:part name=… -->` by a piece of HTML in `tests/`.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use anyhow::{Context, Result, bail};
use plan_widgets::{Lang, PLAN_JSON, Plan};
use plan_widgets_element::render::{Form, Renderer, Wanted};
use serde_json::Value;

use crate::{
    build::{self, Output},
    files, generate, quoted, read, root, run, serve,
    setup::Npm,
    target, write,
};

/// Whether the pictures of pages for frames are drawn. The Chinese ones read their whole font for each character: all of
/// them take the processor minutes.
#[derive(Clone, Copy, PartialEq)]
pub enum Pictures {
    /// All that aren't there yet.
    Drawn,
    /// The same, but that none is drawn where there are none.
    AsTheyAre,
}

/// What a sample of the gallery has of the U.S. Web Design System, from its package.
const USWDS: [&str; 9] = [
    "LICENSE.md",
    "dist/css/uswds.min.css",
    "dist/fonts/merriweather/Latin-Merriweather-Bold.woff2",
    "dist/fonts/merriweather/Latin-Merriweather-Light.woff2",
    "dist/fonts/merriweather/Latin-Merriweather-Regular.woff2",
    "dist/fonts/source-sans-pro/sourcesanspro-bold-webfont.woff2",
    "dist/fonts/source-sans-pro/sourcesanspro-light-webfont.woff2",
    "dist/fonts/source-sans-pro/sourcesanspro-regular-webfont.woff2",
    "dist/img/usa-icons/info.svg",
];

/// Writes the whole site.
///
/// # Errors
/// When a page can't be read or asks for what there isn't; names it.
pub fn write_site(output: &Output, npm: &Npm, pictures: Pictures) -> Result<()> {
    let (from, to) = (root().join("www"), &output.www);
    let dist = output.dist.strip_prefix(to).ok();
    // In place, where the package is part of it already.
    if to.exists() && dist.is_none() {
        fs::remove_dir_all(to)?;
    }
    let made = generated(output, npm)?;
    for path in files(&made)? {
        let page = page(&read(&made.join(&path))?, &output.dist)
            .with_context(|| format!("www/{}", path.display()))?;
        write(&to.join(path), page)?;
    }
    for path in files(&from)?.into_iter().filter(|path| !is_template(path)) {
        if path.extension().is_some_and(|extension| extension == "js") {
            // With what it imports from npm.
            let mut command = output.esbuild(npm);
            command.args(["--bundle", "--format=esm", "--define:process.env.NODE_ENV=\"production\""]);
            command.arg(from.join(&path)).arg(format!("--outfile={}", to.join(&path).display()));
            run("esbuild", command.env("NODE_PATH", &npm.node_modules))?;
        } else {
            write(&to.join(&path), fs::read(from.join(&path))?)?;
        }
    }
    for path in USWDS {
        let from = npm.node_modules.join("@uswds/uswds").join(path);
        let path = path.strip_prefix("dist/").unwrap_or(path);
        write(&to.join("gallery/uswds").join(path), fs::read(from)?)?;
    }
    if !output.dev {
        indexed(to, npm)?;
        embed(npm, pictures)?;
    }
    let copied = [(root().join("tests/school"), "school"), (output.dist.clone(), "dist")];
    for (folder, name) in copied.iter().filter(|(_, name)| dist.is_none_or(|dist| dist != Path::new(name))) {
        for path in files(folder)? {
            write(&to.join(name).join(&path), fs::read(folder.join(&path))?)?;
        }
    }
    Ok(())
}

/// The pages, made by Eleventy: their comments aren't replaced yet.
fn generated(output: &Output, npm: &Npm) -> Result<PathBuf> {
    let made = output.work.join("site");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    let quotations = output.work.join("quoted");
    quoted::write_all(&quotations)?;
    let mut command = Command::new(&npm.node);
    command.current_dir(root()).arg(npm.node_modules.join("@11ty/eleventy/cmd.cjs"));
    command.args(["--config=www/eleventy.config.js", "--quiet"]).arg(format!("--output={}", made.display()));
    run("eleventy", command.env(SITE, url()).env("PLAN_QUOTED", quotations))?;
    Ok(made)
}

/// Whether a file of `www` is Eleventy's: a page, or what pages are made of.
fn is_template(path: &Path) -> bool {
    let name = path.to_string_lossy();
    let ends =
        [".html", ".md", ".njk", ".11ty.js", "eleventy.config.js"].iter().any(|end| name.ends_with(end));
    ends || name.starts_with('_')
}

/// The index of the pages with a layout, for the search in them.
fn indexed(to: &Path, npm: &Npm) -> Result<()> {
    let mut command = Command::new(npm.bin("pagefind"));
    command.arg("--site").arg(to).args(["--output-subdir", "search/index", "--quiet"]);
    run("pagefind", &mut command)
}

/// Puts the editor's files into the site that is built already.
///
/// # Errors
/// When one can't be copied.
pub fn with_editor(output: &Output) -> Result<()> {
    for path in files(&output.dist)?.iter().filter(|path| path.to_string_lossy().starts_with("editor")) {
        write(&output.www.join("dist").join(path), fs::read(output.dist.join(path))?)?;
    }
    for page in ["editor/index.html", "en/editor/index.html", "site.css"] {
        write(&output.www.join(page), fs::read(root().join("www").join(page))?)?;
    }
    Ok(())
}

/// Names the URL of the site, which the pages for frames carry; without it `cargo xtask serve`'s own.
const SITE: &str = "PLAN_SITE";

/// Where a release will be.
static HOME: OnceLock<&str> = OnceLock::new();

/// Has the site, its feeds and its pages for frames name the URL that the package names, unless `PLAN_SITE` has another.
pub fn at_home() {
    HOME.get_or_init(|| env!("CARGO_PKG_HOMEPAGE"));
}

/// Where the site will be.
fn url() -> String {
    env::var(SITE).unwrap_or_else(|_| {
        HOME.get().map_or_else(|| format!("http://localhost:{}/", serve::PORT), |home| (*home).to_owned())
    })
}

/// The pages for frames, by the package's own command. They are kept, for what draws their pictures is slow.
fn embed(npm: &Npm, pictures: Pictures) -> Result<()> {
    let kept = target().join("embed");
    let site = url();
    fs::create_dir_all(&kept)?;
    let drawn = files(&kept)?.iter().any(|path| path.extension().is_some_and(|kind| kind == "png"));
    let mut command = Command::new(&npm.node);
    // Where npm's packages are, it finds what draws.
    command.current_dir(match pictures {
        Pictures::AsTheyAre if !drawn => &kept,
        _ => npm.node_modules.parent().context("npm's packages are nowhere")?,
    });
    command.arg(root().join("pkg/dist/cli.js")).args(["pages", "--site", &site, "--out"]).arg(&kept);
    run("plan-widgets pages", command.args(["--provider", "plan-widgets"]))?;
    for path in files(&kept)? {
        write(&target().join("www").join(&path), fs::read(kept.join(&path))?)?;
    }
    Ok(())
}

/// `html` with its comments replaced, for the package in `dist`.
fn page(html: &str, dist: &Path) -> Result<String> {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!-- plan:") {
        let (comment, after) = after.split_once(" -->").context("a `<!-- plan:` without its ` -->`")?;
        out.push_str(before);
        out.push_str(&piece(comment, dist).with_context(|| format!("<!-- plan:{comment} -->"))?);
        rest = after;
    }
    Ok(out + rest)
}

fn piece(comment: &str, package: &Path) -> Result<String> {
    let mut words = comment.split_whitespace();
    let what = words.next().unwrap_or_default();
    let mut attributes = Vec::new();
    let (mut form, mut dist, mut plan, mut base) = ("light", "dist/", "", "");
    let mut progress = None;
    for word in words {
        let (key, value) = word.split_once('=').with_context(|| format!("`{word}` has no `=`"))?;
        match key {
            "form" => form = value,
            "dist" => dist = value,
            "plan" => plan = value,
            "base" => base = value,
            "progress" => progress = Some(read(&root().join(value))?),
            "level" => attributes.push(("heading-level", value.into())),
            _ => attributes.push((key, value.replace('+', " "))),
        }
    }
    match what {
        "reference" => {
            let lang = attributes.first().and_then(|(_, tag)| Lang::parse(tag));
            let element = attributes.iter().find(|(name, _)| *name == "element").map(|(_, tag)| &**tag);
            Ok(generate::reference(&lang.context("lang is zh or en")?, element))
        }
        "tokens" | "contrast" => {
            let lang =
                attributes.first().and_then(|(_, tag)| Lang::parse(tag)).context("lang is zh or en")?;
            Ok(if what == "tokens" { generate::tokens_of_pages(&lang) } else { generate::contrast(&lang) })
        }
        "integrity" => {
            let all = build::integrity(package)?;
            // With the name of a file, that alone.
            if let Some((_, name)) = attributes.first() {
                return Ok(all[name].as_str().with_context(|| format!("no page links {name}"))?.to_owned());
            }
            let row = |(name, hash): (&String, &Value)| {
                let hash = hash.as_str().unwrap_or_default();
                format!("<tr><th scope=\"row\"><code>{name}</code></th><td><code>{hash}</code></td></tr>\n")
            };
            Ok(all.as_object().into_iter().flatten().map(row).collect())
        }
        widget => {
            let plan = match plan {
                "" => Plan::from_json(PLAN_JSON)?,
                "school" => Plan::read(&with_base(
                    serde_json::from_str(&read(&root().join("tests/school/plan.json"))?)?,
                    base,
                ))?,
                _ => bail!("plan={plan} is not plan=school"),
            };
            let attributes: Vec<_> = attributes.iter().map(|(name, value)| (*name, &**value)).collect();
            let mut wanted = Wanted::new(widget, &attributes)?;
            wanted.progress = progress.as_deref();
            let stylesheet = format!("{dist}{}.css", wanted.element().data);
            let form = match form {
                "light" => Form::Light,
                "shadow" => Form::Linked(&stylesheet),
                _ => bail!("form={form} is not form=light or form=shadow"),
            };
            Ok(Renderer::new(plan).content(wanted, form)?)
        }
    }
}

/// The widgets that are whole by themselves, with everything in them.
pub const WIDGETS: [&str; 4] = ["glossary", "goal-deck", "overview", "timeline"];

/// The static content of one of them, of the bundled plan.
///
/// # Errors
/// When the plan isn't valid.
pub fn static_widget(widget: &str, lang: &Lang, form: Form) -> Result<String> {
    let attributes = [("lang", lang.key())];
    Ok(Renderer::new(Plan::from_json(PLAN_JSON)?).content(Wanted::new(widget, &attributes)?, form)?)
}

/// A plan with its pictures' URLs as seen from the page.
fn with_base(mut plan: Value, base: &str) -> Value {
    let events = plan["events"].as_array_mut().into_iter().flatten();
    for medium in events.filter_map(|event| event.get_mut("media")?.as_array_mut()).flatten() {
        if let Some(src) = medium["src"].as_str().filter(|src| !src.contains(':')) {
            medium["src"] = format!("{base}{src}").into();
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use anyhow::ensure;

    use super::*;
    use crate::{output, setup};

    /// The changelog's feed has what is released, newest first, and nothing else.
    #[test]
    fn the_feed_has_the_released_versions() -> Result<()> {
        let changelog = "# Changelog\n\n## Unreleased\n\n- c\n\n## 0.2.0 (2026-12-01)\n\n### Added\n- b & [p](www/en/guide/progress.html)\n\n## 0.1.0 (2026-11-30)\n- a\n";
        let script = format!(
            "import {{ versions }} from './www/changelog/index.11ty.js';
            import {{ atom }} from './www/changelog/feed.11ty.js';
            const list = versions({});
            process.stdout.write(atom({{ url: 'https://e.org/', page: 'changelog/', lang: 'en', title: 'T & U', author: 'A', list }}));",
            serde_json::to_string(changelog)?
        );
        let tools = setup::ensure(&root(), &[setup::Need::Npm], false)?;
        let mut node = Command::new(tools.npm.context("no npm")?.node);
        node.current_dir(root()).args(["--no-warnings", "--input-type=module", "--eval", &script]);
        let feed = String::from_utf8(output("node", &mut node)?)?;
        let titles: Vec<&str> =
            feed.split("<title>").skip(2).filter_map(|rest| rest.split('<').next()).collect();
        ensure!(
            titles == ["plan-widgets 0.2.0 (2026-12-01)", "plan-widgets 0.1.0 (2026-11-30)"],
            "{titles:?}"
        );
        for part in [
            "<title>T &amp; U</title>",
            "<updated>2026-12-01T00:00:00Z</updated>\n  <author>",
            "<id>https://e.org/changelog/#0.1.0-2026-11-30</id>",
            "b &amp;amp; &lt;a href=&quot;https://e.org/en/guide/progress.html&quot;>",
        ] {
            ensure!(feed.contains(part), "{part} is not in {feed}");
        }
        ensure!(!feed.contains("Unreleased") && !feed.contains(">c<"), "{feed}");
        Ok(())
    }
}
