//! Building the view model of goals from a plan.

use super::{ARTICLE, Account, Card, DeckView, Quantity, STAGE, Work};
use crate::{
    model::{
        Basis, Cite, Figure, FigureKind, Goal, GoalKind, Lang, Mention, Period, Plan, Project, Ref, Time,
    },
    view::{
        facets::{
            Ids, RankKey, Value, add, drop_unused, number_of, places, ranks, reorder, sort, stages, value,
            whereabouts,
        },
        terms::Term,
        words::{Language, PlanWords, fill},
    },
};

impl DeckView {
    /// The view model of `plan` in `lang`, which must be one of its languages, with the words of `language`.
    #[must_use]
    pub fn with(plan: &Plan, lang: &Lang, language: &Language) -> DeckView {
        Builder {
            plan,
            lang: lang.key(),
            language,
            words: language.plan(),
            items: items(plan),
            explained: Ids::default(),
            cited: Ids::default(),
        }
        .build(lang)
    }
}

/// A plan and what its view model is built with.
struct Builder<'a> {
    plan: &'a Plan,
    lang: &'a str,
    language: &'a Language,
    words: PlanWords<'a>,
    /// For each project the stages that items of the timeline show, and the id of such an item.
    items: Vec<Vec<(usize, &'a str)>>,
    /// Ids of the terms that occur.
    explained: Ids<'a>,
    /// Ids of the passages that occur.
    cited: Ids<'a>,
}

impl<'a> Builder<'a> {
    fn build(mut self, shown: &Lang) -> DeckView {
        let Builder { plan, lang, words, .. } = self;
        let mut cards: Vec<Card> = Vec::new();
        for goal in &plan.goals {
            cards.push(self.card(goal));
        }
        let until: Vec<Option<RankKey>> = plan.goals.iter().map(until).collect();
        for (card, rank) in cards.iter_mut().zip(ranks(&until)) {
            card.sizes.push(rank);
        }
        let articles = self.cited.list().iter().map(|id| value(id, &self.language.article(plan, id, lang)));
        let departments = plan.departments.iter().map(|department| {
            let name = department.name.get(lang);
            let inferred = department.basis == Basis::Inferred;
            let name = if inferred { fill(words.beside(), &[name, words.inferred()]) } else { name.into() };
            value(&department.id, &name)
        });
        let kinds = GoalKind::ALL.iter().map(|kind| value(kind.name(), words.goal(*kind)));
        let mut facets: Vec<Vec<Value>> = vec![
            plan.topics
                .iter()
                .map(|topic| value(&topic.id, &self.language.isolated(topic.name.get(lang))))
                .collect(),
            stages(words),
            articles.collect(),
            plan.parts.iter().map(|part| value(&part.id, part.title.get(lang))).collect(),
            departments.collect(),
            kinds.collect(),
            places(words, plan, lang),
        ];
        // The plan's order, not that in which goals cite them.
        let rank = |id: &str| self.plan.articles.position(id).unwrap_or(usize::MAX);
        let sorted = reorder(&mut facets[ARTICLE], &|value| rank(&value.id));
        for card in &mut cards {
            card.facets[ARTICLE].iter_mut().for_each(|index| *index = sorted[*index]);
        }
        let stages: Vec<Box<str>> = facets[STAGE].iter().map(|stage| stage.id.clone()).collect();
        drop_unused(&mut facets, cards.iter_mut().map(|card| &mut card.facets).collect());
        for work in cards.iter_mut().flat_map(|card| &mut card.projects) {
            let is_its = |stage: &Value| stages.get(work.stage).is_some_and(|id| *id == stage.id);
            work.stage = facets[STAGE].iter().position(is_its).unwrap_or_default();
        }
        let about = &plan.about;
        let said = self.language.said(plan, lang);
        DeckView {
            plan: about.id.to_string().into(),
            lang: shown.clone(),
            languages: said.languages,
            note: said.note,
            direction: self.language.direction_of(lang).into(),
            words: self.language.goals.clone(),
            title: about.short.get(lang).into(),
            notice: self.notice(),
            facets,
            cards,
            terms: self.explained.list().iter().filter_map(|id| Term::of(plan, id, lang)).collect(),
            account: Account::default(),
        }
    }

    /// The plan's notice, and how many of its projects are on no card.
    fn notice(&self) -> Box<str> {
        let notice = self.language.notice(self.plan, self.lang);
        let served = Ids::of(&mut self.plan.goals.iter().flat_map(|goal| &goal.projects).map(|id| &**id));
        let projects = self.plan.projects.iter();
        match projects.filter(|project| served.find(&project.id).is_none()).count() {
            0 => notice,
            left => {
                let left = self.language.count(i32::try_from(left).unwrap_or(i32::MAX));
                fill(self.words.no_goal(), &[&notice, &left]).trim_start().into()
            }
        }
    }

