//! The glossary: a searchable list of the plan's terms.

use std::{ops::Range, rc::Rc};

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use super::{ColorScheme, Controls, el, focus, heading, marked, space};
use crate::{
    model::{Cite, Lang, Plan},
    view::{
        glossary::{Row, view},
        words::{fill, words},
    },
};

/// What [`Glossary`] takes.
#[derive(Clone, Debug, Properties)]
pub struct GlossaryProps {
    /// The plan whose terms are shown.
    pub plan: Rc<Plan>,
    /// The language of names, notes and controls; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// What is searched for. A new value replaces what the reader has typed.
    #[prop_or_default]
    pub query: AttrValue,
    /// The id of the selected term. A new value replaces what the reader has selected.
    #[prop_or_default]
    pub term: Option<AttrValue>,
    /// The rank of the heading, 1 to 6.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Light or dark, against the page's own choice.
    #[prop_or_default]
    pub color_scheme: Option<ColorScheme>,
    /// Whether there is a search box, and whether it works yet.
    #[prop_or_default]
    pub controls: Controls,
    /// The reader has changed the search.
    #[prop_or_default]
    pub onfilter: Callback<Filtered>,
    /// The reader has selected a term, or none any more.
    #[prop_or_default]
    pub onselect: Callback<Selected>,
}

/// A plan is the same when it is the same one in memory: to compare what all its records say would take longer than
/// to render.
impl PartialEq for GlossaryProps {
    fn eq(&self, other: &Self) -> bool {
        let Self { plan, lang, query, term, heading_level, color_scheme, controls, onfilter, onselect } =
            self;
        Rc::ptr_eq(plan, &other.plan)
            && *lang == other.lang
            && *query == other.query
            && *term == other.term
            && *heading_level == other.heading_level
            && *color_scheme == other.color_scheme
            && *controls == other.controls
            && *onfilter == other.onfilter
            && *onselect == other.onselect
    }
}

/// The list after a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filtered {
    /// What is searched for.
    pub query: AttrValue,
    /// How many terms are shown.
    pub found: usize,
    /// How many the plan has.
    pub all: usize,
}

/// The selection after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The id of the selected term.
    pub term: Option<AttrValue>,
}

/// The plan's terms with what they stand for, narrowed by a search.
pub struct Glossary {
    query: AttrValue,
    term: Option<AttrValue>,
    /// The row that the Tab key leads to.
    reached: usize,
    /// The count that assistive technology has been told.
    told: AttrValue,
    telling: Option<Timeout>,
    list: NodeRef,
    input: NodeRef,
}

/// What happens to a [`Glossary`].
pub enum Msg {
    /// The reader has typed.
    Search(AttrValue),
    /// The reader wants the whole list back.
    Clear,
    /// The reader has pressed the term in this row.
    Press(usize),
    /// The keyboard leads to this row.
    Row(usize),
    /// The keyboard leads to the search.
    Input,
    /// The reader has stopped typing.
    Tell(AttrValue),
}

/// Screen readers are told the count when typing pauses: at each letter it would drown the echo of the keys.
const PAUSE_MS: u32 = 600;

/// By this attribute an event finds the row it happened in.
const ROW: &str = "data-row";

impl Component for Glossary {
    type Message = Msg;
    type Properties = GlossaryProps;

