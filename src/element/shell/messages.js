// Generated from src/element/widgets/ by `cargo xtask generate`.

export const ERRORS = {
  "wasm-blocked": { zh: "浏览器不允许运行 WebAssembly，因此只显示静态内容。请在内容安全策略的 script-src 中加入 'wasm-unsafe-eval'。", en: "The browser refuses WebAssembly, so only the static content is shown. Add 'wasm-unsafe-eval' to script-src in the Content-Security-Policy." },
  "network": { zh: "无法取得 {url}（{reason}）。请检查该地址。", en: "{url} could not be fetched ({reason}). Check the address." },
  "json": { zh: "{url} 不是有效的 JSON：{reason}。", en: "{url} is not valid JSON: {reason}." },
  "model-invalid": { zh: "规划数据有 {count} 处问题：{problems}", en: "The plan has {count} problem(s): {problems}" },
  "options-invalid": { zh: "选项有误：{problems}", en: "The options are not valid: {problems}" },
  "progress-invalid": { zh: "进展数据有 {count} 处问题，未予显示：{problems}", en: "The progress has {count} problem(s) and is not shown: {problems}" },
  "check-failed": { zh: "规划数据无法检查（{reason}）。", en: "The plan could not be checked ({reason})." },
  "mark-failed": { zh: "词条无法标注（{reason}）；正文没有改动。", en: "The terms could not be marked ({reason}). The text is as it was." },
  "attribute-invalid": { zh: "属性有误，已忽略：{problems}", en: "An attribute is not valid and was ignored: {problems}" },
  "crashed": { zh: "部件意外中止，内容仍可阅读。正在重新启动。（{reason}）", en: "The widget stopped unexpectedly and can still be read. It is being restarted. ({reason})" },
  "gave-up": { zh: "部件多次意外中止，不再重新启动；内容仍可阅读。（{reason}）", en: "The widget has stopped too often to be restarted again. It can still be read. ({reason})" },
};

export const PHRASES = [
  { zh: "JSON", en: "JSON" },
  { zh: "对象", en: "an object" },
  { zh: "数组", en: "an array" },
  { zh: "文字", en: "a text" },
  { zh: "由 a-z、0-9 和连字符组成的编号", en: "an id of a-z, 0-9 and hyphens" },
  { zh: "独有的编号（第 {} 项已用此编号）", en: "an id of its own: item {} has this one" },
  { zh: "某个词条的编号", en: "the id of a term" },
  { zh: "页面上某个元素的 id", en: "the id of an element of the page" },
  { zh: "CSS 选择器", en: "a CSS selector" },
  { zh: "某个事项的编号", en: "the id of an event" },
  { zh: "某个事项的编号", en: "the id of an item" },
  { zh: "以空格分隔的编号，可用：{}", en: "any of {}, parted by spaces" },
  { zh: "以空格分隔的 {} 编号", en: "ids of {}, parted by spaces" },
  { zh: "某个主题的编号", en: "the id of a topic" },
  { zh: "某个部门的编号", en: "the id of a department" },
  { zh: "某个时期的编号", en: "the id of a period" },
  { zh: "某一部分的编号", en: "the id of a part" },
  { zh: "某个数字的编号", en: "the id of a figure" },
  { zh: "某个项目的编号", en: "the id of a project" },
  { zh: "某个目标的编号", en: "the id of a goal" },
  { zh: "某一条的编号", en: "the id of an article" },
  { zh: "goal、project 和 figure 中恰好一个", en: "just one of goal, project and figure" },
  { zh: "与起点不同的目标值", en: "a target other than the baseline" },
  { zh: "EDTF 日期或区间，如 \"2025-05-05\" 或 \"2024/2027\"", en: "an EDTF date or interval, such as \"2025-05-05\" or \"2024/2027\"" },
  { zh: "http 或 https 地址，或相对地址", en: "an address of http or https, or a relative one" },
  { zh: "整数", en: "a whole number" },
  { zh: "至少一种语言：zh 或 en", en: "at least one of \"zh\" and \"en\"" },
  { zh: "以下之一：{}", en: "one of {}" },
  { zh: "{} 到 {} 的整数", en: "a whole number from {} to {}" },
  { zh: "标题，或仅一个目标、项目或数字", en: "a title, or just one goal, project or figure" },
  { zh: "字段 {}", en: "the field {}" },
  { zh: "缺失", en: "nothing" },
  { zh: "未知字段", en: "an unknown field" },
  { zh: "含 {} 项的数组", en: "an array of {}" },
  { zh: "数字", en: "a number" },
  { zh: "null、true 或 false", en: "null, true or false" },
];

export const PROBLEM = { zh: "{place}：应为{expected}，实为{found}", en: "{place}: expected {expected}, found {found}" };

export const NEAREST = { zh: "；是否想写“{nearest}”？", en: "; did you mean \"{nearest}\"?" };

export const UNAVAILABLE = { zh: "此内容无法显示。", en: "This content can't be shown." };
