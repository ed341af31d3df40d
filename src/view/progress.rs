//! What a page reports of progress, worded for the cards of goals.

use std::{cell::RefCell, iter::once};

use super::{
    facets::{Ids, RankKey, Value, number_of, ranks, value},
    goals::{Account, COLUMNS, Course, Dated, DeckView, Line, Quantity, Standing},
    words::{CommonWords, Language, ProgressWords, fill, joined},
};
use crate::model::{
    Edtf, GoalStatus, Lang, Level, Number, Point, PointKind, Progress, Report, Reporter, Rule, Status, Text,
    Value as JsonValue, carried, decimal,
};

carried! {
    /// What of a [`DeckView`] reports are about: the checker reads no more of one.
    Subjects {
        /// The language of every text.
        lang: Lang,
        /// Those of each card.
        cards: Vec<OfCard>,
    }

    /// A goal, with what its card shows.
    OfCard {
        /// Its id.
        id: Box<str>,
        /// Its projects.
        projects: Vec<Named>,
        /// Its figures.
        figures: Vec<Measured>,
    }

    /// A project.
    Named {
        /// Its id.
        id: Box<str>,
        /// Its name.
        name: Box<str>,
    }

    /// A figure.
    Measured {
        /// Its id.
        id: Box<str>,
        /// What it measures.
        measure: Box<str>,
        /// Those that are its shares, parts or properties.
        with: Vec<Measured>,
    }
}

impl OfCard {
    /// All its figures.
    pub fn measured(&self) -> impl Iterator<Item = &Measured> {
        self.figures.iter().flat_map(|figure| once(figure).chain(&figure.with))
    }
}

fn measured(figure: &Quantity) -> Measured {
    Measured { id: figure.id.clone(), measure: figure.measure.clone(), with: Vec::new() }
}

impl Subjects {
    /// Those of a deck, given as what [`DeckView`] was written to.
    pub fn read(deck: &impl JsonValue) -> Subjects {
        crate::model::Carried::carried(deck)
    }

    /// Those of a deck.
    #[must_use]
    pub fn of(deck: &DeckView) -> Subjects {
        let cards = deck.cards.iter().map(|card| OfCard {
            id: card.id.clone(),
            projects: card
                .projects
                .iter()
                .map(|work| Named { id: work.id.clone(), name: work.name.clone() })
                .collect(),
            figures: card.quantities().map(measured).collect(),
        });
        Subjects { lang: deck.lang.clone(), cards: cards.collect() }
    }
}

carried! {
    /// What a page reports, worded for a deck.
    Reported {
        /// Of each card, by its index.
        cards: Vec<OfGoal>,
        /// The values of the facet of statuses, in a list; no list where there is no status.
        statuses: Vec<Vec<Value>>,
        /// What there is beyond each card.
        account: Account,
    }

    /// What is reported of a goal: see [`Card`](super::goals::Card).
    OfGoal {
        /// Each report.
        progress: Vec<Standing>,
        /// The indices of its statuses, one at most, in a list; no list where there is no status.
        status: Vec<Vec<usize>>,
        /// By which rule it has it, and of what or from whom.
        judged: Box<str>,
        /// Its ranks by the columns of a table.
        ranks: Vec<usize>,
    }
}

/// What a view model of progress is built with that every platform has in another way.
#[derive(Clone, Copy)]
pub struct Platform<'a> {
    /// Today in days from 1970-01-01; in static HTML there is none, which is to say the same on every day.
    pub today: Option<i64>,
    /// Prints a number with ASCII digits and a point.
    pub number: &'a dyn Fn(f64) -> String,
    /// Raises a number to a power.
    pub power: &'a dyn Fn(f64, f64) -> f64,
}

/// Rust's own, on no day.
impl Default for Platform<'_> {
    fn default() -> Self {
        Platform { today: None, number: &|number| number.to_string(), power: &f64::powf }
    }
}

/// `deck` with what is reported of its goals, their projects and their figures.
#[must_use]
pub fn with_progress(
    progress: &Progress,
    deck: &DeckView,
    language: &Language,
    platform: Platform,
) -> DeckView {
    let Reported { cards, statuses, account } = reported(progress, &Subjects::of(deck), language, platform);
    let mut deck = DeckView { account, ..deck.clone() };
    deck.facets.extend(statuses);
    for (card, of) in deck.cards.iter_mut().zip(cards) {
        card.facets.extend(of.status);
        (card.progress, card.judged, card.ranks) = (of.progress, of.judged, of.ranks);
    }
    deck
}

