// Checks a plan that isn't the bundled one, which was checked when it was built. A file of its own, with a module of
// its own: pages that show the bundled plan never fetch it.

import { glue } from "check-glue";
import { blocked, compile } from "./compile.js";

let started; // Promise of the module's exports

// Starts the checker while the plan that it is for is on its way.
export const prepare = () => use(() => {});

// Every problem of a plan, as `{pointer, found, expected, nearest}`. `module` is the compiled check.wasm, where it isn't
// to be fetched.
export const check = (plan, module) => use((exports) => exports.check(plan), module);

// What the timeline tells of a plan in a language, or every problem of it.
export const course = (plan, lang) => use((exports) => exports.course(plan, lang ?? ""));

// The goals of a plan, likewise.
export const deck = (plan, lang) => use((exports) => exports.deck(plan, lang ?? ""));

// What progress says of each goal of a deck, as the slices have it.
export const progress = (given, deck) => use((exports) => exports.progress(given, deck, new Date().toISOString().slice(0, 10)));

// What is wrong with attributes that a widget has left out: each given as its name, its value, and the names known.
export const explain = (refused) => use((exports) => exports.explain(refused));

async function use(work, module) {
  started ??= start(module);
  try {
    return work(await started);
  } catch (error) {
    started = undefined; // an instance that has trapped is of no more use; a fetch may succeed another time
    throw error.code ? error : { code: "check-failed", reason: error.message };
  }
}

async function start(module) {
  const made = glue((exports) => exports);
  module ??= await compile(new URL("./check.wasm", import.meta.url));
  // WebKit lets a policy without 'wasm-unsafe-eval' compile, and refuses here.
  await made.init(module).catch((error) => (error instanceof WebAssembly.CompileError ? blocked() : Promise.reject(error)));
  return made;
}
