//! The attributes, properties and parts that several elements have.

use crate::spec::{Attribute, Kind, Named, Property, Say, named, say};
use plan_widgets::{ColorScheme, Controls, Theme, model::Choice};

/// Where the model comes from.
pub const SRC: Attribute = Attribute {
    name: "src",
    kind: Kind::Url,
    default: say("随包附带的规划", "the bundled plan"),
    about: say(
        "规划数据（JSON）的地址，或 plan-widgets build 生成的 index.json 的地址。",
        "Address of a plan in the model's JSON, or of the index.json that plan-widgets build makes of one.",
    ),
};

/// The language shown.
pub const LANG: Attribute = Attribute {
    name: "lang",
    kind: Kind::Language,
    default: say("最近的带 lang 的祖先元素", "the closest ancestor's"),
    about: say(
        "显示的语言：规划所列语言之一的 BCP 47 标签，如 zh 或 fr。",
        "The language shown: the BCP 47 tag of one of the plan's, such as zh or fr.",
    ),
};

/// The search.
pub const QUERY: Attribute = Attribute {
    name: "query",
    kind: Kind::Text,
    default: say("空", "empty"),
    about: say("搜索的内容；读者输入时随之更新。", "What is searched for; follows what the reader types."),
};

/// A heading of the page's own.
pub const HEADING_TEXT: Attribute = Attribute {
    name: "heading",
    kind: Kind::Text,
    default: say("部件自己的标题", "the widget's own"),
    about: say(
        "代替部件标题的文字；留空（heading=\"\"）则不显示标题，部件内的标题随之升一级。",
        "Text in place of the widget's heading. An empty one (heading=\"\") leaves the heading out, and those within move up by one level.",
    ),
};

/// Which controls there are.
pub const CONTROLS: Attribute = Attribute {
    name: "controls",
    kind: Kind::Words(Controls::NAMES),
    default: say("auto", "auto"),
    about: say(
        "显示哪些控件：auto 按条目多少取舍，窄处把筛选收在一个按钮后面；all 全部；none 不要；或以空格分隔的列表：search、filters、legend、layouts、count、zoom、menu。进度的含义和“只列出一部分”的说明总会显示。",
        "Which controls there are: auto has those that help with so many items, with the filters behind a button where there is little room; all, none, or a list separated by spaces: search, filters, legend, layouts, count, zoom, menu. What stages mean, and that only a part is shown, is always said.",
    ),
};

/// How many are shown at first.
pub const LIMIT: Attribute = Attribute {
    name: "limit",
    kind: Kind::Count,
    default: say("全部", "all"),
    about: say(
        "先显示前几项，下面有按钮显示全部；静态 HTML 只有这几项。",
        "Shows the first so many, with a button below that shows all. Static HTML has these only.",
    ),
};

/// Records picked by hand.
pub const fn picked(name: &'static str, about: Say) -> Attribute {
    Attribute { name, kind: Kind::Ids, default: say("全部", "all"), about }
}

/// The rank of the widget's heading.
pub const HEADING_LEVEL: Attribute = heading_level("2");

/// Light or dark.
pub const COLOR_SCHEME: Attribute = Attribute {
    name: "color-scheme",
    kind: Kind::Choice(ColorScheme::NAMES),
    default: say("随页面", "the page's"),
    about: say(
        "浅色或深色；不设则随页面的 color-scheme。",
        "Light or dark, instead of the page's own color-scheme.",
    ),
};

/// The look.
pub const THEME: Attribute = Attribute {
    name: "theme",
    kind: Kind::Choice(Theme::NAMES),
    default: say("无：自己的颜色，或页面设的", "none: its own colours, or the page's"),
    about: say(
        "主题：报纸（paper）、黑白（ink）、政务（civic）、高对比度（contrast）。页面在元素上设的自定义属性优先于它。",
        "A look: a newspaper (paper), black and white (ink), a government site (civic), high contrast (contrast). Custom properties that the page sets on the element count for more.",
    ),
};

/// The topics shown.
pub const TOPIC: Attribute = facet(
    "topic",
    say(
        "只显示这些主题：编号，以空格分隔；读者筛选时随之更新。",
        "Shows these topics only: ids separated by spaces. Follows what the reader selects.",
    ),
);

/// The stages shown.
pub const STAGE: Attribute =
    facet("stage", say("只显示这些进度，写法同上。", "Shows these stages only, separated by spaces."));

/// The articles shown.
pub const ARTICLE: Attribute = facet(
    "article",
    say("只显示这些条文，写法同上。", "Shows what these articles say only: ids separated by spaces."),
);

/// The places shown.
pub const PLACE: Attribute = facet(
    "place",
    say(
        "只显示这些地点，写法同上；unplaced 指规划没有写明地点的。",
        "Shows what is at these places only: ids separated by spaces; unplaced stands for what the plan puts at none.",
    ),
);

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

/// A facet: which of its values are shown.
pub const fn facet(name: &'static str, about: Say) -> Attribute {
    Attribute { name, kind: Kind::Facet, default: say("全部", "all"), about }
}

/// The rank of a heading.
pub const fn heading_level(default: &'static str) -> Attribute {
    Attribute {
        name: "heading-level",
        kind: Kind::Whole(1, 6),
        default: say(default, default),
        about: say("标题的级别，以便融入页面的大纲。", "Rank of the heading, to fit the page's outline."),
    }
}

/// The widget.
pub const ROOT: Named = named("root", "整个部件", "the whole widget");
/// Its heading.
pub const HEADING: Named = named("heading", "标题", "the heading");
/// The button at its foot.
pub const MENU: Named =
    named("menu", "“分享与下载”按钮", "the button of the menu with what readers take away");
/// Its search.
pub const SEARCH: Named = named("search", "搜索区", "the search");
/// The box of the search.
pub const SEARCH_INPUT: Named = named("search-input", "搜索框", "the search box");
