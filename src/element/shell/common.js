// What all elements' classes share: their definition, their attributes as properties, their events and failures.

import { VERSION } from "./spec.js";
import { script } from "./file.js";
import { languageOf } from "./language.js";
import { textOf } from "./reason.js";

/**
 * On a server there is nothing to extend; importing must still do no harm.
 */
export const Base = /** @type {new () => OurElement} */ (globalThis.HTMLElement ?? class {});

/**
 * One console line per failure and page, however many elements meet it.
 * @type {Set<string>}
 */
const logged = new Set();

/** @type {Promise<Wording> | undefined} */
let errors;

/**
 * Fetched when something fails; without it the code has to do. Once, because two imports of one file may be answered
 * in any order, and events may not.
 * @returns {Promise<Wording>}
 */
export const whenErrors = () =>
  (errors ??= script("./errors.js", () => import("./errors.js")).catch(() => ({
    build: "",
    explained: (facts) => facts,
    describe: (code, { problems = [], url = "", reason = "", refused = "" }) => ({
      code,
      lang: "en",
      message: [code, url, reason, refused].map(textOf).join(" "),
      problems: problems.map(({ found, expected, ...each }) => ({
        ...each,
        found: `${found}`,
        expected: `${expected}`,
        text: `${each.pointer || "/"} ${expected} ${found}`,
      })),
    }),
    showStatic() {},
  })));

/**
 * Fires an event of `element`.
 * @template {keyof PlanEventMap} Name
 * @param {Element} element
 * @param {Name} name
 * @param {PlanEventMap[Name]["detail"]} detail
 */
export function dispatch(element, name, detail) {
  element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
}

/**
 * What a failure is called in `lang`, as `plan-error` has it.
 * @param {Facts} error
 * @param {string} [lang]
 */
export async function described(error, lang) {
  const { describe, explained } = await whenErrors();
  const facts = await explained(error);
  return describe(facts.code, facts, lang);
}

/**
 * Does `work`; what fails rejects with an `Error` of the same `code`, `problems` and `lang` as `plan-error` has.
 * @template Result
 * @param {() => Promise<Result>} work
 * @param {string} [lang]
 */
export async function wordErrors(work, lang) {
  try {
    return await work();
  } catch (error) {
    if (!(/** @type {Caught} */ (error)?.code)) throw error;
    const { message, ...detail } = await described(/** @type {Facts} */ (error), lang);
    throw Object.assign(new Error(message), detail);
  }
}

// A change within so long after an event of ours may be the page's answer to it, in ms: to a failure, and to news,
// which a page may have more of in a moment.
const ANSWER = 1000;
const MORE = 16;

// So many answers in a row are taken at once; then each waits twice as long as the one before, up to this, in ms.
const AT_ONCE = 4;
const LONGEST = 2000;

// After so long a file that didn't arrive is asked for again, in ms.
const AGAIN = [1000, 5000, 20_000, 60_000];

/**
 * When an element works: once in a microtask, however much is changed; later where changes answer its events again and
 * again, so that no handler of the page's ends in a loop; and by itself where a file may arrive after all.
 * @param {OurElement} element
 * @param {() => void} work
 */
