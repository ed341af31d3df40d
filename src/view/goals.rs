//! Goals: what a plan sets out to reach, with what it says of the way there, a card each.

mod build;
mod text;

use std::{
    iter::once,
    mem::{replace, take},
};

use super::{
    facets::{Value, ranked},
    filter::{Faceted, filter},
    json, picked,
    search::Searched,
    terms::Term,
};
use crate::model::{
    ArticleId, ChapterId, DepartmentId, GoalId, GoalKind, Lang, PlaceId, Stage, Status, TopicId, carried,
    choice,
};
use crate::view::words::{GoalWords, ProgressWords};

filter! {
    /// What goals are filtered by. [`DeckView::facets`] and [`Card::facets`] have the order of these lists. An id that the plan
    /// doesn't have matches nothing.
    GoalFilter {
        /// Shows goals of one of these topics.
        topics: TopicId = "topic",
        /// Shows goals with a project in one of these stages.
        stages: Stage = "stage",
        /// Shows goals that one of these articles sets.
        articles: ArticleId = "article",
        /// Shows goals of one of these parts of the plan.
        chapters: ChapterId = "chapter",
        /// Shows goals of one of these departments, which are inferred.
        departments: DepartmentId = "department",
        /// Shows goals of one of these kinds.
        kinds: GoalKind = "kind",
        /// Shows goals with a project at one of these places; `unplaced` stands for projects that the plan puts at none.
        places: PlaceId = "place",
        /// Shows goals of one of these statuses, where the page reports progress by which there are any.
        statuses: Status = "status",
    }
}

/// The index of the topics among the facets.
pub const TOPIC: usize = 0;

/// The index of the stages among the facets.
pub const STAGE: usize = 1;

/// The index of the passages among the facets.
pub const ARTICLE: usize = 2;

/// The index of the parts among the facets.
pub const CHAPTER: usize = 3;

/// The index of the departments among the facets.
pub const DEPARTMENT: usize = 4;

/// The index of the kinds among the facets.
pub const KIND: usize = 5;

/// The index of the statuses among the facets: only with progress there are any.
pub const STATUS: usize = 7;

