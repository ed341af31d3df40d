//! The controls of a timeline: search, facets, layouts.

use yew::prelude::*;

use super::{Layout, STAGE, Timeline};
use crate::{
    ui::{
        Control, Liveness,
        filters::{FilterControls, meanings, used},
        markup::{is, markup},
    },
    view::{filter::Filter, timeline::TimelineFilter},
};

impl Timeline {
    pub(super) fn controls(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let words = self.data.words();
        let has = |control| props.around().shows(control, self.filters.among.len());
        let mut count = Html::default();
        if self.is_part() || !self.filters.filter.is_empty() || has(Control::Count) {
            count = markup! { <p part="count">{ self.count() }</p> };
        }
        if props.liveness.is_plain() {
            return count;
        }
        let off = props.liveness == Liveness::Waiting;
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
            all: &self.filters.found.all,
            off,
        };
        let (mut search, mut layouts, mut facets, mut legend) = Default::default();
        if has(Control::Search) {
            search = controls.search(words.search(), words.search_hint(), &self.filters.filter.query);
        }
        if has(Control::Layouts) {
            layouts = markup! {
                <div part="layouts" role="group" aria-label={words.layout()}>{ self.layouts(off) }</div>
            };
        }
        if has(Control::Filters) {
            let several = |facet: &usize| *facet != STAGE && controls.has_several(*facet);
            let selects = (0..TimelineFilter::FACETS.len()).filter(several);
            let selects = selects.map(|facet| controls.select(facet)).collect();
            facets = controls.choices(props.controls, self.unfolded, selects);
        }
        if has(Control::Legend) {
            legend = controls.legend(STAGE, "");
        }
        markup! {
            <div part="controls" class="plan-controls">
                { search }
                { layouts }
                { facets }
                { legend }
            </div>
            { self.meanings() }
            { count }
            { self.status.html(true) }
        }
    }

    /// What the stages mean.
    pub(super) fn meanings(&self) -> Html {
        let stages = used(&self.data.facets, &self.filters.found.all, STAGE);
        meanings(self.data.words().meaning(), &stages, &self.data.named)
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
