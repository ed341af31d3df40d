//! The glossary: a searchable list of the plan's terms.

use std::{cell::Cell, rc::Rc};

use gloo_events::{EventListener, EventListenerPhase::Bubble};
use gloo_timers::callback::Timeout;
use web_sys::{Element, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{
    AT_A_TIME, ColorScheme, Control, Controls, Filtered, GlossarySelection, Liveness, Source, Theme,
    events::{COPIED, FIELDS, Key, ROW, Target, listen},
    filters::chooser,
    marked,
    markup::{Part, is, markup},
    parts::{limit, none, option, part_of, rest, search, slot},
    root::Around,
    state::{COPIED_MS, PAUSE_MS, Roving, Status, after, focus, put_query, sync, wanted},
};
use crate::{
    model::{Choice, Lang, TermId},
    view::{
        View as _,
        glossary::{GlossaryFilter, GlossarySort, GlossaryView, Row},
        search::Index,
        words::fill,
    },
};

/// What [`Glossary`] takes.
///
/// Of a state that the reader changes there are two properties. With the first (`filter`) the parent is in charge: what it
/// doesn't take over in the callback is taken back. With the second (`default_filter`) the glossary keeps the state, until
/// another default replaces it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GlossaryProps {
    /// The plan: an `Rc` of it, or of a [`GlossaryView`] in the same language.
    pub plan: Source<GlossaryView>,
    /// These terms only, in this order; none is all.
    #[prop_or_default]
    pub terms: Vec<TermId>,
    /// The language of names, notes and controls; the plan's own where the plan lacks it.
    #[prop_or_default]
    pub lang: Lang,
    /// The search, controlled.
    #[prop_or_default]
    pub filter: Option<GlossaryFilter>,
    /// The search at first.
    #[prop_or_default]
    pub default_filter: GlossaryFilter,
    /// How terms follow one another, controlled.
    #[prop_or_default]
    pub sort: Option<GlossarySort>,
    /// How terms follow one another at first.
    #[prop_or_default]
    pub default_sort: GlossarySort,
    /// The selected term, controlled.
    #[prop_or_default]
    pub selection: Option<GlossarySelection>,
    /// The term that is selected at first.
    #[prop_or_default]
    pub default_selection: GlossarySelection,
    /// The start of each term's URL, to which its id is appended. Without it terms have no links.
    /// An event `plan-copied` on a link, bubbling, makes it say that it is copied.
    #[prop_or_default]
    pub link_prefix: Option<AttrValue>,
    /// The text that stands in place of its own heading; an empty one leaves the heading out, for the page has one: then those
    /// within are of this one's rank.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// The rank of the heading, 1 to 5: those of letters are one below.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Light or dark, against the page's own choice.
    #[prop_or_default]
    pub color_scheme: Option<ColorScheme>,
    /// Its look; none for its own colours, or those that the page sets.
    #[prop_or_default]
    pub theme: Option<Theme>,
    /// Which controls it has.
    #[prop_or_default]
    pub controls: Controls,
    /// Whether they work yet.
    #[prop_or_default]
    pub liveness: Liveness,
    /// How many terms are shown, until the reader asks for all. 0 is all.
    #[prop_or_default]
    pub limit: usize,
    /// What stands at the end of a term's explanation.
    #[prop_or_default]
    pub render_term: Option<Callback<TermId, Html>>,
    /// Classes of the root element, besides its own.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// The id of the root element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// A reference to the root element; taken when the component is rendered for the first time.
    #[prop_or_default]
    pub node_ref: Option<NodeRef>,
    /// The reader has changed the search.
    #[prop_or_default]
    pub onfilter: Callback<Filtered<GlossaryFilter>>,
    /// The reader has selected a term, or none any more, or has pressed a passage that uses one.
    #[prop_or_default]
    pub onselect: Callback<GlossarySelection>,
    /// The reader has selected another order.
    #[prop_or_default]
    pub onsort: Callback<GlossarySort>,
    /// The reader has opened the menu of what they take away, which the application shows: the indices of what is shown
    /// now in the view model, in its order. Without the callback there is no button for it.
    #[prop_or_default]
    pub onmenu: Option<Callback<Vec<usize>>>,
    /// It listens: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
}

