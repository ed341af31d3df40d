// `plan-widgets pages`: pages for frames, each with its oEmbed file and picture.

import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, list, render, themeStylesheet } from "./server.js";
import { writeBuilt } from "./build.js";
import { planFile, planOf, tellUnspoken } from "./check.js";
import { whole } from "./folder.js";
import { embed, page } from "./page.js";
import { siteOf } from "./site.js";
import { safe } from "./terminal.js";
import { traditional } from "./traditional.js";

const DIST = dirname(fileURLToPath(import.meta.url));

// What no page needs.
const LEFT =
  /^(cli|server|server-edge|render-module|index|elements|language)\.js$|^(render|language|import)\.wasm$|^static$|^editor/;

const WORDS = {
  done: {
    en: (/** @type {number} */ count, /** @type {string} */ folder) => `${count} pages in ${folder}`,
    zh: (/** @type {number} */ count, /** @type {string} */ folder) => `${folder} 中共 ${count} 个页面`,
  },
  vector: {
    en:
      "The pictures are SVG, which few networks show. For PNG this needs @resvg/resvg-js " +
      "(npm install @resvg/resvg-js) and a font with Chinese (--font FILE).",
    zh:
      "图片为 SVG，多数社交网络不显示。要生成 PNG，需要 @resvg/resvg-js" +
      "（npm install @resvg/resvg-js）和中文字体（--font 文件）。",
  },
  unread: {
    en: (/** @type {string} */ file) => `${file} can't be read`,
    zh: (/** @type {string} */ file) => `无法读取 ${file}`,
  },
  over: {
    en: (/** @type {string} */ path) => `${path} would be written over, and is read from: name another --out`,
    zh: (/** @type {string} */ path) => `${path} 是读取的文件，会被覆盖：请换一个 --out`,
  },
};

/** @typedef {import("../types/server.d.ts").Renderable} Renderable */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {[path: string, kind: import("./page.js").Kind, options: { topic?: string, goal?: string }]} Row */

/**
 * @typedef {{ plan?: string, words?: string[], traditional?: true }} Plan
 * @typedef {{ provider?: string, font?: string, theme?: string }} Optional
 * @typedef {Plan & Optional & { site: string, out: string }} PagesOptions
 */

/**
 * Writes them all, with what they need.
 * @param {PagesOptions} options
 * @param {Lang} lang
 */
export async function pages(options, lang) {
  const { site, out, words, provider, font, traditional: converts } = options;
  const plan = options.plan && (await planFile(options.plan));
  const look = options.theme === undefined ? undefined : await lookOf(options.theme, lang);
  const base = siteOf(site, lang);
  const written = await planOf(plan, words, lang);
  const model = written && converts ? await traditional(written, lang) : written;
  const own = Boolean(plan ?? words);
  const all = everything(model);
  const hosts = hostsOf(base, model);
  /** @type {Map<string, PlanJson | undefined>} */
  const models = new Map(); // the way to the root → the plan as pages there show it
  const draw = await pencil(out, font);
  /** @param {import("./folder.js").Into} into */
  async function work(into) {
    for (const name of await readdir(DIST))
      if (!LEFT.test(name)) await into.copy(join(DIST, name), join("dist", name));
    if (model !== written) await into.write("plan.json", JSON.stringify(model));
    else if (plan) await into.copy(plan, "plan.json");
    if (look) await into.write("theme.css", look.css);
    // Words are in what is built with them.
    if (own)
      await writeBuilt(into, "plan", model && seenFrom("../", model), plan ? "../plan.json" : "../dist/plan.json");
    const waiting = [...all];
    async function next() {
      for (let each = waiting.shift(); each; each = waiting.shift()) await write(into, each);
    }
    await Promise.all(Array.from({ length: availableParallelism() }, next));
  }
  /**
   * @param {import("./folder.js").Into} into
   * @param {Page} each
   */
  async function write(into, { path, kind, options, languages }) {
    const root = "../".repeat(path.split("/").length - 1);
    if (!models.has(root)) models.set(root, model && seenFrom(root, model));
    const about = describe(kind, /** @type {Renderable[typeof kind]} */ ({ ...options, ...look?.of, model }));
    const picture = await draw(into, path, about.picture);
    const content = render(
      kind,
      /** @type {Renderable[typeof kind]} */ ({
        ...options,
        model: models.get(root),
        src: own ? `${root}plan/index.json` : undefined,
        "deep-link": true,
        "heading-level": 1,
        stylesheet: `${root}dist/${sheet(kind)}`,
      }),
    );
    const facts = {
      base,
      path,
      root,
      kind,
      options,
      languages,
      about,
      content,
      picture,
      hosts,
      own,
      provider: provider ?? base.hostname,
      theme: look !== undefined,
    };
    await into.write(join(path, "index.html"), page(facts));
    await into.write(join(path, "oembed.json"), JSON.stringify(embed(facts), null, 2));
  }
  const guarded = [plan, font, look?.file, ...(words ?? [])].filter((file) => file !== undefined);
  await whole(out, work, { guarded, refuse: (path) => new Error(WORDS.over[lang](path)) });
  console.log(safe(WORDS.done[lang](all.length, out)));
  if (draw.vector) console.error(WORDS.vector[lang]);
  if (plan) tellUnspoken(plan, model, lang);
}

