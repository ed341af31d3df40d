//! Texts as dates are compared, and the numbers in them.

/// Zeros of the scripts that have digits of their own, which follow each other in Unicode.
const ZEROS: [u32; 22] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
    0xf20, 0x1040, 0x17e0, 0x1810, 0x19d0, 0xa8d0, 0xff10,
];

pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// A text as dates are compared: small letters, digits of ASCII, one dash, spaces where they tell words apart.
pub(super) fn normal(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        let code = c as u32;
        if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
            plain.extend(char::from_digit(code - zero, 10));
            continue;
        }
        match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{301c}' | '\u{ff5e}' | '\u{ff0d}' => plain.push('-'),
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => plain.push('\''),
            '\u{ff08}' => plain.push('('),
            '\u{ff09}' => plain.push(')'),
            '\u{ff0f}' => plain.push('/'),
            '\u{ff0e}' => plain.push('.'),
            '\u{ff0c}' | '\u{60c}' => plain.push(','),
            // Marks of direction, vowel points, the stretched line.
            '\u{200e}'
            | '\u{200f}'
            | '\u{2066}'..='\u{2069}'
            | '\u{61c}'
            | '\u{640}'
            | '\u{64b}'..='\u{652}'
            | '\u{feff}'
            | '\u{200b}' => (),
            _ if c.is_whitespace() => plain.push(' '),
            _ => plain.extend(c.to_lowercase()),
        }
    }
    let mut chars: Vec<char> = plain.chars().collect();
    for at in 1..chars.len() {
        // Between two dates; EDTF has it behind one, and some put it before what isn't exact.
        if chars[at] == '~' && chars.get(at + 1).is_some_and(|next| *next != '/') {
            chars[at] = '-';
        }
    }
    let mut tidy = String::with_capacity(plain.len());
    for (at, c) in chars.iter().enumerate() {
        if *c == ' ' {
            let before = tidy.chars().next_back();
            let after = chars[at..].iter().copied().find(|c| *c != ' ');
            let joins = |c: Option<char>| c.is_none_or(|c| c == '-' || c == ' ' || is_cjk(c));
            // The one between a word and a dash, or beside a sign that needs none.
            if joins(before) || joins(after) {
                continue;
            }
        }
        tidy.push(*c);
    }
    tidy
}

/// A date without the hour behind it, and whether there was one.
pub(super) fn without_hour(text: &str) -> (&str, bool) {
    let is_hour = |rest: &str| {
        let rest = rest.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.' || c == ' ');
        let digits = rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
        digits
            && rest.contains(':')
            && rest.bytes().all(|byte| byte.is_ascii_digit() || b":.+-".contains(&byte))
    };
    for (at, c) in text.char_indices().rev() {
        let rest = &text[at + c.len_utf8()..];
        let before = &text[..at];
        let ends_in_digit = before.bytes().last().is_some_and(|byte| byte.is_ascii_digit());
        if (c == ' ' || c == 't' && ends_in_digit || c == ',') && is_hour(rest.trim_start()) {
            return (before.trim_end_matches([' ', ',']), true);
        }
    }
    (text, false)
}

/// The number that a text begins with, in digits or in Chinese ones, and how long it is.
pub(super) fn numeral(text: &str) -> Option<(i32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, digits));
    }
    let value = |c: char| match c {
        '〇' | '零' | '○' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        '十' => Some(10),
        _ => None,
    };
    let signs: Vec<i32> = text.chars().map_while(value).take(9).collect();
    let length = text.chars().take(signs.len()).map(char::len_utf8).sum();
    let number = match signs.iter().position(|sign| *sign == 10) {
        _ if signs.is_empty() => return None,
        None => signs.iter().try_fold(0_i32, |number, sign| number.checked_mul(10)?.checked_add(*sign))?,
        Some(at) => {
            let (tens, ones) = (&signs[..at], &signs[at + 1..]);
            if tens.len() > 1 || ones.len() > 1 || ones.contains(&10) {
                return None;
            }
            tens.first().unwrap_or(&1) * 10 + ones.first().unwrap_or(&0)
        }
    };
    Some((number, length))
}

/// The Roman number that a text begins with, below forty, and how long it is.
pub(super) fn roman(text: &str) -> Option<(i32, usize)> {
    let length = text.bytes().take_while(|byte| b"ivx".contains(byte)).count();
    let written = &text[..length];
    let of = |number: i32| {
        let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        let (tens, one) =
            (usize::try_from(number / 10).unwrap_or(0), usize::try_from(number % 10).unwrap_or(0));
        "x".repeat(tens) + ones[one]
    };
    (1..40).find(|number| of(*number) == written).map(|number| (number, length))
}
