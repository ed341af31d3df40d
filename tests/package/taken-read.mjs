// What readers take away, read back by other people's parsers: no character is lost, and no cell is a formula.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import { calendar, colors, csv, digits, fileName, isoDay, pictured, table } from "./taken.mjs"; // what menu.js is made with

const dist = "./node_modules/plan-widgets/dist/data";
const json = (name) => JSON.parse(readFileSync(`${dist}/${name}.json`, "utf8"));
const wordsIn = (lang) => json(`menu.${lang}`).menu;
const words = wordsIn("en");

/** A timeline's view model with an item for each title. */
const timeline = (titles, more = {}) => ({
  plan: "p",
  lang: "en",
  direction: "ltr",
  title: "Plan, the",
  notice: "Check; quote.",
  facets: [[{ id: "a", name: "One, two" }], [{ id: "start", name: "To begin" }]],
  bands: [
    { title: "13th", first: 16801, last: 18627 },
    { title: "14th", first: 18628, last: 20453 },
  ],
  items: titles.map((title, index) => ({ id: `i${index}`, title, when: "2025", first: 20089, last: 20453, ...more })),
});
const all = (view) => ({ view, shown: (view.items ?? view.cards ?? view.entries).map((_, index) => index), words });

/** What a reader of the file takes a cell for. */
const meant = (cell) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, "");

const HOSTILE = [
  "plain",
  "",
  'a "quoted" one',
  '"',
  '""",',
  "a,b;c\td",
  "two\nlines",
  "two\r\nlines",
  "\r",
  " spaces around ",
  "中文，标点。",
  "👩‍👩‍👧‍👦 and 🇨🇳",
  "مرحبا، \u202eabc\u202c",
  '=HYPERLINK("http://example.org";"x")',
  "=1+1",
  "+1",
  "-3 %",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "'\n+1",
  "＝1+1",
  "－1",
  "'=1",
  "''=1",
  "'90s",
  "'",
  "-",
  "BEGIN:VCALENDAR",
  "a\\nb\\,c",
  "x".repeat(500),
  "漢".repeat(500),
  "👍".repeat(300),
  "\u0000\u0007 control",
];

// CSV: what was written is read, and nothing begins as a formula does.
{
  const text = csv(table(all(timeline(HOSTILE))));
  assert.ok(text.startsWith("\ufeff"), "the mark by which spreadsheets know UTF-8");
  assert.ok(text.endsWith("\r\n"));
  const rows = parse(text, { bom: true, record_delimiter: "\r\n" });
  assert.equal(rows.length, HOSTILE.length + 1);
  assert.deepEqual(new Set(rows.map((row) => row.length)), new Set([11]), "every row has all columns");
  assert.deepEqual(
    rows.slice(1).map(([title]) => meant(title)),
    HOSTILE,
  );
  for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r\n＝＋－＠]/, cell);
  // Outside of quotation marks a line ends by both characters.
  assert.doesNotMatch(text.replace(/"(?:[^"]|"")*"/g, ""), /[^\r]\n|\r[^\n]/);
}

// Days, and how they are meant.
{
  const view = timeline(["a"]);
  const cells = (item) => {
    view.items = [{ id: "i", title: "t", ...item }];
    return table(all(view))[1].slice(2, 5);
  };
  assert.deepEqual(cells({ first: 0, last: 0, shape: "point" }), ["1970-01-01", "1970-01-01", "on that day"]);
  assert.deepEqual(cells({ first: 20089, last: 20453, shape: "by" }), ["", "2025-12-31", "by then at the latest"]);
  assert.deepEqual(cells({ first: 18628, shape: "since" }), ["2021-01-01", "", "from then on"]);
  assert.deepEqual(cells({ first: 1, last: 2, shape: "undated" }), ["", "", "no time of its own"]);
  assert.deepEqual(cells({ shape: "timeless" }), ["", "", "not stated"]);
  assert.deepEqual(cells({ first: -735235, last: 2_000_000_000 }).slice(0, 2), ["-000044-12-30", ""]);
  assert.equal(isoDay(-1), "1969-12-31");
}

