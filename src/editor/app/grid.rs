//! The table: the rows near what is seen, and the keys of a grid.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};
use yew::prelude::*;

use super::{App, Msg, Then};
use crate::{
    cells::{self, Column, text},
    check::is_in,
    document::{Row, get},
    input::value_of,
    shape::Kind,
    state::Command,
    words,
};

/// The height of a row in pixels, as `editor.css` has it.
pub const ROW: f64 = 36.0;

/// How many rows are drawn beyond those that are seen, above and below.
const BEYOND: usize = 8;

/// The most records that a cell lists to choose from.
const MOST_LISTED: usize = 500;

impl App {
    /// The table of the chosen collection.
    pub(super) fn grid(&self, ctx: &Context<Self>, section: usize) -> Html {
        let columns = self.columns();
        let rows = self.shown_rows();
        let document = &self.state.document;
        let (top, height) = self.scroll;
        let range = top.saturating_sub(BEYOND)..(top + height + BEYOND).min(rows.len());
        // The one that has the focus is always there.
        let active = rows.iter().position(|row| *row == self.active.0);
        let outside = active.filter(|active| !range.contains(active));
        let drawn = range.chain(outside);
        let heads = columns.iter().enumerate().map(|(index, column)| {
            html! {
                <div role="columnheader" class={width(column)} aria-colindex={(index + 2).to_string()}>{ self.head(section, column) }</div>
            }
        });
        let onscroll = ctx.link().callback(|event: Event| {
            let grid = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            grid.map_or(Msg::Scroll(0.0, 600.0), |grid| {
                Msg::Scroll(f64::from(grid.scroll_top()), f64::from(grid.client_height()))
            })
        });
        let onkeydown = ctx.link().batch_callback(|event: KeyboardEvent| {
            let msg = key(&event);
            if msg.is_some() {
                event.prevent_default();
            }
            msg
        });
        let label = self.labels.section(&self.shape.sections[section].key);
        html! {
            <>
            <div class="grid" ref={self.grid.clone()} role="grid" aria-label={label} aria-describedby="grid-help"
                aria-rowcount={(rows.len() + 1).to_string()} aria-colcount={(columns.len() + 1).to_string()}
                {onscroll} {onkeydown}>
                <div role="rowgroup" class="head">
                    <div role="row" class="row" aria-rowindex="1">
                        <div role="columnheader" class="number" aria-colindex="1">{ self.word(&words::ROW) }</div>
                        { for heads }
                    </div>
                </div>
                if !rows.is_empty() {
                    <div role="rowgroup" class="body" ~style={format!("height: {}px", rows.len() as f64 * ROW)}>
                        { for drawn.map(|index| self.row(ctx, section, &columns, index, rows[index])) }
                    </div>
                }
            </div>
            if rows.is_empty() {
                <p class="empty">{ self.word(if document.sections[section].is_empty() { &words::NO_ROWS } else { &words::NO_MATCH }) }</p>
            }
            <p id="grid-help" class="help">{ self.word(&words::GRID_HELP) }</p>
            </>
        }
    }

    /// What a column is called.
    fn head(&self, section: usize, column: &Column) -> String {
        let label = self.labels.field(&self.shape.sections[section].record, &column.field);
        match &column.lang {
            Some(lang) if self.state.document.languages.len() > 1 => {
                words::IN_LANG.fill(&self.lang, &[("label", &label), ("lang", lang)])
            }
            _ => label,
        }
    }

    /// A row by its index among those that are shown, and in its collection.
    fn row(&self, ctx: &Context<Self>, section: usize, columns: &[Column], index: usize, row: usize) -> Html {
        let record = &self.state.document.sections[section][row];
        let wrong: Vec<_> = self
            .checked
            .iter()
            .flat_map(|(_, checked)| &checked.found)
            .filter_map(|found| {
                let (at, path) = found.place.as_ref()?;
                (*at == Some((section, row))).then_some((path, found.is_wrong))
            })
            .collect();
        let cells = columns.iter().enumerate().map(|(index, column)| {
            let found = wrong
                .iter()
                .filter(|(path, _)| is_in(path, &column.path))
                .map(|(_, is_wrong)| *is_wrong)
                .max();
            self.cell(ctx, (row, index), column, record, found)
        });
        let ondragstart = ctx.link().callback(move |_| Msg::Drag(row));
        let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
        let ondrop = ctx.link().callback(move |event: DragEvent| {
            event.prevent_default();
            Msg::Drop(row)
        });
        let onclick = ctx.link().callback(move |_| Msg::Activate(row, 0));
        let chosen = (row == self.active.0).then_some("chosen");
        html! {
            <div role="row" key={row} class={classes!("row", chosen)} aria-rowindex={(index + 2).to_string()}
                ~style={format!("top: {}px", index as f64 * ROW)} {ondragover} {ondrop}>
                <div role="rowheader" class="number" aria-colindex="1" draggable="true" {ondragstart} {onclick}
                    title={self.fill(&words::DRAG, "row", row + 1)}>{ row + 1 }</div>
                { for cells }
            </div>
        }
    }

