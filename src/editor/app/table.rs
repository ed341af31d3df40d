//! The table's cells: which are shown, which is active, what is typed into it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::{App, Focus, Pane, form};
use crate::{
    cells::{self, Column, columns},
    check::is_in,
    document::{Step, get},
    state::{At, Command},
    words,
};

impl App {
    pub(super) fn rows_of(&self, section: usize) -> usize {
        self.state.document.sections[section].len()
    }

    /// The columns of the chosen collection.
    pub(super) fn columns(&self) -> Rc<Vec<Column>> {
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
    pub(super) fn shown_rows(&self) -> Rc<Vec<usize>> {
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
    pub(super) fn rows_with(&self, section: usize, wanted: &str) -> Vec<usize> {
        let rows = &self.state.document.sections[section];
        let (columns, own) = (self.columns(), self.state.document.own());
        let says = |row: &usize| wanted.is_empty() || cells::says(&rows[*row], &columns, own, wanted);
        (0..rows.len()).filter(says).collect()
    }

    pub(super) fn column(&self) -> Option<Column> {
        self.columns().get(self.active.1).cloned()
    }

    /// The chosen record.
    pub(super) fn at(&self) -> At {
        self.section.map(|section| (section, self.active.0))
    }

    pub(super) fn enter(&mut self, section: Option<usize>) {
        self.section = section;
        self.active = (0, 0);
        self.filter.clear();
        self.editing = None;
        self.scroll.0 = 0;
        if let Some(grid) = self.grid.cast::<Element>() {
            grid.set_scroll_top(0);
        }
    }

    pub(super) fn step(&mut self, rows: isize, columns: isize) {
        let shown = self.shown_rows();
        let at = shown.iter().position(|row| *row == self.active.0).unwrap_or_default();
        let last = shown.len().saturating_sub(1);
        let row = at.saturating_add_signed(rows).min(last);
        self.active.0 = shown.get(row).copied().unwrap_or_default();
        self.active.1 =
            self.active.1.saturating_add_signed(columns).min(self.columns().len().saturating_sub(1));
        self.focus = Some(Focus::Cell);
    }

    pub(super) fn edge(&mut self, last: bool, all: bool) {
        let rows = self.shown_rows();
        if all && let Some(row) = if last { rows.last() } else { rows.first() } {
            self.active.0 = *row;
        }
        self.active.1 = if last { self.columns().len().saturating_sub(1) } else { 0 };
        self.focus = Some(Focus::Cell);
    }

    /// What the active cell says.
    pub(super) fn cell_text(&self) -> String {
        let column = self.column();
        let value = column.and_then(|column| get(self.state.document.row(self.at())?, &column.path).cloned());
        cells::text(value.as_ref(), self.state.document.own())
    }

    pub(super) fn edit(&mut self, text: Option<String>) {
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
    pub(super) fn commit(&mut self, ctx: &Context<Self>) {
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

    pub(super) fn add_row(&mut self, ctx: &Context<Self>) {
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

    pub(super) fn move_row(&mut self, ctx: &Context<Self>, from: usize, to: usize) {
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
    pub(super) fn go(&mut self, ctx: &Context<Self>, at: At, path: &[Step]) {
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
}
