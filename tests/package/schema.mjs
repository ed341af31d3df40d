// The schema, by a validator that isn't ours: it takes every plan that the checker takes, and refuses what it refuses
// for its shape. `node schema.mjs <folder of ajv>`

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import bundled from "plan-widgets/plan.json" with { type: "json" };
import schema from "plan-widgets/plan.schema.json" with { type: "json" };

const { default: Ajv } = createRequire(`${process.argv[2]}/`)("ajv/dist/2020.js");
const validate = new Ajv({ strict: true, strictRequired: true }).compile(schema);

const dist = new URL("./", import.meta.resolve("plan-widgets/plan.json"));
const { check } = await import(new URL("check.js", dist));
const module = await WebAssembly.compile(readFileSync(fileURLToPath(new URL("check.wasm", dist))));

const school = JSON.parse(readFileSync(new URL("./school/plan.json", import.meta.url)));
school.converted = [{ language: "zh", from: "en", by: "A" }];
school.projects[0].mentions[0].verb.converted = "A";
for (const plan of [bundled, school]) {
  assert.ok(validate(plan), JSON.stringify(validate.errors));
  assert.deepEqual(await check(plan, module), []);
}

// What goes beyond shape, and so beyond the schema.
const BEYOND = new Set([
  ...["topic-id", "department-id", "period-id", "part-id"],
  ...["figure-id", "project-id", "goal-id", "term-id", "own-id", "plan-language"],
  ...["edtf", "url", "title", "languages"],
]);
const beyond = ([code, name]) => BEYOND.has(code) || (code === "field" && ["zh", "en"].includes(name));

// Each value of a plan, as a function that sets it, or takes it away.
function* setters(value, parent, key) {
  if (parent)
    yield (other) =>
      other === undefined
        ? Array.isArray(parent)
          ? parent.splice(key, 1)
          : delete parent[key]
        : (parent[key] = other);
  if (value && typeof value === "object")
    for (const below of Object.keys(value)) yield* setters(value[below], value, below);
}

const counts = { plans: 0, refused: 0 };
const replacements = [
  ...[undefined, null, "", " ", "x", "x y", 7, 7.5, -1, [], {}, [{}], { zh: "甲", en: "A" }, true],
  ...["x".repeat(101), "长".repeat(10_001), { zh: "甲", en: "A".repeat(10_001) }, new Array(20_001).fill("x")],
];
const total = [...setters(school)].length;
for (let index = 0; index < total; index++) {
  for (const replacement of replacements) {
    const plan = structuredClone(school);
    [...setters(plan)][index](structuredClone(replacement));
    const problems = await check(plan, module);
    const fits = validate(plan);
    const shape = problems.filter(({ expected }) => !beyond(expected));
    const where = () => JSON.stringify({ replacement, problems, errors: validate.errors });
    if (!fits) assert.ok(problems.length, `only the schema refuses: ${where()}`);
    if (shape.length) assert.ok(!fits, `only the checker refuses: ${where()}`);
    counts.plans++;
    counts.refused += fits ? 0 : 1;
  }
}
assert.ok(counts.plans > 5_000 && counts.refused > counts.plans / 3, JSON.stringify(counts));
console.log(`${counts.plans} plans, ${counts.refused} refused by both`);
