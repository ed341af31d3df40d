// Static HTML on a server: the functions of `plan-widgets/server`, and the command that prints it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, list, render, renderContent, validate, version } from "plan-widgets/server";
import about from "plan-widgets/package.json" with { type: "json" };

// Neither a page nor a network.
assert.equal(globalThis.document, undefined);
globalThis.fetch = () => assert.fail("a fetch");
assert.equal(version, about.version);

const read = (path) => readFileSync(new URL(import.meta.resolve(`plan-widgets/${path}`)), "utf8");
const school = JSON.parse(readFileSync("school/plan.json", "utf8"));

for (const lang of ["zh", "en", "zh-Hant"]) {
  for (const kind of ["timeline", "goal-deck", "glossary", "overview"]) {
    const content = read(`static/${kind}.${lang}.html`);
    assert.equal(renderContent(kind, { lang }), content, `${kind} in ${lang}`);
    assert.equal(
      render(kind, { lang }),
      `<plan-${kind} lang="${lang === "zh" ? "zh-Hans" : lang}">${content}</plan-${kind}>`,
    );
    assert.equal(render(kind, { lang, shadow: true }), render(kind, { lang, shadow: true }), "another time");
  }
}

// What is asked for, what the result begins with, and what it holds.
const MADE = [
  ["timeline", {}, '<plan-timeline lang="zh-Hans"><div part="root"', "时间线"],
  [
    "timeline",
    { lang: "en-GB", topic: ["energy", "water"], layout: "list" },
    '<plan-timeline lang="en" topic="energy water" layout="list">',
    'data-layout="list"',
  ],
  [
    "timeline",
    { headingLevel: 4, query: 'a"<&' },
    '<plan-timeline lang="zh-Hans" heading-level="4" query="a&quot;<&amp;">',
    "<h4 ",
  ],
  [
    "timeline",
    { "heading-level": "4", deepLink: true, item: null, colorScheme: undefined },
    '<plan-timeline lang="zh-Hans" heading-level="4" deep-link="">',
    "<h4 ",
  ],
  [
    "goal-card",
    { goal: "transport-hub", lang: "en" },
    '<plan-goal-card lang="en" goal="transport-hub"><div part="root"',
    "Dual Zones</b>",
  ],
  [
    "goal-card",
    { goal: "transport-hub", stylesheet: "g.css" },
    '<plan-goal-card lang="zh-Hans" goal="transport-hub"><template',
    '<script type="application/ld+json">{"@context":"https://schema.org"',
  ],
  [
    "goal-deck",
    { shadow: true },
    '<plan-goal-deck lang="zh-Hans"><template shadowrootmode="open"><style>:host{',
    "</div></template></plan-goal-deck>",
  ],
  [
    "glossary",
    { stylesheet: "/g.css?a&b" },
    '<plan-glossary lang="zh-Hans"><template shadowrootmode="open"><link rel="stylesheet" href="/g.css?a&amp;b">',
    "五龙入湛",
  ],
  ["timeline", { model: school, src: "plan.json" }, '<plan-timeline lang="en" src="plan.json">', "boathouse"],
];
for (const [kind, options, begins, holds] of MADE) {
  const html = render(kind, options);
  assert.ok(html.startsWith(begins), html.slice(0, 300));
  assert.ok(html.includes(holds), `${holds} in ${kind}`);
}

