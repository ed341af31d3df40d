//! Reading: a value and the way to it, a log of what is wrong, and the macros that say a record's shape once.

use std::cell::{Cell, RefCell};

use super::{Code, Lang, Phrase, Problem, Table, Value, decimal, nearest, signed, table::mix};

/// What can be read from a node. Reading what isn't right gives a default and a problem.
pub(crate) trait Read: Default {
    fn read<V: Value>(node: &Node<V>) -> Self;
}

/// A value and the way to it.
pub(crate) struct Node<'a, V> {
    pub value: V,
    above: Option<(&'a Node<'a, V>, Step<'a>)>,
    log: &'a Log,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Key(&'a str),
    Index(usize),
}

/// The longest text, in characters: browsers lay out no more of one in a moment.
pub(crate) const LONGEST: usize = 10_000;

/// The most records of a collection: 100,000 held a page for seconds at a time.
pub(crate) const MOST_RECORDS: usize = 20_000;

/// The most items of a list within a record.
pub(crate) const MOST_LISTED: usize = 1_000;

/// The most values that are read, for one object may stand in many places.
const MOST_VALUES: usize = 1_500_000;

/// The most problems of a kind that are listed one by one, and of all kinds; the others are counted.
const MOST_ALIKE: usize = 10;
const MOST_PROBLEMS: usize = 500;

/// What reading has found.
pub(crate) struct Log {
    problems: RefCell<Vec<Seen>>,
    /// The languages that every text has to be given in.
    pub languages: RefCell<Vec<Lang>>,
    /// Each collection's name with its ids.
    ids: RefCell<Vec<(&'static str, Known)>>,
    references: RefCell<Vec<Reference>>,
    /// How many more candidates for a nearest id are looked at, so that time stays linear.
    patience: Cell<usize>,
    /// How many more values are read.
    left: Cell<usize>,
    /// How many values were looked at since this was last set to 0.
    pub visited: Cell<usize>,
}

/// A problem, and what tells it from others.
struct Seen {
    /// The same for whatever is expected and found in the same field of any record.
    kind: u64,
    /// The same where the same value is found as well.
    exact: u64,
    problem: Problem,
}

/// Ids, each once.
#[derive(Default)]
struct Known {
    ids: Vec<Box<str>>,
    table: Table,
}

struct Reference {
    collection: &'static str,
    expected: Code,
    id: Box<str>,
    pointer: String,
    kind: u64,
}

impl Default for Log {
    fn default() -> Log {
        Log {
            problems: RefCell::default(),
            languages: RefCell::default(),
            ids: RefCell::default(),
            references: RefCell::default(),
            patience: Cell::new(20_000),
            left: Cell::new(MOST_VALUES),
            visited: Cell::default(),
        }
    }
}

impl Log {
    /// Notes a problem, or counts it with one of its kind.
    fn add(&self, kind: u64, exact: u64, problem: impl FnOnce() -> Problem) {
        let mut problems = self.problems.borrow_mut();
        let (mut alike, mut first) = (0, None);
        for (index, seen) in problems.iter_mut().enumerate() {
            if seen.exact == exact {
                seen.problem.more += 1;
                return;
            }
            if seen.kind == kind {
                alike += 1;
                first.get_or_insert(index);
            }
        }
        if alike < MOST_ALIKE && problems.len() < MOST_PROBLEMS {
            problems.push(Seen { kind, exact, problem: problem() });
        } else if let Some(seen) = problems.get_mut(first.unwrap_or_default()) {
            seen.problem.more += 1;
        }
    }

