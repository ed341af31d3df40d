//! What the page's script does for the editor: `editor.js`.

use std::io::{Cursor, Write};

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{File, TextDecoder, TextDecoderOptions};
use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

#[wasm_bindgen]
extern "C" {
    /// The page's script.
    #[derive(Clone, Debug, PartialEq)]
    pub type Host;

    /// Gives the reader a file.
    #[wasm_bindgen(method)]
    pub fn save(this: &Host, name: &str, kind: &str, bytes: &[u8]);

    /// The files of a built plan: their paths and contents in turn.
    #[wasm_bindgen(method)]
    pub fn build(this: &Host, plan: &str, lang: &str) -> Promise;

    /// What is to be put into a page for a widget.
    #[wasm_bindgen(method)]
    pub fn snippet(this: &Host, plan: &str, widget: &str, lang: &str) -> Promise;

    /// Puts a text into the clipboard; gives whether that is allowed.
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, text: &str) -> Promise;

    /// Keeps a draft, or forgets it.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host, plan: Option<&str>) -> Promise;

    /// The draft that is kept.
    #[wasm_bindgen(method)]
    pub fn kept(this: &Host) -> Promise;

    /// The file that the page was opened with: its name and its bytes.
    #[wasm_bindgen(method)]
    pub fn given(this: &Host) -> Promise;

    /// Has the browser ask before the page is left, or not.
    #[wasm_bindgen(method)]
    pub fn unsaved(this: &Host, unsaved: bool);

    /// A file's bytes.
    #[wasm_bindgen(method)]
    pub fn read(this: &Host, file: &File) -> Promise;
}

/// Decodes what is in an encoding beyond Unicode's, as the browser knows it.
#[must_use]
pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    TextDecoder::new_with_label_and_options(label, &options).ok()?.decode_with_u8_array(bytes).ok()
}

/// The files that [`Host::build`] gives, in one archive below a folder.
///
/// # Errors
/// When they don't fit into one.
pub fn archive(folder: &str, files: &JsValue) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let files: Vec<String> = Array::from(files).iter().filter_map(|part| part.as_string()).collect();
    for file in files.chunks_exact(2) {
        zip.start_file(format!("{folder}/{}", file[0]), options)?;
        zip.write_all(file[1].as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Why a promise was refused.
#[must_use]
pub fn reason(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    message.or_else(|| error.as_string()).unwrap_or_default()
}
