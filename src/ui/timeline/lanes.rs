//! The lanes: topics along an axis with bands behind them.

use yew::prelude::*;

use super::{TOPIC, Timeline, TimelineProps, values};
use crate::{
    model::{decimal, signed},
    ui::{
        Control,
        markup::{Part, is, markup},
    },
    view::{
        timeline::{
            BAND_ROWS, Band, Day, TimelineView,
            lanes::{Bar, Lane, Room, lanes},
            scale::year_and_month,
        },
        words::fill,
    },
};

/// The height of a row, of the space around a lane's rows, of the axis without the rows of the bands' names, and of what zooms,
/// in em of the lanes.
const ROW_EM: usize = 2;
const LANE_EM: usize = 1;
const AXIS_EM: usize = 2;
const ZOOM_EM: usize = 3;

/// The room for the name of a year, in em.
const TICK_EM: f64 = 5.0;

impl Timeline {
    /// Puts the items that were found into lanes.
    pub(super) fn arrange(&mut self) {
        let room = Room {
            window: self.window,
            width: self.room.0,
            opened: &self.opened,
            selected: self.item,
            all: self.filters.among.len(),
        };
        self.lanes = lanes(&self.data, &self.filters.found.items, &room);
    }

    /// How high the lanes are when nothing is opened, in em.
    pub(super) fn lanes_em(&self, props: &TimelineProps) -> usize {
        let zoom = if props.controls.has(Control::Zoom) { ZOOM_EM } else { 0 };
        let axis = zoom + AXIS_EM + self.names(props) * ROW_EM;
        self.lanes.iter().fold(axis, |sum, lane| sum + lane.rows * ROW_EM + LANE_EM)
    }

    /// How many rows the bands' names have.
    fn names(&self, props: &TimelineProps) -> usize {
        props.scope.bands(&self.data).iter().map(|band| (band.row + 1).min(BAND_ROWS)).max().unwrap_or(1)
    }

    /// Where today is in the window; none where that shows other days.
    fn today(&self) -> Option<f64> {
        self.today
            .filter(|day| *day < self.axis.end)
            .map(|day| self.window.share(day))
            .filter(|at| (0.0..1.0).contains(at))
    }

    pub(super) fn lanes(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let bands = props.scope.bands(&self.data);
        let bands = bands.iter().filter_map(|band| self.band(band, ["band", "bound"], None));
        let mut bands: Vec<Html> = bands.collect();
        bands.extend(
            self.today().map(|at| markup! { <span part="today" ~style={on_axis(at, 0.0, 0)}></span> }),
        );
        let has_zoom = props.controls.has(Control::Zoom);
        let zoom = if has_zoom { self.zoom() } else { Html::default() };
        markup! {
            <div part="lanes" ~style={["--n:", &decimal(self.names(props))].concat()}>
                { zoom }
                <div part="axis" aria-hidden="true">{ self.ticks(props) }</div>
                <div part="bands" aria-hidden="true">{ bands }</div>
                <ol part="lane-list" role="list">
                    { self.lanes.iter().map(|lane| self.lane(ctx, lane)).collect::<Vec<_>>() }
                </ol>
            </div>
        }
    }

    fn zoom(&self) -> Html {
        let words = self.data.words();
        let beyond = self.axis.length() - self.window.length();
        let whole = beyond <= 0.0;
        let moved = if whole { 0 } else { hundredths((self.window.start - self.axis.start) / beyond) / 10 };
        let seen = hundredths(self.window.length() / self.axis.length());
        // How much of the axis is seen, and where: a slider, so that keys and fingers move it as well.
        markup! {
            <div part="zoom">
                <div part="zoom-buttons" role="group" aria-label={words.zoom()}>
                    <button type="button" data-do="zoom-out" aria-label={words.zoom_out()}>"−"</button>
                    <button type="button" data-do="zoom-in" aria-label={words.zoom_in()}>"+"</button>
                    <button type="button" data-do="zoom-all">{ words.zoom_all() }</button>
                </div>
                <span part="slider" ~style={["--l:", &signed(seen)].concat()}>
                    <input
                        type="range" part="overview" min="0" max="1000" ~value={signed(moved)}
                        disabled={whole} aria-label={words.along()} aria-valuetext={self.stretch()}
                    ></input>
                </span>
            </div>
        }
    }

    /// The stretch of time that is seen, in words.
    fn stretch(&self) -> String {
        let year = |day: f64| year_of(&self.data, day);
        [&*year(self.window.start), "–", &year(self.window.end - 1.0)].concat()
    }

    /// The names along the axis: of years or months, and of bands.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number of names")]
    fn ticks(&self, props: &TimelineProps) -> Vec<Html> {
        let words = self.data.words();
        let ticks = self.window.ticks((self.room.0 / TICK_EM) as usize);
        // The word has the room of a name, before or behind its line.
        let room = TICK_EM / self.room.0;
        let today =
            self.today().map(|at| if at + room > 1.0 { (at - room, "today late") } else { (at, "today") });
        let mut names: Vec<Html> = ticks
            .iter()
            .map(|tick| (tick, self.window.share(f64::from(tick.day))))
            .filter(|(_, at)| today.is_none_or(|(today, _)| (at - today).abs() > room))
            .map(|(tick, at)| {
                let text = match tick.month {
                    0 | 1 => year_of(&self.data, f64::from(tick.day)),
                    month => words.month(month),
                };
                markup! { <span part="tick" ~style={on_axis(at, 0.0, 0)}>{ text }</span> }
            })
            .collect();
        names.extend(today.map(|(at, part)| {
            markup! { <span part={Part::Text(part)} ~style={on_axis(at, room, 0)}>{ words.today() }</span> }
        }));
        let bands = props.scope.bands(&self.data);
        let named = bands.iter().filter(|band| band.row < BAND_ROWS);
        names
            .extend(named.filter_map(|band| self.band(band, ["band-name", "bound-name"], Some(&band.title))));
        names
    }

