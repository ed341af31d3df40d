//! Names and numbers of the model: ids, references to them, URLs, quantities.

use std::{fmt, marker::PhantomData, ops::Deref};

use super::{Code, Node, Read, Value};

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
            Some(id) if !id.is_empty() && id.bytes().all(allowed) => Id(id.into()),
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
        let id = Box::<str>::read(node);
        if !id.is_empty() {
            node.refer(T::COLLECTION, T::REFERENCE, &id);
        }
        Ref(id, PhantomData)
    }
}

/// A collection whose items have ids of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collection<T>(Vec<T>);

impl<T> Default for Collection<T> {
    fn default() -> Self {
        Collection(Vec::new())
    }
}

impl<T> Deref for Collection<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Collection<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<T: Collected> Collection<T> {
    /// The item with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&T> {
        self.iter().find(|item| item.id() == id)
    }
}

impl<T: Collected + Read> Read for Collection<T> {
    fn read<V: Value>(node: &Node<V>) -> Self {
        let items = node.each(T::read);
        node.distinct(items.iter().map(T::id));
        for item in &items {
            node.declare(T::COLLECTION, item.id());
        }
        Collection(items)
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

/// The URL of a link or a picture: of `http` or `https`, or relative to the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Url(Box<str>);

impl Deref for Url {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Read for Url {
    fn read<V: Value>(node: &Node<V>) -> Self {
        // Browsers skip spaces and control characters in front of and within a scheme, so a URL has none at all.
        let fits = |url: &String| {
            let clean = !url.is_empty() && url.bytes().all(|byte| byte > b' ' && byte != 0x7f);
            let scheme =
                url.bytes().position(|byte| !byte.is_ascii_alphanumeric() && !b"+-.".contains(&byte));
            let other = scheme.is_some_and(|end| {
                let scheme = &url[..end];
                url[end..].starts_with(':')
                    && !scheme.eq_ignore_ascii_case("https")
                    && !scheme.eq_ignore_ascii_case("http")
            });
            clean && !other
        };
        match node.value.text().filter(fits) {
            Some(url) => Url(url.into()),
            None => {
                node.expected(Code::Url, &[]);
                Url::default()
            }
        }
    }
}
