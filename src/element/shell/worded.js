// What languages' files of the page's own say of errors, known to every script of this version in it.

import { VERSION } from "./spec.js";

const KEY = Symbol.for(`plan-widgets ${VERSION} errors`);

/** @type {Record<symbol, Map<string, Wordings>>} */
const page = /** @type {any} */ (globalThis);

/** Tag → the sentences of errors and the phrases of problems, by code. */
export const worded = (page[KEY] ??= new Map());
