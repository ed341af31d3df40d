//! The wordings of problems.

use plan_widgets::{
    Lang, Problem,
    model::{Code, Phrase},
};

/// Whether a phrase is quoted from the model, or a word of no language, and so the same in all of them.
fn is_in_no_language(code: Code) -> bool {
    matches!(code, Code::Quoted | Code::Literal | Code::Json)
}

/// The names of a wording's holes, in order.
#[must_use]
pub fn holes(wording: &str) -> Vec<&str> {
    let mut holes: Vec<_> =
        wording.split('{').skip(1).filter_map(|after| Some(after.split_once('}')?.0)).collect();
    holes.sort_unstable();
    holes
}

/// A problem can be worded in every language: its phrases have as many parameters as holes, and say something else in
/// Chinese than in English, unless they are quoted.
///
/// # Panics
/// When that isn't so.
pub fn is_worded(problem: &Problem) {
    for phrase in [&problem.expected, &problem.found] {
        let Phrase { code, parameters } = phrase;
        for lang in [Lang::ZH, Lang::EN] {
            let wanted = match &holes(code.wordings().get(&lang))[..] {
                ["list"] => parameters.len(),
                holes => holes.len(),
            };
            assert_eq!(parameters.len(), wanted, "{phrase:?} in {lang:?}");
        }
        let [zh, en] = [Lang::ZH, Lang::EN].map(|lang| phrase.text(&lang));
        let is_alike = is_in_no_language(*code) || *code == Code::List && parameters.len() < 2;
        assert_eq!(zh == en, is_alike, "{phrase:?}: {zh}");
    }
    let [zh, en] = [Lang::ZH, Lang::EN].map(|lang| problem.text(&lang));
    assert_ne!(zh, en);
    assert_eq!(en, problem.to_string());
}
