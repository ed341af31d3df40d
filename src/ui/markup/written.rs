//! Templates written as HTML at once, for what nobody makes live: without nodes, which Yew would write one by one.
//!
//! All of a rendering goes into one text, each template as a piece of it with holes where other pieces belong. What stands
//! for a piece in Yew's nodes is a [`token`]; in the end the pieces are put together, each copied once. A template is read
//! once, however often it is written.

use std::{cell::RefCell, mem, ops::Range, rc::Rc, sync::LazyLock};

use super::{Part, Reader};
use crate::model::decimal;
use yew::{
    prelude::*,
    virtual_dom::{VList, VNode, VRaw},
};

thread_local! {
    static PAGES: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// What is written.
#[derive(Default)]
struct Page {
    text: String,
    pieces: Vec<Piece>,
    /// Of all pieces: the place in the text, and the piece that belongs there.
    holes: Vec<(usize, usize)>,
}

/// What was made of a template.
struct Piece {
    text: Range<usize>,
    holes: Range<usize>,
}

/// Whether templates are written now.
pub(super) fn is_wanted() -> bool {
    PAGES.with_borrow(Option::is_some)
}

/// Has all templates of `work` written, and puts together what it returns: HTML in which tokens may stand.
pub(in crate::ui) fn writing(work: impl FnOnce() -> String) -> String {
    /// However it ends.
    struct Until(Option<Page>);
    impl Drop for Until {
        fn drop(&mut self) {
            PAGES.set(self.0.take());
        }
    }
    let _until = Until(PAGES.replace(Some(Page::default())));
    let html = work();
    PAGES.with_borrow(|page| page.as_ref().map_or_else(String::new, |page| page.whole(&html)))
}

/// Every token, one after the other: a character that stands in no HTML, and two that say which it is.
static TOKENS: LazyLock<String> = LazyLock::new(|| {
    let all =
        (0..128_u8).flat_map(|first| (0..128_u8).map(move |second| ['\0', first.into(), second.into()]));
    all.flatten().collect()
});

/// What stands for a piece; of the first 16,384 only.
fn token(piece: usize) -> Option<&'static str> {
    TOKENS.get(piece * 3..piece * 3 + 3)
}

/// The piece that a text is the token of.
fn piece_of(token: &str) -> Option<usize> {
    match *token.as_bytes() {
        [0, first, second] => Some(usize::from(first) * 128 + usize::from(second)),
        _ => None,
    }
}

impl Page {
    /// HTML with every piece in the place of its token.
    fn whole(&self, html: &str) -> String {
        let mut whole = String::with_capacity(self.text.len() + html.len());
        let mut rest = html;
        while let Some(at) = rest.find('\0') {
            whole.push_str(rest.get(..at).unwrap_or_default());
            let token = rest.get(at..at + 3).and_then(piece_of);
            if let Some(piece) = token {
                self.put(piece, &mut whole);
            }
            rest = rest.get(at + if token.is_some() { 3 } else { 1 }..).unwrap_or_default();
        }
        whole + rest
    }

    fn put(&self, piece: usize, whole: &mut String) {
        let Some(Piece { text, holes }) = self.pieces.get(piece) else {
            return;
        };
        let mut from = text.start;
        for (at, piece) in self.holes.get(holes.clone()).unwrap_or_default() {
            whole.push_str(self.text.get(from..*at).unwrap_or_default());
            self.put(*piece, whole);
            from = *at;
        }
        whole.push_str(self.text.get(from..text.end).unwrap_or_default());
    }
}

/// Elements without content.
const VOID: [&str; 2] = ["img", "input"];

/// What a template is made of, in its order.
enum Op {
    /// HTML.
    Html(String),
    /// The name of an element that a part says.
    Name,
    /// The end of such an element.
    End,
    /// An attribute, by its name, whose value a part says.
    Attribute(&'static str),
    /// A part of the content.
    Part,
}

/// How many templates are kept as they were read: more than there are.
const SLOTS: usize = 1024;

/// How far from its own place one of them is kept.
const FARTHEST: usize = 16;

/// A template, and what it is made of.
type Known = (&'static str, Rc<[Op]>);

thread_local! {
    static TEMPLATES: RefCell<Vec<Option<Known>>> = const { RefCell::new(Vec::new()) };
}

/// A template as it was read, which is done once.
fn ops(template: &'static str) -> Rc<[Op]> {
    let compile = || -> Rc<[Op]> {
        let template = Reader { rest: template, parts: [].iter_mut() };
        let mut compiler = Compiler { template, ops: Vec::new(), html: String::new() };
        compiler.nodes();
        compiler.ops.push(Op::Html(compiler.html));
        compiler.ops.into()
    };
    TEMPLATES.with_borrow_mut(|slots| {
        slots.resize(SLOTS, None);
        let place = template.as_ptr().addr();
        for at in place..place + FARTHEST {
            match &mut slots[at % SLOTS] {
                Some((known, ops)) if std::ptr::eq(*known, template) => return ops.clone(),
                Some(_) => (),
                free => return free.insert((template, compile())).1.clone(),
            }
        }
        compile()
    })
}

struct Compiler<'a> {
    template: Reader<'a, 'a>,
    ops: Vec<Op>,
    /// What is HTML behind them.
    html: String,
}

impl Compiler<'_> {
    /// Ends what is HTML so far.
    fn push(&mut self, op: Op) {
        if !self.html.is_empty() {
            self.ops.push(Op::Html(mem::take(&mut self.html)));
        }
        self.ops.push(op);
    }

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
                self.push(Op::Part);
            } else {
                let text = self.template.until(b"<$");
                escape(text, false, &mut self.html);
            }
        }
    }

    fn element(&mut self) {
        self.template.skip(1);
        self.html.push('<');
        let name = self.template.until(b" >");
        if name == "$" {
            self.push(Op::Name);
        } else {
            self.html.push_str(name);
        }
        while self.template.rest.starts_with(' ') {
            self.template.skip(1);
            let name = self.template.until(b"= >");
            let mut value = "";
            if self.template.rest.starts_with('=') {
                self.template.skip(1);
                value = self.template.until(b" >");
            }
            if value == "$" {
                self.push(Op::Attribute(name));
            } else if is_written(name) {
                attribute(name, value, &mut self.html);
            }
        }
        self.template.skip(1);
        self.html.push('>');
        self.nodes();
        if name == "$" {
            self.push(Op::End);
        } else if !VOID.contains(&name) {
            self.html.extend(["</", name, ">"]);
        }
    }
}

