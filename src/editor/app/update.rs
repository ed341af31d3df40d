//! What the editor does when something happens.

use js_sys::Uint8Array;
use plan_widgets::Lang;
use serde_json::Value;
use yew::prelude::*;

use super::{App, Focus, Msg, Then, WIDGETS, grid, promised};
use crate::{
    cells,
    document::{Document, get},
    host,
    shape::Kind,
    state::Command,
    templates::TEMPLATES,
    words,
};

impl App {
    /// Does what a message asks for; gives whether anything is to be drawn.
    pub(super) fn act(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Do(command) => self.apply(ctx, command),
            Msg::Section(section) => self.enter(section),
            Msg::Pane(pane) => self.pane = pane,
            Msg::Activate(row, column) => {
                if self.active != (row, column) {
                    self.commit(ctx);
                }
                self.active = (row, column);
                self.focus = Some(Focus::Cell);
            }
            Msg::Step(rows, columns) => self.step(rows, columns),
            Msg::Edge { last, all } => self.edge(last, all),
            Msg::Edit(text) => self.edit(text),
            Msg::Draft(text) => {
                // What was taken or given up meanwhile is no draft.
                if self.editing.is_none() {
                    return false;
                }
                self.editing = Some(text);
            }
            Msg::Commit(then) => {
                if self.editing.is_none() {
                    return false;
                }
                self.commit(ctx);
                match then {
                    Then::Elsewhere => (),
                    Then::Stay => self.focus = Some(Focus::Cell),
                    Then::Go(rows, columns) => self.step(rows, columns),
                }
            }
            Msg::Cancel => {
                self.editing = None;
                self.focus = Some(Focus::Cell);
            }
            Msg::Clear => {
                if let Some(column) =
                    self.column().filter(|column| column.lang.is_some() || column.kind.is_plain())
                {
                    let at = self.at();
                    self.apply(ctx, Command::Set(vec![(at, column.path, None)]));
                }
                self.focus = Some(Focus::Cell);
            }
            Msg::AddRow => self.add_row(ctx),
            Msg::RemoveRow => {
                if let Some(section) = self.section.filter(|section| self.active.0 < self.rows_of(*section)) {
                    let row = self.active.0;
                    self.apply(ctx, Command::Remove(section, row));
                    self.said = self.fill(&words::ROW_REMOVED, "row", row + 1);
                    self.active.0 = row.min(self.rows_of(section).saturating_sub(1));
                    self.focus = Some(Focus::Cell);
                }
            }
            Msg::MoveRow(by) => {
                let row = self.active.0;
                if let Some(to) = row.checked_add_signed(by) {
                    self.move_row(ctx, row, to);
                }
            }
            Msg::Drag(row) => self.dragged = Some(row),
            Msg::Drop(to) => {
                if let Some(from) = self.dragged.take() {
                    self.move_row(ctx, from, to);
                }
            }
            Msg::Typed(at, path, kind, text) => {
                let before = self.state.document.row(at).and_then(|row| get(row, &path)).cloned();
                let value = match (&kind, text.trim().is_empty()) {
                    // A list of lines by languages.
                    (Kind::Names, false) => Some(
                        text.lines()
                            .map(str::trim)
                            .filter(|line| !line.is_empty())
                            .map(Value::from)
                            .collect(),
                    ),
                    _ => cells::typed(&kind, &text, before.as_ref(), &self.state.document.languages),
                };
                self.apply(ctx, Command::Set(vec![(at, path, value)]));
            }
            Msg::Filter(text) => {
                self.filter = text;
                let rows = self.shown_rows();
                if !rows.contains(&self.active.0) {
                    self.active.0 = rows.first().copied().unwrap_or_default();
                }
                self.said = self.fill(&words::SHOWN, "count", rows.len());
            }
            Msg::Columns(all) => {
                let column = self.column();
                self.all_columns = all;
                let found =
                    column.and_then(|column| self.columns().iter().position(|other| *other == column));
                self.active.1 = found.unwrap_or_default();
            }
            Msg::Scroll(top, height) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "they are lengths in a page"
                )]
                let scroll = ((top / grid::ROW) as usize, (height / grid::ROW) as usize + 1);
                if scroll == self.scroll {
                    return false;
                }
                self.scroll = scroll;
            }
            Msg::Go(at, path) => self.go(ctx, at, &path),
            Msg::Languages(text) => {
                let tags =
                    text.split([';', '\u{ff1b}', ',', ' ']).map(str::trim).filter(|tag| !tag.is_empty());
                let tags: Vec<String> =
                    tags.map(|tag| Lang::parse(tag).map_or(tag.into(), |lang| lang.key().into())).collect();
                if !tags.is_empty() {
                    self.apply(ctx, Command::Languages(tags));
                }
            }
            Msg::Pasting(open) => {
                self.pasting = open;
                self.focus = Some(Focus::Id(if open { "pasted".into() } else { "paste".into() }));
            }
            Msg::Paste(html, text) => self.paste(ctx, &html, &text),
            Msg::File(files) => {
                if let Some(file) = files.get(0) {
                    let (name, read) = (file.name(), self.host.read(&file));
                    promised(ctx, read, move |bytes| Msg::Read(name, Uint8Array::new(&bytes).to_vec()));
                }
                return false;
            }
            Msg::Read(name, bytes) => self.open(ctx, &name, &bytes),
            Msg::Failed(reason) => self.said = words::FAILED.fill(&self.lang, &[("reason", &reason)]),
            Msg::Template(index) => {
                let template = TEMPLATES.get(index);
                let document = template.and_then(|template| template.document(&self.shape, self.lang.key()));
                let title = words::UNTITLED.get(&self.lang);
                let document =
                    document.unwrap_or_else(|| Document::empty(&self.shape, self.lang.key(), title));
                self.section = template.and_then(|template| self.shape.section(template.section)).or(Some(0));
                self.widget = match template.map(|template| template.section) {
                    Some("goals") => 1,
                    Some("terms") => 2,
                    _ => 0,
                };
                self.replace(ctx, document);
                self.findings.clear();
                self.focus = Some(Focus::Cell);
                if template.is_none() {
                    self.add_row(ctx);
                }
            }
            Msg::Check => return self.check_on(ctx),
            Msg::Widget(index) => {
                self.widget = index;
                self.snippet = None;
            }
            Msg::Width(index) => self.width = index,
            Msg::PreviewLang(lang) => {
                self.preview_lang = Some(lang);
                self.snippet = None;
            }
            Msg::TakePlan => {
                self.host.save("plan.json", "application/json", self.json().as_bytes());
                self.taken = self.state.version;
                self.host.unsaved(false);
                self.said = words::MADE.fill(&self.lang, &[("name", "plan.json")]);
            }
            Msg::TakeFolder => {
                let built = self.host.build(&self.json(), self.lang.key());
                promised(ctx, built, Msg::Folder);
                return false;
            }
            Msg::Folder(files) => {
                let id = self.state.document.about["id"].as_str().unwrap_or("plan").to_owned();
                let name = format!("{id}.zip");
                match host::archive(&id, &files) {
                    Ok(bytes) => {
                        self.host.save(&name, "application/zip", &bytes);
                        self.taken = self.state.version;
                        self.host.unsaved(false);
                        self.said = words::MADE.fill(&self.lang, &[("name", &name)]);
                    }
                    Err(error) => {
                        self.said = words::FAILED.fill(&self.lang, &[("reason", &error.to_string())]);
                    }
                }
            }
            Msg::TakeSnippet => {
                let lang = self.seen_lang();
                let made = self.host.snippet(&self.json(), WIDGETS[self.widget].0, &lang);
                promised(ctx, made, |text| Msg::Snippet(text.as_string().unwrap_or_default()));
                return false;
            }
            Msg::Snippet(text) => {
                self.snippet = Some(text);
                self.focus = Some(Focus::Id("snippet".into()));
            }
            Msg::Copy => {
                let copied = self.host.copy(self.snippet.as_deref().unwrap_or_default());
                promised(ctx, copied, |done| Msg::Copied(done.is_truthy()));
                return false;
            }
            Msg::Copied(done) => {
                if done {
                    self.said = words::COPIED.get(&self.lang).into();
                } else {
                    self.focus = Some(Focus::Id("snippet".into()));
                    self.said = words::SELECTED.get(&self.lang).into();
                }
            }
            Msg::Keep(keep) => {
                self.keep = keep;
                if keep {
                    self.keep_draft();
                    self.said = words::KEPT.get(&self.lang).into();
                }
            }
            Msg::Forget => {
                self.keep = false;
                self.draft = None;
                drop(self.host.keep(None));
                self.said = words::FORGOTTEN.get(&self.lang).into();
            }
            Msg::Kept(draft) => self.draft = Some(draft),
            Msg::Resume => {
                if let Some(document) =
                    self.draft.as_deref().and_then(|json| Document::from_json(&self.shape, json))
                {
                    self.replace(ctx, document);
                    self.keep = true;
                }
            }
        }
        true
    }
}
