// Renders every {{< plan … >}} of the content into data/plan.json, where the shortcode finds it.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { render } from "plan-widgets/server";

const SHORTCODE = /\{\{[<%]\s*plan\s([^]*?)[>%]\}\}/g;
const PARAMETER = /([\w-]+)\s*=\s*(?:"([^"]*)"|`([^`]*)`|([^\s"`/]+))/g;

const rendered = {};
for (const file of readdirSync("content", { recursive: true })) {
  if (!/\.(md|html)$/.test(file)) continue;
  for (const [, text] of readFileSync(join("content", file), "utf8").matchAll(SHORTCODE)) {
    const parameters = [...text.matchAll(PARAMETER)].map(([, name, ...values]) => [
      name,
      values.find((value) => value !== undefined),
    ]);
    // As Hugo goes through them: by their names.
    const sorted = parameters.toSorted(([a], [b]) => (a < b ? -1 : 1));
    const key = sorted.map(([name, value]) => `${name}=${value};`).join("");
    const { widget, ...options } = Object.fromEntries(parameters);
    try {
      rendered[key] = render(widget, { shadow: true, ...options });
    } catch ({ message }) {
      console.error(`content/${file}: ${message}`);
      process.exitCode = 1;
    }
  }
}
mkdirSync("data", { recursive: true });
writeFileSync("data/plan.json", JSON.stringify(rendered));
