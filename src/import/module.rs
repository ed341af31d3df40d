//! What the module exports to JavaScript.

use plan_widgets::{Lang, Plan};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::{
    Imported, Options,
    columns::Field,
    export::{Format, export},
    findings::{Code, Finding, Findings, Refusal},
    import,
};

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[wasm_bindgen]
extern "C" {
    /// What the browser and Node.js know of encodings.
    type TextDecoder;

    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
}

fn decode(label: &str, bytes: &[u8]) -> Option<String> {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"fatal".into(), &true.into()).ok()?;
    TextDecoder::new(label, &options).ok()?.decode(bytes).ok()
}

/// Reads a file. `options` is JSON: `lang`, `sheet`, `map` (an object of columns with their fields), and `reports`, the
/// language of what is said. Gives JSON: `plan`, a text, with `findings`; or `refused`, a sentence.
#[wasm_bindgen]
pub fn read(bytes: &[u8], name: &str, options: &str) -> String {
    let options: Value = serde_json::from_str(options).unwrap_or_default();
    let text = |key: &str| options[key].as_str().map(ToOwned::to_owned);
    let reports = text("reports").unwrap_or_else(|| "en".into());
    let lang = if reports == "zh" { Lang::ZH } else { Lang::EN };
    match mapped(&options["map"]).and_then(|map| {
        import(bytes, name, &Options { lang: text("lang"), map, sheet: text("sheet"), reports }, &decode)
    }) {
        Ok(Imported { plan, findings }) => {
            json!({ "plan": plan, "findings": told(&findings, &lang) })
        }
        Err(refusal) => json!({ "refused": refusal.text(&lang), "code": refusal.code.name() }),
    }
    .to_string()
}

/// A plan, which is valid, as a file of a format: `csv`, `xlsx`, `ics` or `timelinejs`.
#[wasm_bindgen]
pub fn write(plan: &str, format: &str) -> Vec<u8> {
    exported(plan, format).map(|(bytes, _)| bytes).unwrap_or_default()
}

/// What of a plan isn't in such a file, as `read` gives its findings.
#[wasm_bindgen]
pub fn left(plan: &str, format: &str, reports: &str) -> String {
    let lang = if reports == "zh" { Lang::ZH } else { Lang::EN };
    let findings = exported(plan, format).map(|(_, findings)| findings.0).unwrap_or_default();
    told(&findings, &lang).to_string()
}

fn exported(plan: &str, format: &str) -> Option<(Vec<u8>, Findings)> {
    export(&Plan::from_json(plan).ok()?, Format::from_name(format)?).ok()
}

/// Findings for programs, each with its sentence.
fn told(findings: &[Finding], lang: &Lang) -> Value {
    let one = |finding: &Finding| {
        json!({
            "code": finding.code.name(), "level": finding.code.level().name(), "place": finding.place.text(),
            "more": finding.more, "text": finding.text(lang),
        })
    };
    findings.iter().map(one).collect()
}

fn mapped(map: &Value) -> Result<Vec<(String, Field)>, Refusal> {
    let field = |(column, field): (&String, &Value)| {
        let name = field.as_str().unwrap_or_default();
        let known = || Field::ALL.iter().map(|field| field.name()).collect::<Vec<_>>().join(", ");
        let field =
            Field::from_name(name).ok_or_else(|| Refusal::new(Code::MapUnknown, &[name, &known()]))?;
        Ok((column.clone(), field))
    };
    map.as_object().into_iter().flatten().map(field).collect()
}
