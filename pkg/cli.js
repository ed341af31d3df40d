#!/usr/bin/env node
// `plan-widgets TASK …`: a task's options, and where it is done.

import { build } from "./cli/build.js";
import { check, planOf } from "./cli/check.js";
import { edit } from "./cli/edit.js";
import { exported, FORMATS } from "./cli/export.js";
import { imported } from "./cli/import.js";
import { init } from "./cli/init.js";
import { language } from "./cli/language.js";
import { pages } from "./cli/pages.js";
import { print } from "./cli/render.js";
import { reason, safe } from "./cli/terminal.js";
import { traditional } from "./cli/traditional.js";
import { wordpress } from "./cli/wordpress.js";
import { version } from "./server.js";

const FIELDS =
  "title, start, end, display, summary, topic, period, media, credit, caption, alt, link, id, kind, year, value";

const USAGE = {
  en: `plan-widgets check [--json] FILE …
  What is wrong with plans, by line. Ends with 0 when all are valid, 1 when one isn't, 2 when it can't tell.
  --progress FILE     progress of the goals of the last plan, which is checked with it
  --json              an array of {file, line, column, pointer, found, expected, nearest, text}

plan-widgets edit [FILE]
  The editor of plans in your browser, from this machine: a table, a form, a preview. FILE is a plan, or what import takes
  --port N            where on localhost; 8310 without it

plan-widgets build FILE --out FOLDER
  A plan as pages fetch it, which don't have to check it: <plan-timeline src="FOLDER/index.json">. With static content and
  a page of what to put into others
  --site URL          where FOLDER will be found, for what is to be put into other pages
  --progress FILE     progress of its goals, which is checked with it
  --traditional       its Chinese in traditional characters as well, as the task of this name converts it
  --wordpress         what the WordPress plugin shows as well: static content of each topic, and all of it in shadow roots

plan-widgets import FILE … [--out plan.json]
  A plan made of a spreadsheet (XLSX, ODS, CSV, TSV), a calendar (iCalendar), JSON of TimelineJS or vis-timeline, or a
  glossary (TBX, SKOS, a folder or ZIP of Markdown), and what of it has to be asked about; of an indicator of Open SDG,
  with its metadata in YAML, progress. Ends with 0 when it is written, 1 when the file can't be read
  --out FILE          what is written, which must not be there yet; plan.json or progress.json without it
  --lang TAG          the language of its texts; told by what is written without it
  --map COLUMN=FIELD  what a column is, several times for several: ${FIELDS}
  --sheet NAME        the sheet; the first with titles and dates without it
  --figure|--goal|--project ID   of an indicator, what of the plan it is about; --plan FILE looks whether that is there
  --unit TEXT         of an indicator, what its values count in; --source NAME, who says them; --financial-year MONTH,
                      the month in which its years begin, from 2 to 12

plan-widgets export PLAN --to ${FORMATS.join("|")} [--out FILE]
  The events of a plan as a spreadsheet, a calendar or TimelineJS's JSON, and what of it isn't in there

plan-widgets language TAG [FILE]
  The file of a language that the package has no words for, TAG.json, to be filled in

plan-widgets render timeline|goal-card|goal-deck|glossary|overview [--ATTRIBUTE VALUE …]
  Prints the element with its content as static HTML. Attributes are the element's own: --topic transport
  --plan FILE         a plan of your own; the element's src says the same, unless --src says otherwise
  --shadow            in a shadow root, with the widget's looks inside
  --stylesheet URL    the same, with the looks by a link
  --content           only what stands between the tags

plan-widgets pages --site URL --out FOLDER
  Pages for frames: timeline, deck, every goal and the glossary, each with its oEmbed file and picture
  --site URL          where FOLDER will be found
  --plan FILE         a plan of your own
  --traditional       its Chinese in traditional characters as well, as the task of this name converts it
  --provider NAME     who shows it; the site's host name without it
  --theme NAME|FILE   their look: paper, ink, civic, contrast, or a stylesheet that sets tokens on :root; pictures have it
  --font FILE         a font with Chinese for the pictures; the system's without it. Pictures are PNG where
                      @resvg/resvg-js is installed, else SVG

plan-widgets wordpress --out FOLDER
  A plugin for WordPress: the widgets as blocks and shortcodes, with the bundled plan. Its readme.txt has the rest

plan-widgets traditional FILE
  Prints the plan with its texts in traditional characters besides, for readers of zh-Hant, zh-TW and zh-HK, converted by
  opencc-js, which has to be installed. Widgets say that a program made them

plan-widgets init [FOLDER]
  A plan to begin with, a page that shows it, and what the page needs

  --words FILE        words for a language, as \`language\` makes them; several times for several. With check they are checked
  --lang TAG          the language: of content one of the plan's, its own without it; of reports and new files zh or
                      en, the terminal's without it; of check also that of a file of words with sentences about errors`,
  zh: `plan-widgets check [--json] 文件 …
  检查规划数据，逐行指出问题。全部有效时以 0 结束，有问题为 1，无法判断为 2。
  --progress 文件     最后一个规划各目标的进展，一并检查
  --json              输出 {file, line, column, pointer, found, expected, nearest, text} 的数组

plan-widgets edit [文件]
  在浏览器里打开本机的规划编辑器：表格、表单、预览。文件可以是规划，或 import 所读的文件
  --port 端口         localhost 的端口；默认为 8310

plan-widgets build 文件 --out 文件夹
  生成供页面读取的规划，页面无需再检查：<plan-timeline src="文件夹/index.json">。另有静态内容，以及列出嵌入代码的页面
  --site 地址         文件夹将来所在的网址，用于嵌入代码
  --progress 文件     各目标的进展，一并检查
  --traditional       另加繁体中文，与 traditional 命令的转换相同
  --wordpress         另加 WordPress 插件要显示的：每个主题的静态内容，并各有放在影子根里的一份

plan-widgets import 文件 … [--out plan.json]
  由电子表格（XLSX、ODS、CSV、TSV）、日历（iCalendar）、TimelineJS 或 vis-timeline 的 JSON、术语表（TBX、SKOS、Markdown 的
  文件夹或 ZIP）生成规划，并列出需要核实之处；由 Open SDG 的指标及其 YAML 元数据生成进展。写出时以 0 结束，文件无法读取时为 1
  --out 文件          写出的文件，不得已存在；默认为 plan.json 或 progress.json
  --lang 标签         文字的语言；不写则按内容判断
  --map 列名=字段     指明某列是什么，可写多次：${FIELDS}
  --sheet 名称        工作表；不写则为第一个有标题和日期的表
  --figure|--goal|--project 编号   指标所属的规划内容；--plan 文件 用于核对该编号
  --unit 文字         指标数值的单位；--source 名称 为数据来源；--financial-year 月份 为财政年度开始的月份，2 至 12

plan-widgets export 规划 --to ${FORMATS.join("|")} [--out 文件]
  把规划的事项写成电子表格、日历或 TimelineJS 的 JSON，并列出未写入的内容

plan-widgets language 标签 [文件]
  为没有界面文字的语言写出待填写的语言文件，即 标签.json

plan-widgets render timeline|goal-card|goal-deck|glossary|overview [--属性 值 …]
  输出元素及其静态 HTML 内容。属性即元素的属性，如 --topic transport
  --plan 文件         自己的规划；除非另写 --src，元素的 src 与此相同
  --shadow            放进影子根，样式在内
  --stylesheet 地址   同上，样式以链接引入
  --content           只输出标签之间的内容

plan-widgets pages --site 地址 --out 文件夹
  供 iframe 嵌入的页面：时间线、目标、每个目标一页、名词解释，各带 oEmbed 文件和图片
  --site 地址         文件夹将来所在的网址
  --plan 文件         自己的规划
  --traditional       另加繁体中文，与 traditional 命令的转换相同
  --provider 名称     发布者；不写则为网址的主机名
  --theme 名称|文件   样子：paper、ink、civic、contrast，或在 :root 上设自定义属性的样式表；图片随之
  --font 文件         图片用的中文字体；不写则用系统字体。装有 @resvg/resvg-js 时图片为 PNG，否则为 SVG

plan-widgets wordpress --out 文件夹
  WordPress 插件：以区块和短代码显示组件，附带规划数据。用法见其中的 readme.txt

plan-widgets traditional 文件
  输出另加繁体中文的规划，供 zh-Hant、zh-TW、zh-HK 读者使用；由 opencc-js 转换，需先安装。组件会注明文字由程序转换

plan-widgets init [文件夹]
  一份可供改写的规划、显示它的页面，以及页面所需的文件

  --words 文件        某种语言的界面文字，即 language 所写的文件；多种语言可写多次。用于 check 时一并检查
  --lang 标签         语言：内容为规划所列语言之一，默认随规划；报告和新文件为 zh 或 en，默认随终端；check 也可用
                      所给语言文件中的错误说明`,
};

