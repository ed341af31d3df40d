//! Goals: a card each, alone or in a deck that can be filtered.

mod card;
mod input;
mod props;
mod reported;

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerPhase::Bubble};
use gloo_timers::callback::Timeout;
use web_sys::{Element, window};
use yew::prelude::*;

use super::{
    AT_A_TIME, Control, Liveness, Selection,
    events::{Key, listen},
    filters::{FilterControls, chooser, meanings, used},
    markup::{Part, markup},
    parts::{Counts, counted, is_rtl, limit, none, option, rest},
    state::{COPIED_MS, Drawn, FilterState, PAUSE_MS, Roving, Status, after, focus, put_query, sync, wanted},
};
use crate::model::Choice as _;
use crate::view::{
    filter::Filter,
    goals::{CHAPTER, Card, DeckView, GoalFilter, GoalGroup, GoalLayout, GoalSort, STAGE, STATUS, TOPIC},
    words::joined,
};
pub use props::{Arrangement, GoalCard, GoalCardProps, GoalDeckProps, Variant};

/// The goals of a plan with a search and facets; or one of them.
///
/// # Examples
/// ```
/// # use plan_widgets::{GoalDeck, Lang, Plan, Selection};
/// # use std::rc::Rc;
/// # use yew::prelude::*;
/// # #[derive(PartialEq, Properties)]
/// # struct Props { plan: Rc<Plan> }
/// #[component]
/// fn Projects(props: &Props) -> Html {
///     // What is selected here can be handed to a timeline.
///     let selection = use_state(Selection::default);
///     let onselect = use_callback(selection.setter(), |now: Selection, selection| selection.set(now));
///     let plan = props.plan.clone();
///     html! { <GoalDeck {plan} lang={Lang::EN} selection={(*selection).clone()} {onselect} /> }
/// }
/// ```
pub struct GoalDeck {
    /// Whether the controls work.
    live: bool,
    data: Rc<DeckView>,
    /// How many are shown until the reader asks for all.
    limit: usize,
    /// Whether the choices are open where there is little room.
    unfolded: bool,
    filters: FilterState<GoalFilter>,
    arrangement: Arrangement,
    /// What is shown: headings, each with the indices of its cards.
    groups: Vec<(Option<usize>, Vec<usize>)>,
    /// The column that rows of a table are sorted by, and whether downwards.
    column: Option<(usize, bool)>,
    /// How many cards are shown at most.
    most: usize,
    /// How many of these are drawn by now.
    drawn: Drawn,
    /// The index of the selected goal.
    goal: Option<usize>,
    /// The selected project.
    project: Option<Box<str>>,
    /// The cards that are open.
    open: Vec<usize>,
    roving: Roving,
    /// The card whose link was copied last, or whose text: then whether it could be.
    copied: Option<(usize, Copied)>,
    /// The card whose text is on its way to the clipboard.
    copying: usize,
    status: Status,
    settling: Option<Timeout>,
    /// Whether all is open because it goes to paper.
    printing: bool,
    root: NodeRef,
    listeners: Vec<EventListener>,
}

/// What happens to a [`GoalDeck`].
pub enum Msg {
    /// The reader has typed.
    Search(String),
    /// The reader has selected a value of a facet, or all.
    Choose(usize, String),
    /// The reader has selected what goals are put under.
    Group(GoalGroup),
    /// The reader has selected their order.
    Sort(GoalSort),
    /// The reader has selected how they are shown.
    Layout(GoalLayout),
    /// The reader has pressed the heading of a column.
    Column(usize),
    /// The reader has pressed a value of a facet in its legend.
    Toggle(usize, String),
    /// The reader wants everything back.
    Clear,
    /// The reader wants more cards.
    More,
    /// The Tab key leads to this card, as the one that was reached isn't rendered.
    Stop(usize),
    /// The reader has pressed a card.
    Press(usize),
    /// The reader has pressed a project of a card: its index there.
    Project(usize, usize),
    /// The reader has pressed a key on a card.
    Key(Key, usize),
    /// The reader wants the text of a card.
    Copy(usize),
    /// The link of a card is in the clipboard, or without one the text that was asked for; or that isn't.
    Copied(Option<usize>, bool),
    /// Screen readers are to hear this now.
    Announce(AttrValue),
    /// The reader wants to take something away.
    Menu,
    /// The parent has had time to take a change over.
    Settle,
    /// The reader opens the choices where there is little room, or closes them.
    Unfold,
    /// The page goes to paper, or comes back.
    Print(bool),
    /// The next cards are to be drawn.
    Draw,
}

