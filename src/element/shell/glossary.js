// The entry that defines the glossary alone.

import { element } from "./element.js";
import { VERSION, glossary } from "./spec.js";

export const PlanGlossary = element(glossary);
PlanGlossary.define();

export { VERSION as version };
