//! The package in other people's projects, which `xtask/src/package/fixtures.rs` builds: each page has the same widgets,
//! and buttons that change them by the means of its framework.

pub mod hosts;

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result};
use serde_json::json;
use xtask::server::Fault;

use crate::page::Page;

crate::tests! {
    react;
    vue;
    svelte;
    webpack;
    esbuild;
    without_a_file_that_esbuild_left_behind_it_is_named;
    react_takes_over_what_a_server_rendered;
    react_has_nothing_to_warn_of;
    next;
    next_renders_the_static_part;
    what_the_guide_has_to_paste_runs;
    next_has_nothing_to_warn_of in Chromium; // what it would say is React's, and its server takes seconds to start
}

async fn react(page: &mut Page) -> Result<()> {
    works(page, "/projects/react/dist/").await
}

async fn vue(page: &mut Page) -> Result<()> {
    works(page, "/projects/vue/dist/").await
}

async fn svelte(page: &mut Page) -> Result<()> {
    works(page, "/projects/svelte/dist/").await
}

async fn webpack(page: &mut Page) -> Result<()> {
    works(page, "/projects/webpack/dist/").await
}

async fn esbuild(page: &mut Page) -> Result<()> {
    page.goto("/projects/out/").await?;
    let items =
        "document.querySelector('plan-timeline').shadowRoot?.querySelectorAll('[part=item]').length === 90";
    page.wait(items, "the live timeline").await?;
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn without_a_file_that_esbuild_left_behind_it_is_named(page: &mut Page) -> Result<()> {
    let start = || Fault::Contents("text/html", b"<!doctype html><title>Start</title>".to_vec());
    for file in ["/out/timeline.wasm", "/out/data/timeline.en.json"] {
        for (fault, words) in [(Fault::Status(404), "HTTP 404"), (start(), "web page")] {
            page.mend();
            page.fail(file, fault);
            page.goto("/projects/out/").await?;
            let line = "window.__probe.messages.find(({ text }) => text.startsWith('plan-widgets'))?.text";
            page.wait(line, file).await?;
            let line = page.run(&format!("return {line}"), &[]).await?;
            let line = line.as_str().unwrap_or_default();
            assert!(line.contains(file) && line.contains(words), "{line}");
            assert_eq!(
                page.run("return document.querySelector('plan-timeline').innerText", &[]).await?,
                "static"
            );
        }
    }
    Ok(())
}

async fn react_takes_over_what_a_server_rendered(page: &mut Page) -> Result<()> {
    works(page, "/projects/hydrate/dist/").await
}

async fn react_has_nothing_to_warn_of(page: &mut Page) -> Result<()> {
    works(page, "/projects/hydrate/dev/").await
}

async fn next(page: &mut Page) -> Result<()> {
    works(page, "/projects/next/out/").await
}

async fn next_has_nothing_to_warn_of(page: &mut Page) -> Result<()> {
    let server = NextDev::start(&format!("{}/probe.js", page.origin()))?;
    page.goto_url(&server.url).await?;
    is_used(page).await?;
    page.goto_url(&format!("{}rendered/", server.url)).await?;
    is_taken_over(page).await
}

async fn next_renders_the_static_part(page: &mut Page) -> Result<()> {
    page.goto("/projects/next/out/rendered/").await?;
    is_taken_over(page).await
}

/// The components of the page for developers, in React, Vue and Svelte.
async fn what_the_guide_has_to_paste_runs(page: &mut Page) -> Result<()> {
    for path in ["next/out/pasted/", "vue/dist/#pasted", "svelte/dist/#pasted"] {
        page.goto(&format!("/projects/{path}")).await?;
        pasted(page).await.context(path)?;
        // Where the page gives a button for it.
        if path.ends_with("#pasted") {
            page.click(&["button"]).await?;
            page.wait("document.querySelector('plan-timeline').topic === 'water'", path).await?;
        }
        assert_eq!(page.console().await?, vec![], "{path}");
    }
    // The server component needs no script.
    page.goto("/projects/next/out/served/").await?;
    let items = "return document.querySelectorAll('plan-timeline [part=item]').length";
    assert_eq!(page.eval(items, &[]).await?, 23);
    Ok(())
}

/// The timeline lives, and the framework has what it says.
async fn pasted(page: &mut Page) -> Result<()> {
    let row = "document.querySelector('plan-timeline').shadowRoot?.querySelector('.plan-root:not(.plan-static) [data-row]')";
    page.wait(row, "the live timeline").await?;
    let output = "document.querySelector('output').textContent";
    let heard = format!("{output} && {output} === document.querySelector('plan-timeline').item");
    // It may live before the framework listens: what is pressed then is lost.
    for row in 1..=4 {
        let row = format!("li:nth-child({row}) [data-row]");
        let pressed = page.click(&["plan-timeline", &row]).await.is_ok();
        if pressed
            && page.wait_at_most(Duration::from_secs(5), &heard, "the event in the framework").await.is_ok()
        {
            return Ok(());
        }
    }
    page.wait(&heard, "the event in the framework").await
}

/// The static part came with the page, and lives.
async fn is_taken_over(page: &mut Page) -> Result<()> {
    let sent = "return (await (await fetch(location.href)).text()).includes('<li part=\"item\"')";
    assert_eq!(page.run(sent, &[]).await?, true);
    let live = "document.querySelector('plan-timeline').shadowRoot?.querySelector('.plan-root:not(.plan-static) [data-row]')";
    page.wait(live, "the live timeline").await?;
    let items = "return document.querySelector('plan-timeline').querySelectorAll('[part=item]').length";
    assert_eq!(page.eval(items, &[]).await?, 23);
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

async fn works(page: &mut Page, path: &str) -> Result<()> {
    page.goto(path).await?;
    is_used(page).await?;
    let mut modules: Vec<_> = page.requests().into_iter().map(|request| request.path).collect();
    modules.retain(|path| path.ends_with(".wasm"));
    let all = modules.len();
    modules.sort();
    modules.dedup();
    assert_eq!(modules.len(), all, "a module was fetched twice");
    Ok(())
}

/// Each widget mounts, dispatches events, takes properties, and goes.
async fn is_used(page: &mut Page) -> Result<()> {
    // Where a server has rendered them, widgets may live before the framework listens: what is pressed then is lost.
    page.wait("document.querySelector('main:not([data-live=false])')", "the framework").await?;
    for (tag, part) in
        [("plan-timeline", "[data-row]"), ("plan-goal-card", "[part~=goal-title]"), ("plan-glossary", "dt")]
    {
        // A card below a list that a server has rendered lives when it is seen.
        let js = format!(
            "(document.querySelector('{tag}').scrollIntoView(), document.querySelector('{tag}').shadowRoot.querySelector('.plan-root:not(.plan-static) {part}'))"
        );
        page.wait(&js, &format!("the live {tag}")).await?;
    }
    page.click(&["plan-timeline", "[data-row]"]).await?;
    let event = "document.querySelector('output').textContent";
    page.wait(&format!("{event} && {event} === document.querySelector('plan-timeline').item"), "the event")
        .await?;

    let items = "[...document.querySelector('plan-timeline').shadowRoot.querySelectorAll('[data-item]')].map((item) => item.dataset.item).join()";
    let before = page.eval(&format!("return {items}"), &[]).await?;
    page.click(&["#topic"]).await?;
    page.wait(&format!("{items} && {items} !== {before}"), "another topic's items").await?;
    assert_eq!(page.eval("return document.querySelector('plan-timeline').topic", &[]).await?, "water");

    let terms = "document.querySelector('plan-glossary').shadowRoot.querySelectorAll('dt')";
    page.click(&["#own"]).await?;
    page.wait(
        &format!("{terms}.length === 1 && {terms}[0].textContent.includes('Reading hour')"),
        "the model",
    )
    .await?;

    page.click(&["#close"]).await?;
    page.wait("!document.querySelector('plan-goal-card')", "the goal's removal").await?;
    let left = "return [...document.querySelectorAll('plan-timeline, plan-glossary')].map((e) => e.shadowRoot.querySelectorAll('button:enabled').length > 0)";
    assert_eq!(page.eval(left, &[]).await?, json!([true, true]));
    assert_eq!(page.console().await?, vec![]);
    Ok(())
}

/// `next dev`. It ends when this is dropped.
struct NextDev {
    process: Child,
    url: String,
    /// It writes on: where nobody could read that, it would stop.
    _output: BufReader<ChildStdout>,
}

impl NextDev {
    fn start(probe: &str) -> Result<Self> {
        let mut process = Command::new("node")
            .arg("next/dev.mjs")
            .current_dir(xtask::target().join("projects"))
            .env("NEXT_TELEMETRY_DISABLED", "1")
            .env("PROBE", probe)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("node does not start")?;
        let mut output = BufReader::new(process.stdout.take().context("it has no output")?);
        let said = output.by_ref().lines().map_while(Result::ok);
        let url = said.filter_map(|line| line.strip_prefix("ready ").map(str::to_owned)).next();
        let server = Self { process, url: url.unwrap_or_default(), _output: output };
        anyhow::ensure!(!server.url.is_empty(), "next dev does not start: see above");
        Ok(server)
    }
}

impl Drop for NextDev {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
