//! wasm-bindgen's JavaScript, made into a function that can be called again for a fresh instance.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

use crate::setup::Npm;

/// The names that Yew writes on nodes and events. A Yew application around a widget writes the same ones, and each
/// would take the other's for its own.
const YEW: &str = "__yew_";
const OURS: &str = "__plan_widgets_";

/// wasm-bindgen's last line, and what stands there instead: an instance of a compiled module, without the ways to
/// fetch one.
const EXPORTS: &str = "export { initSync, __wbg_init as default };";
const INIT: &str = "export async function init(module) {
    return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
}";
/// The same at once, which pages may not do with modules as large as these.
const INIT_AT_ONCE: &str = "export function init(module) {
    return __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
}";

/// What the instance has for widgets is called through `guard`: of an instance that has trapped it gives nothing.
const RESULT: &str = "if (ret[";
const RESULT_OR_NONE: &str = "if (ret?.[";

/// What Yew asks a document for. A picture or a form of the page's may have the same name, and hides the method.
const OF_DOCUMENTS: [&str; 3] = ["createElement", "createElementNS", "createTextNode"];

/// The name of the section that says what a module is, its last one.
const SECTION: &str = "plan";

/// What a module is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Widgets in pages.
    Widgets,
    /// Pages, without Yew.
    Plain,
    /// Servers, where it starts without waiting.
    Servers,
    /// Developers, for whom it stays readable.
    Developers,
}

impl Use {
    /// How often wasm-bindgen's output has Yew's names; of a module for developers it doesn't matter.
    fn of_yew(self) -> Option<usize> {
        match self {
            Use::Widgets => Some(1),
            Use::Plain | Use::Servers => Some(0),
            Use::Developers => None,
        }
    }
}

/// `glue` as a module that exports `glue(guard)`: what wasm-bindgen exports, with all ways into the instance passed
/// through `guard`; and `build`, the name that its module ends with.
///
/// # Errors
/// When wasm-bindgen's output has another shape than it had, or esbuild fails.
pub fn pack(glue: &str, npm: &Npm, purpose: Use, build: &str) -> Result<Vec<u8>> {
    let count = glue.matches(YEW).count();
    ensure!(
        purpose.of_yew().is_none_or(|expected| expected == count),
        "wasm-bindgen's output has Yew's `{YEW}` {count} times: see `of_yew` in xtask/src/build/glue.rs"
    );
    let mut glue = glue.replace(YEW, OURS);
    if matches!(purpose, Use::Widgets | Use::Developers) {
        glue = glue.replace(RESULT, RESULT_OR_NONE);
        for name in OF_DOCUMENTS {
            let native = format!("Document.prototype.{name}.call(arg0, ");
            glue = replace_once(&glue, &format!("arg0.{name}("), &native)?;
        }
    }
    let glue = replace_once(&glue, "wasm = instance.exports;", "wasm = guard(instance.exports);")?;
    let glue = replace_once(&glue, EXPORTS, if purpose == Use::Servers { INIT_AT_ONCE } else { INIT })?;
    // What nobody exports goes. Not made into CommonJS, whose helpers go through all that a page has put on
    // `Object.prototype`.
    let body = through_esbuild(npm, &["--format=esm", "--tree-shaking=true"], glue.as_bytes())?;
    let body = String::from_utf8(body).context("esbuild's output is not UTF-8")?;
    let body = replace_once(&body, "\nexport {", "\nreturn {")?;
    let module = format!("export const build = \"{build}\"; export function glue(guard) {{ {body} }}");
    let readable: &[&str] = &["--format=esm"];
    let small: &[&str] = &["--format=esm", "--minify"];
    through_esbuild(npm, if purpose == Use::Developers { readable } else { small }, module.as_bytes())
}

