//! The pages for frames that are pasted here, with what WordPress asks about them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Pages, by their path under `embed/`.
pub const TIMELINE: &str = "timeline";
pub const GOAL: &str = "goal/vision-culture";

const TITLE: &str = "湛江“十四五”规划建议";

pub fn url(site: &str, page: &str) -> String {
    format!("{site}/embed/{page}/")
}

/// A block, because themes give the width of their text, and auto margins, to whatever stands in a post.
pub fn snippet(site: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{TITLE}\" width=\"100%\" height=\"600\" loading=\"lazy\" allow=\"clipboard-write\" style=\"border:0;display:block\"></iframe>\n\
         <script async src=\"{site}/dist/frame.js\"></script>",
        url(site, TIMELINE)
    )
}

/// Writes the site's pages into a folder that is served at `/embed/`, as if they had been made for `site`.
pub fn write(folder: &Path, site: &str) -> Result<()> {
    for page in [TIMELINE, GOAL] {
        let (from, to) = (xtask::target().join("www/embed").join(page), folder.join(page));
        fs::create_dir_all(&to)?;
        let html = fs::read_to_string(from.join("index.html"))?;
        let made_for = html.split("<link rel=\"canonical\" href=\"").nth(1);
        let made_for = made_for.and_then(|rest| rest.split("/embed/").next()).context("no canonical URL")?;
        fs::write(to.join("index.html"), html.replace(made_for, site))?;
        let about = fs::read_to_string(from.join("oembed.json"))?;
        fs::write(to.join("oembed.json"), about.replace(made_for, site))?;
    }
    Ok(())
}
