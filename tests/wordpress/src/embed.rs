//! The pages for frames that are pasted here, with what WordPress asks about them.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::cases::SENTENCE;

/// Pages, by their place under `embed/`.
pub const TIMELINE: &str = "timeline";
pub const GOAL: &str = "goal/vision-culture";

const TITLE: &str = "湛江“十四五”规划建议";

pub fn address(site: &str, page: &str) -> String {
    format!("{site}/embed/{page}/")
}

/// A block, because themes give the width of their text, and auto margins, to whatever stands in a post.
pub fn snippet(site: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{TITLE}\" width=\"100%\" height=\"600\" loading=\"lazy\" style=\"border:0;display:block\"></iframe>\n\
         <script async src=\"{site}/dist/frame.js\"></script>",
        address(site, TIMELINE)
    )
}

/// Writes the pages into a folder that is served at `/embed/`.
pub fn write(folder: &Path, site: &str, content: &str) -> Result<()> {
    let element = format!("<plan-timeline lang=\"zh\" deep-link>{content}</plan-timeline>");
    page(folder, site, TIMELINE, "timeline", &element)?;
    let goal =
        format!("<plan-goal-card lang=\"zh\" goal=\"vision-culture\" deep-link>{SENTENCE}</plan-goal-card>");
    page(folder, site, GOAL, "goals", &goal)
}

fn page(folder: &Path, site: &str, page: &str, script: &str, body: &str) -> Result<()> {
    let folder = folder.join(page);
    fs::create_dir_all(&folder)?;
    let address = address(site, page);
    let policy = format!(
        "default-src 'none'; script-src 'self' {site} 'wasm-unsafe-eval'; style-src 'self' {site}; \
         connect-src 'self' {site}; img-src 'self' {site} data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'"
    );
    let html = format!(
        "<!doctype html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{TITLE}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}oembed.json\" title=\"{TITLE}\">\n\
         <link rel=\"stylesheet\" href=\"{site}/dist/embed.css\">\n\
         <script src=\"{site}/dist/embed.js\"></script>\n\
         <script type=\"module\" src=\"{site}/dist/{script}.js\"></script>\n</head>\n<body>{body}</body>\n</html>\n",
    );
    fs::write(folder.join("index.html"), html)?;
    let about = json!({
        "version": "1.0", "type": "rich", "title": TITLE, "provider_name": "plan-widgets", "provider_url": site,
        // WordPress gives its script only to what has a quotation in front, and shows that until the page speaks. It
        // drops the quotation's style, and the frame's, but not `frameborder`.
        "html": format!(
            "<blockquote style=\"display:none\"><a href=\"{address}\">{TITLE}</a></blockquote>\n\
             <iframe src=\"{address}\" title=\"{TITLE}\" width=\"100%\" height=\"600\" frameborder=\"0\"></iframe>\n\
             <script async src=\"{site}/dist/frame.js\"></script>"
        ),
        "width": 720, "height": 600, "cache_age": 86400
    });
    Ok(fs::write(folder.join("oembed.json"), about.to_string())?)
}
