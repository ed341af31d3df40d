//! A language that nobody speaks: English with every letter replaced, so that a word which isn't from its file is seen, and
//! longer, so that boxes are too small for what is too long.

use plan_widgets::{Lang, view::languages::BUILT_IN};
use serde_json::{Value, json};

/// Its file: in accented Latin letters, or in Hebrew ones.
#[must_use]
pub fn file(tag: &str, rtl: bool) -> Value {
    let english = BUILT_IN.iter().find(|(lang, _)| *lang == Lang::EN).map_or("", |(_, file)| file);
    let mut file: Value = serde_json::from_str(english).unwrap_or_default();
    for (section, value) in file.as_object_mut().into_iter().flatten() {
        if !["tag", "direction", "cldr", "numbers"].contains(&section.as_str()) {
            replace(value, rtl);
        }
    }
    file["tag"] = json!(tag);
    file["direction"] = json!(if rtl { "rtl" } else { "ltr" });
    file
}

fn replace(value: &mut Value, rtl: bool) {
    match value {
        Value::String(text) => *text = longer(text, rtl),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, rtl)),
        Value::Object(values) => values.values_mut().for_each(|value| replace(value, rtl)),
        _ => (),
    }
}

/// The text with its letters replaced, but for the names of holes, and the vowels of longer ones doubled.
fn longer(text: &str, rtl: bool) -> String {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let (mut made, mut in_hole) = (String::new(), false);
    for c in text.chars() {
        in_hole = c == '{' || in_hole && c != '}';
        if in_hole || !c.is_ascii_alphabetic() {
            made.push(c);
            continue;
        }
        let letter = letter(c, rtl);
        made.push(letter);
        if letters > 3 && "aeiou".contains(c) {
            made.push(letter);
        }
    }
    made
}

fn letter(c: char, rtl: bool) -> char {
    let place = c.to_ascii_lowercase() as usize - 'a' as usize;
    if rtl {
        return char::from_u32('א' as u32 + (place % 27) as u32).unwrap_or(c);
    }
    let letters = if c.is_ascii_lowercase() {
        "áƀćđéƒǵħíĵķĺɱńóƥɋŕśŧúṽẃẋýž"
    } else {
        "ÁɃĆĐÉƑǴĦÍĴĶĹṀŃÓƤɊŔŚŦÚṼẂẊÝŽ"
    };
    letters.chars().nth(place).unwrap_or(c)
}
