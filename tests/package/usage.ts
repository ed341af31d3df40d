// The installed package in a TypeScript project.

import "plan-widgets";
import { define, PlanGlossary } from "plan-widgets/elements";
import plan from "plan-widgets/plan.json" with { type: "json" };

define();
const glossary: PlanGlossary = document.createElement("plan-glossary");
glossary.model = plan;
glossary.addEventListener("plan-filter", (event) => console.log(event.detail.found.toFixed()));
// @ts-expect-error there is no seventh rank
glossary.headingLevel = 7;
