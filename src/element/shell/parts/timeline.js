// The module of `timeline.js`: written out, for bundlers to see.

export const wasm = () => new URL("./timeline.wasm", import.meta.url);
export const glue = () => import("./timeline-glue.js");
// Its name alone: by `new URL(…, import.meta.url)` bundlers take it for an asset, and ship it a second time.
export const file = "./timeline-glue.js";