/** The events of a calendar, by ical.js. */
const events = (text) => {
  for (const line of text.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets: ${line}`);
    assert.equal(line.toWellFormed(), line, "no character is cut");
    assert.doesNotMatch(line, /[\r\n]/);
  }
  const read = new ICAL.Component(ICAL.parse(text));
  return read.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
};
const now = new Date("2026-11-30T01:02:03.456Z");

// A calendar: what was written is read.
{
  const { text, count, left } = calendar(
    all(timeline(HOSTILE, { shape: "span" })),
    "https://a.example/?a=1,2;3#item=x",
    now,
  );
  assert.deepEqual([count, left], [HOSTILE.length, 0]);
  const read = events(text);
  const clean = (title) => title.replace(/\r\n?/g, "\n").replace(/[\0-\x08]/g, " "); // eslint-disable-line no-control-regex
  assert.deepEqual(
    read.map(({ summary }) => summary ?? ""),
    HOSTILE.map(clean),
  );
  assert.equal(new Set(read.map(({ uid }) => uid)).size, HOSTILE.length);
  assert.equal(read[0].uid, "i0@p.plan-widgets", "an id stays, so that a calendar imported again has no event twice");
  assert.equal(read[0].component.getFirstPropertyValue("url"), "https://a.example/?a=1,2;3#item=x");
  assert.equal(read[0].component.getFirstPropertyValue("transp"), "TRANSPARENT");
  assert.equal(read[0].component.getFirstPropertyValue("dtstamp").toString(), "2026-11-30T01:02:03Z");
  assert.match(read[0].description, /Plan, the\nCheck; quote\.$/);
}

// Days of a calendar: the end is the day after the last; nothing is put on a day that the plan doesn't name.
for (const [item, days, title = "t (w)"] of [
  [{ first: 20089, last: 20453 }, ["2025-01-01", "2026-01-01"]],
  [{ first: 20453, last: 20453, shape: "point" }, ["2025-12-31", "2026-01-01"], "t"],
  [{ first: 20089, last: 20453, shape: "span" }, ["2025-01-01", "2026-01-01"], "t"],
  // By 2025: all from the end of the band before on, as in the lanes.
  [{ first: 20089, last: 20453, shape: "by" }, ["2021-01-01", "2026-01-01"]],
  [{ last: 23741, shape: "by" }, ["2026-01-01", "2035-01-02"]],
  [{ last: 10000, shape: "by" }, null],
  [{ first: 18628, shape: "since" }, null],
  [{ first: 1, last: 2, shape: "undated" }, null],
  [{ shape: "timeless" }, null],
  [{ first: -735235, last: -735000 }, null],
  [{ first: 1, last: 2_000_000_000 }, null],
]) {
  const view = { ...timeline([]), items: [{ id: "i", title: "t", when: "w", ...item }] };
  const { text, left } = calendar(all(view), "about:blank", now);
  const [event] = events(text);
  const found = event && [event.startDate, event.endDate].map((day) => (assert.ok(day.isDate), day.toString()));
  assert.deepEqual(found ?? null, days, JSON.stringify(item));
  assert.equal(left, days ? 0 : 1);
  if (event) assert.equal(event.summary, title);
}

// The bundled plan in its languages: every item in the table, those with days in the calendar.
for (const lang of ["zh", "en", "zh-Hant"]) {
  const own = { words: wordsIn(lang === "zh" ? "zh-Hans" : lang) };
  const [first, later] = ["timeline.whole", "timeline.whole.later"].map((name) => json(`${name}.${lang}`));
  const view = { ...first, items: first.items.map((item, index) => ({ ...item, ...later.items[index] })) };
  const rows = parse(csv(table({ ...all(view), ...own })), { bom: true });
  assert.equal(rows.length, view.items.length + 1);
  assert.ok(rows.every((row) => row.length === 11 && row[0] && row[10]));
  const made = calendar({ ...all(view), ...own }, "", now);
  assert.equal(events(made.text).length, made.count);
  assert.equal(made.count + made.left, view.items.length);
  assert.ok(made.count > 80, `${made.count}`);
  for (const [name, columns] of [
    ["goals", 7],
    ["glossary", 4],
    ["overview", 6],
  ]) {
    const view = json(`${name}.${lang}`);
    const rows = parse(csv(table({ ...all(view), ...own })), { bom: true });
    assert.equal(rows.length, (view.cards ?? view.entries ?? view.items).length + 1);
    assert.ok(
      rows.every((row) => row.length === columns && row[0]),
      `${name} ${rows[0]}`,
    );
    const facts = { heading: "H", filters: ["F"], date: "today" };
    const picture = pictured({ ...all(view), ...own }, facts);
    assert.ok(picture.rows.every(({ title }) => title) && picture.foot.length > 1);
  }
}

// What is reported of goals has columns of its own.
{
  const view = {
    ...timeline([]),
    items: undefined,
    account: { words: ["x"], source: "The office" },
    facets: [[], [], [], [], [], [], [], [{ id: "behind", name: "behind" }]],
    cards: [{ title: "G", facets: [[], [], [], [], [], [], [], [0]], progress: [{ value: "3 km", date: "2024" }] }],
  };
  const [head, row] = table(all(view));
  assert.deepEqual(head.slice(6), ["Status", "Latest value", "As of", "Source", "Plan"]);
  assert.deepEqual(row.slice(6), ["behind", "3 km", "2024", "The office", "Plan, the"]);
}

// The colours of a picture, as browsers write them; none where text can't be read in them or one isn't known.
{
  const usual = {
    "--_canvas": "rgb(255, 255, 255)",
    "--_text": "rgb(29, 32, 36)",
    "--_quiet": "color(srgb 0.3 0.3 3e-1)",
    "--_line": "rgba(216, 213, 206, 0.5)",
    "--_accent": "color(srgb 0.0431373 0.352941 0.470588 / 1)",
  };
  const of = (more) => colors((name) => ({ ...usual, ...more })[name]);
  const all = { ground: "#ffffff", text: "#1d2024", quiet: "#4d4d4d", line: "#d8d5ce", accent: "#0b5a78" };
  assert.deepEqual(of({}), all);
  assert.deepEqual(of({ "--_canvas": "rgb(17, 17, 17)" }), {}, "dark text on a dark ground");
  assert.deepEqual(of({ "--_text": "rgb(238, 238, 238)" }), {}, "a dark page without a ground of its own");
  assert.deepEqual(of({ "--_accent": "rgb(255, 204, 0)" }), {});
  for (const odd of ["", "oklch(0.5 0.1 200)", "canvastext", "rgb(1)", "color(display-p3 0.1 0.2 0.3)"])
    assert.deepEqual(of({ "--_line": odd }), {}, odd);
}

// Ten thousand items take ten times as long as a thousand, not a hundred times.
{
  const time = (count) => {
    const taken = all(timeline(Array.from({ length: count }, (_, index) => `漢 ${index} ${"x,".repeat(50)}`)));
    const start = process.cpuUsage().user;
    csv(table(taken));
    calendar(taken, "", now);
    return process.cpuUsage().user - start;
  };
  time(1000);
  const [few, many] = [time(1000), time(10_000)];
  assert.ok(many < few * 40 + 200_000, `${few} µs for 1,000, ${many} µs for 10,000`);
}

// Names of files.
for (const [parts, name] of [
  [["zhanjiang-plan", "timeline", "zh", "energy", "核电"], "zhanjiang-plan-timeline-zh-energy-核电.csv"],
  [["../../etc", 'a/b\\c:d*?"<>|', "\u202etxt.exe"], "etc-a-b-c-d-txt-exe.csv"],
  [["", "", ""], "plan.csv"],
  [["漢".repeat(400)], `${"漢".repeat(60)}.csv`],
])
  assert.equal(fileName(parts, "csv"), name);
assert.equal(digits(2025, wordsIn("en")), "2025");

// Every language has all words.
for (const lang of Object.keys(JSON.parse(readFileSync("./languages/en.json", "utf8")).languages)) {
  if (lang === "zh") continue;
  assert.equal(wordsIn(lang).length, words.length, lang);
  wordsIn(lang).forEach((word, index) => word || assert.equal(index, 1, `${lang}: ${index}`));
}
