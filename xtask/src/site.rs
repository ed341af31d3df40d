//! The site in `target/www`: the pages of `www/` with their widgets prerendered, and the package beside them.
//!
//! A page asks for static HTML by comments: `<!-- plan:glossary lang=zh form=shadow -->` or `plan:timeline` inside an
//! element becomes its content, and so `plan:goal-deck` and `plan:goal-card goal=…`. `form=light` is the plain form,
//! `plan=school` another plan, `level=3` the heading's rank, `layout=list` a timeline's list wherever there is room for
//! lanes; an attribute of the element that narrows or arranges it is said likewise, `topic=energy+water`.
//! `<!-- plan:reference lang=zh -->` becomes the tables of public names, `<!-- plan:file name=… -->` a file of `tests/` as
//! code.

use std::{fs, rc::Rc};

use anyhow::{Context, Result, bail, ensure};
use plan_widgets::{
    Chronology, Controls, Deck, Filter, GlossaryProps, GoalDeckProps, Lang, Lexicon, PLAN_JSON, Plan,
    TimelineProps, Variant,
    element::options::{self, Known, Options},
    ui::prerender,
    view::goals,
};
use serde_json::{Value, json};
use yew::AttrValue;

use crate::{build, files, generate, read, root, run, setup::Npm, target, write};

/// Writes the whole site.
///
/// # Errors
/// When a page can't be read or asks for what there isn't; names it.
pub fn write_site(npm: &Npm) -> Result<()> {
    let (from, to) = (root().join("www"), target().join("www"));
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    for path in files(&from)? {
        if path.extension().is_some_and(|extension| extension == "html") {
            let page = page(&read(&from.join(&path))?).with_context(|| format!("www/{}", path.display()))?;
            write(&to.join(path), page)?;
        } else if path.extension().is_some_and(|extension| extension == "js") {
            // With what it imports from npm.
            let mut command = build::esbuild(npm);
            command.args(["--bundle", "--format=esm", "--define:process.env.NODE_ENV=\"production\""]);
            command.arg(from.join(&path)).arg(format!("--outfile={}", to.join(&path).display()));
            run("esbuild", command.env("NODE_PATH", &npm.node_modules))?;
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
            Some(("level", level)) => wanted.attributes.push(("heading-level", level.into())),
            Some(("name", path)) => name = path,
            Some((name, value)) if ATTRIBUTES.contains(&name) => {
                wanted.attributes.push((name, value.replace('+', " ")));
            }
            _ => bail!(
                "`{word}` is not one of lang=zh|en, form=light|shadow, dist=PATH, plan=school, base=PATH, level=N, name=FILE, or of the attributes {}",
                ATTRIBUTES.join(", ")
            ),
        }
    }
    match what {
        "glossary" | "timeline" | "goal-card" | "goal-deck" => static_widget(what, &wanted),
        "reference" => Ok(generate::reference(wanted.lang)),
        "file" => {
            let text = read(&root().join("tests").join(name))?;
            Ok(text.trim_end().replace('&', "&amp;").replace('<', "&lt;"))
        }
        _ => bail!("`{what}` is not one of glossary, timeline, goal-card, goal-deck, reference, file"),
    }
}

/// The widgets that are whole by themselves, with everything in them.
pub const WIDGETS: [&str; 3] = ["glossary", "goal-deck", "timeline"];

/// Attributes that static content is made by, as the live element is.
const ATTRIBUTES: [&str; 16] = [
    "term",
    "layout",
    "variant",
    "show",
    "group",
    "sort",
    "query",
    "topic",
    "stage",
    "period",
    "article",
    "chapter",
    "department",
    "kind",
    "goal",
    "project",
];

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
    /// Attributes of the element that change what is shown, by name.
    pub attributes: Vec<(&'a str, String)>,
}

