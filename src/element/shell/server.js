// The entry for Node.js, Deno, Bun and their bundlers: the module is in the file, so nothing has to be found next
// to it.

import bytes from "./render-module.js";
import { rendering } from "./rendering.js";

export const {
  render,
  renderContent,
  describe,
  list,
  dataFiles,
  themeStylesheet,
  validate,
  validateProgress,
  registerLanguage,
} = rendering(() => new WebAssembly.Module(bytes));
export { VERSION as version } from "./spec.js";