    fn card(&mut self, goal: &'a Goal) -> Card {
        let Builder { lang, words, .. } = *self;
        let article = goal.cite.as_ref().and_then(|cite| self.plan.articles.find(&cite.article));
        let figures = self.figures(goal);
        let mut projects: Vec<Work> = Vec::new();
        let mut stages: Vec<usize> = Vec::new();
        let ids = Ids::of(&mut goal.projects.iter().map(|id| &**id));
        let mut at: Vec<usize> = Vec::new();
        for project in ids.list().iter().filter_map(|id| self.plan.projects.find(id)) {
            whereabouts(self.plan, project.places.iter()).into_iter().for_each(|place| add(&mut at, place));
            let before = projects.len();
            for mention in self.mentions(project, goal) {
                let stage = mention.stage as usize;
                // An article may speak of it more than once, and mean the same.
                if projects.iter().skip(before).any(|work| work.stage == stage) {
                    continue;
                }
                add(&mut stages, stage);
                projects.push(Work {
                    id: project.id.to_string().into(),
                    name: project.name.get(lang).into(),
                    stage,
                    object: self.object(mention),
                    verb: mention.verb.shown(self.plan, lang).into(),
                    when: self.when(mention.time.as_ref(), mention.period.as_ref()),
                    cite: self.cite(mention.cite.as_ref(), goal),
                    item: self.item(&project.id, stage).into(),
                });
            }
        }
        if at.is_empty() {
            at = whereabouts(self.plan, [].iter());
        }
        // Within a stage they keep the plan's order.
        let ranks = projects.iter().map(|project| project.stage).collect();
        sort(&mut projects, ranks);
        let in_stage = |stage: &usize| projects.iter().filter(|work| work.stage == *stage).count();
        let counts = stages.iter().map(in_stage).collect();
        let cites = [&goal.cite].into_iter().chain(goal.horizons.iter().map(|time| &time.cite));
        // Not those of its figures, which have their own.
        let cites = cites.chain(goal.measures.iter().map(|measure| &measure.cite)).flatten();
        let passages = Ids::of(&mut cites.map(|cite| &*cite.article));
        let chapter = article.and_then(|article| article.part.as_ref());
        let facets = vec![
            goal.topics.iter().filter_map(|id| self.plan.topics.position(id)).collect(),
            stages,
            passages.list().iter().map(|id| self.cited.add(id)).collect(),
            chapter.and_then(|id| self.plan.parts.position(id)).into_iter().collect(),
            goal.departments.iter().filter_map(|id| self.plan.departments.position(id)).collect(),
            vec![goal.kind as usize],
            at,
        ];
        let summary = goal.summary.as_ref().or(article.and_then(|article| article.summary.as_ref()));
        let ahead = figures.iter().filter(|figure| figure.past == 0).count();
        Card {
            id: goal.id.to_string().into(),
            title: goal.title.get(lang).into(),
            horizons: self.horizons(goal),
            summary: summary.map(|summary| summary.get(lang).into()).unwrap_or_default(),
            facets,
            measures: goal.measures.iter().map(|measure| measure.text.get(lang).into()).collect(),
            projects,
            counts,
            progress: Vec::new(),
            judged: "".into(),
            ranks: Vec::new(),
            terms: goal
                .terms
                .iter()
                .filter(|id| self.plan.terms.find(id).is_some())
                .map(|id| self.explained.add(id))
                .collect(),
            unmeasured: if ahead > 0 { "".into() } else { words.unmeasured().into() },
            sizes: vec![goal.measures.len(), ahead, figures.len()],
            figures,
        }
    }

