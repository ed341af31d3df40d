//! From a table to a plan: which row has the names of the columns, what each column is, what each row says.

use std::collections::HashMap;

use plan_widgets::model::{Choice, Edtf, EventKind, Stage, TimeKind};

use crate::{
    Options,
    columns::{Columns, Field, Role, folded},
    dates::{Dates, Doubt, Order, shown_order},
    draft::{Draft, Entry, Era, Item, Medium, Said, Texts, When},
    findings::{Code, Place, Refusal},
    table::{Row, Table},
};

/// How far down the names of the columns may stand.
const DEEPEST: usize = 30;

/// What a table is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Events: titles with dates.
    Events,
    /// A glossary: terms with what they mean.
    Glossary,
    /// An indicator of Open SDG: years with values.
    Indicator,
}

/// What the columns of a table are.
#[derive(Debug)]
pub struct Header {
    /// The index of its row.
    pub row: usize,
    /// Each field's columns, with the language where the name says one.
    fields: HashMap<Field, Vec<(usize, Option<String>)>>,
    /// What the table is of.
    pub subject: Subject,
}

/// The fields of a glossary, and those of an indicator.
const OF_GLOSSARY: [Field; 4] = [Field::Term, Field::Note, Field::Names, Field::Id];
const OF_INDICATOR: [Field; 5] = [Field::Year, Field::Value, Field::Units, Field::Series, Field::Aside];

impl Header {
    /// Finds the names of the columns, if the table has those of any subject.
    #[must_use]
    pub fn of(table: &Table, columns: &Columns) -> Option<Header> {
        let mut all = (0..table.rows.len().min(DEEPEST)).filter_map(|at| Header::at(table, at, columns));
        let first = all.next()?;
        // Names over several columns stand above those of each.
        let below = Header::at(table, first.row + 1, columns);
        let is_finer = |below: &Header| {
            let names = table.rows.get(below.row).map_or(0, |row| row.cells.len());
            below.subject == first.subject && below.count() > first.count() && below.count() * 2 > names
        };
        Some(below.filter(is_finer).unwrap_or(first))
    }

    /// The names of the columns in a row, if that has those of any subject.
    fn at(table: &Table, at: usize, columns: &Columns) -> Option<Header> {
        let mut header = Header::read(at, table.rows.get(at)?, columns);
        let has = |field: Field| header.fields.contains_key(&field);
        let dated = [Field::Start, Field::Year, Field::Edtf, Field::End, Field::Display];
        // Every event has a title; where one breaks numbers down, headline values have none.
        let untitled = || {
            let is_headline = |row: &Row| {
                header.text(row, Field::Title).is_empty() && !header.text(row, Field::Value).is_empty()
            };
            !has(Field::Title) || table.rows[at + 1..].iter().any(is_headline)
        };
        header.subject = if has(Field::Year) && has(Field::Value) && untitled() {
            Subject::Indicator
        } else if has(Field::Title) && dated.into_iter().any(has) {
            Subject::Events
        } else if has(Field::Term) && has(Field::Note) {
            Subject::Glossary
        } else {
            return None;
        };
        let subject = header.subject;
        header.fields.retain(|field, _| match subject {
            Subject::Glossary => OF_GLOSSARY.contains(field),
            Subject::Indicator => OF_INDICATOR.contains(field),
            Subject::Events => !OF_GLOSSARY[..3].contains(field) && !OF_INDICATOR[1..].contains(field),
        });
        Some(header)
    }

    /// How many columns it knows.
    fn count(&self) -> usize {
        self.fields.values().map(Vec::len).sum()
    }

    fn read(at: usize, row: &Row, columns: &Columns) -> Header {
        let mut fields: HashMap<Field, Vec<(usize, Option<String>)>> = HashMap::new();
        let names: Vec<_> =
            row.cells.iter().map(|cell| (cell.column, columns.field(&cell.text), &cell.text)).collect();
        // In TimelineJS's tables `Time` is the hour of a day that has columns of its own.
        let by_year = names.iter().any(|(_, found, _)| matches!(found, Some((Field::Year, _))));
        for (column, found, name) in names {
            let Some((field, lang)) = found else { continue };
            let name = name.trim().to_lowercase();
            let field = match (field, &*name) {
                (Field::Start, "time") if by_year => Field::Hour,
                (Field::End, "end time") if by_year => Field::EndHour,
                _ => field,
            };
            let known = fields.entry(field).or_default();
            if !known.iter().any(|(_, other)| *other == lang) {
                known.push((column, lang));
            }
        }
        Header { row: at, fields, subject: Subject::Events }
    }

