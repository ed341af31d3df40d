//! What reads a language's file that a page brings: a module of its own, for pages that bring one.

use wasm_bindgen::prelude::*;

use super::js::{FromJs, parse, problems};
use plan_widgets::view::words::Language;

/// The words in a language's file, given as `JSON.parse` gives it: as the checkers take them. Or an array of problems, as
/// `check` gives them.
#[wasm_bindgen]
pub fn language(file: JsValue) -> JsValue {
    match Language::from_file(FromJs(file)) {
        Ok(language) => parse(&language.json()),
        Err(found) => problems(&found.0),
    }
}
