//! What a widget is: one definition, from which table, types, docs, reading, mounting and rendering come.

#[cfg(feature = "mount")]
use js_sys::Function;
#[cfg(feature = "mount")]
use wasm_bindgen::JsValue;
use yew::{AttrValue, html::BaseComponent};

#[cfg(feature = "mount")]
use crate::js::object;
use crate::{reader::Reader, spec::Element};
use plan_widgets::{Liveness, Source, model::IdOf, view::View};

/// A widget: an element with a component inside.
pub trait Widget: Sized + 'static {
    /// Its public names: tag, attributes, events, parts.
    const ELEMENT: Element;

    /// What it shows of a plan.
    type View: View;

    /// What shows that.
    type Component: BaseComponent;

    /// Its callbacks, made once for each mount, so that an update which changes nothing renders nothing. The default ones
    /// do nothing.
    type Callbacks: Default;

    /// The callbacks that emit its events.
    #[cfg(feature = "mount")]
    fn callbacks(emit: &Emit) -> Self::Callbacks;

    /// Reads its attributes; nothing where an attribute is missing without which there is nothing to show.
    fn props<'a>(
        shown: Shown<'a, '_, Self::View, Self::Callbacks>,
        read: &mut Reader<'a>,
    ) -> Option<Properties<Self>>;

    /// Its view model with what a page reports of progress, where it shows that.
    #[cfg(feature = "prerender")]
    fn reported(_: &Self::View, _: &plan_widgets::Progress) -> Option<Self::View> {
        None
    }

    /// It in a few words, and what search engines read of it: JSON-LD.
    #[cfg(feature = "prerender")]
    fn about(
        plan: &plan_widgets::Plan,
        view: &Self::View,
        props: &Properties<Self>,
    ) -> (plan_widgets::view::summary::Summary, serde_json::Value);
}

/// The properties of a widget's component.
pub type Properties<W> = <<W as Widget>::Component as BaseComponent>::Properties;

/// What a widget is shown with, besides its attributes.
pub struct Shown<'a, 'b, V, C> {
    /// The view model.
    pub view: &'a V,
    /// The same for the component.
    pub source: Source<V>,
    /// Its callbacks.
    pub callbacks: &'b C,
    /// What the page around it adds.
    pub frame: Frame,
}

/// What the page around a widget adds.
pub struct Frame {
    /// Whether there are controls, and whether they work.
    pub liveness: Liveness,
    /// What an item's id is put behind to be its link.
    pub link_prefix: Option<AttrValue>,
    /// Ids of what the reader has opened before the widget was live, separated by spaces.
    pub open: String,
    /// Whether the page is being printed.
    pub print: bool,
}

impl Frame {
    /// The ids of what the reader has opened.
    pub fn open<T>(&self) -> Vec<IdOf<T>> {
        self.open.split_ascii_whitespace().map(Into::into).collect()
    }
}

/// Emits events: the shell's function, which takes a name and a detail.
#[cfg(feature = "mount")]
#[derive(Clone)]
pub struct Emit(pub Function);

#[cfg(feature = "mount")]
impl Emit {
    /// Emits an event.
    #[inline(never)]
    fn emit(&self, event: &str, detail: &JsValue) {
        // The shell's function doesn't throw: what listeners throw goes to the page.
        let _ = self.0.call2(&JsValue::NULL, &JsValue::from_str(event), detail);
    }

    /// A callback that emits an event with the detail that `detail` makes.
    pub fn callback<T: 'static>(&self, event: &'static str, detail: fn(T) -> JsValue) -> yew::Callback<T> {
        let emit = self.clone();
        yew::Callback::from(move |value| emit.emit(event, &detail(value)))
    }

    /// The shell waits for this before it shows a widget for the first time: no event of the page's.
    pub fn ready(&self) -> yew::Callback<()> {
        self.callback("ready", |()| object(&[]))
    }

    /// The shell opens the menu of what readers take away at this: no event of the page's.
    pub fn menu(&self) -> yew::Callback<Vec<usize>> {
        self.callback("menu", |shown: Vec<usize>| {
            let shown: js_sys::Array = shown.into_iter().map(|index| JsValue::from(index as u32)).collect();
            object(&[("shown", shown.into())])
        })
    }

    /// A callback that emits what a widget with facets is filtered by.
    pub fn filtered<F: plan_widgets::view::filter::Filter>(
        &self,
    ) -> yew::Callback<plan_widgets::Filtered<F>> {
        self.callback("plan-filter", |plan_widgets::Filtered { filter, shown, total }| {
            filtered(filter.query(), F::FACETS, filter.selected(), (shown, total))
        })
    }
}

/// The detail of `plan-filter`.
#[cfg(feature = "mount")]
#[inline(never)]
fn filtered(
    query: &str,
    facets: &'static [&'static str],
    selected: Vec<Vec<&str>>,
    (shown, total): (usize, usize),
) -> JsValue {
    let mut detail = vec![("query", query.into())];
    detail.extend(
        facets
            .iter()
            .zip(selected)
            .map(|(name, ids)| (*name, plan_widgets::view::words::joined(&ids, " ").into())),
    );
    detail.extend([("found", shown.into()), ("all", total.into())]);
    object(&detail)
}

/// An id, or `null`.
#[cfg(feature = "mount")]
#[inline(never)]
pub fn id(id: Option<&str>) -> JsValue {
    id.map_or(JsValue::NULL, JsValue::from_str)
}
