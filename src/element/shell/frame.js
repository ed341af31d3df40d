/*! MIT */
// The host's side of the pages for frames: their height, the host's color scheme, links to items, their events, and
// what the host wants shown. Loaded twice it does no harm. What embed.js can do for it is done there, because every
// host loads this.
//
// Any frame on the page can send us anything. One is heard if its page says that it is the one that the host has named
// in `src`, and the browser that it is of that origin: whatever a frame is led to later is a stranger. It gets no
// more of the host's URL than its own state, and can change no more of it.

import { detailOf } from "./detail.js";
import { followed, keep, read, stateOf, write } from "./fragment.js";
import { EVENTS } from "./options.js";

// So begin those attributes of an iframe that are the widget's.
const START = "data-plan-";

// No frame is made higher than this, in px.
const HIGHEST = 50_000;

/** @type {WeakMap<HTMLIFrameElement, string>} */
const known = new WeakMap(); // iframe of ours → the origin that it is of

const frames = () => document.querySelectorAll("iframe");

/**
 * What stands before a frame's names in the host's fragment. Without the attribute nothing there is the frame's.
 * @param {HTMLIFrameElement} frame
 */
const start = ({ dataset: { deepLink } }) => deepLink && deepLink + ".";

/**
 * What the host's fragment says of a frame.
 * @param {HTMLIFrameElement} frame
 */
const state = (frame) => {
  const name = start(frame);
  return name == null ? {} : read(location.hash, name);
};

/**
 * What the host wants of the widget in a frame, by its attributes' names: null where one was taken away.
 * @param {HTMLIFrameElement} frame
 * @param {(string | null)[]} names attributes of the iframe
 */
const wanted = (frame, names) =>
  Object.fromEntries(
    /** @type {string[]} */ (names)
      .filter((name) => name.startsWith(START))
      .map((name) => [name.slice(START.length), frame.getAttribute(name)]),
  );

/**
 * Sends a message to a frame: to its page alone, or if it has no origin to whatever is there.
 * @param {HTMLIFrameElement} frame
 * @param {string | undefined} origin
 * @param {object} [planFrame]
 */
const post = (frame, origin, planFrame = {}) =>
  frame.contentWindow?.postMessage({ planFrame }, !origin || origin === "null" ? "*" : origin);

/**
 * Sends a frame what it can't see of its host.
 * @param {HTMLIFrameElement} frame
 * @param {object} [more]
 */
const send = (frame, more) => {
  const origin = known.get(frame);
  if (origin) post(frame, origin, { scheme: getComputedStyle(frame).colorScheme, state: state(frame), ...more });
};
const sendAll = () => frames().forEach((frame) => send(frame));

/**
 * Sends a frame what the host wants from now on.
 * @param {HTMLIFrameElement} frame
 */
const watch = (frame) =>
  new MutationObserver((records) => {
    const changed = wanted(
      frame,
      records.map(({ attributeName }) => attributeName),
    );
    if (Object.keys(changed).length) post(frame, known.get(frame), { changed });
  }).observe(frame, { attributes: true });

/**
 * Whether a page is the one that the host has named in `src`. It has no origin only where the host has said so.
 * @param {HTMLIFrameElement} frame
 * @param {string} origin as the browser says
 * @param {unknown} page the page's URL, as it says itself
 */
const isNamed = ({ src, sandbox }, origin, page) =>
  src.split(/[?#]/)[0].replace(/\/?$/, "/") === page &&
  (page.startsWith(origin + "/") ||
    (origin === "null" && /^http/.test(page) && sandbox.length && !sandbox.contains("allow-same-origin")));

addEventListener("message", ({ source, origin, data }) => {
  const said = data?.planFrame;
  for (const frame of frames()) {
    if (frame.contentWindow !== source || !isNamed(frame, origin, said?.page)) continue;
    const { height, state, top, event } = said;
    if (Number.isFinite(height) && height > 0 && height <= HIGHEST) {
      frame.style.boxSizing = "content-box"; // a border of the host's takes nothing from it
      frame.style.height = height + "px";
    }
    const name = start(frame);
    if (state && name != null) {
      const now = stateOf(state);
      keep(frame, (hash) => write(hash, name, now));
    }
    if (Number.isFinite(top) && name != null) scrollBy(0, frame.getBoundingClientRect().top + top - innerHeight / 4);
    const detail = detailOf(said.detail);
    said.detail = 0; // another script of ours on the page hears the same message
    if (detail && EVENTS.includes(event))
      frame.dispatchEvent(new CustomEvent(event, { bubbles: true, composed: true, detail }));
    if (known.get(frame) === origin && (height || state || top != null || event)) continue;
    if (!known.has(frame)) watch(frame);
    known.set(frame, origin);
    send(frame, { attributes: wanted(frame, frame.getAttributeNames()) }); // it greets
  }
});

addEventListener("hashchange", () => {
  followed();
  sendAll();
});
new MutationObserver(sendAll).observe(document.documentElement, { attributes: true });
// Those that were here before us; others speak up by themselves. One that is linked to loads without being visible.
for (const frame of frames()) {
  if (Object.keys(state(frame)).length) frame.loading = "eager";
  post(frame, undefined);
}