    /// The first column of a field.
    #[must_use]
    pub fn column(&self, field: Field) -> Option<usize> {
        self.fields.get(&field)?.first().map(|(column, _)| *column)
    }

    /// The text of a field, without spaces at its ends.
    #[must_use]
    pub fn text<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        self.column(field).map_or("", |column| row.text(column).trim())
    }

    /// The address of a field: that which a click on its cell opens, or else its text.
    fn address<'a>(&self, row: &'a Row, field: Field) -> &'a str {
        let link = self.column(field).and_then(|column| row.cell(column)).map_or("", |cell| cell.link.trim());
        if link.is_empty() { self.text(row, field) } else { link }
    }

    /// Whether a column is read.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.fields.values().flatten().any(|(known, _)| *known == column)
    }

    fn columns(&self, field: Field) -> impl Iterator<Item = (usize, Option<&str>)> {
        self.fields.get(&field).into_iter().flatten().map(|(column, lang)| (*column, lang.as_deref()))
    }
}

/// The names of a table's columns, for who has to say what they are.
#[must_use]
pub fn names(table: &Table) -> String {
    let row = table.rows.iter().find(|row| row.cells.len() > 1).or(table.rows.first());
    let names: Vec<String> = row
        .into_iter()
        .flat_map(|row| &row.cells)
        .take(20)
        .map(|cell| format!("\"{}\"", cell.text.trim()))
        .collect();
    names.join(", ")
}

/// A column whose name looks like that of a field and isn't: `Yеar` with a letter of Cyrillic.
#[must_use]
pub fn look_alike(tables: &[Table], columns: &Columns) -> Option<Refusal> {
    let rows = tables.iter().flat_map(|table| table.rows.iter().take(DEEPEST));
    let found = rows.flat_map(|row| &row.cells).find_map(|cell| alike(&cell.text, columns))?;
    Some(Refusal::new(Code::LookAlike, &found.each_ref().map(String::as_str)))
}

/// A name of a column, the one that it looks like, the letters by which it is another, and the field.
fn alike(name: &str, columns: &Columns) -> Option<[String; 4]> {
    let like = columns.like(name)?;
    let (field, _) = columns.field(like)?;
    let others =
        name.to_lowercase().chars().filter(|c| !like.contains(*c) && c.is_alphabetic()).collect::<String>();
    Some([name.trim().into(), like.into(), others, field.name().into()])
}

/// What is said of a table before its rows: what stands above the names of its columns, what is hidden, what `--map` says.
///
/// # Errors
/// When `--map` names a column that there isn't.
pub fn begin(table: &Table, header: &Header, options: &Options) -> Result<Draft, Refusal> {
    let mut draft = Draft { findings: table.findings.clone(), ..Draft::default() };
    let names = &table.rows[header.row];
    for (name, _) in &options.map {
        let folded = folded(name);
        if !names.cells.iter().any(|cell| self::folded(&cell.text) == folded) {
            return Err(Refusal::new(Code::MapColumn, &[name]));
        }
    }
    for row in &table.rows[..header.row] {
        if let Some(cell) = row.cells.first() {
            draft.note(Code::Preface, &[&cell.text], &table.place(row.line, cell.column));
        }
    }
    for cell in names.cells.iter().filter(|cell| header.has(cell.column)) {
        if table.hidden.iter().any(|(first, end)| (*first..*end).contains(&cell.column)) {
            draft.note(Code::HiddenColumn, &[&cell.text], &table.place(names.line, cell.column));
        }
    }
    let mut last = names.line;
    for row in &table.rows[header.row + 1..] {
        // Of a text the lines of a cell are lines as well.
        let above = if table.is_sheet { row.line.saturating_sub(last + 1) } else { 0 };
        if above > 0 {
            draft.findings.add_all(Code::BlankRow, &[], table.place(last + 1, 0), above);
        }
        last = row.line;
        if row.cells.is_empty() {
            draft.note(Code::BlankRow, &[], &table.place(row.line, 0));
        } else if table.hidden_rows.binary_search(&row.line).is_ok() {
            draft.note(Code::HiddenRow, &[], &table.place(row.line, 0));
        }
    }
    Ok(draft)
}

