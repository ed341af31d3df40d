//! Goals: a card each, alone or in a deck that can be narrowed.

mod card;
mod input;
mod props;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::{Element, wasm_bindgen::JsCast, window};
use yew::prelude::*;

use super::{
    AT_A_TIME, Chosen, ColorScheme, Controls, Narrowed,
    filters::{FilterControls, chooser},
    focus,
    listener::Listener,
    markup::{Part, markup},
    rank,
};
use crate::{
    model::Lang,
    view::{
        filter::Found,
        goals::{CHAPTER, Card, DEPARTMENT, DeckView, FACETS, Filter, GoalGroup, GoalSort, STAGE, TOPIC},
        search::Index,
        words::{fill, goal_words, words},
    },
};
use input::Key;
pub use props::{Arranged, GoalCard, GoalCardProps, GoalDeckProps, Variant};

/// The goals of a plan, narrowed by filters; or one of them.
pub struct GoalDeck {
    /// Whether the controls work.
    live: bool,
    deck: Rc<DeckView>,
    filter: Filter,
    group: GoalGroup,
    sort: GoalSort,
    /// For the search.
    index: Index,
    found: Found,
    /// What is shown: headings, each with the places of its cards.
    groups: Vec<(Option<usize>, Vec<usize>)>,
    /// How many cards are shown at most.
    most: usize,
    /// The place of the selected goal.
    goal: Option<usize>,
    /// The selected project.
    project: Option<Box<str>>,
    /// The cards that stand open.
    open: Vec<usize>,
    /// The card that the Tab key leads to.
    reached: usize,
    /// Whether it is to have the focus after rendering.
    focus: bool,
    /// The card whose link was copied last, or whose text: then whether it could be.
    copied: Option<(usize, Copied)>,
    /// The card whose text is on its way to the clipboard.
    copying: usize,
    announced: AttrValue,
    announcing: Option<Timeout>,
    /// Whether all is open because it goes to paper.
    printing: bool,
    root: NodeRef,
    listener: Option<Listener>,
    printer: Option<Listener>,
}

/// What happens to a [`GoalDeck`].
pub enum Msg {
    /// The reader has typed.
    Search(String),
    /// The reader has chosen a value of a facet, or all.
    Choose(usize, String),
    /// The reader has chosen what goals are put under.
    Group(GoalGroup),
    /// The reader has chosen their order.
    Sort(GoalSort),
    /// The reader has pressed a stage in the legend.
    Toggle(String),
    /// The reader wants everything back.
    Clear,
    /// The reader wants more cards.
    More,
    /// The reader has pressed a card.
    Press(usize),
    /// The reader has pressed a project of a card: its place there.
    Project(usize, usize),
    /// The reader has pressed a key on a card.
    Key(Key, usize),
    /// The reader wants the text of a card.
    Copy(usize),
    /// The link of a card is in the clipboard, or without one the text that was asked for; or that isn't.
    Copied(Option<usize>, bool),
    /// The reader has stopped.
    Announce(AttrValue),
    /// The page goes to paper, or comes back.
    Print(bool),
}

/// What is in the clipboard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    Link,
    Text,
    Nothing,
}

impl Copied {
    fn said(self, lang: Lang) -> &'static str {
        match self {
            Copied::Link => words(lang).copied,
            Copied::Text => goal_words(lang).copied_text,
            Copied::Nothing => goal_words(lang).not_copied,
        }
    }
}

/// Screen readers are announced the count when typing pauses: at each letter it would drown the echo of the keys.
const PAUSE_MS: u32 = 600;

/// How long a button says that it has copied, in milliseconds.
const COPIED_MS: u32 = 4000;

/// The page goes to paper, and comes back.
const PRINT: [&str; 2] = ["beforeprint", "afterprint"];

/// By this attribute an event finds the card it happened in.
const ROW: &str = "data-row";

