//! What comes from outside: files, and what is pasted or dropped.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DragEvent, Element};
use yew::prelude::*;

use super::{App, Focus, Msg, WIDGETS};
use crate::{
    bring::{self, Brought},
    cells::{self, Column},
    document::get,
    host, paste,
    state::{Command, State},
    words,
};

impl App {
    /// What is pasted and dropped anywhere, but into a field.
    pub(super) fn listen(&mut self, ctx: &Context<Self>) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let options = EventListenerOptions::enable_prevent_default();
        let link = ctx.link().clone();
        let paste = move |event: &web_sys::Event| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let typing =
                target.is_some_and(|target| matches!(&*target.local_name(), "input" | "textarea" | "select"));
            let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            if let Some(data) = data.filter(|_| !typing) {
                event.prevent_default();
                let get = |kind: &str| data.get_data(kind).unwrap_or_default();
                match data.files().filter(|files| files.length() > 0 && get("text/plain").is_empty()) {
                    Some(files) => link.send_message(Msg::File(files)),
                    None => link.send_message(Msg::Paste(get("text/html"), get("text/plain"))),
                }
            }
        };
        let over = |event: &web_sys::Event| {
            let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if data.is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
                event.prevent_default();
            }
        };
        let link = ctx.link().clone();
        let drop = move |event: &web_sys::Event| {
            let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
            if let Some(files) = data.and_then(|data| data.files()).filter(|files| files.length() > 0) {
                event.prevent_default();
                link.send_message(Msg::File(files));
            }
        };
        self.listeners = vec![
            EventListener::new_with_options(&document, "paste", options, paste),
            EventListener::new_with_options(&document, "dragover", options, over),
            EventListener::new_with_options(&document, "drop", options, drop),
        ];
    }

    pub(super) fn open(&mut self, ctx: &Context<Self>, name: &str, bytes: &[u8]) {
        match bring::open(&self.shape, bytes, name, &self.lang, &host::decode) {
            Ok(Brought { document, count, findings }) => {
                let first =
                    (0..self.shape.sections.len()).find(|section| !document.sections[*section].is_empty());
                self.section = first.or(Some(0));
                self.widget = first.filter(|first| *first < WIDGETS.len()).unwrap_or_default();
                self.replace(ctx, document);
                self.findings = findings;
                self.file = name.into();
                let count = count.to_string();
                self.said = words::OPENED.fill(&self.lang, &[("name", name), ("count", &count)]);
                self.focus = Some(Focus::Cell);
            }
            Err(reason) => self.said = format!("{name}{}{reason}", self.word(&words::COLON)),
        }
    }

    pub(super) fn paste(&mut self, ctx: &Context<Self>, html: &str, text: &str) {
        let mut rows = paste::of_html(html);
        if rows.is_empty() {
            rows = paste::of_text(text);
        }
        let Some(widest) = rows.iter().map(Vec::len).max() else { return };
        if rows.len() > 1 {
            let text = paste::to_text(&rows);
            match bring::add(&self.shape, &self.state.document, &text, &self.lang, &host::decode) {
                Ok(Brought { document, count, findings }) => {
                    let first = (0..self.shape.sections.len()).find(|section| {
                        document.sections[*section].len() > self.state.document.sections[*section].len()
                    });
                    let row = first.map_or(0, |section| self.rows_of(section));
                    self.section = first.or(self.section);
                    self.replace(ctx, document);
                    self.active.0 = row;
                    self.findings = findings;
                    self.file = String::new();
                    let added = count - usize::from(count > 0 && first.is_none());
                    self.said = self.fill(&words::ADDED, "count", added);
                    self.focus = Some(Focus::Cell);
                    return;
                }
                // Without names of columns the rows go where the active cell is.
                Err(reason) if self.section.is_none() => {
                    self.said = reason;
                    return;
                }
                Err(_) => (),
            }
        }
        let Some(section) = self.section else { return };
        self.fill_in(ctx, section, &rows, widest);
    }

    /// Puts cells into the table from the active one on, in one step.
    pub(super) fn fill_in(
        &mut self,
        ctx: &Context<Self>,
        section: usize,
        rows: &[Vec<String>],
        widest: usize,
    ) {
        self.editing = None;
        self.filter.clear();
        let columns = self.columns();
        let mut state = State::new(self.state.document.clone());
        let (first, from) = self.active;
        let (mut filled, mut left_out) = (0, 0);
        for (index, cells) in rows.iter().enumerate() {
            let row = first + index;
            if row >= state.document.sections[section].len() {
                let new = cells::fresh(&self.shape, &state.document, section);
                state.apply(Command::Insert(section, row, vec![new]));
            }
            let at = Some((section, row));
            let pairs = columns.iter().skip(from).take(widest).zip(cells);
            let set = pairs.filter(|(column, _)| column.is_typed()).map(|(column, text)| {
                let before = state.document.row(at).and_then(|row| get(row, &column.path));
                let value = cells::typed(&column.kind, text, before, &state.document.languages);
                (at, column.path.clone(), value)
            });
            let set: Vec<_> = set.collect();
            filled += set.len();
            let place = |at: usize| columns.get(from + at).is_some_and(Column::is_typed);
            left_out +=
                cells.iter().enumerate().filter(|(at, text)| !text.trim().is_empty() && !place(*at)).count();
            state.apply(Command::Set(set));
        }
        self.pasting = false;
        self.apply(ctx, Command::Replace(Box::new(state.document)));
        self.said = self.fill(&words::FILLED, "count", filled);
        if left_out > 0 {
            self.said += &self.fill(&words::NOT_FILLED, "count", left_out);
        }
        self.focus = Some(Focus::Cell);
    }
}
