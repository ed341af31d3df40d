// Where an element's view model comes from: a plan as an object or at a URL, or the data file of the bundled plan.

import { get, refuse, refused, script } from "./file.js";
import { best } from "./language.js";
import { VERSION } from "./spec.js";
import { reasonOf } from "./reason.js";

const tools = { get, best }; // for the checkers

/** @type {Map<string, WeakRef<Promise<any>>>} */
const fetched = new Map(); // URL → parsed JSON, whatever it is, shared by the page's elements
/** @type {WeakMap<object, Promise<any>>} */
const held = new WeakMap(); // who shows it → that, which is let go of with the last of them
/** @type {Set<Promise<any>>} */
const kept = new Set(); // the bundled plan's, for good
/** @type {WeakMap<View, View>} */
const completed = new WeakMap(); // view model → the same with what searches need

/** @type {Set<string>} */
const needed = new Set(); // view models that are to be whole: until then nobody needs the rest
/** @type {WeakMap<View, [url: URL, made: string]>} */
const lacking = new WeakMap(); // view model → the file with the rest of it, and what that says of itself

/**
 * The view model of `given`: an object, or a URL relative to its holder's, both checked; a URL may also lead to the
 * index of a built plan. Without it of the bundled plan. What is built was checked then.
 * @param {Given | null | undefined} given
 * @param {Spec} spec
 * @param {string | undefined} lang
 * @param {Element | DocumentFragment} holder who shows it
 * @param {unknown} [all] whether an item is open in it, or searched for
 * @returns {Promise<View>}
 */
export async function source(given, spec, lang, holder, all) {
  const { data, view } = spec;
  if (all) needed.add(view);
  const made = `${VERSION} ${view}`; // as the build has written into the package's files
  /**
   * The file for readers of `lang`: else the one in the plan's own language.
   * @template File
   * @param {Record<string, File>} files
   */
  const chosen = (files) => files[best(lang, Object.keys(files)) ?? Object.keys(files)[0]];
  /** @type {View} */
  let model;
  let later = (view === "glossaryView" || !given) && spec.later && chosen(spec.later)();
  if (!given) model = await json(chosen(data)(), null, made);
  else if (typeof given !== "string") model = await checked(given, view, lang);
  else {
    const url = resolve(given, holder.baseURI);
    // What lies at a URL like a built plan's index is most likely one.
    if (!/\/index.json/.test(/** @type {any} */ (url)))
      checker(view)
        .then(({ prepare }) => prepare(/** @type {string} */ (lang), tools))
        .catch(() => {}); // what fails here fails again when it is needed, and is reported
    const found = json(url, holder);
    const plan = await found;
    if (plan?.made) {
      const path = chosen(plan.files?.[view] ?? {});
      if (!path) refuse("file-broken", url, { reason: view });
      const file = json(new URL(path, url), holder, made);
      const rest = chosen(plan.later?.[view] ?? {});
      if (rest) later = new URL(rest, url);
      held.set(file, found);
      // Another build may have taken it away.
      file.catch(() => {
        fetched.delete(url.href);
        refused.add(url.href);
      });
      model = await file;
    } else model = await checked(plan, view, lang);
    // Pictures lie where the plan lies. In a timeline from nowhere, as of `blob:`, or with a host that a browser
    // doesn't take, their URLs stay.
    for (const medium of (model.items ?? []).flatMap(({ media = [] }) => media)) {
      try {
        medium.src = new URL(medium.src, url).href;
      } catch {} // eslint-disable-line no-empty
    }
  }
  if (later && needed.has(view)) return complete(model, later, made);
  if (later) lacking.set(model, [later, made]);
  return model;
}

/**
 * The whole of what is shown, at once, for a page that is printed: browsers wait for nothing that comes later, so this
 * waits for it. Where a page forbids that it stays as it is.
 * @param {View} view
 * @returns {View}
 */
