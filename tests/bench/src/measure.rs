//! One timeline with so many items, measured in two visits: on a slow phone, and in a reader's hands.

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use browser::engine::Conditions;
use browser::page::Page;
use serde_json::{Value, json};
use tokio::time::{sleep, timeout};

use crate::library::{Library, Movement};
use crate::site;

/// The longest that an item is waited for.
pub const LIMIT: Duration = Duration::from_secs(60);

/// How long a visit is watched after its first item.
pub const AFTER: Duration = Duration::from_secs(2);

/// A slow 4G line: bits per second down and up, and milliseconds of a round trip.
pub const LINE: (f64, f64, u32) = (1_600_000.0, 750_000.0, 150);

/// How many times slower than this machine the slow phone is.
pub const SLOWER: u32 = 4;

/// The article column's browser, as for the tests.
const VIEWPORT: (u32, u32) = (1280, 800);

/// How long a reader moves through the items.
const MOVING: Duration = Duration::from_secs(2);

/// Between two mouse events: a mouse reports more often than the screen is painted.
const STEP: Duration = Duration::from_millis(12);

/// Pixels of one such step.
const PIXELS: f64 = 16.0;

/// How many items are selected, at most. The median counts.
const CLICKS: usize = 5;

/// For animations to end: TimelineJS3 slides for a second.
const REST: Duration = Duration::from_millis(1_500);

/// What was measured; what did not end in time is empty. Times are in milliseconds.
#[derive(Debug, Default)]
pub struct Measures {
    /// Brotli bytes of all that was downloaded, without the page and the items.
    pub bytes: Option<usize>,
    /// Brotli bytes of the items.
    pub data: usize,
    /// From the start of the visit to the first painted item.
    pub first: Option<f64>,
    /// Beyond 50 ms each, in long tasks that began until [`AFTER`] the first item.
    pub blocked: Option<f64>,
    /// The sum of the layout shifts.
    pub shift: Option<f64>,
    /// Elements, those in open shadow roots included.
    pub nodes: Option<usize>,
    /// How many hosts besides the page's own were asked. They don't answer, so that no run depends on them.
    pub hosts: Option<usize>,
    /// Frames per second while moving: all of them, because the median hides the gaps that are made up for.
    pub frames: Option<f64>,
    /// The longest frame while moving.
    pub worst: Option<f64>,
    /// From releasing the mouse on an item to the next paint.
    pub paint: Option<f64>,
}

/// For the terminal, where the machine is known.
impl fmt::Display for Measures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |time: Option<f64>| time.map_or("–".to_owned(), |time| format!("{time:.0} ms"));
        let [first, blocked, worst, paint] = [self.first, self.blocked, self.worst, self.paint].map(ms);
        let frames = self.frames.unwrap_or_default();
        write!(f, "first {first}, blocked {blocked}, {frames:.0} frames/s, longest {worst}, click {paint}")
    }
}

/// Waits for the first item, and gives its time, or nothing at the limit.
const FIRST: &str = r"
    while (__bench.first === null && performance.now() < arguments[0]) {
        await new Promise((done) => setTimeout(done, 50));
    }
    return __bench.first;
";

/// Waits for the end of the watched time, and for the observers' reports of it.
const VISIT: &str = r"
    const end = __bench.first + arguments[0];
    while (performance.now() < end) await new Promise((done) => setTimeout(done, end - performance.now()));
    await new Promise((done) => setTimeout(done, 200));
    return __bench.visit(end);
";

/// The middle of what is visible of an element, and half its width.
const SURFACE: &str = r"
    const box = document.querySelector(arguments[0]).getBoundingClientRect();
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    return [(left + right) / 2, (top + bottom) / 2, (right - left) / 2];
";

/// Measures one timeline with so many items.
///
/// # Errors
/// When the browser fails. A timeline that doesn't end in time is no error.
pub async fn measure(page: &mut Page, library: &Library, items: usize) -> Result<Measures> {
    // Of a visit that doesn't end as much as there is.
    let data = site::bytes(&site::data(library, items));
    let mut measures = Measures { data, ..Measures::default() };
    let ended = visit(page, library, items, &mut measures).await;
    note(library, items, "the slow visit", ended)?;
    let ended = use_it(page, library, items, &mut measures).await;
    note(library, items, "the quick visit", ended)?;
    page.end().await;
    Ok(measures)
}

