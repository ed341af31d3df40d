//! Building the view model of an overview from a plan.

use super::{IN_DECK, Mark, ON_TIMELINE, OverviewView, STAGE, Section, TOPIC};
use crate::{
    model::{Cite, Event, Goal, Lang, Mention, Period, Plan, Project, Ref, Stage, Time},
    view::{
        facets::{Ids, add, sort, stages, value},
        words::{Language, PlanWords, fill},
    },
};

/// The most goals and projects of an event whose topics are looked at, as in a timeline.
const MOST_INHERITED: usize = 20;

impl OverviewView {
    /// The view model of `plan` in `lang`, which must be one of its languages, with the words of `language`.
    #[must_use]
    pub fn with(plan: &Plan, lang: &Lang, language: &Language) -> OverviewView {
        Builder { plan, lang: lang.key(), language, words: language.plan() }.build(lang)
    }
}

/// A plan and what its view model is built with.
struct Builder<'a> {
    plan: &'a Plan,
    lang: &'a str,
    language: &'a Language,
    words: PlanWords<'a>,
}

impl Builder<'_> {
    fn build(self, shown: &Lang) -> OverviewView {
        let Builder { plan, lang, language, words } = self;
        let topics =
            plan.topics.iter().map(|topic| value(&topic.id, &language.isolated(topic.name.get(lang))));
        let mut facets = vec![topics.collect(), stages(words)];
        let mut items: Vec<Mark> = plan.projects.iter().map(|project| self.mark(project)).collect();
        self.relate(&mut items);
        let mut shown_in = self.shown();
        // Only the stages that projects stand under have a column; those that are said beside need names as well.
        let mut used = [false; Stage::ALL.len()];
        for mark in &items {
            for stage in mark.also.iter().chain([&mark.stage]) {
                used.get_mut(*stage).into_iter().for_each(|used| *used = true);
            }
        }
        let new = |stage: usize| used.iter().take(stage).filter(|used| **used).count();
        for mark in &mut items {
            mark.stage = new(mark.stage);
            mark.also.iter_mut().for_each(|stage| *stage = new(*stage));
        }
        for index in (0..used.len()).rev().filter(|index| !used[*index]) {
            facets[STAGE].remove(index);
            shown_in[STAGE].remove(index);
        }
        let columns = used.len() + 1;
        let ranks = items.iter().map(|mark| mark.topic * columns + mark.stage).collect();
        sort(&mut items, ranks);
        let about = &plan.about;
        let said = language.said(plan, lang);
        let period = |id: &Option<Ref<Period>>| {
            let period = id.as_ref().and_then(|id| plan.periods.find(id));
            period.map(|period| self.interval(&period.time)).unwrap_or_default()
        };
        OverviewView {
            plan: about.id.to_string().into(),
            lang: shown.clone(),
            languages: said.languages,
            note: said.note,
            direction: language.direction_of(lang).into(),
            words: language.overview.clone(),
            title: about.title.get(lang).into(),
            notice: language.notice(plan, lang),
            issuer: about.issuer.as_ref().map(|issuer| issuer.get(lang).into()).unwrap_or_default(),
            adopted: about.adopted.as_ref().map(|time| self.interval(time)).unwrap_or_default(),
            period: period(&about.period),
            vision: period(&about.vision),
            facets,
            shown: shown_in,
            items,
            goals: plan.goals.len(),
            principles: plan.principles.iter().map(|principle| titled(principle.title.get(lang))).collect(),
            horizons: self.horizons(),
            chapters: self.chapters(),
        }
    }

    fn interval(&self, time: &Time) -> Box<str> {
        self.language.interval(&time.edtf, self.plan.about.financial_year).into()
    }

    /// A project's mark, under the number of its stage; one more than the last where the plan states none.
    fn mark(&self, project: &Project) -> Mark {
        let Builder { plan, lang, language, words } = *self;
        let mention = mention_of(plan, project);
        let stage = mention.map_or(Stage::ALL.len(), |mention| mention.stage as usize);
        let mut also = Vec::new();
        for other in project.mentions.iter().map(|mention| mention.stage as usize) {
            if other != stage {
                add(&mut also, other);
            }
        }
        let mut mark = Mark {
            id: project.id.to_string().into(),
            name: project.name.get(lang).into(),
            topic: plan.topics.position(&project.topic).unwrap_or_default(),
            stage,
            also,
            ..Mark::default()
        };
        if let Some(mention) = mention {
            let reaches = words.reaches(mention.stage, Some(mention));
            mark.label = match &mention.object {
                Some(object) => fill(words.object(), &[&reaches, object.get(lang)]).into(),
                None => reaches.into(),
            };
            mark.verb = mention.verb.shown(plan, lang).into();
            let period = mention.period.as_ref().and_then(|id| plan.periods.find(id));
            mark.when = match (&mention.time, period) {
                (Some(time), _) => language.time(time, plan.about.financial_year).into(),
                (None, Some(period)) => period.name.get(lang).into(),
                (None, None) => "".into(),
            };
            let cite = mention.cite.as_ref();
            mark.cite =
                cite.map(|cite| language.passage(plan, &cite.article, lang).into()).unwrap_or_default();
        }
        mark
    }

    /// Says of each mark which item shows it, in its stage if one does, and how many goals it serves.
    fn relate(&self, items: &mut [Mark]) {
        let plan = self.plan;
        let mut exact = vec![false; items.len()];
        for event in &plan.events {
            for at in event.projects.iter().filter_map(|id| plan.projects.position(id)) {
                let fits = event.stage.is_some_and(|stage| stage as usize == items[at].stage);
                if items[at].item.is_empty() || fits && !exact[at] {
                    items[at].item = event.id.to_string().into();
                    exact[at] = fits;
                }
            }
        }
        for goal in &plan.goals {
            for id in Ids::of(&mut goal.projects.iter().map(|id| &**id)).list() {
                plan.projects.position(id).into_iter().for_each(|at| items[at].goals += 1);
            }
        }
    }

    /// For each topic and each stage, where it can be filtered by.
    fn shown(&self) -> Vec<Vec<usize>> {
        let plan = self.plan;
        let mut shown = vec![vec![0; plan.topics.len()], vec![0; Stage::ALL.len()]];
        for event in &plan.events {
            self.topics_of(event).into_iter().for_each(|topic| shown[TOPIC][topic] |= ON_TIMELINE);
            event.stage.into_iter().for_each(|stage| shown[STAGE][stage as usize] |= ON_TIMELINE);
        }
        let topics = plan.goals.iter().flat_map(|goal| &goal.topics);
        topics.filter_map(|id| plan.topics.position(id)).for_each(|topic| shown[TOPIC][topic] |= IN_DECK);
        for goal in &plan.goals {
            for project in goal.projects.iter().filter_map(|id| plan.projects.find(id)) {
                // As on cards: what is said where the goal is set, or else all.
                let article = |cite: &Option<Cite>| cite.as_ref().map(|cite| cite.article.clone());
                let there = |mention: &&Mention| article(&mention.cite) == article(&goal.cite);
                let all = !project.mentions.iter().any(|mention| there(&mention));
                for mention in project.mentions.iter().filter(|mention| all || there(mention)) {
                    shown[STAGE][mention.stage as usize] |= IN_DECK;
                }
            }
        }
        shown
    }

    /// The topics of an event: its own, or those of what it is about.
    fn topics_of(&self, event: &Event) -> Vec<usize> {
        let plan = self.plan;
        let mut topics: Vec<usize> = Vec::new();
        let mut more = |id: &str| plan.topics.position(id).into_iter().for_each(|at| add(&mut topics, at));
        event.topics.iter().for_each(|id| more(id));
        if event.topics.is_empty() {
            let goals = event.goals.iter().filter_map(|id| plan.goals.find(id));
            goals.flat_map(|goal| &goal.topics).take(MOST_INHERITED).for_each(|id| more(id));
            let projects = event.projects.iter().filter_map(|id| plan.projects.find(id));
            projects.for_each(|project| more(&project.topic));
        }
        topics
    }

    /// The goals by when they are to be reached. A goal with two horizons has its place at both.
    fn horizons(&self) -> Vec<Section> {
        let Builder { plan, lang, language, .. } = *self;
        let said = plan.goals.iter().flat_map(|goal| &goal.horizons);
        let names: Vec<String> = said.map(|time| language.time(time, plan.about.financial_year)).collect();
        let known = Ids::of(&mut names.iter().map(|name| &**name));
        let named = |name: &&str| Section { name: (**name).into(), ..Section::default() };
        let mut horizons: Vec<Section> = known.list().iter().map(named).collect();
        let mut ends = vec![i64::MAX; horizons.len()];
        let mut none = Section::default();
        let mut next = names.iter();
        for goal in &plan.goals {
            for time in &goal.horizons {
                let Some(at) = next.next().and_then(|name| known.find(name)) else { continue };
                horizons[at].goals += 1;
                let title = language.plan().to_degree(goal.title.get(lang), time.degree);
                horizons[at].within.push(titled(&title));
                ends[at] = time.edtf.last_day().unwrap_or(i64::MAX);
            }
            none.goals += usize::from(goal.horizons.is_empty());
        }
        let mut order = ends.clone();
        order.sort_unstable();
        let rank = |end: &i64| order.partition_point(|known| known < end);
        sort(&mut horizons, ends.iter().map(rank).collect());
        horizons.extend((none.goals > 0).then_some(none));
        horizons
    }

    /// The parts with their articles, and how many goals and projects each has.
    fn chapters(&self) -> Vec<Section> {
        let Builder { plan, lang, language, .. } = *self;
        // Every passage by its id, the articles first; the empty id is that of no passage.
        let mut passages = Ids::of(&mut plan.articles.iter().map(|article| &*article.id));
        let cited = |cite: &Option<Cite>| cite.as_ref().map(|cite| cite.article.clone()).unwrap_or_default();
        let set: Vec<Box<str>> = plan.goals.iter().map(|goal: &Goal| cited(&goal.cite)).collect();
        let named: Vec<Vec<Box<str>>> = plan
            .projects
            .iter()
            .map(|project| {
                let mentions = project.mentions.iter().map(|mention| cited(&mention.cite));
                if project.mentions.is_empty() { vec!["".into()] } else { mentions.collect() }
            })
            .collect();
        set.iter().chain(named.iter().flatten()).for_each(|id| {
            passages.add(id);
        });
        // What belongs to no part comes behind them.
        let part_of = |id: &str| {
            let part = match plan.articles.find(id) {
                Some(article) => article.part.as_deref(),
                None => head_of(id),
            };
            part.and_then(|part| plan.parts.position(part)).unwrap_or(plan.parts.len())
        };
        let parts: Vec<usize> = passages.list().iter().map(|id| part_of(id)).collect();
        let (mut goals, mut projects) = (vec![0; parts.len()], vec![0; parts.len()]);
        let mut chapters: Vec<Section> = plan
            .parts
            .iter()
            .map(|part| Section { name: language.chapter(&part.id).into(), ..titled(part.title.get(lang)) })
            .collect();
        chapters.push(Section::default());
        for at in set.iter().filter_map(|id| passages.find(id)) {
            goals[at] += 1;
            chapters[parts[at]].goals += 1;
        }
        for ids in &named {
            let (mut within, mut in_parts) = (Vec::new(), Vec::new());
            for at in ids.iter().filter_map(|id| passages.find(id)) {
                add(&mut within, at);
                add(&mut in_parts, parts[at]);
            }
            within.into_iter().for_each(|at| projects[at] += 1);
            in_parts.into_iter().for_each(|part| chapters[part].projects += 1);
        }
        for (at, id) in passages.list().iter().enumerate() {
            let name = if id.is_empty() { String::new() } else { language.passage(plan, id, lang) };
            let title = plan.articles.find(id).map(|article| article.title.get(lang));
            let title = title.filter(|title| *title != name).unwrap_or_default();
            let section =
                Section { name: name.into(), goals: goals[at], projects: projects[at], ..titled(title) };
            let within = &mut chapters[parts[at]].within;
            let place = if head_of(id).is_some() { 0 } else { within.len() };
            within.insert(place, section);
        }
        chapters.retain(|chapter| !chapter.title.is_empty() || !chapter.within.is_empty());
        chapters
    }
}

/// The part whose title or opening paragraph a passage is.
fn head_of(id: &str) -> Option<&str> {
    id.strip_prefix("part:").or(id.strip_prefix("lead:"))
}

/// What has a title and no more.
fn titled(title: &str) -> Section {
    Section { title: title.into(), ..Section::default() }
}

/// What the plan says of a project that its mark stands for. In the plan's own period it is the first stage from
/// `complete` on, and `achieved` only where there is no other. Where it says nothing there, it is its last mention.
fn mention_of<'a>(plan: &Plan, project: &'a Project) -> Option<&'a Mention> {
    let own = plan.about.period.as_deref();
    let in_own = |mention: &&Mention| own.is_some() && mention.period.as_deref() == own;
    let rank = |mention: &&Mention| (mention.stage == Stage::Achieved, mention.stage as usize);
    project.mentions.iter().filter(in_own).min_by_key(rank).or(project.mentions.last())
}