    fn create(ctx: &Context<Self>) -> Self {
        Glossary {
            query: ctx.props().query.clone(),
            term: ctx.props().term.clone(),
            reached: 0,
            told: AttrValue::default(),
            telling: None,
            list: NodeRef::default(),
            input: NodeRef::default(),
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &GlossaryProps) -> bool {
        let props = ctx.props();
        if props.query != old.query {
            self.query = props.query.clone();
        }
        if props.term != old.term {
            self.term = props.term.clone();
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Search(query) => self.search(ctx, query),
            Msg::Clear => {
                self.search(ctx, AttrValue::default());
                focus(self.input.cast());
            }
            Msg::Press(row) => self.press(ctx, row),
            Msg::Row(row) => {
                self.reached = row;
                let selector = ["[", ROW, "=\"", &row.to_string(), "\"]"].concat();
                focus(self.list.cast::<Element>().and_then(|list| list.query_selector(&selector).ok()?));
            }
            Msg::Input => focus(self.input.cast()),
            Msg::Tell(count) => self.told = count,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = words(props.lang);
        let view = view(&props.plan, props.lang, &self.query);
        let (found, searching) = (view.rows.len(), !self.query.is_empty());
        let count = count(props, &self.query, found);
        let body = if found == 0 && searching {
            let sentence = el("p", "", fill(words.none, &[&self.query]));
            el(
                "div",
                "none",
                vec![sentence, html! { <button type="button" part="clear">{ words.clear }</button> }],
            )
        } else if found == 0 {
            el("p", "none", words.empty)
        } else {
            let rows = view.rows.into_iter().enumerate();
            // A change from outside may have taken away the row that was reached.
            let reached = self.reached.min(found.saturating_sub(1));
            let rows: Vec<Html> =
                rows.map(|(index, row)| self.row(ctx, index, index == reached, row)).collect();
            html! { <dl part="list" ref={self.list.clone()}>{ rows }</dl> }
        };
        // What is to be known of an event is asked while it is on its way: messages come when it has gone.
        let onclick = ctx.link().batch_callback(|event: MouseEvent| clicked(&event));
        let onkeydown = ctx.link().batch_callback(move |event: KeyboardEvent| {
            let msg = pressed(&event, found, searching)?;
            event.prevent_default();
            Some(msg)
        });
        let scheme = props.color_scheme.map(ColorScheme::name);
        html! {
            <div class="plan-root" part="root" lang={props.lang.tag()} data-scheme={scheme} {onclick} {onkeydown}>
                <div part="head">
                    { heading(props.heading_level, words.glossary) }
                    { el("p", "source", props.plan.about.short.get(props.lang)) }
                    { self.search_box(ctx) }
                    { el("p", "count", count) }
                </div>
                if props.controls == Controls::Live {
                    <p part="status" role="status">{ self.told.clone() }</p>
                }
                { body }
                if let Some(notice) = &props.plan.about.notice {
                    { el("p", "notice", notice.get(props.lang)) }
                }
            </div>
        }
    }
}

impl Glossary {
    fn search(&mut self, ctx: &Context<Self>, query: AttrValue) {
        let props = ctx.props();
        let view = view(&props.plan, props.lang, &query);
        let (found, all) = (view.rows.len(), view.all);
        let told = AttrValue::from(count(props, &query, found));
        let link = ctx.link().clone();
        self.telling = Some(Timeout::new(PAUSE_MS, move || link.send_message(Msg::Tell(told))));
        self.reached = 0;
        self.query = query.clone();
        props.onfilter.emit(Filtered { query, found, all });
    }

    /// Selects the term in a row, and takes that back where it is selected.
    fn press(&mut self, ctx: &Context<Self>, row: usize) {
        let props = ctx.props();
        let view = view(&props.plan, props.lang, &self.query);
        let id = view.rows.get(row).map(|row| AttrValue::from(row.term.id.to_string()));
        self.reached = row;
        self.term = id.filter(|id| self.term.as_ref() != Some(id));
        props.onselect.emit(Selected { term: self.term.clone() });
    }

    fn search_box(&self, ctx: &Context<Self>) -> Html {
        let words = words(ctx.props().lang);
        let controls = ctx.props().controls;
        if controls == Controls::None {
            return Html::default();
        }
        let oninput = ctx.link().callback(|event: InputEvent| {
            Msg::Search(event.target_unchecked_into::<HtmlInputElement>().value().into())
        });
        html! {
            <div part="search" class="plan-controls" role="search">
                <label>
                    { el("span", "label", words.search) }
                    <input part="search-input" type="search" ref={self.input.clone()} value={self.query.clone()}
                        placeholder={words.search_hint} autocomplete="off" spellcheck="false"
                        disabled={controls == Controls::Waiting} {oninput} />
                </label>
            </div>
        }
    }

    fn row(&self, ctx: &Context<Self>, index: usize, reached: bool, row: Row) -> Html {
        let lang = ctx.props().lang;
        let words = words(lang);
        let term = row.term;
        let name = marked(term.name.get(lang), row.name);
        let mut head = vec![if ctx.props().controls == Controls::Live {
            let pressed = if self.term.as_deref() == Some(&*term.id) { "true" } else { "false" };
            let tabindex = if reached { "0" } else { "-1" };
            html! {
                <button type="button" part="name" data-row={index.to_string()} {tabindex}
                    aria-pressed={pressed}>{ name }</button>
            }
        } else {
            el("span", "name", name)
        }];
        // Spaces for where no stylesheet parts these: in a page of plain HTML, and in copied text.
        if lang != Lang::Zh && term.name.zh != term.name.en && !term.name.zh.is_empty() {
            head.push(space());
            head.push(in_chinese("original", Lang::Zh.tag(), &term.name.zh, row.original));
        }
        if !term.pinyin.is_empty() {
            head.push(space());
            head.push(in_chinese("pinyin", "zh-Latn", &term.pinyin, row.pinyin));
        }
        let components = term.components.iter().zip(row.components).map(|(component, hit)| {
            let mut item = Vec::new();
            if let Some(label) = &component.label {
                item.push(el("b", "", label.get(lang)));
                item.push(space());
            }
            item.push(marked(component.text.get(lang), hit));
            el("li", "component", item)
        });
        let stands_for = fill(words.stands_for, &[term.name.get(lang)]);
        let mut body = vec![el("p", "note", marked(term.note.get(lang), row.note))];
        if !term.components.is_empty() {
            body.push(
                html! { <ul part="components" role="list" aria-label={stands_for}>{ for components }</ul> },
            );
        }
        if let Some(entry) = term.cite.as_ref().and_then(Cite::glossary_entry) {
            body.push(el("p", "cite", fill(words.entry, &[&entry.to_string()])));
        }
        html! { <div part="term" key={&*term.id}>{ el("dt", "", head) }{ el("dd", "", body) }</div> }
    }
}

/// How many terms are shown, in words.
fn count(props: &GlossaryProps, query: &str, found: usize) -> String {
    let words = words(props.lang);
    let all = props.plan.terms.len().to_string();
    if query.is_empty() { fill(words.terms, &[&all]) } else { fill(words.found, &[&found.to_string(), &all]) }
}

fn in_chinese(part: &'static str, lang: &'static str, text: &str, hit: Option<Range<usize>>) -> Html {
    html! { <span {part} {lang}>{ marked(text, hit) }</span> }
}

/// What a click asks for: one listener serves any number of terms.
fn clicked(event: &MouseEvent) -> Option<Msg> {
    let button = event.target_dyn_into::<Element>()?.closest("button").ok()??;
    Some(row_of(&button).map_or(Msg::Clear, Msg::Press))
}

/// What a key asks for, in a list of `rows`: arrows, Home and End go through the terms; up from the first and Escape
/// lead back to the search.
fn pressed(event: &KeyboardEvent, rows: usize, searching: bool) -> Option<Msg> {
    // While an input method is composing, the keys are its own.
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let row = row_of(&event.target_dyn_into::<Element>()?);
    match (event.key().as_str(), row) {
        ("ArrowDown", None) | ("Home", Some(_)) if rows > 0 => Some(Msg::Row(0)),
        ("ArrowDown", Some(row)) => Some(Msg::Row((row + 1).min(rows.saturating_sub(1)))),
        ("ArrowUp", Some(row)) => Some(row.checked_sub(1).map_or(Msg::Input, Msg::Row)),
        ("End", Some(_)) => Some(Msg::Row(rows.saturating_sub(1))),
        ("Escape", Some(_)) => Some(Msg::Input),
        ("Escape", None) if searching => Some(Msg::Clear),
        _ => None,
    }
}

fn row_of(element: &Element) -> Option<usize> {
    element.get_attribute(ROW)?.parse().ok()
}
