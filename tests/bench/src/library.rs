//! The timelines side by side: what each is called, where its items are, and how a reader moves in it.

use serde_json::Value;

use crate::items;

/// How a reader moves through many items.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// With the wheel, downwards.
    Wheel,
    /// With the mouse, sideways.
    Drag,
}

/// A timeline.
pub struct Library {
    /// As it is called; its page is `pages/<name>.html`.
    pub name: &'static str,
    /// Its items.
    pub items: fn(usize) -> Value,
    /// The titles of its items, in the document or in an open shadow root.
    pub titles: &'static str,
    /// What moves with the mouse on it.
    pub surface: &'static str,
    /// How.
    pub movement: Movement,
    /// What a click selects.
    pub pick: &'static str,
    /// What it looks like when something was selected: a JavaScript expression whose value changes.
    pub state: &'static str,
}

/// All of them, ours first.
pub const LIBRARIES: [Library; 4] = [
    Library {
        name: "plan-timeline",
        items: items::plan,
        titles: "[part~=title]",
        surface: "plan-timeline",
        movement: Movement::Wheel,
        pick: "[data-item]:not([open])",
        state: "window.__bench.selections",
    },
    Library {
        name: "TimelineJS3",
        items: items::timelinejs,
        titles: ".tl-headline",
        surface: ".tl-timenav",
        movement: Movement::Drag,
        pick: ".tl-timemarker:not(.tl-timemarker-active) .tl-timemarker-content-container",
        state: "document.querySelector('.tl-timemarker-active')?.id",
    },
    Library {
        name: "vis-timeline",
        items: items::vis_timeline,
        titles: ".vis-item:not(.vis-background) .vis-item-content",
        surface: ".vis-panel.vis-center",
        movement: Movement::Drag,
        pick: ".vis-item:not(.vis-background, .vis-selected) .vis-item-content",
        state: "document.querySelector('.vis-selected .vis-item-content')?.textContent",
    },
    Library {
        name: "react-chrono",
        items: items::react_chrono,
        titles: ".rc-card-title",
        surface: "#timeline-main-wrapper",
        movement: Movement::Wheel,
        pick: ".rc-card:not(.active) .rc-card-title",
        state: "document.querySelector('.rc-card.active')?.dataset.itemId",
    },
];
