//! What a page reports of a plan's progress: never the plan's own, always with a source and a date.

use super::{
    Code, Collected, Edtf, Figure, Goal, Lang, Log, Node, Number, Opening, Phrase, Plan, Problem, Problems,
    Project, Read, Ref, Text, Url, Value, Version, is_same_language, load::Languages, parse, record,
};

record! {
    /// What a page reports of a plan's progress.
    Progress {
        /// The version of the format: 1.
        schema: Version,
        /// The languages in which every text is given.
        languages: Languages,
        /// Where the numbers come from, unless a report says otherwise.
        source: Reporter,
        /// The reports.
        reports: Vec<Report>,
    } optional {
        /// How the numbers are found, unless a report says otherwise.
        method: Option<Text>,
        /// When the next numbers are to come, unless a report says otherwise: after that these count as old.
        due: Option<Edtf>,
        /// The month in which financial years begin, as a plan has it.
        financial_year: Option<Opening>,
    }
}

record! {
    /// Where numbers come from.
    Reporter {
        /// What it is called.
        name: Text,
    } optional {
        /// Where they can be looked up.
        url: Option<Url>,
    }
}

record! {
    /// How far a goal, a project or a figure is.
    Report {
        /// The number.
        value: Number,
        /// What it counts in.
        unit: Text,
        /// The time that it holds for.
        as_of: Edtf,
    } optional {
        /// The goal that it is about: or else a project, or a figure.
        goal: Option<Ref<Goal>>,
        /// The project that it is about.
        project: Option<Ref<Project>>,
        /// The figure that it is about.
        figure: Option<Ref<Figure>>,
        /// What is measured; a figure's own measure, unless this says otherwise.
        measure: Option<Text>,
        /// Where it began.
        baseline: Option<Level>,
        /// Where it is to lead: above the baseline or below.
        target: Option<Level>,
        /// Where the number comes from.
        source: Option<Reporter>,
        /// How it is found.
        method: Option<Text>,
        /// When the next number is to come.
        due: Option<Edtf>,
    }
    check one_subject
}

record! {
    /// A number to compare with, in the report's unit.
    Level {
        /// The number.
        value: Number,
    } optional {
        /// When.
        when: Option<Edtf>,
    }
}

fn one_subject<V: Value>(report: &Report, node: &Node<V>) {
    let subjects = [report.goal.is_some(), report.project.is_some(), report.figure.is_some()];
    if subjects.iter().filter(|there| **there).count() != 1 {
        node.expected(Code::Subject, &[]);
    }
    if let (Some(baseline), Some(target)) = (&report.baseline, &report.target)
        && baseline.value == target.value
    {
        node.expected(Code::OtherTarget, &[]);
    }
}

impl Progress {
    /// Reads progress from JSON text, to be shown in `lang` with the goals of `plan`.
    ///
    /// # Errors
    /// All problems at once; a syntax error is the only one reported alone.
    pub fn from_json(json: &str, plan: &Plan, lang: &Lang) -> Result<Progress, Problems> {
        let mut known: Vec<(&'static str, &str)> = Vec::new();
        known.extend(plan.goals.iter().map(|goal| (Goal::COLLECTION, &*goal.id)));
        known.extend(plan.projects.iter().map(|project| (Project::COLLECTION, &*project.id)));
        known.extend(plan.figures.iter().map(|figure| (Figure::COLLECTION, &*figure.id)));
        Progress::read_for(&parse(json)?, lang, &known)
    }

    /// The language of its texts for readers of `lang`: that one, or the same in another script.
    #[must_use]
    pub fn language(&self, lang: &Lang) -> Option<&Lang> {
        let all = &self.languages.0;
        let same = || all.iter().find(|own| is_same_language(own.key(), lang.key()));
        all.iter().find(|own| *own == lang).or_else(same)
    }

    /// Reads progress from parsed JSON, to be shown in `lang`. `known` are the collections and ids that it may speak
    /// of.
    ///
    /// # Errors
    /// All problems at once.
    pub fn read_for<V: Value>(
        value: V,
        lang: &Lang,
        known: &[(&'static str, &str)],
    ) -> Result<Progress, Problems> {
        let log = Log::default();
        let root = Node::root(value, &log);
        // Every text is to be in each of the languages, which are therefore read first.
        let languages = root
            .value
            .get("languages")
            .map(|languages| Languages::read(&Node::root(languages, &Log::default())));
        let languages = languages.unwrap_or_default().0;
        log.languages.replace(languages);
        for (collection, id) in known {
            root.declare(collection, id);
        }
        let progress = Progress::read(&root);
        let mut problems = log.close();
        if !progress.languages.0.is_empty() && progress.language(lang).is_none() {
            let found: Vec<&str> = progress.languages.0.iter().map(Lang::key).collect();
            problems.push(Problem {
                pointer: "/languages".into(),
                found: Phrase::new(Code::List, &found),
                expected: Phrase::new(Code::OneOf, &[lang.key()]),
                nearest: None,
                more: 0,
            });
        }
        if problems.is_empty() { Ok(progress) } else { Err(Problems(problems)) }
    }
}
