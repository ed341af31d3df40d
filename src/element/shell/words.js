// Generated from src/view/words.rs by `cargo xtask generate`.

// Indices of the words of a glossary.
export const COMMA = 0;
export const STANDS_FOR = 20;
export const USED_IN = 25;
export const RELATED = 26;
export const CLOSE = 27;
export const WHOLE = 28;
