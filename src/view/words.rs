//! The interface's words: a file per language, `src/view/languages/TAG.json`, read as lists of texts.
//!
//! A view model has the list that its widget shows, so that a page gets one language's words with the data that it shows,
//! and no module has any. What stands where in a list is said here.

use super::progress::Reason;
use crate::model::{
    About, Degree, EventKind, FigureKind, GoalKind, Lang, Mention, Milestone, Plan, Rule, Stage, Status,
    Value, carried, decimal, is_same_language, signed,
};

/// What stands between the forms of a sentence that depends on a number.
pub(crate) const FORMS: char = '\u{1}';

/// A text of a language's file.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Where it stands in the file: its section and its name there, or further down.
    pub path: &'static str,
    /// The names of its holes.
    pub holes: &'static [&'static str],
}

macro_rules! path {
    ($group:literal, $key:ident) => {
        concat!($group, "/", stringify!($key))
    };
    ($group:literal, $key:ident, $path:literal) => {
        $path
    };
}

/// Says once which texts belong together: a list of them with a method for each, and their keys in the file. A method of a
/// sentence with holes gives it as it is, with `{0}` in place of the first.
macro_rules! words {
    (
        $(#[$about:meta])*
        $name:ident($index:ident) $(behind $common:ident)?: $group:literal {
            $($(#[$doc:meta])* $key:ident $(($($hole:ident),+))? $(= $path:literal)?;)*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a>(pub &'a [String]);

        #[derive(Clone, Copy)]
        #[expect(non_camel_case_types, reason = "the names of methods")]
        #[allow(dead_code, reason = "some are reached from the first of several")]
        pub(super) enum $index {
            $($key,)*
        }

        impl<'a> $name<'a> {
            const OWN: &'static [Key] = &[
                $(Key { path: path!($group, $key $(, $path)?), holes: &[$($(stringify!($hole),)+)?] },)*
            ];

            /// How many of every widget stand before them in the list.
            const BEFORE: usize = <[()]>::len(&[$($common,)?]) * CommonWords::OWN.len();

            /// The keys of the list in a language's file, in its order.
            pub fn keys() -> impl Iterator<Item = &'static Key> {
                CommonWords::OWN[..Self::BEFORE].iter().chain(Self::OWN)
            }

            $(
                $(#[$doc])*
                #[must_use]
                pub fn $key(self) -> &'a str {
                    at(self.0, Self::BEFORE + $index::$key as usize)
                }
            )*
        }
    };
}

/// That a list begins with the words of every widget.
const COMMON: () = ();

/// A text of a list; an empty one where the list is shorter. By reference, which takes less of each call than a slice.
#[inline(never)]
pub(super) fn at(texts: &[String], index: usize) -> &String {
    static EMPTY: String = String::new();
    texts.get(index).unwrap_or(&EMPTY)
}

words! {
    /// The words and numbers of every widget: the first of the lists of widgets.
    CommonWords(Common): "common" {
        /// Between items of a list.
        comma;
        /// Between names.
        names_comma;
        /// Button that takes all filters away.
        clear_filters;
        /// Link to something that is copied.
        copy;
        /// It was copied.
        copied;
        /// Button that opens the menu of what readers take away.
        take;
        /// Button that opens the choices of facets, where there is little room.
        filters;
        /// Button that shows all that was found.
        show_all(all);
        /// How many are shown, of how many.
        some_of(some, all);
        /// That the page shows a selection of a plan: behind a count.
        selection;
        /// Between a whole number and its fraction.
        decimal = "numbers/decimal";
        /// Between groups of three digits.
        group = "numbers/group";
        /// The least count of digits that is grouped.
        group_from = "numbers/group_from";
        /// The ten digits; nothing for those of ASCII.
        digits = "numbers/digits";
        /// Which of a sentence's forms a number takes: see [`CommonWords::say`].
        plurals = "numbers/plurals/table";
    }
}

words! {
    /// The words of a timeline.
    TimelineWords(InTimeline) behind COMMON: "timeline" {
        /// Heading of the timeline.
        timeline;
        /// Label of the search box.
        search;
        /// What the search box takes, shown in it while empty.
        search_hint;
        /// The same where pinyin is known.
        search_hint_pinyin;
        /// How many items there are.
        items(count);
        /// How many items are found, of how many.
        items_found(found, all);
        /// Nothing is found.
        none_found;
        /// The plan has no events.
        no_items;
        /// Label of the layouts, and their names.
        layout;
        /// The list.
        list;
        /// The lanes.
        lanes;
        /// The story.
        story;
        /// Label of the facet.
        topic;
        /// The choice of everything.
        all_topics;
        /// Label of the legend.
        stage;
        /// Label of the facet.
        period;
        /// The choice of everything.
        all_periods;
        /// Label of the facet.
        article;
        /// The choice of everything.
        all_articles;
        /// Label of the facet.
        place;
        /// The choice of everything.
        all_places;
        /// Title of what the stages mean.
        meaning;
        /// Label of the zoom's buttons.
        zoom;
        /// Shows more of the axis.
        zoom_out;
        /// Shows less of it.
        zoom_in;
        /// Shows all of it.
        zoom_all;
        /// Label of the slider along the axis.
        along;
        /// Name of the line at the current day.
        today;
        /// Name of the lane of items without a topic.
        no_topic;
        /// Button that opens a lane.
        more;
        /// Button that closes a lane.
        fewer;
        /// That a stretch of time leaves out what has no known time: behind a count.
        untimed;
        /// How many items have no room.
        hidden(count);
        /// To the item before.
        back;
        /// To the next item.
        on;
        /// How far the story is.
        position(at, all);
        /// Label of how far the story is.
        progress;
        /// Button that plays a film in the page.
        play;
        /// A year on the axis.
        year(year) = "calendar/year";
        /// A year before the era.
        year_before(year) = "calendar/year_before";
        /// The months, short enough for an axis: a form for each, or one for all with the number.
        months(number) = "calendar/months_short";
    }
}

words! {
    /// The words of a glossary and of pop-ups.
    GlossaryWords(InGlossary) behind COMMON: "glossary" {
        /// Heading of the glossary.
        glossary;
        /// Label of the search box.
        search;
        /// What the search box takes, shown in it while empty.
        search_hint;
        /// The same where pinyin is known.
        search_hint_pinyin;
        /// Button that empties the search box.
        clear;
        /// How many terms there are.
        terms(count);
        /// How many terms are found, of how many.
        terms_found(found, all);
        /// Nothing is found.
        none(query);
        /// The plan has no terms.
        empty;
        /// Label of the list of what a term stands for.
        stands_for(term);
        /// Label of the order.
        sort;
        /// The plan's order.
        sort_plan;
        /// That of names.
        sort_name;
        /// Button that shows more.
        show_more(next, left);
        /// Before the passages that use a term.
        used_in;
        /// Before the terms that one leads on to.
        related;
        /// Button that closes a pop-up.
        close;
        /// Link to the whole glossary.
        whole;
    }
}

words! {
    /// The words of goals' cards.
    GoalWords(InGoals) behind COMMON: "goals" {
        /// Heading of the goals.
        goals;
        /// Label of the search box.
        search;
        /// What the search box takes, shown in it while empty.
        search_hint;
        /// How many goals there are.
        goals_all(count);
        /// How many goals are found, of how many.
        goals_found(found, all);
        /// How many projects they have, and how many in each stage. It goes on after their number.
        tally(count, list);
        /// Ends that list where projects are counted in more than one stage. It goes on after the last number.
        tally_several;
        /// Nothing is found.
        none_found;
        /// The plan has no goals.
        no_goals;
        /// Label of the facet.
        topic;
        /// The choice of everything.
        all_topics;
        /// Label of the legend.
        stage;
        /// Label of the facet.
        article;
        /// The choice of everything.
        all_articles;
        /// Label of the facet.
        part;
        /// The choice of everything.
        all_parts;
        /// Label of the facet.
        department;
        /// The choice of everything.
        all_departments;
        /// Label of the facet.
        kind;
        /// The choice of everything.
        all_kinds;
        /// Label of the facet.
        place;
        /// The choice of everything.
        all_places;
        /// Title of what the stages mean.
        meaning;
        /// Label of what goals are put under.
        group;
        /// No groups.
        group_none;
        /// By topic.
        group_topic;
        /// By part.
        group_part;
        /// Heading of goals without a topic or a part.
        no_group;
        /// Label of the order.
        sort;
        /// The plan's order.
        sort_plan;
        /// By how many projects.
        sort_projects;
        /// By how many figures.
        sort_figures;
        /// Label of the legend, whose numbers are of goals and not of projects.
        legend;
        /// Label of what is to be done.
        measures;
        /// Label of projects.
        projects;
        /// Label of further figures.
        more_figures;
        /// Label of figures that say what was reached before.
        past_figures;
        /// How many measures.
        count_measures(count);
        /// How many projects.
        count_projects(count);
        /// How many figures that the closed card does not show.
        count_figures(count);
        /// What a card opens where it has none of these.
        details;
        /// Label of departments.
        departments;
        /// How many terms there are.
        terms;
        /// The source of a goal.
        cited(plan, articles);
        /// Button that copies a goal with its source.
        copy_text;
        /// It was copied.
        copied_text;
        /// There is no clipboard to copy to.
        not_copied;
        /// Button that shows more.
        show_more(next, left);
        /// A label, and what it is of.
        labelled(label, text);
        /// Heading of progress that the page supplies.
        reported;
        /// Where it comes from.
        reported_by;
        /// How it was found.
        method;
    }
}

words! {
    /// The words of an overview.
    OverviewWords(InOverview) behind COMMON: "overview" {
        /// Heading of the overview.
        overview;
        /// Label of who issued the plan.
        issuer;
        /// Label of when it was adopted.
        adopted;
        /// Label of the period that it plans.
        period;
        /// Label of the time that it looks ahead to.
        vision;
        /// How many projects there are.
        projects(count);
        /// How many goals there are.
        goals(count);
        /// What the picture shows: its name for screen readers.
        picture;
        /// Heading of the column of topics.
        topic;
        /// Heading of the column of projects of which the plan states no stage.
        no_stage;
        /// What a mark stands for: a project, and the stage that it stands under.
        mark(project, stage);
        /// A project, or what its mark stands for, and the stages that the plan states of it elsewhere.
        also(project, stages);
        /// What can be done with the picture, where no mark is pressed.
        hint;
        /// The plan has no projects.
        no_projects;
        /// Title of what the stages mean.
        meaning;
        /// Heading of the principles.
        principles;
        /// Heading of the times by when goals are to be reached.
        horizons;
        /// Goals without such a time.
        no_horizon;
        /// That a goal with two such times is counted at both.
        horizons_several;
        /// Heading of the parts and articles.
        contents;
        /// What belongs to no part.
        no_part;
        /// What cites no passage.
        no_passage;
        /// That a project that is named in several passages is counted at each.
        contents_several;
        /// Title of the list of all projects by their names.
        by_name;
    }
}

words! {
    /// The words of view models, which stand in them as texts.
    PlanWords(InPlan): "plan" {
        /// A stage: it is done.
        stage_achieved;
        /// A stage: it is to be finished in the period.
        stage_complete;
        /// A stage: it is to begin.
        stage_start;
        /// A stage: it is worked on; neither its start nor its end is stated.
        stage_accelerate;
        /// A stage: it is striven for.
        stage_strive;
        /// A stage: it is prepared.
        stage_plan;
        /// A stage: it is supported, relied on or named, and no work on it is promised.
        stage_support;
        /// What a stage means: it is done.
        means_achieved;
        /// The same: it is to be finished.
        means_complete;
        /// The same: it is to begin.
        means_start;
        /// The same: it is worked on.
        means_accelerate;
        /// The same: it is striven for.
        means_strive;
        /// The same: it is prepared.
        means_plan;
        /// The same: it is supported, relied on or named.
        means_support;
        /// A stage, of which the main parts are meant.
        degree_basic(stage);
        /// A stage, of which all is meant.
        degree_full(stage);
        /// A stage that is meant of an approval.
        milestone_approval(stage);
        /// A stage that is meant of an opening.
        milestone_opening(stage);
        /// A stage, and what is to be done or reached.
        object(stage, object);
        /// An item without a stage: a result.
        event_achievement;
        /// The same: what is expected.
        event_forecast;
        /// The same: what is under way.
        event_under_way;
        /// The same: an end.
        event_completion;
        /// The same: a beginning.
        event_start;
        /// The same: a main objective.
        event_objective;
        /// The same: a long-range vision.
        event_vision;
        /// A kind of goal: of one article.
        goal_article;
        /// A kind of goal: of the whole plan.
        goal_overall;
        /// A kind of goal: a main objective.
        goal_objective;
        /// A kind of goal: a long-range vision.
        goal_vision;
        /// A kind of figure: what was reached.
        figure_result;
        /// A kind of figure: what is expected.
        figure_forecast;
        /// A kind of figure: what is to be reached.
        figure_target;
        /// A kind of figure: how large something is.
        figure_scale;
        /// A kind of figure: a place among others.
        figure_rank;
        /// A kind of figure: how many things are named.
        figure_count;
        /// Label of a time.
        when;
        /// Label of a stage.
        stage;
        /// A stage; the verb of the plan that shows it follows.
        verb(stage);
        /// Label of what is said of it in another period.
        elsewhere;
        /// Label of a place.
        place;
        /// That no place is stated.
        no_place;
        /// When a plan was adopted, behind its notice.
        adopted(notice, date);
        /// The same, with the period that it plans.
        adopted_for(notice, date, period);
        /// How many projects a timeline leaves out, behind its notice.
        not_shown(notice, count);
        /// That works have no date.
        undated;
        /// Button that shows so many of them.
        undated_show(count);
        /// Button that leaves them out again.
        undated_hide;
        /// Label of a quantity.
        figure;
        /// Label of a goal that is served.
        serves;
        /// That there are more of them than are said.
        and_more;
        /// Label of another time by when a goal is to be reached.
        horizon;
        /// Label of a term.
        term;
        /// Label of a citation.
        source;
        /// A passage and its title.
        article(number, title);
        /// What is measured, and the quantity.
        measured(measure, quantity);
        /// A text, and a remark on it.
        beside(text, note);
        /// Between items of a list.
        comma;
        /// That a department was inferred.
        inferred;
        /// That the plan gives a goal no number.
        unmeasured;
        /// A number and its unit.
        quantity(number, unit);
        /// The time that a report holds for.
        as_of(date);
        /// Where something began.
        baseline;
        /// Where it is to lead.
        target;
        /// No time is stated.
        timeless;
        /// That a program made the texts, of another language's.
        converted(language);
        /// The same with the program's name.
        converted_by(language, by);
        /// That these are the words of another language than the texts, for want of any.
        unspoken;
    }
}

words! {
    /// The words of progress: a view model has the list once a page reports some.
    ProgressWords(InProgress): "progress" {
        /// Label of the facet and of the summary.
        by_status;
        /// Label of a status.
        status;
        /// A status: its target is reached.
        reached;
        /// The same: it is on the way to be reached in time.
        on_track;
        /// The same: it isn't.
        behind;
        /// The same: what is reported can't be compared.
        not_comparable;
        /// The same: nothing is reported.
        no_data;
        /// How many goals there are data of, and no status.
        unjudged(count);
        /// The rule that a status is computed by, and of how many measures that are reported it could be.
        computed(rule, found, all);
        /// The rule that a status was judged by, and who has judged.
        judged(rule, source);
        /// The name of a rule.
        growth;
        /// Why a measure can't be compared: there is no baseline with a time.
        no_baseline;
        /// The same: there is no target with a time.
        no_target;
        /// The same: the method is another since.
        other_method;
        /// The same: there is no growth from zero, or from below it to above.
        no_growth;
        /// The same: there is no later value.
        nothing_since;
        /// That a value is expected.
        forecast;
        /// That a value was corrected.
        revised;
        /// The same with what it was before.
        revised_from(value);
        /// That a value is the first one found by another method, and why.
        new_method(note);
        /// When newer numbers are to come.
        due(date);
        /// What opens the values of a series.
        values;
        /// Heading of times.
        when = "plan/when";
        /// Heading of the latest values.
        value;
        /// Heading of what has to be said of a value.
        remark;
        /// Label of where something began.
        baseline = "plan/baseline";
        /// Label of where it is to lead.
        target = "plan/target";
        /// Heading of the times that the latest values hold for.
        as_of;
        /// Heading of where they come from.
        source = "plan/source";
        /// Heading of goals.
        goal;
        /// Heading of the times by when they are to be reached.
        horizon;
        /// Label of the layouts, and their names.
        layout;
        /// Cards.
        cards;
        /// A table.
        table;
        /// Heading of what is reported of nothing that is shown.
        unbound;
    }
}

words! {
    /// The words of the menu of what readers take away, and of what it makes.
    MenuWords(InMenu): "menu" {
        /// Between items of a list.
        comma = "common/comma";
        /// The ten digits; nothing for those of ASCII.
        digits = "numbers/digits";
        /// Copies the link.
        link = "common/copy";
        /// It was copied.
        link_copied = "common/copied";
        /// Shows the code to embed the widget.
        embed;
        /// Makes a table.
        table;
        /// Makes a calendar.
        calendar;
        /// Makes a picture of shapes.
        svg;
        /// Makes a picture of pixels.
        png;
        /// Prints.
        print;
        /// Label of the code to embed the widget.
        code;
        /// Copies the code.
        copy;
        /// It was copied.
        code_copied;
        /// Nothing can be copied; the text is selected.
        refused;
        /// The file that was made.
        file(name);
        /// How many items are not in a calendar.
        left_out(count);
        /// No item can be in a calendar.
        dateless;
        /// A frame may not be allowed to save files.
        frame;
        /// The picture of pixels is not allowed.
        no_png;
        /// Something has failed.
        failed;
        /// How many more items there are than a picture shows.
        more(count);
        /// When a picture was made.
        taken(date);
        /// Heading of names.
        name;
        /// Heading of times in words.
        when = "plan/when";
        /// Heading of first days.
        first;
        /// Heading of last days.
        last;
        /// Heading of how a time is meant.
        meant;
        /// Heading of stages.
        stage = "timeline/stage";
        /// Heading of topics.
        topics = "timeline/topic";
        /// Heading of passages.
        article = "timeline/article";
        /// Heading of summaries.
        summary;
        /// Heading of details.
        details;
        /// Heading of goals.
        goal = "progress/goal";
        /// Heading of the times by when they are to be reached.
        horizon = "progress/horizon";
        /// Heading of quantities.
        figures;
        /// Heading of statuses.
        status = "progress/status";
        /// Heading of the latest values.
        value = "progress/value";
        /// Heading of the times that these hold for.
        as_of = "progress/as_of";
        /// Heading of where these come from.
        source = "plan/source";
        /// Heading of terms.
        term = "plan/term";
        /// Heading of what terms mean.
        meaning;
        /// Heading of projects.
        project;
        /// Heading of the plan's title.
        plan;
        /// How a time is meant: at some point of it.
        within;
        /// The same: that day.
        point;
        /// The same: all of it.
        span;
        /// The same: at its end at the latest.
        by;
        /// The same: from its beginning on.
        since;
        /// The same: there is none of its own.
        undated;
        /// The same: nothing is known.
        timeless;
    }
}

words! {
    /// The names of passages.
    PassageWords(InPassages): "passages" {
        /// An article, by its number.
        article(number);
        /// The title of a part, by its number.
        part(number);
        /// The lead of a part, by its number.
        lead(number);
        /// An entry of the plan's own glossary, by its number.
        glossary(number);
        /// What stands before the parts.
        preamble;
        /// What stands behind them.
        closing;
        /// A part, by its number.
        chapter(number);
    }
}

words! {
    /// The words of dates, in one grammatical case.
    DateWords(InDates): "dates" {
        /// A month.
        month_1 = "calendar/months/0";
        /// A month.
        month_2 = "calendar/months/1";
        /// A month.
        month_3 = "calendar/months/2";
        /// A month.
        month_4 = "calendar/months/3";
        /// A month.
        month_5 = "calendar/months/4";
        /// A month.
        month_6 = "calendar/months/5";
        /// A month.
        month_7 = "calendar/months/6";
        /// A month.
        month_8 = "calendar/months/7";
        /// A month.
        month_9 = "calendar/months/8";
        /// A month.
        month_10 = "calendar/months/9";
        /// A month.
        month_11 = "calendar/months/10";
        /// A month.
        month_12 = "calendar/months/11";
        /// A month.
        alone_1 = "calendar/months_alone/0";
        /// A month.
        alone_2 = "calendar/months_alone/1";
        /// A month.
        alone_3 = "calendar/months_alone/2";
        /// A month.
        alone_4 = "calendar/months_alone/3";
        /// A month.
        alone_5 = "calendar/months_alone/4";
        /// A month.
        alone_6 = "calendar/months_alone/5";
        /// A month.
        alone_7 = "calendar/months_alone/6";
        /// A month.
        alone_8 = "calendar/months_alone/7";
        /// A month.
        alone_9 = "calendar/months_alone/8";
        /// A month.
        alone_10 = "calendar/months_alone/9";
        /// A month.
        alone_11 = "calendar/months_alone/10";
        /// A month.
        alone_12 = "calendar/months_alone/11";
        /// The ten digits; nothing for those of ASCII.
        digits = "numbers/digits";
        /// A year.
        year(year) = "calendar/year";
        /// A year before the era.
        year_before(year) = "calendar/year_before";
        /// A year of the era, where it would be misread without; here and in what follows it may be left out.
        year_after(year) = "calendar/year_after";
        /// A month.
        month(year, month, alone, number) = "calendar/month";
        /// A month before the era.
        month_before(year, month, alone, number) = "calendar/month_before";
        /// A month of the era.
        month_after(year, month, alone, number) = "calendar/month_after";
        /// A day.
        day(year, month, alone, number, day) = "calendar/day";
        /// A day before the era.
        day_before(year, month, alone, number, day) = "calendar/day_before";
        /// A day of the era.
        day_after(year, month, alone, number, day) = "calendar/day_after";
        /// The number of a month's first day, where it isn't as others are: `1er`. It may be left out.
        first_day;
        /// Ten years from a round one on, which is the number.
        decade(year);
        /// The same before the era.
        decade_before(year);
        /// Years that stand together.
        years(from, to);
        /// A season; the year is in words, here and in what follows.
        spring(year);
        /// A season.
        summer(year);
        /// A season.
        autumn(year);
        /// A season.
        winter(year);
        /// A quarter.
        quarter_1(year);
        /// A quarter.
        quarter_2(year);
        /// A quarter.
        quarter_3(year);
        /// A quarter.
        quarter_4(year);
        /// A half of a year.
        half_1(year);
        /// A half of a year.
        half_2(year);
        /// Four months: the names of the first and the last, or their numbers.
        third(year, from, to, first, last);
        /// A year that begins in one calendar year and ends in the next: both, and the last two digits of the second.
        financial_year(from, to, short);
        /// A date that is not exact.
        about(date);
        /// A date that is in doubt.
        uncertain(date);
        /// It is reached then at the latest.
        by(date);
        /// At some point of one date.
        within(date);
        /// At some point of an interval.
        within_several(date);
        /// The same of one day, of a season, and of a date that is not exact, where that is no `within`. They may be left out.
        within_day(date);
        /// At some point of a season.
        within_season(date);
        /// At some point of a date that is not exact.
        within_about(date);
        /// A yearly mean.
        average(date);
        /// A sum.
        cumulative(date);
        /// From one year to another, both as numbers.
        plain_years(from, to);
        /// From one date to another.
        range(from, to);
        /// From a date on, without an end.
        from(from);
        /// From a date on; the end is not known.
        from_end_unknown(from);
        /// Up to a date, without a beginning.
        until(to);
        /// Up to a date; the beginning is not known.
        until_start_unknown(to);
        /// A time of which nothing is known.
        unknown;
    }
}

carried! {
    /// A language: its words, and how it writes numbers and dates.
    Language {
        /// Which one it is.
        lang: Lang,
        /// Its name in itself.
        name: Box<str>,
        /// `rtl` where it is written from right to left, else `ltr`.
        direction: Box<str>,
        /// The list of [`TimelineWords`].
        timeline: Vec<String>,
        /// The list of [`GlossaryWords`].
        glossary: Vec<String>,
        /// The list of [`GoalWords`].
        goals: Vec<String>,
        /// The list of [`OverviewWords`].
        overview: Vec<String>,
        /// The list of [`MenuWords`]; in the package's files for languages it is a file of its own.
        menu: Vec<String>,
        /// The list of [`PlanWords`].
        plan: Vec<String>,
        /// The list of [`ProgressWords`].
        progress: Vec<String>,
        /// The list of [`PassageWords`].
        passages: Vec<String>,
        /// The list of [`DateWords`].
        dates: Vec<String>,
        /// The same in each grammatical case, empty where they are no other.
        cases: Vec<Vec<String>>,
        /// Tags of languages, each with what it is called behind it.
        names: Vec<String>,
    }
}

/// What a view says of its plan's languages.
#[derive(Default)]
pub(super) struct Said {
    /// All of them, first the one that quotes stand in: the plan's own, or the one that is shown where a program made it of
    /// that in another script.
    pub languages: Vec<Lang>,
    /// What readers should know of the one that is shown.
    pub note: Box<str>,
}

impl Language {
    /// Reads what was written by another program; what isn't there is left empty.
    pub fn read(value: &impl Value) -> Language {
        crate::model::Carried::carried(value)
    }

    /// Writes it as JSON, for [`read`](Language::read).
    #[must_use]
    pub fn json(&self) -> String {
        super::json(self)
    }

    /// The words of view models.
    #[must_use]
    pub fn plan(&self) -> PlanWords<'_> {
        PlanWords(&self.plan)
    }

    /// What a view of `plan` in `lang` says of its languages.
    #[inline(never)]
    pub(super) fn said(&self, plan: &Plan, lang: &str) -> Said {
        let mut languages = plan.languages.clone();
        let mut note = String::new();
        if let Some(made) = plan.converted.iter().find(|made| *made.language == *lang) {
            let at = languages.iter().position(|other| other.key() == lang).unwrap_or_default();
            if is_same_language(languages[0].key(), lang) {
                languages.swap(0, at);
            }
            let at = self.names.iter().position(|tag| **tag == *made.from);
            let name = at.and_then(|at| self.names.get(at + 1)).map_or(&*made.from, String::as_str);
            let words = self.plan();
            let sentence = if made.by.is_empty() { words.converted() } else { words.converted_by() };
            note = fill(sentence, &[name, &made.by]);
        }
        // Words are of the same language, or English for want of any.
        if !is_same_language(self.lang.key(), lang) {
            if !note.is_empty() {
                note.push(' ');
            }
            note += self.plan().unspoken();
        }
        Said { languages, note: note.into() }
    }

    /// How texts in `lang` are written; `auto` where these are another language's words.
    #[must_use]
    pub fn direction_of(&self, lang: &str) -> &str {
        if is_same_language(self.lang.key(), lang) { &self.direction } else { "auto" }
    }
}

impl Language {
    /// A name for a row of names: one in Latin letters would change places with its neighbours where texts run from right to
    /// left.
    #[must_use]
    pub(super) fn isolated(&self, name: &str) -> String {
        if *self.direction == *"rtl" && name.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            joined(&["\u{2068}", name, "\u{2069}"], "")
        } else {
            name.into()
        }
    }
}

