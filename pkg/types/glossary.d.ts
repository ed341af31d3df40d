// Generated from src/element/spec.rs by `cargo xtask generate`.

export type * from './index.js';
export { PlanGlossary, version } from './index.js';
