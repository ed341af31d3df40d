// The module of `timeline.js`: written out, for bundlers to see.

export const wasm = () => new URL("./timeline.wasm", import.meta.url);
export const glue = () => import("./timeline-glue.js");
