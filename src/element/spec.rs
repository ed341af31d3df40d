//! What a definition of an element says, and the public names that no element owns: events, custom properties, error
//! codes. Elements are defined in `widgets/`, each with its attributes and parts.
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
    /// The name of its data file, its module and its stylesheet.
    pub data: &'static str,
    /// The name of its view model in the checkers.
    pub view: &'static str,
    /// The same of that with what a reader has to ask for, by `undated`: with the works without a date.
    pub whole: Option<&'static str>,
    /// The attribute without which there is nothing to show.
    pub needs: Option<&'static str>,
    /// What it is for.
    pub about: Say,
    /// Its attributes. Each is mirrored by the property of its name in camel case.
    pub attributes: &'static [&'static Attribute],
    /// The events that it emits.
    pub events: &'static [Emits],
    /// The attribute that names one of its items: links end with it.
    pub item: Option<&'static Attribute>,
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
    /// Ids of a facet's values, separated by spaces.
    Facet,
    /// Ids of items, goals or terms, separated by spaces.
    Ids,
    /// Some of these words, separated by spaces.
    Words(&'static [&'static str]),
    /// A date of EDTF's level 0.
    Date,
    /// A whole number, 1 or more.
    Count,
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

/// An event that an element emits, and the attributes that what the reader did is written to before.
pub struct Emits {
    /// The event's name.
    pub event: &'static str,
    /// The attributes, of which the event's detail has a member each.
    pub writes: &'static [&'static Attribute],
}

/// What a reader of attributes needs to know of one.
pub type Key = (&'static str, Kind);

impl Attribute {
    /// Its name and kind, without its docs: take it in a `const`, so that they don't go into the module.
    #[must_use]
    pub const fn key(&self) -> Key {
        (self.name, self.kind)
    }
}

/// A sentence in each language.
#[must_use]
pub const fn say(zh: &'static str, en: &'static str) -> Say {
    Say { zh, en }
}

/// A name with what it stands for.
#[must_use]
pub const fn named(name: &'static str, zh: &'static str, en: &'static str) -> Named {
    Named { name, about: say(zh, en) }
}

impl Say {
    /// The sentence in Chinese where `lang` is that, else in English.
    #[must_use]
    pub fn get(self, lang: &Lang) -> &'static str {
        if lang.key().starts_with("zh") { self.zh } else { self.en }
    }
}

