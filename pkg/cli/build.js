// `plan-widgets build`: a plan as pages fetch it, checked once: what each widget shows of it in each language.

import { createHash } from "node:crypto";
import { readFile, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dataFiles, list, render, renderContent, version } from "./server.js";
import { planFile, planOf, progressOf, tellUnspoken } from "./check.js";
import { whole } from "./folder.js";
import { siteOf } from "./site.js";
import { safe } from "./terminal.js";
import { traditional } from "./traditional.js";

/** @typedef {import("./folder.js").Into} Into */

/**
 * What leads to a built plan's files: what has built it, where the plan is, and of each view model the file in each
 * language, the plan's own first; under `later`, the same of files that complete them.
 * @typedef {Record<string, Record<string, string>>} Files
 * @typedef {{ made: string, plan: string, languages: string[], files: Files, later: Files }} Index
 */

/** @typedef {import("./page.js").Kind} Kind */

const WORDS = {
  en: {
    done: (/** @type {number} */ count, /** @type {string} */ folder) => `${count} files in ${folder}`,
    over: (/** @type {string} */ path) => `${path} would be written over, and is read from: name another --out`,
    there: (/** @type {string} */ path) => `${path} is there and no plan that was built: name another --out`,
    title: "To put into pages",
    about:
      "What a page needs beside the package’s script. Between the tags belongs the static content, for readers without " +
      "JavaScript; the line in front saves a round trip where the widget is seen first.",
    where: "index.json stands for its URL, as the page sees it.",
    content: "static content",
    goals: "Single goals",
    plan: "The plan itself",
    kinds: { timeline: "Timeline", "goal-deck": "Goals", glossary: "Glossary" },
  },
  zh: {
    done: (/** @type {number} */ count, /** @type {string} */ folder) => `${folder} 中共 ${count} 个文件`,
    over: (/** @type {string} */ path) => `${path} 是读取的文件，会被覆盖：请换一个 --out`,
    there: (/** @type {string} */ path) => `${path} 已经存在，不属于生成的规划：请换一个 --out`,
    title: "嵌入网页的代码",
    about:
      "除软件包的脚本外，页面需要以下内容。标签之间放静态内容，供没有 JavaScript 的读者阅读；组件在首屏时，前面一行省去一次往返。",
    where: "index.json 应写成从页面看到的网址。",
    content: "静态内容",
    goals: "单个目标",
    plan: "规划数据",
    kinds: { timeline: "时间线", "goal-deck": "目标", glossary: "名词解释" },
  },
};

/** @type {("timeline" | "goal-deck" | "glossary")[]} */
const KINDS = ["timeline", "goal-deck", "glossary"];

// In the place of the plan's folder, whose files' URLs are to be told from others.
const FOLDER = "http://folder.invalid/";

// A data file: by its name it is known for good.
const DATA = /^[a-z]+\.[\w-]+\.[0-9a-f]{12}\.json$/;

/**
 * Writes a plan's data files and the index that leads to them. Pictures lie where `folder` lies.
 * @param {Into} into
 * @param {string} folder
 * @param {PlanJson | undefined} model
 * @param {string} plan the way from there to the plan
 */
export async function writeBuilt(into, folder, model, plan) {
  /** @type {Index} */
  const index = { made: `${version} plan`, plan, languages: list(model).languages, files: {}, later: {} };
  for (const { name, view, lang, json, later } of dataFiles(model)) {
    for (const [files, content] of /** @type {[Files, string][]} */ ([[index.files, json], [index.later, later]])) {
      if (!content) continue;
      const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
      const path = `data/${name}.${lang}.${hash}.json`;
      (files[view] ??= {})[lang] = path;
      await into.write(join(folder, path), content);
    }
  }
  await into.write(join(folder, "index.json"), JSON.stringify(index));
  return index;
}

/**
 * @typedef {{ out: string, site?: string, words?: string[], progress?: string, traditional?: true }} BuildOptions
 */

/**
 * Writes a plan's folder, once all is valid.
 * @param {string} given the plan, or the index of a built one
 * @param {BuildOptions} options
 * @param {Lang} lang
 */
export async function build(given, { out, site, words, progress, traditional: converts }, lang) {
  const base = site === undefined ? undefined : siteOf(site, lang);
  const file = await planFile(given);
  const written = /** @type {PlanJson} */ (await planOf(file, words, lang));
  const model = converts ? await traditional(written, lang) : written;
  if (progress) await progressOf(progress, model, lang);
  const before = await indexOf(out);
  // The folder's own pages aren't ours.
  if (typeof before?.made !== "string")
    for (const path of ["index.html", "index.json"].map((name) => join(out, name)))
      if (await stat(path).catch(() => null)) throw new Error(WORDS[lang].there(path));
  let count = 0;
  /** @type {Index | undefined} */
  let index;
  /** @param {Into} folder */
  async function work(folder) {
    /** @type {Into} */
    const into = {
      write: (path, content) => (count++, folder.write(path, content)),
      copy: (from, to) => (count++, folder.copy(from, to)),
    };
    index = await writeBuilt(into, "", model, "plan.json");
    if (converts) await into.write("plan.json", JSON.stringify(model));
    else await into.copy(file, "plan.json");
    if (progress) await into.copy(progress, "progress.json");
    for (const [path, from] of await picturesOf(model, file)) await into.copy(from, path);
    for (const { path, kind, options } of elements(model))
      await into.write(path, `${renderContent(/** @type {"timeline"} */ (kind), { ...options, model })}\n`);
    await into.write("index.html", page(model, base, Boolean(progress), lang));
  }
  const guarded = [file, ...(words ?? []), ...(progress ? [progress] : [])];
  await whole(out, work, { guarded, refuse: (path) => new Error(WORDS[lang].over(path)) });
  await sweep(out, [before, index]);
  console.log(safe(WORDS[lang].done(count, out)));
  tellUnspoken(file, model, lang);
}

