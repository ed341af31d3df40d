// Much, odd and hostile input at a terminal and on a server: one line or one error for it, and nothing left half done.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, list, render, renderContent, validate } from "plan-widgets/server";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "plan-widgets-")));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const school = readFileSync("school/plan.json", "utf8");
const CLI = realpathSync("node_modules/.bin/plan-widgets");

function run(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    timeout: 60_000,
    ...options,
  });
  return { status, stdout, stderr, said: (stdout + stderr).replaceAll(folder, "").trim() };
}

const text = (en) => ({ en });
const plan = (collections) => ({
  schema: 1,
  languages: ["en"],
  plan: { id: "p", title: text("Plan"), short: text("Plan") },
  ...collections,
});
const many = (count, record) => Array.from({ length: count }, (_, index) => record(index));
const event = (i, more) => ({ id: `e${i}`, kind: "milestone", title: text("Event"), ...more });
const file = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

// Many faults of one kind are a line with their count.
for (const [name, content, lines, said] of [
  [
    "an unknown field in each",
    plan({ events: many(20_000, (i) => event(i, { x: 1 })) }),
    2,
    /x: .* \(and 19999 more like it\)\n20000 problems$/,
  ],
  ["nothing", plan({ events: many(20_000, () => null) }), 3, /\/events\/0: .*19999 more/],
  ["wrong references", plan({ events: many(5_000, (i) => event(i, { topics: [`t${i}`] })) }), 11, /\n5000 problems$/],
  [
    "fields that stand twice",
    `{"events":[${'{"id":"e","id":"e"},'.repeat(20_000)}{}]}`,
    null,
    /\/events\/0: the field "id" stands here already and only the last one counts: delete the others \(and 19999 more like it\)/,
  ],
  [
    "too many records",
    plan({ events: many(20_001, (i) => event(i)) }),
    2,
    /\/events: expected an array of at most 20000, found an array of 20001/,
  ],
  [
    "a long text",
    plan({ topics: [{ id: "t", name: text("长".repeat(1_000_000)) }] }),
    2,
    /\/topics\/0\/name\/en: expected a text of at most 10000 characters, found a text of 1000000/,
  ],
  ["a long key", plan({ ["k".repeat(1_000_000)]: 1 }), 2, /an unknown field/],
]) {
  const result = run(["check", file("much.json", content)]);
  assert.equal(result.status, 1, name);
  assert.match(result.said, said, name);
  assert.ok(result.said.length < 5_000, `${name}: ${result.said.length} characters`);
  if (lines) assert.equal(result.said.split("\n").length, lines, `${name}: ${result.said.slice(0, 500)}`);
}

// What a file says is no command of a build server, and moves no cursor.
const HOSTILE = "\n::error::x\r\n##[group]a ##vso[task]\u001b[2J\u0007\u009b1m\u202e\u2028\u007f";
const unsafe = (said) =>
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028]|^\s*::|##\[|##vso\[/m.test(said);
for (const [name, content] of [
  ["a value", plan({ topics: [{ id: HOSTILE, name: text("A") }] })],
  ["a key", plan({ [HOSTILE]: 1 })],
  ["a key that stands twice", `{${JSON.stringify(HOSTILE)}:1,${JSON.stringify(HOSTILE)}:2}`],
  ["a reference", plan({ events: [event(0, { topics: [HOSTILE] })] })],
  ["no JSON", `{"a": ${HOSTILE}}`],
  ["a key of tools", plan({ [`$${HOSTILE}`]: [] })],
]) {
  for (const args of [["check"], ["check", "--json"], ["check", "--lang", "zh"], ["render", "timeline", "--plan"]]) {
    if (args[0] === "render" && name === "a key of tools") continue; // valid, and what is printed is HTML
    const { said, status } = run([...args, file("hostile.json", content)]);
    assert.ok(!unsafe(said), `${name}: ${JSON.stringify(said)}`);
    assert.equal(status, name === "a key of tools" ? 0 : 1, name);
  }
}
const named = join(folder, "::error::\u001b[31m.json");
writeFileSync(named, school);
const relative = run(["check", "::error::\u001b[31m.json", "::none"], { cwd: folder });
assert.ok(!unsafe(relative.stdout) && !unsafe(relative.stderr), JSON.stringify(relative.said));
assert.ok(!unsafe(run(["render", HOSTILE]).said) && !unsafe(run([HOSTILE]).said));
assert.ok(
  JSON.parse(run(["check", "--json", file("hostile.json", plan({ [HOSTILE]: 1 }))]).stdout)[0].pointer.includes(
    "::error",
  ),
);

