//! Markup: the syntax of Yew's `html!`, written as text when it is compiled.
//!
//! What `html!` writes for an element is code, some hundred bytes of it; what [`markup!`] writes is a text with holes, and
//! one function makes nodes of all of them. Nothing of a plan is ever read as markup: what varies goes in as texts and
//! nodes.

mod syntax;
#[cfg(feature = "prerender")]
pub(super) mod written;

pub(crate) use syntax::*;

use std::{mem, rc::Rc, slice::IterMut};

use crate::model::decimal;
use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText},
};

/// What stands in a hole: lent, so that to make one is a few stores and to leave it is nothing.
pub(crate) enum Part<'a> {
    /// In an attribute: it is left out. In an element: nothing.
    Nothing,
    /// A text.
    Text(&'a str),
    /// A number.
    Number(usize),
    /// Nodes, which are taken away.
    Nodes(&'a mut Html),
    /// A list of nodes, which are taken away.
    List(&'a mut Vec<Html>),
    /// What is to refer to the element: the value of `ref`.
    Ref(&'a NodeRef),
}

impl Part<'_> {
    /// The text of a text or a number.
    fn text(self) -> Option<AttrValue> {
        match self {
            Part::Text(text) => Some(AttrValue::Rc(text.into())),
            Part::Number(number) => Some(AttrValue::Rc(decimal(number).into())),
            _ => None,
        }
    }
}

impl<'a, 'b: 'a> From<&'a mut &'b str> for Part<'a> {
    fn from(text: &'a mut &'b str) -> Self {
        Part::Text(text)
    }
}

impl<'a> From<&'a mut String> for Part<'a> {
    fn from(text: &'a mut String) -> Self {
        Part::Text(text)
    }
}

impl<'a> From<&'a mut AttrValue> for Part<'a> {
    fn from(text: &'a mut AttrValue) -> Self {
        Part::Text(text)
    }
}

impl From<&mut usize> for Part<'_> {
    fn from(number: &mut usize) -> Self {
        Part::Number(*number)
    }
}

/// An attribute without a value, there or not.
impl From<&mut bool> for Part<'_> {
    fn from(there: &mut bool) -> Self {
        if *there { Part::Text("") } else { Part::Nothing }
    }
}

impl<'a, 'b: 'a> From<&'a mut &'b NodeRef> for Part<'a> {
    fn from(node: &'a mut &'b NodeRef) -> Self {
        Part::Ref(node)
    }
}

impl<'a, 'b: 'a> From<&'a mut &'b Option<AttrValue>> for Part<'a> {
    fn from(text: &'a mut &'b Option<AttrValue>) -> Self {
        text.as_deref().map_or(Part::Nothing, Part::Text)
    }
}

impl<'a, 'b: 'a> From<&'a mut Option<&'b str>> for Part<'a> {
    fn from(text: &'a mut Option<&'b str>) -> Self {
        text.map_or(Part::Nothing, Part::Text)
    }
}

impl<'a> From<&'a mut Html> for Part<'a> {
    fn from(nodes: &'a mut Html) -> Self {
        Part::Nodes(nodes)
    }
}

impl<'a> From<&'a mut Vec<Html>> for Part<'a> {
    fn from(nodes: &'a mut Vec<Html>) -> Self {
        Part::List(nodes)
    }
}

impl<'a, 'b: 'a> From<&'a mut Part<'b>> for Part<'a> {
    fn from(part: &'a mut Part<'b>) -> Self {
        mem::replace(part, Part::Nothing)
    }
}

/// `"true"` or `"false"`, as ARIA wants it.
pub(super) fn is(this: bool) -> &'static str {
    if this { "true" } else { "false" }
}

/// Makes the nodes of a template that [`markup!`] has written, with `parts` in its holes.
///
/// A template is HTML without quotes and void elements, `<p class=a><b>x</b> $</>`; `$` is a hole in content, for an
/// attribute's value, or for a tag's name. An attribute `.name` sets a property: a style goes in by one, for a policy
/// without 'unsafe-inline' refuses the attribute. `key` and `ref` are Yew's.
#[inline(never)]
pub(crate) fn read(template: &'static str, parts: &mut [Part]) -> Html {
    #[cfg(feature = "prerender")]
    if written::is_wanted() {
        return written::write(template, parts);
    }
    let mut reader = Reader { rest: template, parts: parts.iter_mut() };
    let mut nodes = reader.nodes();
    if nodes.len() == 1 { nodes.pop().unwrap_or_default() } else { list(nodes) }
}

struct Reader<'a, 'b> {
    rest: &'static str,
    parts: IterMut<'a, Part<'b>>,
}

impl<'b> Reader<'_, 'b> {
    fn part(&mut self) -> Part<'b> {
        self.parts.next().map_or(Part::Nothing, |part| mem::replace(part, Part::Nothing))
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
                    Part::Nodes(html) => nodes.push(mem::take(html)),
                    Part::List(children) => nodes.push(list(mem::take(children))),
                    part => nodes.extend(part.text().map(text_node)),
                }
            } else {
                nodes.push(text_node(AttrValue::Static(self.until(b"<$"))));
            }
        }
        nodes
    }

    fn element(&mut self) -> Html {
        self.skip(1);
        let name = match self.until(b" >") {
            "$" => self.part().text().unwrap_or(AttrValue::Static("div")),
            name => AttrValue::Static(name),
        };
        let mut tag = VTag::new(name);
        let mut attributes = Vec::new();
        while self.rest.starts_with(' ') {
            self.skip(1);
            let name = self.until(b"= >");
            let value = if self.rest.starts_with('=') {
                self.skip(1);
                match self.until(b" >") {
                    "$" => match self.part() {
                        Part::Ref(node) => {
                            tag.node_ref = node.clone();
                            None
                        }
                        part => part.text(),
                    },
                    text => Some(AttrValue::Static(text)),
                }
            } else {
                Some(AttrValue::Static(""))
            };
            match (name.strip_prefix('.'), value) {
                (_, None) => (),
                (None, Some(value)) if name == "key" => tag.key = Some((&*value).into()),
                (None, Some(value)) => attributes.push((name, AttributeOrProperty::Attribute(value))),
                // Properties are for a living page.
                #[cfg(target_arch = "wasm32")]
                (Some(name), Some(value)) => {
                    attributes.push((name, AttributeOrProperty::Property((&*value).into())));
                }
                #[cfg(not(target_arch = "wasm32"))]
                (Some(_), Some(_)) => (),
            }
        }
        let attributes = attributes.into_iter().map(|(name, value)| (AttrValue::Static(name), value));
        tag.attributes = Attributes::IndexMap(Rc::new(attributes.collect()));
        self.skip(1);
        tag.add_children(self.nodes());
        tag.into()
    }
}

fn text_node(text: AttrValue) -> Html {
    VText::new(text).into()
}

fn list(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}