carried! {
    /// The view model of goals: a plan's in one language, worded, in the plan's order, and what they can be filtered
    /// by.
    ///
    /// Made of a plan once ([`DeckView::of`]), as a [`TimelineView`](super::timeline::TimelineView) is.
    DeckView {
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
        /// The words around it: the list of [`GoalWords`].
        words: Vec<String>,
        /// The plan's short title.
        title: Box<str>,
        /// What readers should know of this presentation.
        notice: Box<str>,
        /// For each facet of [`GoalFilter`] the values that occur.
        facets: Vec<Vec<Value>>,
        /// The goals.
        cards: Vec<Card>,
        /// The terms that goals are put in.
        terms: Vec<Term>,
        /// What a page reports of progress, beyond each card.
        account: Account,
    }

    /// What a page reports of progress, beyond each card.
    Account {
        /// The words around it: the list of [`ProgressWords`]. Empty where nothing is reported.
        words: Vec<String>,
        /// Where numbers come from that say nothing else.
        source: Box<str>,
        /// Where they can be looked up.
        url: Box<str>,
        /// How they are found.
        method: Box<str>,
        /// How many goals there are data of, and no status, where there is any status.
        unjudged: Box<str>,
        /// What is reported of nothing that a card shows.
        unbound: Vec<Standing>,
    }

    /// A goal.
    Card {
        /// Its id.
        id: Box<str>,
        /// What the plan calls for.
        title: Box<str>,
        /// By when, for each time that the plan states: its words, and the time where the words don't say it.
        horizons: Vec<Box<str>>,
        /// What it means.
        summary: Box<str>,
        /// For each facet of [`GoalFilter`] the indices of its values, the main one first.
        facets: Vec<Vec<usize>>,
        /// What is to be done for it.
        measures: Vec<Box<str>>,
        /// The projects that serve it, by stage.
        projects: Vec<Work>,
        /// How many of them are in each of its stages, in the order of its stages among its facets.
        counts: Vec<usize>,
        /// What a page reports of its progress: of the plan itself nothing.
        progress: Vec<Standing>,
        /// By which rule it has its status, and of what or from whom.
        judged: Box<str>,
        /// Its rank by each of [`COLUMNS`] from the third on, from 1; 0 where it has none.
        ranks: Vec<usize>,
        /// The quantities that belong to it.
        figures: Vec<Quantity>,
        /// Indices of its terms in [`DeckView::terms`].
        terms: Vec<usize>,
        /// That the plan gives no number for its own time, where it gives none.
        unmeasured: Box<str>,
        /// How many measures it has, how many quantities that are to come, and how many of all times: known before these are
        /// there. Then its rank by the time by when it is to be reached at last, from 1.
        sizes: Vec<usize>,
    }

    /// A project, as the plan speaks of it for a goal.
    Work {
        /// Its id.
        id: Box<str>,
        /// Its exact name.
        name: Box<str>,
        /// The index of its stage among those of the deck.
        stage: usize,
        /// What is to be done or reached, where its name doesn't say it.
        object: Box<str>,
        /// The plan's verb that shows the stage, in the plan's own language.
        verb: Box<str>,
        /// When.
        when: Box<str>,
        /// Where the plan says so, if not where it sets the goal.
        cite: Box<str>,
        /// The item of the timeline that shows it, where there is one.
        item: Box<str>,
    }

    /// How far something is, as a page reports it.
    Standing {
        /// What is measured, where that isn't the goal.
        what: Box<str>,
        /// The number, with its unit.
        value: Box<str>,
        /// The time that it holds for, as a sentence goes on with it.
        when: Box<str>,
        /// The same alone.
        date: Box<str>,
        /// Where it began, with unit and time.
        from: Box<str>,
        /// Where it is to lead, with unit and time.
        to: Box<str>,
        /// How much of the way is done, in hundredths, where both are known.
        share: Option<usize>,
        /// When newer numbers were to come, where that has been.
        old: Box<str>,
        /// When newer numbers are to come.
        due: Box<str>,
        /// Its status, as an index among those of the deck, where one was computed.
        status: Option<usize>,
        /// Why it can't be compared.
        reason: Box<str>,
        /// Its series as a line.
        course: Option<Course>,
        /// The values of its series, by time.
        values: Vec<Dated>,
        /// Where the number comes from.
        source: Box<str>,
        /// Where it can be looked up.
        url: Box<str>,
        /// How it is found.
        method: Box<str>,
    }

    /// A series as a line, in a box of [`Course::WIDTH`] and [`Course::HEIGHT`].
    Course {
        /// What is drawn: in the syntax of SVG's paths.
        lines: Vec<Line>,
        /// When the line begins, and when it ends.
        ends: Vec<Box<str>>,
    }

    /// A part of a line.
    Line {
        /// What it is: `target`, `actual`, `forecast`, `baseline` or `latest`.
        kind: Box<str>,
        /// Its path.
        path: Box<str>,
    }

    /// A value of a series.
    Dated {
        /// The time that it holds for.
        when: Box<str>,
        /// The number, with its unit.
        value: Box<str>,
        /// What has to be said of it: that it is expected or revised, that the method is another.
        remark: Box<str>,
    }

    /// A quantity.
    Quantity {
        /// Its id.
        id: Box<str>,
        /// As the plan words it, with unit and comparator.
        text: Box<str>,
        /// What it measures.
        measure: Box<str>,
        /// What sort of statement it is.
        kind: Box<str>,
        /// When.
        when: Box<str>,
        /// Where the plan says so, if not where it sets the goal.
        cite: Box<str>,
        /// Whether it is what was reached, not what is to come.
        past: usize,
        /// Whether it only says how many things are named.
        small: usize,
        /// The quantities that are its shares, parts or properties.
        with: Vec<Quantity>,
    }
}

