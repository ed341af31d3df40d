// `plan-widgets render WIDGET …`: static HTML of an element.

import { render, renderContent } from "./server.js";
import { planOf } from "./check.js";

export async function print(kind, { plan, content, ...options }, lang) {
  const model = plan && (await planOf(plan, options.lang ?? lang));
  // Live, the element has to show the same plan.
  const all = { ...(plan && { src: plan }), ...options, model };
  console.log((content ? renderContent : render)(kind, all));
}