impl GlossaryProps {
    /// What it has in common with other widgets. What isn't here changes nothing that is shown, or is compared by itself.
    fn around(&self) -> Around<'_> {
        let GlossaryProps {
            lang,
            heading_level,
            color_scheme,
            theme,
            liveness,
            heading,
            controls,
            link_prefix,
            class,
            id,
            node_ref,
            plan: _,
            terms: _,
            limit: _,
            filter: _,
            default_filter: _,
            sort: _,
            default_sort: _,
            selection: _,
            default_selection: _,
            render_term: _,
            onfilter: _,
            onselect: _,
            onsort: _,
            onmenu,
            onready: _,
        } = self;
        let (heading_level, color_scheme, theme) = (*heading_level, *color_scheme, *theme);
        let (liveness, controls) = (*liveness, *controls);
        let menu = onmenu.is_some();
        Around {
            lang,
            heading,
            heading_level,
            color_scheme,
            theme,
            controls,
            liveness,
            menu,
            link_prefix,
            class,
            id,
            node_ref,
        }
    }
}

/// The plan's terms with what they stand for, and a search.
///
/// # Examples
/// ```
/// # use plan_widgets::{Glossary, GlossarySort, Lang, Plan};
/// # use std::rc::Rc;
/// # use yew::prelude::*;
/// # #[derive(PartialEq, Properties)]
/// # struct Props { plan: Rc<Plan> }
/// #[component]
/// fn Terms(props: &Props) -> Html {
///     html! { <Glossary plan={props.plan.clone()} lang={Lang::EN} sort={GlossarySort::Name} /> }
/// }
/// ```
pub struct Glossary {
    data: Rc<GlossaryView>,
    /// The indices of the terms that the page lets be shown, in order.
    among: Vec<usize>,
    /// How many are shown until the reader asks for all.
    limit: usize,
    /// For the search.
    index: Index,
    filter: GlossaryFilter,
    sort: GlossarySort,
    /// The indices of the terms that answer, and what in them is marked.
    found: (Vec<usize>, String),
    /// How many are shown at most.
    most: usize,
    /// The selected term.
    term: Option<TermId>,
    /// The term whose link was copied last.
    copied: Option<usize>,
    /// Of rows.
    roving: Roving,
    status: Status,
    settling: Option<Timeout>,
    /// How many rows there are, and whether something is searched for: for the keys.
    list: Rc<Cell<(usize, bool)>>,
    root: NodeRef,
    listeners: Vec<EventListener>,
}

/// What happens to a [`Glossary`].
pub enum Msg {
    /// The reader has typed.
    Search(String),
    /// The reader wants the whole list back.
    Clear,
    /// The reader has selected the order.
    Sort(GlossarySort),
    /// The reader wants more terms.
    More,
    /// The reader has pressed the term in this row.
    Press(usize),
    /// The reader has pressed a passage that uses the term of this index: its index among its passages.
    Article(usize, usize),
    /// The link of the term of this index is in the clipboard.
    Copied(usize),
    /// The keyboard leads to this row.
    Row(usize),
    /// The keyboard leads to the search.
    Input,
    /// Screen readers are to hear this now.
    Announce(AttrValue),
    /// The reader wants to take something away.
    Menu,
    /// The parent has had time to take a change over.
    Settle,
}

/// The attribute that says which term an element is about.
const TERM: &str = "data-term";

/// The events that are heard.
const EVENTS: [&str; 5] = ["click", "input", "change", "keydown", COPIED];

