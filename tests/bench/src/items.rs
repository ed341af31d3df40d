//! The items that every timeline shows: made up, the same in every run, in each timeline's own format.

use serde_json::{Value, json};

/// Where the items begin, and over how many years they are spread.
const FROM: u32 = 2010;
const YEARS: u32 = 20;

const TOPICS: [&str; 12] = [
    "Bridges",
    "Harbour",
    "Schools",
    "Libraries",
    "Forests",
    "Rivers",
    "Housing",
    "Clinics",
    "Railways",
    "Energy",
    "Farms",
    "Culture",
];

const PLACES: [&str; 8] =
    ["Northgate", "Larkfield", "Old Town", "Eastbank", "Millbrook", "Harrow Hill", "Saltmarsh", "Kingsferry"];

const STEPS: [&str; 8] = [
    "survey finished",
    "plans published",
    "building begins",
    "first part opens",
    "second part opens",
    "trial service starts",
    "review presented",
    "programme completed",
];

const REASONS: [&str; 5] = [
    "The council had asked for it three years before, after a hearing with residents and two independent reviews.",
    "It is the largest project of its kind in the region and was paid for by the county, the state and a fund.",
    "Work went on through the winter, so that the date that was promised in the plan could be kept.",
    "A second report about costs and effects on traffic, noise and water follows within a year.",
    "Pupils, shopkeepers and the port's workers took part in the design from the first workshop on.",
];

/// A month of the span, and a day that every month has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Day {
    month: u32,
    day: u32,
}

impl Day {
    fn year(self) -> u32 {
        FROM + self.month / 12
    }

    fn month_of_year(self) -> u32 {
        self.month % 12 + 1
    }

    fn iso_month(self) -> String {
        format!("{}-{:02}", self.year(), self.month_of_year())
    }

    fn iso(self) -> String {
        format!("{}-{:02}", self.iso_month(), self.day)
    }
}

/// How exactly a time is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Time {
    Day(Day),
    Month(Day),
    Span(Day, Day),
}

impl Time {
    fn start(self) -> Day {
        match self {
            Time::Day(day) | Time::Month(day) | Time::Span(day, _) => day,
        }
    }

    fn edtf(self) -> String {
        match self {
            Time::Day(day) => day.iso(),
            Time::Month(day) => day.iso_month(),
            Time::Span(from, to) => format!("{}/{}", from.iso(), to.iso()),
        }
    }
}

/// One item.
struct Item {
    title: String,
    time: Time,
    summary: String,
    topic: usize,
}

/// So many items, in the order of their time.
fn items(count: usize) -> Vec<Item> {
    let mut random = Random(57);
    let mut times: Vec<Time> = (0..count).map(|at| time(at, &mut random)).collect();
    times.sort_by_key(|time| time.start());
    let item = |(at, time)| {
        let [topic, place, step] = [TOPICS.len(), PLACES.len(), STEPS.len()].map(|n| random.below(n));
        let first = random.below(REASONS.len());
        let second = (first + 1 + random.below(REASONS.len() - 1)) % REASONS.len();
        Item {
            title: format!("{} in {}: {} ({})", TOPICS[topic], PLACES[place], STEPS[step], at + 1),
            time,
            summary: format!("{} {}", REASONS[first], REASONS[second]),
            topic,
        }
    };
    times.into_iter().enumerate().map(item).collect()
}

/// Of ten times six are days, two are months, and two are spans of up to half a year.
fn time(at: usize, random: &mut Random) -> Time {
    let months = YEARS * 12;
    let start = Day { month: random.number(months), day: 1 + random.number(28) };
    match at % 10 {
        3 | 8 => Time::Month(Day { day: 1, ..start }),
        4 | 9 if start.month + 6 < months => {
            Time::Span(start, Day { month: start.month + 1 + random.number(5), ..start })
        }
        _ => Time::Day(start),
    }
}

/// The four periods: their names and first and last days.
fn periods() -> impl Iterator<Item = (usize, String, Day, Day)> {
    (0..4).map(|at| {
        let first = u32::try_from(at).unwrap_or_default() * YEARS * 3;
        let [start, end] = [Day { month: first, day: 1 }, Day { month: first + YEARS * 3 - 1, day: 28 }];
        (at + 1, format!("Plan for {} to {}", start.year(), end.year()), start, end)
    })
}