// What can't be rendered, and why. A plan or option that isn't valid costs nothing later.
const REFUSED = [
  [
    "timelin",
    {},
    "options-invalid",
    'The options are not valid: kind: expected one of timeline, goal-card, goal-deck, glossary, overview, found "timelin"; did you mean "timeline"?',
  ],
  [
    "timeline",
    { topik: "energy" },
    "options-invalid",
    /^The options are not valid: topik: expected one of src, lang, .*; did you mean "topic"\?$/,
  ],
  [
    "timeline",
    { topic: "enrgy", lang: "zh" },
    "options-invalid",
    '选项有误：topic：应为以空格分隔的 topic 编号，实为"enrgy"；是否想写“energy”？',
  ],
  [undefined, {}, "options-invalid", /^The options are not valid: kind: expected one of .*, found "undefined"$/],
  [
    "timeline",
    { lang: "en", stylesheet: 1 },
    "options-invalid",
    "The options are not valid: stylesheet: expected a text, found 1",
  ],
  [
    "timeline",
    { lang: "fr" },
    "options-invalid",
    'The options are not valid: lang: expected one of zh, en, zh-Hant, found "fr"',
  ],
  ["goal-card", {}, "options-invalid", "The options are not valid: goal: expected the id of a goal, found nothing"],
  ["timeline", { model: {} }, "model-invalid", /^The plan has 3 problem\(s\): /],
  ["timeline", { model: 7 }, "model-invalid", "The plan has 1 problem(s): /: expected an object, found 7"],
];
for (const [kind, options, code, message] of REFUSED) {
  assert.throws(
    () => render(kind, options),
    (error) => {
      assert.equal(error.code, code);
      assert.ok(error instanceof TypeError && error.problems[0].text);
      if (message instanceof RegExp) assert.match(error.message, message);
      else assert.equal(error.message, message);
      return true;
    },
  );
}
assert.ok(render("glossary").includes("五龙入湛"));

assert.deepEqual(validate(school), []);
assert.deepEqual(
  validate({ ...school, schema: 2 }).map(({ pointer }) => pointer),
  ["/schema"],
);
assert.equal(validate({}, { lang: "zh" })[0].text, '/：应为字段 "schema"，实为缺失');

const card = describe("goal-card", { goal: "transport-hub", lang: "en" });
assert.deepEqual(Object.keys(card), ["title", "description", "picture", "data"]);
assert.match(card.title, / · .*Zhanjiang/);
assert.match(card.picture, /^<svg [^>]*width="1200" height="630"/);
assert.deepEqual([card.data["@type"], card.data.identifier], ["CreativeWork", "transport-hub"]);
assert.equal(describe("glossary").data.hasDefinedTerm.length, 13);
assert.deepEqual(list(school), {
  languages: ["en", "zh"],
  unspoken: [],
  timeline: ["river", "reading", "way"],
  deck: ["river", "reading", "way"],
  goals: school.goals.map(({ id }) => id),
});

// The command.
const folder = mkdtempSync(join(tmpdir(), "plan-widgets-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["node_modules/.bin/plan-widgets", ...args], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}
const printed = (...args) => run("render", ...args).stdout;
assert.equal(
  printed("timeline", "--topic", "energy water", "--lang=en"),
  render("timeline", { topic: "energy water", lang: "en" }),
);
assert.equal(printed("timeline", "--deep-link", "--lang", "en"), render("timeline", { deepLink: true, lang: "en" }));
assert.equal(run("--version").stdout, JSON.parse(readFileSync("node_modules/plan-widgets/package.json")).version);
assert.equal(render("timeline", null), render("timeline"));
// Where scripts and pop-ups are taken out of a page, plain HTML has lost nothing and spilled nothing.
for (const plain of [render("goal-card", { goal: "transport-hub" }), renderContent("goal-deck"), render("timeline")])
  assert.doesNotMatch(plain, /<script|popover/);
assert.equal(
  printed("goal-card", "--goal", "transport-hub", "--shadow", "--content"),
  renderContent("goal-card", { goal: "transport-hub", shadow: true }),
);
assert.equal(
  printed("glossary", "--plan", "school/plan.json"),
  render("glossary", { src: "school/plan.json", model: school }),
);
for (const [args, said] of [
  [["render"], "expected one of timeline, goal-card, goal-deck, glossary, overview"],
  [["render", "timeline", "--topic"], "--topic needs a value"],
  [
    ["render", "timeline", "--topic", "enrgy"],
    'The options are not valid: topic: expected ids of topic, separated by spaces, found "enrgy"; did you mean "energy"?',
  ],
  [
    ["pages", "--site", "example.org", "--out", folder],
    '--site is a URL such as https://example.org/plan/, not "example.org"',
  ],
  [["pages", "--site", "https://example.org/"], "expected --site URL --out FOLDER"],
  [["init", "a", "b"], "expected one FOLDER"],
  [
    ["render", "timeline", "--topic", "energy", "--topic", "water"],
    "--topic stands twice; several values go into one, separated by spaces",
  ],
  [["render", "goal-card"], "The options are not valid: goal: expected the id of a goal, found nothing"],
  [
    ["render", "timeline", "--stage", "xyz"],
    /^The options are not valid: stage: expected any of achieved, .*, separated by spaces, found "xyz"$/,
  ],
  [["init", "--topic", "x"], '"--topic" is not an option of init'],
  [["traditional"], "expected one FILE"],
  [["traditional", "school/plan.json"], "for traditional characters this needs opencc-js: npm install opencc-js"],
]) {
  const { status, stderr } = run(...args);
  assert.equal(status, 2);
  if (typeof said === "string") assert.equal(stderr.split("\n")[0], said);
  else assert.match(stderr.split("\n")[0], said);
}
// In the language of the terminal.
for (const [args, said] of [
  ["render", "应有：timeline、goal-card、goal-deck、glossary、overview 之一"],
  ["check", "应有：文件"],
  ["init --topic x", "init 没有“--topic”这个选项"],
  ["chekc", "没有“chekc”这个命令"],
  ["init --lang fr", "--lang 应为 zh 或 en，而不是“fr”"],
]) {
  const { stderr } = spawnSync(process.execPath, ["node_modules/.bin/plan-widgets", ...args.split(" ")], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "zh_CN.UTF-8" },
  });
  assert.deepEqual(stderr.split("\n")[0], said);
}

