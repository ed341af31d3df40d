//! Where a plan's terms stand in running text.

use super::{
    search::{is_combining, narrow},
    unicode::{END, clusters, uncased},
};

/// The names of terms, to be found in texts.
///
/// White space in a name stands for any in the text. No difference is made by case, full-width forms, the forms of
/// quotation marks and hyphens, and whether letters are composed. Neither do the vowel points of Arabic and Hebrew, the
/// marks of Greek, which capitals leave out, tatweel, hamza on alef, and characters that nobody sees, as soft hyphens.
/// Other marks make one, and belong to their letter: a name ends behind them. ı and İ are i.
///
/// In writing that has spaces between words, a name begins and ends where a word or a number does: `35+500` doesn't
/// stand in `135+500`, nor in `35+5000`. Inflected forms and compounds are other words. But
/// - words of other scripts may follow directly: `OPS를`, `بـOPS`;
/// - Hangul may follow a name in Hangul, for particles do;
/// - a name of three letters or more may have a prefix of Arabic or Hebrew before it (`والميناء`, `ובנמל`), and an Arabic
///   article loses its alef behind ل (`للميناء`).
///
/// Where there are no such spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese), a name is found wherever it stands.
/// A longer name wins over those that it overlaps with, so that what a name is not about can be given as a longer one
/// that is no term. A name of more than [`LONGEST`] characters isn't looked for.
#[derive(Debug, Default)]
pub struct Finder {
    /// Sorted, so that names with the same start stand together.
    names: Vec<Name>,
    /// For the last 16 bits of a character whether a name may start so. Behind these for two Chinese characters, by their
    /// `pair`, whether a name may start with them; with 0 as the second, whether the first is a name. Many names start
    /// with characters that stand everywhere.
    starts: Vec<bool>,
}

#[derive(Debug)]
struct Name {
    chars: Vec<char>,
    /// Whether it is no term's first name, and its place: the least of equal ones counts.
    at: (bool, usize),
    /// The index of the term; none for a name that is to be left alone.
    term: Option<usize>,
    /// Whether the first character is no part of it: the ل that its article has lost the alef to.
    is_joined: bool,
}

/// A name that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where it begins, in UTF-16 code units as JavaScript counts.
    pub start: usize,
    /// Where it ends, in the same units.
    pub end: usize,
    /// The index of its term.
    pub term: usize,
}

/// A name that stands somewhere, whatever it overlaps with.
struct Candidate {
    /// Less is better.
    rank: usize,
    start: usize,
    end: usize,
    term: Option<usize>,
}

/// The longest name that is looked for, in characters: from each of a text's characters one may be followed so far.
pub const LONGEST: usize = 200;

/// The shortest name that may stand behind a prefix: of shorter ones there are too many other words.
const SHORTEST_PREFIXED: usize = 3;

/// The number of values that the last 16 bits of a character have.
const STARTS: usize = 1 << 16;

impl Finder {
    /// A finder of `terms`, each a name and the index of its term, all names of a term in a row. A name that several terms
    /// have is that of the one whose first it is, else that of the first. `others` are found and left alone.
    pub fn new<'a>(
        terms: impl IntoIterator<Item = (&'a str, usize)>,
        others: impl IntoIterator<Item = &'a str>,
    ) -> Finder {
        let terms: Vec<_> = terms.into_iter().map(|(name, term)| (uncased(name), term)).collect();
        let others: Vec<_> = others.into_iter().map(uncased).collect();
        Finder::of_uncased(
            terms.iter().map(|(name, term)| (&**name, *term)),
            others.iter().map(String::as_str),
        )
    }

    /// The same of names that the caller has made alike, whatever their case, as the texts for
    /// [`find_uncased`](Finder::find_uncased) have to be.
    pub fn of_uncased<'a>(
        terms: impl IntoIterator<Item = (&'a str, usize)>,
        others: impl IntoIterator<Item = &'a str>,
    ) -> Finder {
        let terms = terms.into_iter().map(|(name, term)| (name, Some(term)));
        let mut names: Vec<Name> = Vec::new();
        let mut last = None;
        for (name, term) in terms.chain(others.into_iter().map(|name| (name, None))) {
            let (mut chars, at) = (comparable(name), (term.is_some() && term == last, names.len()));
            last = term;
            names.push(Name { chars: chars.clone(), at, term, is_joined: false });
            if let [first @ '\u{627}', '\u{644}', ..] = &mut *chars {
                *first = '\u{644}';
                names.push(Name { chars, at, term, is_joined: true });
            }
        }
        names.retain(|name| (1..=LONGEST).contains(&name.chars.len()));
        names.sort_unstable_by(|one, other| (&one.chars, one.at).cmp(&(&other.chars, other.at)));
        let mut starts = vec![false; 2 * STARTS];
        for name in &names {
            let mut chars = name.chars.iter().map(|c| low(*c));
            let first = chars.next().unwrap_or_default();
            for at in [first, pair(first, chars.next().unwrap_or_default())] {
                if let Some(start) = starts.get_mut(at) {
                    *start = true;
                }
            }
        }
        // Whatever is like one of them, too.
        for c in (0..STARTS as u32).filter_map(char::from_u32) {
            if starts.get(low(alike(c))) == Some(&true)
                && let Some(start) = starts.get_mut(low(c))
            {
                *start = true;
            }
        }
        Finder { names, starts }
    }

