// What a page or a file gives in words, whatever it is: a symbol, an object without a prototype, a proxy that throws.

/**
 * A value as a text; where it has none, what type it is of.
 * @param {unknown} value
 */
export function textOf(value) {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

/**
 * What something thrown says.
 * @param {any} error
 */
export function reasonOf(error) {
  try {
    return textOf(error.message ?? error);
  } catch {
    return textOf(error);
  }
}