impl CommonWords<'_> {
    /// A whole number as the language writes it.
    #[must_use]
    pub fn whole(self, number: usize) -> String {
        numeral(self.digits(), Some((self.group(), self.group_from())), &decimal(number))
    }

    /// A number as Rust and JavaScript print it: digits of ASCII, perhaps with a hyphen before and a point within.
    #[must_use]
    pub fn written(self, printed: &str) -> String {
        let (sign, number) = printed.split_at(usize::from(printed.starts_with('-')));
        let (whole, fraction) = cut(number, b'.').unwrap_or((number, ""));
        let mut written = String::from(sign);
        written += &numeral(self.digits(), Some((self.group(), self.group_from())), whole);
        if !fraction.is_empty() {
            written += self.decimal();
            written += &numeral(self.digits(), None, fraction);
        }
        written
    }

    /// A year as the language writes it.
    #[must_use]
    pub fn year(self, year: i32) -> String {
        numeral(self.digits(), None, &signed(year))
    }

    /// A sentence about so many, its holes filled.
    #[must_use]
    pub fn say(self, sentence: &str, number: usize, values: &[&str]) -> String {
        let place = if number < 100 { number } else { 100 + number % 100 };
        let places = self.plurals().as_bytes();
        let form = places.get(place).or(places.last()).map_or(0, |digit| digit % 16);
        expand(sentence, form, &mut |hole, _, filled| filled.push_str(values.get(hole).unwrap_or(&"")))
    }

    /// A sentence about some of so many.
    #[must_use]
    pub fn found(self, sentence: &str, some: usize, all: usize) -> String {
        self.say(sentence, all, &[&self.whole(some), &self.whole(all)])
    }

    /// A sentence about so many, which is all that it says.
    #[must_use]
    pub fn count(self, sentence: &str, number: usize) -> String {
        self.found(sentence, number, number)
    }
}

