//! Progress that the page reports: of a card, and of a deck as a whole.

use yew::prelude::*;

use super::GoalDeck;
use crate::{
    ui::{
        markup::{Part, markup},
        parts::paragraph,
        rank,
    },
    view::{
        goals::{COLUMNS, Card, Course, GoalLayout, STATUS, Standing},
        words::{fill, joined},
    },
};

impl GoalDeck {
    /// Whether the page reports anything.
    pub(super) fn is_reported(&self) -> bool {
        !self.data.account.words.is_empty()
    }

    /// Whether goals are rows of a table.
    pub(super) fn is_table(&self) -> bool {
        self.is_reported() && self.arrangement.layout == GoalLayout::Table
    }

    /// A label and a text; nothing without a text.
    fn labelled(&self, part: &'static str, label: &str, text: &str) -> Html {
        match text {
            "" => Html::default(),
            text => paragraph(part, &fill(self.data.words().labelled(), &[label, text])),
        }
    }

    /// Where numbers come from.
    fn source(&self, source: &str, url: &str) -> Html {
        let source = match url {
            "" => markup! { { source } },
            url => markup! { <a part="reporter" href={url} rel="noopener">{ source }</a> },
        };
        markup! { <p part="report">{ self.data.words().reported_by() } { source }</p> }
    }

    /// How numbers are found, to be opened.
    fn method(&self, method: &str) -> Html {
        match method {
            "" => Html::default(),
            method => markup! {
                <details part="method"><summary>{ self.data.words().method() }</summary><p>{ method }</p></details>
            },
        }
    }

    /// A status by its name, with its mark.
    fn status(&self, status: Option<usize>) -> Html {
        match status.and_then(|status| self.data.values(STATUS).get(status)) {
            Some(status) => {
                markup! { <span part="status-name" data-stage={&*status.id}>{ &*status.name }</span> }
            }
            None => Html::default(),
        }
    }

    fn status_of(card: &Card) -> Option<usize> {
        card.facets.get(STATUS)?.first().copied()
    }

    /// What is reported of a card, apart from what the plan says. `alone` says whether the deck around it says nothing of it.
    pub(super) fn progress(&self, card: &Card, alone: bool) -> Html {
        let status = self.status(Self::status_of(card));
        if card.progress.is_empty() && card.judged.is_empty() {
            return match Self::status_of(card) {
                Some(_) => markup! { <p part="judged">{ status }</p> },
                None => Html::default(),
            };
        }
        let standings: Vec<Html> =
            card.progress.iter().map(|standing| self.standing(standing, alone)).collect();
        let judged = match &*card.judged {
            "" => Html::default(),
            judged => markup! { <p part="judged">{ status } " " <small>{ judged }</small></p> },
        };
        markup! {
            <section part="progress-report">
                <p part="reported">{ self.data.words().reported() }</p>
                { judged }
                { standings }
            </section>
        }
    }

    /// A report.
    fn standing(&self, standing: &Standing, alone: bool) -> Html {
        let (words, account) = (self.data.reported(), &self.data.account);
        let bar = match (&standing.course, standing.share) {
            (Some(course), _) => line(course),
            (None, Some(share)) => {
                let levels = [(words.baseline(), &standing.from), (words.target(), &standing.to)];
                let levels = levels.map(|(label, text)| fill(self.data.words().labelled(), &[label, text]));
                let levels = joined(&levels, self.data.common().comma());
                markup! { <progress part="share" max="100" value={share} aria-label={levels}></progress> }
            }
            (None, None) => Html::default(),
        };
        let value = match &*standing.value {
            "" => Html::default(),
            value => markup! { <p><b part="value">{ value }</b> " " <small>{ &*standing.when }</small></p> },
        };
        let status = match &*standing.reason {
            "" => Html::default(),
            reason => {
                markup! { <p part="reason">{ self.status(standing.status) } " " <small>{ reason }</small></p> }
            }
        };
        // The deck says once what all have in common.
        let is_own = alone || standing.source != account.source || standing.url != account.url;
        let source = if is_own { self.source(&standing.source, &standing.url) } else { Html::default() };
        let method = if alone || standing.method != account.method { &*standing.method } else { "" };
        markup! {
            <div part="standing">
                { paragraph("what", &standing.what) }
                { value }
                { bar }
                { self.labelled("level", words.baseline(), &standing.from) }
                { self.labelled("level", words.target(), &standing.to) }
                { status }
                { paragraph("old", &standing.old) }
                { paragraph("due", &standing.due) }
                { self.values_of(standing) }
                { source }
                { self.method(method) }
            </div>
        }
    }

