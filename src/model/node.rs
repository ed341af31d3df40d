//! Reading: a value and the way to it, a log of what is wrong, and the macros that say a record's shape once.

use std::cell::{Cell, RefCell};

use super::{Code, Lang, Phrase, Problem, Value, nearest};

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

/// What reading has found.
#[derive(Default)]
pub(crate) struct Log {
    problems: RefCell<Vec<Problem>>,
    /// Whether every text has to be given in a language, by its index in `Lang::ALL`.
    pub languages: Cell<[bool; 2]>,
    /// Each collection's name with an id of it.
    ids: RefCell<Vec<(&'static str, Box<str>)>>,
    references: RefCell<Vec<Reference>>,
    /// How many more candidates for a nearest id are looked at, so that time stays linear.
    patience: Cell<usize>,
}

struct Reference {
    collection: &'static str,
    expected: Code,
    id: Box<str>,
    pointer: String,
}

impl Log {
    pub fn new() -> Log {
        Log { patience: Cell::new(20_000), ..Log::default() }
    }

    /// Every problem: those of shape in document order, then references to what isn't there.
    pub fn close(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        let mut ids = self.ids.into_inner();
        ids.sort_unstable();
        for Reference { collection, expected, id, pointer } in self.references.into_inner() {
            let start = ids.partition_point(|(name, _)| *name < collection);
            let end = ids.partition_point(|(name, _)| *name <= collection);
            let known = &ids[start..end];
            if known.binary_search_by(|(_, known)| known.cmp(&id)).is_ok() {
                continue;
            }
            let patience = self.patience.get();
            let candidates: Vec<&str> = match patience.checked_sub(known.len()) {
                Some(left) => {
                    self.patience.set(left);
                    known.iter().map(|(_, id)| &**id).collect()
                }
                None => Vec::new(),
            };
            let nearest = nearest(&id, &candidates).map(Into::into);
            problems.push(Problem {
                pointer,
                found: quote(&id),
                expected: Phrase::new(expected, &[]),
                nearest,
            });
        }
        problems
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
        Node { value, above: Some((self, step)), log: self.log }
    }

