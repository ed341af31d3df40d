//! What the shell calls: take a view model, and show it as a widget in the page.

use std::{
    any::Any,
    cell::{Cell, OnceCell},
    rc::Rc,
};

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, html::BaseComponent};

use super::{
    js::FromJs,
    reader::{Reader, Refused},
    widget::{Emit, Frame, Shown, Widget},
    widgets::mounted,
};
use plan_widgets::{Liveness, Source, view::View};

/// By this name the shell says what the reader has opened before the widget was live.
const OPEN: &str = " open";

/// By this one, that the page is being printed.
const PRINT: &str = " print";

/// What the shell has fetched for widgets, shared by those that show it: a view model of a plan that has passed the
/// check. Whatever isn't as it should be is read as nothing: the bundled plan was checked when it was built, and the
/// shell has others checked by `check.rs` first.
#[wasm_bindgen]
pub struct Model {
    /// Until it is read. What Rust holds the page can't give back, and the shell finds a model by this value.
    json: Cell<JsValue>,
    view: OnceCell<Rc<dyn Any>>,
}

#[wasm_bindgen]
impl Model {
    /// Takes a JavaScript value, as `JSON.parse` gives it. It is read when a widget shows it.
    pub fn load(json: JsValue) -> Model {
        Model { json: Cell::new(json), view: OnceCell::new() }
    }
}

/// A mount point: a widget in an element of the page.
#[wasm_bindgen]
pub struct Mount {
    root: Element,
    emit: Emit,
    widget: Option<Box<dyn Mounted>>,
}

#[wasm_bindgen]
impl Mount {
    /// A mount point that renders into `root`; empty. `emit` is called with an event's name and its detail.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, emit: Function) -> Mount {
        Mount { root, emit: Emit(emit), widget: None }
    }

    /// Shows `model` as `widget`, always the same one, with `attributes`, an object of texts, one microtask from now or
    /// when the page has time. `link_prefix` is what an item's id is put behind. Gives the attributes that were left out,
    /// for `check.rs` to explain: each a list of its name, its value, and the values known.
    pub fn show(
        &mut self,
        widget: &str,
        model: &Model,
        attributes: &Object,
        link_prefix: Option<String>,
    ) -> Array {
        if self.widget.is_none() {
            self.widget = mounted(widget, &self.root, &self.emit);
        }
        let Some(widget) = &mut self.widget else {
            return Array::new();
        };
        let view = model.view.get_or_init(|| widget.read(&FromJs(model.json.take())));
        let get = |name: &str| Reflect::get(attributes, &JsValue::from_str(name)).ok()?.as_string();
        let mut read = Reader::new(&get);
        let frame = Frame {
            liveness: Liveness::Live,
            link_prefix: link_prefix.map(Into::into),
            open: get(OPEN).unwrap_or_default(),
            print: get(PRINT).is_some(),
        };
        widget.show(view, &mut read, frame);
        let texts = |texts: &[&str]| texts.iter().map(|text| JsValue::from_str(text)).collect::<Array>();
        let list = |Refused { name, value, known }: &Refused| texts(&[&[*name, &**value], &**known].concat());
        read.refused.iter().map(list).collect()
    }

    /// Takes the widget away, and with it what the reader did.
    pub fn end(self) {
        if let Some(widget) = self.widget {
            widget.end();
        }
    }
}

/// A widget of whichever kind at a mount point.
pub trait Mounted {
    /// Reads its view model.
    fn read(&self, json: &FromJs) -> Rc<dyn Any>;

    /// Shows it, or shows another state of it. Where an attribute is missing that it needs, what stands there stays.
    fn show<'a>(&mut self, view: &'a Rc<dyn Any>, read: &mut Reader<'a>, frame: Frame);

    /// Takes it away.
    fn end(self: Box<Self>);
}

/// A widget at a mount point. Widgets with the same component are one type, and compiled once.
pub struct Live<C: BaseComponent, V, K> {
    root: Element,
    app: Option<AppHandle<C>>,
    callbacks: K,
    props: Read<C, V, K>,
}

/// [`Widget::props`].
type Read<C, V, K> =
    for<'a, 'b> fn(Shown<'a, 'b, V, K>, &mut Reader<'a>) -> Option<<C as BaseComponent>::Properties>;

/// A widget that is to be rendered into `root`.
pub fn live<W: Widget>(root: &Element, emit: &Emit) -> Box<dyn Mounted> {
    Box::new(Live::<W::Component, W::View, W::Callbacks> {
        root: root.clone(),
        app: None,
        callbacks: W::callbacks(emit),
        props: W::props,
    })
}

impl<C: BaseComponent, V: View, K: 'static> Mounted for Live<C, V, K> {
    fn read(&self, json: &FromJs) -> Rc<dyn Any> {
        Rc::new(V::read_from(json))
    }

    fn show<'a>(&mut self, view: &'a Rc<dyn Any>, read: &mut Reader<'a>, frame: Frame) {
        // The same data never go to widgets of two kinds.
        let (Some(known), Ok(source)) = (view.downcast_ref(), view.clone().downcast()) else {
            return;
        };
        let shown = Shown { view: known, source: Source::View(source), callbacks: &self.callbacks, frame };
        if let Some(props) = (self.props)(shown, read) {
            match &mut self.app {
                Some(app) => app.update(props),
                app => *app = Some(yew::Renderer::with_root_and_props(self.root.clone(), props).render()),
            }
        }
    }

    fn end(self: Box<Self>) {
        if let Some(app) = self.app {
            app.destroy();
        }
    }
}
