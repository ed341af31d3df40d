// Generated from src/element/spec.rs by `cargo xtask generate`.

export type * from './index.js';
export { PlanGoalCard, PlanGoalDeck, version } from './index.js';
