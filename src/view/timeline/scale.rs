//! A stretch of time on an axis: zoomed, moved, and marked with dates.

use super::{
    Day, Shape, TimelineView,
    scope::{TimelineScope, extent},
};

/// The least that an axis shows, in days: below, days would be wider than their names.
const LEAST: f64 = 28.0;

/// How much of a mark's room its name takes.
const NAME: f64 = 0.7;

/// A stretch of time, in days from 1970-01-01; not empty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Where it begins.
    pub start: f64,
    /// Where it ends.
    pub end: f64,
}

/// A mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The day that it stands at.
    pub day: Day,
    /// The year.
    pub year: i32,
    /// The month, from 1; 0 where the mark stands for the year.
    pub month: u8,
}

impl Window {
    /// The stretch that shows everything of `view` that has a time.
    #[must_use]
    pub fn of(view: &TimelineView) -> Window {
        let all: Vec<usize> = (0..view.items.len()).collect();
        Window::within_scope(view, &TimelineScope::default(), &all)
    }

    /// The same of what `scope` has left: the items of its order and nothing around them.
    #[must_use]
    pub fn within_scope(view: &TimelineView, scope: &TimelineScope, order: &[usize]) -> Window {
        let (mut start, mut end) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut show = |day: Option<Day>| {
            if let Some(day) = day.map(f64::from) {
                start = start.min(day);
                end = end.max(day + 1.0);
            }
        };
        let all = scope.is_all();
        for index in order {
            let Some(item) = view.items.get(*index).filter(|item| item.shape != Shape::Timeless) else {
                continue;
            };
            show(item.first);
            show(item.last);
            if !all {
                let after = scope.from.unwrap_or(Day::MIN);
                show(extent(view, item).map(|extent| extent.0).filter(|first| *first > after));
            }
        }
        if all {
            for band in &view.bands {
                show(band.first);
                show(Some(band.last));
            }
            show(view.adopted);
        }
        start = start.max(scope.from.map_or(f64::NEG_INFINITY, f64::from));
        end = end.min(scope.to.map_or(f64::INFINITY, |day| f64::from(day) + 1.0));
        if start >= end {
            return Window { start: 0.0, end: LEAST };
        }
        let missing = (LEAST - (end - start)).max(0.0) / 2.0;
        Window { start: start - missing, end: end + missing }
    }

    /// How long it is.
    #[must_use]
    pub fn length(self) -> f64 {
        self.end - self.start
    }

    /// The position of a day in it: 0 at the start, 1 at the end, less or more outside.
    #[must_use]
    pub fn share(self, day: f64) -> f64 {
        (day - self.start) / self.length()
    }

    /// Zoomed in by `factor`, with the time at `fixed` (0 to 1) where it is; within `all`.
    #[must_use]
    pub fn zoomed(self, factor: f64, fixed: f64, all: Window) -> Window {
        let length = (self.length() / factor).clamp(LEAST.min(all.length()), all.length());
        let start = self.start + (self.length() - length) * fixed;
        Window { start, end: start + length }.within(all)
    }

    /// Moved by a share of its length, within `all`.
    #[must_use]
    pub fn moved(self, share: f64, all: Window) -> Window {
        let start = self.start + self.length() * share;
        Window { start, end: start + self.length() }.within(all)
    }

    /// Moved as little as shows a stretch of time, or its start where it is too long.
    #[must_use]
    pub fn showing(self, first: f64, last: f64, all: Window) -> Window {
        if first < self.end && last > self.start {
            return self;
        }
        let start = if last <= self.start { first } else { (last - self.length()).min(first) };
        Window { start, end: start + self.length() }.within(all)
    }

    fn within(self, all: Window) -> Window {
        let start = self.start.min(all.end - self.length()).max(all.start);
        Window { start, end: start + self.length() }
    }

    /// Marks for an axis with room for `most` of them: years, or months of a year.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "days of an axis are whole numbers of 32 bits")]
    pub fn ticks(self, most: usize) -> Vec<Tick> {
        // A leap year has a little more than twelve months.
        let most = most.max(1) as f64 + 0.1;
        let (mut year, _) = year_and_month(self.start as Day);
        let years = self.length() / 365.2425;
        let mut ticks = Vec::new();
        if years * 12.0 <= most * 3.0 {
            let step = [1, 3].into_iter().find(|step| years * 12.0 / *step as f64 <= most).unwrap_or(6);
            while (first_day(year, 1) as f64) < self.end {
                ticks.extend((0..12).step_by(step).map(|month| (year, month as u8 + 1)));
                year += 1;
            }
        } else {
            let steps = [1, 2, 5].into_iter().cycle().zip(0..);
            let step = steps
                .map(|(unit, index)| unit * 10_i32.saturating_pow(index / 3))
                .find(|step| years / f64::from(*step) <= most)
                .unwrap_or(i32::MAX);
            // Round in either era, as people count: the year 0 is 1 BC.
            let before = i32::from(year <= 0);
            year = (year - before).div_euclid(step) * step + before;
            while (first_day(year, 1) as f64) < self.end {
                ticks.push((year, 0));
                year = if year <= 0 && year + step > 0 { step } else { year + step };
            }
        }
        // What stands at the very end would have no room for its name.
        let fits = |day: i64| (0.0..1.0 - NAME / most).contains(&self.share(day as f64));
        let ticks = ticks.into_iter().filter_map(|(year, month)| {
            let day = first_day(year, month.max(1));
            let day = if fits(day) { Day::try_from(day).ok()? } else { return None };
            Some(Tick { day, year, month })
        });
        ticks.collect()
    }
}

/// The first day of a month, by Howard Hinnant's `days_from_civil`: beyond those of an axis as well, so that whoever
/// goes through them comes to an end.
pub(super) fn first_day(year: i32, month: u8) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5;
    year.div_euclid(400) * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The year and the month of a day, by Howard Hinnant's `civil_from_days`.
#[must_use]
pub fn year_and_month(day: Day) -> (i32, u8) {
    let day = i64::from(day) + 719_468;
    let of_era = day.rem_euclid(146_097);
    let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * years + years / 4 - years / 100);
    let month = (5 * of_year + 2) / 153;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = day.div_euclid(146_097) * 400 + years + i64::from(month <= 2);
    (year as i32, month as u8)
}
