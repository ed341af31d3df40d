//! What a plan says: figures, projects, goals, events, terms. Each is defined once, with what it must have, what it
//! may, and what no widget shows yet.

use super::{
    Article, Chapter, Cite, Code, Collected, Department, Id, Lang, Names, Node, Number, Period, Place,
    Principle, Reading, Ref, Referred, Text, Time, Topic, Url, Value, Wording, choice, is_same_language,
    record,
};

record! {
    /// A quantity that the plan states.
    Figure {
        /// Unique among figures.
        id: Id,
        /// As the plan words it, with unit and comparator.
        text: Text,
        /// The number, in `unit`.
        value: Number,
        /// What it counts in.
        unit: Text,
        /// What it measures, in our words.
        measure: Text,
        /// What sort of statement it is.
        kind: FigureKind,
    } optional {
        /// How the quantity compares with the number; left out where it is the number.
        comparator: Option<Comparator>,
        /// The period that it belongs to.
        period: Option<Ref<Period>>,
        /// A time of its own, where the plan gives one.
        time: Option<Time>,
        /// The figure that this one is a share, a part or a property of: they are shown together.
        of: Option<Ref<Figure>>,
        /// Where it stands.
        cite: Option<Cite>,
    }
}

choice! {
    /// What sort of statement a figure is.
    FigureKind {
        /// What was achieved.
        Result = "result",
        /// What is expected to be achieved.
        Forecast = "forecast",
        /// What is to be achieved.
        Target = "target",
        /// How large something is, or is to be.
        Scale = "scale",
        /// A rank in an order.
        Rank = "rank",
        /// How many things are named or meant: shown small.
        Count = "count",
    }
}

choice! {
    /// How a quantity compares with the number given.
    Comparator {
        /// More than it.
        Over = ">",
        /// It or more.
        AtLeast = ">=",
        /// It or less.
        AtMost = "<=",
        /// Less than it.
        Under = "<",
        /// About it.
        About = "~",
    }
}

record! {
    /// A named project, facility, zone, platform or programme.
    Project {
        /// Unique among projects.
        id: Id,
        /// Its exact name.
        name: Text,
        /// Its subject.
        topic: Ref<Topic>,
    } optional {
        /// What it is, and what the plan says of it beyond its stages, in our words.
        note: Option<Text>,
        /// The passages that the note rests on, beside those of its mentions.
        cites: Vec<Cite>,
        /// Where it is, as the plan's own words say.
        places: Vec<Location>,
        /// Where the plan speaks of it, in the plan's order.
        mentions: Vec<Mention>,
    }
}

record! {
    /// That something is at a place.
    Location {
        /// The place.
        place: Ref<Place>,
    } optional {
        /// Where the plan says so.
        cite: Option<Cite>,
    }
}

record! {
    /// What the plan says of a project in one place.
    Mention {
        /// How far it is, or is to come.
        stage: Stage,
        /// The verb that shows it.
        verb: Wording,
    } optional {
        /// How much of it is to be finished, where the plan says so.
        degree: Option<Degree>,
        /// Which step on the way is meant, where it isn't the work itself that begins or ends.
        milestone: Option<Milestone>,
        /// What is to be done or reached, in our words, where the project's name doesn't say it.
        object: Option<Text>,
        /// The period spoken of.
        period: Option<Ref<Period>>,
        /// A time of its own, where the plan gives one.
        time: Option<Time>,
        /// Where it stands.
        cite: Option<Cite>,
    }
}

choice! {
    /// How far a project is, or is to come.
    Stage {
        /// Done before the plan's period.
        Achieved = "achieved",
        /// To be finished in the period.
        Complete = "complete",
        /// To be begun, or brought into being, in the period.
        Start = "start",
        /// Carried forward; neither its start nor its end is stated.
        Accelerate = "accelerate",
        /// Striven for; others decide.
        Strive = "strive",
        /// To be studied or planned.
        Plan = "plan",
        /// Supported, relied on or named: no work on it is promised.
        Support = "support",
    }
}

choice! {
    /// How much of something is to be finished.
    Degree {
        /// Its main parts.
        Basic = "basic",
        /// All of it.
        Full = "full",
    }
}

choice! {
    /// A step that is no beginning or end of work.
    Milestone {
        /// Those who decide have approved it.
        Approval = "approval",
        /// It is open, or in use.
        Opening = "opening",
    }
}

