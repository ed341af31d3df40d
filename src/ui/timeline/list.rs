//! The list: items in order under headings, a long one rendered where it is seen.

use yew::prelude::*;

use super::Timeline;
use crate::model::decimal;
use crate::ui::{
    Liveness,
    markup::{Part, markup},
};

/// A list with more items than this has rows of one height, and only those near the viewport are rendered. Find-in-page
/// and print reach every item of a shorter one; a page with a longer one stays quick.
const LONG: usize = 500;

/// The height of such a row and of the heading above, in em of the list.
const ROW_EM: f64 = 4.0;
const HEADING_EM: f64 = 4.0;

/// Rows are rendered by so many at a time, and as many again before and after what is seen.
const AT_A_TIME: usize = 16;

impl Timeline {
    /// Static content is whole, however long it is.
    pub(super) fn is_long(&self) -> bool {
        self.live && self.filters.found.items.len() > LONG
    }

    /// The list. Where another layout is shown it stays for print and for find-in-page, unless it is long.
    pub(super) fn list(&self, ctx: &Context<Self>, shown: bool) -> Html {
        let long = self.is_long();
        if long && !shown {
            return Html::default();
        }
        let groups = self.groups().enumerate().map(|(index, items)| self.group(ctx, index, items));
        let hidden = if shown { Part::Nothing } else { Part::Text("until-found") };
        let list = markup! { <div part="list" hidden={hidden} data-long={long}>{ groups.collect::<Vec<_>>() }</div> };
        if ctx.props().liveness != Liveness::Waiting {
            return list;
        }
        // Where lanes will take its place, the list keeps to their height, so that nothing moves.
        let height = [&decimal(self.lanes_em(ctx.props())), "em"].concat();
        markup! {
            <div part="still">
                <svg part="strut" width="0" height={height} aria-hidden="true"></svg>
                { list }
            </div>
        }
    }

    /// The items found, in groups: of a long list all, else those that are drawn by now.
    fn groups(&self) -> impl Iterator<Item = &[usize]> {
        let items = &self.filters.found.items[..];
        let drawn = if self.is_long() { items.len() } else { self.drawn.of(items.len()) };
        items.get(..drawn).unwrap_or_default().chunk_by(|a, b| self.heading_of(*a) == self.heading_of(*b))
    }

    /// The index of an item's heading. Items that the page has picked stand under one that isn't there.
    pub(super) fn heading_of(&self, item: usize) -> usize {
        if self.picked { usize::MAX } else { self.data.items[item].group }
    }

    /// An item's heading, where it has one, and when that is.
    pub(super) fn heading(&self, item: usize) -> (&str, &str) {
        let heading = self.data.groups.get(self.heading_of(item));
        heading.map(|group| (&*group.title, &*group.when)).unwrap_or_default()
    }

    fn group(&self, ctx: &Context<Self>, index: usize, items: &[usize]) -> Html {
        let (title, when) = items.first().map(|item| self.heading(*item)).unwrap_or_default();
        // Of a long list that nobody has measured yet, as much as a screen shows.
        let unseen = match (self.is_long(), index) {
            (false, _) => items.len(),
            (true, 0) => 2 * AT_A_TIME,
            _ => 0,
        };
        let (from, to) = self.rows.get(index).copied().unwrap_or((0, unseen));
        let rows = items.get(from..to.min(items.len())).unwrap_or_default();
        let after = items.len() - from - rows.len();
        let style = ["--before:", &decimal(from), ";--after:", &decimal(after)].concat();
        let style = if self.is_long() { Part::Text(&style) } else { Part::Nothing };
        let row = |(row, item): (usize, &usize)| self.row(ctx, *item, (from + row, items.len()), title);
        let tag = ctx.props().around().rank();
        let mut heading = Html::default();
        if !title.is_empty() {
            heading = markup! {
                <@{tag} part="group-title">
                    { title }
                    " "
                    <span part="group-when">{ when }</span>
                </@>
            };
        }
        markup! {
            <section part="group" key={index}>
                { heading }
                <ol part="items" role="list" ~style={style}>
                    { rows.iter().enumerate().map(row).collect::<Vec<_>>() }
                </ol>
            </section>
        }
    }

    fn row(&self, ctx: &Context<Self>, index: usize, (row, rows): (usize, usize), group: &str) -> Html {
        let Some(item) = self.data.items.get(index) else {
            return Html::default();
        };
        let live = ctx.props().liveness == Liveness::Live;
        let open = self.open.contains(&index);
        let tabindex = self.roving.tabindex(index);
        let long = self.is_long();
        // What the heading says already is for those who don't see it, and for pages without our looks.
        let when = if *item.when == *group { "within" } else { "when" };
        markup! {
            <li
                part="item" key={&*item.id}
                aria-posinset={if long { Part::Number(row + 1) } else { Part::Nothing }}
                aria-setsize={if long { Part::Number(rows) } else { Part::Nothing }}
            >
                <details data-item={&*item.id} open={open}>
                    <summary
                        data-stage={self.stage(item)}
                        data-row={if live { Part::Number(index) } else { Part::Nothing }}
                        tabindex={if live { Part::Text(tabindex) } else { Part::Nothing }}
                    >
                        <span part="title">{ self.marked(&item.title) }</span>
                        " "
                        <span part={when}>{ &*item.when }</span>
                        " "
                        <span part="meta">{ self.meta(item, " · ", &item.cite) }</span>
                    </summary>
                    { if open || !live { self.details(ctx, index, item) } else { Html::default() } }
                </details>
            </li>
        }
    }

    /// Decides which rows of a long list are rendered; says whether others than before.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and a number of rows"
    )]
    pub(super) fn look(&mut self) -> bool {
        let mut rows = Vec::new();
        if self.is_long() && self.is_list() {
            let (top, bottom) = self.seen();
            let mut above = 0.0;
            for items in self.groups() {
                let first = above + HEADING_EM;
                let open = if items.iter().any(|item| self.open.contains(item)) { self.extra } else { 0.0 };
                above = first + items.len() as f64 * ROW_EM + open;
                let at =
                    |em: f64| ((em - first) / ROW_EM).clamp(0.0, items.len() as f64) as usize / AT_A_TIME;
                let away = above < top || first > bottom;
                let from = at(top - open).saturating_sub(1) * AT_A_TIME;
                let to = ((at(bottom) + 2) * AT_A_TIME).min(items.len());
                rows.push(if away && !rows.is_empty() { (0, 0) } else { (from, to) });
            }
        }
        let other = rows != self.rows;
        self.rows = rows;
        other
    }

    /// How far below the list's top a row of a long list is, in em.
    pub(super) fn row_em(&self, item: usize) -> f64 {
        let mut above = 0.0;
        for items in self.groups() {
            above += HEADING_EM;
            if let Some(row) = items.iter().position(|known| *known == item) {
                return above + row as f64 * ROW_EM;
            }
            above += items.len() as f64 * ROW_EM;
        }
        above
    }

    /// How much higher than a row the open one is, in em.
    pub(super) fn extra_of(&self, height_em: f64) -> f64 {
        (height_em - ROW_EM).max(0.0)
    }
}
