// `npx plan-widgets build`, as an editor types it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { dataFiles, renderContent, validateProgress, version } from "plan-widgets/server";

const folder = mkdtempSync(join(tmpdir(), "plan-widgets-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/.bin/plan-widgets", ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { status, out: (stdout + stderr).replaceAll(folder, "").trim() };
}

const read = (...path) => readFileSync(join(folder, ...path), "utf8");
const file = (name, value) => {
  writeFileSync(join(folder, name), JSON.stringify(value));
  return join(folder, name);
};
const school = JSON.parse(readFileSync("school/plan.json", "utf8"));
const out = join(folder, "out");
const VIEWS = ["timelineView", "timelineViewWhole", "deckView", "glossaryView", "overviewView"];

// All that a page needs, by names that its contents make.
assert.deepEqual(run("build", "school/plan.json", "--out", out), { status: 0, out: "36 files in /out" });
const index = JSON.parse(read("out/index.json"));
assert.deepEqual(Object.keys(index), ["made", "plan", "languages", "files", "later"]);
assert.deepEqual([index.made, index.plan, index.languages], [`${version} plan`, "plan.json", ["en", "zh"]]);
assert.deepEqual(Object.keys(index.files).sort(), [...VIEWS].sort());
const files = VIEWS.flatMap((view) => Object.entries(index.files[view]).map(([lang, path]) => ({ view, lang, path })));
assert.equal(files.length, 2 * VIEWS.length);
for (const { view, lang, path } of files) {
  const text = read("out", path);
  assert.equal(path.split(".").at(-2), createHash("sha256").update(text).digest("hex").slice(0, 12));
  const { made, lang: shown } = JSON.parse(text);
  assert.deepEqual([made, shown], [`${version} ${view}`, lang]);
  // A server has the same without a command.
  assert.equal(dataFiles(school).find((made) => made.view === view && made.lang === lang).json, text);
}
assert.equal(read("out/plan.json"), readFileSync("school/plan.json", "utf8"));
assert.equal(read("out/boathouse.svg"), readFileSync("school/boathouse.svg", "utf8"));
for (const [name, kind, options] of [
  ["timeline", "timeline", {}],
  ["goal-deck", "goal-deck", {}],
  ["glossary", "glossary", {}],
  ["overview", "overview", {}],
  ["goal-card.reading", "goal-card", { goal: "reading" }],
])
  for (const lang of index.languages)
    assert.equal(
      read(`out/static/${name}.${lang}.html`),
      `${renderContent(kind, { model: school, lang, ...options })}\n`,
    );

// Another plan there: what the former index names stays for who still has it; what was before that goes.
const names = () => readdirSync(join(out, "data")).sort();
const first = names();
const other = structuredClone(school);
other.terms[0].note.en = "Another note.";
assert.equal(run("build", file("other.json", other), "--out", out).status, 0);
const second = names();
assert.ok(first.every((name) => second.includes(name)) && second.length > first.length);
other.terms[0].note.en = "And another.";
assert.equal(run("build", file("other.json", other), "--out", out).status, 0);
assert.equal(names().length, second.length);
assert.equal(names().filter((name) => first.includes(name)).length, 2 * first.length - second.length);

// The bundled plan's are the package's own.
assert.equal(run("build", "node_modules/plan-widgets/dist/plan.json", "--out", join(folder, "bundled")).status, 0);
const bundled = JSON.parse(read("bundled/index.json"));
for (const [view, name] of [
  ["timelineView", "timeline"],
  ["timelineViewWhole", "timeline.whole"],
  ["deckView", "goals"],
  ["glossaryView", "glossary"],
  ["overviewView", "overview"],
])
  for (const [lang, path] of Object.entries(bundled.files[view]))
    assert.equal(
      read("bundled", path),
      readFileSync(`node_modules/plan-widgets/dist/data/${name}.${lang}.json`, "utf8"),
    );

// Where it will be found.
assert.equal(run("build", "school/plan.json", "--out", out, "--site", "https://example.org/plan?x").status, 0);
assert.ok(read("out/index.html").includes("src=&quot;https://example.org/plan/index.json&quot;"));
assert.equal(run("build", "school/plan.json", "--out", out, "--site", "here").status, 2);

// What is wrong is said as `check` says it, and nothing is written.
const none = join(folder, "none");
const broken = structuredClone(school);
broken.goals[0].topics = ["rivre"];
const wrong = file("broken.json", broken);
assert.deepEqual(run("build", wrong, "--out", none), run("check", wrong));
assert.equal(run("build", wrong, "--out", none).status, 1);
const progress = {
  schema: 1,
  languages: ["en", "zh"],
  source: { name: { en: "Invented", zh: "虚构" } },
  reports: [
    { goal: "reading", value: 3, unit: { en: "books", zh: "本" }, measure: { en: "Read", zh: "读完" }, as_of: "2025" },
  ],
};
const told = run(
  "build",
  "school/plan.json",
  "--out",
  none,
  "--progress",
  file("p.json", { ...progress, reports: [{}] }),
);
assert.equal(told.status, 1);
assert.match(told.out, /^\/p\.json:1:\d+: \/reports\/0: expected the field "unit"/);
const english = run(
  "build",
  "school/plan.json",
  "--out",
  none,
  "--progress",
  file("p.json", { ...progress, languages: ["en"] }),
);
assert.equal(english.status, 1);
assert.equal(existsSync(none), false);
assert.equal(run("build", "school/plan.json", "--out", out, "--progress", file("p.json", progress)).status, 0);
assert.deepEqual(JSON.parse(read("out/progress.json")), progress);
assert.ok(read("out/static/goal-deck.en.html").includes('part="progress-report"'), "static content has it");
assert.throws(
  () => renderContent("goal-deck", { model: school, progress: { ...progress, reports: [{}] } }),
  ({ code, problems }) => code === "progress-invalid" && problems[0].pointer === "/reports/0",
);
assert.ok(read("out/index.html").includes("progress=&quot;progress.json&quot;"));
assert.deepEqual(validateProgress(progress, { model: school }), []);
assert.equal(validateProgress(progress)[0].pointer, "/reports/0/goal");
for (const odd of [undefined, null, 5, [], () => {}, new Proxy({}, { get: () => assert.fail() })])
  assert.notDeepEqual(validateProgress(odd), []);

// A folder with pages of its own keeps them.
writeFileSync(join(folder, "index.html"), "Start");
assert.deepEqual(run("build", "school/plan.json", "--out", folder), {
  status: 2,
  out: "/index.html is there and no plan that was built: name another --out",
});
assert.equal(read("index.html"), "Start");

// What was typed.
for (const args of [[], ["school/plan.json"], ["--out", out], ["a", "b", "--out", out]])
  assert.equal(run("build", ...args).status, 2);
