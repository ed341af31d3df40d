// What every import path of the package leads to, and that whatever its package.json names is there.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

const PATHS = {
  ".": "dist/index.js",
  "./timeline": "dist/timeline.js",
  "./goal-card": "dist/goals.js",
  "./goal-deck": "dist/goals.js",
  "./glossary": "dist/glossary.js",
  "./overview": "dist/overview.js",
  "./annotate": "dist/annotate.js",
  "./language": "dist/language.js",
  "./elements": "dist/elements.js",
  "./server": "dist/server.js",
  "./react": null, // types only
  "./vue": null, // types only
  "./svelte": null, // types only
  "./plan.json": "dist/plan.json",
  "./plan.schema.json": "dist/plan.schema.json",
  "./progress.schema.json": "dist/progress.schema.json",
  "./plan-widgets.css": "dist/plan-widgets.css",
  "./themes/paper.css": "dist/themes/paper.css",
  "./themes/ink.css": "dist/themes/ink.css",
  "./themes/civic.css": "dist/themes/civic.css",
  "./themes/contrast.css": "dist/themes/contrast.css",
  "./timeline.css": "dist/timeline.css",
  "./goals.css": "dist/goals.css",
  "./glossary.css": "dist/glossary.css",
  "./overview.css": "dist/overview.css",
  "./plan-widgets.wasm": "dist/plan-widgets.wasm",
  "./timeline.wasm": "dist/timeline.wasm",
  "./goals.wasm": "dist/goals.wasm",
  "./glossary.wasm": "dist/glossary.wasm",
  "./overview.wasm": "dist/overview.wasm",
  "./annotate.wasm": "dist/annotate.wasm",
  "./language.wasm": "dist/language.wasm",
  "./render.wasm": "dist/render.wasm",
  "./integrity.json": "dist/integrity.json",
  "./static/timeline.zh.html": "dist/static/timeline.zh.html",
  "./static/timeline.en.html": "dist/static/timeline.en.html",
  "./static/timeline.zh-Hant.html": "dist/static/timeline.zh-Hant.html",
  "./static/goal-deck.zh.html": "dist/static/goal-deck.zh.html",
  "./static/goal-deck.en.html": "dist/static/goal-deck.en.html",
  "./static/goal-deck.zh-Hant.html": "dist/static/goal-deck.zh-Hant.html",
  "./static/glossary.zh.html": "dist/static/glossary.zh.html",
  "./static/glossary.en.html": "dist/static/glossary.en.html",
  "./static/glossary.zh-Hant.html": "dist/static/glossary.zh-Hant.html",
  "./static/overview.zh.html": "dist/static/overview.zh.html",
  "./static/overview.en.html": "dist/static/overview.en.html",
  "./static/overview.zh-Hant.html": "dist/static/overview.zh-Hant.html",
  "./custom-elements.json": "custom-elements.json",
  "./package.json": "package.json",
};

const manifest = new URL(import.meta.resolve("plan-widgets/package.json"));
const about = JSON.parse(readFileSync(manifest, "utf8"));

assert.deepEqual(Object.keys(about.exports), Object.keys(PATHS));
for (const [path, file] of Object.entries(PATHS)) {
  const resolve = () => import.meta.resolve("plan-widgets" + path.slice(1));
  if (file) assert.equal(resolve(), new URL(file, manifest).href);
  else assert.throws(resolve, { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
}
for (const path of ["./dist/timeline-glue.js", "./dist/data/glossary.zh.json"]) {
  assert.throws(() => import.meta.resolve("plan-widgets" + path.slice(1)), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
}

JSON.stringify(about, (key, value) => {
  const isFile = typeof value === "string" && value.startsWith("./");
  if (isFile) assert.ok(existsSync(new URL(value, manifest)), `${key}: ${value} is missing`);
  return value;
});
