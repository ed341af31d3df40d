//! Finding what a reader types, and where it stands, in any script.

use std::{cell::OnceCell, ops::Range};

use super::unicode::{END, bare, clusters};

/// Where `query`, which is folded, first stands in `text`: a byte range of whole characters with their marks. Nowhere where
/// nothing is searched for.
#[must_use]
pub fn hit(text: &str, query: &str) -> Option<Range<usize>> {
    if query.is_empty() {
        return None;
    }
    let marked = clusters(text);
    // What is folded has the same ends.
    let folded = fold(&marked);
    let mut first = 0;
    for (start, byte) in folded.bytes().enumerate() {
        if byte == END as u8 {
            first += 1;
            continue;
        }
        let (mut last, mut known) = (first, 0);
        for byte in folded.bytes().skip(start) {
            if byte == END as u8 {
                last += 1;
            } else if query.as_bytes().get(known) != Some(&byte) {
                break;
            } else {
                known += 1;
                if known == query.len() {
                    return Some(length(&marked, first)..length(&marked, last + 1));
                }
            }
        }
    }
    None
}

/// How many bytes so many clusters of a text have.
fn length(marked: &str, clusters: usize) -> usize {
    let (mut length, mut ends) = (0, 0);
    for byte in marked.bytes() {
        if ends == clusters {
            break;
        }
        if byte == END as u8 {
            ends += 1;
        } else {
            length += 1;
        }
    }
    length
}

/// `text` as it is compared: without white space, case, width, accents and vowel points, katakana as hiragana, digits as
/// those of ASCII, and letters as those that readers type for them. It is the same in every language: readers leave out what
/// they can't type, so in Spanish `ano` finds `año` as well.
///
/// What makes a letter of its own stays: the sound marks of kana, long vowels and small kana, й, the vowels of the scripts
/// of India and South-East Asia, and syllables of Hangul, which are whole.
#[must_use]
pub fn fold(text: &str) -> String {
    let simple = text.chars().all(is_simple);
    let bare = if simple { String::new() } else { bare(text) };
    let mut folded = String::new();
    for c in if simple { text } else { &bare }.chars() {
        // What is bare has no other white space left.
        if matches!(c, '\t'..='\r' | ' ' | '\u{3000}') {
            continue;
        }
        folded.push(comparable(c));
        match c {
            'Æ' | 'Œ' => folded.push('E'),
            'ẞ' => folded.push('S'),
            _ => {}
        }
    }
    folded
}

/// Whether it is folded without regard to others, and without what Unicode says of it: most of Chinese, Japanese and Korean.
fn is_simple(c: char) -> bool {
    matches!(c, '\0'..='\u{7f}' | '\u{2018}'..='\u{201f}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30f6}' | '\u{30fc}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ff5e}')
}

/// Zeros, behind which stand the digits to nine: Arabic, Persian, Devanagari, Bengali, Thai.
const ZEROS: [u32; 5] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/// Letters that Unicode leads back to no other, each with the one that readers type for it behind it.
const TYPED: &str = "ĐDØOŁLÆAŒOẞSٱاىيیيةهکك";

/// What is compared of a character.
fn comparable(c: char) -> char {
    let from = match c {
        '\u{30a1}'..='\u{30f6}' => 0x60,
        '\u{ff01}'..='\u{ff5e}' => 0xfee0,
        '\0'..='\u{7f}' => 0,
        _ => {
            let mut letters = TYPED.chars();
            while let (Some(letter), Some(typed)) = (letters.next(), letters.next()) {
                if letter == c {
                    return typed;
                }
            }
            let zero = ZEROS.into_iter().find(|zero| u32::from(c).wrapping_sub(*zero) < 10);
            zero.map_or(0, |zero| zero - u32::from(b'0'))
        }
    };
    char::from_u32(u32::from(c) - from).unwrap_or(c).to_ascii_uppercase()
}

/// What can be searched.
pub trait Searched {
    /// Hands over what a search looks at.
    fn texts(&self, add: &mut dyn FnMut(&str));

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
    let mut texts = String::new();
    let mut add = |text: &str| {
        texts.push_str(text);
        texts.push_str(BETWEEN);
    };
    item.texts(&mut add);
    add(item.pinyin());
    add(&initials(item.pinyin()));
    fold(&texts).into()
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

/// The first letters of pinyin's syllables: `wǔ lóng rù zhàn` gives `WLRZ`, once it is folded.
#[must_use]
pub fn initials(pinyin: &str) -> String {
    pinyin.split_ascii_whitespace().filter_map(|syllable| syllable.chars().next()).collect()
}

/// The ASCII form of a full-width character (Unicode block «Halfwidth and Fullwidth Forms»).
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

pub(super) fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