/// The module with its name at the end: version, widget and a hash of what it is made of. The shell runs no other.
#[must_use]
pub fn mark(wasm: &[u8], build: &str) -> Vec<u8> {
    // Both lengths fit into one byte of LEB128 each.
    let section = [&[SECTION.len() as u8], SECTION.as_bytes(), build.as_bytes()].concat();
    [wasm, &[0, section.len() as u8], &section].concat()
}

/// Short names for what the module imports and exports: those of wasm-bindgen carry hashes, which no compression
/// shrinks, in both files. `names` are the module's; gives the glue with `short(i)` for the i-th.
#[must_use]
pub fn rename(glue: &str, names: &[String]) -> String {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_name) {
        let (before, after) = rest.split_at(start);
        let (word, after) = after.split_at(after.find(|c| !is_name(c)).unwrap_or(after.len()));
        // A member of the instance, or a key of the imports: the glue's own functions may bear the same names.
        let renamed = before.ends_with('.') || after.starts_with(": function");
        let index = names.iter().position(|name| name == word).filter(|_| renamed);
        out.push_str(before);
        out.push_str(&index.map_or_else(|| word.to_owned(), short));
        rest = after;
    }
    out + rest
}

/// The i-th short name: a, b, … z, aa, ab …
#[must_use]
pub fn short(index: usize) -> String {
    let letter = char::from(b"abcdefghijklmnopqrstuvwxyz"[index % 26]);
    if index < 26 { letter.into() } else { short(index / 26 - 1) + &letter.to_string() }
}

/// `text` with `to` for `from`.
///
/// # Errors
/// When that stands there never, or more than once.
pub fn replace_once(text: &str, from: &str, to: &str) -> Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replace(from, to)),
        count => {
            bail!("wasm-bindgen's output has `{from}` {count} times, not once: see xtask/src/build/glue.rs")
        }
    }
}

fn through_esbuild(npm: &Npm, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>> {
    let mut child = Command::new(npm.esbuild())
        .args(["--loader=js", "--log-level=warning", "--charset=utf8"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("esbuild could not be started: run `cargo xtask setup`")?;
    // Taken, so that it closes and esbuild sees the end.
    child.stdin.take().context("esbuild takes no input")?.write_all(input)?;
    let output = child.wait_with_output()?;
    if output.status.success() { Ok(output.stdout) } else { bail!("esbuild failed on wasm-bindgen's output") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_output_is_noticed() {
        let replace = |text| replace_once(text, "a;", "b;").map_err(|error| error.to_string());
        assert_eq!(replace("x a; y"), Ok("x b; y".into()));
        let error = "wasm-bindgen's output has `a;` 0 times, not once: see xtask/src/build/glue.rs";
        assert_eq!(replace("x"), Err(error.into()));
        assert!(replace("a; a;").is_err());
    }

    #[test]
    fn a_module_ends_with_its_name() {
        let empty = [0, b'a', b's', b'm', 1, 0, 0, 0];
        let marked = mark(&empty, "1.2.3 timeline 0123abcd");
        assert_eq!(marked[8..14], [0, 28, 4, b'p', b'l', b'a']);
        assert!(marked.ends_with(b"n1.2.3 timeline 0123abcd") && marked.len() == 10 + 28);
    }

    #[test]
    fn short_names_are_distinct() {
        let names: Vec<String> = (0..1000).map(short).collect();
        assert_eq!(
            (&*names[0], &*names[25], &*names[26], &*names[27], &*names[702]),
            ("a", "z", "aa", "ab", "aaa")
        );
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len());
    }

    #[test]
    fn names_are_replaced_in_their_places_only() {
        let names = ["mount".to_owned(), "get_1".to_owned()];
        let glue = "export function mount(x) { return wasm.mount(x, mounted); } const i = { get_1: function() {}, get_12: 3 };";
        let short = "export function mount(x) { return wasm.a(x, mounted); } const i = { b: function() {}, get_12: 3 };";
        assert_eq!(rename(glue, &names), short);
    }
}
