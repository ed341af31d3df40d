//! From attributes, which are text, to what the components take. What isn't valid is reported and left out.

use crate::{
    element::spec::{self, Kind},
    model::{Lang, Plan, Problem, nearest, one_of},
    ui::ColorScheme,
};

/// The attributes of an element, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The language shown, one of the plan's.
    pub lang: Lang,
    /// `query`.
    pub query: String,
    /// `term`, known to the plan.
    pub term: Option<String>,
    /// `heading-level`.
    pub heading_level: Option<u8>,
    /// `color-scheme`.
    pub color_scheme: Option<ColorScheme>,
}

/// Reads attributes by name, for `plan`. Always gives options; the problems name each value left out.
pub fn read(plan: &Plan, get: impl Fn(&str) -> Option<String>) -> (Options, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut check = |name: &str, kind: Kind| {
        let value = get(name)?;
        match problem(name, kind, &value, plan) {
            None => Some(value),
            Some(problem) => {
                problems.push(problem);
                None
            }
        }
    };
    let options = Options {
        lang: check(spec::LANG.name, spec::LANG.kind)
            .and_then(|tag| Lang::from_tag(&tag))
            .or_else(|| plan.languages.first().copied())
            .unwrap_or_default(),
        query: check(spec::QUERY.name, spec::QUERY.kind).unwrap_or_default(),
        term: check(spec::TERM.name, spec::TERM.kind),
        heading_level: check(spec::HEADING_LEVEL.name, spec::HEADING_LEVEL.kind)
            .and_then(|level| whole(&level)),
        color_scheme: check(spec::COLOR_SCHEME.name, spec::COLOR_SCHEME.kind)
            .and_then(|name| ColorScheme::ALL.into_iter().find(|scheme| scheme.name() == name)),
    };
    (options, problems)
}

fn problem(name: &str, kind: Kind, value: &str, plan: &Plan) -> Option<Problem> {
    let (expected, names): (String, Vec<&str>) = match kind {
        Kind::Text | Kind::Url => return None,
        Kind::Whole(low, high) => match whole(value) {
            Some(number) if (low..=high).contains(&number) => return None,
            _ => (["a whole number from ", &low.to_string(), " to ", &high.to_string()].concat(), Vec::new()),
        },
        Kind::Choice(names) if names.contains(&value) => return None,
        Kind::Choice(names) => (one_of(names), names.to_vec()),
        Kind::Language => match Lang::from_tag(value) {
            Some(lang) if plan.languages.contains(&lang) => return None,
            _ => {
                let keys: Vec<_> = plan.languages.iter().map(|lang| lang.key()).collect();
                (one_of(&keys), keys)
            }
        },
        Kind::Term if plan.terms.iter().any(|term| &*term.id == value) => return None,
        Kind::Term => ("the id of a term".into(), plan.terms.iter().map(|term| &*term.id).collect()),
    };
    Some(Problem {
        pointer: name.into(),
        found: ["\"", value, "\""].concat(),
        expected,
        nearest: nearest(value, &names).map(Into::into),
    })
}

fn whole(value: &str) -> Option<u8> {
    value.trim_ascii().parse::<usize>().ok()?.try_into().ok()
}
