// `plan-widgets language TAG`: a language's file, to be filled in.

import { lstat, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import english from "../../src/view/languages/en.json";
import { best } from "../../src/element/shell/language.js";
import { begun, fileOf, ruled } from "./cldr.js";
import { safe } from "./terminal.js";

const PACKAGES = "npm install cldr-core cldr-dates-full cldr-localenames-full cldr-numbers-full";

const WORDS = {
  /** @type {Record<Lang, (tag: string) => string>} */
  tag: {
    en: (tag) => `"${tag}" is not the tag of a language, such as "fa" or "sr-Latn"`,
    zh: (tag) => `“${tag}”不是语言标签，标签如 fa、sr-Latn`,
  },
  cldr: {
    en: `Numbers, months and plurals are taken from CLDR, which isn't here: ${PACKAGES}`,
    zh: `数字、月份和复数形式取自 CLDR，此处没有：${PACKAGES}`,
  },
  /** @type {Record<Lang, (tag: string) => string>} */
  unknown: {
    en: (tag) =>
      `CLDR has no data of ${tag}: begin with a language like it, and change "tag", "name" and what differs by hand`,
    zh: (tag) => `CLDR 没有 ${tag} 的数据：请从相近的语言开始，再改动 "tag"、"name" 及不同之处`,
  },
  plurals: {
    en: "CLDR has no plural rules for it: a sentence with a number has one form, unless you complete numbers.plurals",
    zh: "CLDR 没有该语言的复数规则：含数字的句子只有一种形式，除非补全 numbers.plurals",
  },
  /** @type {Record<Lang, (file: string) => string>} */
  there: {
    en: (file) => `${file} is there already: name another, or take it away`,
    zh: (file) => `${file} 已经存在：请换一个文件名，或先移走它`,
  },
  /** @type {Record<Lang, (file: string, from: string) => string>} */
  next: {
    en: (file, from) => `Written: ${file}, with the words of ${from}: put those of your language in their place

  npx plan-widgets check --words ${file}
    says what is missing or wrong, by line
  npx plan-widgets render timeline --words ${file} --plan PLAN
    shows a plan with them`,
    zh: (file, from) => `已写好：${file}，其中是 ${from} 的文字，请换成该语言的文字

  npx plan-widgets check --words ${file}
    逐行指出缺少或有误之处
  npx plan-widgets render timeline --words ${file} --plan 规划
    用这些文字显示规划`,
  },
};

/**
 * Gives a file of CLDR's packages, which are looked for where the command is typed and then beside it.
 * @param {Lang} lang
 * @returns {import("./cldr.js").Cldr}
 */
function installed(lang) {
  const places = [join(process.cwd(), "package.json"), import.meta.url].map((place) => createRequire(place));
  return (path) => {
    for (const { resolve } of places) {
      let file;
      try {
        file = resolve(path);
      } catch {
        continue;
      }
      return JSON.parse(readFileSync(file, "utf8"));
    }
    throw new Error(WORDS.cldr[lang]);
  };
}

/**
 * Writes the file of a language.
 * @param {string} given
 * @param {string | undefined} to
 * @param {Lang} lang of reports
 */
export async function language(given, to, lang) {
  let tag;
  try {
    [tag] = Intl.getCanonicalLocales(given);
  } catch {
    throw new Error(WORDS.tag[lang](given));
  }
  const path = to ?? `${tag}.json`;
  if (await lstat(path).catch(() => null)) throw new Error(WORDS.there[lang](path));
  const cldr = installed(lang);
  const { full } = cldr("cldr-core/availableLocales.json").availableLocales;
  if (!full.includes(tag.split("-")[0])) throw new Error(WORDS.unknown[lang](tag));
  // The words of the language itself, where it is one of ours, or of one that is like it.
  const tags = Object.keys(english.languages).filter((tag) => tag !== "zh");
  const from = best(tag, tags) ?? english.tag;
  const { default: words } = await import(`../../src/view/languages/${from}.json`);
  const file = begun(tag, words, cldr);
  await writeFile(path, fileOf(file, tags, cldr));
  console.log(WORDS.next[lang](safe(path), from));
  if (!ruled(file.cldr, cldr)) console.error(WORDS.plurals[lang]);
}
