// The module that reads and writes spreadsheets, started when it is asked for.

import { readFile } from "node:fs/promises";
import { glue } from "import-glue";

/**
 * What Rust exports.
 * @returns {Promise<ImportExports>}
 */
export async function importer() {
  const made = glue((exports) => exports);
  await made.init(await WebAssembly.compile(await readFile(new URL("./import.wasm", import.meta.url))));
  return made;
}