const LANG = terminal();

/**
 * What is wrong with what was typed, and what should stand there.
 * @typedef {"missing" | "task" | "option" | "value" | "twice" | "lang" | "map" | "month" | "subject" | "to"} Mistake
 * @typedef {"file" | "plan" | "folder" | "tag" | "widget" | "site" | "built" | "out"} Expected
 * @typedef {Record<Mistake, (...facts: (string | true)[]) => string> & Record<Expected, string>} Mistakes
 */

const MISTAKES = /** @type {Record<Lang, Mistakes>} */ ({
  en: {
    missing: (what) => `expected ${what}`,
    task: (name) => `"${name}" is not a task`,
    option: (arg, name) => `"${arg}" is not an option of ${name}`,
    value: (arg) => `${arg} needs a value`,
    twice: (key) => `--${key} stands twice; several values go into one, separated by spaces`,
    lang: (value) => `--lang is "zh" or "en", not "${value}"`,
    map: (value) => `--map is COLUMN=FIELD, not "${value}"`,
    subject: () => "an indicator is about one of --figure, --goal and --project",
    month: (value) => `--financial-year is a month from 2 to 12, not "${value}"`,
    to: (value) => `--to is one of ${FORMATS.join(", ")}, not "${value}"`,
    file: "FILE",
    plan: "one FILE",
    folder: "one FOLDER",
    tag: "one TAG, and one FILE or none",
    widget: "one of timeline, goal-card, goal-deck, glossary, overview",
    site: "--site URL --out FOLDER",
    built: "FILE --out FOLDER",
    out: "--out FOLDER",
  },
  zh: {
    missing: (what) => `应有：${what}`,
    task: (name) => `没有“${name}”这个命令`,
    option: (arg, name) => `${name} 没有“${arg}”这个选项`,
    value: (arg) => `${arg} 后应有值`,
    twice: (key) => `--${key} 出现了两次；多个值写在一起，以空格分隔`,
    lang: (value) => `--lang 应为 zh 或 en，而不是“${value}”`,
    map: (value) => `--map 应为“列名=字段”，而不是“${value}”`,
    subject: () => "指标只属于 --figure、--goal、--project 之一",
    month: (value) => `--financial-year 应为 2 至 12 的月份，而不是“${value}”`,
    to: (value) => `--to 应为 ${FORMATS.join("、")} 之一，而不是“${value}”`,
    file: "文件",
    plan: "一个文件",
    folder: "一个文件夹",
    tag: "一个标签，文件至多一个",
    widget: "timeline、goal-card、goal-deck、glossary、overview 之一",
    site: "--site 地址 --out 文件夹",
    built: "文件 --out 文件夹",
    out: "--out 文件夹",
  },
})[LANG];

