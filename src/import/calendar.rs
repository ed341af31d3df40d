//! Calendars: iCalendar (RFC 5545).

use plan_widgets::model::{Choice, Edtf, EventKind, TimeKind};

use crate::{
    Options,
    draft::{Draft, Item, When},
    findings::{Code, Place, Refusal},
    rows::language,
    text::{Decode, decoded},
    xlsx::civil,
};

/// A line: its name, its parameters, its value, and the line of the file where it begins.
struct Line {
    name: String,
    parameters: String,
    value: String,
    at: usize,
}

/// Whether this is a calendar.
#[must_use]
pub fn is_of(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    start.trim_ascii_start().get(..15).is_some_and(|start| start.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"))
}

/// The plan that it gives.
///
/// # Errors
/// When its encoding isn't known.
pub fn draft(bytes: &[u8], options: &Options, decode: Decode) -> Result<Draft, Refusal> {
    let mut draft = Draft::default();
    let lines = lines(bytes, decode)?;
    let own = options.lang.clone().unwrap_or_else(|| {
        let summaries = lines.iter().filter(|line| line.name == "SUMMARY").map(|line| &*line.value);
        let own = language(summaries, std::iter::empty(), &options.reports);
        draft.note(Code::LanguageTaken, &[&own], &Place::default());
        own
    });
    draft.languages = vec![own];
    // Components within each other, and the lines of the event that is open.
    let (mut open, mut event): (Vec<String>, Vec<&Line>) = (Vec::new(), Vec::new());
    for line in &lines {
        let place = Place { line: line.at, ..Place::default() };
        match &*line.name {
            "BEGIN" => {
                let name = line.value.to_uppercase();
                if open.last().is_some_and(|above| above == "VCALENDAR")
                    && !["VEVENT", "VTIMEZONE"].contains(&&*name)
                {
                    draft.note(Code::Field, &[&name], &place);
                }
                if name == "VEVENT" {
                    event.clear();
                }
                open.push(name);
            }
            "END" => {
                if open.pop().is_some_and(|name| name == "VEVENT") {
                    read(&mut draft, &event);
                }
            }
            _ => match open.last().map(String::as_str) {
                Some("VEVENT") => event.push(line),
                Some("VCALENDAR") if line.name == "X-WR-CALNAME" && draft.title.is_empty() => {
                    let title = unescaped(&line.value);
                    draft.title = draft.texts(title);
                }
                Some("VCALENDAR") if line.name == "X-PLAN-ID" => draft.id = line.value.trim().to_owned(),
                Some("VCALENDAR") if line.name == "X-WR-CALDESC" => {
                    let notice = draft.plain(&unescaped(&line.value), &place);
                    draft.notice = draft.texts(notice);
                }
                _ => (),
            },
        }
    }
    Ok(draft)
}

/// Lines without their folds, which may be in the middle of a character.
fn lines(bytes: &[u8], decode: Decode) -> Result<Vec<Line>, Refusal> {
    let mut unfolded: Vec<u8> = Vec::with_capacity(bytes.len());
    // The number of the line where each begins.
    let mut starts = Vec::new();
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        match line {
            [b' ' | b'\t', rest @ ..] if !unfolded.is_empty() => unfolded.extend(rest),
            _ => {
                if at > 0 {
                    unfolded.push(b'\n');
                }
                unfolded.extend(line);
                starts.push(at + 1);
            }
        }
    }
    let (text, _) = decoded(&unfolded, decode)?;
    let line = |(line, at): (&str, &usize)| {
        // The colon that ends name and parameters stands in no quotes.
        let mut quoted = false;
        let colon = line.find(|c: char| {
            quoted ^= c == '"';
            c == ':' && !quoted
        })?;
        let (head, value) = (&line[..colon], &line[colon + 1..]);
        let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
        Some(Line {
            name: name.trim().to_uppercase(),
            parameters: parameters.to_uppercase(),
            value: value.to_owned(),
            at: *at,
        })
    };
    Ok(text.split('\n').zip(&starts).filter_map(line).collect())
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(c) => text.push(c),
                None => text.push('\\'),
            },
            c => text.push(c),
        }
    }
    text.trim().to_owned()
}

