// `plan-widgets check FILE …`: what is wrong with a plan, in the words of the widgets, with lines and columns.

import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseTree } from "jsonc-parser";
import english from "../../src/view/languages/en.json";
import { list, registerLanguage, validate, validateProgress } from "./server.js";
import { describe } from "./errors.js";
import { importer } from "./importer.js";
import { safe, safeJson } from "./terminal.js";

/** @typedef {import("jsonc-parser").Node} Node */
/** @typedef {import("../types/language.d.ts").LanguageJson} LanguageJson */

/**
 * A problem with its sentence.
 * @typedef {ReturnType<typeof validate>[number]} Described
 */

/**
 * The same with its line and column.
 * @typedef {Described & { line: number, column: number }} Located
 */

const WORDS = {
  /** @type {Record<Lang, (file: string, counts: string) => string>} */
  valid: {
    zh: (file, counts) => `${file}：有效的规划（${counts}）`,
    en: (file, counts) => `${file}: a valid plan (${counts})`,
  },
  /** @type {Record<Lang, (file: string, count: number) => string>} */
  reports: {
    zh: (file, count) => `${file}：有效的进展数据（${count} 项）`,
    en: (file, count) => `${file}: valid progress (reports ${count})`,
  },
  /** @type {Record<Lang, (key: string) => string>} */
  twice: {
    zh: (key) => `此处已有字段“${key}”，只有最后一个有效；请删去其余的`,
    en: (key) => `the field "${key}" stands here already and only the last one counts: delete the others`,
  },
  more: {
    zh: (/** @type {number} */ more) => `（同类问题另有 ${more} 处）`,
    en: (/** @type {number} */ more) => ` (and ${more} more like it)`,
  },
  /** @type {Record<Lang, (file: string, code: string) => string>} */
  unread: {
    zh: (file, code) => `无法读取 ${file}（${code}）`,
    en: (file, code) => `${file} can't be read (${code})`,
  },
  /** @type {Record<Lang, (file: string) => string>} */
  language: { zh: (file) => `${file}：完整的语言文件`, en: (file) => `${file}: a complete language` },
  /** @type {Record<Lang, (place: string, count: number) => string>} */
  english: {
    zh: (place, count) => `${place}：从此行起有 ${count} 条文字与英文相同，请确认是否尚未翻译`,
    en: (place, count) =>
      `${place}: from this line on ${count} ${count === 1 ? "text is" : "texts are"} as in English: is that meant?`,
  },
  /** @type {Record<Lang, (file: string, tags: string) => string>} */
  unspoken: {
    zh: (file, tags) => `${file}：没有 ${tags} 的界面文字，规划以外的文字显示为英文；请用 --words 文件 提供`,
    en: (file, tags) =>
      `${file}: there are no words for ${tags}, so what isn't the plan's own text is in English: give them by --words FILE`,
  },
  /** @type {Record<Lang, (format: string, file: string) => string>} */
  format: {
    zh: (format, file) => `这是 ${format}，不是 JSON 的规划；npx plan-widgets import ${file} 可将它转换`,
    en: (format, file) => `this is ${format}, not a plan in JSON: npx plan-widgets import ${file} converts it`,
  },
  bytes: { zh: "文件不是 UTF-8 编码，请另存为 UTF-8", en: "the file isn't in UTF-8: save it as UTF-8" },
  /** @type {Record<Lang, (count: number) => string>} */
  total: { zh: (count) => `共 ${count} 处问题`, en: (count) => `${count} problem${count === 1 ? "" : "s"}` },
};

/**
 * What is wrong with a language's file, which is registered where nothing is.
 * @type {typeof validate}
 */
function register(words, options) {
  const { tag } = /** @type {LanguageJson} */ (words) ?? {};
  try {
    registerLanguage(tag, /** @type {LanguageJson} */ (words), options);
    return [];
  } catch (error) {
    const { code, problems } = /** @type {Partial<PlanErrorDetail>} */ (error);
    if (code !== "language-invalid" || !problems) throw error;
    return problems;
  }
}

/**
 * What a file is that is no plan, and what converts it; nothing of a file that the importer doesn't know.
 * @param {string} file
 * @param {Uint8Array} bytes
 * @param {Lang} lang
 */
