//! Every word of the widgets that is not the plan's, in each language.
//!
//! A language is a value of [`Words`]: a word without its translation does not compile.

use crate::model::Lang;

/// The interface's words in one language. `{}` in a sentence is a hole for [`fill`].
pub struct Words {
    /// Heading of the glossary.
    pub glossary: &'static str,
    /// Label of the search box.
    pub search: &'static str,
    /// What the search box takes, shown in it while empty.
    pub search_hint: &'static str,
    /// Button that empties the search box.
    pub clear: &'static str,
    /// How many terms there are: a number.
    pub terms: &'static str,
    /// How many terms are found, and how many there are: two numbers.
    pub found: &'static str,
    /// Nothing is found: the query.
    pub none: &'static str,
    /// Label of the list of what a term stands for: the term.
    pub stands_for: &'static str,
    /// The plan has no terms.
    pub empty: &'static str,
    /// Heading of the timeline.
    pub timeline: &'static str,
    /// Label of the timeline's search box.
    pub search_items: &'static str,
    /// How many items there are: a number.
    pub items: &'static str,
    /// How many items are found, and how many there are: two numbers.
    pub items_found: &'static str,
    /// No item is found.
    pub none_found: &'static str,
    /// The plan has no events.
    pub no_items: &'static str,
    /// Button that takes all filters away.
    pub clear_filters: &'static str,
    /// Between items of a list.
    pub comma: &'static str,
    /// Label of the layouts, and their names.
    pub layout: &'static str,
    /// The list.
    pub list: &'static str,
    /// The lanes.
    pub lanes: &'static str,
    /// The story.
    pub story: &'static str,
    /// Label of the legend.
    pub stage: &'static str,
    /// For each facet its label and the choice of everything.
    pub facets: [(&'static str, &'static str); 4],
    /// Label of the zoom's buttons.
    pub zoom: &'static str,
    /// Shows more of the axis.
    pub zoom_out: &'static str,
    /// Shows less of it.
    pub zoom_in: &'static str,
    /// Shows all of it.
    pub zoom_all: &'static str,
    /// Label of the slider along the axis.
    pub along: &'static str,
    /// A year: a number.
    pub year: &'static str,
    /// A year before the first: a number.
    pub year_before: &'static str,
    /// The months.
    pub months: [&'static str; 12],
    /// Name of the lane of items without a topic.
    pub no_topic: &'static str,
    /// Button that opens a lane.
    pub more: &'static str,
    /// Button that closes a lane.
    pub fewer: &'static str,
    /// A count of items that have no room: a number.
    pub hidden: &'static str,
    /// To the item before.
    pub back: &'static str,
    /// To the next item.
    pub on: &'static str,
    /// How far the story is: two numbers.
    pub of: &'static str,
    /// Label of how far the story is.
    pub progress: &'static str,
    /// Link to an item that is copied.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
}

static ZH: Words = Words {
    glossary: "名词解释",
    search: "搜索词条",
    search_hint: "词语、拼音或首字母",
    clear: "清除搜索",
    terms: "共 {} 条",
    found: "找到 {} 条，共 {} 条",
    none: "没有与“{}”相符的词条。",
    stands_for: "“{}”所指",
    empty: "这份规划没有名词解释。",
    timeline: "时间线",
    search_items: "搜索事项",
    items: "共 {} 项",
    items_found: "找到 {} 项，共 {} 项",
    none_found: "没有同时符合这些条件的事项。",
    no_items: "这份规划没有可列入时间线的事项。",
    clear_filters: "清除全部条件",
    comma: "，",
    layout: "版式",
    list: "列表",
    lanes: "时间轴",
    story: "逐项",
    stage: "进度",
    facets: [("主题", "全部主题"), ("进度", ""), ("时期", "全部时期"), ("条文", "全部条文")],
    zoom: "缩放",
    zoom_out: "缩小",
    zoom_in: "放大",
    zoom_all: "全部时间",
    along: "沿时间轴移动",
    year: "{}年",
    year_before: "公元前{}年",
    months: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
    no_topic: "其他",
    more: "展开",
    fewer: "收起",
    hidden: "另有 {} 项",
    back: "上一项",
    on: "下一项",
    of: "{} / {}",
    progress: "进展",
    copy: "复制链接",
    copied: "链接已复制",
};

static EN: Words = Words {
    glossary: "Glossary",
    search: "Search the terms",
    search_hint: "Word, pinyin or initials",
    clear: "Clear the search",
    terms: "Terms: {}",
    found: "Terms found: {} of {}",
    none: "No term matches “{}”.",
    stands_for: "What “{}” stands for",
    empty: "This plan explains no terms.",
    timeline: "Timeline",
    search_items: "Search the items",
    items: "Items: {}",
    items_found: "Items found: {} of {}",
    none_found: "No item meets all of these conditions.",
    no_items: "This plan has no items for a timeline.",
    clear_filters: "Clear all conditions",
    comma: ", ",
    layout: "Layout",
    list: "List",
    lanes: "Lanes",
    story: "Story",
    stage: "Stage",
    facets: [("Topic", "All topics"), ("Stage", ""), ("Period", "All periods"), ("Article", "All articles")],
    zoom: "Zoom",
    zoom_out: "Zoom out",
    zoom_in: "Zoom in",
    zoom_all: "All years",
    along: "Move along the time axis",
    year: "{}",
    year_before: "{} BC",
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    no_topic: "Other",
    more: "Show all",
    fewer: "Show fewer",
    hidden: "{} more",
    back: "Previous",
    on: "Next",
    of: "{} of {}",
    progress: "Progress",
    copy: "Copy link",
    copied: "Link copied",
};

/// The words of `lang`. Not inlined: else each use of a word would be a choice of two.
#[must_use]
#[inline(never)]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

/// The words of the glossary and of pop-ups in one language, beside [`Words`].
pub struct GlossaryWords {
    /// Label of the order.
    pub sort: &'static str,
    /// The orders, in that of [`GlossarySort::ALL`](super::glossary::GlossarySort::ALL).
    pub sorts: [&'static str; 2],
    /// Button that shows more terms: how many, and how many are left.
    pub show_more: &'static str,
    /// Before the passages that use a term.
    pub used_in: &'static str,
    /// Before the terms that one leads on to.
    pub related: &'static str,
    /// Button that closes a pop-up.
    pub close: &'static str,
    /// Link to the whole glossary.
    pub whole: &'static str,
}

static GLOSSARY_ZH: GlossaryWords = GlossaryWords {
    sort: "排序",
    sorts: ["按规划顺序", "按拼音"],
    show_more: "再显示 {} 条（还有 {} 条）",
    used_in: "见于",
    related: "相关",
    close: "关闭",
    whole: "全部名词",
};

static GLOSSARY_EN: GlossaryWords = GlossaryWords {
    sort: "Order",
    sorts: ["As in the plan", "A to Z"],
    show_more: "Show {} more of {}",
    used_in: "Used in",
    related: "Related",
    close: "Close",
    whole: "Whole glossary",
};

/// The words of the glossary in `lang`.
#[must_use]
#[inline(never)]
pub fn glossary_words(lang: Lang) -> &'static GlossaryWords {
    match lang {
        Lang::Zh => &GLOSSARY_ZH,
        Lang::En => &GLOSSARY_EN,
    }
}

/// The words of goals' cards in one language, beside [`Words`].
pub struct GoalWords {
    /// Heading of the goals.
    pub goals: &'static str,
    /// Label of the goals' search box.
    pub search_goals: &'static str,
    /// What their search box takes, shown in it while empty.
    pub goal_hint: &'static str,
    /// How many goals there are: a number.
    pub goals_all: &'static str,
    /// How many goals are found, and how many there are: two numbers.
    pub goals_found: &'static str,
    /// How many projects they have, and how many in each stage: a number and a list. It goes on after their number.
    pub tally: &'static str,
    /// No goal is found.
    pub no_goal_found: &'static str,
    /// The plan has no goals.
    pub no_goals: &'static str,
    /// For each facet of goals its label and the choice of everything.
    pub goal_facets: [(&'static str, &'static str); 6],
    /// Label of what goals are put under.
    pub group: &'static str,
    /// What they are put under, in the order of [`GoalGroup::ALL`](super::goals::GoalGroup::ALL).
    pub groups: [&'static str; 3],
    /// Heading of goals without a topic or a part.
    pub no_group: &'static str,
    /// Label of the order.
    pub sort: &'static str,
    /// The orders, in that of [`GoalSort::ALL`](super::goals::GoalSort::ALL).
    pub orders: [&'static str; 3],
    /// Label of the legend, whose numbers are of goals and not of projects.
    pub legend: &'static str,
    /// Label of what is to be done.
    pub measures: &'static str,
    /// Label of projects.
    pub projects: &'static str,
    /// Label of further figures.
    pub more_figures: &'static str,
    /// Label of figures that say what was reached before.
    pub past_figures: &'static str,
    /// A count of measures: a number.
    pub count_measures: &'static str,
    /// A count of projects: a number.
    pub count_projects: &'static str,
    /// A count of figures that the closed card doesn't show: a number.
    pub count_figures: &'static str,
    /// What a card opens where it has none of these.
    pub details: &'static str,
    /// Label of departments.
    pub department: &'static str,
    /// Label of terms.
    pub terms_of: &'static str,
    /// The source of a goal: the plan's title and the article.
    pub cited: &'static str,
    /// Button that copies a goal with its source.
    pub copy_text: &'static str,
    /// It was copied.
    pub copied_text: &'static str,
    /// There is no clipboard to copy to.
    pub not_copied: &'static str,
    /// Button that shows more goals: how many, and how many are left.
    pub show_more: &'static str,
    /// A label, and what it is of.
    pub labelled: &'static str,
    /// Heading of progress that the page supplies.
    pub reported: &'static str,
    /// Where it comes from.
    pub reported_by: &'static str,
    /// How it was found.
    pub method: &'static str,
}

static GOALS_ZH: GoalWords = GoalWords {
    goals: "目标",
    search_goals: "搜索目标",
    goal_hint: "目标、举措、项目或数字",
    goals_all: "共 {} 个目标",
    goals_found: "找到 {} 个目标，共 {} 个",
    tally: "；项目 {} 个：{}",
    no_goal_found: "没有同时符合这些条件的目标。",
    no_goals: "这份规划没有写明目标。",
    goal_facets: [
        ("主题", "全部主题"),
        ("项目进度", ""),
        ("条文", "全部条文"),
        ("部分", "全部部分"),
        ("部门（按职责推断）", "全部部门"),
        ("类别", "全部类别"),
    ],
    group: "分组",
    groups: ["不分组", "按主题", "按规划的部分"],
    no_group: "其他",
    sort: "排序",
    orders: ["按规划的顺序", "项目多的在前", "数字多的在前"],
    legend: "有此类项目的目标",
    measures: "举措",
    projects: "项目",
    more_figures: "更多数字",
    past_figures: "此前的成果与位次",
    count_measures: "举措 {} 项",
    count_projects: "项目 {} 个",
    count_figures: "数字 {} 个",
    details: "详情",
    department: "部门",
    terms_of: "名词",
    cited: "出处：{}，{}",
    copy_text: "复制文字与出处",
    copied_text: "已复制",
    not_copied: "无法写入剪贴板，请选中文字后复制",
    show_more: "再显示 {} 个（还有 {} 个）",
    labelled: "{}：{}",
    reported: "进展（由本页提供，并非规划内容）",
    reported_by: "来源：",
    method: "统计方法",
};

static GOALS_EN: GoalWords = GoalWords {
    goals: "Goals",
    search_goals: "Search the goals",
    goal_hint: "Goal, measure, project or figure",
    goals_all: "Goals: {}",
    goals_found: "Goals found: {} of {}",
    tally: "; projects: {} ({})",
    no_goal_found: "No goal meets all of these conditions.",
    no_goals: "This plan states no goals.",
    goal_facets: [
        ("Topic", "All topics"),
        ("Stage of projects", ""),
        ("Article", "All articles"),
        ("Part", "All parts"),
        ("Department (inferred)", "All departments"),
        ("Kind", "All kinds"),
    ],
    group: "Group",
    groups: ["No groups", "By topic", "By part of the plan"],
    no_group: "Other",
    sort: "Order",
    orders: ["As in the plan", "Most projects first", "Most figures first"],
    legend: "Goals that have projects",
    measures: "Measures",
    projects: "Projects, each with the plan’s own verb",
    more_figures: "More figures",
    past_figures: "Results and ranks before",
    count_measures: "Measures: {}",
    count_projects: "Projects: {}",
    count_figures: "Figures: {}",
    details: "Details",
    department: "Department",
    terms_of: "Terms",
    cited: "Source: {}, {}",
    copy_text: "Copy text and source",
    copied_text: "Copied",
    not_copied: "There is no clipboard to write to: select the text and copy it",
    show_more: "Show {} more ({} left)",
    labelled: "{}: {}",
    reported: "Progress (supplied by this page, not by the plan)",
    reported_by: "Source: ",
    method: "Method",
};

/// The words of goals' cards in `lang`.
#[must_use]
#[inline(never)]
pub fn goal_words(lang: Lang) -> &'static GoalWords {
    match lang {
        Lang::Zh => &GOALS_ZH,
        Lang::En => &GOALS_EN,
    }
}

/// The words of view models in one language: they stand in a [`TimelineView`] when it comes to a page.
///
/// [`TimelineView`]: super::timeline::TimelineView
pub struct BuildWords {
    /// A stage, in the order of [`Stage::ALL`](crate::model::Stage::ALL).
    pub stages: [&'static str; 6],
    /// An event without a stage, in the order of [`EventKind::ALL`](crate::model::EventKind::ALL).
    pub kinds: [&'static str; 10],
    /// A goal, in the order of [`GoalKind::ALL`](crate::model::GoalKind::ALL).
    pub goals: [&'static str; 4],
    /// A figure, in the order of [`FigureKind::ALL`](crate::model::FigureKind::ALL).
    pub figures: [&'static str; 5],
    /// Label of a time.
    pub when: &'static str,
    /// Label of a stage.
    pub stage: &'static str,
    /// A stage; the verb of the plan that shows it follows.
    pub verb: &'static str,
    /// Label of a quantity.
    pub figure: &'static str,
    /// Label of a goal that is served.
    pub goal: &'static str,
    /// That there are more of them than are said.
    pub and_more: &'static str,
    /// Label of another time by when a goal is to be reached.
    pub horizon: &'static str,
    /// Label of a term.
    pub term: &'static str,
    /// Label of a citation.
    pub cite: &'static str,
    /// A passage and its title.
    pub article: &'static str,
    /// What is measured, and the quantity.
    pub measured: &'static str,
    /// A wording, and what it means.
    pub beside: &'static str,
    /// Between items of a list.
    pub comma: &'static str,
    /// That a department was inferred.
    pub inferred: &'static str,
    /// That the plan gives a goal no number.
    pub unmeasured: &'static str,
    /// A number and its unit.
    pub quantity: &'static str,
    /// The time that a report holds for.
    pub as_of: &'static str,
    /// Where something began.
    pub baseline: &'static str,
    /// Where it is to lead.
    pub target: &'static str,
    /// When newer numbers were to come.
    pub overdue: &'static str,
    /// No time is stated.
    pub timeless: &'static str,
}

static TELLING_ZH: BuildWords = BuildWords {
    stages: ["已完成", "计划完成", "启动", "加快推进", "争取", "谋划"],
    kinds: ["", "", "", "成果", "预计", "推进中", "完成", "启动", "主要目标", "远景目标"],
    goals: ["条文目标", "总体目标", "主要目标", "远景目标"],
    figures: ["成果", "预计", "目标", "规模", "位次"],
    when: "时间",
    stage: "进度",
    verb: "{}，规划原文：",
    figure: "数字",
    goal: "服务于",
    and_more: "还有更多",
    horizon: "另一期限",
    term: "名词",
    cite: "出处",
    article: "{}　{}",
    measured: "{}：{}",
    beside: "{}（{}）",
    comma: "，",
    inferred: "按职责推断",
    unmeasured: "规划没有写明要达到的数字。",
    quantity: "{}{}",
    as_of: "截至{}",
    baseline: "起点",
    target: "目标值",
    overdue: "数据可能已过时：原定{}更新。",
    timeless: "规划未写明时间",
};

static TELLING_EN: BuildWords = BuildWords {
    stages: ["Done", "To be finished", "Start", "Speed up", "Strive for", "Plan"],
    kinds: [
        "",
        "",
        "",
        "Result",
        "Forecast",
        "Under way",
        "Completion",
        "Start",
        "Main objective",
        "Long-range vision",
    ],
    goals: ["Goal of an article", "Overall aim", "Main objective", "Long-range vision"],
    figures: ["result", "forecast", "target", "scale", "rank"],
    when: "When",
    stage: "Stage",
    verb: "{}, in the plan’s words:",
    figure: "Figure",
    goal: "Serves",
    and_more: "and more",
    horizon: "Also",
    term: "Term",
    cite: "Source",
    article: "{}: {}",
    measured: "{}: {}",
    beside: "{} ({})",
    comma: ", ",
    inferred: "inferred from its remit",
    unmeasured: "The plan states no number to reach.",
    quantity: "{} {}",
    as_of: "as of {}",
    baseline: "Baseline",
    target: "Target",
    overdue: "This may be out of date: an update was due {}.",
    timeless: "The plan states no time",
};

/// The words of view models in `lang`.
#[must_use]
pub fn build_words(lang: Lang) -> &'static BuildWords {
    match lang {
        Lang::Zh => &TELLING_ZH,
        Lang::En => &TELLING_EN,
    }
}

/// `sentence` with its holes filled by `values`, in order.
///
/// `format!` would do, and would bring the whole of `core::fmt` into the browser's module.
#[must_use]
pub fn fill(sentence: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    let mut filled = String::new();
    for c in sentence.chars() {
        match c {
            '{' => filled.push_str(values.next().unwrap_or(&"")),
            '}' => (),
            _ => filled.push(c),
        }
    }
    filled
}
