//! Which words view models are made with, and stand in them as texts.

use super::{CommonWords, Key, at};

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
        /// How many projects are linked to no goal, behind the notice of a deck.
        no_goal(notice, count);
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