    /// What the plan says of a project where it sets the goal; where it says nothing there, all that it says, each
    /// with its own time.
    fn mentions(&self, project: &'a Project, goal: &Goal) -> Vec<&'a Mention> {
        let article = goal.cite.as_ref().map(|cite| &cite.article);
        let there = |mention: &&Mention| mention.cite.as_ref().map(|cite| &cite.article) == article;
        let own: Vec<&Mention> = project.mentions.iter().filter(there).collect();
        if own.is_empty() { project.mentions.iter().collect() } else { own }
    }

    /// Whether a figure says something of what is to come: not what was reached, and not in a period before the
    /// plan's.
    fn is_ahead(&self, figure: &Figure) -> bool {
        let before = |period: &Ref<Period>| {
            self.plan.about.previous.as_ref().is_some_and(|previous| **previous == **period)
        };
        !figure.period.as_ref().is_some_and(before)
            && !matches!(figure.kind, FigureKind::Result | FigureKind::Rank)
    }

    /// The quantities of a goal, those that are of another one within that.
    fn figures(&self, goal: &Goal) -> Vec<Quantity> {
        let mut all: Vec<Quantity> = Vec::new();
        let mut within: Vec<(&str, Quantity)> = Vec::new();
        for figure in goal.figures.iter().filter_map(|id| self.plan.figures.find(id)) {
            let quantity = self.quantity(figure, goal);
            match whole(figure, goal) {
                // Only of one that is of none: so none is lost.
                Some(of) if self.plan.figures.find(of).is_some_and(|of| whole(of, goal).is_none()) => {
                    within.push((of, quantity));
                }
                _ => all.push(quantity),
            }
        }
        for (of, quantity) in within {
            let whole = all.iter_mut().find(|whole| *whole.id == *of);
            whole.into_iter().for_each(|whole| whole.with.push(quantity.clone()));
        }
        all
    }

    fn quantity(&self, figure: &Figure, goal: &Goal) -> Quantity {
        Quantity {
            id: figure.id.to_string().into(),
            text: figure.text.get(self.lang).into(),
            measure: figure.measure.get(self.lang).into(),
            kind: self.words.figure_kind(figure.kind).into(),
            when: self.when(figure.time.as_ref(), figure.period.as_ref()),
            cite: self.cite(figure.cite.as_ref(), goal),
            past: usize::from(!self.is_ahead(figure)),
            small: usize::from(figure.kind == FigureKind::Count),
            with: Vec::new(),
        }
    }

    /// The times by when a goal is to be reached, as they follow each other.
    fn horizons(&self, goal: &Goal) -> Vec<Box<str>> {
        let mut horizons: Vec<Box<str>> = goal.horizons.iter().map(|time| self.horizon(time)).collect();
        // From the year 0 on; what is before that or open keeps its place at an end.
        let day = |time: &Time| {
            time.edtf.last_day().map_or(usize::MAX, |day| usize::try_from(day + 719_528).unwrap_or(0))
        };
        sort(&mut horizons, goal.horizons.iter().map(day).collect());
        horizons
    }

    /// A time in the plan's words, and the time itself where they don't say it; with how much is to be reached by then.
    fn horizon(&self, time: &Time) -> Box<str> {
        let exact = self.language.time(time, self.plan.about.financial_year);
        let text = match time.text.as_ref().map(|text| text.get(self.lang)) {
            Some(text) if text != exact => fill(self.words.beside(), &[text, &exact]),
            _ => exact,
        };
        self.words.to_degree(&text, time.degree).into()
    }

    /// What is to be done or reached, and how much of it.
    fn object(&self, mention: &Mention) -> Box<str> {
        let object = mention.object.as_ref().map(|object| object.get(self.lang));
        let reaches = || self.words.reaches(mention.stage, Some(mention));
        match (mention.degree.is_some() || mention.milestone.is_some(), object) {
            (false, object) => object.unwrap_or_default().into(),
            (_, None) => reaches().into(),
            (_, Some(object)) => fill(self.words.object(), &[&reaches(), object]).into(),
        }
    }

    /// When: a time of its own, or else the period that is spoken of.
    fn when(&self, time: Option<&Time>, period: Option<&Ref<Period>>) -> Box<str> {
        let period = period.and_then(|id| self.plan.periods.find(id));
        match (time, period) {
            (Some(time), _) => self.language.time(time, self.plan.about.financial_year).into(),
            (None, Some(period)) => period.name.get(self.lang).into(),
            (None, None) => "".into(),
        }
    }

    /// Where the plan says so, unless it is where it sets the goal.
    fn cite(&self, cite: Option<&Cite>, goal: &Goal) -> Box<str> {
        let own = goal.cite.as_ref().map(|cite| &cite.article);
        let other = cite.filter(|cite| Some(&cite.article) != own);
        other
            .map(|cite| self.language.passage(self.plan, &cite.article, self.lang).into())
            .unwrap_or_default()
    }

    /// The item of the timeline that shows a project in a stage.
    fn item(&self, project: &str, stage: usize) -> &'a str {
        let items = self.plan.projects.position(project).and_then(|at| self.items.get(at));
        items.into_iter().flatten().find(|item| item.0 == stage).map_or("", |item| item.1)
    }
}

/// The last day by which a goal is to be reached, as what goals are ranked by.
fn until(goal: &Goal) -> Option<RankKey> {
    let days = goal.horizons.iter().filter_map(|time| time.edtf.last_day());
    days.max().map(|day| (0, number_of(day)))
}

/// The id of the figure that one is of, among those of its goal.
fn whole<'a>(figure: &'a Figure, goal: &Goal) -> Option<&'a str> {
    let of = figure.of.as_deref()?;
    goal.figures.iter().any(|id| **id == *of).then_some(of)
}

/// What items of the timeline show of each project: its stages, each with the item's id; of several the first by its id.
fn items(plan: &Plan) -> Vec<Vec<(usize, &str)>> {
    let mut items: Vec<Vec<(usize, &str)>> = vec![Vec::new(); plan.projects.len()];
    for event in &plan.events {
        let stage = event.stage.map_or(usize::MAX, |stage| stage as usize);
        for project in &event.projects {
            let Some(items) = plan.projects.position(project).and_then(|at| items.get_mut(at)) else {
                continue;
            };
            match items.iter_mut().find(|item| item.0 == stage) {
                Some(item) => item.1 = item.1.min(&event.id),
                None => items.push((stage, &event.id)),
            }
        }
    }
    items
}
