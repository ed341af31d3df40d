//! The overview: the whole plan in one picture.

use gloo_events::{EventListener, EventListenerPhase::Bubble};
use gloo_timers::callback::Timeout;
use web_sys::{Element, KeyboardEvent, wasm_bindgen::JsCast};
use yew::prelude::*;

use super::{
    ColorScheme, Filtered, Liveness, Selection, Source, Theme,
    events::{Key, ROW, Target, listen},
    filters::meanings,
    markup::{is, markup},
    parts::{is_rtl, none, paragraph},
    root::around,
    state::{Roving, after, sync, wanted},
};
use crate::{
    model::Lang,
    view::{
        View as _,
        filter::Filter as _,
        overview::{Mark, OverviewFilter, OverviewView, STAGE, Section, Spot, TOPIC, Way},
        words::{fill, joined},
    },
};
use std::{ops::Range, rc::Rc};

/// What [`Overview`] takes.
///
/// Of a state that the reader changes there are two properties. With the first (`filter`) the parent is in charge: what it
/// doesn't take over in the callback is taken back. With the second (`default_filter`) the overview keeps the state, until
/// another default replaces it.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct OverviewProps {
    /// The plan: an `Rc` of it, or of an [`OverviewView`] in the same language.
    pub plan: Source<OverviewView>,
    /// The language of names and controls; the plan's own where the plan lacks it.
    #[prop_or_default]
    pub lang: Lang,
    /// What is brought out, controlled.
    #[prop_or_default]
    pub filter: Option<OverviewFilter>,
    /// What is brought out at first.
    #[prop_or_default]
    pub default_filter: OverviewFilter,
    /// The selected project, controlled.
    #[prop_or_default]
    pub selection: Option<Selection>,
    /// The project that is selected at first.
    #[prop_or_default]
    pub default_selection: Selection,
    /// The text that stands in place of its own heading; an empty one leaves the heading out, for the page has one: then those
    /// within are of this one's rank.
    #[prop_or_default]
    pub heading: Option<AttrValue>,
    /// The rank of the heading, 1 to 5: those below it are one rank lower.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Light or dark, against the page's own choice.
    #[prop_or_default]
    pub color_scheme: Option<ColorScheme>,
    /// Its look; none for its own colours, or those that the page sets.
    #[prop_or_default]
    pub theme: Option<Theme>,
    /// Whether marks can be pressed.
    #[prop_or_default]
    pub liveness: Liveness,
    /// Classes of the root element, besides its own.
    #[prop_or_default]
    pub class: Option<AttrValue>,
    /// The id of the root element.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// A reference to the root element; taken when the component is rendered for the first time.
    #[prop_or_default]
    pub node_ref: Option<NodeRef>,
    /// The reader has pressed the head of a row or a column.
    #[prop_or_default]
    pub onfilter: Callback<Filtered<OverviewFilter>>,
    /// The reader has selected a project, or none any more. With it goes the item of a timeline that shows it.
    #[prop_or_default]
    pub onselect: Callback<Selection>,
    /// The reader has opened the menu of what they take away, which the application shows: the indices of what is shown
    /// now in the view model, in its order. Without the callback there is no button for it.
    #[prop_or_default]
    pub onmenu: Option<Callback<Vec<usize>>>,
    /// It listens: called once.
    #[prop_or_default]
    pub onready: Callback<()>,
}

around! { OverviewProps without controls:
    plan filter default_filter selection default_selection onfilter onselect onready
}

/// The projects of a plan as marks, by topic and stage, with its principles, horizons, parts and articles.
///
/// # Examples
/// ```
/// # use plan_widgets::{Filtered, Lang, Overview, OverviewFilter, Plan, Timeline, TimelineFilter};
/// # use std::rc::Rc;
/// # use yew::prelude::*;
/// # #[derive(PartialEq, Properties)]
/// # struct Props { plan: Rc<Plan> }
/// #[component]
/// fn Whole(props: &Props) -> Html {
///     // The timeline below shows the topics that are pressed above.
///     let topics = use_state(Vec::new);
///     let onfilter = use_callback(topics.setter(), |now: Filtered<OverviewFilter>, topics| topics.set(now.filter.topics));
///     let filter = TimelineFilter { topics: (*topics).clone(), ..TimelineFilter::default() };
///     let plan = props.plan.clone();
///     html! { <><Overview plan={plan.clone()} lang={Lang::EN} {onfilter} /><Timeline {plan} lang={Lang::EN} {filter} /></> }
/// }
/// ```
pub struct Overview {
    data: Rc<OverviewView>,
    filter: OverviewFilter,
    /// The index of the selected project.
    mark: Option<usize>,
    /// Of the heads and marks, by their numbers.
    roving: Roving,
    settling: Option<Timeout>,
    root: NodeRef,
    listeners: Vec<EventListener>,
}