/// What is in the clipboard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Link,
    Text,
    Nothing,
}

impl Copied {
    fn said(self, deck: &DeckView) -> &str {
        match self {
            Copied::Link => deck.common().copied(),
            Copied::Text => deck.words().copied_text(),
            Copied::Nothing => deck.words().not_copied(),
        }
    }
}

/// No row of a table is lower, and no card smaller, in pixels.
const ROW_PX: f64 = 30.0;
const CARD_PX: (f64, f64) = (280.0, 100.0);

impl Component for GoalDeck {
    type Message = Msg;
    type Properties = GoalDeckProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut goals = GoalDeck {
            live: props.liveness == Liveness::Live,
            data: Rc::default(),
            limit: limit(props.limit),
            unfolded: false,
            filters: FilterState::new(props.filter.as_ref().unwrap_or(&props.default_filter).clone()),
            arrangement: props.arrangement.unwrap_or(props.default_arrangement),
            groups: Vec::new(),
            column: None,
            most: AT_A_TIME,
            drawn: Drawn::default(),
            goal: None,
            project: None,
            open: Vec::new(),
            roving: Roving::default(),
            copied: None,
            copying: 0,
            status: Status::default(),
            settling: None,
            printing: props.printing.unwrap_or_default(),
            root: props.node_ref.clone().unwrap_or_default(),
            listeners: Vec::new(),
        };
        goals.read(ctx);
        goals.find(ctx);
        goals.open = props.default_open.iter().filter_map(|id| goals.index_of(id)).collect();
        goals.take(ctx, props.selection.as_ref().unwrap_or(&props.default_selection), true);
        goals
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &GoalDeckProps) -> bool {
        let props = ctx.props();
        self.live = props.liveness == Liveness::Live;
        let other = is_other(props, old) && self.read(ctx);
        if props.limit != old.limit {
            self.limit = limit(props.limit);
        }
        let changed = self.sync(ctx, old, other || props.only != old.only, false);
        let own = |props: &GoalDeckProps| {
            (props.limit, props.variant, props.departments, props.oncopy.is_some(), props.printing)
        };
        self.printing = props.printing.unwrap_or(self.printing);
        changed
            || props.around() != old.around()
            || own(props) != own(old)
            || props.render_goal != old.render_goal
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Search(query) => {
                self.filters.filter.query = query;
                self.filtered(ctx);
            }
            Msg::Choose(facet, value) => {
                let ids: Vec<&str> = value.split_ascii_whitespace().collect();
                self.filters.filter.select(facet, &ids);
                self.filtered(ctx);
            }
            Msg::Group(group) => {
                self.arrangement.group = group;
                self.arranged(ctx);
            }
            Msg::Sort(sort) => {
                self.arrangement.sort = sort;
                self.column = None;
                self.arranged(ctx);
            }
            Msg::Layout(layout) => {
                self.arrangement.layout = layout;
                self.arranged(ctx);
            }
            Msg::Column(column) => {
                self.column = Some((column, self.column == Some((column, false))));
                self.arrange();
            }
            Msg::Toggle(facet, value) => {
                self.filters.filter.toggle(facet, &value);
                self.filtered(ctx);
            }
            Msg::Clear => {
                self.filters.filter = GoalFilter::default();
                self.filtered(ctx);
                self.roving.focus = !focus(&self.root, "[part=search-input]");
            }
            Msg::More => {
                let had = self.shown().len();
                let first = self.all_shown().nth(had);
                self.drawn.after(had);
                if self.limit < usize::MAX {
                    self.limit = usize::MAX;
                    self.announce(ctx);
                } else {
                    self.most += AT_A_TIME;
                }
                // The button goes on, or away: the keyboard stays where the new cards begin.
                self.roving.go(first.unwrap_or(self.roving.at));
            }
            Msg::Press(card) => self.press(ctx, card),
            Msg::Stop(card) => self.roving.at = card,
            Msg::Project(card, project) => {
                let work = self.data.cards.get(card).and_then(|card| card.projects.get(project));
                let id = work.map(|work| work.id.clone());
                let project = id.filter(|id| self.goal != Some(card) || self.project.as_ref() != Some(id));
                self.select(ctx, Some(card), project);
            }
            Msg::Key(key, card) => self.pressed(ctx, key, card),
            Msg::Copy(card) => {
                self.copying = card;
                if let (Some(oncopy), Some(card)) = (&ctx.props().oncopy, self.data.cards.get(card)) {
                    let mut text = self.data.text(card);
                    if let Some(prefix) = &ctx.props().link_prefix {
                        text.extend(["\n", &**prefix, &*card.id]);
                    }
                    oncopy.emit(text.into());
                }
                return false;
            }
            Msg::Copied(link, done) => {
                let what = match (link, done) {
                    (Some(_), _) => Copied::Link,
                    (None, true) => Copied::Text,
                    (None, false) => Copied::Nothing,
                };
                self.copied = Some((link.unwrap_or(self.copying), what));
                self.status.say(what.said(&self.data));
                self.status.later(ctx.link(), COPIED_MS, Msg::Announce(AttrValue::default()));
            }
            Msg::Announce(text) => {
                self.status.say(text);
                self.copied = None;
            }
            Msg::Unfold => self.unfolded = !self.unfolded,
            Msg::Print(printing) => self.printing = printing,
            Msg::Draw => self.drawn.more(),
            Msg::Menu => {
                if let Some(onmenu) = &ctx.props().onmenu {
                    onmenu.emit(self.all_shown().collect());
                }
                return false;
            }
            Msg::Settle => return self.sync(ctx, ctx.props(), false, true),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let status = self.status.html(self.live);
        let around = props.around();
        let inside = if props.only.is_some() {
            let card = self.shown().first().map(|index| self.card(ctx, *index, props.heading_level));
            markup! { { card.unwrap_or_default() }{ status } }
        } else {
            markup! {
                { around.head(self.data.words().goals(), &self.data.title, self.controls(ctx)) }
                { status }
                { self.account() }
                { self.list(ctx) }
                { self.rest(props.liveness) }
                { self.unbound(around.level()) }
                { if props.liveness.is_plain() { self.meanings() } else { Html::default() } }
            }
        };
        around.root(
            &self.root,
            self.data.words().goals(),
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
        if self.listeners.is_empty() && self.live {
            let link = ctx.link().clone();
            // What is to be known of an event is asked while it is on its way: messages come when it has gone.
            let heard =
                move |event: &Event| input::heard(event).into_iter().for_each(|msg| link.send_message(msg));
            if let Some((root, window)) = self.root.cast::<Element>().zip(window()) {
                self.listeners = listen(&root, Bubble, &input::EVENTS, heard.clone());
                if ctx.props().printing.is_none() {
                    self.listeners.extend(listen(&window, Bubble, &input::PRINT, heard));
                }
            }
            ctx.props().onready.emit(());
        }
        put_query(&self.root, &self.filters.filter.query);
        self.roving.rendered(&self.root);
        let shown = self.shown().len();
        if self.drawn.is_whole(ctx.link(), shown, Msg::Draw)
            && let Some(card) = self.roving.lost(&self.root)
        {
            ctx.link().send_message(Msg::Stop(card));
        }
    }
}

