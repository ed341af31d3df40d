//! The one place where a plan changes: commands, each of which can be undone.

use std::rc::Rc;

use serde_json::Value;

use crate::document::{Document, Row, Step, set};

/// Where a record is: in a collection by its index, or the plan's own.
pub type At = Option<(usize, usize)>;

/// What an editor does.
#[derive(Clone, Debug)]
pub enum Command {
    /// Puts values into records, or takes them away: all at once.
    Set(Vec<(At, Vec<Step>, Option<Value>)>),
    /// Adds records to a collection, in front of the one of this index.
    Insert(usize, usize, Vec<Value>),
    /// Removes a record.
    Remove(usize, usize),
    /// Moves a record of a collection to another index.
    Move(usize, usize, usize),
    /// Has these languages.
    Languages(Vec<String>),
    /// Becomes another plan.
    Replace(Box<Document>),
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
}

/// How many changes can be taken back.
const KEPT: usize = 200;

/// A plan with its history.
#[derive(Clone, Debug)]
pub struct State {
    /// The plan as it is.
    pub document: Document,
    past: Vec<Document>,
    future: Vec<Document>,
    /// Counts the changes: what is made of a plan is compared by it.
    pub version: usize,
}

impl State {
    /// Begins with a plan.
    #[must_use]
    pub fn new(document: Document) -> Self {
        State { document, past: Vec::new(), future: Vec::new(), version: 0 }
    }

    /// Whether there is something to be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something has been taken back.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Does it; gives whether anything has changed.
    pub fn apply(&mut self, command: Command) -> bool {
        let from = match command {
            Command::Undo => {
                let Some(last) = self.past.pop() else { return false };
                self.future.push(std::mem::replace(&mut self.document, last));
                self.version += 1;
                return true;
            }
            Command::Redo => {
                let Some(next) = self.future.pop() else { return false };
                self.past.push(std::mem::replace(&mut self.document, next));
                self.version += 1;
                return true;
            }
            command => {
                let before = self.document.clone();
                change(&mut self.document, command);
                before
            }
        };
        if from == self.document {
            return false;
        }
        self.past.push(from);
        if self.past.len() > KEPT {
            self.past.remove(0);
        }
        self.future.clear();
        self.version += 1;
        true
    }
}

fn change(document: &mut Document, command: Command) {
    match command {
        Command::Set(all) => {
            for (at, path, value) in all {
                let row = match at {
                    None => Some(&mut document.about),
                    Some((section, row)) => rows(document, section).and_then(|rows| rows.get_mut(row)),
                };
                if let Some(row) = row {
                    set(Rc::make_mut(row), &path, value);
                }
            }
        }
        Command::Insert(section, at, new) => {
            if let Some(rows) = rows(document, section) {
                let at = at.min(rows.len());
                rows.splice(at..at, new.into_iter().map(Rc::new));
            }
        }
        Command::Remove(section, row) => {
            if let Some(rows) = rows(document, section).filter(|rows| row < rows.len()) {
                rows.remove(row);
            }
        }
        Command::Move(section, from, to) => {
            if let Some(rows) = rows(document, section).filter(|rows| from < rows.len()) {
                let row = rows.remove(from);
                rows.insert(to.min(rows.len()), row);
            }
        }
        Command::Languages(languages) => {
            // One in the place of another: the texts are the same.
            let [gone, new] =
                [[&document.languages, &languages], [&languages, &document.languages]].map(|[of, other]| {
                    of.iter().filter(|lang| !other.contains(lang)).cloned().collect::<Vec<_>>()
                });
            if let ([gone], [new]) = (&*gone, &*new) {
                document.rename(gone, new);
            }
            document.languages = Rc::new(languages);
        }
        Command::Replace(other) => *document = *other,
        Command::Undo | Command::Redo => {}
    }
}

fn rows(document: &mut Document, section: usize) -> Option<&mut Vec<Row>> {
    document.sections.get_mut(section).map(Rc::make_mut)
}
