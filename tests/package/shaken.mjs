// What bundlers leave out of a project that doesn't use it, and what they keep: the package's `sideEffects`.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import webpack from "webpack";

const folder = mkdtempSync(join(import.meta.dirname, "shaken-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

const bundlers = {
  async vite(input, minify) {
    const { output } = await build({
      configFile: false,
      logLevel: "error",
      build: { write: false, minify, modulePreload: false, rolldownOptions: { input } },
    });
    return output.find(({ isEntry }) => isEntry).code;
  },
  webpack: (entry, minimize) =>
    new Promise((done, failed) => {
      webpack(
        { mode: "production", entry, optimization: { minimize }, output: { path: folder, filename: "main.js" } },
        (error, stats) => {
          if (error || stats.hasErrors()) failed(error ?? stats.toString("errors-warnings"));
          else done(readFileSync(join(folder, "main.js"), "utf8"));
        },
      );
    }),
};

// What a project says, and the names that its bundle has then; without any it is empty.
const CASES = [
  ['import type { PlanTimeline } from "plan-widgets"', []],
  ['import { PlanTimeline } from "plan-widgets/elements"', []],
  ['import * as all from "plan-widgets/elements"', []],
  ['import { PlanTimeline } from "plan-widgets/elements"; PlanTimeline.define()', ["plan-timeline"]],
  [
    'import "plan-widgets"',
    [
      "plan-timeline",
      "plan-goal-card",
      "plan-goal-deck",
      "plan-glossary",
      "plan-overview",
      "plan-term",
      "plan-annotate",
    ],
  ],
  ['import "plan-widgets/timeline"; import "plan-widgets/glossary"', ["plan-timeline", "plan-glossary"]],
  ['import "plan-widgets/overview"', ["plan-overview"]],
  ['import "plan-widgets/goal-card"; import "plan-widgets/annotate"', ["plan-goal-card", "plan-annotate"]],
];

for (const [bundler, bundle] of Object.entries(bundlers)) {
  for (const [index, [code, names]] of CASES.entries()) {
    const types = code.startsWith("import type");
    if (types && bundler === "webpack") continue; // it would need a loader
    const entry = join(folder, `${index}.${types ? "ts" : "js"}`);
    writeFileSync(entry, code);
    const made = await bundle(entry, !names.length); // what is long needn't be short
    if (!names.length) assert.equal(made, "", `${bundler}: ${code}`);
    for (const name of names) assert.match(made, new RegExp(`["\`]${name}["\`]`), `${bundler}: ${code}`);
  }
}
