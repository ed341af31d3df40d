// Checks what goals and terms are made of where that isn't the bundled plan alone: a plan of the page's own, and
// progress. Apart from check.js, so that a timeline doesn't fetch it.

import { build, glue } from "check-goals-glue";
import { checker } from "./checker.js";
import { shownIn, wordsOf } from "./words-of.js";

const use = checker(glue, build, () => new URL("./check-goals.wasm", import.meta.url));

export { build };

/**
 * Starts the checker, and fetches words, while what they are for is on its way.
 * @param {string} lang
 */
export const prepare = (lang) => Promise.all([use(() => {}), lang && wordsOf(lang)]);

/**
 * The view model of a plan's goals in a language, or every problem of it.
 * @param {unknown} plan
 * @param {string} [lang]
 */
export const deckView = (plan, lang) => view("deckView", plan, lang);

/**
 * The view model of its terms, likewise.
 * @param {unknown} plan
 * @param {string} [lang]
 */
export const glossaryView = (plan, lang) => view("glossaryView", plan, lang);

/**
 * @param {"deckView" | "glossaryView"} which
 * @param {unknown} plan
 * @param {string} [lang]
 */
async function view(which, plan, lang) {
  const shown = shownIn(plan, lang);
  const words = await wordsOf(shown);
  return use((exports) => exports[which](plan, shown, words));
}

/**
 * What progress says of each goal of a deck, as its view model has it.
 * @param {unknown} given
 * @param {DeckView} deck
 */
export async function progress(given, deck) {
  const words = await wordsOf(deck.lang);
  return use((exports) => exports.progress(given, deck, words, new Date().toISOString().slice(0, 10)));
}
