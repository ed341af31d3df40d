//! The site in `target/www`: the pages of `www/` with their widgets prerendered, and the package beside them.
//!
//! A page asks for static HTML by comments: `<!-- plan:glossary lang=zh form=shadow -->` inside an element becomes
//! its content, `form=light` the plain form. `<!-- plan:reference lang=zh -->` becomes the tables of public names.

use std::{fs, rc::Rc};

use anyhow::{Context, Result, bail};
use plan_widgets::{Controls, GlossaryProps, Lang, PLAN_JSON, Plan, ui::prerender};

use crate::{files, generate, read, root, target, write};

/// Writes the whole site.
///
/// # Errors
/// When a page can't be read or asks for what there isn't; names it.
pub fn write_site() -> Result<()> {
    let (from, to) = (root().join("www"), target().join("www"));
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    for path in files(&from)? {
        if path.extension().is_some_and(|extension| extension == "html") {
            let page = page(&read(&from.join(&path))?).with_context(|| format!("www/{}", path.display()))?;
            write(&to.join(path), page)?;
        } else {
            write(&to.join(&path), fs::read(from.join(&path))?)?;
        }
    }
    let dist = root().join("pkg/dist");
    for path in files(&dist)? {
        write(&to.join("dist").join(&path), fs::read(dist.join(&path))?)?;
    }
    Ok(())
}

/// `html` with its comments replaced.
fn page(html: &str) -> Result<String> {
    let mut out = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!-- plan:") {
        let (comment, after) = after.split_once(" -->").context("a `<!-- plan:` without its ` -->`")?;
        out.push_str(before);
        out.push_str(&piece(comment).with_context(|| format!("<!-- plan:{comment} -->"))?);
        rest = after;
    }
    Ok(out + rest)
}

fn piece(comment: &str) -> Result<String> {
    let mut words = comment.split_whitespace();
    let what = words.next().unwrap_or_default();
    let (mut lang, mut form, mut dist) = (Lang::Zh, Form::Light, "dist/");
    for word in words {
        match word.split_once('=') {
            Some(("lang", tag)) => lang = Lang::from_tag(tag).context("lang is zh or en")?,
            Some(("form", "shadow")) => form = Form::Shadow,
            Some(("form", "light")) => form = Form::Light,
            Some(("dist", path)) => dist = path,
            _ => bail!("`{word}` is not one of lang=zh|en, form=light|shadow, dist=PATH"),
        }
    }
    match what {
        "glossary" => static_glossary(lang, form, dist),
        "reference" => Ok(generate::reference(lang)),
        _ => bail!("`{what}` is not one of glossary, reference"),
    }
}

/// The two forms of static HTML.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Plain children of the element, in the page's own looks.
    Light,
    /// A declarative shadow root with the widget's looks.
    Shadow,
}

/// The static content of `<plan-glossary>`; `dist` is the way from the page to the package's files.
///
/// # Errors
/// When the bundled plan isn't valid.
pub fn static_glossary(lang: Lang, form: Form, dist: &str) -> Result<String> {
    let plan = Rc::new(Plan::from_json(PLAN_JSON)?);
    let controls = if form == Form::Light { Controls::None } else { Controls::Waiting };
    let html = prerender::glossary(yew_props(plan, lang, controls));
    Ok(match form {
        Form::Light => html,
        Form::Shadow => format!(
            "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{dist}plan-widgets.css\"><div>{html}</div></template>"
        ),
    })
}

fn yew_props(plan: Rc<Plan>, lang: Lang, controls: Controls) -> GlossaryProps {
    GlossaryProps {
        plan,
        lang,
        controls,
        query: Default::default(),
        term: None,
        heading_level: 2,
        color_scheme: None,
        onfilter: Default::default(),
        onselect: Default::default(),
    }
}
