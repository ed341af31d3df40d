//! The sentences of problems.

use plan_widgets::Problem;
use plan_widgets_element::spec::{PHRASES, Say};

/// What a problem says is a phrase that the shell can translate, or quoted from the model.
///
/// # Panics
/// When it is neither.
pub fn has_a_translation(problem: &Problem) {
    for text in [&problem.expected, &problem.found] {
        let quoted = text.starts_with('"') || text.chars().all(|c| c.is_ascii_digit());
        let known = |phrase: &Say| {
            let (start, end) = phrase.en.split_once("{}").unwrap_or((phrase.en, ""));
            text.starts_with(start) && text.ends_with(end.rsplit("{}").next().unwrap_or(end))
        };
        assert!(quoted || PHRASES.iter().any(known), "{text}");
    }
}
