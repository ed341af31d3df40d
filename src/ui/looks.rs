//! Design tokens: the custom properties that pages set, the four themes that set them, and the reading of a file with some.

use crate::model::{Code, Phrase, Problem, Problems, choice, nearest, quote};

choice! {
    /// A set of tokens that goes together, light and dark.
    Theme {
        /// A newspaper: a warm ground, text with serifs.
        Paper = "paper",
        /// Black and white, with large headings.
        Ink = "ink",
        /// The site of a government: without serifs, blue, roomy.
        Civic = "civic",
        /// Contrast of 7:1 and more, thick rules.
        Contrast = "contrast",
    }
}

/// What a token's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A colour, perhaps another one in the dark.
    Color,
    /// A colour that may be translucent.
    Shade,
    /// Names of fonts.
    Font,
    /// A length in em.
    Length,
    /// A length in em or pixels.
    Rule,
    /// A number.
    Number,
    /// A time.
    Time,
}

use Kind::{Color, Font, Length, Number, Rule, Shade, Time};

/// What every token's name begins with.
pub const PREFIX: &str = "--plan-";

/// Every token: its name behind [`PREFIX`], and what its value is.
pub const TOKENS: [(&str, Kind); 37] = [
    ("text", Color),
    ("text-quiet", Color),
    ("background", Color),
    ("background-raised", Color),
    ("line", Color),
    ("line-control", Color),
    ("accent", Color),
    ("link", Color),
    ("focus", Color),
    ("mark", Color),
    ("warning", Color),
    ("positive", Color),
    ("negative", Color),
    ("stage-achieved", Color),
    ("stage-complete", Color),
    ("stage-start", Color),
    ("stage-accelerate", Color),
    ("stage-strive", Color),
    ("stage-plan", Color),
    ("stage-support", Color),
    ("shadow", Shade),
    ("font", Font),
    ("font-heading", Font),
    ("font-size", Length),
    ("font-size-heading", Length),
    ("font-size-group", Length),
    ("font-size-title", Length),
    ("font-size-small", Length),
    ("font-weight-heading", Number),
    ("line-height", Number),
    ("line-height-heading", Number),
    ("space", Length),
    ("padding", Length),
    ("radius", Length),
    ("rule", Rule),
    ("focus-width", Rule),
    ("duration", Time),
];

impl Kind {
    /// What its values look like.
    #[must_use]
    pub const fn samples(self) -> &'static [&'static str] {
        match self {
            Color => &["#rgb", "#rrggbb", "light-dark(#rrggbb, #rrggbb)"],
            Shade => &["#rrggbbaa", "light-dark(#rrggbbaa, #rrggbbaa)"],
            Font => &["\"Font Name\"", "serif", "sans-serif", "system-ui"],
            Length => &["1.25em"],
            Rule => &["1.5px", "0.125em"],
            Number => &["1.5"],
            Time => &["150ms"],
        }
    }

    /// Whether `value` is exactly such a value, so that no other CSS can be smuggled in.
    #[must_use]
    pub fn takes(self, value: &str) -> bool {
        match self {
            Color => both(value).is_some_and(|pair| pair.iter().all(|hex| is_hex(hex, &[3, 6]))),
            Shade => both(value).is_some_and(|pair| pair.iter().all(|hex| is_hex(hex, &[3, 6, 8]))),
            Font => value.split(',').all(|name| is_font(name.trim())),
            Length => is_number(value.strip_suffix("em"), 2),
            Rule => is_number(value.strip_suffix("em").or_else(|| value.strip_suffix("px")), 2),
            Number => is_number(Some(value), 3),
            Time => is_number(value.strip_suffix("ms"), 4),
        }
    }
}

/// A colour in the light and in the dark.
fn both(value: &str) -> Option<[&str; 2]> {
    match value.strip_prefix("light-dark(") {
        Some(rest) => {
            let (light, dark) = rest.strip_suffix(')')?.split_once(',')?;
            Some([light.trim(), dark.trim()])
        }
        None => Some([value, value]),
    }
}

