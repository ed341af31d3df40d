// Static HTML of the elements, for servers and terminals: pure functions of a plan and options, at once.

import { glue } from "render-glue";
import glossary from "glossary.css";
import goals from "goals.css";
import overview from "overview.css";
import timeline from "timeline.css";
import { describe, wrongWordings } from "./errors.js";
import { isList, plain, wrong } from "./plain.js";
import { VERSION } from "./spec.js";
import { ofAnother } from "./tag.js";
import { worded } from "./worded.js";

/** @type {Record<string, string>} */
const RULES = { timeline, glossary, overview, "goal-card": goals, "goal-deck": goals };

/**
 * Options as JavaScript may give them: the widget's attributes by whichever names, and what it is rendered with.
 * @typedef {{ model?: unknown, shadow?: boolean, stylesheet?: string, look?: string, lang?: string }} Options
 */

/** @typedef {typeof import("../../../pkg/types/server.d.ts")} PublicServer */

/**
 * Its functions.
 * @typedef {"render" | "renderContent" | "describe" | "list" | "dataFiles" | "themeStylesheet"} Rendering
 * @typedef {Rendering | "validate" | "validateProgress" | "registerLanguage"} Served
 */

/**
 * The functions of the package's `server` entry.
 * @param {() => WebAssembly.Module} compiled gives the compiled render.wasm
 * @returns {Pick<PublicServer, Served>}
 */
