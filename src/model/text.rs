//! Languages, texts given in them, and the nearest name to a mistyped one.

use std::{borrow::Cow, fmt};

use super::{Carried, Code, Collected, Referred, Value, write_text};

/// The longest tag of a language, in characters: what RFC 5646 asks to have room for.
const LONGEST_TAG: usize = 35;

/// A language: a BCP 47 tag of at most 35 characters, such as `en`, `zh-Hant` or `pt-BR`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Lang(Cow<'static, str>);

impl Lang {
    /// Chinese, in simplified characters as long as nothing else is said.
    pub const ZH: Lang = Lang::new("zh");

    /// English.
    pub const EN: Lang = Lang::new("en");

    /// The language of a tag that is known when a program is written; [`parse`](Lang::parse) takes any.
    #[must_use]
    pub const fn new(tag: &'static str) -> Lang {
        Lang(Cow::Borrowed(tag))
    }

    /// The language of a tag, unless its form is another than a tag's: a primary subtag of two or three letters, then
    /// any of up to eight letters and digits, with hyphens between them.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Lang> {
        Lang::is_tag(tag).then(|| Lang(Cow::Owned(tag.into())))
    }

    /// Whether a text has the form of a tag.
    pub(crate) fn is_tag(tag: &str) -> bool {
        let (mut part, mut parts) = (0, 0);
        for byte in tag.bytes().chain([b'-']) {
            match byte {
                b'-' if part == 0 || parts == 0 && !matches!(part, 2 | 3) => return false,
                b'-' => (part, parts) = (0, parts + 1),
                _ if byte.is_ascii_alphabetic() || parts > 0 && byte.is_ascii_digit() => part += 1,
                _ => return false,
            }
            if part > 8 {
                return false;
            }
        }
        tag.len() <= LONGEST_TAG
    }

    /// The tag as it was given: the key of this language in texts.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.0
    }

    /// The tag for a `lang` attribute: of Chinese it says which characters.
    #[must_use]
    pub fn tag(&self) -> &str {
        if self.key() == "zh" { "zh-Hans" } else { self.key() }
    }

    /// The one of `among` for readers of `wanted`, a BCP 47 tag: the same language in the same script, and of several such
    /// the one with most subtags in common, or else the first.
    ///
    /// A tag without a script is in any, but for Chinese, whose region tells: `zh-TW` is `zh-Hant`, `zh` is `zh-Hans`.
    #[must_use]
    pub fn best<'a>(wanted: &str, among: &'a [Lang]) -> Option<&'a Lang> {
        let (mut best, mut most) = (None, 0);
        for lang in among {
            let common = common(wanted, lang.key());
            if common > most {
                (best, most) = (Some(lang), common);
            }
        }
        best
    }
}

/// Whether two tags are of the same language, in whichever scripts.
#[inline(never)]
pub(crate) fn is_same_language(one: &str, other: &str) -> bool {
    primary(one).eq_ignore_ascii_case(primary(other))
}

fn primary(tag: &str) -> &[u8] {
    let tag = tag.as_bytes();
    tag.get(..tag.iter().position(|byte| *byte == b'-').unwrap_or(tag.len())).unwrap_or_default()
}

/// How many subtags two tags begin with alike, the one that ends first counting half more; 0 where they are of other languages or scripts.
fn common(one: &str, other: &str) -> usize {
    let alike = |(one, other): &(&str, &str)| one.eq_ignore_ascii_case(other);
    let common = one.split('-').zip(other.split('-')).take_while(alike).count();
    match (script(one), script(other)) {
        (Some(one), Some(other)) if !one.eq_ignore_ascii_case(other) => 0,
        // Whole it is a better one than with a subtag that isn't wanted.
        _ if common > 0 => common * 2 + usize::from(common == other.split('-').count()),
        _ => 0,
    }
}

