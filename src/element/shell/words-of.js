// The words of a language, for what the checkers build: a file of data/, fetched once.

import { registered } from "./registered.js";
import { LANGUAGES, VERSION } from "./spec.js";

/** What the entry that asks has already: to fetch a file, and to choose a language. */
/** @typedef {{ get: typeof import("./file.js").get, best: typeof import("./language.js").best }} Tools */

/** @type {Map<string, Promise<Language>>} */
const fetched = new Map();

/**
 * Which of a plan's languages it is shown in to readers of `wanted`: else its own.
 * @param {any} plan
 * @param {string} wanted
 * @param {Tools["best"]} best
 * @returns {string}
 */
function shownIn(plan, wanted, best) {
  const languages = Array.isArray(plan?.languages) ? plan.languages.filter(isText) : [];
  return best(wanted, languages) ?? languages[0] ?? "";
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";

/**
 * The words for texts in `lang`: those that the page has brought or the package has, or else English ones.
 * @param {string} lang
 * @param {Tools} tools
 * @returns {Promise<Language>}
 */
export async function wordsOf(lang, tools) {
  const { best, get } = tools;
  const tag = best(lang, [...registered.keys(), ...Object.keys(LANGUAGES)]) ?? "en";
  // Words that are refused are registered no more.
  if (registered.has(tag)) return (await registered.get(tag)) ?? wordsOf(lang, tools);
  let words = fetched.get(tag);
  if (!words) {
    words = get(LANGUAGES[tag](), `${VERSION} language`);
    words.catch(() => fetched.delete(tag)); // may succeed another time
    fetched.set(tag, words);
  }
  return words;
}

/** @type {WeakMap<object, Map<string, Promise<any>>>} */
const views = new WeakMap(); // plan → a function of the checker and a language → what it has made of the plan

/**
 * The view model that `make` makes of a plan with the words for one of its languages, once; throws the problems of the
 * plan. It says so where there are no words for that language.
 * @template {{ unspoken?: string }} Made
 * @param {any} plan
 * @param {string} wanted
 * @param {Tools} tools
 * @param {string} view
 * @param {(shown: string, words: Language) => Promise<Made | Problem[]>} make
 * @returns {Promise<Made>}
 */
export function spoken(plan, wanted, tools, view, make) {
  const work = view + wanted;
  // JSON may be no object; that can't be a key.
  const known = Object(plan) === plan ? (views.get(plan) ?? new Map()) : new Map();
  if (Object(plan) === plan) views.set(plan, known);
  if (!known.has(work)) {
    const making = (async () => {
      const shown = shownIn(plan, wanted, tools.best);
      for (;;) {
        const words = await wordsOf(shown, tools);
        const made = await make(shown, words);
        if (Array.isArray(made)) throw { code: "model-invalid", problems: made };
        if (tools.best(shown, [words.lang])) return made;
        if (words !== (await wordsOf(shown, tools))) continue; // some have come meanwhile
        made.unspoken = shown;
        return made;
      }
    })();
    known.set(work, making);
    // May succeed another time, or words come for its language.
    making.then(
      ({ unspoken }) => unspoken && known.delete(work),
      ({ code }) => code !== "model-invalid" && known.delete(work),
    );
  }
  return known.get(work);
}
