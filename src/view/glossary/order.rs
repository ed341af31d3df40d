//! The order of names in a language, and the letters that they stand under.

use std::cmp::Ordering;

use crate::{
    model::Lang,
    view::unicode::{Collator, compose, decompose, upper},
};

/// The first kana of each row.
const KANA: &str = "あかさたなはまやらわ";

/// The initial consonants of Hangul; tense ones stand under the plain ones.
const HANGUL: &str = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ";

/// The order of `names` as `lang` has it, names that begin with no letter first; and for each name the letter that it
/// stands under.
pub fn order(lang: &Lang, names: &[&str]) -> (Vec<usize>, Vec<String>) {
    let collator = Collator::new(lang.key());
    let letters: Vec<String> = names.iter().map(|name| letter(&collator, name)).collect();
    let mut order: Vec<usize> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let has_letter = !letters[index].is_empty();
        // std's sorts are a kilobyte more.
        let at = order.partition_point(|other| {
            let by_letter = (!letters[*other].is_empty()).cmp(&has_letter);
            by_letter.then_with(|| collator.order(names[*other], name)) != Ordering::Greater
        });
        order.insert(at, index);
    }
    (order, letters)
}

/// What a name stands under: its first letter, without accents that the language doesn't order by; two letters that it
/// orders as one; the row of kana, or the initial consonant of Hangul. Nothing for signs, digits and Chinese characters.
fn letter(collator: &Collator, name: &str) -> String {
    let decomposed = decompose(name);
    // In Thai and Lao a vowel before its consonant is ordered behind it.
    let is_before = |c: &char| matches!(c, ' ' | '\u{e40}'..='\u{e44}' | '\u{ec0}'..='\u{ec4}');
    let mut chars = decomposed.chars().skip_while(is_before);
    let first = chars.next().unwrap_or_default();
    let alone = String::from(first);
    let rows = match first {
        '\u{3041}'..='\u{30ff}' => KANA,
        '\u{1100}'..='\u{1112}' => HANGUL,
        // Chinese characters.
        '\u{2e80}'..='\u{9fff}' | '\u{20000}'.. => return String::new(),
        _ => "",
    };
    let mut row = String::new();
    for next in rows.chars().map(String::from) {
        if row.is_empty() || collator.order(&next, name) != Ordering::Greater {
            row = next;
        }
    }
    if !row.is_empty() {
        return row;
    }
    // What is ordered after the digits is a letter.
    if collator.order(&alone, "99") != Ordering::Greater {
        return String::new();
    }
    let own = String::from(compose(name).chars().find(|c| !is_before(c)).unwrap_or_default());
    // Of letters that are one but for case and accents, what follows them decides.
    let is_after = |one: &str, other: &str| {
        collator.order(&(String::from(one) + "0"), &(String::from(other) + "1")) == Ordering::Greater
    };
    if is_after(&own, &alone) {
        // Of several marks, as in Vietnamese, one makes the letter; others are tones.
        for mark in decompose(&own).chars().skip(1) {
            let letter = compose(&(alone.clone() + &String::from(mark)));
            if !is_after(&own, &letter) {
                return upper(&letter);
            }
        }
        return upper(&own);
    }
    let second = chars.next().unwrap_or_default();
    let pair = alone.clone() + &String::from(second);
    if pair.is_ascii() && collator.order(&pair, &(alone.clone() + "zz")) == Ordering::Greater {
        return upper(&pair);
    }
    match first {
        // In Georgian capitals are for headlines.
        '\u{10d0}'..='\u{10ff}' => alone,
        // In Turkish i has a capital of its own.
        'i' if collator.order("ı", "i") == Ordering::Less => "İ".into(),
        _ => upper(&alone),
    }
}
