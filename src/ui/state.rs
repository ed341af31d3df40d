//! State that a parent may control, and what all widgets keep of what the reader does.

use gloo_timers::callback::Timeout;
use web_sys::{Element, HtmlElement, HtmlInputElement, wasm_bindgen::JsCast, window};
use yew::{html::Scope, prelude::*};

use super::{
    events::{ROW, Target},
    markup::markup,
};
use crate::model::decimal;
use crate::view::{
    facets::Value,
    filter::{Faceted, Filter, Found},
    search::Index,
};

/// A widget after a change of its filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filtered<F> {
    /// What it is filtered by.
    pub filter: F,
    /// How many items match. Of many goals or terms a hundred are rendered at first.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
}

/// The state that a parent asks for, by a value or by a default, if that has changed.
///
/// A value that has stayed the same is taken when the change is `settled`, not before, for the parent may still take over what the
/// reader has changed. What is taken back has to have been shown, or the browser's own controls would stay as the reader has set them.
pub(super) fn wanted<'a, T: PartialEq>(
    (value, default): (&'a Option<T>, &'a T),
    (old_value, old_default): (&Option<T>, &T),
    settled: bool,
) -> Option<&'a T> {
    match value {
        Some(wanted) => (settled || value != old_value).then_some(wanted),
        None => (default != old_default).then_some(default),
    }
}

/// Takes what a parent asks for; says whether the state has changed.
pub(super) fn sync<T: Clone + PartialEq>(
    state: &mut T,
    value: (&Option<T>, &T),
    old: (&Option<T>, &T),
    settled: bool,
) -> bool {
    match wanted(value, old, settled) {
        Some(wanted) if wanted != state => {
            *state = wanted.clone();
            true
        }
        _ => false,
    }
}

/// A filter, and what it leaves of some items.
pub(super) struct FilterState<F> {
    pub filter: F,
    /// The indices of the items that the page lets be shown, in order.
    pub among: Vec<usize>,
    pub found: Found,
    index: Index,
}

impl<F: Filter> FilterState<F> {
    pub fn new(filter: F) -> Self {
        FilterState { filter, among: Vec::new(), found: Found::default(), index: Index::default() }
    }

    /// Finds the items that are left; says whether their number has changed.
    pub fn find(&mut self, facets: &[Vec<Value>], items: &[impl Faceted]) -> bool {
        let before = self.found.items.len();
        self.found = self.filter.found_among(&self.among, facets, items, &self.index);
        self.found.items.len() != before
    }

    /// Takes other items, and forgets what it knows about the old ones.
    pub fn renew(&mut self, among: Vec<usize>) {
        self.among = among;
        self.index = Index::default();
    }

    /// What the parent gets to know.
    pub fn filtered(&self) -> Filtered<F> {
        Filtered { filter: self.filter.clone(), shown: self.found.items.len(), total: self.among.len() }
    }
}

/// Screen readers read a count when typing pauses: at each letter it would drown the echo of the keys.
pub(super) const PAUSE_MS: u32 = 600;

/// How long a button says that it has copied, in milliseconds.
pub(super) const COPIED_MS: u32 = 4000;

/// A live region, which screen readers read out.
#[derive(Default)]
pub(super) struct Status {
    text: AttrValue,
    timer: Option<Timeout>,
}

impl Status {
    /// Says it now.
    pub fn say(&mut self, text: impl Into<AttrValue>) {
        self.text = text.into();
    }

    /// Sends a message in a while, unless another is to be sent.
    pub fn later<C: Component>(&mut self, link: &Scope<C>, ms: u32, msg: C::Message) {
        self.timer = Some(after(link, ms, msg));
    }

    /// The region; where nobody listens yet there is none.
    pub fn html(&self, live: bool) -> Html {
        if live {
            markup! { <p part="status" role="status">{ self.text.clone() }</p> }
        } else {
            Html::default()
        }
    }
}

/// Sends a message to a component after a time in milliseconds, unless what it gives is dropped before.
#[inline(never)]
pub(super) fn after<C: Component>(link: &Scope<C>, ms: u32, msg: C::Message) -> Timeout {
    let link = link.clone();
    Timeout::new(ms, move || link.send_message(msg))
}

/// How many items of a list are drawn: after another filter or order those that the screen has room for, then the others,
/// some at a time, so that what the reader sees doesn't wait for what is below.
pub(super) struct Drawn {
    most: usize,
    timer: Option<Timeout>,
}

/// How many are drawn at a time.
const SLICE: usize = 48;

/// The pause between two slices, in milliseconds: the browser paints, and hears the reader.
const SLICE_MS: u32 = 30;

/// What may be seen of a frame, in pixels.
const FRAME: f64 = 1000.0;

impl Default for Drawn {
    /// All: there is no screen before the first rendering, nor on a server.
    fn default() -> Self {
        Drawn { most: usize::MAX, timer: None }
    }
}

impl Drawn {
    /// How many are drawn of so many.
    pub fn of(&self, all: usize) -> usize {
        all.min(self.most)
    }

