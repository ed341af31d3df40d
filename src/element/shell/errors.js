// What is said when something fails. A file of its own, fetched when it is needed: few pages ever need it.

import { member } from "./document.js";
import { best } from "./language.js";
import {
  ATTRIBUTES,
  COMMA,
  ERRORS,
  FACETS,
  FEW,
  LONGEST,
  MORE,
  NEAREST,
  NEEDS,
  PHRASES,
  PROBLEM,
  SEMICOLON,
  UNAVAILABLE,
  WORDED,
} from "./messages.js";
import { VERSION } from "./spec.js";
import { worded } from "./worded.js";
import { textOf } from "./reason.js";

export const build = VERSION;

/** Every sentence by the section of a language's file that may have it, and by its code. */
const SENTENCES = {
  errors: /** @type {Record<string, Sentence>} */ (ERRORS),
  phrases: /** @type {Record<string, Sentence>} */ ({
    ...PHRASES,
    problem: PROBLEM,
    nearest: NEAREST,
    "more-like-it": MORE,
    comma: COMMA,
    semicolon: SEMICOLON,
  }),
};

/**
 * A sentence for readers of `lang` and the language that it is in: the page's own, or ours; in English where there is
 * none in theirs. A page's own code may give whatever for a language.
 * @param {"errors" | "phrases"} section
 * @param {string} code
 * @param {string} [lang]
 */
function say(section, code, lang) {
  const wanted = textOf(lang);
  const known = SENTENCES[section][code];
  // Of the same closeness, those of the page's own.
  const own = best(wanted, [...worded.keys(), ...WORDED]);
  const sentence = own && worded.get(own)?.[section]?.[code];
  if (sentence) return [sentence, own];
  const tag = [best(wanted, WORDED), /^zh(-|$)/i.test(wanted) && "zh"].find((tag) => tag && known[tag]) || "en";
  return [known[tag], tag];
}

/**
 * A phrase, or what problems are put together with, for readers of `lang`.
 * @param {string} code
 * @param {string} [lang]
 */
const said = (code, lang) => say("phrases", code, lang)[0];

/**
 * A sentence with its facts in it.
 * @param {string} sentence
 * @param {Record<string, unknown>} facts
 */
const fill = (sentence, facts) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => /** @type {string} */ (facts[name] ?? ""));

// A sentence says so many problems; the others stand in the event's detail.
const MOST_SAID = 20;

// The longest value that is quoted, and the longest URL or reason of somebody else's.
const QUOTED = 40;
const REPEATED = 500;

/**
 * A phrase in a language.
 * @param {Phrase} phrase
 * @param {string} [lang]
 */
const phrase = ([code, ...parameters], lang) =>
  fill(said(code, lang), { ...parameters, list: parameters.join(said("comma", lang)) });

/**
 * A problem as the page gets it: what was found and expected in English, and its sentence as `text`.
 * @param {Problem} problem
 * @param {string} [lang]
 * @returns {PlanProblem}
 */
function told({ pointer, found, expected, nearest, more }, lang) {
  const facts = {
    place: pointer || "/",
    found: phrase(found, lang),
    expected: phrase(expected, lang),
    nearest,
    more,
  };
  const end =
    (more ? fill(said("more-like-it", lang), facts) : "") +
    (nearest === null ? "" : fill(said("nearest", lang), facts));
  return {
    pointer,
    found: phrase(found),
    expected: phrase(expected),
    nearest,
    more,
    text: fill(said("problem", lang), facts) + end,
  };
}

/**
 * The detail of `plan-error` for a code, its facts and the problems behind it.
 * @param {PlanErrorCode} code
 * @param {Partial<Facts>} facts
 * @param {string} [lang]
 */
export function describe(code, { problems = [], ...facts }, lang) {
  const all = problems.map((problem) => told(problem, lang));
  const first = all.slice(0, MOST_SAID).map(({ text }) => text);
  if (all.length > MOST_SAID) first.push("\u2026");
  const listed = first.join(said("semicolon", lang));
  const count = all.reduce((sum, { more }) => sum + 1 + more, 0);
  /** @param {unknown} [fact] */
  const brief = (fact = "") => shortened(textOf(fact), REPEATED);
  const { url, reason, found = "?", ...others } = facts;
  const known = {
    expected: VERSION,
    ...others,
    url: brief(url),
    reason: brief(reason),
    found: brief(found),
    count,
    problems: listed,
  };
  const [sentence, tag] = say("errors", code, lang);
  return { code, message: fill(sentence, known), problems: all, lang: tag };
}

