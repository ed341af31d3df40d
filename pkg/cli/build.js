// `plan-widgets build`: a plan as pages fetch it, checked once: what each widget shows of it in each language.

import { createHash } from "node:crypto";
import { readFile, readdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as server from "./server.js";
import { dataOf, elements, filesOf } from "./built.js";
import { planFile, planOf, progressOf, tellUnspoken } from "./check.js";
import { whole } from "./folder.js";
import { siteOf } from "./site.js";
import { safe } from "./terminal.js";
import { traditional } from "./traditional.js";
import { contents } from "./wordpress.js";

/**
 * @typedef {import("./folder.js").Into} Into
 * @typedef {import("./built.js").Index} Index
 */

const WORDS = {
  en: {
    done: (/** @type {number} */ count, /** @type {string} */ folder) => `${count} files in ${folder}`,
    over: (/** @type {string} */ path) => `${path} would be written over, and is read from: name another --out`,
    there: (/** @type {string} */ path) => `${path} is there and no plan that was built: name another --out`,
  },
  zh: {
    done: (/** @type {number} */ count, /** @type {string} */ folder) => `${folder} 中共 ${count} 个文件`,
    over: (/** @type {string} */ path) => `${path} 是读取的文件，会被覆盖：请换一个 --out`,
    there: (/** @type {string} */ path) => `${path} 已经存在，不属于生成的规划：请换一个 --out`,
  },
};

// In the place of the plan's folder, whose files' URLs are to be told from others.
const FOLDER = "http://folder.invalid/";

// A data file: by its name it is known for good.
const DATA = /^[a-z]+\.[\w.-]+\.[0-9a-f]{12}\.json$/;

/** @type {import("./built.js").Hash} */
const hash = async (text) => createHash("sha256").update(text).digest("hex");

/**
 * Writes a plan's data files and the index that leads to them. Pictures lie where `folder` lies.
 * @param {Into} into
 * @param {string} folder
 * @param {PlanJson | undefined} model
 * @param {string} plan the way from there to the plan
 */
export async function writeBuilt(into, folder, model, plan) {
  const { index, files } = await dataOf(server, hash, model, plan);
  for (const [path, content] of files) await into.write(join(folder, path), content);
  return index;
}

/**
 * @typedef {{ out: string, site?: string, words?: string[], progress?: string, traditional?: true }} Folder
 * @typedef {Folder & { wordpress?: true }} BuildOptions
 */

/**
 * Writes a plan's folder, once all is valid.
 * @param {string} given the plan, or the index of a built one
 * @param {BuildOptions} options
 * @param {Lang} lang
 */
export async function build(given, { out, site, words, progress, traditional: converts, wordpress }, lang) {
  const base = site === undefined ? undefined : siteOf(site, lang);
  const file = await planFile(given);
  const written = /** @type {PlanJson} */ (await planOf(file, words, lang));
  const model = converts ? await traditional(written, lang) : written;
  const reported = progress ? await progressOf(progress, model, lang) : undefined;
  const before = await indexOf(out);
  // The folder's own pages aren't ours.
  if (typeof before?.made !== "string")
    for (const path of ["index.html", "index.json"].map((name) => join(out, name)))
      if (await stat(path).catch(() => null)) throw new Error(WORDS[lang].there(path));
  let count = 0;
  const made = new Set(elements(server, model).map(({ path }) => path));
  /** @param {Into} folder */
  async function work(folder) {
    /** @type {Into} */
    const into = {
      write: (path, content) => (count++, folder.write(path, content)),
      copy: (from, to) => (count++, folder.copy(from, to)),
    };
    const options = { base, progress: reported, lang };
    for await (const [path, content] of filesOf(server, hash, model, options)) await into.write(path, content);
    if (wordpress)
      for (const [path, content] of contents(model, reported)) if (!made.has(path)) await into.write(path, content);
    if (converts) await into.write("plan.json", JSON.stringify(model));
    else await into.copy(file, "plan.json");
    if (progress) await into.copy(progress, "progress.json");
    for (const [path, from] of await picturesOf(model, file)) await into.copy(from, path);
  }
  const guarded = [file, ...(words ?? []), ...(progress ? [progress] : [])];
  await whole(out, work, { guarded, refuse: (path) => new Error(WORDS[lang].over(path)) });
  await sweep(out, [before, await indexOf(out)]);
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
