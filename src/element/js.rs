//! JavaScript values: a plan read where it lies, and details made for the page.

#[cfg(any(feature = "check", feature = "language", feature = "render"))]
use js_sys::JSON;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use plan_widgets::model::Value;
#[cfg(any(feature = "check", feature = "language", feature = "render"))]
use plan_widgets::model::{Problem, problems_json};

/// A JavaScript value as `JSON.parse` gives it, read where it lies.
///
/// serde-wasm-bindgen's deserializer would do this too, for 8 KB more (brotli): its errors bring in the printing of floats.
#[cfg_attr(feature = "render", allow(dead_code, reason = "servers give plans as text"))]
pub struct FromJs(pub JsValue);

impl Value for FromJs {
    #[inline(never)]
    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    #[inline(never)]
    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    #[inline(never)]
    fn length(&self) -> Option<usize> {
        // Not by `instanceof`: the value may come from another realm, as an iframe's do.
        Array::is_array(&self.0).then(|| self.0.unchecked_ref::<Array>().length() as usize)
    }

    #[inline(never)]
    fn at(&self, index: usize) -> Self {
        FromJs(Reflect::get_u32(&self.0, u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or_default())
    }

    fn keys(&self) -> Option<Vec<String>> {
        let object = self.0.is_object() && !Array::is_array(&self.0);
        let keys = FromJs(object.then(|| Object::keys(self.0.unchecked_ref::<Object>()))?.into());
        Some((0..keys.length()?).filter_map(|index| keys.at(index).text()).collect())
    }

    #[inline(never)]
    fn get(&self, key: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &JsValue::from_str(key)).ok()?;
        (!value.is_undefined()).then_some(FromJs(value))
    }
}

/// An object with these members.
#[cfg(feature = "mount")]
#[inline(never)]
pub fn object(members: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in members {
        // Can't fail: it is a plain object.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object.into()
}

/// What a text of JSON says.
#[cfg(any(feature = "check", feature = "language", feature = "render"))]
#[inline(never)]
pub fn parse(json: &str) -> JsValue {
    // Can't fail: it is JSON.
    JSON::parse(json).unwrap_or_default()
}

/// An array of problems.
#[cfg(any(feature = "check", feature = "language", feature = "render"))]
pub fn problems(found: &[Problem]) -> JsValue {
    parse(&problems_json(found))
}