/// Digits of ASCII as a language writes them: `digits` are its ten, if it has others, and follow each other in Unicode;
/// `group` is what stands between groups of three, and the least count of digits with any.
#[inline(never)]
pub(crate) fn numeral(digits: &str, group: Option<(&str, &str)>, text: &str) -> String {
    let zero = digits.chars().next().map_or(0, |zero| zero as u32 - u32::from(b'0'));
    let mut left = text.len();
    let between =
        group.filter(|(_, from)| from.bytes().next().is_some_and(|from| left >= usize::from(from % 16)));
    let mut written = String::new();
    for c in text.chars() {
        if let Some((group, _)) = between
            && left.is_multiple_of(3)
            && !written.is_empty()
        {
            written += group;
        }
        left -= 1;
        written.push(char::from_u32(c as u32 + zero).unwrap_or(c));
    }
    written
}

impl TimelineWords<'_> {
    /// The name of a month, from 1, short enough for an axis.
    #[must_use]
    pub fn month(self, month: u8) -> String {
        expand(self.months(), month - 1, &mut |_, _, filled| {
            *filled += &CommonWords(self.0).whole(month.into());
        })
    }
}

/// The list of a widget's words, with the hint of what the search box of `plan` takes: the one of pinyin, which is behind the
/// other, where the plan gives some.
fn hinting(list: &[String], hint: usize, plan: &Plan) -> Vec<String> {
    let mut list = list.to_vec();
    let terms = plan.terms.iter().map(|term| term.spoken("zh"));
    let mut given = terms.chain(plan.events.iter().map(|event| event.spoken("zh")));
    let shown = usize::from(given.any(|pinyin| !pinyin.is_empty()));
    if hint + 1 < list.len() {
        list.swap(hint, hint + shown);
        list[hint + 1].clear();
    }
    list
}

