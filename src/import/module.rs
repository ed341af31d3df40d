//! What the module exports to JavaScript.

use plan_widgets::{Lang, Plan};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::{
    Imported, Options,
    columns::Field,
    export::{Format, export},
    findings::{Code, Finding, Findings, Refusal},
    import_all, recognized,
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
/// language of what is said. Of an indicator `figure`, `goal` or `project`, `unit`, `source` and `financialYear`; of several
/// files that stand one behind another in `bytes` a list of their `files`, each with its path and its length. Gives JSON:
/// `plan` or `progress`, a text, with `findings`; or `refused`, a sentence.
#[wasm_bindgen]
pub fn read(bytes: &[u8], name: &str, options: &str) -> String {
    let options: Value = serde_json::from_str(options).unwrap_or_default();
    let text = |key: &str| options[key].as_str().map(ToOwned::to_owned);
    let reports = text("reports").unwrap_or_else(|| "en".into());
    let lang = if reports == "zh" { Lang::ZH } else { Lang::EN };
    let subject =
        ["figure", "goal", "project"].into_iter().find_map(|kind| Some((kind.to_owned(), text(kind)?)));
    let month = options["financialYear"].as_u64().and_then(|month| u8::try_from(month).ok());
    let files = split(bytes, name, &options["files"]);
    match mapped(&options["map"]).and_then(|map| {
        let options = Options {
            lang: text("lang"),
            map,
            sheet: text("sheet"),
            subject,
            unit: text("unit"),
            source: text("source"),
            financial_year: month.filter(|month| (2..=12).contains(month)),
            reports,
        };
        import_all(&files, name, &options, &decode)
    }) {
        Ok(Imported { plan, progress, findings }) => {
            let (kind, made) = if plan.is_empty() { ("progress", progress) } else { ("plan", plan) };
            json!({ kind: made, "findings": told(&findings, &lang) })
        }
        Err(refusal) => json!({ "refused": refusal.text(&lang), "code": refusal.code.name() }),
    }
    .to_string()
}

/// The files that stand one behind another.
fn split<'a>(bytes: &'a [u8], name: &'a str, files: &'a Value) -> Vec<(&'a str, &'a [u8])> {
    let Some(files) = files.as_array() else { return vec![(name, bytes)] };
    let mut rest = bytes;
    let file = |file: &'a Value| {
        let length = file[1].as_u64().and_then(|length| usize::try_from(length).ok())?;
        let (own, after) = rest.split_at_checked(length)?;
        rest = after;
        Some((file[0].as_str()?, own))
    };
    files.iter().map_while(file).collect()
}

/// Which format a file has that can be imported: JSON with its name as `format`, or `refused`, a sentence on what another
/// program has to do first.
#[wasm_bindgen]
pub fn recognize(bytes: &[u8], name: &str, reports: &str) -> String {
    let lang = if reports == "zh" { Lang::ZH } else { Lang::EN };
    match recognized(bytes, name, &decode) {
        Ok(format) => json!({ "format": format }),
        Err(refusal) => json!({ "refused": refusal.text(&lang) }),
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
