//! An item's details: what is known of an event, line by line.

use super::{
    super::{Fact, Medium, wording},
    About, Builder,
};
use crate::{
    model::{Cite, Event, Goal, Media, Text, Time},
    view::{facets::known, words::fill},
};

impl<'a> Builder<'a> {
    /// The title of an event: its own, or that of what it is about; a figure's with its number.
    pub(super) fn title(&self, event: &Event, about: &About) -> String {
        let title = self.plan.title(event).map(|title| title.get(self.lang)).unwrap_or_default();
        match (&event.title, &about.figures[..]) {
            (None, [figure]) => fill(self.words.measured, &[title, figure.text.get(self.lang)]),
            _ => title.into(),
        }
    }

    pub(super) fn facts(
        &mut self,
        event: &'a Event,
        about: &About<'a>,
        span: Option<&Time>,
        when: &str,
        label: &str,
        cites: &[&str],
    ) -> Vec<Fact> {
        let Builder { plan, lang, words, .. } = *self;
        let mut facts = Vec::new();
        let exact = span.map(|time| wording::time(time, lang)).filter(|exact| exact != when);
        facts.push(fact(words.when, exact.map_or(when.into(), |exact| fill(words.beside, &[when, &exact]))));
        let verbs: Vec<&str> = about.projects.iter().filter_map(|(_, m)| m.map(|m| &*m.verb.exact)).collect();
        if event.stage.is_some() {
            let quote = verbs.first().copied().unwrap_or_default();
            let text = if quote.is_empty() { label.into() } else { fill(words.verb, &[label]) };
            facts.push(Fact { quote: quote.into(), ..fact(words.stage, text) });
        }
        let own = event.title.is_none() && about.figures.len() == 1;
        for figure in &about.figures {
            let kind = words.figures[figure.kind as usize];
            let text = figure.text.get(lang);
            let time = figure.time.as_ref().or(figure
                .period
                .as_ref()
                .and_then(|id| plan.periods.find(id))
                .map(|p| &p.time));
            let time = time.map(|time| wording::time(time, lang)).unwrap_or_default();
            let measure = if own { "" } else { figure.measure.get(lang) };
            let about: Vec<&str> =
                [measure, kind, &time].into_iter().filter(|part| !part.is_empty()).collect();
            facts.push(fact(words.figure, fill(words.beside, &[text, &about.join(words.comma)])));
        }
        // What it serves; a goal's own event needs no word of it.
        for goal in plan.goals.iter().filter(|goal| serves(goal, event)) {
            let own = plan.events.iter().find(|other| {
                other.goals.iter().any(|id| **id == *goal.id) && (other.period == event.period)
            });
            facts.push(Fact {
                item: own.map(|own| own.id.to_string().into()).unwrap_or_default(),
                ..fact(words.goal, goal.title.get(lang).into())
            });
        }
        for time in about.goals.iter().flat_map(|goal| &goal.horizons) {
            let exact = wording::time(time, lang);
            let text = time.text.as_ref().map(|text| text.get(lang));
            // That of the item itself is there already.
            if text != Some(when) && exact != when {
                let worded = text.map_or(exact.clone(), |text| fill(words.beside, &[text, &exact]));
                facts.push(fact(words.horizon, worded));
            }
        }
        let terms = event.terms.iter().chain(about.goals.iter().flat_map(|goal| &goal.terms));
        for term in terms.filter_map(|id| plan.terms.find(id)) {
            let at = known(&mut self.terms, &term.id) + 1;
            facts.push(Fact { term: at, ..fact(words.term, term.name.get(lang).into()) });
        }
        for id in cites {
            facts.push(fact(words.cite, wording::article(plan, id, lang)));
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
        let mut ids: Vec<&str> = Vec::new();
        for cite in cites.into_iter().flatten() {
            known(&mut ids, &cite.article);
        }
        ids
    }

    pub(super) fn medium(&self, medium: &'a Media) -> Medium {
        let text = |text: &'a Option<Text>| text.as_ref().map(|text| text.get(self.lang));
        let caption = match (text(&medium.caption), text(&medium.credit)) {
            (Some(caption), Some(credit)) => fill(self.words.beside, &[caption, credit]),
            (caption, credit) => caption.or(credit).unwrap_or_default().into(),
        };
        Medium {
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

/// Whether a goal is served by a project or a figure that the event is about.
fn serves(goal: &Goal, event: &Event) -> bool {
    goal.projects.iter().any(|id| event.projects.contains(id))
        || goal.figures.iter().any(|id| event.figures.contains(id))
}