impl Language {
    /// The list of a timeline's words, for a plan.
    pub(super) fn timeline_of(&self, plan: &Plan) -> Vec<String> {
        hinting(&self.timeline, TimelineWords::BEFORE + InTimeline::search_hint as usize, plan)
    }

    /// What readers should know of a plan: its own notice, when it was adopted and for which period.
    pub(super) fn notice(&self, plan: &Plan, lang: &str) -> Box<str> {
        let About { notice, adopted, period, financial_year, .. } = &plan.about;
        let notice = notice.as_ref().map(|notice| notice.get(lang)).unwrap_or_default();
        let period = period.as_ref().and_then(|id| plan.periods.find(id));
        let words = self.plan();
        let said = match (adopted, period) {
            (None, _) => return notice.into(),
            (Some(adopted), None) => {
                fill(words.adopted(), &[notice, &self.interval(&adopted.edtf, *financial_year)])
            }
            (Some(adopted), Some(period)) => {
                let [date, period] =
                    [adopted, &period.time].map(|time| self.interval(&time.edtf, *financial_year));
                fill(words.adopted_for(), &[notice, &date, &period])
            }
        };
        said.trim_start().into()
    }

    /// The list of a glossary's words, for a plan.
    pub(super) fn glossary_of(&self, plan: &Plan) -> Vec<String> {
        hinting(&self.glossary, GlossaryWords::BEFORE + InGlossary::search_hint as usize, plan)
    }
}

