//! Sentences with holes, and the numbers in them.

use super::{CommonWords, TimelineWords};
use crate::model::{decimal, signed};

/// What stands between the forms of a sentence that depends on a number.
pub(crate) const FORMS: char = '\u{1}';

impl CommonWords<'_> {
    /// A whole number as the language writes it.
    #[must_use]
    pub fn whole(self, number: usize) -> String {
        numeral(self.digits(), Some((self.group(), self.group_from())), &decimal(number))
    }

    /// A number as Rust and JavaScript print it: digits of ASCII, perhaps with a hyphen before and a point within.
    #[must_use]
    pub fn written(self, printed: &str) -> String {
        let (sign, number) = printed.split_at(usize::from(printed.starts_with('-')));
        let (whole, fraction) = cut(number, b'.').unwrap_or((number, ""));
        let mut written = String::from(sign);
        written += &numeral(self.digits(), Some((self.group(), self.group_from())), whole);
        if !fraction.is_empty() {
            written += self.decimal();
            written += &numeral(self.digits(), None, fraction);
        }
        written
    }

    /// A year as the language writes it.
    #[must_use]
    pub fn year(self, year: i32) -> String {
        numeral(self.digits(), None, &signed(year))
    }

    /// A sentence about so many, its holes filled.
    #[must_use]
    pub fn say(self, sentence: &str, number: usize, values: &[&str]) -> String {
        let place = if number < 100 { number } else { 100 + number % 100 };
        let places = self.plurals().as_bytes();
        let form = places.get(place).or(places.last()).map_or(0, |digit| digit % 16);
        expand(sentence, form, &mut |hole, _, filled| filled.push_str(values.get(hole).unwrap_or(&"")))
    }

    /// A sentence about some of so many.
    #[must_use]
    pub fn found(self, sentence: &str, some: usize, all: usize) -> String {
        self.say(sentence, all, &[&self.whole(some), &self.whole(all)])
    }

    /// A sentence about so many, which is all that it says.
    #[must_use]
    pub fn count(self, sentence: &str, number: usize) -> String {
        self.found(sentence, number, number)
    }
}

impl TimelineWords<'_> {
    /// The name of a month, from 1, short enough for an axis.
    #[must_use]
    pub fn month(self, month: u8) -> String {
        expand(self.months(), month - 1, &mut |_, _, filled| {
            *filled += &CommonWords(self.0).whole(month.into());
        })
    }
}

/// Digits of ASCII as a language writes them: `digits` are its ten, if it has others, and follow each other in Unicode;
/// `group` is what stands between groups of three, and the least count of digits with any.
#[inline(never)]
pub(crate) fn numeral(digits: &str, group: Option<(&str, &str)>, text: &str) -> String {
    let zero = digits.chars().next().map_or(0, |zero| zero as u32 - u32::from(b'0'));
    let mut left = text.len();
    let between =
        group.filter(|(_, from)| from.bytes().next().is_some_and(|from| left >= usize::from(from % 16)));
    let mut written = String::new();
    for c in text.chars() {
        if let Some((group, _)) = between
            && left.is_multiple_of(3)
            && !written.is_empty()
        {
            written += group;
        }
        left -= 1;
        written.push(char::from_u32(c as u32 + zero).unwrap_or(c));
    }
    written
}

/// What stands before and behind the first of a character of ASCII: `split_once` is written for speed, and larger.
#[inline(never)]
pub fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == at)?;
    Some((&text[..at], &text[at + 1..]))
}

/// Texts with the same between them: `join` of `core` is written for speed, and larger.
#[inline(never)]
#[must_use]
pub fn joined(texts: &[impl AsRef<str>], between: &str) -> String {
    let mut joined = String::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            joined += between;
        }
        joined += text.as_ref();
    }
    joined
}

/// `sentence` with its holes filled by `values`.
///
/// `format!` would do, and would bring the whole of `core::fmt` into the browser's module.
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    expand(sentence, 0, &mut |hole, _, filled| filled.push_str(values.get(hole).unwrap_or(&"")))
}

/// One of the forms of `sentence`, or all that there is of it, with `value` called for each hole: its number, and its
/// grammatical case (`'0'` is the first) or another letter, `'}'` where it has none.
#[inline(never)]
pub(crate) fn expand(sentence: &str, form: u8, value: &mut dyn FnMut(usize, char, &mut String)) -> String {
    let mut filled = String::new();
    let mut at = if sentence.chars().any(|c| c == FORMS) { 0 } else { form };
    let mut hole = None;
    let mut case = '}';
    for c in sentence.chars() {
        match (c, hole) {
            (FORMS, _) => at += 1,
            _ if at != form => (),
            ('{', _) => hole = Some(usize::MAX),
            ('}', Some(number)) => {
                value(number, case, &mut filled);
                (hole, case) = (None, '}');
            }
            (_, Some(usize::MAX)) => hole = Some(c as usize % 16),
            (_, Some(_)) => case = c,
            _ => filled.push(c),
        }
    }
    filled
}
