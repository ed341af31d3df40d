// The package on a server, without a DOM: importing it does nothing and does no harm.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as all from "plan-widgets";
import * as classes from "plan-widgets/elements";
import * as marking from "plan-widgets/annotate";
import about from "plan-widgets/package.json" with { type: "json" };
import plan from "plan-widgets/plan.json" with { type: "json" };

assert.equal(globalThis.HTMLElement, undefined);
assert.deepEqual(Object.keys(classes), [
  "PlanAnnotate",
  "PlanGlossary",
  "PlanGoalCard",
  "PlanGoalDeck",
  "PlanOverview",
  "PlanTerm",
  "PlanTimeline",
  "annotate",
  "define",
  "load",
  "validate",
  "version",
]);
assert.deepEqual({ ...all }, { ...classes });
assert.match(String(all.PlanGlossary), /^class\b/);
assert.equal(all.define(), undefined);
assert.equal(all.PlanGlossary.define(), undefined);
assert.equal(all.version, about.version);
assert.equal(all.PlanGlossary.version, about.version);
assert.throws(() => marking.annotate(), TypeError);
assert.equal(plan.terms.length, 13);

// What each entry really exports, for TypeScript to compare with what its types say: no more and no less.
const listed = Object.keys(all).map((name) => `${name}: 0`);
const lines = [
  'import * as all from "plan-widgets";',
  `({ ${listed.join(", ")} }) satisfies Record<keyof typeof all, 0>;`,
];
for (const [path, { default: file }] of Object.entries(about.exports)) {
  if (!file?.endsWith(".js")) continue;
  const entry = "plan-widgets" + path.slice(1);
  const exported = await import(entry);
  for (const name of new Set([...Object.keys(all), ...Object.keys(exported)])) {
    if (!(name in exported)) lines.push("// @ts-expect-error it isn't there");
    lines.push(`(await import("${entry}")).${name};`);
  }
}
writeFileSync("names.ts", lines.join("\n"));
