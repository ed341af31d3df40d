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
  const marker = new Marker(uncased(names.map(line).join("\n")), uncased(others));
  return (text) => {
    const plain = uncased(text);
    const found = marker.find(plain);
    // Without marks, letters only grow.
    if (!found.length || (plain.length === text.length && !/[\p{M}\u1160-\u11ff]/u.test(text))) return found;
    /** @type {number[]} */
    const places = []; // of what was searched
    let at = 0;
    for (const [letter] of text.matchAll(/[^][\p{M}\u1160-\u11ff]*/gu)) {
      for (let left = uncased(letter).length; left; left--) places.push(at);
      at += letter.length;
    }
    return found.map((number, index) => (index % 3 < 2 ? (places[number] ?? at) : number));
  };
}

/**
 * Names and texts as they are compared, letter by letter: `uncased` in src/view/unicode.rs says why so.
 * @param {string} text
 */
const uncased = (text) =>
  text
    .toLowerCase()
    .toUpperCase()
    .normalize("NFD")
    .replace(/([\u0370-\u03ff])\p{M}+/gu, "$1")
    .normalize()
    .replace(/İ/g, "I");

/** @param {string} name */
const line = (name) => name.replace(/\n/g, " ");