/// What is reported as JSON, for the deck that it is of.
#[must_use]
pub fn progress_json(
    progress: &Progress,
    subjects: &Subjects,
    language: &Language,
    platform: Platform,
) -> String {
    super::json(&reported(progress, subjects, language, platform))
}

fn reported(progress: &Progress, subjects: &Subjects, language: &Language, platform: Platform) -> Reported {
    let lang = progress.language(&subjects.lang).unwrap_or(&subjects.lang).key();
    let judged = Ids::of(&mut progress.statuses.iter().map(|status| &*status.goal));
    let builder = Builder { progress, lang, language, platform, judged };
    let goals = Reports::of(progress, |report| report.goal.as_deref());
    let projects = Reports::of(progress, |report| report.project.as_deref());
    let figures = Reports::of(progress, |report| report.figure.as_deref());
    let of_cards = subjects.cards.iter().map(|card| {
        // As the page gives them.
        let mut reports = Vec::new();
        goals.add(&card.id, &mut reports);
        card.projects.iter().for_each(|work| projects.add(&work.id, &mut reports));
        card.measured().for_each(|figure| figures.add(&figure.id, &mut reports));
        reports.sort_unstable();
        reports.dedup();
        reports.into_iter().filter_map(|at| progress.reports.get(at)).collect()
    });
    let of_cards: Vec<Vec<&Report>> = of_cards.collect();
    let mut cards: Vec<OfGoal> =
        subjects.cards.iter().zip(&of_cards).map(|(card, reports)| builder.goal(card, reports)).collect();
    builder.rank(&mut cards, &of_cards);
    let unjudged = cards.iter().filter(|card| card.status.first().is_some_and(Vec::is_empty)).count();
    let words = builder.words();
    let unbound = [goals.unbound(), projects.unbound(), figures.unbound()];
    let mut unbound: Vec<usize> = unbound.into_iter().flatten().collect();
    unbound.sort_unstable();
    let unbound = unbound.into_iter().filter_map(|at| progress.reports.get(at));
    let goals = Ids::of(&mut subjects.cards.iter().map(|card| &*card.id));
    let statuses = progress.statuses.iter().filter(|status| goals.find(&status.goal).is_none());
    let unbound = unbound.map(|report| builder.unbound(report));
    let unbound = unbound.chain(statuses.map(|status| builder.unbound_status(status)));
    let (source, url) = builder.source(&progress.source);
    let account = Account {
        words: language.progress.clone(),
        source,
        url,
        method: builder.text(progress.method.as_ref()),
        unjudged: match unjudged {
            0 => "".into(),
            count => CommonWords(&language.goals).count(words.unjudged(), count).into(),
        },
        unbound: unbound.collect(),
    };
    let value = |status: &Status| value(status.name(), words.name(*status));
    let statuses = builder.has_statuses().then(|| Status::ALL.iter().map(value).collect());
    Reported { cards, statuses: statuses.into_iter().collect(), account }
}

/// The reports about records of one kind, by index.
struct Reports<'a> {
    ids: Ids<'a>,
    /// Of each id, in their order.
    reports: Vec<Vec<usize>>,
    /// Whether a card shows each.
    shown: RefCell<Vec<bool>>,
}

impl<'a> Reports<'a> {
    fn of(progress: &'a Progress, id: fn(&'a Report) -> Option<&'a str>) -> Self {
        let (mut ids, mut reports) = (Ids::default(), Vec::new());
        for (at, report) in progress.reports.iter().enumerate() {
            let Some(index) = id(report).map(|id| ids.add(id)) else { continue };
            if index == reports.len() {
                reports.push(Vec::new());
            }
            reports[index].push(at);
        }
        let shown = RefCell::new(vec![false; reports.len()]);
        Reports { ids, reports, shown }
    }

    /// Adds those about a record.
    fn add(&self, id: &str, to: &mut Vec<usize>) {
        let Some(index) = self.ids.find(id) else { return };
        self.shown.borrow_mut()[index] = true;
        to.extend(&self.reports[index]);
    }

    /// Those about what no card shows.
    #[inline(never)]
    fn unbound(&self) -> Vec<usize> {
        let shown = self.shown.borrow();
        self.reports
            .iter()
            .zip(&*shown)
            .filter(|(_, shown)| !**shown)
            .flat_map(|(of, _)| of.clone())
            .collect()
    }
}

