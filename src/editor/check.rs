//! What is wrong with a plan, and in which cell.

use plan_widgets::{
    Lang, Plan,
    model::{Code, Loader, Problem},
};
use serde_json::Value;

use crate::{
    document::{Document, Seen, Step},
    shape::Shape,
    state::At,
};

/// Something to be mended or looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is, if it is in a record.
    pub place: Option<(At, Vec<Step>)>,
    /// Whether the plan isn't valid because of it.
    pub is_wrong: bool,
    /// What is said.
    pub said: Said,
}

/// What is said of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// By the checker.
    Problem(Problem),
    /// A time that has no place on the axis: its words.
    Undated(String),
}

/// The most times without a date that are listed.
const MOST_UNDATED: usize = 100;

/// A plan that is checked in steps.
#[derive(Default)]
pub struct Check(Loader);

/// What a check gives.
pub struct Checked {
    /// Whether the plan can be shown.
    pub is_valid: bool,
    /// What is to be mended, then what is to be looked at.
    pub found: Vec<Found>,
}

impl Check {
    /// Goes on; gives whether all has been looked at. The plan is the same each time.
    pub fn step(&mut self, shape: &Shape, document: &Document, most: usize) -> bool {
        self.0.step(Seen::Plan(shape, document), most)
    }

    /// What was found.
    #[must_use]
    pub fn close(self, shape: &Shape, document: &Document) -> Checked {
        let closed: Result<Plan, _> = self.0.close();
        let is_valid = closed.is_ok();
        let problems = closed.err().map_or_else(Vec::new, |problems| problems.0);
        let wrong = problems.into_iter().map(|problem| Found {
            place: place(shape, &problem.pointer).map(|(at, path)| (at, to_missing(path, &problem))),
            is_wrong: true,
            said: Said::Problem(problem),
        });
        Checked { is_valid, found: wrong.chain(undated(document)).collect() }
    }
}

/// Checks all at once.
#[must_use]
pub fn check(shape: &Shape, document: &Document) -> Checked {
    let mut check = Check::default();
    check.step(shape, document, usize::MAX);
    check.close(shape, document)
}

/// Times that are said in words alone.
fn undated(document: &Document) -> impl Iterator<Item = Found> {
    let own = document.own();
    document
        .sections
        .iter()
        .enumerate()
        .flat_map(|(section, rows)| rows.iter().enumerate().map(move |(row, record)| (section, row, record)))
        .filter(|(_, _, record)| record["time"]["edtf"] == "/")
        .map(move |(section, row, record)| Found {
            place: Some((Some((section, row)), vec!["time".into()])),
            is_wrong: false,
            said: Said::Undated(crate::cells::text(record.get("time"), own)),
        })
        .take(MOST_UNDATED)
}

/// Where a JSON Pointer leads: the record, and the way in it.
#[must_use]
pub fn place(shape: &Shape, pointer: &str) -> Option<(At, Vec<Step>)> {
    let mut keys = pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~"));
    let first = keys.next()?;
    let at = if first == "plan" { None } else { Some((shape.section(&first)?, keys.next()?.parse().ok()?)) };
    let path = keys.map(|key| key.parse().map_or_else(|_| Step::Key(key), Step::At)).collect();
    Some((at, path))
}

/// The way on to what is missing there, where the problem is that.
fn to_missing(mut path: Vec<Step>, problem: &Problem) -> Vec<Step> {
    match (problem.expected.code, problem.expected.parameters.first()) {
        (Code::Field, Some(key)) => path.push(Step::Key(key.clone())),
        (Code::Title, _) => path.push("title".into()),
        _ => (),
    }
    path
}

/// Whether what stands at `place` is in the cell of `path`, or the cell is missing as part of it.
#[must_use]
pub fn is_in(place: &[Step], path: &[Step]) -> bool {
    let both = place.len().min(path.len());
    place[..both] == path[..both]
}

impl Found {
    /// As a sentence, with a name for its place in that of the pointer.
    #[must_use]
    pub fn text(&self, lang: &Lang, place: Option<&str>, undated: &str) -> String {
        match &self.said {
            Said::Problem(problem) => match place {
                Some(place) => Problem { pointer: place.into(), ..problem.clone() }.text(lang),
                None => problem.text(lang),
            },
            Said::Undated(words) => {
                let said = undated.replace("{time}", words);
                place.map_or_else(|| said.clone(), |place| undated_at(place, &said, lang))
            }
        }
    }
}

fn undated_at(place: &str, said: &str, lang: &Lang) -> String {
    format!("{place}{}{said}", crate::words::COLON.get(lang))
}

/// Whether a value is of any use: not blank.
#[must_use]
pub fn is_blank(value: Option<&Value>) -> bool {
    value.is_none_or(|value| crate::cells::text(Some(value), "").trim().is_empty())
}
