//! Terms in a text of an application's own.

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use super::{Source, terms::explained};
use crate::{
    model::Lang,
    view::{
        glossary::{Entry, GlossaryView},
        marking::Finder,
        terms::Term as Explained,
    },
};

/// What [`Term`] takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TermProps {
    /// The plan whose term it is, or its lexicon in the same language.
    pub plan: Source<GlossaryView>,
    /// The language of the explanation; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// The id of the term. One that the plan doesn't have is shown as text.
    pub term: AttrValue,
    /// What it is called here, if not by its name.
    #[prop_or_default]
    pub text: Option<AttrValue>,
}

/// A term in a sentence: a button that explains it on top of the page.
#[component]
pub fn Term(props: &TermProps) -> Html {
    let number = use_number();
    let lexicon = use_view(&props.plan, props.lang);
    let entry = lexicon.entries.iter().find(|entry| *entry.id == *props.term);
    let text = props.text.as_deref().or(entry.map(|entry| &*entry.name)).unwrap_or(&props.term);
    html! { <span class="plan-terms">{ entry.map_or_else(|| text.into(), |entry| button((number, 0), text, entry)) }</span> }
}

/// Which occurrences of a term [`Annotated`] marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum First {
    /// The first.
    #[default]
    Text,
    /// All.
    All,
}

/// What [`Annotated`] takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AnnotatedProps {
    /// The plan whose terms are marked, or its lexicon in the same language.
    pub plan: Source<GlossaryView>,
    /// The language of the explanations; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// The text, in any of the plan's languages.
    pub text: AttrValue,
    /// Which occurrences of a term are marked.
    #[prop_or_default]
    pub first: First,
}

/// A text with its terms marked: each a button that explains it on top of the page.
#[component]
pub fn Annotated(props: &AnnotatedProps) -> Html {
    let number = use_number();
    let lexicon = use_view(&props.plan, props.lang);
    let finder = use_memo(lexicon.clone(), |lexicon| {
        let names = lexicon.entries.iter().enumerate();
        Finder::new(names.flat_map(|(place, entry)| [(&*entry.name, place), (&*entry.other, place)]), [])
    });
    let units: Vec<u16> = props.text.encode_utf16().collect();
    let piece = |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let (mut nodes, mut at): (Vec<Html>, usize) = (Vec::new(), 0);
    let mut seen: Vec<usize> = Vec::new();
    for found in finder.find(&props.text) {
        let Some(entry) = lexicon.entries.get(found.term) else {
            continue;
        };
        if props.first == First::Text && seen.contains(&found.term) {
            continue;
        }
        seen.push(found.term);
        nodes.push(piece(at, found.start).into());
        nodes.push(button((number, seen.len()), &piece(found.start, found.end), entry));
        at = found.end;
    }
    nodes.push(piece(at, units.len()).into());
    html! { <span class="plan-terms">{ nodes }</span> }
}

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

/// A number of the component's own: ids in a page are made of it.
#[hook]
fn use_number() -> usize {
    *use_memo((), |()| COUNT.with(|count| count.replace(count.get() + 1)))
}

#[hook]
fn use_view(plan: &Source<GlossaryView>, lang: Lang) -> Rc<GlossaryView> {
    (*use_memo((plan.clone(), lang), |(plan, lang)| plan.view(*lang))).clone()
}

fn button((number, place): (usize, usize), text: &str, entry: &Entry) -> Html {
    let components = entry.components.iter().map(|part| match &*part.label {
        "" => part.text.clone(),
        label => [label, " ", &part.text].concat().into(),
    });
    let term =
        Explained { name: entry.name.clone(), note: entry.note.clone(), components: components.collect() };
    explained(&["plan-term-", &number.to_string(), "-", &place.to_string()].concat(), text, &term)
}
