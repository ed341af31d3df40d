// The classes, without side effects: `PlanGlossary.define()` or `define()` puts them into a registry.

import { PlanAnnotate } from "./annotation.js";
import { element } from "./element.js";
import { followed } from "./followed.js";
import { reports } from "./reports.js";
import { VERSION, glossary, goalCard, goalDeck, overview, timeline } from "./spec.js";
import { PlanTerm } from "./term.js";

export const PlanTimeline = element(timeline);
export const PlanGoalCard = element(goalCard, reports);
export const PlanGoalDeck = element(goalDeck, reports);
export const PlanGlossary = element(glossary);
export const PlanOverview = element(overview, followed);
export { PlanAnnotate, PlanTerm };
export { annotate } from "./marking.js";
export { load, validate } from "./plan.js";

/**
 * Defines every element in `registry`.
 * @param {CustomElementRegistry} [registry]
 */
export function define(registry = globalThis.customElements) {
  for (const made of [PlanTimeline, PlanGoalCard, PlanGoalDeck, PlanGlossary, PlanOverview, PlanTerm, PlanAnnotate])
    made.define(undefined, registry);
}

export { VERSION as version };
