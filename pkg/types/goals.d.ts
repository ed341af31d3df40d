// Generated from src/element/widgets/ by `cargo xtask generate`.

export type * from './index.js';
export { PlanGoalCard, PlanGoalDeck, version } from './index.js';
