// Puts a stylesheet on shadow roots: one for each document, for one document's is refused by another's elements.

import { member } from "./document.js";

/**
 * Gives what puts `css` on a shadow root that doesn't have it; a move into another document takes it off.
 * @param {string} css
 */
export function dresser(css) {
  /** @type {WeakMap<Document, CSSStyleSheet>} */
  const sheets = new WeakMap();
  /** @param {ShadowRoot} root */
  return (root) => {
    const { ownerDocument } = root;
    if (!sheets.has(ownerDocument)) {
      const sheet = new /** @type {Window & typeof globalThis} */ (
        member("defaultView", ownerDocument)
      ).CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(ownerDocument, sheet);
    }
    const sheet = /** @type {CSSStyleSheet} */ (sheets.get(ownerDocument));
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  };
}
