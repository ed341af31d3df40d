//! The overview: a whole plan in one picture, its projects by field and stage, and what else it has: principles, horizons,
//! parts and articles.

mod build;

use std::{mem::take, ops::Range};

use super::{
    facets::Value,
    filter::{Filter as _, filter},
    json,
};
use crate::model::{Lang, Stage, TopicId, carried};
use crate::view::words::OverviewWords;

filter! {
    /// What an overview is filtered by. [`OverviewView::facets`] has the order of these lists. An id that the plan doesn't
    /// have matches nothing, and nothing is searched for.
    OverviewFilter {
        /// Brings out the projects of these topics.
        topics: TopicId = "topic",
        /// Brings out the projects in these stages.
        stages: Stage = "stage",
    }
}

/// The index of the topics among the facets.
pub const TOPIC: usize = 0;

/// The index of the stages among the facets.
pub const STAGE: usize = 1;

carried! {
    /// The view model of an overview: what a plan has, counted, in one language.
    ///
    /// Made of a plan once ([`OverviewView::of`]), as a [`TimelineView`](super::timeline::TimelineView) is.
    OverviewView {
        /// The plan's id.
        plan: Box<str>,
        /// The language of every text.
        lang: Lang,
        /// The plan's languages, first the one that quotes stand in: its own, or this one where it is the same in another
        /// script.
        languages: Vec<Lang>,
        /// What is to be said of the language that is shown: that a program made its texts.
        note: Box<str>,
        /// How it is written: `ltr`, `rtl`, or `auto` where nothing is known of the language.
        direction: Box<str>,
        /// The words around it: the list of [`OverviewWords`].
        words: Vec<String>,
        /// The plan's full title.
        title: Box<str>,
        /// What readers should know of this presentation.
        notice: Box<str>,
        /// Who issued the plan.
        issuer: Box<str>,
        /// When it was adopted.
        adopted: Box<str>,
        /// The period that it plans.
        period: Box<str>,
        /// The time that it looks ahead to.
        vision: Box<str>,
        /// For each facet of [`OverviewFilter`] its values: all topics, and the stages that projects stand under.
        facets: Vec<Vec<Value>>,
        /// For each of these values the widgets that can be filtered by it: [`ON_TIMELINE`], [`IN_DECK`], their sum.
        shown: Vec<Vec<usize>>,
        /// The projects, a mark each: by topic, then by stage, then as in the plan.
        items: Vec<Mark>,
        /// How many goals there are.
        goals: usize,
        /// The principles, in the plan's words.
        principles: Vec<Section>,
        /// The times by when goals are to be reached, the earliest first, each with its goals; last how many have none.
        horizons: Vec<Section>,
        /// The parts of the plan, each with its articles and other passages that set goals or name projects; last, without a
        /// name, what is in no part.
        chapters: Vec<Section>,
    }

    /// A project: a mark of the picture.
    Mark {
        /// Its id.
        id: Box<str>,
        /// Its exact name.
        name: Box<str>,
        /// The index of its topic among the facet's values.
        topic: usize,
        /// The index of the stage that it stands under; one more than the last where the plan states none.
        stage: usize,
        /// The indices of the other stages that the plan states of it elsewhere.
        also: Vec<usize>,
        /// The item of the timeline that shows it, where there is one.
        item: Box<str>,
        /// How many goals it serves.
        goals: usize,
        /// How far it is to come, how much of it, and what is to be reached.
        label: Box<str>,
        /// The plan's verb that shows the stage, in the plan's own language.
        verb: Box<str>,
        /// When.
        when: Box<str>,
        /// Where the plan says so.
        cite: Box<str>,
    }

    /// A part of the plan or one of its passages, a time by when goals are to be reached or one of these goals, a principle.
    Section {
        /// Which it is: `Part 3`, `Article 7`, `by 2035`. Empty for what has none of these.
        name: Box<str>,
        /// Its exact title, where it has one.
        title: Box<str>,
        /// How many goals it has.
        goals: usize,
        /// How many projects it names.
        projects: usize,
        /// What is in it.
        within: Vec<Section>,
    }
}

