//! The glossary: a searchable list of the plan's terms.

use std::{cell::Cell, rc::Rc};

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlInputElement, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{
    AT_A_TIME, ColorScheme, Controls, Source,
    filters::chooser,
    focus,
    listener::Listener,
    marked,
    markup::{Part, is, markup},
    rank,
};
use crate::{
    model::Lang,
    view::{
        glossary::{GlossarySort, GlossaryView, Row},
        search::{Folded, Index},
        words::{fill, glossary_words, words},
    },
};

/// What [`Glossary`] takes.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GlossaryProps {
    /// The plan whose terms are shown, or its lexicon in the same language.
    pub plan: Source<GlossaryView>,
    /// The language of names, notes and controls; the plan must have it.
    #[prop_or_default]
    pub lang: Lang,
    /// What is searched for. A new value replaces what the reader has typed.
    #[prop_or_default]
    pub query: AttrValue,
    /// How terms follow one another. A new value replaces what the reader has chosen.
    #[prop_or_default]
    pub sort: GlossarySort,
    /// The id of the selected term. A new value replaces what the reader has selected.
    #[prop_or_default]
    pub term: Option<AttrValue>,
    /// What a term's id is put behind to make a link to it; without it there are no links.
    #[prop_or_default]
    pub address: Option<AttrValue>,
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
    /// The reader has chosen another order.
    #[prop_or_default]
    pub onsort: Callback<GlossarySort>,
    /// It listens: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
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
    /// The id of a passage that uses it, where the reader has pressed one.
    pub article: Option<AttrValue>,
}

/// The plan's terms with what they stand for, narrowed by a search.
pub struct Glossary {
    lexicon: Rc<GlossaryView>,
    /// For the search.
    index: Index,
    query: AttrValue,
    sort: GlossarySort,
    /// The places of the terms that answer, and what in them is marked.
    found: (Vec<usize>, Folded),
    /// How many are shown at most.
    most: usize,
    /// The id of the selected term.
    term: Option<AttrValue>,
    /// The term whose link was copied last.
    copied: Option<usize>,
    /// The row that the Tab key leads to.
    reached: usize,
    /// Whether it is to have the focus after rendering.
    focus: bool,
    /// The count that assistive technology has been announced.
    announced: AttrValue,
    announcing: Option<Timeout>,
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
    /// The reader has chosen the order.
    Sort(GlossarySort),
    /// The reader wants more terms.
    More,
    /// The reader has pressed the term in this row.
    Press(usize),
    /// The reader has pressed a passage that uses the term of this place: its place among its passages.
    Article(usize, usize),
    /// The link of the term of this place is in the clipboard.
    Copied(usize),
    /// The keyboard leads to this row.
    Row(usize),
    /// The keyboard leads to the search.
    Input,
    /// The reader has stopped typing.
    Announce(AttrValue),
}

/// Screen readers are announced the count when typing pauses: at each letter it would drown the echo of the keys.
const PAUSE_MS: u32 = 600;

/// How long a button says that it has copied, in milliseconds.
const COPIED_MS: u32 = 4000;

/// By this attribute an event finds the row it happened in.
const ROW: &str = "data-row";

/// By this one which term it is about.
const PLACE: &str = "data-place";

/// What is heard of.
const EVENTS: [&str; 5] = ["click", "input", "change", "keydown", "plan-copied"];