async function other(file, bytes, lang) {
  const { recognize } = await importer();
  const { format, refused } = JSON.parse(recognize(bytes, basename(file), lang));
  const text = format ? WORDS.format[lang](format, file) : refused;
  return (
    text && { pointer: "", found: format ?? "", expected: "JSON", nearest: null, more: 0, line: 1, column: 1, text }
  );
}

/**
 * The way from a plan's index, which `build` has made, to the plan; nothing of any other file.
 * @param {any} index
 */
const wayOf = (index) =>
  typeof index?.made === "string" && typeof index.plan === "string" && index.files
    ? decodeURIComponent(index.plan)
    : undefined;

/** @type {Map<string, Promise<Buffer>>} */
const contents = new Map();

/**
 * What a file has, read once: a pipe, as `<(…)` and /dev/stdin are, has nothing the second time.
 * @param {string} file
 */
function read(file) {
  if (!contents.has(file)) contents.set(file, readFile(file));
  return /** @type {Promise<Buffer>} */ (contents.get(file));
}

/**
 * The file of a plan: itself, or the one that the index of a built plan leads to.
 * @param {string} file
 */
export async function planFile(file) {
  const text = await read(file).then(String, () => "");
  if (!text.slice(0, INDEX_HEAD).includes('"made"')) return file;
  try {
    const way = wayOf(JSON.parse(text));
    return way === undefined ? file : join(dirname(file), way);
  } catch {
    return file;
  }
}

// Within so many characters an index says what has made it.
const INDEX_HEAD = 100;

/**
 * Every problem of one file, in the order of the file, and what is in it where that is JSON.
 * @param {string} file
 * @param {Lang} lang
 * @param {typeof validate} [check] what finds them
 * @param {string} [tag] the language of the sentences about them
 * @returns {Promise<{ plan?: PlanJson, found: Located[] }>}
 */
async function problems(file, lang, check = validate, tag = lang) {
  const bytes = await read(file).catch(({ code }) => Promise.reject(new Error(WORDS.unread[lang](file, code))));
  const text = new TextDecoder().decode(bytes); // without its mark, as in browsers
  const position = positions(text);
  const unknown = async () => (check === validate ? other(file, bytes, lang) : undefined);
  if (!isUtf8(bytes)) {
    const format = await unknown();
    if (format) return { found: [format] };
    const facts = { pointer: "", found: "other bytes", expected: "UTF-8", nearest: null, more: 0 };
    return { found: [{ ...facts, ...position(text.indexOf("\uFFFD")), text: WORDS.bytes[lang] }] };
  }
  let plan;
  try {
    plan = JSON.parse(text);
  } catch (/** @type {any} */ { message }) {
    const format = await unknown();
    if (format) return { found: [format] };
    /** @type {import("jsonc-parser").ParseError[]} */
    const errors = [];
    parse(text, errors);
    const facts = { pointer: "", found: message, expected: "JSON", nearest: null, more: 0 };
    return {
      found: [
        {
          ...facts,
          ...position(errors[0]?.offset ?? 0),
          text: describe("json", { url: file, reason: message }, tag).message,
        },
      ],
    };
  }
  if (!plan?.schema) {
    const format = await unknown();
    if (format) return { found: [format] };
  }
  const tree = parse(text);
  const found = [
    ...check(plan, { lang: tag }).map((problem) => ({ ...problem, offset: offset(tree, problem.pointer) })),
    ...twice(tree, lang),
  ];
  found.sort((a, b) => a.offset - b.offset);
  return { plan, found: found.map(({ offset, ...problem }) => ({ ...problem, ...position(offset) })) };
}

/**
 * Where everything stands in the text; nothing where it is nested deeper than the parser can go.
 * @param {string} text
 * @param {import("jsonc-parser").ParseError[]} [errors]
 */
function parse(text, errors) {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch {
    return undefined;
  }
}

/**
 * Where a JSON Pointer leads; of fields that stand twice, the last one, which is the one that counts.
 * @param {Node | undefined} tree
 * @param {string} pointer
 */
