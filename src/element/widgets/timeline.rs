//! `<plan-timeline>`.

use yew::Callback;

use crate::{
    attributes::{
        ARTICLE, COLOR_SCHEME, CONTROLS, DEEP_LINK, HEADING, HEADING_LEVEL, HEADING_TEXT, LANG, LIMIT, MENU,
        MODEL, PLACE, QUERY, ROOT, SEARCH, SEARCH_INPUT, SRC, STAGE, THEME, TOPIC, facet, picked,
    },
    reader::Reader,
    spec::{Attribute, Element, Emits, Kind, named, say},
    widget::{Shown, Widget},
};
#[cfg(feature = "mount")]
use crate::{
    js::object,
    widget::{Emit, id},
};
use plan_widgets::{
    Filtered, Layout, Selection, Timeline, TimelineFilter, TimelineProps, TimelineScope, TimelineSort,
    TimelineView, Undated, model::Choice,
};
#[cfg(feature = "prerender")]
use plan_widgets::{Plan, view::summary::Summary};

/// How the timeline is laid out.
pub const LAYOUT: Attribute = Attribute {
    name: "layout",
    kind: Kind::Choice(Layout::NAMES),
    default: say("auto", "auto"),
    about: say(
        "版式：列表（list）、时间轴（lanes）、逐项（story）；auto 随容器宽度在前两者中选择。读者切换时随之更新。",
        "List, lanes, or story; auto takes lanes where the container is wide enough, else the list. Follows what the reader selects.",
    ),
};

/// What is shown of the works without a date.
pub const UNDATED: Attribute = Attribute {
    name: "undated",
    kind: Kind::Choice(Undated::NAMES),
    default: say("none", "none"),
    about: say(
        "是否列出未写明具体时间的项目：none 只写明数目，shown 逐项列出；读者按下按钮时随之更新。",
        "Projects without a date: none says how many there are, shown lists each. Follows what the reader asks for.",
    ),
};

/// The periods shown.
pub const PERIOD: Attribute = facet(
    "period",
    say("只显示这些时期：编号，以空格分隔。", "Shows these periods only: ids separated by spaces."),
);

/// The items picked by hand.
pub const ITEMS: Attribute = picked(
    "items",
    say(
        "只显示这些事项，并按这个顺序：编号，以空格分隔；列表不分时期。",
        "Shows these items only, in this order: ids separated by spaces. The list has no periods then.",
    ),
);

/// The start of a stretch of time.
pub const FROM: Attribute = Attribute {
    name: "from",
    kind: Kind::Date,
    default: say("不限", "no bound"),
    about: say(
        "只显示这一天或以后的事项：2021、2021-06、2021-06-15 或 -0043；时间不明的不列出，并有说明。",
        "Shows what is on that day or later only: 2021, 2021-06, 2021-06-15 or -0043. What has no known time is left out, which is said.",
    ),
};

/// The end of a stretch of time.
pub const TO: Attribute = Attribute {
    name: "to",
    kind: Kind::Date,
    default: say("不限", "no bound"),
    about: say(
        "只显示这一天或以前的事项，写法同 from；与所选时段有重叠的都算在内。",
        "Shows only what is on that day or before, written as in from. What overlaps the stretch of time belongs to it.",
    ),
};

/// Which end of time comes first.
pub const TIMELINE_SORT: Attribute = Attribute {
    name: "sort",
    kind: Kind::Choice(TimelineSort::NAMES),
    default: say("oldest", "oldest"),
    about: say(
        "列表和逐项的顺序：早的在前（oldest），或晚的在前（newest）；用 items 挑选时按其顺序。",
        "What comes first in the list and the story: the oldest or the newest. Items that are picked keep their order.",
    ),
};

/// The selected item.
pub const ITEM: Attribute = Attribute {
    name: "item",
    kind: Kind::Item,
    default: say("无", "none"),
    about: say(
        "选中事项的编号；读者选择时随之更新。",
        "Id of the selected item; follows what the reader selects.",
    ),
};

/// The callbacks of a timeline.
#[derive(Default)]
pub struct Callbacks {
    onfilter: Callback<Filtered<TimelineFilter>>,
    onselect: Callback<Selection>,
    onlayout: Callback<Layout>,
    onundated: Callback<Undated>,
    onmenu: Callback<Vec<usize>>,
    onready: Callback<()>,
}

