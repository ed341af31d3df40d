// Generated from src/element/spec.rs by `cargo xtask generate`.

export type * from './index.js';
export { PlanTimeline, version } from './index.js';
