//! Names and numbers of the model: ids, references to them, URLs, quantities.

use std::{fmt, marker::PhantomData, ops::Deref};

use super::{Code, Node, Read, Table, Value};

/// The longest id, in characters: files and folders are named by ids.
pub(super) const LONGEST_ID: usize = 100;

/// An id: lower-case ASCII letters, digits and hyphens; unique in its collection, stable over versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id(Box<str>);

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Read for Id {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let allowed = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
        match node.value.text() {
            Some(id) if (1..=LONGEST_ID).contains(&id.len()) && id.bytes().all(allowed) => Id(id.into()),
            _ => {
                node.expected(Code::Id, &[]);
                Id::default()
            }
        }
    }
}

/// What is collected under ids of its own.
pub trait Collected {
    /// The collection's name in the model.
    const COLLECTION: &'static str;
    /// Its id.
    fn id(&self) -> &str;
}

/// What others refer to by id.
pub trait Referred: Collected {
    /// What a reference to it has to be.
    const REFERENCE: Code;
}

/// The id of a `T` of the same plan.
pub struct Ref<T>(Box<str>, PhantomData<fn() -> T>);

impl<T> Deref for Ref<T> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<T: Collected> From<&T> for Ref<T> {
    fn from(record: &T) -> Self {
        Ref(record.id().into(), PhantomData)
    }
}

// Not derived, for that would ask the same of `T`.
impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Ref(self.0.clone(), PhantomData)
    }
}

impl<T> Default for Ref<T> {
    fn default() -> Self {
        Ref("".into(), PhantomData)
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<T> Eq for Ref<T> {}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: Referred> Read for Ref<T> {
    fn read<V: Value>(node: &Node<V>) -> Self {
        Ref(reference(node, T::COLLECTION, T::REFERENCE), PhantomData)
    }
}

#[inline(never)] // for all collections
fn reference<V: Value>(node: &Node<V>, collection: &'static str, expected: Code) -> Box<str> {
    let id = Box::<str>::read(node);
    if !id.is_empty() {
        node.refer(collection, expected, &id);
    }
    id
}

/// A collection whose items have ids of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection<T> {
    items: Vec<T>,
    /// Their indices by id.
    table: Table,
}

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Collection { items: Vec::new(), table: Table::default() }
    }
}

impl<T> Deref for Collection<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<'a, T> IntoIterator for &'a Collection<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: Collected> Collection<T> {
    /// The item with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&T> {
        self.items.get(self.position(id)?)
    }

    /// The index of the item with this id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.table.find(id, &|index| self.items[index].id())
    }
}

impl<T: Collected> Collection<T> {
    /// Reads more of the collection `key` of `root`, until `most` values were looked at; gives whether all of it has been
    /// read.
    pub(super) fn read_on<V: Value>(&mut self, root: &Node<V>, key: &str, most: usize) -> bool
    where
        T: Read,
    {
        let Some(node) = root.member(key) else {
            return true;
        };
        while node.has(self.items.len()) {
            self.items.push(node.item(self.items.len(), T::read));
            if root.log().visited.get() >= most {
                return false;
            }
        }
        self.table = node.collect(T::COLLECTION, &self.items.iter().map(T::id).collect::<Vec<_>>());
        true
    }
}

/// A number that is finite.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Number(f64);

// Finite: equal to itself. `Rc<Plan>` compares by address first only for types that are `Eq`.
impl Eq for Number {}

impl Number {
    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Read for Number {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let number = node.value.number().filter(|number| number.is_finite());
        if number.is_none() {
            node.expected(Code::Number, &[]);
        }
        Number(number.unwrap_or_default())
    }
}

/// The URL of a link or a picture: of `http` or `https`, or relative to the page. `isUrl` in the shell's `url.js` judges
/// those of attributes, and agrees: `tests/urls.json` is what both are held to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Url(Box<str>);

impl Url {
    /// Whether a text may be one.
    #[must_use]
    pub fn is_valid(text: &str) -> bool {
        is_url(text.as_bytes())
    }
}

