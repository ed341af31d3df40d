// The entry that defines every element.

import { define } from "./elements.js";

define();

export * from "./elements.js";