/**
 * What `--theme` says: the stylesheet that pages link, what pictures are drawn with, and the file.
 * @param {string} theme the name of one of ours, or a file
 * @param {Lang} lang
 * @returns {Promise<{ css: string, of: { theme: string } | { look: string }, file?: string }>}
 */
async function lookOf(theme, lang) {
  if (/^[a-z]+$/.test(theme)) return { css: themeStylesheet(theme, { lang }), of: { theme } };
  const look = await readFile(theme, "utf8").catch(() => {
    throw new Error(WORDS.unread[lang](theme));
  });
  try {
    return { css: themeStylesheet(look, { lang }), of: { look }, file: theme };
  } catch (error) {
    const { problems = [] } = /** @type {Partial<PlanErrorDetail>} */ (error);
    throw problems.length ? new Error(problems.map(({ text }) => `${theme}:${text}`).join("\n")) : error;
  }
}

/**
 * The media of a plan's events.
 * @param {PlanJson | undefined} model
 */
const mediaOf = (model) => (model?.events ?? []).flatMap(({ media = [] }) => media);

/**
 * The origins that a plan has pictures from, but for the site's own.
 * @param {URL} base
 * @param {PlanJson | undefined} model
 */
function hostsOf(base, model) {
  const pictures = mediaOf(model).filter(({ kind, src }) => kind === "image" && URL.canParse(src, base));
  const hosts = new Set(pictures.map(({ src }) => new URL(src, base).origin));
  hosts.delete(base.origin);
  return [...hosts];
}

/**
 * The plan with the URLs of its media as seen from a page: they lie where the plan lies.
 * @param {string} root the way from the page to the plan's folder
 * @param {PlanJson} model
 */
function seenFrom(root, model) {
  const seen = structuredClone(model);
  for (const medium of mediaOf(seen)) if (!/^([a-z\d+.-]*:|\/)/i.test(medium.src)) medium.src = root + medium.src;
  return seen;
}

/**
 * The stylesheet of a widget.
 * @param {import("./page.js").Kind} kind
 */
export const sheet = (kind) => `${kind.startsWith("goal") ? "goals" : kind}.css`;

/**
 * Every page.
 * @param {PlanJson} [model]
 * @returns {Page[]}
 */
function everything(model) {
  const { languages, timeline, deck, goals } = list(model);
  /** @type {Row[]} */
  const kinds = [
    ["embed/timeline/", "timeline", {}],
    ...timeline.map((topic) => /** @type {Row} */ ([`embed/timeline/${topic}/`, "timeline", { topic }])),
    ["embed/deck/", "goal-deck", {}],
    ...deck.map((topic) => /** @type {Row} */ ([`embed/deck/${topic}/`, "goal-deck", { topic }])),
    ...goals.map((goal) => /** @type {Row} */ ([`embed/goal/${goal}/`, "goal-card", { goal }])),
    ["embed/glossary/", "glossary", {}],
    ["embed/overview/", "overview", {}],
  ];
  /** @param {string} lang */
  const folder = (lang) => (lang === languages[0] ? "" : `${lang}/`);
  return kinds.flatMap(([path, kind, options]) =>
    languages.map((lang) => ({
      path: folder(lang) + path,
      kind,
      options: { lang, ...options },
      languages: languages.map((lang) => [lang, folder(lang) + path]),
    })),
  );
}

/** @typedef {typeof import("@resvg/resvg-js")} Resvg */

/**
 * What draws: gives it where it is installed next to the package or where the command is typed, and has a font for
 * Chinese.
 * @param {import("@resvg/resvg-js").ResvgRenderOptions} options
 * @returns {Promise<Resvg | undefined>}
 */
async function resvg(options) {
  try {
    const { resolve } = createRequire(join(process.cwd(), "package.json"));
    const { default: found } = await import("@resvg/resvg-js").catch(
      () => import(/** @type {string} */ (/** @type {unknown} */ (pathToFileURL(resolve("@resvg/resvg-js"))))),
    );
    const sample =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9" font-size="9">规</text></svg>';
    return new found.Resvg(sample, options).getBBox() && found;
  } catch {
    return undefined;
  }
}

/**
 * Gives what draws the picture of a page, and gives its file's name. One that is in `out` already is not drawn again.
 * @param {string} out
 * @param {string} [font]
 */
async function pencil(out, font) {
  const options = { font: { loadSystemFonts: !font, fontFiles: font ? [font] : [] } };
  const found = await resvg(options);
  /**
   * @param {import("./folder.js").Into} into
   * @param {string} path
   * @param {string} picture
   */
  async function draw(into, path, picture) {
    const [vector, drawn] = ["picture.svg", "picture.png"].map((name) => join(path, name));
    const same = (await readFile(join(out, vector), "utf8").catch(() => "")) === picture;
    const known = same && found && (await readFile(join(out, drawn)).catch(() => null));
    if (!known) {
      await into.write(vector, picture);
      if (found) await into.write(drawn, (await found.renderAsync(picture, options)).asPng());
    }
    return found ? "picture.png" : "picture.svg";
  }
  draw.vector = !found;
  return draw;
}
