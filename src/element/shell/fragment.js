// Our names in the fragment of a page's URL: `#item=…&topic=…`. What else stands there stays to the letter.

import { KEYS } from "./options.js";

/**
 * The state of a widget, by our names.
 * @typedef {Record<string, string | undefined>} State
 */

// A value that another window sends is no longer than this.
export const LONGEST = 1_000;

// So long no second write follows a first, in ms: WebKit takes 100 in 30 s, and the page may want some for itself.
const PAUSE = 500;

// So long a browser that refuses is asked again, once in each pause: WebKit counts anew after that.
const TRIES = 60;

// So long a new fragment is waited for to be followed, before it is written to, in ms.
const FOLLOWED = 50;

/**
 * A fragment's parts: a route of the page's own, as in `#/news?item=5` or `#!news`, in which nothing is ours; the
 * pieces that ours are among, behind a `#` of the route's; and what is for the browser, as in `#:~:text=…`.
 * @param {string} hash
 */
function parts(hash) {
  const [, text, end = ""] = /** @type {RegExpExecArray} */ (/^#?(.*?)(:~:.*)?$/s.exec(hash));
  const [route] = /^(?:!|[^=&#]*[/?])[^#]*/.exec(text) ?? [""];
  const rest = route ? text.slice(route.length + 1) : text;
  return { route, pieces: rest ? rest.split("&") : [], end };
}

/**
 * A name and its value as they are written.
 * @param {string} name
 * @param {string} [value]
 */
const pair = (name, value = "") => `${new URLSearchParams([[name, value]])}`;

/**
 * What a fragment says of a widget. Each name is spelled once: a fragment may have thousands of pieces.
 * @param {string} hash
 * @param {string} start what stands before each name
 * @param {readonly string[]} keys the names
 */
export function read(hash, start, keys = KEYS) {
  /** @type {State} */
  const state = Object.create(null);
  const { pieces } = parts(hash);
  for (const key of keys) {
    const name = pair(start + key);
    const piece = pieces.find((piece) => piece.startsWith(name));
    if (piece) state[key] = /** @type {string} */ (new URLSearchParams(`=${piece.slice(name.length)}`).get(""));
  }
  return state;
}

/**
 * The fragment with another state of a widget in it.
 * @param {string} hash
 * @param {string} start
 * @param {State} state
 * @param {readonly string[]} keys
 */
export function write(hash, start, state, keys = KEYS) {
  const said = read(hash, start, keys);
  if (keys.every((key) => said[key] === state[key])) return hash;
  const { route, pieces, end } = parts(hash);
  const ours = keys.map((key) => pair(start + key));
  const text = [
    ...pieces.filter((piece) => !ours.some((name) => piece.startsWith(name))),
    ...keys.filter((key) => state[key] !== undefined).map((key) => pair(start + key, state[key])),
  ].join("&");
  const all = route + (route && text && "#") + text + end;
  return all && `#${all}`;
}

/**
 * A link to what has a name, up to its value, which is put behind it. A route stays: it is the way to the page.
 * @param {string} name
 */
export function link(name) {
  const { route } = parts(location.hash);
  return url(`#${route}${route && "#"}${pair(name)}`);
}

/**
 * The page's URL with another fragment. In full: a relative one would lead to the page's `<base href>`.
 * @param {string} hash
 */
export const url = (hash) => location.href.split("#")[0] + hash;

/**
 * What of a message is a state: another window can send anything.
 * @param {any} given
 * @returns {State}
 */
export const stateOf = (given) =>
  Object.fromEntries(
    KEYS.map((key) => [key, given?.[key]]).filter(([, value]) => typeof value === "string" && value.length <= LONGEST),
  );

/** @type {Map<object, [change: (hash: string) => string, then?: () => void]>} */
const waiting = new Map();
/** @type {ReturnType<typeof setTimeout> | 0 | undefined} */
let timer;
let tries = TRIES;
/** @type {string} */
let seen; // the fragment that has been followed

/** Says that the page's fragment has been followed. */
export const followed = () => (seen = location.hash);

/**
 * Has the page's fragment changed: at once, or where that was done just before with all that comes meanwhile. The
 * reader's way back stays as it was, and the page hears of no `hashchange`.
 * @param {object} whose a later change of the same takes the place of an earlier one
 * @param {(hash: string) => string} change
 * @param {() => void} [then] called when it has been
 */
export function keep(whose, change, then) {
  waiting.set(whose, [change, then]);
  if (!timer) flush();
}

/** @param {unknown} [now] whatever stands there: the page may be left, or has been waited for */
function flush(now) {
  clearTimeout(timer);
  const all = [...waiting.values()];
  let pause = all.length && PAUSE;
  const { hash } = location;
  if (!now && hash !== (seen ?? hash)) {
    pause = FOLLOWED; // somebody has followed a link, and elements hear of it in a moment
    seen = hash;
  } else {
    const changed = all.reduce((hash, [change]) => change(hash), hash);
    try {
      if (changed !== hash) history.replaceState(history.state, "", url(changed));
      waiting.clear();
      tries = TRIES;
    } catch {
      // A browser refuses when there were many in a short time, and where a page has no address of its own.
      if (--tries < 0) pause = 0;
    }
    followed();
  }
  timer = pause && setTimeout(flush, pause, pause === FOLLOWED);
  const listen = pause ? "addEventListener" : "removeEventListener";
  self[listen]("pagehide", flush);
  document[listen]("visibilitychange", flush);
  if (!waiting.size) all.forEach(([, then]) => then?.());
}
