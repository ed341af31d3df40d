//! The wordings of problems: the one table of them, in every language.
//!
//! Reading a model only picks a code. Whoever shows a problem words it: [`Problem::text`](super::Problem::text) here,
//! and on pages `errors.js`, whose table `cargo xtask generate` makes of this one.

use super::Lang;

/// The wordings of one thing, perhaps with holes: `{name}`.
#[derive(Clone, Copy, Debug)]
pub struct Wordings {
    zh: &'static str,
    en: &'static str,
}

impl Wordings {
    /// The wording in Chinese where `lang` is that, else in English.
    #[must_use]
    pub fn get(self, lang: &Lang) -> &'static str {
        if lang.key().starts_with("zh") { self.zh } else { self.en }
    }
}

/// The sentence of a problem, with its `{place}`, what was `{expected}` there and what was `{found}`.
pub const PROBLEM: Wordings = Wordings {
    zh: "{place}\u{ff1a}应为{expected}\u{ff0c}实为{found}",
    en: "{place}: expected {expected}, found {found}",
};

/// The end of that sentence where there is a valid value close by, the `{nearest}`.
pub const NEAREST: Wordings = Wordings {
    zh: "\u{ff1b}是否想写\u{201c}{nearest}\u{201d}\u{ff1f}",
    en: "; did you mean \"{nearest}\"?",
};

/// How many more problems are of its kind, behind what was found: `{more}`.
pub const MORE: Wordings =
    Wordings { zh: "\u{ff08}同类问题另有 {more} 处\u{ff09}", en: " (and {more} more like it)" };

/// The separator of a list's items.
pub const COMMA: Wordings = Wordings { zh: "\u{3001}", en: ", " };

/// The separator of several problems in one sentence.
pub const SEMICOLON: Wordings = Wordings { zh: "\u{ff1b}", en: "; " };

macro_rules! phrases {
    ($($code:ident = $name:literal: $zh:literal, $en:literal;)*) => {
        /// The code of something that a problem says is expected or found. Its wordings have a hole for each
        /// parameter, by number from `{0}`, or `{list}` for all of them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $en] $code,)*
        }

        impl Code {
            /// Every code, in the order of their definition.
            pub const ALL: &[Code] = &[$(Code::$code,)*];

            /// Its name, by which JavaScript knows it. All in one text take less of the checkers than a table of them.
            #[must_use]
            pub fn name(self) -> &'static str {
                const NAMES: &str = concat!($($name, " "),*);
                let (mut start, mut left) = (0, self as usize);
                for (at, byte) in NAMES.bytes().enumerate() {
                    if byte == b' ' {
                        if left == 0 {
                            return NAMES.get(start..at).unwrap_or_default();
                        }
                        left -= 1;
                        start = at + 1;
                    }
                }
                ""
            }

            /// Its wordings.
            #[must_use]
            pub fn wordings(self) -> Wordings {
                match self {
                    $(Code::$code => Wordings { zh: $zh, en: $en },)*
                }
            }
        }
    };
}

