// `npx plan-widgets import` and `export`, as an editor types them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "plan-widgets-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const command = resolve("node_modules/.bin/plan-widgets");

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: args.includes("zh") ? "zh_CN.UTF-8" : "C" },
    maxBuffer: 1 << 28,
  });
  return { status, out: (stdout + stderr).replaceAll(`${folder}/`, "").trim(), stdout, stderr };
}

const at = (name) => join(folder, name);
const json = (name) => JSON.parse(readFileSync(at(name), "utf8"));
const next = (file, events) => `Written: ${file}, with ${events} event${events === 1 ? "" : "s"}

  npx plan-widgets check ${file}
    says what is wrong with the plan, by line
  npx plan-widgets render timeline --plan ${file}
    shows it as HTML`;

// What the two workbooks hold.
const en = (text) => ({ en: text });
const PLAN = {
  schema: 1,
  languages: ["en"],
  plan: { id: "harbour", title: en("harbour"), short: en("harbour") },
  topics: [
    { id: "transport", name: en("Transport") },
    { id: "schools", name: en("Schools") },
  ],
  events: [
    {
      id: "quay-tram",
      kind: "event",
      title: en("Quay tram"),
      time: { edtf: "2025-05-05/2027-06-30", kind: "during" },
      summary: en("Along the quay."),
      topics: ["transport"],
      media: [{ kind: "image", src: "https://example.org/tram.jpg", alt: en("Quay tram") }],
    },
    {
      id: "cycle-sheds",
      kind: "event",
      title: en("Cycle sheds"),
      time: { edtf: "2026", kind: "by" },
      summary: en("One at every school."),
      topics: ["transport", "schools"],
    },
    {
      id: "library-opens",
      kind: "event",
      title: en("Library opens"),
      time: { edtf: "2026-33", kind: "on" },
      topics: ["schools"],
    },
    {
      id: "summer-fair",
      kind: "event",
      title: en("Summer fair"),
      time: { edtf: "/", kind: "on", text: en("soon") },
    },
    {
      id: "harbour-wall",
      kind: "event",
      title: en("Harbour wall"),
      time: { edtf: "/", kind: "on", text: en("5/6/2026") },
    },
    {
      id: "evening-session",
      kind: "event",
      title: en("Evening session"),
      time: { edtf: "2026-01-12", kind: "on" },
    },
  ],
};
const XLSX = `To be looked at
  Plan!A1: merged cells A1:C1: the value is the first one's alone
  its texts are taken for "en": if they aren't, say so with --lang
  Plan!F3: a picture or link without words for those who don't see it: "Quay tram" is taken
  Plan!B6: the date "soon" isn't certain: it is shown in these words, without a place in time
  Plan!B7: the date "5/6/2026": which is the day, which the month? It is shown in these words
  it says no title for the plan: the file's name "harbour" is taken
Not carried over
  Plan!D5: a formula without its value (and 1 more like it)
  Plan!A1: rows above the columns' names are left out: "Harbour plan"
  Plan!G2: the column "Budget" is left out (--map "Budget=FIELD" says what it is)
  Plan!B9: the hour of the day is left out
  sheets left out: Notes (--sheet chooses another)
Changed
  Plan!8: a blank row is passed over`;
// Its maker wrote neither merged cells nor formulas; rows with nothing in them are in it.
const ODS = XLSX.replace(/ {2}Plan!A1: merged.*\n/, "").replace(/ {2}Plan!D5.*\n/, "");
for (const [kind, said] of [
  ["xlsx", XLSX],
  ["ods", ODS],
]) {
  const { status, stdout, stderr } = run("import", `sheets/harbour.${kind}`, "--out", at(`${kind}.json`));
  assert.equal(status, 0, stderr);
  assert.equal(stderr.trim(), said, kind);
  assert.equal(stdout.replaceAll(`${folder}/`, "").trim(), next(`${kind}.json`, 6));
  assert.deepEqual(json(`${kind}.json`), PLAN, kind);
  assert.match(run("check", at(`${kind}.json`)).out, /a valid plan \(topics 2, events 6\)$/);
}

