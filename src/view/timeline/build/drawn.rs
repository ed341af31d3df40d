//! Times on an axis: their shapes and days.

use super::super::{Day, Shape};
use crate::model::{Bound, Part, Time, TimeKind};

/// How a time is drawn, with its first and last day.
pub(super) fn drawn(time: Option<&Time>) -> (Shape, Option<Day>, Option<Day>) {
    let Some(Time { edtf, kind, .. }) = time else {
        return (Shape::Timeless, None, None);
    };
    let (first, last) = (edtf.first_day().map(day), edtf.last_day().map(day));
    let is_day = |bound: Bound| bound.date().is_some_and(|date| matches!(date.part, Part::Day(..)));
    let doubtful = |bound: Bound| bound.date().is_some_and(|date| date.uncertain || date.approximate);
    let shape = match (kind, edtf.start, edtf.end) {
        (_, Bound::Unknown | Bound::Open, Bound::Unknown | Bound::Open) => Shape::Timeless,
        (TimeKind::By, ..) => Shape::By,
        (_, Bound::Unknown | Bound::Open, _) => Shape::By,
        (_, _, Bound::Unknown | Bound::Open) => Shape::Since,
        (_, start, end) if doubtful(start) || doubtful(end) => Shape::Within,
        (TimeKind::On, start, end) if start == end && is_day(start) => Shape::Point,
        (TimeKind::On, start, end) if start != end && is_day(start) && is_day(end) => Shape::Span,
        (TimeKind::Average | TimeKind::Cumulative, ..) => Shape::Span,
        _ => Shape::Within,
    };
    (shape, first, last)
}

/// A day as 32 bits; beyond some five million years before or after, the last one there is.
pub(super) fn day(day: i64) -> Day {
    i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX })
}

pub(super) fn year(time: &Time) -> Option<i32> {
    time.edtf.start.date().or(time.edtf.end.date()).map(|date| date.year)
}