    fn cell(
        &self,
        ctx: &Context<Self>,
        at: (usize, usize),
        column: &Column,
        record: &Row,
        found: Option<bool>,
    ) -> Html {
        let is_active = self.active == at;
        let said = text(get(record, &column.path), self.state.document.own());
        let wrong = found.map(|is_wrong| if is_wrong { "wrong" } else { "asked" });
        let onclick = ctx.link().callback(move |_| Msg::Activate(at.0, at.1));
        let ondblclick = ctx.link().callback(move |_| Msg::Edit(None));
        let editing = self.editing.as_ref().filter(|_| is_active);
        let shown = match &column.kind {
            Kind::Choice(name, _) if !said.is_empty() => self.labels.choice(name, &said),
            Kind::Ref(collection) => self.name_of(collection, &said),
            _ => said,
        };
        html! {
            if let Some(draft) = editing {
                <div role="gridcell" class={classes!("cell", width(column))} aria-colindex={(at.1 + 2).to_string()} aria-selected="true">
                    { self.editor(ctx, column, draft) }
                </div>
            } else {
                <div role="gridcell" class={classes!("cell", width(column), wrong)} aria-colindex={(at.1 + 2).to_string()}
                    tabindex={if is_active { "0" } else { "-1" }} aria-selected={is_active.to_string()}
                    aria-invalid={(found == Some(true)).then_some("true")} aria-readonly={(!column.is_typed()).then_some("true")}
                    lang={column.lang.clone()} {onclick} {ondblclick}>{ shown }</div>
            }
        }
    }

    /// The name of a record that is referred to; its id where there is none.
    pub(super) fn name_of(&self, collection: &str, id: &str) -> String {
        let section = self.shape.section(collection).filter(|_| !id.is_empty());
        let rows = section.and_then(|section| self.state.document.sections.get(section));
        let row = rows.and_then(|rows| rows.iter().find(|row| row["id"] == id));
        row.map_or_else(|| id.to_owned(), |row| cells::name(row, self.state.document.own()))
    }

    /// What is typed into in a cell.
    fn editor(&self, ctx: &Context<Self>, column: &Column, draft: &str) -> Html {
        let oninput = ctx.link().callback(|event: InputEvent| Msg::Draft(value_of(event.target())));
        let onchange = ctx.link().callback(|event: Event| Msg::Draft(value_of(event.target())));
        let onblur = ctx.link().callback(|_| Msg::Commit(Then::Elsewhere));
        let onkeydown = ctx.link().batch_callback(|event: KeyboardEvent| {
            event.stop_propagation();
            // Who composes Chinese presses Enter for that.
            if event.is_composing() {
                return None;
            }
            let msg = match (&*event.key(), event.shift_key(), event.alt_key()) {
                ("Enter", true, _) | ("Enter", _, true) => {
                    line_break(&event);
                    return event.target().map(|target| Msg::Draft(value_of(Some(target))));
                }
                ("Enter", ..) => Msg::Commit(Then::Go(1, 0)),
                ("Escape", ..) => Msg::Cancel,
                ("Tab", true, _) => Msg::Commit(Then::Go(0, -1)),
                ("Tab", ..) => Msg::Commit(Then::Go(0, 1)),
                _ => return None,
            };
            event.prevent_default();
            Some(msg)
        });
        let label = self.section.map_or_else(String::new, |section| self.head(section, column));
        let choices = match &column.kind {
            Kind::Choice(name, words) => {
                Some(words.iter().map(|word| (word.clone(), self.labels.choice(name, word))).collect())
            }
            Kind::Ref(collection) => self.choices_of(collection, draft),
            _ => None,
        };
        let draft = draft.to_owned();
        match choices {
            Some(choices) => self.select(
                "cell",
                &label,
                &draft,
                &choices,
                column.required,
                onchange,
                Some((onblur, onkeydown)),
            ),
            None if column.lang.is_some() => html! {
                <textarea id="cell" rows="1" aria-label={label} value={draft} lang={column.lang.clone()} {oninput} {onblur} {onkeydown} />
            },
            None => html! {
                <input id="cell" aria-label={label} value={draft} autocomplete="off" {oninput} {onblur} {onkeydown} />
            },
        }
    }

