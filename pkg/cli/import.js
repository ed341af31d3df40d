// `plan-widgets import FILE`: a plan made of a spreadsheet and its like, and what has to be asked about.

import { lstat, readFile, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fits, planOf } from "./check.js";
import { whole } from "./folder.js";
import { importer } from "./importer.js";
import { safe } from "./terminal.js";

/**
 * What is said of a file, as src/import/module.rs gives it.
 * @typedef {{ code: string, level: "asked" | "lost" | "changed", place: string, more: number, text: string }} Finding
 */

/**
 * What `src/import/module.rs` takes besides, and the file to write and the plan that progress is for.
 * @typedef {{ figure?: string, goal?: string, project?: string, unit?: string, source?: string }} IndicatorOptions
 * @typedef {{ lang?: string, sheet?: string, map: Record<string, string>, financialYear?: number }} TableOptions
 * @typedef {TableOptions & IndicatorOptions & { out?: string, plan?: string }} ImportOptions
 */

const WORDS = {
  /** @type {Record<Lang, (tag: string) => string>} */
  tag: {
    en: (tag) => `"${tag}" is not the tag of a language, such as "fr" or "zh-Hant"`,
    zh: (tag) => `“${tag}”不是语言标签，标签如 fr、zh-Hant`,
  },
  /** @type {Record<Lang, (file: string) => string>} */
  there: {
    en: (file) => `${file} is there already: name another with --out, or take it away`,
    zh: (file) => `${file} 已经存在：请用 --out 换一个文件名，或先移走它`,
  },
  /** @type {Record<Lang, (file: string) => string>} */
  progress: {
    en: (file) => `Written: ${file}, with 1 report

  npx plan-widgets build PLAN --out FOLDER --progress ${file}
    checks it with its plan, and builds both`,
    zh: (file) => `已写好：${file}，共 1 条进展

  npx plan-widgets build 规划 --out 文件夹 --progress ${file}
    与规划一并检查并生成`,
  },
  /** @type {Record<Lang, Record<Finding["level"], string>>} */
  levels: {
    en: { asked: "To be looked at", lost: "Not carried over", changed: "Changed" },
    zh: { asked: "需要核实", lost: "未导入", changed: "有改动" },
  },
  /** @type {Record<Lang, (file: string, events: number) => string>} */
  next: {
    en: (file, events) => `Written: ${file}, with ${events} event${events === 1 ? "" : "s"}

  npx plan-widgets check ${file}
    says what is wrong with the plan, by line
  npx plan-widgets render timeline --plan ${file}
    shows it as HTML`,
    zh: (file, events) => `已写好：${file}，共 ${events} 个事项

  npx plan-widgets check ${file}
    逐行指出规划数据的问题
  npx plan-widgets render timeline --plan ${file}
    输出为 HTML`,
  },
};

/** @type {Record<Lang, string>} */
const COLON = { en: ": ", zh: "：" };

/** @type {Finding["level"][]} */
const LEVELS = ["asked", "lost", "changed"];

/**
 * Says each finding by its level.
 * @param {Finding[]} findings
 * @param {Lang} lang
 */
export function report(findings, lang) {
  for (const level of LEVELS) {
    const found = findings.filter((finding) => finding.level === level);
    if (!found.length) continue;
    console.error(WORDS.levels[lang][level]);
    for (const { place, text } of found) console.error(`  ${safe(place ? place + COLON[lang] + text : text)}`);
  }
}

/**
 * Refuses a file that is there.
 * @param {string} file
 * @param {Lang} lang
 */
export async function free(file, lang) {
  if (await lstat(file).catch(() => null)) throw new Error(WORDS.there[lang](file));
}

/**
 * Writes a file, whole or not at all.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export const put = (file, content) => whole(dirname(file), (into) => into.write(basename(file), content));

// What is read of a folder.
const READ = /\.(md|markdown|csv|ya?ml)$/i;

/**
 * The files that are named, and those below the folders that are: each as it is called there, with what is in it.
 * @param {string[]} paths
 * @returns {Promise<[name: string, bytes: Uint8Array][]>}
 */
async function filesOf(paths) {
  /** @type {[string, Uint8Array][]} */
  const found = [];
  /**
   * @param {string} path
   * @param {string} top
   */
  async function add(path, top) {
    if ((await stat(path)).isDirectory()) {
      const names = (await readdir(path)).filter((name) => !name.startsWith(".") && name !== "node_modules").sort();
      for (const name of names) await add(join(path, name), top);
    } else if (path === top || READ.test(path)) found.push([relative(dirname(top), path), await readFile(path)]);
  }
  for (const path of paths) await add(path, path);
  return found;
}

/**
 * Makes a plan of a file, a glossary of a folder, or progress of an indicator and its metadata; gives the exit code.
 * @param {string[]} paths
 * @param {ImportOptions} options
 * @param {Lang} lang of reports
 */
export async function imported(paths, { out, plan, lang: own, ...options }, lang) {
  let tag;
  try {
    [tag] = own === undefined ? [] : Intl.getCanonicalLocales(own);
  } catch {
    throw new Error(WORDS.tag[lang](String(own)));
  }
  if (out !== undefined) await free(out, lang);
  const [file] = paths;
  const all = await filesOf(paths);
  const files =
    all.length === 1 && all[0][0] === basename(file) ? undefined : all.map(([name, { length }]) => [name, length]);
  const { read } = await importer();
  const given = JSON.stringify({ ...options, files, lang: tag, reports: lang });
  const made = JSON.parse(read(Buffer.concat(all.map(([, bytes]) => bytes)), basename(file), given));
  if (made.refused) {
    console.error(safe(`${file}: ${made.refused}`));
    return 1;
  }
  const written = out ?? (made.plan ? "plan.json" : "progress.json");
  if (out === undefined) await free(written, lang);
  // What the plan doesn't have ends the program.
  if (made.progress && plan) {
    const model = /** @type {PlanJson} */ (await planOf(plan, [], lang));
    fits(made.progress, file, model, lang);
  }
  await put(written, made.plan ?? made.progress);
  report(made.findings, lang);
  if (made.plan) {
    console.log(WORDS.next[lang](safe(written), JSON.parse(made.plan).events?.length ?? 0));
  } else console.log(WORDS.progress[lang](safe(written)));
  return 0;
}
