//! The model cut for each widget and language, so that a reader downloads no more than is shown.

use std::path::Path;

use anyhow::{Context, Result};
use plan_widgets::{Lang, PLAN_JSON, Plan, model};
use serde_json::{Map, Value};

/// Writes the bundled plan and its slices below `dist`.
///
/// # Errors
/// When the plan isn't valid, or a slice of it isn't.
pub fn write(dist: &Path) -> Result<()> {
    let plan: Value = serde_json::from_str(PLAN_JSON).context("src/model/plan.json")?;
    Plan::read(&plan).context("src/model/plan.json")?;
    crate::write(&dist.join("plan.json"), plan.to_string())?;
    crate::write(&dist.join("plan.schema.json"), model::schema().to_string())?;
    for lang in Lang::ALL {
        let slice = glossary(&plan, lang);
        Plan::read(&slice).with_context(|| format!("the glossary's slice for {}", lang.key()))?;
        crate::write(&dist.join(format!("data/glossary.{}.json", lang.key())), slice.to_string())?;
    }
    Ok(())
}

/// What the glossary shows in `lang`. Names stay in every language, for they are searched in all.
#[must_use]
pub fn glossary(plan: &Value, lang: Lang) -> Value {
    let term = |term: &Value| {
        let components = list(&term["components"], |part| cut(part, &["label", "text"], lang));
        let cite = cut(&term["cite"], &["article"], lang);
        let own = [("name", &term["name"]), ("components", &components), ("cite", &cite)];
        with(cut(term, &["id", "pinyin", "note"], lang), &own)
    };
    let about = cut(&plan["plan"], &["id", "title", "short"], lang);
    let languages = Value::from(vec![lang.key()]);
    with(
        Value::Object(Map::new()),
        &[
            ("schema", &plan["schema"]),
            ("languages", &languages),
            ("plan", &about),
            ("terms", &list(&plan["terms"], term)),
        ],
    )
}

/// The members of `object` among `keys`; texts in `lang` only.
fn cut(object: &Value, keys: &[&str], lang: Lang) -> Value {
    let member = |(key, value): (&String, &Value)| {
        let is_text = value.get(lang.key()).is_some_and(Value::is_string);
        let text = || Value::from_iter([(lang.key(), value[lang.key()].clone())]);
        (key.clone(), if is_text { text() } else { value.clone() })
    };
    let members = object.as_object().into_iter().flatten();
    Value::Object(members.filter(|(key, _)| keys.contains(&key.as_str())).map(member).collect())
}

fn with(mut object: Value, members: &[(&str, &Value)]) -> Value {
    for (key, value) in members {
        object[*key] = (*value).clone();
    }
    object
}

fn list(array: &Value, each: impl Fn(&Value) -> Value) -> Value {
    array.as_array().into_iter().flatten().map(each).collect()
}