fn is_hex(value: &str, lengths: &[usize]) -> bool {
    let digits = value.strip_prefix('#').unwrap_or_default();
    lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A name in quotation marks, or words without them.
fn is_font(name: &str) -> bool {
    let quoted = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
    let name = quoted.unwrap_or(name);
    let begins = quoted.is_some() || name.starts_with(|c: char| c.is_alphabetic());
    begins && !name.is_empty() && name.len() <= 100 && name.chars().all(plain)
}

/// Up to this many digits, and up to four after a decimal point.
fn is_number(value: Option<&str>, digits: usize) -> bool {
    let (whole, part) = value.map_or(("", ""), |value| value.split_once('.').unwrap_or((value, "0")));
    let all = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=digits).contains(&whole.len()) && (1..=4).contains(&part.len()) && all(whole) && all(part)
}

/// Tokens with values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look(Vec<(&'static str, String)>);

/// Each theme's file.
const FILES: [&str; 4] = [
    include_str!("themes/paper.css"),
    include_str!("themes/ink.css"),
    include_str!("themes/civic.css"),
    include_str!("themes/contrast.css"),
];

impl Look {
    /// The tokens of a theme.
    #[must_use]
    pub fn of(theme: Theme) -> Self {
        // A test reads them all.
        FILES.get(theme as usize).and_then(|file| Self::read(file).ok()).unwrap_or_default()
    }

    /// Reads a stylesheet that sets tokens on `:root`, and has nothing else in it.
    ///
    /// # Errors
    /// All that is wrong with it, each with its line.
    ///
    /// # Examples
    /// ```
    /// # use plan_widgets::Look;
    /// let look = Look::read(":root { --plan-accent: #0b5a78 }");
    /// assert!(look.is_ok_and(|look| look.get("accent") == Some("#0b5a78")));
    /// assert!(Look::read(":root { --plan-accent: shiny }").is_err());
    /// ```
    pub fn read(css: &str) -> Result<Self, Problems> {
        const WHOLE: &str = ":root { --plan-accent: #0b5a78; }";
        let mut problems = Vec::new();
        let css = without_comments(css);
        let inside = css.split_once('{').and_then(|(before, rest)| {
            let inside = rest.trim_end().strip_suffix('}')?;
            (before.trim() == ":root").then_some((before, inside))
        });
        let Some((before, inside)) = inside else {
            return Err(Problems(vec![problem("1", WHOLE, css.trim())]));
        };
        let mut line = 1 + lines(before);
        let mut look = Look::default();
        for declaration in inside.split(';') {
            let blank = declaration.len() - declaration.trim_start().len();
            let at = line + lines(declaration.get(..blank).unwrap_or_default());
            line += lines(declaration);
            let declaration = declaration.trim();
            if declaration.is_empty() {
                continue;
            }
            let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
            let (name, value) = (name.trim(), value.trim());
            let known = TOKENS.iter().find(|(known, _)| name.strip_prefix(PREFIX) == Some(known));
            match known {
                None => problems.push(unknown(at, name)),
                Some((name, kind)) if kind.takes(value) => look.set(name, value),
                Some((_, kind)) => {
                    problems.push(Problem {
                        expected: Phrase::new(Code::OneOf, kind.samples()),
                        ..problem(&format!("{at} {name}"), "", value)
                    });
                }
            }
        }
        if problems.is_empty() { Ok(look) } else { Err(Problems(problems)) }
    }

    /// Sets a token; its last value counts.
    fn set(&mut self, name: &'static str, value: &str) {
        self.0.retain(|(known, _)| *known != name);
        self.0.push((name, value.into()));
    }

    /// This, and on top of it the tokens of another.
    #[must_use]
    pub fn with(mut self, other: &Look) -> Self {
        for (name, value) in &other.0 {
            self.set(name, value);
        }
        self
    }

