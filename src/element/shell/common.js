// What all elements' classes share: their definition, their attributes as properties, their events and failures.

import { VERSION } from "./spec.js";
import { languageOf } from "./language.js";

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
  (errors ??= import("./errors.js").catch(() => ({
    explained: (facts) => facts,
    describe: (code, { problems = [], url = "", reason = "", refused = "" }) => ({
      code,
      message: `${code} ${url} ${reason} ${refused}`,
      problems: problems.map(({ found, expected, ...each }) => ({
        ...each,
        found: `${found}`,
        expected: `${expected}`,
        text: `${each.pointer || "/"} ${expected} ${found}`,
      })),
    }),
    unavailable: () => "",
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
  return describe(error.code, await explained(error), lang);
}

/**
 * Reports a failure of an element to the page, and once to the console.
 * @param {OurElement} element
 * @param {Facts} error
 */
export async function reportFailure(element, error) {
  const detail = await described(error, languageOf(element));
  dispatch(element, "plan-error", detail);
  if (logged.has(detail.message)) return;
  logged.add(detail.message);
  console.error(`plan-widgets: <${element.localName}> ${detail.message}`);
}

/**
 * Static, of a class: defines its element once. A second definition by the same version is silent; another warns.
 * @this {OurClass}
 * @param {string} [tag]
 * @param {CustomElementRegistry} [registry]
 */
export function define(tag = this.spec.tag, registry = globalThis.customElements) {
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
    if (!Object.hasOwn(element, name)) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}
