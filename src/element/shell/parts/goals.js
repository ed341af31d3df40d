// The module of `goals.js`: written out, for bundlers to see.

export const wasm = () => new URL("./goals.wasm", import.meta.url);
export const glue = () => import("./goals-glue.js");
// Its name alone: by `new URL(…, import.meta.url)` bundlers take it for an asset, and ship it a second time.
export const file = "./goals-glue.js";
