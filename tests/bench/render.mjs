// How many whole timelines a server renders in a second of one core, without a cache: `node tests/bench/render.mjs`
// after `cargo xtask build`. The time is that which the process was on a core, the rate the best of seven, so that
// other programs slow it down less.

import { cpuUsage, stdout } from "node:process";
import { render } from "../../pkg/dist/server.js";

const TIMES = 300;

for (const lang of ["en", "zh"]) {
  const html = () => render("timeline", { lang });
  for (let time = 0; time < TIMES; time++) html();
  const rates = Array.from({ length: 7 }, () => {
    const before = cpuUsage();
    for (let time = 0; time < TIMES; time++) html();
    const { user, system } = cpuUsage(before);
    return (TIMES * 1e6) / (user + system);
  });
  stdout.write(`${lang}: ${Math.round(Math.max(...rates))} a second, ${html().length} characters each\n`);
}
