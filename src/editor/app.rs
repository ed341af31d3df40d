//! The editor: what is done, and what is seen of it.

mod form;
mod grid;
mod panes;

use std::{cell::RefCell, rc::Rc};

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise, Uint8Array};
use plan_widgets::Lang;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, DragEvent, Element, FileList, HtmlElement};
use yew::prelude::*;

use crate::{
    bring::{self, Brought},
    cells::{self, Column, columns},
    check::{Check, Checked, is_in},
    document::{Document, Step, get},
    host::{self, Host},
    labels::Labels,
    paste,
    shape::{ABOUT, Kind, Shape},
    state::{At, Command, State},
    templates::TEMPLATES,
    words,
};

/// The parts of the screen. A narrow one has them one at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// A collection's rows, or the plan's own fields.
    Table,
    /// All fields of the chosen record.
    Form,
    /// What readers will see.
    Preview,
    /// What is to be mended.
    Problems,
}

/// What has the focus after the next drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Focus {
    /// The active cell.
    Cell,
    /// What is typed into in it.
    Editor,
    /// The element of an id.
    Id(String),
}

/// What a cell is left to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// What has the focus by now.
    Elsewhere,
    /// The cell itself.
    Stay,
    /// So many rows and columns from there.
    Go(isize, isize),
}

/// What happens.
pub enum Msg {
    /// The plan changes.
    Do(Command),
    /// A section is chosen; none is the plan itself.
    Section(Option<usize>),
    /// A pane is chosen.
    Pane(Pane),
    /// A cell of the table is chosen, by the row's index in the collection and the column's.
    Activate(usize, usize),
    /// The next cell, so many rows and columns from there.
    Step(isize, isize),
    /// The first cell or the last one, of the row or of all.
    Edge {
        /// Whether it is the last.
        last: bool,
        /// Whether it is of all.
        all: bool,
    },
    /// A cell is typed into: with this text, or with what it says.
    Edit(Option<String>),
    /// More is typed.
    Draft(String),
    /// What was typed is taken.
    Commit(Then),
    /// It isn't.
    Cancel,
    /// A cell is emptied.
    Clear,
    /// A row is added below.
    AddRow,
    /// The chosen row is deleted.
    RemoveRow,
    /// The chosen row moves up or down.
    MoveRow(isize),
    /// A row is dragged.
    Drag(usize),
    /// It is dropped in front of another.
    Drop(usize),
    /// A field of a form has another text.
    Typed(At, Vec<Step>, Kind, String),
    /// Rows that have this are shown.
    Filter(String),
    /// All columns are shown, or those in use.
    Columns(bool),
    /// The table has been scrolled so far, and is so high.
    Scroll(f64, f64),
    /// To what stands there.
    Go(At, Vec<Step>),
    /// The languages are typed.
    Languages(String),
    /// The dialog to paste into is opened or closed.
    Pasting(bool),
    /// Something is pasted: HTML, and text.
    Paste(String, String),
    /// A file is chosen.
    File(FileList),
    /// It has been read: by its name, as the plan or as a draft of it.
    Read(String, Vec<u8>),
    /// It can't be.
    Failed(String),
    /// A plan to begin with is chosen; beyond them an empty one.
    Template(usize),
    /// It is checked on.
    Check,
    /// A widget is seen.
    Widget(usize),
    /// At this width.
    Width(usize),
    /// In this language.
    PreviewLang(String),
    /// The plan is taken away.
    TakePlan,
    /// Its folder is.
    TakeFolder,
    /// These are its files.
    Folder(JsValue),
    /// The snippet of what is previewed is wanted.
    TakeSnippet,
    /// That is it.
    Snippet(String),
    /// It is copied.
    Copy,
    /// It was, or not.
    Copied(bool),
    /// A draft is kept from now on, or not.
    Keep(bool),
    /// The draft is forgotten.
    Forget,
    /// There is one.
    Kept(String),
    /// It is gone on with.
    Resume,
}

/// What the editor is begun with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The page's language.
    pub lang: Lang,
    /// The page's script.
    pub host: Host,
}

/// What is shown of the plan: the last one that was valid.
struct Shown {
    version: usize,
    model: JsValue,
    languages: Rc<Vec<String>>,
}

