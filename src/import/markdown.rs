//! Glossaries in Markdown: a file a term and language, with metadata in front.

use std::collections::BTreeMap;

use plan_widgets::Lang;
use pulldown_cmark::{Event, Options as Syntax, Parser, Tag, TagEnd};

use crate::{
    Options,
    draft::{Draft, Entry},
    findings::{Code, Place},
    front::{self, find},
    rows::language,
    text::{plain, tidy},
};

/// A file: its path, and its text.
pub type Page = (String, String);

/// Whether a text is a page with metadata in front.
#[must_use]
pub fn is_of(text: &str) -> bool {
    front::split(text).is_some_and(|(entries, _)| find(&entries, &TITLES).is_some())
}

/// What names a term.
const TITLES: [&str; 4] = ["title", "term", "name", "linktitle"];

/// What explains it, where the page itself is empty.
const NOTES: [&str; 4] = ["definition", "description", "summary", "excerpt"];

/// What else it is called.
const NAMES: [&str; 6] = ["synonyms", "abbreviation", "abbreviations", "acronym", "also_known_as", "names"];

/// The glossary of pages.
#[must_use]
pub fn draft(pages: &[Page], options: &Options) -> Draft {
    let mut draft = Draft::default();
    if let Some(lang) = &options.lang {
        draft.heard(lang, &Place::default());
    }
    let paths: Vec<Vec<&str>> = pages.iter().map(|(path, _)| path.split(['/', '\\']).collect()).collect();
    // The folder that tells languages apart is the same step of every path.
    let steps = paths.iter().map(|path| path.len().saturating_sub(1)).min().unwrap_or_default();
    let step = (0..steps).find(|step| paths.iter().all(|path| is_tag(path[*step])));
    // Pages of one term, in the order of the first of each.
    let mut terms: Vec<(String, Entry)> = Vec::new();
    let mut by_key: BTreeMap<String, usize> = BTreeMap::new();
    for ((path, text), parts) in pages.iter().zip(&paths) {
        let place = Place { path: path.clone(), ..Place::default() };
        let (entries, body) = front::split(text).unwrap_or_default();
        let file = parts.last().copied().unwrap_or_default();
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let (stem, suffix) = match stem.rsplit_once('.') {
            Some((stem, suffix)) if is_tag(suffix) => (stem, Some(suffix)),
            _ => (stem, None),
        };
        // A page about a folder is none of a term.
        if ["_index", "readme"].contains(&&*stem.to_lowercase()) {
            continue;
        }
        let folder =
            parts.len().checked_sub(2).map(|at| parts[at]).filter(|_| step != parts.len().checked_sub(2));
        let stem = if stem == "index" { folder.unwrap_or(stem) } else { stem };
        let body = if body.is_empty() && entries.is_empty() { text } else { body };
        let page = page(body);
        let title = find(&entries, &TITLES).map(ToOwned::to_owned).or(page.title);
        let Some(title) = title else {
            draft.note(Code::NoTitle, &[stem], &place);
            continue;
        };
        let note = if page.text.is_empty() {
            find(&entries, &NOTES).map(|text| plain(text).text).unwrap_or_default()
        } else {
            page.text
        };
        let tag = suffix.or(step.map(|step| parts[step])).or(find(&entries, &["lang", "language", "locale"]));
        let lang = match tag {
            Some(tag) => draft.heard(tag, &place),
            None => match draft.languages.first() {
                Some(own) => Some(own.clone()),
                None => {
                    let own = language([&*title, &*note].into_iter(), std::iter::empty(), &options.reports);
                    draft.note(Code::LanguageTaken, &[&own], &Place::default());
                    draft.languages.push(own.clone());
                    Some(own)
                }
            },
        };
        let Some(lang) = lang else { continue };
        for link in &page.links {
            draft.note(Code::Link, &[link], &place);
        }
        if page.pictures {
            draft.note(Code::Picture, &[], &place);
        }
        if let Some(section) = &page.section {
            draft.note(Code::Section, &[section], &place);
        }
        let known = [&TITLES[..], &NOTES, &NAMES, &["lang", "language", "locale", "id", "slug"]].concat();
        for (key, _) in entries.iter().filter(|(key, value)| !known.contains(&&**key) && !value.is_empty()) {
            draft.note(Code::Field, &[key], &place);
        }
        let names: Vec<String> = entries
            .iter()
            .filter(|(key, value)| NAMES.contains(&&**key) && !value.is_empty())
            .flat_map(|(_, value)| value.split([',', ';', '、', '，']))
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        // What is left of a path without its language and its ending is the same in every language.
        let others = parts.iter().enumerate().filter(|(at, _)| Some(*at) != step && at + 1 < parts.len());
        let key = others.map(|(_, part)| *part).chain([stem]).collect::<Vec<_>>().join("/");
        let at = *by_key.entry(key.clone()).or_insert_with(|| {
            let id = find(&entries, &["id", "slug"]).unwrap_or(stem).to_owned();
            terms.push((key, Entry { id, place, ..Entry::default() }));
            terms.len() - 1
        });
        let entry = &mut terms[at].1;
        entry
            .name
            .entry(lang.clone())
            .or_insert_with(|| title.split_whitespace().collect::<Vec<_>>().join(" "));
        if !note.is_empty() {
            entry.note.entry(lang.clone()).or_insert(note);
        }
        if !names.is_empty() {
            entry.names.entry(lang).or_default().extend(names);
        }
    }
    for (key, entry) in terms {
        draft.entry(entry, &key);
    }
    if draft.languages.is_empty() {
        draft.languages.push("en".into());
    }
    draft
}

