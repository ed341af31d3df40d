//! The editor of plans: pasted rows become a plan, which is seen at once, mended, and taken away as files.
//!
//! `state` is where a plan changes; `shape` and `labels` make tables and forms of the model; `app` and what is below it are
//! what is seen. It runs in the page alone.

pub mod app;
pub mod bring;
pub mod cells;
pub mod check;
pub mod document;
pub mod host;
pub mod input;
pub mod labels;
pub mod paste;
pub mod shape;
pub mod state;
pub mod templates;
pub mod words;

use plan_widgets::Lang;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// Begins in an element, in the page's language, with what the page's script does.
#[wasm_bindgen]
pub fn start(root: Element, lang: &str, host: host::Host) {
    let lang = if lang == "zh" { Lang::ZH } else { Lang::EN };
    yew::Renderer::<app::App>::with_root_and_props(root, app::Props { lang, host }).render();
}
