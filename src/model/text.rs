//! Languages, texts given in them, and the nearest name to a mistyped one.

/// A language that the widgets speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order of the model's fields.
    pub const ALL: [Lang; 2] = [Lang::Zh, Lang::En];

    /// The key of this language in the model: `zh` or `en`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Lang::Zh => "zh",
            Lang::En => "en",
        }
    }

    /// The BCP 47 tag for a `lang` attribute.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag, by its primary subtag: `zh-CN`, `zh-Hans` and `ZH` are Chinese.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let (primary, rest) = tag.split_at_checked(2)?;
        let known = Lang::ALL.into_iter().find(|lang| primary.eq_ignore_ascii_case(lang.key()));
        known.filter(|_| rest.is_empty() || rest.starts_with('-'))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.key().serialize(serializer)
    }
}

/// A text in each of the plan's languages; empty in a language that the plan doesn't list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// In Simplified Chinese.
    pub zh: Box<str>,
    /// In English.
    pub en: Box<str>,
}

impl Text {
    /// The text in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
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
    candidates
        .iter()
        .filter(|candidate| candidate.chars().nth(longest).is_none())
        .map(|candidate| (distance(&found, candidate), candidate))
        .filter(|(distance, _)| *distance <= furthest)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| *candidate)
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
