//! An item's details: what is known of it, with pictures, terms and the way to it.

use yew::prelude::*;

use super::{STAGE, TOPIC, Timeline, values};
use crate::{
    model::{MediaKind, decimal},
    ui::{
        Controls, marked,
        markup::{Part, markup},
        parts::slot,
        terms::{explained, note_id, spelled},
    },
    view::{
        View as _,
        search::{fold, hit},
        timeline::{Fact, Item, Medium},
    },
};

impl Timeline {
    /// All that is shown of an item besides its title and time.
    pub(super) fn details(&self, ctx: &Context<Self>, index: usize, item: &Item) -> Html {
        let media: Vec<Html> = item.media.iter().map(medium).collect();
        let summary = match &*item.summary {
            "" => Html::default(),
            summary => markup! { <p part="summary">{ self.marked(summary) }</p> },
        };
        let facts = item.facts.chunk_by(|a, b| a.label == b.label).map(|facts| {
            let label = facts.first().map(|fact| &*fact.label).unwrap_or_default();
            let texts: Vec<Html> = facts.iter().map(|fact| self.fact(ctx, index, fact)).collect();
            markup! { <div part="fact"><dt>{ label }</dt> " " { texts }</div> }
        });
        let facts: Vec<Html> = facts.collect();
        let link = match (&ctx.props().link_prefix, ctx.props().controls) {
            (Some(prefix), Controls::Live) => {
                let text = if self.copied == Some(index) {
                    self.data.common().copied()
                } else {
                    self.data.common().copy()
                };
                markup! { <a part="link" href={[&**prefix, &item.id].concat()}>{ text }</a> }
            }
            _ => Html::default(),
        };
        let more = slot(&ctx.props().render_item, &item.id);
        markup! { <div part="details">{ media }{ summary }<dl part="facts">{ facts }</dl>{ link }{ more }</div> }
    }

    fn fact(&self, ctx: &Context<Self>, index: usize, fact: &Fact) -> Html {
        let text = &*fact.text;
        let term = fact.term.checked_sub(1).and_then(|term| self.data.terms.get(term));
        let goes = self.data.items.iter().position(|item| !fact.item.is_empty() && item.id == fact.item);
        let text = match (term, goes) {
            (Some(term), _) if ctx.props().controls.are_none() => spelled(text, term),
            (Some(term), _) => {
                let id = note_id(&ctx.props().id, &decimal(index), fact.term);
                explained(&id, text, term)
            }
            (None, Some(item)) if item != index && ctx.props().controls == Controls::Live => {
                markup! { <button type="button" part="go" data-do="go" value={item}>{ text }</button> }
            }
            _ if !fact.quote.is_empty() => {
                let original = self.data.original();
                markup! { { text } <q lang={original.tag()}>{ &*fact.quote }</q> }
            }
            _ => markup! { { text } },
        };
        markup! { <dd>{ text }</dd> }
    }

    /// What stands beside an item's title: how far it is, its subjects, where it stands.
    pub(super) fn meta(&self, item: &Item, between: &str, cite: &str) -> String {
        let mut meta = String::from(&*item.label);
        let topics = values(&self.data, TOPIC);
        let topics = item.facets.get(TOPIC).into_iter().flatten().filter_map(|topic| topics.get(*topic));
        for text in topics.map(|topic| &*topic.name).chain([cite]) {
            if !(meta.is_empty() || text.is_empty()) {
                meta.push_str(between);
            }
            meta.push_str(text);
        }
        meta
    }

    /// An item in one sentence.
    pub(super) fn sentence(&self, item: &Item) -> String {
        let comma = self.data.common().comma();
        let meta = self.meta(item, comma, "");
        let end = if meta.is_empty() { "" } else { comma };
        [&*item.title, comma, &*item.when, end, &*meta].concat()
    }

    /// A text with what is searched for in a `<mark>`.
    pub(super) fn marked(&self, text: &str) -> Html {
        marked(text, hit(text, &fold(&self.filters.filter.query)))
    }

    /// The stage of an item, by its id.
    pub(super) fn stage(&self, item: &Item) -> Part<'_> {
        let stage = item.facets.get(STAGE).and_then(|stages| stages.first());
        let stage = stage.and_then(|stage| values(&self.data, STAGE).get(*stage));
        stage.map_or(Part::Nothing, |stage| Part::Text(&stage.id))
    }
}

fn medium(medium: &Medium) -> Html {
    let Medium { kind, src, alt, caption, width, height } = medium;
    let shown = if *kind == MediaKind::Image {
        let size =
            |pixels: usize| if *width > 0 && *height > 0 { Part::Number(pixels) } else { Part::Nothing };
        markup! {
            <img
                part="image" referrerpolicy="no-referrer" loading="lazy" src={&**src} alt={&**alt}
                width={size(*width)} height={size(*height)}
            ></img>
        }
    } else {
        markup! { <a href={&**src} rel="noopener">{ &**alt }</a> }
    };
    let caption = match &**caption {
        "" => Html::default(),
        caption => markup! { <figcaption>{ caption }</figcaption> },
    };
    markup! { <figure part="medium">{ shown }{ caption }</figure> }
}