    /// Whether nothing is wrong, references aside.
    pub fn is_empty(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    /// Every problem: those of shape in document order, then references to what isn't there.
    pub fn close(self) -> Vec<Problem> {
        let (ids, none) = (self.ids.take(), Known::default());
        for Reference { collection, expected, id, pointer, kind } in self.references.take() {
            let known = ids.iter().find(|(name, _)| *name == collection).map_or(&none, |(_, known)| known);
            if known.table.find(&id, &|index| &*known.ids[index]).is_some() || self.is_cut() {
                continue;
            }
            self.add(kind, mix(kind, &id), || {
                let candidates: Vec<&str> = match self.patience.get().checked_sub(known.ids.len()) {
                    Some(left) => {
                        self.patience.set(left);
                        known.ids.iter().map(|id| &**id).collect()
                    }
                    None => Vec::new(),
                };
                Problem {
                    pointer,
                    found: quote(&id),
                    expected: Phrase::new(expected, &[]),
                    nearest: nearest(&id, &candidates).map(Into::into),
                    more: 0,
                }
            });
        }
        self.problems.into_inner().into_iter().map(|seen| seen.problem).collect()
    }

    /// Whether something was too large to be read: then what refers to it may be right.
    fn is_cut(&self) -> bool {
        let cut = |seen: &Seen| matches!(seen.problem.expected.code, Code::Most | Code::Values);
        self.problems.borrow().iter().any(cut)
    }
}

impl<'a, V: Value> Node<'a, V> {
    pub fn root(value: V, log: &'a Log) -> Self {
        Node { value, above: None, log }
    }

    pub fn log(&self) -> &'a Log {
        self.log
    }

    fn below<'b>(&'b self, step: Step<'b>, value: V) -> Node<'b, V> {
        self.log.visited.set(self.log.visited.get() + 1);
        Node { value, above: Some((self, step)), log: self.log }
    }

    fn pointer(&self) -> String {
        let Some((above, last)) = self.above else {
            return String::new();
        };
        let mut pointer = above.pointer();
        step(&mut pointer, last);
        pointer
    }

    /// The same for this field of any record.
    fn field(&self) -> u64 {
        match self.above {
            None => 0,
            Some((above, Step::Key(key))) => mix(above.field(), key),
            Some((above, Step::Index(_))) => mix(above.field(), "*"),
        }
    }

    /// Reports what is found here, or that `key` is; `known` are the values of which the nearest to `typed` is named.
    #[inline(never)]
    fn report(&self, key: Option<&str>, found: Phrase, expected: Phrase, (typed, known): (&str, &[&str])) {
        if self.log.left.get() == 0 {
            return;
        }
        let codes = (expected.code as u64) << 8 | found.code as u64;
        let mut kind = mix(self.field() ^ codes, "");
        // Which item has the same id is another one each time.
        if expected.code != Code::OwnId {
            kind = expected.parameters.iter().fold(kind, |kind, text| mix(kind, text));
        }
        let exact =
            found.parameters.iter().fold(mix(kind, key.unwrap_or_default()), |hash, text| mix(hash, text));
        self.log.add(kind, exact, || {
            let mut pointer = self.pointer();
            if let Some(key) = key {
                step(&mut pointer, Step::Key(key));
            }
            Problem { pointer, found, expected, nearest: nearest(typed, known).map(Into::into), more: 0 }
        });
    }

    /// Reports that something else should stand here.
    #[inline(never)]
    pub fn expected(&self, code: Code, parameters: &[&str]) {
        self.report(None, describe(&self.value), Phrase::new(code, parameters), ("", &[]));
    }

    /// Reports that there is more here than is read: `found` of it, where `most` is the limit.
    #[inline(never)]
    fn beyond(&self, code: Code, most: usize, found: Phrase) {
        self.report(None, found, Phrase::new(code, &[&decimal(most)]), ("", &[]));
    }

    /// Whether a text has at most [`LONGEST`] characters; if not, that is reported.
    #[inline(never)]
    pub fn fits(&self, text: &str) -> bool {
        let fits = text.len() <= LONGEST || text.chars().count() <= LONGEST;
        if !fits {
            let count = decimal(text.chars().count());
            self.beyond(Code::Longest, LONGEST, Phrase::new(Code::Characters, &[&count]));
        }
        fits
    }