    /// The records of a collection to choose from, by id and name; nothing where they are too many for a list.
    pub(super) fn choices_of(&self, collection: &str, now: &str) -> Option<Vec<(String, String)>> {
        let rows = &self.state.document.sections[self.shape.section(collection)?];
        if rows.len() > MOST_LISTED {
            return None;
        }
        let own = self.state.document.own();
        let one = |row: &Row| (text(row.get("id"), own), cells::name(row, own));
        let mut all: Vec<_> = rows.iter().map(one).collect();
        if !now.is_empty() && all.iter().all(|(id, _)| id != now) {
            all.push((now.into(), now.into()));
        }
        Some(all)
    }

    /// A list to choose one thing from.
    #[expect(clippy::too_many_arguments, reason = "they are its attributes")]
    pub(super) fn select(
        &self,
        id: &str,
        label: &str,
        now: &str,
        choices: &[(String, String)],
        required: bool,
        onchange: Callback<Event>,
        keys: Option<(Callback<FocusEvent>, Callback<KeyboardEvent>)>,
    ) -> Html {
        let (onblur, onkeydown) = keys.unzip();
        let known = choices.iter().any(|(value, _)| value == now);
        html! {
            <select id={id.to_owned()} aria-label={label.to_owned()} {onchange} {onblur} {onkeydown}>
                if !required || !known {
                    <option value="" selected={now.is_empty()}>{ self.word(&words::NONE) }</option>
                }
                if !known && !now.is_empty() {
                    <option value={now.to_owned()} selected={true}>{ now }</option>
                }
                { for choices.iter().map(|(value, name)| html! {
                    <option value={value.clone()} selected={value == now}>{ name }</option>
                }) }
            </select>
        }
    }
}

/// Puts a line break where the caret is.
fn line_break(event: &KeyboardEvent) {
    let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(area) = area.filter(|_| event.alt_key()) {
        event.prevent_default();
        let at = area.selection_start().ok().flatten().unwrap_or_default();
        let end = area.selection_end().ok().flatten().unwrap_or(at);
        drop(area.set_range_text_with_start_and_end("\n", at, end));
        drop(area.set_selection_range(at + 1, at + 1));
    }
}

/// How wide a column is.
fn width(column: &Column) -> &'static str {
    match (&column.kind, &*column.field) {
        (Kind::Text, "title" | "name") => "title",
        (Kind::Text, _) => "text",
        _ => "short",
    }
}

/// What a key does in the table, while nothing is typed into.
fn key(event: &KeyboardEvent) -> Option<Msg> {
    let control = event.ctrl_key() || event.meta_key();
    Some(match (&*event.key(), control, event.alt_key()) {
        ("ArrowUp", false, true) => Msg::MoveRow(-1),
        ("ArrowDown", false, true) => Msg::MoveRow(1),
        ("ArrowUp", true, _) | ("Home", true, _) => Msg::Edge { last: false, all: true },
        ("ArrowDown", true, _) | ("End", true, _) => Msg::Edge { last: true, all: true },
        ("ArrowUp", ..) => Msg::Step(-1, 0),
        ("ArrowDown", ..) => Msg::Step(1, 0),
        ("ArrowLeft", ..) => Msg::Step(0, -1),
        ("ArrowRight", ..) => Msg::Step(0, 1),
        ("PageUp", ..) => Msg::Step(-10, 0),
        ("PageDown", ..) => Msg::Step(10, 0),
        ("Home", ..) => Msg::Edge { last: false, all: false },
        ("End", ..) => Msg::Edge { last: true, all: false },
        ("Enter", true, _) => Msg::AddRow,
        ("Enter" | "F2", ..) => Msg::Edit(None),
        ("Delete" | "Backspace", ..) => Msg::Clear,
        ("z" | "Z", true, _) => Msg::Do(if event.shift_key() { Command::Redo } else { Command::Undo }),
        ("y", true, _) => Msg::Do(Command::Redo),
        // What is typed takes the place of what is there.
        (text, false, false) if text.chars().count() == 1 && text != " " => Msg::Edit(Some(text.into())),
        _ => return None,
    })
}