impl GoalDeck {
    /// Takes the plan of the properties; says whether it has other goals. Where it hasn't, what the reader has opened
    /// stays open.
    fn read(&mut self, ctx: &Context<Self>) -> bool {
        let GoalDeckProps { plan, lang, progress, goals, .. } = ctx.props();
        let data = progress.of(plan.view(lang));
        let among = data.picked(goals);
        let other = among != self.filters.among
            || !data.cards.iter().map(|card| &card.id).eq(self.data.cards.iter().map(|card| &card.id));
        if other {
            self.open = Vec::new();
        }
        self.data = data;
        self.filters.renew(among);
        other
    }

    /// Takes what the parent wants of what the reader can change, after `old`; says whether
    /// anything is another. `other` says whether the goals are; `settled`, whether all that it is in charge of is taken.
    fn sync(&mut self, ctx: &Context<Self>, old: &GoalDeckProps, other: bool, settled: bool) -> bool {
        let props = ctx.props();
        let value = (&props.arrangement, &props.default_arrangement);
        let was = (&old.arrangement, &old.default_arrangement);
        let arranged = sync(&mut self.arrangement, value, was, settled);
        let value = (&props.filter, &props.default_filter);
        let was = (&old.filter, &old.default_filter);
        let mut changed = sync(&mut self.filters.filter, value, was, settled) || arranged || other;
        if changed || is_other(props, old) {
            // A search that has had to wait for what completes the cards has another count then.
            if self.find(ctx) && !other && !self.filters.filter.query.is_empty() {
                self.announce(ctx);
            }
            changed = true;
        }
        let value = (&props.selection, &props.default_selection);
        let was = (&old.selection, &old.default_selection);
        if let Some(selection) =
            wanted(value, was, settled).or(other.then_some(value.0.as_ref().unwrap_or(value.1)))
        {
            let before = self.goal;
            let taken = self.take(ctx, selection, other);
            // What the parent has refused doesn't stay open.
            if taken && settled && self.goal != before {
                self.open.retain(|open| Some(*open) != before);
            }
            changed |= taken;
        }
        changed
    }

