//! Choosing tests by words: libtest_mimic knows one of them, ours may have several.

use libtest_mimic::Arguments;

/// The program's arguments, and the words among them.
#[must_use]
pub fn arguments() -> (Arguments, Vec<String>) {
    let (flags, words): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with('-'));
    (Arguments::from_iter(std::env::args().take(1).chain(flags)), words)
}

/// Whether a test's name has all of these words in it.
#[must_use]
pub fn fit(words: &[String], name: &str) -> bool {
    words.iter().all(|word| name.contains(word.as_str()))
}
