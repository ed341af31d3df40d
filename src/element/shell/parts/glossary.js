// The module of `glossary.js`: written out, for bundlers to see.

export const wasm = () => new URL("./glossary.wasm", import.meta.url);
export const glue = () => import("./glossary-glue.js");
