//! An item's details: what is known of an event, line by line.

use super::{
    super::{Fact, Medium},
    About, Builder, MOST_INHERITED, film, locations,
};
use crate::{
    model::{Cite, Event, Media, MediaKind, Mention, Project, Text, Time},
    view::{
        facets::{Ids, keep_least, whereabouts},
        words::{fill, joined},
    },
};

/// Which goals projects and figures serve, and the events that are about goals.
#[derive(Default)]
pub(super) struct Served {
    /// For each project the goals that name it, in their order.
    by_projects: Vec<Vec<usize>>,
    /// The same for each figure.
    by_figures: Vec<Vec<usize>>,
    /// The events about goals, each as a number of its goal, its period and itself: sorted.
    events: Vec<i64>,
    /// For each project the first events about it, in their order.
    pub(super) of_projects: Vec<Vec<usize>>,
}

impl<'a> Builder<'a> {
    /// The title of an event: its own, or that of what it is about; a figure's with its number.
    pub(super) fn title(&self, event: &Event, about: &About) -> String {
        let title = self.plan.title(event).map(|title| title.get(self.lang)).unwrap_or_default();
        match (&event.title, &about.figures[..]) {
            (None, [figure]) => fill(self.words.measured(), &[title, figure.text.get(self.lang)]),
            _ => title.into(),
        }
    }

    /// Who serves which goals, by indices.
    pub(super) fn served_by(&self) -> Served {
        let plan = self.plan;
        let mut by_projects = vec![Vec::new(); plan.projects.len()];
        let mut by_figures = vec![Vec::new(); plan.figures.len()];
        for (at, goal) in plan.goals.iter().enumerate() {
            note(&mut by_projects, at, goal.projects.iter().filter_map(|id| self.plan.projects.position(id)));
            note(&mut by_figures, at, goal.figures.iter().filter_map(|id| self.plan.figures.position(id)));
        }
        let mut events = Vec::new();
        let mut of_projects = vec![Vec::new(); plan.projects.len()];
        for (at, event) in plan.events.iter().enumerate() {
            for project in event.projects.iter().filter_map(|id| plan.projects.position(id)) {
                if of_projects[project].len() < MOST_INHERITED {
                    of_projects[project].push(at);
                }
            }
            let goals = event.goals.iter().filter_map(|id| self.plan.goals.position(id));
            events.extend(goals.map(|goal| self.first_number(goal, event) + at as i64));
        }
        events.sort_unstable();
        Served { by_projects, by_figures, events, of_projects }
    }

    /// The first goals that an event serves by its projects and figures, one more than an item says, by index.
    fn goals_served(&self, event: &Event) -> Vec<usize> {
        let Served { by_projects, by_figures, .. } = &self.served;
        let mut least = Vec::new();
        let projects =
            event.projects.iter().filter_map(|id| by_projects.get(self.plan.projects.position(id)?));
        let figures = event.figures.iter().filter_map(|id| by_figures.get(self.plan.figures.position(id)?));
        for goals in projects.chain(figures) {
            goals
                .iter()
                .take(MOST_INHERITED + 1)
                .for_each(|at| keep_least(&mut least, *at, MOST_INHERITED + 1));
        }
        least
    }

    /// The least number among [`Served::events`] that an event about a goal has in the period of `event`.
    fn first_number(&self, goal: usize, event: &Event) -> i64 {
        let period =
            event.period.as_ref().and_then(|id| self.plan.periods.position(id)).map_or(0, |at| at + 1);
        let periods = self.plan.periods.len() as i64 + 1;
        (goal as i64 * periods + period as i64) * self.plan.events.len() as i64
    }

