//! Bytes as text: which encoding they are in, and HTML as plain text.

use html5gum::{Token, Tokenizer};

use crate::findings::{Code, Refusal};

/// Decodes bytes in an encoding that is named as in the WHATWG's standard; nothing where they aren't in it.
pub type Decode<'a> = &'a dyn Fn(&str, &[u8]) -> Option<String>;

/// The text that bytes are, and the encoding where that is taken rather than known.
///
/// # Errors
/// When no encoding is certain enough.
pub fn decoded(bytes: &[u8], decode: Decode) -> Result<(String, Option<&'static str>), Refusal> {
    let unknown = || Refusal::new(Code::Encoding, &[]);
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| -> Result<String, Refusal> {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| unknown())
    };
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            return std::str::from_utf8(rest).map(|text| (text.to_owned(), None)).map_err(|_| unknown());
        }
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes).map(|text| (text, None)),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes).map(|text| (text, None)),
        _ => (),
    }
    // Without a mark, a text of two bytes a letter has zeros on one side: its separators are of ASCII.
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    if bytes.contains(&0) {
        let [even, odd] = [zeros(0), zeros(1)];
        let few = bytes.len() / 20;
        return if odd > even * 10 && odd > few {
            utf16(bytes, u16::from_le_bytes).map(|text| (text, Some("UTF-16LE")))
        } else if even > odd * 10 && even > few {
            utf16(bytes, u16::from_be_bytes).map(|text| (text, Some("UTF-16BE")))
        } else {
            Err(unknown())
        };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), None));
    }
    if is_chinese(bytes)
        && let Some(text) = decode("gb18030", bytes)
    {
        return Ok((text, Some("GB18030")));
    }
    Err(unknown())
}

/// Whether bytes are Chinese in GB 18030: nearly all pairs are of its common characters, which no other encoding's
/// letters of other languages are.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut common, mut all) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let [first, tail @ ..] = rest {
        rest = tail;
        if *first < 0x80 {
            continue;
        }
        let Some((second, after)) = tail.split_first() else { return false };
        all += 1;
        if (0x30..=0x39).contains(second) {
            rest = after.get(2..).unwrap_or_default();
            continue;
        }
        common += usize::from(matches!(first, 0xa1..=0xa3 | 0xb0..=0xd7) && *second >= 0xa1);
        rest = after;
    }
    all > 0 && common * 100 >= all * 85
}

/// A text that was HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// The text, its paragraphs with an empty line between them.
    pub text: String,
    /// Whether there was anything of HTML.
    pub is_html: bool,
    /// Where links in it led.
    pub links: Vec<String>,
    /// Whether a picture or something embedded was in it.
    pub pictures: bool,
}

/// Elements that begin a line of their own, and of those the ones that end a paragraph.
const PARAGRAPHS: [&str; 14] =
    ["p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "section", "article"];
const LINES: [&str; 5] = ["br", "li", "tr", "dt", "dd"];
const INLINE: [&str; 19] = [
    "a", "b", "i", "u", "em", "strong", "span", "small", "sub", "sup", "font", "cite", "q", "code", "mark",
    "s", "td", "th", "abbr",
];
const EMBEDDED: [&str; 9] = ["img", "iframe", "video", "audio", "object", "embed", "svg", "script", "style"];

/// Plain text of what may be HTML: only what has its tags or its entities is taken for it.
#[must_use]
pub fn plain(text: &str) -> Plain {
    if !is_html(text) {
        return Plain { text: tidy(text), ..Plain::default() };
    }
    let mut plain = Plain { is_html: true, ..Plain::default() };
    let mut written = String::new();
    // Within what isn't text.
    let mut hidden = 0_usize;
    for token in Tokenizer::new(text).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if name == "a" {
                    let address = tag.attributes.get(&b"href"[..]);
                    let address = address.map(|value| String::from_utf8_lossy(&value[..]).trim().to_owned());
                    plain.links.extend(address.filter(|address| !address.is_empty()));
                }
                if EMBEDDED.contains(&&*name) {
                    plain.pictures = true;
                    hidden += usize::from(["script", "style", "svg"].contains(&&*name) && !tag.self_closing);
                }
                written.push_str(gap(&name));
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if ["script", "style", "svg"].contains(&&*name) {
                    hidden = hidden.saturating_sub(1);
                }
                written.push_str(if name == "br" || name == "li" { "" } else { gap(&name) });
            }
            Token::String(string) if hidden == 0 => {
                let text = String::from_utf8_lossy(&string[..]).into_owned();
                // A line break in HTML is a space.
                let mut space = false;
                for c in text.chars() {
                    if c.is_ascii_whitespace() {
                        space = true;
                        continue;
                    }
                    if std::mem::take(&mut space) {
                        written.push(' ');
                    }
                    written.push(c);
                }
                if space {
                    written.push(' ');
                }
            }
            _ => (),
        }
    }
    plain.text = tidy(&written);
    plain
}

fn gap(name: &str) -> &'static str {
    if PARAGRAPHS.contains(&name) {
        "\n\n"
    } else if LINES.contains(&name) {
        "\n"
    } else if ["td", "th"].contains(&name) {
        " "
    } else {
        ""
    }
}

/// Whether a text has tags or entities of HTML.
#[must_use]
pub fn is_html(text: &str) -> bool {
    let last = text.rfind('>');
    let tag = |rest: &str| {
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        // The longest name that is known, and one letter more.
        let name = rest.bytes().take(11).take_while(u8::is_ascii_alphanumeric);
        let name: String = name.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
        let known = [&PARAGRAPHS[..], &LINES, &INLINE, &EMBEDDED].iter().any(|names| names.contains(&&*name));
        let ends = rest[name.len()..].starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace());
        known && ends && last.is_some_and(|last| text.len() - rest.len() <= last)
    };
    let entity = |rest: &str| {
        let end = rest.bytes().take(9).position(|byte| byte == b';').unwrap_or_default();
        let name = rest.get(..end).unwrap_or_default();
        let number = name
            .strip_prefix('#')
            .is_some_and(|number| number.starts_with(|c: char| c.is_ascii_alphanumeric()));
        (2..=8).contains(&name.len())
            && (number
                || name.bytes().all(|byte| byte.is_ascii_alphabetic())
                    && name.bytes().any(|b| b.is_ascii_lowercase()))
    };
    text.match_indices('<').any(|(at, _)| tag(&text[at + 1..]))
        || text.match_indices('&').any(|(at, _)| entity(&text[at + 1..]))
}

/// A text without spaces at the ends of lines, and with at most one empty line between two.
#[must_use]
pub fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.replace("\r\n", "\n").replace('\r', "\n").split('\n') {
        let line = line.trim_matches([' ', '\t', '\u{a0}']);
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !tidy.is_empty() {
            tidy.push_str(if empty > 0 { "\n\n" } else { "\n" });
        }
        empty = 0;
        tidy.push_str(line);
    }
    tidy
}
