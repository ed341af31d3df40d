//! The data files: the view model of each widget in each language, so that a reader downloads no more than is shown.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use plan_widgets::{PLAN_JSON, Plan, model, view::words::Language};
use plan_widgets_element::{render::Renderer, spec::Element, widgets::RENDERED};
use serde_json::Value;

use super::{pinyin, variants};
use crate::{SHOWN, generate, languages, setup::Npm};

/// Data that are completed by another file in each language once an item opens or is searched for: what that says is as
/// long as all that a first look needs.
pub const LATER: [&str; 3] = ["timeline", "goals", "overview"];

/// The data in which readers search in pinyin.
const SPOKEN: &str = "timeline";

/// What completes those of this one in every language: traditional characters are longer than most plans.
pub const VARIANTS: &str = "glossary";

/// The least characters of a language's file, filled up with spaces: Vite puts files of up to 4,096 bytes into the script that
/// names them, and all languages with it. The package's tests look for such scripts.
const LEAST: usize = 4_200;

/// What a file with a language's words says that it is.
pub const LANGUAGE: &str = "language";

/// The same of one with the menu's words, which are fetched when a reader opens it.
pub const MENU: &str = "menu";

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
    let pinyin = pinyin::of(&plan, npm)?;
    for tag in languages::tags()? {
        let mut language =
            Language::from_json(&languages::text(&tag)?).with_context(|| format!("{tag}.json"))?;
        let menu = Language {
            lang: language.lang.clone(),
            direction: language.direction.clone(),
            menu: std::mem::take(&mut language.menu),
            ..Language::default()
        };
        let json = format!("{:1$}", marked(&serde_json::to_string(&menu)?, MENU), LEAST);
        crate::write(&dist.join(format!("data/menu.{tag}.json")), json)?;
        let json = format!("{:1$}", marked(&serde_json::to_string(&language)?, LANGUAGE), LEAST);
        crate::write(&dist.join(format!("data/language.{tag}.json")), json)?;
    }
    let parsed = Plan::read(&plan)?;
    ensure!(parsed.languages == SHOWN, "the bundled plan is in {:?}", parsed.languages);
    let renderer = Renderer::new(parsed);
    let variants = variants::of(npm)?;
    for lang in SHOWN {
        for widget in RENDERED {
            let Element { data, view, whole, .. } = widget.element();
            let [first, later] = widget.data(&renderer, &lang);
            let file = |name: &str| dist.join(format!("data/{name}.json"));
            crate::write(&file(&format!("{data}.{}", lang.key())), marked(&first, view))?;
            if LATER.contains(data) {
                let later =
                    if *data == SPOKEN { with_pinyin(&first, &later, &pinyin)? } else { later.clone() };
                crate::write(&file(&format!("{data}.later.{}", lang.key())), marked(&later, view))?;
            }
            if let Some(view) = whole {
                let [first, later] = widget.whole(&renderer, &lang);
                let later = with_pinyin(&first, &later, &pinyin)?;
                crate::write(&file(&format!("{data}.whole.{}", lang.key())), marked(&first, view))?;
                crate::write(&file(&format!("{data}.whole.later.{}", lang.key())), marked(&later, view))?;
            }
            ensure!(later.is_empty() || LATER.contains(data), "{data}: nobody asks for what completes it");
            if *data == VARIANTS {
                crate::write(&file("variants"), marked(&variants.to_string(), view))?;
            }
        }
    }
    Ok(())
}

/// What completes a timeline, with how titles are pronounced where the plan doesn't say it.
fn with_pinyin(first: &str, later: &str, pinyin: &Value) -> Result<String> {
    let first: Value = serde_json::from_str(first)?;
    let mut later: Value = serde_json::from_str(later)?;
    let items = later["items"].as_array_mut().into_iter().flatten();
    for (item, more) in first["items"].as_array().into_iter().flatten().zip(items) {
        let id = item["id"].as_str().unwrap_or_default();
        let made = &pinyin[id.split_inclusive(':').next().unwrap_or_default()];
        if more["pinyin"].is_null() && made.is_string() {
            more["pinyin"] = made.clone();
        }
    }
    Ok(later.to_string())
}

/// A JSON object with the name that the shell knows it by: another release's may have another form.
fn marked(json: &str, view: &str) -> String {
    format!("{{\"made\":\"{} {view}\",{}", generate::VERSION, &json[1..])
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by it, at the right line")]
mod tests {
    use plan_widgets::{DeckView, GlossaryView, OverviewView, PLAN_JSON, Plan, TimelineView, view::View};
    use serde_json::Value;

    /// Whether a view model of both plans is read as it was written.
    fn read_as_written<V: View + serde::Serialize + PartialEq + std::fmt::Debug>() {
        for json in [PLAN_JSON, include_str!("../../../tests/school/plan.json")] {
            let plan = Plan::from_json(json).unwrap();
            for lang in plan.languages.clone() {
                let written = V::of(&plan, &lang);
                let text = serde_json::to_string(&written).unwrap();
                assert_eq!(written.json(), text);
                assert_eq!(V::read_from(&&serde_json::from_str::<Value>(&text).unwrap()), written);
            }
        }
    }

    #[test]
    fn the_glossary_is_read_as_it_was_written() {
        read_as_written::<GlossaryView>();
    }

    #[test]
    fn the_timeline_is_read_as_it_was_written() {
        read_as_written::<TimelineView>();
    }

    #[test]
    fn the_goals_are_read_as_they_were_written() {
        read_as_written::<DeckView>();
    }

    #[test]
    fn the_overview_is_read_as_it_was_written() {
        read_as_written::<OverviewView>();
    }
}
