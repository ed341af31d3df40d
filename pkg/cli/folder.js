// Writing into a folder: all of it or nothing.

import { lstat, mkdir, mkdtemp, readFile, readdir, realpath, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * What goes into a folder, by its path in it.
 * @typedef {(path: string, content: string | Uint8Array) => Promise<void>} Write
 * @typedef {{ write: Write, copy(from: string, to: string): Promise<void> }} Into
 */

// How a program is asked to end, the last when its terminal is closed; and what it ends with then.
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const STOPPED = 130;

/**
 * Has `work` write, beside what is there, and puts it into `folder` when all of it is written. What fails leaves the
 * folder as it was. `guarded` are files that are read from and mustn't become another.
 * @param {string} folder
 * @param {(into: Into) => Promise<void>} work
 * @param {{ guarded?: string[], refuse?: (path: string) => Error }} [options] `refuse` makes the error for such a file
 */
export async function whole(folder, work, { guarded = [], refuse } = {}) {
  const made = await mkdir(folder, { recursive: true }); // the first that wasn't there
  // The folder that a link leads to: what is renamed has to stay on its disk.
  const home = await realpath(folder);
  const own = await mkdtemp(join(home, ".plan-widgets-")).catch(async (error) => {
    await empty(home, made);
    throw Object.assign(error, { path: folder });
  });
  const [beside, before] = [join(own, "new"), join(own, "old")];
  // Where the program is ended on the way: what has begun to take its place does so first.
  const sweep = () => rmSync(own, { recursive: true, force: true });
  let [moving, ended] = [false, false];
  const stop = () => (moving ? (ended = true) : process.exit(STOPPED));
  process.once("exit", sweep);
  for (const signal of SIGNALS) process.on(signal, stop);
  /** @type {Into} */
  const into = {
    async write(path, content) {
      await mkdir(dirname(join(beside, path)), { recursive: true });
      await writeFile(join(beside, path), content);
    },
    async copy(from, to) {
      if ((await lstat(from)).isDirectory())
        for (const name of await readdir(from)) await into.copy(join(from, name), join(to, name));
      else await into.write(to, await readFile(from));
    },
  };
  /** @type {[from: string, to: string][]} */
  const moved = []; // to be taken back in this order, reversed
  /** @type {string[]} */
  const folders = [];
  try {
    await mkdir(beside);
    await work(into);
    const kept = await Promise.all(guarded.map((file) => realpath(file)));
    moving = true;
    for (const path of await files(beside)) {
      const [from, to] = [join(beside, path), join(home, path)];
      if (await isSame(from, to)) continue;
      if (kept.includes(await realpath(to).catch(() => resolve(to)))) throw refuse?.(join(folder, path));
      const first = await mkdir(dirname(to), { recursive: true });
      if (first) folders.push(first);
      const old = join(before, path);
      if (await lstat(to).catch(() => null)) {
        await mkdir(dirname(old), { recursive: true });
        await rename(to, old);
        moved.push([to, old]);
      }
      await rename(from, to);
      moved.push([from, to]);
    }
  } catch (error) {
    for (const [from, to] of moved.reverse()) await rename(to, from);
    for (const first of folders.reverse()) await rm(first, { recursive: true });
    await rm(own, { recursive: true, force: true });
    await empty(home, made);
    throw outside(error, own, folder);
  } finally {
    sweep();
    process.off("exit", sweep);
    for (const signal of SIGNALS) process.off(signal, stop);
    if (ended) process.exit(STOPPED);
  }
}

/**
 * The error with the path that was asked for in place of the one beside it.
 * @param {any} error
 * @param {string} own
 * @param {string} folder
 */
function outside(error, own, folder) {
  if (typeof error?.path === "string" && error.path.startsWith(own))
    error.path = join(folder, error.path.slice(own.length).replace(/^.(new|old)/, ""));
  return error;
}

/**
 * Takes away folders that were made, up to the first; they are empty.
 * @param {string} folder
 * @param {string | undefined} first
 */
async function empty(folder, first) {
  if (!first) return;
  const end = dirname(await realpath(first));
  for (let each = folder; each !== end; each = dirname(each)) await rmdir(each);
}

/**
 * Every file below a folder, by its path in it.
 * @param {string} folder
 * @param {string} [below]
 * @returns {Promise<string[]>}
 */
async function files(folder, below = "") {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found = entries.map((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? files(folder, path) : [path];
  });
  return (await Promise.all(found)).flat();
}

/**
 * Whether a file has what another has.
 * @param {string} one
 * @param {string} other
 */
async function isSame(one, other) {
  const there = await readFile(other).catch(() => null);
  return there !== null && there.equals(await readFile(one));
}
