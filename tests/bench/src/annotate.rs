//! Our marking of terms compared with mark.js: `cargo xtask bench annotate`, in one run, on the same text.

use std::fs;

use anyhow::{Context as _, Result, bail};
use browser::engine::Conditions;
use browser::page::Page;
use browser::webdriver::Session;
use plan_widgets::{PLAN_JSON, Plan};
use serde_json::{Value, json};
use xtask::server::Site;
use xtask::setup::Browser;
use xtask::{files, read, root, target, write};

use crate::measure;

/// So many characters of Chinese text.
const LENGTH: usize = 1_000_000;

/// So long a paragraph is, at least.
const PARAGRAPH: usize = 150;

/// A plan's own terms, a large glossary, and what would be one of glossaries.
const TERMS: [usize; 3] = [13, 200, 10_000];

/// mark.js goes through the text once for each term: beyond these it would take minutes.
const MOST_FOR_PEER: usize = 200;

/// Of so many rounds the median counts.
const ROUNDS: usize = 3;

/// So many marks of one term, each in a paragraph of its own: time is to grow with them, not faster.
const MARKS: [usize; 3] = [10_000, 30_000, 60_000];

/// What a round took, in milliseconds.
struct Round {
    marks: u64,
    /// Until the last mark stood.
    until: f64,
    /// Of the main thread, beyond 50 ms in each task.
    blocked: f64,
    /// In scripts.
    script: f64,
    /// In all tasks, layout and paint included.
    tasks: f64,
    longest: f64,
}

/// What was compared: our time and that of mark.js until the last mark stood, on one text.
pub struct Compared {
    /// So many terms.
    pub terms: usize,
    /// So many marks.
    pub marks: u64,
    /// Ours as a multiple of theirs.
    pub ours: f64,
}

/// A run.
pub struct Run {
    /// Its day.
    pub date: String,
    /// The browser, with its version.
    pub browser: String,
    /// The version of mark.js.
    pub version: String,
    /// What both have marked.
    pub rows: Vec<Compared>,
    /// How much longer twice as many marks of one term take.
    pub twice: f64,
}

/// Measures and prints.
pub async fn run(browser: Browser) -> Result<Run> {
    prepare()?;
    let (mut compared, mut one_term) = (Vec::new(), Vec::new());
    let site = Site { mounts: vec![("/".to_owned(), folder())], ..Site::default() };
    let mut page = Page::of(browser, site)?;
    println!(
        "| terms | | marks | until the last | against mark.js | scripts | all tasks | blocked | longest task |"
    );
    println!("|--:|---|--:|--:|--:|--:|--:|--:|--:|");
    let texts = TERMS.map(|terms| (terms, None)).into_iter().chain(MARKS.map(|marks| (1, Some(marks))));
    for (terms, paragraphs) in texts {
        let mut first = None;
        for (name, who) in
            [("mark.js", "peer"), ("plan-widgets", "ours"), ("plan-widgets, first only", "first")]
        {
            if who == "peer" && terms > MOST_FOR_PEER || who == "first" && paragraphs.is_some() {
                continue;
            }
            let mut rounds = Vec::new();
            for _ in 0..ROUNDS {
                rounds.push(round(&mut page, who, terms, paragraphs).await?);
            }
            rounds.sort_by(|one, other| one.until.total_cmp(&other.until));
            let Round { marks, until, blocked, script, tasks, longest } = rounds.swap_remove(ROUNDS / 2);
            match (who, first) {
                ("peer", _) => first = Some(until),
                ("ours", Some(peer)) => compared.push(Compared { terms, marks, ours: until / peer }),
                _ => {}
            }
            if who == "ours" && terms == 1 {
                one_term.push(until);
            }
            let ratio = first.map_or("–".to_owned(), |first| format!("{:.1} %", 100.0 * until / first));
            println!(
                "| {terms} | {name} | {marks} | {until:.0} ms | {ratio} | {script:.0} ms | {tasks:.0} ms | {blocked:.0} ms | {longest:.0} ms |"
            );
        }
    }
    let about = json_of("tests/bench/node_modules/mark.js/package.json")?;
    let [.., half, whole] = one_term[..] else { bail!("too little was measured of one term") };
    Ok(Run {
        date: measure::today(&mut page).await?,
        browser: format!("Chromium {}", page.browser.version),
        version: about["version"].as_str().unwrap_or_default().to_owned(),
        rows: compared,
        twice: whole / half,
    })
}

fn json_of(path: &str) -> Result<Value> {
    Ok(serde_json::from_str(&read(&root().join(path))?)?)
}

