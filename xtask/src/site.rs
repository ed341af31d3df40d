//! The site in `target/www`: the pages of `www/` with their widgets prerendered, and the package beside them.
//!
//! A page asks for static HTML by comments: `<!-- plan:glossary lang=zh form=shadow -->` or `plan:timeline` inside an
//! element becomes its content, `form=light` the plain form, `plan=school` another plan, `level=3` the heading's rank;
//! of a timeline `layout=list` the list wherever there is room for lanes, and `topic=…`, `stage=…`, `period=…`,
//! `article=…` what it is narrowed to. `<!-- plan:reference lang=zh -->` becomes the tables of public names, `<!-- plan:file name=… -->` a file of `tests/`
//! as code.

use std::{fs, rc::Rc};

use anyhow::{Context, Result, bail};
use plan_widgets::{
    Controls, Filter, GlossaryProps, Lang, Layout, PLAN_JSON, Plan, TimelineProps, ui::prerender,
    view::timeline::FACETS,
};

use serde_json::Value;

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
    for (folder, name) in [("pkg/dist", "dist"), ("tests/school", "school")] {
        for path in files(&root().join(folder))? {
            write(&to.join(name).join(&path), fs::read(root().join(folder).join(&path))?)?;
        }
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
    let mut wanted = Static::default();
    let mut name = "";
    for word in words {
        match word.split_once('=') {
            Some(("lang", tag)) => wanted.lang = Lang::from_tag(tag).context("lang is zh or en")?,
            Some(("form", "shadow")) => wanted.form = Form::Shadow,
            Some(("form", "light")) => wanted.form = Form::Light,
            Some(("dist", path)) => wanted.dist = path,
            Some(("base", path)) => wanted.base = path,
            Some(("plan", "school")) => wanted.plan = Some("tests/school/plan.json"),
            Some(("level", level)) => wanted.heading_level = level.parse().context("level is a number")?,
            Some(("name", path)) => name = path,
            Some(("layout", "list")) => wanted.layout = Layout::List,
            Some((facet, value)) if FACETS.contains(&facet) => {
                let place = FACETS.iter().position(|known| *known == facet).unwrap_or_default();
                wanted.filter.facets[place] = value.replace('+', " ");
            }
            _ => bail!(
                "`{word}` is not one of lang=zh|en, form=light|shadow, dist=PATH, plan=school, base=PATH, level=N, name=FILE, layout=list, topic=ID, stage=ID, period=ID, article=ID"
            ),
        }
    }
    match what {
        "glossary" | "timeline" => static_widget(what, &wanted),
        "reference" => Ok(generate::reference(wanted.lang)),
        "file" => {
            let text = read(&root().join("tests").join(name))?;
            Ok(text.trim_end().replace('&', "&amp;").replace('<', "&lt;"))
        }
        _ => bail!("`{what}` is not one of glossary, timeline, reference, file"),
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

/// What static content is wanted.
pub struct Static<'a> {
    /// In which language.
    pub lang: Lang,
    /// In which form.
    pub form: Form,
    /// The way from the page to the package's files.
    pub dist: &'a str,
    /// The plan's file, from the root; without one the bundled plan.
    pub plan: Option<&'a str>,
    /// The way from the page to the folder in which the plan and its pictures lie.
    pub base: &'a str,
    /// The rank of the heading.
    pub heading_level: u8,
    /// Of a timeline: how it will be laid out.
    pub layout: Layout,
    /// Of a timeline: what it is narrowed to.
    pub filter: Filter,
}

impl Default for Static<'_> {
    fn default() -> Self {
        Static {
            lang: Lang::Zh,
            form: Form::Light,
            dist: "dist/",
            plan: None,
            base: "",
            heading_level: 2,
            layout: Layout::Auto,
            filter: Filter::default(),
        }
    }
}

/// A plan with its pictures' addresses as seen from the page.
fn with_base(mut plan: Value, base: &str) -> Value {
    let events = plan["events"].as_array_mut().into_iter().flatten();
    for medium in events.filter_map(|event| event.get_mut("media")?.as_array_mut()).flatten() {
        if let Some(src) = medium["src"].as_str().filter(|src| !src.contains(':')) {
            medium["src"] = format!("{base}{src}").into();
        }
    }
    plan
}

/// The static content of an element, by the name of its widget.
///
/// # Errors
/// When the plan can't be read or isn't valid.
pub fn static_widget(widget: &str, wanted: &Static) -> Result<String> {
    let Static { lang, form, dist, plan, base, heading_level, layout, ref filter } = *wanted;
    let plan = Rc::new(match plan {
        Some(file) => Plan::read(&with_base(serde_json::from_str(&read(&root().join(file))?)?, base))
            .with_context(|| file.to_owned())?,
        None => Plan::from_json(PLAN_JSON)?,
    });
    let controls = if form == Form::Light { Controls::None } else { Controls::Waiting };
    let html = if widget == "timeline" {
        let filter = filter.clone();
        prerender::timeline(yew::props!(TimelineProps {
            plan,
            lang,
            controls,
            heading_level,
            layout,
            filter
        }))
    } else {
        prerender::glossary(yew::props!(GlossaryProps { plan, lang, controls, heading_level }))
    };
    Ok(match form {
        Form::Light => html,
        Form::Shadow => format!(
            "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{dist}{widget}.css\"><div>{html}</div></template>"
        ),
    })
}