impl Component for Glossary {
    type Message = Msg;
    type Properties = GlossaryProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut glossary = Glossary {
            data: Rc::default(),
            among: Vec::new(),
            limit: limit(props.limit),
            index: Index::default(),
            filter: props.filter.as_ref().unwrap_or(&props.default_filter).clone(),
            sort: props.sort.unwrap_or(props.default_sort),
            found: (Vec::new(), String::new()),
            most: AT_A_TIME,
            term: None,
            copied: None,
            roving: Roving::default(),
            status: Status::default(),
            settling: None,
            list: Rc::default(),
            root: props.node_ref.clone().unwrap_or_default(),
            listeners: Vec::new(),
        };
        glossary.read(ctx);
        glossary.find();
        glossary.select(props.selection.as_ref().unwrap_or(&props.default_selection).term.clone());
        glossary
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &GlossaryProps) -> bool {
        let props = ctx.props();
        if props.limit != old.limit {
            self.limit = limit(props.limit);
        }
        let changed = self.sync(ctx, old, false);
        changed
            || props.limit != old.limit
            || props.around() != old.around()
            || props.render_term != old.render_term
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Search(query) => self.search(ctx, query),
            Msg::Clear => {
                self.search(ctx, String::new());
                self.roving.focus = !focus(&self.root, "[part=search-input]");
            }
            Msg::Sort(sort) => {
                self.sort = sort;
                self.find();
                ctx.props().onsort.emit(sort);
                self.settle(ctx);
            }
            Msg::More => {
                // The button goes on, or away: the keyboard stays where the new rows begin.
                self.roving.go(self.shown(true).len());
                if self.limit < usize::MAX {
                    self.limit = usize::MAX;
                    self.status.later(ctx.link(), PAUSE_MS, Msg::Announce(self.count().into()));
                } else {
                    self.most += AT_A_TIME;
                }
            }
            Msg::Press(row) => self.press(ctx, row),
            Msg::Article(term, article) => {
                let entry = self.data.entries.get(term);
                let article = entry.and_then(|entry| entry.articles.get(article));
                let article = article.and_then(|article| self.data.articles.get(*article));
                let article = article.map(|article| (&*article.id).into());
                self.term = entry.map(|entry| (&*entry.id).into());
                ctx.props().onselect.emit(GlossarySelection { term: self.term.clone(), article });
                self.settle(ctx);
            }
            Msg::Copied(term) => {
                self.copied = Some(term);
                self.status.say(self.data.common().copied());
                self.status.later(ctx.link(), COPIED_MS, Msg::Announce(AttrValue::default()));
            }
            Msg::Row(row) => self.roving.go(row),
            Msg::Input => {
                focus(&self.root, "input");
            }
            Msg::Announce(text) => {
                self.status.say(text);
                self.copied = None;
            }
            Msg::Menu => {
                if let Some(onmenu) = &ctx.props().onmenu {
                    onmenu.emit(self.found.0.clone());
                }
                return false;
            }
            Msg::Settle => return self.sync(ctx, ctx.props(), true),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = self.data.words();
        let (found, searching) = (self.found.0.len(), !self.filter.query.is_empty());
        let shown = self.shown(props.liveness == Liveness::Live);
        self.list.set((shown.len(), searching));
        let body = if found == 0 && searching {
            none(&fill(words.none(), &[&self.filter.query]), Some(words.clear()))
        } else if found == 0 {
            none(words.empty(), None)
        } else {
            self.rows(ctx, shown)
        };
        let status = self.status.html(props.liveness == Liveness::Live);
        let around = props.around();
        let mut count = Html::default();
        if self.is_part() || searching || around.shows(Control::Count, self.among.len()) {
            count = markup! { <p part="count">{ self.count() }</p> };
        }
        let more = markup! { { self.search_box(ctx) }{ count } };
        let inside = markup! {
            { around.head(words.glossary(), &self.data.title, more) }
            { status }
            { body }
        };
        around.root(
            &self.root,
            words.glossary(),
            (
                &self.data.lang,
                &self.data.direction,
                &self.data.note,
                &self.data.notice,
                self.data.common().take(),
            ),
            None,
            inside,
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.listeners.is_empty() && ctx.props().liveness == Liveness::Live {
            let (link, list) = (ctx.link().clone(), self.list.clone());
            // What is to be known of an event is asked while it is on its way: messages come when it has gone.
            let heard = move |event: &Event| {
                heard(event, list.get()).into_iter().for_each(|msg| link.send_message(msg))
            };
            if let Some(root) = self.root.cast::<Element>() {
                self.listeners = listen(&root, Bubble, &EVENTS, heard);
            }
            ctx.props().onready.emit(());
        }
        put_query(&self.root, &self.filter.query);
        self.roving.rendered(&self.root);
    }
}