/// Why a measure can't be compared.
#[derive(Clone, Copy)]
pub(super) enum Reason {
    NoBaseline,
    NoTarget,
    OtherMethod,
    NoGrowth,
    NothingSince,
}

/// How much of the growth that is required has to be observed where a goal is on track.
const ON_TRACK: f64 = 0.95;

/// How many days a year has on average.
const YEAR: f64 = 365.2425;

/// How a measure stands by annual growth: whether since the baseline it has grown at 95 % at least of the rate at which it has
/// to grow from there to the target.
///
/// The ratio and its bound are those of Eurostat's monitoring of the Sustainable Development Goals
/// (<https://ec.europa.eu/eurostat/statistics-explained/index.php?title=SDG_-_Introduction>), which Open SDG computes as well
/// (<https://github.com/open-sdg/sdg-build>). Unlike that we compute nothing from zero, nor across a change of method.
fn by_growth(report: &Report, power: &dyn Fn(f64, f64) -> f64) -> Result<Status, Reason> {
    let dated = |level: &Option<Level>| {
        let level = level.as_ref()?;
        Some((level.value.get(), number_of(level.when.as_ref()?.last_day()?)))
    };
    let (from, since) = dated(&report.baseline).ok_or(Reason::NoBaseline)?;
    let (to, until) = dated(&report.target).ok_or(Reason::NoTarget)?;
    let is_later = |when: &Edtf| when.last_day().is_some_and(|day| number_of(day) > since);
    if report.actual().any(|point| point.new_method.is_some() && is_later(&point.when)) {
        return Err(Reason::OtherMethod);
    }
    let latest = report.latest().and_then(|(value, when)| Some((value, number_of(when.last_day()?))));
    let (value, at) = latest.filter(|(_, at)| *at > since).ok_or(Reason::NothingSince)?;
    if (to > from && value >= to) || (to < from && value <= to) {
        return Ok(Status::Reached);
    }
    if until <= since {
        return Err(Reason::NoTarget);
    }
    // All on one side of zero.
    if (value / from).min(to / from) <= 0.0 || from == 0.0 {
        return Err(Reason::NoGrowth);
    }
    let growth = |value: f64, days: f64| power(value / from, YEAR / days) - 1.0;
    let ratio = growth(value, at - since) / growth(to, until - since);
    Ok(if at < until && ratio >= ON_TRACK { Status::OnTrack } else { Status::Behind })
}

/// How a goal stands by its measures: behind where one of them is, else on track where one is on its way, else reached.
fn of_all(measures: &[Result<Status, Reason>]) -> Status {
    let has = |status: Status| measures.iter().any(|measure| matches!(measure, Ok(one) if *one == status));
    let status = [Status::Behind, Status::OnTrack, Status::Reached].into_iter().find(|status| has(*status));
    status.unwrap_or(if measures.is_empty() { Status::NoData } else { Status::NotComparable })
}

struct Builder<'a> {
    progress: &'a Progress,
    lang: &'a str,
    language: &'a Language,
    platform: Platform<'a>,
    /// The goals that somebody has judged, in the order of the statuses.
    judged: Ids<'a>,
}

