// The stylesheet that all elements of a document share. One document's is refused by another's elements.

import css from "plan-widgets.css";

const sheets = new WeakMap(); // document → stylesheet

// Puts the stylesheet on a shadow root that doesn't have it; a move into another document takes it off.
export function dress(root) {
  const { ownerDocument } = root;
  if (!sheets.has(ownerDocument)) {
    const sheet = new ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(ownerDocument, sheet);
  }
  const sheet = sheets.get(ownerDocument);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
