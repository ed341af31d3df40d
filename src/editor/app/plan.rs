//! The plan that is edited: changed, checked, kept.

use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::{AT_ONCE, App, Msg, REST, Shown};
use crate::{check::Check, document::Document, state::Command, words};

impl App {
    /// Changes the plan, and has it checked when it rests.
    pub(super) fn apply(&mut self, ctx: &Context<Self>, command: Command) {
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

    pub(super) fn changed(&mut self, ctx: &Context<Self>) {
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

    pub(super) fn replace(&mut self, ctx: &Context<Self>, document: Document) {
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
    pub(super) fn check_on(&mut self, ctx: &Context<Self>) -> bool {
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

    pub(super) fn keep_draft(&mut self) {
        let json = self.json();
        drop(self.host.keep(Some(&json)));
        self.draft = Some(json);
    }

    pub(super) fn json(&self) -> String {
        let json = self.state.document.to_json(&self.shape);
        serde_json::to_string_pretty(&json).unwrap_or_default() + "\n"
    }

    pub(super) fn is_valid(&self) -> bool {
        self.checked
            .as_ref()
            .is_some_and(|(version, checked)| *version == self.state.version && checked.is_valid)
    }
}