impl<'a> Builder<'a> {
    fn words(&self) -> ProgressWords<'a> {
        ProgressWords(&self.language.progress)
    }

    /// Whether there are any statuses.
    fn has_statuses(&self) -> bool {
        self.progress.rule.is_some() || !self.progress.statuses.is_empty()
    }

    /// What is reported of a goal.
    fn goal(&self, card: &OfCard, reports: &[&Report]) -> OfGoal {
        let standings = reports.iter().filter_map(|report| self.standing(card, report));
        let mut of = OfGoal { progress: standings.collect(), ..OfGoal::default() };
        if !self.has_statuses() {
            return of;
        }
        let mut status = None;
        if let Some(Rule::Growth) = self.progress.rule {
            let measures: Vec<Result<Status, Reason>> =
                reports.iter().map(|report| by_growth(report, self.platform.power)).collect();
            for (standing, measure) in of.progress.iter_mut().zip(&measures) {
                standing.status = Some(measure.unwrap_or(Status::NotComparable) as usize);
                standing.reason =
                    measure.err().map(|reason| self.words().reason(reason).into()).unwrap_or_default();
            }
            status = Some(of_all(&measures));
            let compared = measures.iter().filter(|measure| measure.is_ok()).count();
            let common = CommonWords(&self.language.goals);
            let [compared, all] = [compared, measures.len()].map(|count| common.whole(count));
            if !measures.is_empty() {
                let words = self.words();
                of.judged = fill(words.computed(), &[words.rule(Rule::Growth), &compared, &all]).into();
            }
        }
        // What somebody has judged counts before that.
        if let Some(judged) = self.judged.find(&card.id).and_then(|at| self.progress.statuses.get(at)) {
            status = Some(judged.status);
            let (rule, source) = (judged.rule.get(self.lang), judged.source.name.get(self.lang));
            let said = fill(self.words().judged(), &[rule, source]);
            of.judged = match &judged.as_of {
                Some(when) => fill(self.language.plan().beside(), &[&said, &self.as_of(when)]),
                None => said,
            }
            .into();
        }
        if reports.is_empty() {
            status = status.or(Some(Status::NoData));
        }
        of.status = vec![status.map(|status| status as usize).into_iter().collect()];
        of
    }

    /// Ranks goals by the columns of a table: each by the first of its measures.
    fn rank(&self, cards: &mut [OfGoal], reports: &[Vec<&'a Report>]) {
        let mut units = Ids::default();
        let mut sources = Ids::default();
        let mut keys: [Vec<Option<RankKey>>; COLUMNS - 2] = Default::default();
        for (card, reports) in cards.iter().zip(reports) {
            let status = card.status.iter().flatten().next();
            let report = reports.first();
            let unit = report.map(|report| units.add(report.unit.get(self.lang)));
            let source = report.map(|report| sources.add(self.reporter(report).name.get(self.lang)));
            let latest = report.and_then(|report| report.latest());
            let target = report.and_then(|report| report.target.as_ref());
            let as_of = latest.and_then(|(_, when)| when.last_day());
            let found = [
                unit.zip(latest.map(|(value, _)| value)),
                unit.zip(target.map(|target| target.value.get())),
                status.map(|status| (*status, 0.0)),
                as_of.map(|day| (0, number_of(day))),
                source.map(|source| (source, 0.0)),
            ];
            keys.iter_mut().zip(found).for_each(|(keys, key)| keys.push(key));
        }
        for keys in keys {
            for (card, rank) in cards.iter_mut().zip(ranks(&keys)) {
                card.ranks.push(rank);
            }
        }
    }

    /// A report, where it is about this card or something on it.
    fn standing(&self, card: &OfCard, report: &Report) -> Option<Standing> {
        let project =
            card.projects.iter().find(|work| report.project.as_ref().is_some_and(|id| **id == *work.id));
        let figure =
            card.measured().find(|figure| report.figure.as_ref().is_some_and(|id| **id == *figure.id));
        let of: &str = match (project, figure) {
            (Some(work), _) => &work.name,
            (_, Some(figure)) => &figure.measure,
            _ => report.goal.as_ref().filter(|id| ***id == *card.id).map(|_| "")?,
        };
        let measure = report.measure.as_ref().map(|measure| measure.get(self.lang)).unwrap_or_default();
        let what = match (of, measure) {
            ("", measure) => measure.into(),
            (of, "") => of.into(),
            // What a figure measures is said better by whoever measures it.
            (_, measure) if figure.is_some() => measure.into(),
            (of, measure) => fill(self.language.plan().measured(), &[of, measure]),
        };
        Some(self.told(what.into(), report))
    }

    /// A report about what no card shows, by its measure and the id of what it is about.
    fn unbound(&self, report: &Report) -> Standing {
        let ids = [report.goal.as_deref(), report.project.as_deref(), report.figure.as_deref()];
        let id = ids.into_iter().flatten().next().unwrap_or_default();
        let what = match &report.measure {
            Some(measure) => fill(self.language.plan().beside(), &[measure.get(self.lang), id]),
            None => id.into(),
        };
        self.told(what.into(), report)
    }

    /// The status of a goal that there is no card of.
    fn unbound_status(&self, judged: &GoalStatus) -> Standing {
        let (source, url) = self.source(&judged.source);
        let status = self.words().name(judged.status);
        let what = fill(self.language.plan().measured(), &[&judged.goal, status]).into();
        Standing { what, source, url, ..Standing::default() }
    }

    /// What a report says of `what`.
    #[inline(never)]
    fn told(&self, what: Box<str>, report: &Report) -> Standing {
        let Builder { progress, platform, .. } = *self;
        let method = report.method.as_ref().or(progress.method.as_ref());
        let due = report.due.as_ref().or(progress.due.as_ref());
        let is_old = |due: &&Edtf| due.last_day().zip(platform.today).is_some_and(|(day, today)| day < today);
        let say = |due: Option<&Edtf>| -> Box<str> {
            due.map(|due| fill(self.words().due(), &[&self.interval(due)]).into()).unwrap_or_default()
        };
        let (value, when) = report.latest().map_or((0.0, None), |(value, when)| (value, Some(when)));
        let (source, url) = self.source(self.reporter(report));
        Standing {
            what,
            value: self.quantity(value, report).into(),
            when: when.map(|when| self.as_of(when).into()).unwrap_or_default(),
            date: when.map(|when| self.interval(when).into()).unwrap_or_default(),
            from: self.level(report.baseline.as_ref(), report),
            to: self.level(report.target.as_ref(), report),
            share: share(report),
            old: say(due.filter(is_old)),
            due: say(due.filter(|due| !is_old(due))),
            status: None,
            reason: "".into(),
            course: self.course(report),
            values: report.series.iter().map(|point| self.dated(point, report)).collect(),
            source,
            url,
            method: self.text(method),
        }
    }

    /// Where a report's numbers come from.
    fn reporter<'b>(&self, report: &'b Report) -> &'b Reporter
    where
        'a: 'b,
    {
        report.source.as_ref().unwrap_or(&self.progress.source)
    }

    /// The name and the URL of where numbers come from.
    #[inline(never)]
    fn source(&self, source: &Reporter) -> (Box<str>, Box<str>) {
        let url = source.url.as_ref().map(|url| url.to_string().into()).unwrap_or_default();
        (source.name.get(self.lang).into(), url)
    }

    #[inline(never)]
    fn text(&self, text: Option<&Text>) -> Box<str> {
        text.map(|text| text.get(self.lang).into()).unwrap_or_default()
    }

    /// A number as the language writes it, with at most three digits of its fraction.
    #[inline(never)]
    fn number(&self, value: f64) -> String {
        // The sum makes 0 of -0.
        let rounded = (value * 1000.0).round() / 1000.0 + 0.0;
        CommonWords(&self.language.goals).written(&(self.platform.number)(rounded))
    }

    #[inline(never)]
    fn interval(&self, edtf: &Edtf) -> String {
        self.language.interval(edtf, self.progress.financial_year)
    }

    #[inline(never)]
    fn as_of(&self, edtf: &Edtf) -> String {
        fill(self.language.plan().as_of(), &[&self.interval(edtf)])
    }

    #[inline(never)]
    fn quantity(&self, value: f64, report: &Report) -> String {
        fill(self.language.plan().quantity(), &[&self.number(value), report.unit.get(self.lang)])
    }

    /// A number to compare with, and its time.
    #[inline(never)]
    fn level(&self, level: Option<&Level>, report: &Report) -> Box<str> {
        let Some(level) = level else {
            return "".into();
        };
        let quantity = self.quantity(level.value.get(), report);
        let when = level.when.as_ref().map(|when: &Edtf| self.interval(when));
        when.map_or(quantity.clone(), |when| fill(self.language.plan().beside(), &[&quantity, &when])).into()
    }

    /// A value of a series.
    #[inline(never)]
    fn dated(&self, point: &Point, report: &Report) -> Dated {
        let words = self.words();
        let before = point.before.map(|before| self.quantity(before.get(), report));
        let kind = match (point.kind, before) {
            (PointKind::Actual, _) => String::new(),
            (PointKind::Forecast, _) => words.forecast().into(),
            (PointKind::Revised, None) => words.revised().into(),
            (PointKind::Revised, Some(before)) => fill(words.revised_from(), &[&before]),
        };
        let method = point.new_method.as_ref().map(|note| fill(words.new_method(), &[note.get(self.lang)]));
        let remarks = [kind, method.unwrap_or_default()];
        let remarks: Vec<&str> = remarks.iter().map(|text| &**text).filter(|text| !text.is_empty()).collect();
        Dated {
            when: self.interval(&point.when).into(),
            value: self.quantity(point.value.get(), report).into(),
            remark: joined(&remarks, self.language.plan().comma()).into(),
        }
    }

    /// A series as a line, with baseline and target; one value alone is none.
    #[inline(never)]
    fn course(&self, report: &Report) -> Option<Course> {
        if report.series.len() < 2 {
            return None;
        }
        let [baseline, at_target] = [&report.baseline, &report.target]
            .map(|level| level.as_ref().and_then(|level| placed(level.value, level.when.as_ref())));
        let mut all: Vec<(f64, f64, &Edtf)> = Vec::new();
        for point in &report.series {
            all.extend(placed(point.value, Some(&point.when)));
        }
        all.extend(baseline);
        all.extend(at_target);
        let (mut first, mut last) = (*all.first()?, *all.first()?);
        let level = report.target.as_ref().map_or(first.1, |to| to.value.get());
        let (mut low, mut high) = (level, level);
        for point in &all {
            if point.0 < first.0 {
                first = *point;
            }
            if point.0 > last.0 {
                last = *point;
            }
            (low, high) = (low.min(point.1), high.max(point.1));
        }
        let scale =
            Scale { first: first.0, last: last.0, low, high, rtl: *self.language.direction == *"rtl" };
        let mut lines = Vec::new();
        let mut add = |kind: &str, path: String| {
            if !path.is_empty() {
                lines.push(Line { kind: kind.into(), path: path.into() });
            }
        };
        if let Some(target) = &report.target {
            let y = decimal(scale.y(target.value.get()));
            let mut path = joined(&["M0 ", &y, "H", &decimal(Course::WIDTH)], "");
            if let Some((time, ..)) = at_target {
                path += &joined(&["M", &decimal(scale.x(time)), " ", &y, "m0 -20v40"], "");
            }
            add("target", path);
        }
        let (mut actual, mut forecast) = (String::new(), String::new());
        let mut latest: Option<String> = None;
        for point in &report.series {
            let Some((time, value, _)) = placed(point.value, Some(&point.when)) else { continue };
            let at = scale.at(time, value);
            let is_forecast = point.kind == PointKind::Forecast;
            let path = if is_forecast { &mut forecast } else { &mut actual };
            // A forecast goes on from the latest value.
            if let (true, Some(from), None) = (path.is_empty() && is_forecast, &latest, &point.new_method) {
                *path += &joined(&["M", from], "");
            }
            let begins = path.is_empty() || point.new_method.is_some();
            // A point alone is a dot, as its ends are round.
            *path += &joined(&if begins { ["M", &at, "h0"] } else { ["L", &at, ""] }, "");
            if !is_forecast {
                latest = Some(at);
            }
        }
        add("actual", actual);
        add("forecast", forecast);
        let dot = |at: String| joined(&["M", &at, "h0"], "");
        add("baseline", baseline.map(|(time, value, _)| dot(scale.at(time, value))).unwrap_or_default());
        add("latest", latest.map(dot).unwrap_or_default());
        let ends = [first.2, last.2].map(|when| self.interval(when).into());
        Some(Course { lines, ends: ends.into() })
    }
}

