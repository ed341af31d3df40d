// The entry that defines the goals' elements alone: the card and the deck.

import { element } from "./element.js";
import { reports } from "./reports.js";
import { VERSION, goalCard, goalDeck } from "./spec.js";

export const PlanGoalCard = element(goalCard, reports);
export const PlanGoalDeck = element(goalDeck, reports);
PlanGoalCard.define();
PlanGoalDeck.define();

export { VERSION as version };
