// The one WebAssembly module of the page, and what happens when an instance of it stops.

import * as parts from "parts";
import { blocked, compile } from "./compile.js";

// A restart costs the reader nothing; a widget that stops again and again would cost the page.
const MOST_RESTARTS = 3;

// Thrown by a call in which the instance stopped, to leave the caller; its watchers have been told.
export const STOPPED = Symbol("stopped");

let compiled; // Promise<WebAssembly.Module>, kept over restarts
let current; // Promise<Instance>
let running; // that instance, once it has started
let restarts = 0;

// The running instance; starts one when there is none.
export function engine() {
  current ??= start().catch((error) => {
    if (error.code === "network") current = compiled = undefined; // may succeed another time
    throw error;
  });
  return current;
}

async function start() {
  const [{ glue }, module] = await Promise.all([load(), (compiled ??= compile(parts.wasm()))]);
  for (;;) {
    const instance = await Instance.of(glue, module);
    if (!instance.dead) return (running = instance);
    if (instance.last) throw { code: "gave-up", reason: instance.reason };
  }
}

async function load() {
  try {
    return await parts.glue();
  } catch (error) {
    // Only its name: by `new URL(…, import.meta.url)` bundlers take it for an asset, and ship it a second time.
    throw { code: "network", url: "the module's glue", reason: error.message };
  }
}

class Instance {
  dead = false;
  last = false; // the last one that this page starts
  #watchers = new Set();
  #models = new WeakMap(); // parsed JSON → Model of this instance

  static async of(glue, module) {
    const instance = new Instance();
    instance.glue = glue((exports) => instance.#guard(exports));
    // WebKit lets a policy without 'wasm-unsafe-eval' compile, and refuses here.
    await instance.glue
      .init(module)
      .catch((error) => (error instanceof WebAssembly.CompileError ? blocked() : instance.crash(error)));
    return instance;
  }

  // Every way into Rust, so that whatever leaves by an exception (a panic traps, the page's DOM may throw) is
  // noticed: after it the instance's state can't be trusted, and no Yew root of it would render again.
  #guard(exports) {
    const guarded = {};
    for (const [name, value] of Object.entries(exports)) {
      guarded[name] =
        typeof value !== "function"
          ? value
          : (...args) => {
              if (this.dead) return undefined;
              try {
                return value(...args);
              } catch (error) {
                this.crash(error);
              }
            };
    }
    return guarded;
  }

  crash(error) {
    if (this.dead) return;
    this.dead = true;
    this.reason = error.message;
    this.last = ++restarts > MOST_RESTARTS;
    if (running === this && !this.last) current = undefined; // the next to ask starts a fresh one
    for (const watcher of [...this.#watchers]) watcher(this.reason);
  }

  // Tells `watcher` when this instance stops. Gives the way to take that back.
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  // Calls into Rust. Where the instance stops on the way, its glue may trip over the missing result: that is no second error.
  call(work) {
    let result;
    try {
      result = work();
    } catch (error) {
      if (!this.dead) throw error;
    }
    if (this.dead) throw STOPPED;
    return result;
  }

  // The model of parsed JSON that was checked, read once.
  model(json) {
    let model = this.#models.get(json);
    if (!model) this.#models.set(json, (model = this.call(() => this.glue.Model.load(json))));
    return model;
  }

  // An empty place: an element and what renders into it. Its owner sets `emit`.
  take() {
    const place = { instance: this, root: document.createElement("div"), emit: null };
    const emit = (...event) => place.emit?.(...event);
    place.rust = this.call(() => new this.glue.Place(place.root, emit));
    return place;
  }

  // Takes a place back, with all that is in it.
  give(place) {
    place.emit = null;
    place.root.remove();
    if (!this.dead) this.call(() => place.rust.end());
  }
}
