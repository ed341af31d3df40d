// A module that checks, of its own: started when it is first needed.

import { blocked, compile } from "./compile.js";
import { reasonOf } from "./reason.js";

/**
 * Gives `use(work, module)`: calls `work` with the exports of the module at `url`. `module` is that compiled, where it
 * isn't to be fetched.
 * @template Exports
 * @param {MakeGlue<Exports>} glue
 * @param {string} build
 * @param {() => URL} url
 * @param {PlanErrorCode} [code] what it is called when it fails
 */
export function checker(glue, build, url, code = "check-failed") {
  /** @type {Promise<Exports> | undefined} */
  let started;

  /** @param {WebAssembly.Module} [module] */
  async function start(module) {
    const made = glue((exports) => exports);
    module ??= await compile(url(), { build });
    try {
      await made.init(module);
    } catch (error) {
      blocked(); // WebKit lets a policy without 'wasm-unsafe-eval' compile, and refuses here
      throw error;
    }
    return made;
  }

  /**
   * @template Result
   * @param {(exports: Exports) => Result} work
   * @param {WebAssembly.Module} [module]
   */
  return async (work, module) => {
    started ??= start(module);
    try {
      return work(await started);
    } catch (error) {
      started = undefined; // an instance that has trapped is of no more use; a fetch may succeed another time
      throw /** @type {Caught} */ (error)?.code ? error : { code, reason: reasonOf(error) };
    }
  };
}
