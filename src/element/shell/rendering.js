// Static HTML of the elements, for servers and terminals: pure functions of a plan and options, at once.

import { glue } from "render-glue";
import glossary from "glossary.css";
import goals from "goals.css";
import timeline from "timeline.css";
import { describe } from "./errors.js";

/** @type {Record<string, string>} */
const RULES = { timeline, glossary, "goal-card": goals, "goal-deck": goals };

/**
 * Options as JavaScript may give them: the widget's attributes by whichever names, and what it is rendered with.
 * @typedef {{ model?: unknown, shadow?: boolean, stylesheet?: string, lang?: string }} Options
 */

/** @typedef {typeof import("../../../pkg/types/server.d.ts")} PublicServer */

/**
 * The functions of the package's `server` entry.
 * @param {() => WebAssembly.Module} compiled gives the compiled render.wasm
 * @returns {Pick<PublicServer, "render" | "renderContent" | "describe" | "list" | "validate">}
 */
export function rendering(compiled) {
  /** @type {ServerExports["Server"] | undefined} */
  let Server; // the class of a running module
  /** @type {RustServer | undefined} */
  let bundled; // the bundled plan in it
  /** @type {WeakMap<object, RustServer>} */
  let others = new WeakMap(); // plan → the same of that

  /**
   * Calls `work` with what renders a plan; a module that has trapped is of no more use.
   * @template Result
   * @param {unknown} model
   * @param {(server: RustServer) => Result} work
   * @param {string} [lang]
   */
  function use(model, work, lang) {
    try {
      if (!Server) {
        const made = glue((exports) => exports);
        made.init(compiled());
        ({ Server } = made);
      }
      return work(model === undefined ? (bundled ??= new Server()) : opened(model));
    } catch (error) {
      if (error instanceof Failure) throw error.toError(lang);
      if (Array.isArray(error)) throw new Failure("options-invalid", error).toError(lang);
      Server = bundled = undefined;
      others = new WeakMap();
      throw error;
    }
  }

  /**
   * What renders a plan that isn't the bundled one.
   * @param {unknown} model
   */
  function opened(model) {
    const known = others.get(/** @type {object} */ (model));
    if (known) return known;
    try {
      const made = new /** @type {ServerExports["Server"]} */ (Server)(JSON.stringify(upTo(DEPTH, model)) ?? "null");
      if (model !== null && typeof model === "object") others.set(model, made);
      return made;
    } catch (problems) {
      throw Array.isArray(problems) ? new Failure("model-invalid", problems) : problems;
    }
  }

  /**
   * @param {string} kind
   * @param {Options | null | undefined} options
   * @param {boolean} whole
   */
  function html(kind, options, whole) {
    const { model, shadow = false, stylesheet, ...attributes } = options ?? {};
    if (!["string", "undefined"].includes(typeof stylesheet))
      throw new Failure("options-invalid", [wrong("stylesheet", stylesheet)]).toError(attributes.lang);
    const rules = shadow ? RULES[kind] : undefined;
    return use(
      model,
      (server) => server.html(String(kind), pairs(attributes), whole, stylesheet, rules),
      attributes.lang,
    );
  }

  return {
    /**
     * @param {string} kind
     * @param {Options | null} [options]
     */
    render: (kind, options) => html(kind, options, true),
    /**
     * @param {string} kind
     * @param {Options | null} [options]
     */
    renderContent: (kind, options) => html(kind, options, false),
    /**
     * @param {string} kind
     * @param {Options | null} [options]
     */
    describe: (kind, options) => {
      const { model, shadow, stylesheet, ...attributes } = options ?? {};
      const { data, ...about } = use(
        model,
        (server) => server.about(String(kind), pairs(attributes)),
        attributes.lang,
      );
      return { ...about, data: JSON.parse(data) };
    },
    list: (model) => use(model, (server) => server.list()),
    validate: (plan, { lang } = {}) => {
      try {
        use(plan, () => {}, lang);
        return [];
      } catch (error) {
        const { problems } = /** @type {Partial<PlanErrorDetail>} */ (error);
        if (!problems) throw error;
        return problems;
      }
    },
  };
}

// Deeper than this no plan goes; what does would end JSON.stringify.
const DEPTH = 50;

/**
 * A value to a depth.
 * @param {number} depth
 * @param {unknown} value
 * @returns {unknown}
 */
function upTo(depth, value) {
  if (value === null || typeof value !== "object") return value;
  if (!depth) return null;
  if (Array.isArray(value)) return value.map((inner) => upTo(depth - 1, inner));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, upTo(depth - 1, inner)]));
}

/**
 * What stands where a text should.
 * @param {string} pointer
 * @param {unknown} found
 * @returns {Problem}
 */
const wrong = (pointer, found) => ({
  pointer,
  found: ["literal", String(found)],
  expected: ["text"],
  nearest: null,
});

/** What is wrong, until it is an error with words in a language. */
class Failure {
  /**
   * @param {PlanErrorCode} code
   * @param {Problem[]} problems
   */
  constructor(code, problems) {
    Object.assign(this, { code, problems });
  }

  /** @param {string} [lang] */
  toError(lang) {
    const { message, ...detail } = describe(
      /** @type {Facts} */ (/** @type {unknown} */ (this)).code,
      { problems: /** @type {Facts} */ (/** @type {unknown} */ (this)).problems },
      lang,
    );
    return Object.assign(new TypeError(message), detail);
  }
}

/**
 * Names and values in turn, as an element's attributes have them.
 * @param {Record<string, unknown>} attributes
 */
function pairs(attributes) {
  /** @type {string[]} */
  const list = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    const text = value === true ? "" : Array.isArray(value) ? value.join(" ") : String(value);
    list.push(
      name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      text,
    );
  }
  return list;
}
