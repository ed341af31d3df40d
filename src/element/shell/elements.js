// The classes, without side effects: `PlanGlossary.define()` or `define()` puts them into a registry.

import { element } from "./element.js";
import { ELEMENTS, VERSION } from "./spec.js";

export const PlanTimeline = element(ELEMENTS["plan-timeline"]);
export const PlanGlossary = element(ELEMENTS["plan-glossary"]);

// Defines every element in `registry`.
export function define(registry = globalThis.customElements) {
  for (const made of [PlanTimeline, PlanGlossary]) made.define(undefined, registry);
}

export { VERSION as version };