/// Measures the slow visit alone.
///
/// # Errors
/// Likewise.
pub async fn visited(page: &mut Page, library: &Library, items: usize) -> Result<Measures> {
    let mut measures = Measures::default();
    let ended = visit(page, library, items, &mut measures).await;
    note(library, items, "the slow visit", ended)?;
    page.end().await;
    Ok(measures)
}

/// Build what did not end in time, which is a result; other failures are errors.
fn note(library: &Library, items: usize, what: &str, ended: Result<()>) -> Result<()> {
    match ended {
        Err(error) if error.is::<Late>() => {
            eprint!("{what}: {error}; ");
            Ok(())
        }
        other => other.map_err(|error| error.context(format!("{}, {items} items, {what}", library.name))),
    }
}

/// Something that did not end in time.
#[derive(Debug)]
struct Late(&'static str);

impl fmt::Display for Late {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} not within {LIMIT:?}", self.0)
    }
}

impl std::error::Error for Late {}

/// Awaits a step, which counts as late at twice the limit: the page's own clock decides before.
async fn within<T>(what: &'static str, step: impl Future<Output = Result<T>>) -> Result<T> {
    match timeout(LIMIT + Duration::from_secs(10), step).await {
        Ok(result) => result,
        Err(_) => bail!(Late(what)),
    }
}

/// A fresh browser at the page of a timeline, once its first item is painted. Gives the time of that.
async fn open(page: &mut Page, library: &Library, items: usize, slow: bool) -> Result<f64> {
    page.restart(Conditions::default()).await?;
    page.resize(VIEWPORT.0, VIEWPORT.1).await?;
    page.patience(LIMIT * 2).await?;
    let session = page.session()?;
    session.cdp("Network.enable", json!({})).await?;
    // Every host but ours, which is the only one without encryption.
    session.cdp("Network.setBlockedURLs", json!({ "urls": ["https://*"] })).await?;
    if slow {
        let (down, up, latency) = LINE;
        let line = json!({
            "offline": false, "latency": latency,
            "downloadThroughput": down / 8.0, "uploadThroughput": up / 8.0,
        });
        session.cdp("Network.emulateNetworkConditions", line).await?;
        session.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    }
    let first = within("the first item was painted", async {
        page.goto(&site::page(library, items)).await?;
        page.eval_async(FIRST, &[json!(LIMIT.as_millis())]).await
    });
    match first.await?.as_f64() {
        Some(first) if first < LIMIT.as_secs_f64() * 1_000.0 => Ok(first),
        _ => bail!(Late("the first item was painted")),
    }
}

/// On a slow phone: what arrives when, and what it costs.
async fn visit(page: &mut Page, library: &Library, items: usize, measures: &mut Measures) -> Result<()> {
    let before = page.requests().len();
    measures.first = Some(open(page, library, items, true).await?);
    let after = [json!(AFTER.as_millis())];
    let visit = within("the time after the first item ended", page.eval_async(VISIT, &after)).await?;
    measures.blocked = visit["blocked"].as_f64();
    measures.shift = visit["shift"].as_f64();
    measures.nodes = visit["nodes"].as_u64().and_then(|nodes| usize::try_from(nodes).ok());
    measures.hosts = visit["hosts"].as_array().map(Vec::len);
    let page_path = site::page(library, items);
    let mut paths: Vec<String> =
        page.requests().split_off(before).into_iter().map(|request| request.path).collect();
    paths.sort();
    paths.dedup();
    paths.retain(|path| *path != page_path);
    let (data, rest): (Vec<_>, Vec<_>) = paths.iter().partition(|path| path.starts_with(site::DATA));
    let sum = |paths: Vec<&String>| paths.into_iter().map(|path| site::bytes(path)).sum();
    measures.data = sum(data);
    measures.bytes = Some(sum(rest));
    Ok(())
}

/// In a reader's hands: how it moves, and how it answers a click.
async fn use_it(page: &mut Page, library: &Library, items: usize, measures: &mut Measures) -> Result<()> {
    open(page, library, items, false).await?;
    sleep(AFTER).await;
    let times = within("the items moved", frames(page, library)).await?;
    let lengths: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    measures.worst = lengths.iter().copied().reduce(f64::max);
    // The first and the last time are those of the stopwatch.
    let seconds = lengths.iter().sum::<f64>() / 1_000.0;
    measures.frames = Some(times.len().saturating_sub(2) as f64 / seconds);
    let mut paints = within("the clicks were answered", clicks(page, library)).await?;
    measures.paint = median(&mut paints);
    Ok(())
}

