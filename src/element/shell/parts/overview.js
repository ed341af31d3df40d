// The module of `overview.js`: written out, for bundlers to see.

export const wasm = () => new URL("./overview.wasm", import.meta.url);
export const glue = () => import("./overview-glue.js");
// Its name alone: by `new URL(…, import.meta.url)` bundlers take it for an asset, and ship it a second time.
export const file = "./overview-glue.js";
