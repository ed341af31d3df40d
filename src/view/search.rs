//! Finding what a reader types, and where it stands: in Chinese, English, pinyin and initials.

use std::ops::Range;

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
            // ASCII is enough: Chinese has no case, and the tables of all others would weigh on every reader.
            let c = unaccented(narrow(original)).to_ascii_lowercase();
            if !(c.is_whitespace() || is_combining(c)) {
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

/// The ASCII form of a full-width character (Unicode block «Halfwidth and Fullwidth Forms»).
fn narrow(c: char) -> char {
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

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
