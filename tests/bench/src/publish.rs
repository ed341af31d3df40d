//! Where a run is read: on the terminal and on the site.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::to_string_pretty;
use xtask::{read, root, write};

use crate::report::{Report, Row, grouped};

/// Between these stands what a run has written.
const MARKERS: [&str; 2] = ["<!-- bench:timeline -->", "<!-- /bench:timeline -->"];

/// The site's pages, and which of a row's names they show.
const PAGES: [(&str, usize); 2] = [("www/en/bench/index.html", 0), ("www/bench/index.html", 1)];

/// The run as a table with its notes, in Markdown.
pub fn markdown(report: &Report) -> String {
    let mut out =
        format!("| | {} |\n|---|{}", report.columns.join(" | "), "---:|".repeat(report.columns.len()));
    for row in &report.rows {
        let values: Vec<String> = row.values.iter().map(|cell| cell.text()).collect();
        let _ = write!(out, "\n| {} | {} |", name(row, 0), values.join(" | "));
    }
    let [note, _] = report.notes();
    format!("{out}\n\n{note}")
}

fn name(row: &Row, lang: usize) -> String {
    let name = row.name[lang];
    match (row.items, lang) {
        (None, _) => name.to_owned(),
        (Some(items), 0) => format!("{name}, {} items", grouped(items)),
        (Some(items), _) => format!("{name}，{} 条", grouped(items)),
    }
}

fn html(report: &Report, lang: usize) -> String {
    let label = ["Timelines side by side", "时间线对比"][lang];
    let mut out = format!(
        "<div class=\"table figures\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>\n<thead><tr><td></td>"
    );
    for column in &report.columns {
        let _ = write!(out, "<th scope=\"col\">{column}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &report.rows {
        let _ = write!(out, "<tr><th scope=\"row\">{}</th>", name(row, lang));
        for cell in &row.values {
            let _ = write!(out, "<td>{}</td>", escaped(&cell.text()));
        }
        out.push_str("</tr>\n");
    }
    let note = code(&escaped(&report.notes()[lang]));
    let _ = write!(out, "</tbody>\n</table></div>\n<p>{note}</p>");
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What stands between backticks as `<code>`.
fn code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| if at % 2 == 0 { part.to_owned() } else { format!("<code>{part}</code>") })
        .collect()
}

/// Writes the run into the site's pages, and next to them as JSON.
///
/// # Errors
/// When a file has no markers for it.
pub fn publish(report: &Report) -> Result<()> {
    let json = to_string_pretty(&report.json())? + "\n";
    write(&root().join("www/bench/timeline.json"), json)?;
    for (page, lang) in PAGES {
        insert(page, &html(report, lang))?;
    }
    Ok(())
}

fn insert(file: &str, contents: &str) -> Result<()> {
    let path = root().join(file);
    let text = between(&read(&path)?, contents);
    write(&path, text.with_context(|| format!("{file} lacks {} and {}", MARKERS[0], MARKERS[1]))?)
}

fn between(text: &str, contents: &str) -> Option<String> {
    let (before, rest) = text.split_once(MARKERS[0])?;
    let (_, after) = rest.split_once(MARKERS[1])?;
    Some(format!("{before}{}\n{contents}\n{}{after}", MARKERS[0], MARKERS[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_its_markers() {
        for (file, _) in PAGES {
            let text = read(&root().join(file)).unwrap_or_default();
            assert!(between(&text, "").is_some(), "{file}");
        }
    }

    #[test]
    fn a_run_replaces_the_last() {
        let text = format!("a {}\nold\n{} z", MARKERS[0], MARKERS[1]);
        let once = between(&text, "new");
        assert_eq!(once.as_deref(), Some("a <!-- bench:timeline -->\nnew\n<!-- /bench:timeline --> z"));
        assert_eq!(once.as_deref().and_then(|text| between(text, "new")), once);
    }

    #[test]
    fn commands_are_code() {
        assert_eq!(code("one `b c` d"), "one <code>b c</code> d");
    }
}
