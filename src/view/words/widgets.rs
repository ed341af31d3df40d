//! Which words widgets have, and the menu of what readers take away.

use super::{Key, at};

/// That a list begins with the words of every widget.
const COMMON: () = ();

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
