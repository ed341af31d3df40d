// The entry for languages that the package has no words for.

import { build, glue } from "language-glue";
import { checker } from "./checker.js";
import { whenErrors, wordErrors } from "./common.js";
import { get } from "./file.js";
import { registered } from "./registered.js";
import { resolve } from "./source.js";
import { ofAnother } from "./tag.js";
import { worded } from "./worded.js";

const use = checker(glue, build, () => new URL("./language.wasm", import.meta.url));

/**
 * Has widgets show plans in a language with these words: a file's content or its URL. Resolves when they are found
 * right.
 * @type {PublicLanguage["registerLanguage"]}
 */
export function registerLanguage(tag, words, { lang } = {}) {
  const work = read(tag, words);
  const before = registered.get(tag);
  /** @type {Promise<Language | undefined>} */
  const known = work.catch(() => {
    // What was registered before stays, and so does what has come since.
    if (registered.get(tag) === known)
      if (before) registered.set(tag, before);
      else registered.delete(tag);
    return before;
  });
  registered.set(tag, known);
  known.then(() => dispatchEvent(new Event("plan-words")));
  return wordErrors(() => work.then(() => {}), lang);
}

/**
 * @param {string} tag
 * @param {unknown} words
 * @returns {Promise<Language>}
 */
async function read(tag, words) {
  const file =
    typeof words === "string" || words instanceof URL
      ? await get(resolve(words, globalThis.document?.baseURI))
      : words;
  // Of a list or a text the checker says what it is.
  const own = file && typeof file === "object" && !Array.isArray(file) ? { ...file, tag } : file;
  const made = await use((exports) => exports.language(own));
  const { errors, phrases } = own ?? {};
  const wrong = errors || phrases ? ((await whenErrors()).wrongWordings?.(own) ?? []) : [];
  const other = ofAnother(tag, file);
  if (Array.isArray(made)) throw { code: "language-invalid", problems: [...other, ...made, ...wrong] };
  if (other.length || wrong.length) throw { code: "language-invalid", problems: [...other, ...wrong] };
  worded.set(tag, { errors, phrases });
  return made;
}

export { VERSION as version } from "./spec.js";
