//! `<plan-overview>`.

use yew::Callback;

use crate::{
    attributes::{
        COLOR_SCHEME, DEEP_LINK, HEADING, HEADING_LEVEL, HEADING_TEXT, LANG, MENU, MODEL, ROOT, SRC, THEME,
        facet,
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
use plan_widgets::{Filtered, Overview, OverviewFilter, OverviewProps, OverviewView, Selection};
#[cfg(feature = "prerender")]
use plan_widgets::{Plan, view::summary::Summary};

/// The topics that are brought out.
pub const TOPICS: Attribute = facet(
    "topic",
    say(
        "突出这些主题的项目：编号，以空格分隔；读者按下行首时随之更新。",
        "Brings out the projects of these topics: ids separated by spaces. Follows which heads of rows the reader presses.",
    ),
);

/// The stages that are brought out.
pub const STAGES: Attribute = facet(
    "stage",
    say(
        "突出这些进度的项目，写法同上；读者按下列首时随之更新。",
        "Brings out the projects in these stages, separated by spaces. Follows which heads of columns the reader presses.",
    ),
);

/// The selected project.
pub const MARK: Attribute = Attribute {
    name: "project",
    kind: Kind::Project,
    default: say("无", "none"),
    about: say(
        "选中项目的编号；读者选择时随之更新。",
        "Id of the selected project; follows what the reader selects.",
    ),
};

/// The widget that follows.
pub const FOLLOWER: Attribute = Attribute {
    name: "for",
    kind: Kind::Element,
    default: say("无", "none"),
    about: say(
        "同页一个 <plan-timeline> 或 <plan-goal-deck> 的 id：读者在一览中选择主题、进度或项目时，它随之筛选、打开。它没有的主题和进度不改变它。",
        "Id of a <plan-timeline> or a <plan-goal-deck> of the page, which follows: it is filtered by the topics and stages that the reader presses, and shows the project. Topics and stages that it doesn't have leave it as it is.",
    ),
};

/// The callbacks of an overview.
#[derive(Default)]
pub struct Callbacks {
    onfilter: Callback<Filtered<OverviewFilter>>,
    onselect: Callback<Selection>,
    onmenu: Callback<Vec<usize>>,
    onready: Callback<()>,
}

impl Widget for Overview {
    const ELEMENT: Element = Element {
        tag: "plan-overview",
        class: "PlanOverview",
        widget: "overview",
        data: "overview",
        view: "overviewView",
        whole: None,
        needs: None,
        about: say(
            "整份规划的一览：每个项目一个记号，按主题和进度排列；下面是原则、期限、各部分与条文。",
            "The whole plan in one picture: a mark for each project, by topic and stage; below it principles, horizons, parts and articles.",
        ),
        attributes: &[
            &SRC,
            &LANG,
            &FOLLOWER,
            &TOPICS,
            &STAGES,
            &MARK,
            &DEEP_LINK,
            &HEADING_TEXT,
            &HEADING_LEVEL,
            &COLOR_SCHEME,
            &THEME,
        ],
        events: &[
            Emits { event: "plan-filter", writes: &[&TOPICS, &STAGES] },
            Emits { event: "plan-select", writes: &[&MARK] },
            Emits { event: "plan-take", writes: &[] },
        ],
        item: Some(&MARK),
        properties: &[&MODEL],
        parts: &[
            ROOT,
            MENU,
            HEADING,
            named("outline", "谁发布、何时通过、规划期", "who issued the plan, when, for which period"),
            named("picture", "项目的表", "the table of projects"),
            named("head-name", "行首或列首", "the head of a row or a column"),
            named("mark", "一个项目的记号", "the mark of a project"),
            named("selected", "选中的项目", "the selected project"),
            named("meanings", "各进度的含义", "what the stages mean"),
            named("names", "全部项目的名称", "the names of all projects"),
            named("principles", "原则", "the principles"),
            named("times", "目标的期限", "the times by when goals are to be reached"),
            named("contents", "各部分与条文", "the parts and articles"),
            named("chapter", "一个部分", "a part of the plan"),
        ],
    };

    type View = OverviewView;
    type Component = Overview;
    type Callbacks = Callbacks;

    #[cfg(feature = "mount")]
    fn callbacks(emit: &Emit) -> Callbacks {
        Callbacks {
            onfilter: emit.filtered(),
            onselect: emit.callback("plan-select", |Selection { item, project, .. }: Selection| {
                object(&[("item", id(item.as_deref())), ("project", id(project.as_deref()))])
            }),
            onmenu: emit.menu(),
            onready: emit.ready(),
        }
    }

    fn props<'a>(
        shown: Shown<'a, '_, OverviewView, Callbacks>,
        read: &mut Reader<'a>,
    ) -> Option<OverviewProps> {
        let Shown { view, source, callbacks, frame } = shown;
        let projects = || view.items.iter().map(|mark| &*mark.id);
        Some(OverviewProps {
            lang: view.lang.clone(),
            filter: None,
            default_filter: read.filter(&view.facets),
            selection: None,
            default_selection: Selection {
                project: read.id(const { MARK.key() }, projects),
                ..Selection::default()
            },
            heading: read.heading(),
            heading_level: read.whole(const { HEADING_LEVEL.key() }).unwrap_or(2),
            color_scheme: read.choice(const { COLOR_SCHEME.key() }),
            theme: read.choice(const { THEME.key() }),
            liveness: frame.liveness,
            class: None,
            id: None,
            node_ref: None,
            onfilter: callbacks.onfilter.clone(),
            onselect: callbacks.onselect.clone(),
            onmenu: Some(callbacks.onmenu.clone()),
            onready: callbacks.onready.clone(),
            plan: source,
        })
    }

    #[cfg(feature = "prerender")]
    fn about(plan: &Plan, view: &OverviewView, _: &OverviewProps) -> (Summary, serde_json::Value) {
        let summary = Summary::of_overview(plan, view);
        let data = crate::render::data::collection(plan, &summary);
        (summary, data)
    }
}
