//! A goal as plain text with its source, to be pasted elsewhere.

use super::{ARTICLE, Card, DeckView, STAGE, STATUS};
use crate::view::words::{fill, joined};

impl DeckView {
    /// All that a card says, in lines, and where the plan says so.
    #[must_use]
    pub fn text(&self, card: &Card) -> String {
        let (words, comma) = (self.words(), self.common().comma());
        let said = |texts: &[&str]| -> String {
            let texts: Vec<&str> = texts.iter().copied().filter(|text| !text.is_empty()).collect();
            joined(&texts, comma)
        };
        let reported = self.reported();
        let labelled = |label: &str, text: &str| fill(words.labelled(), &[label, text]);
        let mut lines = vec![owned(&card.title)];
        lines.extend(card.horizons.iter().map(|text| owned(text)));
        lines.extend([&card.summary, &card.unmeasured].map(|text| owned(text)));
        for figure in card.quantities() {
            let text = said(&[&figure.text, &figure.kind, &figure.when, &figure.cite]);
            lines.push(labelled(&figure.measure, &text));
        }
        if !card.progress.is_empty() {
            lines.push(words.reported().into());
        }
        for standing in &card.progress {
            let levels = [(reported.baseline(), &standing.from), (reported.target(), &standing.to)];
            let [from, to] = levels.map(|(label, text)| match &**text {
                "" => String::new(),
                text => labelled(label, text),
            });
            let number = said(&[&standing.value, &standing.when, &from, &to]);
            lines.push(if standing.what.is_empty() { number } else { labelled(&standing.what, &number) });
            lines.push([words.reported_by(), &standing.source].concat());
            lines.extend([&standing.url, &standing.old].map(|text| owned(text)));
        }
        let statuses: Vec<&str> = self.names(card, STATUS).collect();
        if !card.judged.is_empty() {
            lines.extend(statuses.iter().map(|status| labelled(reported.status(), status)));
            lines.push(owned(&card.judged));
        }
        let listed = |label: &str, texts: Vec<String>| {
            let texts = texts.into_iter().map(|text| ["- ", &text].concat());
            [owned(labelled(label, "").trim_ascii_end())].into_iter().chain(texts).collect::<Vec<_>>()
        };
        if !card.measures.is_empty() {
            lines.extend(listed(words.measures(), card.measures.iter().map(|text| owned(text)).collect()));
        }
        let works = card.projects.iter().map(|work| {
            let stage = self.values(STAGE).get(work.stage).map(|stage| &*stage.name).unwrap_or_default();
            labelled(&work.name, &said(&[stage, &work.when, &work.cite]))
        });
        if !card.projects.is_empty() {
            lines.extend(listed(words.projects(), works.collect()));
        }
        let articles: Vec<&str> = self.names(card, ARTICLE).collect();
        if !articles.is_empty() {
            lines.push(fill(words.cited(), &[&self.title, &joined(&articles, comma)]));
        }
        lines.push(owned(&self.notice));
        lines.retain(|line| !line.is_empty());
        joined(&lines, "\n")
    }
}

/// Not by `to_string`, which formats.
fn owned(text: &str) -> String {
    text.into()
}
