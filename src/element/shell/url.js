// The judge of every URL that becomes a link. `Url` in src/model/name.rs judges those of plans and progress, and
// agrees: tests/urls.json is what both are held to. Hosts that only a browser knows to be none are refused here alone.

import { turns } from "./common.js";

// Of http or https with a host, or relative. Browsers skip white space and control characters, and take `\` for `/`:
// so there is none. Nor is there a user's name, which would hide where the link leads.
const FORM =
  /^(?:(?:https?:)?\/\/([\w.\u0080-\uffff-]+|\[[\da-f:.]+])(?::\d*)?(?![^/?#])|(?!$|\/\/|[a-z\d+.-]*:))[^\0- \x7f\\]*$/i;

/**
 * Whether a link may lead there.
 * @param {string} given
 */
export function isUrl(given) {
  try {
    const { hostname } = new URL(given, "https://a");
    const [, host] = /** @type {RegExpExecArray} */ (FORM.exec(given)); // null, like a URL that is none, throws
    return !host || !/^[\d.]+$/.test(hostname) || host === hostname; // a number is spelled as it is read
  } catch {
    return false;
  }
}

/** @type {WeakMap<object, unknown>} */
const judged = new WeakMap(); // an element → its `href` that was refused last

/**
 * The `href` of an element, if a link may lead there; else that is reported once, and there is none.
 * @template {string | null | undefined} Href
 * @param {OurElement} element
 * @param {Href} href
 */
export function hrefOf(element, href) {
  if (!href || isUrl(href)) return href;
  if (judged.get(element) !== href)
    turns(element, () => {}).fail({ code: "attribute-invalid", refused: [["href", `${href}`]] });
  judged.set(element, href);
}
