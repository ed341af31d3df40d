//! Every word of the widgets that is not the plan's, in each language.
//!
//! A language is a value of [`Words`]: a word without its translation does not compile.

use crate::model::Lang;

/// The interface's words in one language. `{}` in a sentence is a place for [`fill`].
pub struct Words {
    /// Heading of the glossary.
    pub glossary: &'static str,
    /// Label of the search box.
    pub search: &'static str,
    /// What the search box takes, shown in it while empty.
    pub search_hint: &'static str,
    /// Button that empties the search box.
    pub clear: &'static str,
    /// How many terms there are: a number.
    pub terms: &'static str,
    /// How many terms are found, and how many there are: two numbers.
    pub found: &'static str,
    /// Nothing is found: the query.
    pub none: &'static str,
    /// Label of the list of what a term stands for: the term.
    pub stands_for: &'static str,
    /// Place of an entry in the plan's own glossary: a number.
    pub entry: &'static str,
    /// The plan has no terms.
    pub empty: &'static str,
}

const ZH: Words = Words {
    glossary: "名词解释",
    search: "搜索词条",
    search_hint: "词语、拼音或首字母",
    clear: "清除搜索",
    terms: "共 {} 条",
    found: "找到 {} 条，共 {} 条",
    none: "没有与“{}”相符的词条。",
    stands_for: "“{}”所指",
    entry: "名词解释第 {} 条",
    empty: "这份规划没有名词解释。",
};

const EN: Words = Words {
    glossary: "Glossary",
    search: "Search the terms",
    search_hint: "Word, pinyin or initials",
    clear: "Clear the search",
    terms: "Terms: {}",
    found: "Terms found: {} of {}",
    none: "No term matches “{}”.",
    stands_for: "What “{}” stands for",
    entry: "Entry {} of the plan’s glossary",
    empty: "This plan explains no terms.",
};

/// The words of `lang`.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// `sentence` with its places filled in order.
///
/// `format!` would do, and would bring the whole of `core::fmt` into the browser's module.
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut filled = String::new();
    for c in sentence.chars() {
        match c {
            '{' => filled.push_str(values.next().unwrap_or(&"")),
            '}' => (),
            _ => filled.push(c),
        }
    }
    filled
}