/**
 * What a widget needs and the browser doesn't have.
 */
const missing = () =>
  NEEDS.find((path) => {
    const names = path.split(".");
    const last = /** @type {string} */ (names.pop());
    /** @type {any} */
    let holder = globalThis;
    for (const name of names) holder = holder?.[name];
    // Not read: properties can't be on a prototype.
    return !holder || !(last in holder);
  });

/**
 * What has arrived instead of a file: a page, the file in part or altered, or another version of it.
 * @param {Facts & { arrived: string | ArrayBuffer }} facts
 * @returns {Facts}
 */
function recognised({ arrived, ...facts }) {
  const read = new TextDecoder();
  const text = typeof arrived === "string" ? arrived : read.decode(arrived.slice(0, 1000));
  if (/^\s*</.test(text)) return { ...facts, code: "file-missing" };
  if (typeof arrived === "string") return facts;
  const [found] = /\d+\.\d+\.\S+ [\w-]+ \w+$/.exec(read.decode(arrived.slice(-80))) ?? [];
  if (!found && !WebAssembly.validate(arrived))
    return { ...facts, code: "file-broken", reason: `${arrived.byteLength} B` };
  return { ...facts, found };
}

/**
 * Whether a file of another version is of a plan that the command `build` has made: an index, or what is called by its
 * contents.
 * @param {Facts} facts
 */
const isBuilt = ({ code, url, expected }) =>
  code === "file-version" && (/ plan$/.test(textOf(expected)) || /\.[0-9a-f]{12}\.json$/.test(textOf(url)));

/**
 * The facts of a failure, as far as they can be had: what has arrived, what the browser lacks; and problems for the
 * attributes that a widget has left out.
 * @param {Facts} facts
 * @returns {Facts}
 */
export function explained({ refused, arrived, ...facts }) {
  if (arrived !== undefined) return recognised({ ...facts, arrived });
  if (isBuilt(facts)) return { ...facts, code: "plan-version" };
  if (facts.code === "failed" || facts.code === "wasm-blocked") {
    const reason = missing();
    if (reason) return { ...facts, code: "unsupported", reason };
  }
  return refused ? { ...facts, problems: refused.map(refusal) } : facts;
}

/**
 * The problem of an attribute's value that was left out, as `explain` in Rust has it.
 * @param {Refused} refused
 * @returns {Problem}
 */
function refusal([pointer, value, ...known]) {
  const one = ["one-of", ...known];
  const ids = known.length && known.length <= FEW ? ["any-of", ...known] : ["ids-of", pointer];
  const own = ATTRIBUTES[pointer];
  // Of a date another attribute is named by which it is wrong.
  const late = own?.[0] === "date" && known.length && ["not-before", known[0]];
  const expected = FACETS.includes(pointer) ? ids : late || (own ?? one);
  return {
    pointer,
    found: value ? ["quoted", shortened(value)] : ["missing"],
    expected: /** @type {Phrase} */ (tooLong(value) ? ["longest", `${LONGEST}`] : expected),
    nearest: nearest(value, known),
    more: 0,
  };
}

/** @param {string} value */
const tooLong = (value) => value.length > LONGEST || new TextEncoder().encode(value).length > LONGEST;

/**
 * @param {string} value
 * @param {number} [most] characters
 */
function shortened(value, most = QUOTED) {
  const start = [...value.slice(0, 2 * most)].slice(0, most).join("");
  return start.length < value.length ? `${start}\u2026` : value;
}

// More of a name isn't compared.
const COMPARED = 64;

/**
 * The one of `known` that is closest to what was typed, as `nearest` in Rust has it: by Levenshtein's distance, if
 * that is no more than a third of its length.
 * @param {string} typed
 * @param {string[]} known
 */