/** What was typed is no task, or lacks something. */
class Usage extends Error {}

/**
 * What follows `--name` on the command line, by that name; `true` for what stands alone, a list for what may stand
 * twice.
 * @typedef {Record<string, string | true | string[] | undefined>} Typed
 */

/**
 * A task: the options that it has, or null where an element's attributes are its options, and what it does with them
 * and with what was typed besides. Names ending in "!" stand alone.
 * @type {Record<string, { options: string[] | null, run(options: Typed, rest: string[]): Promise<number | void> }>}
 */
const TASKS = {
  check: {
    options: ["json!", "words", "progress"],
    /** @param {{ json?: true, words?: string[], progress?: string, lang?: string }} options */
    run: ({ lang = LANG, ...options }, files) =>
      files.length || (options.words && !options.progress) ? check({ files, lang, ...options }) : missing("file"),
  },
  edit: {
    options: ["port"],
    /** @param {{ port?: string, lang?: Lang }} options */
    run: ({ lang = LANG, ...options }, [file, ...more]) => (more.length ? missing("plan") : edit(file, options, lang)),
  },
  build: {
    options: ["out", "site", "words", "progress", "traditional!", "wordpress!"],
    /** @param {import("./cli/build.js").BuildOptions & { lang?: Lang }} options */
    run: (options, [file, ...more]) =>
      file && options.out && !more.length ? build(file, options, options.lang ?? LANG) : missing("built"),
  },
  import: {
    options: ["out", "map", "sheet", "plan", "figure", "goal", "project", "unit", "source", "financial-year"],
    /** @param {import("./cli/import.js").IndicatorOptions & { map?: string[], "financial-year"?: string }} options */
    run: ({ map = [], "financial-year": month, ...options }, files) => {
      if (!files.length) missing("file");
      if (SUBJECTS.filter((subject) => options[subject] !== undefined).length > 1) throw mistake("subject");
      const financialYear = month === undefined ? undefined : Number(month);
      if (financialYear !== undefined && !MONTHS.includes(financialYear)) throw mistake("month", String(month));
      const fields = map.map((each) => {
        // The name of a column may have the sign in it.
        const end = each.lastIndexOf("=");
        if (end < 1) throw mistake("map", each);
        return [each.slice(0, end), each.slice(end + 1)];
      });
      return imported(files, { ...options, financialYear, map: Object.fromEntries(fields) }, LANG);
    },
  },
  export: {
    options: ["to", "out"],
    /** @param {{ to?: string, out?: string, lang?: Lang }} options */
    run: ({ to, out, lang = LANG }, [file, ...more]) => {
      if (!file || more.length) missing("plan");
      if (!to || !FORMATS.includes(to)) throw mistake("to", to ?? "");
      return exported(file, to, out, lang);
    },
  },
  language: {
    options: [],
    /** @param {{ lang?: Lang }} options */
    run: ({ lang = LANG }, [tag, file, ...more]) =>
      tag === undefined || more.length ? missing("tag") : language(tag, file, lang),
  },
  render: {
    options: null,
    /** @param {import("./cli/render.js").PrintOptions} options */
    run: (options, [kind, ...more]) => (kind && !more.length ? print(kind, options, LANG) : missing("widget")),
  },
  pages: {
    options: ["site", "out", "plan", "words", "provider", "font", "theme", "traditional!"],
    /** @param {import("./cli/pages.js").PagesOptions & { lang?: Lang }} options */
    run: (options, files) =>
      files.length || !options.site || !options.out ? missing("site") : pages(options, options.lang ?? LANG),
  },
  wordpress: {
    options: ["out"],
    /** @param {{ out?: string, lang?: Lang }} options */
    run: ({ out, lang = LANG }, files) => (files.length || !out ? missing("out") : wordpress(out, lang)),
  },
  traditional: {
    options: [],
    /** @param {{ lang?: Lang }} options */
    async run({ lang = LANG }, [file, ...more]) {
      if (!file || more.length) missing("plan");
      const plan = /** @type {PlanJson} */ (await planOf(file, [], lang));
      console.log(JSON.stringify(await traditional(plan, lang), null, 2));
    },
  },
  init: {
    options: [],
    /** @param {{ lang?: Lang }} options */
    run: ({ lang = LANG }, [folder = ".", ...more]) => (more.length ? missing("folder") : init(folder, lang)),
  },
};