    /// The terms in `text`, in order and apart from each other. Takes time in proportion to the text.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Match> {
        let alike = uncased(text);
        let mut found = self.find_uncased(&alike);
        if found.is_empty() || alike == text {
            return found;
        }
        // Where each code unit of what was searched comes from.
        let (mut places, mut at) = (Vec::with_capacity(alike.len()), 0);
        for cluster in clusters(&text.replace(END, " ")).split_terminator(END) {
            let is_simple =
                matches!(cluster.len(), 1) || cluster.chars().eq(cluster.chars().take(1).filter(is_han));
            let own = if is_simple { 1 } else { uncased(cluster).encode_utf16().count() };
            places.extend(std::iter::repeat_n(at, own));
            at += cluster.encode_utf16().count();
        }
        for one in &mut found {
            [one.start, one.end] = [one.start, one.end].map(|place| places.get(place).copied().unwrap_or(at));
        }
        found
    }

    /// The same in a text that the caller has made alike.
    #[must_use]
    pub fn find_uncased(&self, text: &str) -> Vec<Match> {
        let mut found = Vec::new();
        // Those that overlap, directly or by others.
        let mut cluster: Vec<Candidate> = Vec::new();
        let (mut start, mut cluster_end) = (0, 0);
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, next)| *next).unwrap_or_default();
            if self.starts.get(low(c)) == Some(&true) && self.goes_on(c, next) {
                if start >= cluster_end {
                    settle(&mut cluster, &mut found);
                }
                let known = cluster.len();
                self.look(text, at, start, &mut cluster);
                cluster_end = cluster.iter().skip(known).fold(cluster_end, |end, found| end.max(found.end));
            }
            start += c.len_utf16();
        }
        settle(&mut cluster, &mut found);
        found
    }

    /// Whether a name may begin with this character, before this one.
    fn goes_on(&self, c: char, next: char) -> bool {
        let is_known = |next| self.starts.get(pair(low(c), next)) == Some(&true);
        !is_alone(c) || !is_alone(next) || is_known(low(next)) || is_known(0)
    }

    /// Adds each name that `text` has at this byte, which is the UTF-16 code unit `start`.
    fn look(&self, text: &str, at: usize, start: usize, found: &mut Vec<Candidate>) {
        let (before, text) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
        let mut chars = text.chars();
        let first = chars.clone().next().unwrap_or_default();
        let outer = || before.chars().rev();
        // Soon decided in most places.
        let is_within = |c: char| c.is_ascii_alphanumeric();
        if is_within(first) && outer().next().is_some_and(is_within) {
            return;
        }
        if is_ignored(first) {
            return;
        }
        let mut names = &self.names[..];
        let (mut end, mut depth, mut second) = (start, 0, start);
        while let Some(c) = chars.next() {
            let from = end;
            end += c.len_utf16();
            if is_ignored(c) {
                continue;
            }
            if depth == 1 {
                second = from;
            }
            let wanted = alike(c);
            if wanted == ' ' {
                // As pages show it: so much of it is one.
                while let Some(more) = chars.clone().next().filter(|c| alike(*c) == ' ' || is_invisible(*c)) {
                    end += more.len_utf16();
                    chars.next();
                }
            }
            // Sorted: those that go on with this character stand together.
            let next = |name: &Name| name.chars.get(depth).copied();
            let from = names.partition_point(|name| next(name) < Some(wanted));
            let to = names.partition_point(|name| next(name) <= Some(wanted));
            names = names.get(from..to).unwrap_or_default();
            depth += 1;
            let Some(name) = names.first() else {
                return;
            };
            if name.chars.len() == depth
                && is_edge(c, chars.clone(), false)
                && (is_edge(first, outer(), true) || depth >= SHORTEST_PREFIXED && is_prefix(outer()))
            {
                let start = if name.is_joined { second } else { start };
                let points = chars.clone().take_while(|c| is_point(*c)).map(char::len_utf16);
                let end = points.fold(end, |end, length| end + length);
                found.push(Candidate { rank: LONGEST - depth, start, end, term: name.term });
            }
        }
    }
}

