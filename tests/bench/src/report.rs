//! What a run says: every time as a multiple of ours, bytes and counts as they are.

use serde_json::{Map, Value, json};
use xtask::setup::Browser;

use crate::library::LIBRARIES;
use crate::measure::{AFTER, LIMIT, LINE, Measures, SLOWER};

/// A frame of a screen with 60 of them per second, in milliseconds. Nobody sees less.
const FRAME: f64 = 1_000.0 / 60.0;

/// What a task may take before it counts as blocking, in milliseconds.
const TASK: f64 = 50.0;

/// One timeline with so many items, measured.
pub struct Measured {
    /// Of [`LIBRARIES`].
    pub name: &'static str,
    /// How many.
    pub items: usize,
    /// What came out.
    pub measures: Measures,
}

/// Everything that a run says.
pub struct Report {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The browser with its version.
    pub browser: String,
    /// The others with their versions.
    pub versions: Vec<(&'static str, String)>,
    /// The command that repeats the run.
    pub command: String,
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The table.
    pub rows: Vec<Row>,
}

/// One measure of all timelines.
pub struct Row {
    /// Its name in JSON.
    pub id: &'static str,
    /// How many items; none where it doesn't depend on them.
    pub items: Option<usize>,
    /// Its name in English and Chinese.
    pub name: [&'static str; 2],
    /// In the order of the columns.
    pub values: Vec<Cell>,
}

/// One value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell {
    /// A multiple of ours.
    Times(f64),
    /// More than this multiple of ours.
    MoreThan(f64),
    /// Something counted.
    Count(usize),
    /// Something measured that is no time.
    Score(f64),
    /// Not within [`LIMIT`].
    Late,
    /// Not measured, because something before it was late.
    Unknown,
}

impl Cell {
    /// As it stands in a table.
    pub fn text(self) -> String {
        match self {
            Cell::Times(times) => format!("{}×", multiple(times)),
            Cell::MoreThan(times) => format!("> {}×", multiple(times)),
            Cell::Count(count) => grouped(count),
            Cell::Score(score) => format!("{score:.3}"),
            Cell::Late => format!("> {} s", LIMIT.as_secs()),
            Cell::Unknown => "–".to_owned(),
        }
    }

    fn json(self) -> Value {
        let rounded = |value: f64| (value * 1_000.0).round() / 1_000.0;
        match self {
            Cell::Times(value) | Cell::Score(value) => json!(rounded(value)),
            Cell::Count(count) => json!(count),
            Cell::MoreThan(_) | Cell::Late => json!(self.text()),
            Cell::Unknown => Value::Null,
        }
    }
}

fn multiple(times: f64) -> String {
    if times < 9.95 { format!("{times:.1}") } else { format!("{times:.0}") }
}

/// A number with commas, as all the site's.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|part| str::from_utf8(part).ok()).collect();
    parts.join(",")
}