    /// A band where it stands in the window, or its name; one that only leads to a day begins where the last one ended.
    fn band(&self, band: &Band, [part, bound]: [&'static str; 2], name: Option<&str>) -> Option<Html> {
        let start = band.first.or_else(|| self.data.begin_of(band.last));
        let start = start.map_or(0.0, |day| self.window.share(f64::from(day)));
        let end = self.window.share(f64::from(band.last) + 1.0);
        // A name has room until the next one; where its band isn't seen, it isn't either.
        let until = match (name, band.first, band.until) {
            (Some(_), Some(_), Some(day)) => self.window.share(f64::from(day) + 1.0),
            (Some(_), Some(_), None) => 1.0,
            _ => end,
        };
        let (from, end, until) = (start.max(0.0), end.min(1.0), until.min(1.0));
        let part = if band.first.is_some() { part } else { bound };
        let style = on_axis(from, until - from, band.row);
        (end > from).then(|| markup! { <span part={part} ~style={style}>{ name.unwrap_or_default() }</span> })
    }

    fn lane(&self, ctx: &Context<Self>, lane: &Lane) -> Html {
        let words = self.data.words();
        let topic = lane.topic.and_then(|topic| values(&self.data, TOPIC).get(topic));
        let name = topic.map_or(words.no_topic(), |topic| &*topic.name);
        let button = lane.opened.map(|opened| {
            markup! {
                <button
                    type="button" data-do="lane" value={lane.topic.map_or(0, |topic| topic + 1)}
                    aria-expanded={is(opened)}
                >
                    { if opened { words.fewer() } else { words.more() } }
                </button>
            }
        });
        let selected = lane.bars.iter().find(|bar| bar.more == 0 && Some(bar.item) == self.item);
        let selected = selected.and_then(|bar| Some((bar.item, self.data.items.get(bar.item)?)));
        let panel = selected.map(|(index, item)| {
            markup! {
                <div part="panel">
                    <p><b part="title">{ &*item.title }</b> " " <span part="when">{ &*item.when }</span></p>
                    { self.details(ctx, index, item) }
                </div>
            }
        });
        let tag = ctx.props().around().rank();
        markup! {
            <li part="lane" key={name} ~style={["--rows:", &decimal(lane.rows)].concat()}>
                <@{tag} part="lane-name">
                    { name }
                    " "
                    <small>{ lane.all }</small>
                    { button.unwrap_or_default() }
                </@>
                <ol part="track" role="list">
                    { lane.bars.iter().map(|bar| self.bar(bar)).collect::<Vec<_>>() }
                </ol>
                { panel.unwrap_or_default() }
            </li>
        }
    }

    fn bar(&self, bar: &Bar) -> Html {
        let Some(item) = self.data.items.get(bar.item) else {
            return Html::default();
        };
        let tabindex = self.roving.tabindex(bar.item);
        let style = on_axis(bar.start, bar.length, bar.row);
        if bar.more > 0 {
            let (words, common) = (self.data.words(), self.data.common());
            return markup! {
                <li part="bar" data-shape="more" ~style={style}>
                    <button
                        type="button" data-do="open" data-row={bar.item} tabindex={tabindex}
                        aria-label={common.count(words.hidden(), bar.more)}
                    >
                        "+"
                        { common.whole(bar.more) }
                    </button>
                </li>
            };
        }
        markup! {
            <li
                part="bar"
                data-shape={[
                item.shape.name(),
                if bar.narrow { " narrow" } else { "" },
                if bar.late { " late" } else { "" },
            ]
            .concat()}
                ~style={style}
            >
                <button
                    type="button" data-row={bar.item} tabindex={tabindex} data-stage={self.stage(item)}
                    aria-label={self.sentence(item)} aria-expanded={is(self.item == Some(bar.item))}
                >
                    { self.marked(&item.title) }
                </button>
            </li>
        }
    }
}

/// The year of a day.
#[expect(clippy::cast_possible_truncation, reason = "days of an axis are whole numbers of 32 bits")]
pub(super) fn year_of(view: &TimelineView, day: f64) -> String {
    let words = view.words();
    let (year, _) = year_and_month(day as Day);
    let (sentence, year) = if year > 0 { (words.year(), year) } else { (words.year_before(), 1 - year) };
    fill(sentence, &[&view.common().year(year)])
}

/// A stretch of the axis as custom properties: start and length in hundredths of a percent, and the row. Whole numbers:
/// to print others would take kilobytes.
pub(super) fn on_axis(start: f64, length: f64, row: usize) -> String {
    let (start, length) = (signed(hundredths(start)), signed(hundredths(length)));
    ["--s:", &start, ";--l:", &length, ";--r:", &decimal(row)].concat()
}

#[expect(clippy::cast_possible_truncation, reason = "shares are about 1")]
fn hundredths(share: f64) -> i32 {
    (share * 10_000.0) as i32
}
