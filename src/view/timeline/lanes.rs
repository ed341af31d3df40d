//! Lanes: for each topic its items along the axis, in as many rows as they need, and what has no room counted.

use super::{Item, Shape, TOPIC, TimelineView, scale::Window};

/// The most rows of a lane that isn't opened.
const ROWS: usize = 3;

/// The most rows of an opened lane: for more, readers zoom in.
const ROWS_OPENED: usize = 40;

/// The number of items above which lanes that aren't opened have one row, for there may be many lanes.
const MANY: usize = 500;

/// The least and the most that the name beside a point measures, in em; a longer one is truncated.
const NAME: (f64, f64) = (4.0, 14.0);

/// The room that the mark beside a name and the space around it take, in em.
const AROUND: f64 = 2.0;

/// The length of a bar, in em, below which its name stands beyond its end.
const NARROW: f64 = 6.0;

/// The width of a count, in em.
const COUNT: f64 = 3.0;

/// How far a stretch without a known begin or end fades in or out, as a share of the window.
const FADE: f64 = 0.25;

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The index of its topic in the facet; none for items without a topic.
    pub topic: Option<usize>,
    /// How many items it has, in the window or not.
    pub all: usize,
    /// How many rows it has, that of the counts included.
    pub rows: usize,
    /// What is shown, in the order of time.
    pub bars: Vec<Bar>,
    /// Whether it is opened, or could be.
    pub opened: Option<bool>,
}

impl Lane {
    /// Whether it shows an item.
    #[must_use]
    pub fn has(&self, item: usize) -> bool {
        self.bars.iter().any(|bar| bar.item == item)
    }
}

/// An item in a lane, or several that have no room.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The item's index; of several, the first one's.
    pub item: usize,
    /// How many items it counts; 0 is an item by itself.
    pub more: usize,
    /// Its row, from 0.
    pub row: usize,
    /// Where it begins: a share of the window, clipped at its edges.
    pub start: f64,
    /// Its length: a share of the window.
    pub length: f64,
    /// Whether its name goes beyond its end: there is no room for one within.
    pub narrow: bool,
    /// Whether such a name stands before its end: there is more room than beyond, where the window ends.
    pub late: bool,
}

/// What the layout of lanes depends on.
pub struct Room<'a> {
    /// The stretch of time that is shown.
    pub window: Window,
    /// How wide it is, in em.
    pub width: f64,
    /// The topics whose lanes are opened: their indices plus 1; 0 is that of items without a topic.
    pub opened: &'a [usize],
    /// The selected item, which is always shown.
    pub selected: Option<usize>,
    /// How many items there are, found or not.
    pub all: usize,
}

/// The lanes of `items`, in the order of the topics.
#[must_use]
pub fn lanes(view: &TimelineView, items: &[usize], room: &Room) -> Vec<Lane> {
    let topics = view.facets.get(TOPIC).map_or(0, Vec::len);
    let mut by_topic: Vec<Vec<usize>> = vec![Vec::new(); topics + 1];
    for index in items {
        // A data file may be another version's: what it names may not be there.
        let topic = topic(&view.items[*index]).filter(|topic| *topic < topics).map_or(0, |topic| topic + 1);
        if let Some(lane) = by_topic.get_mut(topic) {
            lane.push(*index);
        }
    }
    // Items without a topic come last.
    by_topic.rotate_left(1);
    let lanes = by_topic.iter().enumerate().filter(|(_, items)| !items.is_empty());
    lanes.map(|(index, items)| lane(view, (index < topics).then_some(index), items, room)).collect()
}

fn topic(item: &Item) -> Option<usize> {
    item.facets.get(TOPIC)?.first().copied()
}

