// `npx plan-widgets check`, as an editor types it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "plan-widgets-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/.bin/plan-widgets", ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { status, out: (stdout + stderr).replaceAll(folder, "").trim() };
}

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const school = readFileSync("school/plan.json", "utf8");
const broken = (from, to) => {
  assert.ok(school.includes(from), from);
  return school.replace(from, () => to);
};

// Each with its file, what is typed besides, the exit code and what is said; `@` is where `at` stands in the file.
const CASES = [
  [
    "a valid plan",
    school,
    [],
    0,
    "/plan.json: a valid plan (topics 3, departments 1, periods 1, articles 3, figures 5, projects 5, goals 3, events 6, terms 1)",
  ],
  [
    "with a byte order mark",
    `\uFEFF${school}`,
    ["--lang", "zh"],
    0,
    "/plan.json：有效的规划（topics 3, departments 1, periods 1, articles 3, figures 5, projects 5, goals 3, events 6, terms 1）",
  ],
  [
    "a mistyped stage",
    broken('"stage": "strive"', '"stage": "srtive"'),
    [],
    1,
    '/plan.json:@: /projects/2/mentions/0/stage: expected one of achieved, complete, start, accelerate, strive, plan, support, found "srtive"; did you mean "strive"?\n1 problem',
    '"stage": "srtive"',
  ],
  [
    "a reference to nothing, in Chinese",
    broken('"topics": ["river", "reading", "way"]', '"topics": ["rivre"]'),
    ["--lang", "zh"],
    1,
    '/plan.json:@: /events/0/topics/0：应为某个主题的编号，实为"rivre"；是否想写“river”？\n共 1 处问题',
    '"rivre"',
  ],
  [
    "a missing language and a field that stands twice",
    broken('"short": {"en": "Larkfield’s three years", "zh": "云雀田三年规划"}', '"short": {"en": "A", "en": "B"}'),
    [],
    1,
    '/plan.json:8:5: /plan/short: expected the field "zh", found nothing\n/plan.json:8:26: /plan/short: the field "en" stands here already and only the last one counts: delete the others\n2 problems',
  ],
  [
    "a key that needs escaping",
    broken('"schema": 1', '"schema": 1, "a/b~": 1'),
    [],
    1,
    /^\/plan.json:3:16: \/a~1b~0: expected one of schema, .*, found an unknown field/,
  ],
  [
    "broken JSON",
    '{\n  "schema": 1,\n  "plan" {}\n}',
    [],
    1,
    /^\/plan.json:3:10: \/plan.json is not valid JSON: [^]*\n1 problem$/,
  ],
  ["an empty file", "", [], 1, /^\/plan.json:1:1: \/plan.json is not valid JSON: /],
  ["a list", "[]", [], 1, "/plan.json:1:1: /: expected an object, found an array of 0\n1 problem"],
  [
    "another encoding",
    Buffer.from([0x7b, 0xc8, 0xcb, 0x7d]),
    [],
    1,
    "/plan.json:1:2: the file isn't in UTF-8: save it as UTF-8\n1 problem",
  ],
  [
    "very deep",
    "[".repeat(100_000) + "]".repeat(100_000),
    [],
    1,
    "/plan.json:1:1: /: expected an object, found an array of 1\n1 problem",
  ],
];
function position(text, at) {
  const lines = text.slice(0, text.indexOf(at)).split("\n");
  return `${lines.length}:${lines.at(-1).length + 1}`;
}

for (const [name, text, args, status, out, at] of CASES) {
  const result = run("check", ...args, file("plan.json", text));
  assert.equal(result.status, status, `${name}: ${result.out}`);
  if (out instanceof RegExp) assert.match(result.out, out, name);
  else assert.equal(result.out, at ? out.replace("@", position(text, at)) : out, name);
}

const [problem] = JSON.parse(run("check", "--json", file("plan.json", broken('"kind": "by"', '"kind": "bye"'))).out);
assert.deepEqual([problem.pointer, problem.nearest], ["/figures/0/time/kind", "by"]);

assert.equal(run("check", join(folder, "none.json")).out, "/none.json can't be read (ENOENT)");
assert.deepEqual(
  [
    run("check", join(folder, "none.json")),
    run("check"),
    run("chekc"),
    run("check", "--lang", "fr", "x"),
    run("--help"),
  ].map(({ status }) => status),
  [2, 2, 2, 2, 0],
);

// The guide shows what the command says.
for (const lang of ["zh", "en"]) {
  const page = readFileSync(`guide.${lang}.html`, "utf8");
  const [, name, shown] = page.match(/data-check="([^"]+)" data-lang="\w+"><code>([^]*?)<\/code>/);
  const typed = `$ npx plan-widgets check ${lang === "zh" ? "--lang zh " : ""}${name}`;
  assert.equal(
    shown.replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
    `${typed}\n${run("check", "--lang", lang, name).out}`,
  );
}
// Progress is checked with the plan that it is about.
const withProgress = run("check", "school/plan.json", "--progress", "school/progress.json");
assert.equal(withProgress.status, 0, withProgress.out);
assert.match(withProgress.out, /^school\/progress.json: valid progress \(reports 5\)$/m);
const otherPlan = run("check", "school/smallest.json", "--progress", "school/progress.json");
assert.equal(otherPlan.status, 1);
assert.match(
  otherPlan.out,
  /^school\/progress.json:9:7: \/reports\/0\/figure: expected the id of a figure, found "outdoor-lessons"/m,
);
assert.equal(run("check", "school/smallest.json").out, "school/smallest.json: a valid plan (terms 1)");
