//! What a widget shows as a picture for readers to keep: SVG of a list, as high as it needs up to a limit, with its source.

use super::drawing::{Drawing, clipped, first, lines};
use crate::{
    model::{Lang, decimal},
    view::words::fill,
};

/// What the picture shows.
pub struct Shown {
    /// The language of its texts.
    pub lang: Lang,
    /// Whether that is read from right to left.
    pub rtl: bool,
    /// The plan's title.
    pub plan: String,
    /// What is shown of it.
    pub heading: String,
    /// What it is filtered by.
    pub filters: String,
    /// The items, in order.
    pub rows: Vec<Row>,
    /// Says how many more there are, with a hole for the number.
    pub more: String,
    /// What stands at its foot: what readers should know, and when it was taken.
    pub foot: Vec<String>,
    /// The colours of the widget, in the light.
    pub colors: Colors,
}

/// The colours of a picture, each as `#rrggbb`. The default is those of `base.css`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colors {
    /// What everything stands on.
    pub ground: String,
    /// Text.
    pub text: String,
    /// Text of less weight.
    pub quiet: String,
    /// Lines.
    pub line: String,
    /// The plan's name, the marks and the edge.
    pub accent: String,
}

impl Default for Colors {
    fn default() -> Self {
        Colors::of(["#ffffff", "#1d2024", "#5a616b", "#d8d5ce", "#0b5a78"].map(Into::into))
    }
}

impl Colors {
    /// The ground, text, quiet text, lines and the accent; those of `base.css` where one isn't six digits.
    #[must_use]
    pub fn read(colors: [String; 5]) -> Self {
        let is_hex = |color: &String| {
            let digits = color.strip_prefix('#').unwrap_or_default();
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        };
        if colors.iter().all(is_hex) { Colors::of(colors) } else { Colors::default() }
    }

    fn of([ground, text, quiet, line, accent]: [String; 5]) -> Self {
        Colors { ground, text, quiet, line, accent }
    }
}

/// An item.
pub struct Row {
    /// The stage whose mark stands before it, where it has one.
    pub stage: String,
    /// What it is called.
    pub title: String,
    /// When it is.
    pub when: String,
    /// What else is said of it.
    pub label: String,
}

/// In pixels.
const WIDTH: f64 = 1000.0;
const MARGIN: f64 = 48.0;
const INSIDE: f64 = WIDTH - 2.0 * MARGIN;

/// No picture is higher: browsers draw no canvas of any size, and nobody reads one.
const HIGHEST: f64 = 3000.0;

/// Where titles begin, behind their marks.
const TITLE: f64 = MARGIN + 28.0;

/// The marks of stages, as `filters.css` has them, in a box of 16 by 16, and whether they are filled.
const MARKS: [(&str, &str, bool); 7] = [
    ("achieved", "M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z", true),
    ("complete", "M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2ZM8 3A5 5 0 0 1 8 13Z", true),
    ("start", "M4 2L13 8L4 14Z", true),
    ("accelerate", "M2 3L7 8L2 13M8 3L13 8L8 13", false),
    ("strive", "M8 1.5L14.5 8L8 14.5L1.5 8Z", false),
    ("plan", "M8 2A6 6 0 1 1 8 14A6 6 0 1 1 8 2Z", false),
    ("support", "M3 8H13", false),
];

/// The picture.
#[must_use]
pub fn picture(shown: &Shown) -> String {
    let Colors { ground, text, quiet, line: rule, accent } = &shown.colors;
    let mut out = if shown.rtl { Drawing::mirrored(WIDTH) } else { Drawing::default() };
    let foot: Vec<String> = shown.foot.iter().flat_map(|text| lines(text, 16.0, INSIDE)).collect();
    let below = 48.0 + 24.0 * foot.len() as f64;
    // Drawn once the height is known: what is drawn first lies below.
    let mut list = if shown.rtl { Drawing::mirrored(WIDTH) } else { Drawing::default() };
    list.text((MARGIN, 64.0), 20.0, accent, true, &clipped(&shown.plan, 20.0, INSIDE));
    let mut y = 64.0;
    for line in first(&shown.heading, 36.0, INSIDE, 2) {
        y += 46.0;
        list.text((MARGIN, y), 36.0, text, true, &line);
    }
    for line in first(&shown.filters, 18.0, INSIDE, 3) {
        y += 28.0;
        list.text((MARGIN, y), 18.0, quiet, false, &line);
    }
    y += 20.0;
    let mut left = shown.rows.len();
    for row in &shown.rows {
        let title = first(&row.title, 20.0, MARGIN + INSIDE - TITLE, 3);
        let said = [&*row.when, &*row.label].into_iter().filter(|text| !text.is_empty());
        let said = said.collect::<Vec<_>>().join(" · ");
        let said = first(&said, 16.0, MARGIN + INSIDE - TITLE, 2);
        let height = 22.0 + 28.0 * title.len() as f64 + 24.0 * said.len() as f64;
        let room = if left > 1 { 40.0 } else { 0.0 };
        if y + height + room + below > HIGHEST {
            break;
        }
        left -= 1;
        list.rect((MARGIN, y, INSIDE, 1.0), rule);
        y += 6.0;
        if let Some((_, path, filled)) = MARKS.iter().find(|(stage, ..)| *stage == row.stage) {
            list.shape((MARGIN, y + 8.0), path, *filled, accent);
        }
        for line in title {
            y += 28.0;
            list.text((TITLE, y - 5.0), 20.0, text, true, &line);
        }
        for line in said {
            y += 24.0;
            list.text((TITLE, y - 5.0), 16.0, quiet, false, &line);
        }
        y += 16.0;
    }
    if left > 0 {
        y += 28.0;
        list.text((TITLE, y - 5.0), 18.0, text, false, &fill(&shown.more, &[&decimal(left)]));
        y += 12.0;
    }
    list.rect((MARGIN, y, INSIDE, 1.5), rule);
    y += 12.0;
    for line in foot {
        y += 24.0;
        list.text((MARGIN, y), 16.0, quiet, false, &line);
    }
    let height = (y + 36.0).ceil();
    out.rect((0.0, 0.0, WIDTH, height), ground);
    out.rect((0.0, 0.0, 8.0, height), accent);
    out.with(list).svg((WIDTH as u32, height as u32), &shown.lang)
}
