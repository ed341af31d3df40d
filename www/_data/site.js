import { readFileSync } from "node:fs";
import { env } from "node:process";

// One place says where the project is: `pkg/package.json`, which a check compares with Cargo.toml.
const { version, author, repository, bugs } = JSON.parse(
  readFileSync(new URL("../../pkg/package.json", import.meta.url), "utf8"),
);
/** A URL, or nothing while that is a placeholder, with which nothing can be released. */
const set = (url) => (new URL(url).hostname === "example.org" ? undefined : url);

// What every page says of the site, in its languages, and where its menus lead.
export default {
  /** Where it will be: `PLAN_SITE`, as for the pages of frames. */
  url: env.PLAN_SITE ?? "http://localhost:8300/",
  /** The version that the pages describe. */
  version,
  author,
  repository: set(repository.url.replace(/^git\+|\.git$/g, "")),
  issues: set(bugs.url),
  words: {
    "zh-Hans": {
      feed: "plan-widgets 更新记录",
      version: "本站所述版本",
      skip: "跳到正文",
      menu: "目录",
      docs: "文档",
      all: "全部页面",
      other: "English",
      otherTag: "en",
      here: "本页内容",
      search: "搜索",
      main: "主要页面",
      get: "文件、代码与联系",
      foot: "湛江规划的展示为非正式内容，正式引用请核对标准文本。代码以 MIT 许可发布。",
    },
    en: {
      feed: "plan-widgets: changelog",
      version: "These pages describe version",
      skip: "Skip to the content",
      menu: "Contents",
      docs: "Docs",
      all: "All pages",
      other: "中文",
      otherTag: "zh-Hans",
      here: "On this page",
      search: "Search",
      main: "Main pages",
      get: "Files, code and contact",
      foot: "The presentation of Zhanjiang’s plan is unofficial: check quotations against the standard text. The code is under the MIT licence.",
    },
  },
  /** Chapters of the menu; a page is named by its path below the language's root. */
  menu: [
    {
      title: { "zh-Hans": "从这里开始", en: "Start here" },
      pages: [
        ["newsroom/", "编辑部", "For a newsroom"],
        ["department/", "政府部门", "For a department"],
        ["developer/", "开发者", "For a developer"],
        ["guide/your-own-plan.html", "自己的规划", "Your own plan"],
      ],
    },
    {
      title: { "zh-Hans": "部件", en: "Widgets" },
      pages: [
        ["timeline/", "时间线", "Timeline"],
        ["goals/", "目标卡片", "Goal cards"],
        ["glossary/", "名词解释", "Glossary"],
        ["terms/", "文章里的词条", "Terms in your text"],
        ["overview/", "规划一览", "Overview"],
      ],
    },
    {
      title: { "zh-Hans": "工具", en: "Tools" },
      pages: [
        ["embedding/", "放进你的网页", "Put it on your page"],
        ["editor/", "规划编辑器", "Editor"],
        ["playground/", "试一试", "Playground"],
      ],
    },
    {
      title: { "zh-Hans": "指南", en: "Guides" },
      pages: [
        ["guide/from-a-spreadsheet.html", "从电子表格开始", "From a spreadsheet"],
        ["guide/progress.html", "各期进展", "Progress over time"],
        ["guide/your-own-language.html", "自己的语言", "Your own language"],
        ["guide/your-own-look.html", "自己的样子", "Your own look"],
        ["guide/frameworks.html", "在前端框架里", "In your framework"],
      ],
    },
    {
      title: { "zh-Hans": "查阅", en: "Reference" },
      pages: [
        ["gallery/", "示例", "Gallery"],
        ["reference/", "名称一览", "Every name"],
        ["bench/", "与同类比较", "Compared"],
        ["data/", "关于数据", "About the data"],
        ["support/", "支持与版本", "Support and versions"],
        ["accessibility/", "无障碍", "Accessibility"],
        ["privacy/", "隐私与安全", "Privacy and security"],
        ["changelog/", "更新记录", "Changelog"],
      ],
    },
  ],
};
