// What is said when something fails. A file of its own, fetched when it is needed: few pages ever need it.

import { ERRORS, NEAREST, PHRASES, PROBLEM, UNAVAILABLE } from "./messages.js";

/**
 * English is Rust's own, and the language of those who read none of ours.
 * @param {Sentence} sentence
 * @param {string} [lang]
 */
const inLanguage = (sentence, lang) =>
  sentence[/** @type {string} */ (lang?.slice(0, 2).toLowerCase())] ?? sentence.en;

/**
 * A sentence with its facts in it.
 * @param {string} sentence
 * @param {Record<string, unknown>} facts
 */
const fill = (sentence, facts) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => /** @type {string} */ (facts[name] ?? ""));

// A sentence says so many problems; the others stand in the event's detail.
const MOST_SAID = 20;

/** @type {[RegExp, Sentence & { en: string }][]} */
const PATTERNS = PHRASES.map((each) => {
  const pattern = each.en.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replaceAll("{}", "(.*)");
  return [new RegExp(`^${pattern}$`), each];
});

/**
 * A phrase of Rust's in another language: each `{}` of the one goes to the `{}` of the other.
 * @param {string} text
 * @param {string} [lang]
 */
function phrase(text, lang) {
  for (const [pattern, each] of PATTERNS) {
    const found = text.match(pattern);
    if (!found) continue;
    let index = 0;
    const said = inLanguage(each, lang);
    /** @param {string} text */
    const listed = (text) => (said === each.en ? text : text.replaceAll(", ", "\u3001"));
    return said.replace(/\{\}/g, () => listed(found[++index]));
  }
  return text;
}

/**
 * A problem with its sentence as `text`.
 * @param {Problem} problem
 * @param {string} [lang]
 */
function worded(problem, lang) {
  const facts = {
    ...problem,
    place: problem.pointer || "/",
    expected: phrase(problem.expected, lang),
    found: phrase(problem.found, lang),
  };
  const nearest = problem.nearest === null ? "" : fill(inLanguage(NEAREST, lang), facts);
  return { ...problem, text: fill(inLanguage(PROBLEM, lang), facts) + nearest };
}

/**
 * The detail of `plan-error` for a code, its facts and the problems behind it.
 * @param {PlanErrorCode} code
 * @param {Partial<Facts>} facts
 * @param {string} [lang]
 */
export function describe(code, { problems = [], ...facts }, lang) {
  const all = problems.map((problem) => worded(problem, lang));
  const said = all.slice(0, MOST_SAID).map(({ text }) => text);
  if (all.length > MOST_SAID) said.push("\u2026");
  const listed = said.join(lang?.startsWith("zh") ? "\uff1b" : "; ");
  const message = fill(inLanguage(ERRORS[code], lang), { ...facts, count: all.length, problems: listed });
  return { code, message, problems: all };
}

/**
 * The facts of a failure, with problems for the attributes that a widget has left out: the checker words them, as it
 * does those of plans.
 * @param {Facts} facts
 * @returns {Promise<Facts>}
 */
export async function explained({ refused, ...facts }) {
  if (!refused) return facts;
  const unknown = () =>
    refused.map(([pointer, value]) => ({ pointer, found: `"${value}"`, expected: "?", nearest: null }));
  const problems = await import("./check.js").then(({ explain }) => explain(refused)).catch(unknown);
  return { ...facts, problems };
}

/**
 * What a reader sees where there is nothing else.
 * @param {string} [lang]
 */
export const unavailable = (lang) => inLanguage(UNAVAILABLE, lang);
