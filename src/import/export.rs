//! Plans for other programs: as a table, a calendar, or TimelineJS's JSON. What is read again gives the same.

use std::fmt::Write;

use plan_widgets::{
    Lang, Plan,
    model::{Bound, Event, EventKind, MediaKind, Part, Text, Time, TimeKind},
    view::words::Language,
};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as Look, Workbook, XlsxError};
use serde_json::{Map, Value, json};

use crate::{
    columns::{Columns, Field},
    findings::{Code, Findings, Place},
    text::{is_html, plain},
    xlsx::civil,
};

/// What a plan can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table of text.
    Csv,
    /// A workbook.
    Xlsx,
    /// A calendar.
    Ics,
    /// JSON.
    TimelineJs,
}

impl Format {
    /// The one of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "csv" => Format::Csv,
            "xlsx" => Format::Xlsx,
            "ics" => Format::Ics,
            "timelinejs" => Format::TimelineJs,
            _ => return None,
        })
    }
}

/// The plan as bytes of a file, and what of it isn't in there.
///
/// # Errors
/// What the writer of workbooks says.
pub fn export(plan: &Plan, format: Format) -> Result<(Vec<u8>, Findings), XlsxError> {
    let mut findings = left(plan, format);
    let bytes = match format {
        Format::Csv => csv(&rows(plan, &mut findings)),
        Format::Xlsx => xlsx(&rows(plan, &mut findings))?,
        Format::Ics => calendar(plan, &mut findings).into_bytes(),
        Format::TimelineJs => timelinejs(plan, &mut findings).into_bytes(),
    };
    Ok((bytes, findings))
}

/// What no event has, and what of events has no place in a format.
fn left(plan: &Plan, format: Format) -> Findings {
    let mut findings = Findings::default();
    let mut several = |name: &str, count: usize| {
        if count > 0 {
            let place = Place { path: format!("{name}/0"), ..Place::default() };
            findings.add_all(Code::NotWritten, &[name], place, count);
        }
    };
    several("departments", plan.departments.len());
    several("parts", plan.parts.len());
    several("articles", plan.articles.len());
    several("principles", plan.principles.len());
    several("figures", plan.figures.len());
    several("projects", plan.projects.len());
    several("goals", plan.goals.len());
    several("terms", plan.terms.len());
    let is_table = matches!(format, Format::Csv | Format::Xlsx);
    if format == Format::Ics {
        several("periods", plan.periods.len());
    }
    if !is_table {
        for lang in plan.languages.iter().skip(1) {
            findings.add(
                Code::NotWritten,
                &[lang.key()],
                Place { path: "languages".into(), ..Place::default() },
            );
        }
    }
    let about = &plan.about;
    let place = || Place { path: "plan".into(), ..Place::default() };
    for (name, there) in [
        ("short", about.short != about.title),
        ("issuer", about.issuer.is_some()),
        ("adopted", about.adopted.is_some()),
        ("period", about.period.is_some()),
        ("previous", about.previous.is_some()),
        ("vision", about.vision.is_some()),
        ("source", about.source.is_some()),
        ("converted", !plan.converted.is_empty()),
        ("financial_year", about.financial_year.is_some()),
    ] {
        if there {
            findings.add(Code::NotWritten, &[name], place());
        }
    }
    for event in &plan.events {
        for (name, there) in [
            ("goals", !event.goals.is_empty()),
            ("projects", !event.projects.is_empty()),
            ("figures", !event.figures.is_empty()),
            ("terms", !event.terms.is_empty()),
            ("cite", event.cite.is_some()),
            ("pinyin", !event.pinyin.is_empty()),
            ("kind", format == Format::TimelineJs && event.kind != EventKind::default()),
            ("stage", !is_table && event.stage.is_some()),
            ("period", !is_table && event.period.is_some()),
            ("topics", format == Format::TimelineJs && event.topics.len() > 1),
        ] {
            if there {
                findings.add(Code::NotWritten, &[&format!("events: {name}")], at(event));
            }
        }
    }
    findings
}

/// Where an event stands.
fn at(event: &Event) -> Place {
    Place { path: format!("events/{}", &*event.id), ..Place::default() }
}

/// Says how many media of an event aren't written, of which so many are.
fn media_left(findings: &mut Findings, event: &Event, written: usize) {
    if event.media.len() > written {
        findings.add_all(Code::NotWritten, &["events: media"], at(event), event.media.len() - written);
    }
}

