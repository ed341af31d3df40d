//! The page: the beginning, the four panes, and what is taken away.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{App, Msg, Pane, WIDGETS};
use crate::{
    check::Found,
    input::value_of,
    state::Command,
    templates::TEMPLATES,
    words::{self, Word},
};

/// The widths of the preview: what they are called, and their classes.
const WIDTHS: [(&Word, &str); 3] =
    [(&words::PHONE, "phone-wide"), (&words::COLUMN, "column-wide"), (&words::WIDE, "whole")];

const PANES: [(Pane, &Word, &str); 4] = [
    (Pane::Table, &words::TABLE, "pane-table"),
    (Pane::Preview, &words::PREVIEW, "pane-preview"),
    (Pane::Form, &words::FORM, "pane-form"),
    (Pane::Problems, &words::PROBLEMS, "pane-problems"),
];

impl App {
    /// All of it.
    pub(super) fn page(&self, ctx: &Context<Self>) -> Html {
        html! {
            <>
            { self.bar(ctx) }
            <p role="status" class="said">{ &self.said }</p>
            if self.pasting { { self.paster(ctx) } }
            if self.begun { { self.panes(ctx) } } else { { self.beginning(ctx) } }
            </>
        }
    }

    fn button(&self, ctx: &Context<Self>, word: &Word, msg: fn() -> Msg, enabled: bool) -> Html {
        let onclick = ctx.link().callback(move |_| msg());
        html! { <button type="button" {onclick} disabled={!enabled}>{ self.word(word) }</button> }
    }

