// In the head of a page for frames: options and tokens from the URL, options of the host, its color scheme and theme,
// the height, links to items, events.
//
// Any page may show ours in a frame. It can say which items, filters and colors are shown, as it can by the frame's
// URL, and nothing else. What the reader does it hears when it has our script and has spoken.

import { textOf } from "./detail.js";
import { LONGEST, read, stateOf, url, write } from "./fragment.js";
import { EVENTS, ITEMS, OPTIONS, THEMES, TOKENS } from "./options.js";

// How long a host may take to give the frame its height, in ms, before the page scrolls by itself.
const ANSWER = 500;

// How often the page may stop to scroll by itself: a host that answers too late can't make it go on for ever.
const STILLS = 3;

// How long after a link was followed what comes above the item may still move it, in ms.
const SETTLED = 1000;

// How long a page that nothing is drawn of asks for its size by itself, and how often, in ms.
const ASKED = 20_000;
const AGAIN = 500;

// So many events wait for a host that hasn't spoken yet: its script may come late.
const EARLY = 50;

// What the page itself does, and no element here.
const SCHEME = "color-scheme";

// More levels than a widget has.
const DEPTH = 24;

const root = document.documentElement;
const query = new URLSearchParams(location.search);
const framed = parent !== window;
const src = location.href; // as the host has it, whatever is selected later
const childId = query.get("childId");

// WordPress puts its own behind whatever fragment the URL has.
const [, rest, secret] = /^#?(.*?)#?\?secret=([a-zA-Z0-9]+)$/.exec(location.hash) ?? [];
if (secret) location.replace(`#${rest}`);

// Which page this is: our script in the host hears no other than the one that the host has named.
const page = (location.origin + location.pathname).replace(/\/?$/, "/");

/**
 * @param {unknown} message
 * @param {string} [origin] of any host: then none of it is a secret
 */
const post = (message, origin = "*") => framed && parent.postMessage(message, origin);
/**
 * @param {Record<string, unknown>} planFrame what our script in the host reads
 * @param {string} [origin]
 */
const send = (planFrame, origin) => post({ planFrame: { page, ...planFrame } }, origin);

/**
 * What newsrooms' scripts listen for; ours last, for it knows no least and no most.
 * @param {number} height
 */
function sendHeight(height) {
  // Their older scripts look for the id in the URL of the frame.
  post({ "datawrapper-height": { [location.pathname + location.search]: height } });
  post({ sentinel: "amp", type: "embed-size", height });
  post(JSON.stringify({ src, context: "iframe.resize", height }));
  if (secret) post({ message: "height", value: height, secret });
  if (childId) post(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
  send({ height });
}

/**
 * As large as `body`, and deeper than what the widget observes: a size that changes while observers are called is
 * reported at once only for what lies deeper, and is an error elsewhere.
 * @param {HTMLElement} body
 */
function deep(body) {
  let inner = body;
  for (let depth = 0; depth < DEPTH; depth++) inner = inner.appendChild(document.createElement("span"));
  inner.className = "size";
  return inner;
}

let sent = 0; // the height that was sent to the host last
let still = false; // the host has taken it: there is nothing to scroll
let stills = 0;
/** @type {number | undefined} */
let waiting;

/** Later, for a scrollbar that goes changes sizes, and observers of sizes may be just being called. */
function settle() {
  clearTimeout(waiting);
  const fits = innerHeight + 1 >= sent; // a host that is zoomed has no whole pixels
  if (fits === still) return;
  waiting = setTimeout(
    () => {
      if (!fits) scrolling(true);
      else if (stills++ < STILLS) scrolling(false);
    },
    fits ? 0 : ANSWER,
  );
}

/** @param {boolean} on */
function scrolling(on) {
  still = !on;
  root.style.overflow = on ? "" : "hidden";
  root.style.scrollbarGutter = on ? "" : "auto";
}

function measure() {
  if (!framed || !root.clientWidth) return; // a frame that isn't shown has no height to send
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now !== sent) sendHeight((sent = now));
  settle();
  if (performance.now() < led) bring();
}

/** For listeners that came after us. Not measured again: the widget may be just about to change. */
function repeat() {
  if (sent) sendHeight(sent);
}

