//! Building the view model of a timeline from a plan.

mod drawn;
mod facts;
mod film;
mod spans;
mod works;

use super::{ARTICLE, BAND_ROWS, Band, Day, Group, Item, STAGE, Shape, TimelineView, wording::Years};
use crate::{
    model::{
        Edtf, Event, EventKind, Figure, Goal, Lang, Location, Mention, Period, Plan, Project, Stage, Time,
        TimeKind,
    },
    view::{
        facets::{Ids, Value, drop_unused, places, reorder, stages, value, whereabouts},
        terms::Term,
        words::{Language, PlanWords, fill},
    },
};
use drawn::{day, drawn, year};
use facts::Served;
use spans::Spans;
use works::{Work, works};

/// The most headings, about, for items that are in none of the plan's periods: years, decades or centuries.
const MOST_SPANS: i32 = 60;

/// The most of each sort that an item says of what it is about: of its goals the topics, horizons and terms, and the
/// goals that it serves. The goals' cards have the others.
const MOST_INHERITED: usize = 20;

impl TimelineView {
    /// The view model of `plan` in `lang`, which must be one of its languages, with the words of `language`.
    #[must_use]
    pub fn with(plan: &Plan, lang: &Lang, language: &Language) -> TimelineView {
        build(plan, lang, language, false)
    }

    /// The same, with the works that no event is about: what the plan says of them, most of it without a date.
    #[must_use]
    pub fn whole(plan: &Plan, lang: &Lang, language: &Language) -> TimelineView {
        build(plan, lang, language, true)
    }
}

#[inline(never)]
fn build(plan: &Plan, lang: &Lang, language: &Language, whole: bool) -> TimelineView {
    let works = works(plan);
    Builder {
        plan,
        lang: lang.key(),
        language,
        words: language.plan(),
        spans: Spans::of(&plan.periods),
        served: Served::default(),
        explained: Ids::default(),
        cited: Ids::default(),
        named: vec![false; Stage::ALL.len()],
    }
    .build(lang, &works, whole)
}

/// A plan and what its view model is built with.
struct Builder<'a> {
    plan: &'a Plan,
    lang: &'a str,
    language: &'a Language,
    words: PlanWords<'a>,
    spans: Spans,
    served: Served,
    /// Ids of the terms that occur.
    explained: Ids<'a>,
    /// Ids of the passages that occur.
    cited: Ids<'a>,
    /// For each stage whether a fact names it.
    named: Vec<bool>,
}

/// When an event is, worked out once.
#[derive(Clone, Copy)]
struct Placed<'a> {
    /// Its time, where the plan says more than the period.
    time: Option<&'a Time>,
    /// The index of its period.
    period: Option<usize>,
}

/// What an event is about, looked up.
#[derive(Default)]
struct About<'a> {
    goals: Vec<&'a Goal>,
    projects: Vec<(&'a Project, Option<&'a Mention>)>,
    figures: Vec<&'a Figure>,
}

/// An item with what it is put in order by.
struct Ordered {
    item: Item,
    heading: Heading,
    /// The first day of the heading and the index of its period, so that periods that begin together stay apart; whether it
    /// is a work without a date; then the item's own first and last day.
    order: (i64, usize, bool, i64, i64),
}

/// What an item stands under.
#[derive(Clone, Copy, PartialEq)]
enum Heading {
    /// The period with this index.
    Period(usize),
    /// These years.
    Years(Years),
    /// The works without a date of the period with this index, or of none.
    Undated(Option<usize>),
    None,
}

