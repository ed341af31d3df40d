// Finds a glossary's terms in texts: the search is Rust's.

import { build, glue } from "annotate-glue";
import { checker } from "./checker.js";

const use = checker(glue, build, () => new URL("./annotate.wasm", import.meta.url), "mark-failed");

/** @typedef {(text: string) => Uint32Array} Find */

/** @type {WeakMap<GlossaryView, Map<string, Promise<Find>>>} */
const finders = new WeakMap(); // glossary → for lists of what is no term the function

/**
 * Gives a function: what it finds in a text, as a flat list of where a name begins and ends and of which entry it is.
 * @param {GlossaryView} glossary
 * @param {string[]} except phrases that are left alone, with what is in them
 * @returns {Promise<Find>}
 */
export async function finder(glossary, except) {
  if (!finders.has(glossary)) finders.set(glossary, new Map());
  const known = /** @type {Map<string, Promise<Find>>} */ (finders.get(glossary));
  const others = except.join("\n");
  if (!known.has(others)) {
    const making = use((exports) => made(exports, glossary, others));
    known.set(others, making);
    making.catch(() => known.delete(others)); // may succeed another time
  }
  return /** @type {Promise<Find>} */ (known.get(others));
}

/**
 * The function, of a running module.
 * @param {MarkerExports} exports
 * @param {GlossaryView} glossary
 * @param {string} others
 * @returns {Find}
 */
function made({ Marker }, { entries = [] }, others) {
  const names = entries.flatMap(({ name, other = "", names = "" }) => [
    name.trim(),
    ...[other, ...names.split(" · ")].map((further) => "\t" + further),
  ]);
  const marker = new Marker(names.map(line).join("\n").normalize(), others.normalize());
  return (text) => {
    // Names are compared letter by letter: composed.
    const composed = text.normalize();
    const found = marker.find(composed);
    if (composed === text) return found;
    /** @type {number[]} */
    const places = []; // of composed characters
    let at = 0;
    for (const [letter] of text.matchAll(/[^][\p{M}\u1160-\u11ff]*/gu)) {
      for (let left = letter.normalize().length; left; left--) places.push(at);
      at += letter.length;
    }
    return found.map((number, index) => (index % 3 < 2 ? (places[number] ?? at) : number));
  };
}

/** @param {string} name */
const line = (name) => name.replace(/\n/g, " ");