// A plan to begin with is valid, in either language, and is never written over.
for (const lang of ["zh", "en"]) {
  const to = join(folder, lang);
  assert.equal(run("init", to, "--lang", lang).status, 0);
  const begun = JSON.parse(readFileSync(join(to, "plan.json"), "utf8"));
  assert.deepEqual(validate(begun), []);
  for (const kind of ["timeline", "goal-deck", "glossary"])
    assert.ok(renderContent(kind, { model: begun }).includes("<li") || kind === "glossary");
  assert.deepEqual(run("init", to, "--lang", lang).status, 2);
  const page = readFileSync(join(to, "index.html"), "utf8");
  assert.ok(
    page.includes('src="plan-widgets/plan-widgets.js"') &&
      readdirSync(join(to, "plan-widgets")).includes("plan-widgets.js"),
  );
}

// Pages for frames, of a plan of one's own.
const out = join(folder, "pages");
const boat = school.events.find(({ media }) => media);
const pictured = {
  ...school,
  events: [
    {
      ...boat,
      media: [...boat.media, { ...boat.media[0], src: "https://pictures.example:8443/boat.webp" }],
    },
    ...school.events.filter((event) => event !== boat),
  ],
};
writeFileSync(join(folder, "pictured.json"), JSON.stringify(pictured));
const { status, stdout, stderr } = run(
  "pages",
  "--site",
  "https://example.org/plan",
  "--out",
  out,
  "--plan",
  join(folder, "pictured.json"),
  "--provider",
  "Larkfield",
);
assert.equal(status, 0, stderr);
assert.match(stdout, /^\d+ pages in /);
const page = readFileSync(join(out, "embed/timeline/river/index.html"), "utf8");
for (const part of [
  "script-src 'self' https://example.org 'wasm-unsafe-eval';",
  '<link rel="canonical" href="https://example.org/plan/embed/timeline/river/">',
  '<link rel="alternate" hreflang="zh" href="https://example.org/plan/zh/embed/timeline/river/">',
  '<link rel="alternate" type="application/json+oembed" href="https://example.org/plan/embed/timeline/river/oembed.json"',
  '<script src="../../../dist/embed.js"></script>',
  '<plan-timeline lang="en" topic="river" src="../../../plan/index.json" deep-link="" heading-level="1"><template shadowrootmode="open"><link rel="stylesheet" href="../../../dist/timeline.css">',
])
  assert.ok(page.includes(part), part);
