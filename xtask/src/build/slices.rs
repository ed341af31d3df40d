//! The model cut for each widget and language, so that a reader downloads no more than is shown.

use std::path::Path;

use anyhow::{Context, Result, bail};
use plan_widgets::{Chronology, Deck, Lang, PLAN_JSON, Plan, model};
use serde_json::{Map, Value};

use super::pinyin;
use crate::{generate, setup::Npm};

/// Every slice, by the name that its file has.
pub const SLICES: [&str; 3] = ["glossary", "goals", "timeline"];

/// The slice whose pinyin is a file of its own, fetched with the first search: what is made of titles is as long as they.
pub const PRONOUNCED: &str = "timeline";

/// Writes the bundled plan, its schema and its slices below `dist`.
///
/// # Errors
/// When the plan isn't valid, or a slice of it isn't.
pub fn write(dist: &Path, npm: &Npm) -> Result<()> {
    let plan: Value = serde_json::from_str(PLAN_JSON).context("src/model/plan.json")?;
    Plan::read(&plan).context("src/model/plan.json")?;
    crate::write(&dist.join("plan.json"), plan.to_string())?;
    crate::write(&dist.join("plan.schema.json"), model::schema().to_string())?;
    crate::write(&dist.join("progress.schema.json"), generate::progress_schema()?)?;
    crate::write(&dist.join(format!("data/{PRONOUNCED}.pinyin.json")), pinyin::of(&plan, npm)?.to_string())?;
    for lang in Lang::ALL {
        for name in SLICES {
            crate::write(&dist.join(format!("data/{name}.{}.json", lang.key())), slice(&plan, name, lang)?)?;
        }
    }
    Ok(())
}

/// One slice of a plan, as text.
///
/// # Errors
/// When there is no such slice, or it isn't a plan by itself.
pub fn slice(plan: &Value, name: &str, lang: Lang) -> Result<String> {
    match name {
        "timeline" => Ok(serde_json::to_string(&Chronology::of(&Plan::read(plan)?, lang))?),
        "goals" => Ok(serde_json::to_string(&Deck::of(&Plan::read(plan)?, lang))?),
        "glossary" => {
            let slice = glossary(plan, lang);
            Plan::read(&slice).with_context(|| format!("the slice {name}.{}", lang.key()))?;
            Ok(slice.to_string())
        }
        _ => bail!("no such slice: {name}"),
    }
}

/// What the glossary shows in `lang`. Names stay in every language, for they are searched in all.
#[must_use]
pub fn glossary(plan: &Value, lang: Lang) -> Value {
    let about = keep(&plan["plan"], &["id", "title", "short", "notice"], lang);
    assemble(plan, lang, about, [("terms", terms(plan, lang))])
}

fn terms(plan: &Value, lang: Lang) -> Value {
    records(&plan["terms"], |term| {
        let mut kept = keep(term, &["id", "name", "cite", "pinyin", "note", "components"], lang);
        kept["name"] = term["name"].clone();
        for component in kept["components"].as_array_mut().into_iter().flatten() {
            component.as_object_mut().map(|members| members.remove("cite"));
        }
        kept
    })
}

fn assemble<const N: usize>(
    plan: &Value,
    lang: Lang,
    about: Value,
    collections: [(&str, Value); N],
) -> Value {
    let head = [("schema", plan["schema"].clone()), ("languages", vec![lang.key()].into()), ("plan", about)];
    let members = head.into_iter().chain(collections).map(|(key, value)| (key.to_owned(), value));
    Value::Object(members.collect())
}

fn records(records: &Value, cut: impl Fn(&Value) -> Value) -> Value {
    records.as_array().into_iter().flatten().map(cut).collect()
}

/// The members of `object` among `keys`, slimmed.
fn keep(object: &Value, keys: &[&str], lang: Lang) -> Value {
    let members = object.as_object().into_iter().flatten();
    let kept = members.filter(|(key, _)| keys.contains(&key.as_str()));
    Value::Object(kept.map(|(key, value)| (key.clone(), slim(value, lang))).collect())
}

/// Texts in `lang` only, citations without their place and words, which nobody is shown.
fn slim(value: &Value, lang: Lang) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| slim(item, lang)).collect(),
        Value::Object(members) => {
            let is_text = value.get(lang.key()).is_some_and(Value::is_string);
            let is_cite = value.get("article").is_some();
            let kept = members.iter().filter(|(key, _)| match key.as_str() {
                "at" => false,
                "exact" => !is_cite,
                key => !is_text || key == lang.key(),
            });
            Value::Object(kept.map(|(key, value)| (key.clone(), slim(value, lang))).collect::<Map<_, _>>())
        }
        _ => value.clone(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use plan_widgets::{Chronology, Deck, Lang, PLAN_JSON, Plan};
    use serde_json::Value;

    use super::slice;

    fn plans() -> [Value; 2] {
        [PLAN_JSON, include_str!("../../../tests/school/plan.json")]
            .map(|text| serde_json::from_str(text).unwrap())
    }

    #[test]
    fn the_glossary_is_a_plan_in_one_language() {
        for plan in plans() {
            for lang in Lang::ALL {
                let cut = Plan::from_json(&slice(&plan, "glossary", lang).unwrap()).unwrap();
                assert_eq!(cut.languages, [lang]);
                assert!(cut.about.notice.is_some());
            }
        }
    }

    #[test]
    fn the_timeline_is_read_as_it_was_written() {
        for plan in plans() {
            for lang in Lang::ALL {
                let text = slice(&plan, "timeline", lang).unwrap();
                let read = Chronology::read_from(&&serde_json::from_str::<Value>(&text).unwrap());
                assert_eq!(read, Chronology::of(&Plan::read(&plan).unwrap(), lang));
            }
        }
    }

    #[test]
    fn the_goals_are_read_as_they_were_written() {
        for plan in plans() {
            for lang in Lang::ALL {
                let text = slice(&plan, "goals", lang).unwrap();
                let read = Deck::read_from(&&serde_json::from_str::<Value>(&text).unwrap());
                assert_eq!(read, Deck::of(&Plan::read(&plan).unwrap(), lang));
            }
        }
    }

    #[test]
    fn the_glossary_keeps_names_in_every_language() {
        for plan in plans() {
            let cut: Value = serde_json::from_str(&slice(&plan, "glossary", Lang::En).unwrap()).unwrap();
            let term = &cut["terms"][0];
            assert!(term["name"]["zh"].is_string() && term["note"]["zh"].is_null(), "{term}");
        }
    }
}
