// What `webpack --mode production` does, without its command-line package.

import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const here = fileURLToPath(new URL(".", import.meta.url));

webpack(
  { mode: "production", context: here, entry: "./main.js", output: { path: `${here}/dist` } },
  (error, stats) => {
    const problems =
      error ?? (stats?.hasErrors() || stats?.hasWarnings() ? stats.toString("errors-warnings") : undefined);
    if (problems) throw problems;
    copyFileSync(`${here}/index.html`, `${here}/dist/index.html`);
  },
);
