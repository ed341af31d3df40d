//! Building the view model of a glossary from a plan.

use super::{Component, Entry, GlossaryView, order::order};
use crate::{
    model::{self, Lang, Plan, Term, is_same_language},
    view::{
        facets::{Ids, Value, add, reorder, value},
        marking::Finder,
        summary::DOT,
        unicode::uncased,
        words::{Language, fill, joined},
    },
};

/// The most terms that one leads on to.
const MOST_RELATED: usize = 4;

/// The most projects of a component that are said.
const MOST_PROJECTS: usize = 20;

/// The most terms of a passage that are related by it; with more it says nothing of what they have in common.
const MOST_TOGETHER: usize = 12;

/// More than what two terms have in common by one passage, or by one naming the other.
const WEIGHTS: u64 = 16;

impl GlossaryView {
    /// The view model of `plan` in `lang`, which must be one of its languages, with the words of `language`.
    #[must_use]
    pub fn with(plan: &Plan, lang: &Lang, language: &Language) -> GlossaryView {
        let (shown, lang) = (lang, lang.key());
        let said = language.said(plan, lang);
        let own = said.languages.first().map_or("", Lang::key);
        let mut cited = Ids::default();
        let mut entries: Vec<Entry> = Vec::new();
        for term in &plan.terms {
            entries.push(Entry {
                articles: term.occurrences.iter().map(|cite| cited.add(&cite.article)).collect(),
                ..entry(plan, term, (lang, own), language)
            });
        }
        let mut articles: Vec<Value> =
            cited.list().iter().map(|id| value(id, &language.passage(plan, id, lang))).collect();
        // As they stand in the plan, not as terms cite them.
        let mut first = vec![usize::MAX; articles.len()];
        for cite in plan.terms.iter().flat_map(|term| &term.occurrences) {
            if let (Some(index), Some(at)) = (cited.find(&cite.article), cite.at) {
                first[index] = first[index].min(at);
            }
        }
        let first = |id: &str| cited.find(id).map(|index| first[index]);
        let sorted = reorder(&mut articles, &|article| first(&article.id).unwrap_or(usize::MAX));
        for entry in &mut entries {
            let cited = std::mem::take(&mut entry.articles);
            cited.into_iter().for_each(|index| add(&mut entry.articles, sorted[index]));
        }
        relate(&mut entries, articles.len());
        let spoken = plan.terms.iter().map(|term| term.spoken(lang));
        let names = entries
            .iter()
            .zip(spoken)
            .map(|(entry, spoken)| if spoken.is_empty() { &*entry.name } else { spoken });
        let (order, letters) = order(shown, &names.collect::<Vec<_>>());
        for (entry, letter) in entries.iter_mut().zip(letters) {
            entry.letter = letter.into();
        }
        let about = &plan.about;
        GlossaryView {
            plan: about.id.to_string().into(),
            lang: shown.clone(),
            languages: said.languages,
            note: said.note,
            direction: language.direction_of(lang).into(),
            words: language.glossary_of(plan),
            title: about.short.get(lang).into(),
            notice: language.notice(plan, lang),
            articles,
            entries,
            order,
            variants: Box::default(),
        }
    }
}

fn entry(plan: &Plan, term: &Term, (lang, own): (&str, &str), language: &Language) -> Entry {
    let name = term.name.get(lang);
    // In a translation the plan's own name; in its own language all others, which the same in another script is not.
    let others = plan.languages.iter().map(Lang::key);
    let others =
        others.filter(|other| if lang == own { !is_same_language(other, own) } else { *other == own });
    let mut names: Vec<&str> = Vec::new();
    for other in others.map(|other| term.name.get(other)) {
        if other != name && !names.contains(&other) {
            names.push(other);
        }
    }
    // Of several, each by itself.
    let mut further = if names.len() > 1 { names.clone() } else { Vec::new() };
    for (_, name) in term.names.iter() {
        further.push(name);
    }
    let components = term.components.iter().map(|component| Component {
        label: component.label.as_ref().map(|label| label.get(lang).into()).unwrap_or_default(),
        text: component.text.get(lang).into(),
        state: state(plan, component, lang, language).into(),
    });
    let (pinyin, spoken) = (term.spoken("zh"), term.spoken(lang));
    Entry {
        id: term.id.to_string().into(),
        name: name.into(),
        other: joined(&names, DOT).into(),
        names: joined(&further, DOT).into(),
        pinyin: pinyin.into(),
        reading: if spoken == pinyin { "" } else { spoken }.into(),
        letter: Box::default(),
        note: term.note.get(lang).into(),
        components: components.collect(),
        cite: term
            .cite
            .as_ref()
            .map(|cite| language.passage(plan, &cite.article, lang).into())
            .unwrap_or_default(),
        articles: Vec::new(),
        related: Vec::new(),
    }
}

