// The module of the entries with every element: written out, for bundlers to see.

export const wasm = () => new URL("./plan-widgets.wasm", import.meta.url);
export const glue = () => import("./plan-widgets-glue.js");
// Its name alone: by `new URL(…, import.meta.url)` bundlers take it for an asset, and ship it a second time.
export const file = "./plan-widgets-glue.js";
