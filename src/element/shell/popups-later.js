// The pop-ups of an entry for everything, and what finds terms: most of its pages have no term in their text, so they
// are fetched.

import { turns } from "./common.js";
import { script } from "./file.js";

/** @type {typeof import("./popup.js") | undefined} */
let popups;
/** @type {Map<Document, import("./popup.js").Explain>} */
const waiting = new Map(); // documents with terms, until they can open

/**
 * @param {Document} document
 * @param {import("./popup.js").Explain} explain
 */
export function listen(document, explain) {
  if (popups) return popups.listen(document, explain);
  waiting.set(document, explain);
  if (waiting.size === 1) load();
}

/** @param {Element} term */
export const leave = (term) => popups?.leave(term);

/** @type {typeof import("./finder.js").finder} */
export const finder = async (...of) => (await fetched()).finder(...of);

const fetched = () => script("./popup.js", () => import("./popup.js"));

async function load() {
  /** @type {HTMLElement | undefined} */
  let pressed; // before it could open
  /** @param {Event} event */
  const press = (event) => {
    pressed = /** @type {HTMLElement[]} */ (event.composedPath()).find(
      (node) => node.localName === "plan-term" && [...waiting.values()].some((explain) => explain(node)),
    );
  };
  addEventListener("click", press);
  try {
    popups = await fetched();
    for (const [document, explain] of waiting) popups.listen(document, explain);
  } catch (error) {
    /** @type {OurElement | null} */
    const term = document.querySelector("plan-term:defined");
    if (term) turns(term, () => {}).fail(error);
  }
  removeEventListener("click", press);
  waiting.clear(); // where it didn't come, the next term asks again
  if (popups) pressed?.click();
}
