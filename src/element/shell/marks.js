// How a term looks in the page's own text: one stylesheet for each tree that has terms, of rules for terms alone.

import css from "marks.css";

const sheets = new WeakMap(); // document → stylesheet

// Puts it on a document or a shadow root; for what is in neither yet, on its document.
export function dressMarks(tree) {
  const document = tree.ownerDocument ?? tree;
  const root = tree.adoptedStyleSheets ? tree : document;
  if (!sheets.has(document)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  const sheet = sheets.get(document);
  // First, so that the page's own rules win.
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}
