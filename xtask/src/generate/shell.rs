//! The shell's table: what the JavaScript classes know of each element.

use std::fmt::Write;

use anyhow::Result;
use plan_widgets::{
    Lang, Theme,
    model::{
        Choice, Phrase,
        phrases::{COMMA, Code, MORE, NEAREST, PROBLEM, SEMICOLON},
    },
    ui::looks::{self, TOKENS},
    view::words::{GlossaryWords, MenuWords},
};
use plan_widgets_element::{
    explain::{FEW, expected},
    reader::LONGEST,
    spec::{ERRORS, EVENTS, Element, Kind, NEEDS},
    widgets::{ELEMENTS, KINDS},
};
use serde_json::{Value, json};

use super::VERSION;
use crate::{
    LANGUAGES, SHOWN,
    build::data::{LATER, VARIANTS},
    languages,
};

/// `src/element/shell/spec.js`.
///
/// # Errors
/// When the languages' folder can't be read.
pub fn table() -> Result<String> {
    let mut out = String::from("// Generated from src/element/widgets/ by `cargo xtask generate`.\n\n");
    let _ = writeln!(out, "export const VERSION = \"{VERSION}\";\n");
    // Apart, so that an entry has just what it defines.
    for element in ELEMENTS {
        let _ = writeln!(out, "export const {} = {{", element.name());
        let _ = writeln!(out, "  tag: \"{}\",\n  widget: \"{}\",", element.tag, element.widget);
        let _ = writeln!(out, "  view: {},\n  needs: {},", json!(element.view), json!(element.needs));
        let names: Vec<_> = element.attributes.iter().map(|attribute| attribute.name).collect();
        let _ = writeln!(out, "  attributes: {},", json!(names));
        let state: Vec<_> = element.state().map(|attribute| attribute.name).collect();
        let item = element.item.map(|attribute| attribute.name);
        if let Some(item) = item {
            let _ = writeln!(out, "  state: {},\n  item: {},", json!(state), json!(item));
        }
        // Written out, one by one, for bundlers to see; and as functions, for them to leave out.
        let _ = writeln!(out, "  data: {{");
        for lang in SHOWN {
            let lang = lang.key();
            let file = format!("./data/{}.{lang}.json", element.data);
            let _ = writeln!(out, "    \"{lang}\": {},", url(&file));
        }
        let _ = writeln!(out, "  }},");
        if LATER.contains(&element.data) {
            let _ = writeln!(out, "  later: {{");
            for lang in SHOWN {
                let lang = lang.key();
                let file = format!("./data/{}.later.{lang}.json", element.data);
                let _ = writeln!(out, "    \"{lang}\": {},", url(&file));
            }
            let _ = writeln!(out, "  }},");
        } else if element.data == VARIANTS {
            let _ = writeln!(out, "  later: {{ \"zh\": {} }},", url("./data/variants.json"));
        }
        if let Some(view) = element.whole {
            let _ = writeln!(out, "  whole: {{\n    view: {},", json!(view));
            for (member, name) in [("data", "whole"), ("later", "whole.later")] {
                let _ = writeln!(out, "    {member}: {{");
                for lang in SHOWN {
                    let lang = lang.key();
                    let file = format!("./data/{}.{name}.{lang}.json", element.data);
                    let _ = writeln!(out, "      \"{lang}\": {},", url(&file));
                }
                let _ = writeln!(out, "    }},");
            }
            let _ = writeln!(out, "  }},");
        }
        let _ = writeln!(out, "}};\n");
    }
    let _ = writeln!(
        out,
        "// The words of each language.\n/** @type {{Record<string, () => URL>}} */\nexport const LANGUAGES = {{"
    );
    for tag in languages::tags()? {
        let _ = writeln!(out, "  \"{tag}\": {},", url(&format!("./data/language.{tag}.json")));
    }
    let _ = writeln!(
        out,
        "}};\n\n// Those of the menu.\n/** @type {{Record<string, () => URL>}} */\nexport const MENUS = {{"
    );
    for tag in languages::tags()? {
        let _ = writeln!(out, "  \"{tag}\": {},", url(&format!("./data/menu.{tag}.json")));
    }
    let _ = writeln!(out, "}};");
    Ok(out.trim_end().to_owned() + "\n")
}