    fn pointer(&self) -> String {
        let Some((above, step)) = self.above else {
            return String::new();
        };
        let mut pointer = above.pointer();
        pointer.push('/');
        match step {
            Step::Index(index) => pointer.push_str(&index.to_string()),
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
        pointer
    }

    #[inline(never)]
    fn report(&self, found: Phrase, expected: Phrase, nearest: Option<&str>) {
        self.log.problems.borrow_mut().push(Problem {
            pointer: self.pointer(),
            found,
            expected,
            nearest: nearest.map(Into::into),
        });
    }

    /// Reports that something else should stand here.
    #[inline(never)]
    pub fn expected(&self, code: Code, parameters: &[&str]) {
        self.report(describe(&self.value), Phrase::new(code, parameters), None);
    }

    /// Reports what is not an object, and an object's members beyond these. Members that begin with `$` are for tools.
    pub fn knows(&self, known: &[&str]) {
        let Some(keys) = self.value.keys() else {
            return self.expected(Code::Object, &[]);
        };
        for key in keys.iter().filter(|key| !known.contains(&key.as_str()) && !key.starts_with('$')) {
            if let Some(value) = self.value.get(key) {
                let node = self.below(Step::Key(key), value);
                let found = Phrase::new(Code::UnknownField, &[]);
                node.report(found, Phrase::new(Code::OneOf, known), nearest(key, known));
            }
        }
    }

    fn member<'b>(&'b self, key: &'b str) -> Option<Node<'b, V>> {
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

    #[inline(never)]
    fn missing(&self, key: &str) {
        if self.value.keys().is_some() {
            self.report(Phrase::new(Code::Missing, &[]), Phrase::new(Code::Field, &[key]), None);
        }
    }

    /// The items of an array.
    pub fn each<T>(&self, read: impl Fn(&Node<V>) -> T) -> Vec<T> {
        let Some(length) = self.value.length() else {
            self.expected(Code::Array, &[]);
            return Vec::new();
        };
        (0..length).map(|index| read(&self.below(Step::Index(index), self.value.at(index)))).collect()
    }

    /// One of several words.
    pub fn choice<T: Copy + Default>(&self, all: &[T], name: impl Fn(T) -> &'static str) -> T {
        let found = self.value.text().unwrap_or_default();
        if let Some(item) = all.iter().find(|item| name(**item) == found) {
            return *item;
        }
        let names: Vec<_> = all.iter().map(|item| name(*item)).collect();
        self.report(describe(&self.value), Phrase::new(Code::OneOf, &names), nearest(&found, &names));
        T::default()
    }

    /// Notes an id of `collection`, for references to it.
    pub fn declare(&self, collection: &'static str, id: &str) {
        self.log.ids.borrow_mut().push((collection, id.into()));
    }

    /// Notes that `id` should be one of `collection`; `expected` says so.
    pub fn refer(&self, collection: &'static str, expected: Code, id: &str) {
        let reference = Reference { collection, expected, id: id.into(), pointer: self.pointer() };
        self.log.references.borrow_mut().push(reference);
    }

    /// Reports every id of this array's items that an earlier one has.
    pub fn distinct<'b>(&self, ids: impl Iterator<Item = &'b str>) {
        let mut ids: Vec<_> = ids.enumerate().filter(|(_, id)| !id.is_empty()).collect();
        ids.sort_unstable_by_key(|(index, id)| (*id, *index));
        for pair in ids.windows(2) {
            if let [(first, one), (second, other)] = pair
                && one == other
            {
                let item = self.below(Step::Index(*second), self.value.at(*second));
                if let Some(id) = item.member("id") {
                    id.expected(Code::OwnId, &[&first.to_string()]);
                }
            }
        }
    }
}

/// The start of a text that is found, up to 40 characters.
fn quote(text: &str) -> Phrase {
    const LONGEST: usize = 40;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Phrase::new(Code::Quoted, &[&short])
}

/// A value that is found, in a few words.
fn describe(value: &impl Value) -> Phrase {
    let number = |code, number: usize| Phrase::new(code, &[&number.to_string()]);
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
            Some(text) if !text.trim_ascii().is_empty() => text.into(),
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
                match self {
                    $name::$first => $first_word,
                    $($name::$variant => $word,)*
                }
            }
        }

        impl $crate::model::Choice for $name {
            const ALL: &'static [$name] = $name::ALL;
            const NAMES: &'static [&'static str] = &[$first_word, $($word),*];
        }

        impl $crate::model::Read for $name {
            fn read<V: $crate::model::Value>(node: &$crate::model::Node<V>) -> Self {
                node.choice($name::ALL, $name::name)
            }
        }

        impl $crate::model::Carried for $name {
            fn carried<V: $crate::model::Value>(value: &V) -> Self {
                let index = $crate::model::word(value, &[$first_word, $($word),*]);
                index.and_then(|index| $name::ALL.get(index).copied()).unwrap_or_default()
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
}

/// A member of what is read; the default where it is left out.
#[inline(never)]
pub(crate) fn member<T: Carried, V: Value>(value: &V, key: &str) -> T {
    value.get(key).map(|value| T::carried(&value)).unwrap_or_default()
}

impl Carried for Box<str> {
    #[inline(never)]
    fn carried<V: Value>(value: &V) -> Self {
        value.text().unwrap_or_default().into()
    }
}

impl Carried for usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it saturates")]
    fn carried<V: Value>(value: &V) -> Self {
        value.number().unwrap_or_default() as usize
    }
}

impl Carried for i32 {
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    fn carried<V: Value>(value: &V) -> Self {
        value.number().unwrap_or_default() as i32
    }
}

impl<T: Carried> Carried for Option<T> {
    fn carried<V: Value>(value: &V) -> Self {
        Some(T::carried(value))
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
}

/// The index of a text among `names`; none where it isn't one of them.
#[inline(never)]
pub(crate) fn word<V: Value>(value: &V, names: &[&str]) -> Option<usize> {
    let found = value.text()?;
    names.iter().position(|name| *name == found)
}

impl Carried for Lang {
    fn carried<V: Value>(value: &V) -> Self {
        value.text().and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
    }
}