/// Takes the longest of those that overlap, then the first.
fn settle(cluster: &mut Vec<Candidate>, found: &mut Vec<Match>) {
    let first = cluster.first().map(|candidate| candidate.start).unwrap_or_default();
    let end = cluster.iter().map(|candidate| candidate.end).max().unwrap_or_default();
    let mut covered = vec![false; end - first];
    sort(cluster);
    let mut taken: Vec<Candidate> = Vec::new();
    for candidate in cluster.drain(..) {
        let room = covered.get_mut(candidate.start - first..candidate.end - first).unwrap_or_default();
        if !room.contains(&true) {
            room.fill(true);
            taken.push(Candidate { rank: 0, ..candidate });
        }
    }
    sort(&mut taken);
    let terms = taken
        .into_iter()
        .filter_map(|Candidate { start, end, term, .. }| Some(Match { start, end, term: term? }));
    found.extend(terms);
}

#[inline(never)] // it is a kilobyte
fn sort(candidates: &mut [Candidate]) {
    candidates.sort_unstable_by_key(|candidate| (candidate.rank, candidate.start));
}

/// A name with all that makes no difference left out.
fn comparable(name: &str) -> Vec<char> {
    let mut chars = Vec::new();
    for c in name.chars().filter(|c| !is_ignored(*c)).map(alike) {
        if c != ' ' || chars.last().is_some_and(|last| *last != ' ') {
            chars.push(c);
        }
    }
    if chars.last() == Some(&' ') {
        chars.pop();
    }
    chars
}

/// What is there for hyphenation, for line ends, for the joining of letters or for their direction, and shows nothing.
fn is_invisible(c: char) -> bool {
    const INVISIBLE: &[(u16, u16)] = &[
        (0xad, 0xad),
        (0x34f, 0x34f),
        (0x61c, 0x61c),
        (0x180e, 0x180e),
        (0x200b, 0x200f),
        (0x202a, 0x202e),
        (0x2060, 0x206f),
        (0xfeff, 0xfeff),
    ];
    is_in(c, INVISIBLE)
}

/// What may be left out of a word, and belongs to the letter before it where it isn't: points of Hebrew, Arabic and
/// Syriac, tatweel, and marks of Armenian sentences.
fn is_point(c: char) -> bool {
    const POINTS: &[(u16, u16)] = &[
        (0x55b, 0x55c),
        (0x55e, 0x55e),
        (0x591, 0x5bd),
        (0x5bf, 0x5bf),
        (0x5c1, 0x5c2),
        (0x5c4, 0x5c5),
        (0x5c7, 0x5c7),
        (0x610, 0x61a),
        (0x640, 0x640),
        (0x64b, 0x65f),
        (0x670, 0x670),
        (0x6d6, 0x6dc),
        (0x6df, 0x6e8),
        (0x6ea, 0x6ed),
        (0x730, 0x74a),
    ];
    is_in(c, POINTS)
}

/// A Chinese character, of which most texts in Chinese are made.
fn is_han(c: &char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(c)
}

fn is_ignored(c: char) -> bool {
    !is_plain(c) && (is_invisible(c) || is_point(c))
}

/// What belongs to the character before it.
fn is_mark(c: char) -> bool {
    const MARKS: &[(u16, u16)] = &[
        (0xe31, 0xe31),
        (0xe34, 0xe3a),
        (0xe47, 0xe4e),
        (0xeb1, 0xeb1),
        (0xeb4, 0xebc),
        (0xec8, 0xece),
        (0x102b, 0x103e),
        (0x17b4, 0x17d3),
        (0x17dd, 0x17dd),
        (0x20d0, 0x20ff),
        (0x3099, 0x309a),
        (0xfe00, 0xfe0f),
    ];
    !is_plain(c) && (is_combining(c) || is_in(c, MARKS) || ('\u{e0100}'..='\u{e01ef}').contains(&c))
}

/// What words and numbers are made of, in writing that has spaces between words.
#[derive(Clone, Copy, PartialEq)]
enum Letter {
    /// None of them.
    None,
    /// Latin, Greek, Cyrillic.
    European,
    Hangul,
    /// Any other.
    Other,
}