/// A text as tables have it: as it is, unless it would be taken for HTML.
fn cell(text: &str) -> String {
    if is_html(text) || plain(text).text != text { html(text) } else { text.to_owned() }
}

/// A text as HTML: its paragraphs and lines.
fn html(text: &str) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let paragraphs: Vec<String> =
        text.split("\n\n").map(|paragraph| escape(paragraph).replace('\n', "<br>")).collect();
    match &paragraphs[..] {
        [one] => one.clone(),
        several => several.iter().fold(String::new(), |html, paragraph| html + "<p>" + paragraph + "</p>"),
    }
}

/// The table of a plan: the names of its columns, then a row for the plan, its periods and its events. Columns with
/// nothing in them are left out.
fn rows(plan: &Plan, findings: &mut Findings) -> Vec<Vec<String>> {
    const FIELDS: [Field; 15] = [
        Field::Kind,
        Field::Id,
        Field::Title,
        Field::Edtf,
        Field::TimeKind,
        Field::Display,
        Field::Summary,
        Field::Topic,
        Field::Period,
        Field::Stage,
        Field::Media,
        Field::Alt,
        Field::Caption,
        Field::Credit,
        Field::Link,
    ];
    let columns = Columns::new(&[]);
    let own = plan.languages.first().cloned().unwrap_or_default();
    let several = plan.languages.len() > 1;
    let mut named: Vec<(String, Field, Option<&Lang>)> = Vec::new();
    for field in FIELDS {
        let name = columns.name(field, &own);
        if field.is_text() && several {
            let each =
                plan.languages.iter().map(|lang| (format!("{name} ({})", lang.key()), field, Some(lang)));
            named.extend(each);
        } else {
            named.push((name, field, None));
        }
    }
    let row = |value: &dyn Fn(Field, &Lang) -> String| -> Vec<String> {
        named.iter().map(|(_, field, lang)| value(*field, lang.unwrap_or(&own))).collect()
    };
    let text = |text: &Text, lang: &Lang| cell(text.get(lang.key()));
    let given = |words: Option<&Text>, lang: &Lang| words.map(|words| text(words, lang)).unwrap_or_default();
    let mut rows = vec![named.iter().map(|(name, ..)| name.clone()).collect()];
    rows.push(row(&|field, lang| match field {
        Field::Kind => "title".into(),
        Field::Id => plan.about.id.to_string(),
        Field::Title => text(&plan.about.title, lang),
        Field::Summary => given(plan.about.notice.as_ref(), lang),
        _ => String::new(),
    }));
    for period in &plan.periods {
        rows.push(row(&|field, lang| match field {
            Field::Kind => "era".into(),
            Field::Id => period.id.to_string(),
            Field::Title => text(&period.name, lang),
            Field::Edtf => period.time.edtf.text.to_string(),
            _ => String::new(),
        }));
    }
    for event in &plan.events {
        let is_link = |medium: &plan_widgets::model::Media| {
            let bare = medium.caption.is_none() && medium.credit.is_none();
            medium.kind == MediaKind::Page && bare && Some(&medium.alt) == plan.title(event)
        };
        // Where both are read, the link comes last.
        let link = event.media.iter().rposition(is_link).filter(|at| at + 1 == event.media.len());
        let medium = (0..event.media.len()).find(|at| Some(*at) != link);
        let written = usize::from(link.is_some()) + usize::from(medium.is_some());
        media_left(findings, event, written);
        let [link, medium] = [link, medium].map(|at| at.map(|at| &event.media[at]));
        let time = event.time.as_ref();
        let period = event.period.as_ref().and_then(|id| plan.periods.find(id));
        rows.push(row(&|field, lang| match field {
            Field::Kind => event.kind.name().into(),
            Field::Id => event.id.to_string(),
            Field::Title => given(plan.title(event), lang),
            Field::Edtf => time.map(|time| time.edtf.text.to_string()).unwrap_or_default(),
            Field::TimeKind => time.and_then(unusual).map_or("", TimeKind::name).into(),
            Field::Display => given(time.and_then(|time| time.text.as_ref()), lang),
            Field::Summary => given(event.summary.as_ref(), lang),
            Field::Topic => {
                let topics = event.topics.iter().filter_map(|id| plan.topics.find(id));
                cell(&topics.map(|topic| topic.name.get(lang.key())).collect::<Vec<_>>().join("; "))
            }
            Field::Period => given(period.map(|period| &period.name), lang),
            Field::Stage => event.stage.map_or("", |stage| stage.name()).into(),
            Field::Media => medium.map(|medium| medium.src.to_string()).unwrap_or_default(),
            Field::Alt => given(medium.map(|medium| &medium.alt), lang),
            Field::Caption => given(medium.and_then(|medium| medium.caption.as_ref()), lang),
            Field::Credit => given(medium.and_then(|medium| medium.credit.as_ref()), lang),
            Field::Link => link.map(|link| link.src.to_string()).unwrap_or_default(),
            _ => String::new(),
        }));
    }
    let used: Vec<usize> = (0..named.len())
        .filter(|at| {
            let needed = matches!(named[*at].1, Field::Title | Field::Edtf);
            needed || rows[1..].iter().any(|row| !row[*at].is_empty())
        })
        .collect();
    rows.iter().map(|row| used.iter().map(|at| row[*at].clone()).collect()).collect()
}

