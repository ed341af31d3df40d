// The detail of an event on its way from a page in a frame to its host. It travels as JSON: whatever comes is data,
// and is read anew in the host.

// No longer than this, in characters.
const LONGEST = 100_000;

// Members, lists among them, and members of what is listed.
const DEPTH = 3;

// What would lead from data to what all objects share, where a page copies it carelessly.
const SHARED = /^(__proto__|constructor|prototype)$/;

/**
 * A detail as it is sent; nothing for one that is too long. Of many problems the first ones are sent.
 * @param {object} detail
 */
export function textOf(detail) {
  const said = /** @type {{ problems?: unknown[] }} */ ({ ...detail });
  for (;;) {
    const text = JSON.stringify(said);
    if (text.length <= LONGEST) return text;
    if (!said.problems?.length) return "";
    said.problems = said.problems.slice(0, said.problems.length / 2);
  }
}

/**
 * Whether data are no deeper than this, and have no names that all objects share.
 * @param {unknown} data
 * @param {number} depth
 * @returns {boolean}
 */
const isFlat = (data, depth) =>
  Object(data) !== data ||
  (depth > 0 &&
    Object.entries(/** @type {object} */ (data)).every(
      ([name, value]) => !SHARED.test(name) && isFlat(value, depth - 1),
    ));

/**
 * A detail as the host reads it; nothing where another window has sent anything else.
 * @param {unknown} text
 */
export function detailOf(text) {
  try {
    const detail = typeof text === "string" && text[0] === "{" && text.length <= LONGEST && JSON.parse(text);
    return isFlat(detail, DEPTH) && detail;
  } catch {
    // No JSON.
  }
}
