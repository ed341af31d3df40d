//! A page's keyboard, mouse and finger, as real events.

use std::sync::atomic::Ordering;

use anyhow::{Context as _, Result, bail};
use fantoccini::actions::{
    Actions, InputSource as _, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    TouchActions,
};
pub use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::page::Page;

/// Finds an element by selectors that each go one shadow root deeper, scrolls it into view, and gives the middle of its
/// first box, or a sentence on why it can't be pointed at.
const POINT: &str = r#"
    let found = document;
    for (const selector of arguments[0]) {
        found = found.shadowRoot?.querySelector(selector) ?? found.querySelector(selector);
        if (!found) return `nothing is ${selector}`;
    }
    found.scrollIntoView({ block: "center", behavior: "instant" });
    const box = found.getClientRects()[0]; // of a link that wraps, the middle of all may be outside
    if (!box) return "it has no box";
    const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

    let hit = document.elementFromPoint(point.x, point.y);
    for (let inner = hit; inner; hit = inner ?? hit) {
        inner = hit.shadowRoot?.elementFromPoint(point.x, point.y);
        if (inner === hit) break; // the host itself, where its shadow tree has nothing
    }
    for (let up = hit; up; up = up.assignedSlot ?? up.parentNode ?? up.host) {
        if (up === found) return point;
    }
    return `it is covered by ${hit?.cloneNode(false).outerHTML}`;
"#;

/// How many frames an element may take to come to rest: what a page has just brought into view may still move.
const RESTLESS: u32 = 60;

impl Page {
    /// Types a text into what has the focus.
    pub async fn keys(&self, text: &str) -> Result<()> {
        self.press(&[], text.chars()).await
    }

    /// Presses and releases one key: a character or a [`Key`].
    pub async fn key(&self, key: impl Into<char>) -> Result<()> {
        self.press(&[], [key.into()]).await
    }

    /// Presses one key while others are held, Shift+Tab for one.
    pub async fn chord(&self, held: &[Key], key: impl Into<char>) -> Result<()> {
        self.press(held, [key.into()]).await
    }

    async fn press(&self, held: &[Key], keys: impl IntoIterator<Item = char>) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in held {
            actions = actions.then(KeyAction::Down { value: (*key).into() });
        }
        for value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        for key in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: (*key).into() });
        }
        self.act(actions).await
    }

    /// Clicks the middle of an element. Each selector goes one shadow root deeper.
    pub async fn click(&self, path: &[&str]) -> Result<()> {
        let (x, y) = self.point(path).await?;
        self.click_at(x, y).await
    }

    /// Clicks a point of the viewport.
    pub async fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let actions = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.act(actions).await
    }

    /// Moves the mouse onto an element.
    pub async fn hover(&self, path: &[&str]) -> Result<()> {
        let (x, y) = self.point(path).await?;
        self.move_to(x, y).await
    }

    /// Moves the mouse to a point of the viewport.
    pub async fn move_to(&self, x: f64, y: f64) -> Result<()> {
        let actions =
            MouseActions::new("mouse".to_owned()).then(PointerAction::MoveTo { duration: None, x, y });
        self.act(actions).await
    }

    /// Touches an element with a finger, and lifts it.
    pub async fn tap(&self, path: &[&str]) -> Result<()> {
        let (x, y) = self.point(path).await?;
        let actions = TouchActions::new("finger".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.act(actions).await
    }

    /// Drags the mouse from one point of the viewport to another, in a few steps.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let mut actions = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x: from.0, y: from.1 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for (x, y) in between(from, to) {
            actions = actions.then(PointerAction::MoveTo { duration: None, x, y });
        }
        let actions = actions.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.act(actions).await
    }

    /// Moves a finger from one point of the viewport to another, in a few steps.
    pub async fn swipe(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        let mut actions = TouchActions::new("finger".to_owned())
            .then(PointerAction::MoveTo { duration: None, x: from.0, y: from.1 })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
        for (x, y) in between(from, to) {
            actions = actions.then(PointerAction::MoveTo { duration: None, x, y });
        }
        let actions = actions.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.act(actions).await
    }

    async fn act(&self, actions: impl Into<Actions>) -> Result<()> {
        self.acted.store(true, Ordering::Relaxed);
        Ok(self.client()?.perform_actions(actions).await?)
    }

    async fn point(&self, path: &[&str]) -> Result<(f64, f64)> {
        let answer = if self.conditions.no_javascript {
            self.eval(POINT, &[json!(path)]).await? // no frames can be waited for, and nothing moves
        } else {
            let rest = format!(
                "function point() {{ {POINT} }}
                let now, before;
                for (let left = arguments[1]; left--; before = now) {{
                    now = point(arguments[0]);
                    if (typeof now !== 'string' && now.x === before?.x && now.y === before.y) return now;
                    await new Promise(requestAnimationFrame);
                }}
                return typeof now === 'string' ? now : 'it does not come to rest';"
            );
            self.eval_async(&rest, &[json!(path), json!(RESTLESS)]).await?
        };
        if let Value::String(reason) = &answer {
            bail!("{path:?} can't be pointed at: {reason}");
        }
        let [x, y] = ["x", "y"].map(|axis| answer[axis].as_f64());
        x.zip(y).context("a point is two numbers")
    }
}

/// Points on the way, the end included.
fn between(from: (f64, f64), to: (f64, f64)) -> impl Iterator<Item = (f64, f64)> {
    const STEPS: i32 = 5;
    (1..=STEPS).map(move |step| {
        let share = f64::from(step) / f64::from(STEPS);
        (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
    })
}