/// How a measure becomes a row.
struct Kind {
    id: &'static str,
    name: [&'static str; 2],
    /// From this one's measures and from ours.
    cell: fn(&Measures, &Measures) -> Cell,
}

/// What a page downloads is the same for any number of items.
const ONCE: [Kind; 2] = [
    Kind {
        id: "bytes",
        name: ["downloads, brotli bytes", "下载量（brotli 字节）"],
        cell: |its, _| its.bytes.map_or(Cell::Unknown, Cell::Count),
    },
    Kind {
        id: "hosts",
        name: ["third-party hosts asked", "请求的第三方主机"],
        cell: |its, _| its.hosts.map_or(Cell::Unknown, Cell::Count),
    },
];

const EACH: [Kind; 8] = [
    Kind {
        id: "first-item",
        name: ["first item visible", "首个条目可见"],
        cell: |its, ours| if its.first.is_none() { Cell::Late } else { times(its.first, ours.first, 0.0) },
    },
    Kind {
        id: "blocked",
        name: ["main thread blocked", "主线程阻塞"],
        cell: |its, ours| times(its.blocked, ours.blocked, TASK),
    },
    Kind {
        id: "layout-shift",
        name: ["layout shift", "布局偏移"],
        cell: |its, _| its.shift.map_or(Cell::Unknown, Cell::Score),
    },
    Kind {
        id: "nodes",
        name: ["live nodes", "节点数"],
        cell: |its, _| its.nodes.map_or(Cell::Unknown, Cell::Count),
    },
    Kind {
        id: "frames-per-second",
        name: ["frames per second, moving", "移动时每秒帧数"],
        cell: |its, _| its.frames.map_or(Cell::Unknown, |frames| Cell::Count(frames.round() as usize)),
    },
    Kind {
        id: "worst-frame",
        name: ["longest frame, moving", "移动时最长一帧"],
        cell: |its, ours| times(its.worst.map(whole_frame), ours.worst.map(whole_frame), 0.0),
    },
    Kind {
        id: "event-to-paint",
        name: ["from a click to the paint", "点击到绘制"],
        cell: |its, ours| times(its.paint.map(whole_frame), ours.paint.map(whole_frame), 0.0),
    },
    Kind {
        id: "data",
        name: ["the items themselves, brotli bytes", "条目数据（brotli 字节）"],
        cell: |its, _| Cell::Count(its.data),
    },
];

fn whole_frame(time: f64) -> f64 {
    time.max(FRAME)
}

/// `its` as a multiple of `ours`. What is below `least` counts as nothing: where that is ours, all that can be said
/// is that the other is more than so many times `least`.
fn times(its: Option<f64>, ours: Option<f64>, least: f64) -> Cell {
    match (its, ours) {
        (Some(its), Some(ours)) if ours <= least && its <= least => Cell::Times(1.0),
        (Some(its), Some(ours)) if ours <= least => Cell::MoreThan(its / least),
        (Some(its), Some(ours)) => Cell::Times(its / ours),
        _ => Cell::Unknown,
    }
}

/// The table of a run.
pub fn rows(measured: &[Measured], counts: &[usize]) -> Vec<Row> {
    let none = Measures::default();
    let row = |kind: &Kind, items: usize, shown: Option<usize>| {
        let of_size: Vec<&Measured> = measured.iter().filter(|one| one.items == items).collect();
        let ours =
            of_size.iter().find(|one| one.name == LIBRARIES[0].name).map_or(&none, |one| &one.measures);
        let values = of_size.iter().map(|one| (kind.cell)(&one.measures, ours)).collect();
        Row { id: kind.id, items: shown, name: kind.name, values }
    };
    let once = counts.iter().take(1).flat_map(|items| ONCE.iter().map(|kind| row(kind, *items, None)));
    let each = EACH.iter().flat_map(|kind| counts.iter().map(|items| row(kind, *items, Some(*items))));
    once.chain(each).collect()
}

impl Report {
    /// The report of a run on `browser`.
    pub fn of(
        browser: &Browser,
        date: String,
        versions: Vec<(&'static str, String)>,
        measured: &[Measured],
        counts: &[usize],
    ) -> Self {
        let first = counts.first().copied().unwrap_or_default();
        Self {
            date,
            browser: format!("Chromium {}", browser.version),
            versions,
            command: "cargo xtask bench timeline".to_owned(),
            columns: measured.iter().filter(|one| one.items == first).map(|one| one.name).collect(),
            rows: rows(measured, counts),
        }
    }

    /// Whether ours has every measure: only such a run is worth writing.
    pub fn is_whole(&self) -> bool {
        self.rows.iter().all(|row| !matches!(row.values.first(), None | Some(Cell::Late | Cell::Unknown)))
    }

    /// As JSON, without any time.
    pub fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            let values: Map<String, Value> = self
                .columns
                .iter()
                .zip(&row.values)
                .map(|(name, cell)| ((*name).to_owned(), cell.json()))
                .collect();
            let mut value = json!({ "measure": row.id, "values": values });
            if let Some(items) = row.items {
                value["items"] = items.into();
            }
            value
        });
        let versions: Map<String, Value> =
            self.versions.iter().map(|(name, version)| ((*name).to_owned(), json!(version))).collect();
        json!({
            "date": self.date,
            "browser": self.browser,
            "command": self.command,
            "throttle": { "bitsPerSecond": LINE.0, "roundTripMs": LINE.2, "cpu": SLOWER },
            "versions": versions,
            "rows": rows.collect::<Vec<_>>(),
        })
    }

    /// What has to be known of the table, in English and Chinese.
    pub fn notes(&self) -> [String; 2] {
        let versions: Vec<String> =
            self.versions.iter().map(|(name, version)| format!("{name} {version}")).collect();
        let (Self { date, browser, command, .. }, versions) = (self, versions.join(", "));
        let (megabits, trip, after, limit) = (LINE.0 / 1e6, LINE.2, AFTER.as_secs(), LIMIT.as_secs());
        [
            format!(
                "{date}, {browser}, one run of `{command}`, all on one machine, with the same made-up items: {versions}. × is a multiple of ours in this run. First item, blocked main thread and layout shift: slow 4G ({megabits} Mbit/s, {trip} ms) and a processor {SLOWER}× slower. Blocked is what long tasks take beyond 50 ms each, until {after} s after the first item; where ours is below 50 ms, the others are compared with those. Moving and clicking: at full speed, with real mouse events; a frame is at least 1/60 s. “> {limit} s”: nothing to see within a minute; –: not measured for that reason. Third parties are not answered, and their bytes not counted."
            ),
            format!(
                "{date}，{browser}，同一台机器上运行一次 `{command}`，条目相同，均为虚构：{versions}。×：本次运行中我们的多少倍。首个条目、主线程阻塞和布局偏移：慢速 4G（{megabits} Mbit/s，{trip} ms），处理器放慢 {SLOWER} 倍；阻塞指每个长任务超出 50 ms 的部分，算到首个条目后 {after} 秒，我们不足 50 ms 时，其他与 50 ms 相比。移动和点击：全速，真实鼠标事件；一帧至少 1/60 秒。“> {limit} s”：一分钟内什么也看不到；–：因此没有测得。第三方请求不予应答，字节不计。"
            ),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells() {
        for (cell, text) in [
            (times(Some(240.0), Some(100.0), 0.0), "2.4×"),
            (times(Some(1_240.0), Some(100.0), 0.0), "12×"),
            (times(Some(0.0), Some(0.0), TASK), "1.0×"),
            (times(Some(480.0), Some(3.0), TASK), "> 9.6×"),
            (times(Some(480.0), Some(240.0), TASK), "2.0×"),
            (times(None, Some(1.0), 0.0), "–"),
            (Cell::Count(1_234_567), "1,234,567"),
            (Cell::Count(80), "80"),
            (Cell::Score(0.1054), "0.105"),
            (Cell::Late, "> 60 s"),
        ] {
            assert_eq!(cell.text(), text);
        }
    }

    #[test]
    fn a_late_peer_is_said_to_be_late() {
        let quick = || Measures { first: Some(10.0), blocked: Some(0.0), ..Measures::default() };
        let one = |name, measures| Measured { name, items: 57, measures };
        let measured = [one("plan-timeline", quick()), one("TimelineJS3", Measures::default())];
        let rows = rows(&measured, &[57]);
        let first = rows.iter().find(|row| row.id == "first-item").map(|row| row.values.clone());
        assert_eq!(first, Some(vec![Cell::Times(1.0), Cell::Late]));
    }
}