impl<'a> PlanWords<'a> {
    /// How far something is to come.
    #[must_use]
    pub fn stage_of(self, stage: Stage) -> &'a str {
        at(self.0, InPlan::stage_achieved as usize + stage as usize)
    }

    /// What a stage means.
    #[must_use]
    pub fn means(self, stage: Stage) -> &'a str {
        at(self.0, InPlan::means_achieved as usize + stage as usize)
    }

    /// How far a project is to come by a mention of it: its stage, how much is to be finished, and which step is meant.
    #[must_use]
    pub fn reaches(self, stage: Stage, mention: Option<&Mention>) -> String {
        let milestone = match mention.and_then(|mention| mention.milestone) {
            Some(Milestone::Approval) => self.milestone_approval(),
            Some(Milestone::Opening) => self.milestone_opening(),
            None => "{0}",
        };
        let degree = mention.and_then(|mention| mention.degree);
        fill(milestone, &[&self.to_degree(self.stage_of(stage), degree)])
    }

    /// A text, with how much of what it says is meant.
    #[must_use]
    pub fn to_degree(self, text: &str, degree: Option<Degree>) -> String {
        match degree {
            Some(Degree::Basic) => fill(self.degree_basic(), &[text]),
            Some(Degree::Full) => fill(self.degree_full(), &[text]),
            None => text.into(),
        }
    }

    /// What sort of statement an event without a stage is; nothing of those that need no word.
    #[must_use]
    pub fn event(self, kind: EventKind) -> &'a str {
        let kind = (kind as usize).checked_sub(EventKind::Achievement as usize);
        kind.map_or("", |kind| at(self.0, InPlan::event_achievement as usize + kind))
    }

    /// What kind a goal is.
    #[must_use]
    pub fn goal(self, kind: GoalKind) -> &'a str {
        at(self.0, InPlan::goal_article as usize + kind as usize)
    }

    /// What kind a figure is.
    #[must_use]
    pub fn figure_kind(self, kind: FigureKind) -> &'a str {
        at(self.0, InPlan::figure_result as usize + kind as usize)
    }
}

