//! The checker: a module of its own, for pages and editors that bring a plan of their own.

use wasm_bindgen::prelude::*;

use super::js::{FromJs, problems, to_js};
use crate::{
    model::{Lang, Plan},
    view::timeline::Chronology,
};

/// Every problem of a plan given as `JSON.parse` gives it: an array of `{pointer, found, expected, nearest}`, empty for
/// a plan that widgets can show.
#[wasm_bindgen]
pub fn check(value: JsValue) -> JsValue {
    match Plan::read(FromJs(value)) {
        Ok(_) => problems(&[]),
        Err(found) => problems(&found.0),
    }
}

/// The course of a plan, in the language of a BCP 47 tag or else in the plan's own; or the problems of the plan, as
/// `check` gives them.
#[wasm_bindgen]
pub fn course(value: JsValue, tag: &str) -> JsValue {
    match Plan::read(FromJs(value)) {
        Ok(plan) => {
            let wanted = Lang::from_tag(tag).filter(|lang| plan.languages.contains(lang));
            let lang = wanted.or(plan.languages.first().copied()).unwrap_or_default();
            to_js(&Chronology::of(&plan, lang))
        }
        Err(found) => problems(&found.0),
    }
}
