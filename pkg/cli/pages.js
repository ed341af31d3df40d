// `plan-widgets pages`: pages for frames, each with its oEmbed file and picture.

import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, list, render } from "./server.js";
import { planOf } from "./check.js";
import { embed, page } from "./page.js";

const DIST = dirname(fileURLToPath(import.meta.url));

// What no page needs.
const LEFT = /^(cli|server|server-edge|render-module|index|elements)\.js$|^render\.wasm$|^static$/;

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
  site: {
    en: (/** @type {string} */ site) => `--site is a URL such as https://example.org/plan/, not "${site}"`,
    zh: (/** @type {string} */ site) => `--site 应为网址，如 https://example.org/plan/，而不是“${site}”`,
  },
};

/** @typedef {import("../types/server.d.ts").Renderable} Renderable */
/** @typedef {import("./page.js").Page} Page */
/** @typedef {[path: string, kind: import("./page.js").Kind, options: { topic?: string, goal?: string }]} Row */

/** @typedef {{ site: string, out: string, plan?: string, provider?: string, font?: string }} PagesOptions */

/**
 * Writes them all, with what they need.
 * @param {PagesOptions} options
 * @param {Lang} lang
 */
export async function pages({ site, out, plan, provider, font }, lang) {
  if (!URL.canParse(site) || !/^https?:/.test(site)) throw new Error(WORDS.site[lang](site));
  const base = new URL(site.endsWith("/") ? site : `${site}/`);
  const model = /** @type {PlanJson | undefined} */ (plan && (await planOf(plan, lang)));
  await mkdir(join(out, "dist"), { recursive: true });
  for (const name of await readdir(DIST))
    if (!LEFT.test(name)) await cp(join(DIST, name), join(out, "dist", name), { recursive: true });
  if (plan) await cp(plan, join(out, "plan.json"));
  const all = everything(model);
  const hosts = hostsOf(base, model);
  /** @type {Map<string, PlanJson | undefined>} */
  const models = new Map(); // the way to the root → the plan as pages there show it
  const draw = await pencil(font);
  const waiting = [...all];
  async function work() {
    for (let each = waiting.shift(); each; each = waiting.shift()) await write(each);
  }
  /** @param {Page} each */
  async function write({ path, kind, options, languages }) {
    const root = "../".repeat(path.split("/").length - 1);
    if (!models.has(root)) models.set(root, model && seenFrom(root, model));
    const about = describe(kind, /** @type {Renderable[typeof kind]} */ ({ ...options, model }));
    const picture = await draw(join(out, path), about.picture);
    const content = render(
      kind,
      /** @type {Renderable[typeof kind]} */ ({
        ...options,
        model: models.get(root),
        src: model && `${root}plan.json`,
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
      provider: provider ?? base.hostname,
    };
    await writeFile(join(out, path, "index.html"), page(facts));
    await writeFile(join(out, path, "oembed.json"), JSON.stringify(embed(facts), null, 2));
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(WORDS.done[lang](all.length, out));
  if (draw.vector) console.error(WORDS.vector[lang]);
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
  ];
  /** @param {Lang} lang */
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
 * Gives what writes a picture into a folder, and gives its file's name. One that is there already is not drawn again.
 * @param {string} [font]
 */
async function pencil(font) {
  const options = { font: { loadSystemFonts: !font, fontFiles: font ? [font] : [] } };
  const found = await resvg(options);
  /**
   * @param {string} folder
   * @param {string} picture
   */
  async function draw(folder, picture) {
    await mkdir(folder, { recursive: true });
    const [vector, drawn] = ["picture.svg", "picture.png"].map((name) => join(folder, name));
    const same = (await readFile(vector, "utf8").catch(() => "")) === picture;
    const known = same && found && (await readFile(drawn).catch(() => null));
    if (!known) {
      await writeFile(vector, picture);
      if (found) await writeFile(drawn, (await found.renderAsync(picture, options)).asPng());
    }
    return found ? "picture.png" : "picture.svg";
  }
  draw.vector = !found;
  return draw;
}