function nearest(typed, known) {
  const one = letters(typed).slice(0, COMPARED);
  let least = Math.ceil(one.length / 3) + 1;
  const longest = one.length + least;
  /** @type {string | null} */
  let found = null;
  for (const name of known) {
    const other = letters(name);
    if (other.length >= longest) continue;
    let row = one.map((_, at) => at + 1);
    row.unshift(0);
    for (const [at, letter] of other.entries()) {
      const next = [at + 1];
      for (const [before, own] of one.entries())
        next.push(Math.min(next[before] + 1, row[before + 1] + 1, row[before] + Number(own !== letter)));
      row = next;
    }
    const distance = row[one.length];
    if (distance < least) [found, least] = [name, distance];
  }
  return found;
}

/**
 * The characters of a text, without regard to the case of ASCII.
 * @param {string} text
 */
const letters = (text) => [...text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())];

const HOLE = /\{(\w+)\}/g;

/**
 * The names of a sentence's holes.
 * @param {string} sentence
 */
const holes = (sentence) => Array.from(sentence.matchAll(HOLE), ([, name]) => name).sort();

/**
 * What stands where something else should: whatever a page or a file may give.
 * @param {unknown} given
 * @returns {Phrase}
 */
function kindOf(given) {
  if (given === null) return ["constant"];
  if (typeof given === "object") return [Array.isArray(given) ? "array" : "object"];
  return [typeof given === "string" ? "quoted" : "literal", shortened(textOf(given))];
}

/**
 * What is wrong with the sentences about errors in a language's file: each has a code that there is, and the holes of
 * the English one, each once.
 * @param {Record<string, unknown>} file
 * @returns {Problem[]}
 */
export function wrongWordings(file) {
  /** @type {Problem[]} */
  const problems = [];
  /** @type {(pointer: string, found: Phrase, expected: Phrase, near?: string | null) => void} */
  const refuse = (pointer, found, expected, near = null) =>
    problems.push({ pointer, found, expected, nearest: near, more: 0 });
  for (const [section, known] of Object.entries(SENTENCES)) {
    const given = file[section];
    if (given === undefined) continue;
    if (given === null || typeof given !== "object" || Array.isArray(given)) {
      refuse(`/${section}`, kindOf(given), ["object"]);
      continue;
    }
    for (const [code, sentence] of Object.entries(given)) {
      const pointer = `/${section}/${code.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      const names = Object.keys(known);
      if (code.startsWith("$")) continue;
      if (!names.includes(code)) {
        refuse(pointer, ["unknown-field"], ["one-of", ...names], nearest(code, names));
      } else if (typeof sentence !== "string" || !sentence.trim()) {
        refuse(pointer, kindOf(sentence), ["text"]);
      } else {
        const wanted = holes(known[code].en);
        const right = `${holes(sentence)}` === `${wanted}` && !/[{}]/.test(sentence.replace(HOLE, ""));
        const named = wanted.map((name) => `{${name}}`);
        if (!right)
          refuse(pointer, ["quoted", shortened(sentence)], named.length ? ["holes", ...named] : ["no-holes"]);
      }
    }
  }
  return problems;
}

/**
 * How many items there are to read.
 * @param {ParentNode} content
 */
const items = (content) => content.querySelectorAll("[data-item]").length;

/**
 * Shows all there is to read: what stood in an element at first, where a search or a filter has left some of it out.
 * Hides the controls, which are dead without the module, and leaves their room. An empty element says so.
 * @param {OurElement} element
 * @param {ChildNode[] | null} kept what stood in its shadow root
 * @param {string} [lang]
 */
export function showStatic(element, kept, lang) {
  const root = element.shadowRoot;
  if (root && kept) {
    const box = member("createElement")("div");
    box.append(...kept);
    const live = items(root);
    const whole =
      items(box) > live ? kept : (items(element) > live || !root.firstChild) && [member("createElement")("slot")];
    if (whole) root.textContent = "";
    if (whole) root.append(...whole);
  }
  root?.querySelector(".plan-root")?.classList.add("plan-static");
  if (root || element.textContent.trim()) return;
  const notice = member("createElement")("p");
  notice.lang = best(lang, Object.keys(UNAVAILABLE)) ?? "en";
  notice.dir = "auto";
  notice.textContent = UNAVAILABLE[notice.lang];
  element.append(notice);
}