function offset(tree, pointer) {
  let node = tree;
  let at = node?.offset ?? 0;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const property = node?.children?.findLast(
      ({ type, children }) => type === "property" && /** @type {Node[]} */ (children)[0].value === key,
    );
    node = property
      ? /** @type {Node[]} */ (property.children)[1]
      : node?.type === "array"
        ? /** @type {Record<string, Node>} */ (/** @type {unknown} */ (node.children))[key]
        : undefined;
    at = property?.offset ?? node?.offset ?? at;
  }
  return at;
}

/**
 * Fields that stand twice, which a parser of JSON passes over.
 * @param {Node | undefined} tree
 * @param {Lang} lang
 */
function twice(tree, lang) {
  /** @type {Map<string, Described & { offset: number }>} */
  const found = new Map(); // by the field of any record: those of a kind are one, with their count
  /** @type {[node: Node, pointer: string, kind: string][]} */
  const open = tree ? [[tree, "", ""]] : [];
  while (open.length) {
    const [node, pointer, kind] = /** @type {[Node, string, string]} */ (open.pop());
    const keys = new Set();
    /** @type {typeof open} */
    const below = [];
    node.children?.forEach((child, index) => {
      const key = node.type === "object" ? /** @type {Node[]} */ (child.children)[0].value : String(index);
      const step = `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (keys.has(key)) {
        const known = found.get(kind + step);
        if (known) known.more++;
        else if (found.size < MOST_TWICE)
          found.set(kind + step, {
            pointer: pointer + step,
            found: `"${key}"`,
            expected: "a field once",
            nearest: null,
            more: 0,
            text: `${pointer || "/"}: ${WORDS.twice[lang](key)}`,
            offset: child.offset,
          });
      }
      keys.add(key);
      const value = node.type === "object" ? /** @type {Node[]} */ (child.children)[1] : child;
      if (value?.children) below.push([value, pointer + step, kind + (node.type === "object" ? step : "/*")]);
    });
    // What comes first in the file is looked at first.
    for (const each of below.reverse()) open.push(each);
  }
  return [...found.values()].map(({ text, ...facts }) => ({
    ...facts,
    text: facts.more ? text + WORDS.more[lang](facts.more) : text,
  }));
}

// As many fields that stand twice are named.
const MOST_TWICE = 100;

/**
 * Gives the line and the column of an offset in a text, which is gone through once.
 * @param {string} text
 */
function positions(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  /** @param {number} offset */
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - starts[low] + 1 };
  };
}

/**
 * How many records each collection has.
 * @param {PlanJson} plan
 */
function counts(plan) {
  const collections = Object.entries(/** @type {Record<string, unknown[]>} */ (/** @type {unknown} */ (plan))).filter(
    ([name, items]) => Array.isArray(items) && name !== "languages",
  );
  return collections.map(([name, items]) => `${name} ${items.length}`).join(", ");
}

/**
 * Prints what is wrong with each file; gives the exit code.
 * @param {{ files: string[], words?: string[], progress?: string, json?: true, lang: string }} options `words` are
 *   languages' files, `progress` is a file about the last plan
 */
export async function check({ files, words = [], progress, json, lang: tag }) {
  const lang = /^zh(-|$)/i.test(tag) ? "zh" : "en"; // of what isn't said of problems
  /** @type {(Located & { file: string })[]} */
  const all = [];
  for (const file of words) {
    const { plan, found } = await problems(file, lang, register, tag);
    all.push(...found.map((problem) => ({ file, ...problem })));
    if (json || found.length) continue;
    console.log(safe(WORDS.language[lang](file)));
    await tellEnglish(file, plan, lang);
  }
  /** @type {PlanJson | undefined} */
  let model;
  for (const given of files) {
    const file = await planFile(given);
    const { plan, found } = await problems(file, lang, validate, tag);
    model = found.length ? undefined : plan;
    all.push(...found.map((problem) => ({ file, ...problem })));
    if (found.length || json) continue;
    console.log(safe(WORDS.valid[lang](file, counts(/** @type {PlanJson} */ (plan)))));
    tellUnspoken(file, plan, lang);
  }
  // What is about a plan that isn't valid can't be told.
  if (progress && model) {
    const { plan, found } = await progressFor(progress, model, lang, tag);
    all.push(...found.map((problem) => ({ file: progress, ...problem })));
    const { reports } = /** @type {PlanProgress} */ (/** @type {unknown} */ (plan));
    if (!found.length && !json) console.log(safe(WORDS.reports[lang](progress, reports.length)));
  }
  if (json) console.log(safeJson(all));
  else if (all.length) report(all, lang);
  return all.length ? 1 : 0;
}

// Sections of a language's file that nobody translates.
const NAMES = ["tag", "name", "direction", "cldr", "numbers", "calendar", "languages"];

/**
 * The pointers of texts that are letter for letter as in English: most likely nobody has put others in their place.
 * @param {any} words
 * @param {any} original
 * @param {string} pointer
 * @returns {string[]}
 */
function asInEnglish(words, original, pointer = "") {
  if (typeof words === "string")
    return words === original && /\p{L}/u.test(words.replace(/{.*?}/g, "")) ? [pointer] : [];
  if (words === null || typeof words !== "object") return [];
  return Object.keys(words)
    .filter((key) => pointer || !NAMES.includes(key))
    .flatMap((key) => asInEnglish(words[key], original?.[key], `${pointer}/${key}`));
}

/**
 * Says how many texts of a language's file are still English.
 * @param {string} file
 * @param {any} words
 * @param {Lang} lang
 */
async function tellEnglish(file, words, lang) {
  const same = asInEnglish(words, english);
  if (!same.length || /^en(-|$)/i.test(words.tag)) return;
  const text = String(await read(file)).replace(/^\uFEFF/, "");
  const tree = parse(text);
  const { line } = positions(text)(Math.min(...same.map((pointer) => offset(tree, pointer))));
  console.error(safe(WORDS.english[lang](`${file}:${line}`, same.length)));
}

/**
 * Says which of a plan's languages there are no words for.
 * @param {string} file
 * @param {PlanJson | undefined} plan
 * @param {Lang} lang
 */
export function tellUnspoken(file, plan, lang) {
  const { unspoken } = list(plan);
  if (unspoken.length) console.error(safe(WORDS.unspoken[lang](file, unspoken.join(", "))));
}

/**
 * @param {(Located & { file: string })[]} all
 * @param {Lang} lang
 */
function report(all, lang) {
  for (const { file, line, column, text } of all) console.error(safe(`${file}:${line}:${column}: ${text}`));
  console.error(WORDS.total[lang](all.reduce((sum, { more }) => sum + 1 + more, 0)));
}

/**
 * The plan of a file, or of the one that an index leads to, after the files of languages are registered; what is wrong
 * with one is printed, and ends the program.
 * @param {string | undefined} file
 * @param {string[] | undefined} words
 * @param {Lang} lang
 */
export async function planOf(file, words = [], lang) {
  for (const each of words) end(each, await problems(each, lang, register), lang);
  if (file === undefined) return undefined;
  const own = await planFile(file);
  return end(own, await problems(own, lang), lang);
}

/**
 * Progress for a plan, and every problem of it.
 * @param {string} file
 * @param {PlanJson} model
 * @param {Lang} lang
 * @param {string} [tag]
 */
const progressFor = (file, model, lang, tag) =>
  problems(file, lang, (progress, options) => validateProgress(progress, { model, ...options }), tag);

/**
 * Progress for a plan; what is wrong with it is printed, and ends the program.
 * @param {string} file
 * @param {PlanJson} model
 * @param {Lang} lang
 */
export const progressOf = async (file, model, lang) =>
  /** @type {PlanProgress} */ (/** @type {unknown} */ (end(file, await progressFor(file, model, lang), lang)));

/**
 * Ends the program where progress that was made of a file isn't right for a plan, which is printed.
 * @param {string} text
 * @param {string} file
 * @param {PlanJson} model
 * @param {Lang} lang
 */
export const fits = (text, file, model, lang) =>
  end(
    file,
    { found: validateProgress(JSON.parse(text), { model, lang }).map((found) => ({ ...found, line: 1, column: 1 })) },
    lang,
  );

/**
 * @param {string} file
 * @param {Awaited<ReturnType<typeof problems>>} read
 * @param {Lang} lang
 */
function end(file, { plan, found }, lang) {
  if (!found.length) return plan;
  report(
    found.map((problem) => ({ file, ...problem })),
    lang,
  );
  process.exit(1);
}
