// Generated from src/element/spec.rs by `cargo xtask generate`.

export type * from './index.js';
export { PlanAnnotate, PlanTerm, annotate, version } from './index.js';
