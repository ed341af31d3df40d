//! `<plan-goal-card>` and `<plan-goal-deck>`.

use yew::{AttrValue, Callback};

use crate::{
    attributes::{
        ARTICLE, COLOR_SCHEME, CONTROLS, DEEP_LINK, HEADING, HEADING_LEVEL, HEADING_TEXT, LANG, LIMIT, MENU,
        MODEL, PLACE, QUERY, ROOT, SEARCH, SEARCH_INPUT, SRC, STAGE, THEME, TOPIC, facet, heading_level,
        picked,
    },
    reader::Reader,
    spec::{Attribute, Element, Emits, Kind, named, say},
    widget::{Frame, Shown, Widget},
};
#[cfg(feature = "mount")]
use crate::{
    js::object,
    widget::{Emit, id},
};
use plan_widgets::{
    Arrangement, Controls, DeckView, Filtered, GoalDeck, GoalDeckProps, GoalFilter, GoalGroup, GoalId,
    GoalLayout, GoalSort, Reports, Selection, Source, Variant, model::Choice,
};
#[cfg(feature = "prerender")]
use plan_widgets::{
    Plan, Progress,
    view::{
        progress::{Platform, with_progress},
        summary::Summary,
        words::Language,
    },
};

/// The parts of an element that has cards in it: its own, and those of a card.
macro_rules! with_card {
    [$($own:expr),* $(,)?] => {
        &[
            $($own,)*
                named("goal", "一个目标", "a goal"),
                named("field", "主题和类别", "its topic and kind"),
                named("goal-title", "目标的名称", "its title"),
                named("horizon", "期限", "a time by when"),
                named("summary", "概要", "its summary"),
                named("figure", "一个数字", "a figure with what it measures"),
                named("value", "数字本身，连同单位", "the figure itself, with its unit"),
                named("unmeasured", "规划没有写明数字的说明", "that the plan states no number"),
                named("stages", "各进度的项目数", "how many projects are in each stage"),
                named("progress-report", "本页提供的进展", "progress that the page supplies"),
                named("standing", "一项进展", "a report"),
                named("course", "各期数值的折线", "the line of a series"),
                named("status-name", "状态", "a status"),
                named("more", "举措、项目等", "measures, projects and the rest"),
                named("measure", "一项举措", "a measure"),
                named("project", "一个项目", "a project"),
                named("cite", "出处", "its source"),
        ]
    };
}

/// The rank of a card's heading.
pub const CARD_HEADING_LEVEL: Attribute = heading_level("3");

/// The parts of the plan shown.
pub const CHAPTER: Attribute = facet(
    "chapter",
    say(
        "只显示规划的这些部分：编号，以空格分隔。",
        "Shows only the goals of these parts of the plan: ids separated by spaces.",
    ),
);

/// The departments shown.
pub const DEPARTMENT: Attribute = facet(
    "department",
    say(
        "只显示这些部门的目标：编号，以空格分隔；部门按职责推断，规划没有写明。",
        "Shows only the goals of these departments: ids separated by spaces. The plan names none: they are inferred.",
    ),
);

/// The kinds of goals shown.
pub const KIND: Attribute = facet(
    "kind",
    say(
        "只显示这几类目标：article、overall、objective、vision，以空格分隔。",
        "Shows only these kinds of goals, separated by spaces: article, overall, objective, vision.",
    ),
);

/// The statuses shown.
pub const STATUS: Attribute = facet(
    "status",
    say(
        "只显示处于这些状态的目标：reached、on-track、behind、not-comparable、no-data，以空格分隔；有进展数据及其状态时才起作用。",
        "Shows only goals of these statuses, separated by spaces: reached, on-track, behind, not-comparable, no-data. Has an effect only if the progress has statuses.",
    ),
);

/// How goals are shown.
pub const LAYOUT: Attribute = Attribute {
    name: "layout",
    kind: Kind::Choice(GoalLayout::NAMES),
    default: say("cards", "cards"),
    about: say(
        "卡片（cards）或表格（table）；有进展数据时才有表格。读者切换时随之更新。",
        "Cards, or a table, which there is where progress is given. Follows what the reader selects.",
    ),
};

/// What goals are put under.
pub const GROUP: Attribute = Attribute {
    name: "group",
    kind: Kind::Choice(GoalGroup::NAMES),
    default: say("none", "none"),
    about: say(
        "分组：不分（none）、按主题（topic）、按规划的部分（chapter）。读者切换时随之更新。",
        "Puts goals under topics or parts of the plan, or nothing. Follows what the reader selects.",
    ),
};

