// The words of a language, for what the checkers build: a file of data/, fetched once.

import { get } from "./file.js";
import { best } from "./language.js";
import { LANGUAGES, VERSION } from "./spec.js";

/** @type {Map<string, Promise<Language>>} */
const fetched = new Map();

/**
 * Which of a plan's languages it is shown in to readers of `wanted`: else its own.
 * @param {any} plan
 * @param {string} [wanted]
 * @returns {string}
 */
export function shownIn(plan, wanted) {
  const languages = Array.isArray(plan?.languages) ? plan.languages.filter(isText) : [];
  return best(wanted, languages) ?? languages[0] ?? "";
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";

/**
 * The words for texts in `lang`; English ones where there are none.
 * @param {string} lang
 */
export function wordsOf(lang) {
  const tag = best(lang, Object.keys(LANGUAGES)) ?? "en";
  let words = fetched.get(tag);
  if (!words) {
    words = get(LANGUAGES[tag](), `${VERSION} language`);
    words.catch(() => fetched.delete(tag)); // may succeed another time
    fetched.set(tag, words);
  }
  return words;
}