// The page is light unless its host is not, whatever the system is. Where colors can't follow, it stays light.
let own = query.get(SCHEME);
const system = matchMedia("(prefers-color-scheme: dark)");
let hosts = "";

function paint() {
  const dark = /^(light|dark)$/.test(own ?? "")
    ? own === "dark"
    : /dark/.test(hosts) && (system.matches || !/light/.test(hosts));
  root.style.colorScheme = dark && CSS.supports("color", "light-dark(#000, #fff)") ? "dark" : "light";
}

const files = /** @type {HTMLScriptElement} */ (document.currentScript).src;
/** @type {HTMLLinkElement | undefined} */
let themed;

/**
 * The page has its widget's theme as well: its ground, and what is seen before the widget lives.
 * @param {string | null} theme
 */
function dress(theme) {
  themed?.remove();
  if (!THEMES.includes(theme ?? "")) return;
  themed = document.createElement("link");
  themed.rel = "stylesheet";
  themed.href = new URL(`themes/${theme}.css`, files).href;
  /** @type {any} */ (themed).blocking?.add("render"); // nothing is painted without it
  document.head.append(themed);
}

/**
 * Sets the tokens of the URL on the element, where they count for more than those of its theme.
 * @param {HTMLElement} element
 */
function paintBy(element) {
  const refused = [];
  for (const [name, { pattern, samples }] of Object.entries(TOKENS)) {
    const value = query.get(name);
    if (value === null) continue;
    if (new RegExp(pattern, "iu").test(value)) element.style.setProperty(`--plan-${name}`, value);
    else refused.push([name, value, ...samples]);
  }
  if (refused.length) refuse(element, refused);
}

/**
 * Says what is wrong with tokens, as an element says it of its attributes.
 * @param {HTMLElement} element
 * @param {string[][]} refused
 */
async function refuse(element, refused) {
  const { describe, explained } = await import(new URL("errors.js", files).href);
  const facts = await explained({ code: "attribute-invalid", refused });
  const detail = describe(facts.code, facts, element.lang);
  element.dispatchEvent(new CustomEvent("plan-error", { bubbles: true, composed: true, detail }));
  console.error(`plan-widgets: <${element.localName}> ${detail.message}`);
}

/** @type {HTMLElement | null | undefined} */
let element;
let live = false;
let led = 0; // until when a link's item may move
/** @type {number} */
let offset;
/** @type {string | undefined} */
let host; // its origin, when it has our script, too
let linked = false; // an item is to be brought into sight

const state = () => read(location.hash, "");

const first = JSON.stringify(state());
let saved = first;

function save() {
  const now = JSON.stringify(state());
  if (saved === now) return;
  saved = now;
  if (host) send({ state: state() }, host);
}

/**
 * What the host's fragment says goes into ours, which the element follows.
 * @param {import("./fragment.js").State} said
 */
function follow(said) {
  const before = state();
  linked ||= ITEMS.some((name) => said[name] !== undefined && said[name] !== before[name]);
  const hash = write(location.hash, "", { ...before, ...said });
  if (hash === location.hash) return;
  location.replace(url(hash));
  saved = JSON.stringify(state());
  if (live) soon();
}

/** When the element has rendered; not in a frame of the screen's, for far from the screen there are none. */
function soon() {
  setTimeout(() => {
    if (!linked) return;
    linked = false;
    led = Infinity;
    offset = NaN;
    measure();
  }, 100);
}

function bring() {
  const item = ITEMS.map((name) => /** @type {HTMLElement} */ (element).getAttribute(name)).find(Boolean);
  const shown =
    item &&
    /** @type {HTMLElement} */ (element).shadowRoot?.querySelector(
      `[data-item="${CSS.escape(item)}"], [part="panel"], [part="card"]`,
    );
  if (!shown) return; // a layout may be under way; a filter may have left it out
  led = Math.min(led, performance.now() + SETTLED);
  const { top } = shown.getBoundingClientRect();
  const now = Math.max(0, Math.min(top, innerHeight < sent ? innerHeight / 2 : top));
  if (Math.abs(now - offset) < 1) return;
  offset = now;
  if (host) send({ top: now }, host);
}

/**
 * Of the element's attributes those that a page doesn't fetch by; and the page's scheme.
 * @param {HTMLElement} element
 */