/// What was found, and what for.
type Kept<K, V> = RefCell<Option<(K, Rc<V>)>>;

/// The editor.
pub struct App {
    lang: Lang,
    host: Host,
    shape: Rc<Shape>,
    labels: Rc<Labels>,
    state: State,
    begun: bool,
    section: Option<usize>,
    pane: Pane,
    active: (usize, usize),
    editing: Option<String>,
    filter: String,
    all_columns: bool,
    scroll: (usize, usize),
    dragged: Option<usize>,
    check: Option<(usize, Check)>,
    checked: Option<(usize, Checked)>,
    timer: Option<Timeout>,
    shown: Option<Shown>,
    findings: Vec<(String, String)>,
    file: String,
    widget: usize,
    width: usize,
    preview_lang: Option<String>,
    pasting: bool,
    said: String,
    snippet: Option<String>,
    keep: bool,
    draft: Option<String>,
    taken: usize,
    focus: Option<Focus>,
    grid: NodeRef,
    listeners: Vec<EventListener>,
    /// What takes long to find among many rows, and what it was found for.
    kept_rows: Kept<(usize, Option<usize>, String), Vec<usize>>,
    kept_columns: Kept<(usize, Option<usize>, bool), Vec<Column>>,
}

/// The elements that are previewed, each with what it shows most of.
const WIDGETS: [(&str, &words::Word); 3] =
    [("timeline", &words::TIMELINE), ("goal-deck", &words::GOALS), ("glossary", &words::TERMS)];

/// How many values are checked in one task.
const AT_ONCE: usize = 20_000;

/// How long after a change the plan is checked, in milliseconds: while somebody types on, it waits.
const REST: u32 = 250;

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let Props { lang, host } = ctx.props().clone();
        let shape = Rc::new(Shape::of_model());
        let document = Document::empty(&shape, lang.key(), words::UNTITLED.get(&lang));
        App {
            labels: Rc::new(Labels::of(&lang)),
            state: State::new(document),
            shape,
            lang,
            host,
            begun: false,
            section: Some(0),
            pane: Pane::Table,
            active: (0, 0),
            editing: None,
            filter: String::new(),
            all_columns: false,
            scroll: (0, 16),
            dragged: None,
            check: None,
            checked: None,
            timer: None,
            shown: None,
            findings: Vec::new(),
            file: String::new(),
            widget: 0,
            width: 1,
            preview_lang: None,
            pasting: false,
            said: String::new(),
            snippet: None,
            keep: false,
            draft: None,
            taken: 0,
            focus: None,
            grid: NodeRef::default(),
            listeners: Vec::new(),
            kept_rows: RefCell::default(),
            kept_columns: RefCell::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
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

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.listen(ctx);
            let kept = self.host.kept();
            promised_some(ctx, kept, |draft| draft.as_string().map(Msg::Kept));
            let given = self.host.given();
            promised_some(ctx, given, |file| {
                let file: Array = file.dyn_into().ok()?;
                Some(Msg::Read(file.get(0).as_string()?, Uint8Array::new(&file.get(1)).to_vec()))
            });
        }
        let Some(focus) = self.focus.take() else { return };
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let found: Option<Element> = match &focus {
            Focus::Cell => {
                let grid = self.grid.cast::<Element>();
                grid.and_then(|grid| grid.query_selector("[tabindex=\"0\"]").ok().flatten())
            }
            Focus::Editor => document.get_element_by_id("cell"),
            // What has no field of its own is part of another.
            Focus::Id(id) => {
                let mut names =
                    std::iter::successors(Some(&**id), |id| id.rsplit_once('-').map(|(before, _)| before));
                names.find_map(|id| document.get_element_by_id(id))
            }
        };
        if let Some(Ok(Some(folded))) = found.as_ref().map(|element| element.closest("details")) {
            drop(folded.set_attribute("open", ""));
        }
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            drop(element.focus());
            if let (Focus::Id(id), Some(area)) = (&focus, element.dyn_ref::<web_sys::HtmlTextAreaElement>())
                && id == "snippet"
            {
                area.select();
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.page(ctx)
    }
}

/// Has a message sent when a promise is kept, or say why it isn't.
fn promised(ctx: &Context<App>, promise: Promise, then: impl FnOnce(JsValue) -> Msg + 'static) {
    promised_some(ctx, promise, |value| Some(then(value)));
}