carried! {
    /// What an overview needs once a project is selected.
    Later {
        /// Of each mark, by its index.
        items: Vec<LaterMark>,
    }

    /// What a mark needs then: see [`Mark`].
    LaterMark {
        /// How far it is to come.
        label: Box<str>,
        /// The plan's verb that shows the stage.
        verb: Box<str>,
        /// When.
        when: Box<str>,
        /// Where the plan says so.
        cite: Box<str>,
    }
}

/// Among [`OverviewView::shown`]: items of the timeline have this value.
pub const ON_TIMELINE: usize = 1;

/// The same of goals.
pub const IN_DECK: usize = 2;

/// What the keyboard reaches in the picture: the head of a column or a row, or a mark, each by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The head of a column.
    Stage(usize),
    /// The head of a row.
    Topic(usize),
    /// A project.
    Mark(usize),
}

/// Which way the keyboard goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the column before.
    Back,
    /// To the next column.
    On,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the head of the row, or to the first column.
    Start,
    /// To the last mark of the row, or to the last column.
    End,
}

crate::view::view!(
    OverviewView,
    OverviewWords,
    fn json_in_two(&self) -> [String; 2] {
        let mut first = self.clone();
        let later = |mark: &mut Mark| LaterMark {
            label: take(&mut mark.label),
            verb: take(&mut mark.verb),
            when: take(&mut mark.when),
            cite: take(&mut mark.cite),
        };
        let later = Later { items: first.items.iter_mut().map(later).collect() };
        let needed = later.items.iter().any(|mark| *mark != LaterMark::default());
        [first.json(), if needed { json(&later) } else { String::new() }]
    }
);

impl OverviewView {
    /// The values of a facet.
    #[must_use]
    pub fn values(&self, facet: usize) -> &[Value] {
        self.facets.get(facet).map(|values| &values[..]).unwrap_or_default()
    }

    /// How many columns there are: one more than stages, where the plan states none of a project.
    #[must_use]
    pub fn columns(&self) -> usize {
        let stages = self.values(STAGE).len();
        stages + usize::from(self.items.iter().any(|mark| mark.stage == stages))
    }

    /// The indices of the projects of a topic.
    #[must_use]
    pub fn row(&self, topic: usize) -> Range<usize> {
        self.start(topic, 0)..self.start(topic + 1, 0)
    }

    /// The indices of the projects of a topic that stand under a stage.
    #[must_use]
    pub fn cell(&self, topic: usize, stage: usize) -> Range<usize> {
        self.start(topic, stage)..self.start(topic, stage + 1)
    }

    /// How many projects stand under a stage.
    #[must_use]
    pub fn column(&self, stage: usize) -> usize {
        self.items.iter().filter(|mark| mark.stage == stage).count()
    }

    /// Whether a filter brings out the projects of a topic in a stage.
    #[must_use]
    pub fn is_found(&self, filter: &OverviewFilter, topic: usize, stage: usize) -> bool {
        [topic, stage].iter().zip(filter.selected()).enumerate().all(|(facet, (index, selected))| {
            let id = self.values(facet).get(*index).map(|value| &*value.id);
            selected.is_empty() || id.is_some_and(|id| selected.contains(&id))
        })
    }

    /// The indices of the projects that a filter brings out.
    #[must_use]
    pub fn shown(&self, filter: &OverviewFilter) -> Vec<usize> {
        let found = |index: &usize| {
            self.items.get(*index).is_some_and(|mark| self.is_found(filter, mark.topic, mark.stage))
        };
        (0..self.items.len()).filter(found).collect()
    }

    /// How many projects a filter brings out.
    #[must_use]
    pub fn found(&self, filter: &OverviewFilter) -> usize {
        self.items.iter().filter(|mark| self.is_found(filter, mark.topic, mark.stage)).count()
    }

