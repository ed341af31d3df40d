//! libFuzzer's way in: bytes become a model or a file that is imported, and what has to hold of every answer is checked.

#![no_main]

#[path = "../../hostile/imported.rs"]
mod imported;
#[path = "../../hostile/mod.rs"]
mod models;

use libfuzzer_sys::fuzz_target;

// The first byte says what of.
fuzz_target!(|bytes: &[u8]| match bytes.split_first() {
    Some((b'p', bytes)) => models::progress_answered(bytes),
    Some((b'd', bytes)) => models::data_answered(bytes),
    Some((b'i', bytes)) => imported::imported(bytes),
    _ => models::answered(&models::model(bytes)),
});
