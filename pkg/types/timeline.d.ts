// Generated from src/element/widgets/ by `cargo xtask generate`.

export type * from './index.js';
export { PlanTimeline, version } from './index.js';
