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
 * @param {"timelineView" | "timelineViewWhole"} which
 * @returns {(plan: unknown, lang: string, tools: import("./words-of.js").Tools) => Promise<any>}
 */
const view = (which) => (plan, lang, tools) =>
  spoken(plan, lang, tools, which, (shown, words) => read(plan, (exports) => exports[which](shown, words)));

/** The view model of a plan's timeline in a language, or every problem of it. */
export const timelineView = view("timelineView");

/** The same with the works without a date. */
export const timelineViewWhole = view("timelineViewWhole");
