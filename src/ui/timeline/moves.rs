//! What keys and pointers do: from one item to another, along the axis, on and back.

use std::{cell::Cell, rc::Rc};

use web_sys::Element;
use yew::prelude::*;

use super::{
    Layout, Timeline,
    input::{Touch, TouchKind},
};
use crate::ui::{events::Key, parts::is_rtl};

/// One step of the zoom's buttons and keys.
pub(super) const STEP: f64 = 1.6;

/// A pointer that has moved by less has not moved: fingers shake. In pixels.
const STILL: f64 = 6.0;

/// A swipe is at least so long, in pixels.
const SWIPE: f64 = 48.0;

/// Fingers or a mouse button on the lanes or the story.
#[derive(Default)]
pub(super) struct Gesture {
    /// Each pointer's id with where it is, in pixels.
    pointers: Vec<(i32, f64)>,
    /// Where the first one came down.
    down: (f64, f64),
    /// Whether it has moved since, so that its end is no click.
    moved: Rc<Cell<bool>>,
}

impl Gesture {
    /// Whether the pointer has moved, shared with what hears of clicks.
    pub(super) fn moved(&self) -> Rc<Cell<bool>> {
        self.moved.clone()
    }
}

impl Timeline {
    /// What a key does; the item it was pressed on is given where it was one.
    pub(super) fn pressed(&mut self, ctx: &Context<Self>, key: Key, on: Option<usize>) {
        let layout = self.shown();
        let key = key.along(is_rtl(&self.data.direction));
        let items = &self.filters.found.items;
        let here = if layout == Layout::Story { items.get(self.at()).copied() } else { on };
        let Some(item) = here else {
            return;
        };
        if key == Key::Escape {
            let open =
                if layout == Layout::List { self.open.contains(&item) } else { self.item == Some(item) };
            if open && layout != Layout::Story {
                self.press(ctx, item);
                self.roving.focus = true;
            }
            return;
        }
        if let (Key::Zoom(way), Layout::Lanes) = (key, layout) {
            return self.zoom_by(if way == 0 { 0.0 } else { STEP.powi(way.into()) }, 0.0);
        }
        if layout == Layout::Lanes {
            return match self.neighbour(key, item) {
                Some(item) => self.reach(ctx, item),
                None => match key {
                    Key::Right | Key::PageDown => self.move_by(0.5),
                    Key::Left | Key::PageUp => self.move_by(-0.5),
                    _ => (),
                },
            };
        }
        let step = |to: isize| items.get(self.position(item)?.checked_add_signed(to)?).copied();
        let group = |item: usize| self.heading_of(item);
        let to = match key {
            Key::Down | Key::Right => step(1),
            Key::Up | Key::Left => step(-1),
            Key::Home => items.first().copied(),
            Key::End => items.last().copied(),
            Key::PageDown => items.iter().copied().find(|to| group(*to) > group(item)),
            Key::PageUp => {
                let before = items.iter().copied().rfind(|to| group(*to) < group(item)).map(group);
                items.iter().copied().find(|to| before.is_none_or(|before| group(*to) == before))
            }
            _ => None,
        };
        if let Some(to) = to {
            self.reach(ctx, to);
        }
    }

    /// The sign of what leads on, in pixels: of later days, too.
    #[inline(never)]
    fn way(&self) -> f64 {
        if is_rtl(&self.data.direction) { -1.0 } else { 1.0 }
    }

    /// Looks closer by a factor, around a point of the axis: so many widths of it right of its middle. 0 is everything.
    pub(super) fn zoom_by(&mut self, factor: f64, at: f64) {
        let at = 0.5 + at * self.way();
        self.window = if factor == 0.0 { self.axis } else { self.window.zoomed(factor, at, self.axis) };
        self.arrange();
    }

    /// The item of the lanes that a key leads to.
    fn neighbour(&self, key: Key, item: usize) -> Option<usize> {
        let lane = self.lanes.iter().position(|lane| lane.has(item))?;
        let bars = &self.lanes.get(lane)?.bars;
        let at = bars.iter().position(|bar| bar.item == item)?;
        let next = match key {
            Key::Right => return bars.get(at + 1).map(|bar| bar.item),
            Key::Left => return bars.get(at.checked_sub(1)?).map(|bar| bar.item),
            Key::Home => return bars.first().map(|bar| bar.item),
            Key::End => return bars.last().map(|bar| bar.item),
            Key::Down => self.lanes.get(lane + 1)?,
            Key::Up => self.lanes.get(lane.checked_sub(1)?)?,
            _ => return None,
        };
        let away = |start: f64| (start - bars.get(at).map_or(0.0, |bar| bar.start)).abs();
        next.bars.iter().min_by(|a, b| away(a.start).total_cmp(&away(b.start))).map(|bar| bar.item)
    }

    /// What a pointer on the lanes or the story does: it moves along, zooms, goes on or back.
    pub(super) fn touched(&mut self, ctx: &Context<Self>, touch: &Touch) -> bool {
        let Touch { kind, id, at: (x, y), axis: (middle, width) } = *touch;
        if kind == TouchKind::Down {
            // A mouse may have gone up where nobody saw it.
            self.gesture.pointers.retain(|(known, _)| *known != id);
        }
        let known = self.gesture.pointers.iter().position(|(known, _)| *known == id);
        match (kind, known) {
            (TouchKind::Down, None) => {
                self.gesture.pointers.push((id, x));
                self.gesture.moved.set(false);
                self.gesture.down = (x, y);
            }
            (TouchKind::Move, Some(at)) => {
                let before = self.gesture.pointers[at].1;
                let far = (x - self.gesture.down.0).abs() > STILL;
                if !(far || self.gesture.moved.get()) || self.shown() != Layout::Lanes {
                    return false;
                }
                if !self.gesture.moved.replace(true)
                    && let Some(root) = self.root.cast::<Element>()
                {
                    // Fails for a pointer that has gone.
                    let _ = root.set_pointer_capture(id);
                }
                self.gesture.pointers[at].1 = x;
                match self.gesture.pointers[..] {
                    [_] => self.move_by((before - x) * self.way() / width),
                    [(one, a), (_, b)] => {
                        let other = if one == id { b } else { a };
                        let (apart, now) = ((before - other).abs().max(1.0), (x - other).abs().max(1.0));
                        self.zoom_by(now / apart, ((x + other) / 2.0 - middle) / width);
                    }
                    _ => return false,
                }
                return true;
            }
            (TouchKind::Up | TouchKind::Cancel, Some(at)) => {
                self.gesture.pointers.remove(at);
                let (dx, dy) = (x - self.gesture.down.0, y - self.gesture.down.1);
                let swiped = kind == TouchKind::Up && dx.abs() > SWIPE && dx.abs() > 2.0 * dy.abs();
                if swiped && self.shown() == Layout::Story {
                    self.gesture.moved.set(true);
                    self.step(ctx, dx * self.way() < 0.0);
                    return true;
                }
            }
            _ => (),
        }
        false
    }
}
