//! The controls of a timeline: search, facets, layouts.

use yew::prelude::*;

use super::{Layout, STAGE, Timeline, values};
use crate::{
    ui::{
        Controls,
        filters::{FilterControls, meanings},
        markup::{is, markup},
    },
    view::{filter::Filter, timeline::TimelineFilter},
};

impl Timeline {
    pub(super) fn controls(&self, ctx: &Context<Self>) -> Html {
        let state = ctx.props().controls;
        let words = self.data.words();
        let count = markup! { <p part="count">{ self.count() }</p> };
        if state.are_none() {
            return count;
        }
        let off = state == Controls::Waiting;
        let controls = FilterControls {
            common: self.data.common(),
            labels: &[
                (words.topic(), words.all_topics()),
                (words.stage(), ""),
                (words.period(), words.all_periods()),
                (words.article(), words.all_articles()),
                (words.place(), words.all_places()),
            ],
            facets: &self.data.facets,
            selected: self.filters.filter.selected(),
            counts: &self.filters.found.counts,
            off,
        };
        let selects = (0..TimelineFilter::FACETS.len()).filter(|facet| *facet != STAGE);
        markup! {
            <div part="controls" class="plan-controls">
                { controls.search(words.search(), words.search_hint(), &self.filters.filter.query) }
                <div part="layouts" role="group" aria-label={words.layout()}>{ self.layouts(off) }</div>
                <div part="facets">{ selects.map(|facet| controls.select(facet)).collect::<Vec<_>>() }</div>
                { controls.legend(STAGE, "") }
            </div>
            { self.meanings() }
            { count }
            { self.status.html(true) }
        }
    }

    /// What the stages mean.
    pub(super) fn meanings(&self) -> Html {
        meanings(self.data.words().meaning(), [values(&self.data, STAGE), &self.data.named])
    }

    fn layouts(&self, off: bool) -> Vec<Html> {
        let words = self.data.words();
        let shown = self.shown();
        let button = |(layout, name): (Layout, &str)| {
            markup! {
                <button
                    type="button" data-do="layout" value={layout.name()}
                    aria-pressed={is(layout == if off { self.layout } else { shown })} disabled={off}
                >
                    { name }
                </button>
            }
        };
        [(Layout::List, words.list()), (Layout::Lanes, words.lanes()), (Layout::Story, words.story())]
            .map(button)
            .into()
    }
}
