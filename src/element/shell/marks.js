// How a term looks in the page's own text: one stylesheet for each tree that has terms, of rules for terms alone.

import css from "marks.css";
import { documentOf, member } from "./document.js";

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Puts it on a document or a shadow root; for what is in neither yet, on its document.
 * @param {Node} tree
 */
export function dressMarks(tree) {
  const document = documentOf(tree);
  const root = /** @type {ShadowRoot} */ (tree).adoptedStyleSheets ? /** @type {ShadowRoot} */ (tree) : document;
  if (!sheets.has(document)) {
    const sheet = new /** @type {Window & typeof globalThis} */ (member("defaultView", document)).CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  const sheet = /** @type {CSSStyleSheet} */ (sheets.get(document));
  // First, so that the page's own rules win.
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}