/// How far the projects of a component are to come: of each, by its last mention; with the names of those that the component
/// isn't called.
fn state(plan: &Plan, component: &model::Component, lang: &str, language: &Language) -> String {
    let words = language.plan();
    let said = component.projects.iter().take(MOST_PROJECTS).filter_map(|id| {
        let project = plan.projects.find(id)?;
        let mention = project.mentions.last()?;
        let name = project.name.get(lang);
        let reaches = words.reaches(mention.stage, Some(mention));
        Some(if name == component.text.get(lang) { reaches } else { fill(words.object(), &[name, &reaches]) })
    });
    let said: Vec<String> = said.collect();
    joined(&said.iter().map(String::as_str).collect::<Vec<_>>(), DOT)
}

/// Says of each term which others are close: first those that it names or that name it, then those of its passages.
fn relate(entries: &mut [Entry], articles: usize) {
    let finder = Finder::new(entries.iter().enumerate().map(|(index, entry)| (&*entry.name, index)), []);
    // A term, another and how much they have in common as one number, either way round.
    let (count, mut ties) = (entries.len() as u64, Vec::<u64>::new());
    let mut tie = |one: usize, other: usize, weight: u64| {
        let number = |one: usize, other: usize| (one as u64 * count + other as u64) * WEIGHTS + weight;
        ties.extend([number(one, other), number(other, one)]);
    };
    for (index, entry) in entries.iter().enumerate() {
        let texts = entry.components.iter().map(|component| &component.text).chain([&entry.note]);
        let mut named: Vec<usize> = Vec::new();
        texts
            .flat_map(|text| finder.find_uncased(&uncased(text)))
            .for_each(|found| add(&mut named, found.term));
        named
            .into_iter()
            .filter(|other| *other != index)
            .for_each(|other| tie(index, other, MOST_TOGETHER as u64));
    }
    let mut together: Vec<Vec<usize>> = vec![Vec::new(); articles];
    for (index, entry) in entries.iter().enumerate() {
        entry.articles.iter().for_each(|article| together[*article].push(index));
    }
    for together in together.iter().filter(|together| together.len() <= MOST_TOGETHER) {
        for (at, one) in together.iter().enumerate() {
            together.iter().skip(at + 1).for_each(|other| tie(*one, *other, 1));
        }
    }
    ties.sort_unstable();
    // Of each term those with which it has most in common.
    let mut close: Vec<Vec<(u64, u64)>> = vec![Vec::new(); entries.len()];
    let mut ties = ties.into_iter().peekable();
    while let Some(tie) = ties.next() {
        let (pair, mut weight) = (tie / WEIGHTS, tie % WEIGHTS);
        while let Some(more) = ties.next_if(|more| more / WEIGHTS == pair) {
            weight += more % WEIGHTS;
        }
        let close = &mut close[(pair / count) as usize];
        let at = close.partition_point(|known| known.0 >= weight);
        if at < MOST_RELATED {
            close.insert(at, (weight, pair % count));
            close.truncate(MOST_RELATED);
        }
    }
    for (entry, close) in entries.iter_mut().zip(close) {
        entry.related = close.into_iter().map(|(_, other)| other as usize).collect();
    }
}