impl Component for Glossary {
    type Message = Msg;
    type Properties = GlossaryProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut glossary = Glossary {
            lexicon: props.plan.view(props.lang),
            index: Index::default(),
            query: props.query.clone(),
            sort: props.sort,
            found: (Vec::new(), Folded::new("")),
            most: AT_A_TIME,
            term: None,
            copied: None,
            reached: 0,
            focus: false,
            announced: AttrValue::default(),
            announcing: None,
            list: Rc::default(),
            root: NodeRef::default(),
            listener: None,
        };
        glossary.find();
        glossary.select(props.term.clone());
        glossary
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &GlossaryProps) -> bool {
        let props = ctx.props();
        // What the reader has changed comes back as properties, and is shown already.
        let (query, sort, term) = (self.query.clone(), self.sort, self.term.clone());
        if *props == (GlossaryProps { query, sort, term, ..old.clone() }) {
            return false;
        }
        if props.plan != old.plan || props.lang != old.lang {
            self.lexicon = props.plan.view(props.lang);
            self.index = Index::default();
        }
        if props.query != old.query {
            self.query = props.query.clone();
        }
        if props.sort != old.sort {
            self.sort = props.sort;
        }
        self.find();
        if props.term != old.term {
            self.select(props.term.clone());
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
            Msg::Sort(sort) => {
                self.sort = sort;
                self.find();
                ctx.props().onsort.emit(sort);
            }
            Msg::More => {
                // The button goes on, or away: the keyboard stays where the new terms begin.
                let first = self.most;
                self.most += AT_A_TIME;
                self.reached = first;
                self.focus = true;
            }
            Msg::Press(row) => self.press(ctx, row),
            Msg::Article(place, article) => {
                let entry = self.lexicon.entries.get(place);
                let article = entry.and_then(|entry| entry.articles.get(article));
                let article = article.and_then(|article| self.lexicon.articles.get(*article));
                self.term = entry.map(|entry| AttrValue::from(entry.id.to_string()));
                ctx.props().onselect.emit(Selected {
                    term: self.term.clone(),
                    article: article.map(|article| AttrValue::from(article.id.to_string())),
                });
            }
            Msg::Copied(place) => {
                self.copied = Some(place);
                self.announced = words(ctx.props().lang).copied.into();
                self.announce_in(ctx, COPIED_MS, AttrValue::default());
            }
            Msg::Row(row) => {
                self.reached = row;
                self.focus = true;
            }
            Msg::Input => focus(self.query("input")),
            Msg::Announce(count) => {
                self.announced = count;
                self.copied = None;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = words(props.lang);
        let (found, searching) = (self.found.0.len(), !self.query.is_empty());
        let shown = self.shown(props.controls == Controls::Live);
        self.list.set((shown.len(), searching));
        let body = if found == 0 && searching {
            markup! {
                <div part="none">
                    <p>{ fill(words.none, &[&self.query]) }</p>
                    <button type="button" part="clear">{ words.clear }</button>
                </div>
            }
        } else if found == 0 {
            markup! { <p part="none">{ words.empty }</p> }
        } else {
            self.rows(ctx, shown)
        };
        let status = match props.controls {
            Controls::Live => markup! { <p part="status" role="status">{ self.announced.clone() }</p> },
            _ => Html::default(),
        };
        let notice = match &*self.lexicon.notice {
            "" => Html::default(),
            notice => markup! { <p part="notice">{ notice }</p> },
        };
        let inside = markup! {
            <div part="head">
                <@{rank(props.heading_level)} part="heading">{ words.glossary }</@>
                <p part="source">{ &*self.lexicon.title }</p>
                { self.search_box(ctx) }
                <p part="count">{ self.count(props.lang) }</p>
            </div>
            { status }
            { body }
            { notice }
        };
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
            ctx.props().onready.emit(());
        }
        if self.focus {
            self.focus = false;
            focus(self.query(&["[", ROW, "=\"", &self.reached.to_string(), "\"]"].concat()));
        }
    }
}

impl Glossary {
    fn find(&mut self) {
        self.found = self.lexicon.found(&self.query, self.sort, &self.index);
    }

    /// The rows that are rendered: of a static page all.
    fn shown(&self, live: bool) -> &[usize] {
        let most = if live { self.most } else { usize::MAX };
        self.found.0.get(..most).unwrap_or(&self.found.0)
    }

    /// Build it in a while, and that nothing is just copied any more.
    fn announce_in(&mut self, ctx: &Context<Self>, ms: u32, announced: AttrValue) {
        let link = ctx.link().clone();
        self.announcing = Some(Timeout::new(ms, move || link.send_message(Msg::Announce(announced))));
    }

    fn search(&mut self, ctx: &Context<Self>, query: AttrValue) {
        let props = ctx.props();
        self.reached = 0;
        self.most = AT_A_TIME;
        self.query = query.clone();
        self.find();
        let announced = AttrValue::from(self.count(props.lang));
        self.announce_in(ctx, PAUSE_MS, announced);
        let (found, all) = (self.found.0.len(), self.lexicon.entries.len());
        props.onfilter.emit(Filtered { query, found, all });
    }

    /// Selects a term from outside, and shows it.
    fn select(&mut self, term: Option<AttrValue>) {
        let is_it =
            |place: &usize| self.lexicon.entries.get(*place).map(|entry| &*entry.id) == term.as_deref();
        if let Some(row) = self.found.0.iter().position(is_it) {
            self.reached = row;
            self.most = self.most.max(row + 1);
        }
        self.term = term;
    }

