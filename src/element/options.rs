//! From attributes, which are text, to what the components take. What isn't valid is reported and left out.

use crate::{
    element::spec::{self, Kind},
    model::{Lang, Plan, Problem, nearest, one_of},
    ui::{ColorScheme, Layout},
    view::timeline::{Chronology, FACETS},
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
    /// `item`, known to the plan.
    pub item: Option<String>,
    /// `topic`, `stage`, `period` and `article`: what the plan knows of them.
    pub facets: [String; FACETS.len()],
    /// `layout`.
    pub layout: Layout,
    /// `heading-level`.
    pub heading_level: Option<u8>,
    /// `color-scheme`.
    pub color_scheme: Option<ColorScheme>,
}

/// What attributes may name.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// What a plan has.
    Plan(&'a Plan),
    /// What its course has.
    Course(&'a Chronology),
}

impl<'a> Known<'a> {
    fn languages(self) -> Vec<Lang> {
        match self {
            Known::Plan(plan) => plan.languages.clone(),
            Known::Course(course) => vec![course.lang],
        }
    }

    fn ids(self, kind: Kind) -> Vec<&'a str> {
        match (self, kind) {
            (Known::Plan(plan), Kind::Term) => plan.terms.iter().map(|term| &*term.id).collect(),
            (Known::Course(course), Kind::Item) => course.items.iter().map(|item| &*item.id).collect(),
            (Known::Course(course), Kind::Facet(facet)) => {
                course.facets.get(facet).into_iter().flatten().map(|value| &*value.id).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Reads attributes by name, for what the plan has. Always gives options; the problems name each value left out.
pub fn read(known: Known, get: &dyn Fn(&str) -> Option<String>) -> (Options, Vec<Problem>) {
    let mut problems = Vec::new();
    let languages = known.languages();
    let mut check = |name: &'static str, kind: Kind| {
        let value = get(name)?;
        let (value, problem) = checked(name, kind, value, known, &languages);
        problems.extend(problem);
        value
    };
    // Its name and kind are taken here, for with the attribute itself its docs would go into the module.
    macro_rules! check {
        ($attribute:ident) => {
            check(const { spec::$attribute.name }, const { spec::$attribute.kind })
        };
    }
    let options = Options {
        lang: check!(LANG)
            .and_then(|tag| Lang::from_tag(&tag))
            .or_else(|| languages.first().copied())
            .unwrap_or_default(),
        query: check!(QUERY).unwrap_or_default(),
        term: check!(TERM),
        item: check!(ITEM),
        facets: [check!(TOPIC), check!(STAGE), check!(PERIOD), check!(ARTICLE)]
            .map(Option::unwrap_or_default),
        layout: check!(LAYOUT)
            .and_then(|name| Layout::ALL.into_iter().find(|layout| layout.name() == name))
            .unwrap_or_default(),
        heading_level: check!(HEADING_LEVEL).and_then(|level| whole(&level)),
        color_scheme: check!(COLOR_SCHEME)
            .and_then(|name| ColorScheme::ALL.into_iter().find(|scheme| scheme.name() == name)),
    };
    (options, problems)
}

/// A value, or what of it is valid, and the problem with the rest.
fn checked(
    name: &'static str,
    kind: Kind,
    value: String,
    known: Known,
    languages: &[Lang],
) -> (Option<String>, Option<Problem>) {
    let ids = known.ids(kind);
    let (expected, names): (String, Vec<&str>) = match kind {
        Kind::Text | Kind::Url => return (Some(value), None),
        Kind::Whole(low, high) => match whole(&value) {
            Some(number) if (low..=high).contains(&number) => return (Some(value), None),
            _ => (["a whole number from ", &low.to_string(), " to ", &high.to_string()].concat(), Vec::new()),
        },
        Kind::Choice(names) if names.contains(&&*value) => return (Some(value), None),
        Kind::Choice(names) => (one_of(names), names.to_vec()),
        Kind::Language => match Lang::from_tag(&value) {
            Some(lang) if languages.contains(&lang) => return (Some(value), None),
            _ => {
                let keys: Vec<_> = languages.iter().map(|lang| lang.key()).collect();
                (one_of(&keys), keys)
            }
        },
        Kind::Term | Kind::Item if ids.contains(&&*value) => return (Some(value), None),
        Kind::Term => ("the id of a term".into(), ids),
        Kind::Item => ("the id of an event".into(), ids),
        Kind::Facet(_) => {
            let mut valid = String::new();
            let mut wrong = None;
            for id in value.split_ascii_whitespace() {
                if !ids.contains(&id) {
                    wrong = Some(id);
                    continue;
                }
                if !valid.is_empty() {
                    valid.push(' ');
                }
                valid.push_str(id);
            }
            let expected = ["ids of ", name, ", parted by spaces"].concat();
            let problem = wrong.map(|id| problem(name, id, expected, &ids));
            return (Some(valid), problem);
        }
    };
    (None, Some(problem(name, &value, expected, &names)))
}

fn problem(name: &'static str, found: &str, expected: String, names: &[&str]) -> Problem {
    Problem {
        pointer: name.into(),
        found: ["\"", found, "\""].concat(),
        expected,
        nearest: nearest(found, names).map(Into::into),
    }
}

fn whole(value: &str) -> Option<u8> {
    value.trim_ascii().parse::<usize>().ok()?.try_into().ok()
}
