// `plan-widgets import FILE`: a plan made of a spreadsheet and its like, and what has to be asked about.

import { lstat, readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { whole } from "./folder.js";
import { importer } from "./importer.js";
import { safe } from "./terminal.js";

/**
 * What is said of a file, as src/import/module.rs gives it.
 * @typedef {{ code: string, level: "asked" | "lost" | "changed", place: string, more: number, text: string }} Finding
 */

/** @typedef {{ lang?: string, sheet?: string, map: Record<string, string>, out: string }} ImportOptions */

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

/**
 * Makes a plan of a file; gives the exit code.
 * @param {string} file
 * @param {ImportOptions} options
 * @param {Lang} lang of reports
 */
export async function imported(file, { out, lang: own, ...options }, lang) {
  let tag;
  try {
    [tag] = own === undefined ? [] : Intl.getCanonicalLocales(own);
  } catch {
    throw new Error(WORDS.tag[lang](String(own)));
  }
  await free(out, lang);
  const bytes = await readFile(file);
  const { read } = await importer();
  const made = JSON.parse(read(bytes, basename(file), JSON.stringify({ ...options, lang: tag, reports: lang })));
  if (made.refused) {
    console.error(safe(`${file}: ${made.refused}`));
    return 1;
  }
  await put(out, made.plan);
  report(made.findings, lang);
  console.log(WORDS.next[lang](safe(out), JSON.parse(made.plan).events?.length ?? 0));
  return 0;
}