// Whatever a program gives, there is an answer, or an error with a code and the place.
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const circle = JSON.parse(school);
circle.events[0].goals = circle;
const shared = JSON.parse(school);
shared.x = many(60, () => null).reduce((inner) => [inner, inner], []);
const wide = plan({ x: many(2_000, () => many(2_000, () => 1)) });
wide.x = wide.x.map(() => wide.x[0]);
const throwing = {
  get schema() {
    throw new Error("no");
  },
};
const PLANS = [
  ["a circle", circle, "/events/0/goals"],
  ["shared objects", shared, "/x"],
  ["shared lists", wide, "/x/1"],
  ["a getter that throws", throwing, ""],
  [
    "a getter within",
    {
      ...JSON.parse(school),
      get plan() {
        throw new Error("no");
      },
    },
    "",
  ],
  ["a proxy that was revoked", revoked.proxy, ""],
  [
    "a proxy that throws",
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error("no");
        },
      },
    ),
    "",
  ],
  ["a number", 5, ""],
  ["a BigInt", 5n, ""],
  ["a symbol", Symbol("x"), ""],
  ["a function", () => {}, ""],
  ["nothing", null, ""],
  ["a text", "x", ""],
  ["a Date", new Date(), ""],
  ["a Map", new Map([["schema", 1]]), ""],
  ["a sparse list", plan({ events: new Array(500_000) }), "/events"],
  ["a BigInt within", { ...JSON.parse(school), schema: 1n }, "/schema"],
  ["a function within", { ...JSON.parse(school), languages: [() => {}] }, "/languages/0"],
  ["very deep", JSON.parse("[".repeat(5_000) + "]".repeat(5_000)), ""],
  ["a date of Date", plan({ events: [event(0, { time: { edtf: new Date(0), kind: "on" } })] }), "/events/0/time/edtf"],
];
const began = performance.now();
for (const [name, given, place] of PLANS) {
  const [first] = validate(given);
  assert.equal(first?.pointer.slice(0, Math.max(place.length, 1)), place, `${name}: ${first?.text}`);
  assert.throws(() => render("timeline", { model: given }), { code: "model-invalid" }, name);
  assert.throws(() => list(given), { code: "model-invalid" }, name);
}
assert.ok(performance.now() - began < 60_000);
const own = JSON.parse(school);
for (const [name, kind, options, code] of [
  ["lang: 5", "timeline", { lang: 5 }, "options-invalid"],
  ["lang: BigInt", "timeline", { lang: 5n }, "options-invalid"],
  ["lang: list", "timeline", { lang: ["en"] }, "options-invalid"],
  ["topic: symbol", "timeline", { topic: Symbol("x") }, "options-invalid"],
  ["topic: function", "timeline", { topic: () => {} }, "options-invalid"],
  ["topic: object without a prototype", "timeline", { topic: Object.create(null) }, "options-invalid"],
  ["topic: list of symbols", "timeline", { topic: [Symbol("x")] }, "options-invalid"],
  ["topic: holes", "timeline", { topic: new Array(2) }, "options-invalid"],
  ["topic: Map", "timeline", { topic: new Map() }, "options-invalid"],
  ["topic: revoked", "timeline", { topic: revoked.proxy }, "options-invalid"],
  ["query: very long", "timeline", { query: "x".repeat(200_000) }, "options-invalid"],
  ["item: very long", "timeline", { item: "x".repeat(200_000) }, "options-invalid"],
  ["stylesheet: symbol", "timeline", { stylesheet: Symbol("x") }, "options-invalid"],
  ["options: text", "timeline", "x", "options-invalid"],
  ["options: function", "timeline", () => {}, "options-invalid"],
  ["options: revoked", "timeline", revoked.proxy, "options-invalid"],
  [
    "options: a getter that throws",
    "timeline",
    {
      get lang() {
        throw new Error("no");
      },
    },
    "options-invalid",
  ],
  ["kind: symbol", Symbol("x"), {}, "options-invalid"],
  ["kind: object without a prototype", Object.create(null), {}, "options-invalid"],
  ["kind: __proto__", "__proto__", { shadow: true }, "options-invalid"],
]) {
  for (const made of [render, renderContent, describe])
    if (!(name.startsWith("stylesheet") && made === describe))
      assert.throws(
        () => made(kind, options),
        (error) => error.code === code && error.problems[0].text.length < 1_500 && error.message.length < 2_000,
        name,
      );
}
for (const odd of [5, null, "x", [], Symbol("x")])
  try {
    assert.deepEqual(validate(own, odd), []);
  } catch (error) {
    assert.equal(error.code, "options-invalid", String(odd));
  }
