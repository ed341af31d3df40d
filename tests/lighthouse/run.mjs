// `node run.mjs ORIGIN performance|quality PATH …`: Lighthouse's scores of pages, and what keeps one from being whole.
// The browser is the one that CHROME_PATH names. Accessibility, best practices and search engines are the same on
// every machine, and fail below 100; performance depends on what else the machine does, and is measured on request.
import process from "node:process";

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const QUALITY = { accessibility: 1, "best-practices": 1, seo: 1 };
const PERFORMANCE = { performance: 0.95 };

const [origin, kind, ...paths] = process.argv.slice(2);
const wanted = kind === "performance" ? PERFORMANCE : QUALITY;
const chrome = await launch({ chromeFlags: ["--headless", "--no-sandbox"] });
let low = 0;
try {
  for (const path of paths) {
    // A phone on a slow network, as Lighthouse has it, and a desktop where it is about time.
    for (const [name, config] of [
      ["phone", undefined],
      ...(kind === "performance" ? [["desktop", desktopConfig]] : []),
    ]) {
      const options = { port: chrome.port, onlyCategories: Object.keys(wanted), logLevel: "error" };
      const run = await lighthouse(origin + path, options, config);
      if (!run || run.lhr.runtimeError) throw new Error(`${path}: ${run?.lhr.runtimeError?.message ?? "no result"}`);
      const { categories, audits } = run.lhr;
      const scores = Object.entries(wanted).map(([id, least]) => [id, categories[id]?.score ?? 0, least]);
      console.log(`${path} ${name}: ${scores.map(([id, score]) => `${id} ${Math.round(score * 100)}`).join(", ")}`);
      for (const [id, score, least] of scores) {
        if (score >= least) continue;
        low += 1;
        for (const { id: audit, weight } of categories[id].auditRefs) {
          const { score, title, displayValue, details } = audits[audit];
          if (weight === 0 || score === null || score >= 0.9) continue;
          const items = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.url ?? "");
          console.log(`  ${id}: ${title} ${displayValue ?? ""} ${items.join(" ")}`);
        }
      }
    }
  }
} finally {
  chrome.kill();
}
if (low > 0) {
  console.log(`${low} scores are too low`);
  process.exitCode = 1;
}
