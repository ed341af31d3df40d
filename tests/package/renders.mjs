// How many renderings of the timeline, all of it in Chinese, Node.js makes in a second.

import { render } from "plan-widgets/server";

const SECONDS = 5;

const items = render("timeline", { lang: "zh" }).split('part="item"').length - 1;
for (let count = 0; count < 100; count++) render("timeline", { lang: "zh" }); // until it is compiled
let count = 0;
const start = performance.now();
while (performance.now() < start + SECONDS * 1000) {
  render("timeline", { lang: "zh" });
  count++;
}
console.log(
  `${Math.round(count / SECONDS)} renderings of ${items} items per second, Node.js ${process.versions.node}`,
);
