// Where an element's view model comes from: a plan as an object or at a URL, or the data file of the bundled plan.

import { get, script } from "./file.js";
import { best } from "./language.js";
import { VERSION } from "./spec.js";

const tools = { get, best }; // for the checkers

/** @type {Map<string, WeakRef<Promise<any>>>} */
const fetched = new Map(); // URL → parsed JSON, whatever it is, shared by the page's elements
/** @type {WeakMap<object, Promise<any>>} */
const held = new WeakMap(); // who shows it → that, which is let go of with the last of them
/** @type {Set<Promise<any>>} */
const kept = new Set(); // the bundled plan's, for good
/** @type {WeakMap<object, Map<string, Promise<View>>>} */
const checked = new WeakMap(); // parsed JSON → what a function of the checker makes of it → that

/** @type {WeakMap<View, View>} */
const completed = new WeakMap(); // view model → the same with what searches need

/** @type {string | null | undefined} */
let searched; // what was searched for first: until then nobody needs that

/**
 * The view model of `given`: an object, or a URL relative to its holder's, both checked; or without it of the bundled
 * plan, which was checked when it was built.
 * @param {Given | null | undefined} given
 * @param {Spec} spec
 * @param {string | undefined} lang
 * @param {Element | DocumentFragment} holder who shows it
 * @param {string | null} [query] what is searched for in it
 * @returns {Promise<View>}
 */
export function source(given, spec, lang, holder, query) {
  searched ||= query;
  const { data, later, view } = spec;
  const made = `${VERSION} ${view}`; // as the build has written into the package's files
  const model = given
    ? checkedPlan(given, `${view} ${lang ?? ""}`, holder)
    : json(data[best(lang, Object.keys(data)) ?? Object.keys(data)[0]](), null, made);
  // Pinyin is of the bundled plan's titles.
  return later && searched && (view === "glossaryView" || !given)
    ? model.then((model) => complete(model, later, made))
    : model;
}

/**
 * The same of a plan that isn't the bundled one.
 * @param {Given} given
 * @param {string} work the function of the checker, and the language
 * @param {Element | DocumentFragment} holder
 * @returns {Promise<View>}
 */
function checkedPlan(given, work, holder) {
  if (typeof given === "object") return valid(given, work);
  const url = resolve(given, holder.baseURI);
  checker(work)
    .then(({ prepare }) => prepare(work.split(" ")[1], tools))
    .catch(() => {}); // what fails here fails again when it is needed, and is reported
  return json(url, holder).then((plan) => valid(plan, work, url));
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
  return { ...deck, cards: deck.cards?.map((card, index) => ({ ...card, progress: made[index] })) };
}

/**
 * `view` with what the file at `url` has for it: of a timeline the pinyin of items by their ids, else members of its
 * own. Without that it stays as it is.
 * @param {View} view
 * @param {() => URL} url
 * @param {string} made
 * @returns {Promise<View>}
 */
async function complete(view, url, made) {
  if (!completed.has(view)) {
    const more = await json(url(), null, made).catch(() => undefined);
    if (!more) return view;
    const items = view.items?.map((item) => ({ pinyin: more[item.id], ...item }));
    completed.set(view, items ? { ...view, items } : { ...view, ...more });
  }
  return /** @type {View} */ (completed.get(view));
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
    throw { code: "network", url: given, reason: /** @type {Error} */ (error).message };
  }
}

/**
 * What the checker makes of a plan, asked once.
 * @param {object} plan
 * @param {string} work
 * @param {URL} [base] where it was fetched
 * @returns {Promise<View>}
 */
function valid(plan, work, base) {
  // `src` may lead to JSON that is no object; that can't be a key.
  if (plan === null || typeof plan !== "object") return pass(plan, work, base);
  if (!checked.has(plan)) checked.set(plan, new Map());
  const known = /** @type {Map<string, Promise<View>>} */ (checked.get(plan));
  if (!known.has(work)) {
    const passing = pass(plan, work, base);
    known.set(work, passing);
    // May succeed another time, or words come for its language.
    passing.then(
      ({ unspoken }) => unspoken && known.delete(work),
      ({ code }) => code !== "model-invalid" && known.delete(work),
    );
  }
  return /** @type {Promise<View>} */ (known.get(work));
}

/**
 * The same, asked anew.
 * @param {object} plan
 * @param {string} work
 * @param {URL} [base]
 * @returns {Promise<View>}
 */
async function pass(plan, work, base) {
  // Whichever it is: all are called alike.
  const [what, lang] = /** @type {["timelineView", string]} */ (work.split(" "));
  const made = await (await checker(what))[what](plan, lang, tools, base);
  if (Array.isArray(made)) throw { code: "model-invalid", problems: made };
  return made;
}

/**
 * The checker for some work.
 * @template {string} Work
 * @param {Work} work
 * @returns {Promise<Checker<Work>>}
 */
export async function checker(work) {
  const ours = await (work.startsWith("timelineView")
    ? script("./check.js", () => import("./check.js"))
    : script("./check-goals.js", () => import("./check-goals.js")));
  return /** @type {Checker<Work>} */ (ours);
}