phrases! {
    // Kinds of values
    Object = "object": "对象", "an object";
    Array = "array": "数组", "an array";
    Items = "items": "含 {0} 项的数组", "an array of {0}";
    Text = "text": "文字", "a text";
    Number = "number": "数字", "a number";
    Whole = "whole": "整数", "a whole number";
    CountFrom = "count-from": "1 或更大的整数", "a whole number, 1 or more";
    Range = "range": "{0} 到 {1} 的整数", "a whole number from {0} to {1}";
    Constant = "constant": "null\u{3001}true 或 false", "null, true or false";
    Json = "json": "JSON", "JSON";

    // How much there may be of a value, and how much there is
    Longest = "longest": "不超过 {0} 个字符的文字", "a text of at most {0} characters";
    Characters = "characters": "{0} 个字符的文字", "a text of {0} characters";
    Most = "most": "不超过 {0} 项的数组", "an array of at most {0}";
    Values = "values": "总共不超过 {0} 个值", "at most {0} values in all";
    More = "more": "更多", "more";

    // Values as they stand, and choices of them
    Quoted = "quoted": "\"{0}\"", "\"{0}\"";
    Literal = "literal": "{0}", "{0}";
    List = "list": "{list}", "{list}";
    OneOf = "one-of": "以下之一\u{ff1a}{list}", "one of {list}";
    AnyOf = "any-of": "以空格分隔的编号\u{ff0c}可用\u{ff1a}{list}", "any of {list}, separated by spaces";
    WordsOf = "words-of": "以空格分隔的词\u{ff0c}可用\u{ff1a}{list}", "words separated by spaces, any of {list}";
    IdsOf = "ids-of": "以空格分隔的 {0} 编号", "ids of {0}, separated by spaces";

    // Members of objects
    Field = "field": "字段 \"{0}\"", "the field \"{0}\"";
    Missing = "missing": "缺失", "nothing";
    UnknownField = "unknown-field": "未知字段", "an unknown field";

    // Texts of a certain form
    Id = "id": "由 a-z\u{3001}0-9 和连字符组成的编号\u{ff0c}不超过 100 个字符", "an id of up to 100 of a-z, 0-9 and hyphens";
    OwnId = "own-id": "独有的编号\u{ff08}第 {0} 项已用此编号\u{ff09}", "an id of its own: item {0} has this one";
    Edtf = "edtf": "EDTF 日期或区间\u{ff0c}如 \"2025-05-05\" 或 \"2024/2027\"",
        "an EDTF date or interval, such as \"2025-05-05\" or \"2024/2027\"";
    Date = "date": "日期\u{ff0c}如 2021\u{3001}2021-06 或 2021-06-15", "a date, such as 2021, 2021-06 or 2021-06-15";
    NotBefore = "not-before": "不早于 {0} 的日期", "a date that is not before {0}";
    Url = "url": "http 或 https 地址\u{ff0c}或相对地址", "an address of http or https, or a relative one";
    Selector = "selector": "CSS 选择器", "a CSS selector";

    // Sentences of a language's file
    Holes = "holes": "含有 {list} 各一次的文字", "a text with each of {list} once";
    NoHoles = "no-holes": "不含花括号的文字", "a text without braces";
    Forms = "forms": "文字\u{ff0c}或对 {list} 各有一条文字的对象", "a text, or an object with one for each of {list}";
    CaseOf = "case-of": "冒号后为 cases 中的名称\u{ff1a}{list}", "behind the colon a name from cases: {list}";
    NoCases = "no-cases": "冒号后的名称须在 cases 中定义", "no colon, for there are no cases";
    Table = "table": "由 0 到 {0} 组成的文字\u{ff0c}指明每个数用 forms 中的第几项", "digits from 0 to {0}: which of the forms each number has";

    // References
    TopicId = "topic-id": "某个主题的编号", "the id of a topic";
    DepartmentId = "department-id": "某个部门的编号", "the id of a department";
    PlaceId = "place-id": "某个地点的编号", "the id of a place";
    PeriodId = "period-id": "某个时期的编号", "the id of a period";
    PartId = "part-id": "某一部分的编号", "the id of a part";
    FigureId = "figure-id": "某个数字的编号", "the id of a figure";
    ProjectId = "project-id": "某个项目的编号", "the id of a project";
    GoalId = "goal-id": "某个目标的编号", "the id of a goal";
    TermId = "term-id": "某个词条的编号", "the id of a term";
    ItemId = "item-id": "某个事项的编号", "the id of an item";
    PlanLanguage = "plan-language": "规划所列语言之一", "one of the plan's languages";
    ElementId = "element-id": "页面上某个元素的 id", "the id of an element of the page";

    // What a record has to have as a whole
    Languages = "languages": "至少一种语言\u{ff0c}如 [\"zh\"]", "at least one language, such as [\"en\"]";
    LanguageTag = "language-tag": "语言标签\u{ff0c}如 \"fr\" 或 \"zh-Hant\"", "the tag of a language, such as \"fr\" or \"zh-Hant\"";
    Title = "title": "标题\u{ff0c}或仅一个目标\u{3001}项目或数字", "a title, or just one goal, project or figure";
    Subject = "subject": "goal\u{3001}project 和 figure 中恰好一个", "just one of goal, project and figure";
    OneForm = "one-form": "value 与 as_of\u{ff0c}或 series\u{ff0c}不可兼有", "either value and as_of, or series";
    Later = "later": "晚于前一个值 {0} 的时间", "a time that ends after {0}, that of the value before";
    Ended = "ended": "有终点的时间", "a time with an end";
    Forecast = "forecast": "预测值\u{ff08}其前已有预测值\u{ff09}", "a forecast, for one stands before it";
    Actual = "actual": "至少一个非预测值", "at least one value that is no forecast";
    Revised = "revised": "\"kind\": \"revised\"\u{ff0c}或不写 before", "\"kind\": \"revised\", or no before";
    SameValue = "same-value": "与 series 中同一时间相同的值", "the value that the series has for that time";
    OneStatus = "one-status": "每个目标只有一个状态", "just one status for a goal";
    MostReports = "most-reports": "关于 {1} 的报告不超过 {0} 份", "at most {0} reports about {1}";
    OtherTarget = "other-target": "与起点不同的目标值", "a target other than the baseline";
}