    /// The values of a series, to be opened; on paper they are.
    fn values_of(&self, standing: &Standing) -> Html {
        if standing.values.is_empty() {
            return Html::default();
        }
        let words = self.data.reported();
        let rows = standing.values.iter().map(|value| {
            markup! {
                <tr><th scope="row">{ &*value.when }</th><td>{ &*value.value }</td><td>{ &*value.remark }</td></tr>
            }
        });
        markup! {
            <details part="values" open={self.printing}>
                <summary>{ words.values() }</summary>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ words.when() }</th>
                            <th scope="col">{ words.value() }</th>
                            <th scope="col">{ words.remark() }</th>
                        </tr>
                    </thead>
                    <tbody>{ rows.collect::<Vec<_>>() }</tbody>
                </table>
            </details>
        }
    }

    /// Whose account it is.
    pub(super) fn account(&self) -> Html {
        if !self.is_reported() {
            return Html::default();
        }
        let account = &self.data.account;
        markup! {
            <div part="account">
                <p part="reported">{ self.data.words().reported() }</p>
                { self.source(&account.source, &account.url) }
                { self.method(&account.method) }
                { paragraph("unjudged", &account.unjudged) }
            </div>
        }
    }

    /// How many goals have each status, in a line.
    pub(super) fn statuses(&self) -> Html {
        let counts = self.filters.found.counts.get(STATUS).into_iter().flatten();
        let counts = self.data.values(STATUS).iter().zip(counts);
        let list: Vec<String> = counts
            .map(|(status, count)| [&*status.name, "\u{a0}", &self.data.common().whole(*count)].concat())
            .collect();
        let list = joined(&list, self.data.common().names_comma());
        self.labelled("statuses", self.data.reported().by_status(), &list)
    }

    /// What is reported of nothing that a card shows.
    pub(super) fn unbound(&self, level: u8) -> Html {
        let account = &self.data.account;
        if account.unbound.is_empty() {
            return Html::default();
        }
        let standings = account.unbound.iter().map(|standing| self.standing(standing, false));
        markup! {
            <section part="unbound">
                <@{rank(level)} part="group-title">{ self.data.reported().unbound() }</@>
                { standings.collect::<Vec<_>>() }
            </section>
        }
    }

    /// Goals as rows, one for each report.
    pub(super) fn table(&self, items: &[usize]) -> Html {
        let words = self.data.reported();
        let heads: [&str; COLUMNS] = [
            words.goal(),
            words.horizon(),
            words.value(),
            words.target(),
            words.status(),
            words.as_of(),
            words.source(),
        ];
        let heads = heads.iter().enumerate().map(|(column, name)| {
            let sorted = self.column.filter(|sorted| sorted.0 == column);
            let sorted = sorted.map(|(_, down)| if down { "descending" } else { "ascending" });
            // Before it is live, it can't be sorted.
            let name = if self.live {
                markup! { <button type="button" data-do="column" value={column}>{ *name }</button> }
            } else {
                markup! { { *name } }
            };
            markup! { <th scope="col" aria-sort={sorted}>{ name }</th> }
        });
        let heads: Vec<Html> = heads.collect();
        let rows = items.iter().filter_map(|index| self.data.cards.get(*index)).map(|card| self.rows(card));
        markup! {
            <div part="scroll" role="region" tabindex="0" aria-label={words.table()}>
                <table part="table"><thead><tr>{ heads }</tr></thead>{ rows.collect::<Vec<_>>() }</table>
            </div>
        }
    }

    /// The rows of a goal.
    fn rows(&self, card: &Card) -> Html {
        let common = self.data.common();
        let none = Standing::default();
        let standings: Vec<&Standing> =
            if card.progress.is_empty() { vec![&none] } else { card.progress.iter().collect() };
        let count = standings.len();
        let rows = standings.iter().enumerate().map(|(index, standing)| {
            // What is the goal's stands once.
            let (goal, status) = if index > 0 {
                Default::default()
            } else {
                let goal = markup! {
                    <th scope="rowgroup" rowspan={count}>{ self.marked(&card.title) }</th>
                    <td rowspan={count}>{ joined(&card.horizons, common.comma()) }</td>
                };
                (goal, markup! { <td rowspan={count}>{ self.status(Self::status_of(card)) }</td> })
            };
            markup! {
                <tr>
                    { goal }
                    <td>{ paragraph("what", &standing.what) }{ &*standing.value }</td>
                    <td>{ &*standing.to }</td>
                    { status }
                    <td>{ &*standing.date }</td>
                    <td>{ &*standing.source }</td>
                </tr>
            }
        });
        // Without a key, so that another order changes texts and makes no elements anew.
        markup! { <tbody>{ rows.collect::<Vec<_>>() }</tbody> }
    }
}

/// A series as a line: a picture of the values beside it.
fn line(course: &Course) -> Html {
    let lines = course.lines.iter().map(|line| {
        let (width, dashes) = match &*line.kind {
            "target" => ("1", Part::Nothing),
            "forecast" => ("2", Part::Text("5 4")),
            "actual" => ("2", Part::Nothing),
            _ => ("8", Part::Nothing),
        };
        markup! {
            <path
                data-line={&*line.kind} d={&*line.path} stroke-width={width} stroke-dasharray={dashes}
                vector-effect="non-scaling-stroke"
            ></path>
        }
    });
    let ends = course.ends.iter().map(|when| markup! { <span>{ &**when }</span> " " });
    markup! {
        <svg
            part="course" viewBox={SIZE} preserveAspectRatio="none" width="100%" height="56" fill="none"
            stroke="currentColor" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
        >{ lines.collect::<Vec<_>>() }</svg>
        <p part="ends" aria-hidden="true">{ ends.collect::<Vec<_>>() }</p>
    }
}

/// The box of lines.
const SIZE: &str = "0 0 1000 240";

const _: () = assert!(Course::WIDTH == 1000 && Course::HEIGHT == 240, "the box of lines is another one");
