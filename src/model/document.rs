//! What a plan is as a document: its title and source, its parts and articles, and the lists that its records refer
//! to.

use super::{Id, Lang, Opening, Plan, Ref, Text, Time, choice, is_same_language, record};

record! {
    /// The document: `plan` in the JSON.
    About {
        /// Unique among plans, stable over versions.
        id: Id,
        /// The full official title.
        title: Text,
        /// A title of a few words.
        short: Text,
    } optional {
        /// What readers should know of this presentation: that it is unofficial, for one.
        notice: Option<Text>,
        /// Where the title stands.
        cite: Option<Cite>,
        /// Who issued it.
        issuer: Option<Text>,
        /// When it was adopted.
        adopted: Option<Time>,
        /// The period that it plans.
        period: Option<Ref<Period>>,
        /// The period before, which it reports on.
        previous: Option<Ref<Period>>,
        /// The time that it looks ahead to.
        vision: Option<Ref<Period>>,
        /// The month in which its financial years begin, 4 for April: intervals of just these twelve months are worded as
        /// such years.
        financial_year: Option<Opening>,
        /// The text that citations count in.
        source: Option<Source>,
    }
}

record! {
    /// The text that citations count in.
    Source {
        /// Where it was published.
        name: Text,
    } optional {
        /// Of the file, as UTF-8.
        sha256: Option<Box<str>>,
        /// In Unicode characters.
        length: Option<usize>,
        /// What it consists of, in order: `preamble`, `part:N`, `lead:N`, an article's id, `closing`, `glossary:N`.
        passages: Vec<Passage>,
    }
}

record! {
    /// A stretch of the source text with a name; it ends where the next begins.
    Passage {
        /// Its name.
        id: Box<str>,
        /// The position of its first character, in Unicode characters from 0.
        at: usize,
    }
}

record! {
    /// Where words of the source text stand: `exact`, or without it the text that the citation is given for, which is
    /// its record's title, name or text in the plan's first language.
    Cite {
        /// An article's id, or the name of another passage.
        article: Box<str>,
    } optional {
        /// The position of the first character in the whole text, in Unicode characters from 0.
        at: Option<usize>,
        /// The words, character by character.
        exact: Option<Box<str>>,
    }
}

impl Cite {
    /// The number behind `glossary:`, when the passage is an entry of the plan's glossary.
    #[must_use]
    pub fn glossary_entry(&self) -> Option<usize> {
        self.article.strip_prefix("glossary:")?.parse().ok()
    }
}

record! {
    /// Words of the source, in the passage that their record cites.
    Wording {
        /// The words, character by character.
        exact: Box<str>,
    } optional {
        /// The position of the first character in the whole text, in Unicode characters from 0.
        at: Option<usize>,
        /// The same in the other script that the plan is converted to.
        converted: Box<str>,
    }
}

impl Wording {
    /// The words for readers of a language of `plan`.
    #[must_use]
    pub fn shown(&self, plan: &Plan, lang: &str) -> &str {
        let own = plan.languages.first().map_or("", Lang::key);
        let converted = !self.converted.is_empty() && lang != own && is_same_language(lang, own);
        if converted { &self.converted } else { &self.exact }
    }
}

record! {
    /// That the texts of a language were made by a program.
    Conversion {
        /// The language that was made.
        language: Ref<Lang>,
        /// The language that it was made from.
        from: Ref<Lang>,
    } optional {
        /// The name of the program.
        by: Box<str>,
    }
}

record! {
    /// A subject.
    Topic {
        /// Unique among topics.
        id: Id,
        /// What it is called.
        name: Text,
    }
}

record! {
    /// A place that the plan names.
    Place {
        /// Unique among places.
        id: Id,
        /// What it is called.
        name: Text,
    } optional {
        /// What sort of place it is.
        kind: Option<PlaceKind>,
    }
}

choice! {
    /// What sort of place it is.
    PlaceKind {
        /// A county, or a city of its rank.
        County = "county",
        /// A district of a city.
        District = "district",
        /// A zone or a neighbourhood.
        Zone = "zone",
        /// An island.
        Island = "island",
        /// A port or a harbour.
        Port = "port",
        /// A city.
        City = "city",
        /// A region, a water or a stretch of land.
        Region = "region",
    }
}

record! {
    /// A body that looks after a field.
    Department {
        /// Unique among departments.
        id: Id,
        /// What it is called.
        name: Text,
        /// How we know.
        basis: Basis,
    }
}

choice! {
    /// How something is known.
    Basis {
        /// An editor's inference.
        Inferred = "inferred",
        /// The plan says so.
        Stated = "stated",
    }
}

record! {
    /// A span of time that the plan speaks of by name.
    Period {
        /// Unique among periods.
        id: Id,
        /// What it is called.
        name: Text,
        /// When it is.
        time: Time,
    } optional {
        /// Where the plan names it.
        mentions: Vec<Cite>,
    }
}

record! {
    /// A part of the document.
    Chapter {
        /// Unique among parts.
        id: Id,
        /// Its exact title.
        title: Text,
    } optional {
        /// Where the title stands.
        cite: Option<Cite>,
        /// What its lead says, in our words.
        summary: Option<Text>,
    }
}

record! {
    /// An article of the document.
    Article {
        /// Unique among articles.
        id: Id,
        /// Its exact title.
        title: Text,
    } optional {
        /// The part that it belongs to.
        part: Option<Ref<Chapter>>,
        /// Where the title stands.
        cite: Option<Cite>,
        /// What it says, in our words.
        summary: Option<Text>,
        /// Its subjects, the main one first.
        topics: Vec<Ref<Topic>>,
    }
}

record! {
    /// A principle that the plan lays down.
    Principle {
        /// Unique among principles.
        id: Id,
        /// Its exact wording.
        title: Text,
    } optional {
        /// What it asks for, in our words.
        summary: Option<Text>,
        /// Where it stands.
        cite: Option<Cite>,
    }
}