/// The order of goals.
pub const SORT: Attribute = Attribute {
    name: "sort",
    kind: Kind::Choice(GoalSort::NAMES),
    default: say("plan", "plan"),
    about: say(
        "排序：按规划的顺序（plan）、项目多的在前（projects）、数字多的在前（figures）。读者切换时随之更新。",
        "The plan's order, most projects first, or most figures first. Follows what the reader selects.",
    ),
};

/// How much of a card is shown.
pub const CARD_VARIANT: Attribute = variant("full");

/// How much of a deck's cards is shown.
pub const DECK_VARIANT: Attribute = variant("compact");

/// What else is shown of a goal.
pub const SHOWS: &[&str] = &["departments"];

/// What else is shown of a goal.
pub const SHOW: Attribute = Attribute {
    name: "show",
    kind: Kind::Choice(SHOWS),
    default: say("无", "nothing"),
    about: say(
        "departments：也显示部门，并注明是推断。",
        "departments: shows departments as well, marked as inferred.",
    ),
};

/// The goal of a card.
pub const CARD_GOAL: Attribute = Attribute {
    name: "goal",
    kind: Kind::Goal,
    default: say("必填", "required"),
    about: say("目标的编号。", "Id of the goal."),
};

/// The goals picked by hand.
pub const GOALS: Attribute = picked(
    "goals",
    say(
        "只显示这些目标，并按这个顺序：编号，以空格分隔。",
        "Shows these goals only, in this order: ids separated by spaces.",
    ),
);

/// The selected goal.
pub const GOAL: Attribute = Attribute {
    name: "goal",
    kind: Kind::Goal,
    default: say("无", "none"),
    about: say(
        "选中目标的编号；读者选择时随之更新。",
        "Id of the selected goal; follows what the reader selects.",
    ),
};

/// The selected project.
pub const PROJECT: Attribute = Attribute {
    name: "project",
    kind: Kind::Project,
    default: say("无", "none"),
    about: say(
        "选中项目的编号；读者选择时随之更新。没有选中的目标时，打开第一个有此项目的目标；选中的目标没有这个项目时，不选项目。",
        "Id of the selected project; follows what the reader selects. Without a selected goal, opens the first one that it serves; a selected goal that it doesn't serve leaves it out.",
    ),
};

/// What the page reports of progress.
pub const PROGRESS: Attribute = Attribute {
    name: "progress",
    kind: Kind::Json,
    default: say("无", "none"),
    about: say(
        "进展数据（JSON）的地址；作为 JavaScript 属性也可直接赋对象。规划本身没有进展数据，由页面提供，须注明来源和日期。",
        "Address of progress in JSON; the property takes an object as well. The plan has none: the page supplies it, with source and date.",
    ),
};

const LINKED_CARD: Attribute = Attribute {
    name: "deep-link",
    kind: Kind::Text,
    default: say("无", "none"),
    about: say(
        "给目标一个链接（#goal=…），从链接来时滚动到这张卡片。",
        "Gives the goal a link (#goal=…), which scrolls to this card.",
    ),
};

const fn variant(default: &'static str) -> Attribute {
    Attribute {
        name: "variant",
        kind: Kind::Choice(Variant::NAMES),
        default: say(default, default),
        about: say(
            "完整（full），或先显示要点、点开看其余（compact）。",
            "All of a goal (full), or what matters first and the rest when it is opened (compact).",
        ),
    }
}

/// One goal, as an element.
pub struct GoalCard;

/// The callbacks of goals.
#[derive(Default)]
pub struct Callbacks {
    onfilter: Callback<Filtered<GoalFilter>>,
    onselect: Callback<Selection>,
    onarrange: Callback<Arrangement>,
    oncopy: Callback<AttrValue>,
    onmenu: Callback<Vec<usize>>,
    onready: Callback<()>,
}

impl Callbacks {
    #[cfg(feature = "mount")]
    fn new(emit: &Emit) -> Self {
        Callbacks {
            onfilter: emit.filtered(),
            onselect: emit.callback("plan-select", |Selection { goal, project, item }: Selection| {
                object(&[
                    ("goal", id(goal.as_deref())),
                    ("project", id(project.as_deref())),
                    ("item", id(item.as_deref())),
                ])
            }),
            onarrange: emit.callback("plan-layout", |Arrangement { group, sort, layout }: Arrangement| {
                object(&[
                    ("group", group.name().into()),
                    ("sort", sort.name().into()),
                    ("layout", layout.name().into()),
                ])
            }),
            oncopy: emit.callback("plan-copy", |text: AttrValue| object(&[("text", (&*text).into())])),
            onmenu: emit.menu(),
            onready: emit.ready(),
        }
    }
}

