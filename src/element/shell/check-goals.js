// Checks what goals and terms are made of where that isn't the bundled plan alone: a plan of the page's own, and
// progress. Apart from check.js, so that a timeline doesn't fetch it.

import { build, glue } from "check-goals-glue";
import { checker } from "./checker.js";

const use = checker(glue, build, () => new URL("./check-goals.wasm", import.meta.url));

export { build };

/** Starts the checker while what it is for is on its way. */
export const prepare = () => use(() => {});

/**
 * The view model of a plan's goals in a language, or every problem of it.
 * @param {unknown} plan
 * @param {string} [lang]
 */
export const deckView = (plan, lang) => use((exports) => exports.deckView(plan, lang ?? ""));

/**
 * The view model of its terms, likewise.
 * @param {unknown} plan
 * @param {string} [lang]
 */
export const glossaryView = (plan, lang) => use((exports) => exports.glossaryView(plan, lang ?? ""));

/**
 * What progress says of each goal of a deck, as its view model has it.
 * @param {unknown} given
 * @param {DeckView} deck
 */
export const progress = (given, deck) =>
  use((exports) => exports.progress(given, deck, new Date().toISOString().slice(0, 10)));
