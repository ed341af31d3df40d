// The stylesheet that all elements of the page share.

import css from "plan-widgets.css";

let shared;

export function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return shared;
}
