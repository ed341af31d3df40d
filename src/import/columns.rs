//! Which field a column is, by its name in any language.

use std::collections::HashMap;

use plan_widgets::{Lang, view::languages::BUILT_IN};
use serde_json::Value;

const NAMES: &str = include_str!("columns.json");

macro_rules! fields {
    ($($field:ident = $name:literal,)*) => {
        /// What a column may be.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field {
            $(#[doc = $name] $field,)*
        }

        impl Field {
            /// Every one.
            pub const ALL: &[Field] = &[$(Field::$field,)*];

            /// Its name, as `--map` takes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Field::$field => $name,)*
                }
            }
        }
    };
}

fields! {
    Title = "title",
    Start = "start",
    End = "end",
    Edtf = "edtf",
    TimeKind = "time kind",
    Display = "display",
    Summary = "summary",
    Topic = "topic",
    Period = "period",
    Media = "media",
    Credit = "credit",
    Caption = "caption",
    Alt = "alt",
    Link = "link",
    Id = "id",
    Kind = "kind",
    Term = "term",
    Note = "note",
    Names = "names",
    Stage = "stage",
    Year = "year",
    Month = "month",
    Day = "day",
    Hour = "hour",
    EndYear = "end year",
    EndMonth = "end month",
    EndDay = "end day",
    EndHour = "end hour",
    Value = "value",
    Units = "units",
    Series = "series",
    Aside = "aside",
}

impl Field {
    /// The one of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase().replace(['-', '_'], " ");
        Field::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// Whether its texts are in a language.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(
            self,
            Field::Title
                | Field::Display
                | Field::Summary
                | Field::Topic
                | Field::Period
                | Field::Credit
                | Field::Caption
                | Field::Alt
                | Field::Term
                | Field::Note
                | Field::Names
        )
    }
}

/// What a row is, by its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It has the plan's title.
    Title,
    /// It is a period.
    Era,
    /// It is an event.
    Event,
}

/// Names of columns in all languages.
pub struct Columns {
    /// Each name with its field and the languages that have it.
    names: HashMap<String, (Field, Vec<String>)>,
    /// Names of languages in all languages.
    languages: HashMap<String, String>,
    roles: HashMap<String, Role>,
    mapped: HashMap<String, Field>,
    /// The first name of each field in each language.
    first: HashMap<(String, Field), String>,
    /// Names with letters of other scripts written as those of Latin ones that look like them.
    seen: HashMap<String, String>,
}

impl Columns {
    /// With what `--map` says: names of columns as they are, each with its field.
    #[must_use]
    pub fn new(mapped: &[(String, Field)]) -> Self {
        let all: Value = serde_json::from_str(NAMES).unwrap_or_default();
        let (mut names, mut roles): (HashMap<String, (Field, Vec<String>)>, _) =
            (HashMap::new(), HashMap::new());
        let mut first = HashMap::new();
        for (tag, fields) in all.as_object().into_iter().flatten() {
            for (name, texts) in fields.as_object().into_iter().flatten() {
                if let (Some(field), Some(text)) = (Field::from_name(name), texts[0].as_str()) {
                    first.insert((tag.clone(), field), text.to_owned());
                }
                for text in texts.as_array().into_iter().flatten().filter_map(Value::as_str).map(folded) {
                    if tag == "roles" {
                        let role = match &**name {
                            "title" => Role::Title,
                            "era" => Role::Era,
                            _ => Role::Event,
                        };
                        roles.insert(text, role);
                    } else if let Some(field) = Field::from_name(name) {
                        names.entry(text).or_insert_with(|| (field, Vec::new())).1.push(tag.clone());
                    }
                }
            }
        }
        let mut languages = HashMap::new();
        for (lang, file) in BUILT_IN {
            let file: Value = serde_json::from_str(file).unwrap_or_default();
            for (tag, name) in file["languages"].as_object().into_iter().flatten() {
                languages.insert(folded(name.as_str().unwrap_or_default()), tag.clone());
            }
            languages.insert(folded(file["name"].as_str().unwrap_or_default()), lang.key().into());
        }
        let seen = names.keys().map(|name| (seen(name), name.clone())).collect();
        let mapped = mapped.iter().map(|(name, field)| (folded(name), *field)).collect();
        Columns { names, languages, roles, mapped, first, seen }
    }

    /// The known name that looks like this one, which is none: with letters of another script in it.
    #[must_use]
    pub fn like(&self, name: &str) -> Option<&str> {
        if self.field(name).is_some() {
            return None;
        }
        self.seen.get(&seen(&folded(name))).map(String::as_str)
    }

