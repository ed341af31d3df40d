// The stylesheet that all elements share, and the themes, which are fetched for elements with `theme`: most have none.

import css from "plan-widgets.css";
import { dresser } from "./dresser.js";

const base = dresser(css);

/** @type {typeof import("./themes.js") | undefined} */
let themes;

export async function whenThemes() {
  themes ??= await import("./themes.js").catch(() => undefined);
}

/**
 * Puts them on a shadow root.
 * @param {ShadowRoot} root
 */
export function dress(root) {
  base(root);
  themes?.dressTheme?.(root);
}