    /// Counts values that are read next; gives whether they are.
    fn counted(&self, values: usize) -> bool {
        let left = self.log.left.get();
        if values > left {
            self.beyond(Code::Values, MOST_VALUES, Phrase::new(Code::More, &[]));
        }
        self.log.left.set(left.saturating_sub(values));
        values <= left
    }

    /// Reports what is not an object, and an object's members beyond these. Members that begin with `$` are for tools.
    pub fn knows(&self, known: &[&str]) {
        let Some(keys) = self.value.keys() else {
            return self.expected(Code::Object, &[]);
        };
        self.counted(keys.len());
        for key in keys.iter().filter(|key| !known.contains(&key.as_str()) && !key.starts_with('$')) {
            if self.value.get(key).is_some() {
                // A key of any length would make a pointer of any length.
                let named = Some(&**key).filter(|key| key.len() <= MOST_LISTED);
                let found = Phrase::new(Code::UnknownField, &[]);
                self.report(named, found, Phrase::new(Code::OneOf, known), (key, known));
            }
        }
    }

    pub fn member<'b>(&'b self, key: &'b str) -> Option<Node<'b, V>> {
        // Asked once for its keys, an object isn't asked for each that it lacks.
        Some(self.below(Step::Key(key), self.value.get(key)?))
    }

    /// A member that may be left out; then the default. Not inlined, here and below: there are dozens of members.
    #[inline(never)]
    pub fn optional<T: Read>(&self, key: &str) -> T {
        self.member(key).map(|node| T::read(&node)).unwrap_or_default()
    }

    /// A member that has to be there.
    pub fn required<T: Read>(&self, key: &str) -> T {
        let member = self.member(key);
        if member.is_none() {
            self.missing(key);
        }
        member.map(|node| T::read(&node)).unwrap_or_default()
    }

    /// Reports that a member is missing.
    #[inline(never)]
    pub fn missing(&self, key: &str) {
        if self.value.keys().is_some() {
            let expected = Phrase::new(Code::Field, &[key]);
            self.report(None, Phrase::new(Code::Missing, &[]), expected, ("", &[]));
        }
    }

    /// The items of an array.
    pub fn each<T>(&self, mut read: impl FnMut(&Node<V>) -> T) -> Vec<T> {
        let length = self.readable();
        (0..length).map(|index| self.item(index, &mut read)).collect()
    }

    /// An item of an array.
    pub fn item<T>(&self, index: usize, read: impl FnOnce(&Node<V>) -> T) -> T {
        read(&self.below(Step::Index(index), self.value.at(index)))
    }

    /// Whether an array has an item after so many that were read. At first, whether it can be read.
    #[inline(never)]
    pub fn has(&self, read: usize) -> bool {
        let length = if read == 0 { self.readable() } else { self.value.length().unwrap_or_default() };
        read < length
    }

    /// How many items of an array are read: all, or none where there are too many.
    #[inline(never)]
    fn readable(&self) -> usize {
        let Some(length) = self.value.length() else {
            self.expected(Code::Array, &[]);
            return 0;
        };
        let is_collection = self.above.is_some_and(|(above, _)| above.above.is_none());
        let most = if is_collection { MOST_RECORDS } else { MOST_LISTED };
        if length > most {
            self.beyond(Code::Most, most, describe(&self.value));
            return 0;
        }
        if self.counted(length) { length } else { 0 }
    }

    /// The index of one of several words; 0 where it is none of them.
    #[inline(never)]
    pub fn choice(&self, names: &[&str]) -> usize {
        let found = self.value.text().unwrap_or_default();
        names.iter().position(|name| *name == found).unwrap_or_else(|| {
            self.report(None, describe(&self.value), Phrase::new(Code::OneOf, names), (&found, names));
            0
        })
    }

