//! The page for frames that is pasted here, with what WordPress asks about it.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::json;

const TITLE: &str = "湛江“十四五”规划建议 · 时间线";

pub fn address(site: &str) -> String {
    format!("{site}/embed/timeline/")
}

/// A block, because themes give the width of their text, and auto margins, to whatever stands in a post.
pub fn snippet(site: &str) -> String {
    format!(
        "<iframe src=\"{}\" title=\"{TITLE}\" width=\"100%\" height=\"600\" loading=\"lazy\" style=\"border:0;display:block\"></iframe>\n\
         <script async src=\"{site}/dist/frame.js\"></script>",
        address(site)
    )
}

/// Writes the page into a folder that is served at `/embed/`.
pub fn write(folder: &Path, site: &str, content: &str) -> Result<()> {
    let page = folder.join("timeline");
    fs::create_dir_all(&page)?;
    let policy = format!(
        "default-src 'none'; script-src 'self' {site} 'wasm-unsafe-eval'; style-src 'self' {site}; \
         connect-src 'self' {site}; img-src 'self' {site} data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'"
    );
    let html = format!(
        "<!doctype html>\n<html lang=\"zh\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n<title>{TITLE}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}oembed.json\" title=\"{TITLE}\">\n\
         <link rel=\"stylesheet\" href=\"../../dist/embed.css\">\n\
         <script src=\"../../dist/embed.js\"></script>\n\
         <script type=\"module\" src=\"../../dist/timeline.js\"></script>\n</head>\n\
         <body><plan-timeline lang=\"zh\" deep-link>{content}</plan-timeline></body>\n</html>\n",
        address(site)
    );
    fs::write(page.join("index.html"), html)?;
    let about = json!({
        "version": "1.0", "type": "rich", "title": TITLE, "provider_name": "plan-widgets", "provider_url": site,
        // WordPress gives its script to what has a quotation in front only, and shows the quotation without it.
        "html": format!(
            "<blockquote style=\"display:none\"><a href=\"{0}\">{TITLE}</a></blockquote>\n\
             <iframe src=\"{0}\" title=\"{TITLE}\" width=\"100%\" height=\"600\" frameborder=\"0\"></iframe>\n\
             <script async src=\"{site}/dist/frame.js\"></script>",
            address(site)
        ),
        "width": 720, "height": 600, "cache_age": 86400
    });
    Ok(fs::write(page.join("oembed.json"), about.to_string())?)
}