/**
 * The files that a plan names as its media and that lie below its folder: their paths in it, and where they are.
 * @param {PlanJson} model
 * @param {string} file
 * @returns {Promise<[path: string, from: string][]>}
 */
async function picturesOf(model, file) {
  const found = new Map();
  for (const { src } of (model.events ?? []).flatMap(({ media = [] }) => media)) {
    const { href, pathname } = new URL(src, FOLDER);
    if (!href.startsWith(FOLDER)) continue;
    const path = decodeURIComponent(pathname.slice(1));
    const from = join(dirname(file), path);
    if (
      await stat(from).then(
        (there) => there.isFile(),
        () => false,
      )
    )
      found.set(path, from);
  }
  return [...found];
}

/**
 * The index that a folder has already.
 * @param {string} folder
 * @returns {Promise<Index | undefined>}
 */
const indexOf = (folder) =>
  readFile(join(folder, "index.json"), "utf8")
    .then(JSON.parse)
    .catch(() => undefined);

/**
 * Takes away the data files that none of some indexes has. Those of the build before stay: pages that have its index
 * still ask for them.
 * @param {string} folder
 * @param {(Index | undefined)[]} indexes
 */
async function sweep(folder, indexes) {
  const all = indexes.flatMap((index) => [index?.files, index?.later]);
  const kept = all.flatMap((files = {}) => Object.values(files).flatMap((paths) => Object.values(paths)));
  for (const name of await readdir(join(folder, "data")))
    if (DATA.test(name) && !kept.includes(`data/${name}`)) await rm(join(folder, "data", name));
}

/** @typedef {{ lang: string, goal?: string }} Options */

/**
 * Every element of which there is static content, and where that is.
 * @param {PlanJson} model
 * @returns {{ path: string, kind: Kind, options: Options }[]}
 */
function elements(model) {
  const { languages, goals } = list(model);
  return languages.flatMap((lang) => [
    ...KINDS.map((kind) => ({ path: `static/${kind}.${lang}.html`, kind, options: { lang } })),
    ...goals.map((goal) => ({
      path: `static/goal-card.${goal}.${lang}.html`,
      kind: /** @type {const} */ ("goal-card"),
      options: { lang, goal },
    })),
  ]);
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * The page with what is to be put into others.
 * @param {PlanJson} model
 * @param {URL | undefined} base where it will be found
 * @param {boolean} progress
 * @param {Lang} lang
 */
function page(model, base, progress, lang) {
  const words = WORDS[lang];
  /** @param {string} path */
  const url = (path) => (base ? new URL(path, base).href : path);
  const [own] = model.languages;
  const title = model.plan.title[own];
  /**
   * @param {Kind} kind
   * @param {Options} options
   */
  const snippet = (kind, options) => {
    const goals = kind.startsWith("goal");
    const empty = render(/** @type {"timeline"} */ (kind), {
      ...options,
      src: url("index.json"),
      ...(goals && progress && { progress: url("progress.json") }),
      model,
    }).replace(/^(<[^>]+>)[^]*(<\/[^>]+>)$/, "$1…$2");
    const script = `${goals ? "goals" : kind}.js`;
    return [
      `<link rel="preload" href="${escaped(url("index.json"))}" as="fetch" crossorigin>`,
      `<script type="module" src="https://YOUR-HOST/plan-widgets/dist/${script}"></script>`,
      empty,
    ].join("\n");
  };
  const all = elements(model);
  /** @param {(typeof all)[number]} element */
  const shown = ({ path, kind, options }) => `<h3>${[options.goal, options.lang].filter(Boolean).join(", ")}</h3>
<pre><code>${escaped(snippet(kind, options))}</code></pre>
<p><a href="${path}">${words.content}</a></p>`;
  /** @param {Kind} kind */
  const section = (kind) =>
    all
      .filter((each) => each.kind === kind)
      .map(shown)
      .join("\n");
  return `<!doctype html>
<html lang="${lang === "zh" ? "zh-Hans" : "en"}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<style>
body { max-width: 48rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif; }
pre { padding: 0.75rem 1rem; overflow-x: auto; border: 1px solid; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1 lang="${own}">${escaped(title)}</h1>
<h2>${words.title}</h2>
<p>${words.about}${base ? "" : ` ${words.where}`}</p>
${KINDS.map((kind) => `<h2>${words.kinds[/** @type {"timeline"} */ (kind)]}</h2>\n${section(kind)}`).join("\n")}
<h2>${words.goals}</h2>
${section("goal-card")}
<h2>${words.plan}</h2>
<p><a href="plan.json" download>plan.json</a></p>
</body>
</html>
`;
}