fn lane(view: &TimelineView, topic: Option<usize>, items: &[usize], room: &Room) -> Lane {
    let opened = room.opened.contains(&topic.map_or(0, |topic| topic + 1));
    let most = match (opened, room.all > MANY) {
        (true, _) => ROWS_OPENED,
        (_, true) => 1,
        _ => ROWS,
    };
    let mut extents: Vec<(f64, f64, usize)> =
        (0..items.len()).filter_map(|at| extent(view, at, items[at], room)).collect();
    // What has a date takes its rows first. By position as well, so that the order is always the same: an unstable sort is
    // the smaller one.
    let undated = |at: usize| view.items[items[at]].shape == Shape::Undated;
    extents.sort_unstable_by(|a, b| {
        undated(a.2).cmp(&undated(b.2)).then(a.0.total_cmp(&b.0)).then(a.2.cmp(&b.2))
    });
    let mut ends: Vec<f64> = Vec::new();
    let mut bars: Vec<Bar> = Vec::new();
    let mut left: Vec<Bar> = Vec::new();
    let name = |em: f64| em / room.width;
    for (start, end, at) in extents {
        let item = items[at];
        let from = start.max(0.0);
        let selected = room.selected == Some(item);
        let shown = end.min(1.0) - from;
        let length = if view.items[item].shape == Shape::Point { 0.0 } else { shown.max(0.0) };
        let narrow = length < name(NARROW);
        let title = if narrow { name(width(&view.items[item].title)) } else { 0.0 };
        let late = narrow && from + title > 1.0 && from + length > 1.0 - from;
        // What is drawn of it, its name included.
        let (begin, until) =
            if late { (from + length - title, from + length) } else { (from, from + length.max(title)) };
        let free = ends.iter().position(|end| *end <= begin.max(0.0) + 1e-9);
        let row = free.or((ends.len() < most || selected).then_some(ends.len()));
        let bar = |row, length| Bar { item, more: 0, row, start: from, length, narrow, late };
        match row {
            Some(row) => {
                if row == ends.len() {
                    ends.push(until);
                } else {
                    ends[row] = until;
                }
                bars.push(bar(row, length));
            }
            // Counted with others, where their count takes its place.
            None => match left.iter_mut().find(|other| (from - other.start).abs() < name(COUNT)) {
                Some(other) => {
                    other.more += 1;
                    other.length = other.length.max(from + shown - other.start);
                }
                None => left.push(Bar {
                    more: 1,
                    start: from.min(1.0 - name(COUNT)),
                    ..bar(0, shown.max(name(COUNT)))
                }),
            },
        }
    }
    let row = ends.len();
    let rows = row + usize::from(!left.is_empty());
    bars.extend(left.into_iter().map(|bar| Bar { row, ..bar }));
    bars.sort_unstable_by(|a, b| a.start.total_cmp(&b.start).then(a.row.cmp(&b.row)));
    let opened = if opened { Some(true) } else { (rows > most).then_some(false) };
    Lane { topic, all: items.len(), rows: rows.max(1), bars, opened }
}

/// Where each of `items` is marked along an axis, as a share of it. Of those with the same first and last day nothing is known
/// but that they are in this time: they stand side by side in it.
#[must_use]
pub fn marks(view: &TimelineView, items: &[usize], axis: Window) -> Vec<f64> {
    let days = |index: &usize| view.items.get(*index).map(|item| (item.first, item.last));
    let share = |day: i32| axis.share(f64::from(day));
    let mut marks = Vec::new();
    for together in items.chunk_by(|a, b| days(a) == days(b)) {
        let (first, last) = together.first().and_then(days).unwrap_or_default();
        // What only leads to a day may begin before the axis does.
        let begin = || last.and_then(|last| view.begin_of(last)).map_or(0.0, |day| share(day).max(0.0));
        let start = first.map_or_else(begin, share);
        let end = last.map_or(1.0, |last| share(last.saturating_add(1)));
        let step = (end - start) / together.len() as f64;
        marks.extend((0..together.len()).map(|at| start + step * (at as f64 + 0.5)));
    }
    marks
}

/// Where an item begins and ends, as shares of the window, with its position; none where it isn't in it.
fn extent(view: &TimelineView, position: usize, index: usize, room: &Room) -> Option<(f64, f64, usize)> {
    let item = &view.items[index];
    let at = |day: i32| room.window.share(f64::from(day));
    let (first, last) = (item.first.map(at), item.last.map(|day| room.window.share(f64::from(day) + 1.0)));
    let (start, end) = match (item.shape, first, last) {
        // What is to be reached by a day may be begun as soon as the plan is there.
        (Shape::By, _, Some(last)) => {
            let begun = view.adopted.map(at).filter(|adopted| *adopted < last);
            (begun.unwrap_or(last - FADE), last)
        }
        (Shape::Since, Some(first), _) => (first, (first + FADE).max(1.5)),
        (Shape::Point, Some(first), _) => (first, first + width(&item.title) / room.width),
        (_, Some(first), Some(last)) => (first, last),
        // At any time.
        _ => (0.0, 1.0),
    };
    (end > 0.0 && start < 1.0).then_some((start, end, position))
}

/// From here on, characters are squares.
const CJK: char = '\u{2e80}';

/// How wide a name with its mark is drawn, in em.
fn width(title: &str) -> f64 {
    let letters: f64 = title.chars().map(|c| if c < CJK { 0.55 } else { 1.0 }).sum();
    letters.clamp(NAME.0, NAME.1) + AROUND
}