export function wholeNow(view) {
  const [url, made] = lacking.get(view) ?? [];
  if (!url) return view;
  if (!completed.has(view)) {
    try {
      const request = new XMLHttpRequest();
      request.open("GET", url, false);
      request.send();
      const file = JSON.parse(request.responseText);
      if (file.made === made) completed.set(view, merged(view, file));
    } catch {} // eslint-disable-line no-empty
  }
  return completed.get(view) ?? view;
}

/**
 * `deck` with what `given` reports of the progress of its goals: an object, or a URL. Fetched anew each time, for
 * it changes; elements that ask at the same time share it. A plan without goals has no cards.
 * @param {DeckView} deck
 * @param {PlanProgress | string} given
 * @param {string} base
 * @returns {Promise<DeckView>}
 */
export async function reported(deck, given, base) {
  let progress = given;
  if (typeof given === "string") {
    const url = resolve(given, base);
    progress = await json(url, url).finally(() => fetched.delete(url.href));
  }
  const { progress: check } = await checker("deckView");
  const made = await check(progress, deck, tools);
  if (made.problems) throw { code: "progress-invalid", problems: made.problems };
  const { account, statuses = [], cards = [], unbound } = made;
  return {
    ...deck,
    account,
    unbound,
    // The statuses are the last of the facets.
    facets: deck.facets?.concat(statuses),
    cards: deck.cards?.map((card, index) => {
      const { status = [], ...own } = cards[index];
      return { ...card, ...own, facets: card.facets?.concat(status) };
    }),
  };
}

/**
 * `view` with what the file at `url` has for it: members of its own, and of its items or cards by their index. Without
 * that it stays as it is, and has what went wrong as `lacks`.
 * @param {View} view
 * @param {URL} url
 * @param {string} made
 * @returns {Promise<View>}
 */
async function complete(view, url, made) {
  if (!completed.has(view)) {
    try {
      completed.set(view, merged(view, await json(url, null, made)));
    } catch (lacks) {
      return { ...view, lacks };
    }
  }
  return /** @type {View} */ (completed.get(view));
}

/**
 * A view model with what completes it.
 * @param {any} view
 * @param {any} more
 * @returns {View}
 */
function merged(view, more) {
  const whole = { ...view, ...more };
  for (const list of ["items", "cards"]) {
    if (view[list])
      whole[list] = view[list].map((/** @type {object} */ one, /** @type {number} */ at) => ({
        ...one,
        ...more[list]?.[at],
      }));
  }
  return whole;
}

/**
 * The JSON at a URL: fetched once, as long as a holder has it; without one, for good.
 * @param {URL} url
 * @param {object | null} holder lets go of what it held before
 * @param {string} [made] what a file of the package says of itself
 */
function json(url, holder, made) {
  let json = fetched.get(url.href)?.deref();
  if (!json) {
    for (const [known, ref] of fetched) if (!ref.deref()) fetched.delete(known);
    json = get(url.href, made);
    fetched.set(url.href, new WeakRef(json));
    json.catch(() => fetched.delete(url.href)); // may succeed another time
  }
  if (holder) held.set(holder, json);
  else kept.add(json);
  return json;
}

/**
 * The URL that `given` is, relative to `base`.
 * @param {string | URL} given
 * @param {string} [base]
 */
export function resolve(given, base) {
  try {
    return new URL(given, base);
  } catch (error) {
    throw { code: "network", url: given, reason: reasonOf(error) };
  }
}

/**
 * What the checker makes of a plan, as often as it is asked.
 * @param {any} plan
 * @param {string} view
 * @param {string | undefined} lang
 * @returns {Promise<View>}
 */
const checked = async (plan, view, lang = "") =>
  // Whichever it is: all are called alike.
  (await checker(/** @type {"timelineView"} */ (view)))[/** @type {"timelineView"} */ (view)](plan, lang, tools);

/**
 * The checker for a view model.
 * @template {string} Work
 * @param {Work} view
 * @returns {Promise<Checker<Work>>}
 */
export const checker = (view) =>
  /** @type {Promise<any>} */ (
    view.startsWith("timelineView")
      ? script("./check.js", () => import("./check.js"))
      : script("./check-goals.js", () => import("./check-goals.js"))
  );
