// Generated from src/element/widgets/ by `cargo xtask generate`.

export type * from './index.js';
export { PlanAnnotate, PlanTerm, annotate, version } from './index.js';