export function rendering(compiled) {
  /** @type {ServerExports["Server"] | undefined} */
  let Server; // the class of a running module
  /** @type {RustServer | undefined} */
  let bundled; // the bundled plan in it
  /** @type {WeakMap<object, RustServer>} */
  let others = new WeakMap(); // plan → the same of that
  /** @type {Map<unknown, string>} */
  const languages = new Map(); // tag → the file that is registered for it

  /** Starts a module, unless one runs. */
  function start() {
    if (Server) return Server;
    const made = glue((exports) => exports);
    made.init(compiled());
    for (const file of languages.values()) made.Server.register(file);
    return (Server = made.Server);
  }

  /** Forgets what was made of plans. */
  function forget() {
    bundled = undefined;
    others = new WeakMap();
  }

  /**
   * Calls `work` with what renders a plan; a module that has trapped is of no more use.
   * @template Result
   * @param {unknown} model
   * @param {(server: RustServer) => Result} work
   * @param {string} [lang]
   */
  function use(model, work, lang) {
    try {
      return work(model === undefined ? (bundled ??= new (start())()) : opened(model));
    } catch (error) {
      if (error instanceof Failure) throw error.toError(lang);
      if (Array.isArray(error)) throw new Failure("options-invalid", error).toError(lang);
      Server = undefined;
      forget();
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
    const { value, problems } = plain(model);
    if (problems.length) throw new Failure("model-invalid", problems);
    try {
      const made = new (start())(JSON.stringify(value));
      if (model !== null && typeof model === "object") others.set(model, made);
      return made;
    } catch (problems) {
      throw Array.isArray(problems) ? new Failure("model-invalid", problems) : problems;
    }
  }

  /**
   * @param {unknown} kind
   * @param {unknown} given
   * @param {boolean} whole
   */
  function html(kind, given, whole) {
    const { model, shadow = false, stylesheet, lang, attributes, reports } = options(given);
    if (!["string", "undefined"].includes(typeof stylesheet))
      throw new Failure("options-invalid", [wrong("stylesheet", stylesheet)]).toError(lang);
    const name = typeof kind === "string" ? kind : wrong("", kind).found[1];
    const rules = shadow && Object.hasOwn(RULES, name) ? RULES[name] : undefined;
    return use(
      model,
      (server) => {
        const json = reports ? read(reports, (json) => server.reads(json, attributes)) : undefined;
        return server.html(name, attributes, whole, /** @type {string | undefined} */ (stylesheet), rules, json);
      },
      lang,
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
     * @param {Options | null} [given]
     */
    describe: (kind, given) => {
      const { model, look, lang, attributes } = options(given);
      const name = typeof kind === "string" ? kind : wrong("", kind).found[1];
      const { data, ...about } = use(
        model,
        (server) => server.about(name, attributes, look === undefined ? look : `${look}`),
        lang,
      );
      return { ...about, data: JSON.parse(data) };
    },
    themeStylesheet: (theme, given) => {
      const { lang } = options(given);
      try {
        return start().theme(`${theme}`);
      } catch (error) {
        throw Array.isArray(error) ? new Failure("options-invalid", error).toError(lang) : error;
      }
    },
    registerLanguage: (tag, words, given) => {
      const { lang } = options(given);
      const { value, problems } = plain(words);
      const isFile = value !== null && typeof value === "object" && !isList(value);
      problems.push(...ofAnother(tag, value));
      const file = JSON.stringify(isFile ? { ...value, tag } : value);
      try {
        if (isFile) problems.push(...wrongWordings(/** @type {Record<string, unknown>} */ (value)));
        if (problems.length) throw problems;
        start().register(file);
        // By the text of the tag, which is right by now.
        worded.set(`${tag}`, isFile ? /** @type {Wordings} */ (value) : {});
      } catch (error) {
        if (Array.isArray(error)) throw new Failure("language-invalid", error).toError(lang);
        Server = undefined;
        throw error;
      } finally {
        forget();
      }
      languages.set(tag, file);
    },
    list: (model) => use(model, (server) => server.list()),
    dataFiles: (model) =>
      use(model, (server) => {
        const { languages, unspoken } = server.list();
        return languages.flatMap((lang) => {
          const made = server.data(lang);
          // As the checker has it in a page.
          const end = unspoken.includes(lang) ? `,"unspoken":${JSON.stringify(lang)}}` : "}";
          return Array.from({ length: made.length / 4 }, (_, index) => {
            const [name, view, first, later] = made.slice(index * 4);
            const start = `{"made":"${VERSION} ${view}",`;
            const json = start + first.slice(1, -1) + end;
            return { name, view, lang, json, later: later && start + later.slice(1) };
          });
        });
      }),
    validateProgress: (progress, given) => {
      const { model, lang } = options(given);
      return problemsOf("progress-invalid", () =>
        use(model, (server) => read(progress, (json) => server.checkProgress(json)), lang),
      );
    },
    validate: (plan, given) => {
      const { lang } = options(given);
      // Where a plan is asked for, nothing is none.
      return problemsOf("model-invalid", () => use(plan ?? null, () => {}, lang));
    },
  };
}

/**
 * The problems of what `work` refuses by this code.
 * @param {PlanErrorCode} refused
 * @param {() => void} work
 */
function problemsOf(refused, work) {
  try {
    work();
    return [];
  } catch (error) {
    const { code, problems } = /** @type {Partial<PlanErrorDetail>} */ (error);
    if (code !== refused || !problems) throw error;
    return problems;
  }
}

/**
 * Options as they were given: nothing of a prototype's, and each that can't be an attribute named.
 * @param {unknown} given
 */
function options(given) {
  /** @type {Record<string, unknown>} */
  const found = Object.create(null);
  /** @type {Problem[]} */
  const problems = [];
  try {
    if (given !== null && given !== undefined && (typeof given !== "object" || isList(given)))
      problems.push({ ...wrong("options", given), expected: ["object"] });
    else
      for (const name of Object.keys(given ?? {})) found[name] = /** @type {Record<string, unknown>} */ (given)[name];
  } catch (error) {
    problems.push({ ...wrong("options", error), expected: ["object"] });
  }
  const { model, shadow, stylesheet, look, ...rest } = found;
  // Progress as an object is rendered; a URL of it is an attribute.
  const reports = Object(rest.progress) === rest.progress ? rest.progress : undefined;
  if (reports) delete rest.progress;
  const lang = typeof rest.lang === "string" ? rest.lang : undefined;
  const attributes = pairs(rest, problems);
  if (problems.length) throw new Failure("options-invalid", problems).toError(lang);
  return { model, shadow, stylesheet, look, lang, attributes, reports };
}

/**
 * Progress as JSON, once `check` has found nothing wrong with it.
 * @param {unknown} progress
 * @param {(json: string) => void} check
 */
function read(progress, check) {
  const { value, problems } = plain(progress);
  const json = JSON.stringify(value);
  try {
    if (problems.length) throw problems;
    check(json);
  } catch (problems) {
    throw Array.isArray(problems) ? new Failure("progress-invalid", problems) : problems;
  }
  return json;
}

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
 * Names and values in turn, as an element's attributes have them; what can be none is added to `problems`.
 * @param {Record<string, unknown>} attributes
 * @param {Problem[]} problems
 */
function pairs(attributes, problems) {
  /** @param {unknown} value */
  const isText = (value) => typeof value === "string" || typeof value === "number";
  /** @type {string[]} */
  const list = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    const several = isList(value) ? Array.from(value) : [value === true ? "" : value];
    const odd = several.find((each) => !isText(each));
    if (odd !== undefined || several.includes(undefined) || (name === "lang" && typeof value !== "string"))
      problems.push(wrong(name, odd ?? value));
    else
      list.push(
        name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
        several.join(" "),
      );
  }
  return list;
}