impl Deref for Url {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Read for Url {
    fn read<V: Value>(node: &Node<V>) -> Self {
        match node.value.text().filter(|url| is_url(url.as_bytes())) {
            Some(url) => {
                node.fits(&url);
                Url(url.into())
            }
            None => {
                node.expected(Code::Url, &[]);
                Url::default()
            }
        }
    }
}

/// Whether a link may lead there, and a picture come from there. By bytes: the searches of texts are code, which the
/// checkers would carry for this alone.
fn is_url(url: &[u8]) -> bool {
    // Browsers skip spaces and control characters, and take `\\` for `/`, so a URL has none at all.
    if url.is_empty() || url.iter().any(|byte| *byte <= b' ' || *byte == 0x7f || *byte == b'\\') {
        return false;
    }
    let end = url.iter().position(|byte| !byte.is_ascii_alphanumeric() && !has(b"+-.", *byte));
    let (scheme, rest) = match end {
        Some(end) if url[end] == b':' => (Some(&url[..end]), &url[end + 1..]),
        _ => (None, url),
    };
    if scheme
        .is_some_and(|scheme| !scheme.eq_ignore_ascii_case(b"https") && !scheme.eq_ignore_ascii_case(b"http"))
    {
        return false;
    }
    match rest {
        [b'/', b'/', rest @ ..] => is_authority(before(rest, b"/?#").0),
        _ => scheme.is_none(),
    }
}

/// Whether a byte is among some.
#[expect(clippy::manual_contains, reason = "it is written for speed, and larger")]
fn has(bytes: &[u8], byte: u8) -> bool {
    bytes.iter().any(|other| *other == byte)
}

/// What stands before the first of these bytes, and the rest, which begins with it.
fn before<'a>(text: &'a [u8], ends: &[u8]) -> (&'a [u8], &'a [u8]) {
    text.split_at(text.iter().position(|byte| has(ends, *byte)).unwrap_or(text.len()))
}

/// Whether it is a host, perhaps with a port. A user's name in front would hide where the link leads.
fn is_authority(text: &[u8]) -> bool {
    let (host, port) = match text {
        [b'[', rest @ ..] => match before(rest, b"]") {
            (address, [_, port @ ..]) if is_address(address) => (None, port),
            _ => return false,
        },
        _ => {
            let (host, port) = before(text, b":");
            (Some(host), port)
        }
    };
    let port = match port {
        [] => true,
        [b':', port @ ..] => below(port, 1 << 16),
        _ => false,
    };
    port && host.is_none_or(is_host)
}

fn is_host(host: &[u8]) -> bool {
    // What ends in a number is one, and is spelled as it is read.
    let last =
        host.strip_suffix(b".").unwrap_or(host).rsplit(|byte| *byte == b'.').next().unwrap_or_default();
    let number = match last {
        [b'0', b'x' | b'X', hex @ ..] => hex.iter().all(u8::is_ascii_hexdigit),
        digits => !digits.is_empty() && digits.iter().all(u8::is_ascii_digit),
    };
    let named = |byte: &u8| byte.is_ascii_alphanumeric() || has(b"-._", *byte) || !byte.is_ascii();
    if number { is_number(host) } else { !host.is_empty() && host.iter().all(named) }
}

/// Whether it is an address of four numbers.
fn is_number(host: &[u8]) -> bool {
    let mut parts = 0;
    host.split(|byte| *byte == b'.').all(|part| {
        parts += 1;
        !part.is_empty() && (part == b"0" || part[0] != b'0') && below(part, 256)
    }) && parts == 4
}

/// Whether it is an address of eight groups, or of fewer where `::` stands for some.
fn is_address(text: &[u8]) -> bool {
    match text.windows(2).position(|pair| pair == b"::") {
        Some(gap) => {
            let (start, end) = (&text[..gap], &text[gap + 2..]);
            !has(start, b'.') && groups(start) + groups(end) < 8
        }
        None => groups(text) == 8,
    }
}

/// How many groups these are; many where one is none. The last may be an address of four numbers, which are two.
fn groups(text: &[u8]) -> usize {
    if text.is_empty() {
        return 0;
    }
    let group = |group: &[u8]| match group {
        hex if (1..=4).contains(&hex.len()) && hex.iter().all(u8::is_ascii_hexdigit) => 1,
        last if text.ends_with(last) && is_number(last) => 2,
        _ => 9,
    };
    text.split(|byte| *byte == b':').map(group).sum()
}

/// Whether it is digits, or nothing, and less than `end`.
fn below(digits: &[u8], end: u32) -> bool {
    let mut value = 0;
    digits.iter().all(|digit| {
        value = value * 10 + u32::from(digit.wrapping_sub(b'0'));
        digit.is_ascii_digit() && value < end
    })
}
