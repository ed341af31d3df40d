// Generated from src/element/spec.rs and src/model/phrases.rs by `cargo xtask generate`.

export const ERRORS = {
  "wasm-blocked": { zh: "浏览器不允许运行 WebAssembly，因此只显示静态内容。请在内容安全策略的 script-src 中加入 'wasm-unsafe-eval'。", en: "The browser refuses WebAssembly, so only the static content is shown. Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy." },
  "network": { zh: "无法取得 {url}（{reason}）。请检查该地址。", en: "{url} could not be fetched ({reason}). Check the address." },
  "file-missing": { zh: "服务器对 {url} 返回的是网页，多半是缺少该文件。请将文件放到该处，或改正地址。", en: "The server answers {url} with a web page: most likely the file isn't there. Put it there, or correct the address." },
  "file-broken": { zh: "{url} 不完整或被改动过（{reason}）。请重新放置该文件，并确认途中没有服务器截断、改写或误标压缩。", en: "{url} arrived cut short or altered ({reason}). Put the file there anew, and see that no server on the way cuts, rewrites or falsely compresses it." },
  "file-version": { zh: "{url} 属于另一版本（{found}），与脚本（{expected}）不符。请一并更新 dist 中的全部文件，并清除缓存。", en: "{url} is of another version ({found}) than the script ({expected}). Replace all files of dist together, and have caches ask for them anew." },
  "plan-version": { zh: "{url} 由另一版本（{found}）的 plan-widgets 生成，与脚本（{expected}）不符。请重新生成：npx plan-widgets build。", en: "{url} was built by another version of plan-widgets ({found}) than the script ({expected}). Build it again: npx plan-widgets build." },
  "unsupported": { zh: "此浏览器不支持 {reason}，因此只显示静态内容。", en: "This browser lacks {reason}, so only the static content is shown." },
  "failed": { zh: "部件未能启动（{reason}）；原有内容仍可阅读。", en: "The widget could not be started ({reason}). What was there can still be read." },
  "json": { zh: "{url} 不是有效的 JSON：{reason}。", en: "{url} is not valid JSON: {reason}." },
  "model-invalid": { zh: "规划数据有 {count} 处问题：{problems}", en: "The plan has {count} problem(s): {problems}" },
  "language-invalid": { zh: "语言文件有 {count} 处问题，未予使用：{problems}", en: "The language's file has {count} problem(s) and is not used: {problems}" },
  "language-missing": { zh: "没有语言 {found} 的界面文字，规划以外的文字显示为英文。请用 registerLanguage() 提供。", en: "There are no words for the language {found}, so what isn't the plan's own text is in English. Give them with registerLanguage()." },
  "options-invalid": { zh: "选项有误：{problems}", en: "The options are not valid: {problems}" },
  "progress-invalid": { zh: "进展数据有 {count} 处问题，未予显示：{problems}", en: "The progress has {count} problem(s) and is not shown: {problems}" },
  "progress-unbound": { zh: "进展数据中有 {count} 处所指的内容不在规划的目标之中，已在目标之后列出：{problems}", en: "The progress speaks {count} time(s) of what none of the plan's goals has; that is listed below the goals: {problems}" },
  "check-failed": { zh: "规划数据无法检查（{reason}）。", en: "The plan could not be checked ({reason})." },
  "mark-failed": { zh: "词条无法标注（{reason}）；正文没有改动。", en: "The terms could not be marked ({reason}). The text is as it was." },
  "attribute-invalid": { zh: "属性有误，已忽略：{problems}", en: "An attribute is not valid and was ignored: {problems}" },
  "crashed": { zh: "部件意外中止，内容仍可阅读。正在重新启动。（{reason}）", en: "The widget stopped unexpectedly and can still be read. It is being restarted. ({reason})" },
  "gave-up": { zh: "部件多次意外中止，不再重新启动；内容仍可阅读。（{reason}）", en: "The widget has stopped too often to be restarted again. It can still be read. ({reason})" },
};

