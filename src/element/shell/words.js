// Generated from src/view/words/widgets.rs by `cargo xtask generate`.

// Indices of the words of a glossary.
export const COMMA = 0;
export const STANDS_FOR = 24;
export const USED_IN = 29;
export const RELATED = 30;
export const CLOSE = 31;
export const WHOLE = 32;