/// What happens to an [`Overview`].
pub enum Msg {
    /// The reader has pressed what has this number.
    Press(usize),
    /// The keyboard goes on from what has this number.
    Go(usize, Key),
    /// The reader wants to take something away.
    Menu,
    /// The parent has had time to take a change over.
    Settle,
}

/// The events that are heard.
const EVENTS: [&str; 2] = ["click", "keydown"];

impl Component for Overview {
    type Message = Msg;
    type Properties = OverviewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut overview = Overview {
            data: props.plan.view(&props.lang),
            filter: props.filter.as_ref().unwrap_or(&props.default_filter).clone(),
            mark: None,
            roving: Roving::default(),
            settling: None,
            root: props.node_ref.clone().unwrap_or_default(),
            listeners: Vec::new(),
        };
        overview.roving.at = overview.data.number(Spot::Topic(0));
        overview.select(props.selection.as_ref().unwrap_or(&props.default_selection));
        overview
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &OverviewProps) -> bool {
        let changed = self.sync(ctx, old, false);
        changed || ctx.props().around() != old.around()
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Press(number) => self.press(ctx, number),
            Msg::Go(number, key) => {
                let way = match key.along(is_rtl(&self.data.direction)) {
                    Key::Left => Way::Back,
                    Key::Right => Way::On,
                    Key::Up => Way::Up,
                    Key::Down => Way::Down,
                    Key::Home => Way::Start,
                    _ => Way::End,
                };
                let to = self.data.go(self.data.spot(number), way);
                self.roving.go(self.data.number(to));
            }
            Msg::Menu => {
                if let Some(onmenu) = &ctx.props().onmenu {
                    onmenu.emit(self.data.shown(&self.filter));
                }
                return false;
            }
            Msg::Settle => return self.sync(ctx, ctx.props(), true),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let around = props.around();
        let (data, words, common) = (&self.data, self.data.words(), self.data.common());
        let facts = [
            (words.issuer(), &data.issuer),
            (words.adopted(), &data.adopted),
            (words.period(), &data.period),
            (words.vision(), &data.vision),
        ];
        let facts = facts.iter().filter(|(_, text)| !text.is_empty());
        let facts = facts.map(|(label, text)| {
            markup! { <div><dt>{ *label }</dt><dd>{ &***text }</dd></div> }
        });
        let facts: Vec<Html> = facts.collect();
        let mut counts = vec![common.count(words.projects(), data.items.len())];
        if data.goals > 0 {
            counts.push(common.count(words.goals(), data.goals));
        }
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        let more = markup! {
            <dl part="outline">{ facts }</dl>
            <p part="count">{ joined(&counts, common.comma()) }</p>
        };
        let picture = if data.items.is_empty() {
            none(words.no_projects(), None)
        } else {
            markup! {
                { self.picture(props.liveness) }
                { self.panel(props.liveness) }
                { meanings(words.meaning(), &[], data.values(STAGE)) }
            }
        };
        let inside = markup! {
            { around.head(words.overview(), &data.title, more) }
            { picture }
            { self.document(around.rank()) }
            { self.names() }
        };
        around.root(
            &self.root,
            words.overview(),
            (&data.lang, &data.direction, &data.note, &data.notice, common.take()),
            None,
            inside,
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.listeners.is_empty() && ctx.props().liveness == Liveness::Live {
            let link = ctx.link().clone();
            let heard = move |event: &Event| heard(event).into_iter().for_each(|msg| link.send_message(msg));
            if let Some(root) = self.root.cast::<Element>() {
                self.listeners = listen(&root, Bubble, &EVENTS, heard);
            }
            ctx.props().onready.emit(());
        }
        self.roving.rendered(&self.root);
    }
}