export const PHRASES = {
  "object": { zh: "对象", en: "an object" },
  "array": { zh: "数组", en: "an array" },
  "items": { zh: "含 {0} 项的数组", en: "an array of {0}" },
  "text": { zh: "文字", en: "a text" },
  "number": { zh: "数字", en: "a number" },
  "whole": { zh: "整数", en: "a whole number" },
  "count-from": { zh: "1 或更大的整数", en: "a whole number, 1 or more" },
  "range": { zh: "{0} 到 {1} 的整数", en: "a whole number from {0} to {1}" },
  "constant": { zh: "null、true 或 false", en: "null, true or false" },
  "json": { zh: "JSON", en: "JSON" },
  "longest": { zh: "不超过 {0} 个字符的文字", en: "a text of at most {0} characters" },
  "characters": { zh: "{0} 个字符的文字", en: "a text of {0} characters" },
  "most": { zh: "不超过 {0} 项的数组", en: "an array of at most {0}" },
  "values": { zh: "总共不超过 {0} 个值", en: "at most {0} values in all" },
  "more": { zh: "更多", en: "more" },
  "quoted": { zh: "\"{0}\"", en: "\"{0}\"" },
  "literal": { zh: "{0}", en: "{0}" },
  "list": { zh: "{list}", en: "{list}" },
  "one-of": { zh: "以下之一：{list}", en: "one of {list}" },
  "any-of": { zh: "以空格分隔的编号，可用：{list}", en: "any of {list}, separated by spaces" },
  "words-of": { zh: "以空格分隔的词，可用：{list}", en: "words separated by spaces, any of {list}" },
  "ids-of": { zh: "以空格分隔的 {0} 编号", en: "ids of {0}, separated by spaces" },
  "field": { zh: "字段 \"{0}\"", en: "the field \"{0}\"" },
  "missing": { zh: "缺失", en: "nothing" },
  "unknown-field": { zh: "未知字段", en: "an unknown field" },
  "id": { zh: "由 a-z、0-9 和连字符组成的编号，不超过 100 个字符", en: "an id of up to 100 of a-z, 0-9 and hyphens" },
  "own-id": { zh: "独有的编号（第 {0} 项已用此编号）", en: "an id of its own: item {0} has this one" },
  "edtf": { zh: "EDTF 日期或区间，如 \"2025-05-05\" 或 \"2024/2027\"", en: "an EDTF date or interval, such as \"2025-05-05\" or \"2024/2027\"" },
  "date": { zh: "日期，如 2021、2021-06 或 2021-06-15", en: "a date, such as 2021, 2021-06 or 2021-06-15" },
  "not-before": { zh: "不早于 {0} 的日期", en: "a date that is not before {0}" },
  "url": { zh: "http 或 https 地址，或相对地址", en: "an address of http or https, or a relative one" },
  "selector": { zh: "CSS 选择器", en: "a CSS selector" },
  "holes": { zh: "含有 {list} 各一次的文字", en: "a text with each of {list} once" },
  "no-holes": { zh: "不含花括号的文字", en: "a text without braces" },
  "forms": { zh: "文字，或对 {list} 各有一条文字的对象", en: "a text, or an object with one for each of {list}" },
  "case-of": { zh: "冒号后为 cases 中的名称：{list}", en: "behind the colon a name from cases: {list}" },
  "no-cases": { zh: "冒号后的名称须在 cases 中定义", en: "no colon, for there are no cases" },
  "table": { zh: "由 0 到 {0} 组成的文字，指明每个数用 forms 中的第几项", en: "digits from 0 to {0}: which of the forms each number has" },
  "topic-id": { zh: "某个主题的编号", en: "the id of a topic" },
  "department-id": { zh: "某个部门的编号", en: "the id of a department" },
  "place-id": { zh: "某个地点的编号", en: "the id of a place" },
  "period-id": { zh: "某个时期的编号", en: "the id of a period" },
  "part-id": { zh: "某一部分的编号", en: "the id of a part" },
  "figure-id": { zh: "某个数字的编号", en: "the id of a figure" },
  "project-id": { zh: "某个项目的编号", en: "the id of a project" },
  "goal-id": { zh: "某个目标的编号", en: "the id of a goal" },
  "term-id": { zh: "某个词条的编号", en: "the id of a term" },
  "item-id": { zh: "某个事项的编号", en: "the id of an item" },
  "plan-language": { zh: "规划所列语言之一", en: "one of the plan's languages" },
  "element-id": { zh: "页面上某个元素的 id", en: "the id of an element of the page" },
  "languages": { zh: "至少一种语言，如 [\"zh\"]", en: "at least one language, such as [\"en\"]" },
  "language-tag": { zh: "语言标签，如 \"fr\" 或 \"zh-Hant\"", en: "the tag of a language, such as \"fr\" or \"zh-Hant\"" },
  "title": { zh: "标题，或仅一个目标、项目或数字", en: "a title, or just one goal, project or figure" },
  "subject": { zh: "goal、project 和 figure 中恰好一个", en: "just one of goal, project and figure" },
  "one-form": { zh: "value 与 as_of，或 series，不可兼有", en: "either value and as_of, or series" },
  "later": { zh: "晚于前一个值 {0} 的时间", en: "a time that ends after {0}, that of the value before" },
  "ended": { zh: "有终点的时间", en: "a time with an end" },
  "forecast": { zh: "预测值（其前已有预测值）", en: "a forecast, for one stands before it" },
  "actual": { zh: "至少一个非预测值", en: "at least one value that is no forecast" },
  "revised": { zh: "\"kind\": \"revised\"，或不写 before", en: "\"kind\": \"revised\", or no before" },
  "same-value": { zh: "与 series 中同一时间相同的值", en: "the value that the series has for that time" },
  "one-status": { zh: "每个目标只有一个状态", en: "just one status for a goal" },
  "most-reports": { zh: "关于 {1} 的报告不超过 {0} 份", en: "at most {0} reports about {1}" },
  "other-target": { zh: "与起点不同的目标值", en: "a target other than the baseline" },
};

