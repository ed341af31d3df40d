// The view model that terms are explained by, and the entry that a name stands for.

import { fold } from "./fold.js";
import { languageOf } from "./language.js";
import { source } from "./source.js";
import { term as spec } from "./spec.js";

/** @type {WeakMap<GlossaryView, Map<string, Entry>>} */
const indexes = new WeakMap(); // glossary → what names and ids are called → entry

/**
 * The glossary of `given`, a plan as an object or by its URL, or of the bundled plan; in the language of `element`.
 * @param {Given | null | undefined} given
 * @param {Element | DocumentFragment} element
 * @param {string} [lang]
 * @returns {Promise<GlossaryView>}
 */
export const glossaryView = (given, element, lang = languageOf(element)) => source(given, spec, lang, element);

/**
 * The entry of an id or a name. A plan without terms has no entries.
 * @param {GlossaryView} glossary
 * @param {string} name
 */
export function entryOf(glossary, name) {
  if (!indexes.has(glossary)) {
    const index = new Map();
    // An id is nothing else, and a name that several have is the first's, as in texts.
    for (const key of /** @type {const} */ (["names", "other", "name", "id"]))
      for (const entry of [...(glossary.entries ?? [])].reverse())
        for (const text of entry[key]?.split(" · ") ?? []) if (text) index.set(fold(text), entry);
    indexes.set(glossary, index);
  }
  return /** @type {Map<string, Entry>} */ (indexes.get(glossary)).get(fold(name));
}