impl Glossary {
    /// Takes the plan of the properties.
    fn read(&mut self, ctx: &Context<Self>) {
        let GlossaryProps { plan, lang, terms, .. } = ctx.props();
        self.data = plan.view(lang);
        self.among = self.data.picked(terms);
        self.index = Index::default();
    }

    /// Whether the page shows a part only of what there is.
    fn is_part(&self) -> bool {
        self.among.len() < self.data.entries.len() || self.found.0.len() > self.limit
    }

    fn find(&mut self) {
        self.found = self.data.found_among(&self.among, &self.filter.query, self.sort, &self.index);
    }

    /// Takes what the parent wants of what the reader can change, after `old`; says whether
    /// anything is another. `settled` says whether all that it is in charge of is taken.
    fn sync(&mut self, ctx: &Context<Self>, old: &GlossaryProps, settled: bool) -> bool {
        let props = ctx.props();
        let other = props.plan != old.plan || props.lang != old.lang || props.terms != old.terms;
        if other {
            self.read(ctx);
        }
        let value = (&props.filter, &props.default_filter);
        let was = (&old.filter, &old.default_filter);
        let filtered = sync(&mut self.filter, value, was, settled);
        let value = (&props.sort, &props.default_sort);
        let was = (&old.sort, &old.default_sort);
        let mut changed = sync(&mut self.sort, value, was, settled) || filtered || other;
        if changed {
            self.find();
        }
        let value = (&props.selection, &props.default_selection);
        let was = (&old.selection, &old.default_selection);
        if let Some(selection) = wanted(value, was, settled).filter(|selection| selection.term != self.term) {
            self.select(selection.term.clone());
            changed = true;
        }
        changed
    }

    /// Gives the parent, where it is in charge, time to take a change over; what it hasn't then is taken back.
    fn settle(&mut self, ctx: &Context<Self>) {
        let GlossaryProps { filter, sort, selection, .. } = ctx.props();
        if filter.is_some() || sort.is_some() || selection.is_some() {
            self.settling = Some(after(ctx.link(), 0, Msg::Settle));
        }
    }

    /// The rows that are rendered: of a static page all that the limit lets through.
    fn shown(&self, live: bool) -> &[usize] {
        let most = if live { self.most } else { usize::MAX }.min(self.limit);
        self.found.0.get(..most).unwrap_or(&self.found.0)
    }

    fn search(&mut self, ctx: &Context<Self>, query: String) {
        let props = ctx.props();
        self.roving.at = 0;
        self.most = AT_A_TIME;
        self.filter.query = query;
        self.find();
        self.status.later(ctx.link(), PAUSE_MS, Msg::Announce(self.count().into()));
        let (shown, total) = (self.found.0.len(), self.among.len());
        props.onfilter.emit(Filtered { filter: self.filter.clone(), shown, total });
        self.settle(ctx);
    }

    /// Selects a term from outside, and shows it.
    fn select(&mut self, term: Option<TermId>) {
        let is_it = |index: &usize| self.data.entries.get(*index).map(|entry| &*entry.id) == term.as_deref();
        if let Some(row) = self.found.0.iter().position(is_it) {
            self.roving.at = row;
            self.most = self.most.max(row + 1);
            if row >= self.limit {
                self.limit = usize::MAX;
            }
        }
        self.term = term;
    }

    /// Selects the term in a row, and takes that back where it is selected.
    fn press(&mut self, ctx: &Context<Self>, row: usize) {
        let entry = self.found.0.get(row).and_then(|index| self.data.entries.get(*index));
        let id = entry.map(|entry| (&*entry.id).into());
        self.roving.at = row;
        self.term = id.filter(|id| self.term.as_ref() != Some(id));
        ctx.props().onselect.emit(GlossarySelection { term: self.term.clone(), article: None });
        self.settle(ctx);
    }

    /// How many terms are shown, in words.
    fn count(&self) -> String {
        let (words, common, entries) = (self.data.words(), self.data.common(), self.among.len());
        let found = self.found.0.len();
        let count = if !self.filter.query.is_empty() {
            common.found(words.terms_found(), found, entries)
        } else if self.is_part() {
            common.found(common.some_of(), found.min(self.limit), self.data.entries.len())
        } else {
            common.count(words.terms(), entries)
        };
        part_of(count, &[if entries < self.data.entries.len() { common.selection() } else { "" }])
    }

