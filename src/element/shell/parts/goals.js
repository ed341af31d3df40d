// The module of `goals.js`: written out, for bundlers to see.

export const wasm = () => new URL("./goals.wasm", import.meta.url);
export const glue = () => import("./goals-glue.js");
