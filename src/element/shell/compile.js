// The WebAssembly modules: fetched, recognised, compiled.

import { contents, refuse } from "./file.js";
import { reasonOf } from "./reason.js";

/**
 * A module from its URL, if it is the one that its glue was made for.
 * @param {URL} url
 * @param {{ build: string } | Promise<{ build: string }>} glue whose name the build has written to its end as well
 */
export async function compile(url, glue) {
  const arrived = await contents(url, "arrayBuffer");
  const { build: expected } = await glue;
  if (new TextDecoder().decode(arrived.slice(-expected.length)) !== expected)
    refuse("file-version", url, { arrived, expected });
  try {
    return await WebAssembly.compile(arrived);
  } catch (error) {
    blocked();
    throw { code: "failed", reason: reasonOf(error) };
  }
}

/** Throws where the page or the browser lets no module run, not even an empty one. */
export function blocked() {
  try {
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
  } catch {
    throw { code: "wasm-blocked" };
  }
}
