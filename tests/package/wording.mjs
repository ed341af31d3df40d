// The sentences of problems and errors as pages have them: every code in each language, with all it is told in it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { COMMA, ERRORS, PHRASES } from "./messages.mjs"; // the table that the package's script was made with
import { describe, explained } from "./node_modules/plan-widgets/dist/errors.js";

const HOLE = /\{(\w+)\}/g;
const LANGUAGES = ["zh", "en"];

/** What each hole of some wordings is filled with, and what nothing asks for. */
const values = (wordings) => {
  const names = Object.values(wordings).flatMap((wording) => [...wording.matchAll(HOLE)].map(([, name]) => name));
  const numbers = names.map(Number).filter(Number.isInteger);
  const count = names.includes("list") ? 3 : Math.max(-1, ...numbers) + 1;
  return Array.from({ length: count }, (_, at) => `<${at}>`);
};

/** Neither a hole nor a name of the program's own; what an author wrote is in angle brackets. */
function finished(sentence, code, about) {
  assert.ok(sentence.trim(), `${about} is empty`);
  assert.doesNotMatch(sentence, /[{}]|undefined|null|NaN|\[object/, about);
  if (code.includes("-")) assert.ok(!sentence.includes(code), `${about} shows its code: ${sentence}`);
}

const problemOf = (found, expected, more) => ({ pointer: "", found, expected, nearest: null, more: 0, ...more });
const told = (problem, lang) => describe("model-invalid", { problems: [problem] }, lang);

const codes = Object.keys(PHRASES);
assert.ok(codes.length > 40, `${codes.length} phrases`);
for (const code of codes) {
  const wordings = PHRASES[code];
  assert.deepEqual(Object.keys(wordings), LANGUAGES, code);
  const given = values(wordings);
  const phrase = [code, ...given];
  for (const problem of [
    problemOf(phrase, ["object"], { pointer: "/at/0", nearest: "<near>", more: 7777 }),
    problemOf(["missing"], phrase, { nearest: "<near>", more: 7777 }),
    problemOf(phrase, phrase),
  ]) {
    const english = told(problem, "en").problems[0];
    for (const lang of LANGUAGES) {
      const about = `${code} in ${lang}`;
      const fill = (_, name) => (name === "list" ? given.join(COMMA[lang]) : given[name]);
      const worded = wordings[lang].replace(HOLE, fill);
      const { message, problems } = told(problem, lang);
      const [{ text }] = problems;
      assert.ok(text.startsWith(problem.pointer || "/") && text.includes(worded), `${about}: ${text}`);
      for (const fact of given) assert.ok(worded.includes(fact), `${about} lacks ${fact}: ${worded}`);
      for (const fact of ["<near>", "7777"]) assert.equal(text.includes(fact), problem.more > 0, `${about}: ${text}`);
      // What may be written instead is said in so many words.
      finished(text.replaceAll("null, true or false", "").replaceAll("null、true 或 false", ""), code, about);
      assert.ok(message.includes(text), about);
      finished(message.replace(text, ""), "model-invalid", about);
      // What a program reads is English, whatever the reader's language is.
      assert.deepEqual({ ...problems[0], text: "" }, { ...english, text: "" }, about);
    }
    // Who reads none of our languages reads English.
    for (const lang of ["xx", "", undefined, 5, "constructor"])
      assert.deepEqual([told(problem, lang).problems[0], told(problem, lang).lang], [english, "en"]);
  }
}

// Every error with all that it tells, and with as little as it may be told.
const FACTS = { url: "<url>", reason: "<reason>", found: "<found>", expected: "<expected>" };
for (const [code, wordings] of Object.entries(ERRORS)) {
  assert.deepEqual(Object.keys(wordings), LANGUAGES, code);
  for (const lang of LANGUAGES) {
    const { message, lang: spoken } = describe(code, FACTS, lang);
    assert.equal(spoken, lang);
    finished(message, code, `${code} in ${lang}`);
    for (const [, name] of wordings[lang].matchAll(HOLE))
      if (name in FACTS) assert.ok(message.includes(FACTS[name]), `${code} in ${lang} lacks ${name}: ${message}`);
    finished(describe(code, {}, lang).message, code, `${code} in ${lang} without facts`);
  }
}

// Whatever a page or a file gives for a fact, it is told, and never at length.
const proxy = new Proxy(
  {},
  {
    get: () => {
      throw new Error("asked");
    },
  },
);
const revoked = Proxy.revocable({}, {});
revoked.revoke();
for (const [given, expected] of [
  [Symbol("odd"), "Symbol(odd)"],
  [null, "null"],
  [Object.create(null), "object"],
  [
    {
      toString: () => {
        throw new Error("asked");
      },
    },
    "object",
  ],
  [{ toString: 1, valueOf: 1 }, "object"], // as JSON may have it
  [proxy, "object"],
  [revoked.proxy, "object"],
  [12n, "12"],
  [() => {}, "() => {}"],
  [new Error("said"), "Error: said"],
  ["long".repeat(250_000), `${"long".repeat(125)}\u2026`],
]) {
  const { message } = describe("network", { url: given, reason: given }, "en");
  assert.equal(message.split(expected).length - 1, 2, `${expected}: ${message.slice(0, 300)}`);
  assert.ok(message.length < 2_000, `${expected}: ${message.length}`);
  const { code } = explained({ code: "file-version", url: given, expected: given });
  assert.equal(describe(code, { found: given }, given).lang, "en", expected);
}

// What is wrong with attributes, which Rust says of servers' (tests/host/names.rs).
for (const { refused, ...problem } of JSON.parse(readFileSync(new URL("attributes.json", import.meta.url), "utf8"))) {
  const { problems } = explained({ code: "attribute-invalid", refused: [refused] });
  assert.deepEqual(problems, [{ pointer: refused[0], more: 0, ...problem }]);
}
