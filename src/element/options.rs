//! From attributes, which are text, to what the components take. What isn't valid is reported and left out.

use crate::spec::{self, Kind};
use plan_widgets::{
    model::Lang,
    ui::{ColorScheme, Layout, Variant},
    view::{
        facets::Value,
        glossary::{GlossarySort, GlossaryView},
        goals::{self, DeckView, GoalGroup, GoalSort},
        timeline::{self, TimelineView},
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
    pub group: GoalGroup,
    /// `sort` of goals.
    pub sort: GoalSort,
    /// `sort` of a glossary.
    pub sorting: GlossarySort,
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
    GlossaryView(&'a GlossaryView),
    /// What its course has.
    Course(&'a TimelineView),
    /// What its goals have.
    DeckView(&'a DeckView),
}

impl<'a> Known<'a> {
    /// The facets, and for each its values.
    fn facets(self) -> (&'static [&'static str], &'a [Vec<Value>]) {
        match self {
            Known::GlossaryView(_) => (&[], &[]),
            Known::Course(course) => (&timeline::FACETS, &course.facets),
            Known::DeckView(deck) => (&goals::FACETS, &deck.facets),
        }
    }

    /// The language that it is told in, and all that there are.
    fn languages(self) -> (Lang, &'a [Lang]) {
        match self {
            Known::GlossaryView(lexicon) => (lexicon.lang, &lexicon.languages),
            Known::Course(course) => (course.lang, &course.languages),
            Known::DeckView(deck) => (deck.lang, &deck.languages),
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
            (Known::GlossaryView(lexicon), Kind::Term) => {
                lexicon.entries.iter().map(|entry| &*entry.id).collect()
            }
            (Known::Course(course), Kind::Item) => course.items.iter().map(|item| &*item.id).collect(),
            (Known::DeckView(deck), Kind::Goal) if GOALS => deck.cards.iter().map(|card| &*card.id).collect(),
            (Known::DeckView(deck), Kind::Project) if GOALS => {
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
    if GLOSSARY && matches!(known, Known::GlossaryView(_)) {
        let sorting = check!(GLOSSARY_SORT)
            .and_then(|name| GlossarySort::ALL.iter().copied().find(|sort| sort.name() == name));
        options.sorting = sorting.unwrap_or_default();
    } else if GOALS {
        options.goal = check!(GOAL);
        options.project = check!(PROJECT);
        let group =
            check!(GROUP).and_then(|name| GoalGroup::ALL.iter().copied().find(|group| group.name() == name));
        options.group = group.unwrap_or_default();
        let sort =
            check!(SORT).and_then(|name| GoalSort::ALL.iter().copied().find(|sort| sort.name() == name));
        options.sort = sort.unwrap_or_default();
        options.variant = check!(CARD_VARIANT)
            .and_then(|name| Variant::ALL.into_iter().find(|variant| variant.name() == name));
        options.departments = check!(SHOW).is_some();
    }
    (options, refused)
}

fn whole(value: &str) -> Option<u8> {
    value.trim_ascii().parse::<usize>().ok()?.try_into().ok()
}
