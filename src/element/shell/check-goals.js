// Checks what goals and terms are made of where that isn't the bundled plan alone: a plan of the page's own, and
// progress. Apart from check.js, so that a timeline doesn't fetch it.

import { build, glue } from "check-goals-glue";
import { checker } from "./checker.js";
import { reader } from "./reading.js";
import { spoken, wordsOf } from "./words-of.js";

const use = checker(glue, build, () => new URL("./check-goals.wasm", import.meta.url));
const read = reader(use);

export { build };

/**
 * Starts the checker, and fetches words, while what they are for is on its way.
 * @param {string} lang
 * @param {Tools} tools
 */
export const prepare = (lang, tools) => Promise.all([use(() => {}), lang && wordsOf(lang, tools)]);

/** @typedef {import("./words-of.js").Tools} Tools */

/**
 * @param {"deckView" | "glossaryView" | "overviewView"} which
 * @returns {(plan: unknown, lang: string, tools: Tools) => Promise<any>}
 */
const view = (which) => (plan, lang, tools) =>
  spoken(plan, lang, tools, which, (shown, words) => read(plan, (exports) => exports[which](shown, words)));

/** The view model of a plan's goals in a language, or every problem of it. */
export const deckView = view("deckView");

/** The view model of its terms, likewise. */
export const glossaryView = view("glossaryView");

/** The view model of its overview, likewise. */
export const overviewView = view("overviewView");

/**
 * What progress says of each goal of a deck, as its view model has it.
 * @param {unknown} given
 * @param {DeckView} deck
 * @param {Tools} tools
 */
export async function progress(given, deck, tools) {
  const words = deck.language ?? (await wordsOf(deck.lang, tools));
  return read(
    given,
    (exports) => exports.progress(words, new Date().toISOString().slice(0, 10)),
    undefined,
    (exports) => exports.readProgress(given, deck),
  );
}