    /// What files and drafts are done with.
    fn bar(&self, ctx: &Context<Self>) -> Html {
        let onfile = ctx.link().batch_callback(|event: Event| {
            let input: HtmlInputElement = event.target_dyn_into()?;
            let files = input.files().map(Msg::File);
            // The same file may be opened again.
            if files.is_some() {
                let link = input.clone();
                gloo_timers::callback::Timeout::new(0, move || link.set_value("")).forget();
            }
            files
        });
        let onkeep = ctx.link().callback(|event: Event| {
            Msg::Keep(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
        });
        let paste = ctx.link().callback(|_| Msg::Pasting(true));
        html! {
            <div class="bar">
                <div class="group">
                    <label class="file">
                        <input type="file" id="file" class="unseen" onchange={onfile} />
                        <span>{ self.word(&words::OPEN) }</span>
                    </label>
                    <button type="button" id="paste" onclick={paste} aria-expanded={self.pasting.to_string()}>
                        { self.word(&words::PASTE) }
                    </button>
                    if self.begun { { self.button(ctx, &words::NEW, || Msg::Template(usize::MAX), true) } }
                </div>
                if self.begun {
                    <div class="group">
                        { self.button(ctx, &words::UNDO, || Msg::Do(Command::Undo), self.state.can_undo()) }
                        { self.button(ctx, &words::REDO, || Msg::Do(Command::Redo), self.state.can_redo()) }
                    </div>
                    <div class="group">
                        <label class="keep">
                            <input type="checkbox" checked={self.keep} onchange={onkeep} />
                            { self.word(&words::KEEP) }
                        </label>
                        if self.draft.is_some() { { self.button(ctx, &words::FORGET, || Msg::Forget, true) } }
                    </div>
                    <details class="take">
                        <summary>{ self.word(&words::TAKE) }</summary>
                        <div class="menu">
                            { self.button(ctx, &words::TAKE_FOLDER, || Msg::TakeFolder, self.is_valid()) }
                            { self.button(ctx, &words::TAKE_PLAN, || Msg::TakePlan, true) }
                            { self.button(ctx, &words::TAKE_SNIPPET, || Msg::TakeSnippet, self.is_valid()) }
                            <p class="help">{ self.word(if self.is_valid() { &words::TAKE_HELP } else { &words::MEND_FIRST }) }</p>
                            if let Some(snippet) = &self.snippet {
                                <textarea
                                    id="snippet" readonly=true rows="4" value={snippet.clone()}
                                    aria-label={self.word(&words::TAKE_SNIPPET)}
                                />
                                { self.button(ctx, &words::COPY, || Msg::Copy, true) }
                            }
                        </div>
                    </details>
                }
            </div>
        }
    }

    fn beginning(&self, ctx: &Context<Self>) -> Html {
        let template = |(index, name): (usize, &'static Word)| {
            let onclick = ctx.link().callback(move |_| Msg::Template(index));
            html! { <li><button type="button" {onclick}>{ self.word(name) }</button></li> }
        };
        let names = TEMPLATES.iter().map(|template| template.name).enumerate();
        html! {
            <section class="beginning" aria-labelledby="begin">
                <h2 id="begin">{ self.word(&words::BEGIN) }</h2>
                <p>{ self.word(&words::BEGIN_ABOUT) }</p>
                <p class="help">{ self.word(&words::OPEN_FORMATS) }</p>
                if self.draft.is_some() {
                    <p class="group">
                        { self.button(ctx, &words::RESUME, || Msg::Resume, true) }
                        { self.button(ctx, &words::FORGET, || Msg::Forget, true) }
                    </p>
                }
                <h3>{ self.word(&words::TEMPLATES) }</h3>
                <ul class="templates">
                    { for names.map(template) }
                    <li>{ self.button(ctx, &words::NEW, || Msg::Template(usize::MAX), true) }</li>
                </ul>
            </section>
        }
    }

    /// Where the clipboard can't be pasted into the page itself.
    fn paster(&self, ctx: &Context<Self>) -> Html {
        let area = NodeRef::default();
        let onclick = {
            let area = area.clone();
            ctx.link().callback(move |_| {
                Msg::Paste(
                    String::new(),
                    area.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default(),
                )
            })
        };
        let onkeydown = ctx
            .link()
            .batch_callback(|event: KeyboardEvent| (event.key() == "Escape").then_some(Msg::Pasting(false)));
        html! {
            <section class="paster" {onkeydown}>
                <label for="pasted">{ self.word(&words::PASTE_LABEL) }</label>
                <textarea id="pasted" ref={area} rows="5" aria-describedby="pasted-help" />
                <p id="pasted-help" class="help">{ self.word(&words::PASTE_HELP) }</p>
                <p class="group">
                    <button type="button" id="add-pasted" {onclick}>{ self.word(&words::PASTE_ADD) }</button>
                    { self.button(ctx, &words::CLOSE, || Msg::Pasting(false), true) }
                </p>
            </section>
        }
    }

    fn panes(&self, ctx: &Context<Self>) -> Html {
        let count = self.checked.as_ref().map_or(0, |(_, checked)| checked.found.len());
        let tab = |(pane, word, id): (Pane, &'static Word, &'static str)| {
            let onclick = ctx.link().callback(move |_| Msg::Pane(pane));
            let current = (pane == self.pane).then_some("true");
            html! {
                <button type="button" {onclick} aria-current={current} aria-controls={id}>
                    { self.word(word) }
                    if pane == Pane::Problems && count > 0 { <span class="count">{ count }</span> }
                </button>
            }
        };
        let shown = PANES.iter().position(|(pane, ..)| *pane == self.pane).unwrap_or_default();
        let pane = |index: usize, body: Html| {
            let (_, word, id) = PANES[index];
            let seen = (index == shown).then_some("seen");
            html! {
                <section {id} class={classes!("pane", seen)} aria-labelledby={format!("{id}-title")}>
                    <h2 id={format!("{id}-title")}>{ self.word(word) }</h2>
                    { body }
                </section>
            }
        };
        html! {
            <>
            <nav class="tabs" aria-label={self.word(&words::PANES)}>{ for PANES.into_iter().map(tab) }</nav>
            <div class="panes">
                { pane(0, self.table(ctx)) }
                { pane(1, self.preview(ctx)) }
                { pane(2, self.form(ctx)) }
                { pane(3, self.problems(ctx)) }
            </div>
            </>
        }
    }

    fn table(&self, ctx: &Context<Self>) -> Html {
        let section = |index: Option<usize>| {
            let onclick = ctx.link().callback(move |_| Msg::Section(index));
            let current = (index == self.section).then_some("true");
            let key = index.map_or("plan", |index| &*self.shape.sections[index].key);
            let count = index.map_or(0, |index| self.rows_of(index));
            html! {
                <button type="button" {onclick} aria-current={current}>
                    { self.labels.section(key) }
                    if count > 0 { <span class="count">{ count }</span> }
                </button>
            }
        };
        let all = std::iter::once(None).chain((0..self.shape.sections.len()).map(Some));
        html! {
            <>
            <nav class="sections" aria-label={self.word(&words::SECTIONS)}>{ for all.map(section) }</nav>
            if let Some(index) = self.section { { self.tools(ctx) } { self.grid(ctx, index) } } else { { self.about(ctx) } }
            </>
        }
    }

    fn tools(&self, ctx: &Context<Self>) -> Html {
        let onfilter = ctx.link().callback(|event: InputEvent| Msg::Filter(value_of(event.target())));
        let oncolumns = ctx.link().callback(|event: Event| {
            Msg::Columns(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()))
        });
        let rows = self.section.map_or(0, |section| self.rows_of(section));
        let (row, free) = (self.active.0, self.filter.is_empty());
        html! {
            <div class="tools">
                { self.button(ctx, &words::ADD_ROW, || Msg::AddRow, true) }
                { self.button(ctx, &words::REMOVE_ROW, || Msg::RemoveRow, rows > 0) }
                { self.button(ctx, &words::UP, || Msg::MoveRow(-1), free && row > 0) }
                { self.button(ctx, &words::DOWN, || Msg::MoveRow(1), free && row + 1 < rows) }
                <label class="filter">{ self.word(&words::FILTER) }
                    <input type="search" id="filter" autocomplete="off" value={self.filter.clone()} oninput={onfilter} />
                </label>
                <label class="keep">
                    <input type="checkbox" checked={self.all_columns} onchange={oncolumns} />
                    { self.word(&words::ALL_COLUMNS) }
                </label>
            </div>
        }
    }