    /// Selects the term in a row, and takes that back where it is selected.
    fn press(&mut self, ctx: &Context<Self>, row: usize) {
        let entry = self.found.0.get(row).and_then(|place| self.lexicon.entries.get(*place));
        let id = entry.map(|entry| AttrValue::from(entry.id.to_string()));
        self.reached = row;
        self.term = id.filter(|id| self.term.as_ref() != Some(id));
        ctx.props().onselect.emit(Selected { term: self.term.clone(), article: None });
    }

    /// How many terms are shown, in words.
    fn count(&self, lang: Lang) -> String {
        let words = words(lang);
        let all = self.lexicon.entries.len().to_string();
        if self.query.is_empty() {
            fill(words.terms, &[&all])
        } else {
            fill(words.found, &[&self.found.0.len().to_string(), &all])
        }
    }

    /// The terms of a list, under letters where they are sorted by them, and the way to more.
    fn rows(&self, ctx: &Context<Self>, shown: &[usize]) -> Html {
        let glossary_words = glossary_words(ctx.props().lang);
        let under_letters = self.sort == GlossarySort::Name && self.query.is_empty();
        let groups = if under_letters { self.lexicon.by_letter(shown) } else { vec![(None, shown.to_vec())] };
        // A change from outside may have taken away the row that was reached.
        let reached = self.reached.min(shown.len().saturating_sub(1));
        let mut at = 0;
        let mut sections: Vec<Html> = Vec::new();
        for (letter, places) in groups {
            let letter = letter.map_or("#".into(), String::from);
            let mut rows: Vec<Html> = Vec::new();
            for place in places {
                if let Some(entry) = self.lexicon.entries.get(place) {
                    rows.push(self.row(ctx, (place, at), at == reached, entry.row(&self.found.1)));
                }
                at += 1;
            }
            let heading = if under_letters {
                markup! { <@{rank(ctx.props().heading_level + 1)} part="group-title">{ &*letter }</@> }
            } else {
                Html::default()
            };
            sections.push(markup! {
                <section part="letter" key={&*letter}>{ heading }<dl part="list">{ rows }</dl></section>
            });
        }
        let left = self.found.0.len() - shown.len();
        let rest = if left == 0 {
            Html::default()
        } else {
            let text = fill(glossary_words.show_more, &[&left.min(AT_A_TIME).to_string(), &left.to_string()]);
            markup! { <p part="rest"><button type="button" data-do="more">{ text }</button></p> }
        };
        markup! { { sections }{ rest } }
    }

    fn search_box(&self, ctx: &Context<Self>) -> Html {
        let words = words(ctx.props().lang);
        let controls = ctx.props().controls;
        if controls.are_none() {
            return Html::default();
        }
        let off = controls == Controls::Waiting;
        let glossary_words = glossary_words(ctx.props().lang);
        let sort = self.sort.name();
        let options = GlossarySort::ALL.iter().zip(glossary_words.sorts).map(|(sorting, name)| {
            markup! { <option value={sorting.name()} selected={*sorting == self.sort}>{ name }</option> }
        });
        let options = options.collect();
        markup! {
            <div part="search" class="plan-controls" role="search">
                <label>
                    <span part="label">{ words.search }</span>
                    <input
                        part="search-input" type="search" ~value={self.query.clone()}
                        placeholder={words.search_hint} autocomplete="off" spellcheck="false" disabled={off}
                    ></input>
                </label>
                { chooser("sort", glossary_words.sort, "sort", sort, off, options) }
            </div>
        }
    }

