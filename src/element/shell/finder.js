// Finds a lexicon's terms in texts: the search is Rust's.

import { glue } from "annotate-glue";
import { checker } from "./checker.js";

const use = checker(glue, () => new URL("./annotate.wasm", import.meta.url), "mark-failed");

const finders = new WeakMap(); // lexicon → for lists of what is no term the function

// Gives a function: what it finds in a text, as a flat list of where a name begins and ends and of which entry it is.
// `except` are phrases that are left alone, with what is in them.
export async function finder(lexicon, except) {
  if (!finders.has(lexicon)) finders.set(lexicon, new Map());
  const known = finders.get(lexicon);
  const others = except.join("\n");
  if (!known.has(others))
    known.set(
      others,
      use((exports) => made(exports, lexicon, others)),
    );
  return known.get(others);
}

function made({ Marker }, { entries }, others) {
  const names = entries.flatMap(({ name, other = "" }) => [name, other]);
  const marker = new Marker(names.map(line).join("\n"), others);
  return (text) => marker.find(text);
}

const line = (name) => name.replaceAll("\n", " ");