impl Default for Static<'_> {
    fn default() -> Self {
        Static {
            lang: Lang::Zh,
            form: Form::Light,
            dist: "dist/",
            plan: None,
            base: "",
            attributes: Vec::new(),
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
    let Static { lang, form, dist, plan, base, ref attributes } = *wanted;
    let plan = Rc::new(match plan {
        Some(file) => Plan::read(&with_base(serde_json::from_str(&read(&root().join(file))?)?, base))
            .with_context(|| file.to_owned())?,
        None => Plan::from_json(PLAN_JSON)?,
    });
    let controls = if form == Form::Light { Controls::None } else { Controls::Waiting };
    let said =
        |name: &str| attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    let read = |known| -> Result<Options> {
        let (options, refused) = options::read(known, &said);
        ensure!(refused.is_empty(), "not valid: {refused:?}");
        Ok(options)
    };
    let is_card = widget == "goal-card";
    let (html, style) = match widget {
        "timeline" => {
            let course = Rc::new(Chronology::of(&plan, lang));
            let Options { layout, query, facets, heading_level, item, .. } = read(Known::Course(&course))?;
            let html = prerender::timeline(yew::props!(TimelineProps {
                plan: course.clone(),
                lang,
                controls,
                heading_level: heading_level.unwrap_or(2),
                layout,
                item: item.map(AttrValue::from),
                filter: Filter { query, facets: facets.try_into().unwrap_or_default() }
            }));
            (html, "timeline")
        }
        "goal-card" | "goal-deck" => {
            let deck = Rc::new(Deck::of(&plan, lang));
            let options = read(Known::Deck(&deck))?;
            ensure!(!is_card || options.goal.is_some(), "a card needs goal=ID");
            let goal = options.goal.map(AttrValue::from);
            let (only, goal) = if is_card { (goal, None) } else { (None, goal) };
            let usual = if is_card { (Variant::Full, 3) } else { (Variant::Compact, 2) };
            let html = prerender::goals(yew::props!(GoalDeckProps {
                plan: deck.clone(),
                lang,
                only: only.clone(),
                controls,
                heading_level: options.heading_level.unwrap_or(usual.1),
                variant: options.variant.unwrap_or(usual.0),
                departments: options.departments,
                group: options.group,
                sort: options.sort,
                goal,
                project: options.project.map(AttrValue::from),
                filter: goals::Filter {
                    query: options.query,
                    facets: options.facets.try_into().unwrap_or_default()
                }
            }));
            let about = only.map(|goal| about(&plan, &goal, lang)).transpose()?.unwrap_or_default();
            (about + &html, "goals")
        }
        _ => {
            let lexicon = Rc::new(Lexicon::of(&plan, lang));
            let Options { query, sorting, term, heading_level, .. } = read(Known::Lexicon(&lexicon))?;
            let html = prerender::glossary(yew::props!(GlossaryProps {
                plan: lexicon.clone(),
                lang,
                controls,
                heading_level: heading_level.unwrap_or(2),
                query: query,
                sort: sorting,
                term: term.map(AttrValue::from)
            }));
            (html, "glossary")
        }
    };
    Ok(match form {
        Form::Light => html,
        Form::Shadow => format!(
            "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{dist}{style}.css\"><div>{html}</div></template>"
        ),
    })
}

/// What search engines are told of a goal, in the vocabulary of schema.org: a statement of the plan, with what the plan
/// says of its time and quantities. Not a `Project`, which is an organization there, nor an `Action`, which somebody takes.
fn about(plan: &Plan, id: &str, lang: Lang) -> Result<String> {
    let goal = plan.goals.find(id).context("no such goal")?;
    let about = &plan.about;
    let article = goal.cite.as_ref().and_then(|cite| plan.articles.find(&cite.article));
    let summary = goal.summary.as_ref().or(article.and_then(|article| article.summary.as_ref()));
    let topics = goal.topics.iter().filter_map(|id| plan.topics.find(id));
    let figures = goal.figures.iter().filter_map(|id| plan.figures.find(id));
    let document = json!({
        "@type": "CreativeWork",
        "name": about.title.get(lang),
        "author": about.issuer.as_ref().map(|issuer| json!({ "@type": "Organization", "name": issuer.get(lang) })),
        "datePublished": about.adopted.as_ref().map(|adopted| &*adopted.edtf.text),
    });
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "identifier": id,
        "name": goal.title.get(lang),
        "abstract": summary.map(|summary| summary.get(lang)),
        "inLanguage": lang.tag(),
        "about": topics.map(|topic| topic.name.get(lang)).collect::<Vec<_>>(),
        "temporalCoverage": goal.horizons.iter().map(|time| &*time.edtf.text).collect::<Vec<_>>(),
        "citation": article.map(|article| article.title.get(lang)),
        "isPartOf": document,
        "mentions": figures
            .map(|figure| {
                json!({
                    "@type": "PropertyValue",
                    "name": figure.measure.get(lang),
                    "value": figure.text.get(lang),
                })
            })
            .collect::<Vec<_>>(),
    });
    drop_empty(&mut data);
    // In a script nothing but its end tag ends it.
    let data = data.to_string().replace('<', "\\u003c");
    Ok(format!("<script type=\"application/ld+json\">{data}</script>"))
}

/// Leaves out what is not known.
fn drop_empty(value: &mut Value) {
    if let Value::Object(members) = value {
        members.retain(|_, value| {
            drop_empty(value);
            !(value.is_null() || *value == json!([]))
        });
    }
}
