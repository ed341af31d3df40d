//! The checker: a module of its own, for pages and editors that bring a plan of their own.

use wasm_bindgen::prelude::*;

use super::js::{FromJs, problems};
use crate::model::Plan;

/// Every problem of a plan given as `JSON.parse` gives it: an array of `{pointer, found, expected, nearest}`, empty for
/// a plan that widgets can show.
#[wasm_bindgen]
pub fn check(value: JsValue) -> JsValue {
    match Plan::read(FromJs(value)) {
        Ok(_) => problems(&[]),
        Err(found) => problems(&found.0),
    }
}