/// Moves through the items with real mouse events. Gives when each frame began.
async fn frames(page: &Page, library: &Library) -> Result<Vec<f64>> {
    let surface: [f64; 3] = numbers(&page.eval(SURFACE, &[json!(library.surface)]).await?)?;
    let [x, y, half] = surface;
    let reach = (half - 40.0).clamp(PIXELS, 400.0);
    mouse(page, "mouseMoved", x, y, json!({})).await?;
    page.eval("__bench.frames()", &[]).await?;
    let start = Instant::now();
    if library.movement == Movement::Drag {
        mouse(page, "mousePressed", x, y, json!({ "button": "left", "buttons": 1, "clickCount": 1 })).await?;
    }
    // To the left and back again.
    let (mut offset, mut direction) = (0.0, -PIXELS);
    while start.elapsed() < MOVING {
        let step = Instant::now();
        match library.movement {
            Movement::Wheel => {
                mouse(page, "mouseWheel", x, y, json!({ "deltaX": 0, "deltaY": PIXELS * 2.0 })).await?;
            }
            Movement::Drag => {
                if f64::abs(offset + direction) > reach {
                    direction = -direction;
                }
                offset += direction;
                mouse(page, "mouseMoved", x + offset, y, json!({ "button": "left", "buttons": 1 })).await?;
            }
        }
        sleep(STEP.saturating_sub(step.elapsed())).await;
    }
    let times = page.eval("return __bench.stop()", &[]).await?;
    if library.movement == Movement::Drag {
        mouse(page, "mouseReleased", x + offset, y, json!({ "button": "left", "clickCount": 1 })).await?;
    }
    Ok(serde_json::from_value(times)?)
}

async fn mouse(page: &Page, kind: &str, x: f64, y: f64, more: Value) -> Result<()> {
    let mut params = json!({ "type": kind, "x": x, "y": y });
    if let (Some(params), Value::Object(more)) = (params.as_object_mut(), more) {
        params.extend(more);
    }
    page.session()?.cdp("Input.dispatchMouseEvent", params).await?;
    Ok(())
}

/// Selects some items one after the other. Gives the time from each event to the paint after it.
async fn clicks(page: &Page, library: &Library) -> Result<Vec<f64>> {
    let mut paints = Vec::new();
    let state = format!("return ({}) ?? null", library.state);
    sleep(REST).await;
    for click in 0..CLICKS {
        let points =
            page.eval("return __bench.points(...arguments)", &[json!(library.pick), json!(CLICKS)]).await?;
        let point = match points.get(click).or_else(|| points.get(0)) {
            Some(point) => point,
            // react-chrono moves the selected item into the middle, where it may be the only one.
            None if click > 0 => break,
            None => bail!("nothing that can be clicked is {}", library.pick),
        };
        let [x, y] = numbers(point)?;
        let before = page.eval(&state, &[]).await?;
        page.eval("__bench.painted.length = 0", &[]).await?;
        page.click_at(x, y).await?;
        page.wait_at_most(LIMIT, "__bench.painted.length", "a paint after the click").await?;
        sleep(REST).await;
        ensure!(before != page.eval(&state, &[]).await?, "the click at {x}, {y} selected nothing");
        paints.extend(page.eval("return __bench.painted[0]", &[]).await?.as_f64());
    }
    Ok(paints)
}

/// The date, as the browser has it: the standard library has no calendar.
///
/// # Errors
/// When the browser fails.
pub async fn today(page: &mut Page) -> Result<String> {
    page.restart(Conditions::default()).await?;
    let today = page.eval("return new Date().toISOString().slice(0, 10)", &[]).await?;
    page.end().await;
    Ok(today.as_str().unwrap_or_default().to_owned())
}

fn numbers<const N: usize>(value: &Value) -> Result<[f64; N]> {
    let numbers: Vec<f64> = serde_json::from_value(value.clone())?;
    numbers.try_into().map_err(|_| anyhow::anyhow!("{value} is not {N} numbers"))
}

fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
