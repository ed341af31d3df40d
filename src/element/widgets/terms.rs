//! `<plan-term>` and `<plan-annotate>`, which have no component: their pop-ups are the shell's.

use crate::{
    attributes::{COLOR_SCHEME, HREF, LANG, MODEL, SRC, THEME},
    spec::{Attribute, Element, Kind, named, say},
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
        "Phrases that have a term in them and mean something else, separated by commas.",
    ),
};

/// Whether what comes later is marked as well.
pub const OBSERVE: Attribute = Attribute {
    name: "observe",
    kind: Kind::Flag,
    default: say("否", "no"),
    about: say("页面之后新增的文字也标注。", "Marks what comes into the page later as well."),
};

/// The term that is explained.
pub const THIS_TERM: Attribute = Attribute {
    name: "term",
    kind: Kind::Term,
    default: say("自己的文字", "its text"),
    about: say("词条的编号或名称。", "Id or name of the term."),
};

/// A term in the page's own sentence.
pub const PLAN_TERM: Element = Element {
    tag: "plan-term",
    class: "PlanTerm",
    widget: "term",
    data: "glossary",
    view: "glossaryView",
    whole: None,
    needs: None,
    about: say(
        "正文里的一个词条，按下即弹出解释。弹窗是 plan-popup 元素，各部分由 plan-popup::part() 选中。",
        "A term in your own sentence, with its pop-up: a plan-popup element, whose parts plan-popup::part() reaches.",
    ),
    attributes: &[&SRC, &LANG, &THIS_TERM, &HREF, &COLOR_SCHEME, &THEME],
    events: &[],
    item: None,
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
};

/// Marks terms in the page's own text.
pub const PLAN_ANNOTATE: Element = Element {
    tag: "plan-annotate",
    class: "PlanAnnotate",
    widget: "annotate",
    data: "glossary",
    view: "glossaryView",
    whole: None,
    needs: None,
    about: say(
        "标注正文里出现的词条，每处成为一个 plan-term；移除此元素，正文恢复原样。",
        "Marks the terms in your own text, each as a plan-term. Taken away, it leaves the text as it was.",
    ),
    attributes: &[&SRC, &LANG, &FOR, &FIRST, &SKIP, &EXCEPT, &OBSERVE, &HREF, &COLOR_SCHEME, &THEME],
    events: &[],
    item: None,
    properties: &[&MODEL],
    parts: &[],
};
