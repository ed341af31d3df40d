// Has a module that checks read plans: in steps, for a large plan would keep the page from doing anything else.

import { pause } from "./pause.js";

/**
 * Gives `read(plan, work)`: calls `work` with the module's exports once it has read a plan. `step` reads more of
 * something else, and gives whether that was all.
 * @template {{ read(plan: unknown): boolean }} Exports
 * @param {ReturnType<typeof import("./checker.js").checker<Exports>>} use
 */
export function reader(use) {
  /** @type {Promise<any>} */
  let last = Promise.resolve(); // a module reads one plan at a time

  /**
   * @template Result
   * @param {unknown} plan
   * @param {(exports: Exports) => Result} work
   * @param {WebAssembly.Module} [module]
   * @param {(exports: Exports) => boolean} [step]
   * @returns {Promise<Result>}
   */
  return (plan, work, module, step = (exports) => exports.read(plan)) =>
    (last = last
      .catch(() => {})
      .then(async () => {
        /** @type {Exports | undefined} */
        let had; // another instance, started since, has read nothing
        while (!(await use((exports) => step((had = exports)), module))) await pause();
        await pause();
        const made = await use(() => work(/** @type {Exports} */ (had)));
        await pause(); // who shows a long one has enough to do with that
        return made;
      }));
}
