//! The editor of plans: pasted rows become a plan, which is seen at once, mended, and taken away as files.
//!
//! `state` is where a plan changes; `shape` and `labels` make tables and forms of the model; `app` and what is below it are
//! what is seen. It runs in the page alone.

#[cfg(feature = "page")]
pub mod app;
pub mod bring;
pub mod cells;
pub mod check;
pub mod document;
#[cfg(feature = "page")]
pub mod host;
#[cfg(feature = "page")]
pub mod input;
pub mod labels;
pub mod paste;
pub mod shape;
pub mod state;
pub mod templates;
pub mod words;

#[cfg(feature = "page")]
use plan_widgets::Lang;
#[cfg(feature = "page")]
use wasm_bindgen::prelude::wasm_bindgen;
#[cfg(feature = "page")]
use web_sys::Element;

/// Begins in an element, in the page's language, with what the page's script does.
#[cfg(feature = "page")]
#[wasm_bindgen]
pub fn start(root: Element, lang: &str, host: host::Host) {
    let lang = if lang == "zh" { Lang::ZH } else { Lang::EN };
    yew::Renderer::<app::App>::with_root_and_props(root, app::Props { lang, host }).render();
}