/// The plan that a table of events or terms gives.
///
/// # Errors
/// When `--map` names a column that there isn't.
pub fn draft(table: &Table, header: &Header, columns: &Columns, options: &Options) -> Result<Draft, Refusal> {
    let mut draft = begin(table, header, options)?;
    let names = &table.rows[header.row];
    for cell in names.cells.iter().filter(|cell| !header.has(cell.column)) {
        let place = table.place(names.line, cell.column);
        match columns.field(&cell.text) {
            Some((field, _)) if header.column(field).is_some() => {
                let first = header.column(field).map_or("", |column| names.text(column)).to_owned();
                draft.note(Code::ColumnTwice, &[&cell.text, &first], &place);
            }
            _ => match alike(&cell.text, columns) {
                Some(found) => draft.note(Code::LookAlike, &found.each_ref().map(String::as_str), &place),
                None => draft.note(Code::UnknownColumn, &[&cell.text], &place),
            },
        }
    }
    languages(&mut draft, table, header, columns, options);
    let dates = Dates::new(&draft.languages);
    let shown = order(table, header);
    let order = shown.unwrap_or_else(|| dates.order());
    let is_order_shown = shown.is_some_and(|order| order != dates.order());
    let mut reader = Reader { table, header, columns, dates, order, is_order_shown, draft };
    for row in table.rows[header.row + 1..].iter().filter(|row| !row.cells.is_empty()) {
        reader.row(row);
    }
    Ok(reader.draft)
}

/// Which languages the texts are in: as the columns say, as asked, or as it seems.
pub fn languages(draft: &mut Draft, table: &Table, header: &Header, columns: &Columns, options: &Options) {
    let mut said: Vec<String> = Vec::new();
    let mut all: Vec<_> =
        header.fields.iter().filter(|(field, _)| field.is_text()).flat_map(|(_, all)| all).collect();
    all.sort_by_key(|(column, _)| *column);
    for (_, lang) in all {
        if let Some(lang) = lang
            && !said.contains(lang)
        {
            said.push(lang.clone());
        }
    }
    let main = match header.subject {
        Subject::Events => Field::Title,
        Subject::Glossary => Field::Term,
        Subject::Indicator => Field::Units,
    };
    let plain_title = header.columns(main).any(|(_, lang)| lang.is_none());
    let own = match &options.lang {
        Some(lang) => lang.clone(),
        None if !plain_title && !said.is_empty() => said[0].clone(),
        None => {
            let names = &table.rows[header.row];
            let titles = header.column(main).unwrap_or_default();
            let titles = table.rows[header.row + 1..].iter().take(200).map(|row| row.text(titles));
            let read = names.cells.iter().filter(|cell| header.has(cell.column));
            let own = language(titles, read.flat_map(|cell| columns.languages(&cell.text)), &options.reports);
            draft.note(Code::LanguageTaken, &[&own], &Place::default());
            own
        }
    };
    said.retain(|lang| *lang != own);
    draft.languages = [vec![own], said].concat();
}

/// The language that texts seem to be in: by their script, or of Latin ones by the names of columns.
pub fn language<'a>(
    texts: impl Iterator<Item = &'a str>,
    votes: impl Iterator<Item = &'a str>,
    reports: &str,
) -> String {
    let mut counts = [0_usize; 6];
    for c in texts.flat_map(str::chars) {
        match c {
            '\u{3040}'..='\u{30ff}' => counts[0] += 1,
            '\u{ac00}'..='\u{d7a3}' => counts[1] += 1,
            '\u{4e00}'..='\u{9fff}' => counts[2] += 1,
            '\u{400}'..='\u{4ff}' => counts[3] += 1,
            '\u{600}'..='\u{6ff}' => counts[4] += 1,
            c if c.is_alphabetic() => counts[5] += 1,
            _ => (),
        }
    }
    let mut tally: Vec<(&str, usize)> = Vec::new();
    for vote in votes {
        match tally.iter_mut().find(|(tag, _)| *tag == vote) {
            Some((_, count)) => *count += 1,
            None => tally.push((vote, 1)),
        }
    }
    let voted = |tag: &str| tally.iter().find(|(known, _)| *known == tag).map_or(0, |(_, count)| *count);
    let [kana, hangul, han, cyrillic, arabic, other] = counts;
    let letters = kana + hangul + han * 2 + cyrillic + arabic;
    if letters > other {
        let ja = kana > 0 && kana * 10 > han;
        return match () {
            () if ja => "ja",
            () if hangul > han => "ko",
            () if han > 0 && han * 2 >= cyrillic.max(arabic) && voted("zh-Hant") > voted("zh-Hans") => {
                "zh-Hant"
            }
            () if han > 0 && han * 2 >= cyrillic.max(arabic) => "zh",
            () if cyrillic > arabic => "ru",
            () => "ar",
        }
        .into();
    }
    let latin = ["en", "fr", "de", "es", "pt"];
    let best = latin.iter().rev().map(|tag| (voted(tag), *tag)).max_by_key(|(count, _)| *count);
    match best {
        Some((count, tag)) if count > 0 => tag.into(),
        _ if reports == "zh" => "zh".into(),
        _ => "en".into(),
    }
}