    /// The id of the first event about a goal in the same period.
    fn own_event(&self, goal: usize, event: &Event) -> &'a str {
        let (first, events) = (self.first_number(goal, event), &self.served.events);
        let found = events.get(events.partition_point(|known| *known < first));
        let at = found.and_then(|known| usize::try_from(known - first).ok());
        at.and_then(|at| self.plan.events.get(at)).map(|event| &*event.id).unwrap_or_default()
    }

    /// What is known of an event. Adds what else its terms are called to what a search looks at.
    pub(super) fn facts(
        &mut self,
        event: &'a Event,
        about: &About<'a>,
        (span, when): (Option<&Time>, &str),
        label: &str,
        cites: &[&str],
        searched: &mut String,
    ) -> Vec<Fact> {
        let Builder { plan, lang, words, .. } = *self;
        let mut facts = Vec::new();
        let exact = span
            .map(|time| self.language.time(time, self.plan.about.financial_year))
            .filter(|exact| exact != when);
        facts.push(fact(
            words.when(),
            exact.map_or(when.into(), |exact| fill(words.beside(), &[when, &exact])),
        ));
        let verbs: Vec<&str> =
            about.projects.iter().filter_map(|(_, m)| m.map(|m| m.verb.shown(plan, lang))).collect();
        if event.stage.is_some() {
            let quote = verbs.first().copied().unwrap_or_default();
            let text = if quote.is_empty() { label.into() } else { fill(words.verb(), &[label]) };
            facts.push(Fact { quote: quote.into(), ..fact(words.stage(), text) });
        }
        if let [(project, mention)] = about.projects[..] {
            facts.extend(self.elsewhere(project, mention));
        }
        let places: Vec<&str> = whereabouts(plan, locations(event, about))
            .into_iter()
            .filter_map(|at| plan.places.get(at))
            .map(|place| place.name.get(lang))
            .collect();
        if !places.is_empty() {
            facts.push(fact(words.place(), joined(&places, words.comma())));
        }
        let own = event.title.is_none() && about.figures.len() == 1;
        for figure in &about.figures {
            let kind = words.figure_kind(figure.kind);
            let text = figure.text.get(lang);
            let time = figure.time.as_ref().or(figure
                .period
                .as_ref()
                .and_then(|id| self.plan.periods.find(id))
                .map(|p| &p.time));
            let time =
                time.map(|time| self.language.time(time, self.plan.about.financial_year)).unwrap_or_default();
            let measure = if own { "" } else { figure.measure.get(lang) };
            let about: Vec<&str> =
                [measure, kind, &time].into_iter().filter(|part| !part.is_empty()).collect();
            facts.push(fact(words.figure(), fill(words.beside(), &[text, &joined(&about, words.comma())])));
        }
        // What it serves; a goal's own event needs no word of it.
        for (count, at) in self.goals_served(event).into_iter().enumerate() {
            let goal = &plan.goals[at];
            facts.push(if count < MOST_INHERITED {
                let item = self.own_event(at, event).into();
                Fact { item, ..fact(words.serves(), goal.title.get(lang).into()) }
            } else {
                fact(words.serves(), words.and_more().into())
            });
        }
        let horizons = about.goals.iter().flat_map(|goal| &goal.horizons);
        for time in horizons.take(MOST_INHERITED) {
            let exact = self.language.time(time, self.plan.about.financial_year);
            let text = time.text.as_ref().map(|text| text.get(lang));
            // That of the item itself is there already.
            if text != Some(when) && exact != when {
                let worded = text.map_or(exact.clone(), |text| fill(words.beside(), &[text, &exact]));
                facts.push(fact(words.horizon(), words.to_degree(&worded, time.degree)));
            }
        }
        let inherited = about.goals.iter().flat_map(|goal| &goal.terms).take(MOST_INHERITED);
        for term in event.terms.iter().chain(inherited).filter_map(|id| self.plan.terms.find(id)) {
            let at = self.explained.add(&term.id) + 1;
            for (_, name) in term.names.iter() {
                *searched += name;
            }
            facts.push(Fact { term: at, ..fact(words.term(), term.name.get(lang).into()) });
        }
        for id in cites {
            facts.push(fact(words.source(), self.language.article(plan, id, lang)));
        }
        facts
    }

    /// What the plan says of a project in other periods than that of a mention.
    fn elsewhere(&mut self, project: &'a Project, shown: Option<&Mention>) -> Vec<Fact> {
        let Builder { plan, lang, words, .. } = *self;
        let mut facts: Vec<Fact> = Vec::new();
        for mention in project.mentions.iter().take(MOST_INHERITED) {
            let period =
                mention.period.as_ref().filter(|id| shown.is_some_and(|m| m.period.as_ref() != Some(id)));
            let Some(period) = period.and_then(|id| plan.periods.find(id)) else { continue };
            self.named[mention.stage as usize] = true;
            let mut text = words.reaches(mention.stage, Some(mention));
            if let Some(object) = &mention.object {
                text = fill(words.object(), &[&text, object.get(lang)]);
            }
            let text = fill(words.beside(), &[&text, period.name.get(lang)]);
            let events = plan.projects.position(&project.id).and_then(|at| self.served.of_projects.get(at));
            let shows = |event: &&Event| event.stage == Some(mention.stage) && event.period == mention.period;
            let item = events.into_iter().flatten().filter_map(|at| plan.events.get(*at)).find(shows);
            let item = item.map(|event| event.id.to_string().into()).unwrap_or_default();
            let fact = Fact { item, ..fact(words.elsewhere(), text) };
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
        facts
    }

    /// The ids of the passages that speak of an event, without repetition.
    pub(super) fn cites(&self, event: &'a Event, about: &About<'a>) -> Vec<&'a str> {
        let mut cites: Vec<&Option<Cite>> = vec![&event.cite];
        cites.extend(about.goals.iter().map(|goal| &goal.cite));
        cites.extend(about.projects.iter().filter_map(|(_, mention)| mention.map(|mention| &mention.cite)));
        cites.extend(about.figures.iter().map(|figure| &figure.cite));
        cites.extend(event.time.as_ref().map(|time| &time.cite));
        Ids::of(&mut cites.into_iter().flatten().map(|cite| &*cite.article)).list().to_vec()
    }

    pub(super) fn medium(&self, medium: &'a Media) -> Medium {
        let text = |text: &'a Option<Text>| text.as_ref().map(|text| text.get(self.lang));
        let caption = match (text(&medium.caption), text(&medium.credit)) {
            (Some(caption), Some(credit)) => fill(self.words.beside(), &[caption, credit]),
            (caption, credit) => caption.or(credit).unwrap_or_default().into(),
        };
        let is_film = medium.kind == MediaKind::Video;
        let frame = if is_film { film::frame(&medium.src) } else { None };
        let (frame, host) = frame.unwrap_or_default();
        Medium {
            plays: usize::from(is_film && film::plays(&medium.src)),
            frame: frame.into(),
            host: host.into(),
            kind: medium.kind,
            src: medium.src.to_string().into(),
            alt: medium.alt.get(self.lang).into(),
            caption: caption.into(),
            width: medium.width.unwrap_or_default(),
            height: medium.height.unwrap_or_default(),
        }
    }
}

fn fact(label: &str, text: String) -> Fact {
    Fact { label: label.into(), text: text.into(), ..Fact::default() }
}

/// Notes a goal for each of what serves it, once.
fn note(serving: &mut [Vec<usize>], goal: usize, ways: impl Iterator<Item = usize>) {
    for way in ways {
        if serving[way].last() != Some(&goal) {
            serving[way].push(goal);
        }
    }
}