    /// Gives the parent, where it is in charge, time to take a change over; what it hasn't then is taken back.
    fn settle(&mut self, ctx: &Context<Self>) {
        let GoalDeckProps { filter, arrangement, selection, .. } = ctx.props();
        if filter.is_some() || arrangement.is_some() || selection.is_some() {
            self.settling = Some(after(ctx.link(), 0, Msg::Settle));
        }
    }

    fn index_of(&self, id: &str) -> Option<usize> {
        self.first(&|card| *card.id == *id)
    }

    /// The first goal that is such a one.
    fn first(&self, is: &dyn Fn(&Card) -> bool) -> Option<usize> {
        self.filters.among.iter().copied().find(|index| self.data.cards.get(*index).is_some_and(is))
    }

    /// Selects a project, and with it a goal: the one that is shown alone, or the selection's, or the first that has the
    /// project. Says whether that is another selection; shows it then, or if `anew`.
    fn take(&mut self, ctx: &Context<Self>, selection: &Selection, anew: bool) -> bool {
        let only = &ctx.props().only;
        let project = selection.project.as_deref();
        let has = |card: &Card| card.has_project(project);
        let goal = only.as_ref().or(selection.goal.as_ref()).and_then(|id| self.index_of(id));
        let goal = goal.or_else(|| self.first(&has));
        let card = goal.and_then(|goal| self.data.cards.get(goal));
        let project: Option<Box<str>> = card.filter(|card| has(card)).and(project).map(Into::into);
        let other = self.goal != goal || self.project != project;
        if other || anew {
            self.goal = goal;
            self.project = project;
            if let Some(goal) = goal.filter(|_| only.is_none() || self.project.is_some()) {
                self.show(goal);
            }
        }
        other
    }

    /// What is selected.
    fn selection(&self) -> Selection {
        let card = self.goal.and_then(|goal| self.data.cards.get(goal));
        let works = card.into_iter().flat_map(|card| &card.projects);
        let mut works = works.filter(|work| Some(&work.id) == self.project.as_ref());
        Selection {
            goal: card.map(|card| (&*card.id).into()),
            project: self.project.as_deref().map(Into::into),
            item: works.find(|work| !work.item.is_empty()).map(|work| (&*work.item).into()),
        }
    }

    /// Opens a card, and brings it among those that are shown.
    fn show(&mut self, card: usize) {
        if !self.open.contains(&card) {
            self.open.push(card);
        }
        self.arrange();
        self.roving.at = card;
        let at = self.all_shown().position(|shown| shown == card).unwrap_or_default();
        self.most = self.most.max((at / AT_A_TIME + 1) * AT_A_TIME);
        if at >= self.limit {
            self.limit = usize::MAX;
        }
        self.drawn.at_least(at + 1);
    }