/// Every event.
pub const EVENTS: &[Event] = &[
    Event {
        name: "plan-ready",
        detail: "PlanReadyDetail",
        members: &[
            ("lang", "string", say("显示的语言", "the language shown")),
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
            ("lang", "string", say("这些文字的语言", "the language of these sentences: zh or en")),
        ],
        about: say("出了问题；屏幕上已有的内容保持不变。", "Something failed; what was on the screen stays."),
    },
    Event {
        name: "plan-filter",
        detail: "PlanFilterDetail",
        members: &[
            ("query", "string", say("搜索的内容", "what is searched for")),
            ("topic?", "string", say("时间线、目标、一览：主题", "timeline, goals, overview: the topics")),
            ("stage?", "string", say("时间线、目标、一览：进度", "timeline, goals, overview: the stages")),
            ("article?", "string", say("时间线、目标：条文", "timeline, goals: the articles")),
            ("period?", "string", say("时间线：时期", "timeline: the periods")),
            ("chapter?", "string", say("目标：规划的部分", "goals: the parts of the plan")),
            ("department?", "string", say("目标：部门", "goals: the departments")),
            ("kind?", "string", say("目标：类别", "goals: the kinds")),
            ("place?", "string", say("时间线、目标：地点", "timeline, goals: the places")),
            ("status?", "string", say("目标：状态", "goals: the statuses")),
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
                    "时间线：选中事项的编号；目标、一览：显示所选项目的时间线事项",
                    "timeline: id of the selected item; goals, overview: of the timeline's item that shows the selected project",
                ),
            ),
            ("goal?", "string | null", say("目标：选中目标的编号", "goals: id of the selected goal")),
            (
                "project?",
                "string | null",
                say(
                    "目标、一览：选中项目的编号；时间线：所选事项的项目",
                    "goals, overview: id of the selected project; timeline: of the selected item's project",
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
                "'list' | 'lanes' | 'story' | 'cards' | 'table'",
                say("时间线、目标：所选的版式", "timeline, goals: the layout selected"),
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
            "读者切换了时间线或目标的版式，或目标、词条的分组、排序。",
            "The reader has selected another layout of the timeline or of goals, or other groups or another order of goals or terms.",
        ),
    },
    Event {
        name: "plan-undated",
        detail: "PlanUndatedDetail",
        members: &[(
            "undated",
            "'none' | 'shown'",
            say("是否列出未写明具体时间的项目", "whether projects without a date are listed"),
        )],
        about: say(
            "读者要求列出或收起未写明具体时间的项目。",
            "The reader has asked for the projects without a date, or has left them out again.",
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
    Event {
        name: "plan-take",
        detail: "PlanTakeDetail",
        members: &[(
            "what",
            "'link' | 'embed' | 'csv' | 'ics' | 'svg' | 'png' | 'print'",
            say("取走的是什么", "what it is"),
        )],
        about: say(
            "读者在“分享与下载”中取走了什么：链接、嵌入代码、表格、日历、图片，或打印。",
            "The reader takes something away by the menu: the link, the code to embed, a table, a calendar, a picture, a print.",
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
    named(
        "file-missing",
        "服务器对 {url} 返回的是网页，多半是缺少该文件。请将文件放到该处，或改正地址。",
        "The server answers {url} with a web page: most likely the file isn't there. Put it there, or correct the address.",
    ),
    named(
        "file-broken",
        "{url} 不完整或被改动过（{reason}）。请重新放置该文件，并确认途中没有服务器截断、改写或误标压缩。",
        "{url} arrived cut short or altered ({reason}). Put the file there anew, and see that no server on the way cuts, rewrites or falsely compresses it.",
    ),
    named(
        "file-version",
        "{url} 属于另一版本（{found}），与脚本（{expected}）不符。请一并更新 dist 中的全部文件，并清除缓存。",
        "{url} is of another version ({found}) than the script ({expected}). Replace all files of dist together, and have caches ask for them anew.",
    ),
    named(
        "plan-version",
        "{url} 由另一版本（{found}）的 plan-widgets 生成，与脚本（{expected}）不符。请重新生成：npx plan-widgets build。",
        "{url} was built by another version of plan-widgets ({found}) than the script ({expected}). Build it again: npx plan-widgets build.",
    ),
    named(
        "unsupported",
        "此浏览器不支持 {reason}，因此只显示静态内容。",
        "This browser lacks {reason}, so only the static content is shown.",
    ),
    named(
        "failed",
        "部件未能启动（{reason}）；原有内容仍可阅读。",
        "The widget could not be started ({reason}). What was there can still be read.",
    ),
    named("json", "{url} 不是有效的 JSON：{reason}。", "{url} is not valid JSON: {reason}."),
    named(
        "model-invalid",
        "规划数据有 {count} 处问题：{problems}",
        "The plan has {count} problem(s): {problems}",
    ),
    named(
        "language-invalid",
        "语言文件有 {count} 处问题，未予使用：{problems}",
        "The language's file has {count} problem(s) and is not used: {problems}",
    ),
    named(
        "language-missing",
        "没有语言 {found} 的界面文字，规划以外的文字显示为英文。请用 registerLanguage() 提供。",
        "There are no words for the language {found}, so what isn't the plan's own text is in English. Give them with registerLanguage().",
    ),
    named("options-invalid", "选项有误：{problems}", "The options are not valid: {problems}"),
    named(
        "progress-invalid",
        "进展数据有 {count} 处问题，未予显示：{problems}",
        "The progress has {count} problem(s) and is not shown: {problems}",
    ),
    named(
        "progress-unbound",
        "进展数据中有 {count} 处所指的内容不在规划的目标之中，已在目标之后列出：{problems}",
        "The progress speaks {count} time(s) of what none of the plan's goals has; that is listed below the goals: {problems}",
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

/// What a widget needs of a browser to go live.
pub struct Need {
    /// Where it is found from the global object; empty for what no script can ask for.
    pub path: &'static str,
    /// Its name for readers of the docs.
    pub about: Say,
    /// The first version of Chrome and Edge, of Firefox and of Safari that has it.
    pub since: [f32; 3],
}

const fn need(path: &'static str, about: Say, since: [f32; 3]) -> Need {
    Need { path, about, since }
}

/// All of it. Without one of these a widget's static content is what readers have; whatever else is missing is done
/// without.
pub const NEEDS: &[Need] = &[
    need("", say("JavaScript 的私有方法", "private methods in JavaScript"), [84.0, 90.0, 15.0]),
    need(
        "WebAssembly.compile",
        say("带引用类型的 WebAssembly", "WebAssembly with reference types"),
        [96.0, 79.0, 15.0],
    ),
    need("customElements.define", say("自定义元素", "custom elements"), [54.0, 63.0, 10.1]),
    need("Element.prototype.attachShadow", say("影子 DOM", "shadow DOM"), [53.0, 63.0, 10.0]),
    need(
        "Document.prototype.adoptedStyleSheets",
        say("由脚本提供的样式表", "stylesheets from scripts"),
        [73.0, 101.0, 16.4],
    ),
    need(
        "CSSStyleSheet.prototype.replaceSync",
        say("替换样式表的内容", "replacing what is in a stylesheet"),
        [73.0, 101.0, 16.4],
    ),
    need("WeakRef", say("弱引用", "weak references"), [84.0, 79.0, 14.1]),
    need("TextDecoder.prototype.decode", say("文字解码", "decoding text"), [38.0, 19.0, 10.1]),
];

/// The first version of Chrome and Edge, of Firefox and of Safari that shows static content in a declarative shadow root.
pub const DECLARATIVE: [f32; 3] = [111.0, 123.0, 16.4];

/// A custom property that changes the looks.
pub struct Token {
    /// Its name.
    pub name: &'static str,
    /// What holds where the page doesn't set it: a value, of colours the light and the dark one, or words.
    pub default: Say,
    /// What it is for.
    pub about: Say,
}

const fn token(name: &'static str, default: Say, zh: &'static str, en: &'static str) -> Token {
    Token { name, default, about: say(zh, en) }
}

/// A value is the same in every language.
const fn value(value: &'static str) -> Say {
    say(value, value)
}

/// The design tokens.
pub const CUSTOM_PROPERTIES: &[Token] = &[
    token("--plan-text", value("#1d2024 · #e8e6e1"), "文字颜色", "colour of the text"),
    token("--plan-text-quiet", value("#5a616b · #a9adb3"), "次要文字颜色", "colour of secondary text"),
    token(
        "--plan-background",
        say("页面的底色", "what is behind the widget"),
        "底色；设了就铺满整个部件",
        "ground; the whole widget is painted with it once it is set",
    ),
    token(
        "--plan-background-raised",
        say("同 --plan-background", "--plan-background"),
        "浮在上面的底色：弹窗、进展的框",
        "ground of what is raised: pop-ups, the frame of reported progress",
    ),
    token("--plan-line", value("#d8d5ce · #3a3e44"), "细线颜色", "colour of hairlines"),
    token(
        "--plan-line-control",
        say("八成 --plan-text-quiet", "--plan-text-quiet at 80 %"),
        "输入框、下拉框、按钮的边框颜色",
        "colour of the edges of fields and buttons",
    ),
    token("--plan-accent", value("#0b5a78 · #85c8e0"), "强调色", "the accent colour"),
    token("--plan-link", say("同 --plan-accent", "--plan-accent"), "链接颜色", "colour of links"),
    token(
        "--plan-focus",
        say("同 --plan-accent", "--plan-accent"),
        "键盘焦点框的颜色",
        "colour of the ring around what has the keyboard’s focus",
    ),
    token("--plan-mark", value("#ffefb0 · #5a4a08"), "搜索命中的底色", "ground of search hits"),
    token("--plan-warning", say("同 --plan-text", "--plan-text"), "过期的数字", "figures that are overdue"),
    token(
        "--plan-positive",
        say("同 --plan-accent", "--plan-accent"),
        "状态：已实现、进度正常",
        "statuses: reached, on track",
    ),
    token("--plan-negative", say("同 --plan-accent", "--plan-accent"), "状态：进度滞后", "status: behind"),
    token(
        "--plan-stage-achieved",
        say("同 --plan-accent", "--plan-accent"),
        "进度 achieved 的记号颜色",
        "colour of the mark of the stage achieved",
    ),
    token(
        "--plan-stage-complete",
        say("同 --plan-accent", "--plan-accent"),
        "进度 complete 的记号颜色",
        "colour of the mark of the stage complete",
    ),
    token(
        "--plan-stage-start",
        say("同 --plan-accent", "--plan-accent"),
        "进度 start 的记号颜色",
        "colour of the mark of the stage start",
    ),
    token(
        "--plan-stage-accelerate",
        say("同 --plan-accent", "--plan-accent"),
        "进度 accelerate 的记号颜色",
        "colour of the mark of the stage accelerate",
    ),
    token(
        "--plan-stage-strive",
        say("同 --plan-accent", "--plan-accent"),
        "进度 strive 的记号颜色",
        "colour of the mark of the stage strive",
    ),
    token(
        "--plan-stage-plan",
        say("同 --plan-accent", "--plan-accent"),
        "进度 plan 的记号颜色",
        "colour of the mark of the stage plan",
    ),
    token(
        "--plan-stage-support",
        say("同 --plan-accent", "--plan-accent"),
        "进度 support 的记号颜色",
        "colour of the mark of the stage support",
    ),
    token("--plan-shadow", value("#0000002e"), "弹窗阴影的颜色", "colour of the shadow of pop-ups"),
    token("--plan-font", say("系统字体", "the system’s"), "正文字体", "font family of the text"),
    token(
        "--plan-font-heading",
        say("衬线，随语言", "serif, by the language"),
        "标题字体",
        "font family of headings",
    ),
    token("--plan-font-size", say("浏览器的字号", "the browser’s"), "基准字号", "base font size"),
    token("--plan-font-size-heading", value("1.5em"), "标题的字号", "size of the heading"),
    token("--plan-font-size-group", value("1.125em"), "分组标题的字号", "size of the titles of groups"),
    token(
        "--plan-font-size-title",
        say("1.25em；时间线列表 1em", "1.25em; in a timeline’s list 1em"),
        "事项、目标、词条名称的字号；大数字按它放大。行高固定的长列表不变",
        "size of the names of items, goals and terms; large figures are multiples of it. A long list with rows of one height keeps its own",
    ),
    token(
        "--plan-font-size-small",
        value("0.875em"),
        "小字的字号；更小的按它缩小。时间轴不变",
        "size of small text, of which smaller text is made; lanes keep theirs",
    ),
    token("--plan-font-weight-heading", value("700"), "标题的粗细", "weight of headings"),
    token(
        "--plan-line-height",
        say("1.5；中文 1.7", "1.5; in Chinese 1.7"),
        "行高；时间轴不变",
        "line height; lanes keep theirs",
    ),
    token("--plan-line-height-heading", value("1.3"), "标题的行高", "line height of headings"),
    token(
        "--plan-space",
        value("0.25em"),
        "间距的单位：各处间隔都是它的倍数，即疏密。时间轴的行高不变",
        "unit of spacing: gaps are multiples of it, so it is the density. Rows of lanes keep their height",
    ),
    token("--plan-padding", value("0"), "部件四周的留白", "room around the content of a widget"),
    token("--plan-radius", value("0.125em"), "圆角", "radius of corners"),
    token(
        "--plan-rule",
        value("1px"),
        "细线的粗细；粗线是它的两倍",
        "width of hairlines; strong lines are twice as wide",
    ),
    token(
        "--plan-focus-width",
        value("2px"),
        "键盘焦点框的粗细",
        "width of the ring around what has the focus",
    ),
    token(
        "--plan-duration",
        value("0ms"),
        "颜色变化所用的时间；读者要求减少动效时没有",
        "how long colours take to change; not at all where readers want less motion",
    ),
];

impl Element {
    /// What it is called in code: `goalCard` for `plan-goal-card`.
    #[must_use]
    pub fn name(&self) -> String {
        camel_case(self.tag.strip_prefix("plan-").unwrap_or(self.tag))
    }

    /// The attributes that hold what the reader did, in the order of links.
    pub fn state(&self) -> impl Iterator<Item = &'static Attribute> {
        self.events.iter().flat_map(|event| event.writes).copied()
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
