// Generated from src/element/widgets/ by `cargo xtask generate`.

export type * from './index.js';
export { PlanOverview, version } from './index.js';