// Nothing is written over, and nothing is left behind.
writeFileSync(at("plan.json"), "ours");
const taken = run("import", "sheets/harbour.csv", "--out", at("plan.json"));
assert.deepEqual(
  [taken.status, taken.out],
  [2, "plan.json is there already: name another with --out, or take it away"],
);
assert.equal(readFileSync(at("plan.json"), "utf8"), "ours");
writeFileSync(at("old.xls"), Buffer.from("d0cf11e0a1b11ae1", "hex"));
const refused = run("import", at("old.xls"), "--out", at("none.json"));
assert.deepEqual(
  [refused.status, refused.out],
  [1, "old.xls: this is Excel 97 (XLS): open it, and save it as XLSX or CSV"],
);
assert.ok(!existsSync(at("none.json")) && !readdirSync(folder).some((name) => name.startsWith(".")));

// What is typed.
const mapped = run(
  ...["import", "sheets/harbour.csv", "--lang", "de", "--map", "Responsible=topic", "--map", "Group=period"],
  ...["--out", at("mapped.json")],
);
assert.equal(mapped.status, 0, mapped.out);
assert.deepEqual(json("mapped.json").topics, [
  { id: "works", name: { de: "Works" } },
  { id: "schools", name: { de: "Schools" } },
]);
for (const [args, status, said] of [
  [["import"], 2, /^expected FILE/],
  [
    ["import", "sheets/harbour.csv", "--figure", "a", "--goal", "b"],
    2,
    /^an indicator is about one of --figure, --goal/,
  ],
  [
    ["import", "sheets/harbour.csv", "--financial-year", "13"],
    2,
    /^--financial-year is a month from 2 to 12, not "13"/,
  ],
  [["import", "sheets/harbour.csv", "--map", "Group"], 2, /^--map is COLUMN=FIELD, not "Group"/],
  [["import", "sheets/harbour.csv", "--map", "Group=colour"], 1, /--map: "colour" is no field: there are title, /],
  [["import", "sheets/harbour.csv", "--lang", "x"], 2, /^"x" is not the tag of a language/],
  [["import", "sheets/harbour.xlsx", "--sheet", "Nope"], 1, /there is no sheet "Nope": there are Notes, Plan$/],
  [["import", "sheets/none.csv"], 2, /there is no such file or folder/],
  [["export", "school/plan.json"], 2, /^--to is one of csv, xlsx, ics, timelinejs, not ""/],
]) {
  const found = run(...args, ...(args[0] === "import" && !args.includes("--out") ? ["--out", at("x.json")] : []));
  assert.equal(found.status, status, found.out);
  assert.match(found.out, said);
}

// GB 18030, by what Node.js knows: 标题,日期 / 港,2025年.
writeFileSync(at("gb.csv"), Buffer.from("b1eacce22cc8d5c6da0abadb2c32303235c4ea0a", "hex"));
assert.match(run("import", at("gb.csv"), "--out", at("gb.json")).out, /read as GB18030/);
assert.deepEqual(json("gb.json").events[0].time, { edtf: "2025", kind: "on" });
assert.deepEqual(json("gb.json").languages, ["zh"]);