    /// Notes an id of `collection`, for references to it.
    #[inline(never)]
    pub fn declare(&self, collection: &'static str, id: &str) {
        let mut all = self.log.ids.borrow_mut();
        let at = all.iter().position(|(name, _)| *name == collection).unwrap_or(all.len());
        if at == all.len() {
            all.push((collection, Known::default()));
        }
        if let Some((_, Known { ids, table })) = all.get_mut(at)
            && table.add(id, ids.len(), &|index| &*ids[index]) == ids.len()
        {
            ids.push(id.into());
        }
    }

    /// Notes that `id` should be one of `collection`; `expected` says so.
    pub fn refer(&self, collection: &'static str, expected: Code, id: &str) {
        let kind = mix(self.field() ^ expected as u64, "");
        let reference = Reference { collection, expected, id: id.into(), pointer: self.pointer(), kind };
        self.log.references.borrow_mut().push(reference);
    }

    /// Notes the ids of this array's items, those of `collection`, and reports each that an earlier item has. Gives the
    /// items' indices.
    #[inline(never)]
    pub fn collect(&self, collection: &'static str, ids: &[&str]) -> Table {
        let mut table = Table::default();
        for (index, id) in ids.iter().enumerate().filter(|(_, id)| !id.is_empty()) {
            let first = table.add(id, index, &|index| ids[index]);
            if first == index {
                self.declare(collection, id);
            } else if let Some(id) = self.below(Step::Index(index), self.value.at(index)).member("id") {
                id.expected(Code::OwnId, &[&decimal(first)]);
            }
        }
        table
    }
}

/// Adds a step to a JSON Pointer.
fn step(pointer: &mut String, step: Step) {
    pointer.push('/');
    match step {
        Step::Index(index) => pointer.push_str(&decimal(index)),
        Step::Key(key) => {
            for c in key.chars() {
                match c {
                    '~' => pointer.push_str("~0"),
                    '/' => pointer.push_str("~1"),
                    _ => pointer.push(c),
                }
            }
        }
    }
}

/// The start of a text that is found, up to 40 characters.
#[must_use]
pub fn quote(text: &str) -> Phrase {
    const QUOTED: usize = 40;
    let mut short: String = text.chars().take(QUOTED).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Phrase::new(Code::Quoted, &[&short])
}

/// A value that is found, in a few words.
fn describe(value: &impl Value) -> Phrase {
    let number = |code, number: usize| Phrase::new(code, &[&decimal(number)]);
    if let Some(text) = value.text() {
        quote(&text)
    } else if let Some(whole) = value.whole() {
        number(Code::Literal, whole)
    } else if let Some(length) = value.length() {
        number(Code::Items, length)
    } else if value.number().is_some() {
        // Formatting any double would cost several kilobytes.
        Phrase::new(Code::Number, &[])
    } else if value.keys().is_some() {
        Phrase::new(Code::Object, &[])
    } else {
        Phrase::new(Code::Constant, &[])
    }
}

impl Read for Box<str> {
    #[inline(never)]
    fn read<V: Value>(node: &Node<V>) -> Self {
        match node.value.text() {
            // What is too long is read all the same: it is no reason for other problems.
            Some(text) if !text.trim_ascii().is_empty() => {
                node.fits(&text);
                text.into()
            }
            _ => {
                node.expected(Code::Text, &[]);
                "".into()
            }
        }
    }
}

impl Read for usize {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let number = node.value.whole();
        if number.is_none() {
            node.expected(Code::Whole, &[]);
        }
        number.unwrap_or_default()
    }
}

