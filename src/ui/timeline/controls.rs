//! What narrows a timeline and lays it out: search, layouts, facets, and the legend that is also a filter.

use yew::prelude::*;

use super::{FACETS, Layout, STAGE, Timeline, values};
use crate::{
    ui::{
        Controls,
        markup::{is, markup},
    },
    view::words::{fill, words},
};

impl Timeline {
    pub(super) fn controls(&self, ctx: &Context<Self>) -> Html {
        let state = ctx.props().controls;
        let words = words(ctx.props().lang);
        let count = markup!("<p part=count>$</p>", self.count(ctx.props().lang));
        if state == Controls::None {
            return count;
        }
        let off = state == Controls::Waiting;
        let selects = (0..FACETS.len()).filter(|facet| *facet != STAGE);
        markup!(
            "<div part=controls class=plan-controls><label part=search><span part=label>$</span><input part=search-input type=search .value=$ placeholder=$ autocomplete=off spellcheck=false disabled=$></input></label><div part=layouts role=group aria-label=$>$</div><div part=facets>$</div>$</div>$<p part=status role=status>$</p>",
            words.search_items,
            &*self.filter.query,
            words.search_hint,
            off,
            words.layout,
            self.layouts(ctx, off),
            selects.map(|facet| self.select_of(ctx, facet, off)).collect::<Vec<_>>(),
            self.legend(ctx, off),
            count,
            self.told.clone()
        )
    }

    fn layouts(&self, ctx: &Context<Self>, off: bool) -> Vec<Html> {
        let words = words(ctx.props().lang);
        let shown = self.shown();
        let button = |(layout, name): (Layout, &'static str)| {
            markup!(
                "<button type=button data-do=layout value=$ aria-pressed=$ disabled=$>$</button>",
                layout.name(),
                is(layout == if off { self.layout } else { shown }),
                off,
                name
            )
        };
        [(Layout::List, words.list), (Layout::Lanes, words.lanes), (Layout::Story, words.story)]
            .map(button)
            .into()
    }

    fn legend(&self, ctx: &Context<Self>, off: bool) -> Html {
        let stages = values(&self.all, STAGE);
        if stages.is_empty() {
            return Html::default();
        }
        let stages = stages.iter().enumerate().map(|(place, stage)| {
            markup!(
                "<button type=button data-do=stage value=$ aria-pressed=$ disabled=$><i part=mark data-stage=$></i>$ <small>$</small></button>",
                &*stage.id,
                is(self.filter.has(STAGE, &stage.id)),
                off,
                &*stage.id,
                &*stage.name,
                self.counted(STAGE, place)
            )
        });
        markup!(
            "<div part=legend role=group aria-label=$>$</div>",
            words(ctx.props().lang).stage,
            stages.collect::<Vec<_>>()
        )
    }

    fn select_of(&self, ctx: &Context<Self>, facet: usize, off: bool) -> Html {
        let words = words(ctx.props().lang);
        let (label, all) = words.facets[facet];
        let values = values(&self.all, facet);
        if values.len() < 2 {
            return Html::default();
        }
        let chosen = &*self.filter.facets[facet];
        let option =
            |id: &str, text: &str| markup!("<option value=$ selected=$>$</option>", id, id == chosen, text);
        let mut options = vec![option("", all)];
        // Several at once come from the page, and are one choice: with a list of its own, for browsers don't agree on what
        // is chosen when that choice is added.
        let several =
            values.iter().filter(|value| self.filter.has(facet, &value.id)).map(|value| &*value.name);
        let several: Vec<&str> = several.collect();
        if several.len() > 1 {
            options.push(option(chosen, &several.join(words.comma)));
        }
        // What can't be opened yet shows its choice only.
        let values = values.iter().enumerate().filter(|(_, value)| !off || *value.id == *chosen);
        options.extend(values.map(|(place, value)| {
            option(&value.id, &fill("{} ({})", &[&value.name, &self.counted(facet, place)]))
        }));
        markup!(
            "<label part=facet key=$><span part=label>$</span><select data-facet=$ .value=$ disabled=$>$</select></label>",
            if several.len() > 1 { ["several ", chosen].concat() } else { label.into() },
            label,
            facet,
            chosen,
            off,
            options
        )
    }

    fn counted(&self, facet: usize, place: usize) -> String {
        let count = self.found.counts.get(facet).and_then(|counts| counts.get(place));
        count.copied().unwrap_or_default().to_string()
    }
}