impl Widget for GoalCard {
    const ELEMENT: Element = Element {
        tag: "plan-goal-card",
        class: "PlanGoalCard",
        widget: "goal-card",
        data: "goals",
        view: "deckView",
        whole: None,
        needs: Some("goal"),
        about: say(
            "一个目标：期限、概要、数字、举措、项目和出处。",
            "One goal: by when, what it means, its figures, measures, projects and source.",
        ),
        attributes: &[
            &SRC,
            &LANG,
            &CARD_GOAL,
            &CARD_VARIANT,
            &SHOW,
            &PROJECT,
            &PROGRESS,
            &LINKED_CARD,
            &CARD_HEADING_LEVEL,
            &COLOR_SCHEME,
            &THEME,
        ],
        events: &[
            Emits { event: "plan-select", writes: &[&PROJECT] },
            Emits { event: "plan-copy", writes: &[] },
            Emits { event: "plan-take", writes: &[] },
        ],
        item: Some(&CARD_GOAL),
        properties: &[&MODEL],
        parts: with_card![ROOT, MENU],
    };

    type View = DeckView;
    type Component = GoalDeck;
    type Callbacks = Callbacks;

    #[cfg(feature = "mount")]
    fn callbacks(emit: &Emit) -> Callbacks {
        Callbacks::new(emit)
    }

    fn props<'a>(shown: Shown<'a, '_, DeckView, Callbacks>, read: &mut Reader<'a>) -> Option<GoalDeckProps> {
        let Shown { view, source, callbacks, frame } = shown;
        let goals = || view.cards.iter().map(|card| &*card.id);
        let only = read.needed(const { CARD_GOAL.key() }, goals)?;
        Some(props(view, source, callbacks, frame, read, Some(only)))
    }

    #[cfg(feature = "prerender")]
    fn reported(view: &DeckView, progress: &Progress) -> Option<DeckView> {
        Some(with_progress(progress, view, &Language::of(&view.lang), Platform::default()))
    }

    #[cfg(feature = "prerender")]
    fn about(plan: &Plan, view: &DeckView, props: &GoalDeckProps) -> (Summary, serde_json::Value) {
        let id = props.only.as_deref().unwrap_or_default();
        match view.cards.iter().find(|card| *card.id == *id).zip(plan.goals.find(id)) {
            Some((card, goal)) => {
                (Summary::of_goal(view, card), crate::render::data::goal(plan, goal, &props.lang))
            }
            None => GoalDeck::about(plan, view, props),
        }
    }
}

impl Widget for GoalDeck {
    const ELEMENT: Element = Element {
        tag: "plan-goal-deck",
        class: "PlanGoalDeck",
        widget: "goal-deck",
        data: "goals",
        view: "deckView",
        whole: None,
        needs: None,
        about: say(
            "规划的目标：可筛选、分组的卡片。",
            "The plan's goals as cards that can be filtered and grouped.",
        ),
        attributes: &[
            &SRC,
            &LANG,
            &DECK_VARIANT,
            &QUERY,
            &TOPIC,
            &STAGE,
            &ARTICLE,
            &CHAPTER,
            &DEPARTMENT,
            &KIND,
            &PLACE,
            &STATUS,
            &GROUP,
            &SORT,
            &LAYOUT,
            &SHOW,
            &GOALS,
            &LIMIT,
            &GOAL,
            &PROJECT,
            &PROGRESS,
            &DEEP_LINK,
            &HEADING_TEXT,
            &HEADING_LEVEL,
            &CONTROLS,
            &COLOR_SCHEME,
            &THEME,
        ],
        events: &[
            Emits { event: "plan-layout", writes: &[&GROUP, &SORT, &LAYOUT] },
            Emits {
                event: "plan-filter",
                writes: &[&QUERY, &TOPIC, &STAGE, &ARTICLE, &CHAPTER, &DEPARTMENT, &KIND, &PLACE, &STATUS],
            },
            Emits { event: "plan-select", writes: &[&GOAL, &PROJECT] },
            Emits { event: "plan-copy", writes: &[] },
            Emits { event: "plan-take", writes: &[] },
        ],
        item: Some(&GOAL),
        properties: &[&MODEL],
        parts: with_card![
            ROOT,
            MENU,
            HEADING,
            SEARCH,
            SEARCH_INPUT,
            named("filters", "窄处展开筛选的按钮", "the button of the filters where there is little room"),
            named("facets", "筛选", "the filters"),
            named("legend", "图例，也是进度的筛选", "the legend, which filters stages"),
            named("account", "进展由谁提供", "whose account progress is"),
            named("goals", "卡片列表", "the list of cards"),
            named("table", "表格", "the table"),
            named("rest", "显示更多的按钮", "the button that shows more"),
            named("unbound", "未涉及任何卡片的数据", "what is reported of none of the cards"),
            named("group-title", "分组的标题", "a heading of the list"),
        ],
    };

