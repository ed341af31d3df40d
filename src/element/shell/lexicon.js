// The lexicon that terms are explained by, and the entry that a name stands for.

import { languageOf } from "./language.js";
import { source } from "./source.js";
import { term as table } from "./spec.js";

/** @type {WeakMap<GlossaryView, Map<string, Entry>>} */
const indexes = new WeakMap(); // lexicon → what names and ids are called → entry

/**
 * The lexicon of `given`, a plan as an object or by its address, or of the bundled plan; in the language of `element`.
 * @param {Given | null | undefined} given
 * @param {Element | DocumentFragment} element
 * @param {string} [lang]
 * @returns {Promise<GlossaryView>}
 */
export const lexiconOf = (given, element, lang = languageOf(element)) => source(given, table, lang, element.baseURI);

/**
 * The language that a lexicon is told in; Chinese is left out.
 * @param {GlossaryView} lexicon
 */
export const langOf = (lexicon) => lexicon.lang ?? "zh";

/**
 * The entry of an id or a name. A plan without terms has no entries.
 * @param {GlossaryView} lexicon
 * @param {string} name
 */
export function entryOf(lexicon, name) {
  if (!indexes.has(lexicon)) {
    const index = new Map();
    for (const entry of lexicon.entries ?? [])
      for (const text of [entry.other, entry.name, entry.id]) if (text) index.set(fold(text), entry);
    indexes.set(lexicon, index);
  }
  return /** @type {Map<string, Entry>} */ (indexes.get(lexicon)).get(fold(name));
}

/**
 * As a name is looked up: whatever its width and case, and without white space.
 * @param {string} text
 */
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
