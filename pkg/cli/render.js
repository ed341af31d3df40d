// `plan-widgets render WIDGET …`: static HTML of an element.

import { render, renderContent } from "./server.js";
import { planOf, tellUnspoken } from "./check.js";

/**
 * The element's attributes, and the command's own options.
 * @typedef {{ plan?: string, words?: string[], content?: true, lang?: string }} PrintOptions
 */

/**
 * The language of reports beside content in `asked`: that, or English, which is said of others; without one `lang`.
 * @param {string | undefined} asked
 * @param {Lang} lang
 */
const reportsIn = (asked, lang) => (asked ? (/^zh(-|$)/i.test(asked) ? "zh" : "en") : lang);

/**
 * Prints an element; what there isn't, the package refuses.
 * @param {string} kind
 * @param {PrintOptions} options
 * @param {Lang} lang of reports
 */
export async function print(kind, { plan, words, content, ...options }, lang) {
  const reports = reportsIn(options.lang, lang);
  const model = await planOf(plan, words, reports);
  // Live, the element has to show the same plan.
  const all = { ...(plan && { src: plan }), ...options, model };
  console.log((content ? renderContent : render)(/** @type {"timeline"} */ (kind), all));
  if (plan) tellUnspoken(plan, model, reports);
}