    /// The number that a spot has among all.
    #[must_use]
    pub fn number(&self, spot: Spot) -> usize {
        let (stages, topics) = (self.values(STAGE).len(), self.values(TOPIC).len());
        match spot {
            Spot::Stage(stage) => stage,
            Spot::Topic(topic) => stages + topic,
            Spot::Mark(mark) => stages + topics + mark,
        }
    }

    /// The spot with a number.
    #[must_use]
    pub fn spot(&self, number: usize) -> Spot {
        let (stages, topics) = (self.values(STAGE).len(), self.values(TOPIC).len());
        match number.checked_sub(stages) {
            None => Spot::Stage(number),
            Some(topic) => topic.checked_sub(topics).map_or(Spot::Topic(topic), Spot::Mark),
        }
    }

    /// Where the keyboard comes to from a spot: along the row, or along the column to the next row that has a mark there. At
    /// an edge it stays.
    #[must_use]
    pub fn go(&self, from: Spot, way: Way) -> Spot {
        let (stages, topics) = (self.values(STAGE).len(), self.values(TOPIC).len());
        match (from, way) {
            (Spot::Stage(stage), Way::Back) => Spot::Stage(stage.saturating_sub(1)),
            (Spot::Stage(stage), Way::On) if stage + 1 < stages => Spot::Stage(stage + 1),
            (Spot::Stage(_), Way::Start) => Spot::Stage(0),
            (Spot::Stage(_), Way::End) => Spot::Stage(stages.saturating_sub(1)),
            (Spot::Stage(stage), Way::Down) => self.along(0..topics, stage, 0).unwrap_or(from),
            (Spot::Topic(topic), Way::Up) => match topic.checked_sub(1) {
                Some(above) => Spot::Topic(above),
                None if stages > 0 => Spot::Stage(0),
                None => from,
            },
            (Spot::Topic(topic), Way::Down) if topic + 1 < topics => Spot::Topic(topic + 1),
            (Spot::Topic(topic), Way::On) => self.row(topic).map(Spot::Mark).next().unwrap_or(from),
            (Spot::Topic(topic), Way::End) => self.row(topic).map(Spot::Mark).next_back().unwrap_or(from),
            (Spot::Mark(at), _) => match self.items.get(at) {
                Some(mark) => self.go_on(at, mark, way),
                None => from,
            },
            _ => from,
        }
    }

    fn go_on(&self, at: usize, mark: &Mark, way: Way) -> Spot {
        let row = self.row(mark.topic);
        let within = at - self.cell(mark.topic, mark.stage).start;
        let topics = self.values(TOPIC).len();
        match way {
            Way::Back if at > row.start => Spot::Mark(at - 1),
            Way::Back | Way::Start => Spot::Topic(mark.topic),
            Way::On => Spot::Mark(at + usize::from(at + 1 < row.end)),
            Way::End => Spot::Mark(row.end.saturating_sub(1)),
            Way::Down => self.along(mark.topic + 1..topics, mark.stage, within).unwrap_or(Spot::Mark(at)),
            Way::Up => match self.along((0..mark.topic).rev(), mark.stage, within) {
                Some(spot) => spot,
                None if mark.stage < self.values(STAGE).len() => Spot::Stage(mark.stage),
                None => Spot::Mark(at),
            },
        }
    }

    /// The first of some rows that has marks under a stage: the one `within` its cell, or the last there.
    fn along(&self, rows: impl Iterator<Item = usize>, stage: usize, within: usize) -> Option<Spot> {
        let mut cells = rows.map(|topic| self.cell(topic, stage));
        let cell = cells.find(|cell| !cell.is_empty())?;
        Some(Spot::Mark((cell.start + within).min(cell.end - 1)))
    }

    /// The index of the first mark from a cell on.
    fn start(&self, topic: usize, stage: usize) -> usize {
        self.items.partition_point(|mark| (mark.topic, mark.stage) < (topic, stage))
    }
}
