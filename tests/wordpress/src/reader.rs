//! What a reader sees of a post.

use std::time::Duration;

use anyhow::{Result, bail};
use browser::page::Page;
use fantoccini::Locator;
use serde_json::{Value, json};

use crate::cases::{Height, Reader, SENTENCE};

/// What a frame gets before WordPress's script has it shown, and for its height to settle.
const PATIENCE: Duration = Duration::from_secs(5);

/// The post without the theme around it, which leaves an empty one out.
const POST: &str = "(document.querySelector('.entry-content') ?? document.createElement('div'))";

const LIVE: &str = "document.querySelector('plan-timeline').shadowRoot.querySelector('[data-row]')";

/// WordPress's script leaves frames clipped to nothing until their page speaks.
const SHOWN: &str = "getComputedStyle(document.querySelector('iframe')).clip === 'auto'";

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

/// Opens a post, and waits until nothing more is to come.
pub async fn sees(page: &Page, post: &str, address: &str, titles: &[String]) -> Result<Reader> {
    page.goto_url(post).await?;
    let has = |selector: &str| format!("return !!{POST}.querySelector('{selector}')");
    if page.eval(&has("plan-timeline"), &[]).await? == true {
        page.wait(LIVE, "the live widget").await?;
        return Ok(Reader::Live);
    }
    if page.eval(&has("iframe"), &[]).await? == true {
        page.eval("document.querySelector('iframe').scrollIntoView()", &[]).await?;
        if page.wait_at_most(PATIENCE, SHOWN, "the frame").await.is_ok() {
            return Ok(Reader::Framed(framed(page).await?));
        }
    }
    let text = page.eval(&format!("return {POST}.innerText"), &[]).await?;
    let text = text.as_str().unwrap_or_default();
    let link = format!("return [...{POST}.querySelectorAll('a')].some((a) => a.href === arguments[0] && a.checkVisibility())");
    Ok(if titles.iter().all(|title| text.contains(title)) {
        Reader::Plain
    } else if text.contains(SENTENCE) {
        Reader::Sentence
    } else if page.eval(&link, &[json!(address)]).await? == true {
        Reader::Link
    } else if text.trim().is_empty() {
        Reader::Nothing
    } else {
        bail!("the reader sees {text:?}")
    })
}

/// The height of the one frame, whose widget has to be live.
async fn framed(page: &Page) -> Result<Height> {
    let client = page.client()?;
    client.find(Locator::Css("iframe")).await?.enter_frame().await?;
    page.wait(LIVE, "the live widget in the frame").await?;
    let heights = "return [innerHeight, Math.ceil(document.body.getBoundingClientRect().height)]";
    let mut last = Value::Null;
    let mut same = 0;
    while same < 8 {
        let now = page.eval(heights, &[]).await?;
        same = if now == last { same + 1 } else { 0 };
        last = now;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    client.clone().enter_parent_frame().await?;
    let (frame, content) = (last[0].as_i64().unwrap_or_default(), last[1].as_i64().unwrap_or_default());
    Ok(match frame {
        _ if frame.abs_diff(content) <= 1 => Height::Fits,
        1000 if content > frame => Height::Most,
        600 if content > frame => Height::Given,
        _ => bail!("the frame is {frame} px high, its content {content} px"),
    })
}
