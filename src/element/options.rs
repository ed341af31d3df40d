//! From attributes, which are text, to what the components take. What isn't valid is reported and left out.

use crate::spec::{self, Kind};
use plan_widgets::{
    model::{Lang, Problem, nearest, one_of},
    ui::{ColorScheme, Layout, Variant},
    view::{
        facets::Value,
        glossary::{Lexicon, Sorting},
        goals::{self, Deck, Grouping, Order},
        timeline::{self, Chronology},
    },
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
    /// `goal`, known to the plan.
    pub goal: Option<String>,
    /// `project`, known to the plan.
    pub project: Option<String>,
    /// `topic`, `stage`, `period` and `article`, or of goals `topic`, `stage`, `article`, `chapter`, `department` and
    /// `kind`: what the plan knows of them.
    pub facets: Vec<String>,
    /// `group`.
    pub group: Grouping,
    /// `sort` of goals.
    pub sort: Order,
    /// `sort` of a glossary.
    pub sorting: Sorting,
    /// `variant`.
    pub variant: Option<Variant>,
    /// `show`: departments.
    pub departments: bool,
    /// `layout`.
    pub layout: Layout,
    /// `heading-level`.
    pub heading_level: Option<u8>,
    /// `color-scheme`.
    pub color_scheme: Option<ColorScheme>,
}

/// Whose attributes are read: in a module for pages, those of its widgets.
const GLOSSARY: bool = cfg!(any(not(feature = "mount"), feature = "glossary"));
const GOALS: bool = cfg!(any(not(feature = "mount"), feature = "goals"));
const TIMELINE: bool = cfg!(any(not(feature = "mount"), feature = "timeline"));

/// What attributes may name.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// What its lexicon has.
    Lexicon(&'a Lexicon),
    /// What its course has.
    Course(&'a Chronology),
    /// What its goals have.
    Deck(&'a Deck),
}

impl<'a> Known<'a> {
    /// The facets, and for each its values.
    fn facets(self) -> (&'static [&'static str], &'a [Vec<Value>]) {
        match self {
            Known::Lexicon(_) => (&[], &[]),
            Known::Course(course) => (&timeline::FACETS, &course.facets),
            Known::Deck(deck) => (&goals::FACETS, &deck.facets),
        }
    }

    /// The language that it is told in, and all that there are.
    fn languages(self) -> (Lang, &'a [Lang]) {
        match self {
            Known::Lexicon(lexicon) => (lexicon.lang, &lexicon.languages),
            Known::Course(course) => (course.lang, &course.languages),
            Known::Deck(deck) => (deck.lang, &deck.languages),
        }
    }

    /// What an attribute of this kind may name.
    fn ids(self, name: &str, kind: Kind) -> Vec<&'a str> {
        match (self, kind) {
            (_, Kind::Language) => self.languages().1.iter().map(|lang| lang.key()).collect(),
            (_, Kind::Facet) => {
                let (names, values) = self.facets();
                let values =
                    names.iter().position(|known| *known == name).and_then(|place| values.get(place));
                values.into_iter().flatten().map(|value| &*value.id).collect()
            }
            (Known::Lexicon(lexicon), Kind::Term) => lexicon.entries.iter().map(|entry| &*entry.id).collect(),
            (Known::Course(course), Kind::Item) => course.items.iter().map(|item| &*item.id).collect(),
            (Known::Deck(deck), Kind::Goal) if GOALS => deck.cards.iter().map(|card| &*card.id).collect(),
            (Known::Deck(deck), Kind::Project) if GOALS => {
                deck.cards.iter().flat_map(|card| &card.projects).map(|work| &*work.id).collect()
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
    let (names, _) = known.facets();
    let mut check = |name: &'static str, kind: Kind| {
        let value = get(name)?;
        let known = known.ids(name, kind);
        if kind == Kind::Facet {
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
            Kind::Term | Kind::Item | Kind::Goal | Kind::Project => known.contains(&&*value),
            _ => true,
        };
        if valid {
            return Some(value);
        }
        let known = if let Kind::Choice(names) = kind { names.to_vec() } else { known };
        refused.push(Refused { name, value, known });
        None
    };
    // Its name and kind are taken here, for with the attribute itself its docs would go into the module.
    macro_rules! check {
        ($attribute:ident) => {
            check(const { spec::$attribute.name }, const { spec::$attribute.kind })
        };
    }
    check!(LANG);
    let mut options = Options {
        lang: known.languages().0,
        query: check!(QUERY).unwrap_or_default(),
        term: if GLOSSARY { check!(TERM) } else { None },
        item: if TIMELINE { check!(ITEM) } else { None },
        facets: names.iter().map(|name| check(name, Kind::Facet).unwrap_or_default()).collect(),
        layout: if TIMELINE { check!(LAYOUT) } else { None }
            .and_then(|name| Layout::ALL.into_iter().find(|layout| layout.name() == name))
            .unwrap_or_default(),
        heading_level: check!(HEADING_LEVEL).and_then(|level| whole(&level)),
        color_scheme: check!(COLOR_SCHEME)
            .and_then(|name| ColorScheme::ALL.into_iter().find(|scheme| scheme.name() == name)),
        ..Options::default()
    };
    if GLOSSARY && matches!(known, Known::Lexicon(_)) {
        let sorting = check!(GLOSSARY_SORT)
            .and_then(|name| Sorting::ALL.iter().copied().find(|sort| sort.name() == name));
        options.sorting = sorting.unwrap_or_default();
    } else if GOALS {
        options.goal = check!(GOAL);
        options.project = check!(PROJECT);
        let group =
            check!(GROUP).and_then(|name| Grouping::ALL.iter().copied().find(|group| group.name() == name));
        options.group = group.unwrap_or_default();
        let sort = check!(SORT).and_then(|name| Order::ALL.iter().copied().find(|sort| sort.name() == name));
        options.sort = sort.unwrap_or_default();
        options.variant = check!(CARD_VARIANT)
            .and_then(|name| Variant::ALL.into_iter().find(|variant| variant.name() == name));
        options.departments = check!(SHOW).is_some();
    }
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
    let kinds = kinds!(
        LANG FOR FIRST SKIP TERM ITEM GOAL PROJECT TOPIC STAGE PERIOD ARTICLE CHAPTER DEPARTMENT KIND LAYOUT GROUP SORT
        CARD_VARIANT SHOW HEADING_LEVEL COLOR_SCHEME
    );
    let kind = kinds.into_iter().find(|(known, _)| *known == name).map_or(Kind::Text, |(_, kind)| kind);
    let expected = match kind {
        Kind::Whole(low, high) => {
            ["a whole number from ", &low.to_string(), " to ", &high.to_string()].concat()
        }
        Kind::Term => "the id of a term".into(),
        Kind::Element => "the id of an element of the page".into(),
        Kind::Selector => "a CSS selector".into(),
        Kind::Item => "the id of an item".into(),
        Kind::Goal => "the id of a goal".into(),
        Kind::Project => "the id of a project".into(),
        Kind::Facet if known.len() <= FEW => ["any of ", &known.join(", "), ", parted by spaces"].concat(),
        Kind::Facet => ["ids of ", name, ", parted by spaces"].concat(),
        _ => one_of(known),
    };
    Problem {
        pointer: name.into(),
        found: if value.is_empty() { "nothing".into() } else { ["\"", value, "\""].concat() },
        expected,
        nearest: nearest(value, known).map(Into::into),
    }
}

/// So many values are named to whoever has none of them.
const FEW: usize = 10;

fn whole(value: &str) -> Option<u8> {
    value.trim_ascii().parse::<usize>().ok()?.try_into().ok()
}
