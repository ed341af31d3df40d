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
    en: (count, folder) => `${count} pages in ${folder}`,
    zh: (count, folder) => `${folder} 中共 ${count} 个页面`,
  },
  vector: {
    en: "The pictures are SVG, which few networks show. For PNG this needs @resvg/resvg-js (npm install @resvg/resvg-js) and a font with Chinese (--font FILE).",
    zh: "图片为 SVG，多数社交网络不显示。要生成 PNG，需要 @resvg/resvg-js（npm install @resvg/resvg-js）和中文字体（--font 文件）。",
  },
  site: {
    en: (site) => `--site is an address such as https://example.org/plan/, not "${site}"`,
    zh: (site) => `--site 应为网址，如 https://example.org/plan/，而不是“${site}”`,
  },
};

export async function pages({ site, out, plan, provider, font }, lang) {
  if (!URL.canParse(site) || !/^https?:/.test(site)) throw new Error(WORDS.site[lang](site));
  const base = new URL(site.endsWith("/") ? site : `${site}/`);
  const model = plan && (await planOf(plan, lang));
  await mkdir(join(out, "dist"), { recursive: true });
  for (const name of await readdir(DIST))
    if (!LEFT.test(name)) await cp(join(DIST, name), join(out, "dist", name), { recursive: true });
  if (plan) await cp(plan, join(out, "plan.json"));
  const all = everything(model);
  const draw = await pencil(font);
  const waiting = [...all];
  async function work() {
    for (let each = waiting.shift(); each; each = waiting.shift()) await write(each);
  }
  async function write({ path, kind, options, languages }) {
    const root = "../".repeat(path.split("/").length - 1);
    const about = describe(kind, { ...options, model });
    const picture = await draw(join(out, path), about.picture);
    const content = render(kind, {
      ...options,
      model,
      src: model && `${root}plan.json`,
      "deep-link": true,
      "heading-level": 1,
      stylesheet: `${root}dist/${sheet(kind)}`,
    });
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
      provider: provider ?? base.hostname,
    };
    await writeFile(join(out, path, "index.html"), page(facts));
    await writeFile(join(out, path, "oembed.json"), JSON.stringify(embed(facts), null, 2));
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(WORDS.done[lang](all.length, out));
  if (draw.vector) console.error(WORDS.vector[lang]);
}

// The stylesheet and the script of a widget.
export const sheet = (kind) => `${kind.startsWith("goal") ? "goals" : kind}.css`;

// Every page: its folder, the widget and its options, and where the other languages are.
function everything(model) {
  const { languages, timeline, deck, goals } = list(model);
  const kinds = [
    ["embed/timeline/", "timeline", {}],
    ...timeline.map((topic) => [`embed/timeline/${topic}/`, "timeline", { topic }]),
    ["embed/deck/", "goal-deck", {}],
    ...deck.map((topic) => [`embed/deck/${topic}/`, "goal-deck", { topic }]),
    ...goals.map((goal) => [`embed/goal/${goal}/`, "goal-card", { goal }]),
    ["embed/glossary/", "glossary", {}],
  ];
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

// What draws: gives it where it is installed beside the package or where the command is typed, and has a font for Chinese.
async function resvg(options) {
  try {
    const { resolve } = createRequire(join(process.cwd(), "package.json"));
    const { default: found } = await import("@resvg/resvg-js").catch(
      () => import(pathToFileURL(resolve("@resvg/resvg-js"))),
    );
    const sample =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9" font-size="9">规</text></svg>';
    return new found.Resvg(sample, options).getBBox() && found;
  } catch {
    return undefined;
  }
}

// Writes a picture into a folder, and gives its file's name. One that is there already is not drawn again.
async function pencil(font) {
  const options = { font: { loadSystemFonts: !font, fontFiles: font ? [font] : [] } };
  const found = await resvg(options);
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
