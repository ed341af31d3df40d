//! A plan in the making: what any format gives, with ids, in all its languages.

use std::collections::{BTreeMap, HashMap, HashSet};

use plan_widgets::{
    Lang, Plan,
    model::{Edtf, EventKind, Stage, TimeKind, Url},
};
use serde_json::{Map, Value, json};

use crate::{
    dates::{Dates, Doubt, Order, Reading},
    findings::{Code, Findings, Place, Refusal},
    text::plain,
};

/// A text in each language that has it.
pub type Texts = BTreeMap<String, String>;

/// The longest text and id of a plan, in characters, and its most records: the model's limits.
const LONGEST: usize = 10_000;
const LONGEST_ID: usize = 60;
const MOST: usize = 20_000;

/// The most entries of a list within a record.
const MOST_LISTED: usize = 1_000;

/// The most languages that are read of a file.
const MOST_LANGUAGES: usize = 50;

/// A time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// When.
    pub edtf: String,
    /// How it is meant.
    pub kind: TimeKind,
    /// Its words, where they are shown.
    pub text: Texts,
}

/// A picture, a film or a page.
#[derive(Clone, Debug, Default)]
pub struct Medium {
    /// `image`, `video` or `page`.
    pub kind: &'static str,
    /// Its address.
    pub src: String,
    /// What is to be seen.
    pub alt: Texts,
    /// What stands below it.
    pub caption: Texts,
    /// Who made it.
    pub credit: Texts,
}

/// An event.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// The id that the file gives it.
    pub id: String,
    /// What sort of event it is.
    pub kind: EventKind,
    /// How far its project is.
    pub stage: Option<Stage>,
    /// What it is called.
    pub title: Texts,
    /// When it is.
    pub when: Option<When>,
    /// The name of its period.
    pub period: Texts,
    /// More about it.
    pub summary: Texts,
    /// The names of its subjects.
    pub topics: Vec<Texts>,
    /// Pictures and links.
    pub media: Vec<Medium>,
    /// Where it stands.
    pub place: Place,
}

/// A period.
#[derive(Clone, Debug, Default)]
pub struct Era {
    /// The id that the file gives it.
    pub id: String,
    /// What it is called.
    pub name: Texts,
    /// When it is.
    pub edtf: String,
    /// Where it stands.
    pub place: Place,
}

/// A term of a glossary.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The id that the file gives it.
    pub id: String,
    /// The term.
    pub name: Texts,
    /// What it means.
    pub note: Texts,
    /// What else it is called, in each language.
    pub names: BTreeMap<String, Vec<String>>,
    /// Where it stands.
    pub place: Place,
}

/// What a file gives.
#[derive(Debug, Default)]
pub struct Draft {
    /// The plan's languages, its own first.
    pub languages: Vec<String>,
    /// The name of the file, without its ending.
    pub name: String,
    /// The id that the file gives the plan.
    pub id: String,
    /// The plan's title.
    pub title: Texts,
    /// What is said of the whole.
    pub notice: Texts,
    /// Its periods.
    pub eras: Vec<Era>,
    /// Its events.
    pub items: Vec<Item>,
    /// Its terms.
    pub entries: Vec<Entry>,
    /// What is said of the file.
    pub findings: Findings,
}

/// A time that a file says in words: where it begins, and where it ends if that is said apart.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    /// Where it begins, or all of it.
    pub start: &'a str,
    /// Where it ends.
    pub end: &'a str,
    /// Which of two numbers is the day.
    pub order: Order,
}

impl Draft {
    /// Notes something.
    pub fn note(&mut self, code: Code, parameters: &[&str], place: &Place) {
        self.findings.add(code, parameters, place.clone());
    }

