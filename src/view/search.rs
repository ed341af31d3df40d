//! Finding what a reader types, and where it stands: in Chinese, English, pinyin and initials.

use std::{cell::OnceCell, ops::Range};

/// A text made comparable: letters in lower case without accents, full-width forms as ASCII, no white space.
#[derive(Debug, PartialEq, Eq)]
pub struct Folded {
    chars: Vec<char>,
    /// For each folded character, the byte range of the original it came from.
    origins: Vec<Range<usize>>,
}

impl Folded {
    /// Folds `text`.
    #[must_use]
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded { chars: Vec::new(), origins: Vec::new() };
        for (at, original) in text.char_indices() {
            if let Some(c) = comparable(original) {
                folded.chars.push(c);
                folded.origins.push(at..at + original.len_utf8());
            }
        }
        folded
    }

    /// Whether nothing is left to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// Where `needle` first stands, as a byte range of the original text.
    #[must_use]
    pub fn find(&self, needle: &Folded) -> Option<Hit> {
        let length = needle.chars.len();
        let at = self.chars.windows(length.max(1)).position(|window| window == needle.chars)?;
        let range = self.origins[at].start..self.origins[at + length - 1].end;
        Some(Hit { range, from_start: at == 0, to_end: at + length == self.chars.len() })
    }
}

/// `text` as [`Folded`] compares it.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter_map(comparable).collect()
}

/// What can be searched.
pub trait Searched {
    /// What a search looks at.
    fn texts(&self) -> Vec<&str>;

    /// How it is pronounced, where that is known.
    fn pinyin(&self) -> &str {
        ""
    }
}

/// What a search looks at of each item, comparable: made at the first search, for to do so takes longer than to look.
#[derive(Debug, Default)]
pub struct Index(OnceCell<Vec<Box<str>>>);

impl Index {
    pub(super) fn of(&self, items: &[impl Searched]) -> &[Box<str>] {
        self.0.get_or_init(|| items.iter().map(searched).collect())
    }
}

/// What nobody types: between two texts, so that nothing is found across them.
const BETWEEN: &str = "\0";

fn searched(item: &impl Searched) -> Box<str> {
    let mut texts = item.texts();
    let initials = initials(item.pinyin());
    texts.extend([item.pinyin(), &*initials]);
    fold(&texts.join(BETWEEN)).into()
}

/// Whether `query` stands in `text`. `str::contains` is quicker with long queries, and a kilobyte of every module.
pub(super) fn holds(text: &str, query: &str) -> bool {
    let (text, query) = (text.as_bytes(), query.as_bytes());
    let Some(last) = query.last() else {
        return true;
    };
    // The last byte first: of Chinese characters it is the one that differs most.
    let mut ends = text.iter().enumerate().skip(query.len() - 1).filter(|(_, byte)| *byte == last);
    ends.any(|(end, _)| text.get(end + 1 - query.len()..=end) == Some(query))
}

/// A passage that matches.
#[derive(Debug, PartialEq, Eq)]
pub struct Hit {
    /// In bytes of the text that was searched.
    pub range: Range<usize>,
    /// Nothing comparable stands before it.
    pub from_start: bool,
    /// Nothing comparable stands after it.
    pub to_end: bool,
}

/// The first letters of pinyin's syllables: `wǔ lóng rù zhàn` gives `wlrz`.
#[must_use]
pub fn initials(pinyin: &str) -> String {
    pinyin.split_whitespace().filter_map(|syllable| syllable.chars().next()).map(unaccented).collect()
}

/// What is compared of a character: nothing of white space and combining marks.
fn comparable(c: char) -> Option<char> {
    // ASCII is enough: Chinese has no case, and the tables of all others would weigh on every reader.
    let c = unaccented(narrow(c)).to_ascii_lowercase();
    (!c.is_whitespace() && !is_combining(c)).then_some(c)
}

/// The ASCII form of a full-width character (Unicode block «Halfwidth and Fullwidth Forms»).
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// The letter under a pinyin tone mark, which may stand precomposed; ü is also typed as v and u.
#[must_use]
pub fn unaccented(c: char) -> char {
    match c {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' | 'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        _ => c,
    }
}

pub(super) fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
