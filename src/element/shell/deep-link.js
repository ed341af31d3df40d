// The state of an element in the URL's fragment: `#item=…&topic=…`, with a name in front where the page has several.

import { followed, keep, link, read, write } from "./fragment.js";

/**
 * The attributes of an element that the fragment has, in the order in which they are written.
 * @param {OurElement} element
 */
const kept = ({ constructor: { spec } }) => spec.state ?? [];

/**
 * The one of them that names an item.
 * @param {OurElement} element
 */
const itemOf = ({ constructor: { spec } }) => /** @type {string} */ (spec.item);

/**
 * The filters that the page itself has set on an element: that one is taken away has to be said.
 * @type {WeakMap<OurElement, string[]>}
 */
const preset = new WeakMap();

/** @type {Set<() => void>} */
const watchers = new Set();

function notify() {
  followed();
  watchers.forEach((watcher) => watcher());
}

/**
 * Calls `then` when the URL's fragment changes. Gives the way to take that back.
 * @param {() => void} then
 */
export function watchFragment(then) {
  if (!watchers.size) addEventListener("hashchange", notify);
  watchers.add(then);
  return () => {
    watchers.delete(then);
    if (!watchers.size) removeEventListener("hashchange", notify);
  };
}

/**
 * What stands before its names in the fragment, where a page has several elements.
 * @param {OurElement} element
 */
const prefix = (element) => {
  const name = element.getAttribute("deep-link");
  return name ? `${name}.` : "";
};

/**
 * The link to an item, up to its id, which is put behind it; none where the page has no address, as in an editor's
 * preview.
 * @param {OurElement} element
 */
export const linkOf = (element) =>
  /^(about|blob|data):/.test(location.href) ? undefined : link(prefix(element) + itemOf(element));

/**
 * Takes what the fragment says of an element into its attributes; says whether it names an item. What it doesn't
 * mention stays.
 * @param {OurElement} element
 */
export function readFragment(element) {
  const item = itemOf(element);
  const said = read(location.hash, prefix(element));
  if (!preset.has(element))
    preset.set(
      element,
      kept(element).filter((key) => element.getAttribute(key)),
    );
  for (const key of kept(element)) {
    const value = said[key];
    if (value === "") element.removeAttribute(key);
    else if (value !== undefined && value !== element.getAttribute(key)) element.setAttribute(key, value);
  }
  return said[item] !== undefined && said[item] === element.getAttribute(item);
}

/**
 * Writes an element's attributes into the fragment, and keeps what else stands there.
 * @param {OurElement} element
 */
export function writeFragment(element) {
  const keys = kept(element);
  keep(
    element,
    (hash) =>
      write(
        hash,
        prefix(element),
        Object.fromEntries(
          keys.map((key) => [key, element.getAttribute(key) || (preset.get(element)?.includes(key) ? "" : undefined)]),
        ),
        keys,
      ),
    () => element.dispatchEvent(new Event("plan-written")), // for a page in a frame, whose host is to hear of it
  );
}

/**
 * Scrolls to the item of an element that the fragment names.
 * @param {OurElement} element
 */
export function bring(element) {
  const item = element.item ?? element.goal ?? element.term;
  const shown =
    item && element.shadowRoot?.querySelector(`[data-item="${CSS.escape(item)}"], [part="panel"], [part="card"]`);
  if (!shown && !element.item) return; // a filter has left it out: another may show it
  const { top, height } = (shown || element).getBoundingClientRect();
  // Not scrollIntoView: in a frame it would scroll the page around it as well.
  scrollBy(0, top - Math.max(0, (innerHeight - height) / 2));
}

/**
 * Copies an item's link where it is pressed, and dispatches an event on it. Without a clipboard, as on a page that
 * came over plain HTTP, and with a key held, a link is a link.
 * @param {MouseEvent} event
 */
export function copyLinks(event) {
  const link = /** @type {HTMLAnchorElement} */ (event.composedPath()[0]);
  if (!link.matches?.("[part=link]") || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  event.preventDefault();
  navigator.clipboard.writeText(link.href).then(
    () => link.dispatchEvent(new Event("plan-copied", { bubbles: true })),
    () => (location.href = link.href),
  );
}
