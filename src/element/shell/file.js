// Files: fetched, and known for what they are before anything is made of them.

import { VERSION } from "./spec.js";
import { reasonOf } from "./reason.js";

/** @type {Set<string>} */
export const refused = new Set(); // URLs of what didn't arrive as it should: the next time past the browser's cache

/**
 * Refuses a file. Whatever says which one may succeed another time.
 * @param {PlanErrorCode} code
 * @param {string | URL} url
 * @param {Partial<Facts>} facts
 * @returns {never}
 */
export function refuse(code, url, facts) {
  refused.add(`${url}`);
  throw { code, url, ...facts };
}

/**
 * What a URL has.
 * @template {"text" | "arrayBuffer"} How
 * @param {string | URL} url
 * @param {How} how
 * @returns {Promise<Awaited<ReturnType<Response[How]>>>}
 */
export async function contents(url, how) {
  try {
    // A page's own `fetch`, which passes requests on, may take a text for granted.
    const from = `${url}`;
    const response = await fetch(from, refused.has(from) ? { cache: "reload" } : {});
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return /** @type {Awaited<ReturnType<Response[How]>>} */ (await response[how]());
  } catch (error) {
    return refuse("network", url, { reason: reasonOf(error) });
  }
}

/**
 * The JSON at a URL; of the package's own files, and of a built plan's, `made` says of which version and kind it is.
 * @param {string | URL} url
 * @param {string} [made]
 * @returns {Promise<any>}
 */
export async function get(url, made) {
  const arrived = await contents(url, "text");
  let json;
  try {
    json = JSON.parse(arrived);
  } catch (error) {
    refuse("json", url, { reason: reasonOf(error), arrived });
  }
  made ??= json?.made && `${VERSION} plan`;
  if (made && json?.made !== made) refuse("file-version", url, { found: json?.made, expected: made });
  return json;
}

/** @type {Record<string, Promise<any> | undefined>} */
const scripts = {}; // those that have come or are on their way

/**
 * A script of the package that isn't in the entry, by `ask`: once, for it may keep what it has made.
 * @template {{ build: string }} Script
 * @param {string} file
 * @param {() => Promise<Script>} ask
 * @returns {Promise<Script>}
 */
export function script(file, ask) {
  const known = (scripts[file] ??= load(file, ask));
  known.catch(() => (scripts[file] = undefined)); // may come another time
  return known;
}

/**
 * The same. What doesn't come, or is another version's, is asked for
 * once more by another URL, past caches and what browsers remember of failures; where a bundler has renamed it, that
 * finds nothing.
 * @template {{ build: string }} Script
 * @param {string} file
 * @param {() => Promise<Script>} ask
 * @returns {Promise<Script>}
 */
async function load(file, ask) {
  let code = /** @type {PlanErrorCode} */ ("network");
  let found, reason;
  for (const again of [ask, () => import(/* @vite-ignore */ /* webpackIgnore: true */ `${file}?${Date.now()}`)]) {
    try {
      const script = await again();
      if (script.build?.startsWith(VERSION)) return script;
      code = "file-version";
      found = script.build;
    } catch (error) {
      reason ??= reasonOf(error);
    }
  }
  return refuse(code, file, { found, reason });
}
