// What a program gives for a plan as plain JSON, whatever it is: read once, never called, never in a circle.

// Deeper than this no plan goes.
const DEPTH = 12;

// What there may be of it; the checker's own limit is lower, and names the place.
const MOST = 3_000_000;

// As many as are said; the others are of the same sort.
const MOST_PROBLEMS = 10;

/**
 * What stands where a text should.
 * @param {string} pointer
 * @param {unknown} found
 * @returns {Problem & { found: ["literal", string] }}
 */
export const wrong = (pointer, found) => ({
  pointer,
  found: ["literal", name(found)],
  expected: ["text"],
  nearest: null,
  more: 0,
});

/**
 * A value in a word or two, without asking it anything.
 * @param {unknown} value
 */
function name(value) {
  if (typeof value === "object") return value === null ? "null" : isList(value) ? "[…]" : "{…}";
  const text = typeof value === "function" ? "function" : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/**
 * Whether a value is an array; a proxy that was revoked throws at the question.
 * @param {unknown} value
 * @returns {value is unknown[]}
 */
export function isList(value) {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Thrown where there is too much. */
const TOO_MUCH = Symbol("too much");

/**
 * A value as JSON has it, and what of it JSON has no form for. It is made of parts without a prototype, so that
 * nothing that a page has put on one (`toJSON`, for one) is called.
 * @param {unknown} value
 * @returns {{ value: unknown, problems: Problem[] }}
 */
export function plain(value) {
  /** @type {Problem[]} */
  const problems = [];
  /** @type {Set<object>} */
  const open = new Set(); // the objects that this one is in
  let left = MOST;

  /**
   * @param {unknown} found
   * @param {string} pointer
   */
  function refuse(found, pointer) {
    if (problems.length < MOST_PROBLEMS) problems.push({ ...wrong(pointer, found), expected: ["json"] });
    return null;
  }

  /**
   * @param {unknown} value
   * @param {string} pointer
   * @param {number} depth
   * @returns {unknown}
   */
  function copy(value, pointer, depth) {
    if (left-- === 0) {
      problems.push({ pointer, found: ["more"], expected: ["values", `${MOST}`], nearest: null, more: 0 });
      throw TOO_MUCH;
    }
    if (typeof value === "string") return value.toWellFormed();
    if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
    if (typeof value !== "object") return refuse(value, pointer);
    if (!depth) return null;
    if (open.has(value)) return refuse(value, pointer);
    open.add(value);
    try {
      return isList(value) ? list(value, pointer, depth) : members(value, pointer, depth);
    } catch (error) {
      if (error === TOO_MUCH) throw error;
      // A getter or a proxy.
      return refuse(error, pointer);
    } finally {
      open.delete(value);
    }
  }

  /**
   * @param {unknown[]} items
   * @param {string} pointer
   * @param {number} depth
   */
  function list(items, pointer, depth) {
    const all = [];
    for (let index = 0; index < items.length; index++)
      all.push(copy(items[index] ?? null, `${pointer}/${index}`, depth - 1));
    return Object.setPrototypeOf(all, null);
  }

  /**
   * @param {object} object
   * @param {string} pointer
   * @param {number} depth
   */
  function members(object, pointer, depth) {
    const all = Object.create(null);
    for (const key of Object.keys(object)) {
      const value = /** @type {Record<string, unknown>} */ (object)[key];
      if (value === undefined) continue;
      const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      all[key.toWellFormed()] = copy(value, at, depth - 1);
    }
    return all;
  }

  try {
    return { value: copy(value, "", DEPTH), problems };
  } catch (error) {
    if (error !== TOO_MUCH) throw error;
    return { value: null, problems };
  }
}
