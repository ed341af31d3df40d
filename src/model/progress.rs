//! What a page reports of a plan's progress: never the plan's own, always with a source and a date.

use super::{
    Code, Collected, Edtf, Figure, Goal, Lang, Log, Node, Number, Opening, Phrase, Plan, Problem, Problems,
    Project, Read, Ref, Table, Text, Url, Value, Version, choice, decimal, is_same_language, load::Languages,
    parse, record,
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
        /// The rule by which a status is computed for each goal; without it none is.
        rule: Option<Rule>,
        /// The status of goals, as somebody has judged it; it counts before a computed one.
        statuses: Vec<GoalStatus>,
    }
    check is_sound_as_a_whole
}

choice! {
    /// How a status is computed.
    Rule {
        /// By annual growth: what was observed since the baseline, compared with what leads from there to the target.
        Growth = "growth",
    }
}

choice! {
    /// How a goal stands.
    Status {
        /// Its target is reached.
        Reached = "reached",
        /// It is on the way to be reached in time.
        OnTrack = "on-track",
        /// It isn't, or the time is over.
        Behind = "behind",
        /// What is reported of it can't be compared.
        NotComparable = "not-comparable",
        /// Nothing is reported of it.
        NoData = "no-data",
    }
}

record! {
    /// How a goal stands, as somebody has judged it.
    GoalStatus {
        /// The goal.
        goal: Ref<Goal>,
        /// How it stands.
        status: Status,
        /// What the rule is called by which it was judged.
        rule: Text,
        /// Who has judged it.
        source: Reporter,
    } optional {
        /// The time that it holds for.
        as_of: Option<Edtf>,
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
    /// How far a goal, a project or a figure is: by one value, or by a series of them.
    Report {
        /// What it counts in.
        unit: Text,
    } optional {
        /// The number, where there is just one.
        value: Option<Number>,
        /// The time that it holds for.
        as_of: Option<Edtf>,
        /// All numbers that there are, by time; the last one that is no forecast is the report's value.
        series: Vec<Point>,
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
    check is_sound
}

record! {
    /// A value of a series.
    Point {
        /// The time that it holds for: it ends later than that of the value before.
        when: Edtf,
        /// The number.
        value: Number,
    } optional {
        /// What sort of value it is: an actual one, unless this says otherwise.
        kind: PointKind,
        /// Of a revised value, what it was before.
        before: Option<Number>,
        /// That it is the first one found by another method, and why: it can't be compared with those before.
        new_method: Option<Text>,
    }
    check was_revised
}

choice! {
    /// What sort of value one of a series is.
    PointKind {
        /// It was found.
        Actual = "actual",
        /// It was found, and corrected since.
        Revised = "revised",
        /// It is expected.
        Forecast = "forecast",
    }
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

impl Report {
    /// Its value, the last one that is no forecast, and the time that it holds for. Every valid report has one.
    #[must_use]
    pub fn latest(&self) -> Option<(f64, &Edtf)> {
        match self.actual().last() {
            Some(point) => Some((point.value.get(), &point.when)),
            None => Some((self.value.as_ref()?.get(), self.as_of.as_ref()?)),
        }
    }

    /// The values of its series that are no forecasts.
    pub fn actual(&self) -> impl DoubleEndedIterator<Item = &Point> {
        self.series.iter().filter(|point| point.kind != PointKind::Forecast)
    }
}

/// The most reports about one record: as many as a reader could look through.
const MOST_REPORTS: usize = 100;

fn is_sound_as_a_whole<V: Value>(progress: &Progress, node: &Node<V>) {
    one_status(progress, node);
    let subjects: [fn(&Report) -> Option<&str>; 3] = [
        |report| report.goal.as_deref(),
        |report| report.project.as_deref(),
        |report| report.figure.as_deref(),
    ];
    subjects.into_iter().for_each(|subject| few_reports(&progress.reports, subject, node));
}

/// Reports the first report about a record that is one too many.
fn few_reports<V: Value>(reports: &[Report], subject: fn(&Report) -> Option<&str>, node: &Node<V>) {
    let id = |index: usize| reports.get(index).and_then(subject).unwrap_or_default();
    let mut known = Table::default();
    let mut counts = vec![0; reports.len()];
    for index in (0..reports.len()).filter(|index| !id(*index).is_empty()) {
        let count = &mut counts[known.add(id(index), index, &id)];
        *count += 1;
        if *count == MOST_REPORTS + 1
            && let Some(all) = node.member("reports")
        {
            tell(&all, index, None, Code::MostReports, &[&decimal(MOST_REPORTS), id(index)]);
        }
    }
}

fn one_status<V: Value>(progress: &Progress, node: &Node<V>) {
    let statuses = &progress.statuses;
    let mut known = Table::default();
    for (index, status) in statuses.iter().enumerate().filter(|(_, status)| !status.goal.is_empty()) {
        if known.add(&status.goal, index, &|index| &statuses[index].goal) != index
            && let Some(all) = node.member("statuses")
        {
            tell(&all, index, None, Code::OneStatus, &[]);
        }
    }
}

fn is_sound<V: Value>(report: &Report, node: &Node<V>) {
    match node.member("series") {
        Some(series) => {
            if report.value.is_some() || report.as_of.is_some() {
                node.expected(Code::OneForm, &[]);
            }
            in_order(&report.series, &series);
        }
        None => {
            for (key, there) in [("value", report.value.is_some()), ("as_of", report.as_of.is_some())] {
                if !there {
                    node.missing(key);
                }
            }
        }
    }
    let subjects = [report.goal.is_some(), report.project.is_some(), report.figure.is_some()];
    if subjects.iter().filter(|there| **there).count() != 1 {
        node.expected(Code::Subject, &[]);
    }
    let Some(baseline) = &report.baseline else { return };
    if report.target.as_ref().is_some_and(|target| target.value == baseline.value) {
        node.expected(Code::OtherTarget, &[]);
    }
    // What is said twice has to be the same.
    let other = |point: &Point| Some(&point.when) == baseline.when.as_ref() && point.value != baseline.value;
    if report.series.iter().any(other)
        && let Some(baseline) = node.member("baseline")
    {
        baseline.expected(Code::SameValue, &[]);
    }
}

/// Reports values of a series whose time doesn't follow that of the one before, and what isn't a forecast behind one.
fn in_order<V: Value>(series: &[Point], node: &Node<V>) {
    let (mut before, mut expected): (Option<(&Edtf, i64)>, bool) = (None, false);
    for (index, point) in series.iter().enumerate() {
        let is_forecast = point.kind == PointKind::Forecast;
        if expected && !is_forecast {
            tell(node, index, None, Code::Forecast, &[]);
        }
        expected |= is_forecast;
        match (point.when.last_day(), before) {
            // It is no date at all, which is told.
            (None, _) if point.when.text.is_empty() => (),
            (None, _) => tell(node, index, Some("when"), Code::Ended, &[]),
            (Some(day), Some((earlier, last))) if day <= last => {
                tell(node, index, Some("when"), Code::Later, &[&earlier.text]);
            }
            (Some(day), _) => before = Some((&point.when, day)),
        }
    }
    if series.iter().all(|point| point.kind == PointKind::Forecast) && node.value.length().is_some() {
        node.expected(Code::Actual, &[]);
    }
}

/// Reports what should stand in an item of an array, or in a member of that.
#[inline(never)]
fn tell<V: Value>(list: &Node<V>, index: usize, key: Option<&str>, code: Code, parameters: &[&str]) {
    list.item(index, |item| match key.and_then(|key| item.member(key)) {
        Some(member) => member.expected(code, parameters),
        None => item.expected(code, parameters),
    });
}

fn was_revised<V: Value>(point: &Point, node: &Node<V>) {
    if point.before.is_some() && point.kind != PointKind::Revised {
        node.expected(Code::Revised, &[]);
    }
}

impl Progress {
    /// Reads progress from JSON text, to be shown in `lang` with the goals of `plan`.
    ///
    /// # Errors
    /// All problems at once; a syntax error is the only one reported alone.
    ///
    /// # Examples
    /// ```
    /// # use plan_widgets::{Lang, PLAN_JSON, Plan, Problems, Progress};
    /// let plan = Plan::from_json(PLAN_JSON)?;
    /// let progress = Progress::from_json(
    ///     r#"{ "schema": 1, "languages": ["en"], "source": { "name": { "en": "Port authority" } }, "reports": [
    ///         { "goal": "transport-hub", "value": 44, "unit": { "en": "%" }, "as_of": "2026-06" }
    ///     ] }"#,
    ///     &plan,
    ///     &Lang::EN,
    /// )?;
    /// assert_eq!(progress.reports[0].latest().map(|(value, _)| value), Some(44.0));
    /// # Ok::<(), Problems>(())
    /// ```
    pub fn from_json(json: &str, plan: &Plan, lang: &Lang) -> Result<Progress, Problems> {
        let (progress, unbound) = Progress::from_json_with(json, plan, lang)?;
        if unbound.is_empty() { Ok(progress) } else { Err(Problems(unbound)) }
    }

    /// The same where it may speak of ids that `plan` doesn't have: gives a problem for each of those beside it.
    ///
    /// # Errors
    /// All problems at once, unless there are no others than these.
    pub fn from_json_with(
        json: &str,
        plan: &Plan,
        lang: &Lang,
    ) -> Result<(Progress, Vec<Problem>), Problems> {
        let mut known: Vec<(&'static str, &str)> = Vec::new();
        known.extend(plan.goals.iter().map(|goal| (Goal::COLLECTION, &*goal.id)));
        known.extend(plan.projects.iter().map(|project| (Project::COLLECTION, &*project.id)));
        known.extend(plan.figures.iter().map(|figure| (Figure::COLLECTION, &*figure.id)));
        Progress::read_with(&parse(json)?, lang, &known)
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
        let (progress, unbound) = Progress::read_with(value, lang, known)?;
        if unbound.is_empty() { Ok(progress) } else { Err(Problems(unbound)) }
    }

    /// The same where it may speak of other ids as well: gives a problem for each of those beside it.
    ///
    /// # Errors
    /// All problems at once, unless there are no others than these.
    pub fn read_with<V: Value>(
        value: V,
        lang: &Lang,
        known: &[(&'static str, &str)],
    ) -> Result<(Progress, Vec<Problem>), Problems> {
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
        let mut is_valid = log.is_empty();
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
            is_valid = false;
        }
        if is_valid { Ok((progress, problems)) } else { Err(Problems(problems)) }
    }
}
