// Generated from src/view/words.rs by `cargo xtask generate`.

// Indices of the words of a glossary.
export const COMMA = 0;
export const STANDS_FOR = 23;
export const USED_IN = 28;
export const RELATED = 29;
export const CLOSE = 30;
export const WHOLE = 31;