/// Whether a part of a path is the tag of a language: `en`, `zh-cn`, `sr_Latn`.
fn is_tag(part: &str) -> bool {
    let mut parts = part.split(['-', '_']);
    parts.next().is_some_and(|primary| primary.len() == 2) && Lang::parse(&part.replace('_', "-")).is_some()
}

/// What a page says: its text up to the second section.
#[derive(Default)]
struct Read {
    /// The heading of the whole page.
    title: Option<String>,
    text: String,
    links: Vec<String>,
    pictures: bool,
    /// The heading where the rest begins.
    section: Option<String>,
}

fn page(body: &str) -> Read {
    let mut read = Read::default();
    let body = without_shortcodes(body);
    let mut text = String::new();
    // Within a heading; within a picture, a footnote or a block of HTML, whose texts are none.
    let (mut heading, mut hidden, mut html) = (None::<(bool, String)>, 0_usize, String::new());
    let syntax = Syntax::ENABLE_TABLES | Syntax::ENABLE_FOOTNOTES | Syntax::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(&body, syntax) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => heading = Some((level as usize == 1, String::new())),
            Event::End(TagEnd::Heading(_)) => {
                let Some((is_first, words)) = heading.take() else { continue };
                if is_first && read.title.is_none() && text.trim().is_empty() {
                    read.title = Some(words.trim().to_owned());
                } else if !text.trim().is_empty() {
                    read.section = Some(words.trim().to_owned());
                    break;
                }
            }
            Event::Text(words) | Event::Code(words) => match &mut heading {
                Some((_, heading)) => heading.push_str(&words),
                None if hidden == 0 => text.push_str(&words),
                None => (),
            },
            Event::SoftBreak => {
                // No space between characters of writing that has none.
                let wide = text.chars().next_back().is_some_and(|c| c >= '\u{2e80}');
                if !wide {
                    text.push(' ');
                }
            }
            Event::HardBreak => text.push('\n'),
            Event::Start(Tag::Link { dest_url, .. }) if hidden == 0 => read.links.push(dest_url.to_string()),
            Event::Start(Tag::Image { .. }) => (read.pictures, hidden) = (true, hidden + 1),
            Event::Start(Tag::FootnoteDefinition(_)) => hidden += 1,
            Event::End(TagEnd::Image | TagEnd::FootnoteDefinition) => hidden = hidden.saturating_sub(1),
            Event::InlineHtml(tag) if tag.starts_with("<br") => text.push('\n'),
            Event::Html(part) => html.push_str(&part),
            Event::End(TagEnd::HtmlBlock) => {
                let plain = plain(&std::mem::take(&mut html));
                read.links.extend(plain.links);
                read.pictures |= plain.pictures;
                text.push_str(&plain.text);
                text.push_str("\n\n");
            }
            Event::Start(Tag::Item) => text.push_str("\n- "),
            Event::End(TagEnd::TableCell) => text.push(' '),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => text.push('\n'),
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::List(_) | TagEnd::Table) => {
                text.push_str("\n\n")
            }
            _ => (),
        }
    }
    read.text = tidy(&text);
    read
}

/// A text without what a generator of sites would put in: `{{< figure src="a.png" >}}`.
fn without_shortcodes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        if !after.starts_with(['<', '%']) {
            plain.push_str("{{");
            rest = after;
            continue;
        }
        let Some((_, after)) = after.split_once("}}") else { break };
        rest = after;
    }
    plain + rest
}
