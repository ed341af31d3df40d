//! What of a timeline a page shows: items picked by hand, or what is in a stretch of time; and from which end.

use super::{Band, Day, Item, TimelineView, scale::first_day};
use crate::{
    model::{EventId, choice},
    view::picked,
};

/// What of a timeline a page shows. The default is all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineScope {
    /// These items only, in this order and without headings; none is all.
    pub items: Vec<EventId>,
    /// Only what is on this day or later.
    pub from: Option<Day>,
    /// Only what is on this day or before.
    pub to: Option<Day>,
    /// What comes first.
    pub sort: TimelineSort,
}

choice! {
    /// What comes first in a timeline's list and its story.
    TimelineSort {
        /// What is first in time.
        Oldest = "oldest",
        /// What is last in time.
        Newest = "newest",
    }
}

impl TimelineScope {
    /// Whether it leaves out nothing.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.items.is_empty() && !self.is_stretch()
    }

    /// Whether it is a stretch of time.
    fn is_stretch(&self) -> bool {
        (self.from, self.to) != (None, None)
    }

    /// Whether a stretch of time shares a day with this one.
    fn meets(&self, (first, last): (Day, Day)) -> bool {
        self.from.is_none_or(|from| last >= from) && self.to.is_none_or(|to| first <= to)
    }

    /// The indices of the items that it leaves of a timeline, in order; and whether it leaves out some because their time isn't
    /// known.
    #[must_use]
    pub fn order(&self, view: &TimelineView) -> (Vec<usize>, bool) {
        let newest = self.sort == TimelineSort::Newest && self.items.is_empty();
        let (mut order, mut timeless, mut drops_timeless) = (Vec::new(), Vec::new(), false);
        for index in picked(&self.items, view.items.iter().map(|item| &*item.id).collect()) {
            match view.items.get(index).and_then(|item| extent(view, item)) {
                Some(extent) if !self.meets(extent) => {}
                None if self.is_stretch() => drops_timeless = true,
                None if newest => timeless.push(index),
                _ => order.push(index),
            }
        }
        if newest {
            order.reverse();
            order.extend(timeless);
        }
        (order, drops_timeless)
    }

    /// The spans of time to show behind the items.
    #[must_use]
    pub fn bands<'a>(&self, view: &'a TimelineView) -> Vec<&'a Band> {
        let mut bands: Vec<&Band> = view.bands.iter().collect();
        bands.retain(|band| self.meets((band.first.unwrap_or(Day::MIN), band.last)));
        bands
    }
}

/// The first and the last day of an item, as far as there is one; none where its time isn't known. What only leads to a day
/// begins where the band before ends.
pub(super) fn extent(view: &TimelineView, item: &Item) -> Option<(Day, Day)> {
    let first = match (item.first, item.last) {
        (None, None) => return None,
        (Some(first), _) => first,
        (_, last) => last.and_then(|last| view.begin_of(last)).unwrap_or(Day::MIN),
    };
    Some((first, item.last.unwrap_or(Day::MAX)))
}

/// The first and the last day that a date of EDTF's level 0 names, or a year of more than four digits behind `Y`.
#[must_use]
pub fn days(text: &str) -> Option<(Day, Day)> {
    let text = text.as_bytes();
    let (long, text) = text.strip_prefix(b"Y").map_or((false, text), |rest| (true, rest));
    let (before, text) = text.strip_prefix(b"-").map_or((false, text), |rest| (true, rest));
    let (mut numbers, mut at) = ([0_i32; 3], 0);
    for (part, digits) in text.split(|byte| *byte == b'-').enumerate() {
        let fits = match part {
            0 if long => (5..10).contains(&digits.len()),
            0 => digits.len() == 4,
            _ => digits.len() == 2 && !long,
        };
        let number = numbers.get_mut(part).filter(|_| fits)?;
        for digit in digits {
            if !digit.is_ascii_digit() {
                return None;
            }
            *number = *number * 10 + i32::from(digit - b'0');
        }
        at = part;
    }
    let [year, month, day] = numbers;
    if at > 0 && !(1..=12).contains(&month) || before && year == 0 {
        return None;
    }
    let year = if before { -year } else { year };
    let month = u8::try_from(month).ok()?;
    let first = first_day(year, month.max(1));
    // A thirteenth month is the next year's first.
    let next = first_day(year, if at == 0 { 13 } else { month + 1 });
    let (first, last) = match (at, first + i64::from(day) - 1) {
        (2, day) if (first..next).contains(&day) => (day, day),
        (2, _) => return None,
        _ => (first, next - 1),
    };
    Some((first.try_into().ok()?, last.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::days;
    use crate::view::timeline::scale::year_and_month;

    #[test]
    fn dates_have_a_first_and_a_last_day() {
        for (text, first, last) in [
            ("1970", 0, 364),
            ("1970-01", 0, 30),
            ("1970-01-02", 1, 1),
            ("1969-12-31", -1, -1),
            ("2020-02", 18_293, 18_321),
            ("2020-02-29", 18_321, 18_321),
            ("2021-12", 18_962, 18_992),
        ] {
            assert_eq!(days(text), Some((first, last)), "{text}");
        }
        for (text, year) in [("-0043", -43), ("0000", 0), ("Y17000", 17_000), ("Y-17000", -17_000)] {
            let months = days(text).map(|(first, last)| (year_and_month(first), year_and_month(last)));
            assert_eq!(months, Some(((year, 1), (year, 12))), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_has_none() {
        for text in [
            "",
            "x",
            "21",
            "202",
            "20210",
            "2021-",
            "2021-6",
            "2021-13",
            "2021-00",
            "2021-02-29",
            "2021-06-00",
            "2021-06-15-",
            "2021/2022",
            " 2021",
            "-0000",
            "Y2021",
            "Y17000-01",
            "Y999999999",
            "Y12345678901",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
