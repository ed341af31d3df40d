//! The story: one item at a time, with the way on and back, and where it is in time.

use yew::prelude::*;

use super::{
    Timeline,
    details::image,
    lanes::{on_axis, year_of},
};
use crate::{
    model::{MediaKind, decimal},
    ui::markup::{Part, is, markup},
    view::timeline::{Item, lanes::marks},
};

/// The width of the strip that the marks are drawn in: those that are closer than one of it are one.
const STRIP: f64 = 1000.0;

impl Timeline {
    /// The position of the item that the story is at, among those found.
    pub(super) fn at(&self) -> usize {
        self.item.and_then(|item| self.position(item)).unwrap_or_default()
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
        let (before, after) = (at.checked_sub(1).and_then(found), found(at + 1));
        // Where one gets to, and when that is.
        let named = |to: Option<(usize, &Item)>| {
            to.map(|(_, item)| [&*item.title, " · ", &item.when].concat()).unwrap_or_default()
        };
        let count = self.data.common().found(words.position(), at + 1, all);
        let (era, _) = self.heading(index);
        let tag = ctx.props().around().rank();
        let media = self.media(ctx, item);
        let has_media = !media.is_empty();
        // The next picture comes while this item is read.
        let next =
            after.and_then(|(_, item)| item.media.iter().find(|medium| medium.kind == MediaKind::Image));
        let next = next.map(|medium| {
            let image = image("ahead", medium, "");
            markup! { <span part="next" aria-hidden="true">{ image }</span> }
        });
        markup! {
            <div part="story">
                { self.strip(at) }
                <article part="card" data-media={has_media}>
                    <div part="lead">
                        <p part="era">{ era }</p>
                        <@{tag} part="title">{ self.marked(&item.title) }</@>
                        <p part="when">
                            { if *item.when == *era { Part::Nothing } else { Part::Text(&item.when) } }
                        </p>
                        <p part="meta" data-stage={self.stage(item)}>{ self.meta(item, " · ", &item.cite) }</p>
                    </div>
                    <div part="media" key={&*item.id}>{ media }</div>
                    <div part="details">{ self.text(ctx, index, item) }</div>
                    { next.unwrap_or_default() }
                </article>
                <div part="steps">
                    <button type="button" part="back" data-do="back" aria-disabled={is(before.is_none())}>
                        <span>{ words.back() }</span>
                        " "
                        <small>{ named(before) }</small>
                    </button>
                    <p part="progress">
                        { count }
                        <progress max={all} value={at + 1} aria-label={words.progress()}></progress>
                    </p>
                    <button type="button" part="on" data-do="on" aria-disabled={is(after.is_none())}>
                        <span>{ words.on() }</span>
                        " "
                        <small>{ named(after) }</small>
                    </button>
                </div>
            </div>
        }
    }

    /// Where one is in time: a mark for each item, for pointers; keys and screen readers have the buttons and the count.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days and shares of an axis")]
    fn strip(&self, at: usize) -> Html {
        let marks = marks(&self.data, &self.filters.found.items, self.axis);
        let mut lines = String::new();
        let mut last = usize::MAX;
        for mark in &marks {
            let x = (mark * STRIP) as usize;
            if x != last {
                lines += &["M", &decimal(x), " 0v1"].concat();
                last = x;
            }
        }
        let here = on_axis(marks.get(at).copied().unwrap_or_default(), 0.0, 0);
        let year = |day: f64| year_of(&self.data, day);
        markup! {
            <div part="strip" data-do="seek" aria-hidden="true">
                <svg viewBox={"0 0 1000 1"} preserveAspectRatio="none"><path d={lines}></path></svg>
                <i part="here" ~style={here}></i>
                <span>{ year(self.axis.start) }</span>
                <span>{ year(self.axis.end - 1.0) }</span>
            </div>
        }
    }
}
