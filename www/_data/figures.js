// Figures of the home page and the gallery: each from what a command of the project wrote.
import { readFileSync, readdirSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const bench = JSON.parse(read("www/bench/timeline.json"));
const row = (measure, items) => bench.rows.find((row) => row.measure === measure && row.items === items).values;
const times = (factor) => (factor < 10 ? factor.toFixed(1) : factor.toFixed(0));

const sizes = JSON.parse(read("www/bench/sizes.json"));

export default {
  date: bench.date,
  timeline: sizes.lean["timeline, zh"].toLocaleString("en"),
  goals: sizes.lean["goals, zh"].toLocaleString("en"),
  first: times(row("first-item", 1000).TimelineJS3),
  blocked: times(row("blocked", 1000).TimelineJS3),
  hosts: row("hosts", undefined)["plan-timeline"],
  languages: readdirSync(new URL("../../src/view/languages/", import.meta.url)).filter((name) =>
    name.endsWith(".json"),
  ).length,
};