const all = readFileSync(join(out, "embed/timeline/index.html"), "utf8");
for (const part of [
  "img-src 'self' https://example.org data: https://pictures.example:8443;",
  'referrerpolicy="no-referrer" loading="lazy" src="../../boathouse.svg"',
  'src="https://pictures.example:8443/boat.webp"',
])
  assert.ok(all.includes(part), part);
const embed = JSON.parse(readFileSync(join(out, "zh/embed/glossary/oembed.json"), "utf8"));
assert.deepEqual(
  [embed.version, embed.type, embed.provider_name, embed.provider_url],
  ["1.0", "rich", "Larkfield", "https://example.org/plan/"],
);
assert.match(
  embed.html,
  /^<blockquote style="display:none"><a href="https:\/\/example\.org\/plan\/zh\/embed\/glossary\/">[^<]+<\/a><\/blockquote><iframe src="https:\/\/example\.org\/plan\/zh\/embed\/glossary\/" title="[^"]+" width="100%" height="\d+" frameborder="0"><\/iframe><script async src="https:\/\/example\.org\/plan\/dist\/frame\.js"><\/script>$/,
);
assert.deepEqual(JSON.parse(readFileSync(join(out, "plan.json"), "utf8")), pictured);

// Their pictures, by what draws where the command is typed: as PNG, where there is a font with Chinese as well.
const few = join(folder, "few");
const { plan, periods, topics } = school;
const boats = { id: "boats", kind: "milestone", topics: [topics[0].id], title: { en: "Boats" } };
const own = { schema: 1, languages: ["en"], plan, periods, topics, events: [boats] };
writeFileSync(join(folder, "few.json"), JSON.stringify(own));
const drawn = spawnSync(
  process.execPath,
  [
    resolve("node_modules/.bin/plan-widgets"),
    ...["pages", "--site", "https://example.org/", "--out", few, "--plan", join(folder, "few.json")],
  ],
  { cwd: process.argv[2], encoding: "utf8" },
);
assert.equal(drawn.status, 0, drawn.stderr);
const kind = drawn.stderr.includes("SVG") ? "svg" : "png";
const shown = readFileSync(join(few, "embed/timeline/index.html"), "utf8");
assert.ok(shown.includes(`content="https://example.org/embed/timeline/picture.${kind}"`), shown);
const picture = readFileSync(join(few, `embed/timeline/picture.${kind}`));
if (kind === "png") assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630]);
else assert.match(picture.toString(), /^<svg [^>]*width="1200" height="630"/);

// With traditional characters besides, by what is installed where the command is typed: here something in its place.
assert.ok(render("glossary", { lang: "zh-TW" }).startsWith('<plan-glossary lang="zh-Hant">'));
const beside = join(folder, "beside");
const converter = join(beside, "node_modules/opencc-js");
mkdirSync(converter, { recursive: true });
writeFileSync(join(converter, "index.js"), 'exports.Converter = () => (text) => text.replaceAll("阅", "閱");');
writeFileSync(join(beside, "plan.json"), JSON.stringify(school));
const command = resolve("node_modules/.bin/plan-widgets");
const inside = (...args) => spawnSync(process.execPath, [command, ...args], { cwd: beside, encoding: "utf8" });
const made = JSON.parse(inside("traditional", "plan.json").stdout);
assert.deepEqual(validate(made), []);
assert.deepEqual(made.languages, ["en", "zh", "zh-Hant"]);
assert.deepEqual(made.converted, [{ language: "zh-Hant", from: "zh", by: "OpenCC" }]);
const reading = made.topics.find(({ id }) => id === "reading");
assert.deepEqual(reading.name, { en: "Reading", zh: "阅读", "zh-Hant": "閱读" });
const site = ["--site", "https://example.org/", "--out", "site", "--plan", "plan.json", "--traditional"];
assert.equal(inside("pages", ...site).status, 0);
assert.deepEqual(JSON.parse(readFileSync(join(beside, "site/plan.json"), "utf8")), made);
const hant = readFileSync(join(beside, "site/zh-Hant/embed/deck/index.html"), "utf8");
assert.ok(hant.includes('<html lang="zh-Hant">') && hant.includes("文字由程式（OpenCC）從簡體中文自動轉換。"));