impl<'a> Builder<'a> {
    fn build(mut self, shown: &Lang, works: &'a [Work<'a>], whole: bool) -> TimelineView {
        let Builder { plan, lang, .. } = self;
        let placed: Vec<Placed> = plan.events.iter().map(|event| self.placed(event)).collect();
        self.served = self.served_by();
        let years = years_together(&placed);
        // An event about a period as a whole is the heading of that period's items, where there are any; one that says more
        // is the first of these items.
        let mut filled = vec![false; plan.periods.len()];
        let all = || plan.events.iter().zip(&placed);
        for period in all().filter(|(event, _)| event.kind != EventKind::Period).filter_map(|(_, p)| p.period)
        {
            filled[period] = true;
        }
        let mut headings: Vec<Option<&Event>> = vec![None; plan.periods.len()];
        let mut ordered: Vec<Ordered> = Vec::new();
        for (event, placed) in all() {
            let own = event.period.as_ref().and_then(|id| self.plan.periods.position(id));
            let about_whole = own
                .filter(|period| event.kind == EventKind::Period && event.time.is_none() && filled[*period]);
            match about_whole.filter(|period| headings[*period].is_none() && !says_more(event)) {
                Some(period) => headings[period] = Some(event),
                None => {
                    let mut item = self.ordered(event, self.about(event), *placed, years);
                    if about_whole.is_some() {
                        item.order.3 = i64::MIN;
                    }
                    ordered.push(item);
                }
            }
        }
        if whole {
            ordered.extend(works.iter().map(|work| self.work(work, years)));
        }
        ordered.sort_by_key(|ordered| ordered.order);
        let mut groups: Vec<Group> = Vec::new();
        let mut last = None;
        let mut items = Vec::new();
        for Ordered { mut item, heading, .. } in ordered {
            if last != Some(heading) {
                last = Some(heading);
                groups.push(self.group(heading, &headings));
            }
            item.group = groups.len() - 1;
            items.push(item);
        }
        let articles = self.cited.list().iter().map(|id| value(id, &self.language.article(plan, id, lang)));
        let mut facets = vec![
            plan.topics
                .iter()
                .map(|topic| value(&topic.id, &self.language.isolated(topic.name.get(lang))))
                .collect(),
            stages(self.words),
            plan.periods.iter().map(|period| value(&period.id, period.name.get(lang))).collect(),
            articles.collect::<Vec<Value>>(),
            places(self.words, plan, lang),
        ];
        // The plan's order, not the items'.
        let rank = |id: &str| plan.articles.position(id).unwrap_or(usize::MAX);
        let sorted = reorder(&mut facets[ARTICLE], &|value| rank(&value.id));
        for item in &mut items {
            for index in &mut item.facets[ARTICLE] {
                *index = sorted[*index];
            }
        }
        drop_unused(&mut facets, items.iter_mut().map(|item| &mut item.facets).collect());
        let named = stages(self.words)
            .into_iter()
            .zip(&self.named)
            .filter(|(stage, named)| **named && facets[STAGE].iter().all(|known| known.id != stage.id));
        let named = named.map(|(stage, _)| stage).collect();
        let about = &plan.about;
        let said = self.language.said(plan, lang);
        TimelineView {
            plan: about.id.to_string().into(),
            lang: shown.clone(),
            languages: said.languages,
            note: said.note,
            direction: self.language.direction_of(lang).into(),
            words: self.language.timeline_of(plan),
            title: about.short.get(lang).into(),
            notice: self.notice(works, whole),
            undated: self.undated(works, whole),
            adopted: about.adopted.as_ref().and_then(|time| time.edtf.first_day()).map(day),
            bands: self.bands(),
            groups,
            facets,
            items,
            terms: self.explained.list().iter().filter_map(|id| Term::of(plan, id, lang)).collect(),
            named,
        }
    }

    /// The plan's notice, and how many of its projects aren't shown.
    fn notice(&self, works: &[Work], whole: bool) -> Box<str> {
        let notice = self.language.notice(self.plan, self.lang);
        let absent = self.served.of_projects.iter().filter(|events| events.is_empty()).count();
        match absent - if whole { projects_of(works) } else { 0 } {
            0 => notice,
            absent => {
                let said = fill(self.words.not_shown(), &[&notice, &self.number(absent)]);
                said.trim_start().into()
            }
        }
    }

    /// What the button says that shows the works without a date, or leaves them out.
    fn undated(&self, works: &[Work], whole: bool) -> Box<str> {
        match (projects_of(works), whole) {
            (0, _) => "".into(),
            (_, true) => self.words.undated_hide().into(),
            (count, false) => fill(self.words.undated_show(), &[&self.number(count)]).into(),
        }
    }

    fn number(&self, count: usize) -> String {
        self.language.count(i32::try_from(count).unwrap_or(i32::MAX))
    }

    fn placed(&self, event: &'a Event) -> Placed<'a> {
        self.placed_at(event, self.time(event))
    }

    /// When an event is, of which the plan says this time.
    fn placed_at(&self, event: &'a Event, time: Option<&'a Time>) -> Placed<'a> {
        let period = match (&event.period, time) {
            (Some(id), _) => self.plan.periods.position(id),
            (None, Some(Time { edtf, .. })) => {
                edtf.first_day().or(edtf.last_day()).and_then(|day| self.spans.at(day))
            }
            _ => None,
        };
        Placed { time, period }
    }

    /// The time of an event where the plan says more than the period: its own, or that of what it is about.
    fn time(&self, event: &'a Event) -> Option<&'a Time> {
        if event.time.is_some() {
            return event.time.as_ref();
        }
        let about = self.about(event);
        let mut times = Vec::new();
        times.extend(about.projects.iter().filter_map(|(_, mention)| mention.and_then(|m| m.time.as_ref())));
        times.extend(about.figures.iter().filter_map(|figure| figure.time.as_ref()));
        let period = event.period.as_ref().and_then(|id| self.plan.periods.find(id));
        let ends = period.and_then(|period| period.time.edtf.last_day());
        // A goal may have several horizons: the one that ends with the event's period.
        let horizons = about.goals.iter().flat_map(|goal| &goal.horizons);
        times.extend(horizons.filter(|time| ends.is_some() && time.edtf.last_day() == ends));
        if let [time] = times[..] { Some(time) } else { None }
    }

    fn about(&self, event: &Event) -> About<'a> {
        let mention = |project: &'a Project| {
            let fits = |mention: &&Mention| {
                (event.stage.is_none() || event.stage == Some(mention.stage))
                    && (event.period.is_none() || mention.period.is_none() || event.period == mention.period)
            };
            project.mentions.iter().find(fits)
        };
        About {
            goals: event.goals.iter().filter_map(|id| self.plan.goals.find(id)).collect(),
            projects: event
                .projects
                .iter()
                .filter_map(|id| self.plan.projects.find(id))
                .map(|p| (p, mention(p)))
                .collect(),
            figures: event.figures.iter().filter_map(|id| self.plan.figures.find(id)).collect(),
        }
    }

    /// A work that no event is about.
    fn work(&mut self, work: &'a Work<'a>, years: i32) -> Ordered {
        let Work { id, event, project, mention } = work;
        let placed = self.placed_at(event, mention.time.as_ref());
        let about = About { projects: vec![(project, Some(mention))], ..About::default() };
        let mut ordered = self.ordered(event, about, placed, years);
        ordered.item.id = (**id).into();
        if placed.time.is_none() {
            ordered.heading = Heading::Undated(placed.period);
            ordered.order.2 = true;
            if ordered.item.shape == Shape::Within {
                ordered.item.shape = Shape::Undated;
            }
        }
        ordered
    }

    fn ordered(&mut self, event: &'a Event, about: About<'a>, placed: Placed<'a>, years: i32) -> Ordered {
        let Placed { time, period: at } = placed;
        let period = at.and_then(|at| self.plan.periods.get(at));
        let span = time.or(period.map(|period| &period.time));
        let (first, last) =
            (span.and_then(|time| time.edtf.first_day()), span.and_then(|t| t.edtf.last_day()));
        let heading = match (at, first.or(last)) {
            (Some(at), _) => Heading::Period(at),
            (None, Some(_)) => Heading::Years(together(span.and_then(year).unwrap_or_default(), years)),
            _ => Heading::None,
        };
        let never = i64::MAX;
        let under = match period {
            Some(period) => {
                let Edtf { start, .. } = period.time.edtf;
                start.date().map(|start| start.first_day()).or(period.time.edtf.last_day()).unwrap_or(never)
            }
            None => first.or(last).unwrap_or(never),
        };
        Ordered {
            heading,
            order: (
                under,
                at.unwrap_or(usize::MAX),
                false,
                first.or(last).unwrap_or(never),
                last.unwrap_or(never),
            ),
            item: self.item(event, &about, placed, span, time.is_none().then_some(period).flatten()),
        }
    }

    /// The item of an event. `within` is the period, where the plan says no more than it.
    fn item(
        &mut self,
        event: &'a Event,
        about: &About<'a>,
        placed: Placed,
        span: Option<&'a Time>,
        within: Option<&'a Period>,
    ) -> Item {
        let Builder { plan, lang, words, .. } = *self;
        let goal = about.goals.first();
        let when = match (within, span) {
            (Some(period), _) => period.name.get(lang).to_owned(),
            (None, Some(Time { text: Some(text), .. })) => text.get(lang).to_owned(),
            (None, Some(time)) => self.language.time(time, self.plan.about.financial_year),
            (None, None) => words.timeless().into(),
        };
        let cites = self.cites(event, about);
        let project = if let [project] = about.projects[..] { Some(project) } else { None };
        let mention = project.and_then(|(_, mention)| mention);
        let stage = match (event.stage, event.kind) {
            // What was under way before the plan isn't promised by it.
            (Some(Stage::Accelerate), kind @ EventKind::UnderWay) => words.event(kind).into(),
            (Some(stage), _) => words.reaches(stage, mention),
            (None, kind) => words.event(kind).into(),
        };
        let label = match mention.and_then(|mention| mention.object.as_ref()) {
            Some(object) => fill(words.object(), &[&stage, object.get(lang)]),
            None => stage.clone(),
        };
        let facets = vec![
            self.subjects(event, about),
            event.stage.iter().map(|stage| *stage as usize).collect(),
            placed.period.into_iter().collect(),
            cites.iter().map(|id| self.cited.add(id)).collect(),
            whereabouts(plan, locations(event, about)),
        ];
        let (shape, first, last) = drawn(span);
        let summary = event.summary.as_ref().or(goal.and_then(|goal| goal.summary.as_ref()));
        let summary = summary.or(project.and_then(|(project, _)| project.note.as_ref()));
        let mut pinyin = String::from(event.spoken("zh"));
        let spoken = event.spoken(lang);
        if *spoken != *pinyin {
            pinyin += " ";
            pinyin += spoken;
        }
        let facts = self.facts(event, about, (span, &when), &stage, &cites, &mut pinyin);
        Item {
            id: event.id.to_string().into(),
            project: event.projects.first().map(|id| id.to_string().into()).unwrap_or_default(),
            title: self.title(event, about).into(),
            label: label.into(),
            cite: cites.first().map(|id| self.language.passage(plan, id, lang).into()).unwrap_or_default(),
            facts,
            when: when.into(),
            shape,
            first,
            last,
            group: 0,
            facets,
            summary: summary.map(|summary| summary.get(lang).into()).unwrap_or_default(),
            media: event.media.iter().map(|medium| self.medium(medium)).collect(),
            pinyin: pinyin.into(),
        }
    }

    fn group(&self, heading: Heading, headings: &[Option<&Event>]) -> Group {
        let lang = self.lang;
        match heading {
            Heading::Period(at) => {
                let period = &self.plan.periods[at];
                let title = headings[at].and_then(|event| event.title.as_ref()).unwrap_or(&period.name);
                Group {
                    title: title.get(lang).into(),
                    when: self.language.time(&period.time, self.plan.about.financial_year).into(),
                }
            }
            Heading::Years(years) => Group { title: self.language.years(years).into(), when: "".into() },
            Heading::Undated(at) => {
                let period = at.and_then(|at| self.plan.periods.get(at));
                Group {
                    title: period.map_or(self.words.timeless(), |period| period.name.get(lang)).into(),
                    when: self.words.undated().into(),
                }
            }
            Heading::None => Group { title: self.words.timeless().into(), when: "".into() },
        }
    }

    /// The subjects of an event: its own, or those of what it is about.
    fn subjects(&self, event: &Event, about: &About) -> Vec<usize> {
        let ids = if event.topics.is_empty() {
            let goals = about.goals.iter().flat_map(|goal| &goal.topics).take(MOST_INHERITED);
            Ids::of(
                &mut goals.chain(about.projects.iter().map(|(project, _)| &project.topic)).map(|id| &**id),
            )
        } else {
            Ids::of(&mut event.topics.iter().map(|id| &**id))
        };
        ids.list().iter().filter_map(|id| self.plan.topics.position(id)).collect()
    }

    fn bands(&self) -> Vec<Band> {
        let mut bands: Vec<Band> = self
            .plan
            .periods
            .iter()
            .filter_map(|period| {
                let edtf = &period.time.edtf;
                let first =
                    if period.time.kind == TimeKind::By { None } else { Some(day(edtf.first_day()?)) };
                let (title, last) = (period.name.get(self.lang).into(), day(edtf.last_day()?));
                Some(Band { title, first, last, row: 0, until: None })
            })
            .collect();
        bands.sort_by_key(|band| band.last);
        // The last band of each row.
        let mut rows: Vec<usize> = Vec::new();
        for at in 0..bands.len() {
            let before = || at.checked_sub(1).map_or(Day::MIN, |before| bands[before].last.saturating_add(1));
            let begin = bands[at].first.unwrap_or_else(before);
            let row = rows.iter().position(|last| bands[*last].last < begin).unwrap_or(rows.len());
            bands[at].row = row;
            match rows.get_mut(row) {
                Some(last) => {
                    bands[*last].until = Some(begin - 1);
                    *last = at;
                }
                None if row < BAND_ROWS => rows.push(at),
                None => (),
            }
        }
        bands
    }
}