impl Overview {
    /// Takes what the parent wants of what the reader can change, after `old`; says whether anything is another. `settled`
    /// says whether all that it is in charge of is taken.
    fn sync(&mut self, ctx: &Context<Self>, old: &OverviewProps, settled: bool) -> bool {
        let props = ctx.props();
        let selected = self.selection();
        let other = props.plan != old.plan || props.lang != old.lang;
        if other {
            self.data = props.plan.view(&props.lang);
            self.roving.at = self.data.number(Spot::Topic(0));
            self.select(&selected);
        }
        let value = (&props.filter, &props.default_filter);
        let was = (&old.filter, &old.default_filter);
        let filtered = sync(&mut self.filter, value, was, settled);
        let value = (&props.selection, &props.default_selection);
        let was = (&old.selection, &old.default_selection);
        let wanted = wanted(value, was, settled).filter(|wanted| wanted.project != selected.project);
        if let Some(wanted) = wanted {
            self.select(wanted);
            return true;
        }
        filtered || other
    }

    /// Gives the parent, where it is in charge, time to take a change over; what it hasn't then is taken back.
    fn settle(&mut self, ctx: &Context<Self>) {
        let OverviewProps { filter, selection, .. } = ctx.props();
        if filter.is_some() || selection.is_some() {
            self.settling = Some(after(ctx.link(), 0, Msg::Settle));
        }
    }

    /// Selects a project from outside.
    fn select(&mut self, selection: &Selection) {
        let project = selection.project.as_deref();
        self.mark = self.data.items.iter().position(|mark| Some(&*mark.id) == project);
        if let Some(mark) = self.mark {
            self.roving.at = self.data.number(Spot::Mark(mark));
        }
    }

    /// What is selected, and the item that shows it.
    fn selection(&self) -> Selection {
        let mark = self.mark.and_then(|mark| self.data.items.get(mark));
        Selection {
            project: mark.map(|mark| (&*mark.id).into()),
            item: mark.filter(|mark| !mark.item.is_empty()).map(|mark| (&*mark.item).into()),
            goal: None,
        }
    }

    /// Selects a mark or a head, or takes that back.
    fn press(&mut self, ctx: &Context<Self>, number: usize) {
        self.roving.at = number;
        let (facet, index) = match self.data.spot(number) {
            Spot::Mark(mark) => {
                self.mark = Some(mark).filter(|mark| self.mark != Some(*mark));
                ctx.props().onselect.emit(self.selection());
                return self.settle(ctx);
            }
            Spot::Topic(topic) => (TOPIC, topic),
            Spot::Stage(stage) => (STAGE, stage),
        };
        if let Some(value) = self.data.values(facet).get(index) {
            self.filter.toggle(facet, &value.id);
            let (shown, total) = (self.data.found(&self.filter), self.data.items.len());
            ctx.props().onfilter.emit(Filtered { filter: self.filter.clone(), shown, total });
            self.settle(ctx);
        }
    }

    /// A head of a row or a column, with how many projects there are.
    fn head(&self, spot: Spot, live: bool) -> Html {
        let (facet, index, count) = match spot {
            Spot::Topic(topic) => (TOPIC, topic, self.data.row(topic).len()),
            Spot::Stage(stage) | Spot::Mark(stage) => (STAGE, stage, self.data.column(stage)),
        };
        let value = self.data.values(facet).get(index);
        let mut sign = Html::default();
        if let Some(value) = value.filter(|_| facet == STAGE) {
            sign = markup! { <i part="mark" data-stage={&*value.id}></i> };
        }
        let name = value.map_or(self.data.words().no_stage(), |value| &*value.name);
        let name = markup! { { sign }<span>{ name }</span>" "<b>{ self.data.common().whole(count) }</b> };
        let Some(value) = value.filter(|_| live) else {
            return markup! { <span part="head-name">{ name }</span> };
        };
        let number = self.data.number(spot);
        let pressed = self.filter.selected().get(facet).is_some_and(|ids| ids.contains(&&*value.id));
        markup! {
            <button
                type="button" part="head-name" data-row={number} tabindex={self.roving.tabindex(number)}
                aria-pressed={is(pressed)}
            >
                { name }
            </button>
        }
    }