/// `src/element/shell/options.js`: what a page for frames takes from its query and its host: attributes of elements that
/// have links, but none that fetches, and not the scheme, which is the page's; and what it tells the host.
pub fn options() -> String {
    let mut out = String::from(
        "// Generated from src/element/widgets/ by `cargo xtask generate`.\n\nexport const OPTIONS = {\n",
    );
    for element in ELEMENTS {
        let names: Vec<_> = element.attributes.iter().map(|attribute| attribute.name).collect();
        if names.contains(&"deep-link") {
            let safe: Vec<_> = names.into_iter().filter(|name| !KEPT_FROM_QUERY.contains(name)).collect();
            let _ = writeln!(out, "  \"{}\": {},", element.tag, json!(safe));
        }
    }
    let mut keys: Vec<&str> = Vec::new();
    for attribute in ELEMENTS.iter().flat_map(Element::state) {
        if !keys.contains(&attribute.name) {
            keys.push(attribute.name);
        }
    }
    let mut items: Vec<&str> = ELEMENTS.iter().filter_map(|element| Some(element.item?.name)).collect();
    items.dedup();
    out.push_str("};\n\n// What elements keep in the fragment, and what of it names an item.\n");
    let _ = writeln!(out, "export const KEYS = {};\nexport const ITEMS = {};", json!(keys), json!(items));
    let tokens: serde_json::Map<_, _> = TOKENS
        .iter()
        .filter(|(name, _)| FROM_QUERY.contains(name))
        .map(|(name, kind)| ((*name).into(), json!({ "pattern": pattern(*kind), "samples": kind.samples() })))
        .collect();
    out.push_str(
        "\n// Tokens that a page for frames takes from its query, what they have to be, and the themes.\n",
    );
    let _ = writeln!(out, "/** @type {{Record<string, {{ pattern: string, samples: string[] }}>}} */");
    let _ = writeln!(out, "export const TOKENS = {};", Value::from(tokens));
    let _ = writeln!(out, "export const THEMES = {};", json!(<Theme as Choice>::NAMES));
    let events: Vec<_> = EVENTS.iter().map(|event| event.name).collect();
    let _ = writeln!(out, "\n// What elements say to the page.\nexport const EVENTS = {};", json!(events));
    out
}

/// Attributes that a page for frames doesn't take from its query.
const KEPT_FROM_QUERY: [&str; 5] = ["src", "for", "progress", "deep-link", "color-scheme"];

/// Tokens that a page for frames takes from its query, in the order of [`TOKENS`].
const FROM_QUERY: [&str; 5] = ["accent", "font", "font-size", "space", "radius"];

/// What [`Kind::takes`](plan_widgets::ui::looks::Kind::takes) takes, for JavaScript.
fn pattern(kind: looks::Kind) -> &'static str {
    match kind {
        looks::Kind::Font => {
            r#"^(?! )(,? *("[\p{L}\p{N} ._-]{1,100}"|\p{L}[\p{L}\p{N} ._-]{0,99})(?=,|$))+$"#
        }
        looks::Kind::Length => r"^\d{1,2}(\.\d{1,4})?em$",
        looks::Kind::Number => r"^\d{1,3}(\.\d{1,4})?$",
        looks::Kind::Rule => r"^\d{1,2}(\.\d{1,4})?(em|px)$",
        looks::Kind::Time => r"^\d{1,4}(\.\d{1,4})?ms$",
        looks::Kind::Color | looks::Kind::Shade => {
            r"^(#[\da-f]{3}([\da-f]{3})?|light-dark\(#[\da-f]{3}([\da-f]{3})?, ?#[\da-f]{3}([\da-f]{3})?\))$"
        }
    }
}

/// `src/element/shell/words.js`: where the words of pop-ups stand in a glossary's view model.
pub fn popup_words() -> String {
    let mut out = String::from(
        "// Generated from src/view/words/widgets.rs by `cargo xtask generate`.\n\n// Indices of the words of a glossary.\n",
    );
    for (name, path) in [
        ("COMMA", "common/comma"),
        ("STANDS_FOR", "glossary/stands_for"),
        ("USED_IN", "glossary/used_in"),
        ("RELATED", "glossary/related"),
        ("CLOSE", "glossary/close"),
        ("WHOLE", "glossary/whole"),
    ] {
        let index = GlossaryWords::keys().position(|key| key.path == path);
        let _ = writeln!(out, "export const {name} = {};", json!(index));
    }
    out
}

/// `src/element/shell/menu-words.js`: where the words of the menu stand in their list. A word of another list has that
/// list's name in its own.
pub fn menu_words() -> String {
    let mut out = String::from(
        "// Generated from src/view/words/widgets.rs by `cargo xtask generate`.\n\n// Indices of the words of the menu.\n",
    );
    for (index, key) in MenuWords::keys().enumerate() {
        let name = key.path.strip_prefix("menu/").unwrap_or(key.path).replace('/', "_").to_uppercase();
        let _ = writeln!(out, "export const {name} = {index};");
    }
    out
}

