//! The model cut for each widget and language, so that a reader downloads no more than is shown.

use std::{collections::BTreeSet, path::Path};

use anyhow::{Context, Result};
use plan_widgets::{Lang, PLAN_JSON, Plan, model};
use serde_json::{Map, Value};

/// A cut of a plan in one language.
pub type Cut = fn(&Value, Lang) -> Value;

/// Every cut, by the name that its file has.
pub const CUTS: [(&str, Cut); 2] = [("glossary", glossary), ("timeline", timeline)];

/// The cuts that a widget of this package fetches already.
const SHIPPED: [&str; 1] = ["glossary"];

/// Writes the bundled plan, its schema and its slices below `dist`.
///
/// # Errors
/// When the plan isn't valid, or a slice of it isn't.
pub fn write(dist: &Path) -> Result<()> {
    let plan: Value = serde_json::from_str(PLAN_JSON).context("src/model/plan.json")?;
    Plan::read(&plan).context("src/model/plan.json")?;
    crate::write(&dist.join("plan.json"), plan.to_string())?;
    crate::write(&dist.join("plan.schema.json"), model::schema().to_string())?;
    for lang in Lang::ALL {
        for (name, _) in CUTS.iter().filter(|(name, _)| SHIPPED.contains(name)) {
            crate::write(&dist.join(format!("data/{name}.{}.json", lang.key())), slice(&plan, name, lang)?)?;
        }
    }
    Ok(())
}

/// One cut of a plan, as text.
///
/// # Errors
/// When there is no such cut, or it isn't a plan by itself.
pub fn slice(plan: &Value, name: &str, lang: Lang) -> Result<String> {
    let (_, cut) = CUTS.iter().find(|(known, _)| *known == name).context("no such slice")?;
    let slice = cut(plan, lang);
    Plan::read(&slice).with_context(|| format!("the slice {name}.{}", lang.key()))?;
    Ok(slice.to_string())
}

/// What the glossary shows in `lang`. Names stay in every language, for they are searched in all.
#[must_use]
pub fn glossary(plan: &Value, lang: Lang) -> Value {
    let about = keep(&plan["plan"], &["id", "title", "short", "notice"], lang);
    assemble(plan, lang, about, [("terms", terms(plan, lang, |_| true))])
}

/// What the timeline shows in `lang`: the events, and of what they refer to what is told of it.
#[must_use]
pub fn timeline(plan: &Value, lang: Lang) -> Value {
    let about = ["id", "title", "short", "issuer", "adopted", "period", "previous", "vision", "notice"];
    let about = keep(&plan["plan"], &about, lang);
    let events = records(&plan["events"], |_| true, |event| slim(event, lang));
    let shown = |field: &str| named(&events, field);
    let (projects, figures, goals) = (shown("projects"), shown("figures"), shown("goals"));
    // A goal is told of with its own event, and as the one that an event's project or figure serves.
    let serves = |goal: &Value| {
        let any = |field: &str, among: &BTreeSet<String>| {
            list(&goal[field]).any(|id| id.as_str().is_some_and(|id| among.contains(id)))
        };
        has(&goals, goal) || any("projects", &projects) || any("figures", &figures)
    };
    let goal = |goal: &Value| {
        let mut kept =
            keep(goal, &["id", "kind", "title", "cite", "summary", "topics", "horizons", "terms"], lang);
        for (field, among) in [("projects", &projects), ("figures", &figures)] {
            let ids: Vec<Value> = list(&goal[field])
                .filter(|id| id.as_str().is_some_and(|id| among.contains(id)))
                .cloned()
                .collect();
            if !ids.is_empty() {
                kept[field] = ids.into();
            }
        }
        kept
    };
    let goals = records(&plan["goals"], serves, goal);
    let projects =
        records(&plan["projects"], |project| has(&projects, project), |project| slim(project, lang));
    let figures = records(&plan["figures"], |figure| has(&figures, figure), |figure| slim(figure, lang));
    let mut terms_of = named(&goals, "terms");
    terms_of.extend(named(&events, "terms"));
    let mut cited = BTreeSet::new();
    for records in [&goals, &projects, &figures, &events] {
        articles(records, &mut cited);
    }
    let by_name = |collection: &str| {
        records(&plan[collection], |_| true, |record| keep(record, &["id", "name", "time"], lang))
    };
    assemble(
        plan,
        lang,
        about,
        [
            ("topics", by_name("topics")),
            ("periods", by_name("periods")),
            (
                "articles",
                records(
                    &plan["articles"],
                    |article| has(&cited, article),
                    |article| keep(article, &["id", "title"], lang),
                ),
            ),
            ("figures", figures),
            ("projects", projects),
            ("goals", goals),
            ("events", events),
            ("terms", terms(plan, lang, |term| has(&terms_of, term))),
        ],
    )
}

