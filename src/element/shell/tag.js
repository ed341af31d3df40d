// Whether a language's file is of the language that it is given for.

/** @param {string} tag */
function primary(tag) {
  try {
    return new Intl.Locale(tag).language; // of `iw` that is `he`
  } catch {
    return ""; // what is no tag is told by whoever reads the file
  }
}

/**
 * The problem of a file that is of another language than it is registered for; its region or script may be another.
 * @param {string} tag
 * @param {any} file
 * @returns {Problem[]}
 */
export function ofAnother(tag, file) {
  const own = file?.tag;
  const [one, other] = [primary(own), primary(tag)];
  if (!one || !other || one === other) return [];
  return [{ pointer: "/tag", found: ["quoted", own], expected: ["quoted", tag], nearest: null, more: 0 }];
}
