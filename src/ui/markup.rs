//! Markup with places for what varies: `html!` at the time of running.
//!
//! What `html!` writes for an element is code, some hundred bytes of it; a template is text, and one function reads all
//! of them. Nothing of a plan is ever read as markup: what varies goes in as texts and nodes.

use yew::{
    prelude::*,
    virtual_dom::{VList, VTag},
};

/// What stands in a place.
#[derive(Clone)]
pub(super) enum Part {
    /// In an attribute: it is left out. In an element: nothing.
    Nothing,
    /// A text.
    Text(AttrValue),
    /// Nodes.
    Nodes(Html),
}

impl From<&str> for Part {
    #[inline(never)]
    fn from(text: &str) -> Self {
        Part::Text(text.to_owned().into())
    }
}

impl From<String> for Part {
    #[inline(never)]
    fn from(text: String) -> Self {
        Part::Text(text.into())
    }
}

impl From<usize> for Part {
    #[inline(never)]
    fn from(number: usize) -> Self {
        Part::Text(number.to_string().into())
    }
}

/// An attribute without a value, there or not.
impl From<bool> for Part {
    fn from(there: bool) -> Self {
        if there { Part::Text(AttrValue::Static("")) } else { Part::Nothing }
    }
}

impl From<AttrValue> for Part {
    #[inline(never)]
    fn from(text: AttrValue) -> Self {
        Part::Text(text)
    }
}

impl From<Html> for Part {
    #[inline(never)]
    fn from(nodes: Html) -> Self {
        Part::Nodes(nodes)
    }
}

impl From<Vec<Html>> for Part {
    #[inline(never)]
    fn from(nodes: Vec<Html>) -> Self {
        Part::Nodes(VList::with_children(nodes, None).into())
    }
}

/// `"true"` or `"false"`, as ARIA wants it.
pub(super) fn is(this: bool) -> Part {
    Part::Text(AttrValue::Static(if this { "true" } else { "false" }))
}

/// What a template gives with `parts` in its places.
///
/// A template is HTML without quotes and void elements, `<p class=a><b>x</b> $</p>`; `$` is a place in content, for an
/// attribute's value, or for a tag's name. An attribute `.name` sets a property: a style goes in by one, for a policy
/// without 'unsafe-inline' refuses the attribute. `key` is Yew's.
#[inline(never)]
pub(super) fn read(template: &'static str, parts: &[Part]) -> Html {
    let mut reader = Reader { rest: template, parts: parts.iter() };
    let mut nodes = reader.nodes();
    if nodes.len() == 1 { nodes.pop().unwrap_or_default() } else { VList::with_children(nodes, None).into() }
}

/// [`read`] with whatever can be a part.
macro_rules! markup {
    ($template:literal $(, $part:expr)* $(,)?) => {
        $crate::ui::markup::read($template, &[$($crate::ui::markup::Part::from($part)),*])
    };
}

pub(super) use markup;

struct Reader<'a> {
    rest: &'static str,
    parts: std::slice::Iter<'a, Part>,
}

impl Reader<'_> {
    fn part(&mut self) -> Part {
        self.parts.next().cloned().unwrap_or(Part::Nothing)
    }

    /// All up to one of `ends`.
    fn until(&mut self, ends: &[u8]) -> &'static str {
        let at = self.rest.bytes().position(|byte| ends.contains(&byte)).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at_checked(at).unwrap_or_default();
        self.rest = rest;
        text
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// Everything up to the end, or the end of the element.
    fn nodes(&mut self) -> Vec<Html> {
        let mut nodes: Vec<Html> = Vec::new();
        while !self.rest.is_empty() {
            if self.rest.starts_with("</") {
                self.until(b">");
                self.skip(1);
                break;
            }
            if self.rest.starts_with('<') {
                nodes.push(self.element());
            } else if self.rest.starts_with('$') {
                self.skip(1);
                match self.part() {
                    Part::Nothing => (),
                    Part::Text(text) => nodes.push(text_node(text)),
                    Part::Nodes(html) => nodes.push(html),
                }
            } else {
                nodes.push(text_node(AttrValue::Static(self.until(b"<$"))));
            }
        }
        nodes
    }

    fn element(&mut self) -> Html {
        self.skip(1);
        let name = self.until(b" >");
        let mut tag = match name {
            "$" => match self.part() {
                Part::Text(name) => VTag::new(name.to_string()),
                _ => VTag::new("div"),
            },
            name => VTag::new(name),
        };
        while self.rest.starts_with(' ') {
            self.skip(1);
            let name = self.until(b"= >");
            let value = if self.rest.starts_with('=') {
                self.skip(1);
                match self.until(b" >") {
                    "$" => self.part(),
                    text => Part::Text(AttrValue::Static(text)),
                }
            } else {
                Part::from(true)
            };
            if let Part::Text(value) = value {
                set(&mut tag, name, value);
            }
        }
        self.skip(1);
        tag.add_children(self.nodes());
        tag.into()
    }
}

fn text_node(text: AttrValue) -> Html {
    yew::virtual_dom::VText::new(text).into()
}

fn set(tag: &mut VTag, name: &'static str, value: AttrValue) {
    match name.strip_prefix('.') {
        // Properties are for a living page.
        #[cfg(target_arch = "wasm32")]
        Some(name) => tag.add_property(name, &*value),
        #[cfg(not(target_arch = "wasm32"))]
        Some(_) => (),
        None if name == "key" => tag.key = Some((&*value).into()),
        None => tag.add_attribute(name, value),
    }
}
