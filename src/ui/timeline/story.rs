//! The story: one item at a time, with the way on and back.

use yew::prelude::*;

use super::Timeline;
use crate::ui::{
    markup::{Part, is, markup},
    rank,
};

impl Timeline {
    /// The position of the item that the story is at, among those found.
    pub(super) fn at(&self) -> usize {
        self.item
            .and_then(|item| self.filters.found.items.iter().position(|found| *found == item))
            .unwrap_or_default()
    }

    pub(super) fn story(&self, ctx: &Context<Self>) -> Html {
        let words = self.data.words();
        let (at, all) = (self.at(), self.filters.found.items.len());
        let found = |at: usize| {
            self.filters.found.items.get(at).and_then(|index| Some((*index, self.data.items.get(*index)?)))
        };
        let Some((index, item)) = found(at) else {
            return Html::default();
        };
        let title = |at: Option<usize>| at.and_then(found).map(|(_, item)| &*item.title);
        let (before, after) = (title(at.checked_sub(1)), title(Some(at + 1)));
        let count = self.data.common().found(words.position(), at + 1, all);
        let era = self.data.groups.get(item.group).map(|group| &*group.title).unwrap_or_default();
        let tag = rank(ctx.props().heading_level + 1);
        markup! {
            <div part="story">
                <article part="card">
                    <p part="era">{ era }</p>
                    <@{tag} part="title">{ self.marked(&item.title) }</@>
                    <p part="when">
                        { if *item.when == *era { Part::Nothing } else { Part::Text(&item.when) } }
                    </p>
                    <p part="meta" data-stage={self.stage(item)}>{ self.meta(item, " · ", &item.cite) }</p>
                    { self.details(ctx, index, item) }
                </article>
                <div part="steps">
                    <button type="button" part="back" data-do="back" aria-disabled={is(before.is_none())}>
                        <span>{ words.back() }</span>
                        " "
                        <small>{ before.unwrap_or_default() }</small>
                    </button>
                    <p part="progress">
                        { count }
                        <progress max={all} value={at + 1} aria-label={words.progress()}></progress>
                    </p>
                    <button type="button" part="on" data-do="on" aria-disabled={is(after.is_none())}>
                        <span>{ words.on() }</span>
                        " "
                        <small>{ after.unwrap_or_default() }</small>
                    </button>
                </div>
            </div>
        }
    }
}
