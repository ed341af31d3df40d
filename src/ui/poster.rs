//! A widget as a picture for links to it: SVG of 1200 by 630, the size that networks ask for.

use super::looks::{Look, Rgb, Side};
use crate::{
    ui::drawing::{Drawing, clipped, first, lines, wide},
    view::{summary::Summary, timeline::scale::year_and_month},
};

/// In pixels.
pub const SIZE: (u32, u32) = (1200, 630);

const MARGIN: f64 = 72.0;
const WIDTH: f64 = 1200.0 - 2.0 * MARGIN;

/// The colours of a look, in the light: whoever reads a picture can't choose.
struct Colors {
    ground: Rgb,
    text: String,
    quiet: String,
    line: String,
    accent: Rgb,
}

impl Colors {
    fn of(look: &Look) -> Self {
        let color = |name| look.color(name, Side::Light);
        Colors {
            ground: color("background"),
            text: color("text").hex(),
            quiet: color("text-quiet").hex(),
            line: color("line").hex(),
            accent: color("accent"),
        }
    }

    /// A tint of the accent.
    fn tint(&self, share: f64) -> String {
        self.accent.over(share, self.ground).hex()
    }
}

/// The sizes of a title, largest first, and how many lines of each there is room for.
const TITLES: [(f64, usize); 4] = [(76.0, 2), (62.0, 2), (52.0, 3), (42.0, 4)];

/// The sizes of what readers should know, largest first: two lines of the first that has room for all.
const NOTICES: [f64; 4] = [20.0, 18.0, 16.0, 14.0];

/// The picture, in the colours of a look.
#[must_use]
pub fn poster(summary: &Summary, look: &Look) -> String {
    let colors = Colors::of(look);
    let accent = &*colors.accent.hex();
    let mut out = Drawing::default();
    out.rect((0.0, 0.0, 1200.0, 630.0), &colors.ground.hex());
    out.rect((0.0, 0.0, 12.0, 630.0), accent);
    out.text((MARGIN, 92.0), 30.0, accent, true, &clipped(&summary.subject, 30.0, WIDTH));
    let fits = |(size, most): &(f64, usize)| lines(&summary.title, *size, WIDTH).len() <= *most;
    let (size, most) = TITLES.into_iter().find(fits).unwrap_or(TITLES[TITLES.len() - 1]);
    let mut y = 92.0 + 26.0;
    for line in first(&summary.title, size, WIDTH, most) {
        y += size * 1.25;
        out.text((MARGIN, y), size, &colors.text, true, &line);
    }
    y += 30.0;
    // What stands at the foot: figures or an axis; else text goes on.
    let foot = if !summary.figures.is_empty() {
        372.0
    } else if summary.bands.is_empty() {
        510.0
    } else {
        384.0
    };
    let room = ((foot - y) / 44.0).max(0.0) as usize;
    for line in first(&summary.text, 28.0, WIDTH, room.min(4)) {
        y += 44.0;
        out.text((MARGIN, y), 28.0, &colors.quiet, false, &line);
    }
    out.figures(&summary.figures, y.max(foot), &colors);
    out.axis(summary, &colors);
    out.rect((MARGIN, 536.0, WIDTH, 1.5), &colors.line);
    let small = NOTICES.into_iter().find(|size| lines(&summary.notice, *size, WIDTH).len() <= 2);
    let small = small.unwrap_or(NOTICES[NOTICES.len() - 1]);
    let notice = first(&summary.notice, small, WIDTH, 2);
    let more = if notice.len() > 1 { 10.0 } else { 0.0 };
    if summary.title != summary.plan {
        out.text((MARGIN, 574.0 - more), 24.0, &colors.text, true, &clipped(&summary.plan, 24.0, WIDTH));
    }
    for (index, line) in notice.iter().enumerate() {
        out.text((MARGIN, 604.0 - more + 24.0 * index as f64), small, &colors.quiet, false, line);
    }
    out.svg(SIZE, &summary.lang)
}

impl Drawing {
    /// Quantities beside each other, with what they measure.
    fn figures(&mut self, figures: &[(String, String)], top: f64, colors: &Colors) {
        const GAP: f64 = 32.0;
        let count = figures.len() as f64;
        let width = (WIDTH - GAP * (count - 1.0)) / count;
        let size = [64.0, 52.0, 42.0, 34.0];
        let fits = |size: &f64| figures.iter().all(|(text, _)| wide(text, *size) <= width);
        let size = size.into_iter().find(fits).unwrap_or(28.0);
        for (index, (text, measure)) in figures.iter().enumerate() {
            let x = MARGIN + index as f64 * (width + GAP);
            self.text((x, top + 64.0), size, &colors.accent.hex(), true, &clipped(text, size, width));
            for (line, text) in first(measure, 24.0, width, 2).iter().enumerate() {
                self.text((x, top + 104.0 + 34.0 * line as f64), 24.0, &colors.quiet, false, text);
            }
        }
    }

    /// The bands of a timeline. One without a beginning leads from the one before to its end.
    fn axis(&mut self, summary: &Summary, colors: &Colors) {
        let first = summary.bands.iter().filter_map(|(_, first, _)| *first).min();
        let last = summary.bands.iter().map(|(.., last)| *last).max();
        let (Some(first), Some(last)) = (first, last) else { return };
        let at = |day: i32| {
            MARGIN + WIDTH * f64::from(day.clamp(first, last) - first) / f64::from((last - first).max(1))
        };
        const TOP: f64 = 400.0;
        let mut before = first;
        for (nth, (title, known, last)) in summary.bands.iter().enumerate() {
            let begin = known.unwrap_or(before);
            before = last.saturating_add(1);
            let (x, end) = (at(begin), at(*last));
            let fill = colors.tint(match known {
                None => 0.04,
                Some(_) => [0.15, 0.09][nth % 2],
            });
            self.rect((x, TOP, end - x - 3.0, 52.0), &fill);
            self.text(
                (x + 12.0, TOP + 34.0),
                22.0,
                &colors.text,
                false,
                &clipped(title, 22.0, end - x - 20.0),
            );
            if known.is_some() {
                self.text((x, TOP + 84.0), 20.0, &colors.quiet, false, &year_and_month(begin).0.to_string());
            }
        }
        let year = year_and_month(last).0.to_string();
        self.text((MARGIN + WIDTH - wide(&year, 20.0), TOP + 84.0), 20.0, &colors.quiet, false, &year);
    }
}
