// The languages that a page has brought words for, known to every script of this version in it.

import { VERSION } from "./spec.js";

const KEY = Symbol.for(`plan-widgets ${VERSION} languages`);

/** @type {Record<symbol, Map<string, Promise<Language | undefined>>>} */
const page = /** @type {any} */ (globalThis);

/** Tag → the words, or nothing where they were refused. */
export const registered = (page[KEY] ??= new Map());
