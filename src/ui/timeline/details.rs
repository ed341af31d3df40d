//! An item's details: what is known of it, with pictures, terms and the way to it.

use yew::prelude::*;

use super::{STAGE, TOPIC, Timeline, values};
use crate::{
    model::{MediaKind, decimal},
    ui::{
        Liveness, marked,
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
        let (media, text) = (self.media(ctx, item), self.text(ctx, index, item));
        markup! { <div part="details">{ media }{ text }</div> }
    }

    /// Its pictures and films.
    pub(super) fn media(&self, ctx: &Context<Self>, item: &Item) -> Vec<Html> {
        item.media.iter().map(|medium| self.medium(ctx, medium)).collect()
    }

    /// What is said of it.
    pub(super) fn text(&self, ctx: &Context<Self>, index: usize, item: &Item) -> Html {
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
        let link = match (&ctx.props().link_prefix, ctx.props().liveness) {
            (Some(prefix), Liveness::Live) => {
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
        markup! { { summary }<dl part="facts">{ facts }</dl>{ link }{ more } }
    }

    fn fact(&self, ctx: &Context<Self>, index: usize, fact: &Fact) -> Html {
        let text = &*fact.text;
        let term = fact.term.checked_sub(1).and_then(|term| self.data.terms.get(term));
        let goes = if fact.item.is_empty() { None } else { self.index_of(&fact.item) };
        let text = match (term, goes) {
            (Some(term), _) if ctx.props().liveness.is_plain() => spelled(text, term),
            (Some(term), _) => {
                let id = note_id(&ctx.props().id, &decimal(index), fact.term);
                explained(&id, text, term)
            }
            (None, Some(item)) if item != index && ctx.props().liveness == Liveness::Live => {
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
        let mut add = |text: &str| {
            if !(meta.is_empty() || text.is_empty()) {
                meta.push_str(between);
            }
            meta.push_str(text);
        };
        for topic in item.facets.get(TOPIC).map(|topics| &topics[..]).unwrap_or_default() {
            add(topics.get(*topic).map(|topic| &*topic.name).unwrap_or_default());
        }
        add(cite);
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

    fn medium(&self, ctx: &Context<Self>, medium: &Medium) -> Html {
        let Medium { kind, src, alt, caption, .. } = medium;
        let shown = if *kind == MediaKind::Image {
            image("image", medium, alt)
        } else {
            let film = self.film(ctx, medium);
            markup! { { film }<a href={&**src} rel="noopener">{ &**alt }</a> }
        };
        let caption = match &**caption {
            "" => Html::default(),
            caption => markup! { <figcaption>{ caption }</figcaption> },
        };
        markup! { <figure part="medium">{ shown }{ caption }</figure> }
    }

    /// A film that can be played here: a button, and once the reader has pressed it the film. Nothing is asked of its host
    /// before.
    fn film(&self, ctx: &Context<Self>, medium: &Medium) -> Html {
        let Medium { src, alt, frame, host, .. } = medium;
        if ctx.props().liveness.is_plain() || medium.plays == 0 && frame.is_empty() {
            return Html::default();
        }
        let film = if *self.playing != **src {
            markup! {
                <button type="button" part="play" data-do="play" value={&**src} disabled={!self.live}>
                    <span>{ self.data.words().play() }</span>
                    " "
                    <small>{ &**host }</small>
                </button>
            }
        } else if frame.is_empty() {
            markup! { <video controls src={&**src} aria-label={&**alt}></video> }
        } else {
            markup! {
                <iframe
                    src={&**frame} title={&**alt} referrerpolicy="strict-origin-when-cross-origin" allowfullscreen
                    sandbox={"allow-scripts allow-same-origin allow-presentation allow-popups"}
                ></iframe>
            }
        };
        markup! { <div part="film" class="plan-controls">{ film }</div> }
    }
}

/// A picture, with the space that it takes.
pub(super) fn image(part: &'static str, medium: &Medium, alt: &str) -> Html {
    let Medium { src, width, height, .. } = medium;
    let size = |pixels: usize| if *width > 0 && *height > 0 { Part::Number(pixels) } else { Part::Nothing };
    markup! {
        <img
            part={Part::Text(part)} referrerpolicy="no-referrer" loading="lazy" src={&**src} alt={alt}
            width={size(*width)} height={size(*height)}
        ></img>
    }
}
