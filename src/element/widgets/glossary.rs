//! `<plan-glossary>`.

use yew::Callback;

use crate::{
    attributes::{
        COLOR_SCHEME, CONTROLS, HEADING, HEADING_LEVEL, HEADING_TEXT, LANG, LIMIT, MENU, MODEL, QUERY, ROOT,
        SEARCH, SEARCH_INPUT, SRC, THEME, picked,
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
    Filtered, Glossary, GlossaryFilter, GlossaryProps, GlossarySelection, GlossarySort, GlossaryView,
    model::Choice,
};
#[cfg(feature = "prerender")]
use plan_widgets::{Plan, view::summary::Summary};

/// The order of terms.
pub const GLOSSARY_SORT: Attribute = Attribute {
    name: "sort",
    kind: Kind::Choice(GlossarySort::NAMES),
    default: say("plan", "plan"),
    about: say(
        "排序：按规划的顺序（plan），或按拼音并以首字母分组（name）。读者切换时随之更新。",
        "The plan's order, or by name under first letters, in Chinese by pinyin. Follows what the reader selects.",
    ),
};

/// The terms picked by hand.
pub const TERMS: Attribute = picked(
    "terms",
    say(
        "只显示这些词条，并按这个顺序（sort 为 plan 时）：编号，以空格分隔。",
        "Shows these terms only, where sort is plan in this order: ids separated by spaces.",
    ),
);

/// The selected term.
pub const TERM: Attribute = Attribute {
    name: "term",
    kind: Kind::Term,
    default: say("无", "none"),
    about: say(
        "选中词条的编号；读者选择时随之更新。",
        "Id of the selected term; follows what the reader selects.",
    ),
};

const LINKED_GLOSSARY: Attribute = Attribute {
    name: "deep-link",
    kind: Kind::Text,
    default: say("无", "none"),
    about: say(
        "把搜索、排序和选中的词条写进网址的片段（#term=…），也从中读取；每个词条因此有了链接。同页有几个部件时，给每个一个名字：deep-link=\"a\" 写作 #a.term=…。",
        "Keeps search, order and the selected term in the address's fragment (#term=…), and reads them from there, so that every term has a link. Where a page has several widgets, each takes a name: deep-link=\"a\" makes #a.term=….",
    ),
};

/// The callbacks of a glossary.
#[derive(Default)]
pub struct Callbacks {
    onfilter: Callback<Filtered<GlossaryFilter>>,
    onselect: Callback<GlossarySelection>,
    onsort: Callback<GlossarySort>,
    onmenu: Callback<Vec<usize>>,
    onready: Callback<()>,
}

impl Widget for Glossary {
    const ELEMENT: Element = Element {
        tag: "plan-glossary",
        class: "PlanGlossary",
        widget: "glossary",
        data: "glossary",
        view: "glossaryView",
        whole: None,
        needs: None,
        about: say("可搜索的名词解释列表。", "The plan's terms as a searchable list."),
        attributes: &[
            &SRC,
            &LANG,
            &QUERY,
            &GLOSSARY_SORT,
            &TERMS,
            &LIMIT,
            &TERM,
            &LINKED_GLOSSARY,
            &HEADING_TEXT,
            &HEADING_LEVEL,
            &CONTROLS,
            &COLOR_SCHEME,
            &THEME,
        ],
        events: &[
            Emits { event: "plan-layout", writes: &[&GLOSSARY_SORT] },
            Emits { event: "plan-filter", writes: &[&QUERY] },
            Emits { event: "plan-select", writes: &[&TERM] },
            Emits { event: "plan-take", writes: &[] },
        ],
        item: Some(&TERM),
        properties: &[&MODEL],
        parts: &[
            ROOT,
            MENU,
            HEADING,
            SEARCH,
            SEARCH_INPUT,
            named("list", "词条列表", "the list of terms"),
            named("term", "一个词条", "one term with its explanation"),
            named("name", "词条名", "a term's name"),
            named("note", "说明", "a term's note"),
            named("component", "所指的一项", "one of the things a term stands for"),
            named("rest", "显示更多的按钮", "the button that shows more"),
            named("article", "使用词条的一处", "a passage that uses a term"),
        ],
    };

    type View = GlossaryView;
    type Component = Glossary;
    type Callbacks = Callbacks;

    #[cfg(feature = "mount")]
    fn callbacks(emit: &Emit) -> Callbacks {
        Callbacks {
            onfilter: emit.callback(
                "plan-filter",
                |Filtered { filter, shown, total }: Filtered<GlossaryFilter>| {
                    object(&[
                        ("query", (&*filter.query).into()),
                        ("found", shown.into()),
                        ("all", total.into()),
                    ])
                },
            ),
            onselect: emit.callback(
                "plan-select",
                |GlossarySelection { term, article }: GlossarySelection| {
                    object(&[("term", id(term.as_deref())), ("article", id(article.as_deref()))])
                },
            ),
            onsort: emit
                .callback("plan-layout", |sort: GlossarySort| object(&[("sort", sort.name().into())])),
            onmenu: emit.menu(),
            onready: emit.ready(),
        }
    }

    fn props<'a>(
        shown: Shown<'a, '_, GlossaryView, Callbacks>,
        read: &mut Reader<'a>,
    ) -> Option<GlossaryProps> {
        let Shown { view, source, callbacks, frame } = shown;
        let terms = || view.entries.iter().map(|entry| &*entry.id);
        Some(GlossaryProps {
            terms: read.ids(const { TERMS.key() }, terms),
            limit: read.count(const { LIMIT.key() }),
            heading: read.heading(),
            controls: read.controls(),
            lang: view.lang.clone(),
            filter: None,
            default_filter: GlossaryFilter { query: read.text(const { QUERY.key() }).unwrap_or_default() },
            sort: None,
            default_sort: read.choice(const { GLOSSARY_SORT.key() }).unwrap_or_default(),
            selection: None,
            default_selection: GlossarySelection {
                term: read.id(const { TERM.key() }, terms),
                article: None,
            },
            link_prefix: frame.link_prefix,
            heading_level: read.whole(const { HEADING_LEVEL.key() }).unwrap_or(2),
            color_scheme: read.choice(const { COLOR_SCHEME.key() }),
            theme: read.choice(const { THEME.key() }),
            liveness: frame.liveness,
            render_term: None,
            class: None,
            id: None,
            node_ref: None,
            onfilter: callbacks.onfilter.clone(),
            onselect: callbacks.onselect.clone(),
            onsort: callbacks.onsort.clone(),
            onmenu: Some(callbacks.onmenu.clone()),
            onready: callbacks.onready.clone(),
            plan: source,
        })
    }

    #[cfg(feature = "prerender")]
    fn about(plan: &Plan, view: &GlossaryView, props: &GlossaryProps) -> (Summary, serde_json::Value) {
        let data = crate::render::data::glossary(plan, view, &props.terms);
        (Summary::of_glossary(view, &props.terms), data)
    }
}
