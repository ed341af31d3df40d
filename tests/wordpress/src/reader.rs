//! What a reader sees of a post.

use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use browser::page::Page;
use fantoccini::Locator;
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::cases::{Height, Reader, SENTENCE};

/// How long WordPress's script may leave a frame hidden: until its page has loaded, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// The post without the theme around it, which leaves an empty one out.
const POST: &str = "(document.querySelector('.entry-content') ?? document.createElement('div'))";

/// A part that the static content of the widgets here lacks.
const LIVE: &str = "document.querySelector('plan-timeline, plan-goal-card').shadowRoot?.querySelector('[data-row], [part=copy]')";

/// Until their page speaks, WordPress has frames clipped to nothing, newer ones invisible.
const SHOWN: &str = "(({ clip, visibility }) => clip === 'auto' && visibility === 'visible')(getComputedStyle(document.querySelector('iframe')))";

/// What of the pasted HTML is not in the stored HTML any more.
const LOST: &str = "
    const counts = (html) => {
      const found = {};
      const count = (name) => (found[name] = (found[name] ?? 0) + 1);
      const { content } = new DOMParser().parseFromString(`<template>${html}</template>`, 'text/html').querySelector('template');
      for (const { localName, attributes } of content.querySelectorAll('*')) {
        count(`<${localName}>`);
        for (const { name } of attributes) count(`${localName}[${name}]`), count(`[${name}]`);
      }
      return found;
    };
    const [pasted, stored] = [...arguments].map(counts);
    const lost = Object.keys(pasted).filter((name) => (stored[name] ?? 0) < pasted[name]);
    const gone = (name) => !stored[name];
    return lost.filter((name) => {
      const [tag, attribute] = name.split('[');
      if (attribute === undefined) return true; // a tag
      if (!tag) return gone(name) && Object.keys(pasted).some((other) => other.endsWith(name) && other !== name && stored[`<${other.split('[')[0]}>`]);
      return !gone(`[${attribute}`) && stored[`<${tag}>`];
    }).sort()";

/// Which tags and attributes of what was pasted are lost.
pub async fn lost(page: &Page, pasted: &str, stored: &str) -> Result<Vec<String>> {
    let lost = page.eval(LOST, &[json!(pasted), json!(stored)]).await?;
    Ok(serde_json::from_value(lost)?)
}

/// Opens a post, and waits until the reader gets what is expected, or nothing more is to come.
pub async fn sees(
    page: &Page,
    post: &str,
    scripts: bool,
    url: &str,
    titles: &[String],
    expected: Reader,
) -> Result<Reader> {
    page.goto_url(post).await?;
    let has = |selector: &str| format!("return !!{POST}.querySelector('{selector}')");
    if scripts && page.eval(&has("plan-timeline"), &[]).await? == true {
        page.wait(LIVE, "the live widget").await?;
        in_the_column(page, "plan-timeline").await?;
        return Ok(Reader::Live);
    }
    if page.eval(&has("iframe"), &[]).await? == true {
        page.eval("document.querySelector('iframe').scrollIntoView()", &[]).await?;
        let limit = if scripts { PATIENCE } else { Duration::ZERO };
        if page.wait_at_most(limit, SHOWN, "the frame").await.is_ok() {
            in_the_column(page, "iframe").await?;
            let client = page.client()?;
            client.find(Locator::Css("iframe")).await?.enter_frame().await?;
            let seen = if scripts { framed(page, expected).await } else { framed_plain(page, titles).await };
            client.clone().enter_parent_frame().await?;
            return seen;
        }
    }
    // The plugin's is in a declarative shadow root.
    let text = format!(
        "return {POST}.innerText + [...{POST}.querySelectorAll('plan-timeline')].map((e) => e.shadowRoot?.querySelector('div')?.innerText ?? '')"
    );
    let text = page.eval(&text, &[]).await?;
    let text = text.as_str().unwrap_or_default();
    let link = format!(
        "return [...{POST}.querySelectorAll('a')].some((a) => a.href === arguments[0] && a.checkVisibility())"
    );
    Ok(if titles.iter().all(|title| text.contains(title)) {
        Reader::Plain
    } else if text.contains(SENTENCE) {
        Reader::Sentence
    } else if page.eval(&link, &[json!(url)]).await? == true {
        Reader::Link
    } else if text.trim().is_empty() {
        Reader::Nothing
    } else {
        bail!("the reader sees {text:?}")
    })
}

/// Themes that centre their text leave what they don't know at the window's edge.
async fn in_the_column(page: &Page, selector: &str) -> Result<()> {
    let edges = "return ['h1.wp-block-post-title', arguments[0]].map((at) => {
        const { left, right } = document.querySelector(at).getBoundingClientRect(); return [left, right] })";
    let edges = page.eval(edges, &[json!(selector)]).await?;
    ensure!(edges[0] == edges[1], "the title is at {}, {selector} at {}", edges[0], edges[1]);
    Ok(())
}

/// The height of the frame that the page is in, whose widget has to be live: once it has been the expected one for some
/// time, or whatever it is when patience ends. A busy machine may take long to make a frame fit.
async fn framed(page: &Page, expected: Reader) -> Result<Reader> {
    page.wait(LIVE, "the live widget in the frame").await?;
    let heights = "return [innerHeight, Math.ceil(document.body.getBoundingClientRect().height)]";
    let start = Instant::now();
    let mut last = Value::Null;
    let mut same = 0;
    loop {
        let now = page.eval(heights, &[]).await?;
        same = if now == last { same + 1 } else { 0 };
        last = now;
        let height = height(&last);
        let is_expected = height.as_ref().is_ok_and(|height| Reader::Framed(*height) == expected);
        if is_expected && same >= 5 || start.elapsed() > PATIENCE {
            return Ok(Reader::Framed(height?));
        }
        sleep(Duration::from_millis(100)).await;
    }
}

fn height(heights: &Value) -> Result<Height> {
    let [frame, content] = [0, 1].map(|at| heights[at].as_i64().unwrap_or_default());
    Ok(match frame {
        _ if frame.abs_diff(content) <= 1 => Height::Fits,
        1000 if content > frame => Height::Most,
        600 if content > frame => Height::Given,
        _ => bail!("the frame is {frame} px high, its content {content} px"),
    })
}

async fn framed_plain(page: &Page, titles: &[String]) -> Result<Reader> {
    let text = page.text().await?;
    ensure!(titles.iter().all(|title| text.contains(title)), "the frame says {text:?}");
    let live = page.eval(&format!("return !!{LIVE}"), &[]).await?;
    ensure!(live == false, "scripts run in the frame");
    let height = page.eval("return innerHeight", &[]).await?;
    ensure!(height == 600, "the frame is {height} px high");
    Ok(Reader::FramedPlain)
}
