// The entry that defines the overview alone.

import { element } from "./element.js";
import { followed } from "./followed.js";
import { VERSION, overview } from "./spec.js";

export const PlanOverview = element(overview, followed);
PlanOverview.define();

export { VERSION as version };