fn promised_some(ctx: &Context<App>, promise: Promise, then: impl FnOnce(JsValue) -> Option<Msg> + 'static) {
    let link = ctx.link().clone();
    wasm_bindgen_futures::spawn_local(async move {
        match JsFuture::from(promise).await {
            Ok(value) => {
                if let Some(msg) = then(value) {
                    link.send_message(msg);
                }
            }
            Err(error) => link.send_message(Msg::Failed(host::reason(&error))),
        }
    });
}

impl App {
    fn word(&self, word: &words::Word) -> &'static str {
        word.get(&self.lang)
    }

    fn fill(&self, word: &words::Word, hole: &str, value: usize) -> String {
        word.fill(&self.lang, &[(hole, &value.to_string())])
    }

    /// What is pasted and dropped anywhere, but into a field.
    fn listen(&mut self, ctx: &Context<Self>) {
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

    /// Changes the plan, and has it checked when it rests.
    fn apply(&mut self, ctx: &Context<Self>, command: Command) {
        let said = match command {
            Command::Undo => Some(&words::UNDONE),
            Command::Redo => Some(&words::REDONE),
            _ => None,
        };
        if !self.state.apply(command) {
            return;
        }
        if let Some(said) = said {
            self.said = self.word(said).into();
        }
        self.begun = true;
        self.changed(ctx);
    }

    fn changed(&mut self, ctx: &Context<Self>) {
        self.host.unsaved(self.state.version != self.taken);
        self.check = None;
        self.snippet = None;
        let link = ctx.link().clone();
        self.timer = Some(Timeout::new(REST, move || link.send_message(Msg::Check)));
        if let Some(section) = self.section {
            self.active.0 = self.active.0.min(self.rows_of(section).saturating_sub(1));
            self.active.1 = self.active.1.min(self.columns().len().saturating_sub(1));
        }
    }

    fn replace(&mut self, ctx: &Context<Self>, document: Document) {
        self.editing = None;
        self.filter.clear();
        self.active = (0, 0);
        self.scroll.0 = 0;
        self.begun = true;
        self.pasting = false;
        self.apply(ctx, Command::Replace(Box::new(document)));
        self.changed(ctx);
        if let Some(grid) = self.grid.cast::<Element>() {
            grid.set_scroll_top(0);
        }
    }

    /// Checks some more; gives whether anything is to be drawn.
    fn check_on(&mut self, ctx: &Context<Self>) -> bool {
        let version = self.state.version;
        let (_, check) = self.check.get_or_insert_with(|| (version, Check::default()));
        if !check.step(&self.shape, &self.state.document, AT_ONCE) {
            let link = ctx.link().clone();
            self.timer = Some(Timeout::new(0, move || link.send_message(Msg::Check)));
            return false;
        }
        let Some((_, check)) = self.check.take() else { return false };
        let checked = check.close(&self.shape, &self.state.document);
        if checked.is_valid && self.shown.as_ref().is_none_or(|shown| shown.version != version) {
            let model = js_sys::JSON::parse(&self.state.document.to_json(&self.shape).to_string());
            let languages = self.state.document.languages.clone();
            self.shown = model.ok().map(|model| Shown { version, model, languages });
        }
        self.checked = Some((version, checked));
        if self.keep {
            self.keep_draft();
        }
        true
    }

    fn keep_draft(&mut self) {
        let json = self.json();
        drop(self.host.keep(Some(&json)));
        self.draft = Some(json);
    }

    fn json(&self) -> String {
        let json = self.state.document.to_json(&self.shape);
        serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
    }

    fn is_valid(&self) -> bool {
        self.checked
            .as_ref()
            .is_some_and(|(version, checked)| *version == self.state.version && checked.is_valid)
    }

    fn rows_of(&self, section: usize) -> usize {
        self.state.document.sections[section].len()
    }

    /// The columns of the chosen collection.
    fn columns(&self) -> Rc<Vec<Column>> {
        let now = (self.state.version, self.section, self.all_columns);
        let mut kept = self.kept_columns.borrow_mut();
        match &*kept {
            Some((of, columns)) if *of == now => columns.clone(),
            _ => {
                let made = |section| columns(&self.shape, &self.state.document, section, self.all_columns);
                let columns = Rc::new(self.section.map_or_else(Vec::new, made));
                *kept = Some((now, columns.clone()));
                columns
            }
        }
    }

    /// The indices of the rows that are shown.
    fn shown_rows(&self) -> Rc<Vec<usize>> {
        let now = (self.state.version, self.section, self.filter.trim().to_lowercase());
        let mut kept = self.kept_rows.borrow_mut();
        match &*kept {
            Some((of, rows)) if *of == now => rows.clone(),
            _ => {
                let rows = self.section.map_or_else(Vec::new, |section| self.rows_with(section, &now.2));
                let rows = Rc::new(rows);
                *kept = Some((now, rows.clone()));
                rows
            }
        }
    }

    /// The indices of the rows that say this.
    fn rows_with(&self, section: usize, wanted: &str) -> Vec<usize> {
        let rows = &self.state.document.sections[section];
        let (columns, own) = (self.columns(), self.state.document.own());
        let says = |row: &usize| wanted.is_empty() || cells::says(&rows[*row], &columns, own, wanted);
        (0..rows.len()).filter(says).collect()
    }

    fn column(&self) -> Option<Column> {
        self.columns().get(self.active.1).cloned()
    }

    /// The chosen record.
    fn at(&self) -> At {
        self.section.map(|section| (section, self.active.0))
    }

    fn enter(&mut self, section: Option<usize>) {
        self.section = section;
        self.active = (0, 0);
        self.filter.clear();
        self.editing = None;
        self.scroll.0 = 0;
        if let Some(grid) = self.grid.cast::<Element>() {
            grid.set_scroll_top(0);
        }
    }

    fn step(&mut self, rows: isize, columns: isize) {
        let shown = self.shown_rows();
        let at = shown.iter().position(|row| *row == self.active.0).unwrap_or_default();
        let last = shown.len().saturating_sub(1);
        let row = at.saturating_add_signed(rows).min(last);
        self.active.0 = shown.get(row).copied().unwrap_or_default();
        self.active.1 =
            self.active.1.saturating_add_signed(columns).min(self.columns().len().saturating_sub(1));
        self.focus = Some(Focus::Cell);
    }

    fn edge(&mut self, last: bool, all: bool) {
        let rows = self.shown_rows();
        if all && let Some(row) = if last { rows.last() } else { rows.first() } {
            self.active.0 = *row;
        }
        self.active.1 = if last { self.columns().len().saturating_sub(1) } else { 0 };
        self.focus = Some(Focus::Cell);
    }

    /// What the active cell says.
    fn cell_text(&self) -> String {
        let column = self.column();
        let value = column.and_then(|column| get(self.state.document.row(self.at())?, &column.path).cloned());
        cells::text(value.as_ref(), self.state.document.own())
    }

    fn edit(&mut self, text: Option<String>) {
        let Some(column) = self.column() else { return };
        if self.state.document.row(self.at()).is_none() {
            return;
        }
        if column.is_typed() {
            self.editing = Some(text.unwrap_or_else(|| self.cell_text()));
            self.focus = Some(Focus::Editor);
        } else {
            // What is more than a line is edited in the form.
            self.pane = Pane::Form;
            self.focus = Some(Focus::Id(form::id(&column.path)));
        }
    }

    /// Takes what was typed into a cell.
    fn commit(&mut self, ctx: &Context<Self>) {
        let (Some(text), Some(column)) = (self.editing.take(), self.column()) else { return };
        // What nobody has changed stays as it is: a time in words for one.
        if text == self.cell_text() {
            return;
        }
        let at = self.at();
        let before = self.state.document.row(at).and_then(|row| get(row, &column.path)).cloned();
        let value = cells::typed(&column.kind, &text, before.as_ref(), &self.state.document.languages);
        self.apply(ctx, Command::Set(vec![(at, column.path, value)]));
    }

    fn add_row(&mut self, ctx: &Context<Self>) {
        let Some(section) = self.section else { return };
        self.commit(ctx);
        self.filter.clear();
        let row = cells::fresh(&self.shape, &self.state.document, section);
        let at = if self.rows_of(section) == 0 { 0 } else { self.active.0 + 1 };
        self.apply(ctx, Command::Insert(section, at, vec![row]));
        self.active = (at, 0);
        self.said = self.fill(&words::ROW_ADDED, "row", at + 1);
        self.focus = Some(Focus::Cell);
    }

    fn move_row(&mut self, ctx: &Context<Self>, from: usize, to: usize) {
        let Some(section) = self.section.filter(|_| self.filter.is_empty()) else { return };
        if to >= self.rows_of(section) || to == from {
            return;
        }
        self.apply(ctx, Command::Move(section, from, to));
        self.active.0 = to;
        self.said = self.fill(&words::ROW_MOVED, "row", to + 1);
        self.focus = Some(Focus::Cell);
    }

    /// To the cell or the field of a place.
    fn go(&mut self, ctx: &Context<Self>, at: At, path: &[Step]) {
        self.commit(ctx);
        let Some((section, row)) = at else {
            self.enter(None);
            self.pane = Pane::Table;
            self.focus = Some(Focus::Id(form::id(path)));
            return;
        };
        if self.section != Some(section) {
            self.enter(Some(section));
        }
        self.filter.clear();
        self.active.0 = row;
        let find = |app: &Self| app.columns().iter().position(|column| is_in(path, &column.path));
        let column = find(self).or_else(|| {
            self.all_columns = true;
            find(self)
        });
        self.active.1 = column.unwrap_or_default();
        match self.column().filter(|column| !column.is_typed()) {
            // Deep in a record.
            Some(_) => {
                self.pane = Pane::Form;
                self.focus = Some(Focus::Id(form::id(path)));
            }
            None => {
                self.pane = Pane::Table;
                self.focus = Some(Focus::Cell);
            }
        }
    }

    fn open(&mut self, ctx: &Context<Self>, name: &str, bytes: &[u8]) {
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

    fn paste(&mut self, ctx: &Context<Self>, html: &str, text: &str) {
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
    fn fill_in(&mut self, ctx: &Context<Self>, section: usize, rows: &[Vec<String>], widest: usize) {
        self.editing = None;
        self.filter.clear();
        let columns = self.columns();
        let mut state = State::new(self.state.document.clone());
        let (first, from) = self.active;
        let mut filled = 0;
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
            state.apply(Command::Set(set));
        }
        self.pasting = false;
        self.apply(ctx, Command::Replace(Box::new(state.document)));
        self.said = self.fill(&words::FILLED, "count", filled);
        self.focus = Some(Focus::Cell);
    }

    /// The language that the preview is in.
    fn seen_lang(&self) -> String {
        let languages = self.shown.as_ref().map_or(&self.state.document.languages, |shown| &shown.languages);
        let chosen = self.preview_lang.as_ref().filter(|lang| languages.contains(lang));
        chosen.or(languages.first()).cloned().unwrap_or_default()
    }

    /// What a place is called.
    fn place(&self, at: At, path: &[Step]) -> String {
        let record = at.map_or(ABOUT, |(section, _)| &*self.shape.sections[section].record);
        let (mut record, mut names) = (record.to_owned(), Vec::new());
        for step in path {
            match step {
                Step::Key(key) => match self.shape.fields(&record).iter().find(|field| field.key == *key) {
                    Some(field) => {
                        names.push(self.labels.field(&record, key));
                        record = match &field.kind {
                            Kind::Record(name) => name.clone(),
                            Kind::Time => "Time".into(),
                            Kind::List(item) => match &**item {
                                Kind::Record(name) => name.clone(),
                                Kind::Time => "Time".into(),
                                _ => String::new(),
                            },
                            _ => String::new(),
                        };
                    }
                    // A language, most often.
                    None => names.push(key.clone()),
                },
                Step::At(index) => names.push((index + 1).to_string()),
            }
        }
        // The time of a time says the same twice.
        names.dedup();
        let section = at.map_or("plan", |(section, _)| &*self.shape.sections[section].key);
        let row = at.map_or_else(String::new, |(_, row)| (row + 1).to_string());
        let holes = [
            ("section", &*self.labels.section(section)),
            ("row", &row),
            ("field", &names.join(" \u{203a} ")),
        ];
        words::PLACE
            .fill(&self.lang, &holes)
            .trim_end_matches([',', ' '])
            .replace(" ,", ",")
            .replace("  ", " ")
    }
}
