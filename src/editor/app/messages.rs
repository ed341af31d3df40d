//! What happens in the editor.

use wasm_bindgen::JsValue;
use web_sys::FileList;

use crate::{
    document::Step,
    shape::Kind,
    state::{At, Command},
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
pub(super) enum Focus {
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