/// The script of a tag: its subtag of four letters.
fn script(tag: &str) -> Option<&str> {
    let mut parts = tag.split('-');
    let is_chinese = parts.next().is_some_and(|primary| primary.eq_ignore_ascii_case("zh"));
    let is_of_hant = |part: &str| ["TW", "HK", "MO"].iter().any(|region| part.eq_ignore_ascii_case(region));
    let mut hant = false;
    for part in parts {
        if part.len() == 4 {
            return Some(part);
        }
        hant |= is_of_hant(part);
    }
    is_chinese.then_some(if hant { "Hant" } else { "Hans" })
}

impl Collected for Lang {
    const COLLECTION: &'static str = "languages";

    fn id(&self) -> &str {
        self.key()
    }
}

impl Referred for Lang {
    const REFERENCE: Code = Code::PlanLanguage;
}

impl Default for Lang {
    /// One that isn't known.
    fn default() -> Lang {
        Lang::new("und")
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl Carried for Lang {
    fn carried<V: Value>(value: &V) -> Self {
        Lang(Cow::Owned(value.text().unwrap_or_default()))
    }

    fn write(&self, json: &mut String) -> bool {
        write_text(json, self.key());
        *self != Lang::default()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.key().serialize(serializer)
    }
}

/// A text in each of the plan's languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub(super) Box<[(Lang, Box<str>)]>);

impl Text {
    /// The text in a language, by its key; empty where it isn't given.
    #[must_use]
    pub fn get(&self, lang: &str) -> &str {
        self.iter().find(|(given, _)| given.key() == lang).map(|(_, text)| text).unwrap_or_default()
    }

    /// The text in each language that it is given in.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, text)| (lang, &**text))
    }
}

/// Further names of something, in any languages: not only those of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(pub(super) Box<[(Lang, Box<str>)]>);

impl Names {
    /// Each name and its language; those of a language stand together.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, name)| (lang, &**name))
    }
}

/// How something is pronounced, in any languages, as they write it: in Japanese in kana, in Chinese in pinyin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading(pub(super) Box<[(Lang, Box<str>)]>);

impl Reading {
    /// The reading in each language that it is given in.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, text)| (lang, &**text))
    }

    /// The reading for texts in `lang`, in whichever script.
    #[must_use]
    pub fn get(&self, lang: &str) -> &str {
        self.iter().find(|(given, _)| is_same_language(given.key(), lang)).map_or("", |(_, text)| text)
    }
}

/// A number in digits of ASCII: what `to_string` gives, without all the formatting that it brings.
#[inline(never)]
#[must_use]
pub fn decimal(number: usize) -> String {
    let mut text = if number < 10 { String::new() } else { decimal(number / 10) };
    text.push(char::from(b'0' + (number % 10) as u8));
    text
}

/// The same of a number that may be negative.
#[inline(never)]
#[must_use]
pub fn signed(number: i32) -> String {
    let text = decimal(number.unsigned_abs() as usize);
    if number < 0 { String::from("-") + &text } else { text }
}

/// The candidate closest to `found`, unless all are further off than half its length.
///
/// Distance is Levenshtein's, in characters, without regard to ASCII case.
#[must_use]
pub fn nearest<'a>(found: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let found: Vec<char> = found.chars().take(64).map(|c| c.to_ascii_lowercase()).collect();
    let furthest = found.len().div_ceil(3);
    // A longer one is further off by its length alone, and may be very long.
    let longest = found.len() + furthest;
    let (mut nearest, mut least) = (None, furthest + 1);
    for candidate in candidates {
        if candidate.chars().nth(longest).is_none() {
            let distance = distance(&found, candidate);
            if distance < least {
                (nearest, least) = (Some(*candidate), distance);
            }
        }
    }
    nearest
}

fn distance(a: &[char], b: &str) -> usize {
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (i, right) in b.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, left) in a.iter().enumerate() {
            let cost = usize::from(*left != right.to_ascii_lowercase());
            let next = (row[j] + 1).min(row[j + 1] + 1).min(diagonal + cost);
            diagonal = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row[a.len()]
}