/// `src/element/shell/messages.js`: what is said when something fails.
///
/// # Errors
/// When a language's file can't be read.
pub fn messages() -> Result<String> {
    let mut out = String::from(
        "// Generated from src/element/spec.rs and src/model/phrases.rs by `cargo xtask generate`.\n\n",
    );
    let _ = writeln!(out, "export const ERRORS = {{");
    let files = languages::tags()?
        .into_iter()
        .map(|tag| Ok((tag.clone(), serde_json::from_str(&languages::text(&tag)?)?)))
        .collect::<Result<Vec<(String, Value)>>>()?;
    for error in ERRORS {
        let wordings = in_each_language(&files, "errors", error.name, |lang| error.about.get(lang));
        let _ = writeln!(out, "  \"{}\": {wordings},", error.name);
    }
    let _ = writeln!(out, "}};\n\nexport const PHRASES = {{");
    for code in Code::ALL {
        let wordings = in_each_language(&files, "phrases", code.name(), |lang| code.wordings().get(lang));
        let _ = writeln!(out, "  \"{}\": {wordings},", code.name());
    }
    out.push_str("};\n");
    for (name, code, wordings) in [
        ("PROBLEM", "problem", PROBLEM),
        ("MORE", "more-like-it", MORE),
        ("NEAREST", "nearest", NEAREST),
        ("COMMA", "comma", COMMA),
        ("SEMICOLON", "semicolon", SEMICOLON),
    ] {
        let wordings = in_each_language(&files, "phrases", code, |lang| wordings.get(lang));
        let _ = writeln!(out, "\nexport const {name} = {wordings};");
    }
    let mut attributes = serde_json::Map::new();
    let mut facets = Vec::new();
    for (name, kind) in KINDS {
        if let Some(phrase) = expected(kind) {
            attributes.entry(name).or_insert_with(|| json!(phrase_of(&phrase)));
        } else if matches!(kind, Kind::Facet | Kind::Ids) && !facets.contains(&name) {
            facets.push(name);
        }
    }
    let _ = writeln!(out, "\n// What attributes have to be, where they aren't one of a list.");
    let _ = writeln!(out, "/** @type {{Record<string, Phrase>}} */");
    let _ = writeln!(out, "export const ATTRIBUTES = {};", Value::from(attributes));
    let _ = writeln!(out, "\n// Those that are lists of ids; so many at most are named.");
    let _ = writeln!(out, "export const FACETS = {};\nexport const FEW = {FEW};", json!(facets));
    let _ = writeln!(out, "\n// The longest value, in bytes.\nexport const LONGEST = {LONGEST};\n");
    let shipped = files.iter().filter(|(_, file)| file.get("errors").is_some());
    let mut worded: Vec<String> = LANGUAGES.iter().map(|lang| lang.key().into()).collect();
    worded.extend(shipped.map(|(tag, _)| tag.clone()));
    let _ = writeln!(out, "// The languages that there are such sentences in.");
    let _ = writeln!(out, "export const WORDED = {};\n", json!(worded));
    let mut unavailable = serde_json::Map::new();
    for (tag, file) in files {
        unavailable.insert(tag, file["common"]["unavailable"].clone());
    }
    let _ = writeln!(
        out,
        "\n/** @type {{Sentence}} */\nexport const UNAVAILABLE = {:#};",
        Value::from(unavailable)
    );
    let paths: Vec<_> = NEEDS.iter().map(|need| need.path).filter(|path| !path.is_empty()).collect();
    let _ = writeln!(out, "\n// What a widget needs of a browser, by where it is found.");
    let _ = writeln!(out, "export const NEEDS = {};", json!(paths));
    Ok(out)
}

/// A phrase as it goes to JavaScript: its code and its parameters.
fn phrase_of(phrase: &Phrase) -> Vec<&str> {
    [phrase.code.name()].into_iter().chain(phrase.parameters.iter().map(String::as_str)).collect()
}

fn url(file: &str) -> String {
    format!("() => new URL(\"{file}\", import.meta.url)")
}

/// A sentence by language: ours, and those of the files that have it.
fn in_each_language(
    files: &[(String, Value)],
    section: &str,
    code: &str,
    sentence: impl Fn(&Lang) -> &'static str,
) -> String {
    let ours = LANGUAGES.map(|lang| format!("{}: {}", lang.key(), json!(sentence(&lang))));
    let given = files.iter().filter_map(|(tag, file)| Some((tag, file.get(section)?.get(code)?)));
    let theirs = given.map(|(tag, sentence)| format!("{}: {sentence}", json!(tag)));
    format!("{{ {} }}", ours.into_iter().chain(theirs).collect::<Vec<_>>().join(", "))
}