/// Whether an attribute is one: properties and what Yew needs are for a living page.
fn is_written(name: &str) -> bool {
    name != "key" && !name.starts_with('.')
}

fn attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(value, true, html);
    html.push('"');
}

/// What [`read`](super::read) makes, as HTML. What a parent's own components have in it stays as it is.
pub(super) fn write(template: &'static str, parts: &mut [Part]) -> Html {
    PAGES.with_borrow_mut(|page| {
        let Some(page) = page else {
            return Html::default();
        };
        let [text, hole] = [page.text.len(), page.holes.len()];
        let mut writer = Writer { page, text, hole, before: Vec::new() };
        writer.all(&ops(template), parts.iter_mut().map(Part::from));
        let last = writer.piece();
        if writer.before.is_empty() {
            return last;
        }
        writer.before.push(last);
        VList::with_children(writer.before, None).into()
    })
}

struct Writer<'a> {
    page: &'a mut Page,
    /// Where the piece begins that is being written.
    text: usize,
    /// Its first hole.
    hole: usize,
    /// What stands before that, where there is something that isn't a text.
    before: Vec<Html>,
}

impl Writer<'_> {
    /// Ends the piece; another begins.
    fn piece(&mut self) -> Html {
        let [text, holes] = [self.page.text.len(), self.page.holes.len()];
        let piece = self.page.pieces.len();
        self.page.pieces.push(Piece { text: self.text..text, holes: self.hole..holes });
        [self.text, self.hole] = [text, holes];
        let html = token(piece).map_or_else(
            || {
                let mut whole = String::new();
                self.page.put(piece, &mut whole);
                whole.into()
            },
            AttrValue::Static,
        );
        VNode::VRaw(VRaw { html })
    }

    fn all<'b>(&mut self, ops: &[Op], parts: impl Iterator<Item = Part<'b>>) {
        let mut parts = parts.chain(std::iter::repeat_with(|| Part::Nothing));
        let mut next = || parts.next().unwrap_or(Part::Nothing);
        let mut names: Vec<&str> = Vec::new();
        for op in ops {
            match op {
                Op::Html(html) => self.page.text.push_str(html),
                Op::Name => {
                    let name = if let Part::Text(name) = next() { name } else { "div" };
                    self.page.text.push_str(name);
                    names.push(name);
                }
                Op::End => {
                    if let Some(name) = names.pop().filter(|name| !VOID.contains(name)) {
                        self.page.text.extend(["</", name, ">"]);
                    }
                }
                Op::Attribute(name) => match next() {
                    _ if !is_written(name) => (),
                    Part::Text(text) => attribute(name, text, &mut self.page.text),
                    Part::Number(number) => attribute(name, &decimal(number), &mut self.page.text),
                    _ => (),
                },
                Op::Part => match next() {
                    Part::Nothing | Part::Ref(_) => (),
                    Part::Nodes(html) => self.add(&mem::take(html)),
                    Part::List(children) => mem::take(children).iter().for_each(|child| self.add(child)),
                    Part::Text(text) => escape(text, false, &mut self.page.text),
                    Part::Number(number) => self.page.text.push_str(&decimal(number)),
                },
            }
        }
    }

    /// What was made of another template.
    fn add(&mut self, node: &Html) {
        match node {
            VNode::VRaw(raw) => match piece_of(&raw.html) {
                Some(piece) => self.page.holes.push((self.page.text.len(), piece)),
                None => self.page.text.push_str(&raw.html),
            },
            VNode::VText(text) => escape(&text.text, false, &mut self.page.text),
            VNode::VList(list) => list.iter().for_each(|child| self.add(child)),
            other => {
                let piece = self.piece();
                self.before.extend([piece, other.clone()]);
            }
        }
    }
}

/// For each byte whether it is escaped: in a text, in the value of an attribute.
const ESCAPED: [[bool; 256]; 2] = {
    let mut escaped = [[false; 256]; 2];
    let mut at = 0;
    while at < 2 {
        escaped[at][b'&' as usize] = true;
        escaped[at][b'<' as usize] = true;
        escaped[at][b'>' as usize] = true;
        at += 1;
    }
    escaped[1][b'"' as usize] = true;
    escaped
};

/// Writes a text into HTML, or the value of an attribute.
fn escape(text: &str, quoted: bool, html: &mut String) {
    let escaped = &ESCAPED[usize::from(quoted)];
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| escaped[usize::from(byte)]) {
        html.push_str(rest.get(..at).unwrap_or_default());
        html.push_str(match rest.as_bytes().get(at) {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            _ => "&quot;",
        });
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    html.push_str(rest);
}
