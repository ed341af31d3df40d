//! Pictures of text as SVG: what is drawn, and how texts are broken into lines.

use crate::model::Lang;

/// Languages that have fonts of their own: the same characters are drawn otherwise in each.
const FONTS: [(Lang, &str); 4] = [
    (
        Lang::new("zh-Hans"),
        "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif",
    ),
    (
        Lang::new("zh-Hant"),
        "Noto Sans CJK TC, Noto Sans TC, Source Han Sans TC, PingFang TC, Microsoft JhengHei, sans-serif",
    ),
    (
        Lang::new("ja"),
        "Noto Sans CJK JP, Noto Sans JP, Source Han Sans, Hiragino Sans, Yu Gothic, sans-serif",
    ),
    (
        Lang::new("ko"),
        "Noto Sans CJK KR, Noto Sans KR, Source Han Sans K, Apple SD Gothic Neo, Malgun Gothic, sans-serif",
    ),
];

/// The fonts of others: those of Chinese draw quotation marks as wide as a character.
const OTHERS: &str = "Noto Sans, Liberation Sans, Arial, Helvetica, DejaVu Sans, sans-serif";

#[derive(Default)]
pub(super) struct Drawing {
    svg: String,
    /// The width of a picture that is read from right to left: what stands left in others stands right.
    mirrored: Option<f64>,
}

impl Drawing {
    /// A picture of this width that is read from right to left.
    #[cfg(feature = "picture")]
    pub fn mirrored(width: f64) -> Self {
        Drawing { svg: String::new(), mirrored: Some(width) }
    }

    /// A shape in a box of 16 by 16.
    #[cfg(feature = "picture")]
    pub fn shape(&mut self, (x, y): (f64, f64), path: &str, filled: bool, color: &str) {
        let x = self.mirrored.map_or(x, |whole| whole - x - 16.0);
        let fill = if filled { color } else { "none" };
        self.svg += &format!(
            "<path transform=\"translate({x:.1} {y:.1})\" d=\"{path}\" fill=\"{fill}\" stroke=\"{color}\" stroke-width=\"1.5\" fill-rule=\"evenodd\"/>"
        );
    }

    /// It with another one on top.
    #[cfg(feature = "picture")]
    pub fn with(mut self, other: Drawing) -> Self {
        self.svg += &other.svg;
        self
    }

    /// The whole picture, in the fonts of a language.
    pub fn svg(self, (width, height): (u32, u32), lang: &Lang) -> String {
        let lang = lang.tag();
        let tags: Vec<Lang> = FONTS.iter().map(|(lang, _)| lang.clone()).collect();
        let best = Lang::best(lang, &tags);
        let fonts = FONTS.iter().find(|(lang, _)| Some(lang) == best).map_or(OTHERS, |(_, fonts)| *fonts);
        let direction = if self.mirrored.is_some() { " direction=\"rtl\"" } else { "" };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" lang=\"{lang}\"{direction} font-family=\"{fonts}\">{}</svg>",
            self.svg
        )
    }

    pub fn rect(&mut self, (x, y, width, height): (f64, f64, f64, f64), fill: &str) {
        let x = self.mirrored.map_or(x, |whole| whole - x - width);
        self.svg += &format!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{fill}\"/>"
        );
    }

    pub fn text(&mut self, (x, y): (f64, f64), size: f64, fill: &str, bold: bool, text: &str) {
        let x = self.mirrored.map_or(x, |whole| whole - x);
        let weight = if bold { " font-weight=\"700\"" } else { "" };
        // XML takes neither these characters nor `]]>`.
        let text: String =
            text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        self.svg += &format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" fill=\"{fill}\"{weight}>{text}</text>"
        );
    }
}

/// About how wide a text is, in pixels: Chinese is a square each.
pub(super) fn wide(text: &str, size: f64) -> f64 {
    text.chars().map(|c| width_of(c) * size).sum()
}

fn width_of(c: char) -> f64 {
    match c {
        ' ' => 0.25,
        'i' | 'j' | 'l' | '.' | ',' | '\'' | '’' | ':' | ';' | '(' | ')' => 0.32,
        'm' | 'w' | 'M' | 'W' => 0.9,
        'A'..='Z' | '%' | '+' => 0.68,
        c if c.is_ascii() => 0.58,
        '\u{2018}'..='\u{201d}' => 0.5,
        c if c < '\u{2e80}' => 0.6,
        _ => 1.0,
    }
}

/// What a line may not begin with.
const CLOSING: &str = "，。、；：！？）》」』”’％…·";

/// `text` in lines of up to `width`: broken between Chinese characters, and else at spaces.
pub(super) fn lines(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut length) = (String::new(), 0.0);
    for word in words(text) {
        let long = wide(word.trim_end(), size);
        if length + long > width && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            (line, length) = (String::new(), 0.0);
        }
        line += word;
        length += wide(word, size);
    }
    lines.extend((!line.trim_end().is_empty()).then(|| line.trim_end().to_owned()));
    lines
}

/// What a line is not broken in.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let Some((next, after)) = chars.peek() else { break };
        let is_wide = |c: char| c >= '\u{2e80}';
        let may = (c == ' ' || is_wide(c) || is_wide(*after))
            && !CLOSING.contains(*after)
            && !"（《「『“‘".contains(c);
        if may && *after != ' ' && at >= start {
            words.extend(text.get(start..*next));
            start = *next;
        }
    }
    words.extend(text.get(start..));
    words
}

/// The first lines, the last of them with an ellipsis where there are more.
pub(super) fn first(text: &str, size: f64, width: f64, most: usize) -> Vec<String> {
    let mut all = lines(text, size, width);
    if all.len() > most {
        all.truncate(most);
        if let Some(last) = all.last_mut() {
            *last = shortened(last, size, width);
        }
    }
    all
}

/// `text` in one line, with an ellipsis where there is more.
pub(super) fn clipped(text: &str, size: f64, width: f64) -> String {
    if wide(text, size) <= width { text.to_owned() } else { shortened(text, size, width) }
}

/// As much of `text` as an ellipsis leaves room for, and that.
fn shortened(text: &str, size: f64, width: f64) -> String {
    let mut short = String::new();
    let mut length = size;
    for c in text.chars() {
        length += width_of(c) * size;
        if length > width {
            break;
        }
        short.push(c);
    }
    short.trim_end_matches(|c: char| " ，、；：·,;".contains(c)).to_owned() + "…"
}
