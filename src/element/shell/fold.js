// How a term's name is looked up.

// Marks that may be left out, and what nobody sees; what stands in brackets stays.
const LEFT_OUT =
  /(И\u0306|[\u3099\u309a])|[\s\u0640\p{Cf}\p{sc=Zinh}\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u093c]/gu;

// Letters that Unicode leads back to no other, each with what readers type for it.
const TYPED = /** @type {Record<string, string>} */ ({
  Đ: "D",
  Ø: "O",
  Ł: "L",
  Æ: "AE",
  Œ: "OE",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ک: "ك",
});

/**
 * As a name is looked up: whatever its width, case and accents, and without white space; katakana as hiragana, digits
 * as those of ASCII. `fold` in src/view/search.rs does the same; tests/search.json has the cases of both.
 * @param {string} text
 */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase() // for ẞ
    .toUpperCase()
    .replace(LEFT_OUT, "$1")
    .normalize()
    .replace(/[ァ-ヶĐØŁÆŒٱىیةک٠-٩۰-۹०-९০-৯๐-๙]/g, (c) => TYPED[c] ?? shifted(c));

/**
 * Hiragana of katakana, and a digit of ASCII.
 * @param {string} c
 */
function shifted(c) {
  const code = c.charCodeAt(0);
  return String.fromCharCode(code > 0x3000 ? code - 0x60 : 0x30 + ((code - (/[०-৯]/.test(c) ? 6 : 0)) & 15));
}