/** @type {("figure" | "goal" | "project")[]} */
const SUBJECTS = ["figure", "goal", "project"];

// In which financial years may begin: those that begin in January are years.
const MONTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

// Tasks whose --lang is that of content, and options that may stand several times.
const OWN = ["render", "check", "import"];
const LISTS = ["words", "map"];

// The options that stand alone.
const ALONE = ["json", "shadow", "content", "deep-link"];

/**
 * @param {Mistake} kind
 * @param {(string | true)[]} facts
 */
function mistake(kind, ...facts) {
  return new Usage(MISTAKES[kind](...facts));
}

/**
 * @param {Expected} what
 * @returns {never}
 */
function missing(what) {
  throw mistake("missing", MISTAKES[what]);
}

/**
 * What is to be done, or nothing where help is asked for.
 * @param {string[]} typed
 */
function parse([name, ...rest]) {
  if (name === undefined || ["help", "--help", "-h"].includes(name)) return null;
  if (!Object.hasOwn(TASKS, name)) throw mistake("task", name);
  const { options, run } = TASKS[name];
  const [found, files] = [/** @type {Typed} */ ({}), /** @type {string[]} */ ([])];
  while (rest.length) {
    const arg = /** @type {string} */ (rest.shift());
    if (arg === "--help" || arg === "-h") return null;
    if (!arg.startsWith("--")) {
      files.push(arg);
      continue;
    }
    const [, key, , given] = /** @type {string[]} */ (arg.match(/^--([^=]*)(=(.*))?$/s));
    const alone = options ? options.includes(`${key}!`) : ALONE.includes(key);
    if (options && !alone && key !== "lang" && !options.includes(key)) throw mistake("option", arg, name);
    const value = given ?? (alone ? true : rest.shift());
    if (value === undefined) throw mistake("value", arg);
    if (key === "lang" && !OWN.includes(name) && value !== "zh" && value !== "en") throw mistake("lang", value);
    if (LISTS.includes(key)) found[key] = [.../** @type {string[]} */ (found[key] ?? []), `${value}`];
    else if (Object.hasOwn(found, key)) throw mistake("twice", key);
    else found[key] = value;
  }
  return () => run(found, files);
}

/** The language of the terminal. */
function terminal() {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL || LC_MESSAGES || LANG)?.startsWith("zh") ? "zh" : "en";
}

async function main() {
  const args = process.argv.slice(2);
  if (args[0] === "--version") return console.log(version);
  const run = parse(args);
  if (run) process.exitCode = (await run()) ?? 0;
  else console.log(USAGE[LANG]);
}

/** @param {unknown} error */
function fail(error) {
  const said = safe(reason(error, LANG));
  console.error(error instanceof Usage ? `${said}\n\nplan-widgets --help` : said);
  process.exitCode = 2;
}

// Who reads no further, as `head`, has what it wanted; of whatever else has gone wrong `console` says nothing.
process.stdout.on("error", (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code === "EPIPE") return;
  fail(Object.assign(error, { path: "stdout" }));
  process.exit();
});

main().catch(fail);
