//! The terms of the list.

use yew::prelude::*;

use super::Glossary;
use crate::{
    ui::{
        Liveness, marked,
        markup::{Part, is, markup},
        parts::{rest, slot},
    },
    view::{
        View as _,
        glossary::{GlossarySort, Row},
        words::fill,
    },
};

impl Glossary {
    /// The terms of a list, under letters where they are sorted by them, and the way to more.
    pub(super) fn rows(&self, ctx: &Context<Self>, shown: &[usize]) -> Html {
        let words = self.data.words();
        let under_letters = self.sort == GlossarySort::Name && self.filter.query.is_empty();
        let groups = if under_letters { self.data.by_letter(shown) } else { vec![("", shown.to_vec())] };
        // A change from outside may have taken away the row that was reached.
        let reached = self.roving.at.min(shown.len().saturating_sub(1));
        let mut at = 0;
        let mut sections: Vec<Html> = Vec::new();
        for (letter, indices) in groups {
            let letter = if letter.is_empty() { "#" } else { letter };
            let mut rows: Vec<Html> = Vec::new();
            for index in indices {
                if let Some(entry) = self.data.entries.get(index) {
                    rows.push(self.row(ctx, (index, at), at == reached, entry.row(&self.found.1)));
                }
                at += 1;
            }
            let heading = if under_letters {
                markup! { <@{ctx.props().around().rank()} part="group-title">{ letter }</@> }
            } else {
                Html::default()
            };
            sections.push(markup! {
                <section part="letter">{ heading }<dl part="list">{ rows }</dl></section>
            });
        }
        let found = self.found.0.len();
        let left = if self.limit < found { 0 } else { found - shown.len() };
        let all = if self.limit < found { found } else { 0 };
        let rest = rest(self.data.common(), words.show_more(), left, all, ctx.props().liveness);
        markup! { { sections }{ rest } }
    }

    fn row(&self, ctx: &Context<Self>, (term, row): (usize, usize), reached: bool, hits: Row) -> Html {
        let props = ctx.props();
        let words = self.data.words();
        let live = props.liveness == Liveness::Live;
        let entry = hits.entry;
        // The Tab key leads to one row, and to what is in it; the arrows lead to the others.
        let tabindex = if reached { "0" } else { "-1" };
        let mut name = marked(&entry.name, hits.name);
        if live {
            name = markup! {
                <button
                    type="button" part="name" data-row={row} tabindex={tabindex}
                    aria-pressed={is(self.term.as_deref() == Some(&*entry.id))}
                >
                    { name }
                </button>
            };
        } else {
            name = markup! { <span part="name">{ name }</span> };
        }
        // Spaces for where no stylesheet parts these: in a page of plain HTML, and in copied text.
        let aside = |part: &str, lang: &str, text: &str, hit| match text {
            "" => Html::default(),
            text => markup! {
                " "
                <span part={Part::Text(part)} lang={Part::Text(lang)}>{ marked(text, hit) }</span>
            },
        };
        // In place of it what else the term is called, if that is what was searched for; in which language isn't known.
        let (original, lang, hit) = match hits.names {
            Some(hit) => (&*entry.names, "", Some(hit)),
            None if self.data.is_translated() => (&*entry.other, self.data.original().tag(), hits.other),
            None => ("", "", None),
        };
        let original = aside("original", lang, original, hit);
        let pinyin = aside("pinyin", "zh-Latn", &entry.pinyin, hits.pinyin);
        let reading = aside("reading", self.data.lang.tag(), &entry.reading, hits.reading);
        let components = entry.components.iter().zip(hits.components).map(|(component, hit)| {
            let label = match &*component.label {
                "" => Html::default(),
                label => markup! { <b>{ label }</b> " " },
            };
            let state = match &*component.state {
                "" => Html::default(),
                state => markup! { " " <small>{ state }</small> },
            };
            markup! { <li part="component">{ label }{ marked(&component.text, hit) }{ state }</li> }
        });
        let mut list = Html::default();
        if !entry.components.is_empty() {
            list = markup! {
                <ul part="components" role="list" aria-label={fill(words.stands_for(), &[&entry.name])}>
                    { components.collect::<Vec<_>>() }
                </ul>
            };
        }
        let cite = match &*entry.cite {
            "" => Html::default(),
            cite => markup! { <span part="cite">{ cite }</span> " " },
        };
        let link = match &props.link_prefix {
            Some(prefix) => {
                let text = if self.copied == Some(term) {
                    self.data.common().copied()
                } else {
                    self.data.common().copy()
                };
                markup! {
                    <a
                        part="link" class="plan-controls" data-term={term} tabindex={tabindex}
                        href={[&**prefix, &entry.id].concat()}
                    >
                        { text }
                    </a>
                }
            }
            None => Html::default(),
        };
        let articles = entry.articles.iter().enumerate().filter_map(|(at, article)| {
            let name = &*self.data.articles.get(*article)?.name;
            Some(if live {
                markup! {
                    <button type="button" part="article" data-term={term} value={at} tabindex={tabindex}>
                        { name }
                    </button>
                    " "
                }
            } else {
                markup! { <span part="article">{ name }</span> " " }
            })
        });
        let articles: Vec<Html> = articles.collect();
        let articles = if articles.is_empty() {
            Html::default()
        } else {
            markup! { <span part="articles">{ words.used_in() } " " { articles }</span> }
        };
        markup! {
            <div part="term" key={&*entry.id} data-item={&*entry.id}>
                <dt>{ name } { reading } { original } { pinyin }</dt>
                <dd>
                    <p part="note">{ marked(&entry.note, hits.note) }</p>
                    { list }
                    <p part="foot">{ cite } { articles } { link }</p>
                    { slot(&props.render_term, &entry.id) }
                </dd>
            </div>
        }
    }
}