/// Where an event is, and where its projects are.
fn locations<'a>(event: &'a Event, about: &About<'a>) -> impl Iterator<Item = &'a Location> {
    let projects: Vec<&Project> = about.projects.iter().map(|(project, _)| *project).collect();
    event.places.iter().chain(projects.into_iter().flat_map(|project| &project.places))
}

/// Whether an event says more than a heading shows.
fn says_more(event: &Event) -> bool {
    let Event { summary, media, goals, projects, figures, terms, places, cite, stage, .. } = event;
    let about = [goals.len(), projects.len(), figures.len(), terms.len(), places.len(), media.len()];
    summary.is_some() || cite.is_some() || stage.is_some() || about != [0; 6]
}

/// How many projects these works are: each stands in a row.
fn projects_of(works: &[Work]) -> usize {
    works.chunk_by(|a, b| a.project.id == b.project.id).count()
}

/// The years that stand under one heading with `year`: `count` with a round first one as people count them, in either era.
/// None is in both, as there is no year 0.
fn together(year: i32, count: i32) -> Years {
    if year > 0 {
        let first = year / count * count;
        Years { first: first.max(1), last: first.saturating_add(count - 1) }
    } else {
        let least = year.saturating_neg().saturating_add(1) / count * count;
        let most = least.saturating_add(count - 1);
        Years { first: 1 - most, last: 1 - least.max(1) }
    }
}

/// How many years a heading stands for, where the plan has no periods.
fn years_together(placed: &[Placed]) -> i32 {
    let years =
        || placed.iter().filter(|placed| placed.period.is_none()).filter_map(|placed| year(placed.time?));
    let span = years().max().unwrap_or_default().saturating_sub(years().min().unwrap_or_default());
    [1, 10, 100, 1000].into_iter().find(|count| span / count <= MOST_SPANS).unwrap_or(10_000)
}
