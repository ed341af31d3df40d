//! The controls of a filter: search, facets, and the legend that is also one.

use yew::prelude::*;

use super::{
    Controls,
    markup::{is, markup},
    parts::{option, search},
};
use crate::{
    model::decimal,
    view::{
        facets::Value,
        words::{CommonWords, joined},
    },
};

/// What the controls show, whatever it is that they filter.
pub(super) struct FilterControls<'a> {
    pub common: CommonWords<'a>,
    /// For each facet its label and the choice of everything.
    pub labels: &'a [(&'a str, &'a str)],
    /// For each facet its values.
    pub facets: &'a [Vec<Value>],
    /// For each facet the ids that are selected.
    pub selected: Vec<Vec<&'a str>>,
    /// For each value how many items would be left.
    pub counts: &'a [Vec<usize>],
    /// For each value how many items there are: a value without items is not shown. A facet that isn't here shows all.
    pub all: &'a [Vec<usize>],
    /// Whether the controls don't work yet.
    pub off: bool,
}

impl FilterControls<'_> {
    pub fn search(&self, label: &str, hint: &str, query: &str) -> Html {
        search(Some("search"), label, hint, query, self.off)
    }

    /// The values of a facet as buttons with their marks; `counted` says what their numbers count, where that isn't obvious.
    pub fn legend(&self, facet: usize, counted: &str) -> Html {
        let (values, selected) = (self.values(facet), self.selected(facet));
        if values.is_empty() {
            return Html::default();
        }
        let buttons = values.into_iter().map(|(index, value)| {
            markup! {
                <button
                    type="button" data-do="stage" data-facet={facet} value={&*value.id} aria-pressed={is(selected.contains(&&*value.id))}
                    disabled={self.off}
                >
                    <i part="mark" data-stage={&*value.id}></i>
                    { &*value.name }
                    " "
                    <small>{ self.counted(facet, index) }</small>
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

    /// Choices of facets and what stands with them. Where there is little room, and the page hasn't asked for them, they are
    /// behind a button until it is pressed, which says what is chosen.
    pub fn choices(&self, controls: Controls, open: bool, mut choices: Vec<Html>) -> Html {
        if choices.is_empty() {
            return Html::default();
        }
        let mut button = Html::default();
        if controls.is_auto() {
            let mut chosen = Vec::new();
            for facet in 0..self.facets.len() {
                // What stands in the legend has no name for all.
                if !self.label(facet).1.is_empty() {
                    chosen.append(&mut self.chosen(facet));
                }
            }
            let mut said = Html::default();
            if !chosen.is_empty() {
                said = markup! { " " <small>{ joined(&chosen, self.common.names_comma()) }</small> };
            }
            button = markup! {
                <button type="button" part="filters" data-do="filters" aria-expanded={is(open)} disabled={self.off}>
                    { self.common.filters() }
                    { said }
                </button>
            };
        }
        let folded = controls.is_auto() && !open;
        markup! {
            { button }
            <div part="facets" data-folded={folded}>{ choices }</div>
        }
    }

    /// Whether a facet has a choice.
    pub fn has_several(&self, facet: usize) -> bool {
        self.values(facet).len() > 1
    }

    /// The values of a facet to choose one from.
    pub fn select(&self, facet: usize) -> Html {
        let (label, all) = self.label(facet);
        let (values, selected) = (self.values(facet), self.selected(facet));
        if !self.has_several(facet) {
            return Html::default();
        }
        // Several at once come from the page, and are one choice, whose value is no id: with a list of its own, for browsers
        // don't agree on what is selected when that choice is added.
        let several = self.chosen(facet);
        let shown = joined(selected, " ");
        let mut options = vec![option("", shown.is_empty(), all)];
        if several.len() > 1 {
            options.push(option(&shown, true, &joined(&several, self.common.names_comma())));
        }
        // What can't be opened yet shows its choice only.
        for (index, value) in values {
            let is_shown = *value.id == *shown;
            if is_shown || !self.off {
                let name = [&*value.name, " (", &self.counted(facet, index), ")"].concat();
                options.push(option(&value.id, is_shown, &name));
            }
        }
        let key = if several.len() > 1 { ["several ", &shown].concat() } else { label.into() };
        chooser(&key, label, &decimal(facet), &shown, self.off, options)
    }

    fn label(&self, facet: usize) -> (&str, &str) {
        self.labels.get(facet).copied().unwrap_or_default()
    }

    /// The values of a facet that there are items of, with their indices.
    fn values(&self, facet: usize) -> Vec<(usize, &Value)> {
        used(self.facets, self.all, facet)
    }

    /// The names of the values that are selected.
    fn chosen(&self, facet: usize) -> Vec<&str> {
        let selected = self.selected(facet);
        let mut chosen = Vec::new();
        for (_, value) in self.values(facet) {
            if selected.contains(&&*value.id) {
                chosen.push(&*value.name);
            }
        }
        chosen
    }

    fn selected(&self, facet: usize) -> &[&str] {
        self.selected.get(facet).map(|ids| &ids[..]).unwrap_or_default()
    }

    fn counted(&self, facet: usize, index: usize) -> String {
        let count = self.counts.get(facet).and_then(|counts| counts.get(index));
        self.common.whole(count.copied().unwrap_or_default())
    }
}

/// The values of a facet that there are items of, with their indices; `all` has how many. Of a facet that isn't there all.
#[inline(never)]
pub(super) fn used<'a>(
    facets: &'a [Vec<Value>],
    all: &[Vec<usize>],
    facet: usize,
) -> Vec<(usize, &'a Value)> {
    let values = facets.get(facet).map(|values| &values[..]).unwrap_or_default();
    let mut used = Vec::new();
    for (index, value) in values.iter().enumerate() {
        if all.get(facet).and_then(|all| all.get(index)) != Some(&0) {
            used.push((index, value));
        }
    }
    used
}

/// What values mean, of a facet and beside it, under `title`, to be opened; nothing where that isn't said.
pub(super) fn meanings(title: &str, values: &[(usize, &Value)], beside: &[Value]) -> Html {
    let mut said = Vec::new();
    let mut say = |value: &Value| {
        if !value.about.is_empty() {
            said.push(
                markup! { <div><dt data-stage={&*value.id}>{ &*value.name }</dt><dd>{ &*value.about }</dd></div> },
            );
        }
    };
    for (_, value) in values {
        say(value);
    }
    for value in beside {
        say(value);
    }
    if said.is_empty() {
        return Html::default();
    }
    markup! { <details part="meanings"><summary>{ title }</summary><dl>{ said }</dl></details> }
}

/// A labelled list of which one is selected; an event of it has `name` in `data-facet`.
pub(super) fn chooser(
    key: &str,
    label: &str,
    name: &str,
    selected: &str,
    off: bool,
    options: Vec<Html>,
) -> Html {
    markup! {
        <label part="facet" key={key}>
            <span part="label">{ label }</span>
            <select data-facet={name} ~value={selected} disabled={off}>{ options }</select>
        </label>
    }
}
