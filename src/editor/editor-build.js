// What makes the folder of a plan in the page: the same as `plan-widgets build`, with the same module.

import { elements, filesOf, snippet } from "../../pkg/cli/built.js";
import { rendering } from "../element/shell/rendering.js";
import { VERSION as version } from "../element/shell/spec.js";

/** @typedef {import("./editor.js").Lang} Lang */

/** Compiled once. */
const module = WebAssembly.compileStreaming(fetch(new URL("./render.wasm", import.meta.url)));

/** @type {Promise<import("../../pkg/cli/built.js").Server>} */
const server = module.then((compiled) => ({ ...rendering(() => compiled), version }));

/**
 * The first digits of a hash, which name a file.
 * @param {string} text
 */
async function hash(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The files of a built plan: paths and contents in turn.
 * @param {string} plan
 * @param {Lang} lang
 */
export async function folder(plan, lang) {
  const files = ["plan.json", plan];
  for await (const [path, content] of filesOf(await server, hash, JSON.parse(plan), { lang }))
    files.push(path, content);
  return files;
}

/**
 * What a page needs for one of its widgets.
 * @param {string} plan
 * @param {import("../../pkg/cli/built.js").Kind} widget
 * @param {string} lang
 */
export async function snippetOf(plan, widget, lang) {
  const made = await server;
  const model = JSON.parse(plan);
  const { kind, options } = /** @type {ReturnType<typeof elements>[number]} */ (
    elements(made, model).find((each) => each.kind === widget && each.options.lang === lang)
  );
  return snippet(made, model, kind, options, (path) => path);
}