impl Widget for Timeline {
    const ELEMENT: Element = Element {
        tag: "plan-timeline",
        class: "PlanTimeline",
        widget: "timeline",
        data: "timeline",
        view: "timelineView",
        whole: Some("timelineViewWhole"),
        needs: None,
        about: say(
            "规划的时间线：列表、时间轴或逐项。",
            "The plan's events: as a list, in lanes, or item by item.",
        ),
        attributes: &[
            &SRC,
            &LANG,
            &LAYOUT,
            &QUERY,
            &TOPIC,
            &STAGE,
            &PERIOD,
            &ARTICLE,
            &PLACE,
            &ITEMS,
            &FROM,
            &TO,
            &TIMELINE_SORT,
            &LIMIT,
            &UNDATED,
            &ITEM,
            &DEEP_LINK,
            &HEADING_TEXT,
            &HEADING_LEVEL,
            &CONTROLS,
            &COLOR_SCHEME,
            &THEME,
        ],
        events: &[
            Emits { event: "plan-layout", writes: &[&LAYOUT] },
            Emits { event: "plan-filter", writes: &[&QUERY, &TOPIC, &STAGE, &PERIOD, &ARTICLE, &PLACE] },
            Emits { event: "plan-undated", writes: &[&UNDATED] },
            Emits { event: "plan-select", writes: &[&ITEM] },
            Emits { event: "plan-take", writes: &[] },
        ],
        item: Some(&ITEM),
        properties: &[&MODEL],
        parts: &[
            ROOT,
            MENU,
            HEADING,
            SEARCH,
            SEARCH_INPUT,
            named("layouts", "版式按钮", "the buttons of the layouts"),
            named("filters", "窄处展开筛选的按钮", "the button of the filters where there is little room"),
            named("facets", "筛选", "the filters"),
            named("legend", "图例，也是进度的筛选", "the legend, which filters stages"),
            named("meanings", "各进度的含义", "what the stages mean"),
            named("list", "列表", "the list"),
            named("group-title", "列表中的时期", "a heading of the list"),
            named("item", "列表中的一项", "an item of the list"),
            named("title", "事项的名称", "an item's title"),
            named("when", "事项的时间", "an item's time"),
            named("meta", "进度、主题和出处", "an item's stage, topics and article"),
            named("details", "详情", "an item's details"),
            named("rest", "显示全部的按钮", "the button that shows all"),
            named("undated", "显示未写明具体时间的项目的按钮", "the button for projects without a date"),
            named("lanes", "时间轴", "the lanes"),
            named("lane", "一个主题的时间轴", "a lane"),
            named("bar", "时间轴上的一项", "an item in a lane"),
            named("story", "逐项", "the story"),
            named("strip", "逐项在时间上的位置", "where the story is in time"),
            named("card", "逐项中的一项", "the story's item"),
            named("media", "逐项的图片和视频", "the pictures and films of the story's item"),
        ],
    };

    type View = TimelineView;
    type Component = Timeline;
    type Callbacks = Callbacks;

    #[cfg(feature = "mount")]
    fn callbacks(emit: &Emit) -> Callbacks {
        Callbacks {
            onfilter: emit.filtered(),
            onselect: emit.callback("plan-select", |Selection { item, project, .. }: Selection| {
                object(&[("item", id(item.as_deref())), ("project", id(project.as_deref()))])
            }),
            onlayout: emit
                .callback("plan-layout", |layout: Layout| object(&[("layout", layout.name().into())])),
            onundated: emit
                .callback("plan-undated", |undated: Undated| object(&[("undated", undated.name().into())])),
            onmenu: emit.menu(),
            onready: emit.ready(),
        }
    }

    fn props<'a>(
        shown: Shown<'a, '_, TimelineView, Callbacks>,
        read: &mut Reader<'a>,
    ) -> Option<TimelineProps> {
        let Shown { view, source, callbacks, frame } = shown;
        let items = || view.items.iter().map(|item| &*item.id);
        let [from, to] = read.stretch(const { FROM.key() }, const { TO.key() });
        Some(TimelineProps {
            scope: TimelineScope {
                items: read.ids(const { ITEMS.key() }, items),
                from,
                to,
                sort: read.choice(const { TIMELINE_SORT.key() }).unwrap_or_default(),
            },
            limit: read.count(const { LIMIT.key() }),
            lang: view.lang.clone(),
            layout: None,
            default_layout: read.choice(const { LAYOUT.key() }).unwrap_or_default(),
            filter: None,
            default_filter: read.filter(&view.facets),
            undated: None,
            default_undated: read.choice(const { UNDATED.key() }).unwrap_or_default(),
            selection: None,
            default_selection: Selection {
                item: read.id(const { ITEM.key() }, items),
                ..Selection::default()
            },
            default_open: frame.open(),
            link_prefix: frame.link_prefix,
            heading: read.heading(),
            controls: read.controls(),
            heading_level: read.whole(const { HEADING_LEVEL.key() }).unwrap_or(2),
            color_scheme: read.choice(const { COLOR_SCHEME.key() }),
            theme: read.choice(const { THEME.key() }),
            liveness: frame.liveness,
            render_item: None,
            class: None,
            id: None,
            node_ref: None,
            onfilter: callbacks.onfilter.clone(),
            onselect: callbacks.onselect.clone(),
            onlayout: callbacks.onlayout.clone(),
            onundated: callbacks.onundated.clone(),
            onmenu: Some(callbacks.onmenu.clone()),
            onready: callbacks.onready.clone(),
            plan: source,
        })
    }

    #[cfg(feature = "prerender")]
    fn about(plan: &Plan, view: &TimelineView, props: &TimelineProps) -> (Summary, serde_json::Value) {
        let summary = Summary::of_timeline(view, &props.scope, &props.default_filter);
        let data = crate::render::data::collection(plan, &summary);
        (summary, data)
    }
}
