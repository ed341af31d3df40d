//! The one table of every public name: elements, attributes, events, parts, custom properties, error codes.
//!
//! `cargo xtask generate` writes from it the shell's table, the type declarations, `custom-elements.json`, the
//! editors' data and the reference in the docs.

use plan_widgets::model::Lang;

/// A custom element.
pub struct Element {
    /// Its tag.
    pub tag: &'static str,
    /// Its class in JavaScript.
    pub class: &'static str,
    /// What the shell asks the module for.
    pub widget: &'static str,
    /// The name of what is told of a plan for it: of the module, the stylesheet and the slices.
    pub data: &'static str,
    /// The attribute without which there is nothing to show.
    pub needs: Option<&'static str>,
    /// What it is for.
    pub about: Say,
    /// Its attributes. Each is mirrored by the property of its name in camel case.
    pub attributes: &'static [&'static Attribute],
    /// Its properties that no attribute mirrors.
    pub properties: &'static [&'static Property],
    /// The names for `::part()`.
    pub parts: &'static [Named],
}

/// A sentence for the docs in each language.
#[derive(Clone, Copy)]
pub struct Say {
    /// In Simplified Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A name and what it stands for.
pub struct Named {
    /// The name.
    pub name: &'static str,
    /// What it stands for.
    pub about: Say,
}

/// An attribute.
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it may say.
    pub kind: Kind,
    /// What holds when it is absent, in words where it isn't a value.
    pub default: Say,
    /// What it does.
    pub about: Say,
}

/// What an attribute may say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A URL, relative to the page.
    Url,
    /// A URL of JSON; the property takes what it holds as well.
    Json,
    /// A BCP 47 language tag of Chinese or English.
    Language,
    /// The id of a term.
    Term,
    /// The id of an event.
    Item,
    /// The id of a goal.
    Goal,
    /// The id of a project.
    Project,
    /// Ids of a facet's values, parted by spaces.
    Facet,
    /// The id of an element of the page.
    Element,
    /// A CSS selector.
    Selector,
    /// There or not.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number within these bounds.
    Whole(u8, u8),
}

/// A property that takes more than text.
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// Its TypeScript type.
    pub kind: &'static str,
    /// What it does.
    pub about: Say,
}

/// An event. All bubble and cross shadow roots.
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// The name of its `detail`'s TypeScript type.
    pub detail: &'static str,
    /// The detail's members: name, TypeScript type, meaning.
    pub members: &'static [(&'static str, &'static str, Say)],
    /// When it is fired.
    pub about: Say,
}

const fn say(zh: &'static str, en: &'static str) -> Say {
    Say { zh, en }
}

const fn named(name: &'static str, zh: &'static str, en: &'static str) -> Named {
    Named { name, about: say(zh, en) }
}

