// The language of an element: its own `lang`, or the closest ancestor's, across shadow roots.

import { hostOf } from "./document.js";

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
    const lang = node.closest?.("[lang]")?.getAttribute("lang");
    if (lang) return lang;
  }
}

/**
 * Calls `then` when a `lang` in the page changes. Gives the way to take that back.
 * @param {() => void} then
 */
export function watchLanguages(then) {
  observer ??= new MutationObserver(() => watchers.forEach((watcher) => watcher()));
  if (!watchers.size) observer.observe(document, { subtree: true, attributeFilter: ["lang"] });
  watchers.add(then);
  return () => {
    watchers.delete(then);
    if (!watchers.size) /** @type {MutationObserver} */ (observer).disconnect();
  };
}