// An indicator with its metadata: what nobody says is asked for, and the plan is looked at.
const files = (all) => {
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
};
files({
  "indicator_1-2-1.csv": "\uFEFFYear,Region,Value\n2018/19,,41\n2019/20,,31.5\n2019/20,North,44\n",
  "1-2-1.yml": "SOURCE_ORGANISATION_1: 'Statistics office'\nBASE_YEAR: 2018/19\n",
});
const indicator = [at("indicator_1-2-1.csv"), at("1-2-1.yml")];
const asked = run("import", ...indicator, "--lang", "en", "--out", at("none.json"));
assert.deepEqual(
  [asked.status, asked.out],
  [
    1,
    "indicator_1-2-1.csv: this is an indicator of Open SDG, which becomes progress of a plan: say also --figure ID, --unit TEXT",
  ],
);
const rate = ["--lang", "en", "--unit", "%", "--financial-year", "4"];
const reported = run("import", ...indicator, ...rate, "--figure", "river-flow", "--out", at("progress.json"));
assert.equal(reported.status, 0, reported.out);
assert.match(reported.stdout.replaceAll(`${folder}/`, ""), /^Written: progress.json, with 1 report\n/);
assert.deepEqual(json("progress.json"), {
  schema: 1,
  languages: ["en"],
  source: { name: en("Statistics office") },
  reports: [
    {
      figure: "river-flow",
      unit: en("%"),
      series: [
        { when: "2018-04/2019-03", value: 41 },
        { when: "2019-04/2020-03", value: 31.5 },
      ],
      baseline: { value: 41, when: "2018-04/2019-03" },
    },
  ],
  financial_year: 4,
});
const unknown = run(
  ...["import", ...indicator, ...rate, "--figure", "river-flow", "--plan", "school/plan.json"],
  ...["--out", at("again.json")],
);
assert.equal(unknown.status, 1, unknown.out);
assert.match(unknown.out, /\/reports\/0\/figure: /);
assert.ok(!existsSync(at("again.json")));

// A folder of pages is a glossary.
files({
  "content/en/shore_power.md": "---\ntitle: Shore power (OPS)\n---\n\nElectricity from the [quay](/en/quay/).\n",
  "content/zh-cn/shore_power.md": "---\ntitle: 岸电(OPS)\n---\n\n由码头供电。\n",
  "content/en/_index.md": "---\ntitle: Glossary\n---\n",
  "content/README.txt": "no page",
});
const pages = run("import", at("content"), "--out", at("terms.json"));
assert.equal(pages.status, 0, pages.out);
assert.deepEqual(json("terms.json").terms, [
  {
    id: "shore-power",
    name: { en: "Shore power (OPS)", zh: "岸电(OPS)" },
    note: { en: "Electricity from the quay.", zh: "由码头供电。" },
    components: [],
    names: { en: ["Shore power", "OPS"], zh: ["岸电", "OPS"] },
  },
]);

// What `check` says of a file that is no plan: one sentence, with what converts it.
files({
  "eras.json": JSON.stringify({ events: [{ start_date: { year: "902" }, text: { headline: "Ferry" } }], eras: [] }),
  "items.json": JSON.stringify([{ id: 1, content: "a", start: "2025" }]),
  "terms.jsonld": JSON.stringify({ "@graph": [{ prefLabel: "a" }] }),
  "days.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
  "terms.tbx": '<?xml version="1.0"?><martif type="TBX-Basic"></martif>',
});
for (const [name, format] of [
  ["eras.json", "TimelineJS"],
  ["items.json", "vis-timeline"],
  ["terms.jsonld", "SKOS"],
  ["days.ics", "iCalendar"],
  ["terms.tbx", "TBX"],
  ["indicator_1-2-1.csv", "Open SDG"],
  ["gb.csv", "CSV"],
  ["content/en/shore_power.md", "Markdown"],
  ["../sheets/harbour.csv", "CSV"],
  ["../sheets/harbour.xlsx", "XLSX"],
  ["../sheets/harbour.ods", "ODS"],
]) {
  const path = name.startsWith("..") ? name.slice(3) : at(name);
  const found = run("check", path);
  const shown = path.replace(`${folder}/`, "");
  assert.deepEqual(
    [found.status, found.out],
    [
      1,
      `${shown}:1:1: this is ${format}, not a plan in JSON: npx plan-widgets import ${shown} converts it\n1 problem`,
    ],
  );
}
assert.match(run("check", at("old.xls")).out, /^old.xls:1:1: this is Excel 97 \(XLS\): open it, and save it/);
writeFileSync(at("cut.json"), '{"schema": 1, "languages": ["en"');
assert.match(run("check", at("cut.json")).out, /^cut.json:1:\d+: .*is not valid JSON/);

