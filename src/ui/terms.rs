//! A term of the plan where it is used: a button in the text, and what it means on top of the page.

use yew::prelude::*;

use super::markup::markup;
use crate::{
    model::decimal,
    view::{
        search::{fold, hit},
        terms::Term,
    },
};

/// The id of a term's note: `widget` is the id of the element around it, which sets it apart from another widget's.
pub(super) fn note_id(widget: &Option<AttrValue>, of: &str, term: usize) -> String {
    [widget.as_deref().unwrap_or("plan"), "-term-", of, "-", &decimal(term)].concat()
}

/// A term, called `text` here; `id` is to be of its own in the tree.
pub(super) fn explained(id: &str, text: &str, term: &Term) -> Html {
    let components = term.components.iter().map(|text| markup! { <span part="component">{ &**text }</span> });
    markup! {
        <button type="button" part="term-name" popovertarget={id}>{ text }</button>
        <span id={id} part="term-note" popover>
            <b>{ &*term.name }</b>
            " "
            <span>{ &*term.note }</span>
            { components.collect::<Vec<_>>() }
        </span>
    }
}

/// A term whose meaning stands beside it: in plain HTML, of which a page may take out what opens and closes.
pub(super) fn spelled(text: &str, term: &Term) -> Html {
    let components = term.components.iter().map(|text| markup! { <li>{ &**text }</li> });
    let components = match components.collect::<Vec<_>>() {
        none if none.is_empty() => Html::default(),
        all => markup! { <ul>{ all }</ul> },
    };
    markup! { <b>{ text }</b> " " <span>{ &*term.note }</span> { components } }
}

/// `text` with the first of each of `terms` in it explained, and the rest as `plain` shows it. Terms that were found are
/// taken out of the list, in which each has the id that its note will have.
pub(super) fn with_terms(
    text: &str,
    terms: &mut Vec<(String, &Term)>,
    plain: &dyn Fn(&str) -> Html,
) -> Vec<Html> {
    let mut nodes = Vec::new();
    let mut rest = text;
    while !terms.is_empty() {
        let hits =
            terms.iter().enumerate().filter_map(|(at, (_, term))| Some((at, hit(rest, &fold(&term.name))?)));
        let Some((at, range)) = hits.min_by_key(|(_, range)| range.start) else {
            break;
        };
        let (id, term) = terms.remove(at);
        nodes.push(plain(rest.get(..range.start).unwrap_or_default()));
        nodes.push(explained(&id, rest.get(range.clone()).unwrap_or_default(), term));
        rest = rest.get(range.end..).unwrap_or_default();
    }
    nodes.push(plain(rest));
    nodes
}
