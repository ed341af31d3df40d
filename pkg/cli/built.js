// A plan as pages fetch it: its files, wherever they are put. What makes them is handed over, for the command and the
// editor have it from elsewhere.

/**
 * @typedef {import("./page.js").Kind} Kind
 * @typedef {{ lang: string, goal?: string }} Options
 * @typedef {Pick<typeof import("./server.js"), "dataFiles" | "list" | "render" | "renderContent" | "version">} Server
 * @typedef {(text: string) => Promise<string>} Hash hexadecimal SHA-256
 */

/**
 * What leads to a built plan's files: what has built it, where the plan is, and of each view model the file in each
 * language, the plan's own first; under `later`, the same of files that complete them.
 * @typedef {Record<string, Record<string, string>>} Files
 * @typedef {{ made: string, plan: string, languages: string[], files: Files, later: Files }} Index
 */

const WORDS = {
  en: {
    title: "To put into pages",
    about:
      "What a page needs beside the package’s script. Between the tags belongs the static content, for readers without " +
      "JavaScript; the line in front saves a round trip where the widget is seen first.",
    where: "index.json stands for its URL, as the page sees it.",
    content: "static content",
    goals: "Single goals",
    plan: "The plan itself",
    kinds: { overview: "Overview", timeline: "Timeline", "goal-deck": "Goals", glossary: "Glossary" },
  },
  zh: {
    title: "嵌入网页的代码",
    about:
      "除软件包的脚本外，页面需要以下内容。标签之间放静态内容，供没有 JavaScript 的读者阅读；组件在首屏时，前面一行省去一次往返。",
    where: "index.json 应写成从页面看到的网址。",
    content: "静态内容",
    goals: "单个目标",
    plan: "规划数据",
    kinds: { overview: "规划一览", timeline: "时间线", "goal-deck": "目标", glossary: "名词解释" },
  },
};

/** @type {("overview" | "timeline" | "goal-deck" | "glossary")[]} */
const KINDS = ["overview", "timeline", "goal-deck", "glossary"];

/**
 * A plan's data files and, last, the index that leads to them.
 * @param {Server} server
 * @param {Hash} hash
 * @param {PlanJson | undefined} model
 * @param {string} plan the way from the index to the plan
 * @returns {Promise<{ index: Index, files: [path: string, content: string][] }>}
 */
export async function dataOf(server, hash, model, plan) {
  /** @type {Index} */
  const index = {
    made: `${server.version} plan`,
    plan,
    languages: server.list(model).languages,
    files: {},
    later: {},
  };
  /** @type {[string, string][]} */
  const files = [];
  for (const { name, view, lang, json, later } of server.dataFiles(model)) {
    for (const [of, content] of /** @type {[Files, string][]} */ ([
      [index.files, json],
      [index.later, later],
    ])) {
      if (!content) continue;
      const path = `data/${name}.${lang}.${(await hash(content)).slice(0, 12)}.json`;
      (of[view] ??= {})[lang] = path;
      files.push([path, content]);
    }
  }
  files.push(["index.json", JSON.stringify(index)]);
  return { index, files };
}

/**
 * All that is made of a plan but the copy of it: data files, static content, and the page of what to put into others.
 * @param {Server} server
 * @param {Hash} hash
 * @param {PlanJson} model
 * @param {{ base?: URL, progress?: PlanProgress, lang: Lang }} options `base` is where it will be found
 * @returns {AsyncGenerator<[path: string, content: string], void>}
 */
export async function* filesOf(server, hash, model, { base, progress, lang }) {
  yield* (await dataOf(server, hash, model, "plan.json")).files;
  for (const { path, kind, options } of elements(server, model))
    yield [
      path,
      `${server.renderContent(/** @type {"goal-deck"} */ (kind), { ...options, model, ...of(kind, progress) })}\n`,
    ];
  yield ["index.html", page(server, model, base, Boolean(progress), lang)];
}

/**
 * Every element of which there is static content, and where that is.
 * @param {Server} server
 * @param {PlanJson} [model]
 * @returns {{ path: string, kind: Kind, options: Options }[]}
 */
export function elements(server, model) {
  const { languages, goals } = server.list(model);
  return languages.flatMap((lang) => [
    ...KINDS.map((kind) => ({ path: `static/${kind}.${lang}.html`, kind, options: { lang } })),
    ...goals.map((goal) => ({
      path: `static/goal-card.${goal}.${lang}.html`,
      kind: /** @type {const} */ ("goal-card"),
      options: { lang, goal },
    })),
  ]);
}

/**
 * What is reported, for an element that shows it.
 * @template Progress
 * @param {Kind} kind
 * @param {Progress | undefined} progress
 */
const of = (kind, progress) => (kind.startsWith("goal") && progress ? { progress } : {});

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * What a page needs for an element.
 * @param {Server} server
 * @param {PlanJson} model
 * @param {Kind} kind
 * @param {Options} options
 * @param {(path: string) => string} url
 * @param {boolean} [progress]
 */
export function snippet(server, model, kind, options, url, progress) {
  const empty = server
    .render(/** @type {"goal-deck"} */ (kind), {
      ...options,
      src: url("index.json"),
      ...of(kind, progress ? url("progress.json") : undefined),
      model,
    })
    .replace(/^(<[^>]+>)[^]*(<\/[^>]+>)$/, "$1…$2");
  const script = `${kind.startsWith("goal") ? "goals" : kind}.js`;
  return [
    `<link rel="preload" href="${escaped(url("index.json"))}" as="fetch" crossorigin>`,
    `<script type="module" src="https://YOUR-HOST/plan-widgets/dist/${script}"></script>`,
    empty,
  ].join("\n");
}

/**
 * The page with what is to be put into others.
 * @param {Server} server
 * @param {PlanJson} model
 * @param {URL | undefined} base where it will be found
 * @param {boolean} progress
 * @param {Lang} lang
 */
function page(server, model, base, progress, lang) {
  const words = WORDS[lang];
  /** @param {string} path */
  const url = (path) => (base ? new URL(path, base).href : path);
  const [own] = model.languages;
  const title = model.plan.title[own];
  const all = elements(server, model);
  /** @param {(typeof all)[number]} element */
  const shown = ({ path, kind, options }) => `<h3>${[options.goal, options.lang].filter(Boolean).join(", ")}</h3>
<pre><code>${escaped(snippet(server, model, kind, options, url, progress))}</code></pre>
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
