//! The timeline: a plan's events as a list, in lanes, or one item at a time.

mod controls;
mod details;
mod input;
mod lanes;
mod layout;
mod list;
mod moves;
mod props;
mod story;

use std::{mem, rc::Rc};

use gloo_timers::callback::Timeout;
use js_sys::Date;
use web_sys::Element;
use yew::prelude::*;

use super::{
    Control, Filtered, Liveness, Selection,
    events::Key,
    markup::markup,
    parts::{Counts, counted, is_rtl, limit, none, rest},
    state::{
        COPIED_MS, Drawn, FilterState, PAUSE_MS, Roving, Status, after, focus, put_query, query_selector,
        sync, wanted,
    },
};
use crate::view::{
    facets::Value,
    filter::Filter,
    timeline::{
        Item, STAGE, Shape, TOPIC, TimelineFilter, TimelineView,
        lanes::{Lane, marks},
        scale::Window,
    },
};
use input::Touch;
use moves::Gesture;
pub use props::{Layout, TimelineProps, Undated};

/// A plan's events in one of three layouts, with a search and facets.
///
/// # Examples
/// ```
/// # use plan_widgets::{Lang, Layout, Plan, Timeline, TimelineScope};
/// # use std::rc::Rc;
/// # use yew::prelude::*;
/// # #[derive(PartialEq, Properties)]
/// # struct Props { plan: Rc<Plan> }
/// #[component]
/// fn Latest(props: &Props) -> Html {
///     // The five newest, as a list.
///     let scope = TimelineScope { sort: plan_widgets::TimelineSort::Newest, ..TimelineScope::default() };
///     let plan = props.plan.clone();
///     html! { <Timeline {plan} lang={Lang::EN} {scope} limit={5} default_layout={Layout::List} /> }
/// }
/// ```
pub struct Timeline {
    /// Whether the controls work.
    live: bool,
    data: Rc<TimelineView>,
    /// Whether the page has picked items.
    picked: bool,
    /// Whether some are left out because their time isn't known.
    timed: bool,
    /// How many are shown until the reader asks for all.
    limit: usize,
    /// How many were found: with a limit more than are shown.
    matching: usize,
    /// Whether the choices are open where there is little room.
    unfolded: bool,
    layout: Layout,
    filters: FilterState<TimelineFilter>,
    undated: Undated,
    /// Whether the reader has asked for the works without a date, and they aren't there yet.
    asked: bool,
    /// Which day is today, where the widget lives.
    today: Option<f64>,
    /// The URL of the film that is played.
    playing: String,
    /// The index of the selected item.
    item: Option<usize>,
    /// The items whose details are open in the list.
    open: Vec<usize>,
    roving: Roving,
    /// How often it is still made sure that a long list shows the item that the keyboard leads to.
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
    /// How many rows of a shorter one are.
    drawn: Drawn,
    /// The item whose link was copied last.
    copied: Option<usize>,
    /// How much higher than a row of a long list its open one is, in em.
    extra: f64,
    gesture: Gesture,
    status: Status,
    settling: Option<Timeout>,
    resting: Option<Timeout>,
    /// Whether the next rendering is the first by its measures.
    arrived: bool,
    root: NodeRef,
    watch: Option<layout::Watch>,
}

/// What happens to a [`Timeline`].
pub enum Msg {
    /// The reader has typed.
    Search(String),
    /// The reader has selected a value of a facet, or all.
    Choose(usize, String),
    /// The reader has pressed a stage in the legend.
    Toggle(String),
    /// The reader wants everything back.
    Clear,
    /// The reader has selected a layout.
    Layout(Layout),
    /// The Tab key leads to this item, as the one that was reached isn't rendered.
    Stop(usize),
    /// The reader has pressed an item.
    Press(usize),
    /// The reader goes to an item that another one names.
    Go(usize),
    /// The reader goes on in the story, or back.
    Step(bool),
    /// The reader has pressed the strip of the story, at a share of its width from the left.
    Seek(f64),
    /// The reader wants to see the film with this URL.
    Play(String),
    /// The reader wants the works without a date, or no longer.
    Undated,
    /// The reader opens the choices where there is little room, or closes them.
    Unfold,
    /// The reader wants all that was found.
    All,
    /// The reader has pressed a key, perhaps on an item.
    Key(Key, Option<usize>),
    /// The reader looks closer by a factor, around a point of the axis: so many widths of it right of its middle. 0 is
    /// everything.
    Zoom(f64, f64),
    /// The reader has moved along the axis, to a share of what there is.
    Slide(f64),
    /// The reader has opened or closed a lane: the index of its topic and one, or 0.
    Lane(usize),
    /// The reader has pressed a count: the first item of it.
    Open(usize),
    /// A pointer has done something.
    Pointer(Touch),
    /// The next rows are to be drawn, or all of them.
    Draw(usize),
    /// The page has moved.
    Measure,
    /// The widget has another width.
    Resized,
    /// It may be observed again.
    Rested,
    /// It has rendered for the first time, and can be measured.
    Arrived,
    /// The link of an item was copied: of this one of the list, or of the selected one.
    Copied(Option<usize>),
    /// Screen readers are to hear this now.
    Announce(AttrValue),
    /// The reader wants to take something away.
    Menu,
    /// The parent has had time to take a change over.
    Settle,
}

