//! The periods that days are in.

use crate::model::Period;

/// For every day the first period, in the plan's order, that it is in.
pub(super) struct Spans {
    /// The days on which another period may begin, sorted.
    days: Vec<i64>,
    /// From each of them on the index of the period.
    periods: Vec<Option<usize>>,
}

impl Spans {
    pub fn of(periods: &[Period]) -> Spans {
        let days_of = |period: &Period| {
            let edtf = &period.time.edtf;
            Some((edtf.start.date()?.first_day(), edtf.last_day()? + 1))
        };
        let mut days: Vec<i64> =
            periods.iter().filter_map(days_of).flat_map(|(first, end)| [first, end]).collect();
        days.sort_unstable();
        days.dedup();
        let mut found = vec![None; days.len()];
        // From each day on the next that has no period yet; those passed over are skipped from then on.
        let mut next: Vec<usize> = (0..=days.len()).collect();
        for (index, period) in periods.iter().enumerate() {
            let Some((first, end)) = days_of(period) else { continue };
            let mut at = days.partition_point(|day| *day < first);
            let until = days.partition_point(|day| *day < end);
            while at < until {
                if next[at] == at {
                    found[at] = Some(index);
                    next[at] = at + 1;
                }
                // Halving the way for those that come after.
                next[at] = next[next[at]];
                at = next[at];
            }
        }
        Spans { days, periods: found }
    }

    /// The index of the period that a day is in.
    pub fn at(&self, day: i64) -> Option<usize> {
        let before = self.days.partition_point(|known| *known <= day);
        self.periods[before.checked_sub(1)?]
    }
}
