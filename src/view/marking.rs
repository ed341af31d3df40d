//! Where a plan's terms stand in running text.

use std::cmp::Reverse;

use super::search::{is_combining, narrow};

/// The names of terms, to be found in texts.
///
/// White space in a name stands for any in the text; case, full-width forms, and the forms of quotation marks and
/// hyphens make no difference, nor do characters that nobody sees, as soft hyphens. Digits and the letters of Latin and the like have to end where a number or a word does:
/// `35+500` doesn't stand in `135+500`, nor in `35+5000`. In Chinese there are no such ends: there a longer name wins
/// over those that it overlaps with, so that what a name is not about can be given as a longer one that is no term. A
/// name of more than [`LONGEST`] characters isn't looked for.
#[derive(Debug, Default)]
pub struct Finder {
    /// Sorted, so that names with the same start stand together.
    names: Vec<Name>,
    /// For the last 16 bits of a character whether a name starts so.
    starts: Vec<bool>,
}

#[derive(Debug)]
struct Name {
    chars: Box<[char]>,
    /// The index of the term; none for a name that is to be left alone.
    term: Option<usize>,
}

/// A name that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where it begins, in UTF-16 code units as JavaScript counts.
    pub start: usize,
    /// Where it ends, likewise.
    pub end: usize,
    /// The index of its term.
    pub term: usize,
}

/// A name that stands somewhere, whatever it overlaps with.
struct Candidate {
    start: usize,
    end: usize,
    chars: usize,
    term: Option<usize>,
}

/// The longest name that is looked for, in characters: from each of a text's characters one may be followed so far.
pub const LONGEST: usize = 200;

/// The number of values that the last 16 bits of a character have.
const STARTS: usize = 1 << 16;

impl Finder {
    /// A finder of `terms`, each a name and the index of its term; of a name that several terms have, it is the
    /// first's. `others` are found and left alone.
    pub fn new<'a>(
        terms: impl IntoIterator<Item = (&'a str, usize)>,
        others: impl IntoIterator<Item = &'a str>,
    ) -> Finder {
        let terms = terms.into_iter().map(|(name, term)| (name, Some(term)));
        let mut names: Vec<Name> = terms
            .chain(others.into_iter().map(|name| (name, None)))
            .map(|(name, term)| Name { chars: comparable(name), term })
            .filter(|name| (1..=LONGEST).contains(&name.chars.len()))
            .collect();
        // Of equal names the first is the first term's.
        let term = |name: &Name| name.term.unwrap_or(usize::MAX);
        names.sort_unstable_by(|one, other| {
            one.chars.cmp(&other.chars).then_with(|| term(one).cmp(&term(other)))
        });
        names.dedup_by(|later, first| later.chars == first.chars);
        let mut starts = vec![false; STARTS];
        for first in names.iter().filter_map(|name| name.chars.first()) {
            if let Some(start) = starts.get_mut(low(*first)) {
                *start = true;
            }
        }
        Finder { names, starts }
    }

    /// The terms in `text`, in order and apart from each other. Takes time in proportion to the text.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Match> {
        let mut found = Vec::new();
        // Those that overlap, directly or by others.
        let mut cluster: Vec<Candidate> = Vec::new();
        let (mut start, mut cluster_end) = (0, 0);
        let mut before = ['\0'; 2];
        let mut chars = text.chars();
        loop {
            let rest = chars.as_str();
            let Some(c) = chars.next() else {
                break;
            };
            if is_invisible(c) {
                start += c.len_utf16();
                continue;
            }
            if self.starts.get(low(alike(c))) == Some(&true) {
                if start >= cluster_end {
                    settle(&mut cluster, &mut found);
                }
                let known = cluster.len();
                self.look(rest, before, start, &mut cluster);
                cluster_end = cluster.iter().skip(known).fold(cluster_end, |end, found| end.max(found.end));
            }
            start += c.len_utf16();
            before = [c, before[0]];
        }
        settle(&mut cluster, &mut found);
        found
    }

    /// Adds each name that `text` begins with; what stands before it comes closest first.
    fn look(&self, text: &str, before: [char; 2], start: usize, found: &mut Vec<Candidate>) {
        let first = text.chars().next().unwrap_or_default();
        if !is_edge(first, before) {
            return;
        }
        let mut names = &self.names[..];
        let (mut end, mut depth) = (start, 0);
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            end += c.len_utf16();
            if is_invisible(c) {
                continue;
            }
            let wanted = alike(c);
            if wanted == ' ' {
                // As pages show it: so much of it is one.
                while let Some(more) = chars.clone().next().filter(|c| c.is_whitespace() || is_invisible(*c))
                {
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
            if name.chars.len() == depth {
                let mut after = chars.clone().filter(|c| !is_invisible(*c));
                let after = [after.next(), after.next()].map(Option::unwrap_or_default);
                if is_edge(c, after) && !is_mark(after[0]) {
                    found.push(Candidate { start, end, chars: depth, term: name.term });
                }
            }
        }
    }
}

/// Takes the longest of those that overlap, then the first.
fn settle(cluster: &mut Vec<Candidate>, found: &mut Vec<Match>) {
    let first = cluster.first().map(|candidate| candidate.start).unwrap_or_default();
    let end = cluster.iter().map(|candidate| candidate.end).max().unwrap_or_default();
    let mut covered = vec![false; end - first];
    cluster.sort_unstable_by_key(|candidate| (Reverse(candidate.chars), candidate.start));
    // By where they begin: sorting them would be one more of std's sorts.
    let mut taken: Vec<Option<Candidate>> = covered.iter().map(|_| None).collect();
    for candidate in cluster.drain(..) {
        let room = covered.get_mut(candidate.start - first..candidate.end - first).unwrap_or_default();
        if !room.contains(&true) {
            room.fill(true);
            let start = candidate.start - first;
            taken[start] = Some(candidate);
        }
    }
    let terms = taken
        .into_iter()
        .flatten()
        .filter_map(|Candidate { start, end, term, .. }| Some(Match { start, end, term: term? }));
    found.extend(terms);
}

/// A name with all that makes no difference left out.
fn comparable(name: &str) -> Box<[char]> {
    let name: String = name.chars().filter(|c| !is_invisible(*c)).collect();
    name.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(alike).collect()
}

/// What is there for hyphenation, for line ends, for the joining of letters or for their direction, and shows nothing.
#[inline(never)] // it is asked for in five places
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// One of the characters that make no difference.
fn alike(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '＇' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        c if c.is_whitespace() => ' ',
        c => narrow(c).to_ascii_lowercase(),
    }
}

/// Whether a name may end with `inner`, beside which these stand, closest first.
fn is_edge(inner: char, outer: [char; 2]) -> bool {
    let [inner, next, second] = [inner, outer[0], outer[1]].map(alike);
    let goes_on = inner.is_ascii_digit() && CONNECTORS.contains(&next) && second.is_ascii_digit();
    !(is_letter(inner) && (is_letter(next) || goes_on))
}

/// What is within a number, or a sum of them.
const CONNECTORS: [char; 5] = ['+', '-', '.', ',', ':'];

/// What words and numbers are made of, in writing that has spaces between words: Latin, Greek, Cyrillic.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '_' | 'À'..='\u{52f}' | '\u{1e00}'..='\u{1fff}') && !is_mark(c) && c != '×' && c != '÷'
}

/// What belongs to the character before it.
fn is_mark(c: char) -> bool {
    is_combining(c)
        || matches!(c, '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn low(c: char) -> usize {
    c as usize % STARTS
}
