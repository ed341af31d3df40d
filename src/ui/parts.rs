//! Pieces of markup that several widgets have.

use yew::prelude::*;

use super::{AT_A_TIME, Liveness, markup::markup, rank};
use crate::{model::IdOf, view::words::CommonWords};

/// A paragraph, where there is a text.
#[inline(never)]
pub(super) fn paragraph(part: &'static str, text: &str) -> Html {
    if text.is_empty() {
        return Html::default();
    }
    markup! { <p part={part}>{ text }</p> }
}

/// Whether texts of this direction run from right to left.
pub(super) fn is_rtl(direction: &str) -> bool {
    direction == "rtl"
}

/// The head of a widget: its heading, where it has one, the plan's title, and what else belongs there.
#[inline(never)]
pub(super) fn head(level: u8, heading: &str, source: &str, mut more: Html) -> Html {
    let mut title = Html::default();
    if !heading.is_empty() {
        title = markup! { <@{rank(level)} part="heading">{ heading }</@> };
    }
    markup! {
        <div part="head">
            { title }
            <p part="source">{ source }</p>
            { std::mem::take(&mut more) }
        </div>
    }
}

/// That there is nothing, with the button that brings everything back where a filter is why.
#[inline(never)]
pub(super) fn none(text: &str, clear: Option<&str>) -> Html {
    match clear {
        Some(clear) => markup! {
            <div part="none">
                <p>{ text }</p>
                <button type="button" part="clear" data-do="clear">{ clear }</button>
            </div>
        },
        None => paragraph("none", text),
    }
}

/// What the host adds to what has this id, where it adds anything.
#[inline(never)]
pub(super) fn slot<T>(render: &Option<Callback<IdOf<T>, Html>>, id: &str) -> Html {
    match render {
        Some(render) => markup! { <div>{ render.emit(id.into()) }</div> },
        None => Html::default(),
    }
}

/// The way to the rest of a list: to `all` of them, where the page shows a few at first, or to more of those that are `left`;
/// `sentence` has holes for how many come next and all. Before it works it has its room.
#[inline(never)]
pub(super) fn rest(common: CommonWords, sentence: &str, left: usize, all: usize, live: Liveness) -> Html {
    let off = live != Liveness::Live;
    let text = match (left, all) {
        (0, 0) => return Html::default(),
        _ if live.is_plain() => return Html::default(),
        (_, 0) => common.found(sentence, left.min(AT_A_TIME), left),
        _ => common.count(common.show_all(), all),
    };
    markup! {
        <p part="rest" class="plan-controls"><button type="button" data-do="more" disabled={off}>{ text }</button></p>
    }
}

/// How many are shown at first, of the property: 0 is all.
pub(super) fn limit(limit: usize) -> usize {
    if limit == 0 { usize::MAX } else { limit }
}

/// How many there are of a list: `all` of the plan, `among` those that the page has chosen, `found` those that the reader's
/// filter finds, `shown` those that a limit leaves.
#[derive(Clone, Copy)]
pub(super) struct Counts {
    pub all: usize,
    pub among: usize,
    pub found: usize,
    pub shown: usize,
}

/// These in words: by the first sentence where there is a filter, by the second where nothing is left out; `more` is said behind
/// it.
pub(super) fn counted(
    common: CommonWords,
    (found, whole): (&str, &str),
    filtered: bool,
    counts: Counts,
    more: &str,
) -> String {
    let (cut, chosen) = (counts.shown < counts.found, counts.among < counts.all);
    let part = cut || chosen && !filtered;
    let mut count = String::new();
    if filtered {
        count = common.found(found, counts.found, counts.among);
    } else if !part {
        count = common.count(whole, counts.among);
    }
    if part {
        let all = if filtered { counts.found } else { counts.all };
        count = part_of(count, &[&common.found(common.some_of(), counts.shown, all)]);
    }
    part_of(count, &[if chosen { common.selection() } else { "" }, more])
}

/// A count with what else is to be said of it.
#[inline(never)]
pub(super) fn part_of(mut count: String, more: &[&str]) -> String {
    for text in more.iter().filter(|text| !text.is_empty()) {
        if !count.is_empty() {
            count += " · ";
        }
        count += text;
    }
    count
}

/// A choice of a `<select>`.
#[inline(never)]
pub(super) fn option(id: &str, selected: bool, text: &str) -> Html {
    markup! { <option value={id} selected={selected}>{ text }</option> }
}

/// A search box with its label, which is a part where it has a name.
#[inline(never)]
pub(super) fn search(part: Option<&'static str>, label: &str, hint: &str, query: &str, off: bool) -> Html {
    markup! {
        <label part={part}>
            <span part="label">{ label }</span>
            <input
                part="search-input" type="search" value={query} placeholder={hint} autocomplete="off"
                spellcheck="false" disabled={off}
            ></input>
        </label>
    }
}