carried! {
    /// What goals need once a card opens or is searched for.
    Later {
        /// Of each card of the deck, by its index.
        cards: Vec<LaterCard>,
        /// The terms that goals are put in.
        terms: Vec<Term>,
    }

    /// What a card needs then: see [`Card`].
    LaterCard {
        /// What is to be done for it.
        measures: Vec<Box<str>>,
        /// The projects that serve it. Until then there are their ids and stages.
        projects: Vec<Work>,
        /// The quantities that belong to it. Until then there are [`MOST_FIGURES`] of those that are to come.
        figures: Vec<Quantity>,
        /// Indices of its terms in [`DeckView::terms`].
        terms: Vec<usize>,
    }
}

/// So many figures are shown on a closed card: more would make it another card than its neighbours.
pub const MOST_FIGURES: usize = 2;

choice! {
    /// What goals are put under.
    GoalGroup {
        /// Nothing: one list.
        None = "none",
        /// Their main topics.
        Topic = "topic",
        /// The parts of the plan.
        Chapter = "chapter",
    }
}

choice! {
    /// How goals are shown, where the page reports progress; else as cards.
    GoalLayout {
        /// A card each.
        Cards = "cards",
        /// Rows of a table.
        Table = "table",
    }
}

choice! {
    /// How goals follow one another.
    GoalSort {
        /// As in the plan.
        Plan = "plan",
        /// Those with the most projects first.
        Projects = "projects",
        /// Those with the most figures first.
        Figures = "figures",
    }
}

crate::view::view!(
    DeckView,
    GoalWords,
    fn json_in_two(&self) -> [String; 2] {
        let mut first = self.clone();
        let later =
            Later { cards: first.cards.iter_mut().map(Card::split).collect(), terms: take(&mut first.terms) };
        let needed = later.cards.iter().any(|card| *card != LaterCard::default());
        [first.json(), if needed { json(&later) } else { String::new() }]
    }
);

impl DeckView {
    /// The indices of these goals, in their order; of none all.
    #[must_use]
    pub fn picked(&self, goals: &[GoalId]) -> Vec<usize> {
        picked(goals, self.cards.iter().map(|card| &*card.id).collect())
    }

    /// The cards with the indices `items`, in order and in groups: for each group the index of its topic or its part,
    /// none for cards without one, and the indices of its cards.
    #[must_use]
    pub fn grouped(
        &self,
        items: &[usize],
        grouping: GoalGroup,
        order: GoalSort,
    ) -> Vec<(Option<usize>, Vec<usize>)> {
        let items = ranked(items, &|item| match (order, self.cards.get(item)) {
            (GoalSort::Projects, Some(card)) => usize::MAX - card.counts.iter().sum::<usize>(),
            (GoalSort::Figures, Some(card)) => usize::MAX - card.size(FIGURES),
            _ => 0,
        });
        let facet = match grouping {
            GoalGroup::None => return vec![(None, items)],
            GoalGroup::Topic => TOPIC,
            GoalGroup::Chapter => CHAPTER,
        };
        let values = self.values(facet).len();
        // In the order of the plan; those without a heading come last.
        let mut groups: Vec<(Option<usize>, Vec<usize>)> =
            (0..values).map(Some).chain([None]).map(|value| (value, Vec::new())).collect();
        for item in items {
            let value = self.cards.get(item).and_then(|card| card.facets.get(facet)?.first().copied());
            if let Some(group) = groups.get_mut(value.unwrap_or(values)) {
                group.1.push(item);
            }
        }
        groups.retain(|group| !group.1.is_empty());
        groups
    }

    /// The number of different projects of `items` in each stage, by the stage's index, and in all: some have several stages.
    #[must_use]
    pub fn projects(&self, items: &[usize]) -> (Vec<usize>, usize) {
        let cards = items.iter().filter_map(|item| self.cards.get(*item));
        let mut works: Vec<(&str, usize)> =
            cards.flat_map(|card| &card.projects).map(|work| (&*work.id, work.stage)).collect();
        works.sort_unstable();
        works.dedup();
        let mut counts = vec![0; self.values(STAGE).len()];
        let (mut all, mut before) = (0, None);
        for (id, stage) in works {
            if let Some(count) = counts.get_mut(stage) {
                *count += 1;
            }
            all += usize::from(before != Some(id));
            before = Some(id);
        }
        (counts, all)
    }

