// The entry for terms in a page's own text: `<plan-term>`, `<plan-annotate>`, `annotate()`.

import { PlanAnnotate } from "./annotation.js";
import { VERSION } from "./spec.js";
import { PlanTerm } from "./term.js";

PlanTerm.define();
PlanAnnotate.define();

export { PlanAnnotate, PlanTerm };
export { annotate } from "./marking.js";
export { VERSION as version };