    /// Begins with what is seen below the widget's head, where no item is smaller than `width` and `height` in pixels.
    /// Where the keyboard is on one of them, all of them stay.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of items, which saturates"
    )]
    pub fn begin(&mut self, root: &NodeRef, width: f64, height: f64) {
        let kept = query_selector(root, "li :focus, tbody :focus").is_some();
        let list = query_selector(root, "ol, table").or_else(|| root.cast()).filter(|_| !kept);
        let sizes = list.map(|list| list.get_bounding_client_rect());
        let seen = sizes.and_then(|sizes| {
            // A frame that is as high as its content has no window of its own.
            let bottom = window_height()?.max(FRAME);
            let (rows, columns) = ((bottom - sizes.top()) / height, sizes.width() / width);
            Some((rows as usize + 1) * (columns as usize).max(1))
        });
        self.set(seen.unwrap_or(usize::MAX));
    }

    #[inline(never)]
    fn set(&mut self, most: usize) {
        *self = Drawn { most, timer: None };
    }

    /// Draws no fewer.
    pub fn at_least(&mut self, count: usize) {
        self.most = self.most.max(count);
    }

    /// Draws the next ones after so many.
    pub fn after(&mut self, count: usize) {
        self.set(count.saturating_add(SLICE));
    }

    /// Draws the next ones.
    pub fn more(&mut self) {
        self.after(self.most);
    }

    /// After rendering: says whether that was all; else sends a message in a while.
    pub fn is_whole<C: Component>(&mut self, link: &Scope<C>, all: usize, msg: C::Message) -> bool {
        let whole = self.most >= all;
        if !whole && self.timer.is_none() {
            self.timer = Some(after(link, SLICE_MS, msg));
        }
        whole
    }
}

/// Roving focus: the Tab key leads to one of many items, other keys from there.
#[derive(Default)]
pub(super) struct Roving {
    /// The item that the Tab key leads to.
    pub at: usize,
    /// Whether it is to have the focus after rendering.
    pub focus: bool,
}

impl Roving {
    /// Leads the keyboard to an item.
    pub fn go(&mut self, item: usize) {
        self.at = item;
        self.focus = true;
    }

    /// The `tabindex` of an item.
    pub fn tabindex(&self, item: usize) -> &'static str {
        if self.at == item { "0" } else { "-1" }
    }

    /// After rendering: gives the item the focus where it should have it and is there.
    pub fn rendered(&mut self, root: &NodeRef) {
        if self.focus && focus(root, &["[", ROW, "=\"", &decimal(self.at), "\"]"].concat()) {
            self.focus = false;
        }
    }

    /// After rendering: the item that the Tab key is to lead to, where the one that it should isn't rendered.
    pub fn lost(&self, root: &NodeRef) -> Option<usize> {
        if self.focus || query_selector(root, "[data-row][tabindex='0']:not([hidden] *)").is_some() {
            return None;
        }
        Target(query_selector(root, "[data-row]")?).number(ROW).filter(|row| *row != self.at)
    }
}

/// Puts a query into the field of the search, unless it is there: some keyboards send a character in two halves, and
/// the first of them, which is no text yet, would be lost.
pub(super) fn put_query(root: &NodeRef, query: &str) {
    let field = query_selector(root, "[part=search-input]");
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok())
        && field.value() != query
    {
        field.set_value(query);
    }
}

/// How high the viewport is, in pixels.
pub(super) fn window_height() -> Option<f64> {
    window()?.inner_height().ok()?.as_f64()
}

/// The first element within a widget that a selector names.
pub(super) fn query_selector(root: &NodeRef, selector: &str) -> Option<Element> {
    root.cast::<Element>()?.query_selector(selector).ok()?
}

/// Gives an element within a widget the focus; says whether it is there.
pub(super) fn focus(root: &NodeRef, selector: &str) -> bool {
    let element = query_selector(root, selector).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    // The only error is an element that can't take focus; the reader stays where they are.
    element.is_some_and(|element| element.focus().is_ok())
}

#[cfg(test)]
mod tests {
    use super::sync;

    #[test]
    fn a_state_follows_values_and_defaults_that_change() {
        // The state, then value and default as they were and as they are, whether the change is settled, the state then.
        for (name, state, was, is, settled, then) in [
            ("a default that stays leaves the reader's state", 7, (None, 1), (None, 1), false, 7),
            ("another default takes its place", 7, (None, 1), (None, 2), false, 2),
            ("what came back as a default is no change", 7, (None, 1), (None, 7), false, 7),
            ("another value is taken at once", 7, (Some(1), 0), (Some(2), 0), false, 2),
            ("a value that stays waits", 7, (Some(1), 0), (Some(1), 0), false, 7),
            ("and is taken when the change is settled", 7, (Some(1), 0), (Some(1), 0), true, 1),
            ("a value that took the change over is no change", 7, (Some(1), 0), (Some(7), 0), true, 7),
            ("where there is a value its default is nothing", 7, (Some(7), 0), (Some(7), 5), false, 7),
            ("a parent that lets go leaves what is shown", 7, (Some(7), 0), (None, 0), false, 7),
        ] {
            let mut now = state;
            let changed = sync(&mut now, (&is.0, &is.1), (&was.0, &was.1), settled);
            assert_eq!((now, changed), (then, then != state), "{name}");
        }
    }
}