    /// The terms of a list, under letters where they are sorted by them, and the way to more.
    fn rows(&self, ctx: &Context<Self>, shown: &[usize]) -> Html {
        let words = self.data.words();
        let under_letters = self.sort == GlossarySort::Name && self.filter.query.is_empty();
        let groups = if under_letters { self.data.by_letter(shown) } else { vec![("", shown.to_vec())] };
        // A change from outside may have taken away the row that was reached.
        let reached = self.roving.at.min(shown.len().saturating_sub(1));
        let mut at = 0;
        let mut sections: Vec<Html> = Vec::new();
        for (letter, indices) in groups {
            let letter = if letter.is_empty() { "#" } else { letter };
            let mut rows: Vec<Html> = Vec::new();
            for index in indices {
                if let Some(entry) = self.data.entries.get(index) {
                    rows.push(self.row(ctx, (index, at), at == reached, entry.row(&self.found.1)));
                }
                at += 1;
            }
            let heading = if under_letters {
                markup! { <@{ctx.props().around().rank()} part="group-title">{ letter }</@> }
            } else {
                Html::default()
            };
            sections.push(markup! {
                <section part="letter">{ heading }<dl part="list">{ rows }</dl></section>
            });
        }
        let found = self.found.0.len();
        let left = if self.limit < found { 0 } else { found - shown.len() };
        let all = if self.limit < found { found } else { 0 };
        let rest = rest(self.data.common(), words.show_more(), left, all, ctx.props().liveness);
        markup! { { sections }{ rest } }
    }

    fn search_box(&self, ctx: &Context<Self>) -> Html {
        let words = self.data.words();
        let GlossaryProps { liveness, .. } = *ctx.props();
        let around = ctx.props().around();
        let has = |control| around.shows(control, self.among.len());
        if liveness.is_plain() || !(has(Control::Search) || has(Control::Filters)) {
            return Html::default();
        }
        let off = liveness == Liveness::Waiting;
        let sort = self.sort.name();
        let options = GlossarySort::ALL.iter().zip([words.sort_plan(), words.sort_name()]);
        let options = options.map(|(known, name)| option(known.name(), *known == self.sort, name));
        let options = options.collect();
        let (mut field, mut order) = (Html::default(), Html::default());
        if has(Control::Search) {
            field = search(None, words.search(), words.search_hint(), &self.filter.query, off);
        }
        if has(Control::Filters) {
            order = chooser("sort", words.sort(), "sort", sort, off, options);
        }
        markup! {
            <div part="search" class="plan-controls" role="search">
                { field }
                { order }
            </div>
        }
    }

