// The module of `glossary.js`: written out, for bundlers to see.

export const wasm = () => new URL("./glossary.wasm", import.meta.url);
export const glue = () => import("./glossary-glue.js");
// Its name alone: by `new URL(…, import.meta.url)` bundlers take it for an asset, and ship it a second time.
export const file = "./glossary-glue.js";