record! {
    /// What the plan sets out to reach.
    Goal {
        /// Unique among goals.
        id: Id,
        /// What the plan calls for.
        kind: GoalKind,
        /// Its exact wording.
        title: Text,
    } optional {
        /// Where it stands.
        cite: Option<Cite>,
        /// What it means, in our words; left out where the article's summary says it.
        summary: Option<Text>,
        /// Its subjects, the main one first.
        topics: Vec<Ref<Topic>>,
        /// By when, where the plan says so: there may be two.
        horizons: Vec<Time>,
        /// What is to be done for it.
        measures: Vec<Measure>,
        /// The projects that serve it.
        projects: Vec<Ref<Project>>,
        /// The quantities that belong to it.
        figures: Vec<Ref<Figure>>,
        /// The plan's terms that it is put in.
        terms: Vec<Ref<Term>>,
        /// Who usually looks after it, first the one most concerned.
        departments: Vec<Ref<Department>>,
    }
}

choice! {
    /// Where in the plan's order a goal stands.
    GoalKind {
        /// What an article sets out to do.
        Article = "article",
        /// The aim that the plan's objectives serve together.
        Overall = "overall",
        /// One of the plan's main objectives.
        Objective = "objective",
        /// A point of the long-range vision.
        Vision = "vision",
    }
}

record! {
    /// A thing to be done for a goal.
    Measure {
        /// What is to be done, in the plan's words.
        text: Text,
    } optional {
        /// Where it stands.
        cite: Option<Cite>,
    }
}

record! {
    /// What goes on a timeline. About one goal, project or figure alone, it may leave out what is said there.
    Event {
        /// Unique among events.
        id: Id,
        /// What sort of event it is.
        kind: EventKind,
    } optional {
        /// What it is called; left out, it is called as what it is about.
        title: Option<Text>,
        /// The period in which it is.
        period: Option<Ref<Period>>,
        /// When it is, where the plan says more than the period.
        time: Option<Time>,
        /// How far its project is, or is to come.
        stage: Option<Stage>,
        /// More about it.
        summary: Option<Text>,
        /// Its subjects, the main one first.
        topics: Vec<Ref<Topic>>,
        /// The goals that it is about.
        goals: Vec<Ref<Goal>>,
        /// The projects that it is about.
        projects: Vec<Ref<Project>>,
        /// The quantities that it is about.
        figures: Vec<Ref<Figure>>,
        /// The terms that it is about.
        terms: Vec<Ref<Term>>,
        /// Where it is, beside where its projects are.
        places: Vec<Location>,
        /// Pictures, and links to films and pages.
        media: Vec<Media>,
        /// Where the plan speaks of it.
        cite: Option<Cite>,
        /// How its title is pronounced in Chinese, for search: what `reading` has as `zh`.
        pinyin: Box<str>,
        /// How its title is pronounced, for search, by language: in Japanese in kana; in Chinese in pinyin, syllables
        /// separated by spaces, tone marks or not.
        reading: Reading,
    } check event_has_a_title
}

