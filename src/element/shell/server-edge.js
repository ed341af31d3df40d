// The entry for edge workers, which compile no bytes: the module is imported as one.

import module from "./render.wasm";
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
} = rendering(() => module);
export { VERSION as version } from "./spec.js";