export function turns(element, work) {
  let queued = false; // a turn is to come
  let answers = 0; // events of ours that were answered by a change, in a row
  let spoke = 0; // until when a change answers the last one
  let tries = 0; // for a file, in vain
  let again = false; // this turn is such a try: what fails as it did has been reported
  let failure = "";
  /** @type {number | undefined} */
  let timer; // until the next try

  /** @type {typeof dispatch} */
  const tell = (...event) => {
    answers++;
    spoke = Date.now() + (event[1] === "plan-ready" ? MORE : ANSWER);
    dispatch(...event);
  };
  const stop = () => {
    clearTimeout(timer);
    removeEventListener("online", retry);
  };
  const retry = () => {
    stop();
    again = true;
    work();
  };
  /** Tries no more. */
  const end = () => {
    stop();
    tries = 0;
  };

  return {
    end,

    /** Asks for a turn, because something has changed. */
    ask() {
      if (queued) return;
      queued = true;
      end();
      if (Date.now() > spoke) answers = 0;
      const turn = () => {
        queued = again = false;
        work();
      };
      if (answers < AT_ONCE) queueMicrotask(turn);
      else setTimeout(turn, Math.min(LONGEST, 10 * 2 ** answers));
    },

    /**
     * Says that the element shows a plan.
     * @param {{ lang?: string, unspoken?: string }} view
     * @param {{ count: number }} [more]
     */
    ready({ lang, unspoken }, more) {
      tell(element, "plan-ready", { lang: /** @type {string} */ (lang), ...more });
      if (unspoken) this.fail({ code: "language-missing", found: unspoken });
    },

    /**
     * Reports a failure, unless this turn is a try and fails as the last one did. Where a file didn't arrive, another
     * try follows.
     * @param {unknown} error what isn't of ours may be for want of something in the browser
     */
    async fail(error) {
      const facts = /** @type {Facts} */ (
        typeof (/** @type {Caught} */ (error)?.code) === "string" ? error : { code: "failed", reason: textOf(error) }
      );
      const known = again && failure;
      failure = [facts.code, facts.url, facts.reason].map(textOf).join(" ");
      if (facts.url && tries < AGAIN.length) {
        stop();
        timer = setTimeout(retry, AGAIN[tries++]);
        addEventListener("online", retry);
      }
      if (known === failure) return;
      const detail = await described(facts, languageOf(element));
      tell(element, "plan-error", detail);
      log(element.localName, detail);
    },
  };
}

/**
 * Says a failure to the console, once.
 * @param {string} tag
 * @param {Pick<PlanErrorDetail, "message">} detail
 */
function log(tag, { message }) {
  if (logged.has(message)) return;
  logged.add(message);
  console.error(`plan-widgets: <${tag}> ${message}`);
}

/**
 * Static, of a class: defines its element once. A second definition by the same version is silent; another warns.
 * @this {OurClass}
 * @param {string} [tag]
 * @param {CustomElementRegistry} [registry]
 */
export function define(tag = this.spec.tag, registry = globalThis.customElements) {
  // No server, where nobody reads.
  if (!registry && globalThis.document) log(tag, { message: "This browser lacks customElements." });
  const there = /** @type {DefinedClass | undefined} */ (registry?.get(tag));
  if (!there) {
    // A registry takes a class once: another name gets a class of its own.
    registry?.define(tag, tag === this.spec.tag ? this : class extends this {});
  } else if (there.version !== VERSION) {
    console.warn(
      `plan-widgets ${VERSION}: <${tag}> is already defined by ${there.version ?? "another script"}, ` +
        "which stays in charge.",
    );
  }
  return registry?.get(tag);
}

/**
 * `headingLevel` of `heading-level`.
 * @param {string} name
 */
export const propertyOf = (name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase());

/**
 * A property for each attribute that an element's class doesn't have already.
 * @template {OurClass} Class
 * @param {Class} made
 * @param {readonly string[]} attributes
 */
export function mirror(made, attributes) {
  for (const name of attributes) {
    const property = propertyOf(name);
    if (property in made.prototype) continue;
    Object.defineProperty(made.prototype, property, {
      configurable: true,
      enumerable: true,
      /** @this {OurElement} */
      get() {
        return this.getAttribute(name);
      },
      /**
       * @this {OurElement}
       * @param {string | boolean | null | undefined} value
       */
      set(value) {
        if (value === null || value === undefined || value === false) this.removeAttribute(name);
        else this.setAttribute(name, value === true ? "" : value);
      },
    });
  }
  return made;
}

/**
 * Properties that were set before the class was there hide the accessors: take them off and set them again.
 * @param {OurElement} element
 * @param {readonly string[]} attributes
 */
export function replay(element, attributes) {
  // Any of them is such a property as `item`.
  for (const name of /** @type {"item"[]} */ ([...attributes.map(propertyOf), "model"])) {
    if (!Object.keys(element).includes(name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