    type View = DeckView;
    type Component = GoalDeck;
    type Callbacks = Callbacks;

    #[cfg(feature = "mount")]
    fn callbacks(emit: &Emit) -> Callbacks {
        Callbacks::new(emit)
    }

    fn props<'a>(shown: Shown<'a, '_, DeckView, Callbacks>, read: &mut Reader<'a>) -> Option<GoalDeckProps> {
        let Shown { view, source, callbacks, frame } = shown;
        Some(props(view, source, callbacks, frame, read, None))
    }

    #[cfg(feature = "prerender")]
    fn reported(view: &DeckView, progress: &Progress) -> Option<DeckView> {
        Some(with_progress(progress, view, &Language::of(&view.lang), Platform::default()))
    }

    #[cfg(feature = "prerender")]
    fn about(plan: &Plan, view: &DeckView, props: &GoalDeckProps) -> (Summary, serde_json::Value) {
        let summary = Summary::of_goals(view, &props.goals, &props.default_filter);
        let data = crate::render::data::collection(plan, &summary);
        (summary, data)
    }
}

/// What a card and a deck have in common; a card is of one goal.
fn props<'a>(
    view: &'a DeckView,
    source: Source<DeckView>,
    callbacks: &Callbacks,
    frame: Frame,
    read: &mut Reader<'a>,
    only: Option<GoalId>,
) -> GoalDeckProps {
    let goals = || view.cards.iter().map(|card| &*card.id);
    let projects = || view.cards.iter().flat_map(|card| &card.projects).map(|work| &*work.id);
    let (variant, rank) = if only.is_some() { (Variant::Full, 3) } else { (Variant::Compact, 2) };
    let goal = if only.is_some() { None } else { read.id(const { GOAL.key() }, goals) };
    GoalDeckProps {
        goals: if only.is_some() { Vec::new() } else { read.ids(const { GOALS.key() }, goals) },
        limit: if only.is_some() { 0 } else { read.count(const { LIMIT.key() }) },
        heading: if only.is_some() { None } else { read.heading() },
        controls: if only.is_some() { Controls::AUTO } else { read.controls() },
        lang: view.lang.clone(),
        only,
        filter: None,
        default_filter: read.filter(&view.facets),
        arrangement: None,
        default_arrangement: Arrangement {
            group: read.choice(const { GROUP.key() }).unwrap_or_default(),
            sort: read.choice(const { SORT.key() }).unwrap_or_default(),
            layout: read.choice(const { LAYOUT.key() }).unwrap_or_default(),
        },
        selection: None,
        default_selection: Selection {
            goal,
            project: read.id(const { PROJECT.key() }, projects),
            item: None,
        },
        printing: Some(frame.print),
        default_open: frame.open(),
        variant: read.choice(const { CARD_VARIANT.key() }).unwrap_or(variant),
        progress: Reports::default(),
        departments: read.text(const { SHOW.key() }).is_some(),
        link_prefix: frame.link_prefix,
        heading_level: read.whole(const { HEADING_LEVEL.key() }).unwrap_or(rank),
        color_scheme: read.choice(const { COLOR_SCHEME.key() }),
        theme: read.choice(const { THEME.key() }),
        liveness: frame.liveness,
        render_goal: None,
        class: None,
        id: None,
        node_ref: None,
        onfilter: callbacks.onfilter.clone(),
        onselect: callbacks.onselect.clone(),
        onarrange: callbacks.onarrange.clone(),
        oncopy: Some(callbacks.oncopy.clone()),
        onmenu: Some(callbacks.onmenu.clone()),
        onready: callbacks.onready.clone(),
        plan: source,
    }
}
