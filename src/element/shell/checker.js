// A module that checks, of its own: started when it is first needed.

import { blocked, compile } from "./compile.js";

// Gives `use(work, module)`: calls `work` with the exports of the module at `url`. `module` is that compiled, where it
// isn't to be fetched; `code` is what it is called when it fails.
export function checker(glue, url, code = "check-failed") {
  let started; // Promise of the module's exports

  async function start(module) {
    const made = glue((exports) => exports);
    module ??= await compile(url());
    // WebKit lets a policy without 'wasm-unsafe-eval' compile, and refuses here.
    await made
      .init(module)
      .catch((error) => (error instanceof WebAssembly.CompileError ? blocked() : Promise.reject(error)));
    return made;
  }

  return async (work, module) => {
    started ??= start(module);
    try {
      return work(await started);
    } catch (error) {
      started = undefined; // an instance that has trapped is of no more use; a fetch may succeed another time
      throw error.code ? error : { code, reason: error.message };
    }
  };
}
