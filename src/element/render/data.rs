//! What search engines read, in the vocabulary of schema.org.

use serde_json::{Value, json};

use plan_widgets::{
    GlossaryView, Lang, Plan,
    model::{Goal, TermId},
    view::summary::Summary,
};

/// Of a goal: a statement of the plan, with what the plan says of its time and quantities. Not a `Project`, which is an
/// organization there, nor an `Action`, which somebody takes.
pub fn goal(plan: &Plan, goal: &Goal, lang: &Lang) -> Value {
    let (shown, lang) = (lang, lang.key());
    let article = goal.cite.as_ref().and_then(|cite| plan.articles.find(&cite.article));
    let summary = goal.summary.as_ref().or(article.and_then(|article| article.summary.as_ref()));
    let topics = goal.topics.iter().filter_map(|id| plan.topics.find(id));
    let figures = goal.figures.iter().filter_map(|id| plan.figures.find(id));
    full(json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "identifier": &*goal.id,
        "name": goal.title.get(lang),
        "abstract": summary.map(|summary| summary.get(lang)),
        "inLanguage": shown.tag(),
        "about": topics.map(|topic| topic.name.get(lang)).collect::<Vec<_>>(),
        "temporalCoverage": goal.horizons.iter().map(|time| &*time.edtf.text).collect::<Vec<_>>(),
        "citation": article.map(|article| article.title.get(lang)),
        "isPartOf": document(plan, shown),
        "mentions": figures
            .map(|figure| {
                json!({
                    "@type": "PropertyValue",
                    "name": figure.measure.get(lang),
                    "value": figure.text.get(lang),
                })
            })
            .collect::<Vec<_>>(),
    }))
}

/// Of a glossary: these terms, of none all, each with what it means.
pub fn glossary(plan: &Plan, view: &GlossaryView, terms: &[TermId]) -> Value {
    let entries = view.picked(terms).into_iter().filter_map(|index| view.entries.get(index));
    let terms = entries.map(|entry| {
        json!({
            "@type": "DefinedTerm",
            "termCode": &*entry.id,
            "name": &*entry.name,
            "description": &*entry.note,
        })
    });
    full(json!({
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "name": &*view.title,
        "inLanguage": view.lang.tag(),
        "isPartOf": document(plan, &view.lang),
        "hasDefinedTerm": terms.collect::<Vec<_>>(),
    }))
}

/// Of a timeline, or of many goals.
pub fn collection(plan: &Plan, summary: &Summary) -> Value {
    full(json!({
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "name": summary.page_title(),
        "inLanguage": summary.lang.tag(),
        "isPartOf": document(plan, &summary.lang),
    }))
}

fn document(plan: &Plan, lang: &Lang) -> Value {
    let lang = lang.key();
    let about = &plan.about;
    json!({
        "@type": "CreativeWork",
        "name": about.title.get(lang),
        "author": about.issuer.as_ref().map(|issuer| json!({ "@type": "Organization", "name": issuer.get(lang) })),
        "datePublished": about.adopted.as_ref().map(|adopted| &*adopted.edtf.text),
    })
}

/// Without what is not known.
fn full(mut value: Value) -> Value {
    drop_empty(&mut value);
    value
}

fn drop_empty(value: &mut Value) {
    if let Value::Object(members) = value {
        members.retain(|_, value| {
            drop_empty(value);
            !(value.is_null() || *value == json!([]))
        });
    }
}

/// As an element of a page; in a script nothing but its end tag ends it.
pub fn script(value: &Value) -> String {
    format!("<script type=\"application/ld+json\">{}</script>", value.to_string().replace('<', "\\u003c"))
}