// What a page has put on prototypes is no option and no plan's.
const before = render("timeline", { model: own });
const POLLUTED = {
  model: { schema: 2 },
  lang: "zh",
  toJSON: () => "x",
  topic: "none",
  schema: 7,
  shadow: true,
  zh: 1,
  fr: 1,
};
for (const [key, value] of Object.entries(POLLUTED))
  Object.defineProperty(Object.prototype, key, { value, configurable: true, enumerable: true, writable: true });
Object.defineProperty(Array.prototype, "toJSON", { value: () => "y", configurable: true });
try {
  assert.equal(render("timeline", { model: structuredClone(own) }), before);
  assert.deepEqual(validate(JSON.parse(school)), []);
  assert.deepEqual(Object.keys(Object.assign(Object.create(null), validate({})[0])).sort(), [
    "expected",
    "found",
    "more",
    "nearest",
    "pointer",
    "text",
  ]);
} finally {
  for (const key of Object.keys(POLLUTED)) delete Object.prototype[key];
  delete Array.prototype.toJSON;
}
assert.equal(render("timeline", { model: structuredClone(own) }), before);
assert.deepEqual(validate({ ...own, $note: "\ud800" }), []);

// Commands leave all or nothing.
const tree = (path) =>
  existsSync(path)
    ? statSync(path).isDirectory()
      ? Object.fromEntries(
          readdirSync(path)
            .sort()
            .map((name) => [name, tree(join(path, name))]),
        )
      : readFileSync(path, "latin1")
    : null;
const SITE = ["pages", "--site", "https://example.org/"];

const place = join(folder, "public");
mkdirSync(place);
writeFileSync(join(place, "plan.json"), school);
symlinkSync(place, join(folder, "link"));
for (const out of [place, `${place}/`, join(folder, "link"), "."]) {
  const { status, said } = run([...SITE, "--plan", join(place, "plan.json"), "--out", out], { cwd: place });
  assert.equal(status, 0, said);
  assert.equal(readFileSync(join(place, "plan.json"), "utf8"), school);
  assert.ok(existsSync(join(place, "embed/timeline/index.html")));
  assert.deepEqual(
    readdirSync(place).filter((name) => name.startsWith(".")),
    [],
  );
}
const first = tree(place);
assert.equal(run([...SITE, "--plan", join(place, "plan.json"), "--out", place]).status, 0);
assert.deepEqual(tree(place), first, "another time nothing changes");
// A plan that one of the pages' files would take the place of is not written over.
cpSync(join(place, "plan.json"), join(place, "dist/plan.json"));
const guarded = tree(place);
const over = run([...SITE, "--plan", join(place, "dist/plan.json"), "--out", place]);
assert.equal(over.status, 2);
assert.match(over.stderr, /dist\/plan\.json would be written over/);
assert.deepEqual(tree(place), guarded);

const filled = join(folder, "site");
mkdirSync(filled);
writeFileSync(join(filled, "index.html"), "<p>ours</p>");
assert.equal(run(["init", filled]).status, 2);
assert.deepEqual(tree(filled), { "index.html": "<p>ours</p>" });
rmSync(join(filled, "index.html"));
writeFileSync(join(filled, "old.html"), "<p>ours</p>");
symlinkSync(filled, join(folder, "site-link"));
assert.equal(run(["init", join(folder, "site-link")]).status, 0);
assert.deepEqual(readdirSync(filled).sort(), ["index.html", "old.html", "plan-widgets", "plan.json"]);