/// How a time is meant, where that is another way than it usually is.
fn unusual(time: &Time) -> Option<TimeKind> {
    let usual = if time.edtf.text.contains('/') { TimeKind::During } else { TimeKind::On };
    (time.kind != usual).then_some(time.kind)
}

/// CSV, with the mark by which Excel knows UTF-8 where there is more than ASCII in it.
fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Into memory nothing fails.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    if bytes.is_ascii() { bytes } else { [b"\xef\xbb\xbf", &*bytes].concat() }
}

fn xlsx(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same plan gives the same file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet = workbook.add_worksheet();
    let (bold, wrapped) = (Look::new().set_bold(), Look::new().set_text_wrap());
    for (line, row) in rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let look = if line == 0 { &bold } else { &wrapped };
            let (line, column) =
                (u32::try_from(line).unwrap_or(u32::MAX), u16::try_from(column).unwrap_or(u16::MAX));
            sheet.write_string_with_format(line, column, text, look)?;
        }
    }
    for (column, name) in rows[0].iter().enumerate() {
        let longest = rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
        let width = longest.max(name.chars().count() + 2).min(50);
        sheet.set_column_width(
            u16::try_from(column).unwrap_or(u16::MAX),
            u32::try_from(width).unwrap_or(50),
        )?;
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// First and last day of a time, where both are known.
fn days(time: &Time) -> Option<[i64; 2]> {
    Some([time.edtf.first_day()?, time.edtf.last_day()?])
}

fn calendar(plan: &Plan, findings: &mut Findings) -> String {
    let own = plan.languages.first().map_or("", Lang::key);
    let escape =
        |text: &str| text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    let mut file = String::new();
    let mut line = |name: &str, value: &str| {
        // At most 75 octets a line, not within a character.
        let mut left = 75;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > left {
                file.push_str("\r\n ");
                left = 74;
            }
            left -= c.len_utf8();
            file.push(c);
        }
        file.push_str("\r\n");
    };
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//plan-widgets//export//EN");
    line("X-WR-CALNAME", &escape(plan.about.title.get(own)));
    line("X-PLAN-ID", &plan.about.id);
    if let Some(notice) = &plan.about.notice {
        line("X-WR-CALDESC", &escape(notice.get(own)));
    }
    for event in &plan.events {
        let title = plan.title(event).map_or("", |title| title.get(own));
        let Some((time, [first, last])) = event.time.as_ref().and_then(|time| Some((time, days(time)?)))
        else {
            findings.add(Code::NoDays, &[title], at(event));
            continue;
        };
        let day = |days: i64| {
            let (year, month, day) = civil(days);
            format!("{year:04}{month:02}{day:02}")
        };
        line("BEGIN", "VEVENT");
        line("UID", &format!("{}@{}", &*event.id, &*plan.about.id));
        line("DTSTAMP", "20000101T000000Z");
        line("DTSTART;VALUE=DATE", &day(first));
        line("DTEND;VALUE=DATE", &day(last + 1));
        line("SUMMARY", &escape(title));
        if let Some(summary) = &event.summary {
            line("DESCRIPTION", &escape(summary.get(own)));
        }
        let names = event
            .topics
            .iter()
            .filter_map(|id| plan.topics.find(id))
            .map(|topic| escape(topic.name.get(own)));
        let names: Vec<String> = names.collect();
        if !names.is_empty() {
            line("CATEGORIES", &names.join(","));
        }
        let link = event.media.iter().find(|medium| medium.kind == MediaKind::Page);
        if let Some(link) = link {
            line("URL", &link.src);
        }
        media_left(findings, event, usize::from(link.is_some()));
        // What a calendar has no words for, for whoever reads it again.
        line("X-PLAN-ID", &event.id);
        if event.kind != EventKind::default() {
            line("X-PLAN-KIND", event.kind.name());
        }
        line("X-PLAN-EDTF", &time.edtf.text);
        line("X-PLAN-TIME", time.kind.name());
        if let Some(words) = &time.text {
            line("X-PLAN-WORDS", &escape(words.get(own)));
        }
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    file
}

/// A date as TimelineJS has it: years before the era without a year 0.
fn parts(bound: Bound) -> Option<Value> {
    let date = bound.date()?;
    let year = if date.year <= 0 { date.year - 1 } else { date.year };
    let mut parts = Map::new();
    parts.insert("year".into(), year.to_string().into());
    let (month, day) = match date.part {
        Part::Month(month) => (Some(month), None),
        Part::Day(month, day) => (Some(month), Some(day)),
        _ => (None, None),
    };
    for (name, number) in [("month", month), ("day", day)] {
        if let Some(number) = number {
            parts.insert(name.into(), number.to_string().into());
        }
    }
    Some(parts.into())
}

/// Whether TimelineJS's dates say all of a time.
fn is_told(time: &Time) -> bool {
    let exact = |bound: Bound| {
        bound.date().is_some_and(|date| {
            let whole = matches!(date.part, Part::Years(1) | Part::Month(_) | Part::Day(..));
            whole && !date.uncertain && !date.approximate
        })
    };
    exact(time.edtf.start) && exact(time.edtf.end) && unusual(time).is_none()
}

fn timelinejs(plan: &Plan, findings: &mut Findings) -> String {
    let lang = plan.languages.first().cloned().unwrap_or_default();
    let own = lang.key();
    let language = Language::of(&lang);
    let dated = |record: &mut Value, time: &Time| {
        let (start, end) = (time.edtf.start, time.edtf.end);
        let ends = if start.date().is_some() { [Some(start), Some(end)] } else { [Some(end), None] };
        if let Some(date) = ends[0].and_then(parts) {
            record["start_date"] = date;
        }
        if start != end
            && let Some(date) = ends[1].and_then(parts)
        {
            record["end_date"] = date;
        }
        let words = time.text.as_ref().map(|words| words.get(own).to_owned());
        let words =
            words.or_else(|| (!is_told(time)).then(|| language.time(time, plan.about.financial_year)));
        if let Some(words) = words {
            record["display_date"] = html(&words).into();
        }
    };
    let notice = plan.about.notice.as_ref().map(|notice| html(notice.get(own))).unwrap_or_default();
    let title = json!({ "unique_id": &*plan.about.id, "text": { "headline": html(plan.about.title.get(own)), "text": notice } });
    let mut eras = Vec::new();
    for period in &plan.periods {
        let mut era = json!({ "unique_id": &*period.id, "text": { "headline": html(period.name.get(own)) } });
        dated(&mut era, &period.time);
        eras.push(era);
    }
    let mut events = Vec::new();
    for event in &plan.events {
        let title = plan.title(event).map_or("", |title| title.get(own));
        if !has_start(event) {
            findings.add(Code::NoDays, &[title], at(event));
            continue;
        }
        let summary = event.summary.as_ref().map(|summary| html(summary.get(own))).unwrap_or_default();
        let mut one =
            json!({ "unique_id": &*event.id, "text": { "headline": html(title), "text": summary } });
        if let Some(time) = &event.time {
            dated(&mut one, time);
        }
        if let Some(topic) = event.topics.first().and_then(|id| plan.topics.find(id)) {
            one["group"] = html(topic.name.get(own)).into();
        }
        if let Some(medium) = event.media.first() {
            let mut media = json!({ "url": &*medium.src, "alt": html(medium.alt.get(own)) });
            for (name, words) in [("caption", &medium.caption), ("credit", &medium.credit)] {
                if let Some(words) = words {
                    media[name] = html(words.get(own)).into();
                }
            }
            one["media"] = media;
        }
        media_left(findings, event, 1);
        events.push(one);
    }
    let mut file = String::new();
    let all = json!({ "title": title, "eras": eras, "events": events });
    let _ = writeln!(file, "{}", serde_json::to_string_pretty(&all).unwrap_or_default());
    file
}

fn has_start(event: &Event) -> bool {
    event.time.as_ref().is_some_and(|time| time.edtf.start.date().or(time.edtf.end.date()).is_some())
}
