//! The timeline: a plan's course as a list, in lanes, or one item at a time.

mod controls;
mod details;
mod input;
mod lanes;
mod list;
mod moves;
mod place;
mod props;
mod story;

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::{Chosen, ColorScheme, Controls, Narrowed, focus, markup::markup, rank};
use crate::{
    model::Lang,
    view::{
        facets::Value,
        filter::Found,
        search::Index,
        timeline::{FACETS, Filter, STAGE, TOPIC, TimelineView, lanes::Lane, scale::Window},
        words::{fill, words},
    },
};
use input::{Key, Touch};
use moves::Gesture;
pub use props::{Layout, TimelineProps};

/// A plan's course, narrowed by filters, in one of three layouts.
pub struct Timeline {
    /// Whether the controls work.
    live: bool,
    all: Rc<TimelineView>,
    layout: Layout,
    filter: Filter,
    /// For the search.
    index: Index,
    found: Found,
    /// The place of the selected item.
    item: Option<usize>,
    /// The items whose details stand open in the list.
    open: Vec<usize>,
    /// The item that the Tab key leads to.
    reached: usize,
    /// Whether the reached item is to have the focus after rendering.
    focus: bool,
    /// How often it is still made sure that a long list shows the reached item.
    pursued: u8,
    /// The whole axis, and the stretch of it that is shown.
    axis: Window,
    window: Window,
    /// The topics whose lanes are opened.
    opened: Vec<usize>,
    lanes: Vec<Lane>,
    /// The lanes' width in em, and whether there is room for them.
    room: (f64, bool),
    /// The rows of a long list that are rendered, for each group.
    rows: Vec<(usize, usize)>,
    /// Whether the selected item's address was copied.
    copied: bool,
    /// How much higher than a row of a long list its open one is, in em.
    extra: f64,
    gesture: Gesture,
    announced: AttrValue,
    announcing: Option<Timeout>,
    resting: Option<Timeout>,
    /// Whether the next rendering is the first by its measures.
    arrived: bool,
    root: NodeRef,
    watch: Option<place::Watch>,
}

/// What happens to a [`Timeline`].
pub enum Msg {
    /// The reader has typed.
    Search(String),
    /// The reader has chosen a value of a facet, or all.
    Choose(usize, String),
    /// The reader has pressed a stage in the legend.
    Toggle(String),
    /// The reader wants everything back.
    Clear,
    /// The reader has chosen a layout.
    Layout(Layout),
    /// The reader has pressed an item.
    Press(usize),
    /// The reader goes to an item that another one names.
    Go(usize),
    /// The reader goes on in the story, or back.
    Step(bool),
    /// The reader has pressed a key, perhaps on an item.
    Key(Key, Option<usize>),
    /// The reader looks closer by a factor, at a place along the axis; 0 is everything.
    Zoom(f64, f64),
    /// The reader has moved along the axis, to a share of what there is.
    Slide(f64),
    /// The reader has opened or closed a lane: the place of its topic and one, or 0.
    Lane(usize),
    /// The reader has pressed a count: the first item of it.
    Open(usize),
    /// A pointer has done something.
    Pointer(Touch),
    /// The page has moved.
    Measure,
    /// The widget's place has changed.
    Resized,
    /// It may be observed again.
    Rested,
    /// It has rendered for the first time, and can be measured.
    Arrived,
    /// An item's address was copied.
    Copied,
    /// The reader has stopped.
    Announce(AttrValue),
}

/// Screen readers are announced the count when typing pauses: at each letter it would drown the echo of the keys.
const PAUSE_MS: u32 = 600;

/// How long a button says that it has copied, in milliseconds.
const COPIED_MS: u32 = 4000;

/// Scrolling after which a row of a long list is looked for again: a few, for the reader may want to go elsewhere.
const PURSUIT: u8 = 3;

/// By this attribute an event finds the item it happened in.
const ROW: &str = "data-row";

impl Component for Timeline {
    type Message = Msg;
    type Properties = TimelineProps;

