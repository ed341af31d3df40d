// `plan-widgets init`: a plan to begin with, a page that shows it, and what the page needs.

import { lstat, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { render } from "./server.js";
import { whole } from "./folder.js";
import { safe } from "./terminal.js";

const DIST = dirname(fileURLToPath(import.meta.url));

// What the page needs of the package.
const NEEDED =
  /^(plan-widgets|plan-widgets-glue|deep-link|errors|check|check-goals|language)\.(js|wasm|css)$|^plan\.schema\.json$|^data$/;

/** @typedef {(typeof WORDS)[Lang]} Words */

const WORDS = {
  en: {
    file: (/** @type {string} */ file) => `${file} is there already: name another folder, or take it away`,
    next: (/** @type {string} */ folder) => `Written: plan.json, index.html and plan-widgets/ in ${folder}

  npx serve ${folder}
    shows the page
  npx plan-widgets check ${join(folder, "plan.json")}
    says what is wrong with the plan, by line`,
    between:
      "Between the tags stands what readers see without JavaScript. When the plan is another, make it anew: " +
      "npx plan-widgets render timeline --plan plan.json",
    page: "A plan of our own",
    plan: {
      title: "Harbour Town: Plan 2026–2030",
      short: "Harbour Town’s plan",
      notice: "An example: put your plan’s words in place of these.",
    },
    topic: "Transport",
    period: "2026 to 2030",
    article: { title: "Getting around", summary: "A tram along the quay, and cycle lanes to every school." },
    figure: { text: "12 km", unit: "km", measure: "Length of the tram" },
    project: { name: "Quay tram", verb: "complete" },
    goal: {
      title: "Leave the car at home",
      summary: "Most ways in town can be made by tram, by bicycle or on foot.",
      measure: "Build a tram along the quay.",
    },
    event: { title: "The tram runs", text: "by 2030" },
    term: {
      name: "Ten-minute town",
      note: "School, shop and stop within ten minutes on foot.",
      component: "a stop within ten minutes",
    },
  },
  zh: {
    file: (/** @type {string} */ file) => `${file} 已经存在：请换一个文件夹，或先移走它`,
    next: (/** @type {string} */ folder) => `已写好：${folder} 中的 plan.json、index.html 和 plan-widgets/

  npx serve ${folder}
    显示页面
  npx plan-widgets check ${join(folder, "plan.json")}
    逐行指出规划数据的问题`,
    between:
      "标签之间是没有 JavaScript 时读者看到的内容。规划改动后请重新生成：npx plan-widgets render timeline --plan plan.json",
    page: "我们的规划",
    plan: { title: "港镇2026—2030年规划", short: "港镇规划", notice: "示例：请换成自己规划的文字。" },
    topic: "交通",
    period: "2026—2030年",
    article: { title: "便捷出行", summary: "沿码头修建电车，自行车道通到每所学校。" },
    figure: { text: "12公里", unit: "公里", measure: "电车线路长度" },
    project: { name: "码头电车", verb: "建成" },
    goal: {
      title: "出门不必开车",
      summary: "镇内多数出行靠电车、自行车或步行就能完成。",
      measure: "沿码头修建电车。",
    },
    event: { title: "电车通车", text: "到2030年" },
    term: { name: "十分钟小镇", note: "步行十分钟内有学校、商店和车站。", component: "车站在步行十分钟内" },
  },
};

/**
 * Writes it all into a folder; nothing is written over.
 * @param {string} folder
 * @param {Lang} lang
 */
export async function init(folder, lang) {
  const words = WORDS[lang];
  for (const name of ["plan.json", "index.html", "plan-widgets"])
    if (await lstat(join(folder, name)).catch(() => null)) throw new Error(words.file(join(folder, name)));
  const plan = starter(words, lang);
  await whole(folder, async (into) => {
    await into.write("plan.json", `${JSON.stringify(plan, null, 2)}\n`);
    await into.write("index.html", page(words, lang, plan));
    for (const name of await readdir(DIST))
      if (NEEDED.test(name)) await into.copy(join(DIST, name), join("plan-widgets", name));
  });
  console.log(words.next(safe(folder)));
}

/**
 * Everything that a widget shows, once.
 * @param {Words} words
 * @param {Lang} lang
 */
function starter({ plan, topic, period, article, figure, project, goal, event, term }, lang) {
  /** @param {string} words */
  const text = (words) => ({ [lang]: words });
  const cite = { article: "1" };
  const by = { edtf: "2030", kind: "by", text: text(event.text) };
  return {
    $schema: "plan-widgets/plan.schema.json",
    schema: 1,
    languages: [lang],
    plan: {
      id: "harbour-town",
      title: text(plan.title),
      short: text(plan.short),
      notice: text(plan.notice),
      period: "period",
    },
    topics: [{ id: "transport", name: text(topic) }],
    periods: [{ id: "period", name: text(period), time: { edtf: "2026/2030", kind: "during" } }],
    articles: [{ id: "1", title: text(article.title), summary: text(article.summary), topics: ["transport"] }],
    figures: [
      {
        id: "tram-length",
        text: text(figure.text),
        value: 12,
        unit: text(figure.unit),
        measure: text(figure.measure),
        kind: "target",
        time: by,
        cite,
      },
    ],
    projects: [
      {
        id: "tram",
        name: text(project.name),
        topic: "transport",
        mentions: [{ stage: "complete", verb: { exact: project.verb }, period: "period", cite }],
      },
    ],
    goals: [
      {
        id: "getting-around",
        kind: "article",
        title: text(goal.title),
        summary: text(goal.summary),
        horizons: [by],
        topics: ["transport"],
        measures: [{ text: text(goal.measure), cite }],
        projects: ["tram"],
        figures: ["tram-length"],
        cite,
      },
    ],
    events: [{ id: "tram-runs", kind: "completion", title: text(event.title), time: by, topics: ["transport"], cite }],
    terms: [
      {
        id: "ten-minute-town",
        name: text(term.name),
        note: text(term.note),
        components: [{ text: text(term.component) }],
      },
    ],
  };
}

/** @type {("overview" | "timeline" | "goal-deck" | "glossary")[]} */
const KINDS = ["overview", "timeline", "goal-deck", "glossary"];

/**
 * The page that shows it.
 * @param {Words} words
 * @param {Lang} lang
 * @param {PlanJson} model
 */
const page = (words, lang, model) => `<!doctype html>
<html lang="${lang === "zh" ? "zh-Hans" : lang}">
<head>
<meta charset="utf-8">
<title>${words.plan.short}</title>
<meta name="viewport" content="width=device-width">
<script type="module" src="plan-widgets/plan-widgets.js"></script>
<style>main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: system-ui, sans-serif; }</style>
</head>
<body>
<main>
<h1>${words.page}</h1>
<!-- ${words.between} -->
${KINDS.map((kind) => render(kind, { src: "plan.json", lang, model })).join("\n")}
</main>
</body>
</html>
`;
