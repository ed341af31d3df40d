//! A card: what a goal is, by when, how it is measured, and what is done for it.

use yew::prelude::*;

use super::{Copied, GoalDeck, Variant};
use crate::{
    model::decimal,
    ui::{
        Liveness, marked,
        markup::{Part, is, markup},
        parts::{paragraph, part_of, slot},
        rank,
        terms::{explained, note_id, spelled, with_terms},
    },
    view::{
        View as _,
        goals::{
            AHEAD, ARTICLE, Card, DEPARTMENT, KIND, MEASURES, MOST_FIGURES, Quantity, STAGE, TOPIC, Work,
        },
        search::{fold, hit},
        terms::Term,
        words::{fill, joined},
    },
};

/// A figure as wide as more than so many digits is more words than number, or wider than its column where it is large.
const MOST_LARGE: usize = 11;

/// Terms that are still to be explained, each with the id that its note will have.
type Terms<'a> = Vec<(String, &'a Term)>;

impl GoalDeck {
    pub(super) fn card(&self, ctx: &Context<Self>, index: usize, level: u8) -> Html {
        let Some(card) = self.data.cards.get(index) else {
            return Html::default();
        };
        let props = ctx.props();
        let full = props.variant == Variant::Full;
        let open = full || self.printing || self.open.contains(&index);
        let mut terms = self.terms(ctx, card);
        let field: Vec<&str> = self.data.names(card, TOPIC).chain(self.data.names(card, KIND)).collect();
        let ahead: Vec<&Quantity> = card.figures.iter().filter(|figure| figure.past == 0).collect();
        let first = if full { ahead.len() } else { ahead.len().min(MOST_FIGURES) };
        let (first, more) = ahead.split_at(first);
        let unmeasured = paragraph("unmeasured", &card.unmeasured);
        let summary = match &*card.summary {
            "" => Html::default(),
            // A closed card is one stop for the Tab key.
            summary if !open => markup! { <p part="summary">{ self.marked(summary) }</p> },
            summary => markup! { <p part="summary">{ self.explained(ctx, summary, &mut terms) }</p> },
        };
        let cites: Vec<&str> = self.data.names(card, ARTICLE).collect();
        let cited = match &*joined(&cites, self.data.common().names_comma()) {
            "" => Html::default(),
            cites => {
                markup! { <p part="cite">{ fill(self.data.words().cited(), &[&self.data.title, cites]) }</p> }
            }
        };
        let stages = if full { Html::default() } else { self.stages(card) };
        let rest = if card.is_whole() {
            let rest = self.rest_of(ctx, (index, card), level + 1, more, terms);
            markup! { <div part="more">{ rest }</div> { self.ways(ctx, (index, card)) } }
        } else {
            Html::default()
        };
        let rest = if full { rest } else { self.folded(ctx, (index, card), open, rest) };
        markup! {
            <article
                part="goal" data-goal={if self.live { Part::Number(index) } else { Part::Nothing }}
                data-item={&*card.id} data-variant={props.variant.name()}
                data-selected={self.goal == Some(index) && props.only.is_none()} aria-label={&*card.title}
            >
                <div part="goal-head">
                    <p part="field">{ joined(&field, " · ") }</p>
                    " "
                    <@{rank(level)} part="goal-title">{ self.marked(&card.title) }</@>
                    " "
                    { horizons(card) }
                </div>
                { summary }
                <div part="numbers">
                    { self.figures("figures", first) }
                    { unmeasured }
                    { self.progress(card, props.only.is_some()) }
                </div>
                { stages }
                { cited }
                { rest }
                { slot(&props.render_goal, &card.id) }
            </article>
        }
    }