    /// The words around progress; none where nothing is reported.
    #[must_use]
    pub fn reported(&self) -> ProgressWords<'_> {
        ProgressWords(&self.account.words)
    }

    /// Sorts the cards with the indices `items` by one of [`COLUMNS`], those without a rank there last.
    pub fn sort_by_column(&self, items: &mut Vec<usize>, column: usize, down: bool) {
        // As they are they stand in the order of the plan, or in that of the page.
        if column == 0 {
            if down {
                items.reverse();
            }
            return;
        }
        *items = ranked(items, &|item| {
            let rank = self.cards.get(item).map_or(0, |card| match column {
                1 => card.size(HORIZON),
                _ => card.ranks.get(column - 2).copied().unwrap_or_default(),
            });
            match rank {
                0 => usize::MAX,
                rank if down => usize::MAX - rank,
                rank => rank,
            }
        });
    }

    /// The values of a facet.
    #[must_use]
    pub fn values(&self, facet: usize) -> &[Value] {
        self.facets.get(facet).map(|values| &values[..]).unwrap_or_default()
    }

    /// The names of a card's values of a facet.
    pub fn names<'a>(&'a self, card: &'a Card, facet: usize) -> impl Iterator<Item = &'a str> {
        let indices = card.facets.get(facet).into_iter().flatten();
        indices.filter_map(move |index| self.values(facet).get(*index)).map(|value| &*value.name)
    }
}

/// The index of the number of measures in [`Card::sizes`].
pub const MEASURES: usize = 0;

/// The index of the number of quantities that are to come.
pub const AHEAD: usize = 1;

/// The index of the number of all quantities.
pub const FIGURES: usize = 2;

/// The index of the rank by time.
pub const HORIZON: usize = 3;

/// How many columns a table of goals has: goal, time, latest value, target, status, time of the value, source.
pub const COLUMNS: usize = 7;

impl Course {
    /// How wide the box of its lines is.
    pub const WIDTH: usize = 1000;

    /// How high it is.
    pub const HEIGHT: usize = 240;
}

impl Card {
    /// How many measures or quantities it has: one of its sizes.
    #[must_use]
    pub fn size(&self, index: usize) -> usize {
        self.sizes.get(index).copied().unwrap_or_default()
    }

    /// Whether all that it shows when it is open is there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        (self.measures.len(), self.figures.len()) == (self.size(MEASURES), self.size(FIGURES))
            && self.projects.iter().all(|work| !work.name.is_empty())
    }

    /// All its quantities, each before those that it is shown with.
    pub fn quantities(&self) -> impl Iterator<Item = &Quantity> {
        self.figures.iter().flat_map(|figure| once(figure).chain(&figure.with))
    }

    /// Takes out what it needs once it opens.
    fn split(&mut self) -> LaterCard {
        let bare = self.projects.iter().map(|work| Work {
            id: work.id.clone(),
            stage: work.stage,
            ..Work::default()
        });
        let bare = bare.collect();
        let ahead =
            self.figures.iter().filter(|figure| figure.past == 0).take(MOST_FIGURES).cloned().collect();
        LaterCard {
            measures: take(&mut self.measures),
            projects: replace(&mut self.projects, bare),
            figures: replace(&mut self.figures, ahead),
            terms: take(&mut self.terms),
        }
    }

    /// Whether a project serves it.
    #[must_use]
    pub fn has_project(&self, id: Option<&str>) -> bool {
        self.projects.iter().any(|work| Some(&*work.id) == id)
    }
}

impl Faceted for Card {
    fn facets(&self) -> &[Vec<usize>] {
        &self.facets
    }
}

impl Searched for Card {
    fn texts(&self, add: &mut dyn FnMut(&str)) {
        add(&self.title);
        add(&self.summary);
        for measure in &self.measures {
            add(measure);
        }
        for project in &self.projects {
            add(&project.name);
            add(&project.object);
        }
        for figure in self.quantities() {
            add(&figure.text);
            add(&figure.measure);
        }
    }
}
