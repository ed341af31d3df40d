//! What narrows a widget's items: search, facets, and the legend that is also a filter.

use yew::prelude::*;

use super::markup::{is, markup};
use crate::{
    model::Lang,
    view::{
        facets::Value,
        filter::{Filter, has},
        words::{fill, words},
    },
};

/// A widget after a change of its filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed<const FACETS: usize> {
    /// What it is narrowed to.
    pub filter: Filter<FACETS>,
    /// How many items are shown.
    pub found: usize,
    /// How many there are.
    pub all: usize,
}

/// What the controls show, whatever it is that they narrow.
pub(super) struct FilterControls<'a> {
    pub lang: Lang,
    /// For each facet its label and the choice of everything.
    pub labels: &'a [(&'static str, &'static str)],
    /// For each facet its values.
    pub facets: &'a [Vec<Value>],
    /// For each facet the ids that are let through.
    pub chosen: &'a [String],
    /// For each value how many items would be left.
    pub counts: &'a [Vec<usize>],
    /// Whether they don't work yet.
    pub off: bool,
}

impl FilterControls<'_> {
    pub fn search(&self, label: &'static str, hint: &'static str, query: &str) -> Html {
        markup! {
            <label part="search">
                <span part="label">{ label }</span>
                <input
                    part="search-input" type="search" ~value={query} placeholder={hint} autocomplete="off"
                    spellcheck="false" disabled={self.off}
                ></input>
            </label>
        }
    }

    /// The values of a facet as buttons with their marks; `counted` says what their numbers count, where that isn't plain.
    pub fn legend(&self, facet: usize, counted: &'static str) -> Html {
        let (values, chosen) = (self.values(facet), self.chosen(facet));
        if values.is_empty() {
            return Html::default();
        }
        let buttons = values.iter().enumerate().map(|(place, value)| {
            markup! {
                <button
                    type="button" data-do="stage" value={&*value.id} aria-pressed={is(has(chosen, &value.id))}
                    disabled={self.off}
                >
                    <i part="mark" data-stage={&*value.id}></i>
                    { &*value.name }
                    " "
                    <small>{ self.counted(facet, place) }</small>
                </button>
            }
        });
        let counted = match counted {
            "" => Html::default(),
            counted => markup! { <span part="label">{ counted }</span> },
        };
        markup! {
            <div part="legend" role="group" aria-label={self.label(facet).0}>
                { counted }
                { buttons.collect::<Vec<_>>() }
            </div>
        }
    }

    /// The values of a facet to choose one from.
    pub fn select(&self, facet: usize) -> Html {
        let (label, all) = self.label(facet);
        let (values, chosen) = (self.values(facet), self.chosen(facet));
        if values.len() < 2 {
            return Html::default();
        }
        let option =
            |id: &str, text: &str| markup! { <option value={id} selected={id == chosen}>{ text }</option> };
        let mut options = vec![option("", all)];
        // Several at once come from the page, and are one choice: with a list of its own, for browsers don't agree on what
        // is chosen when that choice is added.
        let several = values.iter().filter(|value| has(chosen, &value.id)).map(|value| &*value.name);
        let several: Vec<&str> = several.collect();
        if several.len() > 1 {
            options.push(option(chosen, &several.join(words(self.lang).comma)));
        }
        // What can't be opened yet shows its choice only.
        let values = values.iter().enumerate().filter(|(_, value)| !self.off || *value.id == *chosen);
        options.extend(values.map(|(place, value)| {
            option(&value.id, &fill("{} ({})", &[&value.name, &self.counted(facet, place)]))
        }));
        let key = if several.len() > 1 { ["several ", chosen].concat() } else { label.into() };
        chooser(&key, label, &facet.to_string(), chosen, self.off, options)
    }

    fn label(&self, facet: usize) -> (&'static str, &'static str) {
        self.labels.get(facet).copied().unwrap_or_default()
    }

    fn values(&self, facet: usize) -> &[Value] {
        self.facets.get(facet).map(|values| &values[..]).unwrap_or_default()
    }

    fn chosen(&self, facet: usize) -> &str {
        self.chosen.get(facet).map(String::as_str).unwrap_or_default()
    }

    fn counted(&self, facet: usize, place: usize) -> String {
        let count = self.counts.get(facet).and_then(|counts| counts.get(place));
        count.copied().unwrap_or_default().to_string()
    }
}

/// A labelled list of which one is chosen; `name` is what a change of it is told by.
pub(super) fn chooser(
    key: &str,
    label: &str,
    name: &str,
    chosen: &str,
    off: bool,
    options: Vec<Html>,
) -> Html {
    markup! {
        <label part="facet" key={key}>
            <span part="label">{ label }</span>
            <select data-facet={name} ~value={chosen} disabled={off}>{ options }</select>
        </label>
    }
}
