//! Progress that a page reports of the goals it shows.

use std::{fmt, ptr, rc::Rc};

use yew::html::IntoPropValue;

use crate::{
    model::Progress,
    view::{
        goals::DeckView,
        progress::{Platform, with_progress},
        words::Language,
    },
};

/// What a page reports of progress: nothing, or an `Rc` of a [`Progress`].
#[derive(Clone, Default)]
pub struct Reports(Option<Rc<dyn Report>>);

/// What can be reported of goals. An application that reports nothing has nothing of it.
trait Report {
    /// The goals with what is reported of them.
    fn of(&self, deck: Rc<DeckView>) -> Rc<DeckView>;
}

impl Reports {
    /// The goals with what is reported of them.
    pub(super) fn of(&self, deck: Rc<DeckView>) -> Rc<DeckView> {
        match &self.0 {
            Some(reports) => reports.of(deck),
            None => deck,
        }
    }
}

impl Report for Progress {
    fn of(&self, deck: Rc<DeckView>) -> Rc<DeckView> {
        let platform = Platform { today: Some(today()), ..Platform::default() };
        Rc::new(with_progress(self, &deck, &Language::of(&deck.lang), platform))
    }
}

/// Today in days from 1970-01-01, by UTC.
fn today() -> i64 {
    const DAY_MS: f64 = 86_400_000.0;
    #[cfg(target_arch = "wasm32")]
    let now = js_sys::Date::now();
    #[cfg(not(target_arch = "wasm32"))]
    let now = std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    #[expect(clippy::cast_possible_truncation, reason = "a day has few digits")]
    let today = (now / DAY_MS).floor() as i64;
    today
}

impl fmt::Debug for Reports {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Reports")
    }
}

/// The same one in memory.
impl PartialEq for Reports {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(other)) => ptr::addr_eq(Rc::as_ptr(one), Rc::as_ptr(other)),
            (None, None) => true,
            _ => false,
        }
    }
}

impl IntoPropValue<Reports> for Rc<Progress> {
    fn into_prop_value(self) -> Reports {
        Reports(Some(self))
    }
}

impl IntoPropValue<Reports> for Option<Rc<Progress>> {
    fn into_prop_value(self) -> Reports {
        Reports(self.map(|progress| progress as _))
    }
}