    fn form(&self, ctx: &Context<Self>) -> Html {
        let at = self.at().filter(|at| self.state.document.row(Some(*at)).is_some());
        match at {
            Some((section, row)) => {
                let record = &self.shape.sections[section].record;
                html! {
                    // Another record's fields are other ones.
                    <div class="form" key={format!("{section}-{}", self.state.document.sections[section][row]["id"])}>
                        { self.fields(ctx, Some((section, row)), record, &[]) }
                    </div>
                }
            }
            None => html! { <p class="empty">{ self.word(&words::CHOOSE_ROW) }</p> },
        }
    }

    fn preview(&self, ctx: &Context<Self>) -> Html {
        let radio = |name: &'static str, index: usize, word: &Word, now: usize, msg: fn(usize) -> Msg| {
            let onchange = ctx.link().callback(move |_| msg(index));
            html! { <label><input type="radio" {name} checked={index == now} {onchange} />{ self.word(word) }</label> }
        };
        let (widget, _) = WIDGETS[self.widget];
        let lang = self.seen_lang();
        let onlang = ctx.link().callback(|event: Event| Msg::PreviewLang(value_of(event.target())));
        let languages = self.shown.as_ref().map_or(&self.state.document.languages, |shown| &shown.languages);
        let languages: Vec<_> = languages.iter().map(|lang| (lang.clone(), lang.clone())).collect();
        let stale = self.checked.as_ref().is_some_and(|(_, checked)| !checked.is_valid);
        html! {
            <>
            <div class="tools">
                <div role="radiogroup" class="group" aria-label={self.word(&words::WIDGET)}>
                    { for WIDGETS.iter().enumerate().map(|(index, (_, word))| radio("widget", index, word, self.widget, Msg::Widget)) }
                </div>
                <div role="radiogroup" class="group" aria-label={self.word(&words::WIDTH)}>
                    { for WIDTHS.iter().enumerate().map(|(index, (word, _))| radio("width", index, word, self.width, Msg::Width)) }
                </div>
                if languages.len() > 1 {
                    <label class="filter">{ self.word(&words::PREVIEW_LANG) }
                        { self.select("preview-lang", self.word(&words::PREVIEW_LANG), &lang, &languages, true, onlang, None) }
                    </label>
                }
            </div>
            if stale {
                <p class="stale">{ self.word(if self.shown.is_some() { &words::STALE } else { &words::NOTHING_SHOWN }) }</p>
            }
            if let Some(shown) = &self.shown {
                <div class={classes!("frame", WIDTHS[self.width].1)}>
                    <@{format!("plan-{widget}")}
                        key={format!("{widget}-{lang}")} lang={lang.clone()} heading-level="3"
                        ~model={shown.model.clone()}
                    />
                </div>
            }
            </>
        }
    }

    fn problems(&self, ctx: &Context<Self>) -> Html {
        let Some((_, checked)) = &self.checked else {
            return html! { <p class="checking">{ self.word(&words::CHECKING) }</p> };
        };
        let one = |found: &Found| {
            let text = |place: Option<&str>| found.text(&self.lang, place, self.word(&words::UNDATED));
            match found.place.clone() {
                Some((at, path)) => {
                    let place = self.place(at, &path);
                    let onclick = ctx.link().callback(move |_| Msg::Go(at, path.clone()));
                    html! { <li><button type="button" {onclick}>{ text(Some(&place)) }</button></li> }
                }
                None => html! { <li>{ text(None) }</li> },
            }
        };
        let list = |word: &Word, is_wrong: bool| {
            let found: Vec<_> = checked.found.iter().filter(|found| found.is_wrong == is_wrong).collect();
            html! {
                if !found.is_empty() {
                    <h3>{ self.word(word) }</h3>
                    <ul class={if is_wrong { "wrong" } else { "asked" }}>{ for found.into_iter().map(one) }</ul>
                }
            }
        };
        let of_file = |(place, said): &(String, String)| {
            let place =
                if place.is_empty() { String::new() } else { format!("{place}{}", self.word(&words::COLON)) };
            html! { <li>{ place }{ said }</li> }
        };
        html! {
            <>
            if checked.found.is_empty() { <p class="empty">{ self.word(&words::FINE) }</p> }
            { list(&words::WRONG, true) }
            { list(&words::ASKED, false) }
            if !self.findings.is_empty() {
                <h3>{ self.word(&words::OF_FILE) }{ if self.file.is_empty() { "" } else { " " } }{ &self.file }</h3>
                <ul>{ for self.findings.iter().map(of_file) }</ul>
            }
            </>
        }
    }
}
