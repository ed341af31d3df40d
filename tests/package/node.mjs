// The package on a server, without a DOM: importing it does nothing and does no harm.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import * as all from "plan-widgets";
import * as classes from "plan-widgets/elements";
import * as marking from "plan-widgets/annotate";
import about from "plan-widgets/package.json" with { type: "json" };
import plan from "plan-widgets/plan.json" with { type: "json" };

assert.equal(globalThis.HTMLElement, undefined);
assert.deepEqual(Object.keys(classes), ["PlanAnnotate", "PlanGlossary", "PlanGoalCard", "PlanGoalDeck", "PlanTerm", "PlanTimeline", "annotate", "define", "load", "validate", "version"]);
assert.deepEqual({ ...all }, { ...classes });
assert.match(String(all.PlanGlossary), /^class\b/);
assert.equal(all.define(), undefined);
assert.equal(all.PlanGlossary.define(), undefined);
assert.equal(all.version, about.version);
assert.equal(all.PlanGlossary.version, about.version);
assert.throws(() => marking.annotate(), TypeError);
assert.equal(plan.terms.length, 13);

// What each entry really exports, for TypeScript to compare with what its types say: no more and no less.
const entries = Object.entries(about.exports).filter(([, { default: file }]) => file?.endsWith(".js"));
const lines = await Promise.all(
  entries.map(async ([path], index) => {
    const entry = "plan-widgets" + path.slice(1);
    const names = Object.keys(await import(entry)).map((name) => `${name}: 0`);
    return `import * as m${index} from "${entry}";\n({ ${names.join(", ")} }) satisfies Record<keyof typeof m${index}, 0>;\n`;
  }),
);
assert.ok(lines.length > 5);
writeFileSync("names.ts", lines.join(""));
