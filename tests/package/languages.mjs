// Languages that the package has no words for: what a publisher does at a terminal, and a server in its code.
// Occitan stands in for all of them, with French words.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { list, registerLanguage, render, validate } from "plan-widgets/server";

const folder = mkdtempSync(join(tmpdir(), "plan-widgets-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

const bin = resolve("node_modules/plan-widgets/dist/cli.js");

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { status, out: stdout.trim(), err: stderr.trim() };
}

const words = { ...JSON.parse(readFileSync("languages/fr.json", "utf8")), tag: "oc", name: "Occitan" };
const plan = JSON.parse(
  JSON.stringify(JSON.parse(readFileSync("school/smallest.json", "utf8"))).replaceAll('"en":', '"oc":'),
);
plan.languages = ["oc"];
const save = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
save("plan.json", plan);
save("oc.json", words);

// Without its words: readable, and said.
const NONE =
  "plan.json: there are no words for oc, so what isn't the plan's own text is in English: give them by --words FILE";
assert.deepEqual(run("check", "plan.json"), { status: 0, out: "plan.json: a valid plan (terms 1)", err: NONE });
const english = run("render", "glossary", "--plan", "plan.json");
assert.deepEqual([english.status, english.err], [0, NONE]);
assert.match(english.out, /^<plan-glossary lang="oc"[^]*>Glossary</);
assert.deepEqual(list(plan).unspoken, ["oc"]);
assert.deepEqual(list().unspoken, []);

// With them. Of French some are the same in English.
for (const key of ["article", "zoom"]) words.timeline[key] += "s";
words.goals.article += "s";
words.plan.source += "s";
words.menu.plan += "s";
save("oc.json", words);
assert.deepEqual(run("check", "--words", "oc.json", "plan.json"), {
  status: 0,
  out: "oc.json: a complete language\nplan.json: a valid plan (terms 1)",
  err: "",
});
const spoken = run("render", "glossary", "--plan", "plan.json", "--words", "oc.json");
assert.deepEqual([spoken.status, spoken.err], [0, ""]);
assert.match(spoken.out, new RegExp(`^<plan-glossary lang="oc"[^]*>${words.glossary.glossary}<`));
assert.equal(render("glossary", { model: plan }).includes(words.glossary.glossary), false);
registerLanguage("oc", words);
assert.ok(render("glossary", { model: plan }).includes(words.glossary.glossary));
assert.deepEqual(list(plan).unspoken, []);
// Texts in a dialect are spoken about in the language.
const dialect = JSON.parse(JSON.stringify(plan).replaceAll('"oc"', '"oc-gascon"'));
assert.ok(render("glossary", { model: dialect }).includes(words.glossary.glossary));

// Wrong ones: each by its place, and what was there stays.
const wrong = structuredClone(words);
wrong.glossary.glossary = "Glossari {x}";
delete wrong.common.copy;
save("wrong.json", wrong);
const line = (text) =>
  readFileSync(join(folder, "wrong.json"), "utf8")
    .split("\n")
    .findIndex((each) => each.includes(text)) + 1;
const told = run("check", "--words", "wrong.json");
assert.equal(told.status, 1);
assert.equal(
  told.err,
  `wrong.json:${line('"common"')}:3: /common: expected the field "copy", found nothing\n` +
    `wrong.json:${line("Glossari")}:5: /glossary/glossary: expected a text without braces, found "Glossari {x}"\n2 problems`,
);
assert.equal(run("render", "glossary", "--plan", "plan.json", "--words", "wrong.json").status, 1);
assert.throws(
  () => registerLanguage("oc", wrong),
  ({ code, problems, message }) =>
    code === "language-invalid" && problems.length === 2 && message.startsWith("The language's file has 2 problem(s)"),
);
assert.ok(render("glossary", { model: plan }).includes(words.glossary.glossary));
for (const odd of [
  undefined,
  null,
  5,
  "words",
  [],
  [words],
  {},
  () => {},
  new Proxy({}, { get: () => assert.fail() }),
]) {
  assert.throws(() => registerLanguage("oc", odd), { code: "language-invalid" });
}
for (const tag of [undefined, "", "not a tag", 5, {}]) {
  assert.throws(() => registerLanguage(tag, words), { code: "language-invalid" });
}
assert.throws(() => registerLanguage("os", words), /^TypeError: .*\/tag: expected "os", found "oc"/);
assert.throws(() => registerLanguage("oc", wrong, { lang: "zh" }), /^TypeError: 语言文件有 2 处问题/);

// Sentences about errors, as far as the file has some.
const worded = {
  ...words,
  errors: { "options-invalid": "Opcions falsas: {problems}" },
  phrases: { problem: "{place}: cal {expected}, i a {found}", text: "un tèxt", quoted: "«{0}»" },
};
save("worded.json", worded);
save("broken.json", { ...plan, terms: [{ ...plan.terms[0], note: { oc: 5 } }] });
assert.deepEqual(run("check", "--lang", "oc", "--words", "worded.json", "broken.json"), {
  status: 1,
  out: "worded.json: a complete language",
  err: run("check", "broken.json").err.replace("expected a text, found 5", "cal un tèxt, i a 5"),
});
registerLanguage("oc", worded);
const fault = (lang) => validate({ ...plan, terms: 5 }, { lang })[0];
assert.equal(fault("oc").text, "/terms: cal an array, i a 5");
assert.equal(fault("oc-gascon").text, fault("oc").text);
assert.deepEqual([fault("oc").expected, fault("fr").text], ["an array", "/terms: expected an array, found 5"]);
for (const [section, code, sentence, at] of [
  ["errors", "json", "{url}", "/errors/json"], // a hole too few
  ["errors", "json", "{url} {reason} {reason}", "/errors/json"],
  ["errors", "crashed", "{reason", "/errors/crashed"],
  ["errors", "crash", "{reason}", "/errors/crash"], // no such code
  ["phrases", "text", "{0}", "/phrases/text"], // a hole too many
  ["phrases", "text", " ", "/phrases/text"],
  ["phrases", "text", 5, "/phrases/text"],
]) {
  assert.throws(
    () => registerLanguage("oc", { ...words, [section]: { [code]: sentence } }),
    ({ code: name, problems }) => name === "language-invalid" && problems.length === 1 && problems[0].pointer === at,
    `${code}: ${sentence}`,
  );
}
for (const odd of [5, [], null, "x"]) {
  assert.throws(() => registerLanguage("oc", { ...words, errors: odd }), { code: "language-invalid" });
}
assert.equal(fault("oc").text, "/terms: cal an array, i a 5"); // what was there stays
registerLanguage("oc", words);
assert.equal(fault("oc").text, "/terms: expected an array, found 5");

// Pages for frames, and a folder for other pages: the words are in what is built.
function data(folder) {
  const { files } = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
  return JSON.parse(readFileSync(join(folder, files.glossaryView.oc), "utf8"));
}
const site = ["--site", "https://example.org/p/"];
const made = run("pages", ...site, "--out", "out", "--plan", "plan.json", "--words", "oc.json");
assert.equal(made.status, 0, made.err);
const page = readFileSync(join(folder, "out/embed/glossary/index.html"), "utf8");
assert.match(page, /<html lang="oc">/);
assert.ok(page.includes('src="../../plan/index.json"'));
const built = run("build", "plan.json", "--out", "built", "--words", "oc.json");
assert.deepEqual([built.status, built.err], [0, ""]);
for (const made of ["out/plan", "built"]) {
  assert.ok(JSON.stringify(data(join(folder, made))).includes(words.glossary.glossary), made);
  assert.equal(data(join(folder, made)).unspoken, undefined);
}
assert.equal(run("build", "plan.json", "--out", "without").err, NONE);
assert.equal(data(join(folder, "without")).unspoken, "oc");
assert.equal(run("build", "plan.json", "--out", "wrong", "--words", "wrong.json").status, 1);
run("pages", ...site, "--out", "plain");
assert.deepEqual(
  readdirSync(join(folder, "plain/dist")).filter((name) => name.startsWith("language")),
  [],
);

// The file of a new language.
const without = run("language", "oc", "new.json");
assert.match(without.err, /npm install cldr-core cldr-dates-full cldr-localenames-full cldr-numbers-full$/);
mkdirSync(join(folder, "node_modules"));
for (const name of ["cldr-core", "cldr-dates-full", "cldr-localenames-full", "cldr-numbers-full"])
  symlinkSync(join(process.argv[2], name), join(folder, "node_modules", name), "junction");
assert.equal(run("language", "oc").err, "oc.json is there already: name another, or take it away");
for (const [tag, cldr, direction, digits, forms] of [
  ["oc", "oc", "ltr", "", 1],
  ["ast", "ast", "ltr", "", 2],
  ["fa-AF", "fa-AF", "rtl", "۰۱۲۳۴۵۶۷۸۹", 2],
  ["cy", "cy", "ltr", "", 6],
  ["sr-latn", "sr-Latn", "ltr", "", 3],
  ["vi-VN", "vi", "ltr", "", 1],
]) {
  const result = run("language", tag, `${tag}.new.json`);
  assert.equal(result.status, 0, `${tag}: ${result.err}`);
  const file = JSON.parse(readFileSync(join(folder, `${tag}.new.json`), "utf8"));
  assert.deepEqual(
    [file.cldr, file.direction, file.numbers.digits, file.numbers.plurals.forms.length],
    [cldr, direction, digits, forms],
    tag,
  );
  // With English words it is complete: what is left is to translate them.
  const checked = run("check", "--words", `${tag}.new.json`);
  assert.equal(checked.status, 0, tag);
  assert.match(checked.err, /\.new\.json:\d+: from this line on \d{3} texts are as in English: is that meant\?$/);
}
// One that is shipped, or a variety of it, begins with its words.
for (const [tag, from] of [
  ["de", "de"],
  ["pt-PT", "pt"],
  ["zh-HK", "zh-Hant"],
  ["ar-EG", "ar"],
  ["en-NZ", "en"],
]) {
  const result = run("language", tag, `${tag}.own.json`);
  assert.ok(result.out.startsWith(`Written: ${tag}.own.json, with the words of ${from}: `), result.out + result.err);
  const file = JSON.parse(readFileSync(join(folder, `${tag}.own.json`), "utf8"));
  const shipped = JSON.parse(readFileSync(`languages/${from}.json`, "utf8"));
  assert.deepEqual([file.timeline, file.dates, file.cases], [shipped.timeline, shipped.dates, shipped.cases], tag);
  assert.equal(run("check", "--words", `${tag}.own.json`).status, 0, tag);
}
assert.match(run("language", "oc", "again.json").err, /^CLDR has no plural rules for it: /);
assert.match(run("language", "xx").err, /^CLDR has no data of xx: /);
assert.match(run("language", "a b").err, /^"a b" is not the tag of a language/);
assert.deepEqual([run("language").status, run("language", "a", "b", "c").status], [2, 2]);

// A region or a variety may have the file of its language.
registerLanguage("oc-gascon", words);
