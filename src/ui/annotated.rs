//! Terms in a text of an application's own.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Source,
    terms::{explained, note_id},
};
use crate::{
    model::{Lang, TermId},
    view::{
        glossary::{Entry, GlossaryView},
        marking::Finder,
        terms::Term as Explained,
    },
};

/// What [`Term`] takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TermProps {
    /// The plan: an `Rc` of it, or of a [`GlossaryView`] in the same language.
    pub plan: Source<GlossaryView>,
    /// The language of the explanation; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// The id of the term. One that the plan doesn't have is shown as text.
    pub term: TermId,
    /// What it is called here, if not by its name.
    #[prop_or_default]
    pub text: Option<AttrValue>,
    /// The id of the element around it, with which the id of its explanation begins. Where the same stands on a page
    /// twice, give one of them an id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A term in a sentence: a button that explains it on top of the page.
#[component]
pub fn Term(props: &TermProps) -> Html {
    let view = use_view(&props.plan, &props.lang);
    let entry = view.entries.iter().find(|entry| *entry.id == *props.term);
    let text = props.text.as_deref().or(entry.map(|entry| &*entry.name)).unwrap_or(&props.term);
    let of = of_text(text);
    let term = entry.map_or_else(|| text.into(), |entry| button(note_id(&props.id, &of, 0), text, entry));
    html! { <span class="plan-terms" id={props.id.clone()}>{ term }</span> }
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
    /// The plan whose terms are marked, or a [`GlossaryView`] in the same language.
    pub plan: Source<GlossaryView>,
    /// The language of the explanations; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// The text, in any of the plan's languages.
    pub text: AttrValue,
    /// Which occurrences of a term are marked.
    #[prop_or_default]
    pub first: First,
    /// The id of the element around it, with which the ids of its explanations begin. Where the same text stands on a page
    /// twice, give one of them an id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A text with its terms marked: each a button that explains it on top of the page.
///
/// # Examples
/// ```
/// # use plan_widgets::{Annotated, Lang, Plan};
/// # use std::rc::Rc;
/// # use yew::prelude::*;
/// # #[derive(PartialEq, Properties)]
/// # struct Props { plan: Rc<Plan> }
/// #[component]
/// fn Story(props: &Props) -> Html {
///     html! { <p><Annotated plan={props.plan.clone()} lang={Lang::ZH} text="湛江对接“双区”。" /></p> }
/// }
/// ```
#[component]
pub fn Annotated(props: &AnnotatedProps) -> Html {
    let view = use_view(&props.plan, &props.lang);
    let of = of_text(&props.text);
    let finder = use_memo(view.clone(), |view| {
        let names = view.entries.iter().enumerate();
        Finder::new(names.flat_map(|(index, entry)| entry.names().map(move |name| (name, index))), [])
    });
    let units: Vec<u16> = props.text.encode_utf16().collect();
    let piece = |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let (mut nodes, mut at): (Vec<Html>, usize) = (Vec::new(), 0);
    let mut seen: Vec<usize> = Vec::new();
    for found in finder.find(&props.text) {
        let Some(entry) = view.entries.get(found.term) else {
            continue;
        };
        if props.first == First::Text && seen.contains(&found.term) {
            continue;
        }
        seen.push(found.term);
        nodes.push(piece(at, found.start).into());
        let id = note_id(&props.id, &of, seen.len());
        nodes.push(button(id, &piece(found.start, found.end), entry));
        at = found.end;
    }
    nodes.push(piece(at, units.len()).into());
    html! { <span class="plan-terms" id={props.id.clone()}>{ nodes }</span> }
}

/// A text in a few letters (FNV-1a): ids made of it are the same each time it is rendered, and other texts' are others.
fn of_text(text: &str) -> String {
    let hash =
        text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:x}")
}

#[hook]
fn use_view(plan: &Source<GlossaryView>, lang: &Lang) -> Rc<GlossaryView> {
    (*use_memo((plan.clone(), lang.clone()), |(plan, lang)| plan.view(lang))).clone()
}

fn button(id: String, text: &str, entry: &Entry) -> Html {
    let components = entry.components.iter().map(|part| match &*part.label {
        "" => part.text.clone(),
        label => [label, " ", &part.text].concat().into(),
    });
    let term =
        Explained { name: entry.name.clone(), note: entry.note.clone(), components: components.collect() };
    explained(&id, text, &term)
}
