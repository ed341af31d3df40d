// The entry that defines the timeline alone.

import { element } from "./element.js";
import { VERSION, timeline } from "./spec.js";

export const PlanTimeline = element(timeline);
PlanTimeline.define();

export { VERSION as version };
