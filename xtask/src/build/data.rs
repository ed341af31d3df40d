//! The data files: the view model of each widget in each language, so that a reader downloads no more than is shown.

use std::path::Path;

use anyhow::{Context, Result, bail};
use plan_widgets::{DeckView, GlossaryView, Lang, PLAN_JSON, Plan, TimelineView, model};
use serde_json::Value;

use super::{pinyin, variants};
use crate::{generate, setup::Npm};

/// Every data file, by the name that its file has.
pub const DATA: [&str; 3] = ["glossary", "goals", "timeline"];

/// What a data file is completed by with the first search, and the file that it is in: pinyin made of titles is as long as
/// they, and traditional characters are longer than most plans.
pub const LATER: [(&str, &str); 2] = [("timeline", "timeline.pinyin"), ("glossary", "variants")];

/// Writes the bundled plan, its schema and its data files below `dist`.
///
/// # Errors
/// When the plan isn't valid, or a data file of it isn't.
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
        for name in DATA {
            crate::write(&dist.join(format!("data/{name}.{}.json", lang.key())), data(&plan, name, lang)?)?;
        }
    }
    Ok(())
}

/// One data file of a plan, as text.
///
/// # Errors
/// When there is no such data file, or it isn't a plan by itself.
pub fn data(plan: &Value, name: &str, lang: Lang) -> Result<String> {
    match name {
        "timeline" => Ok(serde_json::to_string(&TimelineView::of(&Plan::read(plan)?, lang))?),
        "goals" => Ok(serde_json::to_string(&DeckView::of(&Plan::read(plan)?, lang))?),
        "glossary" => Ok(serde_json::to_string(&GlossaryView::of(&Plan::read(plan)?, lang))?),
        _ => bail!("no such data file: {name}"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use plan_widgets::{DeckView, GlossaryView, Lang, PLAN_JSON, Plan, TimelineView};
    use serde_json::Value;

    use super::data;

    fn plans() -> [Value; 2] {
        [PLAN_JSON, include_str!("../../../tests/school/plan.json")]
            .map(|text| serde_json::from_str(text).unwrap())
    }

    #[test]
    fn the_glossary_is_read_as_it_was_written() {
        for plan in plans() {
            for lang in Lang::ALL {
                let text = data(&plan, "glossary", lang).unwrap();
                let read = GlossaryView::read_from(&&serde_json::from_str::<Value>(&text).unwrap());
                assert_eq!(read, GlossaryView::of(&Plan::read(&plan).unwrap(), lang));
            }
        }
    }

    #[test]
    fn the_timeline_is_read_as_it_was_written() {
        for plan in plans() {
            for lang in Lang::ALL {
                let text = data(&plan, "timeline", lang).unwrap();
                let read = TimelineView::read_from(&&serde_json::from_str::<Value>(&text).unwrap());
                assert_eq!(read, TimelineView::of(&Plan::read(&plan).unwrap(), lang));
            }
        }
    }

    #[test]
    fn the_goals_are_read_as_they_were_written() {
        for plan in plans() {
            for lang in Lang::ALL {
                let text = data(&plan, "goals", lang).unwrap();
                let read = DeckView::read_from(&&serde_json::from_str::<Value>(&text).unwrap());
                assert_eq!(read, DeckView::of(&Plan::read(&plan).unwrap(), lang));
            }
        }
    }
}