    /// The value of a token, if it has one.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    /// The rules that set the tokens on what `selector` selects: browsers that don't know `light-dark()` have the
    /// light colours.
    #[must_use]
    pub fn css(&self, selector: &str) -> String {
        let mut rules = [selector, " {\n"].concat();
        let mut dark = String::new();
        for (name, value) in &self.0 {
            let light = both(value).map_or(&**value, |[light, _]| light);
            rules.extend(["  ", PREFIX, name, ": ", light, ";\n"]);
            if light != value {
                dark.extend(["    ", PREFIX, name, ": ", value, ";\n"]);
            }
        }
        rules.push_str("}\n");
        if !dark.is_empty() {
            let start = "\n@supports (color: light-dark(#000, #fff)) {\n  ";
            rules.extend([start, selector, " {\n", &dark, "  }\n}\n"]);
        }
        rules
    }
}

impl Theme {
    /// The theme as a stylesheet: for a page that links it, and inside elements that have it as their `theme`.
    #[must_use]
    pub fn stylesheet(self) -> String {
        Look::of(self).css(&[":root, :host([theme=\"", self.name(), "\"])"].concat())
    }

    /// The same inside elements alone.
    #[must_use]
    pub fn in_elements(self) -> String {
        Look::of(self).css(&[":host([theme=\"", self.name(), "\"])"].concat())
    }

    /// The same for components: a class of the page's own counts for more.
    #[must_use]
    pub fn in_components(self) -> String {
        Look::of(self).css(&[":where(.plan-root[data-theme=\"", self.name(), "\"])"].concat())
    }
}

/// Comments become their line breaks.
fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (comment, code) = part.split_once("*/").unwrap_or((part, ""));
        out.extend(comment.chars().filter(|c| *c == '\n'));
        out.push_str(code);
    }
    out
}

fn lines(text: &str) -> usize {
    text.matches('\n').count()
}

fn problem(place: &str, expected: &str, found: &str) -> Problem {
    Problem {
        pointer: place.into(),
        expected: Phrase::new(Code::Literal, &[expected]),
        found: quote(found.lines().next().unwrap_or_default()),
        nearest: None,
        more: 0,
    }
}

fn unknown(line: usize, name: &str) -> Problem {
    let names = TOKENS.map(|(known, _)| [PREFIX, known].concat());
    let known: Vec<&str> = names.iter().map(|name| &**name).collect();
    Problem {
        nearest: nearest(name, &known).map(Into::into),
        ..problem(&line.to_string(), "--plan-…: …;", name)
    }
}

/// Computes colours: for pictures, and for their contrast.
#[cfg(feature = "prerender")]
mod colors {
    use super::{Look, both};

    /// Red, green and blue, from 0 to 255.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Rgb(pub [f64; 3]);

