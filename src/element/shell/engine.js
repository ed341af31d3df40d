// The one WebAssembly module of the page, and its restart when an instance of it traps.

import * as parts from "parts";
import { blocked, compile } from "./compile.js";
import { member } from "./document.js";
import { script } from "./file.js";

// A restart costs the reader nothing; a widget that traps again and again would cost the page.
const MOST_RESTARTS = 3;

// What is longer ago than this says nothing of what will happen, in ms.
const FORGET = 60_000;

// Thrown by a call in which the instance trapped, to leave the caller; its watchers have been called.
export const TRAPPED = Symbol("trapped");

/**
 * An instance with its glue.
 * @typedef {Instance & { glue: ReturnType<MakeGlue<WidgetExports>> }} Started
 */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled; // kept over restarts
/** @type {Promise<Started> | undefined} */
let current;
/** @type {Started | undefined} */
let running; // that instance, once it has started
/** @type {number[]} */
let traps = []; // when instances trapped, of late
/** @type {string | undefined} */
let reason; // of the last one

/** The running instance; starts one when there is none. */
export function engine() {
  current ??= start().catch((error) => {
    // Whatever it was may succeed another time, but for what a policy blocks.
    if (error.code !== "wasm-blocked") current = undefined;
    if (error.url) compiled = undefined;
    throw error;
  });
  return current;
}

async function start() {
  const found = script(parts.file, parts.glue);
  compiled ??= compile(parts.wasm(), found);
  const [{ glue }, module] = await Promise.all([found, compiled]);
  while (!tooMany()) {
    const instance = await Instance.of(glue, module);
    if (!instance.dead) return (running = instance);
  }
  throw { code: "gave-up", reason };
}

/** Whether instances have trapped too often to start another one. */
function tooMany() {
  traps = traps.filter((time) => performance.now() - time < FORGET);
  return traps.length > MOST_RESTARTS;
}

class Instance {
  dead = false;
  last = false; // the last one that this page starts
  /** @type {Set<(reason?: string) => void>} */
  #watchers = new Set();
  /** @type {Map<View, { model: RustModel, users: number }>} */
  #models = new Map(); // parsed JSON → Model of this instance, and how many elements show it

  /**
   * Starts one.
   * @param {MakeGlue<WidgetExports>} glue
   * @param {WebAssembly.Module} module
   */
  static async of(glue, module) {
    const instance = /** @type {Started} */ (new Instance());
    instance.glue = glue((exports) => instance.#guard(exports));
    await instance.glue.init(module).catch((error) => {
      blocked(); // WebKit lets a policy without 'wasm-unsafe-eval' compile, and refuses here
      instance.crash(error);
    });
    return instance;
  }

  /**
   * Every way into Rust, so that whatever leaves by an exception (a panic traps, the page's DOM may throw) is noticed:
   * after it the instance's state can't be trusted, and no Yew root of it would render again.
   * @param {WebAssembly.Exports} exports
   */
  #guard(exports) {
    /** @type {WebAssembly.Exports} */
    const guarded = {};
    for (const [name, value] of Object.entries(exports)) {
      guarded[name] =
        typeof value !== "function"
          ? value
          : /** @param {unknown[]} args */
            (...args) => {
              if (this.dead) return undefined;
              try {
                return value(...args);
              } catch (error) {
                this.crash(/** @type {Error} */ (error));
              }
            };
    }
    return guarded;
  }

  /**
   * Marks it as dead, and calls the watchers.
   * @param {Error} error
   */
  crash(error) {
    if (this.dead) return;
    this.dead = true;
    reason = error.message;
    traps.push(performance.now());
    this.last = tooMany();
    // The next to ask starts a fresh one.
    if (/** @type {Instance | undefined} */ (running) === this) current = undefined;
    for (const watcher of [...this.#watchers]) watcher(reason);
  }

  /**
   * Calls `watcher` when this instance traps. Gives the way to take that back.
   * @param {(reason?: string) => void} watcher
   */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /**
   * Calls into Rust. Where the instance traps on the way, its glue may trip over the missing result: that is no second
   * error.
   * @template Result
   * @param {() => Result} work
   */
  call(work) {
    /** @type {Result | undefined} */
    let result;
    try {
      result = work();
    } catch (error) {
      if (!this.dead) throw error;
    }
    if (this.dead) throw TRAPPED;
    return /** @type {Result} */ (result);
  }

  /**
   * The model of parsed JSON that was checked, read once, until everyone who has taken it lets go of it.
   * @this {Started}
   * @param {View} json
   */
  take(json) {
    const known = this.#models.get(json) ?? { model: this.call(() => this.glue.Model.load(json)), users: 0 };
    this.#models.set(json, known);
    known.users++;
    return known.model;
  }

  /**
   * Takes back one `take`.
   * @param {View} json
   */
  drop(json) {
    const known = this.#models.get(json);
    if (!known || --known.users) return;
    this.#models.delete(json);
    if (!this.dead) this.call(() => known.model.free());
  }

  /**
   * An empty mount: an element and what renders into it. Its owner sets `emit`.
   * @this {Started}
   */
  mount() {
    /** @type {Omit<Mount, "rust"> & Partial<Mount>} */
    const mount = {
      instance: this,
      root: /** @type {Mount["root"]} */ (member("createElement")("div")),
      emit: null,
    };
    /** @type {Emit} */
    const emit = (...event) => mount.emit?.(...event);
    mount.rust = this.call(() => new this.glue.Mount(mount.root, emit));
    return /** @type {Mount} */ (mount);
  }

  /**
   * Takes a mount away, with all that is in it.
   * @param {Mount} mount
   */
  unmount(mount) {
    mount.emit = null;
    mount.root.remove();
    if (!this.dead) this.call(() => mount.rust.end());
  }
}