    fn row(&self, ctx: &Context<Self>, (place, index): (usize, usize), reached: bool, row: Row) -> Html {
        let props = ctx.props();
        let (words, glossary_words) = (words(props.lang), glossary_words(props.lang));
        let live = props.controls == Controls::Live;
        let entry = row.entry;
        // The Tab key leads to one row, and to what is in it; the arrows lead to the others.
        let tabindex = if reached { "0" } else { "-1" };
        let mut name = marked(&entry.name, row.name);
        if live {
            name = markup! {
                <button
                    type="button" part="name" data-row={index} tabindex={tabindex}
                    aria-pressed={is(self.term.as_deref() == Some(&*entry.id))}
                >
                    { name }
                </button>
            };
        } else {
            name = markup! { <span part="name">{ name }</span> };
        }
        // Spaces for where no stylesheet parts these: in a page of plain HTML, and in copied text.
        let aside = |part: &str, lang: &str, text: &str, hit| match text {
            "" => Html::default(),
            text => markup! {
                " "
                <span part={Part::Text(part)} lang={Part::Text(lang)}>{ marked(text, hit) }</span>
            },
        };
        let original = if self.lexicon.is_translated() { &*entry.other } else { "" };
        let original = aside("original", self.lexicon.original().tag(), original, row.other);
        let pinyin = aside("pinyin", "zh-Latn", &entry.pinyin, row.pinyin);
        let components = entry.components.iter().zip(row.components).map(|(component, hit)| {
            let label = match &*component.label {
                "" => Html::default(),
                label => markup! { <b>{ label }</b> " " },
            };
            markup! { <li part="component">{ label }{ marked(&component.text, hit) }</li> }
        });
        let mut list = Html::default();
        if !entry.components.is_empty() {
            list = markup! {
                <ul part="components" role="list" aria-label={fill(words.stands_for, &[&entry.name])}>
                    { components.collect::<Vec<_>>() }
                </ul>
            };
        }
        let cite = match &*entry.cite {
            "" => Html::default(),
            cite => markup! { <span part="cite">{ cite }</span> " " },
        };
        let link = match &props.address {
            Some(address) => {
                let text = if self.copied == Some(place) { words.copied } else { words.copy };
                markup! {
                    <a
                        part="link" class="plan-controls" data-place={place} tabindex={tabindex}
                        href={[&**address, &entry.id].concat()}
                    >
                        { text }
                    </a>
                }
            }
            None => Html::default(),
        };
        let articles = entry.articles.iter().enumerate().filter_map(|(at, article)| {
            let name = &*self.lexicon.articles.get(*article)?.name;
            Some(if live {
                markup! {
                    <button type="button" part="article" data-place={place} value={at} tabindex={tabindex}>
                        { name }
                    </button>
                    " "
                }
            } else {
                markup! { <span part="article">{ name }</span> " " }
            })
        });
        let articles: Vec<Html> = articles.collect();
        let articles = if articles.is_empty() {
            Html::default()
        } else {
            markup! { <span part="articles">{ glossary_words.used_in } " " { articles }</span> }
        };
        markup! {
            <div part="term" key={&*entry.id} data-item={&*entry.id}>
                <dt>{ name } { original } { pinyin }</dt>
                <dd>
                    <p part="note">{ marked(&entry.note, row.note) }</p>
                    { list }
                    <p part="foot">{ cite } { articles } { link }</p>
                </dd>
            </div>
        }
    }

    fn query(&self, selector: &str) -> Option<Element> {
        self.root.cast::<Element>()?.query_selector(selector).ok()?
    }
}

/// What an event asks for.
fn heard(event: &Event, (rows, searching): (usize, bool)) -> Option<Msg> {
    let target = event.target_dyn_into::<Element>()?;
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
    match event.type_().as_str() {
        "click" => {
            let button = target.closest("button").ok()??;
            if let Some(place) = number(&button, PLACE) {
                return Some(Msg::Article(place, number(&button, "value")?));
            }
            let more = button.has_attribute("data-do");
            Some(number(&button, ROW).map_or(if more { Msg::More } else { Msg::Clear }, Msg::Press))
        }
        "input" => Some(Msg::Search(target.dyn_ref::<HtmlInputElement>()?.value().into())),
        "change" => {
            target.get_attribute("data-facet")?;
            let value = target.unchecked_into::<HtmlInputElement>().value();
            Some(Msg::Sort(GlossarySort::ALL.iter().copied().find(|sorting| sorting.name() == value)?))
        }
        "plan-copied" => Some(Msg::Copied(number(&target, PLACE)?)),
        _ => {
            // In the search, on a term, or on what stands with it; other fields have keys of their own.
            let term = target.closest("[part=term]").ok()?;
            let name = term.and_then(|term| term.query_selector("[data-row]").ok()?);
            let row = name.and_then(|name| number(&name, ROW));
            if row.is_none() && !target.has_attribute("placeholder") {
                return None;
            }
            let msg = pressed(event.dyn_ref()?, row, rows, searching)?;
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
