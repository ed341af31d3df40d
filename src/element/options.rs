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
    /// What an attribute of this kind may name.
    fn ids(self, kind: Kind) -> Vec<&'a str> {
        match (self, kind) {
            (Known::Plan(plan), Kind::Language) => plan.languages.iter().map(|lang| lang.key()).collect(),
            (Known::Course(course), Kind::Language) => vec![course.lang.key()],
            (Known::Plan(plan), Kind::Term) => plan.terms.iter().map(|term| &*term.id).collect(),
            (Known::Course(course), Kind::Item) => course.items.iter().map(|item| &*item.id).collect(),
            (Known::Course(course), Kind::Facet(facet)) => {
                course.facets.get(facet).into_iter().flatten().map(|value| &*value.id).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A value that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused<'a> {
    /// The attribute's name.
    pub name: &'static str,
    /// Its value; of a list the last one that doesn't belong there.
    pub value: String,
    /// What it may name of the plan.
    pub known: Vec<&'a str>,
}

/// Reads attributes by name, for what the plan has. Always gives options, and each value left out.
pub fn read<'a>(known: Known<'a>, get: &dyn Fn(&str) -> Option<String>) -> (Options, Vec<Refused<'a>>) {
    let mut refused = Vec::new();
    let languages = known.ids(Kind::Language);
    let mut check = |name: &'static str, kind: Kind| {
        let value = get(name)?;
        let known = known.ids(kind);
        if let Kind::Facet(_) = kind {
            let (valid, wrong): (Vec<_>, Vec<_>) =
                value.split_ascii_whitespace().partition(|id| known.contains(id));
            if let Some(value) = wrong.last() {
                refused.push(Refused { name, value: (*value).into(), known });
            }
            return Some(valid.join(" "));
        }
        let valid = match kind {
            Kind::Whole(low, high) => whole(&value).is_some_and(|number| (low..=high).contains(&number)),
            Kind::Choice(names) => names.contains(&&*value),
            Kind::Language => Lang::from_tag(&value).is_some_and(|lang| known.contains(&lang.key())),
            Kind::Term | Kind::Item => known.contains(&&*value),
            _ => true,
        };
        if valid {
            return Some(value);
        }
        refused.push(Refused { name, value, known });
        None
    };
    // Its name and kind are taken here, for with the attribute itself its docs would go into the module.
    macro_rules! check {
        ($attribute:ident) => {
            check(const { spec::$attribute.name }, const { spec::$attribute.kind })
        };
    }
    let options = Options {
        lang: check!(LANG)
            .as_deref()
            .or(languages.first().copied())
            .and_then(Lang::from_tag)
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
    (options, refused)
}

/// What is wrong with a value that [`read`] left out. Said by the checker: few pages ever need the words.
#[must_use]
pub fn explain(name: &str, value: &str, known: &[&str]) -> Problem {
    macro_rules! kinds {
        ($($attribute:ident)*) => {
            const { [$((spec::$attribute.name, spec::$attribute.kind)),*] }
        };
    }
    let kinds = kinds!(LANG TERM ITEM TOPIC STAGE PERIOD ARTICLE LAYOUT HEADING_LEVEL COLOR_SCHEME);
    let kind = kinds.into_iter().find(|(known, _)| *known == name).map_or(Kind::Text, |(_, kind)| kind);
    let names = if let Kind::Choice(names) = kind { names } else { known };
    let expected = match kind {
        Kind::Whole(low, high) => {
            ["a whole number from ", &low.to_string(), " to ", &high.to_string()].concat()
        }
        Kind::Term => "the id of a term".into(),
        Kind::Item => "the id of an event".into(),
        Kind::Facet(_) => ["ids of ", name, ", parted by spaces"].concat(),
        _ => one_of(names),
    };
    Problem {
        pointer: name.into(),
        found: ["\"", value, "\""].concat(),
        expected,
        nearest: nearest(value, names).map(Into::into),
    }
}

fn whole(value: &str) -> Option<u8> {
    value.trim_ascii().parse::<usize>().ok()?.try_into().ok()
}
