//! The editor: what is done, and what is seen of it.

mod form;
mod given;
mod grid;
mod messages;
mod panes;
mod plan;
mod table;
mod update;

pub use messages::{Msg, Pane, Then};

use std::{cell::RefCell, rc::Rc};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise, Uint8Array};
use plan_widgets::Lang;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::{
    cells::Column,
    check::{Check, Checked},
    document::{Document, Step},
    host::{self, Host},
    labels::Labels,
    shape::{ABOUT, Kind, Shape},
    state::{At, State},
    words,
};
use messages::Focus;

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
        self.act(ctx, msg)
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