    fn create(ctx: &Context<Self>) -> Self {
        let window = Window { start: 0.0, end: 1.0 };
        let mut timeline = Timeline {
            live: ctx.props().controls == Controls::Live,
            all: Rc::default(),
            layout: ctx.props().layout,
            filter: ctx.props().filter.clone(),
            index: Index::default(),
            found: Found::default(),
            item: None,
            open: Vec::new(),
            reached: 0,
            focus: false,
            pursued: 0,
            axis: window,
            window,
            opened: Vec::new(),
            lanes: Vec::new(),
            room: (60.0, false),
            rows: Vec::new(),
            copied: false,
            extra: 0.0,
            gesture: Gesture::default(),
            announced: AttrValue::default(),
            announcing: None,
            resting: None,
            arrived: false,
            root: NodeRef::default(),
            watch: None,
        };
        timeline.read(ctx);
        timeline.narrow();
        let place = |id: &str| timeline.all.items.iter().position(|item| &*item.id == id);
        timeline.open = ctx.props().open.split_ascii_whitespace().filter_map(place).collect();
        timeline.select_from(ctx);
        timeline
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &TimelineProps) -> bool {
        let props = ctx.props();
        // What the reader has changed comes back as properties, and is shown already.
        let item = self.item.and_then(|item| self.all.items.get(item));
        let item = item.map(|item| AttrValue::from(item.id.to_string()));
        let shown = TimelineProps { layout: self.layout, filter: self.filter.clone(), item, ..old.clone() };
        if *props == shown {
            return false;
        }
        self.live = props.controls == Controls::Live;
        let other = props.plan != old.plan || props.lang != old.lang;
        if props.layout != old.layout {
            self.layout = props.layout;
        }
        if props.filter != old.filter {
            self.filter = props.filter.clone();
        }
        let anew = other && self.read(ctx);
        self.narrow();
        if anew || props.item != old.item {
            self.select_from(ctx);
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
            Msg::Toggle(stage) => {
                self.filter.toggle(STAGE, &stage);
                self.filtered(ctx);
            }
            Msg::Clear => {
                self.filter = Filter::default();
                self.filtered(ctx);
                focus(self.query("input"));
            }
            Msg::Layout(layout) => {
                self.layout = layout;
                ctx.props().onlayout.emit(layout);
                if let Some(item) = self.item {
                    self.show(item);
                }
            }
            Msg::Press(item) => self.press(ctx, item),
            Msg::Go(item) => {
                if !self.found.items.contains(&item) {
                    self.filter = Filter::default();
                    self.filtered(ctx);
                }
                self.select(ctx, Some(item));
                self.reach(ctx, item);
            }
            Msg::Step(on) => self.step(ctx, on),
            Msg::Key(key, on) => self.pressed(ctx, key, on),
            Msg::Zoom(factor, place) => self.zoom_by(factor, place),
            Msg::Slide(share) => {
                let start = self.axis.start + (self.axis.length() - self.window.length()) * share;
                self.window = Window { start, end: start + self.window.length() };
                self.arrange();
            }
            Msg::Lane(topic) => {
                let had = self.opened.len();
                self.opened.retain(|opened| *opened != topic);
                if had == self.opened.len() {
                    self.opened.push(topic);
                }
                self.arrange();
            }
            Msg::Open(item) => self.unfold(ctx, item),
            Msg::Pointer(touch) => return self.touched(ctx, &touch),
            Msg::Measure => {
                // WebKit may scroll less far than asked; then the row is neither seen nor rendered, and has lost the focus.
                if self.pursued > 0 {
                    self.pursued -= 1;
                    self.focus |= self.scroll_to(self.reached);
                }
                return self.measure() || self.focus;
            }
            Msg::Resized => {
                let other = self.measure();
                // What is rendered now may bring a scrollbar, and so another width, before this frame is drawn: an
                // observer that can't be announced so any more makes an error of it in the page.
                if let (true, Some(watch)) = (other, &self.watch) {
                    watch.rest();
                    let link = ctx.link().clone();
                    self.resting = Some(Timeout::new(0, move || link.send_message(Msg::Rested)));
                }
                return other;
            }
            Msg::Rested => {
                if let Some(watch) = &self.watch {
                    watch.observe();
                }
                return false;
            }
            Msg::Arrived => {
                self.measure();
                self.arrived = true;
            }
            Msg::Copied => {
                self.copied = true;
                self.announced = words(ctx.props().lang).copied.into();
                self.announce_in(ctx, COPIED_MS, AttrValue::default());
            }
            Msg::Announce(announced) => {
                self.announced = announced;
                self.copied = false;
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let layout = self.shown();
        let body = match layout {
            _ if self.found.items.is_empty() => self.none(ctx),
            Layout::Lanes => self.lanes(ctx),
            Layout::Story => self.story(ctx),
            _ => Html::default(),
        };
        let notice = match &*self.all.notice {
            "" => Html::default(),
            notice => markup! { <p part="notice">{ notice }</p> },
        };
        let inside = markup! {
            <div part="head">
                <@{rank(props.heading_level)} part="heading">{ words(props.lang).timeline }</@>
                <p part="source">{ &*self.all.title }</p>
                { self.controls(ctx) }
                <i part="gauge" aria-hidden="true"></i>
            </div>
            { body }
            { self.list(ctx, layout == Layout::List) }
            { notice }
        };
        html! {
            <div class="plan-root" part="root" lang={props.lang.tag()} data-scheme={props.color_scheme.map(ColorScheme::name)}
                data-layout={self.layout.name()} ref={self.root.clone()}>{ inside }</div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && ctx.props().controls == Controls::Live {
            let link = ctx.link().clone();
            self.watch = self
                .root
                .cast()
                .map(|root| place::Watch::new(root, self.gesture.moved(), move |msg| link.send_message(msg)));
            ctx.link().send_message(Msg::Arrived);
        }
        if self.arrived {
            self.arrived = false;
            ctx.props().onready.emit(());
        }
        // Of a long list the item may come with the next rendering, when the page has scrolled.
        if self.focus
            && let Some(item) = self.query(&["[", ROW, "=\"", &self.reached.to_string(), "\"]"].concat())
        {
            self.focus = false;
            focus(Some(item));
        }
    }
}

impl Timeline {
    /// Takes the plan of the properties; says whether it has other items. Where it hasn't, in another language or with
    /// its pinyin, what the reader has opened stays open.
    fn read(&mut self, ctx: &Context<Self>) -> bool {
        let props = ctx.props();
        let all = props.plan.view(props.lang);
        let axis = Window::of(&all);
        let same = all.items.iter().map(|item| &item.id).eq(self.all.items.iter().map(|item| &item.id));
        let anew = !same || axis != self.axis;
        if anew {
            self.axis = axis;
            self.window = axis;
            self.open = Vec::new();
            self.opened = Vec::new();
        }
        self.all = all;
        self.index = Index::default();
        anew
    }

    fn select_from(&mut self, ctx: &Context<Self>) {
        let id = ctx.props().item.as_deref();
        self.item = self.all.items.iter().position(|item| Some(&*item.id) == id);
        if let Some(item) = self.item {
            self.show(item);
        }
    }

    /// Brings an item into what the layout shows: its details, its stretch of the axis, its lane.
    fn show(&mut self, item: usize) {
        self.reached = item;
        if self.is_list() && !self.open.contains(&item) {
            // A long list has rows of one height, and so one that is open.
            if self.is_long() {
                self.open = Vec::new();
            }
            self.open.push(item);
        }
        if let Some((first, last)) = self.all.items[item].first.zip(self.all.items[item].last) {
            self.window = self.window.showing(f64::from(first), f64::from(last), self.axis);
        }
        self.arrange();
    }

    /// Opens an item's details, or closes them.
    fn press(&mut self, ctx: &Context<Self>, item: usize) {
        let list = self.is_list();
        let opening = if list { !self.open.contains(&item) } else { self.item != Some(item) };
        self.reached = item;
        self.open.retain(|open| *open != item);
        let other = self.item.filter(|other| list && *other != item);
        self.select(ctx, if opening { Some(item) } else { other });
    }

    fn select(&mut self, ctx: &Context<Self>, item: Option<usize>) {
        self.copied = false;
        let other = self.item != item;
        self.item = item;
        match item {
            Some(item) if other => self.show(item),
            _ => self.arrange(),
        }
        if other {
            let item = item.and_then(|item| self.all.items.get(item));
            let id = |id: &str| (!id.is_empty()).then(|| id.to_owned().into());
            ctx.props().onselect.emit(Chosen {
                goal: None,
                project: item.and_then(|item| id(&item.project)),
                item: item.and_then(|item| id(&item.id)),
            });
        }
    }

    /// Leads the keyboard to an item.
    fn reach(&mut self, ctx: &Context<Self>, item: usize) {
        self.reached = item;
        match self.shown() {
            Layout::Story => {
                self.select(ctx, Some(item));
                if let Some(item) = self.all.items.get(item) {
                    self.announced = self.sentence(ctx, item).into();
                }
            }
            _ => {
                self.focus = true;
                if self.scroll_to(item) {
                    self.pursued = PURSUIT;
                }
            }
        }
    }

    fn step(&mut self, ctx: &Context<Self>, on: bool) {
        let at = if on { Some(self.at() + 1) } else { self.at().checked_sub(1) };
        if let Some(item) = at.and_then(|at| self.found.items.get(at)) {
            self.reach(ctx, *item);
        }
    }

    /// Shows what a count stands for: by opening its lane, by looking closer, or at last in the list.
    fn unfold(&mut self, ctx: &Context<Self>, first: usize) {
        let lane = self.lanes.iter().find(|lane| lane.bars.iter().any(|bar| bar.item == first));
        let Some((topic, opened, bar)) = lane.and_then(|lane| {
            let bar = lane.bars.iter().find(|bar| bar.item == first)?;
            Some((lane.topic, lane.opened, bar.clone()))
        }) else {
            return;
        };
        if opened == Some(false) {
            self.opened.push(topic.map_or(0, |topic| topic + 1));
            self.arrange();
        } else if bar.length < 0.9 && self.window.zoomed(2.0, 0.5, self.axis) != self.window {
            self.zoom_by((0.9 / bar.length).clamp(2.0, 50.0), bar.start + bar.length / 2.0);
        } else {
            if let Some(topic) = topic.and_then(|topic| values(&self.all, TOPIC).get(topic)) {
                self.filter.facets[TOPIC] = topic.id.to_string();
                self.filtered(ctx);
            }
            Component::update(self, ctx, Msg::Layout(Layout::List));
        }
        self.reach(ctx, first);
    }

    fn zoom_by(&mut self, factor: f64, place: f64) {
        self.window = if factor == 0.0 { self.axis } else { self.window.zoomed(factor, place, self.axis) };
        self.arrange();
    }

    fn move_by(&mut self, share: f64) {
        self.window = self.window.moved(share, self.axis);
        self.arrange();
    }

    /// Build it in a while, and that nothing is just copied any more.
    fn announce_in(&mut self, ctx: &Context<Self>, ms: u32, announced: AttrValue) {
        let link = ctx.link().clone();
        self.announcing = Some(Timeout::new(ms, move || link.send_message(Msg::Announce(announced))));
    }

    fn filtered(&mut self, ctx: &Context<Self>) {
        self.narrow();
        let props = ctx.props();
        let announced = AttrValue::from(self.count(props.lang));
        self.announce_in(ctx, PAUSE_MS, announced);
        let (found, all) = (self.found.items.len(), self.all.items.len());
        props.onfilter.emit(Narrowed { filter: self.filter.clone(), found, all });
    }

    fn narrow(&mut self) {
        self.found = self.filter.found(&self.all.facets, &self.all.items, &self.index);
        if !self.found.items.contains(&self.reached) {
            self.reached = self.found.items.first().copied().unwrap_or_default();
        }
        self.arrange();
        self.measure();
    }

    /// How many items are shown, in words.
    fn count(&self, lang: Lang) -> String {
        let words = words(lang);
        let all = self.all.items.len().to_string();
        if self.filter.is_empty() {
            fill(words.items, &[&all])
        } else {
            fill(words.items_found, &[&self.found.items.len().to_string(), &all])
        }
    }

    /// The layout that is to be seen.
    fn shown(&self) -> Layout {
        match self.layout {
            Layout::Auto if self.room.1 => Layout::Lanes,
            Layout::Auto => Layout::List,
            layout => layout,
        }
    }

    fn is_list(&self) -> bool {
        self.shown() == Layout::List
    }

    fn none(&self, ctx: &Context<Self>) -> Html {
        let words = words(ctx.props().lang);
        if self.filter.is_empty() {
            return markup! { <p part="none">{ words.no_items }</p> };
        }
        markup! {
            <div part="none">
                <p>{ words.none_found }</p>
                <button type="button" part="clear" data-do="clear">{ words.clear_filters }</button>
            </div>
        }
    }

    fn query(&self, selector: &str) -> Option<Element> {
        self.root.cast::<Element>()?.query_selector(selector).ok()?
    }
}

/// The values of a facet, where the plan has any.
fn values(all: &TimelineView, facet: usize) -> &[Value] {
    all.facets.get(facet).map(|values| &values[..]).unwrap_or_default()
}
