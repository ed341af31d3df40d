// The words of a language, for what the checkers build: a file of data/, fetched once.

import { LANGUAGES, VERSION } from "./spec.js";

/** What the entry that asks has already: to fetch a file, and to choose a language. */
/** @typedef {{ get: typeof import("./file.js").get, best: typeof import("./language.js").best }} Tools */

/** @type {Map<string, Promise<Language>>} */
const fetched = new Map();

/**
 * Which of a plan's languages it is shown in to readers of `wanted`: else its own.
 * @param {any} plan
 * @param {string} wanted
 * @param {Tools} tools
 * @returns {string}
 */
export function shownIn(plan, wanted, { best }) {
  const languages = Array.isArray(plan?.languages) ? plan.languages.filter(isText) : [];
  return best(wanted, languages) ?? languages[0] ?? "";
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";

/**
 * The words for texts in `lang`; English ones where there are none.
 * @param {string} lang
 * @param {Tools} tools
 */
export function wordsOf(lang, { best, get }) {
  const tag = best(lang, Object.keys(LANGUAGES)) ?? "en";
  let words = fetched.get(tag);
  if (!words) {
    words = get(LANGUAGES[tag](), `${VERSION} language`);
    words.catch(() => fetched.delete(tag)); // may succeed another time
    fetched.set(tag, words);
  }
  return words;
}