    /// Opens a card, or closes it.
    fn press(&mut self, ctx: &Context<Self>, card: usize) {
        let opening = !self.open.contains(&card);
        self.roving.at = card;
        if opening {
            self.select(ctx, Some(card), None);
        } else {
            self.open.retain(|open| *open != card);
            if self.goal == Some(card) && ctx.props().only.is_none() {
                self.select(ctx, None, None);
            }
        }
    }

    fn select(&mut self, ctx: &Context<Self>, goal: Option<usize>, project: Option<Box<str>>) {
        self.copied = None;
        if (self.goal, &self.project) == (goal, &project) {
            goal.into_iter().for_each(|goal| self.show(goal));
            return;
        }
        self.goal = goal;
        self.project = project;
        goal.into_iter().for_each(|goal| self.show(goal));
        ctx.props().onselect.emit(self.selection());
        self.settle(ctx);
    }

    /// What a key does on a card.
    fn pressed(&mut self, ctx: &Context<Self>, key: Key, card: usize) {
        if key == Key::Escape {
            if self.open.contains(&card) {
                self.press(ctx, card);
                self.roving.focus = true;
            }
            return;
        }
        let shown = self.shown();
        let at = shown.iter().position(|shown| *shown == card);
        let group = self.groups.iter().position(|group| group.1.contains(&card));
        let first_of =
            |group: Option<usize>| self.groups.get(group?).and_then(|group| group.1.first().copied());
        let to = match key.along(is_rtl(&self.data.direction)) {
            Key::Right | Key::Down => at.and_then(|at| shown.get(at + 1)).copied(),
            Key::Left | Key::Up => at.and_then(|at| shown.get(at.checked_sub(1)?)).copied(),
            Key::Home => shown.first().copied(),
            Key::End => shown.last().copied(),
            Key::PageDown => first_of(group.map(|group| group + 1)),
            Key::PageUp => first_of(group.map(|group| group.saturating_sub(1))),
            Key::Escape | Key::Zoom(_) => None,
        };
        if let Some(to) = to.filter(|to| shown.contains(to)) {
            self.roving.go(to);
        }
    }

    fn filtered(&mut self, ctx: &Context<Self>) {
        self.most = AT_A_TIME;
        self.find(ctx);
        self.announce(ctx);
        ctx.props().onfilter.emit(self.filters.filtered());
        self.settle(ctx);
    }

    fn arranged(&mut self, ctx: &Context<Self>) {
        self.arrange();
        ctx.props().onarrange.emit(self.arrangement);
        self.settle(ctx);
    }

    /// Has screen readers hear how many goals there are, in a while.
    fn announce(&mut self, ctx: &Context<Self>) {
        let count = Msg::Announce(self.count().into());
        self.status.later(ctx.link(), PAUSE_MS, count);
    }

    /// Finds the goals that are left; says whether it is another number of them.
    fn find(&mut self, ctx: &Context<Self>) -> bool {
        let other = match &ctx.props().only {
            Some(id) => {
                self.filters.found.items = self.index_of(id).into_iter().collect();
                false
            }
            None => self.filters.find(&self.data.facets, &self.data.cards),
        };
        self.arrange();
        other
    }

    fn arrange(&mut self) {
        let Arrangement { group, sort, .. } = self.arrangement;
        let groups = match self.column.filter(|_| self.is_table()) {
            Some((column, down)) => {
                let mut items = self.filters.found.items.clone();
                self.data.sort_by_column(&mut items, column, down);
                self.data.grouped(&items, group, GoalSort::Plan)
            }
            None => self.data.grouped(&self.filters.found.items, group, sort),
        };
        if groups != self.groups {
            self.groups = groups;
            let (width, height) = if self.is_table() { (f64::MAX, ROW_PX) } else { CARD_PX };
            self.drawn.begin(&self.root, width, height);
        }
        if !self.filters.found.items.contains(&self.roving.at) {
            let first = self.all_shown().next();
            self.roving.at = first.unwrap_or_default();
        }
    }