impl Say {
    /// The sentence in `lang`.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// The light and dark words of `color-scheme`.
pub const COLOR_SCHEMES: &[&str] = &["light", "dark"];

/// Where the model comes from.
pub const SRC: Attribute = Attribute {
    name: "src",
    kind: Kind::Url,
    default: say("随包附带的规划", "the bundled plan"),
    about: say("规划数据（JSON）的地址。", "Address of a plan in the model's JSON."),
};
/// The language shown.
pub const LANG: Attribute = Attribute {
    name: "lang",
    kind: Kind::Language,
    default: say("最近的带 lang 的祖先元素", "the closest ancestor's"),
    about: say("显示的语言：中文（zh）或英文（en）。", "The language shown: Chinese (zh) or English (en)."),
};
/// The search.
pub const QUERY: Attribute = Attribute {
    name: "query",
    kind: Kind::Text,
    default: say("空", "empty"),
    about: say("搜索的内容；读者输入时随之更新。", "What is searched for; follows what the reader types."),
};
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
/// The rank of the widget's heading.
pub const HEADING_LEVEL: Attribute = heading_level("2");
/// The rank of a card's heading.
pub const CARD_HEADING_LEVEL: Attribute = heading_level("3");

const fn heading_level(default: &'static str) -> Attribute {
    Attribute {
        name: "heading-level",
        kind: Kind::Whole(1, 6),
        default: say(default, default),
        about: say("标题的级别，以便融入页面的大纲。", "Rank of the heading, to fit the page's outline."),
    }
}

/// Light or dark.
pub const COLOR_SCHEME: Attribute = Attribute {
    name: "color-scheme",
    kind: Kind::Choice(COLOR_SCHEMES),
    default: say("随页面", "the page's"),
    about: say(
        "浅色或深色；不设则随页面的 color-scheme。",
        "Light or dark, instead of the page's own color-scheme.",
    ),
};

/// The ways to lay out a timeline.
pub const LAYOUTS: &[&str] = &["auto", "list", "lanes", "story"];

/// How the timeline is laid out.
pub const LAYOUT: Attribute = Attribute {
    name: "layout",
    kind: Kind::Choice(LAYOUTS),
    default: say("auto", "auto"),
    about: say(
        "版式：列表（list）、时间轴（lanes）、逐项（story）；auto 随容器宽度在前两者中选择。读者切换时随之更新。",
        "List, lanes, or story; auto takes lanes where the container is wide enough, else the list. Follows what the reader chooses.",
    ),
};
const fn facet(name: &'static str, about: Say) -> Attribute {
    Attribute { name, kind: Kind::Facet, default: say("全部", "all"), about }
}
/// The topics shown.
pub const TOPIC: Attribute = facet(
    "topic",
    say(
        "只显示这些主题：编号，以空格分隔；读者筛选时随之更新。",
        "Shows these topics only: ids parted by spaces. Follows what the reader chooses.",
    ),
);
/// The stages shown.
pub const STAGE: Attribute =
    facet("stage", say("只显示这些进度，写法同上。", "Shows these stages only, likewise."));
/// The periods shown.
pub const PERIOD: Attribute =
    facet("period", say("只显示这些时期，写法同上。", "Shows these periods only, likewise."));
/// The articles shown.
pub const ARTICLE: Attribute =
    facet("article", say("只显示这些条文，写法同上。", "Shows what these articles say only, likewise."));
/// The parts of the plan shown.
pub const CHAPTER: Attribute = facet(
    "chapter",
    say("只显示规划的这些部分，写法同上。", "Shows the goals of these parts of the plan only, likewise."),
);
/// The departments shown.
pub const DEPARTMENT: Attribute = facet(
    "department",
    say(
        "只显示这些部门的目标，写法同上；部门按职责推断，规划没有写明。",
        "Shows the goals of these departments only, likewise. The plan names none: they are inferred.",
    ),
);
/// The kinds of goals shown.
pub const KIND: Attribute = facet(
    "kind",
    say(
        "只显示这几类目标：article、overall、objective、vision，写法同上。",
        "Shows these kinds of goals only, likewise: article, overall, objective, vision.",
    ),
);

/// What goals are put under.
pub const GROUPS: &[&str] = &["none", "topic", "chapter"];

/// What goals are put under.
pub const GROUP: Attribute = Attribute {
    name: "group",
    kind: Kind::Choice(GROUPS),
    default: say("none", "none"),
    about: say(
        "分组：不分（none）、按主题（topic）、按规划的部分（chapter）。读者切换时随之更新。",
        "Puts goals under topics or parts of the plan, or nothing. Follows what the reader chooses.",
    ),
};

/// The orders of goals.
pub const SORTS: &[&str] = &["plan", "projects", "figures"];

/// The order of goals.
pub const SORT: Attribute = Attribute {
    name: "sort",
    kind: Kind::Choice(SORTS),
    default: say("plan", "plan"),
    about: say(
        "排序：按规划的顺序（plan）、项目多的在前（projects）、数字多的在前（figures）。读者切换时随之更新。",
        "The plan's order, most projects first, or most figures first. Follows what the reader chooses.",
    ),
};

/// The orders of terms.
pub const GLOSSARY_SORTS: &[&str] = &["plan", "name"];

/// The order of terms.
pub const GLOSSARY_SORT: Attribute = Attribute {
    name: "sort",
    kind: Kind::Choice(GLOSSARY_SORTS),
    default: say("plan", "plan"),
    about: say(
        "排序：按规划的顺序（plan），或按拼音并以首字母分组（name）。读者切换时随之更新。",
        "The plan's order, or by name under first letters, in Chinese by pinyin. Follows what the reader chooses.",
    ),
};

/// How much of a goal is shown.
pub const VARIANTS: &[&str] = &["compact", "full"];

const fn variant(default: &'static str) -> Attribute {
    Attribute {
        name: "variant",
        kind: Kind::Choice(VARIANTS),
        default: say(default, default),
        about: say(
            "完整（full），或先显示要点、点开看其余（compact）。",
            "All of a goal (full), or what matters first and the rest when it is opened (compact).",
        ),
    }
}
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
        "选中项目的编号；读者选择时随之更新。没有选中的目标时，打开第一个有此项目的目标。",
        "Id of the selected project; follows what the reader selects. Opens the first goal that it serves, unless the selected one does.",
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
/// The state in the address.
pub const DEEP_LINK: Attribute = Attribute {
    name: "deep-link",
    kind: Kind::Text,
    default: say("无", "none"),
    about: say(
        "把选中的事项、筛选和版式写进网址的片段（#item=…&topic=…），也从中读取；每个事项因此有了链接。同页有几个部件时，给每个一个名字：deep-link=\"a\" 写作 #a.item=…。",
        "Keeps the selected item, the filters and the layout in the address's fragment (#item=…&topic=…), and reads them from there, so that every item has a link. Where a page has several, each takes a name: deep-link=\"a\" makes #a.item=….",
    ),
};

/// A plan as an object.
pub const MODEL: Property = Property {
    name: "model",
    kind: "PlanJson | null",
    about: say(
        "规划数据对象；优先于 src。赋值后请勿再改动它。",
        "A plan as an object, instead of src. Assign a new object to change it.",
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

/// The part of the page that is marked.
pub const FOR: Attribute = Attribute {
    name: "for",
    kind: Kind::Element,
    default: say("自己的内容", "its own content"),
    about: say("要标注的元素的 id。", "Id of the element whose text is marked."),
};

/// Which occurrences are marked.
pub const FIRSTS: &[&str] = &["root", "section", "all"];

/// Which occurrences of a term are marked.
pub const FIRST: Attribute = Attribute {
    name: "first",
    kind: Kind::Choice(FIRSTS),
    default: say("root", "root"),
    about: say(
        "标注每个词条的第一处（root）、每节的第一处（section）、每一处（all）。",
        "Marks a term where it first stands, where it first stands in each section, or everywhere (all).",
    ),
};

/// What is left alone.
pub const SKIP: Attribute = Attribute {
    name: "skip",
    kind: Kind::Selector,
    default: say("无", "nothing"),
    about: say(
        "不标注的元素（CSS 选择器）；链接、代码、输入框等本来就不标注，带 data-plan-skip 的也不。",
        "Elements that are left alone, as a CSS selector. Links, code, fields and the like are anyway, and what has data-plan-skip.",
    ),
};

/// Phrases that are no term.
pub const EXCEPT: Attribute = Attribute {
    name: "except",
    kind: Kind::Text,
    default: say("无", "none"),
    about: say(
        "含有词条而另有所指的说法，以逗号分隔，如“三个一批”。",
        "Phrases that have a term in them and mean something else, parted by commas.",
    ),
};

/// Whether what comes later is marked as well.
pub const OBSERVE: Attribute = Attribute {
    name: "observe",
    kind: Kind::Flag,
    default: say("否", "no"),
    about: say("页面之后新增的文字也标注。", "Marks what comes into the page later as well."),
};

/// Where the whole glossary is.
pub const HREF: Attribute = Attribute {
    name: "href",
    kind: Kind::Url,
    default: say("同页的名词解释", "the glossary on the same page"),
    about: say(
        "弹窗里“全部名词”的地址，词条的编号接在后面，如 /glossary/#term=。",
        "Address of the whole glossary, which pop-ups link to with the term's id put behind it: /glossary/#term=.",
    ),
};

/// The term that is explained.
pub const THIS_TERM: Attribute = Attribute {
    name: "term",
    kind: Kind::Term,
    default: say("自己的文字", "its text"),
    about: say("词条的编号或名称。", "Id or name of the term."),
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

const LINKED_GLOSSARY: Attribute = Attribute {
    name: "deep-link",
    kind: Kind::Text,
    default: say("无", "none"),
    about: say(
        "把搜索、排序和选中的词条写进网址的片段（#term=…），也从中读取；每个词条因此有了链接。同页有几个部件时，给每个一个名字：deep-link=\"a\" 写作 #a.term=…。",
        "Keeps search, order and the selected term in the address's fragment (#term=…), and reads them from there, so that every term has a link. Where a page has several widgets, each takes a name: deep-link=\"a\" makes #a.term=….",
    ),
};

/// The parts that every widget has.
const ROOT: Named = named("root", "整个部件", "the whole widget");
const HEADING: Named = named("heading", "标题", "the heading");
const SEARCH: Named = named("search", "搜索区", "the search");
const SEARCH_INPUT: Named = named("search-input", "搜索框", "the search box");

/// Every element.
pub const ELEMENTS: &[Element] = &[
    Element {
        tag: "plan-timeline",
        class: "PlanTimeline",
        widget: "timeline",
        data: "timeline",
        needs: None,
        about: say(
            "规划的时间线：列表、时间轴或逐项。",
            "The plan's course: as a list, in lanes, or item by item.",
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
            &ITEM,
            &DEEP_LINK,
            &HEADING_LEVEL,
            &COLOR_SCHEME,
        ],
        properties: &[&MODEL],
        parts: &[
            ROOT,
            HEADING,
            SEARCH,
            SEARCH_INPUT,
            named("layouts", "版式按钮", "the buttons of the layouts"),
            named("facets", "筛选", "the filters"),
            named("legend", "图例，也是进度的筛选", "the legend, which filters stages"),
            named("list", "列表", "the list"),
            named("group-title", "列表中的时期", "a heading of the list"),
            named("item", "列表中的一项", "an item of the list"),
            named("title", "事项的名称", "an item's title"),
            named("when", "事项的时间", "an item's time"),
            named("meta", "进度、主题和出处", "an item's stage, topics and article"),
            named("details", "详情", "an item's details"),
            named("lanes", "时间轴", "the lanes"),
            named("lane", "一个主题的时间轴", "a lane"),
            named("bar", "时间轴上的一项", "an item in a lane"),
            named("story", "逐项", "the story"),
            named("card", "逐项中的一项", "the story's item"),
        ],
    },
    Element {
        tag: "plan-goal-card",
        class: "PlanGoalCard",
        widget: "goal-card",
        data: "goals",
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
        ],
        properties: &[&MODEL],
        parts: &[
            ROOT,
            named("goal", "一个目标", "a goal"),
            named("field", "主题和类别", "its topic and kind"),
            named("goal-title", "目标的名称", "its title"),
            named("horizon", "期限", "a time by when"),
            named("summary", "概要", "its summary"),
            named("figure", "一个数字", "a figure with what it measures"),
            named("value", "数字本身，连同单位", "the figure itself, with its unit"),
            named("unmeasured", "规划没有写明数字的说明", "that the plan states no number"),
            named("stages", "各进度的项目数", "how many projects are in each stage"),
            named("more", "举措、项目等", "measures, projects and the rest"),
            named("measure", "一项举措", "a measure"),
            named("project", "一个项目", "a project"),
            named("cite", "出处", "its source"),
        ],
    },
    Element {
        tag: "plan-goal-deck",
        class: "PlanGoalDeck",
        widget: "goal-deck",
        data: "goals",
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
            &GROUP,
            &SORT,
            &SHOW,
            &GOAL,
            &PROJECT,
            &PROGRESS,
            &DEEP_LINK,
            &HEADING_LEVEL,
            &COLOR_SCHEME,
        ],
        properties: &[&MODEL],
        parts: &[
            ROOT,
            HEADING,
            SEARCH,
            SEARCH_INPUT,
            named("facets", "筛选", "the filters"),
            named("legend", "图例，也是进度的筛选", "the legend, which filters stages"),
            named("goals", "卡片列表", "the list of cards"),
            named("group-title", "分组的标题", "a heading of the list"),
            named("goal", "一个目标", "a goal"),
            named("field", "主题和类别", "its topic and kind"),
            named("goal-title", "目标的名称", "its title"),
            named("horizon", "期限", "a time by when"),
            named("summary", "概要", "its summary"),
            named("figure", "一个数字", "a figure with what it measures"),
            named("value", "数字本身，连同单位", "the figure itself, with its unit"),
            named("unmeasured", "规划没有写明数字的说明", "that the plan states no number"),
            named("stages", "各进度的项目数", "how many projects are in each stage"),
            named("more", "举措、项目等", "measures, projects and the rest"),
            named("measure", "一项举措", "a measure"),
            named("project", "一个项目", "a project"),
            named("cite", "出处", "its source"),
        ],
    },
    Element {
        tag: "plan-glossary",
        class: "PlanGlossary",
        widget: "glossary",
        data: "glossary",
        needs: None,
        about: say("可搜索的名词解释列表。", "The plan's terms as a searchable list."),
        attributes: &[
            &SRC,
            &LANG,
            &QUERY,
            &GLOSSARY_SORT,
            &TERM,
            &LINKED_GLOSSARY,
            &HEADING_LEVEL,
            &COLOR_SCHEME,
        ],
        properties: &[&MODEL],
        parts: &[
            ROOT,
            HEADING,
            SEARCH,
            SEARCH_INPUT,
            named("list", "词条列表", "the list of terms"),
            named("term", "一个词条", "one term with its explanation"),
            named("name", "词条名", "a term's name"),
            named("note", "说明", "a term's note"),
            named("component", "所指的一项", "one of the things a term stands for"),
            named("article", "使用词条的一处", "a passage that uses a term"),
        ],
    },
    Element {
        tag: "plan-term",
        class: "PlanTerm",
        widget: "term",
        data: "glossary",
        needs: None,
        about: say(
            "正文里的一个词条，按下即弹出解释。弹窗是 plan-popup 元素，各部分由 plan-popup::part() 选中。",
            "A term in your own sentence, with its pop-up: a plan-popup element, whose parts plan-popup::part() reaches.",
        ),
        attributes: &[&SRC, &LANG, &THIS_TERM, &HREF, &COLOR_SCHEME],
        properties: &[&MODEL],
        parts: &[
            named("popup", "弹窗", "the pop-up"),
            named("popup-title", "弹窗的标题", "its heading"),
            named("close", "关闭按钮", "the button that closes it"),
            named("note", "说明", "the term's note"),
            named("component", "所指的一项", "one of the things it stands for"),
            named("related-term", "相关的词条", "a related term"),
            named("article", "使用词条的一处", "a passage that uses it"),
            named("whole", "到全部名词的链接", "the link to the whole glossary"),
        ],
    },
    Element {
        tag: "plan-annotate",
        class: "PlanAnnotate",
        widget: "annotate",
        data: "glossary",
        needs: None,
        about: say(
            "标注正文里出现的词条，每处成为一个 plan-term；移除此元素，正文恢复原样。",
            "Marks the terms in your own text, each as a plan-term. Taken away, it leaves the text as it was.",
        ),
        attributes: &[&SRC, &LANG, &FOR, &FIRST, &SKIP, &EXCEPT, &OBSERVE, &HREF, &COLOR_SCHEME],
        properties: &[&MODEL],
        parts: &[],
    },
];

/// Every event.
pub const EVENTS: &[Event] = &[
    Event {
        name: "plan-ready",
        detail: "PlanReadyDetail",
        members: &[
            ("lang", "'zh' | 'en'", say("显示的语言", "the language shown")),
            ("count?", "number", say("标注：标注了几处", "annotation: how many terms are marked")),
        ],
        about: say(
            "部件第一次显示出来，或换了数据、语言之后。",
            "The widget shows a plan: at first, and after a change of plan or language.",
        ),
    },
    Event {
        name: "plan-error",
        detail: "PlanErrorDetail",
        members: &[
            ("code", "PlanErrorCode", say("错误代码", "the code")),
            (
                "message",
                "string",
                say("一句话：何处出错、如何补救", "a sentence: where it failed, and the remedy"),
            ),
            (
                "problems",
                "PlanProblem[]",
                say("数据或属性中的每处问题", "every problem of a model or of attributes"),
            ),
        ],
        about: say("出了问题；屏幕上已有的内容保持不变。", "Something failed; what was on the screen stays."),
    },
    Event {
        name: "plan-filter",
        detail: "PlanFilterDetail",
        members: &[
            ("query", "string", say("搜索的内容", "what is searched for")),
            ("topic?", "string", say("时间线、目标：主题", "timeline, goals: the topics")),
            ("stage?", "string", say("时间线、目标：进度", "timeline, goals: the stages")),
            ("article?", "string", say("时间线、目标：条文", "timeline, goals: the articles")),
            ("period?", "string", say("时间线：时期", "timeline: the periods")),
            ("chapter?", "string", say("目标：规划的部分", "goals: the parts of the plan")),
            ("department?", "string", say("目标：部门", "goals: the departments")),
            ("kind?", "string", say("目标：类别", "goals: the kinds")),
            ("found", "number", say("显示的条数", "how many are shown")),
            ("all", "number", say("总条数", "how many there are")),
        ],
        about: say("读者更改了搜索或筛选。", "The reader has changed the search or a filter."),
    },
    Event {
        name: "plan-select",
        detail: "PlanSelectDetail",
        members: &[
            (
                "item?",
                "string | null",
                say(
                    "时间线：选中事项的编号；目标：显示所选项目的时间线事项",
                    "timeline: id of the selected item; goals: of the timeline's item that shows the selected project",
                ),
            ),
            ("goal?", "string | null", say("目标：选中目标的编号", "goals: id of the selected goal")),
            (
                "project?",
                "string | null",
                say(
                    "目标：选中项目的编号；时间线：所选事项的项目",
                    "goals: id of the selected project; timeline: of the selected item's project",
                ),
            ),
            ("term?", "string | null", say("名词解释：选中词条的编号", "glossary: id of the selected term")),
            (
                "article?",
                "string | null",
                say(
                    "名词解释：读者按下的、使用词条的条文的编号",
                    "glossary: id of the passage that uses the term, where the reader has pressed one",
                ),
            ),
        ],
        about: say("读者选中或取消选中一项。", "The reader has selected something, or nothing any more."),
    },
    Event {
        name: "plan-layout",
        detail: "PlanLayoutDetail",
        members: &[
            (
                "layout?",
                "'list' | 'lanes' | 'story'",
                say("时间线：所选的版式", "timeline: the layout chosen"),
            ),
            (
                "group?",
                "'none' | 'topic' | 'chapter'",
                say("目标：所选的分组", "goals: what they are put under"),
            ),
            (
                "sort?",
                "'plan' | 'projects' | 'figures' | 'name'",
                say("目标、名词解释：所选的排序", "goals, glossary: their order"),
            ),
        ],
        about: say(
            "读者切换了时间线的版式，或目标、词条的分组、排序。",
            "The reader has chosen another layout of the timeline, or other groups or another order of goals or terms.",
        ),
    },
    Event {
        name: "plan-copy",
        detail: "PlanCopyDetail",
        members: &[("text", "string", say("文字，连同出处", "the text, with its source"))],
        about: say(
            "读者要复制一个目标的文字；随后写入剪贴板。",
            "The reader copies a goal's text, which goes to the clipboard then.",
        ),
    },
];

/// Every code of `plan-error`, with the sentence that goes with it. `{…}` is filled in by the shell.
pub const ERRORS: &[Named] = &[
    named(
        "wasm-blocked",
        "浏览器不允许运行 WebAssembly，因此只显示静态内容。请在内容安全策略的 script-src 中加入 'wasm-unsafe-eval'。",
        "The browser refuses WebAssembly, so only the static content is shown. Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy.",
    ),
    named(
        "network",
        "无法取得 {url}（{reason}）。请检查该地址。",
        "{url} could not be fetched ({reason}). Check the address.",
    ),
    named("json", "{url} 不是有效的 JSON：{reason}。", "{url} is not valid JSON: {reason}."),
    named(
        "model-invalid",
        "规划数据有 {count} 处问题：{problems}",
        "The plan has {count} problem(s): {problems}",
    ),
    named("options-invalid", "选项有误：{problems}", "The options are not valid: {problems}"),
    named(
        "progress-invalid",
        "进展数据有 {count} 处问题，未予显示：{problems}",
        "The progress has {count} problem(s) and is not shown: {problems}",
    ),
    named("check-failed", "规划数据无法检查（{reason}）。", "The plan could not be checked ({reason})."),
    named(
        "mark-failed",
        "词条无法标注（{reason}）；正文没有改动。",
        "The terms could not be marked ({reason}). The text is as it was.",
    ),
    named(
        "attribute-invalid",
        "属性有误，已忽略：{problems}",
        "An attribute is not valid and was ignored: {problems}",
    ),
    named(
        "crashed",
        "部件意外中止，内容仍可阅读。正在重新启动。（{reason}）",
        "The widget stopped unexpectedly and can still be read. It is being restarted. ({reason})",
    ),
    named(
        "gave-up",
        "部件多次意外中止，不再重新启动；内容仍可阅读。（{reason}）",
        "The widget has stopped too often to be restarted again. It can still be read. ({reason})",
    ),
];

/// What a reader sees where a widget can't be shown and the page has no content of its own for it.
pub const UNAVAILABLE: Say = say("此内容无法显示。", "This content can't be shown.");

/// The custom properties that change the looks.
pub const CUSTOM_PROPERTIES: &[Named] = &[
    named("--plan-font", "正文字体", "font family of the text"),
    named("--plan-font-heading", "标题字体", "font family of headings"),
    named("--plan-font-size", "基准字号", "base font size"),
    named("--plan-text", "文字颜色", "colour of the text"),
    named("--plan-text-quiet", "次要文字颜色", "colour of secondary text"),
    named("--plan-background", "底色（仅在设了 color-scheme 时）", "ground, where color-scheme is set"),
    named("--plan-line", "细线颜色", "colour of hairlines"),
    named("--plan-accent", "强调色", "the accent colour"),
    named("--plan-mark", "搜索命中的底色", "ground of search hits"),
];

impl Element {
    /// What it is called in code: `goalCard` for `plan-goal-card`.
    #[must_use]
    pub fn name(&self) -> String {
        camel_case(self.tag.strip_prefix("plan-").unwrap_or(self.tag))
    }

    /// What the checker makes of a plan for it.
    #[must_use]
    pub fn view(&self) -> &'static str {
        match self.data {
            "timeline" => "timelineView",
            "goals" => "deckView",
            _ => "glossaryView",
        }
    }
}

/// A property's name for an attribute's: `heading-level` gives `headingLevel`.
#[must_use]
pub fn camel_case(attribute: &str) -> String {
    let mut words = attribute.split('-');
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        name.extend(word.chars().take(1).map(|c| c.to_ascii_uppercase()));
        name.extend(word.chars().skip(1));
    }
    name
}
