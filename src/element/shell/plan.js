// A plan of one's own for a page's scripts: fetched and checked as the elements do.

import { described, wordErrors } from "./common.js";
import { get } from "./file.js";
import { checker, resolve } from "./source.js";

/**
 * Resolves with every problem of `plan`, each with its sentence as `text`; empty for a plan that widgets can show.
 * @type {PublicTypes["validate"]}
 */
export async function validate(plan, { lang } = {}) {
  return wordErrors(async () => {
    const problems = await (await checker("timelineView")).check(plan);
    return problems.length ? (await described({ code: "model-invalid", problems }, lang)).problems : [];
  }, lang);
}

/**
 * Resolves with the plan at a URL, once it is valid; with a built one's where its index is there.
 * @type {PublicTypes["load"]}
 */
export async function load(src, { lang } = {}) {
  return wordErrors(async () => {
    const url = resolve(src, globalThis.document?.baseURI);
    let plan = await get(url);
    if (plan?.made) plan = await get(new URL(plan.plan, url));
    const problems = await (await checker("timelineView")).check(plan);
    if (problems.length) throw { code: "model-invalid", problems };
    return plan;
  }, lang);
}