    /// The indices of the cards in the order shown.
    fn all_shown(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().flat_map(|group| &group.1).copied()
    }

    /// Those that are rendered: of a static page all that the limit lets through.
    fn shown(&self) -> Vec<usize> {
        let most = if self.live && !self.printing { self.most } else { usize::MAX };
        self.all_shown().take(most.min(self.limit)).collect()
    }

    /// Whether the page shows a part only of what there is.
    fn is_part(&self) -> bool {
        self.filters.among.len() < self.data.cards.len() || self.filters.found.items.len() > self.limit
    }

    fn count(&self) -> String {
        let words = self.data.words();
        let found = self.filters.found.items.len();
        let counts = Counts {
            all: self.data.cards.len(),
            among: self.filters.among.len(),
            found,
            shown: found.min(self.limit),
        };
        let sentences = (words.goals_found(), words.goals_all());
        counted(self.data.common(), sentences, !self.filters.filter.is_empty(), counts, "")
    }

    /// How many goals there are, and how many projects in each stage.
    fn summed(&self) -> Html {
        let (words, common) = (self.data.words(), self.data.common());
        let (counts, all) = self.data.projects(&self.filters.found.items);
        let (mut list, mut sum) = (Vec::new(), 0);
        for (stage, count) in self.data.values(STAGE).iter().zip(counts) {
            if count > 0 {
                list.push([&*stage.name, "\u{a0}", &common.whole(count)].concat());
                sum += count;
            }
        }
        if list.is_empty() {
            return Html::default();
        }
        let several = if sum > all { words.tally_several() } else { "" };
        let list = joined(&list, common.names_comma()) + several;
        let sum = common.say(words.tally(), all, &[&common.whole(all), &list]);
        markup! { <span part="tally">{ sum }</span> }
    }

    /// What the stages mean.
    fn meanings(&self) -> Html {
        let stages = used(&self.data.facets, &self.filters.found.all, STAGE);
        meanings(self.data.words().meaning(), &stages, &[])
    }

    fn controls(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = self.data.words();
        let has = |control| props.around().shows(control, self.filters.among.len());
        let mut count = Html::default();
        if self.is_part() || !self.filters.filter.is_empty() || has(Control::Count) {
            count = markup! { <p part="count">{ self.count() }{ self.summed() }</p> };
        }
        let reported = self.data.reported();
        if props.liveness.is_plain() {
            return markup! { { count } { self.statuses() } };
        }
        let off = props.liveness == Liveness::Waiting;
        let controls = FilterControls {
            common: self.data.common(),
            labels: &[
                (words.topic(), words.all_topics()),
                (words.stage(), ""),
                (words.article(), words.all_articles()),
                (words.part(), words.all_parts()),
                (words.department(), words.all_departments()),
                (words.kind(), words.all_kinds()),
                (words.place(), words.all_places()),
                (reported.by_status(), ""),
            ],
            facets: &self.data.facets,
            selected: self.filters.filter.selected(),
            counts: &self.filters.found.counts,
            // Of statuses all are shown: that no goal is behind is to be seen.
            all: self.filters.found.all.get(..STATUS).unwrap_or_default(),
            off,
        };
        let mut all: Vec<Html> = (0..GoalFilter::FACETS.len())
            .filter(|facet| ![STAGE, STATUS].contains(facet) && controls.has_several(*facet))
            .map(|facet| controls.select(facet))
            .collect();
        let options = |names: &[&str], ids: &[&str], selected: &str| -> Vec<Html> {
            names.iter().zip(ids).map(|(name, id)| option(id, *id == selected, name)).collect()
        };
        let groups = GoalGroup::ALL.iter().map(|group| group.name()).collect::<Vec<_>>();
        let orders = GoalSort::ALL.iter().map(|order| order.name()).collect::<Vec<_>>();
        let (group, sort) = (self.arrangement.group.name(), self.arrangement.sort.name());
        all.push(chooser(
            "group",
            words.group(),
            "group",
            group,
            off,
            options(&[words.group_none(), words.group_topic(), words.group_part()], &groups, group),
        ));
        all.push(chooser(
            "sort",
            words.sort(),
            "sort",
            sort,
            off,
            options(&[words.sort_plan(), words.sort_projects(), words.sort_figures()], &orders, sort),
        ));
        let mut choices = if has(Control::Filters) { all } else { Vec::new() };
        if self.is_reported() && has(Control::Layouts) {
            let layout = self.arrangement.layout.name();
            choices.push(chooser(
                "layout",
                reported.layout(),
                "layout",
                layout,
                off,
                options(&[reported.cards(), reported.table()], GoalLayout::NAMES, layout),
            ));
        }
        let (mut search, mut legends) = (Html::default(), Html::default());
        if has(Control::Search) {
            search = controls.search(words.search(), words.search_hint(), &self.filters.filter.query);
        }
        let facets = controls.choices(props.controls, self.unfolded, choices);
        if has(Control::Legend) {
            legends = markup! {
                { controls.legend(STAGE, words.legend()) }
                { controls.legend(STATUS, reported.by_status()) }
            };
        }
        markup! {
            <div part="controls" class="plan-controls">
                { search }
                { facets }
                { legends }
            </div>
            { self.meanings() }
            { count }
        }
    }

