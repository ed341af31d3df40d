// The stylesheet that all elements of a document share. One document's is refused by another's elements.

import css from "plan-widgets.css";
import { member } from "./document.js";

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Puts the stylesheet on a shadow root that doesn't have it; a move into another document takes it off.
 * @param {ShadowRoot} root
 */
export function dress(root) {
  const { ownerDocument } = root;
  if (!sheets.has(ownerDocument)) {
    const sheet = new /** @type {Window & typeof globalThis} */ (member("defaultView", ownerDocument)).CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(ownerDocument, sheet);
  }
  const sheet = /** @type {CSSStyleSheet} */ (sheets.get(ownerDocument));
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