const takes = ({ localName }) => [...OPTIONS[/** @type {keyof typeof OPTIONS} */ (localName)], SCHEME];

/** @type {Map<string, string | null>} */
const before = new Map(); // what the host has set → what the page had there
/** @type {Map<string, unknown>} */
const wanted = new Map(); // what the host wants, and hasn't been set yet
let warning = "";

/**
 * Takes what the host wants of the element, by its attributes' names; null where it wants what the page has.
 * @param {unknown} given whatever the host has sent
 * @param {(name: string) => boolean} isNew
 */
function want(given, isNew) {
  if (typeof given !== "object") return;
  for (const [name, value] of Object.entries(given ?? {})) if (isNew(name)) wanted.set(name, value);
  set();
}

/** Sets what the host wants, when the element is there. */
function set() {
  if (!element) return;
  const names = takes(element);
  for (const [name, value] of wanted) {
    if (!names.includes(name) || !(value === null || (typeof value === "string" && value.length <= LONGEST))) continue;
    if (!before.has(name)) before.set(name, name === SCHEME ? own : element.getAttribute(name));
    const now = value ?? /** @type {string | null} */ (before.get(name));
    if (name === SCHEME) own = now;
    else if (now === null) element.removeAttribute(name);
    else element.setAttribute(name, now);
    if (name === "theme") dress(now);
  }
  paint();
  const unknown = [...wanted.keys()].filter((name) => !names.includes(name)).sort();
  wanted.clear();
  const line = `plan-widgets: a frame of <${element.localName}> takes no data-plan-${unknown.join(", data-plan-")}`;
  if (unknown.length && line !== warning) console.warn((warning = line));
}

/** @type {Record<string, string>[]} */
let early = []; // events that no host has asked for

/** @param {Event} fired */
function tell(fired) {
  const { type: event, detail } = /** @type {CustomEvent} */ (fired);
  const text = textOf(detail);
  if (!text) return;
  const said = { event, detail: text };
  if (host) send(said, host);
  else if (early.push(said) > EARLY) early.shift();
}

paint();
dress(query.get("theme"));
system.onchange = paint;
send({});

document.addEventListener(
  "readystatechange",
  () => {
    element = document.querySelector(Object.keys(OPTIONS).join());
    if (element) {
      for (const name of takes(element)) {
        const value = query.get(name);
        if (value !== null && name !== SCHEME) element.setAttribute(name, value);
      }
      paintBy(element);
      set();
      element.addEventListener("plan-written", save);
    }
    if (framed) new ResizeObserver(measure).observe(deep(document.body));
  },
  { once: true },
);

// A host may hide its frame until it speaks, and of what is hidden browsers report no sizes.
if (framed) {
  const asking = setInterval(() => {
    if (document.body) measure();
    if (secret && !still) repeat(); // WordPress may not have listened yet
    if (performance.now() > ASKED) clearInterval(asking);
  }, AGAIN);
}

addEventListener("load", () => (sent ? repeat() : measure())); // far from the screen sizes are not reported
addEventListener("resize", settle);
addEventListener("hashchange", save);
document.addEventListener("plan-ready", () => {
  live = true;
  soon();
});
if (framed) for (const name of EVENTS) document.addEventListener(name, tell);
for (const name of ["pointerdown", "keydown", "wheel"])
  addEventListener(name, () => (led = 0), { capture: true, passive: true });

addEventListener("message", ({ source, origin, data }) => {
  if (!framed || source !== parent) return;
  // WordPress is there now; pym has another width for us.
  if (data?.message === "ready" || (typeof data === "string" && data.startsWith("pymxPYMx"))) return repeat();
  const said = data?.planFrame;
  if (!said) return;
  if (typeof said.scheme === "string") {
    hosts = said.scheme;
    paint();
  }
  follow(stateOf(said.state));
  // A page may greet twice. What it has taken then, and what a link or the reader says, stays.
  const here = state();
  want(said.attributes, (name) => !before.has(name) && here[name] === undefined);
  want(said.changed, () => true);
  if (host) return;
  host = origin.startsWith("http") ? origin : "*"; // a page from a disk or in a sandbox has none
  send({}, host); // it may have come after us
  repeat();
  if (saved !== first) send({ state: state() }, host);
  for (const each of early) send(each, host);
  early = [];
});