impl Letter {
    fn of(c: char) -> Letter {
        const HANGUL: &[(u16, u16)] =
            &[(0x1100, 0x11ff), (0x3131, 0x318e), (0xa960, 0xa97f), (0xac00, 0xd7fb)];
        // With the marks of these scripts.
        const OTHERS: &[(u16, u16)] = &[
            (0x531, 0x556),
            (0x560, 0x588),
            (0x5d0, 0x5f2),
            (0x620, 0x6d3),
            (0x6d5, 0x6ff),
            (0x710, 0x963),
            (0x966, 0xdf3),
            (0xf20, 0xf33),
            (0xf40, 0xfbc),
            (0x10a0, 0x10ff),
            (0x1200, 0x1360),
            (0x1369, 0x177f),
            (0x1810, 0x194f),
            (0x1a00, 0x1a1f),
            (0x1b80, 0x1dff),
            (0x2c00, 0x2dff),
            (0xa4d0, 0xa95f),
            (0xaae0, 0xabff),
            (0xfb13, 0xfdff),
            (0xfe70, 0xfefc),
        ];
        match c {
            c if c.is_ascii_alphanumeric() => Letter::European,
            c if is_plain(c) && c != '_' || is_combining(c) => Letter::None,
            '_' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' => Letter::European,
            c if is_in(c, HANGUL) => Letter::Hangul,
            c if is_in(c, OTHERS) => Letter::Other,
            _ => Letter::None,
        }
    }
}

/// What most texts are made of: in none of these ranges.
fn is_plain(c: char) -> bool {
    matches!(c, ..'\u{ad}' | '\u{318f}'..'\u{a4d0}')
}

#[inline(never)] // it is asked for in many places
fn is_in(c: char, ranges: &[(u16, u16)]) -> bool {
    let at = ranges.partition_point(|(from, _)| u32::from(*from) <= u32::from(c));
    at.checked_sub(1).and_then(|at| ranges.get(at)).is_some_and(|(_, to)| u32::from(c) <= u32::from(*to))
}

/// One of the characters that make no difference.
#[inline(never)]
fn alike(c: char) -> char {
    match c {
        '!'..='~' => c.to_ascii_lowercase(),
        '\u{3200}'..='\u{a4cf}' => c,
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' | '\u{5f4}' => {
            '"'
        }
        '‘' | '’' | '‚' | '‛' | '＇' | '\u{5f3}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => '\u{627}',
        ' '
        | '\t'..='\r'
        | '\u{85}'
        | '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => ' ',
        c => narrow(c).to_ascii_lowercase(),
    }
}

/// Whether a name may have `inner` at its start, or at its end, beside which these stand, closest first.
fn is_edge(inner: char, outer: impl Iterator<Item = char>, is_start: bool) -> bool {
    let mut outer = outer.filter(|c| !(is_ignored(*c) || is_start && is_combining(*c))).map(alike);
    let (inner, next) = (alike(inner), outer.next().unwrap_or_default());
    let goes_on = inner.is_ascii_digit()
        && CONNECTORS.contains(&next)
        && outer.next().is_some_and(|second| second.is_ascii_digit());
    let letter = Letter::of(inner);
    let joined =
        letter != Letter::None && letter == Letter::of(next) && (is_start || letter != Letter::Hangul);
    // What joins letters of Burmese and Khmer to those before.
    let stacked = if is_start { matches!(next, '\u{1039}' | '\u{17d2}') } else { is_mark(next) };
    !(goes_on || joined || stacked)
}

/// Whether these, closest first, are what may be written before a word of Arabic or Hebrew, from its start on.
fn is_prefix(outer: impl Iterator<Item = char>) -> bool {
    // In this order, each may be there: and, so, by, as, to, the; and, to, as, that, from, by, to, as, the.
    let mut prefixes = "وفبكلالולכשמבלכה".chars().rev();
    let mut last = '\0';
    for c in outer.filter(|c| !is_ignored(*c)) {
        if Letter::of(c) != Letter::Other {
            break;
        }
        // An alef alone is no article.
        if last == '\0' && c == '\u{627}' || !prefixes.any(|prefix| prefix == c) {
            return false;
        }
        last = c;
    }
    last != '\0'
}

/// What is within a number, or a sum of them.
const CONNECTORS: [char; 5] = ['+', '-', '.', ',', ':'];

fn low(c: char) -> usize {
    c as usize % STARTS
}

/// Whether no other character is like it, and none that stands with it is left out.
fn is_alone(c: char) -> bool {
    matches!(c, '\u{3200}'..='\u{a4cf}')
}

/// A number for two characters, by their last bits: different ones may have the same.
fn pair(first: usize, second: usize) -> usize {
    STARTS + (first * 31 + second) % STARTS
}
