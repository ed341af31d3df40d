//! Templates written as HTML at once, for what nobody makes live: without nodes, which Yew would write one by one.

use std::{cell::Cell, mem};

use super::{Part, Reader};
use crate::model::decimal;
use yew::{
    prelude::*,
    virtual_dom::{VList, VNode, VRaw},
};

thread_local! {
    static WANTED: Cell<bool> = const { Cell::new(false) };
}

/// Whether templates are written now.
pub(super) fn is_wanted() -> bool {
    WANTED.get()
}

/// Has all templates of `work` written.
pub(in crate::ui) fn writing<T>(work: impl FnOnce() -> T) -> T {
    /// However it ends.
    struct Until(bool);
    impl Drop for Until {
        fn drop(&mut self) {
            WANTED.set(self.0);
        }
    }
    let _until = Until(WANTED.replace(true));
    work()
}

/// Elements without content.
const VOID: [&str; 2] = ["img", "input"];

/// What [`read`](super::read) makes, as HTML. What a parent's own components have in it stays as it is.
pub(super) fn write(template: &'static str, parts: &mut [Part]) -> Html {
    let html = String::with_capacity(template.len() * 2);
    let template = Reader { rest: template, parts: parts.iter_mut() };
    let mut writer = Writer { template, html, before: Vec::new() };
    writer.nodes();
    let Writer { html, mut before, .. } = writer;
    let last = raw(html);
    if before.is_empty() {
        return last;
    }
    before.push(last);
    VList::with_children(before, None).into()
}

fn raw(html: String) -> Html {
    VNode::VRaw(VRaw { html: html.into() })
}

struct Writer<'a, 'b> {
    template: Reader<'a, 'b>,
    html: String,
    /// What stands before that, where there is something that isn't a text.
    before: Vec<Html>,
}

impl Writer<'_, '_> {
    /// Everything up to the end, or the end of the element.
    fn nodes(&mut self) {
        while !self.template.rest.is_empty() {
            if self.template.rest.starts_with("</") {
                self.template.until(b">");
                self.template.skip(1);
                break;
            }
            if self.template.rest.starts_with('<') {
                self.element();
            } else if self.template.rest.starts_with('$') {
                self.template.skip(1);
                match self.template.part() {
                    Part::Nothing | Part::Ref(_) => (),
                    Part::Nodes(html) => self.add(&mem::take(html)),
                    Part::List(children) => mem::take(children).iter().for_each(|child| self.add(child)),
                    Part::Text(text) => escape(text, false, &mut self.html),
                    Part::Number(number) => self.html.push_str(&decimal(number)),
                }
            } else {
                let text = self.template.until(b"<$");
                escape(text, false, &mut self.html);
            }
        }
    }

    /// What was made of another template.
    fn add(&mut self, node: &Html) {
        match node {
            VNode::VRaw(raw) => self.html.push_str(&raw.html),
            VNode::VText(text) => escape(&text.text, false, &mut self.html),
            VNode::VList(list) => list.iter().for_each(|child| self.add(child)),
            other => {
                self.before.push(raw(mem::take(&mut self.html)));
                self.before.push(other.clone());
            }
        }
    }

    fn element(&mut self) {
        self.template.skip(1);
        self.html.push('<');
        let start = self.html.len();
        match self.template.until(b" >") {
            "$" => match self.template.part() {
                Part::Text(name) => self.html.push_str(name),
                _ => self.html.push_str("div"),
            },
            name => self.html.push_str(name),
        }
        let end = self.html.len();
        while self.template.rest.starts_with(' ') {
            self.template.skip(1);
            let name = self.template.until(b"= >");
            let number;
            let value = if self.template.rest.starts_with('=') {
                self.template.skip(1);
                match self.template.until(b" >") {
                    "$" => match self.template.part() {
                        Part::Text(text) => Some(text),
                        Part::Number(value) => {
                            number = decimal(value);
                            Some(&*number)
                        }
                        _ => None,
                    },
                    text => Some(text),
                }
            } else {
                Some("")
            };
            // Properties and what Yew needs are for a living page.
            if let Some(value) = value.filter(|_| name != "key" && !name.starts_with('.')) {
                self.html.extend([" ", name, "=\""]);
                escape(value, true, &mut self.html);
                self.html.push('"');
            }
        }
        self.template.skip(1);
        self.html.push('>');
        let name = self.html.get(start..end).unwrap_or_default().to_owned();
        self.nodes();
        if !VOID.contains(&&*name) {
            self.html.extend(["</", &name, ">"]);
        }
    }
}

/// Writes a text into HTML, or the value of an attribute.
fn escape(text: &str, quoted: bool, html: &mut String) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if quoted => "&quot;",
            _ => continue,
        };
        html.push_str(text.get(from..at).unwrap_or_default());
        html.push_str(escaped);
        from = at + 1;
    }
    html.push_str(text.get(from..).unwrap_or_default());
}
