// The language of an element: its own `lang`, or the closest ancestor's, across shadow roots.

import { hostOf, own } from "./document.js";

/** @type {Set<() => void>} */
const watchers = new Set();

/** @type {MutationObserver | undefined} */
let observer;

/**
 * The BCP 47 tag that holds for `element`, which may be a fragment, or undefined where nobody says.
 * @param {Element | DocumentFragment} element
 */
export function languageOf(element) {
  for (let node = /** @type {Element | undefined} */ (element); node; node = hostOf(node)) {
    const said = node.nodeType !== 11 && own("closest", node)("[lang]"); // a fragment has no element around it
    const lang = said && own("getAttribute", said)("lang");
    if (lang) return lang;
  }
}

/**
 * The one of some BCP 47 tags for readers of `wanted`, as `Lang::best` in Rust has it.
 * @param {string | undefined} wanted
 * @param {string[]} tags
 */
export function best(wanted, tags) {
  /** @type {string | undefined} */
  let found;
  let most = 0;
  const [one, script] = parts(wanted ?? "");
  for (const tag of tags) {
    const [other, another] = parts(tag);
    let common = 0;
    while (other[common] && other[common] === one[common]) common++;
    const weight = common && common * 2 + Number(!other[common]);
    if (weight > most && (!script || !another || script === another)) [found, most] = [tag, weight];
  }
  return found;
}

/**
 * The subtags of a tag, and its script where it says one; of Chinese by its region.
 * @param {string} tag
 * @returns {[string[], string | undefined]}
 */
function parts(tag) {
  const parts = tag.toLowerCase().split("-");
  const script = parts.find((part) => part.length === 4);
  return [parts, script ?? (parts[0] === "zh" ? (/-(tw|hk|mo)/i.test(tag) ? "hant" : "hans") : script)];
}

const tell = () => watchers.forEach((watcher) => watcher());

/**
 * Calls `then` when a `lang` in the page changes, or words come for another language. Gives the way to take that back.
 * @param {() => void} then
 */
export function watchLanguages(then) {
  observer ??= new MutationObserver(tell);
  if (!watchers.size) observer.observe(document, { subtree: true, attributeFilter: ["lang"] });
  watchers.add(then);
  addEventListener("plan-words", then);
  return () => {
    watchers.delete(then);
    removeEventListener("plan-words", then);
    if (!watchers.size) /** @type {MutationObserver} */ (observer).disconnect();
  };
}
