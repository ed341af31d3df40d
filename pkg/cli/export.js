// `plan-widgets export PLAN --to FORMAT`: the events of a plan for other programs, and what isn't in there.

import { basename, extname } from "node:path";
import { planFile, planOf } from "./check.js";
import { free, put, report } from "./import.js";
import { importer } from "./importer.js";
import { safe } from "./terminal.js";

/** @type {Record<string, string>} */
const ENDINGS = { csv: ".csv", xlsx: ".xlsx", ics: ".ics", timelinejs: ".timelinejs.json" };

/** The formats that there are. */
export const FORMATS = Object.keys(ENDINGS);

/** @type {Record<Lang, (file: string) => string>} */
const WRITTEN = { en: (file) => `Written: ${file}`, zh: (file) => `已写好：${file}` };

/**
 * Writes a plan in a format; gives the exit code.
 * @param {string} file
 * @param {string} to
 * @param {string | undefined} out
 * @param {Lang} lang of reports
 */
export async function exported(file, to, out, lang) {
  const own = await planFile(file);
  const path = out ?? basename(own, extname(own)) + ENDINGS[to];
  await free(path, lang);
  const plan = JSON.stringify(await planOf(own, [], lang));
  const { write, left } = await importer();
  await put(path, write(plan, to));
  report(JSON.parse(left(plan, to, lang)), lang);
  console.log(WRITTEN[lang](safe(path)));
  return 0;
}