/// As a plan, for `<plan-timeline>`.
pub fn plan(count: usize) -> Value {
    let event = |(at, item): (usize, Item)| {
        let kind = if matches!(item.time, Time::Day(_)) { "on" } else { "during" };
        json!({
            "id": format!("e-{}", at + 1),
            "kind": "milestone",
            "title": { "en": item.title },
            "time": { "edtf": item.time.edtf(), "kind": kind },
            "summary": { "en": item.summary },
            "topics": [TOPICS[item.topic].to_lowercase()],
        })
    };
    let topic = |name: &&str| json!({ "id": name.to_lowercase(), "name": { "en": name } });
    let period = |(at, name, start, end): (usize, String, Day, Day)| {
        let time = json!({ "edtf": Time::Span(start, end).edtf(), "kind": "during" });
        json!({ "id": format!("p-{at}"), "name": { "en": name }, "time": time })
    };
    json!({
        "schema": 1,
        "languages": ["en"],
        "plan": { "id": "bench", "title": { "en": "Twenty years of a county" }, "short": { "en": "Twenty years" } },
        "topics": TOPICS.iter().map(topic).collect::<Vec<_>>(),
        "periods": periods().map(period).collect::<Vec<_>>(),
        "events": items(count).into_iter().enumerate().map(event).collect::<Vec<_>>(),
    })
}

/// As TimelineJS3's JSON.
pub fn timelinejs(count: usize) -> Value {
    let date = |day: Day| json!({ "year": day.year(), "month": day.month_of_year(), "day": day.day });
    let event = |(at, item): (usize, Item)| {
        let mut event = json!({
            "unique_id": format!("e-{}", at + 1),
            "start_date": date(item.time.start()),
            "text": { "headline": item.title, "text": item.summary },
        });
        match item.time {
            Time::Month(day) => {
                event["start_date"] = json!({ "year": day.year(), "month": day.month_of_year() });
            }
            Time::Span(_, end) => event["end_date"] = date(end),
            Time::Day(_) => {}
        }
        event
    };
    let era = |(_, name, start, end): (usize, String, Day, Day)| json!({ "start_date": date(start), "end_date": date(end), "text": { "headline": name } });
    json!({
        "events": items(count).into_iter().enumerate().map(event).collect::<Vec<_>>(),
        "eras": periods().map(era).collect::<Vec<_>>(),
    })
}

/// As vis-timeline's items, the periods as its backgrounds.
pub fn vis_timeline(count: usize) -> Value {
    let item = |(at, item): (usize, Item)| {
        let start = item.time.start().iso();
        let mut value = json!({ "id": at + 1, "content": item.title, "title": item.summary, "start": start });
        if let Time::Span(_, end) = item.time {
            value["end"] = end.iso().into();
        }
        value
    };
    let background = |(at, name, start, end): (usize, String, Day, Day)| {
        json!({
            "id": format!("p-{at}"), "content": name, "start": start.iso(), "end": end.iso(), "type": "background",
        })
    };
    let items = items(count).into_iter().enumerate().map(item);
    items.chain(periods().map(background)).collect()
}

/// As react-chrono's items. It has no periods.
pub fn react_chrono(count: usize) -> Value {
    let item = |item: Item| json!({ "title": item.time.edtf(), "cardTitle": item.title, "cardDetailedText": item.summary });
    items(count).into_iter().map(item).collect()
}

/// Numbers that look random and are the same in every run (a linear congruential generator, Knuth's MMIX).
struct Random(u64);

impl Random {
    fn number(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The upper half: the lower bits repeat soon.
        u32::try_from(((self.0 >> 32) * u64::from(below)) >> 32).unwrap_or_default()
    }

    fn below(&mut self, limit: usize) -> usize {
        self.number(u32::try_from(limit).unwrap_or(u32::MAX)) as usize
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use super::*;

    #[test]
    fn the_plan_is_valid() {
        let plan = plan_widgets::Plan::from_json(&plan(1_000).to_string()).unwrap();
        assert_eq!((plan.events.len(), plan.topics.len(), plan.periods.len()), (1_000, 12, 4));
    }

    #[test]
    fn every_format_has_the_same_titles() {
        let titles: Vec<String> = items(57).into_iter().map(|item| item.title).collect();
        for (format, list, key) in [
            ("plan", &plan(57)["events"], "/title/en"),
            ("timelinejs", &timelinejs(57)["events"], "/text/headline"),
            ("vis-timeline", &vis_timeline(57), "/content"),
            ("react-chrono", &react_chrono(57), "/cardTitle"),
        ] {
            let list = list.as_array().unwrap();
            let found: Vec<_> =
                list[..57].iter().map(|item| item.pointer(key).unwrap().as_str().unwrap()).collect();
            assert_eq!(found, titles, "{format}");
        }
    }

    #[test]
    fn a_run_repeats_the_last() {
        assert_eq!(plan(57), plan(57));
        let times: Vec<String> = items(10).into_iter().map(|item| item.time.edtf()).collect();
        assert!(times.is_sorted(), "{times:?}");
    }
}