/// Scrolling after which a row of a long list is looked for again: a few, for the reader may want to go elsewhere.
const PURSUIT: u8 = 3;

/// No row of the list is lower, in pixels.
const ROW_PX: f64 = 40.0;

impl Component for Timeline {
    type Message = Msg;
    type Properties = TimelineProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let window = Window { start: 0.0, end: 1.0 };
        let mut timeline = Timeline {
            live: props.liveness == Liveness::Live,
            data: Rc::default(),
            picked: false,
            timed: false,
            limit: limit(props.limit),
            matching: 0,
            unfolded: false,
            layout: props.layout.unwrap_or(props.default_layout),
            filters: FilterState::new(props.filter.as_ref().unwrap_or(&props.default_filter).clone()),
            undated: props.undated.unwrap_or(props.default_undated),
            asked: false,
            today: None,
            playing: String::new(),
            item: None,
            open: Vec::new(),
            roving: Roving::default(),
            pursued: 0,
            axis: window,
            window,
            opened: Vec::new(),
            lanes: Vec::new(),
            room: (60.0, false),
            rows: Vec::new(),
            drawn: Drawn::default(),
            copied: None,
            extra: 0.0,
            gesture: Gesture::default(),
            status: Status::default(),
            settling: None,
            resting: None,
            arrived: false,
            root: props.node_ref.clone().unwrap_or_default(),
            watch: None,
        };
        timeline.read(ctx);
        timeline.find();
        timeline.open = props.default_open.iter().filter_map(|id| timeline.index_of(id)).collect();
        timeline.item = timeline.selected(props.selection.as_ref().unwrap_or(&props.default_selection));
        timeline.show_item();
        timeline
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &TimelineProps) -> bool {
        let props = ctx.props();
        self.live = props.liveness == Liveness::Live;
        let other = is_other(props, old) && self.read(ctx);
        let limited = props.limit != old.limit;
        if limited {
            self.limit = limit(props.limit);
        }
        let changed = self.sync(ctx, old, other || limited, false);
        changed || props.around() != old.around() || props.render_item != old.render_item
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
            Msg::Toggle(stage) => {
                self.filters.filter.toggle(STAGE, &stage);
                self.filtered(ctx);
            }
            Msg::Clear => {
                self.filters.filter = TimelineFilter::default();
                self.filtered(ctx);
                self.roving.focus = !focus(&self.root, "[part=search-input]");
            }
            Msg::Layout(layout) => {
                self.layout = layout;
                ctx.props().onlayout.emit(layout);
                self.settle(ctx);
                if self.is_list() {
                    self.begin();
                }
                self.show_item();
            }
            Msg::Press(item) => self.press(ctx, item),
            Msg::Stop(item) => self.roving.at = item,
            Msg::Go(item) => {
                if self.position(item).is_none() {
                    self.filters.filter = TimelineFilter::default();
                    self.filtered(ctx);
                }
                self.select(ctx, Some(item));
                self.reach(ctx, item);
            }
            Msg::Step(on) => self.step(ctx, on),
            Msg::Seek(share) => {
                let share = if is_rtl(&self.data.direction) { 1.0 - share } else { share };
                let marks = marks(&self.data, &self.filters.found.items, self.axis);
                let away = |at: &usize| (marks[*at] - share).abs();
                let closest = (0..marks.len()).min_by(|a, b| away(a).total_cmp(&away(b)));
                if let Some(item) = closest.and_then(|at| self.filters.found.items.get(at)) {
                    self.reach(ctx, *item);
                }
            }
            Msg::Play(src) => self.playing = src,
            Msg::Undated => {
                self.asked = self.undated == Undated::None;
                self.undated = if self.asked { Undated::Shown } else { Undated::None };
                ctx.props().onundated.emit(self.undated);
                if self.read(ctx) {
                    self.find();
                    self.bring(ctx);
                }
                self.settle(ctx);
            }
            Msg::Unfold => self.unfolded = !self.unfolded,
            Msg::All => self.show_all(ctx),
            Msg::Key(key, on) => self.pressed(ctx, key, on),
            Msg::Zoom(factor, at) => self.zoom_by(factor, at),
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
            Msg::Draw(least) => {
                self.drawn.more();
                self.drawn.at_least(least);
            }
            Msg::Measure => {
                // WebKit may scroll less far than asked; then the row is neither seen nor rendered, and has lost the focus.
                if self.pursued > 0 {
                    self.pursued -= 1;
                    self.roving.focus |= self.scroll_to(self.roving.at);
                }
                return self.measure() || self.roving.focus;
            }
            Msg::Resized => {
                let other = self.measure();
                // What is rendered now may bring a scrollbar, and so another width, before this frame is drawn: an
                // observer that can't report that any more makes an error of it in the page.
                if let (true, Some(watch)) = (other, &self.watch) {
                    watch.rest();
                    self.resting = Some(after(ctx.link(), 0, Msg::Rested));
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
                self.today = Some(today());
                self.measure();
                self.arrived = true;
            }
            Msg::Copied(item) => {
                self.copied = item.or(self.item);
                self.status.say(self.data.common().copied());
                self.status.later(ctx.link(), COPIED_MS, Msg::Announce(AttrValue::default()));
            }
            Msg::Announce(text) => {
                self.status.say(text);
                self.copied = None;
            }
            Msg::Menu => {
                if let Some(onmenu) = &ctx.props().onmenu {
                    onmenu.emit(self.filters.found.items.clone());
                }
                return false;
            }
            Msg::Settle => return self.sync(ctx, ctx.props(), false, true),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let layout = self.shown();
        let body = match layout {
            _ if self.filters.found.items.is_empty() => self.none(),
            Layout::Lanes => self.lanes(ctx),
            Layout::Story => self.story(ctx),
            _ => Html::default(),
        };
        let around = props.around();
        let more = markup! { { self.controls(ctx) }<i part="gauge" aria-hidden="true"></i> };
        let inside = markup! {
            { around.head(self.data.words().timeline(), &self.data.title, more) }
            { body }
            { self.list(ctx, layout == Layout::List) }
            { rest(self.data.common(), "", 0, self.left_out(), props.liveness) }
            { self.undated_button(ctx) }
            { if props.liveness.is_plain() { self.meanings() } else { Html::default() } }
        };
        around.root(
            &self.root,
            self.data.words().timeline(),
            (
                &self.data.lang,
                &self.data.direction,
                &self.data.note,
                &self.data.notice,
                self.data.common().take(),
            ),
            Some(self.layout.name()),
            inside,
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.watch.is_none() && self.live {
            let watch = |root| layout::Watch::new(root, self.gesture.moved(), ctx.link());
            self.watch = self.root.cast().map(watch);
            ctx.link().send_message(Msg::Arrived);
        }
        if self.arrived {
            self.arrived = false;
            ctx.props().onready.emit(());
        }
        // A long list that has taken the place of lanes is measured when it is there.
        if self.watch.is_some() && self.rows.is_empty() && self.is_long() && self.is_list() {
            ctx.link().send_message(Msg::Measure);
        }
        put_query(&self.root, &self.filters.filter.query);
        // Of a long list the item may come with the next rendering, when the page has scrolled.
        self.roving.rendered(&self.root);
        let rows = if self.is_long() { 0 } else { self.filters.found.items.len() };
        if self.drawn.is_whole(ctx.link(), rows, Msg::Draw(0))
            && let Some(item) = self.roving.lost(&self.root)
        {
            ctx.link().send_message(Msg::Stop(item));
        }
    }
}

impl Timeline {
    /// Takes the plan of the properties; says whether it has other items. Where it hasn't, in another language or with
    /// its pinyin, what the reader has opened stays open.
    fn read(&mut self, ctx: &Context<Self>) -> bool {
        let props = ctx.props();
        let data = props.plan.view_of(&props.lang, self.undated == Undated::Shown);
        let (among, timed) = props.scope.order(&data);
        self.picked = !props.scope.items.is_empty();
        self.timed = timed;
        let axis = Window::within_scope(&data, &props.scope, &among);
        let before = mem::replace(&mut self.data, data);
        let id = |index: &usize| before.items.get(*index).map(|item| &item.id);
        let is_it = |(now, was): (&usize, &usize)| self.data.items.get(*now).map(|item| &item.id) == id(was);
        let same = among == self.filters.among && among.iter().zip(&self.filters.among).all(is_it);
        self.filters.renew(among);
        let other = !same || axis != self.axis;
        if other {
            let find = |index: &usize| self.index_of(id(index)?);
            let open = self.open.iter().filter_map(find).collect();
            let item = self.item.as_ref().and_then(find);
            self.open = open;
            self.item = item;
            self.axis = axis;
            self.window = axis;
            self.opened = Vec::new();
        }
        other
    }

    /// Takes what the parent wants of what the reader can change, after `old`; says whether
    /// anything is another. `other` says whether the items are; `settled`, whether all that it is in charge of is taken.
    fn sync(&mut self, ctx: &Context<Self>, old: &TimelineProps, other: bool, settled: bool) -> bool {
        let props = ctx.props();
        let value = (&props.undated, &props.default_undated);
        let mut changed = sync(&mut self.undated, value, (&old.undated, &old.default_undated), settled);
        let other = changed && self.read(ctx) || other;
        let value = (&props.layout, &props.default_layout);
        changed |= sync(&mut self.layout, value, (&old.layout, &old.default_layout), settled);
        let value = (&props.filter, &props.default_filter);
        let was = (&old.filter, &old.default_filter);
        if sync(&mut self.filters.filter, value, was, settled) || is_other(props, old) || other {
            // A search that has had to wait for what completes the items has another count then.
            if self.find() && !other && !self.filters.filter.query.is_empty() {
                self.announce(ctx);
            }
            changed = true;
        }
        let value = (&props.selection, &props.default_selection);
        let was = (&old.selection, &old.default_selection);
        if let Some(selection) =
            wanted(value, was, settled).or(other.then_some(value.0.as_ref().unwrap_or(value.1)))
        {
            let item = self.selected(selection);
            if item != self.item || other {
                // What the parent has refused doesn't stay open.
                if settled {
                    self.open.retain(|open| Some(*open) != self.item);
                }
                self.item = item;
                self.show_item();
                changed = true;
            }
        }
        self.bring(ctx);
        changed
    }

    /// Gives the parent, where it is in charge, time to take a change over; what it hasn't then is taken back.
    fn settle(&mut self, ctx: &Context<Self>) {
        let TimelineProps { layout, filter, selection, undated, .. } = ctx.props();
        if layout.is_some() || filter.is_some() || selection.is_some() || undated.is_some() {
            self.settling = Some(after(ctx.link(), 0, Msg::Settle));
        }
    }

    fn index_of(&self, id: &str) -> Option<usize> {
        self.first(&|item| *item.id == *id)
    }

    /// The first item that is such a one.
    fn first(&self, is: &dyn Fn(&Item) -> bool) -> Option<usize> {
        self.filters.among.iter().copied().find(|index| self.data.items.get(*index).is_some_and(is))
    }

    /// The index of the item that is to be selected.
    fn selected(&self, selection: &Selection) -> Option<usize> {
        let of_project = |id: &str| self.first(&|item| *item.project == *id);
        let item = selection.item.as_deref().and_then(|id| self.index_of(id));
        item.or_else(|| selection.project.as_deref().and_then(of_project))
    }

    fn show_item(&mut self) {
        if let Some(item) = self.item {
            self.show(item);
        }
    }

    /// Brings an item into what the layout shows: its details, its stretch of the axis, its lane.
    fn show(&mut self, item: usize) {
        if self.left_out() > 0 && self.position(item).is_none() {
            self.limit = usize::MAX;
            self.find();
        }
        self.draw_to(item);
        self.roving.at = item;
        if self.is_list() && !self.open.contains(&item) {
            // A long list has rows of one height, and so one that is open.
            if self.is_long() {
                self.open = Vec::new();
            }
            self.open.push(item);
        }
        if let Some((first, last)) = self.data.items[item].first.zip(self.data.items[item].last) {
            self.window = self.window.showing(f64::from(first), f64::from(last), self.axis);
        }
        self.arrange();
    }

    /// Opens an item's details, or closes them.
    fn press(&mut self, ctx: &Context<Self>, item: usize) {
        let list = self.is_list();
        let opening = if list { !self.open.contains(&item) } else { self.item != Some(item) };
        self.roving.at = item;
        self.open.retain(|open| *open != item);
        let other = self.item.filter(|other| list && *other != item);
        self.select(ctx, if opening { Some(item) } else { other });
        if opening {
            self.show(item); // it may have been selected where nothing opens
        }
    }

    fn select(&mut self, ctx: &Context<Self>, item: Option<usize>) {
        self.copied = None;
        self.playing = String::new();
        let other = self.item != item;
        self.item = item;
        match item {
            Some(item) if other => self.show(item),
            _ => self.arrange(),
        }
        if other {
            let item = item.and_then(|item| self.data.items.get(item));
            ctx.props().onselect.emit(Selection {
                goal: None,
                project: item.filter(|item| !item.project.is_empty()).map(|item| (&*item.project).into()),
                item: item.map(|item| (&*item.id).into()),
            });
            self.settle(ctx);
        }
    }

    /// Leads the keyboard to the first of the works without a date, where the reader has asked for them and they are there;
    /// in lanes most of them are counted.
    fn bring(&mut self, ctx: &Context<Self>) {
        let undated = |item: &usize| self.data.items[*item].shape == Shape::Undated;
        if !self.asked || !self.filters.among.iter().any(undated) {
            return;
        }
        self.asked = false;
        let first = self.filters.found.items.iter().copied().find(undated);
        self.announce(ctx);
        if let Some(first) = first.filter(|_| self.shown() != Layout::Lanes) {
            self.reach(ctx, first);
        }
    }

    /// Leads the keyboard to an item.
    fn reach(&mut self, ctx: &Context<Self>, item: usize) {
        self.draw_to(item);
        self.roving.at = item;
        match self.shown() {
            Layout::Story => {
                self.select(ctx, Some(item));
                if let Some(item) = self.data.items.get(item) {
                    let sentence = self.sentence(item);
                    self.status.say(sentence);
                }
            }
            _ => {
                self.roving.focus = true;
                if self.scroll_to(item) {
                    self.pursued = PURSUIT;
                }
            }
        }
    }

    fn step(&mut self, ctx: &Context<Self>, on: bool) {
        let at = if on { Some(self.at() + 1) } else { self.at().checked_sub(1) };
        if let Some(item) = at.and_then(|at| self.filters.found.items.get(at)) {
            self.reach(ctx, *item);
        }
    }

    /// Shows what a count stands for: by opening its lane, by looking closer, or at last in the list.
    fn unfold(&mut self, ctx: &Context<Self>, first: usize) {
        let bar_of = |lane: &Lane| {
            let bar = lane.bars.iter().find(|bar| bar.item == first)?;
            Some((lane.topic, lane.opened, bar.start, bar.length))
        };
        let Some((topic, opened, start, length)) = self.lanes.iter().find_map(bar_of) else {
            return;
        };
        if opened == Some(false) {
            self.opened.push(topic.map_or(0, |topic| topic + 1));
            self.arrange();
        } else if length < 0.9 && self.window.zoomed(2.0, 0.5, self.axis) != self.window {
            let (closer, middle) = ((0.9 / length).clamp(2.0, 50.0), start + length / 2.0);
            self.window = self.window.zoomed(closer, middle, self.axis);
            self.arrange();
        } else {
            if let Some(topic) = topic.and_then(|topic| values(&self.data, TOPIC).get(topic)) {
                self.filters.filter.topics = vec![(&*topic.id).into()];
                self.filtered(ctx);
            }
            Component::update(self, ctx, Msg::Layout(Layout::List));
        }
        self.reach(ctx, first);
    }

    fn move_by(&mut self, share: f64) {
        self.window = self.window.moved(share, self.axis);
        self.arrange();
    }

    fn filtered(&mut self, ctx: &Context<Self>) {
        self.find();
        self.announce(ctx);
        ctx.props().onfilter.emit(Filtered { shown: self.matching, ..self.filters.filtered() });
        self.settle(ctx);
    }

    /// Has screen readers hear how many items there are, in a while.
    fn announce(&mut self, ctx: &Context<Self>) {
        let count = Msg::Announce(self.count().into());
        self.status.later(ctx.link(), PAUSE_MS, count);
    }

    /// Finds the items that are left; says whether it is another number of them.
    fn find(&mut self) -> bool {
        let (before, shown) = (self.matching, mem::take(&mut self.filters.found.items));
        self.filters.find(&self.data.facets, &self.data.items);
        self.matching = self.filters.found.items.len();
        let other = self.matching != before;
        self.filters.found.items.truncate(self.limit);
        if shown != self.filters.found.items {
            self.begin();
        }
        if self.position(self.roving.at).is_none() {
            self.roving.at = self.filters.found.items.first().copied().unwrap_or_default();
        }
        self.arrange();
        self.measure();
        other
    }

    /// Begins to draw the list anew. Behind lanes or a story nobody sees it.
    fn begin(&mut self) {
        self.drawn.begin(&self.root, f64::MAX, if self.is_list() { ROW_PX } else { f64::MAX });
    }

    /// Draws the list as far as an item.
    fn draw_to(&mut self, item: usize) {
        if let Some(at) = self.position(item) {
            self.drawn.at_least(at + 1);
        }
    }

    /// The position of an item among those found.
    #[inline(never)]
    fn position(&self, item: usize) -> Option<usize> {
        self.filters.found.items.iter().position(|found| *found == item)
    }

    /// How many items are shown, in words.
    fn count(&self) -> String {
        let words = self.data.words();
        let counts = Counts {
            all: self.data.items.len(),
            among: self.filters.among.len(),
            found: self.matching,
            shown: self.filters.found.items.len(),
        };
        let sentences = (words.items_found(), words.items());
        let untimed = if self.timed { words.untimed() } else { "" };
        counted(self.data.common(), sentences, !self.filters.filter.is_empty(), counts, untimed)
    }

    /// Whether the page shows a part only of what there is.
    fn is_part(&self) -> bool {
        self.filters.among.len() < self.data.items.len() || self.left_out() > 0
    }

    /// How many were found in all, where the limit leaves some out; else 0.
    fn left_out(&self) -> usize {
        if self.matching > self.filters.found.items.len() { self.matching } else { 0 }
    }

    /// Shows all that was found, and leads the keyboard to the first that wasn't there.
    fn show_all(&mut self, ctx: &Context<Self>) {
        let had = self.filters.found.items.len();
        self.limit = usize::MAX;
        self.find();
        self.announce(ctx);
        // In lanes some of them are counted with others.
        let lanes = self.shown() == Layout::Lanes;
        let seen = |item: &usize| !lanes || self.lanes.iter().any(|lane| lane.has(*item));
        let first = self.filters.found.items.iter().copied().skip(had).find(seen);
        if let Some(first) = first {
            self.reach(ctx, first);
        }
        if self.shown() == Layout::Story {
            focus(&self.root, "[part=on]");
        }
    }

    /// The layout that is to be seen: without scripts all there is to read, which is the list.
    fn shown(&self) -> Layout {
        match self.layout {
            _ if !self.live => Layout::List,
            Layout::Auto if self.room.1 => Layout::Lanes,
            Layout::Auto => Layout::List,
            layout => layout,
        }
    }

    fn is_list(&self) -> bool {
        self.shown() == Layout::List
    }

    /// What shows the works without a date, or leaves them out.
    fn undated_button(&self, ctx: &Context<Self>) -> Html {
        let has = ctx.props().controls.has(Control::Filters);
        if self.picked || self.data.undated.is_empty() || ctx.props().liveness.is_plain() || !has {
            return Html::default();
        }
        markup! {
            <p part="undated" class="plan-controls">
                <button type="button" data-do="undated" disabled={!self.live}>{ &*self.data.undated }</button>
            </p>
        }
    }

    fn none(&self) -> Html {
        let words = self.data.words();
        let filtered = !self.filters.filter.is_empty();
        // What the page has chosen may have nothing of a plan that has items.
        let text = if self.data.items.is_empty() { words.no_items() } else { words.none_found() };
        none(text, filtered.then(|| self.data.common().clear_filters()))
    }

    fn find_in_root(&self, selector: &str) -> Option<Element> {
        query_selector(&self.root, selector)
    }
}

/// Whether the items are to be read anew.
#[inline(never)]
fn is_other(props: &TimelineProps, old: &TimelineProps) -> bool {
    props.plan != old.plan || props.lang != old.lang || props.scope != old.scope
}

/// The values of a facet, where the plan has any.
fn values(data: &TimelineView, facet: usize) -> &[Value] {
    data.facets.get(facet).map(|values| &values[..]).unwrap_or_default()
}

/// The day and the time of day that it is, in days from 1970-01-01, by the reader's clock.
fn today() -> f64 {
    let now = Date::new_0();
    (now.get_time() / 60_000.0 - now.get_timezone_offset()) / 1440.0
}