/// What an event is about, where that is one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A goal.
    Goal(&'a Ref<Goal>),
    /// A project.
    Project(&'a Ref<Project>),
    /// A quantity.
    Figure(&'a Ref<Figure>),
}

impl Event {
    /// The one goal, project or figure that it is about.
    #[must_use]
    pub fn subject(&self) -> Option<Subject<'_>> {
        match (&self.goals[..], &self.projects[..], &self.figures[..]) {
            ([goal], [], []) => Some(Subject::Goal(goal)),
            ([], [project], []) => Some(Subject::Project(project)),
            ([], [], [figure]) => Some(Subject::Figure(figure)),
            _ => None,
        }
    }
}

fn event_has_a_title<V: Value>(event: &Event, node: &Node<V>) {
    if event.title.is_none() && event.subject().is_none() {
        node.expected(Code::Title, &[]);
    }
}

choice! {
    /// What sort of event it is.
    EventKind {
        /// Anything that happens.
        Event = "event",
        /// A step of a plan.
        Milestone = "milestone",
        /// The plan was adopted.
        Adoption = "adoption",
        /// A period as a whole.
        Period = "period",
        /// Something was done.
        Achievement = "achievement",
        /// Something was expected to be done.
        Forecast = "forecast",
        /// Something was under way before the plan's period.
        UnderWay = "under-way",
        /// Something is to be finished.
        Completion = "completion",
        /// Something is to be begun.
        Start = "start",
        /// An objective for the period.
        Objective = "objective",
        /// A point of the long-range vision.
        Vision = "vision",
    }
}

record! {
    /// A picture, or a link to a film or a page.
    Media {
        /// Which of them.
        kind: MediaKind,
        /// Its URL; a relative one is resolved against the plan's own, or the page's where the plan is given as an
        /// object.
        src: Url,
        /// What is to be seen, for those who don't see it.
        alt: Text,
    } optional {
        /// What stands below it.
        caption: Option<Text>,
        /// Who made it.
        credit: Option<Text>,
        /// In pixels; with the height it reserves the space.
        width: Option<usize>,
        /// In pixels.
        height: Option<usize>,
    }
}

choice! {
    /// What a medium is.
    MediaKind {
        /// A picture, shown.
        Image = "image",
        /// A film, linked to; a page plays it on request where its URL is that of a file (`.mp4`, `.webm`) or of a film of
        /// YouTube, Vimeo or Bilibili.
        Video = "video",
        /// A page, linked to.
        Page = "page",
    }
}

record! {
    /// A term of the plan's glossary.
    Term {
        /// Unique among terms.
        id: Id,
        /// The term.
        name: Text,
        /// An editor's explanation, in our words.
        note: Text,
        /// What the term stands for, part by part, in the plan's words.
        components: Vec<Component>,
    } optional {
        /// Where the plan explains it.
        cite: Option<Cite>,
        /// How it is pronounced in Chinese: what `reading` has as `zh`.
        pinyin: Box<str>,
        /// How it is pronounced, by language, which decides its place and its letter in the order of that language: in
        /// Japanese in kana; in Chinese in pinyin, syllables with tone marks, separated by spaces. Searches find it by that.
        reading: Reading,
        /// The same syllables without tone marks.
        toneless: Box<str>,
        /// The first letter of each syllable.
        initials: Box<str>,
        /// Where the plan uses it, outside its glossary.
        occurrences: Vec<Cite>,
        /// What else it is called in texts: short and other names, and inflected forms. They are found in texts and by
        /// searches, up to 200 characters of each, and shown only where a search finds one.
        names: Names,
    }
}

record! {
    /// One of the things that a term sums up.
    Component {
        /// What it is.
        text: Text,
    } optional {
        /// The plan's own keyword for it, where it has one.
        label: Option<Text>,
        /// Where the plan says so.
        cite: Option<Cite>,
        /// The projects that are it.
        projects: Vec<Ref<Project>>,
    }
}

/// What has a reading, of which `pinyin` is the older name for Chinese.
macro_rules! spoken {
    ($($record:ident)+) => {
        $(impl $record {
            /// How it is pronounced in a language, where that is given.
            #[must_use]
            pub fn spoken(&self, lang: &str) -> &str {
                spoken(&self.reading, &self.pinyin, lang)
            }
        })+
    };
}

spoken! { Event Term }

#[inline(never)] // for both
fn spoken<'a>(reading: &'a Reading, pinyin: &'a str, lang: &str) -> &'a str {
    let given = reading.get(lang);
    if given.is_empty() && is_same_language(lang, Lang::ZH.key()) { pinyin } else { given }
}

/// Says under which name in the model a record's items stand, and what a reference to one has to be where there are
/// any.
macro_rules! collected {
    ($($record:ident = $collection:literal $(, $reference:ident)?;)*) => {
        $(impl Collected for $record {
            const COLLECTION: &'static str = $collection;

            fn id(&self) -> &str {
                &self.id
            }
        }

        $(impl Referred for $record {
            const REFERENCE: Code = Code::$reference;
        })?)*
    };
}

collected! {
    Topic = "topics", TopicId;
    Department = "departments", DepartmentId;
    Place = "places", PlaceId;
    Period = "periods", PeriodId;
    Chapter = "parts", PartId;
    Article = "articles";
    Principle = "principles";
    Figure = "figures", FigureId;
    Project = "projects", ProjectId;
    Goal = "goals", GoalId;
    Event = "events";
    Term = "terms", TermId;
}
