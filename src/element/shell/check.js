// Checks a plan that isn't the bundled one, which was checked when it was built. A file of its own, with a module of
// its own: pages that show the bundled plan never fetch it.

import { build, glue } from "check-glue";
import { checker } from "./checker.js";
import { reader } from "./reading.js";
import { spoken, wordsOf } from "./words-of.js";

const use = checker(glue, build, () => new URL("./check.wasm", import.meta.url));
const read = reader(use);

export { build };

/**
 * Starts the checker, and fetches words, while the plan that they are for is on its way.
 * @param {string} lang
 * @param {import("./words-of.js").Tools} tools
 */
export const prepare = (lang, tools) => Promise.all([use(() => {}), lang && wordsOf(lang, tools)]);

/**
 * Every problem of a plan.
 * @param {unknown} plan
 * @param {WebAssembly.Module} [module] the compiled check.wasm, where it isn't to be fetched
 */
export const check = (plan, module) => read(plan, (exports) => exports.check(), module);

/**
 * The view model of a plan's timeline in a language, or every problem of it. Pictures lie where the plan lies.
 * @param {unknown} plan
 * @param {string} lang
 * @param {import("./words-of.js").Tools} tools
 * @param {URL} [base] where it was fetched
 */
export async function timelineView(plan, lang, tools, base) {
  const made = await spoken(plan, lang, tools, (shown, words) =>
    read(plan, (exports) => exports.timelineView(shown, words)),
  );
  if (base && !Array.isArray(made)) {
    for (const medium of (made.items ?? []).flatMap(({ media = [] }) => media))
      medium.src = resolved(medium.src, base);
  }
  return made;
}

/**
 * A URL in full. From a plan that lies nowhere, as in `blob:`, or with a host that a browser doesn't take, it stays.
 * @param {string} src
 * @param {URL} base
 */
function resolved(src, base) {
  try {
    return new URL(src, base).href;
  } catch {
    return src;
  }
}
