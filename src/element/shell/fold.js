// How a term's name is looked up.

// Marks that may be left out, and what nobody sees; what stands in brackets stays.
const LEFT_OUT =
  /(и\u0306|[\u3099\u309a])|[\s\u0640\p{Cf}\p{sc=Zinh}\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u093c]/giu;

/**
 * As a name is looked up: whatever its width, case and accents, and without white space. `fold` in src/view/search.rs
 * does the same and more, for readers who type; tests/search.json has the cases of both.
 * @param {string} text
 */
export const fold = (text) => text.normalize("NFKD").replace(LEFT_OUT, "$1").toLowerCase().toUpperCase().normalize();