fn terms(plan: &Value, lang: Lang, wanted: impl Fn(&Value) -> bool) -> Value {
    records(&plan["terms"], wanted, |term| {
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

fn records(records: &Value, wanted: impl Fn(&Value) -> bool, cut: impl Fn(&Value) -> Value) -> Value {
    list(records).filter(|record| wanted(record)).map(cut).collect()
}

fn list(array: &Value) -> impl Iterator<Item = &Value> {
    array.as_array().into_iter().flatten()
}

fn has(ids: &BTreeSet<String>, record: &Value) -> bool {
    record["id"].as_str().is_some_and(|id| ids.contains(id))
}

/// The ids that `records` name in `field`.
fn named(records: &Value, field: &str) -> BTreeSet<String> {
    let ids = list(records).flat_map(|record| list(&record[field]));
    ids.filter_map(Value::as_str).map(Into::into).collect()
}

/// The passages that anything in `value` cites.
fn articles(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            found.extend(value["article"].as_str().map(ToOwned::to_owned));
            members.values().for_each(|member| articles(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| articles(item, found)),
        _ => {}
    }
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
    use plan_widgets::{Lang, PLAN_JSON, Plan};
    use serde_json::Value;

    use super::{CUTS, slice};

    fn plans() -> [Value; 2] {
        [PLAN_JSON, include_str!("../../../tests/school/plan.json")]
            .map(|text| serde_json::from_str(text).unwrap())
    }

    #[test]
    fn every_cut_of_every_plan_is_a_plan_in_one_language() {
        for plan in plans() {
            for (name, _) in CUTS {
                for lang in Lang::ALL {
                    let cut = Plan::from_json(&slice(&plan, name, lang).unwrap()).unwrap();
                    assert_eq!(cut.languages, [lang], "{name}");
                    assert!(cut.about.notice.is_some(), "{name}");
                }
            }
        }
    }

    #[test]
    fn the_timeline_has_every_event_and_what_is_told_of_it() {
        for plan in plans() {
            let whole = Plan::read(&plan).unwrap();
            for lang in Lang::ALL {
                let cut = Plan::from_json(&slice(&plan, "timeline", lang).unwrap()).unwrap();
                assert_eq!(cut.events.len(), whole.events.len());
                for (event, original) in cut.events.iter().zip(&whole.events) {
                    let title = |plan: &Plan, event| plan.title(event).unwrap().get(lang).to_owned();
                    assert_eq!(title(&cut, event), title(&whole, original));
                }
                for project in &cut.projects {
                    let original = whole.projects.find(&project.id).unwrap();
                    let verbs = |project: &plan_widgets::model::Project| -> Vec<String> {
                        project.mentions.iter().map(|mention| mention.verb.exact.to_string()).collect()
                    };
                    assert_eq!(verbs(project), verbs(original));
                    for cite in project.mentions.iter().filter_map(|mention| mention.cite.as_ref()) {
                        assert_eq!((cite.at, &cite.exact), (None, &None));
                        let cited = |plan: &Plan| plan.articles.find(&cite.article).is_some();
                        assert_eq!(cited(&cut), cited(&whole), "{}", cite.article);
                    }
                }
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