impl<'a> ProgressWords<'a> {
    /// What a status is called.
    #[must_use]
    pub fn name(self, status: Status) -> &'a str {
        at(self.0, InProgress::reached as usize + status as usize)
    }

    /// What a rule is called.
    #[must_use]
    pub fn rule(self, rule: Rule) -> &'a str {
        at(self.0, InProgress::growth as usize + rule as usize)
    }

    /// Why a measure can't be compared.
    pub(super) fn reason(self, reason: Reason) -> &'a str {
        at(self.0, InProgress::no_baseline as usize + reason as usize)
    }
}

/// What stands before and behind the first of a character of ASCII: `split_once` is written for speed, and larger.
#[inline(never)]
pub fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == at)?;
    Some((&text[..at], &text[at + 1..]))
}

/// Texts with the same between them: `join` of `core` is written for speed, and larger.
#[inline(never)]
#[must_use]
pub fn joined(texts: &[impl AsRef<str>], between: &str) -> String {
    let mut joined = String::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            joined += between;
        }
        joined += text.as_ref();
    }
    joined
}

/// `sentence` with its holes filled by `values`.
///
/// `format!` would do, and would bring the whole of `core::fmt` into the browser's module.
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    expand(sentence, 0, &mut |hole, _, filled| filled.push_str(values.get(hole).unwrap_or(&"")))
}

/// One of the forms of `sentence`, or all that there is of it, with `value` called for each hole: its number, and its
/// grammatical case (`'0'` is the first) or another letter, `'}'` where it has none.
#[inline(never)]
pub(crate) fn expand(sentence: &str, form: u8, value: &mut dyn FnMut(usize, char, &mut String)) -> String {
    let mut filled = String::new();
    let mut at = if sentence.chars().any(|c| c == FORMS) { 0 } else { form };
    let mut hole = None;
    let mut case = '}';
    for c in sentence.chars() {
        match (c, hole) {
            (FORMS, _) => at += 1,
            _ if at != form => (),
            ('{', _) => hole = Some(usize::MAX),
            ('}', Some(number)) => {
                value(number, case, &mut filled);
                (hole, case) = (None, '}');
            }
            (_, Some(usize::MAX)) => hole = Some(c as usize % 16),
            (_, Some(_)) => case = c,
            _ => filled.push(c),
        }
    }
    filled
}