/// A value and its time, with its last day; none where that isn't known.
fn placed(value: Number, when: Option<&Edtf>) -> Option<(f64, f64, &Edtf)> {
    Some((number_of(when?.last_day()?), value.get(), when?))
}

/// Where times and values are in the box of a [`Course`].
struct Scale {
    first: f64,
    last: f64,
    low: f64,
    high: f64,
    /// Whether time leads from right to left.
    rtl: bool,
}

impl Scale {
    /// The room that is left at each side.
    const ROOM: usize = 30;

    /// How far `value` is on the way from one end to another, where that has a length.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "within a box"
    )]
    fn part(value: f64, from: f64, to: f64, length: usize) -> usize {
        let part = (value - from) / (to - from);
        let length = (length - 2 * Self::ROOM) as f64;
        Self::ROOM + (if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.5 } * length).round() as usize
    }

    fn x(&self, time: f64) -> usize {
        let x = Self::part(time, self.first, self.last, Course::WIDTH);
        if self.rtl { Course::WIDTH - x } else { x }
    }

    fn y(&self, value: f64) -> usize {
        Course::HEIGHT - Self::part(value, self.low, self.high, Course::HEIGHT)
    }

    #[inline(never)]
    fn at(&self, time: f64, value: f64) -> String {
        joined(&[&decimal(self.x(time)), " ", &decimal(self.y(value))], "")
    }
}

/// How much of the way from baseline to target is done, in hundredths, whichever way it leads; nothing without both.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
fn share(report: &Report) -> Option<usize> {
    let (from, to) = (report.baseline.as_ref()?.value.get(), report.target.as_ref()?.value.get());
    let share = (report.latest()?.0 - from) / (to - from) * 100.0;
    Some(share.clamp(0.0, 100.0) as usize)
}