/// One marking in a fresh browser: of the text, or of so many paragraphs with a term each.
async fn round(page: &mut Page, who: &str, terms: usize, paragraphs: Option<usize>) -> Result<Round> {
    page.restart(Conditions::default()).await?;
    page.goto("/index.html").await?;
    page.run("await window.ready(...arguments)", &[json!(terms), json!(paragraphs)]).await?;
    let session = page.session()?;
    session.cdp("Performance.enable", json!({})).await?;
    let before = metrics(session).await?;
    let done = page.run("return await window.mark(arguments[0])", &[json!(who)]).await?;
    let after = metrics(page.session()?).await?;
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    Ok(Round {
        marks: done["marks"].as_u64().unwrap_or_default(),
        until: number(&done["until"]),
        blocked: number(&done["blocked"]),
        script: (after.0 - before.0) * 1000.0,
        tasks: (after.1 - before.1) * 1000.0,
        longest: number(&done["longest"]),
    })
}

/// Seconds spent in scripts and in all tasks.
async fn metrics(session: &Session) -> Result<(f64, f64)> {
    let answer = session.cdp("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().context("no metrics")?;
    let of = |name: &str| {
        let metric = metrics.iter().find(|metric| metric["name"] == name);
        metric.and_then(|metric| metric["value"].as_f64()).with_context(|| format!("no {name}"))
    };
    Ok((of("ScriptDuration")?, of("TaskDuration")?))
}

fn folder() -> std::path::PathBuf {
    target().join("bench/annotate")
}

/// The page, its text, the plans, and both scripts.
fn prepare() -> Result<()> {
    let to = folder();
    if to.exists() {
        fs::remove_dir_all(&to)?;
    }
    let dist = root().join("pkg/dist");
    for path in files(&dist)? {
        write(&to.join("dist").join(&path), fs::read(dist.join(&path))?)?;
    }
    let peer = root().join("tests/bench/node_modules/mark.js/dist/mark.es6.min.js");
    write(&to.join("mark.js"), fs::read(peer)?)?;
    write(
        &to.join("index.html"),
        read(&root().join("tests/bench/pages/annotate.html"))?.replace("{text}", &text()?),
    )?;
    for count in TERMS.into_iter().chain([1]) {
        write(&to.join(format!("plan-{count}.json")), plan(count)?.to_string())?;
    }
    Ok(())
}

/// Prose of the bundled plan's summaries, over and over: terms stand in it as often as its editors use them.
fn text() -> Result<String> {
    let plan = Plan::from_json(PLAN_JSON)?;
    let zh = |text: &plan_widgets::model::Text| text.get("zh").to_owned();
    let mut sentences: Vec<String> =
        plan.articles.iter().filter_map(|article| article.summary.as_ref()).map(zh).collect();
    sentences
        .extend(plan.goals.iter().flat_map(|goal| goal.measures.iter().map(|measure| zh(&measure.text))));
    sentences.extend(plan.terms.iter().map(|term| format!("“{}”：{}", zh(&term.name), zh(&term.note))));
    let (mut html, mut length) = (String::new(), 0);
    let mut sentences = sentences.iter().cycle();
    while length < LENGTH {
        let mut paragraph = String::new();
        while paragraph.chars().count() < PARAGRAPH {
            paragraph.extend(sentences.next().map(String::as_str));
        }
        length += paragraph.chars().count();
        html.extend(["<p>", &paragraph, "</p>\n"]);
    }
    Ok(html)
}

/// A plan of so many terms: its own, then its projects, then names that don't occur.
fn plan(count: usize) -> Result<Value> {
    let plan = Plan::from_json(PLAN_JSON)?;
    let mut names: Vec<String> = plan.terms.iter().map(|term| term.name.get("zh").to_owned()).collect();
    names.extend(plan.projects.iter().map(|project| project.name.get("zh").to_owned()));
    let sounds: Vec<char> = "东南西北中城港湾山海江河湖林田路桥站区园".chars().collect();
    let mut number = 0;
    while names.len() < count {
        let sound = |step: usize| sounds[number / step % sounds.len()];
        names.push([sound(1), sound(20), sound(400), sound(8_000)].iter().collect());
        number += 1;
    }
    names.truncate(count);
    let terms = names.iter().enumerate().map(|(at, name)| {
        json!({ "id": format!("t-{at}"), "name": { "zh": name }, "note": { "zh": "注" }, "components": [] })
    });
    let title = json!({ "zh": "规划" });
    Ok(json!({
        "schema": 1,
        "languages": ["zh"],
        "plan": { "id": "p", "title": title, "short": title },
        "terms": terms.collect::<Vec<_>>(),
    }))
}
