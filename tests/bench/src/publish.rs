//! Where a run is read: on the terminal and on the site, with a file of figures that documents are made from.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::{json, to_string_pretty};
use xtask::{read, root, write};

use crate::annotate::{Compared, Run};
use crate::report::{Report, Row, grouped};

/// Between these stands what a run of timelines has written.
const MARKERS: Markers = ["<!-- bench:timeline -->", "<!-- /bench:timeline -->"];

/// And what one of terms has.
const TERMS: Markers = ["<!-- bench:annotate -->", "<!-- /bench:annotate -->"];

type Markers = [&'static str; 2];

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
        insert(page, MARKERS, &html(report, lang))?;
    }
    Ok(())
}

/// The same of a run of terms.
///
/// # Errors
/// The same.
pub fn terms(run: &Run) -> Result<()> {
    let rows: Vec<_> = run
        .rows
        .iter()
        .map(|Compared { terms, marks, ours }| json!({ "terms": terms, "marks": marks, "ours": rounded(*ours) }))
        .collect();
    let json = json!({
        "date": run.date,
        "browser": run.browser,
        "command": "cargo xtask bench annotate",
        "versions": { "mark.js": run.version },
        "rows": rows,
        "twice": rounded(run.twice),
    });
    write(&root().join("www/bench/annotate.json"), to_string_pretty(&json)? + "\n")?;
    for (page, lang) in PAGES {
        insert(page, TERMS, &terms_html(run, lang))?;
    }
    Ok(())
}

/// To three digits behind the point.
fn rounded(number: f64) -> f64 {
    (number * 1000.0).round() / 1000.0
}

fn terms_html(run: &Run, lang: usize) -> String {
    let label = ["Terms marked in a text", "在文章里标注词条"][lang];
    let heads =
        [["In the text", "Our time, as a share of mark.js’s"], ["文中", "我们所用的时间，与 mark.js 相比"]]
            [lang];
    let mut out = format!(
        "<div class=\"table figures\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>\n\
         <thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        heads[0], heads[1]
    );
    for Compared { terms, marks, ours } in &run.rows {
        let marks = grouped(usize::try_from(*marks).unwrap_or_default());
        let text = match (lang, terms) {
            (0, 1) => format!("one term, {marks} marks"),
            (0, _) => format!("{terms} terms, {marks} marks"),
            (_, 1) => format!("一个词条，{marks} 处"),
            (_, _) => format!("{terms} 个词条，{marks} 处"),
        };
        let value = match lang {
            _ if *ours < 1.0 && lang == 0 => format!("{:.1} %", 100.0 * ours),
            _ if *ours < 1.0 => format!("{:.1}%", 100.0 * ours),
            0 => format!("{ours:.1} times as long"),
            _ => format!("{ours:.1} 倍"),
        };
        let _ = writeln!(out, "<tr><th scope=\"row\">{text}</th><td>{value}</td></tr>");
    }
    let Run { date, browser, version, twice, .. } = run;
    let note = [
        format!(
            "{date}, {browser}, one run of `cargo xtask bench annotate`, mark.js {version}; of three rounds the middle one \
             counts. The most marks of one term took ours {twice:.1} times as long as half as many."
        ),
        format!(
            "{date}，{browser}，运行一次 `cargo xtask bench annotate`，mark.js {version}；测三遍，取居中的一遍。一个词条的处数\
             翻倍，我们所用的时间是原来的 {twice:.1} 倍。"
        ),
    ];
    let _ = write!(out, "</tbody>\n</table></div>\n<p>{}</p>", code(&escaped(&note[lang])));
    out
}

fn insert(file: &str, markers: Markers, contents: &str) -> Result<()> {
    let path = root().join(file);
    let text = between(&read(&path)?, markers, contents);
    write(&path, text.with_context(|| format!("{file} lacks {} and {}", markers[0], markers[1]))?)
}

fn between(text: &str, [start, end]: Markers, contents: &str) -> Option<String> {
    let (before, rest) = text.split_once(start)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{start}\n{contents}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn every_file_has_its_markers() {
        for (file, _) in PAGES {
            let text = read(&root().join(file)).unwrap_or_default();
            for markers in [MARKERS, TERMS] {
                assert!(between(&text, markers, "").is_some(), "{file}: {markers:?}");
            }
        }
    }

    /// The pages have what the file has that the README is made from.
    #[test]
    fn the_pages_have_the_run_of_terms() -> Result<()> {
        let file: Value = serde_json::from_str(&read(&root().join("www/bench/annotate.json"))?)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let rows = file["rows"].as_array().context("no rows")?.iter().map(|row| {
            let terms =
                row["terms"].as_u64().and_then(|terms| usize::try_from(terms).ok()).context("no terms")?;
            Ok(Compared {
                terms,
                marks: row["marks"].as_u64().context("no marks")?,
                ours: row["ours"].as_f64().context("no share")?,
            })
        });
        let run = Run {
            date: text(&file["date"]),
            browser: text(&file["browser"]),
            version: text(&file["versions"]["mark.js"]),
            rows: rows.collect::<Result<_>>()?,
            twice: file["twice"].as_f64().context("no growth")?,
        };
        for (page, lang) in PAGES {
            let (html, found) = (terms_html(&run, lang), read(&root().join(page))?);
            assert!(found.contains(&html), "{page} is not:\n{html}");
        }
        Ok(())
    }

    #[test]
    fn a_run_replaces_the_last() {
        let text = format!("a {}\nold\n{} z", MARKERS[0], MARKERS[1]);
        let once = between(&text, MARKERS, "new");
        assert_eq!(once.as_deref(), Some("a <!-- bench:timeline -->\nnew\n<!-- /bench:timeline --> z"));
        assert_eq!(once.as_deref().and_then(|text| between(text, MARKERS, "new")), once);
    }

    #[test]
    fn commands_are_code() {
        assert_eq!(code("one `b c` d"), "one <code>b c</code> d");
    }
}