    /// The plan's own language.
    #[must_use]
    pub fn own(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// A text in the plan's own language alone; empty where there is nothing in it.
    #[must_use]
    pub fn texts(&self, text: String) -> Texts {
        if text.is_empty() { Texts::new() } else { Texts::from([(self.own().to_owned(), text)]) }
    }

    /// A text as plain text, with what that loses.
    pub fn plain(&mut self, text: &str, place: &Place) -> String {
        let plain = plain(text);
        if plain.is_html {
            self.note(Code::Html, &[], place);
        }
        for link in &plain.links {
            self.note(Code::Link, &[link], place);
        }
        if plain.pictures {
            self.note(Code::Picture, &[], place);
        }
        plain.text
    }

    /// The plan's language that a tag of a file stands for, which becomes one of them; nothing where it is no tag, which is
    /// said, or there are too many.
    pub fn heard(&mut self, tag: &str, place: &Place) -> Option<String> {
        let plain = tag.trim().replace('_', "-");
        let Some(lang) = Lang::parse(&plain).filter(|_| self.languages.len() < MOST_LANGUAGES) else {
            self.note(Code::Language, &[tag], place);
            return None;
        };
        let known: Vec<Lang> = self.languages.iter().filter_map(|lang| Lang::parse(lang)).collect();
        if let Some(known) = Lang::best(lang.tag(), &known) {
            return Some(known.key().to_owned());
        }
        let mut parts = plain.split('-');
        let primary = parts.next().unwrap_or_default().to_lowercase();
        let script =
            parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
        let short = match (&*primary, script) {
            ("zh", _) if Lang::best(lang.tag(), &[Lang::ZH]).is_some() => "zh".into(),
            ("zh", None) => "zh-Hant".into(),
            (_, Some(script)) => {
                format!("{primary}-{}{}", script[..1].to_uppercase(), script[1..].to_lowercase())
            }
            _ => primary,
        };
        self.languages.push(short.clone());
        Some(short)
    }

    /// Adds a term, unless it has no name or no explanation; `first` is what else there is of it.
    pub fn entry(&mut self, entry: Entry, first: &str) {
        let Some(name) = entry.name.values().next() else {
            self.note(Code::NoTitle, &[first], &entry.place);
            return;
        };
        if entry.note.is_empty() {
            self.note(Code::NoNote, &[name], &entry.place);
            return;
        }
        self.entries.push(entry);
    }

    /// Reads a time in words; what isn't certain stays in its words.
    pub fn time(&mut self, dates: &Dates, said: Said, places: [&Place; 2]) -> Option<When> {
        let [start, end] = [said.start, said.end].map(str::trim);
        if start.is_empty() && end.is_empty() {
            return None;
        }
        let mut read = |text: &str, place: &Place| -> Option<Option<Reading>> {
            if text.is_empty() {
                return Some(None);
            }
            match dates.read(text, said.order) {
                Ok(reading) => {
                    if reading.hours {
                        self.note(Code::Hours, &[], place);
                    }
                    Some(Some(reading))
                }
                Err(doubt) => {
                    let code = match doubt {
                        Doubt::Unknown => Code::Date,
                        Doubt::Order => Code::DateOrder,
                        Doubt::Century => Code::DateYear,
                    };
                    self.note(code, &[text], place);
                    None
                }
            }
        };
        let (first, last) = (read(start, places[0]), read(end, places[1]));
        let words = |draft: &Self| {
            let words = if start.is_empty() || end.is_empty() {
                [start, end].concat()
            } else {
                format!("{start} – {end}")
            };
            draft.texts(words)
        };
        match (first, last) {
            (Some(Some(reading)), Some(None)) => {
                let text = if reading.own { words(self) } else { Texts::new() };
                Some(When { edtf: reading.edtf, kind: reading.kind, text })
            }
            (Some(Some(from)), Some(Some(to))) => {
                let [own, same] = [from.own || to.own, from.edtf == to.edtf];
                let text = if own { words(self) } else { Texts::new() };
                if same {
                    return Some(When { edtf: from.edtf, kind: from.kind, text });
                }
                let before = from.edtf.split('/').next().unwrap_or_default();
                let after = to.edtf.rsplit('/').next().unwrap_or_default();
                let edtf = format!("{before}/{after}");
                if Edtf::parse(&edtf).is_none() {
                    self.note(Code::Backwards, &[start, end], places[0]);
                    return Some(When { edtf: from.edtf, kind: from.kind, text });
                }
                Some(When { edtf, kind: TimeKind::During, text })
            }
            (Some(None), Some(Some(to))) => {
                self.note(Code::NoStart, &[end], places[1]);
                let after = to.edtf.rsplit('/').next().unwrap_or_default();
                Some(When { edtf: format!("/{after}"), kind: TimeKind::During, text: Texts::new() })
            }
            // What is certain of it has a place in time.
            (Some(Some(from)), None) => {
                let before = from.edtf.split('/').next().unwrap_or_default();
                Some(When { edtf: format!("{before}/"), kind: TimeKind::During, text: words(self) })
            }
            _ => Some(When { edtf: "/".into(), kind: TimeKind::On, text: words(self) }),
        }
    }

    /// A medium of an address; nothing where that is none.
    pub fn medium(&mut self, address: &str, place: &Place) -> Option<Medium> {
        let address = address.trim();
        let lower = address.to_lowercase();
        let path = lower.split(['?', '#']).next().unwrap_or_default();
        let ends = |all: &[&str]| all.iter().any(|end| path.ends_with(end));
        let image = ends(&[".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp", ".avif"]);
        let web = lower.starts_with("https://") || lower.starts_with("http://");
        let relative = image && !lower.contains(':') && !lower.starts_with("//");
        let odd = address.contains(|c: char| c.is_whitespace() || ['<', '>', '"'].contains(&c));
        if !web && !relative || odd || address.len() > LONGEST || !Url::is_valid(address) {
            self.note(Code::Url, &[address], place);
            return None;
        }
        let host = lower.split('/').nth(2).unwrap_or_default();
        let films = ["youtube.com", "youtu.be", "vimeo.com", "bilibili.com", "dailymotion.com"];
        let film = films.iter().any(|film| host == *film || host.ends_with(&format!(".{film}")));
        let kind = if image {
            "image"
        } else if film || ends(&[".mp4", ".webm", ".mov"]) {
            "video"
        } else {
            "page"
        };
        Some(Medium { kind, src: address.into(), ..Medium::default() })
    }

    /// Gives a medium what is to be seen in it: its own words, or those below it, or the title.
    pub fn describe(&mut self, medium: &mut Medium, title: &Texts, place: &Place) {
        if medium.alt.is_empty() {
            medium.alt =
                if medium.caption.is_empty() { title.clone() } else { std::mem::take(&mut medium.caption) };
            let taken = medium.alt.values().next().cloned().unwrap_or_default();
            self.note(Code::AltAsked, &[&taken], place);
        }
    }

    /// The plan as JSON, and what is said of the file.
    ///
    /// # Errors
    /// When the plan would not be valid, which is a fault of this crate.
    pub fn finish(mut self) -> Result<(String, Findings), Refusal> {
        let whole = Place::default();
        if self.title.is_empty() {
            let name = if self.name.is_empty() { "plan".to_owned() } else { self.name.clone() };
            self.note(Code::TitleTaken, &[&name], &whole);
            self.title = self.languages.iter().map(|lang| (lang.clone(), name.clone())).collect();
        }
        let beyond = [
            self.eras.get(MOST).map(|era| era.place.clone()),
            self.items.get(MOST).map(|item| item.place.clone()),
            self.entries.get(MOST).map(|entry| entry.place.clone()),
        ];
        for place in beyond.iter().flatten() {
            self.note(Code::TooMany, &[&MOST.to_string()], place);
        }
        self.eras.truncate(MOST);
        self.items.truncate(MOST);
        self.entries.truncate(MOST);
        let (mut periods, mut period_ids, mut period_names) = (Vec::new(), Ids::default(), HashMap::new());
        for (at, era) in std::mem::take(&mut self.eras).into_iter().enumerate() {
            let id = self.id(&mut period_ids, &era.id, &era.name, &era.edtf, ("period", at), &era.place);
            for name in era.name.values() {
                period_names.entry(name.trim().to_lowercase()).or_insert_with(|| id.clone());
            }
            let name = self.complete(&era.name, &era.place);
            periods.push(json!({ "id": id, "name": name, "time": { "edtf": era.edtf, "kind": "during" } }));
        }
        let (mut topics, mut topic_ids, mut topic_names) = (Vec::new(), Ids::default(), HashMap::new());
        let (mut events, mut ids) = (Vec::new(), Ids::default());
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        for (at, item) in std::mem::take(&mut self.items).into_iter().enumerate() {
            let place = &item.place;
            let edtf = item.when.as_ref().map_or("", |when| &when.edtf).to_owned();
            let id = self.id(&mut ids, &item.id, &item.title, &edtf, ("item", at), place);
            let title = self.complete(&item.title, place);
            let known = (Value::from(title.clone()).to_string(), edtf);
            match seen.get(&known) {
                Some(line) => {
                    let line = line.to_string();
                    self.note(Code::Same, &[&line], place);
                }
                None => {
                    seen.insert(known, if place.line > 0 { place.line } else { at + 1 });
                }
            }
            let mut event = json!({ "id": id, "kind": item.kind.name(), "title": title });
            if let Some(when) = &item.when {
                let mut time = json!({ "edtf": when.edtf, "kind": when.kind.name() });
                if !when.text.is_empty() {
                    time["text"] = self.complete(&when.text, place).into();
                }
                event["time"] = time;
            } else if item.period.is_empty() {
                self.note(Code::NoDate, &[], place);
            }
            if let Some(stage) = item.stage {
                event["stage"] = stage.name().into();
            }
            if let Some(name) = item.period.values().next() {
                let names = || item.period.values().map(|name| name.trim().to_lowercase());
                match names().find_map(|name| period_names.get(&name)) {
                    Some(id) => event["period"] = id.clone().into(),
                    None => self.note(Code::Era, &[name], place),
                }
            }
            if !item.summary.is_empty() {
                event["summary"] = self.complete(&item.summary, place).into();
            }
            let mut own: Vec<String> = Vec::new();
            for topic in &item.topics {
                if own.len() == MOST_LISTED || topics.len() == MOST {
                    let most = if own.len() == MOST_LISTED { MOST_LISTED } else { MOST }.to_string();
                    self.note(Code::TooMany, &[&most], place);
                    break;
                }
                let keys = || topic.iter().map(|(lang, name)| (lang.clone(), name.trim().to_lowercase()));
                let known = keys().find_map(|key| topic_names.get(&key));
                let id = match known {
                    Some(id) => String::clone(id),
                    None => {
                        let id = self.id(&mut topic_ids, "", topic, "", ("topic", topics.len()), place);
                        topics.push(json!({ "id": id, "name": self.complete(topic, place) }));
                        topic_names.extend(keys().map(|key| (key, id.clone())));
                        id
                    }
                };
                if !own.contains(&id) {
                    own.push(id);
                }
            }
            if !own.is_empty() {
                event["topics"] = own.into();
            }
            let mut media = Vec::new();
            for medium in &item.media {
                let mut one = json!({ "kind": medium.kind, "src": medium.src, "alt": self.complete(&medium.alt, place) });
                for (name, texts) in [("caption", &medium.caption), ("credit", &medium.credit)] {
                    if !texts.is_empty() {
                        one[name] = self.complete(texts, place).into();
                    }
                }
                media.push(one);
            }
            if !media.is_empty() {
                event["media"] = media.into();
            }
            events.push(event);
        }
        let (mut terms, mut term_ids) = (Vec::new(), Ids::default());
        for (at, entry) in std::mem::take(&mut self.entries).into_iter().enumerate() {
            let id = self.id(&mut term_ids, &entry.id, &entry.name, "", ("term", at), &entry.place);
            let [name, note] = [&entry.name, &entry.note].map(|texts| self.complete(texts, &entry.place));
            let mut term = json!({ "id": id, "name": name, "note": note, "components": [] });
            let mut names = entry.names;
            for (lang, name) in &entry.name {
                let own = names.entry(lang.clone()).or_default();
                own.extend(bracketed(name));
                let mut seen = HashSet::from([name.clone()]);
                own.retain(|other| seen.insert(other.clone()));
                if own.len() > MOST_LISTED {
                    self.note(Code::TooMany, &[&MOST_LISTED.to_string()], &entry.place);
                    own.truncate(MOST_LISTED);
                }
            }
            names.retain(|_, names| !names.is_empty());
            if !names.is_empty() {
                term["names"] = json!(names);
            }
            terms.push(term);
        }
        // Last, so that what is missing in a language is told of the first record that lacks it.
        let title = std::mem::take(&mut self.title);
        let first = title.get(self.own()).or(title.values().next()).map_or("", String::as_str);
        let id = slug(&self.id).or_else(|| slug(first)).or_else(|| slug(&self.name));
        let id = id.unwrap_or_else(|| "plan".into());
        let title = self.complete(&title, &whole);
        let mut about = json!({ "id": id, "title": title, "short": title });
        let notice = std::mem::take(&mut self.notice);
        if !notice.is_empty() {
            about["notice"] = self.complete(&notice, &whole).into();
        }
        let plan = json!({
            "schema": 1, "languages": self.languages, "plan": about, "topics": topics, "periods": periods,
            "events": events, "terms": terms,
        });
        let plan = Plan::read(&plan).map_err(|problems| {
            let first = problems.0.first().map(ToString::to_string).unwrap_or_default();
            Refusal::new(Code::Invalid, &[&first])
        })?;
        let json = serde_json::to_string_pretty(&plan);
        let json = json.map_err(|error| Refusal::new(Code::Invalid, &[&error.to_string()]))?;
        Ok((json + "\n", self.findings))
    }

    /// A text in every language of the plan: what is missing is taken from another, and said.
    fn complete(&mut self, texts: &Texts, place: &Place) -> Map<String, Value> {
        let mut all = Map::new();
        let languages = self.languages.clone();
        let any = languages.iter().find_map(|lang| texts.get(lang)).or_else(|| texts.values().next());
        for lang in languages {
            let text = match texts.get(&lang) {
                Some(text) => text,
                None => {
                    self.note(Code::Untranslated, &[&lang], place);
                    any.map_or("", String::as_str)
                }
            };
            let mut text = text.to_owned();
            if text.len() > LONGEST && text.chars().count() > LONGEST {
                let most = LONGEST.to_string();
                self.note(Code::TooLong, &[&most], place);
                text = text.chars().take(LONGEST).collect();
            }
            all.insert(lang, text.into());
        }
        all
    }

    /// An id of its own: as given, of the title, of the time, or by number.
    fn id(
        &mut self,
        ids: &mut Ids,
        given: &str,
        title: &Texts,
        edtf: &str,
        (kind, at): (&str, usize),
        place: &Place,
    ) -> String {
        let given = given.trim();
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let valid = (1..=100).contains(&given.len()) && given.bytes().all(allowed);
        let of_given = if valid { Some(given.to_owned()) } else { slug(given) };
        let of_title = || {
            // A Latin one, in whichever language: of others little would be left.
            let letters = |text: &String| text.chars().filter(|c| c.is_alphanumeric()).count();
            let found = self.languages.iter().filter_map(|lang| title.get(lang));
            let found = found.filter_map(|text| Some((slug(text)?, letters(text))));
            found.filter(|(slug, letters)| slug.len() * 2 > *letters).map(|(slug, _)| slug).next()
        };
        let of_time = || {
            let start = edtf.split('/').next().unwrap_or_default();
            let digits: String = start.chars().filter(char::is_ascii_digit).collect();
            (digits.len() >= 4).then(|| format!("d-{digits}"))
        };
        let id = of_given.or_else(of_title).or_else(of_time).unwrap_or_else(|| format!("{kind}-{}", at + 1));
        let id = ids.own(id);
        if !given.is_empty() && id != given {
            self.note(Code::IdChanged, &[given, &id], place);
        }
        id
    }
}

/// What a term is also called whose name has brackets at its end: the name without them, and what stands in them where that
/// is an abbreviation, or Latin letters beside others: `Shore power (OPS)`, `岸电(shore power)`.
fn bracketed(name: &str) -> Vec<String> {
    let parts = name.trim().strip_suffix([')', '）']).and_then(|inner| inner.rsplit_once(['(', '（']));
    let Some((before, within)) = parts.map(|(before, within)| (before.trim(), within.trim())) else {
        return Vec::new();
    };
    if before.is_empty() || within.is_empty() {
        return Vec::new();
    }
    let is_latin = |c: char| c.is_alphabetic() && c < '\u{250}';
    let capitals = within.chars().filter(|c| c.is_uppercase()).count();
    let short = capitals > 1 && !within.contains(char::is_whitespace);
    let other = within.chars().all(|c| is_latin(c) || !c.is_alphabetic()) && !before.chars().any(is_latin);
    let is_name = within.chars().any(char::is_alphabetic) && (short || other);
    [before].into_iter().chain(is_name.then_some(within)).map(Into::into).collect()
}

/// Ids that there are, each with how often it was asked for.
#[derive(Default)]
struct Ids(HashMap<String, usize>);

impl Ids {
    /// This id, or with a number behind it.
    fn own(&mut self, id: String) -> String {
        let mut own = id.clone();
        while self.0.contains_key(&own) {
            let count = self.0.entry(id.clone()).or_insert(1);
            *count += 1;
            own = format!("{id}-{count}");
        }
        self.0.insert(own.clone(), 1);
        own
    }
}

/// Letters with marks, and those without that ids have in their place.
const LETTERS: [(&str, &str); 27] = [
    ("àáâãåāăąǎ", "a"),
    ("äæ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõøōŏő", "o"),
    ("öœ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("ùúûũūŭůűų", "u"),
    ("ü", "ue"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("þ", "th"),
    ("ạảấầẩẫậắằẳẵặ", "a"),
    ("ẹẻẽếềểễệ", "e"),
    ("ọỏốồổỗộớờởỡợ", "o"),
];

/// An id made of a text: its letters of ASCII and digits, with hyphens between words; nothing where it has none.
#[must_use]
pub fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if slug.len() >= LONGEST_ID {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if let Some((_, plain)) = LETTERS.iter().find(|(letters, _)| letters.contains(c)) {
            slug.push_str(plain);
        } else if !['\'', '’'].contains(&c) && !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}