    /// Light or dark.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Side {
        /// Dark on light.
        Light,
        /// Light on dark.
        Dark,
    }

    /// Where the colours of no theme stand.
    const BASE: &str = include_str!("base.css");

    impl Rgb {
        /// Of `#rgb` or `#rrggbb`.
        #[must_use]
        pub fn parse(hex: &str) -> Option<Self> {
            let digits: Vec<u32> =
                hex.strip_prefix('#')?.chars().map(|c| c.to_digit(16)).collect::<Option<_>>()?;
            match digits[..] {
                [r, g, b] => Some(Rgb([r, g, b].map(|digit| f64::from(digit * 17)))),
                [r, s, g, h, b, c] => {
                    Some(Rgb([[r, s], [g, h], [b, c]].map(|[high, low]| f64::from(high * 16 + low))))
                }
                _ => None,
            }
        }

        /// `#rrggbb`.
        #[must_use]
        pub fn hex(self) -> String {
            self.0.iter().fold(String::from("#"), |hex, part| hex + &format!("{:02x}", part.round() as u8))
        }

        /// A mixture: this share of it, from 0 to 1, and the rest of another.
        #[must_use]
        pub fn over(self, share: f64, other: Rgb) -> Rgb {
            let mut mixed = other.0;
            for (part, own) in mixed.iter_mut().zip(self.0) {
                *part += (own - *part) * share;
            }
            Rgb(mixed)
        }

        /// Relative luminance (WCAG 2.2).
        fn luminance(self) -> f64 {
            let [r, g, b] = self.0.map(|part| {
                let part = part / 255.0;
                if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b
        }

        /// The contrast to another, from 1 to 21 (WCAG 2.2).
        #[must_use]
        pub fn contrast(self, other: Rgb) -> f64 {
            let (a, b) = (self.luminance(), other.luminance());
            (a.max(b) + 0.05) / (a.min(b) + 0.05)
        }
    }

    /// The value of a token that no page has set.
    fn default_of(name: &str) -> Option<&'static str> {
        let start = ["var(--plan-", name, ", light-dark("].concat();
        let at = BASE.find(&start)? + start.len() - "light-dark(".len();
        let rest = BASE.get(at..)?;
        rest.get(..=rest.find(')')?)
    }

    impl Look {
        /// A colour as a widget shows it; a token without a value has the colour that it is derived from.
        #[must_use]
        pub fn color(&self, name: &str, side: Side) -> Rgb {
            let value = self.get(name).or_else(|| default_of(name));
            let hex =
                value.and_then(both).map(|[light, dark]| if side == Side::Light { light } else { dark });
            if let Some(color) = hex.and_then(Rgb::parse) {
                return color;
            }
            match name {
                "background-raised" => self.color("background", side),
                "warning" => self.color("text", side),
                "line-control" => self.color("text-quiet", side).over(0.8, self.color("background", side)),
                _ => self.color("accent", side),
            }
        }

        /// Every pair of colours that occurs, with the contrast that it needs and the one that it has.
        #[must_use]
        pub fn pairs(&self, side: Side) -> Vec<Pair> {
            const TEXTS: [&str; 7] =
                ["text", "text-quiet", "accent", "link", "warning", "positive", "negative"];
            const STAGES: [&str; 7] = [
                "stage-achieved",
                "stage-complete",
                "stage-start",
                "stage-accelerate",
                "stage-strive",
                "stage-plan",
                "stage-support",
            ];
            let color = |name| self.color(name, side);
            let mut pairs = Vec::new();
            let mut pair = |color: &'static str, ground: &'static str, least: f64, behind: Rgb| {
                pairs.push(Pair { color, ground, least, contrast: self.color(color, side).contrast(behind) });
            };
            for ground in ["background", "background-raised"] {
                for name in TEXTS.into_iter().chain(STAGES) {
                    pair(name, ground, 4.5, color(ground));
                }
                for name in ["focus", "line-control"] {
                    pair(name, ground, 3.0, color(ground));
                }
            }
            pair("text", "mark", 4.5, color("mark"));
            // A bar in a lane is a tint of the accent, as is what is found in an overview; there, what the pointer is on
            // is another one on top.
            let tint = |share| color("accent").over(share, color("background"));
            for name in ["text", "accent"] {
                pair(name, "tint", 4.5, tint(0.14));
            }
            for name in STAGES {
                pair(name, "tint", 3.0, tint(0.25));
            }
            pairs
        }
    }

    /// Two colours, one on the other.
    pub struct Pair {
        /// The token of what is seen.
        pub color: &'static str,
        /// The token of what is behind it; `tint` is a tint of the accent.
        pub ground: &'static str,
        /// The least contrast that it may have: 4.5 for text, 3 for shapes (WCAG 2.2, 1.4.3 and 1.4.11).
        pub least: f64,
        /// The contrast.
        pub contrast: f64,
    }
}

#[cfg(feature = "prerender")]
pub use colors::{Pair, Rgb, Side};
