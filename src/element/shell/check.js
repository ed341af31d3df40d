// Checks a plan that isn't the bundled one, which was checked when it was built. A file of its own, with a module of
// its own: pages that show the bundled plan never fetch it.

import { glue } from "check-glue";
import { checker } from "./checker.js";

const use = checker(glue, () => new URL("./check.wasm", import.meta.url));

/** Starts the checker while the plan that it is for is on its way. */
export const prepare = () => use(() => {});

/**
 * Every problem of a plan.
 * @param {unknown} plan
 * @param {WebAssembly.Module} [module] the compiled check.wasm, where it isn't to be fetched
 */
export const check = (plan, module) => use((exports) => exports.check(plan), module);

/**
 * The view model of a plan's timeline in a language, or every problem of it.
 * @param {unknown} plan
 * @param {string} [lang]
 */
export const timelineView = (plan, lang) => use((exports) => exports.timelineView(plan, lang ?? ""));

/**
 * What is wrong with attributes that a widget has left out.
 * @param {Refused[]} refused
 */
export const explain = (refused) => use((exports) => exports.explain(refused));
