// Makes a picture of what a widget shows. A file of its own, with a module of its own, for readers who want one.

import { build, glue } from "picture-glue";
import { checker } from "./checker.js";

const use = checker(glue, build, () => new URL("./picture.wasm", import.meta.url), "failed");

export { build };

/**
 * The picture as SVG.
 * @param {ReturnType<typeof import("./taken.js").pictured>} shown
 */
export const picture = (shown) => use((exports) => exports.picture(shown));
