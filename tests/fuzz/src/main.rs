//! libFuzzer's way in: bytes become a model, and what has to hold of every answer is checked.

#![no_main]

#[path = "../../hostile/mod.rs"]
mod models;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| models::answered(&models::model(bytes)));