    /// The field of a column, and the language of its texts where its name says one.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<(Field, Option<String>)> {
        let plain = folded(name);
        if plain.is_empty() {
            return None;
        }
        let known = |name: &str| {
            let named = || self.names.get(name).map(|(field, _)| *field);
            self.mapped.get(name).copied().or_else(named).or_else(|| Field::from_name(name))
        };
        if let Some(field) = known(&plain) {
            return Some((field, None));
        }
        // `Title (fr)`, `title_en`, `title:zh`, `Titel [de]`.
        let name = name.trim();
        let (base, tag, spelt) = if let Some(inner) = name.strip_suffix([')', ']', '）']) {
            let (base, tag) = inner.rsplit_once(['(', '[', '（'])?;
            (base, tag, true)
        } else {
            let at = name.rfind([':', '_', '-', '.', '@'])?;
            // `zh-Hant` has a hyphen itself.
            let script = name[at + 1..].len() == 4 && name[at..].starts_with(['-', '_']);
            let at = if script { name[..at].rfind([':', '_', '-', '.', '@']).unwrap_or(at) } else { at };
            (&name[..at], &name[at + 1..], false)
        };
        let field = known(&folded(base)).filter(|field| field.is_text())?;
        let tag = tag.trim();
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let is_tag = primary.len() == 2 || spelt && primary.len() == 3;
        let lang = Lang::parse(&tag.replace('_', "-")).filter(|_| is_tag).map(|lang| canonical(lang.key()));
        Some((field, Some(lang.or_else(|| self.languages.get(&folded(tag)).cloned())?)))
    }

    /// The name of a field in a language, or else in English, with a capital.
    #[must_use]
    pub fn name(&self, field: Field, lang: &Lang) -> String {
        let tags: Vec<Lang> = BUILT_IN.iter().map(|(lang, _)| lang.clone()).collect();
        let tag = Lang::best(lang.tag(), &tags).map_or("en", Lang::key);
        let of = |tag: &str| self.first.get(&(tag.to_owned(), field));
        let name = of(tag).or_else(|| of("en")).map_or(field.name(), String::as_str);
        let mut letters = name.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }

    /// The languages that have a name for a column.
    pub fn languages(&self, name: &str) -> impl Iterator<Item = &str> {
        self.names.get(&folded(name)).into_iter().flat_map(|(_, tags)| tags).map(String::as_str)
    }

    /// What a row of this kind is.
    #[must_use]
    pub fn role(&self, kind: &str) -> Option<Role> {
        self.roles.get(&folded(kind)).copied()
    }
}

/// A tag with the capitals that tags have.
fn canonical(tag: &str) -> String {
    let parts = tag.split('-').enumerate().map(|(at, part)| match (at, part.len()) {
        (0, _) => part.to_lowercase(),
        (_, 4) => part[..1].to_uppercase() + &part[1..].to_lowercase(),
        (_, 2) => part.to_uppercase(),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("-")
}

/// Small letters of Cyrillic and Greek in the order of the Latin ones that they look like, in small letters or capitals.
const ALIKE: [(&str, char); 22] = [
    ("аα", 'a'),
    ("вβ", 'b'),
    ("сϲ", 'c'),
    ("ԁ", 'd'),
    ("еε", 'e'),
    ("ɡ", 'g'),
    ("һнη", 'h'),
    ("іι", 'i'),
    ("јϳ", 'j'),
    ("кκ", 'k'),
    ("ӏ", 'l'),
    ("мμ", 'm'),
    ("пν", 'n'),
    ("оο", 'o'),
    ("рρ", 'p'),
    ("ԛ", 'q'),
    ("ѕ", 's'),
    ("тτ", 't'),
    ("ѵ", 'v'),
    ("хχ", 'x'),
    ("уυ", 'y'),
    ("ζ", 'z'),
];

/// A folded name as it looks.
fn seen(name: &str) -> String {
    let letter = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c).to_ascii_lowercase(),
        c if c.is_ascii() => c,
        c => ALIKE.iter().find(|(letters, _)| letters.contains(c)).map_or(c, |(_, latin)| *latin),
    };
    name.chars().map(letter).collect()
}

/// Characters that nobody sees: marks of byte order, of direction, and of where a word may be cut.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
}

/// A name as names are compared: small letters, without marks at its ends, with single spaces.
#[must_use]
pub fn folded(name: &str) -> String {
    let plain = name
        .replace(is_unseen, "")
        .replace(['_', '-', '\u{a0}', '\u{3000}', '\n', '\r'], " ")
        .replace('\u{2019}', "'")
        .to_lowercase();
    let plain = plain.trim_matches(|c: char| c.is_whitespace() || [':', '：', '*', '.', '#'].contains(&c));
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