    /// The projects by topic and stage. A table, for screen readers read it with its counts; the Tab key leads to one head or
    /// mark, the arrows from there.
    fn picture(&self, liveness: Liveness) -> Html {
        let (data, words, live) = (&self.data, self.data.words(), liveness == Liveness::Live);
        let (columns, everything) = (data.columns(), self.filter.is_empty());
        let heads = (0..columns).map(|stage| {
            markup! { <th scope="col" role="columnheader">{ self.head(Spot::Stage(stage), live) }</th> }
        });
        let heads: Vec<Html> = heads.collect();
        let rows = (0..data.values(TOPIC).len()).map(|topic| {
            let cells = (0..columns).map(|stage| {
                let cell = data.cell(topic, stage);
                if cell.is_empty() {
                    return markup! { <td role="cell"></td> };
                }
                let found = (!everything && data.is_found(&self.filter, topic, stage)).then_some("");
                markup! {
                    <td role="cell" data-found={found}>
                        <b>{ data.common().whole(cell.len()) }</b>
                        { self.marks(cell, stage, liveness) }
                    </td>
                }
            });
            let cells: Vec<Html> = cells.collect();
            markup! {
                <tr role="row">
                    <th scope="row" role="rowheader">{ self.head(Spot::Topic(topic), live) }</th>
                    { cells }
                </tr>
            }
        });
        let rows: Vec<Html> = rows.collect();
        markup! {
            <table part="picture" role="table" aria-label={words.picture()}>
                <thead role="rowgroup">
                    <tr role="row"><th scope="col" role="columnheader" part="corner">{ words.topic() }</th>{ heads }</tr>
                </thead>
                <tbody role="rowgroup">{ rows }</tbody>
            </table>
        }
    }

    /// The marks of a cell. Plain HTML has none: it has the counts, and the names below.
    fn marks(&self, cell: Range<usize>, stage: usize, liveness: Liveness) -> Html {
        if liveness.is_plain() {
            return Html::default();
        }
        let stage = self.data.values(STAGE).get(stage).map_or("", |stage| &*stage.id);
        let mark = |at: usize| {
            if liveness != Liveness::Live {
                return markup! { <i part="mark" data-stage={stage}></i> };
            }
            let number = self.data.number(Spot::Mark(at));
            let label = self.data.items.get(at).map(|mark| self.label(mark)).unwrap_or_default();
            markup! {
                <button
                    type="button" part="mark" data-stage={stage} data-row={number} aria-label={&*label} title={&*label}
                    tabindex={self.roving.tabindex(number)} aria-pressed={is(self.mark == Some(at))}
                ></button>
            }
        };
        let marks: Vec<Html> = cell.map(mark).collect();
        markup! { { marks } }
    }

    /// The name of a stage by its index.
    fn stage(&self, index: usize) -> &str {
        self.data.values(STAGE).get(index).map_or(self.data.words().no_stage(), |stage| &*stage.name)
    }

    /// A text about a project, with the stages that the plan states of it elsewhere.
    fn with_others(&self, mark: &Mark, text: &str) -> String {
        if mark.also.is_empty() {
            return text.into();
        }
        let others: Vec<&str> = mark.also.iter().map(|stage| self.stage(*stage)).collect();
        fill(self.data.words().also(), &[text, &joined(&others, self.data.common().names_comma())])
    }

    /// What a mark stands for.
    fn label(&self, mark: &Mark) -> String {
        let text = fill(self.data.words().mark(), &[&mark.name, self.stage(mark.stage)]);
        self.with_others(mark, &text)
    }

    /// What the plan says of the selected project; without one, what can be done.
    fn panel(&self, liveness: Liveness) -> Html {
        if liveness.is_plain() {
            return Html::default();
        }
        let words = self.data.words();
        let text = match self.mark.and_then(|mark| self.data.items.get(mark)) {
            None => markup! { <span part="hint">{ words.hint() }</span> },
            Some(mark) => {
                // What comes with the second file has the stage in it as well.
                let stage = if mark.label.is_empty() { self.stage(mark.stage) } else { &mark.label };
                let id = self.data.values(STAGE).get(mark.stage).map_or("", |stage| &*stage.id);
                let quote = match &*mark.verb {
                    "" => Html::default(),
                    verb => markup! { " "<q lang={self.data.original().tag()}>{ verb }</q> },
                };
                let rest = [&*mark.when, &mark.cite].into_iter().filter(|text| !text.is_empty());
                let rest: Vec<&str> = rest.collect();
                markup! {
                    <b part="selected-name">{ self.with_others(mark, &mark.name) }</b>
                    " "
                    <span data-stage={id}>{ stage }{ quote }</span>
                    " "
                    <small>{ joined(&rest, self.data.common().comma()) }</small>
                }
            }
        };
        markup! { <p part="selected" class="plan-controls" role="status">{ text }</p> }
    }

