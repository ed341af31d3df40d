// Generated from src/view/words.rs by `cargo xtask generate`.

// Indices of the words of a glossary.
export const COMMA = 0;
export const STANDS_FOR = 19;
export const USED_IN = 24;
export const RELATED = 25;
export const CLOSE = 26;
export const WHOLE = 27;