const locked = join(folder, "locked");
mkdirSync(locked);
writeFileSync(join(folder, "taken"), "x");
mkdirSync(join(folder, "half"));
writeFileSync(join(folder, "half/embed"), "x"); // a file where a folder has to be
chmodSync(locked, 0o500);
const isRoot = process.getuid?.() === 0; // who may write everywhere
const long = join(folder, ...many(40, () => "x".repeat(100)));
for (const [name, args, said] of [
  ["an output that is a file", [...SITE, "--out", join(folder, "taken")], /a file is where a folder should be/],
  ["an output below a file", [...SITE, "--out", join(folder, "taken/x")], /a file is where a folder should be/],
  ["a file in the way", [...SITE, "--out", join(folder, "half")], /a file is where a folder should be/],
  ["a path that is too long", [...SITE, "--out", long], /longer than the system allows/],
  ["init below a file", ["init", join(folder, "taken")], /a file is where a folder should be/],
  ["a plan that isn't there", ["render", "timeline", "--plan", join(folder, "none.json")], /can't be read \(ENOENT\)/],
  ["a plan that is a folder", ["check", folder], /can't be read \(EISDIR\)/],
  [
    "credentials",
    ["pages", "--site", "https://user:pass@example.org/", "--out", join(folder, "secret")],
    /a name or a password/,
  ],
  ...(isRoot ? [] : [["a folder without permission", [...SITE, "--out", join(locked, "x")], /no permission/]]),
]) {
  const there = tree(folder);
  const { status, stderr } = run(args);
  assert.equal(status, 2, `${name}: ${stderr}`);
  assert.match(stderr, said, name);
  assert.equal(stderr.trim().split("\n").length, 1, `${name}: ${stderr}`);
  assert.ok(stderr.length < 1_000 && !stderr.includes("pass@"), name);
  assert.deepEqual(tree(folder), there, `${name} leaves something`);
}
chmodSync(locked, 0o700);
const id = "g".repeat(300);
const refused = run([
  ...SITE,
  "--plan",
  file("long.json", plan({ goals: [{ id, kind: "article", title: text("A") }] })),
  "--out",
  join(folder, "ids"),
]);
assert.deepEqual([refused.status, existsSync(join(folder, "ids"))], [1, false], refused.said);

// A file is read once: a pipe has nothing the second time. What can't be written is told. What is asked to end while
// files take their places has put all of them there.
if (process.platform === "linux") {
  const shell = (command) => {
    const { status, stdout, stderr } = spawnSync("bash", ["-c", command], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C", RUN: `${process.execPath} ${CLI}`, PLAN: file("piped.json", school) },
      timeout: 60_000,
    });
    return [status, stdout, stderr];
  };
  for (const command of [
    "$RUN check <(cat $PLAN)",
    "cat $PLAN | $RUN check /dev/stdin",
    "$RUN check <(cat $PLAN) --progress <(cat school/progress.json)",
  ])
    assert.match(shell(command)[1], /a valid plan/, command);
  for (const command of ["$RUN render timeline > /dev/full", "$RUN check $PLAN > /dev/full", "$RUN > /dev/full"])
    assert.deepEqual(shell(command), [2, "", "stdout: the disk is full\n"], command);
  // Who reads no further is content.
  assert.deepEqual(shell("set -o pipefail; $RUN render timeline --plan $PLAN | head -c 14"), [
    0,
    "<plan-timeline",
    "",
  ]);

  const all = ["build", join(folder, "piped.json"), "--out"];
  assert.equal(run([...all, join(folder, "quiet")]).status, 0);
  const ending = file(
    "ending.mjs",
    `import fs from "node:fs";
    import { syncBuiltinESMExports } from "node:module";
    const real = fs.promises.rename;
    let renamed = 0;
    fs.promises.rename = async (...of) => {
      if (++renamed === 3) process.kill(process.pid, process.env.SIGNAL);
      await new Promise((done) => setTimeout(done, 10));
      return real(...of);
    };
    syncBuiltinESMExports();`,
  );
  for (const SIGNAL of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    const out = join(folder, SIGNAL);
    cpSync(join(folder, "quiet"), out, { recursive: true });
    writeFileSync(join(out, "index.html"), "<p>of another plan</p>");
    rmSync(join(out, "data"), { recursive: true });
    const env = { ...process.env, SIGNAL, NODE_OPTIONS: `--import=${ending}` };
    assert.equal(run([...all, out], { env }).status, 130, SIGNAL);
    assert.deepEqual(tree(out), tree(join(folder, "quiet")), SIGNAL);
  }
}