    /// The cards under their headings, or that there are none.
    fn list(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        if self.filters.found.items.is_empty() {
            let words = self.data.words();
            return if self.filters.filter.is_empty() {
                none(words.no_goals(), None)
            } else {
                none(words.none_found(), Some(self.data.common().clear_filters()))
            };
        }
        let shown = self.shown();
        let facet = if self.arrangement.group == GoalGroup::Topic { TOPIC } else { CHAPTER };
        let mut left = if self.printing { shown.len() } else { self.drawn.of(shown.len()) };
        let mut sections: Vec<Html> = Vec::new();
        for (value, items) in &self.groups {
            let here = items.len().min(left);
            left -= here;
            if here == 0 {
                break;
            }
            let level = props.around().level() + u8::from(self.arrangement.group != GoalGroup::None);
            let name = value.and_then(|value| self.data.values(facet).get(value)).map(|value| &*value.name);
            let name = name.unwrap_or(self.data.words().no_group());
            let heading = match self.arrangement.group {
                GoalGroup::None => Html::default(),
                _ => markup! {
                    <@{props.around().rank()} part="group-title">
                        { name }
                        " "
                        <small>{ self.data.common().whole(items.len()) }</small>
                    </@>
                },
            };
            let list = if self.is_table() {
                self.table(items.get(..here).unwrap_or_default())
            } else {
                let cards = items.iter().take(here).map(|index| self.item(ctx, *index, level));
                let cards: Vec<Html> = cards.collect();
                markup! { <ol part="goals" data-variant={props.variant.name()} role="list">{ cards }</ol> }
            };
            sections.push(markup! { <section part="goal-group" key={name}>{ heading }{ list }</section> });
        }
        markup! { { sections } }
    }

    fn item(&self, ctx: &Context<Self>, index: usize, level: u8) -> Html {
        let id = self.data.cards.get(index).map(|card| &*card.id).unwrap_or_default();
        markup! { <li part="goal-item" key={id}>{ self.card(ctx, index, level) }</li> }
    }

    /// The way to more cards.
    fn rest(&self, live: Liveness) -> Html {
        let (found, shown) = (self.filters.found.items.len(), self.shown().len());
        let (left, all) = if found > self.limit { (0, found) } else { (found - shown, 0) };
        rest(self.data.common(), self.data.words().show_more(), left, all, live)
    }

    /// Whether departments are shown: they were asked for, or the deck is filtered by them.
    fn has_departments(&self, ctx: &Context<Self>) -> bool {
        ctx.props().departments || !self.filters.filter.departments.is_empty()
    }

    /// A card's index as an attribute of what is pressed; none before anybody listens.
    fn row(&self, index: usize) -> Part<'static> {
        if self.live { Part::Number(index) } else { Part::Nothing }
    }
}

/// Whether the goals are to be read anew.
fn is_other(props: &GoalDeckProps, old: &GoalDeckProps) -> bool {
    props.plan != old.plan
        || props.lang != old.lang
        || props.progress != old.progress
        || props.goals != old.goals
}
