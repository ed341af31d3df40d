// A plan in simplified Chinese with its texts in traditional characters besides, by OpenCC's tables of phrases.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** @typedef {(text: string) => string} Convert */

const MADE = "zh-Hant";

const BY = "OpenCC";

const WORDS = {
  missing: {
    en: "for traditional characters this needs opencc-js: npm install opencc-js",
    zh: "转换为繁体字需要 opencc-js：npm install opencc-js",
  },
  none: {
    en: "the plan has no texts in simplified Chinese: one of its languages would be zh or zh-Hans",
    zh: "规划没有简体中文文字：languages 中应有 zh 或 zh-Hans",
  },
};

/**
 * What the tables make wrong, or otherwise than both Taiwan and Hong Kong write it, and what it is to be.
 * @type {[string, string][]}
 */
const MENDED = [
  ["傢俱", "家具"],
  ["國土布局", "國土佈局"],
  ["新徵程", "新征程"],
  ["海洋周", "海洋週"],
  ["汙", "污"],
  ["臺風", "颱風"],
];

/** @param {string} tag */
const isChinese = (tag) => /^zh(-|$)/i.test(tag);

/** @param {string} tag of Chinese */
const isTraditional = (tag) => /-hant|-(tw|hk|mo)/i.test(tag) && !/-hans/i.test(tag);

/**
 * Converts Chinese as it is written in Taiwan, words as they are; quotation marks as well, but for an apostrophe.
 * @param {Lang} lang
 * @returns {Promise<Convert>}
 */
export async function converter(lang) {
  const { resolve } = createRequire(join(process.cwd(), "package.json"));
  /** @type {typeof import("opencc-js")} */
  let found;
  try {
    found = await import("opencc-js").catch(() => import(pathToFileURL(resolve("opencc-js")).href));
  } catch {
    throw new Error(WORDS.missing[lang]);
  }
  const { Converter } = "Converter" in found ? found : /** @type {{ default: typeof found }} */ (found).default;
  const convert = Converter({ from: "cn", to: "tw" });
  return (text) =>
    MENDED.reduce((text, [from, to]) => text.replaceAll(from, to), convert(text))
      .replaceAll("“", "「")
      .replaceAll("”", "」")
      .replace(/‘([^‘’]*)’/g, "『$1』");
}

/**
 * A plan with its texts in traditional characters besides; the same one where it has some.
 * @template {{ languages: readonly string[], converted?: readonly object[] }} Plan
 * @param {Plan} plan a valid one
 * @param {Lang} lang
 * @returns {Promise<Plan>}
 */
export async function traditional(plan, lang) {
  const chinese = plan.languages.filter(isChinese);
  if (chinese.some(isTraditional)) return plan;
  const [from] = chinese;
  if (!from) throw new Error(WORDS.none[lang]);
  const convert = await converter(lang);
  const converted = [...(plan.converted ?? []), { language: MADE, from, by: BY }];
  const { languages } = plan;
  /**
   * @param {unknown} value
   * @param {string} [key] of the member that it is
   * @returns {unknown}
   */
  function walk(value, key) {
    if (Array.isArray(value)) return value.map((item) => walk(item));
    if (typeof value !== "object" || value === null) return value;
    const { [from]: text, exact, ...others } = /** @type {Record<string, unknown>} */ (value);
    // A text: a member is called like a language nowhere else. What a person wrote stays.
    if (typeof text === "string") return { ...value, [MADE]: others[MADE] ?? convert(text) };
    // Words of the source that are shown; those of a citation are not.
    if (key === "verb" && typeof exact === "string" && from === languages[0])
      return { exact, ...others, converted: convert(exact) };
    return Object.fromEntries(Object.entries(value).map(([key, value]) => [key, walk(value, key)]));
  }
  const walked = Object.entries(plan).flatMap(([key, value]) => {
    if (key === "converted") return [];
    if (key !== "languages") return [[key, walk(value)]];
    return [
      [key, [...languages, MADE]],
      ["converted", converted],
    ];
  });
  return Object.fromEntries(walked);
}