impl Component for GoalDeck {
    type Message = Msg;
    type Properties = GoalDeckProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut goals = GoalDeck {
            live: props.controls == Controls::Live,
            deck: Rc::default(),
            filter: props.filter.clone(),
            group: props.group,
            sort: props.sort,
            index: Index::default(),
            found: Found::default(),
            groups: Vec::new(),
            most: AT_A_TIME,
            goal: None,
            project: None,
            open: Vec::new(),
            reached: 0,
            focus: false,
            copied: None,
            copying: 0,
            announced: AttrValue::default(),
            announcing: None,
            printing: false,
            root: NodeRef::default(),
            listener: None,
            printer: None,
        };
        goals.read(ctx);
        goals.narrow(ctx);
        goals.open = props.open.split_ascii_whitespace().filter_map(|id| goals.place(id)).collect();
        goals.select_from(ctx, props.goal.as_deref());
        goals
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &GoalDeckProps) -> bool {
        let props = ctx.props();
        // What the reader has changed comes back as properties, and is shown already.
        let goal = self.goal.and_then(|goal| self.deck.cards.get(goal));
        let shown = GoalDeckProps {
            filter: self.filter.clone(),
            group: self.group,
            sort: self.sort,
            goal: goal.map(|goal| goal.id.to_string().into()),
            project: self.project.as_deref().map(|project| project.to_owned().into()),
            ..old.clone()
        };
        if *props == shown {
            return false;
        }
        self.live = props.controls == Controls::Live;
        let anew = (props.plan != old.plan || props.lang != old.lang) && self.read(ctx);
        if props.filter != old.filter {
            self.filter = props.filter.clone();
        }
        if props.group != old.group {
            self.group = props.group;
        }
        if props.sort != old.sort {
            self.sort = props.sort;
        }
        self.narrow(ctx);
        if anew || props.goal != old.goal || props.only != old.only {
            self.select_from(ctx, props.goal.as_deref());
        } else if props.project != old.project {
            // Of the goal that is selected, where it has it.
            let goal = self.goal.and_then(|goal| self.deck.cards.get(goal));
            let goal = goal.filter(|goal| goal.has_project(props.project.as_deref()));
            let goal = goal.map(|goal| goal.id.clone());
            self.select_from(ctx, goal.as_deref());
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Search(query) => {
                self.filter.query = query;
                self.filtered(ctx);
            }
            Msg::Choose(facet, value) => {
                self.filter.facets[facet] = value;
                self.filtered(ctx);
            }
            Msg::Group(group) => {
                self.group = group;
                self.arranged(ctx);
            }
            Msg::Sort(sort) => {
                self.sort = sort;
                self.arranged(ctx);
            }
            Msg::Toggle(stage) => {
                self.filter.toggle(STAGE, &stage);
                self.filtered(ctx);
            }
            Msg::Clear => {
                self.filter = Filter::default();
                self.filtered(ctx);
                focus(self.query("input"));
            }
            Msg::More => {
                let first = self.all_shown().nth(self.most);
                self.most += AT_A_TIME;
                // The button goes on, or away: the keyboard stays where the new cards begin.
                self.reached = first.unwrap_or(self.reached);
                self.focus = true;
            }
            Msg::Press(card) => self.press(ctx, card),
            Msg::Project(card, project) => {
                let work = self.deck.cards.get(card).and_then(|card| card.projects.get(project));
                let id = work.map(|work| work.id.clone());
                let project = id.filter(|id| self.goal != Some(card) || self.project.as_ref() != Some(id));
                self.select(ctx, Some(card), project);
            }
            Msg::Key(key, card) => self.pressed(ctx, key, card),
            Msg::Copy(card) => {
                self.copying = card;
                if let (Some(oncopy), Some(card)) = (&ctx.props().oncopy, self.deck.cards.get(card)) {
                    let mut text = self.deck.text(card);
                    if let Some(address) = &ctx.props().address {
                        text.extend(["\n", &**address, &*card.id]);
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
                self.announced = what.said(ctx.props().lang).into();
                self.announce_in(ctx, COPIED_MS, AttrValue::default());
            }
            Msg::Announce(announced) => {
                self.announced = announced;
                self.copied = None;
            }
            Msg::Print(printing) => self.printing = printing,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let notice = match &*self.deck.notice {
            "" => Html::default(),
            notice => markup! { <p part="notice">{ notice }</p> },
        };
        let status = match props.controls {
            Controls::Live => markup! { <p part="status" role="status">{ self.announced.clone() }</p> },
            _ => Html::default(),
        };
        let inside = if props.only.is_some() {
            let card = self.shown().first().map(|place| self.card(ctx, *place, props.heading_level));
            markup! { { card.unwrap_or_default() }{ status }{ notice } }
        } else {
            markup! {
                <div part="head">
                    <@{rank(props.heading_level)} part="heading">{ goal_words(props.lang).goals }</@>
                    <p part="source">{ &*self.deck.title }</p>
                    { self.controls(ctx) }
                </div>
                { status }
                { self.list(ctx) }
                { self.rest(ctx) }
                { notice }
            }
        };
        html! {
            <div class="plan-root" part="root" lang={props.lang.tag()} data-scheme={props.color_scheme.map(ColorScheme::name)}
                ref={self.root.clone()}>{ inside }</div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && ctx.props().controls == Controls::Live {
            let link = ctx.link().clone();
            self.listener = self.root.cast::<Element>().map(|root| {
                Listener::new(root, &input::EVENTS, move |event| {
                    // What is to be known of an event is asked while it is on its way: messages come when it has gone.
                    if let Some(msg) = event.dyn_ref::<Event>().and_then(input::heard) {
                        link.send_message(msg);
                    }
                })
            });
            let link = ctx.link().clone();
            self.printer = window().map(|window| {
                Listener::new(window, &PRINT, move |event| {
                    let event = event.dyn_ref::<Event>().map(Event::type_);
                    link.send_message(Msg::Print(event.as_deref() == PRINT.first().copied()));
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

impl GoalDeck {
    /// Takes the plan of the properties; says whether it has other goals. Where it hasn't, what the reader has opened
    /// stays open.
    fn read(&mut self, ctx: &Context<Self>) -> bool {
        let deck = ctx.props().plan.view(ctx.props().lang);
        let anew = !deck.cards.iter().map(|card| &card.id).eq(self.deck.cards.iter().map(|card| &card.id));
        if anew {
            self.open = Vec::new();
        }
        self.deck = deck;
        self.index = Index::default();
        anew
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.deck.cards.iter().position(|card| &*card.id == id)
    }

    /// Selects the project of the properties, and with it a goal: the one that is shown alone, or that with this id, or
    /// else the first that has the project.
    fn select_from(&mut self, ctx: &Context<Self>, goal: Option<&str>) {
        let GoalDeckProps { only, project, .. } = ctx.props();
        let has = |card: &Card| card.has_project(project.as_deref());
        let goal = only.as_deref().or(goal).and_then(|id| self.place(id));
        self.goal = goal.or_else(|| self.deck.cards.iter().position(has));
        let card = self.goal.and_then(|goal| self.deck.cards.get(goal));
        self.project = card.filter(|card| has(card)).and(project.as_deref()).map(Into::into);
        if let Some(goal) = self.goal.filter(|_| only.is_none() || self.project.is_some()) {
            self.show(goal);
        }
    }

    /// Opens a card, and brings it among those that are shown.
    fn show(&mut self, card: usize) {
        self.reached = card;
        if !self.open.contains(&card) {
            self.open.push(card);
        }
        self.arrange();
        let at = self.all_shown().position(|shown| shown == card).unwrap_or_default();
        self.most = self.most.max((at / AT_A_TIME + 1) * AT_A_TIME);
    }

    /// Opens a card, or closes it.
    fn press(&mut self, ctx: &Context<Self>, card: usize) {
        let opening = !self.open.contains(&card);
        self.reached = card;
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
        let card = goal.and_then(|goal| self.deck.cards.get(goal));
        let works = card.into_iter().flat_map(|card| &card.projects);
        let mut works = works.filter(|work| Some(&work.id) == self.project.as_ref());
        let id = |id: &str| AttrValue::from(id.to_owned());
        ctx.props().onselect.emit(Chosen {
            goal: card.map(|card| id(&card.id)),
            project: self.project.as_deref().map(id),
            item: works.find(|work| !work.item.is_empty()).map(|work| id(&work.item)),
        });
    }

    /// What a key does on a card.
    fn pressed(&mut self, ctx: &Context<Self>, key: Key, card: usize) {
        if key == Key::Escape {
            if self.open.contains(&card) {
                self.press(ctx, card);
                self.focus = true;
            }
            return;
        }
        let shown = self.shown();
        let at = shown.iter().position(|shown| *shown == card);
        let group = self.groups.iter().position(|group| group.1.contains(&card));
        let first_of =
            |group: Option<usize>| self.groups.get(group?).and_then(|group| group.1.first().copied());
        let to = match key {
            Key::On => at.and_then(|at| shown.get(at + 1)).copied(),
            Key::Back => at.and_then(|at| shown.get(at.checked_sub(1)?)).copied(),
            Key::First => shown.first().copied(),
            Key::Last => shown.last().copied(),
            Key::NextGroup => first_of(group.map(|group| group + 1)),
            Key::GroupBefore => first_of(group.map(|group| group.saturating_sub(1))),
            Key::Escape => None,
        };
        if let Some(to) = to.filter(|to| shown.contains(to)) {
            self.reached = to;
            self.focus = true;
        }
    }

    fn filtered(&mut self, ctx: &Context<Self>) {
        self.most = AT_A_TIME;
        self.narrow(ctx);
        self.announce_soon(ctx);
        let (found, all) = (self.found.items.len(), self.deck.cards.len());
        ctx.props().onfilter.emit(Narrowed { filter: self.filter.clone(), found, all });
    }

    fn arranged(&mut self, ctx: &Context<Self>) {
        self.arrange();
        ctx.props().onarrange.emit(Arranged { group: self.group, sort: self.sort });
    }

    /// Build it in a while, and that nothing is just copied any more.
    fn announce_in(&mut self, ctx: &Context<Self>, ms: u32, announced: AttrValue) {
        let link = ctx.link().clone();
        self.announcing = Some(Timeout::new(ms, move || link.send_message(Msg::Announce(announced))));
    }

    fn announce_soon(&mut self, ctx: &Context<Self>) {
        let announced = AttrValue::from(self.count(ctx));
        self.announce_in(ctx, PAUSE_MS, announced);
    }

    fn narrow(&mut self, ctx: &Context<Self>) {
        self.found = match &ctx.props().only {
            Some(id) => Found { items: self.place(id).into_iter().collect(), counts: Vec::new() },
            None => self.filter.found(&self.deck.facets, &self.deck.cards, &self.index),
        };
        self.arrange();
    }

    fn arrange(&mut self) {
        self.groups = self.deck.grouped(&self.found.items, self.group, self.sort);
        if !self.found.items.contains(&self.reached) {
            let first = self.all_shown().next();
            self.reached = first.unwrap_or_default();
        }
    }

    /// The places of the cards in the order shown.
    fn all_shown(&self) -> impl Iterator<Item = usize> {
        self.groups.iter().flat_map(|group| &group.1).copied()
    }

    /// Those that are rendered: of a static page all.
    fn shown(&self) -> Vec<usize> {
        self.all_shown().take(if self.live && !self.printing { self.most } else { usize::MAX }).collect()
    }

    fn count(&self, ctx: &Context<Self>) -> String {
        let words = goal_words(ctx.props().lang);
        let all = self.deck.cards.len().to_string();
        if self.filter.is_empty() {
            fill(words.goals_all, &[&all])
        } else {
            fill(words.goals_found, &[&self.found.items.len().to_string(), &all])
        }
    }

    /// How many goals there are, and how many projects in each stage.
    fn summed(&self, ctx: &Context<Self>) -> Html {
        let lang = ctx.props().lang;
        let stages = self.deck.values(STAGE).iter().zip(self.deck.projects(&self.found.items));
        let stages: Vec<(&str, usize)> =
            stages.map(|(stage, count)| (&*stage.name, count)).filter(|of| of.1 > 0).collect();
        if stages.is_empty() {
            return Html::default();
        }
        let all: usize = stages.iter().map(|of| of.1).sum();
        let list: Vec<String> =
            stages.iter().map(|(name, count)| [*name, " ", &count.to_string()].concat()).collect();
        let sum = fill(goal_words(lang).tally, &[&all.to_string(), &list.join(words(lang).comma)]);
        markup! { <span part="tally">{ sum }</span> }
    }

    fn controls(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let goal_words = goal_words(props.lang);
        let count = markup! { <p part="count">{ self.count(ctx) }{ self.summed(ctx) }</p> };
        if props.controls.are_none() {
            return count;
        }
        let off = props.controls == Controls::Waiting;
        let controls = FilterControls {
            lang: props.lang,
            labels: &goal_words.goal_facets,
            facets: &self.deck.facets,
            chosen: &self.filter.facets,
            counts: &self.found.counts,
            off,
        };
        let mut choices: Vec<Html> =
            (0..FACETS.len()).filter(|facet| *facet != STAGE).map(|facet| controls.select(facet)).collect();
        let options = |names: &[&'static str], ids: &[&str], chosen: &str| -> Vec<Html> {
            let option = |(name, id): (&&'static str, &&str)| {
                markup! { <option value={&**id} selected={**id == *chosen}>{ *name }</option> }
            };
            names.iter().zip(ids).map(option).collect()
        };
        let groups = GoalGroup::ALL.iter().map(|group| group.name()).collect::<Vec<_>>();
        let orders = GoalSort::ALL.iter().map(|order| order.name()).collect::<Vec<_>>();
        let (group, sort) = (self.group.name(), self.sort.name());
        choices.push(chooser(
            "group",
            goal_words.group,
            "group",
            group,
            off,
            options(&goal_words.groups, &groups, group),
        ));
        choices.push(chooser(
            "sort",
            goal_words.sort,
            "sort",
            sort,
            off,
            options(&goal_words.orders, &orders, sort),
        ));
        markup! {
            <div part="controls" class="plan-controls">
                { controls.search(goal_words.search_goals, goal_words.goal_hint, &self.filter.query) }
                <div part="facets">{ choices }</div>
                { controls.legend(STAGE, goal_words.legend) }
            </div>
            { count }
        }
    }

    /// The cards under their headings, or that there are none.
    fn list(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        if self.found.items.is_empty() {
            let goal_words = goal_words(props.lang);
            if self.filter.is_empty() {
                return markup! { <p part="none">{ goal_words.no_goals }</p> };
            }
            return markup! {
                <div part="none">
                    <p>{ goal_words.no_goal_found }</p>
                    <button type="button" part="clear" data-do="clear">
                        { words(props.lang).clear_filters }
                    </button>
                </div>
            };
        }
        let shown = self.shown();
        let facet = if self.group == GoalGroup::Topic { TOPIC } else { CHAPTER };
        let mut left = shown.len();
        let mut sections: Vec<Html> = Vec::new();
        for (value, items) in &self.groups {
            let here = items.len().min(left);
            left -= here;
            if here == 0 {
                break;
            }
            let level = props.heading_level + if self.group == GoalGroup::None { 1 } else { 2 };
            let cards: Vec<Html> =
                items.iter().take(here).map(|place| self.item(ctx, *place, level)).collect();
            let name = value.and_then(|value| self.deck.values(facet).get(value)).map(|value| &*value.name);
            let name = name.unwrap_or(goal_words(props.lang).no_group);
            let heading = match self.group {
                GoalGroup::None => Html::default(),
                _ => markup! {
                    <@{rank(props.heading_level + 1)} part="group-title">
                        { name }
                        " "
                        <small>{ items.len() }</small>
                    </@>
                },
            };
            sections.push(markup! {
                <section part="goal-group" key={name}>
                    { heading }
                    <ol part="goals" data-variant={props.variant.name()} role="list">{ cards }</ol>
                </section>
            });
        }
        markup! { { sections } }
    }

    fn item(&self, ctx: &Context<Self>, place: usize, level: u8) -> Html {
        let id = self.deck.cards.get(place).map(|card| &*card.id).unwrap_or_default();
        markup! { <li part="goal-item" key={id}>{ self.card(ctx, place, level) }</li> }
    }

    /// The way to more cards.
    fn rest(&self, ctx: &Context<Self>) -> Html {
        let left = self.found.items.len() - self.shown().len();
        if left == 0 {
            return Html::default();
        }
        let text = fill(
            goal_words(ctx.props().lang).show_more,
            &[&left.min(AT_A_TIME).to_string(), &left.to_string()],
        );
        markup! { <p part="rest"><button type="button" data-do="more">{ text }</button></p> }
    }

    fn query(&self, selector: &str) -> Option<Element> {
        self.root.cast::<Element>()?.query_selector(selector).ok()?
    }

    /// Whether departments are shown: they were asked for, or narrow the deck.
    fn has_departments(&self, ctx: &Context<Self>) -> bool {
        ctx.props().departments || self.filter.facets.get(DEPARTMENT).is_some_and(|chosen| !chosen.is_empty())
    }

    /// A card's place as an attribute of what is pressed; none before there is anybody to hear of it.
    fn row(&self, place: usize) -> Part<'static> {
        if self.live { Part::Number(place) } else { Part::Nothing }
    }
}