    /// All projects by their names, under topics and stages: what the marks say.
    fn names(&self) -> Html {
        let data = &self.data;
        if data.items.is_empty() {
            return Html::default();
        }
        let topics = data.values(TOPIC).iter().enumerate().filter(|(topic, _)| !data.row(*topic).is_empty());
        let topics = topics.map(|(topic, value)| {
            let cells = (0..data.columns()).filter_map(|stage| {
                let marks = data.items.get(data.cell(topic, stage)).filter(|marks| !marks.is_empty())?;
                let names: Vec<String> =
                    marks.iter().map(|mark| self.with_others(mark, &mark.name)).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let id = data.values(STAGE).get(stage).map_or("", |stage| &*stage.id);
                let names = joined(&names, data.common().names_comma());
                Some(markup! { <div><dt data-stage={id}>{ self.stage(stage) }</dt><dd>{ names }</dd></div> })
            });
            let cells: Vec<Html> = cells.collect();
            markup! { <li part="topic"><b>{ &*value.name }</b><dl>{ cells }</dl></li> }
        });
        let topics: Vec<Html> = topics.collect();
        markup! {
            <details part="names">
                <summary>{ data.words().by_name() }</summary>
                <ul role="list">{ topics }</ul>
            </details>
        }
    }

    /// How many goals and projects, where there are any.
    fn counts(&self, goals: usize, projects: usize) -> Html {
        let (words, common) = (self.data.words(), self.data.common());
        let mut said = Vec::new();
        if goals > 0 {
            said.push(common.count(words.goals(), goals));
        }
        if projects > 0 {
            said.push(common.count(words.projects(), projects));
        }
        if said.is_empty() {
            return Html::default();
        }
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        markup! { " "<small>{ joined(&said, common.comma()) }</small> }
    }

    /// What the plan has besides: principles, horizons, parts and articles. Headings have the tag `rank`.
    fn document(&self, rank: &'static str) -> Html {
        let (data, words) = (&self.data, self.data.words());
        let counted: usize = data.horizons.iter().map(|horizon| horizon.goals).sum();
        let several = if counted > data.goals { words.horizons_several() } else { "" };
        let no_part = if data.chapters.len() > 1 { words.no_part() } else { "" };
        let places = if data.items.is_empty() { "" } else { words.contents_several() };
        let all = [
            ("principles", words.principles(), &data.principles, ["", ""], ""),
            ("times", words.horizons(), &data.horizons, [words.no_horizon(), ""], several),
            ("contents", words.contents(), &data.chapters, [no_part, words.no_passage()], places),
        ];
        let all = all.into_iter().filter(|(_, _, sections, ..)| !sections.is_empty());
        let all = all.map(|(part, title, sections, nameless, note)| {
            markup! {
                <section part={part}>
                    <@{rank} part="section-title">{ title }</@>
                    { self.sections(sections, &nameless) }
                    { paragraph("remark", note) }
                </section>
            }
        });
        let all: Vec<Html> = all.collect();
        markup! { <div part="document">{ all }</div> }
    }

    /// A list of sections with what is in them; `nameless` is what those without a name and a title are called, and those in
    /// them.
    fn sections(&self, sections: &[Section], nameless: &[&str]) -> Html {
        let part = if nameless.len() > 1 { "chapter" } else { "passage" };
        let all = sections.iter().map(|section| {
            let name = match (&*section.name, &*section.title) {
                ("", "") => nameless.first().copied().unwrap_or_default(),
                (name, _) => name,
            };
            let within = match &section.within[..] {
                [] => Html::default(),
                within => self.sections(within, nameless.get(1..).unwrap_or_default()),
            };
            markup! {
                <li part={part}>
                    <p><b>{ name }</b>" "<span>{ &*section.title }</span>{ self.counts(section.goals, section.projects) }</p>
                    { within }
                </li>
            }
        });
        let all: Vec<Html> = all.collect();
        markup! { <ul role="list">{ all }</ul> }
    }
}

/// What an event asks for.
fn heard(event: &Event) -> Option<Msg> {
    let target = Target::of(event)?;
    let key = event.dyn_ref::<KeyboardEvent>();
    if key.is_none() && target.closest("[part=menu]").is_some() {
        return Some(Msg::Menu);
    }
    let row = target.closest("[data-row]")?.number(ROW)?;
    let Some(event) = key else { return Some(Msg::Press(row)) };
    let key = Key::of(event)?;
    if !matches!(key, Key::Left | Key::Right | Key::Up | Key::Down | Key::Home | Key::End) {
        return None;
    }
    event.prevent_default();
    Some(Msg::Go(row, key))
}