impl<T: Read> Read for Option<T> {
    fn read<V: Value>(node: &Node<V>) -> Self {
        Some(T::read(node))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read<V: Value>(node: &Node<V>) -> Self {
        node.each(T::read)
    }
}

/// Says once what a record of the model has: makes the type and its reading. `optional` may be left out; `check` names
/// a function that reports what the fields alone don't show.
macro_rules! record {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }
        $(optional { $($(#[$odoc:meta])* $ofield:ident: $otype:ty,)* })?
        $(check $check:ident)?
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        #[cfg_attr(feature = "schema", derive(serde::Serialize, schemars::JsonSchema), serde(deny_unknown_fields))]
        pub struct $name {
            $($(#[$doc])* pub $field: $type,)*
            $($(
                $(#[$odoc])*
                #[cfg_attr(feature = "schema", serde(default, skip_serializing_if = "crate::model::is_default"))]
                pub $ofield: $otype,
            )*)?
        }

        impl $crate::model::Read for $name {
            fn read<V: $crate::model::Value>(node: &$crate::model::Node<V>) -> Self {
                const KEYS: &[&str] = &[
                    $(stringify!($field),)* $($(stringify!($ofield),)*)?
                ];
                node.knows(KEYS);
                let record = $name {
                    $($field: node.required(stringify!($field)),)*
                    $($($ofield: node.optional(stringify!($ofield)),)*)?
                };
                $($check(&record, node);)?
                record
            }
        }
    };
}

/// Says once which words a field may have: makes the type, its names and its reading.
macro_rules! choice {
    (
        $(#[$about:meta])*
        $name:ident { $(#[$first_doc:meta])* $first:ident = $first_word:literal, $($(#[$doc:meta])* $variant:ident = $word:literal,)* }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[$first_doc])*
            #[default]
            #[cfg_attr(feature = "serde", serde(rename = $first_word))]
            $first,
            $($(#[$doc])* #[cfg_attr(feature = "serde", serde(rename = $word))] $variant,)*
        }

        impl $name {
            /// Every one, in the order of their definition.
            pub const ALL: &[$name] = &[$name::$first, $($name::$variant,)*];

            /// Its word, in the model or in attributes.
            #[must_use]
            pub const fn name(self) -> &'static str {
                <$name as $crate::model::Choice>::NAMES[self as usize]
            }
        }

        impl $crate::model::Choice for $name {
            const ALL: &'static [$name] = $name::ALL;
            const NAMES: &'static [&'static str] = &[$first_word, $($word),*];
        }

        impl $crate::model::Read for $name {
            fn read<V: $crate::model::Value>(node: &$crate::model::Node<V>) -> Self {
                let index = node.choice(<$name as $crate::model::Choice>::NAMES);
                $name::ALL.get(index).copied().unwrap_or_default()
            }
        }

        impl $crate::model::Carried for $name {
            fn carried<V: $crate::model::Value>(value: &V) -> Self {
                let index = $crate::model::word(value, <$name as $crate::model::Choice>::NAMES);
                index.and_then(|index| $name::ALL.get(index).copied()).unwrap_or_default()
            }

            fn write(&self, json: &mut String) -> bool {
                $crate::model::write_text(json, self.name());
                *self != $name::$first
            }
        }
    };
}

/// Says once what goes from one module to another, as JSON: makes the type, its writing and its reading. Nothing has
/// to be there, and nothing is checked: what was made from a valid plan is valid.
macro_rules! carried {
    ($(
        $(#[$about:meta])*
        $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }
    )*) => {
        $(
            $(#[$about])*
            #[derive(Clone, Debug, Default, PartialEq, Eq)]
            #[cfg_attr(feature = "serde", derive(serde::Serialize))]
            pub struct $name {
                $(
                    $(#[$doc])*
                    #[cfg_attr(
                        feature = "serde",
                        serde(skip_serializing_if = "crate::model::is_default")
                    )]
                    pub $field: $type,
                )*
            }

            impl $crate::model::Carried for $name {
                #[inline(never)]
                fn carried<V: $crate::model::Value>(value: &V) -> Self {
                    $name { $($field: $crate::model::member(value, stringify!($field)),)* }
                }

                #[inline(never)]
                fn write(&self, json: &mut String) -> bool {
                    json.push('{');
                    let empty = json.len();
                    $($crate::model::write_member(json, stringify!($field), &self.$field);)*
                    json.push('}');
                    json.len() > empty + 1
                }
            }
        )*
    };
}

pub(crate) use {carried, choice, record};

/// Whether a member can be left out, because reading nothing gives the same.
#[cfg(feature = "serde")]
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What one module writes and another reads. Small rather than quick: nothing of it is inlined.
pub(crate) trait Carried: Default {
    fn carried<V: Value>(value: &V) -> Self;

    /// Adds it to some JSON; gives whether it has to be written, for reading nothing gives something else.
    fn write(&self, json: &mut String) -> bool;
}

/// A member of what is read; the default where it is left out.
#[inline(never)]
pub(crate) fn member<T: Carried, V: Value>(value: &V, key: &str) -> T {
    value.get(key).map(|value| T::carried(&value)).unwrap_or_default()
}

/// Adds a member to a JSON object that has begun, unless it can be left out.
#[inline(never)]
pub(crate) fn write_member<T: Carried>(json: &mut String, key: &str, value: &T) {
    let before = json.len();
    write_key(json, key);
    if !value.write(json) {
        json.truncate(before);
    }
}

#[inline(never)]
fn write_key(json: &mut String, key: &str) {
    separate(json);
    write_text(json, key);
    json.push(':');
}

/// Puts a comma before an item of a list or an object, unless it is the first.
#[inline(never)]
pub(crate) fn separate(json: &mut String) {
    if !matches!(json.as_bytes().last(), Some(b'{' | b'[')) {
        json.push(',');
    }
}

/// Adds a text to some JSON; gives whether there is one.
#[inline(never)]
pub(crate) fn write_text(json: &mut String, text: &str) -> bool {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            ' '.. => json.push(c),
            _ => {
                *json += if c < '\u{10}' { "\\u000" } else { "\\u001" };
                json.extend(char::from_digit(c as u32 % 16, 16));
            }
        }
    }
    json.push('"');
    !text.is_empty()
}

impl Carried for Box<str> {
    #[inline(never)]
    fn carried<V: Value>(value: &V) -> Self {
        value.text().unwrap_or_default().into()
    }

    fn write(&self, json: &mut String) -> bool {
        write_text(json, self)
    }
}

impl Carried for String {
    fn carried<V: Value>(value: &V) -> Self {
        value.text().unwrap_or_default()
    }

    fn write(&self, json: &mut String) -> bool {
        write_text(json, self)
    }
}

/// Of 32 bits, so that sums of them have room.
impl Carried for usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    fn carried<V: Value>(value: &V) -> Self {
        value.number().unwrap_or_default() as u32 as usize
    }

    fn write(&self, json: &mut String) -> bool {
        *json += &decimal(*self);
        *self != 0
    }
}

impl Carried for i32 {
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    fn carried<V: Value>(value: &V) -> Self {
        value.number().unwrap_or_default() as i32
    }

    fn write(&self, json: &mut String) -> bool {
        *json += &signed(*self);
        *self != 0
    }
}

impl<T: Carried> Carried for Option<T> {
    fn carried<V: Value>(value: &V) -> Self {
        Some(T::carried(value))
    }

    fn write(&self, json: &mut String) -> bool {
        self.as_ref().map(|value| value.write(json)).is_some()
    }
}

impl<T: Carried> Carried for Vec<T> {
    #[inline(never)]
    fn carried<V: Value>(value: &V) -> Self {
        let mut items = Vec::new();
        for index in 0..value.length().unwrap_or_default() {
            items.push(T::carried(&value.at(index)));
        }
        items
    }

    #[inline(never)]
    fn write(&self, json: &mut String) -> bool {
        json.push('[');
        for item in self {
            separate(json);
            item.write(json);
        }
        json.push(']');
        !self.is_empty()
    }
}

/// The index of a text among `names`; none where it isn't one of them.
#[inline(never)]
pub(crate) fn word<V: Value>(value: &V, names: &[&str]) -> Option<usize> {
    let found = value.text()?;
    names.iter().position(|name| *name == found)
}