// Where a plan is asked for, the index of a built one is taken.
assert.equal(run("build", at("xlsx.json"), "--out", at("built")).status, 0);
const index = at("built/index.json");
assert.match(run("check", index).out, /a valid plan \(topics 2, events 6\)$/);
assert.equal(run("export", index, "--to", "csv", "--out", at("built.csv")).status, 0);
const shown = run("render", "timeline", "--plan", index);
assert.equal(shown.status, 0, shown.stderr);
assert.ok(shown.stdout.includes("Quay tram") && shown.stdout.includes("built/index.json"));
assert.equal(run("build", index, "--out", at("rebuilt")).status, 0);
assert.deepEqual(json("rebuilt/plan.json"), PLAN);
assert.equal(run("pages", "--site", "https://example.org/", "--plan", index, "--out", at("framed")).status, 0);
assert.deepEqual(json("framed/plan.json"), PLAN);

// Out and in again.
for (const [to, ending] of [
  ["csv", "csv"],
  ["xlsx", "xlsx"],
  ["timelinejs", "timelinejs.json"],
]) {
  const out = run("export", at("xlsx.json"), "--to", to, "--out", at(`again.${ending}`));
  assert.equal(out.status, 0, out.out);
  const again = run("import", at(`again.${ending}`), "--lang", "en", "--out", at(`again-${to}.json`));
  assert.equal(again.status, 0, again.out);
  const expected = structuredClone(PLAN);
  // TimelineJS has no events without a day, one group for each, and no kinds of time.
  if (to !== "timelinejs") assert.deepEqual(json(`again-${to}.json`), expected, to);
  else assert.deepEqual(json(`again-${to}.json`).events[0], expected.events[0]);
}

// Ten thousand rows, in less time than anybody waits.
const rows = Array.from(
  { length: 10_000 },
  (_, i) => `Item ${i},${1 + (i % 28)} May ${1900 + (i % 120)},Text ${i},Group ${i % 9}`,
);
writeFileSync(at("large.csv"), `Title,Date,Text,Group\n${rows.join("\n")}\n`);
const times = {};
const clock = (name, ...args) => {
  const start = performance.now();
  const { status, out } = run(...args);
  times[name] = Math.round(performance.now() - start);
  assert.equal(status, 0, out);
};
clock("csv", "import", at("large.csv"), "--lang", "en", "--out", at("large.json"));
clock("export", "export", at("large.json"), "--to", "xlsx", "--out", at("large.xlsx"));
clock("xlsx", "import", at("large.xlsx"), "--lang", "en", "--out", at("larger.json"));
assert.equal(json("larger.json").events.length, 10_000);
assert.deepEqual(json("larger.json").events, json("large.json").events);
console.log(
  `10,000 rows: ${Object.entries(times)
    .map(([name, time]) => `${name} ${time} ms`)
    .join(", ")}`,
);

// The guide shows what the command says.
for (const lang of ["zh", "en"]) {
  const page = readFileSync(`sheet.${lang}.html`, "utf8");
  const [, name, shown] = page.match(/data-import="([^"]+)" data-lang="\w+"><code>([^]*?)<\/code>/);
  const { stdout, stderr } = spawnSync(process.execPath, [command, "import", resolve(name)], {
    cwd: mkdtempSync(join(folder, "guide-")),
    encoding: "utf8",
    env: { ...process.env, LC_ALL: lang === "zh" ? "zh_CN.UTF-8" : "C" },
  });
  const typed = `$ npx plan-widgets import ${name.split("/").at(-1)}`;
  assert.equal(
    shown.replaceAll("&lt;", "<").replaceAll("&amp;", "&"),
    `${typed}\n${stderr}${stdout}`.trim(),
    `${lang}: the sample in from-a-spreadsheet.html`,
  );
}