export const PROBLEM = { zh: "{place}：应为{expected}，实为{found}", en: "{place}: expected {expected}, found {found}" };

export const MORE = { zh: "（同类问题另有 {more} 处）", en: " (and {more} more like it)" };

export const NEAREST = { zh: "；是否想写“{nearest}”？", en: "; did you mean \"{nearest}\"?" };

export const COMMA = { zh: "、", en: ", " };

export const SEMICOLON = { zh: "；", en: "; " };

// What attributes have to be, where they aren't one of a list.
/** @type {Record<string, Phrase>} */
export const ATTRIBUTES = {"src":["url"],"from":["date"],"to":["date"],"limit":["count-from"],"item":["item-id"],"heading-level":["range","1","6"],"controls":["words-of","auto","all","none","search","filters","legend","layouts","count","zoom","menu"],"goal":["goal-id"],"project":["project-id"],"term":["term-id"],"for":["element-id"],"href":["url"],"skip":["selector"]};

// Those that are lists of ids; so many at most are named.
export const FACETS = ["topic","stage","period","article","place","items","chapter","department","kind","status","goals","terms"];
export const FEW = 10;

// The longest value, in bytes.
export const LONGEST = 10000;

// The languages that there are such sentences in.
export const WORDED = ["zh","en"];


/** @type {Sentence} */
export const UNAVAILABLE = {
  "ar": "لا يمكن عرض هذا المحتوى.",
  "de": "Dieser Inhalt kann nicht angezeigt werden.",
  "en": "This content can’t be shown.",
  "es": "Este contenido no se puede mostrar.",
  "fr": "Ce contenu ne peut pas être affiché.",
  "ja": "この内容は表示できません。",
  "ko": "이 내용을 표시할 수 없습니다.",
  "pt": "Este conteúdo não pode ser mostrado.",
  "ru": "Это содержимое не удаётся показать.",
  "zh-Hans": "此内容无法显示。",
  "zh-Hant": "此內容無法顯示。"
};

// What a widget needs of a browser, by where it is found.
export const NEEDS = ["WebAssembly.compile","customElements.define","Element.prototype.attachShadow","Document.prototype.adoptedStyleSheets","CSSStyleSheet.prototype.replaceSync","WeakRef","TextDecoder.prototype.decode"];