/// The items of a list, whose commas are those without a backslash.
fn listed(value: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut escaped = false;
    for c in value.chars() {
        if c == ',' && !escaped {
            items.push(String::new());
        } else if let Some(item) = items.last_mut() {
            item.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    items.iter().map(|item| unescaped(item)).filter(|item| !item.is_empty()).collect()
}

/// What has no place in a plan, and nobody misses.
const SILENT: [&str; 12] = [
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "TRANSP",
    "CLASS",
    "STATUS",
    "PRIORITY",
    "UID",
    "DURATION",
    "RRULE",
    "RDATE",
];

fn read(draft: &mut Draft, event: &[&Line]) {
    let find = |name: &str| event.iter().find(|line| line.name == name).copied();
    let first = event.first().map_or(0, |line| line.at);
    let place = Place { line: find("SUMMARY").map_or(first, |line| line.at), ..Place::default() };
    for line in event {
        let read = ["SUMMARY", "DTSTART", "DTEND", "DESCRIPTION", "CATEGORIES", "URL"].contains(&&*line.name);
        let empty = line.value.trim().is_empty() || line.name.starts_with("X-");
        if !read && !SILENT.contains(&&*line.name) && !empty {
            draft.note(Code::Field, &[&line.name], &Place { line: line.at, ..Place::default() });
        }
    }
    let title = find("SUMMARY").map(|line| unescaped(&line.value).replace('\n', " ")).unwrap_or_default();
    if title.is_empty() {
        draft.note(Code::NoTitle, &[find("DTSTART").map_or("", |line| &line.value)], &place);
        return;
    }
    let when =
        own_time(draft, &find).or_else(|| when(draft, find("DTSTART"), find("DTEND"), find("DURATION")));
    let id = find("X-PLAN-ID").map(|line| line.value.trim().to_owned()).unwrap_or_default();
    if let Some(rule) = find("RRULE").or_else(|| find("RDATE")) {
        let at = Place { line: rule.at, ..Place::default() };
        draft.note(Code::Recurring, &[&title, &rule.value], &at);
    }
    let summary = find("DESCRIPTION").map(|line| unescaped(&line.value)).unwrap_or_default();
    let summary = draft.plain(&summary, &place);
    let names = find("CATEGORIES").map(|line| listed(&line.value)).unwrap_or_default();
    let topics: Vec<_> = names.into_iter().map(|name| draft.texts(name)).collect();
    let title = draft.texts(title);
    let mut media = Vec::new();
    if let Some(link) = find("URL").filter(|line| !line.value.trim().is_empty()) {
        let at = Place { line: link.at, ..Place::default() };
        if let Some(mut medium) = draft.medium(&link.value, &at) {
            medium.kind = "page";
            medium.alt = title.clone();
            media.push(medium);
        }
    }
    let summary = draft.texts(summary);
    let kind =
        find("X-PLAN-KIND").and_then(|line| EventKind::from_name(line.value.trim())).unwrap_or_default();
    draft.items.push(Item { id, kind, title, when, summary, topics, media, place, ..Item::default() });
}

/// The time as an export of ours has it.
fn own_time<'a>(draft: &Draft, find: &impl Fn(&str) -> Option<&'a Line>) -> Option<When> {
    let edtf = find("X-PLAN-EDTF")?.value.trim().to_owned();
    Edtf::parse(&edtf)?;
    let kind =
        find("X-PLAN-TIME").and_then(|line| TimeKind::from_name(line.value.trim())).unwrap_or_default();
    let words = find("X-PLAN-WORDS").map(|line| unescaped(&line.value)).unwrap_or_default();
    Some(When { edtf, kind, text: draft.texts(words) })
}

/// A day, as days from 1970-01-01, and whether an hour is given with it.
fn day(line: &Line) -> Option<(i64, bool)> {
    let value = line.value.trim();
    let digits = value.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let text = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]);
    let days = Edtf::parse(&text)?.first_day()?;
    let timed = !line.parameters.contains("VALUE=DATE") || line.parameters.contains("VALUE=DATE-TIME");
    Some((days, timed && value.contains('T')))
}

fn when(
    draft: &mut Draft,
    start: Option<&Line>,
    end: Option<&Line>,
    duration: Option<&Line>,
) -> Option<When> {
    let start = start?;
    let place = Place { line: start.at, ..Place::default() };
    let Some((first, timed)) = day(start) else {
        draft.note(Code::Date, &[&start.value], &place);
        let text = draft.texts(start.value.trim().to_owned());
        return Some(When { edtf: "/".into(), kind: TimeKind::On, text });
    };
    let mut last = first;
    if let Some(end) = end {
        match day(end) {
            // The end of whole days is the day after; of hours midnight is the day before's end.
            Some((day, timed)) => {
                let midnight = timed && end.value.trim().get(9..15) == Some("000000");
                last = if !timed || midnight { day - 1 } else { day };
                if last < first && day != first {
                    draft.note(Code::Backwards, &[&start.value, &end.value], &place);
                }
                last = last.max(first);
            }
            None => draft.note(Code::Date, &[&end.value], &Place { line: end.at, ..Place::default() }),
        }
    } else if let Some(length) = duration {
        let days = length.value.trim().strip_prefix('P').and_then(|rest| rest.strip_suffix('D'));
        match days.and_then(|days| days.parse::<i64>().ok()).filter(|days| (1..100_000).contains(days)) {
            Some(days) => last = first + days - 1,
            None if timed => (),
            None => draft.note(Code::Field, &["DURATION"], &Place { line: length.at, ..Place::default() }),
        }
    }
    if timed {
        draft.note(Code::Hours, &[], &place);
    }
    let text = |days: i64| {
        let (year, month, day) = civil(days);
        format!("{year:04}-{month:02}-{day:02}")
    };
    Some(if first == last {
        When { edtf: text(first), kind: TimeKind::On, ..When::default() }
    } else {
        When { edtf: format!("{}/{}", text(first), text(last)), kind: TimeKind::During, ..When::default() }
    })
}
