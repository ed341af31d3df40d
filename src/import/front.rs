//! Metadata in YAML: a file of its own, or in front of a text. As much of YAML as such files have: keys with texts, lists,
//! and keys within keys.

/// A value with its key, in small letters: `sources.name` where it stands within another.
pub type Entry = (String, String);

/// The metadata in front of a text, and the text; nothing where none is in front.
#[must_use]
pub fn split(text: &str) -> Option<(Vec<Entry>, &str)> {
    let text = text.trim_start_matches('\u{feff}');
    let (fence, rest) = text.split_once('\n')?;
    let fence = fence.trim_end();
    if fence != "---" && fence != "+++" {
        return None;
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == fence || fence == "---" && line.trim_end() == "..." {
            return Some((entries(&rest[..at]), &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// The first value of one of these keys that isn't empty.
#[must_use]
pub fn find<'a>(entries: &'a [Entry], keys: &[&str]) -> Option<&'a str> {
    let of = |key: &&str| entries.iter().find(|(known, value)| known == key && !value.is_empty());
    keys.iter().find_map(of).map(|(_, value)| &**value)
}

/// The values of metadata, in their order.
#[must_use]
pub fn entries(text: &str) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    // Keys that others stand within, with how far each is moved in.
    let mut above: Vec<(usize, String)> = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let mut content = line.trim_start();
        let mut indent = line.len() - content.len();
        if content.is_empty() || content.starts_with('#') || content == "---" {
            continue;
        }
        let mut listed = false;
        while let Some(rest) =
            content.strip_prefix("- ").or(content.strip_prefix('-').filter(|rest| rest.is_empty()))
        {
            let rest = rest.trim_start();
            // A list may stand as far left as its key.
            indent += if listed || !rest.contains(':') { 1 } else { content.len() - rest.len() };
            listed = true;
            content = rest;
        }
        let Some((key, value)) = pair(content) else {
            let key = path(&above, "");
            match entries.last_mut() {
                // The next line of a long value.
                Some((_, value)) if !listed => {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(&scalar(content));
                }
                _ => entries.push((key, scalar(content))),
            }
            continue;
        };
        above.retain(|(outer, _)| *outer < indent);
        let full = path(&above, &key);
        match value {
            "" => above.push((indent, key)),
            "|" | "|-" | "|+" | ">" | ">-" | ">+" => {
                let mut block: Vec<&str> = Vec::new();
                while let Some(next) = lines
                    .next_if(|next| next.trim().is_empty() || next.len() - next.trim_start().len() > indent)
                {
                    block.push(next.trim());
                }
                let between = if value.starts_with('|') { "\n" } else { " " };
                entries.push((full, block.join(between).trim().to_owned()));
            }
            _ => match value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
                Some(list) => {
                    let items = list.split(',').map(scalar).filter(|item| !item.is_empty());
                    entries.extend(items.map(|item| (full.clone(), item)));
                }
                None => entries.push((full, scalar(value))),
            },
        }
    }
    entries
}

fn path(above: &[(usize, String)], key: &str) -> String {
    let parts = above.iter().map(|(_, key)| &**key).chain([key]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(".")
}

/// A key and its value; in TOML there is another sign between them.
fn pair(text: &str) -> Option<(String, &str)> {
    let end = match text.chars().next()? {
        quote @ ('"' | '\'') => text[1..].find(quote)? + 2,
        _ => text.find([':', '='])?,
    };
    let (key, rest) = text.split_at(end);
    let value = rest.trim_start().strip_prefix([':', '='])?;
    let ends = value.is_empty() || value.starts_with(char::is_whitespace);
    let key = scalar(key).to_lowercase().replace([' ', '-'], "_");
    let plain = !key.is_empty() && key.len() <= 100;
    (ends && plain).then(|| (key, value.trim()))
}

/// A value without its quotes, or without the comment behind it.
fn scalar(text: &str) -> String {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('"').and_then(|rest| rest.split_once('"').map(|_| rest)) {
        let (mut value, mut chars) = (String::new(), inner.chars());
        while let Some(c) = chars.next() {
            match c {
                '"' => break,
                '\\' => match chars.next() {
                    Some('n') => value.push('\n'),
                    Some('t') => value.push(' '),
                    Some(c) => value.push(c),
                    None => (),
                },
                c => value.push(c),
            }
        }
        return value.trim().to_owned();
    }
    if let Some(inner) = text.strip_prefix('\'') {
        let inner = inner.rsplit_once('\'').map_or(inner, |(inner, _)| inner);
        return inner.replace("''", "'").trim().to_owned();
    }
    let text = text.split(" #").next().unwrap_or(text).trim();
    if matches!(text, "~" | "null" | "[]" | "{}") { String::new() } else { text.to_owned() }
}
