//! What is left of our snippets in WordPress, and what their readers get: `cargo run -p wordpress-tests -- [word …]`.
//!
//! Arguments and output are those of `cargo test`.

mod cases;
mod editor;
mod embed;
#[cfg(test)]
mod guide;
mod host;
mod plugin;
mod reader;

use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use browser::page::Page;
use browser::{engine, webdriver, words};
use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::json;
use tokio::runtime::Runtime;
use tokio::time::timeout;
use xtask::server::{Server, Site};
use xtask::setup::{Engine, Need, ensure as setup};

use crate::cases::{CASES, Editor, Reader};
use crate::host::{Host, Post, Published};

/// The longest that a case may take; most take two seconds.
const LIMIT: Duration = Duration::from_secs(240);

/// How many engines work at a time.
const AT_A_TIME: usize = 3;

/// What asks a WordPress with the plugin, without a browser.
type PluginCheck = fn(&Host) -> Result<()>;

fn main() -> ExitCode {
    let (arguments, words) = words::arguments();
    match run(arguments, &words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: Arguments, words: &[String]) -> Result<ExitCode> {
    arguments.test_threads.get_or_insert(AT_A_TIME);
    let needs: &[Need] = if arguments.list { &[] } else { &[Need::Browsers, Need::WordPress] };
    let tools = setup(&xtask::root(), needs, false)?;
    let mut trials = Vec::new();
    let (Some(wordpress), false) = (tools.wordpress, tools.browsers.is_empty()) else {
        bail!("{}", tools.missing.join("\n"));
    };
    let host = Host::start(&wordpress)?;
    let stage = Stage::set(&host)?;
    let runtime = Arc::new(Runtime::new()?);
    let roles = host.roles()?;
    trials.push(Trial::test("wordpress::who_may_post_any_html", move || {
        let expected = json!(["administrator", "editor"]);
        (roles == expected).then_some(()).ok_or_else(|| Failed::from(format!("{roles}, not {expected}")))
    }));

    let (origin, host) = (host.origin().to_owned(), Arc::new(Mutex::new(Some(host))));
    let checks: [(&str, PluginCheck); 5] = [
        ("escapes_what_it_is_given", plugin::escapes_what_it_is_given),
        ("prints_the_static_content", plugin::prints_the_static_content),
        ("answers_for_its_frames", plugin::answers_for_its_frames),
        ("sends_what_is_chosen", plugin::sends_what_is_chosen),
        ("shows_a_plan_of_ones_own", plugin::shows_a_plan_of_ones_own),
    ];
    for (name, check) in checks {
        let host = Arc::clone(&host);
        trials.push(Trial::test(format!("wordpress::plugin::{name}"), move || {
            let host = host.lock().unwrap_or_else(PoisonError::into_inner);
            let host = host.as_ref().ok_or("WordPress has ended")?;
            check(host).map_err(|error| Failed::from(format!("{error:#}")))
        }));
    }
    let ending = Arc::clone(&host);
    runtime.spawn(webdriver::end_with_program(move || {
        drop(ending.lock().unwrap_or_else(PoisonError::into_inner).take());
    }));
    let stage = Arc::new(stage);
    let mut pages = Vec::new();
    for browser in tools.browsers {
        let tests = xtask::root().join("tests/browser/pages");
        let site = Site { mounts: vec![("/tests/".to_owned(), tests)], ..Site::default() };
        pages.push((engine::name(browser.engine), Arc::new(Mutex::new(Page::of(browser, site)?))));
    }
    if let Some((engine, page)) = pages.first() {
        let (page, runtime) = (Arc::clone(page), Arc::clone(&runtime));
        let name = format!("{engine}::wordpress::plugin::a_block_is_put_in_by_its_editor");
        trials.push(Trial::test(name.clone(), move || {
            let mut page = page.lock().unwrap_or_else(PoisonError::into_inner);
            let outcome =
                runtime.block_on(async { timeout(LIMIT, editor::puts_a_block_in(&mut page, &origin)).await });
            let outcome = outcome.map_err(anyhow::Error::from).flatten();
            let Err(error) = outcome else { return Ok(()) };
            let evidence = runtime.block_on(page.evidence(&name)).unwrap_or_default();
            Err(Failed::from(format!("{error:#}\n{evidence}")))
        }));
    }
    // Engine by engine, so that two threads have two engines.
    for scripts in [true, false] {
        for (at, case) in CASES.iter().enumerate() {
            for (nth, (engine, page)) in pages.iter().enumerate() {
                let runs = matches!(case.reader, Reader::Live | Reader::Framed(_));
                let is_played = match (scripts, case.editor) {
                    // Engines differ in what runs only, and editors in none of them.
                    (true, Editor::Block) if runs => true,
                    (true, _) if runs => nth == 0,
                    (true, _) => nth == at % pages.len(),
                    // Chromium is set page by page, and a frame is another one.
                    (false, editor) => *engine == engine::name(Engine::Firefox) && editor == Editor::Block,
                };
                if !is_played {
                    continue;
                }
                let condition = if scripts { "" } else { "without_scripts::" };
                let name = format!("{engine}::wordpress::{condition}{}", case.name());
                let (page, stage, runtime) = (Arc::clone(page), Arc::clone(&stage), Arc::clone(&runtime));
                trials.push(Trial::test(name.clone(), move || {
                    let mut page = page.lock().unwrap_or_else(PoisonError::into_inner);
                    runtime.block_on(stage.perform(&mut page, at, scripts, &name))
                }));
            }
        }
    }
    trials.retain(|trial| words::fit(words, trial.name()));
    let conclusion = libtest_mimic::run(&arguments, trials);
    for (_, page) in pages {
        runtime.block_on(page.lock().unwrap_or_else(PoisonError::into_inner).end());
    }
    drop(host.lock().unwrap_or_else(PoisonError::into_inner).take());
    Ok(conclusion.exit_code())
}

/// What all cases share: the widgets on a host of their own, and the published posts.
struct Stage {
    widgets: Server,
    content: String,
    /// In the order of [`CASES`].
    posts: Vec<Published>,
}

impl Stage {
    fn set(host: &Host) -> Result<Self> {
        let www = xtask::target().join("www");
        let content = xtask::read(&xtask::root().join("pkg/dist/static/timeline.zh.html"))?;
        let embed = host.folder().join("embed");
        let mounts = vec![("/".to_owned(), www), ("/embed/".to_owned(), embed.clone())];
        let widgets = Server::start(Site { mounts, ..Site::default() }, 0)?;
        embed::write(&embed, &widgets.origin)?;
        let posts: Vec<_> = CASES
            .iter()
            .map(|case| Post { user: case.user.login(), content: case.text(&widgets.origin, &content) })
            .collect();
        let posts = host.publish(&posts)?;
        ensure!(posts.len() == CASES.len(), "{} posts were published", posts.len());
        Ok(Self { widgets, content, posts })
    }

    async fn perform(&self, page: &mut Page, at: usize, scripts: bool, name: &str) -> Result<(), Failed> {
        let outcome =
            timeout(LIMIT, self.play(page, at, scripts)).await.map_err(anyhow::Error::from).flatten();
        let Err(error) = outcome else { return Ok(()) };
        let evidence = page.evidence(name).await.unwrap_or_default();
        Err(Failed::from(format!("{error:#}\n{evidence}")))
    }

    async fn play(&self, page: &mut Page, at: usize, scripts: bool) -> Result<()> {
        page.begin().await.context("the browser does not start")?;
        let (case, post) = (&CASES[at], &self.posts[at]);
        if scripts {
            let pasted = case.text(&self.widgets.origin, &self.content);
            let lost = reader::lost(page, &pasted, &post.stored).await?;
            ensure!(lost == case.lost, "lost: {lost:?}, not {:?}", case.lost);
        } else {
            page.no_javascript().await?;
        }
        let url = case.url(&self.widgets.origin);
        let expected = if scripts { case.reader } else { case.without_scripts };
        let seen = reader::sees(page, &post.url, scripts, &url, &self.titles(), expected).await?;
        ensure!(seen == expected, "the reader gets {seen:?}, not {expected:?}");
        Ok(())
    }

    /// The titles of all items.
    fn titles(&self) -> Vec<String> {
        let start = "<span part=\"title\">";
        let titles = self.content.split(start).skip(1).filter_map(|rest| rest.split('<').next());
        titles.map(str::to_owned).collect()
    }
}