    /// What a card is opened for: a summary that says what is in it.
    fn folded(&self, ctx: &Context<Self>, (index, card): (usize, &Card), open: bool, rest: Html) -> Html {
        let words = self.data.words();
        let counted = [
            (words.count_measures(), card.size(MEASURES)),
            (words.count_projects(), card.projects.len()),
            (words.count_figures(), card.size(AHEAD).saturating_sub(MOST_FIGURES)),
        ];
        let counted: Vec<String> = counted
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(sentence, count)| self.data.common().count(sentence, *count))
            .collect();
        let text = if counted.is_empty() {
            words.details().into()
        } else {
            joined(&counted, self.data.common().comma())
        };
        let tabindex = self.roving.tabindex(index);
        let live = self.live && ctx.props().only.is_none();
        // Opened before the widget is live, it has to hold what it will.
        let rest = if open || !self.live { rest } else { Html::default() };
        markup! {
            <details open={open}>
                <summary
                    data-row={self.row(index)}
                    tabindex={if live { Part::Text(tabindex) } else { Part::Nothing }}
                >
                    { text }
                </summary>
                { rest }
            </details>
        }
    }

    /// What a closed card doesn't show.
    fn rest_of(
        &self,
        ctx: &Context<Self>,
        (index, card): (usize, &Card),
        level: u8,
        figures: &[&Quantity],
        mut terms: Terms,
    ) -> Vec<Html> {
        let props = ctx.props();
        let words = self.data.words();
        let heading = rank(level);
        let section = |title: &str, body: Html| {
            markup! { <section><@{heading} part="more-title">{ title }</@>{ body }</section> }
        };
        let mut rest = Vec::new();
        if !card.measures.is_empty() {
            let measures: Vec<Html> = card
                .measures
                .iter()
                .map(|text| markup! { <li part="measure">{ self.explained(ctx, text, &mut terms) }</li> })
                .collect();
            rest.push(section(
                words.measures(),
                markup! {
                    <ul part="measures" role="list">{ measures }</ul>
                },
            ));
        }
        let past: Vec<&Quantity> = card.figures.iter().filter(|figure| figure.past != 0).collect();
        for (title, figures) in [(words.more_figures(), figures), (words.past_figures(), &past)] {
            if !figures.is_empty() {
                rest.push(section(title, self.figures("more-figures", figures)));
            }
        }
        if !card.projects.is_empty() {
            let stages = card.projects.chunk_by(|a, b| a.stage == b.stage);
            let mut at = 0;
            let stages: Vec<Html> = stages
                .map(|works| {
                    at += works.len();
                    self.stage(index, works, at - works.len())
                })
                .collect();
            rest.push(section(words.projects(), markup! { <div part="projects">{ stages }</div> }));
        }
        let left = terms.iter().map(|(id, term)| {
            let term = if props.liveness.is_plain() {
                spelled(&term.name, term)
            } else {
                explained(id, &term.name, term)
            };
            markup! { <li>{ term }</li> }
        });
        let left: Vec<Html> = left.collect();
        if !left.is_empty() {
            rest.push(section(words.terms(), markup! { <ul part="terms" role="list">{ left }</ul> }));
        }
        if self.has_departments(ctx) {
            let names: Vec<&str> = self.data.names(card, DEPARTMENT).collect();
            if !names.is_empty() {
                let names = fill(
                    words.labelled(),
                    &[words.departments(), &joined(&names, self.data.common().names_comma())],
                );
                rest.push(markup! { <p part="department">{ names }</p> });
            }
        }
        rest
    }

    /// Copies, and the link.
    fn ways(&self, ctx: &Context<Self>, (index, card): (usize, &Card)) -> Html {
        let props = ctx.props();
        // Room is left for it before it works.
        match props.liveness {
            #[cfg(feature = "prerender")]
            Liveness::None => return Html::default(),
            Liveness::Waiting => {
                return markup! {
                    <p part="ways" class="plan-controls">
                        <button type="button" part="copy" disabled>
                            { self.data.words().copy_text() }
                        </button>
                    </p>
                };
            }
            Liveness::Live => (),
        }
        let copied = self.copied.filter(|(copied, _)| *copied == index).map(|(_, what)| what);
        let copy = match &props.oncopy {
            Some(_) => {
                let text = match copied {
                    Some(what @ (Copied::Text | Copied::Nothing)) => what.said(&self.data),
                    _ => self.data.words().copy_text(),
                };
                markup! { <button type="button" part="copy" data-do="copy" value={index}>{ text }</button> }
            }
            None => Html::default(),
        };
        let link = match &props.link_prefix {
            Some(prefix) => {
                let text = if copied == Some(Copied::Link) {
                    self.data.common().copied()
                } else {
                    self.data.common().copy()
                };
                markup! { <a part="link" href={[&**prefix, &card.id].concat()}>{ text }</a> }
            }
            None => Html::default(),
        };
        markup! { <p part="ways" class="plan-controls">{ copy } " " { link }</p> }
    }

    /// How many projects are in each stage.
    fn stages(&self, card: &Card) -> Html {
        let stages = card.facets.get(STAGE).into_iter().flatten();
        let stages = stages.zip(&card.counts).filter_map(|(stage, count)| {
            let stage = self.data.values(STAGE).get(*stage)?;
            Some(markup! { <li data-stage={&*stage.id}>{ &*stage.name } " " <small>{ *count }</small></li> })
        });
        let stages: Vec<Html> = stages.collect();
        if stages.is_empty() {
            markup! { <div></div> }
        } else {
            markup! { <ul part="stages" role="list">{ stages }</ul> }
        }
    }

    /// The projects of a stage; `from` is the index of the first in its card.
    fn stage(&self, index: usize, works: &[Work], from: usize) -> Html {
        let stage = works.first().and_then(|work| self.data.values(STAGE).get(work.stage));
        let Some(stage) = stage else {
            return Html::default();
        };
        // What all have in common is said once.
        let when = works
            .first()
            .map(|work| &*work.when)
            .filter(|when| works.iter().all(|work| &*work.when == *when));
        let items =
            works.iter().enumerate().map(|(at, work)| self.work(index, from + at, work, when.is_none()));
        let about = part_of(decimal(works.len()), &[when.unwrap_or_default()]);
        markup! {
            <p part="stage" data-stage={&*stage.id}>
                { &*stage.name }
                " "
                <small>{ about }</small>
            </p>
            <ul part="works" role="list">{ items.collect::<Vec<_>>() }</ul>
        }
    }

    fn work(&self, index: usize, at: usize, work: &Work, with_time: bool) -> Html {
        let name = self.marked(&work.name);
        let selected = self.goal == Some(index) && self.project.as_ref() == Some(&work.id);
        let name = if self.live {
            markup! {
                <button type="button" part="project" data-do="project" value={at} aria-pressed={is(selected)}>
                    { name }
                </button>
            }
        } else {
            markup! { <span part="project">{ name }</span> }
        };
        let when = if with_time { &*work.when } else { "" };
        let about: Vec<&str> =
            [&*work.object, when, &work.cite].into_iter().filter(|text| !text.is_empty()).collect();
        let about = match joined(&about, " · ") {
            about if about.is_empty() => Html::default(),
            about => markup! { " " <small>{ about }</small> },
        };
        let original = self.data.original();
        markup! {
            <li part="work">
                { name }
                " "
                <q part="verb" lang={original.tag()}>{ &*work.verb }</q>
                { about }
            </li>
        }
    }

    /// Figures, large.
    fn figures(&self, part: &'static str, figures: &[&Quantity]) -> Html {
        if figures.is_empty() {
            return Html::default();
        }
        let items = figures.iter().map(|figure| {
            let about =
                [&*figure.kind, &*figure.when, &*figure.cite].into_iter().filter(|text| !text.is_empty());
            let about: Vec<&str> = about.collect();
            markup! {
                <div part="figure">
                    <dt>{ self.marked(&figure.measure) }</dt>
                    <dd part="value" data-words={figure.small != 0 || width(&figure.text) > MOST_LARGE}>
                        { self.marked(&figure.text) }
                    </dd>
                    <dd part="about">{ joined(&about, " · ") }</dd>
                    { figure.with.iter().map(|figure| self.with(figure)).collect::<Vec<_>>() }
                </div>
            }
        });
        markup! { <dl part={Part::Text(part)}>{ items.collect::<Vec<_>>() }</dl> }
    }

    /// A quantity that another one is shown with, in a line.
    fn with(&self, figure: &Quantity) -> Html {
        let measure = fill(self.data.words().labelled(), &[&figure.measure, ""]);
        markup! { <dd part="with">{ self.marked(measure.trim_end()) } " " <b>{ self.marked(&figure.text) }</b></dd> }
    }

    /// A card's terms.
    fn terms(&self, ctx: &Context<Self>, card: &Card) -> Terms<'_> {
        let terms = card.terms.iter().filter_map(|term| Some((*term, self.data.terms.get(*term)?)));
        terms.map(|(index, term)| (note_id(&ctx.props().id, &card.id, index), term)).collect()
    }

    /// A text with its terms explained and what is searched for marked.
    fn explained(&self, ctx: &Context<Self>, text: &str, terms: &mut Terms) -> Vec<Html> {
        if ctx.props().liveness.is_plain() {
            return vec![self.marked(text)]; // they are spelled at the card's end
        }
        with_terms(text, terms, &|text| self.marked(text))
    }

    /// A text with what is searched for in a `<mark>`.
    pub(super) fn marked(&self, text: &str) -> Html {
        marked(text, hit(text, &fold(&self.filters.filter.query)))
    }
}

/// By when it is to be reached; several times along a line, in their order.
fn horizons(card: &Card) -> Html {
    match &card.horizons[..] {
        [] | [_] => {
            let when = card.horizons.first().map(|when| &**when);
            markup! { <p part="horizon">{ when.unwrap_or_default() }</p> }
        }
        several => {
            let times: Vec<Html> = several
                .iter()
                .map(|when| markup! { <li part="horizon"><span>{ &**when }</span></li> })
                .collect();
            markup! { <ol part="horizons" role="list">{ times }</ol> }
        }
    }
}

/// How wide a text is in digits: Chinese characters are as wide as two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{2e80}' { 1 } else { 2 }).sum()
}
