// Generated from src/element/widgets/ by `cargo xtask generate`.

export type * from './index.js';
export { PlanGlossary, version } from './index.js';
