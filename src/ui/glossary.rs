//! The glossary: a searchable list of the plan's terms.

mod input;
mod list;
mod props;

use std::{cell::Cell, rc::Rc};

use gloo_events::{EventListener, EventListenerPhase::Bubble};
use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::{
    AT_A_TIME, Control, Filtered, GlossarySelection, Liveness,
    events::listen,
    filters::chooser,
    markup::markup,
    parts::{Counts, counted, limit, none, option, search},
    state::{COPIED_MS, PAUSE_MS, Roving, Status, after, focus, put_query, sync, wanted},
};
use crate::{
    model::TermId,
    view::{
        glossary::{GlossaryFilter, GlossarySort, GlossaryView},
        search::Index,
        words::fill,
    },
};
use input::{EVENTS, heard};

pub use props::GlossaryProps;

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
        let words = self.data.words();
        let found = self.found.0.len();
        let counts = Counts {
            all: self.data.entries.len(),
            among: self.among.len(),
            found,
            shown: found.min(self.limit),
        };
        let sentences = (words.terms_found(), words.terms());
        counted(self.data.common(), sentences, !self.filter.query.is_empty(), counts, "")
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
}
