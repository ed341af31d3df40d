//! The model cut for each widget and language, so that a reader downloads no more than is shown.

use std::path::Path;

use anyhow::{Context, Result, bail};
use plan_widgets::{Chronology, Deck, Lang, Lexicon, PLAN_JSON, Plan, model};
use serde_json::Value;

use super::{pinyin, variants};
use crate::{generate, setup::Npm};

/// Every slice, by the name that its file has.
pub const SLICES: [&str; 3] = ["glossary", "goals", "timeline"];

/// What a slice is completed by with the first search, and the file that it is in: pinyin made of titles is as long as
/// they, and traditional characters are longer than most plans.
pub const LATER: [(&str, &str); 2] = [("timeline", "timeline.pinyin"), ("glossary", "variants")];

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
    for ((_, file), value) in LATER.into_iter().zip([pinyin::of(&plan, npm)?, variants::of(npm)?]) {
        crate::write(&dist.join(format!("data/{file}.json")), value.to_string())?;
    }
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
        "glossary" => Ok(serde_json::to_string(&Lexicon::of(&Plan::read(plan)?, lang))?),
        _ => bail!("no such slice: {name}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use plan_widgets::{Chronology, Deck, Lang, Lexicon, PLAN_JSON, Plan};
    use serde_json::Value;

    use super::slice;

    fn plans() -> [Value; 2] {
        [PLAN_JSON, include_str!("../../../tests/school/plan.json")]
            .map(|text| serde_json::from_str(text).unwrap())
    }

    #[test]
    fn the_glossary_is_read_as_it_was_written() {
        for plan in plans() {
            for lang in Lang::ALL {
                let text = slice(&plan, "glossary", lang).unwrap();
                let read = Lexicon::read_from(&&serde_json::from_str::<Value>(&text).unwrap());
                assert_eq!(read, Lexicon::of(&Plan::read(&plan).unwrap(), lang));
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
}