/// Which of two numbers is the day in a column, where one of its dates shows it and none the contrary.
fn order(table: &Table, header: &Header) -> Option<Order> {
    let columns: Vec<usize> = [Field::Start, Field::End]
        .into_iter()
        .flat_map(|field| header.columns(field))
        .map(|(column, _)| column)
        .collect();
    let mut found = None;
    for row in &table.rows[header.row + 1..] {
        for order in columns.iter().filter_map(|column| shown_order(row.text(*column))) {
            match found {
                None => found = Some(order),
                Some(known) if known != order => return Some(Order::Unknown),
                Some(_) => (),
            }
        }
    }
    found
}

struct Reader<'a> {
    table: &'a Table,
    header: &'a Header,
    columns: &'a Columns,
    dates: Dates,
    order: Order,
    /// Whether other dates of the table show it, and the language doesn't say so.
    is_order_shown: bool,
    draft: Draft,
}

impl Reader<'_> {
    fn place(&self, row: &Row, field: Field) -> Place {
        self.table.place(row.line, self.header.column(field).unwrap_or_default())
    }

    /// A field's text in each language that has it.
    fn texts(&mut self, row: &Row, field: Field) -> Texts {
        let mut texts = Texts::new();
        for (column, lang) in self.header.columns(field) {
            let place = self.table.place(row.line, column);
            let text = self.draft.plain(row.text(column), &place);
            let lang = lang.map_or_else(|| self.draft.own().to_owned(), Into::into);
            if !text.is_empty() {
                texts.insert(lang, text);
            }
        }
        texts
    }

    fn row(&mut self, row: &Row) {
        let named = &self.table.rows[self.header.row];
        for cell in row.cells.iter().filter(|cell| named.cell(cell.column).is_none()) {
            self.draft.note(Code::NamelessColumn, &[], &self.table.place(row.line, cell.column));
        }
        for cell in row.cells.iter().filter(|cell| !cell.link.is_empty() && self.header.has(cell.column)) {
            let is_taken =
                [Field::Media, Field::Link].map(|field| self.header.column(field) == Some(cell.column));
            if !is_taken.contains(&true) && cell.text.trim() != cell.link {
                self.draft.note(Code::Link, &[&cell.link], &self.table.place(row.line, cell.column));
            }
        }
        let place = self.table.place(row.line, 0);
        if self.header.subject == Subject::Glossary {
            self.entry(row, place);
            return;
        }
        let title: Texts = self
            .texts(row, Field::Title)
            .into_iter()
            // A title is of one line.
            .map(|(lang, text)| (lang, text.split_whitespace().collect::<Vec<_>>().join(" ")))
            .collect();
        let kind = self.header.text(row, Field::Kind);
        let known = EventKind::from_name(&kind.to_lowercase());
        let role = self.columns.role(kind);
        // An event may be a period as a whole: then it says which.
        let of_period = known == Some(EventKind::Period) && !self.header.text(row, Field::Period).is_empty();
        let role = role.filter(|_| !of_period);
        if title.is_empty() {
            let first = row.cells.first().map_or("", |cell| cell.text.trim());
            self.draft.note(Code::NoTitle, &[first], &place);
            return;
        }
        let summary = self.texts(row, Field::Summary);
        if role == Some(Role::Title) && self.draft.title.is_empty() {
            self.draft.title = title;
            self.draft.notice = summary;
            self.draft.id = self.header.text(row, Field::Id).into();
            self.only(row, &[Field::Title, Field::Summary, Field::Kind, Field::Id]);
            return;
        }
        let when = self.when(row);
        if role == Some(Role::Era) {
            let name = title.values().next().cloned().unwrap_or_default();
            match when.filter(|when| when.edtf != "/") {
                Some(when) => self.draft.eras.push(Era {
                    id: self.header.text(row, Field::Id).into(),
                    name: title,
                    edtf: when.edtf,
                    place,
                }),
                None => self.draft.note(Code::Era, &[&name], &place),
            }
            use Field::{Day, Edtf, End, EndDay, EndMonth, EndYear, Id, Kind, Month, Start, Title, Year};
            self.only(row, &[Title, Kind, Id, Start, End, Edtf, Year, Month, Day, EndYear, EndMonth, EndDay]);
            return;
        }
        if !kind.is_empty() && known.is_none() && role.is_none() {
            let names = EventKind::NAMES.join(", ");
            self.draft.note(Code::Kind, &[kind, &names], &self.place(row, Field::Kind));
        }
        let stage = self.header.text(row, Field::Stage);
        let of_name = Stage::from_name(&stage.to_lowercase());
        if !stage.is_empty() && of_name.is_none() {
            self.draft.note(Code::Field, &[&format!("stage \"{stage}\"")], &self.place(row, Field::Stage));
        }
        let item = Item {
            id: self.header.text(row, Field::Id).into(),
            kind: known.unwrap_or_default(),
            stage: of_name,
            period: self.texts(row, Field::Period),
            topics: self.topics(row),
            media: self.media(row, &title),
            title,
            when,
            summary,
            place,
        };
        self.draft.items.push(item);
    }

    /// A row of a glossary.
    fn entry(&mut self, row: &Row, place: Place) {
        let [name, note, other] =
            [Field::Term, Field::Note, Field::Names].map(|field| self.texts(row, field));
        let names = other.into_iter().map(|(lang, text)| (lang, listed(&text))).collect();
        let id = self.header.text(row, Field::Id).into();
        let first = row.cells.first().map_or("", |cell| cell.text.trim());
        self.draft.entry(Entry { id, name, note, names, place }, first);
    }

    /// Says of a row of another kind what isn't read of it.
    fn only(&mut self, row: &Row, fields: &[Field]) {
        for field in Field::ALL.iter().filter(|field| !fields.contains(field)) {
            if !self.header.text(row, *field).is_empty() {
                self.draft.note(Code::Field, &[field.name()], &self.place(row, *field));
            }
        }
    }

    fn when(&mut self, row: &Row) -> Option<When> {
        let display = self.texts(row, Field::Display);
        let place = self.place(row, Field::Display);
        let mut when = self.dated(row);
        let kind = self.header.text(row, Field::TimeKind);
        match (TimeKind::from_name(&kind.to_lowercase()), &mut when) {
            (Some(kind), Some(when)) => when.kind = kind,
            _ if kind.is_empty() => (),
            _ => self.draft.note(
                Code::Field,
                &[&format!("time kind \"{kind}\"")],
                &self.place(row, Field::TimeKind),
            ),
        }
        if !display.is_empty() {
            match &mut when {
                Some(when) => when.text = display,
                None => {
                    let said = display.values().next().cloned().unwrap_or_default();
                    let read = self.dates.read(&said, self.order).ok();
                    let Some(read) = read else {
                        self.draft.note(Code::Date, &[&said], &place);
                        return Some(When { edtf: "/".into(), kind: TimeKind::On, text: display });
                    };
                    return Some(When { edtf: read.edtf, kind: read.kind, text: display });
                }
            }
        }
        when
    }

    fn dated(&mut self, row: &Row) -> Option<When> {
        let edtf = self.header.text(row, Field::Edtf);
        if Edtf::parse(edtf).is_some() {
            let usual = if edtf.contains('/') { TimeKind::During } else { TimeKind::On };
            return Some(When { edtf: edtf.into(), kind: usual, text: Texts::new() });
        }
        if !edtf.is_empty() {
            let place = self.place(row, Field::Edtf);
            let said = Said { start: edtf, order: self.order, ..Said::default() };
            return self.draft.time(&self.dates, said, [&place, &place]);
        }
        let mut in_parts = |fields: [Field; 4]| -> String {
            let parts = fields.map(|field| self.header.text(row, field).to_owned());
            if !parts[3].is_empty() {
                self.draft.note(Code::Hours, &[], &self.place(row, fields[3]));
            }
            self::in_parts([&parts[0], &parts[1], &parts[2]])
        };
        let first = in_parts([Field::Year, Field::Month, Field::Day, Field::Hour]);
        let last = in_parts([Field::EndYear, Field::EndMonth, Field::EndDay, Field::EndHour]);
        if !first.is_empty() || !last.is_empty() {
            let places = [self.place(row, Field::Year), self.place(row, Field::EndYear)];
            let said = Said { start: &first, end: &last, order: self.order };
            return self.draft.time(&self.dates, said, [&places[0], &places[1]]);
        }
        for field in [Field::Start, Field::End] {
            let text = self.header.text(row, field);
            let is_open = || self.dates.read(text, Order::Unknown).err() == Some(Doubt::Order);
            if self.is_order_shown && is_open() && self.dates.read(text, self.order).is_ok() {
                self.draft.note(Code::OrderTaken, &[text], &self.place(row, field));
            }
        }
        let [start, end] = [Field::Start, Field::End].map(|field| self.place(row, field));
        let said = Said {
            start: self.header.text(row, Field::Start),
            end: self.header.text(row, Field::End),
            order: self.order,
        };
        self.draft.time(&self.dates, said, [&start, &end])
    }

    fn topics(&mut self, row: &Row) -> Vec<Texts> {
        let all = self.texts(row, Field::Topic);
        let lists: Vec<(String, Vec<String>)> =
            all.iter().map(|(lang, text)| (lang.clone(), listed(text))).collect();
        let own = lists.iter().find(|(lang, _)| lang == self.draft.own()).or(lists.first());
        let count = own.map_or(0, |(_, names)| names.len());
        let topic = |at: usize| {
            let names = lists.iter().filter(|(_, names)| names.len() == count);
            names.map(|(lang, names)| (lang.clone(), names[at].clone())).collect()
        };
        (0..count).map(topic).collect()
    }

    fn media(&mut self, row: &Row, title: &Texts) -> Vec<Medium> {
        let mut media = Vec::new();
        let [address, link] = [Field::Media, Field::Link].map(|field| self.header.address(row, field));
        let of_medium = [Field::Alt, Field::Caption, Field::Credit].map(|field| self.texts(row, field));
        let [alt, caption, credit] = of_medium;
        if !address.is_empty() {
            let place = self.place(row, Field::Media);
            if let Some(medium) = self.draft.medium(address, &place) {
                let mut medium = Medium { alt, caption, credit, ..medium };
                self.draft.describe(&mut medium, title, &place);
                media.push(medium);
            }
        } else {
            for (field, texts) in [(Field::Alt, alt), (Field::Caption, caption), (Field::Credit, credit)] {
                if let Some(text) = texts.values().next() {
                    self.draft.note(Code::MediaLost, &[text], &self.place(row, field));
                }
            }
        }
        if !link.is_empty() && link != address {
            let place = self.place(row, Field::Link);
            if let Some(medium) = self.draft.medium(link, &place) {
                media.push(Medium { kind: "page", alt: title.clone(), ..medium });
            }
        }
        media
    }
}

/// The parts of a cell that lists something.
fn listed(text: &str) -> Vec<String> {
    let parts = text.split([';', '；', '、', '|', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(Into::into).collect()
}

/// A date in columns of its own, in EDTF as far as they are numbers.
#[must_use]
pub fn in_parts([year, month, day]: [&str; 3]) -> String {
    let number = |text: &str| text.trim().parse::<i64>().ok();
    let Some(value) = number(year).filter(|year| *year != 0 && year.abs() < 1_000_000_000) else {
        // Whatever it is, it is asked about.
        return [year, month, day]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
    };
    // Years before the era are counted without a year 0 there, and with one in EDTF.
    let value = if value < 0 { value + 1 } else { value };
    let mut edtf = match value {
        -9999..=-1 => format!("-{:04}", -value),
        0..=9999 => format!("{value:04}"),
        _ => format!("Y{value}"),
    };
    for part in [month, day].into_iter().map(str::trim).take_while(|part| !part.is_empty()) {
        match number(part) {
            Some(part) => edtf += &format!("-{part:02}"),
            None => edtf += &format!(" {part}"),
        }
    }
    if month.trim().is_empty() && !day.trim().is_empty() {
        edtf += &format!(" {day}");
    }
    edtf
}