    fn row(&self, ctx: &Context<Self>, (term, row): (usize, usize), reached: bool, hits: Row) -> Html {
        let props = ctx.props();
        let words = self.data.words();
        let live = props.liveness == Liveness::Live;
        let entry = hits.entry;
        // The Tab key leads to one row, and to what is in it; the arrows lead to the others.
        let tabindex = if reached { "0" } else { "-1" };
        let mut name = marked(&entry.name, hits.name);
        if live {
            name = markup! {
                <button
                    type="button" part="name" data-row={row} tabindex={tabindex}
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
        // In place of it what else the term is called, if that is what was searched for; in which language isn't known.
        let (original, lang, hit) = match hits.names {
            Some(hit) => (&*entry.names, "", Some(hit)),
            None if self.data.is_translated() => (&*entry.other, self.data.original().tag(), hits.other),
            None => ("", "", None),
        };
        let original = aside("original", lang, original, hit);
        let pinyin = aside("pinyin", "zh-Latn", &entry.pinyin, hits.pinyin);
        let reading = aside("reading", self.data.lang.tag(), &entry.reading, hits.reading);
        let components = entry.components.iter().zip(hits.components).map(|(component, hit)| {
            let label = match &*component.label {
                "" => Html::default(),
                label => markup! { <b>{ label }</b> " " },
            };
            let state = match &*component.state {
                "" => Html::default(),
                state => markup! { " " <small>{ state }</small> },
            };
            markup! { <li part="component">{ label }{ marked(&component.text, hit) }{ state }</li> }
        });
        let mut list = Html::default();
        if !entry.components.is_empty() {
            list = markup! {
                <ul part="components" role="list" aria-label={fill(words.stands_for(), &[&entry.name])}>
                    { components.collect::<Vec<_>>() }
                </ul>
            };
        }
        let cite = match &*entry.cite {
            "" => Html::default(),
            cite => markup! { <span part="cite">{ cite }</span> " " },
        };
        let link = match &props.link_prefix {
            Some(prefix) => {
                let text = if self.copied == Some(term) {
                    self.data.common().copied()
                } else {
                    self.data.common().copy()
                };
                markup! {
                    <a
                        part="link" class="plan-controls" data-term={term} tabindex={tabindex}
                        href={[&**prefix, &entry.id].concat()}
                    >
                        { text }
                    </a>
                }
            }
            None => Html::default(),
        };
        let articles = entry.articles.iter().enumerate().filter_map(|(at, article)| {
            let name = &*self.data.articles.get(*article)?.name;
            Some(if live {
                markup! {
                    <button type="button" part="article" data-term={term} value={at} tabindex={tabindex}>
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
            markup! { <span part="articles">{ words.used_in() } " " { articles }</span> }
        };
        markup! {
            <div part="term" key={&*entry.id} data-item={&*entry.id}>
                <dt>{ name } { reading } { original } { pinyin }</dt>
                <dd>
                    <p part="note">{ marked(&entry.note, hits.note) }</p>
                    { list }
                    <p part="foot">{ cite } { articles } { link }</p>
                    { slot(&props.render_term, &entry.id) }
                </dd>
            </div>
        }
    }
}

/// What an event asks for.
fn heard(event: &Event, (rows, searching): (usize, bool)) -> Option<Msg> {
    let target = Target::of(event)?;
    match event.type_().as_str() {
        "click" => {
            let button = target.closest("button")?;
            if let Some(term) = button.number(TERM) {
                return Some(Msg::Article(term, button.number("value")?));
            }
            if let Some(row) = button.number(ROW) {
                return Some(Msg::Press(row));
            }
            Some(match button.attribute("data-do")?.as_str() {
                "clear" => Msg::Clear,
                "menu" => Msg::Menu,
                _ => Msg::More,
            })
        }
        "input" => (target.attribute("part")? == "search-input").then(|| Msg::Search(target.value())),
        "change" => {
            target.attribute("data-facet")?;
            Some(Msg::Sort(GlossarySort::from_name(&target.value())?))
        }
        COPIED => Some(Msg::Copied(target.number(TERM)?)),
        _ => {
            // In the search, on a term, or on what stands with it; other fields have keys of their own.
            let row = target.closest("[part=term]").and_then(|term| term.find("[data-row]"));
            let row = row.and_then(|row| row.number(ROW));
            let search = target.attribute("part").as_deref() == Some("search-input");
            if !search && (row.is_none() || target.closest(FIELDS).is_some()) {
                return None;
            }
            let msg = pressed(Key::of(event.dyn_ref()?)?, row, rows, searching)?;
            event.prevent_default();
            Some(msg)
        }
    }
}

/// What a key asks for, in a list of `rows`: arrows, Home and End go through the terms; up from the first and Escape
/// lead back to the search.
fn pressed(key: Key, row: Option<usize>, rows: usize, searching: bool) -> Option<Msg> {
    match (key, row) {
        (Key::Down, None) | (Key::Home, Some(_)) if rows > 0 => Some(Msg::Row(0)),
        (Key::Down, Some(row)) => Some(Msg::Row((row + 1).min(rows.saturating_sub(1)))),
        (Key::Up, Some(row)) => Some(row.checked_sub(1).map_or(Msg::Input, Msg::Row)),
        (Key::End, Some(_)) => Some(Msg::Row(rows.saturating_sub(1))),
        (Key::Escape, Some(_)) => Some(Msg::Input),
        (Key::Escape, None) if searching => Some(Msg::Clear),
        _ => None,
    }
}
