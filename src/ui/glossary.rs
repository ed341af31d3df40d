//! The glossary: a searchable list of the plan's terms.

use std::{cell::Cell, ops::Range, rc::Rc};

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlInputElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{
    ColorScheme, Controls, focus,
    listener::Listener,
    marked,
    markup::{Part, is, markup},
    rank,
};
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
    /// How many rows there are, and whether something is searched for: for the keys.
    list: Rc<Cell<(usize, bool)>>,
    root: NodeRef,
    listener: Option<Listener>,
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

/// What is heard of.
const EVENTS: [&str; 3] = ["click", "input", "keydown"];

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
            list: Rc::default(),
            root: NodeRef::default(),
            listener: None,
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
                focus(self.query("input"));
            }
            Msg::Press(row) => self.press(ctx, row),
            Msg::Row(row) => {
                self.reached = row;
                focus(self.query(&["[", ROW, "=\"", &row.to_string(), "\"]"].concat()));
            }
            Msg::Input => focus(self.query("input")),
            Msg::Tell(count) => self.told = count,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = words(props.lang);
        let view = view(&props.plan, props.lang, &self.query);
        let (found, searching) = (view.rows.len(), !self.query.is_empty());
        self.list.set((found, searching));
        let body = if found == 0 && searching {
            markup!(
                "<div part=none><p>$</p><button type=button part=clear>$</button></div>",
                fill(words.none, &[&self.query]),
                words.clear
            )
        } else if found == 0 {
            markup!("<p part=none>$</p>", words.empty)
        } else {
            let rows = view.rows.into_iter().enumerate();
            // A change from outside may have taken away the row that was reached.
            let reached = self.reached.min(found.saturating_sub(1));
            let rows: Vec<Html> =
                rows.map(|(index, row)| self.row(ctx, index, index == reached, row)).collect();
            markup!("<dl part=list>$</dl>", rows)
        };
        let status = match props.controls {
            Controls::Live => markup!("<p part=status role=status>$</p>", self.told.clone()),
            _ => Html::default(),
        };
        let notice = match &props.plan.about.notice {
            Some(notice) => markup!("<p part=notice>$</p>", notice.get(props.lang)),
            None => Html::default(),
        };
        let inside = markup!(
            "<div part=head><$ part=heading>$</$><p part=source>$</p>$<p part=count>$</p></div>$$$",
            rank(props.heading_level),
            words.glossary,
            props.plan.about.short.get(props.lang),
            self.search_box(ctx),
            count(props, &self.query, found),
            status,
            body,
            notice
        );
        html! {
            <div class="plan-root" part="root" lang={props.lang.tag()} data-scheme={props.color_scheme.map(ColorScheme::name)}
                ref={self.root.clone()}>{ inside }</div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && ctx.props().controls == Controls::Live {
            let (link, list) = (ctx.link().clone(), self.list.clone());
            self.listener = self.root.cast::<Element>().map(|root| {
                Listener::new(root, &EVENTS, move |event| {
                    // What is to be known of an event is asked while it is on its way: messages come when it has gone.
                    let msg = event.dyn_ref::<Event>().and_then(|event| heard(event, list.get()));
                    if let Some(msg) = msg {
                        link.send_message(msg);
                    }
                })
            });
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
        markup!(
            "<div part=search class=plan-controls role=search><label><span part=label>$</span><input part=search-input type=search .value=$ placeholder=$ autocomplete=off spellcheck=false disabled=$></input></label></div>",
            words.search,
            self.query.clone(),
            words.search_hint,
            controls == Controls::Waiting
        )
    }

    fn row(&self, ctx: &Context<Self>, index: usize, reached: bool, row: Row) -> Html {
        let lang = ctx.props().lang;
        let words = words(lang);
        let term = row.term;
        let mut name = marked(term.name.get(lang), row.name);
        if ctx.props().controls == Controls::Live {
            name = markup!(
                "<button type=button part=name data-row=$ tabindex=$ aria-pressed=$>$</button>",
                index,
                if reached { "0" } else { "-1" },
                is(self.term.as_deref() == Some(&*term.id)),
                name
            );
        } else {
            name = markup!("<span part=name>$</span>", name);
        }
        // Spaces for where no stylesheet parts these: in a page of plain HTML, and in copied text.
        let mut original = Html::default();
        if lang != Lang::Zh && term.name.zh != term.name.en && !term.name.zh.is_empty() {
            original = in_chinese("original", Lang::Zh.tag(), &term.name.zh, row.original);
        }
        let mut pinyin = Html::default();
        if !term.pinyin.is_empty() {
            pinyin = in_chinese("pinyin", "zh-Latn", &term.pinyin, row.pinyin);
        }
        let components = term.components.iter().zip(row.components).map(|(component, hit)| {
            let label = component.label.as_ref().map(|label| markup!("<b>$</b> ", label.get(lang)));
            let text = marked(component.text.get(lang), hit);
            markup!("<li part=component>$$</li>", label.unwrap_or_default(), text)
        });
        let mut list = Html::default();
        if !term.components.is_empty() {
            let stands_for = fill(words.stands_for, &[term.name.get(lang)]);
            list = markup!(
                "<ul part=components role=list aria-label=$>$</ul>",
                stands_for,
                components.collect::<Vec<_>>()
            );
        }
        let mut cite = Html::default();
        if let Some(entry) = term.cite.as_ref().and_then(Cite::glossary_entry) {
            cite = markup!("<p part=cite>$</p>", fill(words.entry, &[&entry.to_string()]));
        }
        markup!(
            "<div part=term key=$><dt>$$$</dt><dd><p part=note>$</p>$$</dd></div>",
            &*term.id,
            name,
            original,
            pinyin,
            marked(term.note.get(lang), row.note),
            list,
            cite
        )
    }

    fn query(&self, selector: &str) -> Option<Element> {
        self.root.cast::<Element>()?.query_selector(selector).ok()?
    }
}

/// How many terms are shown, in words.
fn count(props: &GlossaryProps, query: &str, found: usize) -> String {
    let words = words(props.lang);
    let all = props.plan.terms.len().to_string();
    if query.is_empty() { fill(words.terms, &[&all]) } else { fill(words.found, &[&found.to_string(), &all]) }
}

fn in_chinese(part: &str, lang: &str, text: &str, hit: Option<Range<usize>>) -> Html {
    markup!(" <span part=$ lang=$>$</span>", Part::Text(part), Part::Text(lang), marked(text, hit))
}

/// What an event asks for.
fn heard(event: &Event, (rows, searching): (usize, bool)) -> Option<Msg> {
    let target = event.target_dyn_into::<Element>()?;
    match event.type_().as_str() {
        "click" => Some(row_of(&target.closest("button").ok()??).map_or(Msg::Clear, Msg::Press)),
        "input" => Some(Msg::Search(target.dyn_ref::<HtmlInputElement>()?.value().into())),
        _ => {
            let msg = pressed(event.dyn_ref()?, row_of(&target), rows, searching)?;
            event.prevent_default();
            Some(msg)
        }
    }
}

/// What a key asks for, in a list of `rows`: arrows, Home and End go through the terms; up from the first and Escape
/// lead back to the search.
fn pressed(event: &KeyboardEvent, row: Option<usize>, rows: usize, searching: bool) -> Option<Msg> {
    // While an input method is composing, the keys are its own.
    if event.is_composing() || event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
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
